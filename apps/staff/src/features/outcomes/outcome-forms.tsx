import { useState } from 'react';
import { Choice } from '@promenade/ui/choice';
import { Checkbox, DateField, Select, TextArea, TextField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { addStepDocument, outcomeActivitiesDocument, reviewDocument, serveDocument, writeOutcomeDocument } from './outcomes.graphql.ts';
import type { Outcome } from './outcomes-page.tsx';
import { words } from './words.ts';

/** Says that it was written down and closes, unless it was refused. */
export function afterwards(onClose: () => void) {
  return ({ answer }: { answer: { __typename: string } }) => {
    if (answer.__typename === 'Refused') return;
    toast(words.saved);
    onClose();
  };
}

export function OutcomeForm({ residentId, onClose }: { residentId: string; onClose: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState({ said: '', why: '', measure: '', byDate: '', importance: '', whoHelps: '', comfort: false, reviewOn: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(writeOutcomeDocument, { onAnswer: afterwards(onClose) });
  const save = () => tell.mutate({ input: {
    id, residentId, words: draft.said, why: draft.why, measure: draft.measure || null, byDate: draft.byDate || null, importance: draft.importance === '' ? null : Number(draft.importance), whoHelps: draft.whoHelps || null,
    comfort: draft.comfort, reviewOn: draft.reviewOn || null,
  } });
  return (
    <FormSheet title={words.add} save={words.save} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <TextArea label={words.inWords} hint={words.inWordsHint} rows={2} maxLength={500} value={draft.said} onValue={(said) => change({ said })} />
      <TextArea label={words.why} rows={2} maxLength={1000} value={draft.why} onValue={(why) => change({ why })} />
      <TextField label={words.importance} optional inputMode="numeric" value={draft.importance} onValue={(importance) => change({ importance: importance.replace(/\D/g, '').slice(0, 2) })} />
      <TextField label={words.whoHelps} optional maxLength={300} value={draft.whoHelps} onValue={(whoHelps) => change({ whoHelps })} />
      <TextField label={words.measureIs} optional maxLength={300} value={draft.measure} onValue={(measure) => change({ measure })} />
      <DateField label={words.byWhen} optional value={draft.byDate} onValue={(byDate) => change({ byDate })} />
      <DateField label={words.reviewOn} optional value={draft.reviewOn} onValue={(reviewOn) => change({ reviewOn })} />
      <Checkbox label={words.comfort} hint={words.comfortHint} checked={draft.comfort} onValue={(comfort) => change({ comfort })} />
    </FormSheet>
  );
}

export function StepForm({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState({ kind: 'step', said: '', who: '', byDate: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(addStepDocument, { onAnswer: afterwards(onClose) });
  return (
    <FormSheet title={words.addStep} save={words.save} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}
      onSave={() => tell.mutate({ input: { id, outcomeId: outcome.id, kind: draft.kind, words: draft.said, who: draft.who || null, byDate: draft.byDate || null } })}>
      <Choice legend={words.stepKind} options={Object.entries(words.stepKinds).map(([value, label]) => ({ value, label }))} value={draft.kind} onValue={(kind) => change({ kind })} />
      <TextField label={words.stepIs} maxLength={300} value={draft.said} onValue={(said) => change({ said })} />
      <TextField label={words.stepWho} optional maxLength={200} value={draft.who} onValue={(who) => change({ who })} />
      <DateField label={words.byWhen} optional value={draft.byDate} onValue={(byDate) => change({ byDate })} />
    </FormSheet>
  );
}

export function ActivityForm({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const activities = useAsk(outcomeActivitiesDocument, {});
  const [activityId, setActivity] = useState('');
  const [because, setBecause] = useState('');
  const tell = useTell(serveDocument, { onAnswer: afterwards(onClose) });
  const save = () => {
    if (activityId) tell.mutate({ input: { outcomeId: outcome.id, activityId, because } });
  };
  return (
    <FormSheet title={words.addActivity} save={words.save} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <Select label={words.activity} options={(activities.data?.activities ?? []).map(({ id, name }) => ({ value: id, label: name }))} value={activityId} onValue={setActivity} />
      <TextField label={words.because} maxLength={300} value={because} onValue={setBecause} />
    </FormSheet>
  );
}

export function ReviewForm({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState({ result: '', say: '', note: '', nextOn: '', newWords: outcome.words, newWhy: '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(reviewDocument, { onAnswer: afterwards(onClose) });
  const goesOn = draft.result === 'go on' || draft.result === 'change';
  const isChange = draft.result === 'change';
  const save = () => tell.mutate({ input: {
    id, outcomeId: outcome.id, result: draft.result, say: draft.say, words: draft.note || null, nextOn: goesOn ? draft.nextOn || null : null, newWords: isChange ? draft.newWords : null, newWhy: isChange ? draft.newWhy || null : null,
  } });
  return (
    <FormSheet title={words.review} save={words.save} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <TextArea label={words.say} hint={words.sayHint} rows={3} maxLength={1000} value={draft.say} onValue={(say) => change({ say })} />
      <Choice legend={words.result} options={Object.entries(words.resultNames).map(([value, label]) => ({ value, label }))} value={draft.result} onValue={(result) => change({ result })} />
      {isChange && (
        <>
          <TextArea label={words.newWords} rows={2} maxLength={500} value={draft.newWords} onValue={(newWords) => change({ newWords })} />
          <TextField label={words.newWhy} optional maxLength={500} value={draft.newWhy} onValue={(newWhy) => change({ newWhy })} />
        </>
      )}
      {goesOn && <DateField label={words.next} value={draft.nextOn} onValue={(nextOn) => change({ nextOn })} />}
      <TextArea label={words.note} optional rows={2} maxLength={1000} value={draft.note} onValue={(note) => change({ note })} />
    </FormSheet>
  );
}
