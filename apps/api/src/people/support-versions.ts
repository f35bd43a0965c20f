/** Keeps each version of somebody's support, beside the resident's row that a plan is made from. */
import { wordsOrNull } from '@promenade/domain/shared/words';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import type { ResidentEntity } from './people.entities.ts';
import type { EditSupportInput } from './people-inputs.graphql.ts';
import { SupportVersionEntity } from './support.entities.ts';

type Kept = Pick<SupportVersionEntity, 'hoist' | 'bring' | 'style'>;

/** What is not asked for on a form stays as it was. */
export async function supportKept(tx: Tx, residentId: string, { hoist, bring, style }: Pick<EditSupportInput, 'hoist' | 'bring' | 'style'>): Promise<Kept & { hasVersions: boolean }> {
  const [latest] = await tx.em.find(SupportVersionEntity, { where: { homeId: tx.actor.homeId, residentId }, order: { recordedAt: 'DESC', id: 'DESC' }, take: 1 });
  const or = (said: string | null | undefined, before: string | null | undefined) => (said === undefined ? (before ?? null) : wordsOrNull(said));
  return { hoist: or(hoist, latest?.hoist), bring: or(bring, latest?.bring), style: or(style, latest?.style), hasVersions: latest !== undefined };
}

/** A version as the resident's row stands. */
export async function noteSupport(tx: Tx, row: ResidentEntity, { hoist, bring, style }: Kept, by: { recordedByName: string; recordedAt: Date; why: string | null }): Promise<void> {
  await tx.em.insert(SupportVersionEntity, {
    homeId: row.homeId, id: newId(), residentId: row.id, inStaff: row.supportInStaff, inResidents: row.supportInResidents, outStaff: row.supportOutStaff, outResidents: row.supportOutResidents,
    wheelchair: row.wheelchair, transfers: row.transfers, hoist, bring, communication: row.communication, riskOut: row.riskOut, riskDo: row.riskDo, style, recordedBy: tx.actor.accountId, ...by,
  });
}
