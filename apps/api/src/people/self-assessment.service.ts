/** Self-assessments: begun, answered question by question, and read again on whatever device. */
import { Injectable } from '@nestjs/common';
import { ANSWER_WORDS, ASSESSMENT_WORDS, mayAnswer, mayBegin } from '@promenade/domain/people/self-assessment';
import { wordsOrNull } from '@promenade/domain/shared/words';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { PeopleService } from './people.service.ts';
import { SelfAssessmentAnswerEntity, SelfAssessmentEntity } from './self-assessment.entities.ts';
import type { AnswerSelfAssessmentInput, BeginSelfAssessmentInput } from './self-assessment.graphql.ts';

@Injectable()
export class SelfAssessmentService {
  constructor(private readonly people: PeopleService) {}

  async begin(tx: Tx, input: BeginSelfAssessmentInput): Promise<SelfAssessmentEntity | Refused> {
    const { id: residentId } = await this.people.resident(tx, input.residentId);
    const who = { answeredBy: input.answeredBy, helper: wordsOrNull(input.helper), howKnown: wordsOrNull(input.howKnown) };
    const decision = mayBegin(who);
    if (!decision.allowed) return refused(ASSESSMENT_WORDS, decision.reasons);
    return this.people.once(tx, SelfAssessmentEntity, {
      homeId: tx.actor.homeId, id: input.id, residentId, ...(who as Pick<SelfAssessmentEntity, 'answeredBy' | 'helper' | 'howKnown'>),
      recordedBy: tx.actor.accountId, recordedByName: tx.actor.name, recordedAt: tx.now,
    }, (before) => before.residentId === residentId && before.answeredBy === who.answeredBy);
  }

  async answer(tx: Tx, input: AnswerSelfAssessmentInput): Promise<SelfAssessmentEntity | Refused> {
    const { homeId } = tx.actor;
    // Held while it is answered, so that two devices are not asked past the twelfth question.
    const assessment = await tx.em.createQueryBuilder(SelfAssessmentEntity, 'it').where({ homeId, id: input.assessmentId }).getOne();
    if (!assessment) throw new NotFound('This round of questions');
    await tx.em.query('SELECT pg_advisory_xact_lock(hashtext($1))', [assessment.id]);
    const answer = { question: input.question, chosen: [...new Set(input.chosen)], words: wordsOrNull(input.words) };
    const before = await tx.em.findOneBy(SelfAssessmentAnswerEntity, { homeId, id: input.id });
    const given = before ? [] : await tx.em.find(SelfAssessmentAnswerEntity, { where: { homeId, assessmentId: assessment.id }, order: { recordedAt: 'ASC', id: 'ASC' } });
    const decision = mayAnswer(given, answer);
    if (!before && !decision.allowed) return refused(ANSWER_WORDS, decision.reasons);
    // What was said last counts, even where the clock stood still or was put back between two answers.
    const recordedAt = new Date(Math.max(tx.now.getTime(), (given.at(-1)?.recordedAt.getTime() ?? 0) + 1));
    await this.people.once(tx, SelfAssessmentAnswerEntity, {
      homeId, id: input.id, assessmentId: assessment.id, ...answer, recordedBy: tx.actor.accountId, recordedByName: tx.actor.name, recordedAt,
    }, (row) => row.assessmentId === assessment.id && row.question === answer.question && row.words === answer.words && row.chosen.join() === answer.chosen.join());
    return assessment;
  }
}
