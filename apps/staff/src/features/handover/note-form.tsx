import { useState } from 'react';
import { Button } from '@promenade/ui/button';
import { Checkbox, Select, TextArea } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { type OwnNote, handoversDocument, noteDocument } from './handover.graphql.ts';
import { words } from './words.ts';

export type Person = { readonly id: string; readonly name: string };

/** Words of one's own for whoever comes next; one's own note can be changed or taken back. */
export function NoteForm({ note, people, onClose }: { note: OwnNote | null; people: readonly Person[]; onClose: () => void }) {
  const [said, setSaid] = useState({ id: ownId(), residentId: note?.residentId ?? '', words: note?.words ?? '', urgent: note?.urgent ?? false, sensitive: note?.sensitive ?? false });
  const change = (more: Partial<typeof said>) => setSaid({ ...said, ...more, id: ownId() });
  const tell = useTell(noteDocument, { refresh: [handoversDocument], onAnswer: ({ addHandoverNote: answer }) => {
    if (answer.__typename !== 'HandoverNoteKept') return;
    toast(answer.hushed ? words.hushed : words.saved);
    onClose();
  } });
  const save = (text: string) => tell.mutate({ input: { ...said, words: text, residentId: said.residentId || null, correctsId: note?.id ?? null } });
  return (
    <FormSheet title={words.noteTitle} onClose={onClose} onSave={() => save(said.words)} busy={tell.isPending} refused={refusalIn(tell.data?.addHandoverNote)} error={tell.error}>
      <TextArea label={words.noteWords} hint={words.noteHint} rows={4} maxLength={500} value={said.words} onValue={(text) => change({ words: text })} />
      <Select label={words.about} value={said.residentId} onValue={(residentId) => change({ residentId })} options={[{ value: '', label: words.nobody }, ...people.map(({ id, name }) => ({ value: id, label: name }))]} />
      <Checkbox label={words.urgent} checked={said.urgent} onValue={(urgent) => change({ urgent })} />
      <Checkbox label={words.sensitive} checked={said.sensitive} onValue={(sensitive) => change({ sensitive })} />
      {note && <Button kind="danger" busy={tell.isPending} onClick={() => save('')}>{words.takeBack}</Button>}
    </FormSheet>
  );
}
