import { Card } from '@promenade/ui/card';
import { classes } from '@promenade/ui/classes.ts';
import type { FamilyPerson } from './person-page.tsx';
import styles from './person.module.css';
import { dayFrom, words } from './words.ts';

type Session = NonNullable<FamilyPerson['planned']>[number];

/** What is planned, day by day: when, where, and who goes. */
export function Agenda({ planned, today }: { planned: readonly Session[]; today: string }) {
  const days = [...new Set(planned.map((session) => session.day))];
  return (
    <section className={styles.part}>
      <h2>{words.planned}</h2>
      {days.length === 0 ? (
        <p>{words.plannedNone}</p>
      ) : (
        <Card as="div">
          {days.map((day) => (
            <div key={day} className={styles.day}>
              <h3>{dayFrom(today, day)}</h3>
              <ul role="list">
                {planned
                  .filter((session) => session.day === day)
                  .map((session) => (
                    <Planned key={session.id} session={session} />
                  ))}
              </ul>
            </div>
          ))}
        </Card>
      )}
    </section>
  );
}

function Planned({ session }: { session: Session }) {
  const isOff = session.status === 'cancelled';
  return (
    <li className={classes(styles.entry, isOff && styles.off)}>
      <span className={styles.time}>{session.from}</span>
      <div>
        <p className={styles.what}>{session.what}</p>
        {isOff ? (
          <p>{words.cancelled}</p>
        ) : (
          <>
            <p>{session.where}</p>
            {session.staff.length > 0 && <p className={styles.soft}>{words.with(session.staff)}</p>}
          </>
        )}
      </div>
    </li>
  );
}
