/** Somebody's progress as they and their family are shown it: sentences and pictures; row security and consent decide what a family finds. */
import { sayNotShared } from '@promenade/domain/circle/sharing';
import { MEANINGFUL_LEVELS } from '@promenade/domain/day/attendance';
import { reviewDueOn } from '@promenade/domain/people/outcome';
import { isNeverTapered } from '@promenade/domain/people/phase';
import { type Levels, THEIR_OWN, nextSentence, pathOf, rungNow, rungThen, sayMyself, sayNowAndThen, saySupport, sentenceOf } from '@promenade/domain/progress/own';
import { taskPicture } from '@promenade/domain/progress/task-picture';
import { type Saying, latestByRater } from '@promenade/domain/reablement/goal-raters';
import { type Point, pointsOf } from '@promenade/domain/reablement/ladder';
import { type Day, addDays, dayIn, instantAt } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { latestPhases } from '../people/phase.reads.ts';
import type { FamilyDoingType, FamilyOutcomeType, FamilyProgressType, OwnDoingType, OwnEnjoyedType, OwnOutcomeType, OwnProgressType } from './shown.graphql.ts';

const ENJOYED_DAYS = 28;
const MOST_ENJOYED = 12;

export async function ownProgress(tx: Tx, residentId: string): Promise<OwnProgressType> {
  const person = await tx.em.findOneBy(ResidentEntity, { homeId: tx.actor.homeId, id: residentId });
  if (!person) throw new NotFound('This person');
  const phase = (await latestPhases(tx, [residentId])).get(residentId)?.phase ?? null;
  const rows = await outcomesOf(tx, residentId);
  const isComfort = isNeverTapered(phase) || (rows.length > 0 && rows.every(({ comfort }) => comfort));
  return {
    residentId, name: person.preferredName, photoId: person.photoConsent === 'yes' ? await portraitOf(tx, residentId) : null,
    isComfort, outcomes: rows.map((row) => ownOutcome(row, isComfort || row.comfort)), doing: await ownDoing(tx, residentId), enjoyed: await enjoyedBy(tx, residentId, person.photoConsent === 'yes'),
  };
}

type StepRow = { id: string; words: string; byDate: Day | null; doneOn: Day | null };
/** What was said of how far it has come, with the five sentences it was said of. */
type SaidRow = Saying & { scaleId: string; levels: Levels };
type OutcomeRow = { id: string; words: string; why: string; comfort: boolean; picture: string | null; taskKeys: (string | null)[]; reviewOn: Day | null; since: Day; scaleId: string | null; said: SaidRow[]; steps: StepRow[] };

const LEVELS = 'json_build_array(g.much_less, g.less, g.expected, g.better, g.much_better)';

const OUTCOMES = `
  SELECT o.id, o.words, o.why, o.comfort, to_char(o.review_on, 'YYYY-MM-DD') AS "reviewOn", to_char(o.recorded_at AT TIME ZONE $3, 'YYYY-MM-DD') AS since,
    (SELECT a.picture FROM outcome_activity x JOIN activity a ON a.home_id = x.home_id AND a.id = x.activity_id WHERE x.home_id = o.home_id AND x.outcome_id = o.id AND a.picture IS NOT NULL ORDER BY x.recorded_at, a.name LIMIT 1) AS picture,
    coalesce((SELECT json_agg(t.library_key ORDER BY t.started_on, t.id) FROM ladder_task t WHERE t.home_id = o.home_id AND t.outcome_id = o.id AND t.ended_on IS NULL), '[]') AS "taskKeys",
    (SELECT g.id FROM goal_scale g WHERE g.home_id = o.home_id AND g.outcome_id = o.id ORDER BY g.recorded_at DESC, g.id DESC LIMIT 1) AS "scaleId",
    coalesce((SELECT json_agg(json_build_object('id', c.id, 'rater', c.rater, 'raterName', c.rater_name, 'attained', c.attained, 'on', to_char(c.scored_on, 'YYYY-MM-DD'), 'words', c.words, 'correctsId', c.corrects_id,
                'supporterId', c.supporter_id, 'scaleId', c.scale_id, 'levels', ${LEVELS}) ORDER BY c.recorded_at, c.id)
              FROM goal_score c JOIN goal_scale g ON g.home_id = c.home_id AND g.id = c.scale_id WHERE c.home_id = o.home_id AND c.outcome_id = o.id), '[]') AS said,
    coalesce((SELECT json_agg(json_build_object('id', s.id, 'words', s.words, 'byDate', to_char(s.by_date, 'YYYY-MM-DD'), 'doneOn', to_char(s.done_on, 'YYYY-MM-DD')) ORDER BY s.recorded_at, s.id)
              FROM outcome_step s WHERE s.home_id = o.home_id AND s.outcome_id = o.id), '[]') AS steps
  FROM outcome o WHERE o.home_id = $1 AND o.resident_id = $2 AND o.ended_on IS NULL ORDER BY o.importance DESC NULLS LAST, o.recorded_at, o.id`;

