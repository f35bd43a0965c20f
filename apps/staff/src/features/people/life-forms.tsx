import { useState } from 'react';
import { Choice } from '@promenade/ui/choice';
import { Checkbox, DateField, Select, TextArea, TextField } from '@promenade/ui/field';
import { Notice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { FormSheet } from '@promenade/ui/form-sheet';
import { addLifeFactDocument, catchWishHereDocument, choosingDocument, createOutcomeDocument, setInterestDocument } from './person.graphql.ts';
import type { Fact, Person } from './person.ts';
import { words } from './words.ts';

type Form = { person: Person; onClose: () => void };
type FromFact = Form & { fact: Fact | null };

const optionsOf = <V extends string>(labels: Readonly<Record<V, string>>) => (Object.entries(labels) as [V, string][]).map(([value, label]) => ({ value, label }));

export function FactForm({ person, onClose }: Form) {
  const [id] = useState(ownId);
  const [told, setTold] = useState('');
  const [when, setWhen] = useState('');
  const [theme, setTheme] = useState('home');
  const [toldBy, setToldBy] = useState(person.preferredName);
  const [toldHow, setToldHow] = useState('told us');
  const [sensitive, setSensitive] = useState(false);
  const tell = useTell(addLifeFactDocument, {
    onAnswer: ({ addLifeFact }) => {
      if (addLifeFact.__typename === 'Refused') return;
      toast();
      onClose();
    },
  });
  return (
    <FormSheet title={words.fact.title} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.addLifeFact)} error={tell.error}
      onSave={() => tell.mutate({ input: { id, residentId: person.id, words: told, whenWords: when || null, theme, toldBy, toldHow, sensitive } })}>
      <TextArea label={words.fact.words} hint={words.fact.wordsHint} value={told} onValue={setTold} />
      <TextField label={words.fact.when} hint={words.fact.whenHint} optional value={when} onValue={setWhen} />
      <Select label={words.fact.theme} value={theme} onValue={setTheme} options={optionsOf(words.themes)} />
      <Choice legend={words.fact.toldHow} layout="list" value={toldHow} onValue={setToldHow} options={optionsOf(words.fact.how)} />
      <TextField label={words.fact.toldBy} value={toldBy} onValue={setToldBy} />
      <Checkbox label={words.fact.sensitive} checked={sensitive} onValue={setSensitive} />
    </FormSheet>
  );
}

export function InterestForm({ person, fact, onClose }: FromFact) {
  const choosing = useAsk(choosingDocument, {});
  const [activityId, setActivityId] = useState('');
  const [value, setValue] = useState('60');
  const [because, setBecause] = useState(fact?.words ?? '');
  const [tried, setTried] = useState(false);
  const tell = useTell(setInterestDocument, {
    onAnswer: () => {
      toast();
      onClose();
    },
  });
  function save(): void {
    setTried(true);
    if (activityId !== '') tell.mutate({ input: { residentId: person.id, activityId, lifeFactId: fact?.id ?? null, value: Number(value), because } });
  }
  return (
    <FormSheet title={words.interest.title} onClose={onClose} onSave={save} busy={tell.isPending} error={tell.error}>
      {fact && <Notice>{words.routine.because(fact.words)}</Notice>}
      <Select label={words.interest.activity} value={activityId} onValue={setActivityId} error={tried && activityId === '' ? 'Choose an activity.' : null} options={(choosing.data?.activities ?? []).map((each) => ({ value: each.id, label: each.name }))} />
      <Choice legend={words.interest.value} layout="list" value={value} onValue={setValue} options={optionsOf(words.interest.much).toReversed()} />
      <TextArea label={words.interest.because} rows={3} value={because} onValue={setBecause} />
    </FormSheet>
  );
}

export function WishForm({ person, fact, onClose }: FromFact) {
  const [id] = useState(ownId);
  const [wish, setWish] = useState('');
  const [by, setBy] = useState('');
  const tell = useTell(catchWishHereDocument, {
    onAnswer: ({ catchWish }) => {
      if (catchWish.__typename === 'Refused') return;
      toast();
      onClose();
    },
  });
  return (
    <FormSheet title={words.wish.title} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.catchWish)} error={tell.error}
      onSave={() => tell.mutate({ input: { id, residentId: person.id, words: wish, lifeFactId: fact?.id ?? null, raisedBy: by || null } })}>
      {fact && <Notice>{words.routine.because(fact.words)}</Notice>}
      <TextArea label={words.wish.words} hint={words.wish.hint} rows={3} value={wish} onValue={setWish} />
      <TextField label={words.wish.by} optional value={by} onValue={setBy} placeholder={person.preferredName} />
    </FormSheet>
  );
}

export function OutcomeForm({ person, onClose }: Form) {
  const [id] = useState(ownId);
  const [said, setSaid] = useState('');
  const [why, setWhy] = useState('');
  const [measure, setMeasure] = useState('');
  const [byDate, setByDate] = useState('');
  const tell = useTell(createOutcomeDocument, {
    onAnswer: ({ createOutcome }) => {
      if (createOutcome.__typename === 'Refused') return;
      toast();
      onClose();
    },
  });
  return (
    <FormSheet title={words.outcome.title} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.createOutcome)} error={tell.error}
      onSave={() => tell.mutate({ input: { id, residentId: person.id, words: said, why, measure: measure || null, byDate: byDate || null } })}>
      <TextArea label={words.outcome.words} hint={words.outcome.wordsHint} rows={2} value={said} onValue={setSaid} />
      <TextArea label={words.outcome.why} rows={2} value={why} onValue={setWhy} />
      <TextField label={words.outcome.measure} optional value={measure} onValue={setMeasure} />
      <DateField label={words.outcome.by} optional value={byDate} onValue={setByDate} />
    </FormSheet>
  );
}
