import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { TextArea, TextField } from '@promenade/ui/field';
import { Row, Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { Page } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { OFF_THE_EARTH, degrees } from './home-place-dialog.tsx';
import { addVenueDocument, changeVenueDocument, venueDocument } from './venues.graphql.ts';
import styles from './venues.module.css';
import { words } from './words.ts';

const EMPTY = { name: '', category: '', address: '', phone: '', website: '', price: '', lat: '', lon: '' };
type Typed = typeof EMPTY;

/** A position as it was typed; one that cannot be read is sent as one that is refused. */
function positionOf(typed: string): number | null {
  if (typed.trim() === '') return null;
  return Number.isFinite(degrees(typed)) ? degrees(typed) : OFF_THE_EARTH;
}

export function AddVenuePage() {
  const [, go] = useLocation();
  const [id] = useState(ownId);
  const tell = useTell(addVenueDocument, { onAnswer: ({ addVenue }) => { if (addVenue.__typename === 'Venue') go(`/venues/${addVenue.id}`); } });
  return (
    <Page narrow title={words.add} kicker={<a href="/venues"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}>
      <Form typed={EMPTY} busy={tell.isPending} onSave={({ lat, lon, ...rest }) => tell.mutate({ id, input: { ...rest, lat: positionOf(lat), lon: positionOf(lon) } })}>
        <RefusedNotice refused={refusalIn(tell.data?.addVenue)} />
        <Failed error={tell.error} />
      </Form>
    </Page>
  );
}

export function ChangeVenuePage() {
  const { id } = useParams<{ id: string }>();
  const [, go] = useLocation();
  const asked = useAsk(venueDocument, { id });
  const tell = useTell(changeVenueDocument, { onAnswer: ({ changeVenue: { __typename: kind } }) => {
    if (kind === 'Refused') return;
    toast(words.saved);
    go(`/venues/${id}`);
  } });
  return (
    <Asked of={asked}>
      {({ venue }) => (
        <Page narrow title={words.editTitle(venue.name)} kicker={<a href={`/venues/${id}`}><ArrowLeft aria-hidden="true" size="1em" /> {venue.name}</a>}>
          <Form typed={{ name: venue.name, category: venue.category ?? '', address: venue.address, phone: venue.phone ?? '', website: venue.website ?? '', price: venue.price, lat: String(venue.lat), lon: String(venue.lon) }} busy={tell.isPending}
            onSave={({ lat, lon, ...rest }) => tell.mutate({ id, input: { ...rest, lat: positionOf(lat), lon: positionOf(lon) } })}>
            <RefusedNotice refused={refusalIn(tell.data?.changeVenue)} />
            <Failed error={tell.error} />
          </Form>
        </Page>
      )}
    </Asked>
  );
}

function Form({ typed: before, busy, onSave, children }: { typed: Typed; busy: boolean; onSave: (typed: Typed) => void; children: React.ReactNode }) {
  const [typed, setTyped] = useState(before);
  const field = (key: keyof Typed) => ({ value: typed[key], onValue: (value: string) => setTyped({ ...typed, [key]: value }) });
  return (
    <form onSubmit={(event) => { event.preventDefault(); onSave(typed); }} noValidate>
      <Stack gap={4}>
        <TextField label={words.name} {...field('name')} autoComplete="off" />
        <TextField label={words.category} hint={words.categoryHint} optional {...field('category')} />
        <TextField label={words.address} optional {...field('address')} autoComplete="off" />
        <div className={styles.line}>
          <TextField label={words.lat} hint={words.latHint} inputMode="decimal" {...field('lat')} />
          <TextField label={words.lon} hint={words.lonHint} {...field('lon')} />
        </div>
        <TextField label={words.phone} optional type="tel" {...field('phone')} autoComplete="off" />
        <TextField label={words.website} optional {...field('website')} autoComplete="off" />
        <TextArea label={words.price} hint={words.priceHint} optional rows={2} {...field('price')} />
        {children}
        <Row><Button kind="primary" type="submit" busy={busy}>{words.save}</Button></Row>
      </Stack>
    </form>
  );
}
