import { useState } from 'react';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { DateField, Select, TextField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Row } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMay, useMe } from '../../app/me.ts';
import { changeStatusDocument, meaningDocument, statusDocument } from './decisions.graphql.ts';
import styles from './decisions.module.css';
import { STATUSES, words } from './words.ts';

/** Where the person lives now, and before; a change says what it means before it is confirmed. */
export function StatusCard({ residentId }: { residentId: string }) {
  const asked = useAsk(statusDocument, { id: residentId });
  const [isOpen, setOpen] = useState(false);
  const mayChange = useMay('status.write');
  if (!asked.data) return null;
  const { resident, statusHistory } = asked.data;
  return (
    <Card title={words.status(resident.status)}>
      {mayChange && <Row><Button onClick={() => setOpen(true)}>{words.changeStatus}</Button></Row>}
      {statusHistory.length > 0 && (
        <details className={styles.more}>
          <summary>{words.statusHistory}</summary>
          <ul className={styles.bullets}>
            {statusHistory.map((each) => (
              <li key={each.id}>{sayDay(each.onDate)}: {each.fromStatus} → {each.toStatus}. {each.words} {each.consequences.join(' ')} {words.wrote(each.recordedByName, sayDay(each.onDate))}</li>
            ))}
          </ul>
        </details>
      )}
      {isOpen && <StatusForm residentId={residentId} now={resident.status} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function StatusForm({ residentId, now, onClose }: { residentId: string; now: string; onClose: () => void }) {
  const { home: { zone } } = useMe();
  const [id] = useState(() => crypto.randomUUID());
  const [to, setTo] = useState('');
  const [on, setOn] = useState(() => dayIn(zone, new Date()));
  const [why, setWhy] = useState('');
  const meaning = useAsk(meaningDocument, { residentId, to, on }, { when: to !== '' && on !== '' });
  const meant = meaning.data?.statusMeaning;
  const means = meant?.__typename === 'StatusMeaning' ? meant : null;
  const tell = useTell(changeStatusDocument, { refresh: [statusDocument, meaningDocument], onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') return;
    toast(words.changed);
    onClose();
  } });
  return (
    <FormSheet title={words.changeStatus} save={words.confirm} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}
      onSave={() => { if (means) tell.mutate({ input: { id, residentId, to, on, words: why || null, seen: [...means.consequences] } }); }}>
      <Select label={words.statusTo} options={STATUSES.filter(({ value }) => value !== now)} value={to} onValue={setTo} />
      <DateField label={words.statusOn} value={on} onValue={setOn} />
      <TextField label={words.statusWords} optional maxLength={500} value={why} onValue={setWhy} />
      <RefusedNotice refused={refusalIn(meant)} />
      {means && (
        <section aria-live="polite">
          <h3>{words.means}</h3>
          <p className={styles.soft}>{words.meansLead}</p>
          <ul className={styles.bullets}>{means.consequences.map((line) => <li key={line}>{line}</li>)}</ul>
        </section>
      )}
    </FormSheet>
  );
}
