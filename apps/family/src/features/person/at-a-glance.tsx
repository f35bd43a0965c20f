import { StateChip } from '@promenade/ui/badge';
import { Card } from '@promenade/ui/card';
import { classes } from '@promenade/ui/classes.ts';
import { Stack } from '@promenade/ui/layout';
import { useMe } from '../../app/me.ts';
import { to } from '../../app/to.ts';
import { atTime } from '../../common/days.ts';
import { Happened } from '../../common/happened.tsx';
import styles from '../../common/lines.module.css';
import { stateOf, toneOf } from '../../common/looks.ts';
import type { FamilyPerson } from './person-page.tsx';
import { words } from './words.ts';

type Part<Name extends keyof FamilyPerson> = NonNullable<FamilyPerson[Name]>;
/** As many as fit on one screen beside the rest; the others are a tap away. */
const SHOWN = 2;

/** What is planned today, and that one visits. */
export function Today({ person, today }: { person: FamilyPerson; today: string }) {
  const planned = (person.planned ?? []).filter((session) => session.day === today);
  const visits = person.visits.filter((visit) => visit.day === today);
  if (person.planned === null && visits.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{words.today}</h2>
      <Card as="div">
        {planned.length === 0 && person.planned !== null && <p>{words.todayNone}</p>}
        <ul role="list">
          {planned.map((session) => <Planned key={session.id} session={session} />)}
          {visits.map((visit) => (
            <li key={visit.visitId} className={styles.entry}>
              <span className={styles.time}>{visit.from}</span>
              <div>
                <p className={styles.what}>{words.youVisit}</p>
                {visit.meets.map((meets) => <p key={meets}>{meets}</p>)}
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Planned({ session }: { session: Part<'planned'>[number] }) {
  const isOff = session.status === 'cancelled';
  return (
    <li className={classes(styles.entry, isOff && styles.off)}>
      <span className={styles.time}>{session.from}</span>
      <div>
        <p className={styles.what}>{session.what}</p>
        <p>{isOff ? words.cancelled : session.where}</p>
        {!isOff && session.staff.length > 0 && <p className={styles.soft}>{words.with(session.staff)}</p>}
      </div>
    </li>
  );
}

/** What is different from what was planned before, and why. */
export function Changed({ changed, today, personId }: { changed: Part<'changed'>; today: string; personId: string }) {
  const { zone } = useMe().home;
  if (changed.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{words.changed}</h2>
      <Card as="div" tone="owed">
        <ul role="list" className={styles.list}>
          {changed.slice(0, SHOWN).map(({ id, words: told, toldAt }) => (
            <li key={id}>
              <p className={styles.what}>{told}</p>
              <p className={styles.soft}>{words.toldOn(atTime(zone, today, new Date(toldAt)))}</p>
            </li>
          ))}
        </ul>
        {changed.length > SHOWN && <p><a href={to(`/people/${personId}/week`)}>{words.week}</a></p>}
      </Card>
    </section>
  );
}

/** Promises that are owed, those that nobody has explained or that are disputed first. */
export function StillOpen({ promises, personId }: { promises: Part<'promises'>; personId: string }) {
  const open = promises.filter(({ isOwed, dispute }) => isOwed || (dispute && dispute.state !== 'answered'));
  if (open.length === 0) return null;
  const pressing = ({ isUnexplained, dispute }: Part<'promises'>[number]) => Number(isUnexplained) + Number(dispute?.state === 'overdue');
  return (
    <section className={styles.part}>
      <h2>{words.needsLook}</h2>
      <Stack as="ul" gap={3}>
        {open.toSorted((a, b) => pressing(b) - pressing(a)).slice(0, SHOWN).map((promise) => (
          <Card key={promise.id} as="li" level={3} title={promise.words} href={to(`/promises/${promise.id}`)} tone={toneOf(promise.mark)}>
            <div><StateChip state={stateOf(promise.mark)} /></div>
            <p><strong>{promise.stateWords}</strong></p>
            {promise.dispute && <p>{promise.dispute.words}</p>}
          </Card>
        ))}
      </Stack>
      {open.length > SHOWN && <p><a href={to(`/people/${personId}/promises`)}>{words.allPromises}</a></p>}
    </section>
  );
}

/** What one asked and waits for, or was answered these days. */
export function Asking({ asks, personId }: { asks: FamilyPerson['asks']; personId: string }) {
  const [newest] = asks;
  if (!newest) return null;
  return (
    <section className={styles.part}>
      <h2>{words.youAsked}</h2>
      <Card as="div" tone={newest.state === 'overdue' ? 'missed' : newest.state === 'answered' ? 'kept' : 'calm'}>
        <p className={styles.what}>“{newest.words}”</p>
        <p>{newest.stands}</p>
        <p><a href={to(`/people/${personId}/asks`)}>{words.toAsks}</a></p>
      </Card>
    </section>
  );
}

/** The newest thing that was written down. */
export function Latest({ happened, today }: { happened: Part<'happened'>; today: string }) {
  const [last] = happened;
  if (!last) return null;
  return (
    <section className={styles.part}>
      <h2>{words.latest}</h2>
      <Card as="div"><ul role="list"><Happened happening={last} today={today} /></ul></Card>
    </section>
  );
}
