/** Decisions and what they rest on: load, ask the domain, save. What is refused is kept as heard in the same unit of work. */
import { Injectable } from '@nestjs/common';
import { BEST_INTERESTS_WORDS, CAPACITY_WORDS, mayRecordBestInterests, mayRecordCapacity } from '@promenade/domain/circle/capacity';
import { SECOND_LOOK_WORDS, mayLook } from '@promenade/domain/circle/second-look';
import { RECORDING_WORDS, mayStandIn } from '@promenade/domain/circle/recording';
import { SETTLE_WORDS, type Settled, settle, wantsSecondLook } from '@promenade/domain/circle/settle';
import { type Decider, isArea, isRepresentation, isRight, sayDecidedBy } from '@promenade/domain/circle/who-decides';
import type { Area } from '@promenade/domain/people/authority';
import { MEDIA_CONSENT_WORDS, type MediaAnswer, type MediaKind, mayRecordMediaConsent } from '@promenade/domain/people/media-consent';
import { dayIn } from '@promenade/domain/shared/time';
import { isBlank, wordsOrNull } from '@promenade/domain/shared/words';
import { IsNull } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { BestInterestsEntity, CapacityViewEntity, DecisionMadeEntity, SecondLookEntity, StandInEntity } from '../people/decisions.entities.ts';
import { noteMediaConsent } from '../people/media-consent.ts';
import { AuthorityEntity, type ResidentEntity } from '../people/people.entities.ts';
import { PeopleService } from '../people/people.service.ts';
import { authoritiesOf, membersOf, residentIn, viewsOf } from './circle.reads.ts';
import { deciderOf, memberIn } from './circle.service.ts';
import type { BestInterestsInput, DecideInput, DecidingType, HearViewInput, MediaConsentInput, MoneyLookedAtType, RecordCapacityInput, SecondLookInput, StandInInput } from './decisions.graphql.ts';
import { decidingOf, moneyToLookAt } from './decisions.reads.ts';
import { noteHeard } from './heard.ts';

/** A decision that somebody would make: `id` is the device's, so that a view heard is kept once. */
export type Wanted = { readonly id: string; readonly residentId: string; readonly area: string; readonly matter?: string | null; readonly what: string; readonly said: string; readonly right: string; readonly bySupporterId?: string | null };
export type SettledBy = { readonly settled: Settled; readonly decider: Decider; readonly area: Area; readonly resident: ResidentEntity };

@Injectable()
export class DecisionsService {
  constructor(private readonly people: PeopleService) {}

  /** Asks whose decision it is; what is refused is kept as heard. Whoever records choices asks here too. */
  async settle(tx: Tx, wanted: Wanted): Promise<SettledBy> {
    const { residentId, what, said } = wanted;
    const area = areaIn(wanted.area);
    const resident = await residentIn(tx, residentId);
    if (!isRight(wanted.right)) throw new Invalid('Choose by what right it was decided: the person, with support, attorney, deputy or best interests.');
    const holder = isRepresentation(wanted.right) ? memberIn(await membersOf(tx, residentId), wanted.bySupporterId ?? '') : null;
    const decider = deciderOf(wanted.right, holder);
    const about = { matter: wordsOrNull(wanted.matter), views: await viewsOf(tx, residentId) };
    const settled = settle({ what, said, decider, person: resident.preferredName, recordedBy: tx.actor.name, area, authorities: await authoritiesOf(tx, residentId), about }, dayIn(tx.actor.zone, tx.now));
    if (!settled.allowed && settled.heard) await noteHeard(tx, { id: wanted.id, residentId, area, ...settled.heard });
    return { settled, decider, area, resident };
  }

