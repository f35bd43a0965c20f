import type { ResultOf } from 'gql.tada';
import { ArrowLeft, Plus, Tablet } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { useAsk } from '@promenade/ui/query.ts';
import { Unseen } from '@promenade/ui/unseen';
import { useMay, useMe } from '../../app/me.ts';
import { BeliefForm, Beliefs, TalkForm } from './beliefs.tsx';
import { type Goal, type Goals, Levels, type Saying } from './levels.tsx';
import { ActivityForm, OutcomeForm, ReviewForm, StepForm } from './outcome-forms.tsx';
import goalStyles from './goals.module.css';
import { outcomesDocument } from './outcomes.graphql.ts';
import styles from './outcomes.module.css';
import { ScaleForm } from './scale-form.tsx';
import { ScoreForm } from './score-form.tsx';
import { TScore } from './t-score.tsx';
import { Way } from './way.tsx';
import { words } from './words.ts';

export type Of = ResultOf<typeof outcomesDocument>['outcomesOf'];
export type Outcome = Of['outcomes'][number];
type Opened = { form: 'add' } | { form: 'step' | 'activity' | 'review'; outcome: Outcome } | { form: 'levels'; outcome: Outcome; goal: Goal } | { form: 'score'; goal: Goal; corrects: Saying | null } | { form: 'ask' | 'talk'; goal: Goal };

/** What somebody wants to be true, the way there, and every look at it. */
export function OutcomesPage() {
  const { id = '' } = useParams();
  const asked = useAsk(outcomesDocument, { residentId: id });
  return <Asked of={asked}>{({ outcomesOf, goalsOf }) => <OutcomesView of={outcomesOf} goals={goalsOf} />}</Asked>;
}

function OutcomesView({ of, goals }: { of: Of; goals: Goals }) {
  const [opened, open] = useState<Opened | null>(null);
  const mayWrite = useMay('people.write');
  const close = () => open(null);
  const { name, residentId } = of;
  const current = of.outcomes.filter(({ endedOn }) => endedOn === null);
  const past = of.outcomes.filter(({ endedOn }) => endedOn !== null);
  const goalOf = ({ id }: Outcome) => goals.goals.find(({ outcomeId }) => outcomeId === id);
  return (
    <Page
      title={words.title(name)}
      kicker={<a href={`/people/${residentId}`}><ArrowLeft aria-hidden="true" size="1em" /> {words.back(name)}</a>}
      lead={words.lead(name)}
      actions={<><LinkButton href={`/people/${residentId}/my-progress`} target="_top" icon={<Tablet />}>{words.handOver}</LinkButton>{mayWrite && <Button kind="primary" icon={<Plus />} onClick={() => open({ form: 'add' })}>{words.add}</Button>}</>}
    >
      <Stack gap={5}>
        <PersonTabs residentId={residentId} current="outcomes" />
        {current.length === 0 && <EmptyState title={words.none(name)}>{words.noneWhy}</EmptyState>}
        {current.map((outcome) => <OutcomeCard key={outcome.id} outcome={outcome} goal={goalOf(outcome)} name={name} open={mayWrite ? open : null} />)}
        {past.length > 0 && (
          <details className={styles.more}>
            <summary>{words.past} ({past.length})</summary>
            <Stack gap={4}>{past.map((outcome) => <OutcomeCard key={outcome.id} outcome={outcome} goal={goalOf(outcome)} name={name} open={null} />)}</Stack>
          </details>
        )}
        {current.length > 0 && <TScore of={goals} name={name} />}
      </Stack>
      {opened?.form === 'add' && <OutcomeForm residentId={residentId} onClose={close} />}
      {opened?.form === 'step' && <StepForm outcome={opened.outcome} onClose={close} />}
      {opened?.form === 'activity' && <ActivityForm outcome={opened.outcome} onClose={close} />}
      {opened?.form === 'review' && <ReviewForm outcome={opened.outcome} onClose={close} />}
      {opened?.form === 'levels' && <ScaleForm goal={opened.goal} name={name} byDate={opened.outcome.byDate} onClose={close} />}
      {opened?.form === 'score' && <ScoreForm goal={opened.goal} corrects={opened.corrects} name={name} onClose={close} />}
      {opened?.form === 'ask' && <BeliefForm goal={opened.goal} name={name} onClose={close} />}
      {opened?.form === 'talk' && <TalkForm goal={opened.goal} onClose={close} />}
    </Page>
  );
}

function OutcomeCard({ outcome, goal, name, open }: { outcome: Outcome; goal: Goal | undefined; name: string; open: ((what: Opened) => void) | null }) {
  const due = sayDay(outcome.reviewDueOn);
  // What the person answered last counts; before anybody asked, what was written with the outcome.
  const importance = goal?.beliefs.at(-1)?.importance ?? outcome.importance;
  const facts = [outcome.measure && `${words.measure} ${outcome.measure}`, outcome.whoHelps && `${words.helps} ${outcome.whoHelps}`, outcome.byDate && `${words.by} ${sayDay(outcome.byDate)}`].filter(Boolean);
  return (
    <Card title={<span className={styles.quote}>“{outcome.words}”</span>} tone={outcome.isReviewDue ? 'owed' : undefined}
      aside={open && <Button onClick={() => open({ form: 'review', outcome })}>{words.review}<Unseen>{`: ${outcome.words}`}</Unseen></Button>}>
      <p className={styles.marks}>
        {importance !== null && <Badge tone="calm">{words.matters(importance)}</Badge>}
        {outcome.comfort && <Badge tone="kept">{words.comfort}</Badge>}
        <Badge tone={outcome.isReviewDue ? 'owed' : 'quiet'}>{outcome.endedOn ? words.ended(sayDay(outcome.endedOn)) : outcome.isReviewDue ? words.lookDue(due) : words.lookBy(due)}</Badge>
      </p>
      <p>{outcome.why}</p>
      {facts.length > 0 && <p className={styles.soft}>{facts.join('. ')}</p>}
      {goal && (
        <Levels goal={goal} name={name} about={outcome.words} onWrite={open && (() => open({ form: 'levels', outcome, goal }))} onScore={open && ((corrects) => open({ form: 'score', goal, corrects }))} />
      )}
      <section className={goalStyles.part}>
        <h3>{words.steps}</h3>
        <Way steps={outcome.steps} mayWrite={open !== null} />
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
      </section>
      {goal && <Beliefs goal={goal} name={name} about={outcome.words} onAsk={open && (() => open({ form: 'ask', goal }))} onTalk={open && (() => open({ form: 'talk', goal }))} />}
      <Reviews outcome={outcome} />
    </Card>
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
