import { ClipboardCheck } from 'lucide-react';
import { clockIn } from '@promenade/domain/shared/time';
import { Badge } from '@promenade/ui/badge';
import { LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Picture } from '@promenade/ui/picture';
import { inARow } from '@promenade/ui/words.ts';
import { useMay, useMe } from '../../app/me.ts';
import type { DaySession } from './day.ts';
import styles from './day.module.css';
import { words } from './words.ts';

/** One session: when, what, where, who with whom, and what to take along. */
export function SessionCard({ session, now }: { session: DaySession; now: Date }) {
  const { zone } = useMe().home;
  const mayRecord = useMay('day.record');
  const isOff = session.status === 'cancelled';
  const hasBegun = new Date(session.startsAt) <= now;
  const time = words.until(clockIn(zone, new Date(session.startsAt)), clockIn(zone, new Date(session.endsAt)));
  return (
    <Card as="li" level={3} before={<Picture name={session.picture} />} aside={<State session={session} now={now} />}
      title={session.activityName}>
      {isOff ? <p><span className={styles.time}>{time}</span> {session.cancelledWhy}</p> : (
        <div className={styles.session}>
          <p className={styles.where}>
            <span className={styles.time}>{time}</span>
            {' · '}{[session.place, session.driver && words.drives(session.driver, session.vehicle)].filter(Boolean).join(' · ')}
            {(session.place || session.driver) && ' · '}{words.with} <strong>{session.staff.length > 0 ? inARow(session.staff) : words.nobodyYet}</strong>
          </p>
          <ul role="list" className={styles.people}>
            {session.people.map((person) => <li key={person.residentId}><a href={`/people/${person.residentId}`}>{person.name}</a></li>)}
          </ul>
          <div className={styles.last}>
            <Needs session={session} />
            {mayRecord && hasBegun && (
              <LinkButton href={`/sessions/${session.id}`} kind={session.recorded ? 'quiet' : 'primary'} icon={<ClipboardCheck />} aria-label={`${session.recorded ? words.recordAgain : words.record}: ${session.activityName}`}>
                {session.recorded ? words.recordAgain : words.record}
              </LinkButton>
            )}
          </div>
        </div>
      )}
    </Card>
  );
}

function State({ session, now }: { session: DaySession; now: Date }) {
  if (session.status === 'cancelled') return <Badge tone="missed">{words.cancelled}</Badge>;
  if (session.notRun) return <Badge tone="missed">{words.didNotRun}</Badge>;
  if (session.people.some(({ disputed }) => disputed)) return <Badge tone="owed">{words.disputed}</Badge>;
  if (session.recorded) return <Badge tone="kept">{words.recorded}</Badge>;
  return new Date(session.endsAt) < now ? <Badge tone="owed">{words.waitingToBeRecorded}</Badge> : null;
}

/** Support, risk, what to bring and what was promised: there when opened, out of the way otherwise. */
function Needs({ session }: { session: DaySession }) {
  return (
    <details className={styles.needs}>
      <summary>{words.support}</summary>
      <ul role="list" className={styles.needsList}>
        {session.people.map((person) => (
          <li key={person.residentId}>
            <strong>{person.name}</strong> {[person.support, words.wheelchair[person.wheelchair]].filter(Boolean).join(', ')}
            {person.risk && <p>{person.risk}{person.riskDo && <> <strong>{words.ifSo}</strong> {person.riskDo}</>}</p>}
            {person.promised && <p className={styles.promised}>{words.promised(person.promised)}</p>}
          </li>
        ))}
        {session.equipment.length > 0 && <li><strong>{words.bring}</strong> {session.equipment.join(', ')}</li>}
        {session.watchFor.length > 0 && <li><strong>{words.watchFor}</strong> {session.watchFor.join(' · ')}</li>}
      </ul>
    </details>
  );
}
