/** Publishes a week: people are told of it, and the database itself takes everyone and everything only once. */
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type PublishCode, PUBLISH_WORDS, compareSessions, lateSessions, mayPublish } from '@promenade/domain/planning/publish';
import { differences } from '@promenade/domain/planning/since';
import { isSearching } from '@promenade/domain/planning/search';
import { type TellingWhy, NO_WHY } from '@promenade/domain/planning/tellings';
import type { PlannedSession } from '@promenade/domain/planning/week';
import { type Day, instantAt, sayDay, sayWhen } from '@promenade/domain/shared/time';
import { lengthOf } from '@promenade/planner/problem';
import { Db, type Tx, brokenConstraint, insertAll, sqlState } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import type { Actor } from '../access/actor.ts';
import { PromiseEntity } from '../promises/promises.entities.ts';
import { PromisesService } from '../promises/promises.service.ts';
import { DraftsService, findingsOf, publishedPlan } from './drafts.service.ts';
import { writeTellings } from './telling.ts';
import { BookingEntity, PlanEntity, SessionEntity } from './planning.entities.ts';
import { SinceService } from './since.service.ts';
import { type StatedWeek, stateWeek } from './week-records.ts';

const EXCLUSION = '23P01';
const UNIQUE = '23505';

/** A session with the row that people were told of. */
type Placed = { readonly id: string; readonly session: PlannedSession };

@Injectable()
export class PublishingService {
  constructor(
    private readonly db: Db,
    private readonly drafts: DraftsService,
    private readonly promises: PromisesService,
    private readonly since: SinceService,
  ) {}

  /** Publishes, or says in words why not. Two who publish at once: one does, the other is told who did and when. */
  async publish(actor: Actor, id: string, version: number): Promise<PlanEntity | Refused> {
    return this.orTaken(actor, id, () => this.db.write(actor, (tx) => this.publishIn(tx, id, version)));
  }

  /** Work that books people and things; a clash the database found becomes a refusal with names. */
  async orTaken<Result>(actor: Actor, planId: string | null, work: () => Promise<Result>): Promise<Result | Refused> {
    try {
      return await work();
    } catch (error) {
      const state = sqlState(error);
      if (state !== EXCLUSION && state !== UNIQUE) throw error;
      const constraint = brokenConstraint(error) ?? '';
      return this.db.read(actor, async (tx) => {
        const plan = planId ? await tx.em.findOneBy(PlanEntity, { homeId: actor.homeId, id: planId }) : null;
        const meanwhile = plan ? await this.meanwhile(tx, plan) : null;
        return refused(PUBLISH_WORDS, [meanwhile ? { code: 'PUBLISHED_MEANWHILE', about: meanwhile } : { code: 'TAKEN_MEANWHILE', about: TAKEN[constraint] ?? 'Somebody booked the same people or things a moment ago.' }]);
      });
    }
  }

  /** Publishes within a unit of work. `why` is what people are told of a change to a week they know. */
  async publishIn(tx: Tx, id: string, version: number, why: TellingWhy = NO_WHY): Promise<PlanEntity | Refused> {
    const { zone } = tx.actor;
    await waitForWeek(tx, (await this.drafts.byId(tx, id)).weekStarts);
    const plan = await this.drafts.locked(tx, id, null);
    const { weekStarts } = plan;
    const week = await stateWeek(tx, tx.actor, weekStarts);
    const { late, ahead } = lateSessions(plan.sessions, { zone, weekStarts, now: tx.now }, week.begun);
    const decision = mayPublish({
      zone, weekStarts, now: tx.now, status: plan.status, isSolving: isSearching(plan.search, tx.now), weekInWords: sayDay(weekStarts),
      publishedMeanwhile: await this.meanwhile(tx, plan),
      late: late.map(({ activity, start }) => `${week.names.call('activity', activity)} on ${week.names.when(start)}`),
      findings: findingsOf(week, ahead),
    });
    if (!decision.allowed) return refused<PublishCode>(PUBLISH_WORDS, decision.reasons);
    await this.drafts.locked(tx, id, version);
    if (plan.basedOn) await tx.em.update(PlanEntity, { homeId: plan.homeId, id: plan.basedOn }, { status: 'superseded', updatedAt: tx.now });
    const published = await this.drafts.save(tx, plan, {
      status: 'published', sessions: ahead, pinned: [], basedOn: plan.basedOn,
      publishedBy: tx.actor.accountId, publishedByName: tx.actor.name, publishedAt: tx.now,
    });
    await this.tell(tx, published.id, weekStarts, week, ahead, { plan: `Taken out of the plan by ${tx.actor.name}`, telling: plan.basedOn ? why : null });
    return published;
  }

