/** Holding a place for a promise: the session it needs, put into a plan without disturbing what else stands in it. */
import type { Words } from '../shared/decision.ts';
import { MINUTES_A_DAY } from '../shared/time.ts';
import type { PlannedSession } from './week.ts';

export type HoldCode = 'PLACE_GONE' | 'PLACE_TAKEN' | 'PROMISED_ALREADY';

export const HOLD_WORDS: Words<HoldCode> = {
  PLACE_GONE: () => 'This place is not there any more. Ask again to see what is possible now.',
  PROMISED_ALREADY: (promise) => `This session has been promised already: ${promise}. Look under Promises.`,
  PLACE_TAKEN: (finding) => `This place has gone: ${finding} Ask again to see what is possible now.`,
};

/** What is asked for is worth something to whoever asks, even if their interests do not name it yet. */
const WORTH_ASKING = 50;

/** The problem with an activity that somebody asks for among what is worth something to them. */
export function withWish<Problem extends { readonly residents: readonly { readonly id: string; readonly value: Readonly<Record<string, number>> }[] }>(problem: Problem, residentId: string, activityId: string): Problem {
  return {
    ...problem,
    residents: problem.residents.map((resident) =>
      resident.id === residentId && !Object.hasOwn(resident.value, activityId) ? { ...resident, value: { ...resident.value, [activityId]: WORTH_ASKING } } : resident),
  };
}

/**
 * The sessions with `session` among them: in place of the one it adds somebody to, or beside the others. Null when it is
 * not a session of this activity for this resident, or the session it was to join has changed.
 */
export function holdPlace(sessions: readonly PlannedSession[], session: PlannedSession, residentId: string, activityId: string): { readonly sessions: PlannedSession[]; readonly joins: number | null } | null {
  if (session.activity !== activityId || !session.residents.includes(residentId)) return null;
  const others = session.residents.filter((id) => id !== residentId);
  const at = sessions.findIndex((one) => one.activity === session.activity && one.start === session.start && one.residents.some((id) => session.residents.includes(id)));
  if (at < 0) return { sessions: [...sessions, session], joins: null };
  const there = sessions[at];
  const isAsItWas = there !== undefined && there.residents.every((id) => others.includes(id)) && !there.residents.includes(residentId);
  return isAsItWas ? { sessions: sessions.map((one, i) => (i === at ? session : one)), joins: at } : null;
}

/**
 * The promise that a session which is planned already would keep, if there is one: of what is owed to the resident, the
 * one planned for it; where nobody has been told of the session yet, one that has no place.
 */
export function promiseOf<Owed extends { readonly sessionId: string | null }>(owed: readonly Owed[], sessionId: string | null): Owed | null {
  return owed.find((promise) => promise.sessionId === sessionId) ?? null;
}

/** Minutes apart at which two places on one day are two choices and not one. */
const APART = 120;

/** At most so many of the best places, on different days as far as there are any; the soonest first. `places` are best first. */
export function fewPlaces<Place extends { readonly session: { readonly start: number } }>(places: readonly Place[], most: number): Place[] {
  const chosen: Place[] = [];
  const dayOf = ({ session }: Place) => Math.floor(session.start / MINUTES_A_DAY);
  const take = (isChoice: (place: Place) => boolean) => {
    for (const place of places) {
      if (chosen.length < most && !chosen.includes(place) && isChoice(place)) chosen.push(place);
    }
  };
  take((place) => chosen.every((other) => dayOf(other) !== dayOf(place)));
  take((place) => chosen.every((other) => Math.abs(other.session.start - place.session.start) >= APART));
  return chosen.toSorted((a, b) => a.session.start - b.session.start);
}
