import { Check } from 'lucide-react';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { Button } from '@promenade/ui/button';
import { classes } from '@promenade/ui/classes.ts';
import { useTell } from '@promenade/ui/query.ts';
import { Unseen } from '@promenade/ui/unseen';
import { useMe } from '../../app/me.ts';
import { goalWords } from './goal-words.ts';
import goals from './goals.module.css';
import { finishStepDocument, outcomesDocument } from './outcomes.graphql.ts';
import type { Outcome } from './outcomes-page.tsx';
import styles from './outcomes.module.css';
import { words } from './words.ts';

type OutcomeStep = Outcome['steps'][number];

/** The goals for its stages in the order in which they are hoped for, and the steps beside them. */
export function Way({ steps, mayWrite }: { steps: readonly OutcomeStep[]; mayWrite: boolean }) {
  const { home: { zone } } = useMe();
  const today = dayIn(zone, new Date());
  const stages = steps.filter(({ kind }) => kind === 'stage goal').toSorted((a, b) => (a.byDate ?? '9').localeCompare(b.byDate ?? '9'));
  const next = stages.find(({ doneOn }) => doneOn === null);
  const others = steps.filter(({ kind }) => kind !== 'stage goal');
  return (
    <>
      {steps.length === 0 && <p className={styles.soft}>{words.noSteps}</p>}
      {stages.length > 0 && (
        <ol role="list" className={goals.way} aria-label={goalWords.stages}>
          {stages.map((stage) => {
            const by = stage.byDate && (stage.doneOn === null && stage.byDate < today ? goalWords.wasFor(sayDay(stage.byDate)) : `${words.by.toLowerCase()} ${sayDay(stage.byDate)}`);
            const more = [words.stageGoal, stage === next && goalWords.next, stage.who, stage.doneOn === null && by].filter(Boolean).join(' · ');
            return <li key={stage.id} className={classes(goals.stage, stage.doneOn !== null && goals.reached)}><p>{stage.words} <span className={styles.soft}>· {more}</span></p><Done step={stage} mayWrite={mayWrite} /></li>;
          })}
        </ol>
      )}
      {others.length > 0 && (
        <ul role="list" className={styles.lines}>
          {others.map((step) => {
            const more = [step.who, step.byDate && `${words.by.toLowerCase()} ${sayDay(step.byDate)}`].filter(Boolean).join(' · ');
            return <li key={step.id}><p>{step.words}{more && <span className={styles.soft}> · {more}</span>}</p><Done step={step} mayWrite={mayWrite} /></li>;
          })}
        </ul>
      )}
    </>
  );
}

function Done({ step, mayWrite }: { step: OutcomeStep; mayWrite: boolean }) {
  const tell = useTell(finishStepDocument, { refresh: [outcomesDocument] });
  if (step.doneOn) return <span className={styles.done}>{words.doneBy(step.doneByName ?? '', sayDay(step.doneOn))}</span>;
  return mayWrite && <Button icon={<Check />} busy={tell.isPending} onClick={() => tell.mutate({ id: step.id })}>{words.done}<Unseen>{`: ${step.words}`}</Unseen></Button>;
}
