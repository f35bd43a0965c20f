import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Choice } from '@promenade/ui/choice';
import { TextArea } from '@promenade/ui/field';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import styles from '../../common/lines.module.css';
import type { Goal } from './progress-page.tsx';
import { sayLevelDocument } from './progress.graphql.ts';
import { words } from './words.ts';

const LOWEST = -2;

/** One tap for one of the five sentences, and a word beside it. What was said earlier today is put right; what was said before that stays. */
export function YourView({ goal, wanted, today }: { goal: Goal; wanted: string; today: string }) {
  const own = goal.reached.find(({ isYours }) => isYours) ?? null;
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <div className={styles.actions} data-print="no">
        <Button aria-label={own ? words.againAbout(wanted) : words.sayAbout(wanted)} onClick={() => setOpen(true)}>{own ? words.again : words.say}</Button>
      </div>
    );
  }
  return <Saying goal={goal} correctsId={own?.on === today ? own.id : null} onDone={() => setOpen(false)} />;
}

function Saying({ goal: { outcomeId, scaleId, levels }, correctsId, onDone }: { goal: Goal; correctsId: string | null; onDone: () => void }) {
  const [id] = useState(ownId);
  const [level, setLevel] = useState<number | null>(null);
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const tell = useTell(sayLevelDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      toast(words.sent);
      onDone();
    },
  });
  function send(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (level === null) setError(words.choose);
    else tell.mutate({ input: { id, outcomeId, scaleId, attained: level + LOWEST, words: text.trim() || null, correctsId } });
  }
  return (
    <form className={styles.form} onSubmit={send} data-print="no">
      <Choice legend={words.say} hint={words.sayHint} error={error} layout="list" value={level} onValue={(value) => { setLevel(value); setError(null); }} options={levels.map((sentence, place) => ({ value: place, label: sentence }))} />
      <TextArea label={words.more} hint={words.moreHint} optional value={text} onValue={setText} />
      <RefusedNotice refused={refusalIn(tell.data?.answer)} title={null} />
      <Failed error={tell.error} />
      <div className={styles.actions}>
        <Button type="submit" kind="primary" busy={tell.isPending}>{words.send}</Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </form>
  );
}
