import { Injectable } from '@nestjs/common';
import { tidyWords } from '@promenade/domain/people/life-story';
import { END_WORDS, ROUTINE_WORDS, type RoutineActivity, mayEnd, mayKeepRoutine } from '@promenade/domain/people/routine';
import { type Repeats, goesByDate, isRepeats } from '@promenade/domain/people/routine-repeats';
import { addDays, dayIn, sayDay } from '@promenade/domain/shared/time';
import { Not } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import type { CreateRoutineInput, SetInterestInput } from '../people/people-inputs.graphql.ts';
import { InterestEntity, RoutineEntity } from '../people/people.entities.ts';
import { PeopleService } from '../people/people.service.ts';
import { daysDue, exceptionsIn } from '../people/recurrence.ts';
import { newId } from '../db/ids.ts';
import { VenueEntity } from '../venues/venues.entities.ts';
import { ActivityEntity } from './library.entities.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Where a person's life meets the library: routines and interests. */
@Injectable()
export class BelongingService {
  constructor(private readonly people: PeopleService) {}

  async createRoutine(tx: Tx, input: CreateRoutineInput): Promise<RoutineEntity | Refused> {
    await this.people.resident(tx, input.residentId);
    const fact = await this.people.factOf(tx, input.residentId, input.lifeFactId);
    const { homeId } = tx.actor;
    // Two people writing at once wait for each other here, so that no two protected routines meet unseen.
    await tx.em.query('SELECT 1 FROM resident WHERE home_id = $1 AND id = $2 FOR UPDATE', [homeId, input.residentId]);
    const since = input.since ?? dayIn(tx.actor.zone, tx.now);
    const { from, to, needs, repeats, until } = input;
    const draft = { from, to, needs, repeats, until, protected: input.protected, what: tidyWords(input.what), why: tidyWords(input.why), since, days: goesByDate(repeats as Repeats) ? EVERY_DAY : input.days };
    const round = { days: draft.days, repeats: repeats as Repeats, since, endedOn: until ? addDays(until, 1) : null };
    const others = await tx.em.findBy(RoutineEntity, { homeId, residentId: input.residentId, id: Not(input.id) });
    const decision = mayKeepRoutine(draft, await this.activityOf(tx, input.activityId), isRepeats(repeats) ? await this.onTheSameDays(tx, round, others) : []);
    if (!decision.allowed) return refused(ROUTINE_WORDS, decision.reasons);
    return this.people.once(tx, RoutineEntity, {
      homeId, id: input.id, residentId: input.residentId, what: draft.what, activityId: input.activityId ?? null, lifeFactId: fact?.id ?? null,
      ...round, days: [...new Set(draft.days)].toSorted(), fromTime: input.from, toTime: input.to, why: draft.why, whenMissed: tidyWords(input.whenMissed),
      help: tidyWords(input.help), needs: input.needs as RoutineEntity['needs'], protected: input.protected, weight: 1, recordedBy: tx.actor.accountId, recordedAt: tx.now,
    }, (before) => before.residentId === input.residentId && before.what === draft.what && before.fromTime === input.from);
  }

  /** Those of the others that come round on one of its days within a year of its beginning. */
  private async onTheSameDays(tx: Tx, round: Pick<RoutineEntity, 'days' | 'repeats' | 'since' | 'endedOn'>, others: readonly RoutineEntity[]): Promise<RoutineEntity[]> {
    const exceptions = await exceptionsIn(tx, tx.actor.homeId, others.map(({ id }) => id));
    const until = addDays(round.since, 365);
    const own = new Set(daysDue(round, [], round.since, until));
    return others.filter((other) => daysDue(other, exceptions.get(other.id) ?? [], round.since, until).some((day) => own.has(day)));
  }

  async endRoutine(tx: Tx, id: string, on: string): Promise<RoutineEntity | Refused> {
    const routine = await tx.em.findOne(RoutineEntity, { where: { homeId: tx.actor.homeId, id }, lock: { mode: 'pessimistic_write' } });
    if (!routine) throw new NotFound('This routine');
    const decision = mayEnd(routine, on, sayDay(routine.since));
    if (!decision.allowed) return refused(END_WORDS, decision.reasons);
    return tx.em.save(Object.assign(routine, { endedOn: on }));
  }

  /** One interest for each activity: setting it again changes it. */
  async setInterest(tx: Tx, input: SetInterestInput): Promise<InterestEntity> {
    await this.people.resident(tx, input.residentId);
    const fact = await this.people.factOf(tx, input.residentId, input.lifeFactId);
    if (!(await this.activityOf(tx, input.activityId))) throw new NotFound('This activity');
    if (!Number.isInteger(input.value) || input.value < 0 || input.value > 100) throw new Invalid('Say how much it matters, from 0 to 100.');
    if (input.because.trim() === '') throw new Invalid('Say why it is of interest to them.');
    const { homeId } = tx.actor;
    const key = { homeId, residentId: input.residentId, activityId: input.activityId };
    await tx.em.createQueryBuilder().insert().into(InterestEntity).values({ ...key, id: newId(), value: input.value, because: input.because.trim(), lifeFactId: fact?.id ?? null })
      .orUpdate(['value', 'because', 'life_fact_id'], ['home_id', 'resident_id', 'activity_id']).execute();
    return tx.em.findOneByOrFail(InterestEntity, key);
  }

  private async activityOf(tx: Tx, id: string | null | undefined): Promise<RoutineActivity | null> {
    if (!id) return null;
    const { homeId } = tx.actor;
    const activity = await tx.em.findOneBy(ActivityEntity, { homeId, id });
    if (!activity) throw new NotFound('This activity');
    const venue = activity.venueId && activity.transport ? await tx.em.findOneBy(VenueEntity, { homeId, id: activity.venueId }) : null;
    const travelMinutes = (activity.transport === 'walk' ? venue?.walkMinutes : venue?.driveMinutes) ?? 0;
    return { name: activity.name, minutes: activity.minutes, travelMinutes, retired: activity.retiredOn !== null };
  }
}
