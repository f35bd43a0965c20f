import type { ResultOf } from 'gql.tada';
import { useEffect, useRef, useState } from 'react';
import { announce } from '@promenade/ui/announcer';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Row } from '@promenade/ui/layout';
import { Progress } from '@promenade/ui/progress';
import { FactStep, ImportantStep, OutcomeStep, RoutineStep, SupportStep } from './lead-steps.tsx';
import styles from './lead.module.css';
import type { personDocument } from './person.graphql.ts';
import type { Person } from './person.ts';
import { words } from './words.ts';

export type Step = ResultOf<typeof personDocument>['resident']['profileSteps'][number];
export type StepProps = { person: Person; step: Step; onSaved: () => void; onSkip: () => void };

const ask = words.lead;

/** One step at a time towards a useful profile: what is not known yet, in an order a new carer can take it. */
export function Lead({ person }: { person: Person }) {
  const [putOff, setPutOff] = useState<readonly string[]>([]);
  const [hasMoved, setMoved] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const done = person.profileSteps.filter(({ isDone }) => isDone).length;
  const open = person.profileSteps.filter(({ isDone }) => !isDone);
  const step = open.find(({ code }) => !putOff.includes(code));
  // After a step, whoever goes on by keyboard or by ear is at the next question.
  useEffect(() => {
    if (!hasMoved) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [hasMoved, step?.code]);
  if (person.profileSteps.length === 0) return null;

  const progress = <Progress label={ask.progress} value={done} of={person.profileSteps.length} says={ask.says(done, person.profileSteps.length)} />;
  if (open.length === 0) return hasMoved ? <Ready person={person} heading={heading} /> : null;
  if (!step) {
    return (
      <Card title={<span ref={heading} tabIndex={-1}>{ask.putOff}</span>}>
        {progress}
        <p>{ask.putOffWhat(open.length)}</p>
        <Row><Button kind="primary" onClick={() => setPutOff([])}>{ask.goOn}</Button></Row>
      </Card>
    );
  }
  const props: StepProps = {
    person, step,
    onSaved: () => {
      setMoved(true);
      announce(ask.saved);
    },
    onSkip: () => {
      setMoved(true);
      setPutOff([...putOff, step.code]);
    },
  };
  return (
    <section className={styles.lead} aria-labelledby="lead-title">
      <div className={styles.top}>
        <h2 id="lead-title" className={styles.next} ref={heading} tabIndex={-1}>{ask.next(step.about)}</h2>
        {progress}
      </div>
      <StepForm key={step.code} {...props} />
    </section>
  );
}

function StepForm(props: StepProps) {
  switch (props.step.code) {
    case 'IMPORTANT': return <ImportantStep {...props} />;
    case 'SUPPORT': return <SupportStep {...props} />;
    case 'ROUTINE': return <RoutineStep {...props} />;
    case 'OUTCOME': return <OutcomeStep {...props} />;
    default: return <FactStep {...props} />;
  }
}

/** Said once, where the last step was taken. */
function Ready({ person, heading }: { person: Person; heading: React.RefObject<HTMLHeadingElement | null> }) {
  return (
    <section className={styles.lead} aria-labelledby="lead-title">
      <h2 id="lead-title" className={styles.next} ref={heading} tabIndex={-1}>{ask.ready(person.preferredName)}</h2>
      <p>{ask.readyWhat}</p>
      <Row><LinkButton href={`/people/${person.id}/assessment`}>{ask.toQuestions(person.preferredName)}</LinkButton></Row>
    </section>
  );
}
