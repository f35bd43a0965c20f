import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Choice } from '@promenade/ui/choice';
import { TextField } from '@promenade/ui/field';
import { Row } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { beginDocument } from './self-assessment.graphql.ts';
import styles from './self-assessment.module.css';
import { words } from './words.ts';

/** Who answers: asked once, and said wherever the answers are. */
export function Begin({ residentId, name, isAgain, onBegun }: { residentId: string; name: string; isAgain: boolean; onBegun: (id: string) => void }) {
  const [id] = useState(ownId);
  const [answeredBy, setAnsweredBy] = useState<'person' | 'together' | 'someone'>('person');
  const [helper, setHelper] = useState('');
  const [howKnown, setHowKnown] = useState('');
  const tell = useTell(beginDocument, { onAnswer: ({ beginSelfAssessment: begun }) => { if (begun.__typename === 'SelfAssessment') onBegun(begun.id); } });
  function begin(event: SyntheticEvent): void {
    event.preventDefault();
    if (!tell.isPending) tell.mutate({ input: { id, residentId, answeredBy, helper: answeredBy === 'person' ? null : helper, howKnown: answeredBy === 'someone' ? howKnown : null } });
  }
  const labels = words.by(name);
  return (
    <Card title={isAgain ? words.anew : words.who}>
      {isAgain && <p>{words.anewWhat}</p>}
      <form className={styles.form} onSubmit={begin} noValidate>
        <Choice legend={words.who} hideLegend={!isAgain} layout="list" value={answeredBy} onValue={setAnsweredBy}
          options={(['person', 'together', 'someone'] as const).map((value) => ({ value, label: labels[value], hint: words.byHint[value] }))} />
        {answeredBy !== 'person' && <TextField label={words.helper[answeredBy]} value={helper} onValue={setHelper} autoComplete="off" />}
        {answeredBy === 'someone' && <TextField label={words.howKnown} hint={words.howKnownHint} value={howKnown} onValue={setHowKnown} autoComplete="off" />}
        <RefusedNotice refused={refusalIn(tell.data?.beginSelfAssessment)} />
        <Failed error={tell.error} />
        <Row><Button kind="primary" type="submit" busy={tell.isPending}>{words.begin}</Button></Row>
      </form>
    </Card>
  );
}
