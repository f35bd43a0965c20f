import { Printer } from 'lucide-react';
import type { ResultOf } from 'gql.tada';
import { useParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Stack } from '@promenade/ui/layout';
import { useAsk } from '@promenade/ui/query.ts';
import { to } from '../../app/to.ts';
import styles from '../../common/lines.module.css';
import { OfPerson } from '../../common/of-person.tsx';
import { progressDocument } from './progress.graphql.ts';
import { words } from './words.ts';
import { YourView } from './your-view.tsx';

type Answer = ResultOf<typeof progressDocument>;
type Progress = Answer['familyProgress'];
type Outcome = NonNullable<Progress['outcomes']>[number];
export type Goal = Answer['familyGoals']['goals'][number];

/** What somebody hopes for, how far each says it has come, what they do themselves, and what support looks like: sentences alone. */
export function ProgressPage() {
  const { id = '' } = useParams();
  const asked = useAsk(progressDocument, { residentId: id });
  return <Asked of={asked}>{({ familyProgress, familyGoals }) => <View progress={familyProgress} goals={familyGoals.goals} />}</Asked>;
}

function View({ progress: { personId, person, today, outcomes, doing, support, notShared }, goals }: { progress: Progress; goals: readonly Goal[] }) {
  if (outcomes === null) return <OfPerson id={personId} name={person} title={words.title(person)}><p>{notShared}</p></OfPerson>;
  return (
    <OfPerson id={personId} name={person} title={words.title(person)} lead={words.lead}>
      <section className={styles.part}>
        <h2>{words.hopes}</h2>
        {outcomes.length === 0 ? <p>{words.noHopes(person)} <a href={to(`/people/${personId}/asks`)}>{words.tell}</a></p> : (
          <Stack as="ul">{outcomes.map((outcome) => <Hope key={outcome.id} outcome={outcome} goal={goals.find(({ outcomeId }) => outcomeId === outcome.id) ?? null} today={today} />)}</Stack>
        )}
      </section>
      <section className={styles.part}>
        <h2>{words.doing(person)}</h2>
        {doing.length === 0 ? <p>{words.noDoing}</p> : (
          <Card as="div">
            <ul role="list" className={styles.list}>
              {doing.map((task) => (
                <li key={task.taskId}>
                  <p className={styles.what}>{task.name}</p>
                  <p>{task.words}</p>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </section>
      {support.length > 0 && (
        <section className={styles.part}>
          <h2>{words.support}</h2>
          <Card as="div">{support.map((sentence) => <p key={sentence}>{sentence}</p>)}</Card>
        </section>
      )}
      <div data-print="no"><Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>{words.print}</Button></div>
    </OfPerson>
  );
}

function Hope({ outcome: { words: wanted, why, comfort, reviewOn }, goal, today }: { outcome: Outcome; goal: Goal | null; today: string }) {
  return (
    <Card as="li" level={3} title={`“${wanted}”`} aside={comfort && <Badge>{words.comfort}</Badge>}>
      <p><span className={styles.soft}>{words.why}</span> {why}</p>
      {goal && (goal.reached.length === 0 ? <p>{words.nobody}</p> : (
        <ul role="list" className={styles.said}>
          {goal.reached.map(({ id, who, sentence, on, isYours, words: more }) => (
            <li key={id}>
              <p className={styles.soft}>{words.says(who, isYours)}</p>
              <p className={styles.what}>{sentence}</p>
              {more && <p>“{more}”</p>}
              <p className={styles.soft}>{words.day(on)}</p>
            </li>
          ))}
        </ul>
      ))}
      {goal && <YourView key={goal.reached.map(({ id }) => id).join()} goal={goal} wanted={wanted} today={today} />}
      <p className={styles.soft}>{words.review(reviewOn, reviewOn < today)}</p>
    </Card>
  );
}
