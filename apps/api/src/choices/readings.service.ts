/** Readings of preference: kept beside each other, each with who read it, from what, and how they know the person. */
import { Injectable } from '@nestjs/common';
import { READING_WORDS, mayRead } from '@promenade/domain/choices/reading';
import { sayResponses, summedUp } from '@promenade/domain/choices/response';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { ActivityEntity } from '../library/library.entities.ts';
import { PreferenceReadingEntity } from './choices.entities.ts';
import { pastOf } from './choices.facts.ts';
import type { ActivityReadingsType, RecordReadingInput } from './choices.graphql.ts';
import { readingsOf, residentIn } from './choices.reads.ts';

@Injectable()
export class ReadingsService {
  /** Kept once however often it is sent. The evidence of the moment is kept with it. */
  async record(tx: Tx, input: RecordReadingInput): Promise<ActivityReadingsType | Refused> {
    const { homeId, accountId, name, staffId } = tx.actor;
    await residentIn(tx, input.residentId);
    const decision = mayRead(input);
    if (!decision.allowed) return refused(READING_WORDS, decision.reasons);
    if (!(await tx.em.existsBy(ActivityEntity, { homeId, id: input.activityId }))) throw new NotFound('This activity');
    const answered = input.answersId ? await tx.em.findOneBy(PreferenceReadingEntity, { homeId, id: input.answersId, residentId: input.residentId, activityId: input.activityId }) : null;
    if (input.answersId && !answered) return refused(READING_WORDS, [{ code: 'READS_ANOTHER' }]);
    const past = await pastOf(tx, input.residentId);
    const row: PreferenceReadingEntity = {
      homeId, id: input.id, residentId: input.residentId, activityId: input.activityId, likes: input.likes as PreferenceReadingEntity['likes'], signs: input.signs.trim(), knows: input.knows.trim(),
      sessionsTogether: staffId === null ? 0 : past.filter(({ staffIds }) => staffIds.includes(staffId)).length, evidence: sayResponses(summedUp(past.filter(({ activityId }) => activityId === input.activityId))),
      answersId: answered?.id ?? null, recordedBy: accountId, recordedByName: name, recordedAt: tx.now,
    };
    await tx.em.createQueryBuilder().insert().into(PreferenceReadingEntity).values(row).orIgnore().execute();
    const kept = await tx.em.findOneByOrFail(PreferenceReadingEntity, { homeId, id: input.id });
    if (kept.residentId !== row.residentId || kept.activityId !== row.activityId || kept.likes !== row.likes || kept.signs !== row.signs) return refused(READING_WORDS, [{ code: 'READ_OTHERWISE_BEFORE' }]);
    const found = (await readingsOf(tx, input.residentId)).find(({ activityId }) => activityId === input.activityId);
    if (!found) throw new NotFound('This activity');
    return found;
  }
}
