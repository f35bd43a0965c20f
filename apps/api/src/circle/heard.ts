/** Keeps what somebody said as heard: beside a decision, or where it was not theirs to decide. */
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { ViewHeardEntity } from '../people/decisions.entities.ts';

type View = Pick<ViewHeardEntity, 'residentId' | 'supporterId' | 'whose' | 'area' | 'about' | 'words'> & Partial<Pick<ViewHeardEntity, 'id' | 'decisionId' | 'whyNot'>>;

/** Once, however often the device sends it. */
export async function noteHeard(tx: Tx, view: View): Promise<void> {
  const { homeId, accountId, name } = tx.actor;
  const row: ViewHeardEntity = { id: newId(), decisionId: null, whyNot: null, ...view, homeId, recordedBy: accountId, recordedByName: name, recordedAt: tx.now };
  await tx.em.createQueryBuilder().insert().into(ViewHeardEntity).values(row).orIgnore().execute();
}
