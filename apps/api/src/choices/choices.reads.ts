/** Receipts, readings and whose decisions they were, as screens show them. */
import type { Option } from '@promenade/domain/choices/option';
import { POINTS, POINT_WORDS, type Point } from '@promenade/domain/choices/points';
import { readersDisagree, standingReadings } from '@promenade/domain/choices/reading';
import { sayResponses, summedUp } from '@promenade/domain/choices/response';
import { COUNTS, type Kept, onlyGoOrNot, whose } from '@promenade/domain/choices/whose';
import { type Day, addDays, clockIn, dayIn, instantAt } from '@promenade/domain/shared/time';
import { Between, In } from 'typeorm';
import { membersOf } from '../circle/circle.reads.ts';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { ActivityEntity } from '../library/library.entities.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { ChoiceEntity, ChoiceOfferEntity, PreferenceReadingEntity } from './choices.entities.ts';
import { pastOf } from './choices.facts.ts';
import type { ActivityReadingsType, ChoiceReceiptType, ChoiceSessionType, HomeDecisionsType, ResidentChoicesType, WhoseDecisionsType } from './choices.graphql.ts';

export async function residentIn(tx: Tx, id: string): Promise<ResidentEntity> {
  const resident = await tx.em.findOneBy(ResidentEntity, { homeId: tx.actor.homeId, id });
  if (!resident) throw new NotFound('This person');
  return resident;
}

const LED_WORDS: Readonly<Record<string, string>> = {
  'wish': 'It was put down as a wish, and a wish is answered.', 'wish before': 'It was wished for already; that wish stands.', 'outcome': 'It became something to work towards.',
  'staff preference': 'It was put down that they like this person.', 'named worker': 'They became the named worker, as there was none.', 'declined': 'It was recorded that they said no today.', 'nothing': '',
};

/** What an option comes to, looked up in what was offered. */
export function optionIn(offer: ChoiceOfferEntity, key: string | null): Option | null {
  return offer.threes.flat().find((option) => option.key === key) ?? null;
}

export function receiptOf(choice: ChoiceEntity, offer: ChoiceOfferEntity): ChoiceReceiptType {
  const { id, point, answer, words, standing, byRight, answeredByName, how, whyNot, chosenAt, recordedByName, recordedAt } = choice;
  const title = answer === 'option' ? (optionIn(offer, choice.optionKey)?.title ?? '') : answer === 'not now' ? 'Not now' : words ? `Something else: ${words}` : 'Something else';
  return {
    id, point, pointName: POINT_WORDS[point].name, question: offer.question, offered: offer.threes.slice(0, choice.shown).flat() as unknown as ChoiceReceiptType['offered'], answer, chosen: title, words, standing, byRight,
    answeredByName, how, whyNot, ledTo: LED_WORDS[choice.ledTo] ?? '', chosenAt, recordedByName, recordedAt,
  };
}

const MOST_RECEIPTS = 100;

/** Receipts of a resident in a period, and the last of each point whenever that was. */
export async function choicesOf(tx: Tx, residentId: string, from: Day, to: Day): Promise<ResidentChoicesType> {
  const { homeId, zone } = tx.actor;
  const resident = await residentIn(tx, residentId);
  const rows = await tx.em.find(ChoiceEntity, { where: { homeId, residentId, chosenAt: Between(instantAt(zone, from, 0), instantAt(zone, addDays(to, 1), 0)) }, order: { chosenAt: 'DESC', id: 'DESC' } });
  const last = await tx.em.query<{ id: string; point: Point }[]>(
    `SELECT DISTINCT ON (point) id, point FROM choice WHERE home_id = $1 AND resident_id = $2 AND standing = 'decided' AND answer <> 'not now' ORDER BY point, chosen_at DESC, id DESC`, [homeId, residentId]);
  const shown = rows.slice(0, MOST_RECEIPTS);
  const lastRows = last.length > 0 ? await tx.em.findBy(ChoiceEntity, { homeId, id: In(last.map(({ id }) => id)) }) : [];
  const offerIds = [...new Set([...shown, ...lastRows].map(({ offerId }) => offerId))];
  const offers = new Map((offerIds.length > 0 ? await tx.em.findBy(ChoiceOfferEntity, { homeId, id: In(offerIds) }) : []).map((offer) => [offer.id, offer]));
  const receipts = (of: readonly ChoiceEntity[]) => of.flatMap((row) => {
    const offer = offers.get(row.offerId);
    return offer ? [receiptOf(row, offer)] : [];
  });
  const latest = receipts(lastRows);
  return {
    residentId, name: resident.preferredName, from, to,
    points: POINTS.map((point) => ({ point, ...POINT_WORDS[point], last: latest.find((receipt) => receipt.point === point) ?? null })),
    receipts: receipts(shown), whose: countsOf(rows.map(keptOf)), readings: await readingsOf(tx, residentId),
    circle: (await membersOf(tx, residentId)).map(({ id, name, relation }) => ({ id, name, relation })), today: await sessionsToday(tx, residentId),
  };
}

