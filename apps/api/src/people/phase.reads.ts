/** The phase of life each of these people is in, as it was said last. */
import { In } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { LifePhaseEntity } from './support.entities.ts';

/** Everything said of one person's phase, the latest first. */
export function phasesOf(tx: Tx, residentId: string): Promise<LifePhaseEntity[]> {
  return tx.em.find(LifePhaseEntity, { where: { homeId: tx.actor.homeId, residentId }, order: { recordedAt: 'DESC', id: 'DESC' } });
}

/** By resident; whoever nobody has said anything of is not in it. */
export async function latestPhases(tx: Tx, residentIds: readonly string[]): Promise<Map<string, LifePhaseEntity>> {
  const rows = await tx.em.find(LifePhaseEntity, { where: { homeId: tx.actor.homeId, residentId: In([...residentIds]) }, order: { recordedAt: 'ASC', id: 'ASC' } });
  return new Map(rows.map((row) => [row.residentId, row]));
}
