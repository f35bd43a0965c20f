import { ClipboardCheck } from 'lucide-react';
import { clockIn } from '@promenade/domain/shared/time';
import { Badge } from '@promenade/ui/badge';
import { LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Picture } from '@promenade/ui/picture';
import { inARow } from '@promenade/ui/words.ts';
import { useMay, useMe } from '../../app/me.ts';
import { type DaySession, calledAmong, isMine } from './day.ts';
import styles from './day.module.css';
import line from './session-line.module.css';
import { words } from './words.ts';

type Props = { session: DaySession; now: Date; isKeptHere: boolean };

/** One session: when, what, where, who with whom, and what to take along. */
export function SessionCard({ session, now, isKeptHere }: Props) {
  const isOff = session.status === 'cancelled';
  return (
    <Card as="li" level={3} before={<Picture name={session.picture} />} aside={<State session={session} now={now} isKeptHere={isKeptHere} />} title={session.activityName}>
      {isOff ? <p><Time session={session} /> {session.cancelledWhy}</p> : <Inside session={session} now={now} />}
    </Card>
  );
}

/** The same in one line, opened with a tap: for what comes later and for what is done. */
export function SessionLine({ session, now, isKeptHere }: Props) {
  const { name } = useMe();
  const names = session.people.map((person) => calledAmong(session.people, person));
  return (
    <li>
      <details className={line.card}>
        <summary>
          <Time session={session} />
          <span className={line.what}><strong>{session.activityName}</strong> {isMine(session, name) && <Badge tone="kept">{words.you}</Badge>}<State session={session} now={now} isKeptHere={isKeptHere} /></span>
          <span className={line.who}>{[session.place, names.length > 4 ? words.people(names.length) : inARow(names)].filter(Boolean).join(' · ')}</span>
        </summary>
        {session.status === 'cancelled' ? <p>{session.cancelledWhy}</p> : <Inside session={session} now={now} />}
      </details>
    </li>
  );
}

function Time({ session }: { session: DaySession }) {
  const { zone } = useMe().home;
  return <span className={styles.time}>{words.until(clockIn(zone, new Date(session.startsAt)), clockIn(zone, new Date(session.endsAt)))}</span>;
}

function Inside({ session, now }: { session: DaySession; now: Date }) {
  const { name } = useMe();
  const mayRecord = useMay('day.record');
  const hasBegun = new Date(session.startsAt) <= now;
  return (
    <div className={styles.session}>
      <p className={styles.where}>
        <Time session={session} />
        {[session.place, session.driver && words.drives(session.driver, session.vehicle)].map((part) => part && <span key={part}> · {part}</span>)}
        {session.status !== 'unplanned' && <> · {words.with} <strong>{session.staff.length > 0 ? inARow(session.staff) : words.nobodyYet}</strong>{isMine(session, name) && <> <Badge tone="kept">{words.you}</Badge></>}</>}
      </p>
      <ul role="list" className={styles.people}>
        {session.people.map((person) => <li key={person.residentId}><a href={`/people/${person.residentId}`}>{calledAmong(session.people, person)}</a></li>)}
      </ul>
      {session.ownWords.map(({ id, says, words: said, recordedByName }) => <p key={id}>{says === 'no' && <Badge tone="owed">{words.saidNo}</Badge>} {said} <span className={styles.soft}>{words.heldBy(recordedByName)}</span></p>)}
      <div className={styles.last}>
        <Needs session={session} />
        {mayRecord && hasBegun && (
          <LinkButton href={`/sessions/${session.id}`} kind={session.recorded ? 'quiet' : 'primary'} icon={<ClipboardCheck />} aria-label={`${session.recorded ? words.recordAgain : words.record}: ${session.activityName}`}>
            {session.recorded ? words.recordAgain : words.record}
          </LinkButton>
        )}
      </div>
    </div>
  );
}

function State({ session, now, isKeptHere }: Props) {
  if (isKeptHere) return <Badge tone="calm">{words.keptHere}</Badge>;
  if (session.status === 'cancelled') return <Badge tone="missed">{words.cancelled}</Badge>;
  if (session.notRun) return <Badge tone="missed">{words.didNotRun}</Badge>;
  if (session.people.some(({ disputed }) => disputed)) return <Badge tone="owed">{words.disputed}</Badge>;
  if (session.status === 'unplanned') return <Badge tone="calm">{words.unplanned}</Badge>;
  if (session.recorded) return <Badge tone="kept">{words.recorded}</Badge>;
  return new Date(session.endsAt) < now ? <Badge tone="owed">{words.waitingToBeRecorded}</Badge> : null;
}

/** Support, risk, what to bring and what was promised: there when opened, out of the way otherwise. */
function Needs({ session }: { session: DaySession }) {
  if (session.status === 'unplanned') return null;
  return (
    <details className={styles.needs}>
      <summary>{words.support}</summary>
      <ul role="list" className={styles.needsList}>
        {session.people.map((person) => (
          <li key={person.residentId}>
            <strong>{calledAmong(session.people, person)}</strong> {[person.support, words.wheelchair[person.wheelchair]].filter(Boolean).join(', ')}
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
