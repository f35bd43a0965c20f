import { useState } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Dialog } from '@promenade/ui/dialog';
import { Select, TextField } from '@promenade/ui/field';
import { RefusedNotice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { NATIONS } from '@promenade/domain/venues/opening';
import { sayHomePlaceDocument } from './venues.graphql.ts';
import styles from './venues.module.css';
import { words } from './words.ts';

type Place = { lat: number; lon: number; nation: string } | null;

/** A number as it was typed, with a comma or a point; not a number where it is none. */
export function degrees(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed.trim().replace(',', '.').replace('−', '-'));
}

/** GraphQL has no "not a number": what cannot be read lies outside the earth, and is refused with a sentence. */
export const OFF_THE_EARTH = 999;

export function HomePlaceDialog({ place, onClose }: { place: Place; onClose: () => void }) {
  const [lat, setLat] = useState(place ? String(place.lat) : '');
  const [lon, setLon] = useState(place ? String(place.lon) : '');
  const [nation, setNation] = useState(place?.nation ?? 'England');
  const tell = useTell(sayHomePlaceDocument, { onAnswer: ({ sayHomePlace: { __typename: kind } }) => { if (kind !== 'Refused') onClose(); } });
  const read = (typed: string) => (Number.isFinite(degrees(typed)) ? degrees(typed) : OFF_THE_EARTH);
  return (
    <Dialog open onClose={onClose} title={words.sayHome} actions={<Button kind="primary" busy={tell.isPending} onClick={() => tell.mutate({ lat: read(lat), lon: read(lon), nation })}>{words.save}</Button>}>
      <div className={styles.form}>
        <TextField label={words.lat} hint={words.latHint} inputMode="decimal" value={lat} onValue={setLat} data-first />
        <TextField label={words.lon} hint={words.lonHint} value={lon} onValue={setLon} />
        <Select label={words.nation} value={nation} options={NATIONS.map((value) => ({ value: value, label: value }))} onValue={setNation} />
        <RefusedNotice refused={refusalIn(tell.data?.sayHomePlace)} />
        <Failed error={tell.error} />
      </div>
    </Dialog>
  );
}
