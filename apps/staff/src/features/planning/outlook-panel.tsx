import { Notice } from '@promenade/ui/notice';
import { Progress } from '@promenade/ui/progress';
import { useMemo } from 'react';
import { type Week, outlookOf } from './board.ts';
import styles from './board.module.css';
import { words } from './words.ts';

/** How good the week is, in people's terms; while the planner looks, how far it has got. */
export function OutlookPanel({ week }: { week: Week }) {
  const outlook = useMemo(() => outlookOf(week), [week]);
  const { search } = week.live;
  const isSearching = search?.state === 'running' || search?.state === 'waiting';
  const seconds = Math.min(search?.seconds ?? 0, Math.round((search?.elapsed ?? 0) / 1000));
  return (
    <section className={styles.outlook} aria-label={words.board.how}>
      {search && isSearching && (
        <div className={styles.searching} role="status">
          <Progress label={search.state === 'waiting' ? words.board.waiting : words.board.searching} value={seconds} of={search.seconds} says={words.board.seconds(seconds, search.seconds)} tone="calm" />
        </div>
      )}
      <div className={styles.bars}>
        {outlook.promises[1] > 0 && <Progress label={words.board.promises} value={outlook.promises[0]} of={outlook.promises[1]} says={words.board.ofMany(...outlook.promises)} tone={outlook.promises[0] < outlook.promises[1] ? 'owed' : 'kept'} />}
        {outlook.routines[1] > 0 && <Progress label={words.board.routines} value={outlook.routines[0]} of={outlook.routines[1]} says={words.board.ofMany(...outlook.routines)} />}
        <Progress label={words.board.someone} value={outlook.someone[0]} of={outlook.someone[1]} says={words.board.ofMany(...outlook.someone)} />
      </div>
      {(outlook.nothingYet.length > 0 || outlook.notKept.length > 0) && (
        <div className={styles.notYet}>
          {outlook.notKept.length > 0 && <p>{words.board.notKept(outlook.notKept)}</p>}
          {outlook.nothingYet.length > 0 && <p>{words.board.nothingYet(outlook.nothingYet)}</p>}
        </div>
      )}
      {!isSearching && search?.state === 'done' && week.status === 'draft' && <Notice kind="good" live="polite">{words.board.done}</Notice>}
      {!isSearching && search?.state === 'stopped' && week.status === 'draft' && <Notice live="polite">{words.board.stopped}</Notice>}
    </section>
  );
}
