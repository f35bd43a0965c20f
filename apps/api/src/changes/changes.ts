/** Writes down that a fact has changed, once, however often the device sends it; and that it is as before. */
import type { ChangeKind, ChangedFact } from '@promenade/domain/changes/changed-fact';
import { IsNull } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Conflict, NotFound } from '../graphql/errors.ts';
import { ChangedFactEntity } from './changes.entities.ts';

type About = Pick<ChangedFact, 'kind'> & Partial<Pick<ChangedFact, 'staffId' | 'residentId' | 'vehicleId'>>;
type Held = { homeId: string; changeId: string | null; endedAt: Date | null };
type Said = About & Pick<ChangedFact, 'startsAt' | 'words'> & Partial<Pick<ChangedFact, 'id' | 'endsAt' | 'undoesId'>>;

/** What was said before under an id that the device made; null when nothing was. Throws `Conflict` when it was something else. */
export async function saidBefore(tx: Tx, id: string, { kind, staffId = null, residentId = null, vehicleId = null }: About): Promise<ChangedFactEntity | null> {
  const before = await tx.em.findOneBy(ChangedFactEntity, { homeId: tx.actor.homeId, id });
  if (before && (before.kind !== kind || before.staffId !== staffId || before.residentId !== residentId || before.vehicleId !== vehicleId)) {
    throw new Conflict('Something else was saved under this entry already. Open the page again and say it once more.');
  }
  return before;
}

export async function noteChange(tx: Tx, { id, kind, staffId, residentId, vehicleId, startsAt, endsAt, words, undoesId }: Said): Promise<ChangedFactEntity> {
  const { homeId, accountId, name } = tx.actor;
  const row: ChangedFactEntity = {
    homeId, id: id ?? newId(), kind, staffId: staffId ?? null, residentId: residentId ?? null, vehicleId: vehicleId ?? null, startsAt, endsAt: endsAt ?? null, words, undoesId: undoesId ?? null,
    recordedBy: accountId, recordedByName: name, recordedAt: tx.now,
  };
  await tx.em.createQueryBuilder().insert().into(ChangedFactEntity).values(row).execute();
  return row;
}

/** A change of one kind, to be taken back. */
export async function changeToUndo(tx: Tx, id: string, kind: ChangeKind): Promise<ChangedFactEntity> {
  const change = await tx.em.findOneBy(ChangedFactEntity, { homeId: tx.actor.homeId, id, kind });
  if (!change) throw new NotFound('This change');
  return change;
}

/** Takes a change back from now on: its rows stay and end, and a further entry says so. Null when nothing of it still held. */
export async function takeBack(tx: Tx, change: ChangedFactEntity, rows: new () => Held, said: { kind: ChangeKind; words: string }): Promise<ChangedFactEntity | null> {
  const { homeId, now } = { homeId: tx.actor.homeId, now: tx.now };
  if (change.endsAt !== null && change.endsAt <= now) return null;
  const { affected } = await tx.em.update(rows, { homeId, changeId: change.id, endedAt: IsNull() }, { endedAt: now });
  if (!affected) return null;
  const { staffId, residentId, vehicleId, endsAt } = change;
  return noteChange(tx, { ...said, staffId, residentId, vehicleId, startsAt: now, endsAt, undoesId: change.id });
}
