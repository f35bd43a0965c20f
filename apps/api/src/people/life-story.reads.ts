/** What a life story reads: who may see what is sensitive, versions, topics, what is kept out of plans. Each in one statement. */
import { mayDo } from '@promenade/domain/access/roles';
import { sayAvoided } from '@promenade/domain/people/life-topic';
import type { Actor } from '../access/actor.ts';
import type { SystemTx, Tx } from '../db/db.ts';
import type { LifeFactEntity } from './people.entities.ts';
import type { TopicToAvoidEntity } from './life-story.entities.ts';

/** Rows of a resident's life that this member of staff may read: what is sensitive is for a few. */
export async function readable<Row extends Pick<LifeFactEntity, 'residentId' | 'recordedBy' | 'sensitive'>>(tx: Tx, rows: readonly Row[]): Promise<Row[]> {
  const own = rows.some(({ sensitive }) => sensitive) && !maySeeAll(tx.actor) ? await namedFor(tx) : new Set<string>();
  return rows.filter((row) => !row.sensitive || maySeeAll(tx.actor) || row.recordedBy === tx.actor.accountId || own.has(row.residentId));
}

export const maySeeAll = (actor: Actor) => mayDo(actor.role, 'sensitive.read');

/** The residents whose named worker is asking. */
export async function namedFor(tx: Tx): Promise<ReadonlySet<string>> {
  if (tx.actor.staffId === null) return new Set();
  const rows = await tx.em.query<{ id: string }[]>('SELECT id FROM resident WHERE home_id = $1 AND named_worker_id = $2', [tx.actor.homeId, tx.actor.staffId]);
  return new Set(rows.map(({ id }) => id));
}

export type TopicRow = TopicToAvoidEntity & { namedWorkerId: string | null };

/** What is to be avoided with these residents now, the newest first. */
export function topicsOf(tx: Tx, residentIds: readonly string[]): Promise<TopicRow[]> {
  return tx.em.query<TopicRow[]>(
    `SELECT t.id, t.home_id AS "homeId", t.resident_id AS "residentId", t.life_fact_id AS "lifeFactId", t.words, t.why, t.instead, t.kinds, t.told_by AS "toldBy", t.told_how AS "toldHow",
            t.recorded_by AS "recordedBy", t.recorded_by_name AS "recordedByName", t.recorded_at AS "recordedAt", t.ended_at AS "endedAt", t.ended_by_name AS "endedByName", t.ended_why AS "endedWhy",
            r.named_worker_id AS "namedWorkerId"
     FROM topic_to_avoid t JOIN resident r ON r.home_id = t.home_id AND r.id = t.resident_id
     WHERE t.home_id = $1 AND t.resident_id = ANY($2) AND t.ended_at IS NULL ORDER BY t.recorded_at DESC, t.id`,
    [tx.actor.homeId, residentIds],
  );
}

export type KeptOut = { residentId: string; activityId: string; activityName: string; topics: string[] };

/** Every activity that a topic keeps out of plans, by itself or by its kind, with the topics it is for. Of everybody in the home when nobody is named. */
export function keptOut({ em }: Pick<Tx | SystemTx, 'em'>, homeId: string, residentIds: readonly string[] | null = null): Promise<KeptOut[]> {
  return em.query<KeptOut[]>(
    `SELECT t.resident_id AS "residentId", a.id AS "activityId", a.name AS "activityName", array_agg(t.words ORDER BY t.words) AS topics
     FROM topic_to_avoid t JOIN activity a ON a.home_id = t.home_id AND (a.kind = ANY(t.kinds)
       OR EXISTS (SELECT 1 FROM topic_activity l WHERE l.home_id = t.home_id AND l.topic_id = t.id AND l.activity_id = a.id))
     WHERE t.home_id = $1 AND t.ended_at IS NULL AND ($2::uuid[] IS NULL OR t.resident_id = ANY($2))
     GROUP BY t.resident_id, a.id, a.name ORDER BY t.resident_id, a.name, a.id`,
    [homeId, residentIds],
  );
}

export const becauseOf = ({ topics }: KeptOut) => sayAvoided(topics);
