import { useState } from 'react';
import { instantAt, minuteOf } from '@promenade/domain/shared/time';
import { Choice } from '@promenade/ui/choice';
import { DateField, TextArea, TextField, TimeField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Row } from '@promenade/ui/layout';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMe } from '../../app/me.ts';
import type { Of } from './support-plan-page.tsx';
import { answerDocument, fallDocument, routineHelpDocument, stopDocument } from './taper.graphql.ts';
import { words } from './words.ts';

/** Says that it was written down and closes, unless it was refused. */
export function afterwards(onClose: () => void) {
  return ({ answer }: { answer: { __typename: string } }) => {
    if (answer.__typename === 'Refused') return;
    toast();
    onClose();
  };
}

export function StopForm({ residentId, onClose }: { residentId: string; onClose: () => void }) {
  const [id] = useState(ownId);
  const [draft, setDraft] = useState({ why: '', said: '' });
  const tell = useTell(stopDocument, { onAnswer: afterwards(onClose) });
  const { stopForm: form } = words;
  return (
    <FormSheet title={form.title} save={form.save} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error} onSave={() => tell.mutate({ input: { id, residentId, why: draft.why, words: draft.said } })}>
      <p>{form.lead}</p>
      <Choice legend={form.why} options={form.whys} value={draft.why} onValue={(why) => setDraft({ ...draft, why })} />
      <TextArea label={form.words} rows={3} maxLength={1000} value={draft.said} onValue={(said) => setDraft({ ...draft, said })} />
    </FormSheet>
  );
}

export function AnswerForm({ of, onClose }: { of: Of; onClose: () => void }) {
  const [id] = useState(ownId);
  const [draft, setDraft] = useState({ answer: '', say: '', note: '' });
  const tell = useTell(answerDocument, { onAnswer: afterwards(onClose) });
  const { answerForm: form } = words;
  const answers = form.answers.filter(({ value }) => value !== 'go on' || of.neverTapered === null);
  return (
    <FormSheet title={form.title} save={form.save} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error} onSave={() => tell.mutate({ input: { id, residentId: of.residentId, answer: draft.answer, say: draft.say, words: draft.note || null } })}>
      <TextArea label={form.say} hint={form.sayHint} rows={3} maxLength={1000} value={draft.say} onValue={(say) => setDraft({ ...draft, say })} />
      <Choice legend={form.answer} layout="list" options={answers} value={draft.answer} onValue={(answer) => setDraft({ ...draft, answer })} />
      <TextArea label={form.note} optional rows={2} maxLength={1000} value={draft.note} onValue={(note) => setDraft({ ...draft, note })} />
    </FormSheet>
  );
}

export function FallForm({ residentId, today, onClose }: { residentId: string; today: string; onClose: () => void }) {
  const { home: { zone } } = useMe();
  const [id] = useState(ownId);
  const [draft, setDraft] = useState({ day: today, time: '', place: '', hurt: '', said: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(fallDocument, { onAnswer: afterwards(onClose) });
  const { fallForm: form } = words;
  const at = draft.day && draft.time ? instantAt(zone, draft.day, minuteOf(draft.time)).toISOString() : null;
  return (
    <FormSheet title={form.title} save={form.save} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error} onSave={() => tell.mutate({ input: { id, residentId, at, place: draft.place, hurt: draft.hurt, words: draft.said || null } })}>
      <p>{form.lead}</p>
      <Row>
        <DateField label={form.day} value={draft.day} onValue={(day) => change({ day })} />
        <TimeField label={form.time} optional value={draft.time} onValue={(time) => change({ time })} />
      </Row>
      <TextField label={form.place} maxLength={200} value={draft.place} onValue={(place) => change({ place })} />
      <Choice legend={form.hurt} options={form.hurts} value={draft.hurt} onValue={(hurt) => change({ hurt })} />
      <TextArea label={form.words} optional rows={2} maxLength={1000} value={draft.said} onValue={(said) => change({ said })} />
    </FormSheet>
  );
}

export function RoutineHelpForm({ routine, onClose }: { routine: Of['routines'][number]; onClose: () => void }) {
  const [id] = useState(ownId);
  const [draft, setDraft] = useState<{ how: string; minutes: string; staff: 1 | 2 }>({ how: routine.isSaid && routine.minutes === null ? 'whole' : 'minutes', minutes: routine.minutes === null ? '' : String(routine.minutes), staff: routine.staff === 2 ? 2 : 1 });
  const tell = useTell(routineHelpDocument, { onAnswer: () => {
    toast();
    onClose();
  } });
  const { helpForm: form } = words;
  const save = () => tell.mutate({ input: { id, routineId: routine.routineId, minutes: draft.how === 'whole' ? null : Number(draft.minutes || -1), staff: draft.staff } });
  return (
    <FormSheet title={form.title(routine.what)} onClose={onClose} onSave={save} busy={tell.isPending} error={tell.error}>
      <Choice legend={form.how} options={form.hows} value={draft.how} onValue={(how) => setDraft({ ...draft, how })} />
      {draft.how === 'minutes' && <TextField label={form.minutes} inputMode="numeric" value={draft.minutes} onValue={(minutes) => setDraft({ ...draft, minutes: minutes.replace(/\D/g, '').slice(0, 3) })} />}
      <Choice legend={form.staff} layout="row" options={form.staffs} value={draft.staff} onValue={(staff) => setDraft({ ...draft, staff: staff === 2 ? 2 : 1 })} />
    </FormSheet>
  );
}
