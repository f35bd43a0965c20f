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
import { inARow } from '@promenade/ui/words.ts';
import { useMay, useMe } from '../../app/me.ts';
import { AnswerForm } from './answer-form.tsx';
import { AskedForm } from './asked-form.tsx';
import { EndForm } from './end-form.tsx';
import { ExplainForm } from './explain-form.tsx';
import { type OnePromise, chipOf } from './promise.ts';
import { promiseDocument } from './promises.graphql.ts';
import styles from './promises.module.css';
import { words } from './words.ts';

/** One promise, with everything that was ever said about it. */
export function PromisePage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(promiseDocument, { id });
  return <Asked of={asked}>{({ promise }) => <One promise={promise} />}</Asked>;
}

type Form = 'explain' | 'released' | 'enough' | 'answer' | 'still wanted' | 'offer it otherwise';

function One({ promise }: { promise: OnePromise }) {
  const [form, setForm] = useState<Form | null>(null);
  const [mayExplain, mayRelease] = [useMay('promise.explain'), useMay('promise.release')];
  const close = () => setForm(null);
  const mayAsk = useMay('promise.make');
  const dispute = promise.disputes.find(({ answeredAt }) => answeredAt === null);
  const canBeEnough = promise.state === 'partly kept';
  return (
    <Page narrow title={promise.words} kicker={<a href="/promises"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}
      lead={<span className={styles.head}><Picture name={promise.picture ?? 'handshake'} size="small" /> <a href={`/people/${promise.residentId}`}>{promise.residentName}</a> {promise.unexplained && promise.state === 'partly kept' && <StateChip state="partly" />} <StateChip state={chipOf(promise)} /></span>}>
      <Stack gap={4}>
        {promise.unexplained && <Notice kind="refused" actions={mayExplain && <Button kind="primary" onClick={() => setForm('explain')}>{words.explain}</Button>}>{words.unexplained}</Notice>}
        {promise.attention && <Notice kind="warning">{words.attentionWords(promise.misses, promise.attention)}</Notice>}
        {promise.risks.length > 0 && (
          <Notice kind="warning" title={words.riskTitle}>
            {promise.risks.map((risk) => <p key={risk.words}>{risk.words}{risk.because && words.riskSince(risk.because, risk.saidBy)}</p>)}
            <p><strong>{promise.mustAct ? words.mustAct(promise.mustAct) : words.noMustAct}</strong></p>
          </Notice>
        )}
        {promise.askIfWanted && (
          <Notice kind="warning" actions={mayAsk && (
            <>
              <Button onClick={() => setForm('still wanted')}>{words.asked.still}</Button>
              <Button onClick={() => setForm('offer it otherwise')}>{words.asked.otherwise}</Button>
              {mayRelease && <Button onClick={() => setForm('released')}>{words.asked.letGo}</Button>}
            </>
          )}>{words.askIfWanted(promise.residentName)} {!mayRelease && words.letGoByManager}</Notice>
        )}
        {dispute && <Notice kind={dispute.isLate ? 'refused' : 'warning'} actions={mayRelease && <Button onClick={() => setForm('answer')}>{words.answerDispute}</Button>}>{dispute.isLate ? words.disputeLate(dispute.answerBy) : words.dispute(dispute.answerBy)}</Notice>}
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
      {(form === 'still wanted' || form === 'offer it otherwise') && <AskedForm promise={promise} answer={form} onClose={close} />}
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
        {promise.feasible?.when && <Line name={words.feasibleWhen}>{promise.feasible.when}</Line>}
        {promise.feasible && promise.feasible.whoGoes.length > 0 && <Line name={words.feasibleWho}>{inARow(promise.feasible.whoGoes)}</Line>}
        {promise.feasible?.vehicle && <Line name={words.feasibleVehicle}>{promise.feasible.vehicle}</Line>}
        {promise.feasible && <Line name={words.feasibleCheck}>{words.checks[promise.feasible.check]?.(promise.feasible.checkedBy)}</Line>}
        {promise.standingId && <Line name={words.standing}><a href="/promises/standing">{words.standingOne}</a></Line>}
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
