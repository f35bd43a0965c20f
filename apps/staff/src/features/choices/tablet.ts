/** What a tablet needs to go on choosing without Wi-Fi: the app itself, the questions, and a box for answers. */
import { bodyOf, request, RequestError } from '@promenade/ui/request.ts';
import { forgetKept, keep, kept, putOut, sendOut } from '@promenade/ui/outbox.ts';
import { ownId } from '@promenade/ui/own-id.ts';
import { offerDocument, recordChoiceDocument } from './choices.graphql.ts';
import type { Keeper, Offer, Recorded } from './choices.ts';

const KEEPER = 'keeper';
/** Under this name whoever signed in last is kept, so that the page can open without asking the server who it is. */
const ANYBODY = 'this tablet';

/** Keeps the files of the app, never what it shows: the worker answers for them when there is no connection. */
export async function keepApp(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/choose-worker.js', { scope: '/people/' });
  const { active } = await navigator.serviceWorker.ready;
  const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name)).filter(({ origin, pathname }) => origin === window.location.origin && pathname.startsWith('/assets/'));
  active?.postMessage({ keep: ['/', '/favicon.svg', ...new Set(files.map(({ pathname }) => pathname))] });
}

/** Remembers who works here; what was kept for somebody else before is forgotten. */
export async function remember(keeper: Keeper): Promise<void> {
  const before = await kept<Keeper>(ANYBODY, KEEPER);
  if (before && before.id !== keeper.id) await forgetKept();
  await keep(ANYBODY, KEEPER, { id: keeper.id, name: keeper.name });
}

export function keeperHere(): Promise<Keeper | null> {
  return kept<Keeper>(ANYBODY, KEEPER);
}

export type Asked = { offer: Offer; at: string };
export type Put = Asked & { isOld: boolean };
type About = { residentId: string; point: string; sessionId: string | null; activityId: string | null };

/** Puts the question; without a connection, as it was put last on this tablet. Null when it never was. */
export async function question(keeper: Keeper, about: About, now: Date): Promise<Put | null> {
  const key = `offer ${about.residentId} ${about.point} ${about.sessionId ?? about.activityId ?? ''}`;
  try {
    const { offerChoice } = await request(offerDocument, { input: { id: ownId(), ...about } });
    if (offerChoice.__typename !== 'ChoiceOffer') return null;
    const asked: Asked = { offer: offerChoice, at: now.toISOString() };
    await keep(keeper.id, key, asked);
    return { ...asked, isOld: false };
  } catch (error) {
    if (error instanceof RequestError && error.code !== 'OFFLINE') throw error;
    const before = await kept<Asked>(keeper.id, key);
    return before && { ...before, isOld: true };
  }
}

export type Answer = { offerId: string; shown: number; answer: string; key: string | null; words: string | null; how: string };
export type Outcome = { state: 'sent'; answer: Recorded['recordChoice'] } | { state: 'kept' };

/** Keeps the answer on the tablet first, then tries to send it: whatever happens in between, it goes out once. */
export async function give(keeper: Keeper, answer: Answer, now: Date): Promise<Outcome> {
  const id = ownId();
  await putOut({ id, owner: keeper.id, body: bodyOf(recordChoiceDocument, { input: { id, by: 'the person', chosenAt: now.toISOString(), ...answer } }) });
  const sent = await sendOut(keeper.id);
  const found = sent.find((each) => each.id === id);
  return found ? { state: 'sent', answer: (found.answer as Recorded).recordChoice } : { state: 'kept' };
}
