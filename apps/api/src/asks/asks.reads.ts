/** What the asks read: each with what was said since, the wish it became and the promise that came of that. Row security decides who sees which. */
import { type AskEntry, standingOf, sayStanding } from '@promenade/domain/asks/ask';
import type { Day } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import type { FamilyAskEntryType, FamilyAskType } from './asks.graphql.ts';

type WishRow = { answer: 'promised' | 'declined'; words: string | null; by: string | null; at: string };
type AskRow = {
  id: string; residentId: string; residentName: string; words: string; askedBy: string; relation: string; askedAt: Date; answerBy: Day;
  entries: { id: string; kind: AskEntry['kind']; words: string; by: string; at: string; answerBy: Day | null }[];
  isWish: boolean; wish: WishRow | null; promiseId: string | null;
};

/** Asks of these residents, or of everybody; by these ids when any are named. The one asked last comes first. */
export async function asksOf(tx: Tx, { residentIds, ids }: { residentIds?: readonly string[]; ids?: readonly string[] }, today: Day): Promise<FamilyAskType[]> {
  const rows = await tx.em.query<AskRow[]>(
    `SELECT a.id, a.resident_id AS "residentId", r.preferred_name AS "residentName", a.words, a.recorded_by_name AS "askedBy", a.relation, a.recorded_at AS "askedAt", to_char(a.answer_by, 'YYYY-MM-DD') AS "answerBy",
            coalesce((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'words', e.words, 'by', e.recorded_by_name, 'at', e.recorded_at, 'answerBy', e.answer_by) ORDER BY e.recorded_at, e.id)
                      FROM family_ask_entry e WHERE e.home_id = a.home_id AND e.ask_id = a.id), '[]') AS entries,
            w.id IS NOT NULL AS "isWish", CASE WHEN w.answer IS NOT NULL THEN jsonb_build_object('answer', w.answer, 'words', w.answer_words, 'by', w.answered_by, 'at', w.answered_at) END AS wish,
            (SELECT p.id FROM promise p WHERE p.home_id = w.home_id AND p.wish_id = w.id ORDER BY p.made_at, p.id LIMIT 1) AS "promiseId"
     FROM family_ask a JOIN resident r ON r.home_id = a.home_id AND r.id = a.resident_id LEFT JOIN wish w ON w.home_id = a.home_id AND w.id = a.id
     WHERE a.home_id = $1 AND ($2::uuid[] IS NULL OR a.resident_id = ANY($2)) AND ($3::uuid[] IS NULL OR a.id = ANY($3)) ORDER BY a.recorded_at DESC, a.id DESC LIMIT 500`,
    [tx.actor.homeId, residentIds ?? null, ids ?? null],
  );
  return rows.map((row) => readAsk(row, today));
}

function readAsk({ entries, wish, isWish, promiseId, answerBy, ...row }: AskRow, today: Day): FamilyAskType {
  const said = [...entries.map(({ at, ...entry }) => ({ ...entry, at: new Date(at) })), ...(wish ? [wishAnswer(row.id, wish)] : [])].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const standing = standingOf(answerBy, said, today);
  return { ...row, ...standing, stands: sayStanding(standing), isWish, promiseId, entries: said };
}

/** A wish that was answered is an ask that was answered. */
function wishAnswer(id: string, { answer, words, by, at }: WishRow): FamilyAskEntryType & AskEntry {
  return { id, kind: 'answered', words: answer === 'promised' ? 'Yes. It has become a promise.' : (words ?? ''), by: by ?? 'The home', at: new Date(at), answerBy: null };
}

/** In whose circle the supporter who asks is, and as what; null where they are not, or the person shares nothing with them. */
export async function closeTo(tx: Tx, residentId: string): Promise<{ name: string; status: string; relation: string } | null> {
  const [row] = await tx.em.query<{ name: string; status: string; relation: string }[]>(
    `SELECT r.preferred_name AS name, r.status, m.relation FROM circle_member m JOIN resident r ON r.home_id = m.home_id AND r.id = m.resident_id
     WHERE m.home_id = $1 AND m.resident_id = $2 AND m.supporter_id = $3
       AND EXISTS (SELECT 1 FROM sharing_consent c WHERE c.home_id = m.home_id AND c.resident_id = m.resident_id AND c.supporter_id = m.supporter_id AND c.withdrawn_at IS NULL)`,
    [tx.actor.homeId, residentId, tx.actor.supporterId],
  );
  return row ?? null;
}
