/** Minutes of support that somebody really had, from the day's records: attendances and routines, as the clocks really ran. */
import { standing } from '../day/attendance.ts';
import type { AttendanceLevel } from '../promises/happened.ts';
import { type SupportKind, kindOf } from '../reablement/support-plan.ts';
import { type ClockTime, type Day, addDays, instantAt, minuteOf } from '../shared/time.ts';

/**
 * Levels of attendance that are support received: somebody of the staff was there for the person, and the person had something
 * of it. Watching counts here, though it keeps no promise: whoever is taken to the pool and sits beside it had help to get there
 * and company, and those minutes were theirs. Asleep or withdrawn does not: the time was spent, and nothing of it reached them.
 * Declined and not offered are none. Somebody who left early is counted to the end, because nobody writes down when they left:
 * it is better to say that too much was received than to set free what was not.
 */
const RECEIVED: readonly AttendanceLevel[] = ['took part', 'joined in a little', 'watched'];

export function isSupport(level: AttendanceLevel): boolean {
  return RECEIVED.includes(level);
}

export type Ratio = { readonly staff: number; readonly residents: number };
type Entry = { readonly id: string; readonly correctsId: string | null };

/** One session as it bears on one person. `ratio` is what they needed when it began. */
export type SessionOf = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** They were to be there; otherwise they only turned up, or nobody had planned it. */
  readonly isBooked: boolean;
  /** Why it did not run at all. */
  readonly notRun: string | null;
  readonly entries: readonly (Entry & { readonly level: AttendanceLevel })[];
  readonly ratio: Ratio;
};

/** One routine on one day. `support` is the help it takes, as was said for that day; null where nobody has said. */
export type RoutineOf = {
  readonly day: Day;
  readonly fromTime: ClockTime;
  readonly toTime: ClockTime;
  /** It has its own session, and counts through that alone. */
  readonly hasSession: boolean;
  readonly support: { readonly minutes: number | null; readonly staff: number } | null;
  readonly entries: readonly (Entry & { readonly state: 'honoured' | 'missed' | 'not wanted'; readonly reason: string | null })[];
};

/** What was recorded of one person. */
export type Recorded = { readonly sessions: readonly SessionOf[]; readonly routines: readonly RoutineOf[] };

/** From one instant to another, to the minute: half-open. */
export type Stretch = { readonly from: Date; readonly to: Date };

/** The week that a Monday begins, from midnight to midnight on the clocks of a zone: 167, 168 or 169 hours. */
export function weekStretch(zone: string, monday: Day): Stretch {
  return { from: instantAt(zone, monday, 0), to: instantAt(zone, addDays(monday, 7), 0) };
}

export type Part = { readonly kind: SupportKind; readonly minutes: number; readonly staffMinutes: number };
export type Received = { readonly minutes: number; readonly staffMinutes: number; readonly parts: readonly Part[] };

const HAPPENED = 'happened';
/** Why something that was meant did not happen, where nobody gave a reason of their own. */
export const WHY_NOT = { unrecorded: 'Nothing was recorded', unsettled: 'Two people say different things', missed: 'Missed, no reason given', notWanted: 'Not wanted that day' } as const;
const LEVEL_WHY: Partial<Record<AttendanceLevel, string>> = { declined: 'Declined', 'not offered': 'Not offered', 'asleep or withdrawn': 'Asleep or withdrawn' };

/** 'happened', or why it did not. */
export function fateOf(session: SessionOf): string {
  if (session.notRun !== null) return session.notRun;
  const stand = standing(session.entries);
  const [first] = stand;
  if (!first) return WHY_NOT.unrecorded;
  if (stand.every(({ level }) => isSupport(level))) return HAPPENED;
  if (stand.some(({ level }) => isSupport(level))) return WHY_NOT.unsettled;
  return LEVEL_WHY[first.level] ?? first.level;
}

/** The same for a routine on its day. */
export function routineFate(routine: RoutineOf): string {
  const stand = standing(routine.entries);
  const [first] = stand;
  if (!first) return WHY_NOT.unrecorded;
  if (stand.some(({ state }) => state !== first.state)) return WHY_NOT.unsettled;
  if (first.state === 'honoured') return HAPPENED;
  return first.state === 'not wanted' ? WHY_NOT.notWanted : (first.reason ?? WHY_NOT.missed);
}

/** Whole minutes since 1970: seconds are left off at both ends, so that what is split adds up. */
const minuteAt = (at: Date) => Math.floor(at.getTime() / 60_000);

type Span = Ratio & { readonly from: number; readonly to: number };

function clip({ from, to }: { readonly from: Date; readonly to: Date }, stretch: Stretch, { staff, residents }: Ratio): Span {
  return { staff, residents, from: Math.max(minuteAt(from), minuteAt(stretch.from)), to: Math.min(minuteAt(to), minuteAt(stretch.to)) };
}

/** When a routine's help is given: its whole time, or a number of minutes of which only the day is known. */
function routineSpan(zone: string, { day, fromTime, toTime }: RoutineOf): { from: Date; to: Date } {
  return { from: instantAt(zone, day, minuteOf(fromTime)), to: instantAt(zone, day, minuteOf(toTime)) };
}

