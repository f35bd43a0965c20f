/** A week as it is put on paper: what people have been told of, or a draft of it. A handful of flat statements, however many live there. */
import { type Marked, codeOf, sayBriefly, sayMark } from '@promenade/domain/prints/mark';
import { DAYS_A_WEEK, WEEK_MINUTES, weekBounds } from '@promenade/domain/planning/week';
import { type Day, addDays, clockIn, dayIn, instantAt, mondayOf } from '@promenade/domain/shared/time';
import { Between, In, IsNull, LessThan, LessThanOrEqual, Not } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { ActivityEntity } from '../library/library.entities.ts';
import { publishedPlan } from '../planning/drafts.service.ts';
import { BookingEntity, PlanEntity, SessionEntity } from '../planning/planning.entities.ts';
import { RoomEntity, VenueEntity } from '../venues/venues.entities.ts';
import type { SheetMarkType } from './prints.graphql.ts';

export type PrintedSession = {
  readonly id: string;
  readonly activity: ActivityEntity;
  readonly venue: VenueEntity | null;
  /** The room or the venue. */
  readonly place: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isCancelled: boolean;
  readonly cancelledWhy: string | null;
  readonly residents: readonly string[];
  /** Everyone who goes along apart from drivers. */
  readonly staff: readonly string[];
  readonly vehicles: readonly { readonly vehicle: string; readonly driver: string }[];
};

export type PrintedWeek = {
  readonly weekStarts: Day;
  readonly mark: SheetMarkType;
  /** In the order of the clock. */
  readonly sessions: readonly PrintedSession[];
};

type Bare = Pick<PrintedSession, 'startsAt' | 'endsAt' | 'residents' | 'staff' | 'vehicles'> & { id: string; activityId: string; room: string | null; cancelledWhy: string | null; isCancelled: boolean };

/** The week `day` is in: of `draftId` if it still is a draft, else what people have been told. */
export async function printedWeek(tx: Tx, day: Day, draftId: string | null): Promise<PrintedWeek> {
  const { homeId } = tx.actor;
  const weekStarts = mondayOf(day);
  const asked = draftId ? await tx.em.findOneBy(PlanEntity, { homeId, id: draftId, weekStarts }) : null;
  if (draftId && !asked) throw new NotFound('This draft');
  const draft = asked?.status === 'draft' ? asked : null;
  const activities = new Map((await tx.em.findBy(ActivityEntity, { homeId })).map((one) => [one.id, one]));
  const venues = new Map((await tx.em.findBy(VenueEntity, { homeId })).map((one) => [one.id, one]));
  const rooms = new Map((await tx.em.findBy(RoomEntity, { homeId })).map((one) => [one.id, one]));
  const told = await toldSessions(tx, weekStarts, draft ? tx.now : weekBounds(tx.actor.zone, weekStarts).to, draft === null);
  const planned = draft ? draftSessions(tx, draft, activities, venues) : [];
  const bare = [...told, ...planned];
  const sessions = bare.flatMap(({ activityId, room, ...rest }): PrintedSession[] => {
    const activity = activities.get(activityId);
    if (!activity) return [];
    const venue = venues.get(activity.venueId ?? '') ?? null;
    return [{ ...rest, activity, venue, place: rooms.get(room ?? '')?.name ?? venue?.name ?? null }];
  });
  return {
    weekStarts, mark: await markOf(tx, weekStarts, draft, bare),
    sessions: sessions.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.activity.name.localeCompare(b.activity.name) || (a.id < b.id ? -1 : 1)),
  };
}

