import { useId, useState } from 'react';
import { daysBetween, sayDay } from '@promenade/domain/shared/time';
import { Button } from '@promenade/ui/button';
import { DateField, TextArea } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { Unseen } from '@promenade/ui/unseen';
import { goalWords as words } from './goal-words.ts';
import styles from './goals.module.css';
import type { Goal } from './levels.tsx';
import { LinesChart } from './lines-chart.tsx';
import { afterwards } from './outcome-forms.tsx';
import { noteTalkDocument, sayBeliefDocument } from './outcomes.graphql.ts';
import { words as page } from './words.ts';

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const TICKS = [1, 5, 10].map((value) => ({ value, words: String(value) }));

/** How much it matters and how sure the person is, over time; a fall asks for a conversation. */
export function Beliefs({ goal, name, about, onAsk, onTalk }: { goal: Goal; name: string; about: string; onAsk: (() => void) | null; onTalk: (() => void) | null }) {
  const { beliefs, talks, fall } = goal;
  const latest = beliefs.at(-1);
  const of = (kind: 'importance' | 'confidence') => ({ key: kind, look: kind === 'importance' ? 0 : 1, name: words.series[kind], points: beliefs.map(({ on, [kind]: value }) => ({ at: daysBetween('2020-01-01', on), day: sayDay(on), value, words: String(value) })) });
  return (
    <section className={styles.part}>
      <h3>{words.sure}</h3>
      {fall && <Notice kind="warning" title={words.fallTitle} actions={onTalk && <Button onClick={onTalk}>{words.talk}<Unseen>{`: ${about}`}</Unseen></Button>}>{fall}</Notice>}
      <div className={styles.beside}>
        <Stack gap={3}>
          {latest ? <p>{words.beliefNow(latest.importance, latest.confidence, sayDay(latest.on))} {latest.words && <q>{latest.words}</q>}</p> : <p className={styles.soft}>{words.notAsked(name)}</p>}
          {talks.length > 0 && (
            <details className={styles.more}>
              <summary>{words.talks(talks.length)}</summary>
              <ul role="list" className={styles.entries}>{talks.map((talk) => <li key={talk.id}><p><q>{talk.said}</q> {talk.then} <span className={styles.soft}>{talk.recordedByName}</span></p></li>)}</ul>
            </details>
          )}
          {onAsk && <p><Button onClick={onAsk}>{latest ? words.askAgain : words.ask}<Unseen>{`: ${about}`}</Unseen></Button></p>}
        </Stack>
        {beliefs.length > 1 && <LinesChart title={words.beliefChart} summary={words.beliefSays(beliefs.length)} lines={[of('importance'), of('confidence')]} ticks={TICKS} dayHeading={words.day} asTable={words.asTable} />}
      </div>
    </section>
  );
}

export function BeliefForm({ goal, name, onClose }: { goal: Goal; name: string; onClose: () => void }) {
  const [id] = useState(ownId);
  const [draft, setDraft] = useState<{ importance: number | null; confidence: number | null; said: string; on: string }>({ importance: null, confidence: null, said: '', on: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(sayBeliefDocument, { onAnswer: afterwards(onClose) });
  const save = () => tell.mutate({ input: { id, outcomeId: goal.outcomeId, importance: draft.importance ?? 0, confidence: draft.confidence ?? 0, on: draft.on || null, words: draft.said || null } });
  return (
    <FormSheet title={words.ask} save={page.save} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <OneToTen legend={words.matters(name)} value={draft.importance} onValue={(importance) => change({ importance })} />
      <OneToTen legend={words.sureOfIt(name)} value={draft.confidence} onValue={(confidence) => change({ confidence })} />
      <TextArea label={words.beliefWords} optional rows={2} maxLength={1000} value={draft.said} onValue={(said) => change({ said })} />
      <DateField label={words.onDay} optional value={draft.on} onValue={(on) => change({ on })} />
    </FormSheet>
  );
}

function OneToTen({ legend, value, onValue }: { legend: string; value: number | null; onValue: (value: number) => void }) {
  const name = useId();
  return (
    <fieldset>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.ten}>
        {TEN.map((each) => <label key={each}><input type="radio" name={name} checked={each === value} onChange={() => onValue(each)} /><span>{each}</span></label>)}
      </div>
      <p className={styles.ends} aria-hidden="true">{words.ends.map((end) => <span key={end}>{end}</span>)}</p>
    </fieldset>
  );
}

export function TalkForm({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const [id] = useState(ownId);
  const [draft, setDraft] = useState({ said: '', then: '' });
  const tell = useTell(noteTalkDocument, { onAnswer: afterwards(onClose) });
  return (
    <FormSheet title={words.talkTitle} save={page.save} onClose={onClose} onSave={() => tell.mutate({ input: { id, outcomeId: goal.outcomeId, said: draft.said, then: draft.then || null } })} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      {goal.fall && <p className={styles.soft}>{goal.fall}</p>}
      <TextArea label={words.said} hint={words.saidHint} rows={3} maxLength={1000} value={draft.said} onValue={(said) => setDraft({ ...draft, said })} />
      <TextArea label={words.then} optional rows={2} maxLength={1000} value={draft.then} onValue={(then) => setDraft({ ...draft, then })} />
    </FormSheet>
  );
}
