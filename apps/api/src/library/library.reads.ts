/** What the library reads: the home's entries beside the shipped ones, people as the ranking knows them, how sessions went. One statement each. */
import { type SupportStyle, styleOf } from '@promenade/domain/library/activity';
import type { Level, Went } from '@promenade/domain/library/how-it-went';
import type { Findable, ForPerson, WentAt } from '@promenade/domain/library/ranking';
import { type Day, addDays, dayIn } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { ActivityEntity } from './library.entities.ts';
import { SHIPPED } from './shipped/all.ts';
import type { ShippedActivity } from './shipped/shipped.ts';

/** An entry as it is read: one the home holds, or a shipped one that it does not use yet. */
export type Entry = Findable & {
  readonly skills: Readonly<Record<string, number>>;
  readonly shippedKey: string | null;
  readonly held: ActivityEntity | null;
  readonly shipped: ShippedActivity | null;
};

/** How far back attendances are counted, and how many at most: half a year tells how a thing goes now. */
const DAYS_BACK = 182;
const MOST_ENTRIES = 20_000;

/** A row as a plain value. */
export const rowOf = <Row extends object>(row: Row): Row => Object.fromEntries(Object.entries(row)) as Row;

export function entryOf(held: ActivityEntity, shipped: ShippedActivity | null): Entry {
  const { reach = 'sitting', speaksTo = [], seasons = [], placeWords = '', staffWords = '', goodDay = '', badDay = '', atBedside = false } = held;
  const kind = held.kind as Findable['kind'];
  return Object.assign(rowOf(held), { kind, reach, speaksTo, seasons, placeWords, staffWords, goodDay, badDay, atBedside, ref: held.id, activityId: held.id, shippedKey: held.shippedKey ?? null, held, shipped });
}

export function shippedEntry(shipped: ShippedActivity): Entry {
  return { ...shipped, ref: shipped.key, activityId: null, shippedKey: shipped.key, held: null, shipped };
}

/** The whole library of the home: what it holds, retired or not, and what it has not taken up. */
export async function libraryOf(tx: Tx): Promise<Entry[]> {
  const held = await tx.em.findBy(ActivityEntity, { homeId: tx.actor.homeId });
  const byKey = new Map(held.map((row) => [row.shippedKey ?? row.id, row]));
  const own = held.filter(({ shippedKey }) => !SHIPPED.some(({ key }) => key === shippedKey));
  return [...SHIPPED.map((shipped) => {
    const row = byKey.get(shipped.key);
    return row ? entryOf(row, shipped) : shippedEntry(shipped);
  }), ...own.map((row) => entryOf(row, null))];
}

type WentRow = { activityId: string; residentId: string; style: string | null; level: Level; mood: Went['mood']; engagement: Went['engagement']; leftEarly: boolean; startsAt: Date };

/** How sessions of the last half year went: standing entries on which whoever was there agrees. Of one activity, or of all. */
export async function wentHere(tx: Tx, today: Day, activityId: string | null = null): Promise<WentAt[]> {
  const rows = await tx.em.query<WentRow[]>(
    `WITH standing AS (
       SELECT a.*, s.activity_id, s.starts_at, min(a.level || a.left_early) OVER same AS least, max(a.level || a.left_early) OVER same AS most
       FROM attendance a JOIN session s ON s.home_id = a.home_id AND s.id = a.session_id
       WHERE a.home_id = $1 AND s.starts_at >= $2 AND ($3::uuid IS NULL OR s.activity_id = $3)
         AND NOT EXISTS (SELECT 1 FROM attendance c WHERE c.home_id = a.home_id AND c.corrects_id = a.id)
       WINDOW same AS (PARTITION BY a.session_id, a.resident_id))
     SELECT DISTINCT ON (w.starts_at, w.session_id, w.resident_id) w.activity_id AS "activityId", w.resident_id AS "residentId", w.level, w.mood, w.engagement, w.left_early AS "leftEarly", w.starts_at AS "startsAt", v.style
     FROM standing w LEFT JOIN LATERAL (SELECT style FROM support_version v WHERE v.home_id = w.home_id AND v.resident_id = w.resident_id ORDER BY v.recorded_at DESC, v.id DESC LIMIT 1) v ON true
     WHERE w.least = w.most ORDER BY w.starts_at DESC, w.session_id, w.resident_id, w.recorded_at DESC LIMIT ${MOST_ENTRIES}`,
    [tx.actor.homeId, addDays(today, -DAYS_BACK), activityId],
  );
  return rows.map(({ startsAt, style, ...row }) => ({ ...row, style: styleOf(style), day: dayIn(tx.actor.zone, startsAt) }));
}

export type KnownPerson = ForPerson & { readonly residentId: string };
type PersonRow = {
  residentId: string; name: string; style: string | null; wheelchair: ForPerson['wheelchair']; weeklyBudgetPence: number | null;
  interests: ForPerson['interests'] | null; facts: ForPerson['facts'] | null; routines: ForPerson['routines'] | null; outcomes: ForPerson['outcomes'] | null; avoid: ForPerson['avoid'] | null;
};

