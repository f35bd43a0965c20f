import type { ResultOf } from 'gql.tada';
import { useState } from 'react';
import { daysBetween, sayDay } from '@promenade/domain/shared/time';
import { Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { LadderButtons, type Rung } from '@promenade/ui/ladder-buttons';
import { Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { TrendChart } from '@promenade/ui/trend-chart';
import { words as shared } from '@promenade/ui/words.ts';
import { useMay } from '../../app/me.ts';
import { assistanceDocument, endTaskDocument, type tasksDocument } from './reablement.graphql.ts';
import { words } from './words.ts';

type Task = ResultOf<typeof tasksDocument>['ladderTasks'][number];
const rungWords = (rung: number) => shared.ladder[Math.round(rung)] ?? '';

/** One task: seven steps to tap, how it goes, and the line that was hoped for. */
export function TaskCard({ task }: { task: Task }) {
  const mayWrite = useMay('reablement.write');
  const [prompt, setPrompt] = useState<string | null>(null);
  const tell = useTell(assistanceDocument, { onAnswer: ({ recordAssistance: answer }) => {
    if (answer.__typename === 'AssistanceRecorded') setPrompt(answer.prompt);
  } });
  const end = useTell(endTaskDocument);
  const tap = (rung: Rung) => tell.mutate({ input: { id: ownId(), taskId: task.id, rung } }, { onSuccess: ({ recordAssistance: answer }) => {
    if (answer.__typename === 'AssistanceRecorded') toast(words.saved(rungWords(rung)));
  } });
  return (
    <Card title={task.name} aside={task.endedOn ? <Badge>{words.ended(task.endedOn)}</Badge> : undefined}>
      <Stack gap={4}>
        {task.outcomeWords && <p>{words.serves(task.outcomeWords)}</p>}
        {task.review && <Notice kind="warning">{words.reviews[task.review]}</Notice>}
        {prompt && <Notice live="polite">{prompt}</Notice>}
        <Failed error={tell.error ?? end.error} />
        <RefusedNotice refused={refusalIn(tell.data?.recordAssistance)} />
        {!task.endedOn && mayWrite && <LadderButtons legend={words.howMuch} value={task.today as Rung | null} before={task.before as Rung | null} onTap={tap} />}
        <TrendChart title={words.chart} summary={`${task.progress} ${words.hopedFor(task.hopedRung, task.hopedOn)}`} min={0} max={6} says={rungWords}
          points={task.points.map(({ day, rung }) => ({ at: daysBetween(task.startedOn, day), label: sayDay(day), value: rung }))}
          hoped={[{ at: 0, label: sayDay(task.startedOn), value: task.startRung }, { at: daysBetween(task.startedOn, task.hopedOn), label: sayDay(task.hopedOn), value: task.hopedRung }]} />
        {!task.endedOn && mayWrite && <p><Button kind="plain" busy={end.isPending} onClick={() => end.mutate({ id: task.id })}>{words.end}</Button></p>}
      </Stack>
    </Card>
  );
}
