/** Publishing a week: whether it may be done, and what of the sessions people were told of stays, changes, comes and goes. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import type { Day } from '../shared/time.ts';
import { GRID, type PlannedSession, isWeekOver, minuteNow } from './week.ts';

export type PublishCode = 'WEEK_OVER' | 'NOT_A_DRAFT' | 'PUBLISHED_MEANWHILE' | 'STILL_PLANNING' | 'BEGINS_IN_THE_PAST' | 'BREAKS_A_RULE' | 'TAKEN_MEANWHILE';

export const PUBLISH_WORDS: Words<PublishCode> = {
  WEEK_OVER: (when) => `The week of ${when} is over. Plan the week that is coming.`,
  NOT_A_DRAFT: (who) => `${who || 'This plan is no longer a draft'}. Start a new draft to change it.`,
  PUBLISHED_MEANWHILE: (who) => `${who}. Bring your draft up to date, look at what changed, and publish it then.`,
  STILL_PLANNING: () => 'The planner is still working on this draft. Stop it first, or wait until it is done.',
  BEGINS_IN_THE_PAST: (what) => `${what} would have begun already. Move it or take it out.`,
  BREAKS_A_RULE: (finding) => finding,
  TAKEN_MEANWHILE: (what) => `${what} Nothing was published. Open the plan again to see what changed.`,
};

/** What publishing looks at. */
export type Publishing = {
  readonly zone: string;
  readonly weekStarts: Day;
  readonly now: Date;
  readonly status: string;
  readonly isSolving: boolean;
  readonly weekInWords: string;
  /** 'Sam Cole published this week on Tuesday 24 November, 10:14', when that is not the plan this draft was begun from. */
  readonly publishedMeanwhile: string | null;
  /** Sessions that would start before now, in words. */
  readonly late: readonly string[];
  /** Sentences from the judge: every rule the draft breaks today. */
  readonly findings: readonly string[];
};

/** Whether a plan may be published now. */
export function mayPublish(plan: Publishing): Decision<PublishCode> {
  const whole = decide<PublishCode>([
    isWeekOver(plan.zone, plan.weekStarts, plan.now) && { code: 'WEEK_OVER', about: plan.weekInWords },
    plan.status !== 'draft' && { code: 'NOT_A_DRAFT', about: plan.publishedMeanwhile ?? '' },
    plan.isSolving && { code: 'STILL_PLANNING' },
    plan.status === 'draft' && plan.publishedMeanwhile !== null && { code: 'PUBLISHED_MEANWHILE', about: plan.publishedMeanwhile },
  ]);
  if (!whole.allowed) return whole;
  return decide<PublishCode>([
    ...plan.late.map((about) => ({ code: 'BEGINS_IN_THE_PAST' as const, about })),
    ...plan.findings.map((about) => ({ code: 'BREAKS_A_RULE' as const, about })),
  ]);
}

/** Sessions of a draft that would begin before now, apart from those that did begin so: they are facts, not plans. */
export function lateSessions<Session extends PlannedSession>(sessions: readonly Session[], place: Pick<Publishing, 'zone' | 'weekStarts' | 'now'>, begun: readonly { readonly activityId: string; readonly span: readonly [number, number] }[]): { readonly late: Session[]; readonly ahead: Session[] } {
  const from = minuteNow(place.zone, place.weekStarts, place.now);
  const hasBegun = (session: Session) => begun.some(({ activityId, span }) => activityId === session.activity && span[0] === session.start);
  return {
    late: sessions.filter((session) => session.start < from && !hasBegun(session)),
    ahead: sessions.filter(({ start }) => start >= from),
  };
}

/** One line of what publishing does to the sessions people know. */
export type SessionChange<Told extends PlannedSession> =
  | { readonly kind: 'stays'; readonly told: Told; readonly session: PlannedSession }
  | { readonly kind: 'changes'; readonly told: Told; readonly session: PlannedSession }
  | { readonly kind: 'new'; readonly told: null; readonly session: PlannedSession }
  | { readonly kind: 'cancelled'; readonly told: Told; readonly session: null };

/**
 * Compares what people were told with what they shall be told. A session is the same one while its activity and start
 * are; of several at once, the ones with most residents in common are.
 */
