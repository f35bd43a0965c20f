/** `query.ts` for the family app, with the same names: without the library, so that an old phone has less to fetch. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { LightCache } from './light-cache.ts';
import type { Question } from './light-cache.ts';
import { operationName, request, RequestError } from './request.ts';
import type { Ask } from './request.ts';

const cache = new LightCache();
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void cache.lookAgain();
});

type AskOptions = {
  /** False waits until there is something to ask about. */
  when?: boolean;
  /** Asks again by itself, every so many milliseconds. */
  everyMs?: number;
};

/** `const week = useAsk(weekDocument, { residentId })` */
export function useAsk<Answer, Variables>(document: Ask<Answer, Variables>, variables?: Variables, { when = true, everyMs }: AskOptions = {}): Question<Answer> & { refetch: () => Promise<void> } {
  const entry = cache.entry(document, variables);
  const subscribe = useCallback((listener: () => void) => {
    entry.listeners.add(listener);
    return () => void entry.listeners.delete(listener);
  }, [entry]);
  const state = useSyncExternalStore(subscribe, () => entry.state) as Question<Answer>;
  useEffect(() => {
    if (when) void cache.refresh(entry);
    const timer = when && everyMs ? window.setInterval(() => void cache.refresh(entry, true), everyMs) : undefined;
    return () => window.clearInterval(timer);
  }, [entry, when, everyMs]);
  return { ...state, refetch: () => cache.refresh(entry, true) };
}

type TellOptions<Answer> = {
  /** Which questions to ask again afterwards; left out, every one on the screen. */
  refresh?: readonly object[];
  onAnswer?: (answer: Answer) => void;
};
type Telling<Answer> = { data: Answer | undefined; error: RequestError | null; isPending: boolean };

/** `const tell = useTell(askDocument); tell.mutate({ … })` */
export function useTell<Answer, Variables>(
  document: Ask<Answer, Variables>, { refresh, onAnswer }: TellOptions<Answer> = {},
): Telling<Answer> & { mutate: (variables: Variables, after?: { onError?: (error: RequestError) => void }) => void } {
  const [state, setState] = useState<Telling<Answer>>({ data: undefined, error: null, isPending: false });
  async function tell(variables: Variables, onError?: (error: RequestError) => void): Promise<void> {
    setState((before) => ({ ...before, error: null, isPending: true }));
    try {
      const answer = await request(document, variables);
      onAnswer?.(answer);
      await cache.askAgain(refresh?.map(operationName));
      setState({ data: answer, error: null, isPending: false });
    } catch (error) {
      const said = error instanceof RequestError ? error : new RequestError('BROKEN', String(error));
      setState({ data: undefined, error: said, isPending: false });
      onError?.(said);
    }
  }
  return { ...state, mutate: (variables, after) => void tell(variables, after?.onError) };
}

/** Asks again whatever is on the screen. */
export function useAskAgain(): () => Promise<void> {
  return askAgain;
}

const askAgain = () => cache.askAgain();

/** Asks again whatever is on the screen, and forgets everything else. */
export const askAfresh = () => cache.askAfresh();

/** Whether an answer is awaited. */
export const isAsking = () => cache.isAsking;
