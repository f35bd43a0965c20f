/** A review in one sitting: every open outcome, what changes, and the next day; all of it is written down, or nothing. */
import { Injectable } from '@nestjs/common';
import { SITTING_WORDS, mayHold } from '@promenade/domain/episodes/sitting';
import { dayIn } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import { IsNull } from 'typeorm';
import { PutBack } from '../day/said.service.ts';
import { type Tx, insertAll } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { NotFound } from '../graphql/errors.ts';
import { Refused, refused } from '../graphql/refused.graphql.ts';
import { OutcomesService } from '../people/outcomes.service.ts';
import { OutcomeEntity } from '../people/people.entities.ts';
import { PeopleService } from '../people/people.service.ts';
import { ReviewActionDoneEntity, ReviewActionEntity, ReviewAnswerEntity, ReviewEntity } from './episodes.entities.ts';
import type { StayType } from './episodes.graphql.ts';
import { openEpisodes, reviewsDue } from './episodes.reads.ts';
import type { HoldReviewInput } from './reviews.graphql.ts';
import { stayOf } from './stay.reads.ts';

@Injectable()
export class SittingService {
  constructor(
    private readonly people: PeopleService,
    private readonly outcomes: OutcomesService,
  ) {}

  /** Whatever was due is answered by it. A refusal that comes once something was written is thrown as `PutBack`. */
  async hold(tx: Tx, input: HoldReviewInput): Promise<StayType | Refused> {
    const { homeId, zone, accountId, name } = tx.actor;
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('episode ' || $1, 0))`, [input.residentId]);
    const resident = await this.people.resident(tx, input.residentId);
    if (await tx.em.existsBy(ReviewEntity, { homeId, id: input.id, residentId: resident.id })) return stayOf(tx, resident.id);
    const today = dayIn(zone, tx.now);
    const open = await tx.em.findBy(OutcomeEntity, { homeId, residentId: resident.id, endedOn: IsNull() });
    const episode = (await openEpisodes(tx, [resident.id])).get(resident.id) ?? null;
    const results = input.results.map(({ outcomeId, result, say, nextOn, newWords }) => ({ outcomeId, result, say, nextOn: nextOn ?? null, newWords: newWords ?? '' }));
    const heldOn = input.heldOn ?? today;
    const decision = mayHold({ present: input.present, say: input.say, homeSay: input.homeSay ?? null, actions: input.actions, heldOn, nextOn: input.nextOn ?? null, results }, open, episode, today);
    if (!decision.allowed) return refused(SITTING_WORDS, decision.reasons);
    // What was due before anything is written: the sitting answers it.
    const [due] = await reviewsDue(tx, [resident.id]);
    const own = { homeId, residentId: resident.id, recordedBy: accountId, recordedByName: name, recordedAt: tx.now };
    await tx.em.insert(ReviewEntity, {
      ...own, id: input.id, episodeId: episode?.id ?? null, heldOn, present: input.present.trim(), say: input.say.trim(), enjoyed: wordsOrNull(input.enjoyed), supportSay: wordsOrNull(input.supportSay), homeSay: wordsOrNull(input.homeSay),
      nextOn: input.nextOn ?? null, hopedEndOn: input.hopedEndOn ?? null,
    });
    await insertAll(tx, ReviewAnswerEntity, (due?.reasons ?? []).map(({ kind, key, words }) => ({ ...own, id: newId(), reviewId: input.id, kind, key, words })));
    await insertAll(tx, ReviewActionEntity, input.actions.map(({ what, who, byDate }) => ({ ...own, id: newId(), reviewId: input.id, what: what.trim(), who: who.trim(), byDate })));
    for (const each of input.results) {
      const answer = await this.outcomes.review(tx, each);
      if (answer instanceof Refused) throw new PutBack(answer);
    }
    return stayOf(tx, resident.id);
  }

  /** Somebody did what was agreed. Said twice, it is done once. */
  async finish(tx: Tx, id: string): Promise<StayType> {
    const { homeId, zone, accountId, name } = tx.actor;
    const action = await tx.em.findOneBy(ReviewActionEntity, { homeId, id });
    if (!action) throw new NotFound('This');
    const row: ReviewActionDoneEntity = { homeId, id: newId(), residentId: action.residentId, actionId: id, doneOn: dayIn(zone, tx.now), recordedBy: accountId, recordedByName: name, recordedAt: tx.now };
    await tx.em.createQueryBuilder().insert().into(ReviewActionDoneEntity).values(row).orIgnore().execute();
    return stayOf(tx, action.residentId);
  }
}
