/** A week as it is put on paper: what people have been told of, or a draft of it. A handful of flat statements, however many live there. */
import { createHash } from 'node:crypto';
import { type Marked, codeOf, sayBriefly, sayMark } from '@promenade/domain/prints/mark';
import { type Difference, changesSince } from '@promenade/domain/planning/since';
import { type PlannedSession, weekBounds } from '@promenade/domain/planning/week';
import { type Day, MINUTES_A_DAY, clockIn, dayIn, instantAt, mondayOf, wallMinute } from '@promenade/domain/shared/time';
import { Between, In } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { ActivityEntity } from '../library/library.entities.ts';
import { publishedPlan } from '../planning/drafts.service.ts';
import { BookingEntity, PlanEntity, PlanVersionEntity, SessionEntity } from '../planning/planning.entities.ts';
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
  /** How it differs from what people were first told; one that is off is among the sessions for its sake. */
  readonly change: Difference | null;
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

type Bare = Pick<PrintedSession, 'startsAt' | 'endsAt' | 'residents' | 'staff' | 'vehicles' | 'change'> & { id: string; activityId: string; room: string | null };
type Library = { readonly activities: ReadonlyMap<string, ActivityEntity>; readonly venues: ReadonlyMap<string, VenueEntity> };

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
  const versions = draft ? [] : await tx.em.find(PlanVersionEntity, { where: { homeId, weekStarts }, order: { number: 'ASC' } });
  const told = await toldSessions(tx, weekStarts, draft ? tx.now : weekBounds(tx.actor.zone, weekStarts).to);
  const bare = draft ? [...told, ...sessionsOf(tx, draft, { activities, venues }, draft.sessions)] : withChanges(tx, weekStarts, { activities, venues }, told, changesSince(versions));
  const sessions = bare.flatMap(({ activityId, room, ...rest }): PrintedSession[] => {
    const activity = activities.get(activityId);
    if (!activity) return [];
    const venue = venues.get(activity.venueId ?? '') ?? null;
    return [{ ...rest, activity, venue, place: rooms.get(room ?? '')?.name ?? venue?.name ?? null }];
  });
  return {
    weekStarts, mark: await markOf(tx, weekStarts, draft, versions.at(-1) ?? null, bare),
    sessions: sessions.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.activity.name.localeCompare(b.activity.name) || (a.id < b.id ? -1 : 1)),
  };
}

