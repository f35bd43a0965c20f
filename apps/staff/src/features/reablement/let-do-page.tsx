import type { ResultOf } from 'gql.tada';
import { ArrowLeft, Armchair, TrendingDown, TrendingUp } from 'lucide-react';
import { useState } from 'react';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Grid, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { Avatar } from '@promenade/ui/person-chip';
import { useAsk } from '@promenade/ui/query.ts';
import { words as shared } from '@promenade/ui/words.ts';
import { useMay } from '../../app/me.ts';
import { Hint } from '../../ladder/ladder-ask.tsx';
import { LadderNow } from '../../ladder/ladder-now.tsx';
import { StillHere } from '../../ladder/still-here.tsx';
import { letDoDocument } from './reablement.graphql.ts';
import styles from './reablement.module.css';
import { words } from './words.ts';

type Task = ResultOf<typeof letDoDocument>['ladderTasks'][number];

/** What to let people do, today: for each of them what they do themselves lately, how to leave it with them, and what to have ready. */
export function LetDoPage() {
  const asked = useAsk(letDoDocument, {}, { everyMs: 60_000 });
  return (
    <Page title={words.letDo} lead={words.letDoLead} kicker={<a href="/"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}>
      <Asked of={asked}>
        {({ ladderTasks }) => {
          if (ladderTasks.length === 0) return <EmptyState title={words.nobody} icon={<Armchair />}>{words.nobodyWhat}</EmptyState>;
          const [mine, others] = [ladderTasks.filter(({ isMine }) => isMine), ladderTasks.filter(({ isMine }) => !isMine)];
          return (
            <Stack gap={5}>
              <StillHere />
              <Turns tasks={ladderTasks} />
              {mine.length > 0 && <People title={words.mine} tasks={mine} />}
              {others.length > 0 && <People title={mine.length > 0 ? words.others : words.everybody} tasks={others} />}
            </Stack>
          );
        }}
      </Asked>
    </Page>
  );
}

/** Who turned lately, in the shortest way it can be said. */
function Turns({ tasks }: { tasks: readonly Task[] }) {
  const [up, down] = [tasks.filter(({ going }) => going === 'rising'), tasks.filter(({ going }) => going === 'falling')];
  if (up.length + down.length === 0) return <p className={styles.soft}>{words.noTurns}</p>;
  const list = (title: string, some: readonly Task[], icon: React.ReactNode) => some.length > 0 && (
    <section className={styles.turns}>
      <h2 className={styles.turnTitle}>{icon}{title}</h2>
      <ul role="list" className={styles.turnList}>{some.map((task) => <li key={task.id}><a href={`/people/${task.residentId}/reablement`}>{words.turnOf(task.residentName, task.name)}</a></li>)}</ul>
    </section>
  );
  return <div className={styles.bothTurns}>{list(words.up, up, <TrendingUp aria-hidden="true" />)}{list(words.down, down, <TrendingDown aria-hidden="true" />)}</div>;
}

function People({ title, tasks }: { title: string; tasks: readonly Task[] }) {
  const people = [...Map.groupBy(tasks, ({ residentId }) => residentId)].toSorted(([, [a]], [, [b]]) => (a?.residentName ?? '').localeCompare(b?.residentName ?? ''));
  return (
    <section aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <Grid min={22}>
        {people.map(([residentId, some]) => (
          <Card key={residentId} level={3} as="article" before={<Avatar id={residentId} name={some[0]?.residentName ?? ''} />} title={<a href={`/people/${residentId}/reablement`}>{some[0]?.residentName}</a>}>
            <ul role="list" className={styles.tasks}>{some.map((task) => <OneTask key={task.id} task={task} />)}</ul>
          </Card>
        ))}
      </Grid>
    </section>
  );
}

function OneTask({ task }: { task: Task }) {
  const mayWrite = useMay('reablement.write');
  // Asked for only where somebody opens it: a page of ninety people stays light.
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={styles.task}>
      <p className={styles.taskName}><strong>{task.name}</strong> {task.today !== null && <Badge tone="kept">{shared.ladder[task.today]}</Badge>}</p>
      {task.hint ? <Hint task={task} /> : <p className={styles.soft}>{words.notKnown}</p>}
      {task.begin && <p>{task.begin}</p>}
      {task.aid && <p className={styles.soft}>{words.haveReady(task.aid)}</p>}
      {mayWrite && (
        <details className={styles.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary aria-label={`${words.sayHow}: ${task.residentName}, ${task.name}`}>{words.sayHow}</summary>
          {isOpen && <LadderNow task={task} hideHint />}
        </details>
      )}
    </li>
  );
}