/** People who live here as the ranking knows them, one of them or all, with how sessions went for each and for those alike. */
export async function peopleHere(tx: Tx, today: Day, went: readonly WentAt[], residentId: string | null = null): Promise<KnownPerson[]> {
  const rows = await tx.em.query<PersonRow[]>(
    `SELECT r.id AS "residentId", r.preferred_name AS name, r.wheelchair, r.weekly_budget_pence AS "weeklyBudgetPence",
       (SELECT v.style FROM support_version v WHERE v.home_id = r.home_id AND v.resident_id = r.id ORDER BY v.recorded_at DESC, v.id DESC LIMIT 1) AS style,
       (SELECT jsonb_agg(jsonb_build_object('id', i.id, 'activityId', i.activity_id, 'value', i.value, 'because', i.because) ORDER BY i.id) FROM interest i WHERE i.home_id = r.home_id AND i.resident_id = r.id) AS interests,
       (SELECT jsonb_agg(jsonb_build_object('id', f.id, 'words', f.words, 'theme', f.theme, 'sensitive', f.sensitive) ORDER BY f.id) FROM life_fact f WHERE f.home_id = r.home_id AND f.resident_id = r.id) AS facts,
       (SELECT jsonb_agg(jsonb_build_object('id', o.id, 'activityId', o.activity_id, 'what', o.what) ORDER BY o.id) FROM routine o
          WHERE o.home_id = r.home_id AND o.resident_id = r.id AND (o.ended_on IS NULL OR o.ended_on > $2)) AS routines,
       (SELECT jsonb_agg(jsonb_build_object('id', o.id, 'activityId', l.activity_id, 'words', o.words) ORDER BY l.id) FROM outcome o JOIN outcome_activity l ON l.home_id = o.home_id AND l.outcome_id = o.id
          WHERE o.home_id = r.home_id AND o.resident_id = r.id AND o.ended_on IS NULL) AS outcomes,
       (SELECT jsonb_agg(jsonb_build_object('id', t.id, 'words', t.words, 'kinds', t.kinds, 'activityIds', ARRAY(SELECT x.activity_id FROM topic_activity x WHERE x.home_id = t.home_id AND x.topic_id = t.id)) ORDER BY t.id)
          FROM topic_to_avoid t WHERE t.home_id = r.home_id AND t.resident_id = r.id AND t.ended_at IS NULL) AS avoid
     FROM resident r WHERE r.home_id = $1 AND r.status NOT IN ('moved out', 'died') AND ($3::uuid IS NULL OR r.id = $3) ORDER BY r.preferred_name, r.id`,
    [tx.actor.homeId, today, residentId],
  );
  return rows.map((row) => {
    const style: SupportStyle | null = styleOf(row.style);
    return {
      ...row, style, interests: row.interests ?? [], facts: row.facts ?? [], routines: row.routines ?? [], outcomes: row.outcomes ?? [], avoid: row.avoid ?? [],
      went: went.filter((each) => each.residentId === row.residentId), alike: style ? went.filter((each) => each.residentId !== row.residentId && each.style === style) : [],
    };
  });
}

/** Kit that is missing now, by its name in small letters, with who said so. */
export async function missingKit(tx: Tx): Promise<ReadonlyMap<string, { readonly byName: string; readonly at: Date }>> {
  const rows = await tx.em.query<{ item: string; missing: boolean; byName: string; at: Date }[]>(
    `SELECT DISTINCT ON (item) item, missing, recorded_by_name AS "byName", recorded_at AS at FROM kit_word WHERE home_id = $1 ORDER BY item, recorded_at DESC, id DESC`, [tx.actor.homeId],
  );
  return new Map(rows.filter(({ missing }) => missing).map(({ item, byName, at }) => [item, { byName, at }]));
}

export const kitName = (item: string) => item.trim().toLowerCase();

/** What in the home names an activity: the consequences of retiring it. */
export async function namedBy(tx: Tx, activityId: string): Promise<{ routines: number; promises: number; sessions: number }> {
  const [row] = await tx.em.query<{ routines: number; promises: number; sessions: number }[]>(
    `SELECT (SELECT count(*)::int FROM routine WHERE home_id = $1 AND activity_id = $2 AND (ended_on IS NULL OR ended_on > $4)) AS routines,
            (SELECT count(*)::int FROM promise WHERE home_id = $1 AND activity_id = $2 AND owed) AS promises,
            (SELECT count(*)::int FROM session WHERE home_id = $1 AND activity_id = $2 AND status = 'planned' AND starts_at >= $3) AS sessions`,
    [tx.actor.homeId, activityId, tx.now, dayIn(tx.actor.zone, tx.now)],
  );
  return row ?? { routines: 0, promises: 0, sessions: 0 };
}
