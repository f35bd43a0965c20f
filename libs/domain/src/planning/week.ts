/** A week as the planner counts it, in minutes of wall-clock time from its Monday, and what of it is already past. */
import { type Day, MINUTES_A_DAY, type Span, addDays, dayIn, daysBetween, instantAt, minuteOf, wallMinute, weekdayOf } from '../shared/time.ts';
import type { BookingRecord, SessionRecord, WeekRecords } from './records.ts';

export const DAYS_A_WEEK = 7;
export const WEEK_MINUTES = DAYS_A_WEEK * MINUTES_A_DAY;
/** Sessions start on multiples of so many minutes. */
export const GRID = 15;

export type PlannedSession = {
  readonly activity: string;
  readonly start: number;
  readonly room: string | null;
  readonly vehicles: readonly { readonly vehicle: string; readonly driver: string }[];
  readonly staff: readonly string[];
  readonly residents: readonly string[];
};

/** A session as a line of a plan, without whatever else it carries. */
export function asPlanned({ activity, start, room, vehicles, staff, residents }: PlannedSession): PlannedSession {
  return { activity, start, room, vehicles: vehicles.map(({ vehicle, driver }) => ({ vehicle, driver })), staff: [...staff], residents: [...residents] };
}

/** A session that has begun, reaches into the week from the one before, or was arranged apart from the plan: a fact that planning goes round. */
export type Begun = {
  readonly id: string;
  readonly activityId: string;
  readonly span: Span;
  /** It starts in this week, and so counts towards what is done in it; what is apart from the plan does not. */
  readonly isThisWeek: boolean;
  readonly residents: readonly string[];
  readonly people: readonly string[];
  readonly vehicles: readonly string[];
  readonly room: string | null;
};

/** The minute of the week that it is, rounded up: 0 before the week, its whole length after. */
export function minuteNow(zone: string, weekStarts: Day, now: Date): number {
  const today = daysBetween(weekStarts, dayIn(zone, now));
  if (today < 0) return 0;
  if (today >= DAYS_A_WEEK) return WEEK_MINUTES;
  const minute = wallMinute(zone, weekStarts, now);
  return Math.min(WEEK_MINUTES, now.getTime() % 60_000 === 0 ? minute : minute + 1);
}

export function isWeekOver(zone: string, weekStarts: Day, now: Date): boolean {
  return minuteNow(zone, weekStarts, now) >= WEEK_MINUTES;
}

/** From 00:00 of the Monday to 00:00 of the next. */
export function weekBounds(zone: string, weekStarts: Day): { readonly from: Date; readonly to: Date } {
  return { from: instantAt(zone, weekStarts, 0), to: instantAt(zone, weekStarts, WEEK_MINUTES) };
}

/** An absolute period in minutes of the week; it may begin before it or end after it. */
export function spanOf({ zone, weekStarts }: Pick<WeekRecords, 'zone' | 'weekStarts'>, startsAt: Date, endsAt: Date): Span {
  return [wallMinute(zone, weekStarts, startsAt), wallMinute(zone, weekStarts, endsAt)];
}

/** The same hours on each of these weekdays; hours that end before they begin run past midnight. */
export function dailySpans(weekStarts: Day, days: readonly number[], fromTime: string, toTime: string): Span[] {
  const [from, until] = [minuteOf(fromTime), minuteOf(toTime)];
  const to = until > from ? until : until + MINUTES_A_DAY;
  const spans: Span[] = [];
  for (let n = -1; n < DAYS_A_WEEK; n += 1) {
    const span: Span = [Math.max(0, n * MINUTES_A_DAY + from), Math.min(WEEK_MINUTES, n * MINUTES_A_DAY + to)];
    if (days.includes(weekdayOf(addDays(weekStarts, n))) && span[0] < span[1]) spans.push(span);
  }
  return spans;
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;

export function everyDay(weekStarts: Day, fromTime: string, toTime: string): Span[] {
  return dailySpans(weekStarts, EVERY_DAY, fromTime, toTime);
}

/** The published sessions of a week: those begun, and those still to come as the planner writes them. */
export function publishedOf(records: WeekRecords): { readonly begun: readonly Begun[]; readonly ahead: readonly (PlannedSession & { readonly id: string })[] } {
  const { sessions, bookings } = records;
  const byId = Map.groupBy(bookings, ({ sessionId }) => sessionId);
  const from = minuteNow(records.zone, records.weekStarts, records.now);
  const begun: Begun[] = [];
  const ahead: (PlannedSession & { id: string })[] = [];
  for (const session of sessions.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1))) {
    const own = byId.get(session.id) ?? [];
    const span = spanOf(records, session.startsAt, session.endsAt);
    if (span[0] >= WEEK_MINUTES) continue;
    if (span[0] < from || session.apart) begun.push(begunOf(session, own, span));
    else ahead.push({ id: session.id, ...plannedOf(session.activityId, span[0], own) });
  }
  return { begun, ahead };
}

function begunOf({ id, activityId, apart = false }: SessionRecord, own: readonly BookingRecord[], span: Span): Begun {
  const planned = plannedOf(activityId, span[0], own);
  return {
    id, activityId, span, isThisWeek: span[0] >= 0 && !apart, residents: planned.residents, room: planned.room,
    people: [...planned.staff, ...planned.vehicles.map(({ driver }) => driver)], vehicles: planned.vehicles.map(({ vehicle }) => vehicle),
  };
}

/** Bookings of a session as one line of a plan. */
function plannedOf(activity: string, start: number, own: readonly BookingRecord[]): PlannedSession {
  const ids = (role: BookingRecord['role'], idOf: (booking: BookingRecord) => string | null) =>
    own.filter((booking) => booking.role === role).flatMap((booking) => idOf(booking) ?? []).toSorted();
  return {
    activity,
    start,
    room: ids('room', ({ roomId }) => roomId)[0] ?? null,
    vehicles: own.filter(({ role }) => role === 'vehicle').flatMap(({ vehicleId, driverId }) => (vehicleId && driverId ? [{ vehicle: vehicleId, driver: driverId }] : [])),
    staff: ids('staff', ({ staffId }) => staffId),
    residents: ids('resident', ({ residentId }) => residentId),
  };
}
