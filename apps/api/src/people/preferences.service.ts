/** Answers to what matters: added to, never rewritten; what is important but cannot be opens a barrier. */
import { Injectable } from '@nestjs/common';
import { type Answer, BARRED, PREFERENCE_WORDS, mayAnswer, mayCloseBarrier, mayWishFrom } from '@promenade/domain/people/preference';
import { tidyWords } from '@promenade/domain/people/life-story';
import { wordsOrNull } from '@promenade/domain/shared/words';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { PeopleService } from './people.service.ts';
import { BarrierEntity, PreferenceAnswerEntity } from './preferences.entities.ts';
import type { AnswerPreferenceInput, BarrierType, PreferencesType } from './preferences.graphql.ts';
import { openBarriers, preferencesOf } from './preferences.reads.ts';

const tidyOrNull = (text: string | null | undefined) => wordsOrNull(tidyWords(text ?? ''));

@Injectable()
export class PreferencesService {
  constructor(private readonly people: PeopleService) {}

  async answer(tx: Tx, input: AnswerPreferenceInput): Promise<PreferencesType | Refused> {
    const { homeId, accountId, name } = tx.actor;
    const resident = await this.people.resident(tx, input.residentId);
    const said = { item: input.item, asks: tidyOrNull(input.asks), answer: input.answer, words: tidyOrNull(input.words), answeredBy: tidyWords(input.answeredBy), toldHow: input.toldHow };
    const barrier = tidyOrNull(input.barrier);
    const decision = mayAnswer({ ...said, barrier });
    if (!decision.allowed) return refused(PREFERENCE_WORDS, decision.reasons);
    await tx.em.query('SELECT 1 FROM resident WHERE home_id = $1 AND id = $2 FOR UPDATE', [homeId, resident.id]);
    const before = await tx.em.findOneBy(PreferenceAnswerEntity, { homeId, id: input.id });
    if (before) {
      const same = before.residentId === resident.id && before.item === said.item && before.answer === said.answer && before.words === said.words;
      return same ? preferencesOf(tx, resident.id) : refused(PREFERENCE_WORDS, [{ code: 'ANSWER_SAID_OTHERWISE' }]);
    }
    await tx.em.insert(PreferenceAnswerEntity, {
      homeId, id: input.id, residentId: resident.id, ...said, answer: said.answer as Answer, toldHow: said.toldHow as PreferenceAnswerEntity['toldHow'], recordedBy: accountId, recordedByName: name, recordedAt: tx.now,
    });
    // Answered anew: what stood in the way of the old answer is out of it, or stands there in other words.
    for (const old of (await openBarriers(tx, { residentId: resident.id })).filter(({ item }) => item === said.item)) {
      await tx.em.update(BarrierEntity, { homeId, id: old.id }, { closedAt: tx.now, closedByName: name, closedWords: `Answered anew: ${said.answer}.` });
    }
    if (said.answer === BARRED && barrier !== null) {
      await tx.em.insert(BarrierEntity, {
        homeId, id: newId(), residentId: resident.id, answerId: input.id, words: barrier, wishId: null, openedByName: name, openedAt: tx.now, closedAt: null, closedByName: null, closedWords: null,
      });
    }
    return preferencesOf(tx, resident.id);
  }

  async close(tx: Tx, id: string, words: string): Promise<BarrierType | Refused> {
    const barrier = await this.locked(tx, id);
    const decision = mayCloseBarrier(barrier, words);
    if (!decision.allowed) return refused(PREFERENCE_WORDS, decision.reasons);
    await tx.em.update(BarrierEntity, { homeId: tx.actor.homeId, id }, { closedAt: tx.now, closedByName: tx.actor.name, closedWords: tidyWords(words) });
    return this.shown(tx, id);
  }

  /** The barrier, held while a wish is made of it; or why none may be. */
  async forWish(tx: Tx, id: string, wishId: string): Promise<BarrierEntity | Refused> {
    const barrier = await this.locked(tx, id);
    if (barrier.wishId === wishId) return barrier;
    const decision = mayWishFrom(barrier);
    return decision.allowed ? barrier : refused(PREFERENCE_WORDS, decision.reasons);
  }

  async becameWish(tx: Tx, id: string, wishId: string): Promise<BarrierType> {
    await tx.em.update(BarrierEntity, { homeId: tx.actor.homeId, id }, { wishId });
    return this.shown(tx, id);
  }

  private async locked(tx: Tx, id: string): Promise<BarrierEntity> {
    const barrier = await tx.em.findOne(BarrierEntity, { where: { homeId: tx.actor.homeId, id }, lock: { mode: 'pessimistic_write' } });
    if (!barrier) throw new NotFound('This barrier');
    return barrier;
  }

  private async shown(tx: Tx, id: string): Promise<BarrierType> {
    const [barrier] = await openBarriers(tx, { id });
    if (!barrier) throw new NotFound('This barrier');
    return barrier;
  }
}
