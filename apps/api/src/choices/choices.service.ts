/** Asking and answering at the nine points: what was offered is frozen, an answer is kept once, and what was decided leads somewhere. */
import { Injectable } from '@nestjs/common';
import { advise, everyThree } from '@promenade/domain/choices/advise';
import type { Option } from '@promenade/domain/choices/option';
import { type Point, areaOf, isPoint } from '@promenade/domain/choices/points';
import { type AnsweredBy, RECEIPT_WORDS, judge, mayKeep } from '@promenade/domain/choices/receipt';
import { AUTHORITY_WORDS, type Decider } from '@promenade/domain/circle/who-decides';
import { sayReason } from '@promenade/domain/shared/decision';
import { dayIn } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import { type Member, authoritiesOf, membersOf, viewsOf } from '../circle/circle.reads.ts';
import { noteHeard } from '../circle/heard.ts';
import type { Tx } from '../db/db.ts';
import { Conflict, Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { ActivityEntity } from '../library/library.entities.ts';
import type { ResidentEntity } from '../people/people.entities.ts';
import { SessionEntity } from '../planning/planning.entities.ts';
import { ChoiceEntity, ChoiceOfferEntity } from './choices.entities.ts';
import { factsOf } from './choices.facts.ts';
import type { ChoiceAdviceType, ChoiceOfferType, ChoiceReceiptType, OfferChoiceInput, RecordChoiceInput } from './choices.graphql.ts';
import { optionIn, receiptOf, residentIn } from './choices.reads.ts';
import { LeadsService } from './leads.service.ts';

/** A tablet's clock may be a little ahead of ours, and a little behind the offer's. */
const CLOCK_MS = 5 * 60_000;

export function pointIn(text: string): Point {
  if (!isPoint(text)) throw new Invalid('That is not one of the nine points of choice. Open the page again and choose one.');
  return text;
}

@Injectable()
export class ChoicesService {
  constructor(private readonly leads: LeadsService) {}

  /** Advice as it stands now; nothing is kept. */
  async advice(tx: Tx, residentId: string, point: Point, subject: { activityId: string | null; sessionId: string | null }): Promise<ChoiceAdviceType> {
    const facts = await factsOf(tx, await residentIn(tx, residentId), subject);
    const { question, lead, leftOut } = advise(point, facts);
    return { point, question, lead, leftOut: [...leftOut], threes: threesOf(everyThree(point, facts).map(({ options }) => options)) as unknown as ChoiceAdviceType['threes'] };
  }

  /** Puts a question, and freezes the advice that goes with it. */
  async offer(tx: Tx, input: OfferChoiceInput): Promise<ChoiceOfferType | Refused> {
    const { homeId, accountId, name } = tx.actor;
    const point = pointIn(input.point);
    const resident = await residentIn(tx, input.residentId);
    const subject = { activityId: input.activityId ?? null, sessionId: input.sessionId ?? null };
    await this.mustBeHere(tx, subject);
    const before = await tx.em.findOneBy(ChoiceOfferEntity, { homeId, id: input.id });
    if (before) return offered(sameOffer(before, resident.id, point), resident);
    const facts = await factsOf(tx, resident, subject);
    const threes = everyThree(point, facts);
    const about = subject.activityId ?? facts.coming.find(({ id }) => id === subject.sessionId)?.activityId;
    const row: ChoiceOfferEntity = {
      homeId, id: input.id, residentId: resident.id, point, ...subject, question: threes[0]?.question ?? '', lead: threes[0]?.lead ?? '', threes: threesOf(threes.map(({ options }) => options)),
      isOut: facts.activities.some(({ id, setting }) => id === about && setting === 'out'), recordedBy: accountId, recordedByName: name, recordedAt: tx.now,
    };
    await tx.em.createQueryBuilder().insert().into(ChoiceOfferEntity).values(row).orIgnore().execute();
    return offered(sameOffer(await tx.em.findOneByOrFail(ChoiceOfferEntity, { homeId, id: input.id }), resident.id, point), resident);
  }

  /** Keeps an answer. Somebody who may not decide is refused with the reason, and their view is kept as heard. */
  async record(tx: Tx, input: RecordChoiceInput): Promise<ChoiceReceiptType | Refused> {
    const { homeId } = tx.actor;
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('choice ' || $1, 0))`, [input.id]);
    const offer = await tx.em.findOneBy(ChoiceOfferEntity, { homeId, id: input.offerId });
    if (!offer) throw new NotFound('What was offered');
    const draft = { answer: input.answer, key: input.key ?? null, words: wordsOrNull(input.words), how: input.how, by: input.by, supporterId: input.supporterId ?? null };
    const decision = mayKeep(draft, offer.threes.flat());
    if (!decision.allowed) return refused(RECEIPT_WORDS, decision.reasons);
    if (input.chosenAt.getTime() < offer.recordedAt.getTime() - CLOCK_MS) return refused(RECEIPT_WORDS, [{ code: 'ANSWERED_BEFORE_OFFERED' }]);
    const resident = await residentIn(tx, offer.residentId);
    const member = draft.by === 'supporter' ? memberIn(await membersOf(tx, resident.id), draft.supporterId) : null;
    const option = draft.answer === 'option' ? optionIn(offer, draft.key) : null;
    const judged = judge(deciderOf(draft.by as AnsweredBy, member), areaOf(offer.point, option?.isOut ?? offer.isOut), await authoritiesOf(tx, resident.id), dayIn(tx.actor.zone, tx.now), { matter: null, views: await viewsOf(tx, resident.id) });
    const whyNot = judged.decision.allowed ? null : judged.decision.reasons.map((reason) => sayReason(AUTHORITY_WORDS, reason)).join(' ');
    const row: Omit<ChoiceEntity, 'ledTo' | 'ledToId'> = {
      homeId, id: input.id, residentId: resident.id, offerId: offer.id, point: offer.point, shown: Math.max(1, Math.min(input.shown, offer.threes.length)), answer: draft.answer as ChoiceEntity['answer'],
      optionKey: option?.key ?? null, words: draft.words, standing: judged.standing, byRight: judged.right, supporterId: member?.id ?? null, answeredBy: draft.by as AnsweredBy,
      answeredByName: answererOf(draft.by as AnsweredBy, resident, member, tx.actor.name), how: draft.how as ChoiceEntity['how'], whyNot,
      chosenAt: input.chosenAt.getTime() > tx.now.getTime() + CLOCK_MS ? tx.now : input.chosenAt, recordedBy: tx.actor.accountId, recordedByName: tx.actor.name, recordedAt: tx.now,
    };
    const before = await tx.em.findOneBy(ChoiceEntity, { homeId, id: input.id });
    if (before) return isSame(before, row) ? this.answered(before, offer) : refused(RECEIPT_WORDS, [{ code: 'ANSWERED_OTHERWISE' }]);
    const led = await this.leads.follow(tx, { resident, offer, option, choice: row });
    const kept = { ...row, ledTo: led.to, ledToId: led.id };
    await tx.em.insert(ChoiceEntity, kept);
    if (judged.standing === 'heard') await noteHeard(tx, { residentId: resident.id, supporterId: member?.id ?? null, whose: row.answeredByName, area: areaOf(offer.point, option?.isOut ?? offer.isOut), about: offer.question, words: receiptOf(kept, offer).chosen, whyNot });
    return this.answered(kept, offer);
  }

  /** A view that was only heard is answered with the reason why, however often it is sent. */
  private answered(choice: ChoiceEntity, offer: ChoiceOfferEntity): ChoiceReceiptType | Refused {
    if (choice.standing !== 'heard') return receiptOf(choice, offer);
    return refused({ HEARD: (why: string) => `${why} What ${choice.answeredByName} said is on record as heard.` }, [{ code: 'HEARD', about: choice.whyNot ?? '' }]);
  }

  private async mustBeHere(tx: Tx, { activityId, sessionId }: { activityId: string | null; sessionId: string | null }): Promise<void> {
    const { homeId } = tx.actor;
    if (activityId && !(await tx.em.existsBy(ActivityEntity, { homeId, id: activityId }))) throw new NotFound('This activity');
    if (sessionId && !(await tx.em.existsBy(SessionEntity, { homeId, id: sessionId }))) throw new NotFound('This session');
  }
}

/** No empty threes: where nothing can be advised there are none. */
function threesOf(threes: readonly (readonly Option[])[]): Option[][] {
  return threes.filter((three) => three.length > 0).map((three) => [...three]);
}

function sameOffer(offer: ChoiceOfferEntity, residentId: string, point: Point): ChoiceOfferEntity {
  if (offer.residentId !== residentId || offer.point !== point) throw new Conflict('Another question was put under this entry. Open the page again.');
  return offer;
}

function offered({ id, residentId, point, question, lead, threes }: ChoiceOfferEntity, resident: ResidentEntity): ChoiceOfferType {
  return { id, residentId, residentName: resident.preferredName, point, question, lead, threes: threes as unknown as ChoiceOfferType['threes'] };
}

function memberIn(members: readonly Member[], id: string | null): Member {
  const member = members.find((each) => each.id === id);
  if (!member) throw new NotFound('This person of the circle');
  return member;
}

function deciderOf(by: AnsweredBy, member: Member | null): Decider | { readonly as: 'reading' } {
  if (member) return { as: 'supporter', supporterId: member.id, name: member.name, relation: member.relation };
  return by === 'reading' ? { as: 'reading' } : by === 'best interests' ? { as: 'best interests' } : { as: 'the person' };
}

function answererOf(by: AnsweredBy, resident: ResidentEntity, member: Member | null, staff: string): string {
  if (member) return member.name;
  return by === 'the person' ? resident.preferredName : staff;
}

function isSame(one: ChoiceEntity, two: Omit<ChoiceEntity, 'ledTo' | 'ledToId'>): boolean {
  return one.offerId === two.offerId && one.answer === two.answer && one.optionKey === two.optionKey && one.words === two.words && one.answeredBy === two.answeredBy && one.supporterId === two.supporterId && one.how === two.how;
}
