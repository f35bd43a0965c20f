/** Fetches what a week is planned from: one flat statement for each table, however many people live in the home. */
import { In, IsNull, LessThan, MoreThan, Not } from 'typeorm';
import { whatHolds } from '@promenade/domain/changes/changed-fact';
import { nameAmong } from '@promenade/domain/people/name';
import type { WeekRecords } from '@promenade/domain/planning/records';
import { stateProblem } from '@promenade/domain/planning/state-problem';
import { type Begun, DAYS_A_WEEK, type PlannedSession, publishedOf, weekBounds } from '@promenade/domain/planning/week';
import { MINUTES_A_DAY, addDays, daysBetween, mondayOf } from '@promenade/domain/shared/time';
import { type Holidays, daysFor, sayShut } from '@promenade/domain/venues/opening';
import { type Names, plainNames } from '@promenade/planner/names';
import type { Problem } from '@promenade/planner/problem';
import type { SystemTx, Tx } from '../db/db.ts';
import { ActivityEntity, ActivityRoomEntity } from '../library/library.entities.ts';
import { AvoidanceEntity, AwayTimeEntity, InterestEntity, ResidentEntity, RoutineEntity } from '../people/people.entities.ts';
import { keptOut } from '../people/life-story.reads.ts';
import { dueOf } from '../people/recurrence.ts';
import { PromiseEntity, WishEntity } from '../promises/promises.entities.ts';
import { type Chosen, type Serving, chosenWithWishMinutes, servingOutcomes } from '../reablement/worth.reads.ts';
import { AbsenceEntity, FloorCoverEntity, ShiftEntity, StaffEntity, StaffPreferenceEntity } from '../staff/staff.entities.ts';
import { VehicleEntity, VehicleOffRoadEntity } from '../transport/transport.entities.ts';
import { bankHolidays, openDays } from '../venues/opening-hours.ts';
import { nationOf } from '../venues/home-place.ts';
import { RoomEntity, VenueEntity } from '../venues/venues.entities.ts';
import { BookingEntity, SessionEntity } from './planning.entities.ts';

/** What things are called on screens and in sentences. */
export type Called = { readonly id: string; readonly name: string; readonly picture?: string };

/** A week as the planner sees it, and what everyone and everything in it is called. */
export type StatedWeek = {
  readonly problem: Problem;
  readonly names: Names;
  readonly called: Readonly<Record<'residents' | 'staff' | 'activities' | 'rooms' | 'vehicles', readonly Called[]>>;
  readonly begun: readonly Begun[];
  /** Why an activity is worth more to somebody than their interests say, in sentences. */
  readonly because: (residentId: string, activityId: string) => readonly string[];
  /** What people have been told of and is still to come. */
  readonly told: readonly (PlannedSession & { readonly id: string })[];
};

export type Place = { readonly homeId: string; readonly zone: string };

/** Planned sessions that touch a stretch of time, with who and what they take, in two statements. */
async function sessionsBetween({ em }: Pick<Tx | SystemTx, 'em'>, homeId: string, from: Date, to: Date) {
  const sessions = await em.find(SessionEntity, { where: { homeId, status: 'planned', startsAt: LessThan(to), endsAt: MoreThan(from) } });
  const bookings = await em
    .createQueryBuilder(BookingEntity, 'b')
    .innerJoin(SessionEntity, 's', 's.homeId = b.homeId AND s.id = b.sessionId')
    .where('b.homeId = :homeId AND s.status = :planned AND s.startsAt < :to AND s.endsAt > :from', { homeId, planned: 'planned', from, to })
    .getMany();
  return { sessions, bookings };
}

/** The venues these activities are at, with each day they are open from the evening before `first` on, and the bank holidays among those. */
async function venuesOpen({ em }: Pick<Tx | SystemTx, 'em'>, homeId: string, activities: readonly ActivityEntity[], first: string, days: number) {
  const ids = [...new Set(activities.flatMap(({ venueId }) => venueId ?? []))];
  const venues = ids.length === 0 ? [] : await em.findBy(VenueEntity, { homeId, id: In(ids) });
  if (venues.length === 0) return { venues: [], holidays: new Map<string, string>() };
  const nation = await nationOf(em, homeId);
  const wanted = daysFor(first, days);
  return {
    holidays: bankHolidays(nation, first, addDays(first, days)),
    venues: venues.map((venue) => ({ id: venue.id, name: venue.name, driveMinutes: venue.driveMinutes, walkMinutes: venue.walkMinutes, days: venue.opening?.from === 'not known' ? null : openDays(venue, nation, wanted) })),
  };
}

