/** What advice is made from: the records of one person and of the days ahead, each with the id it can be looked up by. */
import type { AttendanceLevel, Engagement, Mood } from '../day/attendance.ts';
import type { ClockTime, Day, Span, WeeklyHours } from '../shared/time.ts';
import type { Point } from './points.ts';
import type { Likes } from './reading.ts';

export type KnownActivity = {
  readonly id: string; readonly name: string; readonly kind: string; readonly picture: string; readonly setting: 'home' | 'out';
  readonly minutes: number; readonly costPence: number; readonly hours: WeeklyHours; readonly venueId: string | null; readonly retired: boolean;
};
/** What nobody has checked is null: unknown is never no. */
export type KnownVenue = {
  readonly id: string; readonly name: string; readonly stepFree: boolean | null; readonly changingPlace: boolean | null; readonly hours: WeeklyHours;
  readonly driveMinutes: number; readonly walkMinutes: number | null;
};
export type KnownStaff = {
  readonly id: string; readonly name: string; readonly agency: boolean; readonly left: boolean; readonly interests: readonly string[];
  /** What the person said of them, and the record of it. */
  readonly liking: { readonly id: string; readonly kind: 'prefers' | 'declines' } | null;
  readonly shifts: readonly { readonly id: string; readonly span: Span }[];
};
/** One attendance that stands and that nobody disputes, with who else was there. */
export type Past = {
  readonly id: string; readonly sessionId: string; readonly activityId: string; readonly day: Day; readonly from: ClockTime; readonly level: AttendanceLevel;
  readonly mood: Mood | null; readonly engagement: Engagement | null; readonly staffIds: readonly string[]; readonly residentIds: readonly string[];
};
export type ComingSession = {
  readonly id: string; readonly activityId: string; readonly span: Span; readonly staffIds: readonly string[]; readonly residentIds: readonly string[];
};

/**
 * Spans are whole minutes since 00:00 of `today`. Sensitive life facts and what they gave rise to are left out by whoever
 * gathers the facts. What is left to spend counts; who pays it, and who holds it, is not among what is ranked by.
 */
export type Facts = {
  readonly today: Day;
  readonly minute: number;
  readonly person: {
    readonly id: string; readonly name: string; readonly usesWheelchairOut: boolean; readonly namedWorkerId: string | null;
    /** Of this week's money for activities, and what of it is not spent or booked; null where no limit is on record. */
    readonly weeklyPence: number | null; readonly leftPence: number | null;
    /** Who pays for the care. Only ever said back, where it is asked how money is held. */
    readonly funding: string | null;
  };
  readonly subject: { readonly activityId: string | null; readonly sessionId: string | null };
  readonly lifeFacts: readonly { readonly id: string; readonly words: string; readonly howKnown: string }[];
  readonly interests: readonly { readonly id: string; readonly activityId: string; readonly value: number; readonly because: string; readonly lifeFactId: string | null }[];
  readonly outcomes: readonly { readonly id: string; readonly words: string; readonly why: string; readonly byDate: Day | null; readonly activityIds: readonly string[] }[];
  readonly wishes: readonly { readonly id: string; readonly words: string; readonly activityId: string | null; readonly lifeFactId: string | null }[];
  readonly routines: readonly { readonly id: string; readonly what: string; readonly activityId: string | null; readonly days: readonly number[]; readonly from: ClockTime; readonly to: ClockTime; readonly protected: boolean }[];
  readonly activities: readonly KnownActivity[];
  /** Activities that touch something painful, which whoever plans steers round. */
  readonly shunned: readonly string[];
  readonly venues: readonly KnownVenue[];
  readonly staff: readonly KnownStaff[];
  readonly past: readonly Past[];
  readonly coming: readonly ComingSession[];
  readonly away: readonly { readonly id: string; readonly span: Span }[];
  readonly residents: readonly { readonly id: string; readonly name: string; readonly here: boolean; readonly avoided: boolean }[];
  /** `memberId` is the record of being in the circle; `consentId` that of the consent to see the plan, where it stands. */
  readonly supporters: readonly { readonly id: string; readonly name: string; readonly relation: string; readonly memberId: string; readonly consentId: string | null }[];
  /** Standing powers over money whose document was seen. */
  readonly moneyAuthorities: readonly { readonly id: string; readonly kind: string; readonly supporterId: string }[];
  readonly chosen: readonly { readonly id: string; readonly point: Point; readonly key: string; readonly day: Day }[];
  readonly readings: readonly { readonly id: string; readonly activityId: string; readonly likes: Likes; readonly by: string }[];
};

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byId = (a: { readonly id: string }, b: { readonly id: string }) => byText(a.id, b.id);

/** The same facts in one order, so that the order in which they were gathered cannot matter. */
export function inOneOrder(facts: Facts): Facts {
  return {
    ...facts, lifeFacts: facts.lifeFacts.toSorted(byId), interests: facts.interests.toSorted(byId), outcomes: facts.outcomes.toSorted(byId), wishes: facts.wishes.toSorted(byId),
    routines: facts.routines.toSorted(byId), activities: facts.activities.toSorted(byId), venues: facts.venues.toSorted(byId),
    staff: facts.staff.toSorted(byId).map((each) => ({ ...each, shifts: each.shifts.toSorted(byId) })),
    past: facts.past.toSorted((a, b) => byText(a.day, b.day) || byText(a.from, b.from) || byId(a, b)),
    coming: facts.coming.toSorted(byId), away: facts.away.toSorted(byId), residents: facts.residents.toSorted(byId), supporters: facts.supporters.toSorted(byId),
    moneyAuthorities: facts.moneyAuthorities.toSorted(byId), chosen: facts.chosen.toSorted((a, b) => byText(a.day, b.day) || byId(a, b)), readings: facts.readings.toSorted(byId),
  };
}
