/** What matters to people, folded from everything they ever answered, and what stands in the way: one statement each. */
import { sayHowKnown } from '@promenade/domain/people/life-story';
import { PREFERENCE_ITEMS, sayQuestion } from '@promenade/domain/people/preference';
import type { Tx } from '../db/db.ts';
import { PreferenceAnswerEntity } from './preferences.entities.ts';
import type { BarrierType, PreferenceAnswerType, PreferencesType } from './preferences.graphql.ts';

type BarrierRow = Omit<BarrierType, 'question'> & { item: string; asks: string | null; closedAt: Date | null };

/** What stands in the way and has not been taken out of it: of one resident, of one by id, or of everybody in the home; the longest standing first. */
export async function openBarriers(tx: Tx, only: { residentId?: string; id?: string } = {}): Promise<(BarrierType & { item: string; closedAt: Date | null })[]> {
  const rows = await tx.em.query<BarrierRow[]>(
    `SELECT b.id, b.resident_id AS "residentId", r.preferred_name AS "residentName", a.item, a.asks, b.words, b.opened_by_name AS "openedByName", b.opened_at AS "openedAt",
            b.wish_id AS "wishId", w.words AS "wishWords", w.answer AS "wishAnswer", b.closed_at AS "closedAt"
     FROM barrier b JOIN resident r ON r.home_id = b.home_id AND r.id = b.resident_id JOIN preference_answer a ON a.home_id = b.home_id AND a.id = b.answer_id
     LEFT JOIN wish w ON w.home_id = b.home_id AND w.id = b.wish_id
     WHERE b.home_id = $1 AND ($2::uuid IS NULL OR b.resident_id = $2) AND CASE WHEN $3::uuid IS NULL THEN b.closed_at IS NULL AND r.status NOT IN ('moved out', 'died') ELSE b.id = $3 END
     ORDER BY b.opened_at, b.id`,
    [tx.actor.homeId, only.residentId ?? null, only.id ?? null],
  );
  return rows.map(({ asks, ...row }) => ({ ...row, question: sayQuestion(row.item, asks) }));
}

const shown = (row: PreferenceAnswerEntity): PreferenceAnswerType => ({
  id: row.id, answer: row.answer, words: row.words, howKnown: sayHowKnown({ toldBy: row.answeredBy, toldHow: row.toldHow }), recordedByName: row.recordedByName, recordedAt: row.recordedAt,
});

/** The sixteen in their order, then the own ones in the order in which they were first asked. */
export async function preferencesOf(tx: Tx, residentId: string): Promise<PreferencesType> {
  const rows = await tx.em.find(PreferenceAnswerEntity, { where: { homeId: tx.actor.homeId, residentId }, order: { recordedAt: 'ASC', id: 'ASC' } });
  const byItem = Map.groupBy(rows, ({ item }) => item);
  const barriers = new Map((await openBarriers(tx, { residentId })).map((barrier) => [barrier.item, barrier]));
  const items = [...new Set([...Object.keys(PREFERENCE_ITEMS), ...byItem.keys()])].map((item) => {
    const answers = (byItem.get(item) ?? []).toReversed();
    const [now = null, ...before] = answers.map(shown);
    return { item, question: sayQuestion(item, answers.find(({ asks }) => asks !== null)?.asks ?? null), now, before, barrier: barriers.get(item) ?? null };
  });
  return { residentId, answered: items.filter(({ now }) => now !== null).length, items };
}
