import type { ResultOf } from 'gql.tada';
import { Minus, TrendingDown, TrendingUp } from 'lucide-react';
import { daysBetween, sayDay } from '@promenade/domain/shared/time';
import { lineOf } from '@promenade/domain/reablement/trend';
import { Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { useTell } from '@promenade/ui/query.ts';
import { TrendChart } from '@promenade/ui/trend-chart';
import { words as shared } from '@promenade/ui/words.ts';
import { useMay } from '../../app/me.ts';
import { LadderNow } from '../../ladder/ladder-now.tsx';
import { endTaskDocument, type tasksDocument } from './reablement.graphql.ts';
import { HowTo, TapHistory } from './task-more.tsx';
import { TaskPlaces } from './task-places.tsx';
import { words } from './words.ts';

export type Task = ResultOf<typeof tasksDocument>['ladderTasks'][number];
const rungWords = (rung: number) => shared.ladder[Math.round(rung)] ?? '';
const RUNGS = [0, 1, 2, 3, 4, 5, 6];

/** Which way it goes, by its words and its shape. */
export function GoingBadge({ going }: { going: string }) {
  if (going === 'rising') return <Badge tone="kept" icon={<TrendingUp />}>{words.going[going]}</Badge>;
  if (going === 'falling') return <Badge tone="owed" icon={<TrendingDown />}>{words.going[going]}</Badge>;
  return <Badge icon={<Minus />}>{words.going[going]}</Badge>;
}

/** One task: what is said before, seven steps to tap, how it goes, and the line that was hoped for. */
export function TaskCard({ task, residentId }: { task: Task; residentId: string }) {
  const mayWrite = useMay('reablement.write');
  const end = useTell(endTaskDocument);
  const isOn = task.endedOn === null;
  return (
    <Card title={task.name} aside={task.endedOn ? <Badge>{words.ended(task.endedOn)}</Badge> : <GoingBadge going={task.going} />}>
      <Stack gap={4}>
        {task.outcomeWords && <p>{words.serves} <a href={`/people/${residentId}/outcomes`}>“{task.outcomeWords}”</a></p>}
        {task.review && <Notice kind="warning" actions={<LinkButton href={`/people/${residentId}/outcomes`}>{words.reviewLink}</LinkButton>}>{words.reviews[task.review]}</Notice>}
        {isOn && mayWrite && <div data-print="no"><LadderNow task={task} legend={words.howMuch} /></div>}
        <Course task={task} />
        <div>
          <HowTo libraryKey={task.libraryKey} begin={task.begin} />
          {isOn && <TaskPlaces task={task} residentId={residentId} />}
          <TapHistory taps={task.taps} />
        </div>
        <Failed error={end.error} />
        {isOn && mayWrite && <p data-print="no"><Button kind="plain" busy={end.isPending} onClick={() => end.mutate({ id: task.id })}>{words.end}</Button></p>}
      </Stack>
    </Card>
  );
}

/** What happened day by day, what was hoped for, and the line through the last four weeks, with words that claim no more than the entries do. */
function Course({ task }: { task: Task }) {
  const at = (day: string) => daysBetween(task.startedOn, day);
  const point = ({ day, rung }: { day: string; rung: number }) => ({ at: at(day), label: sayDay(day), value: rung });
  const last = task.points.at(-1);
  const line = last ? lineOf(task.points, last.day) : null;
  const turn = task.turns.at(-1);
  const summary = `${task.progress} ${words.hopedFor(task.hopedRung, task.hopedOn)}`;
  // Too little for a line is too little for more words.
  const trend = line ? [task.goingWords, task.slopeWords, turn && words.turned(turn.going, turn.day)].filter(Boolean).join(' ') : task.goingWords;
  return (
    <>
      <TrendChart title={words.chart} summary={summary} min={0} max={6} ticks={RUNGS} says={rungWords} points={task.points.map(point)} trend={line ? line.map(point) : []}
        hoped={[point({ day: task.startedOn, rung: task.startRung }), point({ day: task.hopedOn, rung: task.hopedRung })]} />
      {last && <p>{trend}</p>}
    </>
  );
}
