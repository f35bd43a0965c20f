import type { ReactNode, SyntheticEvent } from 'react';
import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Choice, ChoiceMany } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { Select, TextArea } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { type Refused, refusalIn } from '@promenade/ui/request.ts';
import type { RequestError } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import type { Answer, EntryPage } from './activity-page.tsx';
import { bringBackDocument, noteDocument, retireDocument, startDocument, takeDocument } from './library.graphql.ts';
import styles from './library.module.css';
import { words } from './words.ts';

function Form({ title, save, onSave, onClose, busy, refused, error, children }: { title: string; save: string; onSave: () => void; onClose: () => void; busy: boolean; refused?: Refused | null; error: RequestError | null; children: ReactNode }) {
  const id = useId();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!busy) onSave();
  };
  return (
    <Dialog open kind="sheet" onClose={onClose} title={title} actions={<><Button onClick={onClose}>{shared.cancel}</Button><Button kind="primary" type="submit" form={id} busy={busy}>{save}</Button></>}>
      <form id={id} onSubmit={submit} noValidate>
        <Stack gap={4}>
          {children}
          <RefusedNotice refused={refused} />
          <Failed error={error} />
        </Stack>
      </form>
    </Dialog>
  );
}

/** One tap to start using: the rooms, or the place, and which skills this home asks for. */
export function StartForm({ libraryEntry: { entry, atBedside, skillsNeeded }, rooms, venues, onClose }: Answer & { onClose: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  const [roomIds, setRooms] = useState<string[]>([]);
  const [venueId, setVenue] = useState('none');
  const [skills, setSkills] = useState(skillsNeeded.map(({ skill }) => skill));
  const [, go] = useLocation();
  const tell = useTell(startDocument, { onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') return;
    toast(words.started);
    onClose();
    go(`/library/${answer.ref}`, { replace: true });
  } });
  return (
    <Form title={words.start} save={words.start} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}
      onSave={() => tell.mutate({ input: { id, shippedKey: entry.ref, roomIds, venueId: venueId === 'none' ? null : venueId, skills } })}>
      <p>{words.startLead}</p>
      {entry.setting === 'home' && !atBedside && <ChoiceMany legend={words.startRooms} values={roomIds} onValues={setRooms} options={rooms.map(({ id: value, name }) => ({ value, label: name }))} layout="list" />}
      {entry.setting === 'out' && <Select label={words.startVenue} value={venueId} onValue={setVenue} options={[{ value: 'none', label: words.noVenue }, ...venues.map(({ id: value, name }) => ({ value, label: name }))]} />}
      {skillsNeeded.length > 0 && <ChoiceMany legend={words.startSkills} values={skills} onValues={setSkills} options={skillsNeeded.map(({ skill }) => ({ value: skill, label: skill }))} layout="list" />}
    </Form>
  );
}

export function NoteForm({ activityId, onClose }: { activityId: string; onClose: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<'worked' | 'change'>('worked');
  const [style, setStyle] = useState('everyone');
  const [said, setSaid] = useState('');
  const tell = useTell(noteDocument, { onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') return;
    toast(words.noted);
    onClose();
  } });
  return (
    <Form title={words.addNote} save={words.addNote} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}
      onSave={() => tell.mutate({ input: { id, activityId, kind, style: style === 'everyone' ? null : style, words: said } })}>
      <Choice legend={words.noteKind} value={kind} onValue={setKind} layout="row" options={[{ value: 'worked', label: words.worked }, { value: 'change', label: words.change, tone: 'owed' }]} />
      <TextArea label={words.noteWords} hint={words.noteHint} value={said} onValue={setSaid} maxLength={500} />
      <Select label={words.noteStyle} value={style} onValue={setStyle} options={[{ value: 'everyone', label: words.everyone }, ...Object.entries(words.styles).map(([value, label]) => ({ value, label }))]} />
    </Form>
  );
}

export function RetireForm({ id, namedBy, onClose }: { id: string; namedBy: EntryPage['namedBy']; onClose: () => void }) {
  const [why, setWhy] = useState('');
  const tell = useTell(retireDocument, { onAnswer: () => {
    toast(words.retired);
    onClose();
  } });
  return (
    <Form title={words.retire} save={words.retire} onClose={onClose} busy={tell.isPending} error={tell.error} onSave={() => tell.mutate({ id, why })}>
      <p>{words.retireLead(namedBy)}</p>
      <TextArea label={words.retireWhy} value={why} onValue={setWhy} maxLength={1000} />
    </Form>
  );
}

export function BringBack({ id }: { id: string }) {
  const tell = useTell(bringBackDocument, { onAnswer: () => toast(words.broughtBack) });
  return <><Button busy={tell.isPending} onClick={() => tell.mutate({ id })}>{words.bringBack}</Button><Failed error={tell.error} /></>;
}

/** What the shipped entry says where the home has words of its own. */
export function Offered({ id, offered }: { id: string; offered: EntryPage['offered'] }) {
  const tell = useTell(takeDocument, { onAnswer: () => toast(words.taken) });
  return (
    <Card title={words.offered}>
      <p className={styles.soft}>{words.offeredLead}</p>
      {offered.map(({ field, lines }) => (
        <details key={field} className={styles.offered}>
          <summary>{words.fields[field] ?? field}</summary>
          <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
          <Button busy={tell.isPending && tell.variables.field === field} aria-label={`${words.takeIt}: ${words.fields[field] ?? field}`} onClick={() => tell.mutate({ id, field })}>{words.takeIt}</Button>
        </details>
      ))}
      <Failed error={tell.error} />
    </Card>
  );
}
