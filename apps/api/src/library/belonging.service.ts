import { Injectable } from '@nestjs/common';
import { END_WORDS, ROUTINE_WORDS, type RoutineActivity, mayEnd, mayKeepRoutine } from '@promenade/domain/people/routine';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { IsNull } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import type { CreateRoutineInput, SetInterestInput } from '../people/people-inputs.graphql.ts';
import { InterestEntity, RoutineEntity } from '../people/people.entities.ts';
import { PeopleService } from '../people/people.service.ts';
import { newId } from '../db/ids.ts';
import { VenueEntity } from '../venues/venues.entities.ts';
import { ActivityEntity } from './library.entities.ts';

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
    const others = await tx.em.findBy(RoutineEntity, { homeId, residentId: input.residentId, endedOn: IsNull() });
    const decision = mayKeepRoutine(input, await this.activityOf(tx, input.activityId), others.filter(({ id }) => id !== input.id));
    if (!decision.allowed) return refused(ROUTINE_WORDS, decision.reasons);
    return this.people.once(tx, RoutineEntity, {
      homeId, id: input.id, residentId: input.residentId, what: input.what.trim(), activityId: input.activityId ?? null, lifeFactId: fact?.id ?? null,
      days: [...new Set(input.days)].toSorted(), fromTime: input.from, toTime: input.to, why: input.why.trim(), whenMissed: input.whenMissed.trim(),
      help: input.help.trim(), needs: input.needs as RoutineEntity['needs'], protected: input.protected, weight: 1, since: dayIn(tx.actor.zone, tx.now),
      endedOn: null, recordedBy: tx.actor.accountId, recordedAt: tx.now,
    }, (before) => before.residentId === input.residentId && before.what === input.what.trim() && before.fromTime === input.from);
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
