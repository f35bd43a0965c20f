/** What families ask: kept with the day by which it is answered, answered in words or as a wish, and asked again where the answer was none. */
import { Injectable } from '@nestjs/common';
import { mayDo } from '@promenade/domain/access/roles';
import { ASK_WORDS, type AskStanding, DAYS_TO_ANSWER, mayAnswer, mayAsk, maySayNotEnough } from '@promenade/domain/asks/ask';
import { workingDaysAfter } from '@promenade/domain/promises/working-days';
import { type Day, addDays, dayIn } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { Conflict, NotFound } from '../graphql/errors.ts';
import { Refused, refused } from '../graphql/refused.graphql.ts';
import { PeopleService } from '../people/people.service.ts';
import { WishesService } from '../promises/wishes.service.ts';
import { nationOf } from '../venues/home-place.ts';
import { bankHolidays } from '../venues/opening-hours.ts';
import { FamilyAskEntity, FamilyAskEntryEntity } from './asks.entities.ts';
import type { AskHomeInput, FamilyAskType, OnAskInput } from './asks.graphql.ts';
import { asksOf, closeTo } from './asks.reads.ts';

/** Holidays are looked up for so many days ahead; five working days are never further. */
const HORIZON_DAYS = 21;

@Injectable()
export class AsksService {
  constructor(
    private readonly people: PeopleService,
    private readonly wishes: WishesService,
  ) {}

  /** Keeps what a supporter asks, and catches it as a wish where it is one. Sent twice, it is asked once. */
  async ask(tx: Tx, { id, residentId, words, isWish }: AskHomeInput): Promise<FamilyAskType | Refused> {
    const { homeId, accountId, supporterId, name } = tx.actor;
    const person = await closeTo(tx, residentId);
    if (!person || supporterId === null) throw new NotFound('This person');
    const decision = mayAsk(words);
    if (!decision.allowed) return refused(ASK_WORDS, decision.reasons);
    await this.people.once(tx, FamilyAskEntity, {
      homeId, id, residentId, supporterId, relation: person.relation, words: words.trim(), answerBy: await this.answerBy(tx), recordedBy: accountId, recordedByName: name, recordedAt: tx.now,
    }, (before) => before.residentId === residentId && before.words === words.trim());
    if (isWish) {
      const wish = await this.catch(tx, { id, residentId, words: words.trim(), askedBy: name, relation: person.relation });
      if (wish) return wish;
    }
    return this.byId(tx, id);
  }

  /** Answers in words, in the asker's own name. */
  async answer(tx: Tx, { id, askId, words }: OnAskInput): Promise<FamilyAskType | Refused> {
    const ask = await this.held(tx, askId);
    if (ask.entries.some((entry) => entry.id === id)) return ask;
    const isOpenWish = ask.isWish && ask.state !== 'answered';
    const decision = mayAnswer(words, standingIn(ask), ask.askedBy, { isManager: mayDo(tx.actor.role, 'family.reply') }, isOpenWish);
    if (!decision.allowed) return refused(ASK_WORDS, decision.reasons);
    await this.add(tx, ask, { id, kind: 'answered', words, answerBy: null });
    return this.byId(tx, askId);
  }

  /** The supporter says that an answer does not answer it: the manager has five working days from now. */
  async notEnough(tx: Tx, { id, askId, words }: OnAskInput): Promise<FamilyAskType | Refused> {
    const ask = await this.held(tx, askId);
    if (ask.entries.some((entry) => entry.id === id)) return ask;
    const decision = maySayNotEnough(words, standingIn(ask));
    if (!decision.allowed) return refused(ASK_WORDS, decision.reasons);
    await this.add(tx, ask, { id, kind: 'not enough', words, answerBy: await this.answerBy(tx) });
    return this.byId(tx, askId);
  }

  /** Staff see that it is something the person would like: it waits among the wishes as well. */
  async makeWish(tx: Tx, askId: string): Promise<FamilyAskType | Refused> {
    const ask = await this.held(tx, askId);
    if (ask.isWish || ask.state === 'answered') return refused(ASK_WORDS, [{ code: ask.isWish ? 'WISH_ALREADY' : 'ANSWERED_ALREADY' }]);
    return (await this.catch(tx, ask)) ?? this.byId(tx, askId);
  }

  /** Those that wait, the one due first on top, and then those answered, the newest first. */
  async list(tx: Tx, residentId: string | null): Promise<FamilyAskType[]> {
    const asks = await asksOf(tx, residentId ? { residentIds: [residentId] } : {}, dayIn(tx.actor.zone, tx.now));
    const isOpen = ({ state }: FamilyAskType) => state !== 'answered';
    return [...asks.filter(isOpen).toSorted((a, b) => (a.answerBy < b.answerBy ? -1 : a.answerBy > b.answerBy ? 1 : a.askedAt.getTime() - b.askedAt.getTime())), ...asks.filter((ask) => !isOpen(ask))];
  }

  private async add(tx: Tx, ask: FamilyAskType, said: Pick<FamilyAskEntryEntity, 'id' | 'kind' | 'words' | 'answerBy'>): Promise<void> {
    const { homeId, accountId, name } = tx.actor;
    const row = { homeId, ...said, words: said.words.trim(), askId: ask.id, residentId: ask.residentId, recordedBy: accountId, recordedByName: name, recordedAt: tx.now };
    await this.people.once(tx, FamilyAskEntryEntity, row, (before) => before.askId === row.askId && before.words === row.words);
  }

  private async catch(tx: Tx, { id, residentId, words, askedBy, relation }: Pick<FamilyAskType, 'id' | 'residentId' | 'words' | 'askedBy' | 'relation'>): Promise<Refused | null> {
    const wish = await this.wishes.catch(tx, { id, residentId, words, activityId: null, level: 'taking part', lifeFactId: null, raisedBy: `${askedBy}, ${relation}`, source: 'supporter' });
    if (wish instanceof Refused) return wish;
    if (wish.residentId !== residentId) throw new Conflict('Another wish was saved under this entry already. Open the page again and ask once more.');
    return null;
  }

  /** An ask as it stands, held until the unit of work ends, so that two people do not answer it at once. */
  private async held(tx: Tx, id: string): Promise<FamilyAskType> {
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('ask ' || $1, 0))`, [id]);
    return this.byId(tx, id);
  }

  private async byId(tx: Tx, id: string): Promise<FamilyAskType> {
    const [ask] = await asksOf(tx, { ids: [id] }, dayIn(tx.actor.zone, tx.now));
    if (!ask) throw new NotFound('What was asked');
    return ask;
  }

  private async answerBy(tx: Tx): Promise<Day> {
    const today = dayIn(tx.actor.zone, tx.now);
    return workingDaysAfter(today, DAYS_TO_ANSWER, bankHolidays(await nationOf(tx.em, tx.actor.homeId), today, addDays(today, HORIZON_DAYS)));
  }
}

const standingIn = ({ state, answerBy, isWithManager }: FamilyAskType): AskStanding => ({ state: state as AskStanding['state'], answerBy, isWithManager });