const outcomesOf = (tx: Tx, residentId: string) => tx.em.query<OutcomeRow[]>(OUTCOMES, [tx.actor.homeId, residentId, tx.actor.zone]);

/** Where nothing is to be climbed there are no steps and nothing comes next. */
function ownOutcome({ id, words, why, comfort, picture, taskKeys, steps, said, scaleId }: OutcomeRow, isStill: boolean): OwnOutcomeType {
  const path = isStill ? [] : pathOf(steps);
  const [first] = latestByRater(said);
  const above = !isStill && first?.scaleId === scaleId ? nextSentence(first.levels, first.attained) : null;
  return {
    id, words, why, comfort, picture: picture ?? taskKeys.map(taskPicture).find((each) => each !== null) ?? null,
    reached: first ? { sentence: sentenceOf(first.levels, first.attained), by: first.rater, byName: first.raterName } : null,
    next: path.find(({ doneOn }) => doneOn === null)?.words ?? above,
    steps: path.map((step) => ({ id: step.id, words: step.words, isDone: step.doneOn !== null })),
  };
}

type TaskRow = { taskId: string; name: string; libraryKey: string | null; points: Point[] };

async function tasksOf(tx: Tx, residentId: string): Promise<TaskRow[]> {
  const rows = await tx.em.query<(Omit<TaskRow, 'points'> & { taps: Point[] })[]>(
    `SELECT t.id AS "taskId", t.name, t.library_key AS "libraryKey",
       coalesce((SELECT json_agg(json_build_object('day', to_char(g.at AT TIME ZONE $3, 'YYYY-MM-DD'), 'rung', g.rung) ORDER BY g.at, g.recorded_at, g.id) FROM assistance g WHERE g.home_id = t.home_id AND g.task_id = t.id), '[]') AS taps
     FROM ladder_task t WHERE t.home_id = $1 AND t.resident_id = $2 AND t.ended_on IS NULL ORDER BY t.started_on, t.name, t.id`, [tx.actor.homeId, residentId, tx.actor.zone]);
  return rows.map(({ taps, ...row }) => ({ ...row, points: pointsOf(taps) }));
}

async function ownDoing(tx: Tx, residentId: string): Promise<OwnDoingType[]> {
  return (await tasksOf(tx, residentId)).flatMap(({ points, libraryKey, ...task }): (OwnDoingType & { rung: number })[] => {
    const rung = rungNow(points);
    return rung === null ? [] : [{ ...task, picture: taskPicture(libraryKey), rung, words: sayMyself(rung), isTheirOwn: rung >= THEIR_OWN }];
  }).toSorted((a, b) => b.rung - a.rung);
}