const lengthOf = ({ from, to }: { readonly from: number; readonly to: number }) => Math.max(0, to - from);
const counts = (routine: RoutineOf) => !routine.hasSession && routine.support !== null;

/**
 * The minutes of support received within a stretch of time, to the minute. A minute of life is one minute however many things
 * went on in it: where sessions and whole routines overlap it counts once, with the most staff for it. Help of so many minutes
 * with a routine comes on top, on the day of the routine. `dayStarts` says where that day lies.
 */
export function receivedIn(zone: string, stretch: Stretch, { sessions, routines }: Recorded): Received {
  const given = routines.filter((routine) => counts(routine) && routineFate(routine) === HAPPENED);
  const spans = [
    ...sessions.filter((session) => fateOf(session) === HAPPENED).map(({ startsAt, endsAt, ratio }) => clip({ from: startsAt, to: endsAt }, stretch, ratio)),
    ...given.filter(({ support }) => support?.minutes === null).map((routine) => clip(routineSpan(zone, routine), stretch, { staff: routine.support?.staff ?? 1, residents: 1 })),
  ].filter((span) => lengthOf(span) > 0);
  const fixed = given.filter((routine) => routine.support?.minutes != null && isWithin(zone, routine, stretch))
    .map(({ support }) => ({ staff: support?.staff ?? 1, residents: 1, minutes: support?.minutes ?? 0 }));
  return summed([...sweep(spans), ...fixed]);
}

function isWithin(zone: string, { day, fromTime }: RoutineOf, { from, to }: Stretch): boolean {
  const at = instantAt(zone, day, minuteOf(fromTime));
  return from <= at && at < to;
}

type Piece = Ratio & { readonly minutes: number };

/** Spans without what overlaps: each minute once, with the ratio that takes most staff. */
function sweep(spans: readonly Span[]): Piece[] {
  const bounds = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return bounds.slice(1).flatMap((to, i) => {
    const from = bounds[i] ?? to;
    const [most] = spans.filter((span) => span.from <= from && to <= span.to).sort((a, b) => b.staff / b.residents - a.staff / a.residents);
    return most ? [{ staff: most.staff, residents: most.residents, minutes: to - from }] : [];
  });
}

function summed(pieces: readonly Piece[]): Received {
  const parts = [...Map.groupBy(pieces, kindOf)].map(([kind, own]): Part => ({ kind, minutes: total(own), staffMinutes: staffOf(own) })).sort((a, b) => a.kind.localeCompare(b.kind));
  return { minutes: total(pieces), staffMinutes: staffOf(pieces), parts };
}

const total = (pieces: readonly Piece[]) => pieces.reduce((sum, { minutes }) => sum + minutes, 0);
const staffOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { minutes, staff, residents }) => sum + (minutes * staff) / residents, 0);

/** What was meant to happen within a stretch, what of it did, and why the rest did not: `planned` is `real` and all reasons together. */
export type Meant = {
  readonly planned: number;
  readonly real: number;
  readonly reasons: readonly { readonly reason: string; readonly minutes: number }[];
  /** How many things were meant, and of how many something was recorded that two people do not contradict. */
  readonly things: number;
  readonly recorded: number;
};

/** Sessions somebody was booked into and routines whose help is known, up to `now`: what is still going on is not counted yet. */
export function meantIn(zone: string, stretch: Stretch, { sessions, routines }: Recorded, now: Date): Meant {
  const things = [
    ...sessions.filter(({ isBooked, endsAt }) => isBooked && endsAt <= now).map((session) => ({ fate: fateOf(session), minutes: lengthOf(clip({ from: session.startsAt, to: session.endsAt }, stretch, session.ratio)) })),
    ...routines.filter((routine) => counts(routine) && isWithin(zone, routine, stretch) && routineSpan(zone, routine).to <= now).map((routine) => ({ fate: routineFate(routine), minutes: helpOf(zone, routine, stretch) })),
  ].filter(({ minutes }) => minutes > 0);
  const sum = (own: readonly { minutes: number }[]) => own.reduce((all, { minutes }) => all + minutes, 0);
  const byFate = Map.groupBy(things, ({ fate }) => fate);
  const isOpen = (fate: string) => fate === WHY_NOT.unrecorded || fate === WHY_NOT.unsettled;
  return {
    planned: sum(things), real: sum(byFate.get(HAPPENED) ?? []), things: things.length, recorded: things.filter(({ fate }) => !isOpen(fate)).length,
    reasons: [...byFate].filter(([fate]) => fate !== HAPPENED).map(([reason, own]) => ({ reason, minutes: sum(own) })).sort((a, b) => b.minutes - a.minutes || a.reason.localeCompare(b.reason)),
  };
}

function helpOf(zone: string, routine: RoutineOf, stretch: Stretch): number {
  return routine.support?.minutes ?? lengthOf(clip(routineSpan(zone, routine), stretch, { staff: 1, residents: 1 }));
}