/** Sessions people have been told of that start in the week and before `until`; what was called off is among them unless it stands again. */
async function toldSessions(tx: Tx, weekStarts: Day, until: Date, withCancelled: boolean): Promise<Bare[]> {
  const { homeId, zone } = tx.actor;
  const { from, to } = weekBounds(zone, weekStarts);
  const last = new Date(Math.min(until.getTime(), to.getTime()) - 1);
  if (last < from) return [];
  const rows = await tx.em.find(SessionEntity, { where: { homeId, startsAt: Between(from, last) } });
  const bookings = Map.groupBy(await tx.em.findBy(BookingEntity, { homeId, sessionId: In(rows.map(({ id }) => id)) }), ({ sessionId }) => sessionId);
  const planned = rows.filter(({ status }) => status === 'planned');
  const called = rows.filter(({ status, activityId, startsAt }) => withCancelled && status === 'cancelled' && !planned.some((one) => one.activityId === activityId && one.startsAt.getTime() === startsAt.getTime()));
  return [...planned, ...called].map(({ id, activityId, startsAt, endsAt, status, cancelledWhy }) => {
    const own = (bookings.get(id) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return {
      id, activityId, startsAt, endsAt, cancelledWhy, isCancelled: status === 'cancelled',
      residents: own.flatMap(({ residentId }) => residentId ?? []),
      staff: own.flatMap(({ role, staffId }) => (role === 'staff' && staffId ? [staffId] : [])),
      vehicles: own.flatMap(({ vehicleId, driverId }) => (vehicleId && driverId ? [{ vehicle: vehicleId, driver: driverId }] : [])),
      room: own.find(({ roomId }) => roomId !== null)?.roomId ?? null,
    };
  });
}

/** Minutes each way. */
export function travelMinutes({ transport }: Pick<ActivityEntity, 'transport'>, venue: VenueEntity | null): number {
  if (transport === 'vehicle') return venue?.driveMinutes ?? 0;
  return transport === 'walk' ? (venue?.walkMinutes ?? 0) : 0;
}

/** What of a draft is still to come; what has begun is what people were told of. */
function draftSessions(tx: Tx, plan: PlanEntity, activities: ReadonlyMap<string, ActivityEntity>, venues: ReadonlyMap<string, VenueEntity>): Bare[] {
  return plan.sessions.filter(({ start }) => start < WEEK_MINUTES).flatMap((session, n): Bare[] => {
    const activity = activities.get(session.activity);
    const startsAt = instantAt(tx.actor.zone, plan.weekStarts, session.start);
    if (!activity || startsAt < tx.now) return [];
    const length = activity.minutes + 2 * travelMinutes(activity, venues.get(activity.venueId ?? '') ?? null);
    return [{
      id: placeOf(plan.id, n), activityId: activity.id, startsAt, endsAt: instantAt(tx.actor.zone, plan.weekStarts, session.start + length), isCancelled: false, cancelledWhy: null,
      residents: session.residents, staff: session.staff, vehicles: session.vehicles, room: session.room,
    }];
  });
}

/** A name for the nth session of a draft, in the shape of an id: drafts have sessions without one. */
function placeOf(planId: string, n: number): string {
  return `${planId.slice(0, 24)}${n.toString(16).padStart(12, '0')}`;
}

async function markOf(tx: Tx, weekStarts: Day, draft: PlanEntity | null, sessions: readonly Bare[]): Promise<SheetMarkType> {
  const { homeId, zone, name } = tx.actor;
  const published = draft ? null : await publishedPlan(tx, weekStarts);
  const times = published?.publishedAt ? await tx.em.countBy(PlanEntity, { homeId, weekStarts, status: Not('draft'), publishedAt: LessThanOrEqual(published.publishedAt) }) : 0;
  const mark: Marked = {
    weekStarts, status: draft ? 'draft' : published ? 'published' : 'nothing', version: draft?.version ?? Math.max(1, times),
    publishedAt: published?.publishedAt ?? null, publishedByName: published?.publishedByName ?? null, draftedByName: draft?.createdByName ?? null,
    changedAt: published?.publishedAt && published.updatedAt > published.publishedAt ? published.updatedAt : null,
  };
  const lines = sessions.map(({ activityId, startsAt, endsAt, room, residents, staff, vehicles, isCancelled }) => JSON.stringify([
    activityId, startsAt.toISOString(), endsAt.toISOString(), room, residents.toSorted(), staff.toSorted(), vehicles.map(({ vehicle, driver }) => `${vehicle} ${driver}`).toSorted(), isCancelled,
  ]));
  return { weekStarts, status: mark.status, words: sayMark(zone, mark), code: codeOf([mark.status, ...lines]), printedAt: tx.now, printedWords: `${sayBriefly(zone, tx.now)} by ${name}` };
}

/** The sessions that start on a day. */
export function onDay(zone: string, { sessions }: PrintedWeek, day: Day): PrintedSession[] {
  return sessions.filter(({ startsAt }) => dayIn(zone, startsAt) === day);
}

/** From when to when on the clock of the home. */
export function hoursOf(zone: string, { startsAt, endsAt }: Pick<PrintedSession, 'startsAt' | 'endsAt'>): { day: Day; from: string; to: string } {
  return { day: dayIn(zone, startsAt), from: clockIn(zone, startsAt), to: clockIn(zone, endsAt) };
}

export function daysOf(weekStarts: Day): Day[] {
  return Array.from({ length: DAYS_A_WEEK }, (_, n) => addDays(weekStarts, n));
}

/** Conditions for what lasts on `day`: begun, and not over. */
export const lastingOn = (day: Day) => [{ since: LessThanOrEqual(day), endedOn: IsNull() }, { since: LessThanOrEqual(day), endedOn: Not(LessThan(day)) }];
