import { useTell } from '@promenade/ui/query.ts';
import type { Round, Suggested } from './assessment-page.tsx';
import { takeMemoryDocument, takeOutcomeDocument, takeRoutineDocument, takeWishDocument } from './self-assessment.graphql.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Makes of a suggestion what it says it becomes. The server gave it an id, so that two taps make one. */
export function useTake({ residentId, name, round }: { residentId: string; name: string; round: Round }) {
  const outcome = useTell(takeOutcomeDocument);
  const wish = useTell(takeWishDocument);
  const memory = useTell(takeMemoryDocument);
  const routine = useTell(takeRoutineDocument);
  const isTheirs = round.answeredBy !== 'someone';
  const toldBy = isTheirs ? name : (round.helper ?? name);
  return async ({ id, kind, words, why, from, to }: Suggested) => {
    switch (kind) {
      case 'outcome': return (await outcome.mutateAsync({ input: { id, residentId, words, why } })).taken;
      case 'wish': return (await wish.mutateAsync({ input: { id, residentId, words, raisedBy: toldBy } })).taken;
      case 'memory': return (await memory.mutateAsync({ input: { id, residentId, words, theme: 'family', toldBy, toldHow: isTheirs ? 'told us' : 'told by family' } })).taken;
      default: return (await routine.mutateAsync({ input: { id, residentId, what: words, days: EVERY_DAY, from: from ?? '', to: to ?? '', why, whenMissed: '', help: '', needs: 'respect', protected: true } })).taken;
    }
  };
}