  async decide(tx: Tx, input: DecideInput): Promise<DecidingType | Refused> {
    const { homeId, accountId, name } = tx.actor;
    const { settled, decider, area } = await this.settle(tx, input);
    if (!settled.allowed) return refused(SETTLE_WORDS, settled.reasons);
    const row: DecisionMadeEntity = {
      homeId, id: input.id, residentId: input.residentId, supporterId: decider.as === 'supporter' ? decider.supporterId : null, area, matter: wordsOrNull(input.matter), what: input.what.trim(),
      decidedBy: settled.by, byRight: input.right, rightWords: settled.right, said: input.said.trim(), wantsSecondLook: wantsSecondLook(decider, area), recordedBy: accountId, recordedByName: name, recordedAt: tx.now,
    };
    const isFirst = !(await tx.em.existsBy(DecisionMadeEntity, { homeId, id: input.id }));
    await this.people.once(tx, DecisionMadeEntity, row, (before) => before.residentId === row.residentId && before.what === row.what && before.byRight === row.byRight);
    const members = await membersOf(tx, input.residentId);
    for (const view of isFirst ? (input.heard ?? []) : []) {
      const member = memberIn(members, view.supporterId);
      if (!isBlank(view.words)) await noteHeard(tx, { residentId: row.residentId, supporterId: member.id, decisionId: row.id, whose: member.name, area, about: row.what, words: view.words.trim() });
    }
    return decidingOf(tx, input.residentId);
  }

  /** A view nobody tried to decide by. */
  async hear(tx: Tx, input: HearViewInput): Promise<DecidingType | Refused> {
    const resident = await residentIn(tx, input.residentId);
    const area = areaIn(input.area);
    if (isBlank(input.about) || isBlank(input.words)) return refused(SETTLE_WORDS, [...(isBlank(input.about) ? [{ code: 'NO_WHAT' as const }] : []), ...(isBlank(input.words) ? [{ code: 'NOTHING_SAID' as const }] : [])]);
    const member = input.supporterId ? memberIn(await membersOf(tx, input.residentId), input.supporterId) : null;
    await noteHeard(tx, { id: input.id, residentId: resident.id, supporterId: member?.id ?? null, whose: member?.name ?? resident.preferredName, area, about: input.about.trim(), words: input.words.trim() });
    return decidingOf(tx, resident.id);
  }

  async recordCapacity(tx: Tx, input: RecordCapacityInput): Promise<DecidingType | Refused> {
    const { homeId, accountId, name } = tx.actor;
    const resident = await residentIn(tx, input.residentId);
    const today = dayIn(tx.actor.zone, tx.now);
    const decision = mayRecordCapacity(Object.assign({}, input, { untilDate: input.untilDate ?? null }), today);
    if (!decision.allowed) return refused(CAPACITY_WORDS, decision.reasons);
    await this.people.once(tx, CapacityViewEntity, {
      homeId, id: input.id, residentId: resident.id, area: areaIn(input.area), matter: input.matter.trim(), able: input.able, helpTried: input.helpTried.trim(), why: input.why.trim(),
      onDate: today, untilDate: input.untilDate ?? today, recordedBy: accountId, recordedByName: name, recordedAt: tx.now,
    }, (before) => before.residentId === resident.id && before.matter === input.matter.trim() && before.able === input.able);
    return decidingOf(tx, resident.id);
  }

  async decideInBestInterests(tx: Tx, input: BestInterestsInput): Promise<DecidingType | Refused> {
    const { homeId, accountId, name } = tx.actor;
    const resident = await residentIn(tx, input.residentId);
    const area = areaIn(input.area);
    const today = dayIn(tx.actor.zone, tx.now);
    const decision = mayRecordBestInterests(Object.assign({}, input, { area, untilDate: input.untilDate ?? null }), await viewsOf(tx, resident.id), today);
    if (!decision.allowed) return refused(BEST_INTERESTS_WORDS, decision.reasons);
    const matter = input.matter.trim();
    if (await tx.em.existsBy(AuthorityEntity, { homeId, id: input.id })) return decidingOf(tx, resident.id);
    await tx.em.update(AuthorityEntity, { homeId, residentId: resident.id, area, kind: 'best interests', matter, supersededAt: IsNull() }, { supersededAt: tx.now });
    await tx.em.insert(AuthorityEntity, {
      homeId, id: input.id, residentId: resident.id, area, kind: 'best interests', supporterId: null, words: input.decision.trim(), documentSeen: null, seenBy: null, seenOn: null, untilDate: input.untilDate ?? null,
      matter, recordedByName: name, recordedAt: tx.now,
    });
    await tx.em.insert(BestInterestsEntity, {
      homeId, id: input.id, residentId: resident.id, authorityId: input.id, decision: input.decision.trim(), consulted: input.consulted.trim(), weighed: input.weighed.trim(), lessRestrictive: input.lessRestrictive.trim(),
      couldWait: input.couldWait.trim(), recordedBy: accountId, recordedByName: name, recordedAt: tx.now,
    });
    return decidingOf(tx, resident.id);
  }

