import { useTell } from '@promenade/ui/query.ts';
import type { Round, Suggested, Whom } from './assessment-page.tsx';
import { takeMemoryDocument, takeOutcomeDocument, takePreferenceDocument, takeRoutineDocument, takeStyleDocument, takeWishDocument } from './self-assessment.graphql.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Makes of a suggestion what it says it becomes. The server gave it an id, so that two taps make one. */
export function useTake(whom: Whom, round: Round) {
  const outcome = useTell(takeOutcomeDocument);
  const wish = useTell(takeWishDocument);
  const memory = useTell(takeMemoryDocument);
  const routine = useTell(takeRoutineDocument);
  const preference = useTell(takePreferenceDocument);
  const style = useTell(takeStyleDocument);
  const { id: residentId, preferredName: name } = whom;
  const isTheirs = round.answeredBy !== 'someone';
  const told = { by: isTheirs ? name : (round.helper ?? name), how: isTheirs ? 'told us' : 'told by family' };
  return async (suggested: Suggested) => {
    const { id, words, why } = suggested;
    switch (suggested.kind) {
      case 'outcome': return (await outcome.mutateAsync({ input: { id, residentId, words, why } })).taken;
      case 'wish': return (await wish.mutateAsync({ input: { id, residentId, words, raisedBy: told.by } })).taken;
      case 'memory': return (await memory.mutateAsync({ input: { id, residentId, words, theme: 'family', toldBy: told.by, toldHow: told.how } })).taken;
      case 'routine': return (await routine.mutateAsync({ input: {
        id, residentId, what: words, days: EVERY_DAY, from: suggested.from ?? '', to: suggested.to ?? '', why, whenMissed: '', help: '', needs: 'respect', protected: true,
      } })).taken;
      case 'preference': return (await preference.mutateAsync({ input: {
        id, residentId, item: suggested.item ?? `own-${id}`, asks: suggested.item ? null : words, answer: suggested.answer ?? '', words: null, answeredBy: told.by, toldHow: told.how, barrier: suggested.barrier,
      } })).taken;
      default: return (await style.mutateAsync({ input: {
        residentId, inStaff: whom.supportInStaff, inResidents: whom.supportInResidents, outStaff: whom.supportOutStaff, outResidents: whom.supportOutResidents, wheelchair: whom.wheelchair,
        transfers: whom.transfers, communication: whom.communication, riskOut: whom.riskOut, riskDo: whom.riskDo, style: suggested.style, why,
      } })).taken;
    }
  };
}
