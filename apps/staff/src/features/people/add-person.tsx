import { useState } from 'react';
import { useLocation } from 'wouter';
import { DateField, TextField } from '@promenade/ui/field';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { FormSheet } from '@promenade/ui/form-sheet';
import { addResidentDocument } from './person.graphql.ts';
import { words } from './words.ts';

const ask = words.arrival;

/** Somebody moves in: a name, a room, a day. Their page asks for the rest, one thing at a time. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const [id] = useState(ownId);
  const [, go] = useLocation();
  const [givenName, setGivenName] = useState('');
  const [familyName, setFamilyName] = useState('');
  const [preferredName, setPreferredName] = useState('');
  const [room, setRoom] = useState('');
  const [movedIn, setMovedIn] = useState(() => new Date().toLocaleDateString('en-CA'));
  const tell = useTell(addResidentDocument, { onAnswer: ({ addResident }) => { if (addResident.__typename === 'Resident') go(`/people/${addResident.id}`); } });
  return (
    <FormSheet title={ask.title} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.addResident)} error={tell.error} save={ask.save}
      onSave={() => tell.mutate({ input: { id, givenName, familyName, preferredName: preferredName || null, room: room || null, movedIn: movedIn || null } })}>
      <TextField label={ask.given} value={givenName} onValue={setGivenName} autoComplete="off" />
      <TextField label={ask.family} value={familyName} onValue={setFamilyName} autoComplete="off" />
      <TextField label={ask.called} optional placeholder={givenName} value={preferredName} onValue={setPreferredName} autoComplete="off" />
      <TextField label={ask.room} optional value={room} onValue={setRoom} autoComplete="off" />
      <DateField label={ask.movedIn} value={movedIn} onValue={setMovedIn} />
    </FormSheet>
  );
}
