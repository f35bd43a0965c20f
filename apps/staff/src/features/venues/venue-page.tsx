import { ArrowLeft, Clock, MapPin, Pencil, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { Picture } from '@promenade/ui/picture';
import { useAsk } from '@promenade/ui/query.ts';
import type { Tone } from '@promenade/ui/tone.ts';
import { useMay } from '../../app/me.ts';
import { Attribution } from './attribution.tsx';
import { CheckDialog } from './check-dialog.tsx';
import { Facts } from './facts.tsx';
import { HoursDialog } from './hours-dialog.tsx';
import { TravelDialog } from './travel-dialog.tsx';
import { type Venue, type VenueFact, atTheStart, sayDate, sayDayOf } from './venue.ts';
import { venueDocument } from './venues.graphql.ts';
import styles from './venues.module.css';
import { VisitDialog } from './visit-dialog.tsx';
import { words } from './words.ts';

type Opened = { what: 'fact'; fact: VenueFact } | { what: 'visit'; sessionId: string | null; day: string | null } | { what: 'hours' } | { what: 'travel' } | null;

/** One place: what it is like and who says so, when it is open, how to get there, and how we were treated. */
export function VenuePage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(venueDocument, { id });
  return <Asked of={asked}>{({ venue }) => <VenueView venue={venue} />}</Asked>;
}

function VenueView({ venue }: { venue: Venue }) {
  const [opened, open] = useState<Opened>(null);
  const [mayCheck, mayWrite] = [useMay('venue.check'), useMay('venue.write')];
  const close = () => open(null);
  return (
    <Page title={venue.name} kicker={<a href="/venues"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>} lead={atTheStart([venue.category, venue.address].filter(Boolean).join(' · '))}
      actions={mayWrite && <LinkButton href={`/venues/${venue.id}/details`} icon={<Pencil aria-hidden="true" />}>{words.edit}</LinkButton>}>
      <div className={styles.columns}>
        <Stack gap={5}>
          <Facts venue={venue} onCheck={mayCheck ? (fact) => open({ what: 'fact', fact }) : null} />
          <Treated venue={venue} onSay={mayCheck ? (sessionId, day) => open({ what: 'visit', sessionId, day }) : null} />
        </Stack>
        <Stack gap={5}>
          <Hours venue={venue} onSay={mayCheck ? () => open({ what: 'hours' }) : null} />
          <Way venue={venue} onSay={mayCheck ? () => open({ what: 'travel' }) : null} />
          <Uses venue={venue} />
          <Before venue={venue} />
        </Stack>
      </div>
      <Attribution by={venue.attribution} />
      {opened?.what === 'fact' && <CheckDialog venueId={venue.id} fact={opened.fact} onClose={close} />}
      {opened?.what === 'visit' && <VisitDialog venue={venue} sessionId={opened.sessionId} day={opened.day} onClose={close} />}
      {opened?.what === 'hours' && <HoursDialog venue={venue} onClose={close} />}
      {opened?.what === 'travel' && <TravelDialog venue={venue} onClose={close} />}
    </Page>
  );
}

function Hours({ venue, onSay }: { venue: Venue; onSay: (() => void) | null }) {
  const line = ({ day, words: said, isOpen, holiday }: Venue['days'][number]) => (
    <div key={day} style={{ display: 'contents' }}>
      <dt>{sayDayOf(day)}</dt>
      <dd className={isOpen ? undefined : styles.shut}>{said}{holiday && isOpen && !said.includes(holiday) ? ` (${holiday})` : ''}</dd>
    </div>
  );
  return (
    <Card title={words.hours} aside={<Clock aria-hidden="true" />}>
      <h3>{words.week}</h3>
      <dl className={styles.hours}>{venue.days.map(line)}</dl>
      <h3>{words.bank}</h3>
      <dl className={styles.hours}>{venue.holidays.map(line)}</dl>
      {venue.holidays.some(({ isKnown }) => !isKnown) && <p className={styles.small}>{words.unplanned}</p>}
      {venue.opening.osm && <p className={styles.small}>{venue.opening.osm}</p>}
      {onSay && <div><Button onClick={onSay}>{words.sayHours}</Button></div>}
    </Card>
  );
}

