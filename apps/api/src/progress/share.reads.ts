/** The share of planned support that really happened in the last four weeks: of each who had some planned, and of the whole home. */
import { SHARE_DAYS, type Given, sayShare, shareOf } from '@promenade/domain/progress/share';
import type { LivesHere } from '@promenade/domain/progress/without-outcome';
import { addDays, dayIn } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { plannedAndReal } from '../taper/taper.reads.ts';
import type { HomeProgressType, SupportShareType } from './progress.graphql.ts';

export async function sharesOf(tx: Tx, people: readonly LivesHere[]): Promise<Pick<HomeProgressType, 'shareFrom' | 'shareTo' | 'share' | 'shares'>> {
  const today = dayIn(tx.actor.zone, tx.now);
  const [shareFrom, shareTo] = [addDays(today, -SHARE_DAYS), addDays(today, -1)];
  const given = await plannedAndReal(tx, people.map(({ residentId }) => residentId), shareFrom, shareTo);
  const shares = people.flatMap(({ residentId, name }) => {
    const own = given.get(residentId);
    return own && own.planned > 0 ? [shared(residentId, name, [own])] : [];
  });
  return { shareFrom, shareTo, share: shared(null, '', [...given.values()]), shares };
}

function shared(residentId: string | null, name: string, given: readonly Given[]): SupportShareType {
  const share = shareOf(given);
  return { residentId, name, ...share, reasons: [...share.reasons], words: sayShare(share) };
}
