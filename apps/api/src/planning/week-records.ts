/** Fetches what a week is planned from: one flat statement for each table, however many people live in the home. */
import { IsNull, LessThan, MoreThan, Not } from 'typeorm';
import { nameAmong } from '@promenade/domain/people/name';
import type { WeekRecords } from '@promenade/domain/planning/records';
import { stateProblem } from '@promenade/domain/planning/state-problem';
import { type Begun, type PlannedSession, publishedOf, weekBounds } from '@promenade/domain/planning/week';
import { type Names, plainNames } from '@promenade/planner/names';
import type { Problem } from '@promenade/planner/problem';
import type { SystemTx, Tx } from '../db/db.ts';
import { ActivityEntity, ActivityRoomEntity } from '../library/library.entities.ts';
import { AvoidanceEntity, AwayTimeEntity, InterestEntity, ResidentEntity, RoutineEntity } from '../people/people.entities.ts';
import { PromiseEntity, WishEntity } from '../promises/promises.entities.ts';
import { AbsenceEntity, FloorCoverEntity, ShiftEntity, StaffEntity, StaffPreferenceEntity } from '../staff/staff.entities.ts';
import { VehicleEntity, VehicleOffRoadEntity } from '../transport/transport.entities.ts';
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

/** States the problem of a week as the records stand now. */
export async function stateWeek(unit: Pick<Tx | SystemTx, 'em' | 'now'>, { homeId, zone }: Place, weekStarts: string): Promise<StatedWeek> {
  const { em, now } = unit;
  const { from, to } = weekBounds(zone, weekStarts);
  const mine = { where: { homeId }, order: { id: 'ASC' } } as const;
  const touching = { homeId, startsAt: LessThan(to), endsAt: MoreThan(from) };
  const residents = await em.find(ResidentEntity, mine);
  const staff = await em.find(StaffEntity, { ...mine, where: { homeId, care: true } });
  const activities = await em.find(ActivityEntity, mine);
  const rooms = await em.find(RoomEntity, mine);
  const vehicles = await em.find(VehicleEntity, mine);
  const routines = await em.find(RoutineEntity, mine);
  const records: WeekRecords = {
    zone, weekStarts, now, residents, staff, activities, rooms, vehicles, routines,
    interests: await em.findBy(InterestEntity, { homeId }),
    avoidances: await em.findBy(AvoidanceEntity, { homeId }),
    awayTimes: await em.findBy(AwayTimeEntity, touching),
    preferences: await em.findBy(StaffPreferenceEntity, { homeId }),
    shifts: await em.find(ShiftEntity, { where: touching, order: { startsAt: 'ASC' } }),
    absences: await em.findBy(AbsenceEntity, touching),
    floorCover: await em.findBy(FloorCoverEntity, { homeId }),
    offRoad: await em.findBy(VehicleOffRoadEntity, { homeId, startsAt: LessThan(to) }),
    activityRooms: await em.find(ActivityRoomEntity, { where: { homeId }, order: { activityId: 'ASC', roomId: 'ASC' } }),
    venues: await em.findBy(VenueEntity, { homeId }),
    promises: await em.find(PromiseEntity, { where: { homeId, owed: true, activityId: Not(IsNull()) }, order: { dueOn: 'ASC', id: 'ASC' } }),
    wishes: await em.findBy(WishEntity, { homeId, activityId: Not(IsNull()) }),
    ...(await sessionsBetween(unit, homeId, from, to)),
  };
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
    problem, called, begun, told: ahead,
    names: { ...plainNames(problem), call: (_kind, id) => words.get(id) ?? id },
  };
}
