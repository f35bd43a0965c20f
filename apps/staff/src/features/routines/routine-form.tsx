import { useState } from 'react';
import { Choice, ChoiceMany } from '@promenade/ui/choice';
import { Checkbox, DateField, Select, TextArea, TextField, TimeField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Notice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { activitiesDocument, addRoutineDocument } from './routines.graphql.ts';
import type { Person } from './routines.ts';
import styles from './routines.module.css';
import { words } from './words.ts';

const ask = words.form;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** The time a memory itself names: 'Walk 16:30 before tea' begins at 16:30. */
function timeIn(text: string): string {
  const found = /\b([01]?\d|2[0-3])[:.]([0-5]\d)\b/.exec(text);
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? ''}` : '';
}

/** Gives something a lasting place in the day; begun from a memory, that memory is its reason. */
export function RoutineForm({ person, factId, onClose }: { person: Person; factId: string | null; onClose: () => void }) {
  const [id] = useState(ownId);
  const activities = useAsk(activitiesDocument);
  const begun = person.lifeFacts.find((fact) => fact.id === factId);
  const [lifeFactId, setLifeFactId] = useState(begun?.id ?? '');
  const [what, setWhat] = useState('');
  const [needs, setNeeds] = useState<'session' | 'respect'>('session');
  const [activityId, setActivityId] = useState('');
  const [repeats, setRepeats] = useState('every week');
  const [days, setDays] = useState<number[]>(EVERY_DAY);
  const [from, setFrom] = useState(timeIn(begun?.words ?? ''));
  const [to, setTo] = useState('');
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const [why, setWhy] = useState(begun?.words ?? '');
  const [whenMissed, setWhenMissed] = useState('');
  const [help, setHelp] = useState('');
  const [isProtected, setProtected] = useState(true);
  const [tried, setTried] = useState(false);
  const tell = useTell(addRoutineDocument, {
    onAnswer: ({ createRoutine }) => {
      if (createRoutine.__typename === 'Refused') return;
      toast();
      onClose();
    },
  });
  const goesByDate = repeats === 'every month' || repeats === 'every year';
  function save(): void {
    setTried(true);
    if (from === '' || to === '') return;
    tell.mutate({ input: {
      id, residentId: person.id, lifeFactId: lifeFactId || null, activityId: activityId || null, what, days: goesByDate ? EVERY_DAY : days, repeats, since: since || null, until: until || null, from, to, why, whenMissed, help, needs, protected: isProtected,
    } });
  }
  const missing = (time: string) => (tried && time === '' ? ask.noTime : null);
  return (
    <FormSheet title={ask.title} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.createRoutine)} error={tell.error}>
      {begun && <Notice>{ask.because(begun.words)}</Notice>}
      <TextField label={ask.what} hint={ask.whatHint} value={what} onValue={setWhat} />
      <Choice legend={ask.needs} layout="list" value={needs} onValue={setNeeds} options={[{ value: 'session', label: ask.session, hint: ask.sessionHint }, { value: 'respect', label: ask.respect, hint: ask.respectHint }]} />
      <Select label={ask.activity} optional={needs === 'respect'} value={activityId} onValue={setActivityId} options={(activities.data?.activities ?? []).map((each) => ({ value: each.id, label: `${each.name} (${each.minutes} minutes)` }))} />
      <Select label={ask.repeats} value={repeats} onValue={setRepeats} options={Object.entries(words.repeats).map(([value, label]) => ({ value, label }))} />
      {!goesByDate && <ChoiceMany legend={ask.days} layout="row" values={days} onValues={setDays} options={words.days.map((label, n) => ({ value: n + 1, label }))} />}
      <div className={styles.pair}>
        <TimeField label={ask.from} value={from} onValue={setFrom} error={missing(from)} />
        <TimeField label={ask.to} value={to} onValue={setTo} error={missing(to)} />
        <DateField label={ask.since} optional value={since} onValue={setSince} />
        <DateField label={ask.until} optional value={until} onValue={setUntil} />
      </div>
      <TextArea label={ask.why} hint={ask.whyHint} rows={3} value={why} onValue={setWhy} />
      {!begun && person.lifeFacts.length > 0 && <Select label={ask.memory} optional value={lifeFactId} placeholder={ask.noMemory} onValue={setLifeFactId} options={person.lifeFacts.map((fact) => ({ value: fact.id, label: fact.words.slice(0, 90) }))} />}
      <TextArea label={ask.missed} optional rows={2} value={whenMissed} onValue={setWhenMissed} />
      <TextArea label={ask.help} optional rows={2} value={help} onValue={setHelp} />
      <Checkbox label={ask.protected} checked={isProtected} onValue={setProtected} />
    </FormSheet>
  );
}
