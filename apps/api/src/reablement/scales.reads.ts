/** How somebody's outcomes are measured: levels, what each says is reached, how sure they are, and the score for professionals. */
import { type Attainment, weightOf } from '@promenade/domain/reablement/attainment';
import { openFall, sayFall } from '@promenade/domain/reablement/confidence';
import { type OpenGoal, type RaterScore, sayWorking, scoresOf } from '@promenade/domain/reablement/goal-scores';
import { agreementOf, latestByRater, latestByVoice } from '@promenade/domain/reablement/goal-raters';
import { isNeverTapered } from '@promenade/domain/people/phase';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { OutcomeEntity, ResidentEntity } from '../people/people.entities.ts';
import { latestPhases } from '../people/phase.reads.ts';
import { BeliefTalkEntity, GoalDraftEntity, GoalScaleEntity, GoalScoreEntity, OutcomeBeliefEntity } from './scales.entities.ts';
import type { ConfidenceToTalkAboutType, GoalDraftType, GoalSayingType, GoalScaleType, GoalType, GoalsOfPersonType, RaterScoreType } from './scales.graphql.ts';
import { type SayingRow, beliefOf, levelsOf, sayingOf, sentenceOf } from './scales.rows.ts';

const BY_TIME = { recordedAt: 'ASC', id: 'ASC' } as const;
const own = <Row extends { outcomeId: string }>(rows: readonly Row[], id: string) => rows.filter(({ outcomeId }) => outcomeId === id);

export async function goalsOf(tx: Tx, residentId: string): Promise<GoalsOfPersonType> {
  const where = { homeId: tx.actor.homeId, residentId };
  const resident = await tx.em.findOneBy(ResidentEntity, { homeId: tx.actor.homeId, id: residentId });
  if (!resident) throw new NotFound('This person');
  const name = resident.preferredName;
  const isComfort = isNeverTapered((await latestPhases(tx, [residentId])).get(residentId)?.phase ?? null);
  const outcomes = await tx.em.find(OutcomeEntity, { where, order: BY_TIME });
  const scales = await tx.em.find(GoalScaleEntity, { where, order: BY_TIME });
  const drafts = await tx.em.find(GoalDraftEntity, { where, order: BY_TIME });
  const sayings = (await tx.em.find(GoalScoreEntity, { where, order: BY_TIME })).map(sayingOf);
  const beliefs = await tx.em.find(OutcomeBeliefEntity, { where, order: { askedOn: 'ASC', ...BY_TIME } });
  const talks = await tx.em.find(BeliefTalkEntity, { where, order: { recordedAt: 'DESC', id: 'DESC' } });
  const goals = outcomes.map(({ id, words, endedOn, comfort = false }) => {
    const all = own(scales, id);
    const shown = all.map(shownScale).toReversed();
    const said = own(sayings, id);
    const standing = said.filter(({ scaleId }) => scaleId === all.at(-1)?.id);
    const latest = latestByVoice(standing);
    const asked = own(beliefs, id);
    const talked = own(talks, id);
    const fall = endedOn === null ? openFall(asked.map(beliefOf), talked.map(({ beliefId }) => beliefId)) : null;
    const draft = own(drafts, id).at(-1);
    return {
      endedOn, row: all.at(-1) ?? null, reached: Object.fromEntries(latestByRater(standing).map(({ rater, attained }) => [rater, attained])),
      goal: {
        outcomeId: id, words, comfort: comfort || isComfort, scale: shown[0] ?? null, earlier: shown.slice(1),
        draft: draft && draft.recordedAt > (all.at(-1)?.recordedAt ?? new Date(0)) ? shownDraft(draft) : null,
        sayings: shownSayings(said, scales), latest: shownSayings(latest, scales), agreement: agreementOf(latest),
        beliefs: asked.map(({ askedOn, ...rest }) => ({ ...rest, on: askedOn })), fall: fall && sayFall(name, fall), talks: talked,
      } satisfies GoalType,
    };
  });
  const open = goals.flatMap(({ endedOn, row, reached, goal }): OpenGoal[] => (endedOn !== null || row === null ? [] : [{
    outcomeId: goal.outcomeId, words: goal.words, comfort: goal.comfort, weight: weightOf(row.importanceWeight, row.difficulty), baseline: row.baseline as Attainment, reached,
  }]));
  return { residentId, name, isComfort, goals: goals.map(({ goal }) => goal), scores: scoresOf(open).map(shownScore) };
}

