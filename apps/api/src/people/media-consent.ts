/** Writes down what was agreed about photos and recordings, and keeps the resident's row in step: whoever shows pictures asks that. */
import type { MediaAnswer, MediaKind } from '@promenade/domain/people/media-consent';
import { wordsOrNull } from '@promenade/domain/shared/words';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { MediaConsentEntity } from './decisions.entities.ts';
import { ResidentEntity } from './people.entities.ts';

export type Agreed = { readonly id?: string; readonly residentId: string; readonly kind: MediaKind; readonly answer: MediaAnswer; readonly condition: string | null; readonly decidedBy: string };

/** A new version, unless it was sent before. It counts from the next request on. */
export async function noteMediaConsent(tx: Tx, agreed: Agreed): Promise<void> {
  const { homeId, accountId, name } = tx.actor;
  const { residentId, kind, answer, decidedBy } = agreed;
  const condition = answer === 'conditional' ? wordsOrNull(agreed.condition) : null;
  const written = await tx.em.createQueryBuilder().insert().into(MediaConsentEntity)
    .values({ homeId, id: agreed.id ?? newId(), residentId, kind, answer, condition, decidedBy, recordedBy: accountId, recordedByName: name, recordedAt: tx.now }).orIgnore().returning('id').execute();
  if ((written.raw as unknown[]).length === 0 || kind !== 'photos') return;
  await tx.em.update(ResidentEntity, { homeId, id: residentId }, { photoConsent: answer, photoConsentWords: condition });
}

/** What was agreed last about a kind; about photos what the resident's row says, also where it came with the home's own list. */
export async function mediaAnswerOf(tx: Pick<Tx, 'em' | 'actor'>, residentId: string, kind: MediaKind): Promise<MediaAnswer> {
  const { homeId } = tx.actor;
  if (kind === 'photos') return (await tx.em.findOneBy(ResidentEntity, { homeId, id: residentId }))?.photoConsent ?? 'not asked';
  const [latest] = await tx.em.find(MediaConsentEntity, { where: { homeId, residentId, kind }, order: { recordedAt: 'DESC', id: 'DESC' }, take: 1 });
  return latest?.answer ?? 'not asked';
}
