import { useState } from 'react';
import { Failed } from '@promenade/ui/asked';
import type { Rung } from '@promenade/ui/ladder-buttons';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { useSafely } from '../app/outgoing.ts';
import { assistDocument, whyMoreDocument } from './ladder.graphql.ts';
import { LadderAsk, type TaskNow } from './ladder-ask.tsx';
import { words } from './words.ts';

export type Help = { id: string; taskId: string; rung: number; aid: string | null; at: string };
type Props = {
  task: TaskNow;
  legend?: string;
  hideHint?: boolean;
  where?: { sessionId?: string; routineId?: string };
  /** The tap that it goes with, where there is one to make: it carries the help. Later taps go by themselves. */
  via?: ((help: Help) => void) | null;
};

/** A rung is recorded with the tap itself; without a connection it waits on the device and goes out once. */
export function LadderNow({ task, legend = words.howMuch, hideHint, where = {}, via = null }: Props) {
  const [said, setSaid] = useState<{ id: string; rung: Rung } | null>(null);
  const [aid, setAid] = useState<string | undefined>(undefined);
  const [reason, setReason] = useState<string | null>(null);
  const rungWords = (rung: number) => shared.ladder[rung] ?? '';
  const telling = useSafely(assistDocument, ({ recordAssistance }) => refusalIn(recordAssistance), ({ state }) => toast((state === 'sent' ? words.saved : words.kept)(rungWords(said?.rung ?? 0))));
  const asking = useSafely(whyMoreDocument, ({ sayWhyMoreHelp }) => refusalIn(sayWhyMoreHelp), () => undefined);
  const record = (rung: Rung, withAid: string | undefined) => {
    const help = { id: ownId(), taskId: task.id, rung, aid: withAid ?? null, at: new Date().toISOString() };
    setSaid({ id: help.id, rung });
    setReason(null);
    if (via && said === null) via(help);
    else telling.tell({ input: { ...help, ...where } });
  };
  const sayWhy = (why: string) => {
    if (!said) return;
    setReason(why);
    asking.tell({ input: { id: ownId(), assistanceId: said.id, reason: why } });
  };
  const changeAid = (next: string) => {
    setAid(next);
    const stands = said?.rung ?? task.today;
    if (stands !== null) record(stands as Rung, next);
  };
  return (
    <div>
      <LadderAsk task={task} legend={legend} hideHint={hideHint} rung={said?.rung ?? task.today} isNew={said !== null} aid={aid} reason={reason} onRung={(rung) => record(rung, aid)} onAid={changeAid} onReason={sayWhy} />
      <Failed error={telling.error ?? asking.error} />
      <RefusedNotice refused={telling.refused ?? asking.refused} />
    </div>
  );
}