/** What they took part in and were glad of: once each, the latest first, with a photo where they and everybody else in it agree. */
async function enjoyedBy(tx: Tx, residentId: string, mayShow: boolean): Promise<OwnEnjoyedType[]> {
  const { homeId, zone } = tx.actor;
  return tx.em.query<OwnEnjoyedType[]>(
    `SELECT * FROM (
       SELECT DISTINCT ON (a.id) s.id AS "sessionId", to_char(s.starts_at AT TIME ZONE $3, 'YYYY-MM-DD') AS day, a.name AS what, a.picture,
         CASE WHEN $6 THEN (SELECT m.id FROM session_media sm JOIN media m ON m.home_id = sm.home_id AND m.id = sm.media_id AND m.kind = 'photo' AND m.erased_at IS NULL
           JOIN media_person p ON p.home_id = m.home_id AND p.media_id = m.id AND p.resident_id = t.resident_id
           WHERE sm.home_id = s.home_id AND sm.session_id = s.id AND cardinality(media_against(m.home_id, m.id)) = 0 ORDER BY sm.recorded_at, sm.id LIMIT 1) END AS "photoId"
       FROM attendance t JOIN session s ON s.home_id = t.home_id AND s.id = t.session_id JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
       WHERE t.home_id = $1 AND t.resident_id = $2 AND t.level = ANY($4) AND s.starts_at >= $5 AND s.starts_at <= $7 AND (t.mood IN ('happy', 'content') OR (t.mood IS NULL AND t.engagement = 'fully'))
         AND NOT EXISTS (SELECT 1 FROM attendance c WHERE c.home_id = t.home_id AND c.corrects_id = t.id)
       ORDER BY a.id, 5 NULLS LAST, s.starts_at DESC) glad ORDER BY day DESC, what LIMIT ${MOST_ENJOYED}`,
    [homeId, residentId, zone, MEANINGFUL_LEVELS, instantAt(zone, addDays(dayIn(zone, tx.now), -ENJOYED_DAYS), 0), mayShow, tx.now]);
}

async function portraitOf(tx: Tx, residentId: string): Promise<string | null> {
  const [row] = await tx.em.query<{ id: string }[]>('SELECT media_id AS id FROM portrait WHERE home_id = $1 AND resident_id = $2 ORDER BY recorded_at DESC, id DESC LIMIT 1', [tx.actor.homeId, residentId]);
  return row?.id ?? null;
}

/** For a supporter in whose circle the person is. What is not shared stays empty and is said to be. */
export async function familyProgress(tx: Tx, residentId: string): Promise<FamilyProgressType> {
  const today = dayIn(tx.actor.zone, tx.now);
  const [person] = await tx.em.query<{ name: string; status: string; shares: boolean }[]>(
    `SELECT r.preferred_name AS name, r.status, app_may_see(r.home_id, r.id, 'progress') AS shares FROM circle_member m JOIN resident r ON r.home_id = m.home_id AND r.id = m.resident_id
     WHERE m.home_id = $1 AND m.supporter_id = $2 AND r.id = $3 LIMIT 1`, [tx.actor.homeId, tx.actor.supporterId, residentId]);
  if (!person) throw new NotFound('This person');
  const { name, status, shares } = person;
  const nothing = { personId: residentId, person: name, today, outcomes: null, doing: [], support: [], notShared: null };
  if (!shares) return { ...nothing, notShared: sayNotShared(name, 'progress') };
  if (status === 'died') return { ...nothing, outcomes: [] };
  const support = await tx.em.query<{ kind: string; what: string; falls: boolean }[]>('SELECT kind, what, falls FROM support_in_words($1, $2, $3)', [tx.actor.homeId, residentId, today]);
  return { ...nothing, outcomes: await familyOutcomes(tx, residentId), doing: await familyDoing(tx, residentId, name), support: saySupport(name, support) };
}

/** How far each has come is read with its levels (`familyGoals`). */
async function familyOutcomes(tx: Tx, residentId: string): Promise<FamilyOutcomeType[]> {
  return (await outcomesOf(tx, residentId)).map(({ id, words, why, comfort, reviewOn, since }) => ({ id, words, why, comfort, reviewOn: reviewDueOn({ reviewOn, since }) }));
}

async function familyDoing(tx: Tx, residentId: string, name: string): Promise<FamilyDoingType[]> {
  return (await tasksOf(tx, residentId)).flatMap(({ taskId, name: task, points }): FamilyDoingType[] => {
    const now = rungNow(points);
    return now === null ? [] : [{ taskId, name: task, words: sayNowAndThen(name, now, rungThen(points)) }];
  });
}
