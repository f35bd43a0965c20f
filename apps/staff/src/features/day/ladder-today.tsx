import { useState } from 'react';
import { Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Card } from '@promenade/ui/card';
import { LadderButtons, type Rung } from '@promenade/ui/ladder-buttons';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { assistDocument, dayDocument } from './day.graphql.ts';
import type { Task } from './day.ts';
import styles from './day.module.css';
import { words } from './words.ts';

/** With more tasks than this they are folded, each behind its name. */
const FEW = 3;

/** Tasks on the ladder: one tap says how much help it took. */
export function LadderToday({ tasks }: { tasks: readonly Task[] }) {
  const [prompt, setPrompt] = useState<string | null>(null);
  const tell = useTell(assistDocument, { refresh: [dayDocument], onAnswer: ({ recordAssistance: answer }) => {
    if (answer.__typename === 'AssistanceRecorded') setPrompt(answer.prompt);
  } });
  const tap = (task: Task, rung: Rung) => {
    tell.mutate({ input: { id: ownId(), taskId: task.id, rung } }, { onSuccess: ({ recordAssistance: answer }) => {
      if (answer.__typename === 'AssistanceRecorded') toast(words.ladderSaved(shared.ladder[rung]));
    } });
  };
  return (
    <Card title={words.ladder}>
      {prompt && <Notice live="polite">{prompt}</Notice>}
      <Failed error={tell.error} />
      <RefusedNotice refused={refusalIn(tell.data?.recordAssistance)} />
      <ul role="list" className={styles.lines}>
        {tasks.map((task) => (
          <li key={task.id}>
            <details className={styles.needs} open={tasks.length <= FEW}>
              <summary>
                <span className={styles.summary}>{words.ladderLine(task.residentName, task.name)} {task.today !== null && <Badge tone="kept">{shared.ladder[task.today]}</Badge>}</span>
              </summary>
              <LadderButtons legend={words.ladderOpen} value={task.today as Rung | null} before={task.before as Rung | null} onTap={(rung) => tap(task, rung)} />
              <p><a href={`/people/${task.residentId}/reablement`}>{task.residentName}</a></p>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
