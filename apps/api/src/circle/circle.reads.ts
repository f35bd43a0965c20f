/** The circle of one resident as one answer, for staff and for whoever represents the resident. */
import { AREAS } from '@promenade/domain/people/authority';
import { SHARED_KINDS, SHARED_KIND_WORDS, type SharedKind, sayWithdrawal } from '@promenade/domain/circle/sharing';
import { representationOf, sayWhoMayDecide } from '@promenade/domain/circle/who-decides';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { IsNull } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { CapacityViewEntity } from '../people/decisions.entities.ts';
import { AuthorityEntity, ResidentEntity } from '../people/people.entities.ts';
import { SharingConsentEntity } from './circle.entities.ts';
import type { CircleSupporterType, CircleType, SharingType } from './circle.graphql.ts';

export type Member = { id: string; name: string; relation: string; email: string | null; phone: string | null };

/** Everyone in a resident's circle whom the asker may know of. */
export function membersOf(tx: Tx, residentId: string): Promise<Member[]> {
  return tx.em.query<Member[]>(
    `SELECT s.id, s.name, m.relation, s.email, s.phone FROM circle_member m JOIN supporter s ON s.home_id = m.home_id AND s.id = m.supporter_id
     WHERE m.home_id = $1 AND m.resident_id = $2 ORDER BY s.name, s.id`,
    [tx.actor.homeId, residentId],
  );
}

export function authoritiesOf(tx: Tx, residentId: string): Promise<AuthorityEntity[]> {
  return tx.em.find(AuthorityEntity, { where: { homeId: tx.actor.homeId, residentId, supersededAt: IsNull() }, order: { area: 'ASC', id: 'ASC' } });
}

/** What was found of a resident's capacity, the oldest first, for `mayDecide`. */
export function viewsOf(tx: Tx, residentId: string): Promise<CapacityViewEntity[]> {
  return tx.em.find(CapacityViewEntity, { where: { homeId: tx.actor.homeId, residentId }, order: { recordedAt: 'ASC', id: 'ASC' } });
}

export async function residentIn(tx: Tx, id: string): Promise<ResidentEntity> {
  const resident = await tx.em.findOneBy(ResidentEntity, { homeId: tx.actor.homeId, id });
  if (!resident) throw new NotFound('This person');
  return resident;
}

export async function circleOf(tx: Tx, residentId: string): Promise<CircleType> {
  const resident = await residentIn(tx, residentId);
  const members = await membersOf(tx, residentId);
  const authorities = await authoritiesOf(tx, residentId);
  const consents = await tx.em.find(SharingConsentEntity, { where: { homeId: tx.actor.homeId, residentId }, order: { givenAt: 'DESC', id: 'DESC' } });
  const today = dayIn(tx.actor.zone, tx.now);
  const named = authorities.map((each) => (
    Object.assign({}, each, { supporterName: members.find(({ id }) => id === each.supporterId)?.name ?? null })));
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? 'somebody';
  return {
    residentId, name: resident.preferredName, authorities,
    supporters: members.map((member): CircleSupporterType => ({
      ...member,
      sharing: sharingOf(resident.preferredName, member, consents.filter(({ supporterId }) => supporterId === member.id)),
      decides: AREAS.filter((area) => representationOf(member.id, area, authorities, today) !== null),
    })),
    whoDecides: AREAS.map((area) => ({ area, words: sayWhoMayDecide(resident.preferredName, area, named, today) })),
    past: consents.filter(({ withdrawnAt }) => withdrawnAt !== null).toSorted((a, b) => Number(b.withdrawnAt) - Number(a.withdrawnAt))
      .map((consent) => sayPast(consent, nameOf(consent.supporterId), tx.actor.zone)),
  };
}

/** Every kind for one supporter, shared or not. */
function sharingOf(person: string, supporter: { name: string }, consents: readonly SharingConsentEntity[]): SharingType[] {
  return SHARED_KINDS.map((kind: SharedKind) => {
    const standing = consents.find((consent) => consent.kind === kind && consent.withdrawnAt === null);
    const { name, shows } = SHARED_KIND_WORDS[kind];
    return { kind, name, shows, isShared: Boolean(standing), since: standing?.givenAt ?? null, givenBy: standing?.givenBy ?? null, ifWithdrawn: sayWithdrawal(person, supporter.name, kind) };
  });
}

function sayPast({ kind, givenAt, givenBy, withdrawnAt, withdrawnBy }: SharingConsentEntity, supporter: string, zone: string): string {
  const until = withdrawnAt ? sayDay(dayIn(zone, withdrawnAt)) : '';
  return `${SHARED_KIND_WORDS[kind].name}, with ${supporter}, from ${sayDay(dayIn(zone, givenAt))} to ${until}. Given by ${givenBy} Withdrawn by ${withdrawnBy ?? 'nobody named.'}`;
}
