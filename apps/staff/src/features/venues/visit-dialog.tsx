import { useState } from 'react';
import { dayIn } from '@promenade/domain/shared/time';
import { TREATED, type Treated } from '@promenade/domain/venues/visits';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Choice } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { DateField, TextArea } from '@promenade/ui/field';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMe } from '../../app/me.ts';
import type { Venue } from './venue.ts';
import { recordVisitDocument } from './venues.graphql.ts';
import styles from './venues.module.css';
import { words } from './words.ts';

const TONES = { good: 'kept', mixed: 'owed', badly: 'missed' } as const;

export function VisitDialog({ venue, sessionId, day, onClose }: { venue: Venue; sessionId: string | null; day: string | null; onClose: () => void }) {
  const { zone } = useMe().home;
  const [how, setHow] = useState<Treated | null>(null);
  const [said, setSaid] = useState('');
  const [visitedOn, setVisitedOn] = useState(day ?? dayIn(zone, new Date()));
  const tell = useTell(recordVisitDocument, { onAnswer: ({ recordVenueVisit: { __typename: kind } }) => {
    if (kind === 'Refused') return;
    toast(words.saved);
    onClose();
  } });
  const save = () => { if (how) tell.mutate({ input: { id: ownId(), venueId: venue.id, sessionId, visitedOn, how, words: said } }); };
  return (
    <Dialog open onClose={onClose} title={words.treatedAsk} kind="sheet" actions={<Button kind="primary" busy={tell.isPending} disabled={how === null} onClick={save}>{words.save}</Button>}>
      <div className={styles.form}>
        <Choice legend={words.treatedAsk} hideLegend layout="row" value={how} onValue={setHow} options={TREATED.map((value) => ({ value, label: words.how[value] ?? value, hint: words.howHint[value] ?? '', tone: TONES[value] }))} />
        <TextArea label={words.happened} hint={words.happenedHint} optional={how !== 'badly'} rows={3} value={said} onValue={setSaid} />
        {day === null && <DateField label={words.visitedOn} value={visitedOn} onValue={setVisitedOn} />}
        <RefusedNotice refused={refusalIn(tell.data?.recordVenueVisit)} />
        <Failed error={tell.error} />
      </div>
    </Dialog>
  );
}
