/** Rounds as they are shown and counted: each list in one statement. */
import { OCCUPIED, type LookWord, standingLooks } from '@promenade/domain/rounds/round';
import { type Gathered, PARTS_OF_DAY, partOfDay, sayShare, shareOf, sharesBy } from '@promenade/domain/rounds/trend';
import { type Day, addDays, clockIn, dayIn, instantAt, mondayOf } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import type { RoundLook, RoundPerson, RoundRoom, RoundShare, RoundTrend, RoundType, RoundsOfPerson } from './rounds.graphql.ts';

type RawLook = Omit<RoundLook, 'at'> & { at: string; state: LookWord; correctsId: string | null };
type Raw = Omit<RoundType, 'looks'> & { looks: RawLook[] };

const ROUNDS = `
  SELECT d.id, d.room_id AS "roomId", m.name AS room, d.began_at AS "beganAt", coalesce(e.whole, false) AS whole, e.id IS NOT NULL AS ended, d.recorded_by_name AS "recordedByName",
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', l.id, 'residentId', l.resident_id, 'name', p.preferred_name, 'state', l.state, 'at', l.at, 'correctsId', l.corrects_id,
        'responses', coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'words', a.words, 'recordedByName', a.recorded_by_name) ORDER BY a.recorded_at, a.id)
          FROM round_response a WHERE a.home_id = l.home_id AND a.look_id = l.id), '[]')) ORDER BY l.at, l.id)
      FROM round_look l JOIN resident p ON p.home_id = l.home_id AND p.id = l.resident_id WHERE l.home_id = d.home_id AND l.round_id = d.id), '[]') AS looks
  FROM round d JOIN room m ON m.home_id = d.home_id AND m.id = d.room_id
  LEFT JOIN round_end e ON e.home_id = d.home_id AND e.round_id = d.id
  WHERE d.home_id = $1`;

function roundOf({ looks, ...rest }: Raw): RoundType {
  return { ...rest, looks: standingLooks(looks).map((look) => ({ ...look, at: new Date(look.at) })) };
}

export async function roundById(tx: Tx, id: string): Promise<RoundType> {
  const [row] = await tx.em.query<Raw[]>(`${ROUNDS} AND d.id = $2`, [tx.actor.homeId, id]);
  if (!row) throw new NotFound('This round');
  return roundOf(row);
}

const LATEST = 30;
export const LATEST_DAYS = 14;

export async function latestRounds(tx: Tx): Promise<RoundType[]> {
  const since = instantAt(tx.actor.zone, addDays(dayIn(tx.actor.zone, tx.now), -LATEST_DAYS), 0);
  const rows = await tx.em.query<Raw[]>(`${ROUNDS} AND d.began_at >= $2 ORDER BY d.began_at DESC, d.id DESC LIMIT ${LATEST}`, [tx.actor.homeId, since]);
  return rows.map(roundOf);
}

export function roomsForRounds(tx: Tx): Promise<RoundRoom[]> {
  return tx.em.query<RoundRoom[]>(
    `SELECT m.id, m.name, (SELECT max(d.began_at) FROM round d WHERE d.home_id = m.home_id AND d.room_id = m.id) AS "lastAt" FROM room m WHERE m.home_id = $1 ORDER BY m.name, m.id`, [tx.actor.homeId]);
}

export function peopleForRounds(tx: Tx): Promise<RoundPerson[]> {
  const since = instantAt(tx.actor.zone, addDays(dayIn(tx.actor.zone, tx.now), -LATEST_DAYS), 0);
  return tx.em.query<RoundPerson[]>(
    `WITH seen AS (SELECT DISTINCT ON (l.resident_id) l.resident_id, d.room_id FROM round_look l JOIN round d ON d.home_id = l.home_id AND d.id = l.round_id
       WHERE l.home_id = $1 AND l.at >= $2 AND l.state <> 'taken back' AND l.id NOT IN (SELECT c.corrects_id FROM round_look c WHERE c.home_id = $1 AND c.corrects_id IS NOT NULL)
       ORDER BY l.resident_id, l.at DESC, l.id DESC)
     SELECT p.id, p.preferred_name AS name, p.room, seen.room_id AS "lastRoomId" FROM resident p LEFT JOIN seen ON seen.resident_id = p.id
     WHERE p.home_id = $1 AND p.status = 'living here' ORDER BY p.preferred_name, p.id`,
    [tx.actor.homeId, since],
  );
}

