/** The large cards of a week: a picture, when, what, and what was said of it. */
import { Heart, ThumbsDown } from 'lucide-react';
import { classes } from '@promenade/ui/classes.ts';
import { Avatar } from '@promenade/ui/person-chip';
import { Picture } from '@promenade/ui/picture';
import { type Promised, type Subject, type Thing, type View, dayName, linesOf, promisedLines } from './own-week.ts';
import styles from './own-week.module.css';
import { clock, words } from './words.ts';

export function Said({ said }: { said: Thing['said'] }) {
  if (!said) return null;
  const isYes = said.says === 'yes';
  return <span className={classes(styles.said, isYes ? styles.yes : styles.no)}>{isYes ? <Heart aria-hidden="true" /> : <ThumbsDown aria-hidden="true" />} {isYes ? words.saidYes : words.saidNo}</span>;
}

/** Something that can be answered is a button; a routine, or what is off, only says so. */
export function Card({ view, thing, isBig, withDay, onOpen }: { view: View; thing: Thing; isBig?: boolean; withDay?: boolean; onOpen: (subject: Subject) => void }) {
  const { what, picture, sessionId, said, isOff, friendIds } = thing;
  const friends = view.friends.filter(({ id }) => friendIds.includes(id));
  const inside = (
    <>
      <Picture name={picture ?? 'sun'} size={isBig ? 'huge' : 'large'} />
      <span className={styles.text}>
        <span className={styles.when}>{withDay ? `${dayName(view.today, thing.day)}, ${words.at(thing.from)}` : upper(clock(thing.from))}</span>
        <span className={classes(styles.what, isOff && styles.off)}>{what}</span>
        {isOff ? <span className={styles.line}>{words.isOff}</span> : isBig && linesOf(view, thing).map((line) => <span key={line} className={styles.line}>{line}</span>)}
        <Said said={said} />
        {isBig && friends.length > 0 && <span className={styles.friends}>{friends.map(({ id, name, photoId }) => <Avatar key={id} id={id} name={name} photo={photoId ? `/media/${photoId}?size=thumb` : null} />)}</span>}
      </span>
    </>
  );
  const look = classes(styles.card, isBig && styles.big, !isBig && sessionId === null && styles.plain);
  return (
    <li>
      {sessionId === null ? <div className={look}>{inside}</div> : (
        <button type="button" className={look} onClick={() => onOpen({ title: what, picture, sessionId, promiseId: null, said })}>{inside}</button>
      )}
    </li>
  );
}

export function PromiseCard({ promised, today, zone, onOpen }: { promised: Promised; today: string; zone: string; onOpen: (subject: Subject) => void }) {
  const { id, words: what, picture, said, isLate } = promised;
  return (
    <li>
      <button type="button" className={classes(styles.card, styles.big, isLate && styles.late)} onClick={() => onOpen({ title: what, picture: picture ?? 'handshake', sessionId: null, promiseId: id, said })}>
        <Picture name={picture ?? 'handshake'} size="huge" />
        <span className={styles.text}>
          <span className={styles.what}>{what}</span>
          {promisedLines(promised, today, zone).map((line) => <span key={line} className={styles.line}>{line}</span>)}
          <Said said={said} />
        </span>
      </button>
    </li>
  );
}

const upper = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