  /** What was agreed about photos or recordings. The person's own no needs nobody's leave. */
  async agreeMedia(tx: Tx, input: MediaConsentInput): Promise<DecidingType | Refused> {
    const said = mayRecordMediaConsent({ kind: input.kind, answer: input.answer, words: input.words, condition: input.condition ?? null });
    if (!said.allowed) return refused(MEDIA_CONSENT_WORDS, said.reasons);
    const what = `${input.kind === 'photos' ? 'Photos' : 'Recordings'}: ${input.answer}`;
    const isOwnNo = input.answer === 'no' && (input.right === 'the person' || input.right === 'with support');
    const words = wordsOrNull(input.words) ?? 'No.';
    const { preferredName: person } = await residentIn(tx, input.residentId);
    let decidedBy = sayDecidedBy({ right: 'the person', person, supporterName: null }, words);
    if (!isOwnNo) {
      const { settled, decider } = await this.settle(tx, Object.assign({}, input, { area: 'photos and audio', what, said: words }));
      if (!settled.allowed) return refused(SETTLE_WORDS, settled.reasons);
      if (isRight(input.right)) decidedBy = sayDecidedBy({ right: input.right, person, supporterName: decider.as === 'supporter' ? decider.name : null }, words);
    }
    await noteMediaConsent(tx, { id: input.id, residentId: input.residentId, kind: input.kind as MediaKind, answer: input.answer as MediaAnswer, condition: input.condition ?? null, decidedBy });
    return decidingOf(tx, input.residentId);
  }

  /** An advocate or the named worker stands in for somebody who has nobody outside. */
  async standIn(tx: Tx, input: StandInInput): Promise<DecidingType | Refused> {
    const { homeId, accountId, name } = tx.actor;
    const resident = await residentIn(tx, input.residentId);
    const decision = mayStandIn(input);
    if (!decision.allowed) return refused(RECORDING_WORDS, decision.reasons);
    if (!(await tx.em.existsBy(StandInEntity, { homeId, id: input.id }))) {
      await tx.em.update(StandInEntity, { homeId, residentId: resident.id, kind: input.kind, endedAt: IsNull() }, { endedAt: tx.now });
    }
    await this.people.once(tx, StandInEntity, {
      homeId, id: input.id, residentId: resident.id, kind: input.kind, name: input.name.trim(), words: input.words.trim(), recordedBy: accountId, recordedByName: name, recordedAt: tx.now, endedAt: null,
    }, (before) => before.residentId === resident.id && before.name === input.name.trim());
    return decidingOf(tx, resident.id);
  }

  /** A second pair of eyes on money that a supporter decided about: not those that wrote it down. */
  async lookAtMoney(tx: Tx, input: SecondLookInput): Promise<MoneyLookedAtType | Refused> {
    const { homeId, accountId, name } = tx.actor;
    const made = await tx.em.findOneBy(DecisionMadeEntity, { homeId, id: input.decisionId, wantsSecondLook: true });
    if (!made) throw new NotFound('This decision about money');
    const looked = await tx.em.findOneBy(SecondLookEntity, { homeId, decisionId: made.id });
    const decision = mayLook({ isOwn: made.recordedBy === accountId, lookedBy: looked?.lookedByName ?? null, words: input.words });
    if (!decision.allowed) return refused(SECOND_LOOK_WORDS, decision.reasons);
    await tx.em.insert(SecondLookEntity, { homeId, id: made.id, decisionId: made.id, words: input.words.trim(), isWell: input.isWell, lookedBy: accountId, lookedByName: name, lookedAt: tx.now });
    return { left: await moneyToLookAt(tx) };
  }
}

function areaIn(text: string): Area {
  if (!isArea(text)) throw new Invalid('Choose an area of life: daily activities, outings and risk, money, sharing, or photos and audio.');
  return text;
}
