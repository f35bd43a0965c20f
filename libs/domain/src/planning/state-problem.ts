/** States the planning problem of one week from the records: who is free, what could be done, what is owed. */
import { MINUTES_A_DAY, type Span, daysBetween, minuteOf, spansOf } from '../shared/time.ts';
import { breakOf } from '../staff/breaks.ts';
import { openSpans } from '../venues/opening.ts';
import type { ActivityRecord, PromiseRecord, ResidentRecord, RoutineRecord, StaffRecord, VehicleRecord, WeekRecords } from './records.ts';
import { clipSpans, intersectSpans, mergeSpans, subtractSpans } from './spans.ts';
import { type Begun, DAYS_A_WEEK, GRID, WEEK_MINUTES, asPlanned, dailySpans, everyDay, minuteNow, publishedOf, spanOf } from './week.ts';

const WEEK: Span = [0, WEEK_MINUTES];

/** What something asked for is worth (of 100) to somebody whose interests do not name it. */
const WORTH = { promise: 60, routine: 60, wish: 50 } as const;

/** What serves an outcome is worth so much more for each point of its importance; whoever has not said how important it is, half. */
const OUTCOME_POINT = 2;
const IMPORTANCE_UNSAID = 5;
/** What somebody chose to spend wish-minutes on is worth so much more. */
const WISH_MINUTES = 25;
const MOST_WORTH = 100;

/** How much more an activity is worth to somebody for the outcomes it serves (the most important counts) and for their wish-minutes. */
export function moreWorth(importances: readonly (number | null)[], isChosen: boolean): number {
  const served = Math.max(0, ...importances.map((importance) => OUTCOME_POINT * Math.min(10, Math.max(1, importance ?? IMPORTANCE_UNSAID))));
  return served + (isChosen ? WISH_MINUTES : 0);
}

/** A week's records with what follows from them once and is looked at often. */
type Stated = {
  readonly records: WeekRecords;
  /** Minute of the week before which nothing is planned. */
  readonly from: number;
  readonly begun: readonly Begun[];
  readonly staffIds: ReadonlySet<string>;
  readonly residentIds: ReadonlySet<string>;
  readonly activityIds: ReadonlySet<string>;
  readonly owed: readonly PromiseRecord[];
};

/**
 * The problem, in the format 'promenade-plan/1'. Sessions that have begun are facts: whoever is in them is busy, and what
 * they used up of a week (turns, money, sessions wanted) is gone. `published` holds the ones still to come.
 */
export function stateProblem(records: WeekRecords) {
  const { begun, ahead } = publishedOf(records);
  const living = records.residents.filter(({ status }) => status === 'living here');
  const offered = records.activities.filter(({ retiredOn }) => retiredOn === null || retiredOn > records.weekStarts);
  const employed = records.staff.filter(({ leftOn }) => leftOn === null || leftOn > records.weekStarts);
  const week: Stated = {
    records, begun, from: minuteNow(records.zone, records.weekStarts, records.now),
    staffIds: idsOf(employed), residentIds: idsOf(living), activityIds: idsOf(offered),
    owed: [],
  };
  const stated = { ...week, owed: promisesIn(week, new Set(ahead.map(({ id }) => id))) };
  return {
    format: 'promenade-plan/1' as const,
    id: `week-${records.weekStarts}`,
    startDate: records.weekStarts,
    days: DAYS_A_WEEK,
    grid: GRID,
    rooms: records.rooms.map(({ id, capacity, fromTime, toTime }) => ({
      id, capacity,
      available: subtractSpans(everyDay(records.weekStarts, fromTime, toTime), begun.filter(({ room }) => room === id).map(({ span }) => span)),
    })),
    vehicles: records.vehicles.map((vehicle) => stateVehicle(stated, vehicle)),
    staff: stateStaff(stated, employed),
    floorCover: records.floorCover.flatMap(({ days, fromTime, toTime, least }) =>
      dailySpans(records.weekStarts, days, fromTime, toTime).map(([from, to]) => ({ from, to, min: least }))),
    residents: living.map((resident) => stateResident(stated, resident)),
    activities: offered.map((activity) => stateActivity(stated, activity)),
    promises: stated.owed.map((promise) => statePromise(stated, promise)),
    routines: records.routines
      .filter((routine) => needsSession(stated, routine) && stated.residentIds.has(routine.residentId))
      .map((routine) => ({
        id: routine.id, resident: routine.residentId, activity: routine.activityId ?? '', protected: routine.protected, weight: routine.weight,
        occurrences: occurrencesOf(stated, routine),
      })),
    published: ahead.filter(({ activity }) => stated.activityIds.has(activity)).map((session) => ({
      ...asPlanned(session), residents: session.residents.filter((id) => stated.residentIds.has(id)),
    })),
  };
}

