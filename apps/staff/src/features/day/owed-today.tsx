import { sayDay } from '@promenade/domain/shared/time';
import { StateChip } from '@promenade/ui/badge';
import { Card } from '@promenade/ui/card';
import { Picture } from '@promenade/ui/picture';
import type { DuePromise } from './day.ts';
import styles from './day.module.css';
import { words } from './words.ts';

/** What is due today, and what was missed and not explained. */
export function DuePromises({ promises, today }: { promises: readonly DuePromise[]; today: string }) {
  return (
    <Card title={<span id="promises">{words.promises}</span>} tone={promises.some(({ unexplained }) => unexplained) ? 'missed' : undefined}>
      {promises.length === 0 ? <p className={styles.soft}>{words.noPromises}</p> : (
        <ul role="list" className={styles.lines}>
          {promises.map((each) => (
            <li key={each.id} className={styles.line}>
              <Picture name={each.picture ?? 'handshake'} size="small" />
              <span className={styles.lineWords}>
                <a href={`/promises/${each.id}`}><strong>{each.residentName}</strong>: {each.words}</a>
                <span className={styles.soft}>{each.dueOn === today ? words.dueToday : sayDay(each.dueOn)}</span>
              </span>
              <StateChip state={each.unexplained ? 'unexplained' : each.plannedFor ? 'scheduled' : 'atRisk'} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
