import { useState } from 'react';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { TextArea, TextField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { ownId } from '@promenade/ui/own-id.ts';
import { Picture } from '@promenade/ui/picture';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMay } from '../../app/me.ts';
import type { Of } from './support-plan-page.tsx';
import { spendDocument } from './taper.graphql.ts';
import styles from './taper.module.css';
import { words } from './words.ts';

type Wish = { activityId: string | null; what: string; notNow: boolean };

/** What progress set free, and the person's choice of what to do with it: three ideas at most, something else, or not now. */
export function WishMinutes({ of }: { of: Of }) {
  const [chosen, choose] = useState<Wish | null>(null);
  const mayWrite = useMay('reablement.write');
  const { wishMinutes: { balance, lines, ideas }, name } = of;
  return (
    <Card title={words.wishes}>
      <p className={styles.soft}>{words.wishLead(name)}</p>
      <p className={styles.balance}><strong className={styles.big}>{balance}</strong> {words.balance(balance)}</p>
      {balance === 0 && lines.length === 0 && <p>{words.noWishes}</p>}
      {balance > 0 && mayWrite && (
        <div data-print="no">
          <h3>{words.choose(name)}</h3>
          <ul role="list" className={styles.ideas}>
            {ideas.map((idea) => (
              <li key={idea.activityId}>
                <Button kind="choice" wide icon={<Picture name={idea.picture} />} onClick={() => choose({ activityId: idea.activityId, what: idea.name, notNow: false })}>{idea.name}<span className={styles.because}>{idea.because}</span></Button>
              </li>
            ))}
          </ul>
          <p className={styles.other}>
            <Button onClick={() => choose({ activityId: null, what: '', notNow: false })}>{words.else}</Button>
            <Button onClick={() => choose({ activityId: null, what: words.notNow, notNow: true })}>{words.notNow}</Button>
          </p>
        </div>
      )}
      {lines.length > 0 && (
        <ul role="list" className={styles.lines}>
          {lines.map((line) => (
            <li key={line.id}><span>{line.kind === 'freed' ? words.freed(line.minutes) : line.kind === 'spent' ? words.spent(-line.minutes, line.what) : line.what}{line.say && <span className={styles.say}> “{line.say}”</span>} <span className={styles.soft}>{words.week(line.week)}</span></span></li>
          ))}
        </ul>
      )}
      {chosen && <SpendForm of={of} wish={chosen} onClose={() => choose(null)} />}
    </Card>
  );
}

function SpendForm({ of, wish, onClose }: { of: Of; wish: Wish; onClose: () => void }) {
  const [id] = useState(ownId);
  const [draft, setDraft] = useState({ what: wish.what, minutes: String(Math.min(of.wishMinutes.balance, 60)), say: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(spendDocument, { onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') return;
    toast();
    onClose();
  } });
  const { spendForm: form } = words;
  const save = () => tell.mutate({ input: { id, residentId: of.residentId, minutes: wish.notNow ? 0 : Number(draft.minutes || 0), activityId: wish.activityId, what: wish.activityId ? null : draft.what, say: draft.say, notNow: wish.notNow } });
  return (
    <FormSheet title={form.title(wish.what || words.else)} save={form.save} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      {wish.activityId === null && !wish.notNow && <TextField label={form.what} maxLength={200} value={draft.what} onValue={(what) => change({ what })} />}
      {!wish.notNow && <TextField label={form.minutes} inputMode="numeric" value={draft.minutes} onValue={(minutes) => change({ minutes: minutes.replace(/\D/g, '').slice(0, 5) })} />}
      <TextArea label={form.say} hint={form.sayHint} rows={2} maxLength={1000} value={draft.say} onValue={(say) => change({ say })} />
    </FormSheet>
  );
}
