/** Wishes: caught from any screen, at a meeting, from a supporter; and answered: with a promise, or with an honest no and the reason. */
import { Injectable } from '@nestjs/common';
import type { Level } from '@promenade/domain/promises/promise';
import { PROMISE_WORDS, mayDecline } from '@promenade/domain/promises/rules';
import { WISH_WORDS, type WishSource, mayCatch, mayCatchAtMeeting } from '@promenade/domain/promises/wish';
import { type Day, dayIn } from '@promenade/domain/shared/time';
import { In, IsNull } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { Conflict, NotFound } from '../graphql/errors.ts';
import { Refused, refused } from '../graphql/refused.graphql.ts';
import { MediaEntity } from '../media/media.entities.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import type { BarrierType } from '../people/preferences.graphql.ts';
import { PreferencesService } from '../people/preferences.service.ts';
import { WishEntity } from './promises.entities.ts';

export type Caught = {
  id: string; residentId: string; words: string; activityId: string | null; level: Level; lifeFactId: string | null; raisedBy: string | null;
  source?: WishSource; meetingOn?: Day | null;
  /** A voice note of the person's, sent before. */
  mediaId?: string | null;
};

/** One line of a meeting's sheet. */
export type MeetingLine = { id: string; residentId: string; words: string; raisedBy: string | null };

@Injectable()
export class WishesService {
  constructor(private readonly preferences: PreferencesService) {}

  /** The same wish sent twice is caught once. Nobody named means the resident wished it. Words may come later when there is a voice note. */
  async catch(tx: Tx, caught: Caught): Promise<WishEntity | Refused> {
    const resident = await tx.em.findOneBy(ResidentEntity, { homeId: tx.actor.homeId, id: caught.residentId });
    if (!resident) throw new NotFound('This resident');
    const decision = mayCatch(caught.words, Boolean(caught.mediaId));
    if (!decision.allowed) return refused(WISH_WORDS, decision.reasons);
    if (caught.mediaId && !(await this.isTheirs(tx, caught.mediaId, caught.residentId))) return refused(WISH_WORDS, [{ code: 'NOT_THEIR_RECORDING' }]);
    const wish = wishOf(tx, caught, resident.preferredName);
    await tx.em.createQueryBuilder().insert().into(WishEntity).values(wish).orIgnore().execute();
    const there = await this.byId(tx, caught.id);
    if (there.residentId !== wish.residentId || there.words !== wish.words) throw new Conflict('Another wish was saved under this entry already. Open the page again and write it once more.');
    return there;
  }

  /** All wishes of a residents' meeting, or none. Sent twice they are caught once. */
  async catchAtMeeting(tx: Tx, meetingOn: Day, lines: readonly MeetingLine[]): Promise<WishEntity[] | Refused> {
    const { homeId } = tx.actor;
    const residents = await tx.em.findBy(ResidentEntity, { homeId, id: In(lines.map(({ residentId }) => residentId)) });
    const names = new Map(residents.map(({ id, preferredName }) => [id, preferredName]));
    if (lines.some(({ residentId }) => !names.has(residentId))) throw new NotFound('One of these people');
    const decision = mayCatchAtMeeting(lines.map(({ residentId, words }) => ({ name: names.get(residentId) ?? '', words })), meetingOn, dayIn(tx.actor.zone, tx.now));
    if (!decision.allowed) return refused(WISH_WORDS, decision.reasons);
    const rows = lines.map((line) => wishOf(tx, { ...line, activityId: null, level: 'taking part', lifeFactId: null, source: 'residents’ meeting', meetingOn }, names.get(line.residentId) ?? ''));
    await tx.em.createQueryBuilder().insert().into(WishEntity).values(rows).orIgnore().execute();
    return tx.em.find(WishEntity, { where: { homeId, id: In(lines.map(({ id }) => id)) }, order: { raisedAt: 'ASC', id: 'ASC' } });
  }

  /** A wish out of what stands in the way of something that matters; both are linked, or neither is made. */
  async catchFromBarrier(tx: Tx, barrierId: string, id: string, words: string, raisedBy: string | null): Promise<BarrierType | Refused> {
    const barrier = await this.preferences.forWish(tx, barrierId, id);
    if (barrier instanceof Refused) return barrier;
    const wish = await this.catch(tx, { id, residentId: barrier.residentId, words, activityId: null, level: 'taking part', lifeFactId: null, raisedBy, source: 'what stands in the way' });
    if (wish instanceof Refused) return wish;
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

  /** Not answered yet, the longest waiting first: what was said at a meeting waits since the meeting. */
  async open(tx: Tx, residentId: string | null): Promise<WishEntity[]> {
    const rows = await tx.em.find(WishEntity, { where: { homeId: tx.actor.homeId, answer: IsNull(), ...(residentId ? { residentId } : {}) }, order: { raisedAt: 'ASC', id: 'ASC' } });
    return rows.toSorted((a, b) => raisedOn(tx.actor.zone, a).localeCompare(raisedOn(tx.actor.zone, b)));
  }

  /** What was said at residents' meetings, the latest meeting first, with what became of it. */
  async fromMeetings(tx: Tx): Promise<WishEntity[]> {
    return tx.em.find(WishEntity, { where: { homeId: tx.actor.homeId, source: 'residents’ meeting' }, order: { meetingOn: 'DESC', raisedAt: 'ASC', id: 'ASC' }, take: 200 });
  }

  async byId(tx: Tx, id: string): Promise<WishEntity> {
    const wish = await tx.em.findOneBy(WishEntity, { homeId: tx.actor.homeId, id });
    if (!wish) throw new NotFound('This wish');
    return wish;
  }

  private async isTheirs(tx: Tx, id: string, residentId: string): Promise<boolean> {
    return tx.em.existsBy(MediaEntity, { homeId: tx.actor.homeId, id, residentId, kind: 'recording', erasedAt: IsNull() });
  }
}

/** The day from which a wish waits. */
export function raisedOn(zone: string, wish: Pick<WishEntity, 'meetingOn' | 'raisedAt'>): Day {
  return wish.meetingOn ?? dayIn(zone, wish.raisedAt);
}

function wishOf(tx: Tx, { source = 'said to us', meetingOn = null, mediaId = null, ...caught }: Caught, person: string): WishEntity {
  const { homeId, accountId, name } = tx.actor;
  return {
    ...caught, homeId, words: caught.words.trim(), raisedBy: caught.raisedBy?.trim() || person, raisedAt: tx.now, source, meetingOn, mediaId, caughtBy: accountId, caughtByName: name,
    answer: null, answerWords: null, answeredBy: null, answeredAt: null,
  };
}
