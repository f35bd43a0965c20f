import { FileUp, Footprints, MapPin, MapPinPlus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Asked, Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { ChoiceMany } from '@promenade/ui/choice';
import { EmptyState } from '@promenade/ui/empty-state';
import { DateField, Select, TextArea, TextField } from '@promenade/ui/field';
import { Grid, Row, Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { sayDay } from '@promenade/domain/shared/time';
import type { ResultOf } from 'gql.tada';
import { useMay } from '../../app/me.ts';
import { Attribution } from './attribution.tsx';
import { HomePlaceDialog } from './home-place-dialog.tsx';
import { atTheStart } from './venue.ts';
import { followUpDocument, placesDocument } from './venues.graphql.ts';
import styles from './venues.module.css';
import { words } from './words.ts';

type Answer = ResultOf<typeof placesDocument>;
type Place = Answer['places']['places'][number];
type FactFilter = keyof typeof words.filters;
type Opens = keyof typeof words.opens;
type Within = keyof typeof words.withins;

const AT_ONCE = 40;
const MOST = 200;
const WITHIN: Record<Within, { driveMinutes?: number; walkMinutes?: number }> = { any: {}, walk15: { walkMinutes: 15 }, walk30: { walkMinutes: 30 }, drive10: { driveMinutes: 10 }, drive20: { driveMinutes: 20 } };
const optionsOf = <Key extends string>(labels: Record<Key, string>) => (Object.entries(labels) as [Key, string][]).map(([value, label]) => ({ value, label }));

/** Where there is to go, near to far, with what stands in the way and what helps. */
export function PlacesPage() {
  const [letters, setLetters] = useState('');
  const [facts, setFacts] = useState<FactFilter[]>([]);
  const [opens, setOpens] = useState<Opens>('any');
  const [day, setDay] = useState('');
  const [within, setWithin] = useState<Within>('any');
  const [first, setFirst] = useState(AT_ONCE);
  const filter = { words: letters, facts, openNow: opens === 'now', openOn: opens === 'day' && day !== '' ? day : null, ...WITHIN[within], first };
  const asked = useAsk(placesDocument, { filter });
  const [isSayingHome, sayHome] = useState(false);
  const [mayWrite, mayImport] = [useMay('venue.write'), useMay('import')];
  return (
    <Page title={words.title} lead={words.lead} actions={(
      <Row gap={2}>
        {mayWrite && <LinkButton kind="primary" href="/venues/new" icon={<MapPinPlus aria-hidden="true" />}>{words.add}</LinkButton>}
        {mayImport && <LinkButton href="/import" icon={<FileUp aria-hidden="true" />}>{words.import}</LinkButton>}
      </Row>
    )}>
      <Stack gap={5}>
        <ToLookInto visits={asked.data?.flaggedVisits ?? []} mayWrite={mayWrite} />
        <Card>
          <div className={styles.filters}>
            <TextField label={words.find} hint={words.findHint} type="search" value={letters} onValue={setLetters} autoComplete="off" />
            <Select label={words.open} value={opens} options={optionsOf(words.opens)} onValue={setOpens} />
            {opens === 'day' && <DateField label={words.day} value={day} onValue={setDay} />}
            <Select label={words.within} value={within} options={optionsOf(words.withins)} onValue={setWithin} />
          </div>
          <ChoiceMany legend={words.show} layout="row" values={facts} onValues={setFacts} options={optionsOf(words.filters)} />
        </Card>
        <Asked of={asked}>
          {({ places, homePlace }) => (
            <Stack gap={4}>
              {homePlace ? <p className={styles.small}>{words.home(homePlace.nation)} {mayWrite && <Button kind="plain" onClick={() => sayHome(true)}>{words.changeHome}</Button>}</p> : (
                <Notice kind="warning" title={words.noHome} actions={mayWrite && <Button onClick={() => sayHome(true)}>{words.sayHome}</Button>}>{words.noHomeWhy}</Notice>
              )}
              <p role="status">{words.found(places.places.length, places.total, places.hasMore)}{places.limit ? ` · ${places.limit}` : ''}</p>
              {places.places.length === 0 ? <EmptyState title={places.total === 0 ? words.empty : words.none} icon={<MapPin />}>{places.total === 0 ? words.emptyWhy : words.noneWhy}</EmptyState> : (
                <Grid as="ul" min={20}>{places.places.map((place) => <PlaceCard key={place.venue.id} place={place} />)}</Grid>
              )}
              {places.hasMore && first < MOST && <div><Button onClick={() => setFirst(Math.min(MOST, first + AT_ONCE * 2))}>{words.more}</Button></div>}
              <Attribution by={places.attribution} />
              {isSayingHome && <HomePlaceDialog place={homePlace} onClose={() => sayHome(false)} />}
            </Stack>
          )}
        </Asked>
      </Stack>
    </Page>
  );
}

function PlaceCard({ place: { venue, way, good, bad, unknown, open, treated, isFlagged } }: { place: Place }) {
  return (
    <Card as="li" level={2} title={venue.name} href={`/venues/${venue.id}`} {...(isFlagged ? { tone: 'missed' as const } : {})}>
      <p className={styles.way}>
        {way && <strong><MapPin aria-hidden="true" size="1em" /> {way}</strong>}
        <span>{words.drive(venue.driveMinutes)}{venue.travelIsEstimate ? ` (${words.estimate.toLowerCase()})` : ''}</span>
        {venue.walkMinutes !== null && <span><Footprints aria-hidden="true" size="1em" /> {words.walk(venue.walkMinutes)}</span>}
      </p>
      {(venue.category || venue.price) && <p>{atTheStart([venue.category, venue.price].filter(Boolean).join(' · '))}</p>}
      <p><strong>{words.today}</strong> {open.words}</p>
      <Row gap={2}>
        {isFlagged && <Badge tone="missed" icon={<TriangleAlert />}>{words.flagged}</Badge>}
        {bad.map((each) => <Badge key={each} tone="missed">{each}</Badge>)}
        {good.map((each) => <Badge key={each} tone="kept">{each}</Badge>)}
        {unknown > 0 && <Badge>{words.unknown(unknown)}</Badge>}
      </Row>
      <p className={styles.soft}>{treated}</p>
    </Card>
  );
}

function ToLookInto({ visits, mayWrite }: { visits: Answer['flaggedVisits']; mayWrite: boolean }) {
  if (visits.length === 0) return null;
  return (
    <Card title={words.flaggedTitle} tone="missed">
      <p>{words.flaggedLead}</p>
      <ul role="list" className={styles.visits}>
        {visits.map((each) => <Flagged key={each.visit.id} flagged={each} mayWrite={mayWrite} />)}
      </ul>
    </Card>
  );
}

function Flagged({ flagged: { venueId, venueName, visit }, mayWrite }: { flagged: Answer['flaggedVisits'][number]; mayWrite: boolean }) {
  const [done, setDone] = useState('');
  const tell = useTell(followUpDocument, { onAnswer: ({ followUpVenueVisit: { __typename: kind } }) => { if (kind !== 'Refused') toast(words.saved); } });
  return (
    <li>
      <p><a href={`/venues/${venueId}`}>{venueName}</a>, {sayDay(visit.visitedOn)}: {visit.words} <span className={styles.soft}>({visit.by})</span></p>
      {mayWrite && (
        <>
          <TextArea label={words.lookInto} hint={words.lookIntoHint} rows={2} value={done} onValue={setDone} />
          <RefusedNotice refused={refusalIn(tell.data?.followUpVenueVisit)} />
          <Failed error={tell.error} />
          <div><Button busy={tell.isPending} onClick={() => tell.mutate({ visitId: visit.id, words: done })}>{words.lookedInto}</Button></div>
        </>
      )}
    </li>
  );
}
