/** A person's own view: their week as prints know it, what they are owed, whom they like to be with, and what they said. */
import { standingWords, sayOwnWord } from '@promenade/domain/own/word';
import { type Day, addDays, clockIn, dayIn, instantAt, mondayOf } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import type { OwnEntryType } from '../prints/prints.graphql.ts';
import { ownWeeks } from '../prints/wall.reads.ts';
import { OwnWordEntity } from './own.entities.ts';
import type { OwnFriendType, OwnPromiseType, OwnThingType, OwnViewType, OwnWordType } from './own.graphql.ts';

const DAYS = 7;
const A_YEAR = 366;

/** The seven days from today, and for paper the week that `day` is in. */
export async function ownView(tx: Tx, residentId: string, day: Day): Promise<OwnViewType> {
  const { homeId, zone } = tx.actor;
  const person = await tx.em.findOneBy(ResidentEntity, { homeId, id: residentId });
  if (!person) throw new NotFound('This person');
  const today = dayIn(zone, tx.now);
  const mondays = [...new Set([mondayOf(today), mondayOf(addDays(today, DAYS - 1)), mondayOf(day)])];
  const weeks = new Map<Day, Awaited<ReturnType<typeof ownWeeks>>>();
  for (const monday of mondays) weeks.set(monday, await ownWeeks(tx, monday, null, residentId));
  const said = standingWords(await tx.em.findBy(OwnWordEntity, { homeId, residentId }));
  const friends = await friendsOf(tx, residentId);
  const ids = new Set(friends.map(({ id }) => id));
  const together = await friendsIn(tx, residentId, [...ids], instantAt(zone, mondays.toSorted()[0] ?? today, 0));
  const word = (id: string) => { const found = said.get(id); return found ? ownWordOf(found, person.preferredName) : null; };
  const now = clockIn(zone, tx.now);
  const thingsOf = (monday: Day) => (weeks.get(monday)?.people[0]?.entries ?? []).map((entry): OwnThingType => thingOf(entry, together.get(entry.id) ?? [], word(entry.id)));
  const coming = [...weeks.keys()].flatMap(thingsOf).filter((thing) => thing.day >= today && thing.day < addDays(today, DAYS) && (thing.day > today || thing.to > now));
  const week = weeks.get(mondayOf(day));
  if (!week) throw new NotFound('This week');
  return {
    residentId, name: week.people[0]?.name ?? person.preferredName, photoId: person.photoConsent === 'yes' ? await portraitOf(tx, residentId) : null, today, mark: week.mark,
    things: inOrder([...new Map(coming.map((thing) => [thing.key, thing])).values()]), week: thingsOf(mondayOf(day)), promises: await owedTo(tx, residentId, today, word), friends,
  };
}

const inOrder = (things: readonly OwnThingType[]) => things.toSorted((a, b) => a.day.localeCompare(b.day) || a.from.localeCompare(b.from) || a.what.localeCompare(b.what));

function thingOf({ id, day, from, to, what, picture, place, isRoutine, change, withStaff }: OwnEntryType, friendIds: string[], said: OwnWordType | null): OwnThingType {
  const isOff = change === 'Off';
  return { key: `${id} ${day} ${from}`, day, from, to, what, picture, place, withStaff: isOff ? [] : withStaff, friendIds: isOff ? [] : friendIds, isOff, change: isOff ? null : change, sessionId: isRoutine || isOff ? null : id, said };
}

/** A word as staff read it. */
export function ownWordOf({ id, residentId, says, sessionId, promiseId, what, recordedByName, saidAt }: OwnWordEntity, residentName: string): OwnWordType {
  return { id, residentId, residentName, says, sessionId, promiseId, words: sayOwnWord(residentName, says, what), recordedByName, saidAt };
}