function idsOf(rows: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ id }) => id));
}

/** On the road between its hours, until its inspection and insurance run out (their last day included), and not while off it. */
function stateVehicle({ records, begun }: Stated, vehicle: VehicleRecord) {
  const { id, seats, bays, licence, inspectionDue, insuranceDue, fromTime, toTime } = vehicle;
  const lastDay = inspectionDue < insuranceDue ? inspectionDue : insuranceDue;
  const lawful: Span = [0, Math.min(WEEK_MINUTES, (daysBetween(records.weekStarts, lastDay) + 1) * MINUTES_A_DAY)];
  const off = records.offRoad
    .filter(({ vehicleId }) => vehicleId === id)
    .map(({ startsAt, endsAt }): Span => [spanOf(records, startsAt, startsAt)[0], endsAt ? spanOf(records, endsAt, endsAt)[1] : WEEK_MINUTES]);
  const out = begun.filter(({ vehicles }) => vehicles.includes(id)).map(({ span }) => span);
  return { id, seats, bays, licence, available: subtractSpans(clipSpans(everyDay(records.weekStarts, fromTime, toTime), lawful), [...off, ...out]) };
}

/** Shifts of the week without absences; those that meet are one. Nights reach in from Sunday and out into Monday. */
function stateStaff({ records, begun }: Stated, employed: readonly StaffRecord[]) {
  const shiftsOf = Map.groupBy(records.shifts, ({ staffId }) => staffId);
  const absencesOf = Map.groupBy(records.absences, ({ staffId }) => staffId);
  const turns = new Map<number, number>();
  /** Those who start together take their breaks in turn. */
  const nextTurn = (start: number) => {
    const turn = turns.get(start) ?? 0;
    turns.set(start, turn + 1);
    return turn;
  };
  return employed.map(({ id, skills, licences, leftOn }) => {
    const own = (shiftsOf.get(id) ?? []).map((shift) => ({ span: spanOf(records, shift.startsAt, shift.endsAt), minutes: shift.breakMinutes }));
    const gone: Span[] = leftOn === null ? [] : [[daysBetween(records.weekStarts, leftOn) * MINUTES_A_DAY, 2 * WEEK_MINUTES]];
    const away = [
      ...(absencesOf.get(id) ?? []).map(({ startsAt, endsAt }) => spanOf(records, startsAt, endsAt)),
      ...begun.filter(({ people }) => people.includes(id)).map(({ span }) => span),
      ...gone,
    ];
    const shifts = clipSpans(subtractSpans(own.map(({ span }) => span), away), WEEK);
    const breaks = own
      .filter(({ minutes }) => minutes > 0)
      .map(({ span, minutes }) => breakOf(span, minutes, nextTurn(span[0])))
      .filter((pause): pause is Span => pause !== null);
    return { id, skills: [...skills], licences: [...licences], shifts, breaks: intersectSpans(breaks, shifts) };
  });
}

