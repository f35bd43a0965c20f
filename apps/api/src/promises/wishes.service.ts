/** Wishes: caught from any screen, and answered: with a promise, or with an honest no and the reason. */
import { Injectable } from '@nestjs/common';
import type { Level } from '@promenade/domain/promises/promise';
import { PROMISE_WORDS, mayDecline, mayWish } from '@promenade/domain/promises/rules';
import { IsNull } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { Conflict, NotFound } from '../graphql/errors.ts';
import { Refused, refused } from '../graphql/refused.graphql.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import type { BarrierType } from '../people/preferences.graphql.ts';
import { PreferencesService } from '../people/preferences.service.ts';
import { WishEntity } from './promises.entities.ts';

export type Caught = { id: string; residentId: string; words: string; activityId: string | null; level: Level; lifeFactId: string | null; raisedBy: string | null };

@Injectable()
export class WishesService {
  constructor(private readonly preferences: PreferencesService) {}

  /** The same wish sent twice is caught once. Nobody named means the resident wished it. */
  async catch(tx: Tx, caught: Caught): Promise<WishEntity | Refused> {
    const { homeId } = tx.actor;
    const resident = await tx.em.findOneBy(ResidentEntity, { homeId, id: caught.residentId });
    if (!resident) throw new NotFound('This resident');
    const decision = mayWish(caught.words);
    if (!decision.allowed) return refused(PROMISE_WORDS, decision.reasons);
    const wish: WishEntity = {
      ...caught, homeId, words: caught.words.trim(), raisedBy: caught.raisedBy?.trim() || resident.preferredName, raisedAt: tx.now,
      answer: null, answerWords: null, answeredBy: null, answeredAt: null,
    };
    await tx.em.createQueryBuilder().insert().into(WishEntity).values(wish).orIgnore().execute();
    return this.byId(tx, caught.id);
  }

  /** A wish out of what stands in the way of something that matters; both are linked, or neither is made. */
  async catchFromBarrier(tx: Tx, barrierId: string, id: string, words: string, raisedBy: string | null): Promise<BarrierType | Refused> {
    const barrier = await this.preferences.forWish(tx, barrierId, id);
    if (barrier instanceof Refused) return barrier;
    const wish = await this.catch(tx, { id, residentId: barrier.residentId, words, activityId: null, level: 'taking part', lifeFactId: null, raisedBy });
    if (wish instanceof Refused) return wish;
    if (wish.residentId !== barrier.residentId) throw new Conflict('Another wish was saved under this entry already. Open the page again and write it once more.');
    return this.preferences.becameWish(tx, barrier.id, wish.id);
  }

  async decline(tx: Tx, id: string, words: string): Promise<WishEntity | Refused> {
    const wish = await this.byId(tx, id);
    const decision = mayDecline(wish, words);
    if (!decision.allowed) return refused(PROMISE_WORDS, decision.reasons);
    const { affected } = await tx.em.update(WishEntity, { homeId: tx.actor.homeId, id, answer: IsNull() }, {
      answer: 'declined', answerWords: words.trim(), answeredBy: tx.actor.name, answeredAt: tx.now,
    });
    return affected === 1 ? this.byId(tx, id) : refused(PROMISE_WORDS, [{ code: 'WISH_ANSWERED' }]);
  }

  /** Not answered yet, the longest waiting first. */
  async open(tx: Tx, residentId: string | null): Promise<WishEntity[]> {
    return tx.em.find(WishEntity, { where: { homeId: tx.actor.homeId, answer: IsNull(), ...(residentId ? { residentId } : {}) }, order: { raisedAt: 'ASC', id: 'ASC' } });
  }

  async byId(tx: Tx, id: string): Promise<WishEntity> {
    const wish = await tx.em.findOneBy(WishEntity, { homeId: tx.actor.homeId, id });
    if (!wish) throw new NotFound('This wish');
    return wish;
  }
}
