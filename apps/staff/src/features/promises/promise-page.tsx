import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { sayDay, sayWhen } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { StateChip } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Row, Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { Picture } from '@promenade/ui/picture';
import { useAsk } from '@promenade/ui/query.ts';
import { useMay, useMe } from '../../app/me.ts';
import { AnswerForm } from './answer-form.tsx';
import { EndForm } from './end-form.tsx';
import { ExplainForm } from './explain-form.tsx';
import { type OnePromise, chipOf, isDisputed } from './promise.ts';
import { promiseDocument } from './promises.graphql.ts';
import styles from './promises.module.css';
import { words } from './words.ts';

/** One promise, with everything that was ever said about it. */
export function PromisePage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(promiseDocument, { id });
  return <Asked of={asked}>{({ promise }) => <One promise={promise} />}</Asked>;
}

type Form = 'explain' | 'released' | 'enough' | 'answer';

function One({ promise }: { promise: OnePromise }) {
  const [form, setForm] = useState<Form | null>(null);
  const [mayExplain, mayRelease] = [useMay('promise.explain'), useMay('promise.release')];
  const close = () => setForm(null);
  const canBeEnough = promise.state === 'partly kept';
  return (
    <Page narrow title={promise.words} kicker={<a href="/promises"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}
      lead={<span className={styles.head}><Picture name={promise.picture ?? 'handshake'} size="small" /> <a href={`/people/${promise.residentId}`}>{promise.residentName}</a> {promise.unexplained && promise.state === 'partly kept' && <StateChip state="partly" />} <StateChip state={chipOf(promise)} /></span>}>
      <Stack gap={4}>
        {promise.unexplained && <Notice kind="refused" actions={mayExplain && <Button kind="primary" onClick={() => setForm('explain')}>{words.explain}</Button>}>{words.unexplained}</Notice>}
        {promise.attention && <Notice kind="warning">{words.attentionWords(promise.misses, promise.attention)}</Notice>}
        {promise.askIfWanted && <Notice kind="warning">{words.askIfWanted(promise.residentName)}</Notice>}
        {isDisputed(promise) && <Notice kind="warning" actions={mayRelease && <Button onClick={() => setForm('answer')}>{words.answerDispute}</Button>}>{words.dispute}</Notice>}
        <Facts promise={promise} />
        {promise.owed && mayRelease && (
          <Row gap={3}>
            {canBeEnough && <Button onClick={() => setForm('enough')}>{words.enough}</Button>}
            <Button onClick={() => setForm('released')}>{words.release}</Button>
          </Row>
        )}
        <History promise={promise} />
      </Stack>
      {form === 'explain' && <ExplainForm promise={promise} onClose={close} />}
      {(form === 'released' || form === 'enough') && <EndForm promise={promise} how={form} onClose={close} />}
      {form === 'answer' && <AnswerForm promise={promise} onClose={close} />}
    </Page>
  );
}

function Facts({ promise }: { promise: OnePromise }) {
  const { zone } = useMe().home;
  return (
    <Card>
      <dl className={styles.facts}>
        <Line name={words.dueOn}>{sayDay(promise.dueOn)}{promise.misses > 0 && `, ${words.misses(promise.misses)}`}</Line>
        <Line name={words.plannedFor}>{promise.plannedFor ? sayWhen(zone, new Date(promise.plannedFor)) : words.notPlanned}</Line>
        <Line name={words.level}>{words.levels[promise.level]}</Line>
        <Line name={words.madeBy}>{promise.madeBy}</Line>
        <Line name={words.madeTo}>{promise.madeTo}</Line>
        {promise.because && <Line name={words.because}>{promise.because}</Line>}
        <Line name={words.found}>{promise.found}</Line>
      </dl>
    </Card>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

function History({ promise }: { promise: OnePromise }) {
  const { zone } = useMe().home;
  return (
    <Card title={words.history}>
      <ol role="list" className={styles.history}>
        {promise.history.map((each) => (
          <li key={each.id} className={styles.event}>
            <p>{each.words}</p>
            <p className={styles.soft}>{[each.who, sayWhen(zone, new Date(each.at)), words.entry(each.seq)].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
