import type { ResultOf } from 'gql.tada';
import { addDays, sayDay } from '@promenade/domain/shared/time';
import { Card } from '@promenade/ui/card';
import type { asksDocument } from './asks.graphql.ts';
import styles from './asks.module.css';
import { words } from './words.ts';

type Visit = ResultOf<typeof asksDocument>['visits'][number];

/** Who comes, day by day, and what of the plan that meets. */
export function Visits({ visits, today }: { visits: readonly Visit[]; today: string }) {
  if (visits.length === 0) return <p className={styles.soft}>{words.noVisits}</p>;
  const name = (day: string) => (day === today ? 'Today' : day === addDays(today, 1) ? 'Tomorrow' : sayDay(day));
  return (
    <Card as="div">
      {[...new Set(visits.map(({ day }) => day))].map((day) => (
        <div key={day} className={styles.day}>
          <h3>{name(day)}</h3>
          <ul role="list">
            {visits.filter((visit) => visit.day === day).map((visit) => (
              <li key={`${visit.visitId}${visit.day}`} className={styles.visit}>
                <span className={styles.time}>{visit.from}</span>
                <div>
                  <p><a href={`/people/${visit.residentId}/family`}><strong>{visit.residentName}</strong></a>: {words.comes(visit.who, visit.relation)}</p>
                  {visit.words && <p>{visit.words}</p>}
                  {visit.meets.length > 0 && <div className={styles.meets}>{visit.meets.map((meets) => <p key={meets}>{meets}</p>)}<p className={styles.soft}>{words.meets}</p></div>}
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Card>
  );
}
