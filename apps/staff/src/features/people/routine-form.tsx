import { useState } from 'react';
import { Checkbox, Select, TextArea, TextField, TimeField } from '@promenade/ui/field';
import { Choice, ChoiceMany } from '@promenade/ui/choice';
import { Notice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { FormSheet } from '@promenade/ui/form-sheet';
import styles from './people.module.css';
import { choosingDocument, createRoutineDocument } from './person.graphql.ts';
import type { Fact, Person } from './person.ts';
import { words } from './words.ts';

const ask = words.routine;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** The time a memory itself names: 'WALK 16:30 before tea' begins at 16:30. */
function timeIn(text: string): string {
  const found = /\b([01]?\d|2[0-3])[:.]([0-5]\d)\b/.exec(text);
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? ''}` : '';
}

/** Gives something a lasting place in the day; opened from a memory, that memory is its reason. */
export function RoutineForm({ person, fact, onClose }: { person: Person; fact: Fact | null; onClose: () => void }) {
  const [id] = useState(ownId);
  const choosing = useAsk(choosingDocument, {});
  const routineText = fact?.theme === 'routine from the file' ? fact.words : null;
  const [what, setWhat] = useState(routineText ?? '');
  const [needs, setNeeds] = useState<'session' | 'respect'>('session');
  const [activityId, setActivityId] = useState('');
  const [days, setDays] = useState<number[]>(EVERY_DAY);
  const [from, setFrom] = useState(timeIn(fact?.words ?? ''));
  const [to, setTo] = useState('');
  const [why, setWhy] = useState(routineText === null ? (fact?.words ?? '') : '');
  const [whenMissed, setWhenMissed] = useState('');
  const [help, setHelp] = useState('');
  const [isProtected, setProtected] = useState(true);
  const [tried, setTried] = useState(false);
  const tell = useTell(createRoutineDocument, {
    onAnswer: ({ createRoutine }) => {
      if (createRoutine.__typename === 'Refused') return;
      toast();
      onClose();
    },
  });
  function save(): void {
    setTried(true);
    if (from === '' || to === '') return;
    tell.mutate({ input: { id, residentId: person.id, lifeFactId: fact?.id ?? null, activityId: activityId || null, what, days, from, to, why, whenMissed, help, needs, protected: isProtected } });
  }
  const missingTime = (time: string) => (tried && time === '' ? 'Give a time, such as 16:30.' : null);
  return (
    <FormSheet title={ask.title} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.createRoutine)} error={tell.error}>
      {fact && <Notice>{ask.because(fact.words)}</Notice>}
      <TextField label={ask.what} hint={ask.whatHint} value={what} onValue={setWhat} />
      <Choice legend={ask.needs} layout="list" value={needs} onValue={setNeeds} options={[{ value: 'session', label: ask.session, hint: ask.sessionHint }, { value: 'respect', label: ask.respect, hint: ask.respectHint }]} />
      <Select label={ask.activity} optional={needs === 'respect'} value={activityId} onValue={setActivityId} options={(choosing.data?.activities ?? []).map((each) => ({ value: each.id, label: `${each.name} (${each.minutes} minutes)` }))} />
      <ChoiceMany legend={ask.days} layout="row" values={days} onValues={setDays} options={words.days.map((label, at) => ({ value: at + 1, label }))} />
      <div className={styles.pair}>
        <TimeField label={ask.from} value={from} onValue={setFrom} error={missingTime(from)} />
        <TimeField label={ask.to} value={to} onValue={setTo} error={missingTime(to)} />
      </div>
      <TextArea label={ask.why} hint={ask.whyHint} rows={3} value={why} onValue={setWhy} />
      <TextArea label={ask.missed} optional rows={2} value={whenMissed} onValue={setWhenMissed} />
      <TextArea label={ask.help} optional rows={2} value={help} onValue={setHelp} />
      <Checkbox label={ask.protected} checked={isProtected} onValue={setProtected} />
    </FormSheet>
  );
}
