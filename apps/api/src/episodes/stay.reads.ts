/** One person's episodes, reviews, and what going home takes, as their page shows them. */
import { HOME_TOPICS, sayGoingHome, sayMissing, suggestThere, taskFor } from '@promenade/domain/episodes/going-home';
import { sayLength, sayStart } from '@promenade/domain/episodes/episode';
import { sayLookBack } from '@promenade/domain/episodes/look-back';
import { isNeverTapered } from '@promenade/domain/people/phase';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { LifeChangeEntity } from '../people/life-change.entities.ts';
import { OutcomeEntity, ResidentEntity } from '../people/people.entities.ts';
import { latestPhases } from '../people/phase.reads.ts';
import { OutcomeReviewEntity } from '../people/support.entities.ts';
import { EpisodeEndEntity, EpisodeEntity, HomeGoingEntity, LookBackEntity, ReviewActionDoneEntity, ReviewActionEntity, ReviewAnswerEntity, ReviewEntity, TransitionPlanEntity } from './episodes.entities.ts';
import type { EpisodeType, HomeGoingType, LookBackDueType, StayType, TellOfMeetingType } from './episodes.graphql.ts';
import { type LookBackOf, lookBacks, reviewsDue } from './episodes.reads.ts';
import { meetingsOf } from './meetings.reads.ts';
import type { SittingType } from './reviews.graphql.ts';

const LATEST = { recordedAt: 'DESC', id: 'DESC' } as const;

export async function stayOf(tx: Tx, residentId: string): Promise<StayType> {
  const where = { homeId: tx.actor.homeId, residentId };
  const resident = await tx.em.findOneBy(ResidentEntity, { homeId: tx.actor.homeId, id: residentId });
  if (!resident) throw new NotFound('This person');
  const { preferredName: name, status, shortStay, namedWorkerId } = resident;
  const episodes = await episodesOf(tx, residentId);
  const phase = (await latestPhases(tx, [residentId])).get(residentId)?.phase ?? null;
  const changes = await tx.em.find(LifeChangeEntity, { where, order: LATEST });
  const undone = new Set(changes.map(({ undoesId }) => undoesId));
  const [due] = await reviewsDue(tx, [residentId]);
  return {
    residentId, name, status, shortStay, namedWorkerId, namedWorker: await workerOf(tx, namedWorkerId), isComfort: isNeverTapered(phase),
    episode: episodes.find(({ end }) => end === null) ?? null, past: episodes.filter(({ end }) => end !== null),
    due: (due?.reasons ?? []).map(({ entries, ...rest }) => ({ ...rest, entries: [...entries] })), lookBacks: (await lookBacks(tx, residentId)).map(shownLookBack), home: await homeGoingOf(tx, resident),
    meetings: await meetingsOf(tx, residentId), sittings: await sittingsOf(tx, residentId),
    changes: changes.filter(({ id, kind }) => kind !== 'not meant' && !undone.has(id)), family: await familyOf(tx, residentId),
  };
}

export function shownLookBack(due: LookBackOf): LookBackDueType {
  const { residentId, name, episodeId, weeks, dueOn, isDue, namedWorker } = due;
  return { residentId, name, episodeId, weeks, dueOn, isDue, namedWorker, words: sayLookBack(name, due) };
}

async function workerOf(tx: Tx, staffId: string | null): Promise<string | null> {
  if (staffId === null) return null;
  const [row] = await tx.em.query<{ name: string }[]>(`SELECT trim(given_name || ' ' || family_name) AS name FROM staff WHERE home_id = $1 AND id = $2`, [tx.actor.homeId, staffId]);
  return row?.name ?? null;
}

/** The latest first, each with its end, its plans and its looks back. */
async function episodesOf(tx: Tx, residentId: string): Promise<EpisodeType[]> {
  const where = { homeId: tx.actor.homeId, residentId };
  const rows = await tx.em.find(EpisodeEntity, { where, order: { beganOn: 'DESC', ...LATEST } });
  if (rows.length === 0) return [];
  const ends = await tx.em.findBy(EpisodeEndEntity, where);
  const plans = await tx.em.find(TransitionPlanEntity, { where, order: LATEST });
  const looks = await tx.em.find(LookBackEntity, { where, order: { onDay: 'ASC', recordedAt: 'ASC' } });
  const reviews = await tx.em.find(ReviewEntity, { where, order: LATEST });
  return rows.map((row): EpisodeType => {
    const hopedEndOn = reviews.find((review) => review.episodeId === row.id && review.hopedEndOn)?.hopedEndOn ?? row.hopedEndOn;
    return Object.assign({}, row, {
      hopedEndOn, startWords: sayStart(row), lengthWords: sayLength({ beganOn: row.beganOn, hopedEndOn }), end: ends.find(({ episodeId }) => episodeId === row.id) ?? null,
      plans: plans.filter(({ episodeId }) => episodeId === row.id), looks: looks.filter(({ episodeId }) => episodeId === row.id),
    });
  });
}

