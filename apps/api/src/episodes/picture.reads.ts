/** What has happened since last time, from the record: what a review begins with, and what its sheet prints. */
import { pointsOf, sayProgress } from '@promenade/domain/reablement/ladder';
import { goingOf } from '@promenade/domain/reablement/trend';
import { reviewDueOn } from '@promenade/domain/people/outcome';
import { type Day, addDays, dayIn, instantAt, sayDay } from '@promenade/domain/shared/time';
import { IsNull, LessThan } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { OutcomeEntity, ResidentEntity } from '../people/people.entities.ts';
import { AssistanceEntity, LadderTaskEntity } from '../reablement/reablement.entities.ts';
import { plannedAndReal } from '../taper/taper.reads.ts';
import { ReviewEntity } from './episodes.entities.ts';
import { openEpisodes } from './episodes.reads.ts';
import type { EnjoyedSinceType, LevelReachedType, OutcomeSinceType, PromisesSinceType, ReviewPictureType, TaskSinceType } from './reviews.graphql.ts';

const FOUR_WEEKS = 28;
const MOST_ENJOYED = 8;

export async function reviewPicture(tx: Tx, residentId: string): Promise<ReviewPictureType> {
  const { homeId, zone } = tx.actor;
  const resident = await tx.em.findOneBy(ResidentEntity, { homeId, id: residentId });
  if (!resident) throw new NotFound('This person');
  const today = dayIn(zone, tx.now);
  const { since, sinceWords } = await sinceWhen(tx, residentId, today);
  const support = (await plannedAndReal(tx, [residentId], since, today)).get(residentId);
  return {
    residentId, name: resident.preferredName, since, sinceWords, outcomes: await outcomesSince(tx, residentId, since), tasks: await tasksSince(tx, residentId, today),
    support: { planned: support?.planned ?? 0, real: support?.real ?? 0, reasons: [...(support?.reasons ?? [])].map(({ reason, minutes }) => ({ reason, minutes })) },
    promises: await promisesSince(tx, residentId, since, today), enjoyed: await enjoyedSince(tx, residentId, since),
  };
}

/** The last review before today; else the beginning of the stay; else four weeks. */
async function sinceWhen(tx: Tx, residentId: string, today: Day): Promise<{ since: Day; sinceWords: string }> {
  const last = await tx.em.findOne(ReviewEntity, { where: { homeId: tx.actor.homeId, residentId, heldOn: LessThan(today) }, order: { heldOn: 'DESC', recordedAt: 'DESC' } });
  if (last) return { since: last.heldOn, sinceWords: `Since the last review, ${sayDay(last.heldOn)}` };
  const episode = (await openEpisodes(tx, [residentId])).get(residentId);
  if (episode) return { since: episode.beganOn, sinceWords: `Since it began, ${sayDay(episode.beganOn)}` };
  return { since: addDays(today, -FOUR_WEEKS), sinceWords: 'In the last four weeks' };
}

type Score = LevelReachedType & { outcomeId: string };

async function outcomesSince(tx: Tx, residentId: string, since: Day): Promise<OutcomeSinceType[]> {
  const { homeId, zone } = tx.actor;
  const outcomes = await tx.em.find(OutcomeEntity, { where: { homeId, residentId, endedOn: IsNull() }, order: { importance: { direction: 'DESC', nulls: 'LAST' }, recordedAt: 'ASC', id: 'ASC' } });
  const scores = await tx.em.query<Score[]>(
    `SELECT g.outcome_id AS "outcomeId", g.rater, g.rater_name AS "raterName", to_char(g.scored_on, 'YYYY-MM-DD') AS day, g.attained,
       CASE g.attained WHEN -2 THEN s.much_less WHEN -1 THEN s.less WHEN 0 THEN s.expected WHEN 1 THEN s.better ELSE s.much_better END AS sentence
     FROM goal_score g JOIN goal_scale s ON s.home_id = g.home_id AND s.id = g.scale_id
     WHERE g.home_id = $1 AND g.resident_id = $2 AND NOT EXISTS (SELECT 1 FROM goal_score c WHERE c.home_id = g.home_id AND c.corrects_id = g.id) ORDER BY g.scored_on, g.recorded_at, g.id`, [homeId, residentId]);
  return outcomes.map(({ id, words, why, importance = null, comfort = false, reviewOn = null, recordedAt }): OutcomeSinceType => {
    const own = scores.filter(({ outcomeId }) => outcomeId === id);
    return {
      id, words, why, importance, comfort, reviewDueOn: reviewDueOn({ reviewOn, since: dayIn(zone, recordedAt) }),
      levels: [...new Map(own.map((score) => [`${score.rater} ${score.raterName}`, score])).values()], said: own.filter(({ day }) => day >= since),
    };
  });
}

async function tasksSince(tx: Tx, residentId: string, today: Day): Promise<TaskSinceType[]> {
  const { homeId, zone } = tx.actor;
  const tasks = await tx.em.find(LadderTaskEntity, { where: { homeId, residentId, endedOn: IsNull() }, order: { name: 'ASC', id: 'ASC' } });
  const taps = await tx.em.find(AssistanceEntity, { where: { homeId, residentId }, order: { at: 'ASC', recordedAt: 'ASC', id: 'ASC' } });
  return tasks.map((task): TaskSinceType => {
    const points = pointsOf(taps.filter(({ taskId }) => taskId === task.id).map(({ at, rung }) => ({ day: dayIn(zone, at), rung })));
    const { id, name, startedOn, startRung, hopedOn, hopedRung } = task;
    return { id, name, startedOn, startRung, hopedOn, hopedRung, points, going: goingOf(points, today), progress: sayProgress(task, points, today) };
  });
}

async function promisesSince(tx: Tx, residentId: string, since: Day, today: Day): Promise<PromisesSinceType> {
  const rows = await tx.em.query<{ words: string; state: string; dueOn: Day }[]>(
    `SELECT words, state, to_char(due_on, 'YYYY-MM-DD') AS "dueOn" FROM promise WHERE home_id = $1 AND resident_id = $2 AND due_on >= $3 AND NOT paused AND state NOT IN ('released', 'closed') AND (due_on < $4 OR NOT owed) ORDER BY due_on, id`, [tx.actor.homeId, residentId, since, today]);
  const isKept = (state: string) => state === 'kept' || state === 'partly kept';
  return { due: rows.length, kept: rows.filter(({ state }) => isKept(state)).length, notKept: rows.filter(({ state }) => !isKept(state)).map(({ words, dueOn }) => `“${words}”, ${sayDay(dueOn)}`) };
}

/** What they took part in and looked glad of, the most often first. */
async function enjoyedSince(tx: Tx, residentId: string, since: Day): Promise<EnjoyedSinceType[]> {
  const { homeId, zone } = tx.actor;
  return tx.em.query<EnjoyedSinceType[]>(
    `SELECT a.name AS what, count(DISTINCT t.session_id)::int AS times FROM attendance t JOIN session s ON s.home_id = t.home_id AND s.id = t.session_id JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
     WHERE t.home_id = $1 AND t.resident_id = $2 AND s.starts_at >= $3 AND NOT s.apart AND t.level IN ('took part', 'joined in a little') AND (t.mood IN ('happy', 'content') OR t.engagement = 'fully')
       AND NOT EXISTS (SELECT 1 FROM attendance c WHERE c.home_id = t.home_id AND c.corrects_id = t.id) GROUP BY a.name ORDER BY times DESC, a.name LIMIT $4`, [homeId, residentId, instantAt(zone, since, 0), MOST_ENJOYED]);
}
