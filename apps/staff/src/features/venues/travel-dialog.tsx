import { useState } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Choice } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { TextField } from '@promenade/ui/field';
import { RefusedNotice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import type { Venue } from './venue.ts';
import { sayTravelDocument } from './venues.graphql.ts';
import styles from './venues.module.css';
import { words } from './words.ts';

type How = keyof typeof words.knowns;

/** How long the way takes, as somebody found: what was guessed is no guess any more. */
export function TravelDialog({ venue, onClose }: { venue: Venue; onClose: () => void }) {
  const [drive, setDrive] = useState(String(venue.driveMinutes));
  const [walk, setWalk] = useState(venue.walkMinutes === null ? '' : String(venue.walkMinutes));
  const [known, setKnown] = useState<How>('seen by us');
  const tell = useTell(sayTravelDocument, { onAnswer: ({ sayVenueTravel: { __typename: kind } }) => {
    if (kind === 'Refused') return;
    toast(words.saved);
    onClose();
  } });
  // Nought is refused with a sentence, as is anything that is no number.
  const save = () => tell.mutate({ id: venue.id, driveMinutes: Math.round(Number(drive)) || 0, walkMinutes: walk.trim() === '' ? null : Math.round(Number(walk)) || 0, known });
  return (
    <Dialog open onClose={onClose} title={words.sayTravel} actions={<Button kind="primary" busy={tell.isPending} onClick={save}>{words.save}</Button>}>
      <div className={styles.form}>
        <TextField label={words.driveLabel} inputMode="numeric" value={drive} onValue={setDrive} data-first />
        <TextField label={words.walkLabel} hint={words.walkHint} inputMode="numeric" value={walk} onValue={setWalk} optional />
        <Choice legend={words.known} layout="row" value={known} onValue={setKnown} options={(Object.entries(words.knowns) as [How, string][]).map(([value, label]) => ({ value, label }))} />
        <RefusedNotice refused={refusalIn(tell.data?.sayVenueTravel)} />
        <Failed error={tell.error} />
      </div>
    </Dialog>
  );
}
