/** What has happened since last time, from the record: for the table one sits at, and for the sheet one takes along. */
import type { ResultOf } from 'gql.tada';
import { daysBetween, sayDay } from '@promenade/domain/shared/time';
import { Badge } from '@promenade/ui/badge';
import { Card } from '@promenade/ui/card';
import { TrendChart } from '@promenade/ui/trend-chart';
import { words as shared } from '@promenade/ui/words.ts';
import type { pictureDocument } from './episodes.graphql.ts';
import styles from './episodes.module.css';
import { words } from './words.ts';

export type Picture = ResultOf<typeof pictureDocument>['reviewPicture'];
type OutcomeSince = Picture['outcomes'][number];
type TaskSince = Picture['tasks'][number];

export const rungWords = (rung: number) => shared.ladder[Math.round(rung)] ?? '';

export function Happened({ picture }: { picture: Picture }) {
  const { enjoyed, support, promises, tasks } = picture;
  return (
    <>
      <div className={styles.two}>
        <Card title={words.enjoyed} level={3}>
          {enjoyed.length === 0 ? <p className={styles.soft}>{words.enjoyedNone}</p> : <ul>{enjoyed.map(({ what, times }) => <li key={what}>{words.enjoyedTimes(what, times)}</li>)}</ul>}
        </Card>
        <Card title={words.promises} level={3}>
          <p>{promises.due === 0 ? words.promisesNone : words.promisesWere(promises.kept, promises.due)}</p>
          {promises.notKept.length > 0 && <><p>{words.promisesNot}</p><ul>{promises.notKept.map((each) => <li key={each}>{each}</li>)}</ul></>}
        </Card>
        <Card title={words.support} level={3}>
          <p>{support.planned === 0 ? words.supportNone : words.supportWas(support.real, support.planned)}</p>
          {support.planned > 0 && <div className={styles.bar} aria-hidden="true"><span style={{ width: `${Math.min(100, Math.round((100 * support.real) / support.planned))}%` }} /></div>}
          {support.reasons.length > 0 && <ul>{support.reasons.map(({ reason, minutes }) => <li key={reason}>{words.supportWhy(reason, minutes)}</li>)}</ul>}
        </Card>
      </div>
      <Card title={words.tasks} level={3}>
        {tasks.length === 0 && <p className={styles.soft}>{words.tasksNone}</p>}
        {tasks.map((task) => <Task key={task.id} task={task} />)}
      </Card>
    </>
  );
}

function Task({ task }: { task: TaskSince }) {
  return (
    <section aria-label={task.name} className={styles.part}>
      <p><strong>{task.name}</strong> <Badge tone={task.going === 'falling' ? 'owed' : task.going === 'rising' ? 'kept' : 'quiet'}>{words.going[task.going] ?? task.going}</Badge></p>
      <TrendChart title={words.taskChart(task.name)} summary={task.progress} min={0} max={6} says={rungWords}
        points={task.points.map(({ day, rung }) => ({ at: daysBetween(task.startedOn, day), label: sayDay(day), value: rung }))}
        hoped={[{ at: 0, label: sayDay(task.startedOn), value: task.startRung }, { at: daysBetween(task.startedOn, task.hopedOn), label: sayDay(task.hopedOn), value: task.hopedRung }]} />
    </section>
  );
}

/** What each voice says is reached: the sentence of the level, and no mark. */
export function Levels({ outcome: { levels } }: { outcome: OutcomeSince }) {
  if (levels.length === 0) return <p className={styles.soft}>{words.noLevels}</p>;
  return (
    <ul>
      {levels.map((level) => <li key={`${level.rater}${level.raterName}`}><strong>{words.raters[level.rater] ?? level.rater}</strong>: “{level.sentence}” <span className={styles.soft}>{level.raterName}, {sayDay(level.day)}</span></li>)}
    </ul>
  );
}
