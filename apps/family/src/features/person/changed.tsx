import { clockIn, dayIn } from '@promenade/domain/shared/time';
import { Card } from '@promenade/ui/card';
import { useMe } from '../../app/me.ts';
import type { FamilyPerson } from './person-page.tsx';
import styles from './person.module.css';
import { dayWithin, words } from './words.ts';

type Change = NonNullable<FamilyPerson['changed']>[number];

/** What is different from what was planned before, and why. */
export function Changed({ changed, today }: { changed: readonly Change[]; today: string }) {
  const { zone } = useMe().home;
  if (changed.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{words.changed}</h2>
      <Card as="div" tone="owed">
        <ul role="list" className={styles.changes}>
          {changed.map(({ id, words: told, toldAt }) => {
            const at = new Date(toldAt);
            return (
              <li key={id}>
                <p className={styles.what}>{told}</p>
                <p className={styles.soft}>{words.toldOn(dayWithin(today, dayIn(zone, at)), clockIn(zone, at))}</p>
              </li>
            );
          })}
        </ul>
      </Card>
    </section>
  );
}
