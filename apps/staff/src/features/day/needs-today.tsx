import { useState } from 'react';
import { clockIn } from '@promenade/domain/shared/time';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { TextArea } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { ownId } from '@promenade/ui/own-id.ts';
import { Avatar } from '@promenade/ui/person-chip';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMay, useMe } from '../../app/me.ts';
import { seeToNeedDocument } from './day.graphql.ts';
import type { Need } from './day.ts';
import styles from './day.module.css';
import { words } from './words.ts';

/** What people needed and did not get: there until somebody says what was done. */
export function UnmetNeeds({ needs, title }: { needs: readonly Need[]; title: string }) {
  const { zone } = useMe().home;
  const mayRecord = useMay('day.record');
  const [seeing, setSeeing] = useState<Need | null>(null);
  if (needs.length === 0) return null;
  return (
    <Card title={<span id="needs">{title}</span>} tone={needs.some(({ seenTo }) => seenTo === null) ? 'owed' : undefined}>
      <ul role="list" className={styles.lines}>
        {needs.map((need) => (
          <li key={need.id} className={styles.needLine}>
            <Avatar id={need.residentId} name={need.name} size="small" />
            <span className={styles.lineWords}>
              <span><a href={`/people/${need.residentId}/days`}><strong>{need.name}</strong></a> {words.unmetLine((words.needs[need.what] ?? need.what).toLowerCase(), need.activityName)}</span>
              {need.words && <span>{need.words}</span>}
              <span className={styles.soft}>{need.seenTo ? words.seenTo(need.seenTo) : words.saidBy(need.recordedByName, clockIn(zone, new Date(need.recordedAt)))}</span>
            </span>
            {mayRecord && need.seenTo === null && <Button onClick={() => setSeeing(need)} aria-label={`${words.seeTo} ${need.name}`}>{words.seeTo}</Button>}
          </li>
        ))}
      </ul>
      {seeing && <SeeTo need={seeing} onClose={() => setSeeing(null)} />}
    </Card>
  );
}

function SeeTo({ need, onClose }: { need: Need; onClose: () => void }) {
  const [id] = useState(ownId);
  const [done, setDone] = useState('');
  const tell = useTell(seeToNeedDocument, { onAnswer: ({ seeToNeed }) => {
    if (seeToNeed.__typename === 'Refused') return;
    toast();
    onClose();
  } });
  return (
    <FormSheet title={words.seeTo} save={words.saveSeen} onClose={onClose} busy={tell.isPending} error={tell.error} refused={refusalIn(tell.data?.seeToNeed)}
      onSave={() => tell.mutate({ input: { id, needId: need.id, words: done } })}>
      <TextArea label={words.seeToFor(need.name, (words.needs[need.what] ?? need.what).toLowerCase())} value={done} onValue={setDone} rows={3} data-first />
    </FormSheet>
  );
}