export function compareSessions<Told extends PlannedSession>(told: readonly Told[], wanted: readonly PlannedSession[]): SessionChange<Told>[] {
  const left = [...wanted];
  const changes = told.map((one): SessionChange<Told> => {
    const same = left.filter(({ activity, start }) => activity === one.activity && start === one.start);
    const nearest = same.toSorted((a, b) => inCommon(b, one) - inCommon(a, one))[0];
    if (!nearest) return { kind: 'cancelled', told: one, session: null };
    left.splice(left.indexOf(nearest), 1);
    return { kind: isSame(one, nearest) ? 'stays' : 'changes', told: one, session: nearest };
  });
  return [...changes, ...left.map((session): SessionChange<Told> => ({ kind: 'new', told: null, session }))];
}

function inCommon(a: PlannedSession, b: PlannedSession): number {
  return a.residents.filter((id) => b.residents.includes(id)).length;
}

/** Whether two sessions are alike in everything; the order of names does not count. */
export function isSame(a: PlannedSession, b: PlannedSession): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf({ activity, start, room, vehicles, staff, residents }: PlannedSession): string {
  return JSON.stringify([activity, start, room, vehicles.map(({ vehicle, driver }) => `${vehicle} ${driver}`).toSorted(), staff.toSorted(), residents.toSorted()]);
}

/** Where the pinned sessions stand among `sessions` after a plan was made round them; each stands for one. */
export function findPinned(sessions: readonly PlannedSession[], pinned: readonly PlannedSession[]): number[] {
  const found: number[] = [];
  for (const pin of pinned) {
    const at = sessions.findIndex((session, i) =>
      !found.includes(i) && session.activity === pin.activity && session.start === pin.start && session.room === pin.room && pin.residents.every((id) => session.residents.includes(id)));
    if (at >= 0) found.push(at);
  }
  return found.toSorted((a, b) => a - b);
}

export type DraftCode = 'OFF_THE_GRID' | 'NO_SUCH_SESSION' | 'BREAKS_A_RULE' | 'NOT_A_DRAFT' | 'WEEK_OVER' | 'NOTHING_TO_SEARCH' | 'PINS_CLASH';

export const DRAFT_WORDS: Words<DraftCode> = {
  OFF_THE_GRID: () => `Sessions start on the quarter of an hour, every ${GRID} minutes.`,
  NO_SUCH_SESSION: () => 'This session is no longer in the draft. Look at the week again.',
  BREAKS_A_RULE: (finding) => finding,
  NOT_A_DRAFT: () => 'This plan has been published. Start a new draft to change it.',
  WEEK_OVER: (when) => `The week of ${when} is over, so there is nothing left to plan in it.`,
  NOTHING_TO_SEARCH: () => 'There are no activities or nobody to plan for yet. Add people and activities first.',
  PINS_CLASH: (finding) => `${finding} Unpin or change one of these sessions first.`,
};

/** What somebody asks of a draft: one session as it shall be; without a place it is new, without a session it goes. */
export type DraftChange = { readonly at: number | null; readonly session: PlannedSession | null; readonly pinned: boolean };

/** The draft with the change made. A session put or changed by hand is pinned if they say so. */
export function applyChange(plan: { readonly sessions: readonly PlannedSession[]; readonly pinned: readonly number[] }, { at, session, pinned }: DraftChange): { readonly sessions: PlannedSession[]; readonly pinned: number[] } {
  const kept = plan.sessions.map((one, i) => ({ session: one, pinned: plan.pinned.includes(i), i })).filter(({ i }) => i !== at);
  const after = [...kept, ...(session ? [{ session, pinned, i: at ?? plan.sessions.length }] : [])].toSorted(
    (a, b) => a.session.start - b.session.start || (a.session.activity < b.session.activity ? -1 : a.session.activity > b.session.activity ? 1 : a.i - b.i),
  );
  return { sessions: after.map((one) => one.session), pinned: after.flatMap((one, i) => (one.pinned ? [i] : [])) };
}

/** Sentences that hold now and did not before: what a change would break. */
export function newFindings(before: readonly string[], after: readonly string[]): string[] {
  const known = new Set(before);
  return [...new Set(after.filter((sentence) => !known.has(sentence)))];
}
