import { useState } from 'react';
import { dayIn } from '@promenade/domain/shared/time';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { useMe } from '../../app/me.ts';
import type { FamilyPerson } from './person-page.tsx';
import styles from './person.module.css';
import { dayFrom, dayWithin, words } from './words.ts';

type Happening = NonNullable<FamilyPerson['happened']>[number];
const FIRST = 4;

/** What happened, newest first, with who wrote it down. */
export function Happenings({ happened, today }: { happened: readonly Happening[]; today: string }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? happened : happened.slice(0, FIRST);
  return (
    <section className={styles.part}>
      <h2>{words.happened}</h2>
      {happened.length === 0 ? (
        <p>{words.happenedNone}</p>
      ) : (
        <Card as="div">
          {[...new Set(shown.map((each) => each.day))].map((day) => (
            <div key={day} className={styles.day}>
              <h3>{dayFrom(today, day)}</h3>
              <ul role="list">
                {shown
                  .filter((each) => each.day === day)
                  .map((each) => (
                    <Happened key={each.id} happening={each} today={today} />
                  ))}
              </ul>
            </div>
          ))}
        </Card>
      )}
      {!isAll && happened.length > FIRST && (
        <div>
          <Button onClick={() => setAll(true)}>{words.earlier(happened.length - FIRST)}</Button>
        </div>
      )}
    </section>
  );
}

function Happened({ happening, today }: { happening: Happening; today: string }) {
  const { home } = useMe();
  const saidOn = dayWithin(today, dayIn(home.zone, new Date(happening.saidAt)));
  return (
    <li className={styles.entry}>
      <span className={styles.time}>{happening.from}</span>
      <div>
        <p className={styles.what}>{happening.what}</p>
        <p>{happening.words}</p>
        {happening.note && <p className={styles.note}>“{happening.note}”</p>}
        <p className={styles.soft}>{words.said(happening.saidBy, saidOn)}</p>
      </div>
    </li>
  );
}
