import type { ResultOf } from 'gql.tada';
import { ArrowLeft, Check, Plus } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { Unseen } from '@promenade/ui/unseen';
import { useMay, useMe } from '../../app/me.ts';
import { ActivityForm, OutcomeForm, ReviewForm, StepForm } from './outcome-forms.tsx';
import { finishStepDocument, outcomesDocument } from './outcomes.graphql.ts';
import styles from './outcomes.module.css';
import { words } from './words.ts';

export type Of = ResultOf<typeof outcomesDocument>['outcomesOf'];
export type Outcome = Of['outcomes'][number];
type Opened = { form: 'add' } | { form: 'step' | 'activity' | 'review'; outcome: Outcome };

/** What somebody wants to be true, the way there, and every look at it. */
export function OutcomesPage() {
  const { id = '' } = useParams();
  const asked = useAsk(outcomesDocument, { residentId: id });
  return <Asked of={asked}>{({ outcomesOf }) => <OutcomesView of={outcomesOf} />}</Asked>;
}

function OutcomesView({ of }: { of: Of }) {
  const [opened, open] = useState<Opened | null>(null);
  const mayWrite = useMay('people.write');
  const close = () => open(null);
  const { name, residentId } = of;
  const current = of.outcomes.filter(({ endedOn }) => endedOn === null);
  const past = of.outcomes.filter(({ endedOn }) => endedOn !== null);
  return (
    <Page
      title={words.title(name)}
      kicker={<a href={`/people/${residentId}`}><ArrowLeft aria-hidden="true" size="1em" /> {words.back(name)}</a>}
      lead={words.lead(name)}
      actions={mayWrite && <Button kind="primary" icon={<Plus />} onClick={() => open({ form: 'add' })}>{words.add}</Button>}
    >
      <Stack gap={5}>
        <PersonTabs residentId={residentId} current="outcomes" />
        {current.length === 0 && <EmptyState title={words.none(name)}>{words.noneWhy}</EmptyState>}
        {current.map((outcome) => <OutcomeCard key={outcome.id} outcome={outcome} open={mayWrite ? open : null} />)}
        {past.length > 0 && (
          <details className={styles.more}>
            <summary>{words.past} ({past.length})</summary>
            <Stack gap={4}>{past.map((outcome) => <OutcomeCard key={outcome.id} outcome={outcome} open={null} />)}</Stack>
          </details>
        )}
      </Stack>
      {opened?.form === 'add' && <OutcomeForm residentId={residentId} onClose={close} />}
      {opened?.form === 'step' && <StepForm outcome={opened.outcome} onClose={close} />}
      {opened?.form === 'activity' && <ActivityForm outcome={opened.outcome} onClose={close} />}
      {opened?.form === 'review' && <ReviewForm outcome={opened.outcome} onClose={close} />}
    </Page>
  );
}

function OutcomeCard({ outcome, open }: { outcome: Outcome; open: ((what: Opened) => void) | null }) {
  const due = sayDay(outcome.reviewDueOn);
  const facts = [outcome.measure && `${words.measure} ${outcome.measure}`, outcome.whoHelps && `${words.helps} ${outcome.whoHelps}`, outcome.byDate && `${words.by} ${sayDay(outcome.byDate)}`].filter(Boolean);
  return (
    <Card title={<span className={styles.quote}>“{outcome.words}”</span>} tone={outcome.isReviewDue ? 'owed' : undefined}
      aside={open && <Button onClick={() => open({ form: 'review', outcome })}>{words.review}<Unseen>{`: ${outcome.words}`}</Unseen></Button>}>
      <p className={styles.marks}>
        {outcome.importance !== null && <Badge tone="calm">{words.matters(outcome.importance)}</Badge>}
        {outcome.comfort && <Badge tone="kept">{words.comfort}</Badge>}
        <Badge tone={outcome.isReviewDue ? 'owed' : 'quiet'}>{outcome.endedOn ? words.ended(sayDay(outcome.endedOn)) : outcome.isReviewDue ? words.lookDue(due) : words.lookBy(due)}</Badge>
      </p>
      <p>{outcome.why}</p>
      {facts.length > 0 && <p className={styles.soft}>{facts.join('. ')}</p>}
      <h3>{words.steps}</h3>
      {outcome.steps.length === 0 && <p className={styles.soft}>{words.noSteps}</p>}
      <ul role="list" className={styles.lines}>{outcome.steps.map((step) => <Step key={step.id} step={step} mayWrite={open !== null} />)}</ul>
      {outcome.activities.length > 0 && (
        <>
          <h3>{words.serves}</h3>
          <ul role="list" className={styles.lines}>
            {outcome.activities.map((each) => <li key={each.activityId}><p><a href={`/library/${each.activityId}`}>{each.name}</a>: {each.because}</p></li>)}
          </ul>
        </>
      )}
      {open && (
        <Row>
          <Button onClick={() => open({ form: 'step', outcome })}>{words.addStep}<Unseen>{`: ${outcome.words}`}</Unseen></Button>
          <Button onClick={() => open({ form: 'activity', outcome })}>{words.addActivity}<Unseen>{`: ${outcome.words}`}</Unseen></Button>
        </Row>
      )}
      <Reviews outcome={outcome} />
    </Card>
  );
}

function Step({ step, mayWrite }: { step: Outcome['steps'][number]; mayWrite: boolean }) {
  const tell = useTell(finishStepDocument, { refresh: [outcomesDocument] });
  const more = [step.kind === 'stage goal' && words.stageGoal, step.who, step.byDate && `${words.by.toLowerCase()} ${sayDay(step.byDate)}`].filter(Boolean).join(' · ');
  return (
    <li>
      <p>{step.words}{more && <span className={styles.soft}> · {more}</span>}</p>
      {step.doneOn ? <span className={styles.done}>{words.doneBy(step.doneByName ?? '', sayDay(step.doneOn))}</span>
        : mayWrite && <Button icon={<Check />} busy={tell.isPending} onClick={() => tell.mutate({ id: step.id })}>{words.done}<Unseen>{`: ${step.words}`}</Unseen></Button>}
    </li>
  );
}

function Reviews({ outcome: { reviews } }: { outcome: Outcome }) {
  const { home: { zone } } = useMe();
  if (reviews.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{words.reviews} ({reviews.length})</summary>
      <ul role="list" className={styles.lines}>
        {reviews.map((each) => (
          <li key={each.id}>
            <p><strong>{words.resultNames[each.result] ?? each.result}</strong>, “{each.say}” {each.words} <span className={styles.soft}>{each.recordedByName}, {sayDay(dayIn(zone, new Date(each.recordedAt)))}</span></p>
          </li>
        ))}
      </ul>
    </details>
  );
}
