import { useState } from 'react';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Choice } from '@promenade/ui/choice';
import { TextArea } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Row } from '@promenade/ui/layout';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { Unseen } from '@promenade/ui/unseen';
import { decidingDocument, lookAtMoneyDocument, moneyDocument } from './decisions.graphql.ts';
import styles from './decisions.module.css';
import { words } from './words.ts';

/** Everything about money, in the whole home, that a supporter decided and nobody else has looked at. */
export function MoneyToLookAt() {
  const asked = useAsk(moneyDocument, {});
  const [looking, look] = useState<string | null>(null);
  const waiting = asked.data?.moneyToLookAt ?? [];
  if (waiting.length === 0) return null;
  return (
    <Card title={words.money} tone="owed">
      <p className={styles.soft}>{words.moneyLead}</p>
      <ul role="list" className={styles.lines}>
        {waiting.map((each) => (
          <li key={each.id}>
            <p className={styles.what}><a href={`/people/${each.residentId}/decisions`}>{each.person}</a>: {each.what}</p>
            <p>{each.decidedBy}, {each.rightWords}: “{each.said}”</p>
            {each.mayLook ? <Row><Button onClick={() => look(each.id)}>{words.look}<Unseen>{`: ${each.what}`}</Unseen></Button></Row> : <p className={styles.soft}>{words.ownEyes}</p>}
          </li>
        ))}
      </ul>
      {looking && <LookForm decisionId={looking} onClose={() => look(null)} />}
    </Card>
  );
}

function LookForm({ decisionId, onClose }: { decisionId: string; onClose: () => void }) {
  const [isWell, setWell] = useState('');
  const [seen, setSeen] = useState('');
  const tell = useTell(lookAtMoneyDocument, { refresh: [moneyDocument, decidingDocument], onAnswer: ({ answer }) => {
    if (answer.__typename === 'Refused') return;
    toast(words.saved);
    onClose();
  } });
  return (
    <FormSheet title={words.look} save={words.save} onClose={onClose} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}
      onSave={() => tell.mutate({ input: { decisionId, isWell: isWell !== 'no', words: seen } })}>
      <Choice legend={words.looksWell} options={[{ value: 'yes', label: words.looksOptions.yes }, { value: 'no', label: words.looksOptions.no }]} value={isWell} onValue={setWell} />
      <TextArea label={words.lookWords} rows={3} maxLength={1000} value={seen} onValue={setSeen} />
    </FormSheet>
  );
}