  /**
   * Makes the sessions ahead exactly `wanted`: bookings, changes and cancellations, what they mean for promises, what each
   * person is told (`telling` null: they hear of this week for the first time), and a version to look back on.
   */
  async tell(tx: Tx, planId: string, weekStarts: Day, week: StatedWeek, wanted: readonly PlannedSession[], { plan: why, telling }: { plan: string; telling: TellingWhy | null }): Promise<Placed[]> {
    const { homeId, zone } = tx.actor;
    const changes = compareSessions(week.told, wanted);
    const recorded = await this.recordedAmong(tx, week.told.map(({ id }) => id));
    const cancelled = changes.flatMap((change) => (change.kind === 'cancelled' && !recorded.has(change.told.id) ? [change.told.id] : []));
    const changed = changes.flatMap((change) => (change.kind === 'changes' ? [{ id: change.told.id, session: change.session }] : []));
    const added = changes.flatMap((change) => (change.kind === 'new' ? [{ id: newId(), session: change.session }] : []));
    const staying = changes.flatMap((change) => (change.kind === 'stays' ? [{ id: change.told.id, session: change.session }] : []));
    const firstIds = await this.firstIds(tx, week, wanted);
    await this.release(tx, [...cancelled, ...changed.map(({ id }) => id)]);
    await tx.em.update(SessionEntity, { homeId, id: In(cancelled) }, { status: 'cancelled', cancelledWhy: why });
    await tx.em.update(SessionEntity, { homeId, id: In([...changed, ...staying].map(({ id }) => id)) }, { planId });
    const timed = [...added, ...changed].map((one) => ({ ...one, ...instants(zone, weekStarts, week, one.session) }));
    await insertAll(tx, SessionEntity, timed.filter(({ id }) => added.some((one) => one.id === id)).map(({ id, session, startsAt, endsAt }) => (
      { homeId, id, planId, activityId: session.activity, startsAt, endsAt, status: 'planned', cancelledWhy: null, firstId: firstIds.get(session) ?? null })));
    await insertAll(tx, BookingEntity, timed.flatMap((one) => bookingsOf(homeId, one)));
    const placed = [...staying, ...changed, ...added];
    await this.settlePromises(tx, weekStarts, week, placed, why);
    if (telling) await writeTellings(tx, planId, weekStarts, week, wanted, telling);
    await this.since.record(tx, planId, weekStarts, week.begun, placed.map(({ session }) => session));
    return placed;
  }

  /** For each session that was moved to another time: what it was when people first heard of it. */
  private async firstIds(tx: Tx, { told }: StatedWeek, wanted: readonly PlannedSession[]): Promise<ReadonlyMap<PlannedSession, string>> {
    const moved = differences(told, wanted).flatMap(({ kind, from, to }) => (kind === 'moved' ? [{ from: told.find((one) => one === from)?.id ?? '', to }] : []));
    if (moved.length === 0) return new Map();
    const rows = await tx.em.find(SessionEntity, { where: { homeId: tx.actor.homeId, id: In(moved.map(({ from }) => from)) }, select: { id: true, firstId: true } });
    const first = new Map(rows.map(({ id, firstId }) => [id, firstId ?? id]));
    return new Map(moved.flatMap(({ from, to }): [PlannedSession, string][] => (first.has(from) ? [[to, first.get(from) ?? from]] : [])));
  }

  /** Sessions of which something has been recorded already: they stay, whatever the plan says. */
  private async recordedAmong(tx: Tx, sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.em.query<{ id: string }[]>('SELECT DISTINCT session_id AS id FROM attendance WHERE home_id = $1 AND session_id = ANY($2::uuid[])', [tx.actor.homeId, sessionIds]);
    return new Set(rows.map(({ id }) => id));
  }

  private async release(tx: Tx, sessionIds: readonly string[]): Promise<void> {
    if (sessionIds.length > 0) await tx.em.delete(BookingEntity, { homeId: tx.actor.homeId, sessionId: In([...sessionIds]) });
  }

