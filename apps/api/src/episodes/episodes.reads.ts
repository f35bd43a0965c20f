/** Episodes under way, and whose review is due: for other modules and for the home's own page. */
import { type DueReason, byUrgency, reviewsDue as dueOf } from '@promenade/domain/episodes/review-due';
import { type LookBackDue, lookBacksOf } from '@promenade/domain/episodes/look-back';
import { dayIn } from '@promenade/domain/shared/time';
import { In } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { dueFacts } from './due-facts.reads.ts';
import { EpisodeEndEntity, EpisodeEntity, LookBackEntity } from './episodes.entities.ts';

/** The episode under way of each of these people; whoever has none is not in it. Null asks for everybody. */
export async function openEpisodes(tx: Tx, residentIds: readonly string[] | null): Promise<Map<string, EpisodeEntity>> {
  const { homeId } = tx.actor;
  const rows = await tx.em.createQueryBuilder(EpisodeEntity, 'e').where('e.homeId = :homeId', { homeId })
    .andWhere(residentIds === null ? 'true' : 'e.residentId = ANY(:ids)', { ids: residentIds })
    .andWhere('NOT EXISTS (SELECT 1 FROM episode_end n WHERE n.home_id = e.home_id AND n.episode_id = e.id)').getMany();
  return new Map(rows.map((row) => [row.residentId, row]));
}

/** Somebody with why everything should be looked at again with them, and whose turn that is. */
export type ReviewDue = { readonly residentId: string; readonly name: string; readonly namedWorkerId: string | null; readonly namedWorker: string | null; readonly lastReviewOn: string | null; readonly reasons: readonly DueReason[] };

/** Everybody here with a review that is due, the most pressing first; those not due are left out. `residentIds` null is the whole home. */
export async function reviewsDue(tx: Tx, residentIds: readonly string[] | null = null): Promise<ReviewDue[]> {
  const today = dayIn(tx.actor.zone, tx.now);
  return (await dueFacts(tx, residentIds)).map(({ whose: { id, name, namedWorkerId, namedWorker, lastReviewOn }, facts, answered }): ReviewDue => (
    { residentId: id, name, namedWorkerId, namedWorker, lastReviewOn, reasons: dueOf(facts, answered, today) })).filter(({ reasons }) => reasons.length > 0).toSorted((a, b) => byFirst(a.reasons, b.reasons) || a.name.localeCompare(b.name));
}

function byFirst([a]: readonly DueReason[], [b]: readonly DueReason[]): number {
  return a && b ? byUrgency(a, b) : 0;
}

export type LookBackOf = LookBackDue & { readonly residentId: string; readonly name: string; readonly episodeId: string; readonly namedWorker: string | null };
type EndedRow = { residentId: string; name: string; status: string; episodeId: string; endedOn: string; wentTo: string; namedWorker: string | null };

/** Looks at ended episodes that are due or to come, wherever the person lives now. */
export async function lookBacks(tx: Tx, residentId: string | null = null): Promise<LookBackOf[]> {
  const { homeId, zone } = tx.actor;
  const today = dayIn(zone, tx.now);
  const ended = await tx.em.query<EndedRow[]>(
    `SELECT n.resident_id AS "residentId", r.preferred_name AS name, r.status, n.episode_id AS "episodeId", to_char(n.ended_on, 'YYYY-MM-DD') AS "endedOn", n.went_to AS "wentTo", trim(s.given_name || ' ' || s.family_name) AS "namedWorker"
     FROM episode_end n JOIN resident r ON r.home_id = n.home_id AND r.id = n.resident_id LEFT JOIN staff s ON s.home_id = r.home_id AND s.id = r.named_worker_id
     WHERE n.home_id = $1 AND ($2::uuid IS NULL OR n.resident_id = $2) ORDER BY n.ended_on, n.id`, [homeId, residentId]);
  const done = ended.length === 0 ? [] : await tx.em.findBy(LookBackEntity, { homeId, episodeId: In(ended.map(({ episodeId }) => episodeId)) });
  return ended.flatMap(({ residentId: of, name, status, episodeId, endedOn, wentTo, namedWorker }) =>
    lookBacksOf({ endedOn, wentTo }, done.filter((look) => look.episodeId === episodeId), status, today).map((due): LookBackOf => ({ ...due, residentId: of, name, episodeId, namedWorker })))
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.name.localeCompare(b.name));
}

export async function endOf(tx: Tx, episodeId: string): Promise<EpisodeEndEntity | null> {
  return tx.em.findOneBy(EpisodeEndEntity, { homeId: tx.actor.homeId, episodeId });
}
