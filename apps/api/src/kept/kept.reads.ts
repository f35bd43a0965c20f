/** The times promises came due between two days, for whoever may see the promises: three statements, however many there are. */
import { type CameDue, cameDue } from '@promenade/domain/kept/came-due';
import type { Days, Due } from '@promenade/domain/kept/rate';
import type { PromiseEntry } from '@promenade/domain/promises/promise';
import { type Day, dayIn, instantAt } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';

/** A time a promise came due, with what a list says of it. */
export type DueRow = Due & { readonly residentId: string; readonly residentName: string; readonly promised: string; readonly picture: string | null };

type PromiseRow = { id: string; residentId: string; residentName: string; words: string; kind: string | null; picture: string | null };
type EntryRow = PromiseEntry & { promiseId: string };

/** `residentIds` null is everybody in the home. Consent decides what a supporter gets, as everywhere. */
export async function duesBetween(tx: Tx, residentIds: readonly string[] | null, days: Days): Promise<DueRow[]> {
  const { homeId, zone } = tx.actor;
  // What was settled before the first day came due before it as well.
  const promises = await tx.em.query<PromiseRow[]>(
    `SELECT p.id, p.resident_id AS "residentId", r.preferred_name AS "residentName", p.words, a.kind, a.picture
     FROM promise p JOIN resident r ON r.home_id = p.home_id AND r.id = p.resident_id LEFT JOIN activity a ON a.home_id = p.home_id AND a.id = p.activity_id
     WHERE p.home_id = $1 AND ($2::uuid[] IS NULL OR p.resident_id = ANY($2))
       AND (p.owed OR EXISTS (SELECT 1 FROM ledger_entry e WHERE e.home_id = p.home_id AND e.promise_id = p.id AND e.at >= $3))`,
    [homeId, residentIds, instantAt(zone, days.from, 0)],
  );
  if (promises.length === 0) return [];
  const ids = promises.map(({ id }) => id);
  const entries = await tx.em.query<EntryRow[]>(
    `SELECT e.seq, e.at, e.kind, c.content, e.promise_id AS "promiseId" FROM ledger_entry e LEFT JOIN ledger_content c ON c.home_id = e.home_id AND c.id = e.id
     WHERE e.home_id = $1 AND e.promise_id = ANY($2) ORDER BY e.seq`, [homeId, ids]);
  const held = await tx.em.query<{ id: string; at: Date }[]>('SELECT session_id AS id, starts_at AS at FROM sessions_of_promises($1, $2)', [homeId, ids]);
  const dayOf = (at: Date): Day => dayIn(zone, at);
  const heldOn = new Map(held.map(({ id, at }) => [id, dayOf(at)]));
  const telling = { today: dayIn(zone, tx.now), dayOf, happenedOn: (id: string) => heldOn.get(id) ?? null };
  const byPromise = Map.groupBy(entries, ({ promiseId }) => promiseId);
  return promises.flatMap(({ id, residentId, residentName, words: promised, kind, picture }) => cameDue(id, byPromise.get(id) ?? [], telling)
    .filter(({ day }: CameDue) => day >= days.from && day <= days.to)
    .map((due): DueRow => ({ ...due, kind, residentId, residentName, promised, picture })));
}
