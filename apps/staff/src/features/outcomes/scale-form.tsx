import { Lightbulb } from 'lucide-react';
import { useState } from 'react';
import { GOAL_EXAMPLES } from '@promenade/domain/reablement/goal-examples';
import { type Hint, hintsOn } from '@promenade/domain/reablement/goal-hints';
import { dayIn } from '@promenade/domain/shared/time';
import { Button } from '@promenade/ui/button';
import { Choice } from '@promenade/ui/choice';
import { DateField, Select, TextArea } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMe } from '../../app/me.ts';
import { goalWords as words } from './goal-words.ts';
import styles from './goals.module.css';
import type { Goal } from './levels.tsx';
import { afterwards } from './outcome-forms.tsx';
import { draftGoalDocument, writeGoalDocument } from './outcomes.graphql.ts';

type Draft = { levels: string[]; baseline: number | null; byDay: string; importance: number | null; difficulty: number | null; writtenWith: string };
/** The middle first, as one writes: then what falls short of it, then what goes beyond. */
const IN_ORDER = [2, 1, 0, 3, 4] as const;

function begin({ scale, draft }: Goal, byDate: string | null): Draft {
  const from = draft ?? scale;
  return {
    levels: [...(from?.levels ?? ['', '', '', '', ''])], baseline: from?.baseline ?? null, byDay: from?.byDay ?? byDate ?? '', importance: from?.importance ?? null, difficulty: from?.difficulty ?? null,
    writtenWith: draft?.writtenWith ?? '',
  };
}

/** Five levels, with worked examples and gentle hints; they may be put aside half written. */
export function ScaleForm({ goal, name, byDate, onClose }: { goal: Goal; name: string; byDate: string | null; onClose: () => void }) {
  const [[id, draftId]] = useState(() => [ownId(), ownId()] as const);
  const { home: { zone } } = useMe();
  const [draft, setDraft] = useState(() => begin(goal, byDate));
  // Hints come when somebody has finished a field, not while they type.
  const [looked, look] = useState(draft);
  const change = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  const save = useTell(writeGoalDocument, { onAnswer: afterwards(onClose) });
  const aside = useTell(draftGoalDocument, { onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') return;
    toast(words.putAside);
    onClose();
  } });
  const { outcomeId, comfort } = goal;
  const common = { outcomeId, levels: draft.levels, importance: draft.importance, difficulty: draft.difficulty, byDay: comfort ? null : draft.byDay || null, writtenWith: draft.writtenWith || null };
  const hints = hintsOn({ levels: looked.levels, baseline: draft.baseline, byDay: draft.byDay || null, comfort }, dayIn(zone, new Date()));
  const baselines = [-2, -1, 0].map((value) => ({ value, label: draft.levels[value + 2]?.trim() || words.levelNames(comfort)[value + 2] || '', ...(value === 0 && { hint: comfort ? words.nowKept : words.nowThere }) }));
  return (
    <FormSheet title={words.formTitle} save={words.save} onClose={onClose} busy={save.isPending} refused={refusalIn(save.data?.answer) ?? refusalIn(aside.data?.answer)} error={save.error ?? aside.error}
      onSave={() => save.mutate({ input: { id, ...common, baseline: draft.baseline ?? 1 } })}>
      <p className={styles.soft}>{words.formLead(name)}</p>
      <Examples comfort={comfort} onUse={(levels) => { change({ levels: [...levels] }); look({ ...draft, levels: [...levels] }); }} />
      {IN_ORDER.map((level) => (
        <div key={level} onBlur={() => look(draft)}>
          <TextArea label={words.levelNames(comfort)[level]} hint={words.levelHints(comfort)[level]} rows={2} maxLength={400} value={draft.levels[level]} onValue={(text) => change({ levels: draft.levels.with(level, text) })} />
          <Hints hints={hints.filter((hint) => hint.level === level)} />
        </div>
      ))}
      <Choice layout="list" legend={words.nowLegend} hint={words.nowHint} options={baselines} value={draft.baseline} onValue={(baseline) => change({ baseline })} />
      {!comfort && <DateField label={words.byDay} optional value={draft.byDay} onValue={(byDay) => change({ byDay })} />}
      <Hints hints={hints.filter((hint) => hint.level === null)} />
      <TextArea label={words.withPerson(name)} hint={words.withHint} optional rows={2} maxLength={500} value={draft.writtenWith} onValue={(writtenWith) => change({ writtenWith })} />
      {!comfort && (
        <details className={styles.more}>
          <summary>{words.weighing}</summary>
          <Choice layout="row" legend={words.importance} options={words.ratings.map((label, value) => ({ value, label }))} value={draft.importance} onValue={(importance) => change({ importance })} />
          <Choice layout="row" legend={words.difficulty} options={words.ratings.map((label, value) => ({ value, label }))} value={draft.difficulty} onValue={(difficulty) => change({ difficulty })} />
        </details>
      )}
      <p><Button busy={aside.isPending} onClick={() => aside.mutate({ input: { id: draftId, ...common, baseline: draft.baseline } })}>{words.aside}</Button></p>
    </FormSheet>
  );
}

/** Suggestions, said politely when they appear; nothing here stops anybody. */
function Hints({ hints }: { hints: readonly Hint[] }) {
  return (
    <div role="status">
      {hints.map(({ code, words: text }) => <p key={code} className={styles.hint}><Lightbulb aria-hidden="true" size="1.1em" /> {text}</p>)}
    </div>
  );
}

function Examples({ comfort, onUse }: { comfort: boolean; onUse: (levels: readonly string[]) => void }) {
  const [key, setKey] = useState('');
  const example = GOAL_EXAMPLES.find((each) => each.key === key);
  // Those of the same kind come first.
  const ordered = GOAL_EXAMPLES.toSorted((a, b) => Number(b.comfort === comfort) - Number(a.comfort === comfort));
  return (
    <div className={styles.example}>
      <Select label={words.examples} hint={words.examplesHint} optional options={ordered.map((each) => ({ value: each.key, label: each.comfort ? `${each.about} (${words.comfortExample})` : each.about }))} value={key} onValue={setKey} />
      {example && (
        <>
          <p><strong>{words.exampleFor(example.outcome)}</strong> {example.why}</p>
          <ol role="list" className={styles.exampleLevels}>{example.levels.map((level, n) => <li key={level}><span className={styles.levelName}>{words.levelNames(example.comfort)[n]}</span>{level}</li>).toReversed()}</ol>
          <p><Button onClick={() => onUse(example.levels)}>{words.use}</Button></p>
        </>
      )}
    </div>
  );
}
