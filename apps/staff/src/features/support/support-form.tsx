import { useState } from 'react';
import { Choice } from '@promenade/ui/choice';
import { Select, TextArea, TextField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { changeSupportDocument } from './support.graphql.ts';
import type { Support } from './support-page.tsx';
import styles from './support.module.css';
import { words } from './words.ts';

const NUMBERS = ['inStaff', 'inResidents', 'outStaff', 'outResidents'] as const;
const TEXTS = { transfers: words.transfers, hoist: words.hoist, bring: words.bring, riskOut: words.goesWrong, riskDo: words.thenDo } as const;

/** A new version of somebody's support; the one before stays readable. */
export function SupportForm({ support, onClose }: { support: Support; onClose: () => void }) {
  const [numbers, setNumbers] = useState(() => ({ inStaff: String(support.inStaff), inResidents: String(support.inResidents), outStaff: String(support.outStaff), outResidents: String(support.outResidents) }));
  const [texts, setTexts] = useState(() => ({ transfers: support.transfers ?? '', hoist: support.hoist ?? '', bring: support.bring ?? '', riskOut: support.riskOut ?? '', riskDo: support.riskDo ?? '' }));
  const [communication, setCommunication] = useState(support.communication ?? '');
  const [wheelchair, setWheelchair] = useState(support.wheelchair);
  const [style, setStyle] = useState(support.style ?? 'open');
  const [why, setWhy] = useState('');
  const tell = useTell(changeSupportDocument, { onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') return;
    toast(words.saved);
    onClose();
  } });
  const save = () => tell.mutate({ input: {
    residentId: support.residentId, inStaff: Number(numbers.inStaff), inResidents: Number(numbers.inResidents), outStaff: Number(numbers.outStaff), outResidents: Number(numbers.outResidents),
    wheelchair, communication, ...texts, style: style === 'open' ? '' : style, why,
  } });
  return (
    <FormSheet title={words.edit} save={words.save} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <div className={styles.pair}>
        {NUMBERS.map((field) => (
          <TextField key={field} label={words[field]} inputMode="numeric" value={numbers[field]} onValue={(value) => setNumbers({ ...numbers, [field]: value.replace(/\D/g, '').slice(0, 2) })} />
        ))}
      </div>
      <Choice legend={words.wheelchairIs} layout="list" value={wheelchair} onValue={setWheelchair} options={Object.entries(words.wheelchair).map(([value, label]) => ({ value, label }))} />
      {(Object.keys(TEXTS) as (keyof typeof TEXTS)[]).map((field) => (
        <TextField key={field} label={TEXTS[field]} optional maxLength={240} value={texts[field]} onValue={(value) => setTexts({ ...texts, [field]: value })} />
      ))}
      <TextArea label={words.talks} optional rows={2} maxLength={1000} value={communication} onValue={setCommunication} />
      <Select label={words.style} options={[{ value: 'open', label: words.openStyle }, ...Object.entries(words.styles).map(([value, label]) => ({ value, label }))]} value={style} onValue={setStyle} />
      <TextField label={words.why} optional maxLength={300} value={why} onValue={setWhy} />
    </FormSheet>
  );
}