function shownScale(scale: GoalScaleEntity): GoalScaleType {
  const { id, baseline, importanceWeight, difficulty, byDay, writtenWith, recordedByName, recordedAt } = scale;
  return { id, levels: levelsOf(scale), baseline, importance: importanceWeight, difficulty, byDay, writtenWith, recordedByName, recordedAt };
}

function shownDraft({ importanceWeight, ...rest }: GoalDraftEntity): GoalDraftType {
  return { ...rest, importance: importanceWeight };
}

function shownSayings(sayings: readonly SayingRow[], scales: readonly GoalScaleEntity[]): GoalSayingType[] {
  const putRight = new Set(sayings.map(({ correctsId }) => correctsId));
  return sayings.map((each) => ({ ...each, sentence: sentenceOf(scales.find(({ id }) => id === each.scaleId), each.attained), isOwn: each.supporterId !== null, isPutRight: putRight.has(each.id) }));
}

const toTwo = (value: number | null | undefined) => (value == null ? null : Math.round(value * 100) / 100);

function shownScore({ rater, goals, unsaid, baseline, latest, change, whyNot }: RaterScore): RaterScoreType {
  return {
    rater, goals: [...goals], unsaid: [...unsaid], whyNot, baseline: toTwo(baseline?.score), latest: toTwo(latest?.score), change: toTwo(change),
    baselineWorking: baseline ? sayWorking(baseline, goals.map((goal) => ({ weight: goal.weight, reached: goal.baseline }))) : [],
    latestWorking: latest ? sayWorking(latest, goals) : [],
  };
}

type Asked = { residentId: string; name: string; namedWorker: string | null; outcomeId: string; outcomeWords: string; beliefs: { id: string; importance: number; confidence: number; on: string }[]; talked: string[] };

/** Everyone living here who grows less sure of something, while nobody has talked about it; the longest ago first. In one statement. */
export async function confidenceToTalkAbout(tx: Tx): Promise<ConfidenceToTalkAboutType[]> {
  const rows = await tx.em.query<Asked[]>(
    `SELECT o.resident_id AS "residentId", r.preferred_name AS name, o.id AS "outcomeId", o.words AS "outcomeWords",
            (SELECT trim(s.given_name || ' ' || s.family_name) FROM staff s WHERE s.home_id = r.home_id AND s.id = r.named_worker_id) AS "namedWorker",
            json_agg(json_build_object('id', b.id, 'importance', b.importance, 'confidence', b.confidence, 'on', to_char(b.asked_on, 'YYYY-MM-DD')) ORDER BY b.asked_on, b.recorded_at, b.id) AS beliefs,
            coalesce((SELECT json_agg(t.belief_id) FROM belief_talk t WHERE t.home_id = o.home_id AND t.outcome_id = o.id), '[]') AS talked
     FROM outcome_belief b JOIN outcome o ON o.home_id = b.home_id AND o.id = b.outcome_id JOIN resident r ON r.home_id = o.home_id AND r.id = o.resident_id
     WHERE b.home_id = $1 AND o.ended_on IS NULL AND r.status NOT IN ('moved out', 'died')
     GROUP BY o.home_id, o.id, o.resident_id, o.words, r.home_id, r.preferred_name, r.named_worker_id`, [tx.actor.homeId]);
  return rows.flatMap(({ beliefs, talked, ...rest }) => {
    const fall = openFall(beliefs, talked);
    return fall ? [{ ...rest, words: sayFall(rest.name, fall), since: fall.since }] : [];
  }).toSorted((a, b) => a.since.localeCompare(b.since) || a.name.localeCompare(b.name));
}
