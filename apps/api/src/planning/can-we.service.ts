/** Can we? Before anything is promised: when, with whom and how it could be kept; and then the promise with its place held. */
import { Injectable } from '@nestjs/common';
import { sayWhoIsKnown } from '@promenade/domain/people/introductions';
import { In } from 'typeorm';
import { type HoldCode, HOLD_WORDS, fewPlaces, holdPlace, promiseOf, withWish } from '@promenade/domain/planning/hold';
import { isSame, lateSessions, newFindings } from '@promenade/domain/planning/publish';
import { NO_WHY } from '@promenade/domain/planning/tellings';
import { type PlannedSession, WEEK_MINUTES, asPlanned } from '@promenade/domain/planning/week';
import type { Feasible, Level } from '@promenade/domain/promises/promise';
import { type Day, MINUTES_A_DAY, addDays, dayIn, daysBetween, instantAt, mondayOf, sayWhen, weekdayOf } from '@promenade/domain/shared/time';
import { type Answer, type Placement, type Way, canWe, sayPlacement } from '@promenade/planner/can-we';
import { type Session, lengthOf } from '@promenade/planner/problem';
import type { Actor } from '../access/actor.ts';
import { Db, type Tx } from '../db/db.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { Refused, refused } from '../graphql/refused.graphql.ts';
import { ActivityEntity } from '../library/library.entities.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { PromiseEntity } from '../promises/promises.entities.ts';
import { staffNames, togetherOf } from '../people/introductions.reads.ts';
import { PromisesService } from '../promises/promises.service.ts';
import { DraftsService, findingsOf, publishedPlan } from './drafts.service.ts';
import { reasonsFor } from './placement-words.ts';
import { PlanEntity } from './planning.entities.ts';
import { PublishingService, waitForWeek } from './publishing.service.ts';
import { type StatedWeek, stateWeek } from './week-records.ts';

/** The plan of a week as it stands: what people were told, else the newest draft, else nothing yet. */
type Standing = { readonly week: StatedWeek; readonly sessions: readonly PlannedSession[]; readonly published: PlanEntity | null; readonly draft: PlanEntity | null };