/** Sessions people have been told of that start in the week and before `until`. */
async function toldSessions(tx: Tx, weekStarts: Day, until: Date): Promise<Bare[]> {
  const { homeId, zone } = tx.actor;
  const { from, to } = weekBounds(zone, weekStarts);
  const last = new Date(Math.min(until.getTime(), to.getTime()) - 1);
  if (last < from) return [];
  const rows = await tx.em.find(SessionEntity, { where: { homeId, status: 'planned', startsAt: Between(from, last) } });
  const bookings = Map.groupBy(await tx.em.findBy(BookingEntity, { homeId, sessionId: In(rows.map(({ id }) => id)) }), ({ sessionId }) => sessionId);
  return rows.map(({ id, activityId, startsAt, endsAt }) => {
    const own = (bookings.get(id) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return {
      id, activityId, startsAt, endsAt, change: null,
      residents: own.flatMap(({ residentId }) => residentId ?? []),
      staff: own.flatMap(({ role, staffId }) => (role === 'staff' && staffId ? [staffId] : [])),
      vehicles: own.flatMap(({ vehicleId, driverId }) => (vehicleId && driverId ? [{ vehicle: vehicleId, driver: driverId }] : [])),
      room: own.find(({ roomId }) => roomId !== null)?.roomId ?? null,
    };
  });
}

/** What was told with what is different about it, and what is off now; nothing is called off that stands. */
function withChanges(tx: Tx, weekStarts: Day, library: Library, told: readonly Bare[], changes: readonly Difference[]): Bare[] {
  const minute = (at: Date) => wallMinute(tx.actor.zone, weekStarts, at);
  const isOf = (one: Bare, { activity, start, residents }: PlannedSession) =>
    one.activityId === activity && minute(one.startsAt) === start && (residents.length === 0 || residents.some((id) => one.residents.includes(id)));
  const marked = told.map((one) => ({ ...one, change: changes.find(({ to }) => to !== null && isOf(one, to)) ?? null }));
  const off = changes.filter((change): change is Difference & { to: null; from: PlannedSession } => change.to === null && !told.some((one) => isOf(one, change.from)));
  return [...marked, ...off.flatMap((change, n) => bareOf(tx, weekStarts, library, change.from, `${weekStarts} ${n}`).map((one) => ({ ...one, change })))];
}

/** Minutes each way. */
export function travelMinutes({ transport }: Pick<ActivityEntity, 'transport'>, venue: VenueEntity | null): number {
  if (transport === 'vehicle') return venue?.driveMinutes ?? 0;
  return transport === 'walk' ? (venue?.walkMinutes ?? 0) : 0;
}

/** What of a draft is still to come; what has begun is what people were told of. */
function sessionsOf(tx: Tx, plan: PlanEntity, library: Library, sessions: readonly PlannedSession[]): Bare[] {
  return sessions.flatMap((session, n) => bareOf(tx, plan.weekStarts, library, session, `${plan.id} ${n}`)).filter(({ startsAt }) => startsAt >= tx.now);
}

/** A line of a plan with its times as they will be; none when its activity is gone. */
function bareOf(tx: Tx, weekStarts: Day, { activities, venues }: Library, session: PlannedSession, key: string): Bare[] {
  const { zone } = tx.actor;
  const activity = activities.get(session.activity);
  if (!activity) return [];
  const length = activity.minutes + 2 * travelMinutes(activity, venues.get(activity.venueId ?? '') ?? null);
  return [{
    id: idFor(key), activityId: activity.id, startsAt: instantAt(zone, weekStarts, session.start), endsAt: instantAt(zone, weekStarts, session.start + length),
    residents: session.residents, staff: session.staff, vehicles: session.vehicles, room: session.room, change: null,
  }];
}

/** Lines of a plan have no id of their own: one in the shape of an id, the same each time. */
function idFor(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function markOf(tx: Tx, weekStarts: Day, draft: PlanEntity | null, last: PlanVersionEntity | null, sessions: readonly Bare[]): Promise<SheetMarkType> {
  const { zone, name } = tx.actor;
  const published = draft ? null : await publishedPlan(tx, weekStarts);
  const mark: Marked = {
    weekStarts, status: draft ? 'draft' : published ? 'published' : 'nothing', version: draft?.version ?? last?.number ?? 1,
    publishedAt: last?.at ?? published?.publishedAt ?? null, publishedByName: last ? last.byName : (published?.publishedByName ?? null), draftedByName: draft?.createdByName ?? null,
  };
  const lines = sessions.filter(({ change }) => change === null || change.to !== null).map(({ activityId, startsAt, endsAt, room, residents, staff, vehicles }) => JSON.stringify([
    activityId, startsAt.toISOString(), endsAt.toISOString(), room, residents.toSorted(), staff.toSorted(), vehicles.map(({ vehicle, driver }) => `${vehicle} ${driver}`).toSorted(),
  ]));
  return { weekStarts, status: mark.status, words: sayMark(zone, mark), code: codeOf([mark.status, ...lines]), printedAt: tx.now, printedWords: `${sayBriefly(zone, tx.now)} by ${name}` };
}

/** A minute of the week as its day and time: 'Mon 10:00'. */
export function sayMinute(start: number): string {
  const minute = start % MINUTES_A_DAY;
  return `${WEEKDAYS[Math.floor(start / MINUTES_A_DAY)] ?? ''} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** It was told of once and will not happen. */
export function isOff({ change }: Pick<PrintedSession, 'change'>): boolean {
  return change !== null && change.to === null;
}

/** The sessions that start on a day. */
export function onDay(zone: string, { sessions }: PrintedWeek, day: Day): PrintedSession[] {
  return sessions.filter(({ startsAt }) => dayIn(zone, startsAt) === day);
}

/** From when to when on the clock of the home. */
export function hoursOf(zone: string, { startsAt, endsAt }: Pick<PrintedSession, 'startsAt' | 'endsAt'>): { day: Day; from: string; to: string } {
  return { day: dayIn(zone, startsAt), from: clockIn(zone, startsAt), to: clockIn(zone, endsAt) };
}