/** Residents whom the person chose to do something with in the past year, and who live here. */
async function friendsOf(tx: Tx, residentId: string): Promise<OwnFriendType[]> {
  return tx.em.query<OwnFriendType[]>(
    `SELECT r.id, r.preferred_name AS name,
       CASE WHEN r.photo_consent = 'yes' THEN (SELECT p.media_id FROM portrait p WHERE p.home_id = r.home_id AND p.resident_id = r.id ORDER BY p.recorded_at DESC, p.id DESC LIMIT 1) END AS "photoId"
     FROM resident r WHERE r.home_id = $1 AND r.status = 'living here' AND r.id <> $2
       AND NOT EXISTS (SELECT 1 FROM avoidance a WHERE a.home_id = r.home_id AND ((a.resident_id = r.id AND a.other_id = $2) OR (a.resident_id = $2 AND a.other_id = r.id)))
       AND EXISTS (SELECT 1 FROM choice c WHERE c.home_id = r.home_id AND c.resident_id = $2 AND c.point = 'with' AND c.standing = 'decided' AND c.option_key = 'resident:' || r.id AND c.chosen_at > $3)
     ORDER BY r.preferred_name, r.id`,
    [tx.actor.homeId, residentId, instantAt(tx.actor.zone, addDays(dayIn(tx.actor.zone, tx.now), -A_YEAR), 0)]);
}

/** Which friends are in which of the person's sessions. */
async function friendsIn(tx: Tx, residentId: string, friendIds: readonly string[], from: Date): Promise<ReadonlyMap<string, string[]>> {
  if (friendIds.length === 0) return new Map();
  const rows = await tx.em.query<{ sessionId: string; friendIds: string[] }[]>(
    `SELECT f.session_id AS "sessionId", array_agg(f.resident_id::text ORDER BY f.resident_id) AS "friendIds" FROM booking b
     JOIN booking f ON f.home_id = b.home_id AND f.session_id = b.session_id AND f.resident_id = ANY($3)
     WHERE b.home_id = $1 AND b.resident_id = $2 AND b.starts_at >= $4 GROUP BY f.session_id`, [tx.actor.homeId, residentId, friendIds, from]);
  return new Map(rows.map((row) => [row.sessionId, row.friendIds]));
}

async function portraitOf(tx: Tx, residentId: string): Promise<string | null> {
  const [row] = await tx.em.query<{ id: string | null }[]>('SELECT media_id AS id FROM portrait WHERE home_id = $1 AND resident_id = $2 ORDER BY recorded_at DESC, id DESC LIMIT 1', [tx.actor.homeId, residentId]);
  return row?.id ?? null;
}

async function owedTo(tx: Tx, residentId: string, today: Day, word: (id: string) => OwnWordType | null): Promise<OwnPromiseType[]> {
  const rows = await tx.em.query<Omit<OwnPromiseType, 'said' | 'isLate'>[]>(
    `SELECT p.id, p.words, a.picture, p.made_by AS "madeBy", to_char(p.due_on, 'YYYY-MM-DD') AS "dueOn", s.starts_at AS "plannedFor"
     FROM promise p LEFT JOIN activity a ON a.home_id = p.home_id AND a.id = p.activity_id LEFT JOIN session s ON s.home_id = p.home_id AND s.id = p.session_id
     WHERE p.home_id = $1 AND p.resident_id = $2 AND p.owed ORDER BY p.due_on, p.id LIMIT 30`, [tx.actor.homeId, residentId]);
  return rows.map((row): OwnPromiseType => ({ ...row, isLate: row.dueOn < today, said: word(row.id) }));
}

/** What stands of what people said of some sessions, by session: for the day's page, in two statements. */
export async function wordsOnSessions(tx: Tx, sessionIds: readonly string[]): Promise<OwnWordType[]> {
  return named(tx, await tx.em.createQueryBuilder(OwnWordEntity, 'w').where({ homeId: tx.actor.homeId }).andWhere('w.session_id = ANY(:ids)', { ids: sessionIds }).getMany());
}

/** The same of promises. */
export async function wordsOnPromises(tx: Tx, promiseIds: readonly string[]): Promise<OwnWordType[]> {
  return named(tx, await tx.em.createQueryBuilder(OwnWordEntity, 'w').where({ homeId: tx.actor.homeId }).andWhere('w.promise_id = ANY(:ids)', { ids: promiseIds }).getMany());
}

async function named(tx: Tx, rows: readonly OwnWordEntity[]): Promise<OwnWordType[]> {
  const byPerson = Map.groupBy(rows, ({ residentId }) => residentId);
  const standing = [...byPerson.values()].flatMap((own) => [...standingWords(own).values()]);
  if (standing.length === 0) return [];
  const people = await tx.em.query<{ id: string; name: string }[]>('SELECT id, preferred_name AS name FROM resident WHERE home_id = $1 AND id = ANY($2)', [tx.actor.homeId, standing.map(({ residentId }) => residentId)]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return standing.map((row) => ownWordOf(row, names.get(row.residentId) ?? ''));
}
