/** Changes by hand: shown at once, sent, put back with the reasons when they are refused, and undone one by one. */
import { type DraftChange, applyChange, isSame } from '@promenade/domain/planning/publish';
import type { Session } from '@promenade/planner/problem';
import { useTell } from '@promenade/ui/query.ts';
import { type Refused, type RequestError, refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useState } from 'react';
import { type Live, asInput } from './board.ts';
import { boardDocument, changeDocument } from './planning.graphql.ts';
import { words } from './words.ts';

/** What was done, so that it can be done backwards. */
export type Done = { readonly before: Session | null; readonly after: Session | null; readonly wasPinned: boolean };
type Pending = { readonly version: number; readonly sessions: readonly Session[]; readonly pinned: readonly number[] };

export type Changes = {
  /** The draft with what is on its way to the server. */
  readonly live: Live;
  readonly isSending: boolean;
  readonly refused: Refused | null;
  readonly error: RequestError | null;
  readonly canUndo: boolean;
  readonly make: (change: DraftChange, said: string) => void;
  readonly remember: (done: Done) => void;
  readonly undo: () => void;
};

export function useChanges(id: string, live: Live): Changes {
  const [pending, setPending] = useState<Pending | null>(null);
  const [past, setPast] = useState<readonly Done[]>([]);
  const tell = useTell(changeDocument, { refresh: [boardDocument] });

  const send = (change: DraftChange, onDone: () => void) => {
    const before = change.at === null ? null : (live.sessions[change.at] ?? null);
    setPending({ version: live.version, ...applyChange(live, change) });
    tell.mutate({ id, version: live.version, change: { at: change.at, session: change.session && asInput(change.session), pinned: change.pinned } }, {
      onSuccess: ({ changePlan }) => {
        if (changePlan.__typename === 'Plan') onDone();
        else setPending(null);
      },
      onError: () => setPending(null),
    });
    return before;
  };
  const make = (change: DraftChange, said: string) => {
    const wasPinned = change.at !== null && live.pinned.includes(change.at);
    const before = send(change, () => {
      setPast((all) => [...all, { before, after: change.session, wasPinned }]);
      toast(said);
    });
  };
  const undo = () => {
    const last = past.at(-1);
    if (!last || tell.isPending) return;
    const { before, after, wasPinned } = last;
    const at = after === null ? null : live.sessions.findIndex((session) => isSame(session, after));
    setPast((all) => all.slice(0, -1));
    if (at === -1) toast(words.undo.gone, { tone: 'warning' });
    else send({ at, session: before, pinned: wasPinned }, () => toast(words.undo.done));
  };
  return {
    live: pending?.version === live.version ? { ...live, sessions: pending.sessions, pinned: pending.pinned } : live,
    isSending: tell.isPending, refused: refusalIn(tell.data?.changePlan) ?? null, error: tell.error, canUndo: past.length > 0,
    make, undo, remember: (done) => setPast((all) => [...all, done]),
  };
}
