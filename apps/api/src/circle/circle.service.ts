/** Who is in a circle, what is shared with whom, and by what right: load, ask the domain, save. */
import { Injectable } from '@nestjs/common';
import { AREA_NOT_KNOWN } from '@promenade/domain/people/authority';
import type { About } from '@promenade/domain/circle/capacity';
import { RECORDING_WORDS, isWellSaid, mayAddSupporter, mayRecordAuthority } from '@promenade/domain/circle/recording';
import { isSharedKind } from '@promenade/domain/circle/sharing';
import {
  AUTHORITY_WORDS, type AuthorityReason, type Decider, type Right, isArea, isRepresentation, isRight, mayDecide, mayWithdraw, representationOf, sayDecidedBy,
} from '@promenade/domain/circle/who-decides';
import { type Decision, sayReason } from '@promenade/domain/shared/decision';
import { dayIn } from '@promenade/domain/shared/time';
import { isBlank, wordsOrNull } from '@promenade/domain/shared/words';
import { IsNull } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Conflict, Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { AuthorityEntity } from '../people/people.entities.ts';
import { CircleMemberEntity, SharingConsentEntity, SupporterEntity } from './circle.entities.ts';
import type { AddSupporterInput, CircleType, GiveSharingInput, RecordAuthorityInput, WithdrawSharingInput } from './circle.graphql.ts';
import { type Member, authoritiesOf, circleOf, membersOf, residentIn, viewsOf } from './circle.reads.ts';
import { noteHeard } from './heard.ts';

/** Who decided, as it was told to the home. */
type Said = { residentId: string; supporterId: string; right: string; bySupporterId?: string | null; words: string; matter?: string | null };

@Injectable()
export class CircleService {
  async giveSharing(tx: Tx, input: GiveSharingInput): Promise<CircleType | Refused> {
    const { kinds: wanted, right, bySupporterId = null, words } = input;
    const said = isWellSaid({ kinds: wanted, right, bySupporterId, words });
    if (!said.allowed) return refused(RECORDING_WORDS, said.reasons);
    const kinds = wanted.map(kindIn);
    const { decision, by } = await this.decided(tx, input, (decider, authorities, today, about) => mayDecide(decider, 'sharing', authorities, today, about));
    if (!decision.allowed) return refused(AUTHORITY_WORDS, decision.reasons);
    for (const kind of new Set(kinds)) {
      const where = { homeId: tx.actor.homeId, residentId: input.residentId, supporterId: input.supporterId, kind };
      if (await tx.em.existsBy(SharingConsentEntity, { ...where, withdrawnAt: IsNull() })) continue;
      await tx.em.insert(SharingConsentEntity, { ...where, id: newId(), givenAt: tx.now, givenBy: by, recordedBy: tx.actor.accountId, withdrawnAt: null, withdrawnBy: null });
    }
    return circleOf(tx, input.residentId);
  }

  /** From the next request on, the supporter sees nothing of this kind. */
  async withdrawSharing(tx: Tx, input: WithdrawSharingInput): Promise<CircleType | Refused> {
    const { right, bySupporterId = null } = input;
    const said = isWellSaid({ kinds: [input.kind], right, bySupporterId, words: null });
    if (!said.allowed) return refused(RECORDING_WORDS, said.reasons);
    const kind = kindIn(input.kind);
    const { decision, by } = await this.decided(tx, input, mayWithdraw);
    if (!decision.allowed) return refused(AUTHORITY_WORDS, decision.reasons);
    await tx.em.update(SharingConsentEntity,
      { homeId: tx.actor.homeId, residentId: input.residentId, supporterId: input.supporterId, kind, withdrawnAt: IsNull() },
      { withdrawnAt: tx.now, withdrawnBy: `${by} Recorded by ${tx.actor.name}.` });
    return circleOf(tx, input.residentId);
  }

  async addSupporter(tx: Tx, input: AddSupporterInput): Promise<CircleType | Refused> {
    const decision = mayAddSupporter(input);
    if (!decision.allowed) return refused(RECORDING_WORDS, decision.reasons);
    const { homeId } = tx.actor;
    await residentIn(tx, input.residentId);
    const row: SupporterEntity = { homeId, id: input.id, name: input.name.trim(), email: wordsOrNull(input.email)?.toLowerCase() ?? null, phone: wordsOrNull(input.phone) };
    const known = await tx.em.findOneBy(SupporterEntity, { homeId, id: input.id });
    if (known && (known.name !== row.name || known.email !== row.email)) throw new Conflict('Somebody else has been added under this id. Open the page again.');
    if (!known) await tx.em.insert(SupporterEntity, row);
    const isMember = await tx.em.existsBy(CircleMemberEntity, { homeId, residentId: input.residentId, supporterId: row.id });
    if (!isMember) await tx.em.insert(CircleMemberEntity, { homeId, id: newId(), residentId: input.residentId, supporterId: row.id, relation: input.relation.trim() });
    return circleOf(tx, input.residentId);
  }