export type Place = {
  readonly weekStarts: Day;
  readonly day: Day;
  readonly when: string;
  readonly words: string;
  readonly reasons: readonly string[];
  readonly session: Session;
  readonly joins: boolean;
  readonly isBooked: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

export type Found = { readonly possible: boolean; readonly residentName: string; readonly activityName: string; readonly places: readonly Place[]; readonly ways: readonly string[]; readonly already: readonly Already[] };

/** A session of it that they are down for already, and whether it keeps a promise. */
export type Already = { readonly weekStarts: Day; readonly day: Day; readonly words: string; readonly session: PlannedSession; readonly isBooked: boolean; readonly promised: string | null };

export type Promising = {
  residentId: string; activityId: string; words: string; level: string; dueOn: Day; madeTo: string; wishId: string | null;
  weekStarts: Day; session: PlannedSession;
};

const MOST_WEEKS = 5;
const MOST_PLACES = 3;
/** More than any week has: the few that are offered are chosen from all of them. */
const ALL_PLACES = 1000;

@Injectable()
export class CanWeService {
  constructor(
    private readonly db: Db,
    private readonly drafts: DraftsService,
    private readonly publishing: PublishingService,
    private readonly promises: PromisesService,
  ) {}

  /** Up to three places between two days, the earliest weeks first; or what is missing, the easiest first. */
  async ask(tx: Tx, residentId: string, activityId: string, fromDay: Day, toDay: Day): Promise<Found> {
    const { resident, activity } = await this.whoAndWhat(tx, residentId, activityId);
    const today = dayIn(tx.actor.zone, tx.now);
    const from = fromDay < today ? today : fromDay;
    if (toDay < from) throw new Invalid('The last day is before the first, or has passed. Choose days that are still to come.');
    const first = mondayOf(from);
    const weeks = Math.floor(daysBetween(first, toDay) / 7) + 1;
    if (weeks > MOST_WEEKS) throw new Invalid(`That is more than ${MOST_WEEKS} weeks. Ask about fewer days at once.`);
    const places: Place[] = [];
    const ways: { way: Way; week: StatedWeek }[] = [];
    const already: Already[] = [];
    const owed = await this.owed(tx, residentId, activityId);
    for (let n = 0; n < weeks && places.length < MOST_PLACES; n += 1) {
      const weekStarts = addDays(first, 7 * n);
      const { week, sessions, published } = await this.standing(tx, weekStarts);
      const span = [Math.max(0, daysBetween(weekStarts, from) * MINUTES_A_DAY), Math.min(WEEK_MINUTES, (daysBetween(weekStarts, toDay) + 1) * MINUTES_A_DAY)] as const;
      already.push(...sessions
        .filter(({ activity: id, residents, start }) => id === activityId && residents.includes(residentId) && span[0] <= start && start < span[1])
        .map((session): Already => ({
          weekStarts, session, isBooked: published !== null,
          day: addDays(weekStarts, Math.floor(session.start / MINUTES_A_DAY)),
          words: `${resident.preferredName} ${published ? 'is down for' : 'is in the draft for'} ${activity.name} on ${sayWhen(tx.actor.zone, instantAt(tx.actor.zone, weekStarts, session.start))}.`,
          promised: sayPromise(promiseOf(owed, toldId(week, session))),
        })));
      const answer = askWeek(week, sessions, residentId, activityId, span);
      if (answer.possible) places.push(...fewPlaces(answer.placements, MOST_PLACES - places.length).map((placement) => placeOf(tx.actor.zone, weekStarts, week, placement, residentId, published !== null)));
      else ways.push(...answer.ways.map((way) => ({ way, week })));
    }
    const easiest = ways.toSorted((a, b) => a.way.effort - b.way.effort).slice(0, MOST_PLACES);
    return {
      possible: places.length > 0,
      residentName: resident.preferredName,
      activityName: activity.name,
      places: await this.withKnown(tx, places, resident),
      ways: places.length > 0 ? [] : [...new Set(easiest.map(({ way, week }) => way.say(week.names)))],
      already,
    };
  }

  /** Each place with who of its staff the person knows, and who is to be introduced. */
  private async withKnown(tx: Tx, places: readonly Place[], { id, preferredName }: { id: string; preferredName: string }): Promise<Place[]> {
    if (places.length === 0) return [];
    const staff = await staffNames(tx, dayIn(tx.actor.zone, tx.now));
    const times = new Map((await togetherOf(tx, [id])).map((each) => [each.staffId, each.times]));
    return places.map((place) => {
      const crew = new Set([...place.session.staff, ...place.session.vehicles.map(({ driver }) => driver)]);
      const known = sayWhoIsKnown(preferredName, staff.filter((each) => crew.has(each.id)).map((each) => ({ ...each, together: times.get(each.id) ?? 0 })));
      return { ...place, reasons: [...place.reasons, ...known] };
    });
  }

  /** Makes the promise in the asker's name and holds its place, both or neither. */
  async promise(actor: Actor, promising: Promising): Promise<{ promiseId: string; words: string; when: string; isBooked: boolean; planId: string } | Refused> {
    if (weekdayOf(promising.weekStarts) !== 1) throw new Invalid('A week is named by its Monday. Ask again, and choose one of the places offered.');
    const made = await this.publishing.orTaken(actor, null, () => this.db.write(actor, (tx) => this.promiseIn(tx, promising)).catch((error: unknown) => {
      if (error instanceof NotMade) return error.refused;
      throw error;
    }));
    return made;
  }

  private async promiseIn(tx: Tx, promising: Promising) {
    const { residentId, activityId, weekStarts, session } = promising;
    const { zone } = tx.actor;
    await this.whoAndWhat(tx, residentId, activityId);
    await waitForWeek(tx, weekStarts);
    const { week: recorded, sessions, published, draft } = await this.standing(tx, weekStarts);
    const there = sessions.find((one) => isSame(one, session) && one.residents.includes(residentId));
    if (there) return this.promiseThere(tx, promising, there, recorded, published, draft);
    const week = { ...recorded, problem: withWish(recorded.problem, residentId, activityId) };
    const held = holdPlace(sessions, session, residentId, activityId);
    if (!held) throw new NotMade(refused<HoldCode>(HOLD_WORDS, [{ code: 'PLACE_GONE' }]));
    const broken = newFindings(findingsOf(week, sessions), findingsOf(week, held.sessions));
    if (broken.length > 0) throw new NotMade(refused<HoldCode>(HOLD_WORDS, broken.map((about) => ({ code: 'PLACE_TAKEN', about }))));
    const when = sayWhen(zone, instantAt(zone, weekStarts, session.start));
    const made = await this.make(tx, promising, week, session);
    if (!published) return { promiseId: made.id, words: made.words, when, isBooked: false, planId: await this.holdInDraft(tx, weekStarts, draft, session, held.sessions) };
    // The promise is among those this week could keep only now that it is made.
    const fresh = await stateWeek(tx, tx.actor, weekStarts);
    const placed = await this.publishing.tell(tx, published.id, weekStarts, { ...fresh, problem: withWish(fresh.problem, residentId, activityId) }, held.sessions, { plan: `Changed by ${tx.actor.name}`, telling: NO_WHY });
    const own = placed.find((one) => one.session.activity === activityId && one.session.start === session.start && one.session.residents.includes(residentId));
    if (own) await this.promises.schedule(tx, made.id, own.id, when);
    await this.drafts.save(tx, published, { sessions: held.sessions });
    await this.holdInOpenDrafts(tx, weekStarts, session, residentId, activityId);
    return { promiseId: made.id, words: made.words, when, isBooked: true, planId: published.id };
  }

  /** Promises a session that is planned already: it stays as it is, and from now on keeps the promise. */
  private async promiseThere(tx: Tx, promising: Promising, session: PlannedSession, week: StatedWeek, published: PlanEntity | null, draft: PlanEntity | null) {
    const { residentId, activityId, weekStarts } = promising;
    const id = toldId(week, session);
    const promised = sayPromise(promiseOf(await this.owed(tx, residentId, activityId), id));
    if (promised !== null) throw new NotMade(refused<HoldCode>(HOLD_WORDS, [{ code: 'PROMISED_ALREADY', about: promised }]));
    const when = sayWhen(tx.actor.zone, instantAt(tx.actor.zone, weekStarts, session.start));
    const made = await this.make(tx, promising, week, session);
    if (id !== null) await this.promises.schedule(tx, made.id, id, when);
    const plan = published ?? draft;
    if (plan?.status === 'draft') await this.pin(tx, plan.id, session);
    return { promiseId: made.id, words: made.words, when, isBooked: published !== null, planId: plan?.id ?? '' };
  }

  private async pin(tx: Tx, planId: string, session: PlannedSession): Promise<void> {
    const plan = await this.drafts.locked(tx, planId, null);
    const at = plan.sessions.findIndex((one) => isSame(one, session));
    if (at >= 0 && !plan.pinned.includes(at)) await this.drafts.save(tx, plan, { pinned: [...plan.pinned, at].toSorted((a, b) => a - b), ...stopped(plan, tx.now) });
  }

  /** In the asker's name, with how it was found that it can be kept. */
  private async make(tx: Tx, { residentId, activityId, words, level, dueOn, madeTo, wishId, weekStarts }: Promising, week: StatedWeek, session: PlannedSession): Promise<PromiseEntity> {
    const placement = { session, joins: null, plan: { instance: week.problem.id, sessions: [session] }, cost: { score: 0, pence: 0, staffMinutes: 0, staff: [] } };
    const made = await this.promises.make(tx, { residentId, activityId, words, level: level as Level, dueOn, madeTo, lifeFactId: null, wishId, found: sayPlacement(placement, week.names), feasible: feasibleOf(week, session, weekStarts, tx.actor) });
    if (made instanceof Refused) throw new NotMade(made);
    return made;
  }

  private async owed(tx: Tx, residentId: string, activityId: string): Promise<PromiseEntity[]> {
    return tx.em.find(PromiseEntity, { where: { homeId: tx.actor.homeId, residentId, activityId, owed: true }, order: { dueOn: 'ASC', id: 'ASC' } });
  }

  private async holdInDraft(tx: Tx, weekStarts: Day, draft: PlanEntity | null, session: PlannedSession, sessions: readonly PlannedSession[]): Promise<string> {
    if (!draft) return (await this.drafts.begin(tx, weekStarts, sessions, [sessions.indexOf(session)], null)).id;
    const plan = await this.drafts.locked(tx, draft.id, null);
    const pinned = sessions.flatMap((one, i) => (one === session || plan.pinned.some((at) => plan.sessions[at] === one || sameSession(plan.sessions[at], one)) ? [i] : []));
    await this.drafts.save(tx, plan, { sessions: [...sessions], pinned, score: null, parts: null, ...stopped(plan, tx.now) });
    return plan.id;
  }

  /** Somebody may be planning the same week anew: their draft holds the place as well. */
  private async holdInOpenDrafts(tx: Tx, weekStarts: Day, session: PlannedSession, residentId: string, activityId: string): Promise<void> {
    const { homeId } = tx.actor;
    const drafts = await tx.em.find(PlanEntity, { where: { homeId, weekStarts, status: In(['draft']) } });
    for (const { id } of drafts) {
      const plan = await this.drafts.locked(tx, id, null);
      const held = holdPlace(plan.sessions, session, residentId, activityId) ?? { sessions: [...plan.sessions, session] };
      const pinned = held.sessions.flatMap((one, i) => (one === session || plan.pinned.some((at) => sameSession(plan.sessions[at], one)) ? [i] : []));
      await this.drafts.save(tx, plan, { sessions: held.sessions, pinned, score: null, parts: null, ...stopped(plan, tx.now) });
    }
  }

  private async standing(tx: Tx, weekStarts: Day): Promise<Standing> {
    const { homeId, zone } = tx.actor;
    const week = await stateWeek(tx, tx.actor, weekStarts);
    const published = await publishedPlan(tx, weekStarts);
    if (published) return { week, published, draft: null, sessions: week.told.map(asPlanned) };
    const draft = await tx.em.findOne(PlanEntity, { where: { homeId, weekStarts, status: 'draft' }, order: { createdAt: 'DESC' } });
    const ahead = draft ? lateSessions(draft.sessions, { zone, weekStarts, now: tx.now }, week.begun).ahead : [];
    return { week, published, draft, sessions: ahead };
  }

  private async whoAndWhat(tx: Tx, residentId: string, activityId: string) {
    const { homeId } = tx.actor;
    const resident = await tx.em.findOneBy(ResidentEntity, { homeId, id: residentId });
    if (!resident) throw new NotFound('This resident');
    const activity = await tx.em.findOneBy(ActivityEntity, { homeId, id: activityId });
    if (!activity) throw new NotFound('This activity');
    return { resident, activity };
  }
}

/** What was found, part by part: it stays with the promise. */
function feasibleOf({ names }: StatedWeek, { staff, vehicles, start }: PlannedSession, weekStarts: Day, { zone, name }: Actor): Feasible {
  const crew = [...new Set([...staff, ...vehicles.map(({ driver }) => driver)])];
  return {
    when: sayWhen(zone, instantAt(zone, weekStarts, start)), whoGoes: crew.map((id) => names.call('staff', id)),
    vehicle: vehicles.length === 0 ? null : vehicles.map(({ vehicle }) => names.call('vehicle', vehicle)).join(', '), check: 'can we', checkedBy: name,
  };
}

/** The row that people were told of, if they were. */
function toldId({ told }: StatedWeek, session: PlannedSession): string | null {
  return told.find((one) => isSame(one, session))?.id ?? null;
}

function sayPromise(promise: PromiseEntity | null): string | null {
  return promise && `“${promise.words}”, by ${promise.madeBy}`;
}

/** Carries a refusal out of a unit of work, so that nothing of it stays. */
class NotMade extends Error {
  constructor(readonly refused: Refused) {
    super('not made');
  }
}

function askWeek(week: StatedWeek, sessions: readonly PlannedSession[], resident: string, activity: string, [from, to]: readonly [number, number]): Answer {
  const problem = withWish(week.problem, resident, activity);
  return canWe(problem, { instance: problem.id, sessions }, { resident, activities: [activity], from, to }, { places: ALL_PLACES, ways: MOST_PLACES });
}

function placeOf(zone: string, weekStarts: Day, week: StatedWeek, placement: Placement, residentId: string, isPublished: boolean): Place {
  const { session, joins } = placement;
  const activity = week.problem.activities.find(({ id }) => id === session.activity);
  const startsAt = instantAt(zone, weekStarts, session.start);
  return {
    weekStarts, session, startsAt,
    day: addDays(weekStarts, Math.floor(session.start / MINUTES_A_DAY)),
    endsAt: instantAt(zone, weekStarts, session.start + (activity ? lengthOf(activity) : 0)),
    when: sayWhen(zone, startsAt),
    words: sayPlacement(placement, week.names),
    reasons: reasonsFor(week, placement, residentId),
    joins: joins !== null,
    isBooked: isPublished,
  };
}

function sameSession(a: PlannedSession | undefined, b: PlannedSession): boolean {
  return a !== undefined && a.activity === b.activity && a.start === b.start && a.room === b.room;
}

/** A search under way would write over the place: it ends with what it has. */
function stopped({ search }: PlanEntity, now: Date): Partial<PlanEntity> {
  return search && (search.state === 'running' || search.state === 'waiting') ? { search: { ...search, state: 'stopped', seenAt: now.toISOString() } } : {};
}