  /** A promise is planned for a session of its own; one whose session is gone is owed without one again. */
  private async settlePromises(tx: Tx, weekStarts: Day, week: StatedWeek, placed: readonly Placed[], why: string): Promise<void> {
    const { homeId, zone } = tx.actor;
    const rows = await tx.em.find(PromiseEntity, { where: { homeId, id: In(week.problem.promises.map(({ id }) => id)) }, select: { id: true, sessionId: true } });
    const held = new Map(rows.map(({ id, sessionId }) => [id, sessionId]));
    const taken = new Set<string>();
    const lengths = new Map(week.problem.activities.map((activity) => [activity.id, lengthOf(activity)]));
    const keeps = (promise: (typeof week.problem.promises)[number], { session }: Placed) =>
      promise.activities.includes(session.activity) && session.residents.includes(promise.resident) && session.start >= promise.from && session.start + (lengths.get(session.activity) ?? 0) <= promise.to;
    const key = (resident: string, id: string) => `${resident} ${id}`;
    for (const promise of week.problem.promises) {
      const at = placed.find(({ id }) => id === held.get(promise.id));
      if (at && keeps(promise, at)) taken.add(key(promise.resident, at.id));
    }
    for (const promise of week.problem.promises) {
      const before = held.get(promise.id) ?? null;
      if (before && taken.has(key(promise.resident, before)) && placed.some((one) => one.id === before && keeps(promise, one))) continue;
      const next = placed.toSorted((a, b) => a.session.start - b.session.start).find((one) => keeps(promise, one) && !taken.has(key(promise.resident, one.id)));
      if (before) await this.promises.unschedule(tx, promise.id, before, why);
      if (!next) continue;
      taken.add(key(promise.resident, next.id));
      await this.promises.schedule(tx, promise.id, next.id, sayWhen(zone, instantAt(zone, weekStarts, next.session.start)));
    }
  }

  /** Who published this week and when, if that is not the plan the draft was begun from. */
  private async meanwhile(tx: Tx, plan: PlanEntity): Promise<string | null> {
    const published = await publishedPlan(tx, plan.weekStarts);
    if (!published || published.id === plan.basedOn) return null;
    const when = published.publishedAt ? `on ${sayWhen(tx.actor.zone, published.publishedAt)}` : 'a moment ago';
    return `${published.publishedByName ?? 'A colleague'} published ${published.id === plan.id ? 'this plan' : 'another plan of this week'} ${when}`;
  }
}

const TAKEN: Readonly<Record<string, string>> = {
  ex_booking_resident: 'Somebody who lives here was booked for something else at the same time, a moment ago.',
  ex_booking_staff: 'A member of staff was booked for something else at the same time, a moment ago.',
  ex_booking_vehicle: 'A vehicle was booked for something else at the same time, a moment ago.',
  ex_booking_room: 'A room was booked for something else at the same time, a moment ago.',
};

/** One at a time for each week of a home: whoever comes second sees what the first did. */
export async function waitForWeek(tx: Tx, weekStarts: Day): Promise<void> {
  await tx.em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`plan ${tx.actor.homeId} ${weekStarts}`]);
}

function instants(zone: string, weekStarts: Day, { problem }: StatedWeek, session: PlannedSession): { startsAt: Date; endsAt: Date } {
  const activity = problem.activities.find(({ id }) => id === session.activity);
  return { startsAt: instantAt(zone, weekStarts, session.start), endsAt: instantAt(zone, weekStarts, session.start + (activity ? lengthOf(activity) : 0)) };
}

function bookingsOf(homeId: string, { id: sessionId, session, startsAt, endsAt }: Placed & { startsAt: Date; endsAt: Date }): BookingEntity[] {
  const one = (role: BookingEntity['role'], whom: Partial<BookingEntity>): BookingEntity => (
    { homeId, id: newId(), sessionId, startsAt, endsAt, role, residentId: null, staffId: null, vehicleId: null, roomId: null, driverId: null, ...whom });
  return [
    ...session.residents.map((residentId) => one('resident', { residentId })),
    ...session.staff.map((staffId) => one('staff', { staffId })),
    ...session.vehicles.map(({ driver }) => one('driver', { staffId: driver })),
    ...session.vehicles.map(({ vehicle, driver }) => one('vehicle', { vehicleId: vehicle, driverId: driver })),
    ...(session.room ? [one('room', { roomId: session.room })] : []),
  ];
}
