import { classes } from '@promenade/ui/classes.ts';
import type { Week } from './board.ts';
import styles from './verdict.module.css';
import type { Hands } from './hands.ts';
import { type Scene, sayMove } from './moves.ts';
import { useHeld } from './use-hands.ts';
import { words } from './words.ts';

const MOST = 4;

/** Beside the hand: where the session would be, whether that works, and if not, why. What is read aloud is said by the hands. */
export function Verdict({ hands, week, view }: { hands: Hands | null; week: Week; view: Scene['view'] }) {
  const held = useHeld(hands);
  if (!hands || !held) return null;
  const { one, lane, target, breaks, isMoved, by } = held;
  if (!isMoved && by === 'pointer') return null;
  const what = sayMove(week.names, one.session, view, lane, target);
  return (
    <div ref={(element) => hands.follow(element)} className={classes(styles.verdict, breaks.length > 0 && styles.bad)} aria-hidden="true">
      <strong>{!isMoved ? words.moving.wasHere(what) : breaks.length > 0 ? words.board.wouldBreak(what) : words.board.wouldWork(what)}</strong>
      {breaks.length > 0 && <ul>{breaks.slice(0, MOST).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
      {breaks.length > MOST && <p>{words.moving.andMore(breaks.length - MOST)}</p>}
      {by === 'keys' && <p className={styles.keys}>{words.moving.keys}</p>}
    </div>
  );
}