type Counted = { began: Date; room: string; whole: boolean; occupied: number; looks: number };

const COUNTED = `
  SELECT d.began_at AS began, m.name AS room, coalesce(e.whole, false) AS whole, count(*) FILTER (WHERE l.state = ANY($3))::int AS occupied, count(l.id)::int AS looks
  FROM round d JOIN room m ON m.home_id = d.home_id AND m.id = d.room_id
  LEFT JOIN round_end e ON e.home_id = d.home_id AND e.round_id = d.id
  JOIN round_look l ON l.home_id = d.home_id AND l.round_id = d.id AND l.state <> 'taken back'
    AND l.id NOT IN (SELECT c.corrects_id FROM round_look c WHERE c.home_id = $1 AND c.corrects_id IS NOT NULL)
  WHERE d.home_id = $1 AND d.began_at >= $2
  GROUP BY d.home_id, d.id, d.began_at, m.name, e.whole ORDER BY d.began_at, d.id`;

const shown = <Key extends string>({ key, share }: Gathered<Key>): RoundShare => ({
  key, occupied: share.occupied, looks: share.looks, rounds: share.rounds, share: share.known?.share ?? null, low: share.known?.low ?? null, high: share.known?.high ?? null, words: sayShare(share),
});

function sinceOf(tx: Tx, weeks: number): Day {
  return addDays(mondayOf(dayIn(tx.actor.zone, tx.now)), -7 * (weeks - 1));
}

/** Over so many weeks, this one among them. */
export async function trendOver(tx: Tx, weeks: number): Promise<RoundTrend> {
  const { homeId, zone } = tx.actor;
  const since = sinceOf(tx, weeks);
  const rounds = await tx.em.query<Counted[]>(COUNTED, [homeId, instantAt(zone, since, 0), OCCUPIED]);
  const parts = sharesBy(rounds, ({ began }) => partOfDay(clockIn(zone, began)));
  return {
    since, partial: rounds.filter(({ whole }) => !whole).length,
    whole: shown({ key: 'all', share: shareOf(rounds) }),
    weeks: sharesBy(rounds, ({ began }) => mondayOf(dayIn(zone, began))).map(shown),
    rooms: sharesBy(rounds, ({ room }) => room).toSorted((a, b) => a.key.localeCompare(b.key, 'en-GB')).map(shown),
    partsOfDay: PARTS_OF_DAY.flatMap((part) => parts.filter(({ key }) => key === part)).map(shown),
  };
}

export async function roundsOfPerson(tx: Tx, residentId: string, weeks: number): Promise<RoundsOfPerson> {
  const since = sinceOf(tx, weeks);
  const rows = await tx.em.query<{ state: string; times: number }[]>(
    `SELECT l.state, count(*)::int AS times FROM round_look l
     WHERE l.home_id = $1 AND l.resident_id = $2 AND l.at >= $3 AND l.state <> 'taken back' AND l.id NOT IN (SELECT c.corrects_id FROM round_look c WHERE c.home_id = $1 AND c.corrects_id IS NOT NULL)
     GROUP BY l.state ORDER BY l.state`,
    [tx.actor.homeId, residentId, instantAt(tx.actor.zone, since, 0)],
  );
  const looks = rows.flatMap(({ state, times }) => Array.from({ length: times }, () => ({ occupied: OCCUPIED.some((each) => each === state) ? 1 : 0, looks: 1 })));
  const share = shareOf(looks);
  return { since, share: shown({ key: residentId, share }), states: share.known ? rows : [] };
}
