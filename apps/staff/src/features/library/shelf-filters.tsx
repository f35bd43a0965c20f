import { Button } from '@promenade/ui/button';
import { Checkbox, Select, TextField } from '@promenade/ui/field';
import { useAsk } from '@promenade/ui/query.ts';
import { peopleDocument } from './library.graphql.ts';
import styles from './library.module.css';
import { words } from './words.ts';

/** What the address of the page asks for: every filter is a word in it, so that a search can be sent to somebody. */
export type Wanted = { for: string; words: string; kind: string; setting: string; minutes: string; company: string; free: string; kit: string; use: string };
const NAMES = ['for', 'words', 'kind', 'setting', 'minutes', 'company', 'free', 'kit', 'use'] as const satisfies readonly (keyof Wanted)[];
/** Those that stay folded away until somebody needs them. */
const NARROW = NAMES.filter((name) => name !== 'for' && name !== 'words');
const ALLOWED: Partial<Record<keyof Wanted, RegExp>> = {
  for: /^[0-9a-f-]{36}$/i, kind: /^[a-z]+$/, setting: /^(home|out)$/, minutes: /^\d{1,3}$/, company: /^(one|group)$/, free: /^yes$/, kit: /^yes$/, use: /^(used|not yet|retired)$/,
};

/** What the address asks for; what makes no sense there is left out. */
export function wantedIn(params: URLSearchParams): Wanted {
  const entries = NAMES.map((name) => {
    const said = params.get(name) ?? '';
    return [name, (ALLOWED[name]?.test(said) ?? true) ? said : ''] as const;
  });
  const wanted = Object.fromEntries(entries) as Wanted;
  return { ...wanted, kind: wanted.kind in words.kinds ? wanted.kind : '' };
}

const MINUTES = ['20', '30', '45', '60', '90'] as const;

export function Filters({ wanted, letters, onLetters, onChange, onClear }: { wanted: Wanted; letters: string; onLetters: (typed: string) => void; onChange: (more: Partial<Wanted>) => void; onClear: () => void }) {
  const people = useAsk(peopleDocument, {}).data?.residents ?? [];
  const living = people.filter(({ status }) => !['moved out', 'died'].includes(status));
  const isNarrow = NAMES.some((name) => wanted[name] !== '') || letters !== '';
  const select = (name: keyof Wanted, label: string, any: string, options: readonly (readonly [value: string, label: string])[]) => (
    <Select label={label} value={wanted[name] || 'any'} onValue={(value) => onChange({ [name]: value === 'any' ? '' : value })} options={[{ value: 'any', label: any }, ...options.map(([value, said]) => ({ value, label: said }))]} />
  );
  return (
    <search className={styles.search}>
      <div className={styles.first}>
        <TextField label={words.find} hint={words.findHint} type="search" maxLength={200} value={letters} onValue={onLetters} autoComplete="off" />
        {select('for', words.forWhom, words.anyone, living.map(({ id, preferredName, familyName }) => [id, `${preferredName} ${familyName}`]))}
      </div>
      <details className={styles.narrow} open={NARROW.some((name) => wanted[name] !== '')}>
        <summary>{words.more}</summary>
        <div className={styles.filters}>
          {select('kind', words.kind, words.everyKind, Object.entries(words.kinds))}
          {select('setting', words.setting, words.anywhere, [['home', words.home], ['out', words.out]])}
          {select('company', words.company, words.anyCompany, [['one', words.one], ['group', words.group]])}
          {select('minutes', words.time, words.anyTime, MINUTES.map((minutes) => [minutes, words.upTo(Number(minutes))]))}
          {select('use', words.use, words.uses.all, [['used', words.uses.used], ['not yet', words.uses['not yet']], ['retired', words.uses.retired]])}
        </div>
        <div className={styles.ticks}>
          <Checkbox label={words.free} checked={wanted.free === 'yes'} onValue={(on) => onChange({ free: on ? 'yes' : '' })} />
          <Checkbox label={words.kitHere} checked={wanted.kit === 'yes'} onValue={(on) => onChange({ kit: on ? 'yes' : '' })} />
        </div>
      </details>
      {isNarrow && <div><Button onClick={onClear}>{words.clear}</Button></div>}
    </search>
  );
}
