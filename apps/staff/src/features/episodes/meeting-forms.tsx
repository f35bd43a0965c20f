/** A time for the review: everybody it needs is kept free, or a sentence says who is not. */
import { useState } from 'react';
import { sayWhen } from '@promenade/domain/shared/time';
import { ChoiceMany } from '@promenade/ui/choice';
import { DateField, Select, TextArea, TextField, TimeField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { inARow } from '@promenade/ui/words.ts';
import { useMe } from '../../app/me.ts';
import { afterwards, options } from './episode-forms.tsx';
import { bookDocument, callOffDocument, colleaguesDocument } from './episodes.graphql.ts';
import type { Stay } from './stay-page.tsx';
import { words } from './words.ts';

export function BookForm({ stay, onClose }: { stay: Stay; onClose: () => void }) {
  const asked = useAsk(colleaguesDocument, {});
  const [id] = useState(ownId);
  const [draft, setDraft] = useState({ day: '', from: '10:00', minutes: '45', staffIds: stay.namedWorkerId === null ? [] : [stay.namedWorkerId], place: '', family: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(bookDocument, { onAnswer: afterwards(onClose, words.booked) });
  const [sees, not] = [stay.family.filter(({ seesPlan }) => seesPlan), stay.family.filter(({ seesPlan }) => !seesPlan)].map((list) => list.map(({ name, relation }) => `${name} (${relation})`));
  const save = () => {
    if (draft.day && draft.from) tell.mutate({ input: { id, residentId: stay.residentId, day: draft.day, from: draft.from, minutes: Number(draft.minutes), staffIds: draft.staffIds, place: draft.place || null, family: draft.family || null } });
  };
  return (
    <FormSheet title={words.bookTitle} save={words.book} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <DateField label={words.bookDay} value={draft.day} onValue={(day) => change({ day })} required />
      <TimeField label={words.bookFrom} value={draft.from} step={900} onValue={(from) => change({ from })} required />
      <Select label={words.bookMinutes} options={options(words.bookLengths)} value={draft.minutes} onValue={(minutes) => change({ minutes })} />
      <ChoiceMany legend={words.bookStaff} hint={words.bookStaffHint} values={draft.staffIds} onValues={(staffIds) => change({ staffIds })} options={(asked.data?.staffList ?? []).map((each) => ({ value: each.id, label: each.name, hint: each.jobTitle }))} />
      <TextField label={words.bookPlace} optional maxLength={200} value={draft.place} onValue={(place) => change({ place })} />
      <TextField label={words.bookFamily} optional maxLength={300} value={draft.family} onValue={(family) => change({ family })} />
      {sees && sees.length > 0 && <p>{words.bookFamilySees(inARow(sees))}</p>}
      {not && not.length > 0 && <p>{not.length === 1 ? words.bookFamilyTellOne(not[0] ?? '') : words.bookFamilyTell(inARow(not))}</p>}
    </FormSheet>
  );
}

export function CallOffForm({ meeting, onClose }: { meeting: Stay['meetings'][number]; onClose: () => void }) {
  const { home: { zone } } = useMe();
  const [why, setWhy] = useState('');
  const tell = useTell(callOffDocument, { onAnswer: afterwards(onClose, words.calledOff) });
  return (
    <FormSheet title={words.callOffTitle} save={words.callOff} onClose={onClose} onSave={() => tell.mutate({ id: meeting.id, why })} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <p>{sayWhen(zone, new Date(meeting.startsAt))}. {words.meetingWith(inARow(meeting.staff.map(({ name }) => name)))}.</p>
      <TextArea label={words.callOffWhy} hint={words.callOffWhyHint} rows={2} maxLength={500} value={why} onValue={setWhy} />
    </FormSheet>
  );
}