type Fetched = Omit<WeekRecords, 'weekStarts' | 'residents' | 'staff' | 'activities' | 'vehicles' | 'rooms' | 'routines' | 'venues' | 'serving' | 'chosen'> & Awaited<ReturnType<typeof venuesOpen>> & {
  readonly residents: readonly ResidentEntity[];
  readonly staff: readonly StaffEntity[];
  readonly activities: readonly ActivityEntity[];
  readonly rooms: readonly RoomEntity[];
  readonly vehicles: readonly VehicleEntity[];
  readonly routines: readonly RoutineEntity[];
  readonly serving: readonly Serving[];
  readonly chosen: readonly Chosen[];
  /** The days of all the weeks on which each routine comes round. */
  readonly due: ReadonlyMap<string, readonly string[]>;
};

/** States the problem of a week as the records stand now. */
export async function stateWeek(unit: Pick<Tx | SystemTx, 'em' | 'now'>, place: Place, weekStarts: string): Promise<StatedWeek> {
  return stated(await fetched(unit, place, weekStarts, weekStarts), weekStarts);
}

/** States several weeks, in order, from one reading of the records: no more statements than for one. */
export async function stateWeeks(unit: Pick<Tx | SystemTx, 'em' | 'now'>, place: Place, mondays: readonly string[]): Promise<StatedWeek[]> {
  const [first, last] = [mondays[0], mondays.at(-1)];
  if (first === undefined || last === undefined) return [];
  const records = await fetched(unit, place, first, last);
  return mondays.map((monday) => stated(within(records, monday), monday));
}

/** The records of all weeks from the one that starts on `first` to the one that starts on `last`. */
async function fetched(unit: Pick<Tx | SystemTx, 'em' | 'now'>, { homeId, zone }: Place, first: string, last: string): Promise<Fetched> {
  const { em, now } = unit;
  const { from } = weekBounds(zone, first);
  const { to } = weekBounds(zone, last);
  const mine = { where: { homeId }, order: { id: 'ASC' } } as const;
  const touching = { homeId, startsAt: LessThan(to), endsAt: MoreThan(from) };
  const activities = await em.find(ActivityEntity, mine);
  const routines = await em.find(RoutineEntity, mine);
  return {
    zone, now, activities,
    residents: await em.find(ResidentEntity, mine),
    staff: await em.find(StaffEntity, { ...mine, where: { homeId, care: true } }),
    rooms: await em.find(RoomEntity, mine),
    vehicles: await em.find(VehicleEntity, mine),
    routines,
    due: await dueOf(unit, homeId, routines, first, addDays(last, DAYS_A_WEEK - 1)),
    interests: await em.findBy(InterestEntity, { homeId }),
    serving: await servingOutcomes(unit, homeId),
    chosen: await chosenWithWishMinutes(unit, homeId),
    keptOut: await keptOut(unit, homeId),
    avoidances: await em.findBy(AvoidanceEntity, { homeId }),
    awayTimes: whatHolds(await notFree(unit, homeId, from, to)),
    preferences: await em.findBy(StaffPreferenceEntity, { homeId }),
    shifts: await em.find(ShiftEntity, { where: touching, order: { startsAt: 'ASC' } }),
    absences: whatHolds(await em.findBy(AbsenceEntity, touching)),
    floorCover: await em.findBy(FloorCoverEntity, { homeId }),
    offRoad: whatHolds(await em.findBy(VehicleOffRoadEntity, { homeId, startsAt: LessThan(to) })),
    activityRooms: await em.find(ActivityRoomEntity, { where: { homeId }, order: { activityId: 'ASC', roomId: 'ASC' } }),
    ...(await venuesOpen(unit, homeId, activities, first, daysBetween(first, last) + DAYS_A_WEEK)),
    promises: await em.find(PromiseEntity, { where: { homeId, owed: true, activityId: Not(IsNull()) }, order: { dueOn: 'ASC', id: 'ASC' } }),
    wishes: await em.findBy(WishEntity, { homeId, activityId: Not(IsNull()) }),
    ...(await sessionsBetween(unit, homeId, from, to)),
  };
}

type NotFree = Pick<AwayTimeEntity, 'residentId' | 'startsAt' | 'endsAt' | 'endedAt'>;

