import { useState } from 'react';
import { FACT_WORDS, type Answer, isFact } from '@promenade/domain/venues/facts';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Choice, TapChoice } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { TextArea, TextField } from '@promenade/ui/field';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import type { VenueFact } from './venue.ts';
import { checkVenueDocument } from './venues.graphql.ts';
import styles from './venues.module.css';
import { words } from './words.ts';

type How = keyof typeof words.knowns;

/** A fact checked in two taps: open it, tap the answer. Words and how one knows can be put first. */
export function CheckDialog({ venueId, fact, onClose }: { venueId: string; fact: VenueFact; onClose: () => void }) {
  const [id] = useState(ownId);
  const [known, setKnown] = useState<How>('seen by us');
  const [said, setSaid] = useState('');
  const [metres, setMetres] = useState('');
  const tell = useTell(checkVenueDocument, { onAnswer: ({ checkVenue: { __typename: kind } }) => {
    if (kind === 'Refused') return;
    toast(words.saved);
    onClose();
  } });
  if (!isFact(fact.fact)) return null;
  const { answers } = FACT_WORDS[fact.fact];
  const isDistance = fact.fact === 'metres from parking';
  const save = (answer: Answer) => tell.mutate({ input: { id: tell.data ? ownId() : id, venueId, fact: fact.fact, answer, words: said, known, metres: isDistance && answer !== 'unknown' && metres.trim() !== '' ? Math.round(Number(metres)) || 0 : null } });
  return (
    <Dialog open onClose={onClose} title={fact.ask} kind="sheet">
      <div className={styles.form}>
        {isDistance ? (
          <>
            <TextField label={words.metres} inputMode="numeric" value={metres} onValue={setMetres} data-first />
            <Button kind="primary" busy={tell.isPending} onClick={() => save('yes')}>{words.save}</Button>
          </>
        ) : (
          <TapChoice legend={fact.ask} hideLegend value={null} onTap={save} options={[
            { value: 'yes', label: answers.yes, tone: 'kept' }, { value: 'partly', label: answers.partly, tone: 'owed' }, { value: 'no', label: answers.no, tone: 'missed' },
          ]} />
        )}
        <RefusedNotice refused={refusalIn(tell.data?.checkVenue)} />
        <Failed error={tell.error} />
        <Choice legend={words.known} layout="row" value={known} onValue={setKnown} options={(Object.entries(words.knowns) as [How, string][]).map(([value, label]) => ({ value, label }))} />
        <TextArea label={words.detail} hint={words.detailHint} optional rows={2} value={said} onValue={setSaid} />
        <Button kind="plain" onClick={() => save('unknown')}>{words.answers.unknown}</Button>
      </div>
    </Dialog>
  );
}
