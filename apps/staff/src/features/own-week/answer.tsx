/** One thing, as large as the screen: yes, no, and "I did not mean that". */
import { ArrowLeft, Heart, ThumbsDown, Undo2, Volume2 } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Notice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { Picture } from '@promenade/ui/picture';
import { useTell } from '@promenade/ui/query.ts';
import { say } from '@promenade/ui/speech.ts';
import type { Subject } from './own-week.ts';
import { sayOwnWordDocument, takeOwnWordBackDocument } from './own-week.graphql.ts';
import styles from './own-week.module.css';
import { words } from './words.ts';

type Word = { id: string; says: string };

export function Answer({ subject, residentId, aloud, onBack }: { subject: Subject; residentId: string; aloud: (text: string) => void; onBack: () => void }) {
  const [word, setWord] = useState<Word | null>(subject.said);
  const [isTakenBack, setTakenBack] = useState(false);
  const [whyNot, setWhyNot] = useState<readonly string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const settle = (next: Word | null) => {
    setWord(next);
    setTakenBack(next === null);
    aloud(next ? saidOf(next, subject).join(' ') : words.takenBack);
    heading.current?.focus();
  };
  const tell = useTell(sayOwnWordDocument, {
    onAnswer: ({ sayOwnWord: answer }) => {
      if (answer.__typename === 'OwnWord') settle({ id: answer.id, says: answer.says });
      else {
        const reasons = answer.reasons.map(({ message }) => message);
        setWhyNot(reasons);
        aloud(reasons.join(' '));
      }
    },
  });
  const undo = useTell(takeOwnWordBackDocument, { onAnswer: () => settle(null) });
  const give = (says: 'yes' | 'no') => {
    setWhyNot([]);
    // The clock is read when somebody touches the screen.
    tell.mutate({ input: { id: ownId(), residentId, sessionId: subject.sessionId, promiseId: subject.promiseId, says, saidAt: new Date(Date.now()).toISOString() } });
  };
  const asked = `${subject.title}. ${words.yes}? ${words.no}?`;
  const open = useEffectEvent(() => aloud(subject.said ? saidOf(subject.said, subject).join(' ') : asked));
  useEffect(() => {
    open();
    heading.current?.focus();
  }, []);
  const isBusy = tell.isPending || undo.isPending;
  return (
    <section className={styles.answer} aria-busy={isBusy}>
      <header className={styles.top}>
        <button type="button" className={styles.hear} onClick={onBack} aria-label={words.back}><ArrowLeft aria-hidden="true" /></button>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>{subject.title}</h1>
        <button type="button" className={styles.hear} onClick={() => say(word ? saidOf(word, subject).join(' ') : asked)} aria-label={words.hear}><Volume2 aria-hidden="true" /></button>
      </header>
      <div className={styles.middle}><Picture name={subject.picture ?? 'sun'} size="huge" /></div>
      <div role="status" className={styles.answered}>
        {word && saidOf(word, subject).map((line, n) => <p key={line} className={n === 0 ? styles.what : styles.line}>{line}</p>)}
        {isTakenBack && <p className={styles.what}>{words.takenBack}</p>}
      </div>
      {whyNot.length > 0 && <Notice kind="refused" live="now" reasons={whyNot} />}
      <Failed error={tell.error ?? undo.error} />
      <ul role="list" className={styles.two}>
        {word ? (
          <>
            <li><button type="button" className={styles.tap} disabled={isBusy} onClick={() => undo.mutate({ id: word.id })}><Undo2 aria-hidden="true" /> {words.notMeant}</button></li>
            <li><button type="button" className={styles.tap} onClick={onBack}><ArrowLeft aria-hidden="true" /> {words.back}</button></li>
          </>
        ) : (
          <>
            <li><button type="button" className={`${styles.tap ?? ''} ${styles.tapYes ?? ''}`} disabled={isBusy} onClick={() => give('yes')}><Heart aria-hidden="true" /> {words.yes}</button></li>
            <li><button type="button" className={`${styles.tap ?? ''} ${styles.tapNo ?? ''}`} disabled={isBusy} onClick={() => give('no')}><ThumbsDown aria-hidden="true" /> {words.no}</button></li>
          </>
        )}
      </ul>
    </section>
  );
}

function saidOf({ says }: Word, { title, promiseId }: Subject): string[] {
  if (says === 'yes') return [words.yesTo(title)];
  return [words.noTo(title), promiseId === null ? words.somebodyKnows : words.askedAgain];
}