/** Times away, and those of sessions that somebody has said no to and is still in: once they are out of it, they are free then. */
function notFree({ em }: Pick<Tx | SystemTx, 'em'>, homeId: string, from: Date, to: Date): Promise<NotFree[]> {
  return em.query<NotFree[]>(
    `SELECT resident_id AS "residentId", starts_at AS "startsAt", ends_at AS "endsAt", ended_at AS "endedAt" FROM away_time WHERE home_id = $1 AND starts_at < $3 AND ends_at > $2
     UNION ALL SELECT c.resident_id, c.starts_at, c.ends_at, NULL FROM changed_fact c
     WHERE c.home_id = $1 AND c.kind = 'resident declined' AND c.starts_at < $3 AND c.ends_at > $2
       AND NOT EXISTS (SELECT 1 FROM changed_fact u WHERE u.home_id = c.home_id AND u.undoes_id = c.id)
       AND EXISTS (SELECT 1 FROM booking b WHERE b.home_id = c.home_id AND b.resident_id = c.resident_id AND b.starts_at = c.starts_at AND b.ends_at = c.ends_at)`, [homeId, from, to]);
}

/** What of the records touches one week. */
function within(records: Fetched, monday: string): Fetched {
  const { from, to } = weekBounds(records.zone, monday);
  const touches = ({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }) => startsAt < to && endsAt > from;
  const { awayTimes, shifts, absences, sessions } = records;
  return { ...records, awayTimes: awayTimes.filter(touches), shifts: shifts.filter(touches), absences: absences.filter(touches), sessions: sessions.filter(touches) };
}

function stated(fetchedRecords: Fetched, weekStarts: string): StatedWeek {
  const routines = fetchedRecords.routines.map((routine) => Object.assign({}, routine, { due: (fetchedRecords.due.get(routine.id) ?? []).filter((day) => mondayOf(day) === weekStarts) }));
  const records = { ...fetchedRecords, weekStarts, routines };
  const { residents, staff, activities, rooms, vehicles } = records;
  const problem: Problem = stateProblem(records);
  const { begun, ahead } = publishedOf(records);
  const called = {
    residents: residents.map((resident) => ({ id: resident.id, name: nameAmong(residents, resident) })),
    staff: staff.map(({ id, givenName, familyName }) => ({ id, name: `${givenName} ${familyName}`.trim() })),
    activities: activities.map(({ id, name, picture }) => ({ id, name, picture })),
    rooms: rooms.map(({ id, name }) => ({ id, name })),
    vehicles: vehicles.map(({ id, name }) => ({ id, name })),
  };
  const words = new Map([...Object.values(called).flat(), ...vehicles.map(({ id, name }) => ({ id, name: name.replace(/^The /, 'the ') })), ...routines.map(({ id, what }) => ({ id, name: what }))].map(({ id, name }) => [id, name]));
  return {
    problem, called, begun, told: ahead, because: (residentId, activityId) => whyWorth(records, residentId, activityId),
    names: { ...plainNames(problem), call: (_kind, id) => words.get(id) ?? id, shut: (activityId, minute) => whyShut(fetchedRecords, weekStarts, activityId, minute) },
  };
}

/** The outcomes an activity serves, and that somebody chose it with their wish-minutes. */
function whyWorth({ residents, serving, chosen }: Pick<Fetched, 'residents' | 'serving' | 'chosen'>, residentId: string, activityId: string): string[] {
  const resident = residents.find(({ id }) => id === residentId);
  const isIt = (each: { readonly residentId: string; readonly activityId: string }) => each.residentId === residentId && each.activityId === activityId;
  const name = resident ? nameAmong(residents, resident) : '';
  return [
    ...serving.filter(isIt).map(({ words, importance }) => `It serves what ${name} wants: “${words}”${importance === null ? '' : ` (matters ${importance} of 10)`}.`),
    ...chosen.filter(isIt).map(({ say }) => `${name} chose it for their wish-minutes: “${say}”`),
  ];
}

/** Why the venue of an activity is shut on the day of a minute of the week, where a bank holiday is the reason. */
function whyShut({ activities, venues, holidays }: { readonly activities: readonly ActivityEntity[]; readonly venues: Awaited<ReturnType<typeof venuesOpen>>['venues']; readonly holidays: Holidays }, weekStarts: string, activityId: string, minute: number): string | null {
  const venue = venues.find(({ id }) => id === activities.find((each) => each.id === activityId)?.venueId);
  const day = venue?.days?.find((each) => each.day === addDays(weekStarts, Math.floor(minute / MINUTES_A_DAY)));
  return venue && day ? sayShut(venue.name, day, holidays) : null;
}
