import type { ResultOf } from 'gql.tada';
import { ArrowLeft, CircleStop, MessageCircle, Plus, Printer } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Grid, Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { useAsk } from '@promenade/ui/query.ts';
import { TriangleChart } from '@promenade/ui/triangle-chart';
import { useMay } from '../../app/me.ts';
import { AnswerForm, FallForm, StopForm } from './forms.tsx';
import { Events, Falls, Money, Routines } from './parts.tsx';
import { PlanForm } from './plan-form.tsx';
import { planDocument } from './taper.graphql.ts';
import styles from './taper.module.css';
import { WishMinutes } from './wish-minutes.tsx';
import { briefly, pounds, words } from './words.ts';

export type Of = ResultOf<typeof planDocument>['supportPlan'];
type Opened = 'plan' | 'stop' | 'answer' | 'fall' | null;

/** How much help somebody has, how it is meant to become less, what really was, and whose the minutes are that it sets free. */
export function SupportPlanPage() {
  const { id = '' } = useParams();
  const asked = useAsk(planDocument, { residentId: id });
  return <Asked of={asked}>{({ supportPlan }) => <PlanView of={supportPlan} />}</Asked>;
}

function PlanView({ of }: { of: Of }) {
  const [opened, open] = useState<Opened>(null);
  const [mayPlan, mayStop, mayRecord] = [useMay('taper.write'), useMay('reablement.write'), useMay('day.record')];
  const close = () => open(null);
  const { name, residentId, plan, state, stop } = of;
  const actions = (
    <>
      {mayPlan && <Button kind={plan ? 'quiet' : 'primary'} icon={<Plus />} onClick={() => open('plan')}>{plan ? words.next : words.make}</Button>}
      {mayStop && (state === 'falling' || state === 'to come' || state === 'over') && <Button icon={<CircleStop />} onClick={() => open('stop')}>{words.stop}</Button>}
      {plan && <Button kind="plain" icon={<Printer />} onClick={() => window.print()}>{words.print}</Button>}
    </>
  );
  return (
    <Page title={words.title(name)} lead={words.lead} kicker={<a href={`/people/${residentId}`}><ArrowLeft aria-hidden="true" size="1em" /> {name}</a>} actions={actions}>
      <Stack gap={5}>
        <PersonTabs residentId={residentId} current="support-plan" />
        {of.neverTapered && <Notice>{of.neverTapered}</Notice>}
        {stop && (
          <Notice kind="warning" title={words.stopped} actions={mayPlan && <Button kind="primary" icon={<MessageCircle />} onClick={() => open('answer')}>{words.answer}</Button>}>
            <p>{stop.words}</p>
            <p>{words.stillAsBefore}</p>
          </Notice>
        )}
        {of.notices.slice(stop ? 1 : 0).map((notice) => <Notice key={notice} kind="warning">{notice}</Notice>)}
        {plan ? <Drawn of={of} plan={plan} /> : <EmptyState title={words.none}>{words.noneWhat}</EmptyState>}
        <Grid gap={5} min={20}>
          {plan && <WishMinutes of={of} />}
          {plan && <Money of={of} />}
        </Grid>
        <Routines of={of} mayWrite={mayStop} />
        <Falls of={of} onNote={mayRecord ? () => open('fall') : null} />
        <Events of={of} />
        <p data-print="no"><a href="/support-plans">{words.toList}</a></p>
      </Stack>
      {opened === 'plan' && <PlanForm of={of} onClose={close} />}
      {opened === 'stop' && <StopForm residentId={residentId} onClose={close} />}
      {opened === 'answer' && <AnswerForm of={of} onClose={close} />}
      {opened === 'fall' && <FallForm residentId={residentId} today={of.today} onClose={close} />}
    </Page>
  );
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function Drawn({ of, plan }: { of: Of; plan: NonNullable<Of['plan']> }) {
  const weeks = of.weeks.map((week) => ({
    key: week.monday, day: String(Number(week.monday.slice(8))), month: MONTHS[Number(week.monday.slice(5, 7)) - 1] ?? '', label: words.week(week.monday), state: week.state as 'over' | 'now' | 'to come',
    planned: week.planned, actual: week.actual, unknown: week.unknown,
    figures: [
      briefly(week.planned), week.actual === null ? words.toCome : briefly(week.actual), week.gap === null ? words.toCome : week.gap === 0 ? words.exact : week.gap < 0 ? words.more(-week.gap) : briefly(week.gap),
      pounds(week.plannedPence), week.actualPence === null ? words.toCome : pounds(week.actualPence), pounds(week.boxPence), week.freed === null ? (week.state === 'over' ? words.unknown : words.toCome) : briefly(week.freed),
    ],
  }));
  const now = of.weeks.find(({ state }) => state === 'now');
  return (
    <>
      <Card>
        <p className={styles.state}>{of.words}</p>
        <TriangleChart title={words.chart} summary={words.chartSummary(plan.startMinutes, plan.goalMinutes, plan.weeks)} weeks={weeks} box={plan.startMinutes} headings={words.headings} says={briefly} />
      </Card>
      <Grid gap={5} min={20}>
        {now && <ThisWeek week={now} />}
        <Card title={words.lines}>
          <ul role="list" className={styles.lines}>
            {plan.lines.map((line) => <li key={line.id}><span>{line.what}<span className={styles.soft}>, {line.kind === 'shared' ? words.lineShared(line.residents) : words.kinds[line.kind]}</span></span><strong>{briefly(line.minutes)}</strong></li>)}
          </ul>
          {plan.outcomeWords && <p>{words.serves} “{plan.outcomeWords}”</p>}
          <p>{plan.why}</p>
          <p className={styles.say}>{words.theySay}: “{plan.say}” <span className={styles.soft}>{plan.recordedByName}, {sayDay(plan.recordedAt.slice(0, 10))}</span></p>
        </Card>
      </Grid>
    </>
  );
}

function ThisWeek({ week }: { week: Of['weeks'][number] }) {
  const gap = week.gap ?? 0;
  return (
    <Card title={words.thisWeek}>
      <dl className={styles.three}>
        <div><dt>{words.planned}</dt><dd>{briefly(week.planned)}</dd></div>
        <div><dt>{words.actual}</dt><dd>{briefly(week.actual ?? 0)}</dd></div>
        <div><dt>{gap < 0 ? words.above : words.stillToGo}</dt><dd>{briefly(Math.abs(gap))}</dd></div>
      </dl>
      {week.parts.length > 0 && (
        <ul role="list" className={styles.lines}>{week.parts.map((part) => <li key={part.kind}><span>{words.kinds[part.kind]}<span className={styles.soft}>, {words.staffTime(part.staffMinutes)}</span></span><strong>{briefly(part.minutes)}</strong></li>)}</ul>
      )}
      {week.reasons.length > 0 && (
        <>
          <h3>{words.notGiven}</h3>
          <ul role="list" className={styles.lines}>{week.reasons.map((each) => <li key={each.reason}><span className={styles.first}>{each.reason}</span><strong>{briefly(each.minutes)}</strong></li>)}</ul>
        </>
      )}
    </Card>
  );
}