  async recordAuthority(tx: Tx, input: RecordAuthorityInput): Promise<CircleType | Refused> {
    const { kind, words } = input;
    if (!isArea(input.area)) throw new Invalid('Choose an area of life: daily activities, outings and risk, money, sharing, or photos and audio.');
    const held = isRepresentation(kind);
    const draft = { area: input.area, kind, words, supporterId: held ? (input.supporterId ?? null) : null, power: held ? wordsOrNull(input.power) : null, untilDate: input.untilDate ?? null };
    const today = dayIn(tx.actor.zone, tx.now);
    const decision = mayRecordAuthority(draft, today);
    if (!decision.allowed) return refused(RECORDING_WORDS, decision.reasons);
    await residentIn(tx, input.residentId);
    if (draft.supporterId !== null) memberIn(await membersOf(tx, input.residentId), draft.supporterId);
    const documentSeen = held ? wordsOrNull(input.documentSeen) : null;
    const row = {
      area: input.area, kind: input.kind, supporterId: draft.supporterId, words: input.words.trim(), documentSeen,
      seenBy: documentSeen === null ? null : tx.actor.accountId, seenOn: documentSeen === null ? null : today, untilDate: draft.untilDate, power: draft.power,
      actsEarly: kind === 'attorney' && draft.power === 'property and affairs' ? input.actsEarly : null, scope: kind === 'deputy' ? wordsOrNull(input.scope) : null, matter: null,
      seenByName: documentSeen === null ? null : tx.actor.name, recordedByName: tx.actor.name, recordedAt: tx.now, supersededAt: null,
    };
    const { homeId } = tx.actor;
    const sent = await tx.em.findOneBy(AuthorityEntity, { homeId, id: input.id });
    if (sent && (sent.residentId !== input.residentId || sent.area !== row.area || sent.kind !== row.kind || sent.supporterId !== row.supporterId)) throw new Conflict('Something else was recorded under this entry. Open the page again.');
    if (sent) return circleOf(tx, input.residentId);
    const before = await this.sameAuthority(tx, input.residentId, row);
    if (before) await tx.em.update(AuthorityEntity, { homeId, id: before.id }, { supersededAt: tx.now });
    await tx.em.insert(AuthorityEntity, { homeId, id: input.id, residentId: input.residentId, ...row });
    return circleOf(tx, input.residentId);
  }

  /** What is on record already about this holder, kind and area, or about an area nobody knew yet. */
  private async sameAuthority(tx: Tx, residentId: string, row: Pick<AuthorityEntity, 'area' | 'kind' | 'supporterId'>): Promise<AuthorityEntity | null> {
    const all = await authoritiesOf(tx, residentId);
    const same = all.filter(({ kind, supporterId }) => kind === row.kind && supporterId === row.supporterId);
    return same.find(({ area }) => area === row.area) ?? same.find(({ area }) => area === AREA_NOT_KNOWN) ?? null;
  }

  /** Whether whoever is said to have decided may, and who that was in words. */
  private async decided(
    tx: Tx, said: Said, rule: (decider: Decider, authorities: readonly AuthorityEntity[], today: string, about: About) => Decision<AuthorityReason>,
  ): Promise<{ decision: Decision<AuthorityReason>; by: string }> {
    const resident = await residentIn(tx, said.residentId);
    const members = await membersOf(tx, said.residentId);
    const [authorities, today] = [await authoritiesOf(tx, said.residentId), dayIn(tx.actor.zone, tx.now)];
    memberIn(members, said.supporterId);
    const right: Right = isRight(said.right) ? said.right : 'the person';
    const holder = isRepresentation(right) ? memberIn(members, said.bySupporterId ?? '') : null;
    const decision = rule(deciderOf(right, holder), authorities, today, { matter: wordsOrNull(said.matter), views: await viewsOf(tx, said.residentId) });
    // The right that is on record, whatever was chosen on the screen.
    const held = holder ? (representationOf(holder.id, 'sharing', authorities, today) ?? right) : right;
    if (!decision.allowed && !isBlank(said.words)) {
      await noteHeard(tx, {
        residentId: said.residentId, supporterId: holder?.id ?? null, whose: holder?.name ?? (right === 'best interests' ? tx.actor.name : resident.preferredName), area: 'sharing',
        about: `Sharing with ${memberIn(members, said.supporterId).name}`, words: said.words.trim(), whyNot: decision.reasons.map((reason) => sayReason(AUTHORITY_WORDS, reason)).join(' '),
      });
    }
    return { decision, by: sayDecidedBy({ right: held, person: resident.preferredName, supporterName: holder?.name ?? null }, said.words) };
  }
}

export function deciderOf(right: Right, holder: Member | null): Decider {
  if (holder) return { as: 'supporter', supporterId: holder.id, name: holder.name, relation: holder.relation };
  return right === 'best interests' ? { as: 'best interests' } : { as: 'the person' };
}

export function memberIn(members: readonly Member[], id: string): Member {
  const member = members.find((each) => each.id === id);
  if (!member) throw new NotFound('This person of the circle');
  return member;
}

export function kindIn(text: string) {
  if (!isSharedKind(text)) throw new Invalid('That is not a kind of information that can be shared. Open the page again and choose one.');
  return text;
}