function stateResident(week: Stated, resident: ResidentRecord) {
  const { records, begun, staffIds, residentIds } = week;
  const { id } = resident;
  const had = begun.filter(({ residents }) => residents.includes(id));
  const counted = had.filter(({ isThisWeek }) => isThisWeek);
  const costs = new Map(records.activities.map(({ id: activity, costPence }) => [activity, costPence]));
  const spent = counted.reduce((sum, { activityId }) => sum + (costs.get(activityId) ?? 0), 0);
  const staffWhom = (kind: 'prefers' | 'declines') =>
    records.preferences.filter((one) => one.residentId === id && one.kind === kind && staffIds.has(one.staffId)).map(({ staffId }) => staffId);
  return {
    id,
    wheelchair: resident.wheelchair !== 'never',
    supportIn: { staff: resident.supportInStaff, residents: resident.supportInResidents },
    supportOut: { staff: resident.supportOutStaff, residents: resident.supportOutResidents },
    unavailable: mergeSpans(clipSpans([
      ...records.awayTimes.filter(({ residentId }) => residentId === id).map(({ startsAt, endsAt }) => spanOf(records, startsAt, endsAt)),
      ...had.map(({ span }) => span),
      ...records.routines.filter((routine) => routine.residentId === id && routine.protected && !needsSession(week, routine)).flatMap((routine) => occurrencesOf(week, routine)),
    ], WEEK)),
    target: Math.max(0, resident.targetPerWeek - counted.length),
    maxPerDay: resident.maxPerDay,
    budget: resident.weeklyBudgetPence === null ? null : Math.max(0, resident.weeklyBudgetPence - spent),
    value: valuesOf(week, id),
    preferredStaff: staffWhom('prefers'),
    declinedStaff: staffWhom('declines'),
    avoids: records.avoidances.filter(({ residentId, otherId }) => residentId === id && residentIds.has(otherId)).map(({ otherId }) => otherId),
  };
}

/**
 * Interests as they are; what was promised, wished for or belongs to a routine is worth something in any case. What serves an
 * outcome, or is what wish-minutes were chosen for, is worth more than it would be, up to 100. What touches a
 * topic to avoid is worth nothing and is not planned, unless it was promised: that is for people to talk about, not for a plan to drop.
 */
function valuesOf({ records, owed, activityIds }: Stated, residentId: string): Record<string, number> {
  const value: Record<string, number> = {};
  const atLeast = (activityId: string | null, worth: number) => {
    if (activityId !== null && activityIds.has(activityId)) value[activityId] = Math.max(value[activityId] ?? 0, worth);
  };
  const own = <Row extends { readonly residentId: string }>(rows: readonly Row[]) => rows.filter((row) => row.residentId === residentId);
  for (const { activityId, value: worth } of own(records.interests)) atLeast(activityId, Math.min(100, Math.max(0, worth)));
  for (const { activityId } of own(owed)) atLeast(activityId, WORTH.promise);
  for (const routine of own(records.routines)) {
    if (routine.needs === 'session') atLeast(routine.activityId, WORTH.routine);
  }
  for (const { activityId, answer } of own(records.wishes)) {
    if (answer !== 'declined') atLeast(activityId, WORTH.wish);
  }
  const [serving, chosen] = [own(records.serving ?? []), own(records.chosen ?? [])];
  for (const activityId of new Set([...serving, ...chosen].map((each) => each.activityId))) {
    if (!activityIds.has(activityId)) continue;
    const more = moreWorth(serving.filter((each) => each.activityId === activityId).map(({ importance }) => importance), chosen.some((each) => each.activityId === activityId));
    value[activityId] = Math.min(MOST_WORTH, (value[activityId] ?? WORTH.wish) + more);
  }
  const isOwed = (activityId: string) => own(owed).some((promise) => promise.activityId === activityId);
  const keptOut = new Set(own(records.keptOut).map(({ activityId }) => activityId).filter((activityId) => !isOwed(activityId)));
  return Object.fromEntries(Object.entries(value).filter(([activityId]) => !keptOut.has(activityId)));
}

