import { useState } from 'react';
import { Badge } from '@promenade/ui/badge';
import { LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { words as shared } from '@promenade/ui/words.ts';
import { Hint } from '../../ladder/ladder-ask.tsx';
import { LadderNow } from '../../ladder/ladder-now.tsx';
import type { Task } from './day.ts';
import styles from './day.module.css';
import { words } from './words.ts';

/** So many stand on the screen of a shift; the page of them all has the rest. */
const FIRST = 5;

/** What to let people do, today: said before it is done, and one tap says how much help it took. Those that nobody has tapped come first. */
export function LadderToday({ tasks }: { tasks: readonly Task[] }) {
  // Where it stood when the page was opened: a tap moves nothing away from under the finger.
  const [tapped] = useState(() => new Set(tasks.filter(({ today }) => today !== null).map(({ id }) => id)));
  const shown = tasks.toSorted((a, b) => Number(tapped.has(a.id)) - Number(tapped.has(b.id))).slice(0, FIRST);
  return (
    <Card title={words.ladder}>
      <ul role="list" className={styles.lines}>
        {shown.map((task) => (
          <li key={task.id}>
            <details className={styles.needs} open={shown.length === 1}>
              <summary>
                <span className={styles.summary}>{words.ladderLine(task.residentName, task.name)} {task.today !== null && <Badge tone="kept">{shared.ladder[task.today]}</Badge>}</span>
              </summary>
              <LadderNow task={task} hideHint />
            </details>
            <Hint task={task} />
          </li>
        ))}
      </ul>
      <LinkButton href="/let-do">{words.ladderAll(tasks.length)}</LinkButton>
    </Card>
  );
}
