/** Server answers live in this cache and nowhere else: `useAsk` reads, `useTell` changes and refreshes. */
import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { operationName, request, RequestError } from './request.ts';
import type { Ask } from './request.ts';

const freshMs = 15_000;

/** Only a lost connection is worth trying again by itself; anything else would fail again. */
function isWorthRetrying(failures: number, error: Error): boolean {
  return error instanceof RequestError && error.code === 'OFFLINE' && failures < 2;
}

export function createCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // `always`: on bad Wi-Fi we would rather say "No connection" than wait in silence.
      queries: { staleTime: freshMs, retry: isWorthRetrying, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** What the cache calls an answer. */
export function keyOf<Answer, Variables>(document: Ask<Answer, Variables>, variables?: Variables): readonly unknown[] {
  return variables === undefined ? [operationName(document)] : [operationName(document), variables];
}

type AskOptions = {
  /** False waits until there is something to ask about. */
  when?: boolean;
  /** Asks again by itself, every so many milliseconds. */
  everyMs?: number;
};

/** `const day = useAsk(dayDocument, { on: '2026-11-21' })` */
export function useAsk<Answer, Variables>(
  document: Ask<Answer, Variables>,
  variables?: Variables,
  { when = true, everyMs }: AskOptions = {},
): UseQueryResult<Answer, RequestError> {
  return useQuery<Answer, RequestError>({
    queryKey: keyOf(document, variables),
    queryFn: ({ signal }) => request(document, variables, signal),
    enabled: when,
    refetchInterval: everyMs ?? false,
  });
}

type TellOptions<Answer> = {
  /** Which questions to ask again afterwards; left out, every one on the screen. */
  refresh?: readonly object[];
  onAnswer?: (answer: Answer) => void;
};

/** `const tell = useTell(recordDocument, { refresh: [dayDocument] }); tell.mutate({ … })` */
export function useTell<Answer, Variables>(
  document: Ask<Answer, Variables>,
  { refresh, onAnswer }: TellOptions<Answer> = {},
): UseMutationResult<Answer, RequestError, Variables> {
  const cache = useQueryClient();
  return useMutation<Answer, RequestError, Variables>({
    mutationFn: (variables) => request(document, variables),
    onSuccess: async (answer) => {
      onAnswer?.(answer);
      if (!refresh) await cache.invalidateQueries();
      else await Promise.all(refresh.map((each) => cache.invalidateQueries({ queryKey: [operationName(each)] })));
    },
  });
}

/** Asks again whatever is on the screen. */
export function useAskAgain(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries();
}