/** How many days with a tap a suggestion looks at. */
const LATELY_DAYS = 28;
type Tapped = { id: string; name: string; lately: number[] };

export async function homeGoingOf(tx: Tx, { id: residentId, preferredName: name }: Pick<ResidentEntity, 'id' | 'preferredName'>): Promise<HomeGoingType> {
  const { homeId, zone } = tx.actor;
  const seen = await tx.em.find(HomeGoingEntity, { where: { homeId, residentId }, order: LATEST });
  const tasks = await tx.em.query<Tapped[]>(
    `SELECT t.id, t.name, coalesce((SELECT json_agg(d.rung ORDER BY d.day) FROM (SELECT DISTINCT ON ((a.at AT TIME ZONE $3)::date) (a.at AT TIME ZONE $3)::date AS day, a.rung FROM assistance a
       WHERE a.home_id = t.home_id AND a.task_id = t.id AND a.at > $4::timestamptz - make_interval(days => $5) ORDER BY (a.at AT TIME ZONE $3)::date, a.at DESC, a.recorded_at DESC, a.id DESC) d), '[]') AS lately
     FROM ladder_task t WHERE t.home_id = $1 AND t.resident_id = $2 AND t.ended_on IS NULL ORDER BY t.name, t.id`, [homeId, residentId, zone, tx.now, LATELY_DAYS]);
  const latest = HOME_TOPICS.flatMap(({ topic }) => seen.find((each) => each.topic === topic) ?? []);
  return {
    words: sayGoingHome(name, latest), isAsked: seen.length > 0, missing: latest.filter(({ state }) => state === 'missing').map(sayMissing),
    topics: HOME_TOPICS.map(({ topic, name: called, ask }) => {
      const [now = null, ...before] = seen.filter((each) => each.topic === topic);
      const task = taskFor(topic, tasks);
      return { topic, name: called, ask, now, before, suggestion: task ? suggestThere(topic, task, now?.state ?? null) : null };
    }),
  };
}

async function sittingsOf(tx: Tx, residentId: string): Promise<SittingType[]> {
  const where = { homeId: tx.actor.homeId, residentId };
  const reviews = await tx.em.find(ReviewEntity, { where, order: { heldOn: 'DESC', ...LATEST } });
  if (reviews.length === 0) return [];
  const actions = await tx.em.find(ReviewActionEntity, { where, order: { byDate: 'ASC', id: 'ASC' } });
  const done = new Map((await tx.em.findBy(ReviewActionDoneEntity, where)).map((row) => [row.actionId, row]));
  const answers = await tx.em.find(ReviewAnswerEntity, { where, order: { id: 'ASC' } });
  const looks = await tx.em.findBy(OutcomeReviewEntity, where);
  const words = new Map((await tx.em.findBy(OutcomeEntity, where)).map((outcome) => [outcome.id, outcome.words]));
  return reviews.map((review): SittingType => Object.assign({}, review, {
    answered: answers.filter(({ reviewId }) => reviewId === review.id).map((answer) => answer.words),
    // What was said of each outcome in a sitting was written down in the same moment as the sitting.
    results: looks.filter(({ recordedAt, recordedBy }) => recordedAt.getTime() === review.recordedAt.getTime() && recordedBy === review.recordedBy)
      .map(({ outcomeId, result, say }) => ({ outcomeId, outcomeWords: words.get(outcomeId) ?? '', result, say })),
    actions: actions.filter(({ reviewId }) => reviewId === review.id).map(({ id, what, who, byDate }) => ({ id, what, who, byDate, doneOn: done.get(id)?.doneOn ?? null, doneByName: done.get(id)?.recordedByName ?? null })),
  }));
}

/** Who of the circle would come or be told, and who sees a booked review in the week they are shown. */
async function familyOf(tx: Tx, residentId: string): Promise<TellOfMeetingType[]> {
  return tx.em.query<TellOfMeetingType[]>(
    `SELECT s.name, m.relation, EXISTS (SELECT 1 FROM sharing_consent c WHERE c.home_id = m.home_id AND c.resident_id = m.resident_id AND c.supporter_id = m.supporter_id AND c.kind = 'plan' AND c.withdrawn_at IS NULL) AS "seesPlan"
     FROM circle_member m JOIN supporter s ON s.home_id = m.home_id AND s.id = m.supporter_id WHERE m.home_id = $1 AND m.resident_id = $2 ORDER BY s.name, s.id`, [tx.actor.homeId, residentId]);
}
