/** Writing the levels of an outcome and saying which of them is reached: load, ask the domain, save. */
import { Injectable } from '@nestjs/common';
import { isNeverTapered } from '@promenade/domain/people/phase';
import { ATTAINMENT_WORDS, mayWriteGoal } from '@promenade/domain/reablement/attainment';
import { RATING_WORDS, type Rater, mayScore } from '@promenade/domain/reablement/goal-raters';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import type { Tx } from '../db/db.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { Refused, refused } from '../graphql/refused.graphql.ts';
import { OutcomeEntity, ResidentEntity } from '../people/people.entities.ts';
import { PeopleService } from '../people/people.service.ts';
import { latestPhases } from '../people/phase.reads.ts';
import { GoalDraftEntity, GoalScaleEntity, GoalScoreEntity } from './scales.entities.ts';
import type { DraftGoalInput, GoalsOfPersonType, ScoreGoalInput, WriteGoalInput } from './scales.graphql.ts';
import { goalsOf } from './scales.reads.ts';
import { sayingOf } from './scales.rows.ts';

const FIVE = 5;

@Injectable()
export class ScalesService {
  constructor(private readonly people: PeopleService) {}

  /** Five levels; written again they are a new version, and the old ones stay. */
  async write(tx: Tx, input: WriteGoalInput): Promise<GoalsOfPersonType | Refused> {
    if (input.levels.length !== FIVE) throw new Invalid('A goal has five levels. Send all five.');
    const outcome = await this.held(tx, input.outcomeId);
    const { importance = null, difficulty = null, byDay = null } = input;
    const decision = mayWriteGoal(input.levels, input.baseline, importance, difficulty, await this.isComfort(tx, outcome));
    if (outcome.endedOn !== null) return refused(RATING_WORDS, [{ code: 'GOAL_ENDED' }]);
    if (!decision.allowed) return refused(ATTAINMENT_WORDS, decision.reasons);
    const [muchLess, less, expected, better, muchBetter] = input.levels.map((words) => words.trim()) as [string, string, string, string, string];
    await this.people.once(tx, GoalScaleEntity, {
      ...this.line(tx, input.id, outcome), muchLess, less, expected, better, muchBetter, baseline: input.baseline, importanceWeight: importance, difficulty, byDay, writtenWith: wordsOrNull(input.writtenWith),
    }, (before) => before.outcomeId === outcome.id && before.expected === expected && before.muchBetter === muchBetter);
    return goalsOf(tx, outcome.residentId);
  }

  /** Puts levels aside as far as they are written. */
  async draft(tx: Tx, input: DraftGoalInput): Promise<GoalsOfPersonType | Refused> {
    if (input.levels.length !== FIVE) throw new Invalid('A goal has five levels. Send all five, empty where nothing is written yet.');
    const outcome = await this.held(tx, input.outcomeId);
    if (outcome.endedOn !== null) return refused(RATING_WORDS, [{ code: 'GOAL_ENDED' }]);
    const levels = input.levels.map((words) => words.trim());
    const { importance = null, difficulty = null, baseline = null, byDay = null } = input;
    await this.people.once(tx, GoalDraftEntity, { ...this.line(tx, input.id, outcome), levels, baseline, importanceWeight: importance, difficulty, byDay, writtenWith: wordsOrNull(input.writtenWith) }, (before) => before.outcomeId === outcome.id && before.levels.join('\n') === levels.join('\n'));
    return goalsOf(tx, outcome.residentId);
  }

  /** Staff write down a view: their own, what the person said, or what somebody of the family said. */
  async score(tx: Tx, input: ScoreGoalInput): Promise<GoalsOfPersonType | Refused> {
    const outcome = await this.held(tx, input.outcomeId);
    const resident = await tx.em.findOneByOrFail(ResidentEntity, { homeId: outcome.homeId, id: outcome.residentId });
    const raterName = input.rater === 'family' ? (input.raterName ?? '') : input.rater === 'person' ? resident.preferredName : tx.actor.name;
    return (await this.add(tx, outcome, input, { rater: input.rater, raterName })) ?? goalsOf(tx, outcome.residentId);
  }

  /** Adds a view of a level in the name of whoever asks; says why not, or nothing. Sent twice, it is kept once. */
  async add(tx: Tx, outcome: OutcomeEntity, input: Omit<ScoreGoalInput, 'rater' | 'raterName'>, whose: { rater: string; raterName: string }): Promise<Refused | null> {
    const { homeId, zone, supporterId } = tx.actor;
    const today = dayIn(zone, tx.now);
    const draft = { rater: whose.rater, raterName: whose.raterName.trim(), attained: input.attained, on: input.on ?? today, correctsId: input.correctsId ?? null };
    const { rater, raterName, attained, on, correctsId } = draft;
    const words = wordsOrNull(input.words);
    const of = { homeId, outcomeId: outcome.id };
    const isSame = (before: GoalScoreEntity) => before.outcomeId === outcome.id && before.attained === attained && before.rater === rater && before.words === words;
    const sayings = await tx.em.findBy(GoalScoreEntity, of);
    if (sayings.some((before) => before.id === input.id && isSame(before))) return null;
    const scale = await tx.em.findOne(GoalScaleEntity, { where: of, order: { recordedAt: 'DESC', id: 'DESC' } });
    const writtenOn = scale ? dayIn(zone, scale.recordedAt) : today;
    const decision = mayScore(draft, { endedOn: outcome.endedOn, scale: scale && { id: scale.id, writtenOn, writtenOnWords: sayDay(writtenOn) }, scaleId: input.scaleId, sayings: sayings.map(sayingOf), supporterId }, today);
    if (!decision.allowed) return refused(RATING_WORDS, decision.reasons);
    await this.people.once(tx, GoalScoreEntity, { ...this.line(tx, input.id, outcome), scaleId: input.scaleId, scoredOn: on, attained, rater: rater as Rater, raterName, words, supporterId, correctsId }, isSame);
    return null;
  }

  /** The outcome, one entry about it at a time. Supporters may not lock a row, so the lock is a word of its own. */
  async held(tx: Tx, outcomeId: string): Promise<OutcomeEntity> {
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('goal ' || $1, 0))`, [outcomeId]);
    const outcome = await tx.em.findOneBy(OutcomeEntity, { homeId: tx.actor.homeId, id: outcomeId });
    if (!outcome) throw new NotFound('This outcome');
    return outcome;
  }

  private async isComfort(tx: Tx, { comfort, residentId }: OutcomeEntity): Promise<boolean> {
    return (comfort ?? false) || isNeverTapered((await latestPhases(tx, [residentId])).get(residentId)?.phase ?? null);
  }

  private line(tx: Tx, id: string, { homeId, residentId, id: outcomeId }: OutcomeEntity) {
    return { homeId, id, residentId, outcomeId, recordedBy: tx.actor.accountId, recordedByName: tx.actor.name, recordedAt: tx.now };
  }
}