/** A routine that wants a session planned, and names an activity that there is; any other is time to leave alone. */
function needsSession({ activityIds }: Stated, { needs, activityId }: RoutineRecord): boolean {
  return needs === 'session' && activityId !== null && activityIds.has(activityId);
}

/** When a routine is due in the part of the week that is still to come. */
function occurrencesOf({ records, from }: Stated, { due, fromTime, toTime }: RoutineRecord): Span[] {
  return due
    .map((day) => daysBetween(records.weekStarts, day) * MINUTES_A_DAY)
    .map((start): Span => [start + minuteOf(fromTime), start + minuteOf(toTime)])
    .filter(([start, end]) => start >= from && end <= WEEK_MINUTES);
}

function stateActivity({ records, from, begun }: Stated, activity: ActivityRecord) {
  const { id, minutes, groupMin, groupMax, skills, baseStaff, setting, transport, driverSupports, costPence, maxPerWeek, retiredOn } = activity;
  const venue = records.venues.find((one) => one.id === activity.venueId) ?? null;
  const walk = venue ? venue.walkMinutes : 0;
  const travel = transport === 'vehicle' ? (venue?.driveMinutes ?? 0) : transport === 'walk' ? (walk ?? 0) : 0;
  const isTooFar = transport === 'walk' && walk === null;
  const own = mergeSpans(spansOf(activity.hours, records.weekStarts, DAYS_A_WEEK));
  const open = venue?.days ? intersectSpans(own, mergeSpans(openSpans(venue.days, records.weekStarts))) : own;
  const until = retiredOn === null ? WEEK_MINUTES : daysBetween(records.weekStarts, retiredOn) * MINUTES_A_DAY;
  return {
    id, setting, transport, driverSupports, travel, baseStaff,
    duration: minutes,
    group: { min: Math.max(1, groupMin), max: Math.max(1, groupMax) },
    skills: { ...skills },
    rooms: records.activityRooms.filter(({ activityId, roomId }) => activityId === id && records.rooms.some((room) => room.id === roomId)).map(({ roomId }) => roomId),
    // The way there begins no earlier than now.
    windows: isTooFar ? [] : clipSpans(open, [from === 0 ? 0 : from + travel, until]),
    cost: costPence,
    maxSessions: Math.max(0, maxPerWeek - begun.filter(({ activityId, isThisWeek }) => activityId === id && isThisWeek).length),
  };
}

/** Promises owed that a session of this week could keep: none whose place is held in another week, or in one begun. */
function promisesIn({ records, residentIds, activityIds }: Stated, ahead: ReadonlySet<string>): PromiseRecord[] {
  const isLater = ({ standingId, dueOn }: PromiseRecord) => Boolean(standingId) && daysBetween(records.weekStarts, dueOn) >= DAYS_A_WEEK;
  return records.promises.filter((promise) => !isLater(promise)).filter(({ owed, activityId, residentId, sessionId }) =>
    owed && activityId !== null && activityIds.has(activityId) && residentIds.has(residentId) && (sessionId === null || ahead.has(sessionId)));
}

/**
 * By the end of its day when it is due this week; at any time of the week when it is due later, or should have been kept
 * before. A day of a standing promise is kept on that day. Those due now count twice as much as those that can wait, and every miss so far counts once more, twice at most.
 */
function statePromise({ records, from }: Stated, { id, residentId, activityId, dueOn, misses, standingId }: PromiseRecord) {
  const day = daysBetween(records.weekStarts, dueOn);
  const due = (day + 1) * MINUTES_A_DAY;
  const isOverdue = due <= from;
  return {
    id, resident: residentId, activities: [activityId ?? ''], from: standingId && !isOverdue ? Math.max(from, due - MINUTES_A_DAY) : from,
    to: isOverdue || day >= DAYS_A_WEEK ? WEEK_MINUTES : due,
    weight: (day < DAYS_A_WEEK ? 2 : 1) + Math.min(2, misses),
  };
}
