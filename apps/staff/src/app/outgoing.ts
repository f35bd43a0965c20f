/** What is recorded on the floor stands on the device before it is sent: a lost connection loses nothing, and nothing goes out twice. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { heldBy, putOut, sendOut, takeOut } from '@promenade/ui/outbox.ts';
import { ownId } from '@promenade/ui/own-id.ts';
import { type Ask, type Refused, bodyOf, request, RequestError } from '@promenade/ui/request.ts';
import { useMe } from './me.ts';

export type Outcome<Answer> = { state: 'sent'; answer: Answer } | { state: 'kept' };
type Held = Awaited<ReturnType<typeof heldBy>>[number];

/** Nobody's: of an entry that is looked at by nobody, so that a refusal stays until somebody has read it. */
const NOBODY_LOOKS = 'nobody looks';
const AGAIN_MS = 20_000;

/** Keeps it, then sends what waits, in order. Throws what the server said when it would not take this one. */
async function tell<Answer, Variables>(owner: string, document: Ask<Answer, Variables>, variables: Variables): Promise<Outcome<Answer>> {
  const id = ownId();
  try {
    await putOut({ id, owner, body: bodyOf(document, variables) });
  } catch {
    // A device that keeps nothing, as in a private window: then it is sent at once or not at all.
    return { state: 'sent', answer: await request(document, variables) };
  }
  const found = (await sendOut(owner, id)).find((each) => each.id === id);
  if (found) return { state: 'sent', answer: found.answer as Answer };
  const left = (await heldBy(owner)).find((each) => each.id === id);
  if (left?.trouble == null) return { state: 'kept' };
  await takeOut(owner, id);
  throw new RequestError('INVALID', left.trouble);
}

/** Like `useTell`, for what must not be lost: `onDone` hears whether it was sent or waits on the device. */
export function useSafely<Answer, Variables>(document: Ask<Answer, Variables>, refusalIn: (answer: Answer) => Refused | null, onDone: (outcome: Outcome<Answer>) => void) {
  const { id: owner } = useMe();
  const cache = useQueryClient();
  const telling = useMutation<Outcome<Answer>, RequestError, Variables>({
    mutationFn: (variables) => tell(owner, document, variables),
    onSuccess: async (outcome) => {
      if (outcome.state === 'sent' && refusalIn(outcome.answer)) return;
      onDone(outcome);
      await cache.invalidateQueries();
    },
  });
  const refused = telling.data?.state === 'sent' ? refusalIn(telling.data.answer) : null;
  return { tell: (variables: Variables) => telling.mutate(variables), busy: telling.isPending, error: telling.error, refused };
}

const sessionIn = ({ body }: Held): string | null => {
  const { variables } = JSON.parse(body) as { variables?: { sessionId?: string; input?: { sessionId?: string } } };
  return variables?.sessionId ?? variables?.input?.sessionId ?? null;
};

/** What still waits on this device, sent again whenever there is a chance. */
export function useWaiting(): { count: number; sessionIds: ReadonlySet<string>; troubles: readonly Held[]; forget: (id: string) => void } {
  const { id: owner } = useMe();
  const cache = useQueryClient();
  const [held, setHeld] = useState<readonly Held[]>([]);
  const send = useCallback(async () => {
    const sent = await sendOut(owner, NOBODY_LOOKS);
    setHeld(await heldBy(owner));
    if (sent.length > 0) await cache.invalidateQueries();
  }, [owner, cache]);
  useEffect(() => {
    const again = () => void send().catch(() => undefined);
    again();
    const timer = window.setInterval(again, AGAIN_MS);
    window.addEventListener('online', again);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [send]);
  const waiting = held.filter(({ trouble }) => trouble === null);
  const forget = (id: string) => void takeOut(owner, id).then(() => heldBy(owner)).then(setHeld, () => undefined);
  return { count: waiting.length, sessionIds: new Set(waiting.flatMap((each) => sessionIn(each) ?? [])), troubles: held.filter(({ trouble }) => trouble !== null), forget };
}