async function sessionsToday(tx: Tx, residentId: string): Promise<ChoiceSessionType[]> {
  const { homeId, zone } = tx.actor;
  const today = dayIn(zone, tx.now);
  const rows = await tx.em.query<{ id: string; name: string; startsAt: Date; isOver: boolean }[]>(
    `SELECT s.id, a.name, s.starts_at AS "startsAt", EXISTS (SELECT 1 FROM attendance t WHERE t.home_id = s.home_id AND t.session_id = s.id AND t.resident_id = $2) AS "isOver"
     FROM session s JOIN booking b ON b.home_id = s.home_id AND b.session_id = s.id AND b.resident_id = $2 JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
     WHERE s.home_id = $1 AND s.status = 'planned' AND s.starts_at >= $3 AND s.starts_at < $4 ORDER BY s.starts_at, s.id`, [homeId, residentId, instantAt(zone, today, 0), instantAt(zone, addDays(today, 1), 0)]);
  return rows.map(({ id, name, startsAt, isOver }) => ({ id, words: `${name}, ${clockIn(zone, startsAt)}`, isOver }));
}

const keptOf = ({ id, residentId, point, answer, standing, byRight }: ChoiceEntity): Kept => ({ id, residentId, point, answer, standing, right: byRight });

function countsOf(kept: readonly Kept[]): WhoseDecisionsType {
  const counted = whose(kept);
  return { counts: COUNTS.map((code) => ({ code, count: counted[code].length, ids: [...counted[code]] })), onlyGoOrNot: onlyGoOrNot(kept) };
}

/** Everybody who lives here, those whose decisions were fewest first: somebody without any is not overlooked. */
export async function homeDecisions(tx: Tx, from: Day, to: Day): Promise<HomeDecisionsType> {
  const { homeId, zone } = tx.actor;
  const rows = await tx.em.find(ChoiceEntity, { where: { homeId, chosenAt: Between(instantAt(zone, from, 0), instantAt(zone, addDays(to, 1), 0)) }, order: { chosenAt: 'ASC', id: 'ASC' } });
  const people = await tx.em.find(ResidentEntity, { where: { homeId, status: 'living here' }, select: { id: true, preferredName: true } });
  const kept = Map.groupBy(rows.map(keptOf), ({ residentId }) => residentId);
  const own = (whole: WhoseDecisionsType) => whole.counts.find(({ code }) => code === 'own')?.count ?? 0;
  return {
    from, to, whole: countsOf(rows.map(keptOf)),
    people: people.map(({ id, preferredName }) => ({ residentId: id, name: preferredName, whose: countsOf(kept.get(id) ?? []) })).toSorted((a, b) => own(a.whose) - own(b.whose) || a.name.localeCompare(b.name)),
  };
}

/** Every activity a resident was offered or is read about, with how they responded and how people read it. */
export async function readingsOf(tx: Tx, residentId: string): Promise<ActivityReadingsType[]> {
  const { homeId } = tx.actor;
  const rows = await tx.em.find(PreferenceReadingEntity, { where: { homeId, residentId }, order: { recordedAt: 'ASC', id: 'ASC' } });
  const past = Map.groupBy(await pastOf(tx, residentId), ({ activityId }) => activityId);
  const ids = [...new Set([...past.keys(), ...rows.map(({ activityId }) => activityId)])];
  const activities = ids.length > 0 ? await tx.em.find(ActivityEntity, { where: { homeId, id: In(ids) }, select: { id: true, name: true, picture: true } }) : [];
  return activities.map(({ id, name, picture }) => {
    const entries = rows.filter(({ activityId }) => activityId === id).map((row) => Object.assign(row, { readBy: row.recordedBy }));
    const stand = new Set(standingReadings(entries).map((entry) => entry.id));
    const responses = summedUp(past.get(id) ?? []);
    return {
      activityId: id, activityName: name, picture, responses: sayResponses(responses), times: responses.times, disagree: readersDisagree(entries),
      readings: entries.toReversed().map((entry) => Object.assign(entry, { stands: stand.has(entry.id) })),
    };
  }).toSorted((a, b) => b.readings.length - a.readings.length || b.times - a.times || a.activityName.localeCompare(b.activityName));
}
