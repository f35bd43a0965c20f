import { useState } from 'react';
import { Choice } from '@promenade/ui/choice';
import { DateField, Select, TextArea, TextField } from '@promenade/ui/field';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { FormSheet } from '@promenade/ui/form-sheet';
import styles from './people.module.css';
import { choosingDocument, editBasicsDocument, editSupportDocument } from './person.graphql.ts';
import type { Person } from './person.ts';
import { words } from './words.ts';

type Form = { person: Person; onClose: () => void };

const ask = words.supportForm;

export function SupportForm({ person, onClose }: Form) {
  const [numbers, setNumbers] = useState({ inStaff: String(person.supportInStaff), inResidents: String(person.supportInResidents), outStaff: String(person.supportOutStaff), outResidents: String(person.supportOutResidents) });
  const [wheelchair, setWheelchair] = useState(person.wheelchair);
  const [transfers, setTransfers] = useState(person.transfers ?? '');
  const [communication, setCommunication] = useState(person.communication ?? '');
  const [riskOut, setRiskOut] = useState(person.riskOut ?? '');
  const [riskDo, setRiskDo] = useState(person.riskDo ?? '');
  const tell = useTell(editSupportDocument, {
    onAnswer: ({ editSupport }) => {
      if (editSupport.__typename === 'Refused') return;
      toast();
      onClose();
    },
  });
  const number = (field: keyof typeof numbers) => (
    <TextField label={ask[field]} inputMode="numeric" value={numbers[field]} onValue={(value) => setNumbers({ ...numbers, [field]: value.replace(/\D/g, '').slice(0, 2) })} />
  );
  return (
    <FormSheet title={ask.title} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.editSupport)} error={tell.error}
      onSave={() => tell.mutate({ input: {
        residentId: person.id, inStaff: Number(numbers.inStaff), inResidents: Number(numbers.inResidents), outStaff: Number(numbers.outStaff), outResidents: Number(numbers.outResidents),
        wheelchair, transfers, communication, riskOut, riskDo,
      } })}>
      <div className={styles.pair}>
        {number('inStaff')}
        {number('inResidents')}
        {number('outStaff')}
        {number('outResidents')}
      </div>
      <Choice legend={ask.wheelchair} layout="list" value={wheelchair} onValue={setWheelchair} options={Object.entries(words.wheelchair).map(([value, label]) => ({ value, label }))} />
      <TextField label={ask.transfers} optional value={transfers} onValue={setTransfers} />
      <TextArea label={ask.talks} optional rows={2} value={communication} onValue={setCommunication} />
      <TextField label={words.canGoWrong} optional value={riskOut} onValue={setRiskOut} />
      <TextField label={words.thenDo} optional value={riskDo} onValue={setRiskDo} />
    </FormSheet>
  );
}

export function BasicsForm({ person, onClose }: Form) {
  const choosing = useAsk(choosingDocument, {});
  const [preferredName, setPreferredName] = useState(person.preferredName);
  const [born, setBorn] = useState(person.born ?? '');
  const [room, setRoom] = useState(person.room ?? '');
  const [namedWorkerId, setNamedWorkerId] = useState(person.namedWorker?.id ?? '');
  const [photoConsent, setPhotoConsent] = useState(person.photoConsent);
  const [photoConsentWords, setPhotoConsentWords] = useState(person.photoConsentWords ?? '');
  const [pronouns, setPronouns] = useState(person.pronouns ?? '');
  const [languages, setLanguages] = useState(person.languages?.join(', ') ?? '');
  const [funding, setFunding] = useState(person.funding ?? '');
  const tell = useTell(editBasicsDocument, {
    onAnswer: () => {
      toast();
      onClose();
    },
  });
  return (
    <FormSheet title={words.basics.title} onClose={onClose} busy={tell.isPending} error={tell.error}
      onSave={() => tell.mutate({ input: { residentId: person.id, preferredName, born: born || null, room, namedWorkerId: namedWorkerId || null, photoConsent, photoConsentWords, pronouns, languages: languages.trim() === '' ? null : languages.split(','), funding } })}>
      <TextField label={words.basics.name} value={preferredName} onValue={setPreferredName} />
      <TextField label={words.basics.pronouns} optional value={pronouns} onValue={setPronouns} />
      <TextField label={words.basics.languages} hint={words.basics.languagesHint} optional value={languages} onValue={setLanguages} />
      <DateField label={words.basics.born} optional value={born} onValue={setBorn} />
      <TextField label={words.basics.room} optional value={room} onValue={setRoom} />
      <Select label={words.basics.worker} value={namedWorkerId} onValue={setNamedWorkerId} options={(choosing.data?.staffList ?? []).map((each) => ({ value: each.id, label: `${each.name}, ${each.jobTitle}` }))} />
      <Select label={words.basics.funding} value={funding} onValue={setFunding} options={Object.entries(words.basics.payer).map(([value, label]) => ({ value, label }))} />
      <Choice legend={words.basics.photos} layout="list" value={photoConsent} onValue={setPhotoConsent} options={Object.entries(words.basics.photo).map(([value, label]) => ({ value, label }))} />
      <TextField label={words.basics.photosWords} optional={photoConsent !== 'conditional'} value={photoConsentWords} onValue={setPhotoConsentWords} />
    </FormSheet>
  );
}