function Way({ venue, onSay }: { venue: Venue; onSay: (() => void) | null }) {
  const phone = venue.phone?.replace(/[^\d+]/g, '');
  return (
    <Card title={words.way} aside={<MapPin aria-hidden="true" />}>
      {venue.way && <p className={styles.way}><strong>{venue.way}</strong></p>}
      <p>{words.drive(venue.driveMinutes)}; {venue.walkMinutes === null ? words.noWalk : words.walk(venue.walkMinutes)}</p>
      {venue.travelIsEstimate && <Row gap={2}><Badge tone="owed">{words.estimate}</Badge><span className={styles.small}>{words.estimateWhy}</span></Row>}
      {venue.phone && <p>{words.phone}: <a href={`tel:${phone}`}>{venue.phone}</a></p>}
      {venue.website && <p><a href={venue.website} rel="noreferrer">{words.web}</a></p>}
      <p>{words.price}: {venue.price || words.noPrice}</p>
      {onSay && <div><Button onClick={onSay}>{words.sayTravel}</Button></div>}
    </Card>
  );
}

const HOW_TONE: Partial<Record<string, Tone>> = { good: 'kept', mixed: 'owed', badly: 'missed' };

function Treated({ venue, onSay }: { venue: Venue; onSay: ((sessionId: string | null, day: string | null) => void) | null }) {
  const said = new Set(venue.visits.map(({ sessionId }) => sessionId));
  const unsaid = venue.outings.filter(({ happened, sessionId }) => happened && !said.has(sessionId)).slice(0, 2);
  return (
    <Card title={words.treated}>
      <p><strong>{venue.treated}.</strong></p>
      {onSay && (
        <Row gap={2}>
          {unsaid.map(({ sessionId, activityName, day }) => <Button key={sessionId} kind="primary" onClick={() => onSay(sessionId, day)}>{words.afterOuting(activityName, sayDayOf(day))}</Button>)}
          <Button onClick={() => onSay(null, null)}>{unsaid.length > 0 ? words.otherVisit : words.treatedAsk}</Button>
        </Row>
      )}
      <ul role="list" className={styles.visits}>
        {venue.visits.map((visit) => (
          <li key={visit.id}>
            <Row gap={2}>
              <Badge tone={HOW_TONE[visit.how] ?? 'quiet'} icon={visit.how === 'badly' ? <TriangleAlert /> : undefined}>{words.how[visit.how]}</Badge>
              <span className={styles.small}>{words.by(visit.by, sayDayOf(visit.visitedOn))}</span>
            </Row>
            {visit.words && <p>{visit.words}</p>}
            {visit.isOpen && <p className={styles.small}>{words.flagged}</p>}
            {visit.followUp && <p className={styles.small}>{words.followedUp(visit.followUpBy ?? '')} {visit.followUp}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Uses({ venue }: { venue: Venue }) {
  return (
    <Card title={words.activities}>
      {venue.activities.length === 0 ? <p className={styles.soft}>{words.noActivities}</p> : (
        <ul role="list" className={styles.visits}>{venue.activities.map(({ id, name, picture }) => <li key={id}><Row gap={2}><Picture name={picture} /><a href={`/library/${id}`}>{name}</a></Row></li>)}</ul>
      )}
      <h3>{words.outings}</h3>
      {venue.lastVisited && <p>{words.lastVisited} {venue.lastVisited}</p>}
      {venue.outings.length === 0 ? <p className={styles.soft}>{words.noOutings}</p> : (
        <ul>{venue.outings.map(({ sessionId, activityName, day, words: went }) => <li key={sessionId}>{sayDayOf(day)}, {activityName}: {went}</li>)}</ul>
      )}
    </Card>
  );
}

/** What was put down before, and where imports came from. */
function Before({ venue }: { venue: Venue }) {
  if (venue.notes.length === 0 && venue.sources.length === 0) return null;
  return (
    <Card title={words.details}>
      {venue.sources.length > 0 && (
        <>
          <h3>{words.sources}</h3>
          <ul>{venue.sources.map(({ kind, ref, fileName, by, at }) => (
            <li key={`${fileName} ${at}`}>{fileName} ({words.by(by, sayDate(at))}){kind === 'OpenStreetMap' && ref ? <>, <a href={`https://www.openstreetmap.org/${ref}`} rel="noreferrer">{ref} {words.mapLink}</a></> : null}</li>
          ))}</ul>
        </>
      )}
      {venue.notes.length > 0 && (
        <details className={styles.details}>
          <summary>{words.notes(venue.notes.length)}</summary>
          <ul>{venue.notes.map((note) => <li key={`${note.at} ${note.words}`}>{note.what}: {note.words} <span className={styles.small}>({words.by(note.knownWords, sayDate(note.at))})</span></li>)}</ul>
        </details>
      )}
    </Card>
  );
}
