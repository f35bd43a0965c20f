import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { nextQuestion } from '@promenade/domain/people/self-assessment';
import { In } from 'typeorm';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';
import { residentLoader } from './people.resolver.ts';
import { SelfAssessmentAnswerEntity, SelfAssessmentEntity } from './self-assessment.entities.ts';
import { AnswerSelfAssessmentInput, BeginSelfAssessmentInput, SelfAssessmentAnswerType, SelfAssessmentResult, SelfAssessmentType, SuggestionType } from './self-assessment.graphql.ts';
import { stylesNow, suggestionsOf, whatWasTaken } from './self-assessment.reads.ts';
import { SelfAssessmentService } from './self-assessment.service.ts';

function answersOf(asking: Asking, id: string): Promise<SelfAssessmentAnswerEntity[]> {
  return asking.listLoader<SelfAssessmentAnswerEntity>('assessmentAnswers', (tx, ids) => tx.em.find(SelfAssessmentAnswerEntity, {
    where: { homeId: tx.actor.homeId, assessmentId: In([...ids]) }, order: { recordedAt: 'ASC', id: 'ASC' },
  }), (row) => row.assessmentId).load(id);
}

@Resolver(() => SelfAssessmentType)
export class SelfAssessmentResolver {
  constructor(
    private readonly db: Db,
    private readonly assessments: SelfAssessmentService,
  ) {}

  @Query(() => [SelfAssessmentType], { description: 'The rounds of questions about one person, the latest first.' })
  @Access('people.read')
  async selfAssessments(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<SelfAssessmentEntity[]> {
    const tx = await asking.read();
    if (!(await residentLoader(asking).load(residentId))) throw new NotFound('This person');
    return tx.em.find(SelfAssessmentEntity, { where: { homeId: tx.actor.homeId, residentId }, order: { recordedAt: 'DESC', id: 'DESC' } });
  }

  @Mutation(() => SelfAssessmentResult)
  @Access('people.write')
  beginSelfAssessment(@Asks() asking: Asking, @Args('input') input: BeginSelfAssessmentInput): Promise<SelfAssessmentEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.assessments.begin(tx, input));
  }

  @Mutation(() => SelfAssessmentResult, { description: 'Answers the question asked now, passes it over, or changes an answer already given.' })
  @Access('people.write')
  answerSelfAssessment(@Asks() asking: Asking, @Args('input') input: AnswerSelfAssessmentInput): Promise<SelfAssessmentEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.assessments.answer(tx, input));
  }

  @ResolveField(() => [SelfAssessmentAnswerType], { description: 'Every answer ever given, in the order in which they were.' })
  answers(@Parent() row: SelfAssessmentEntity, @Asks() asking: Asking): Promise<SelfAssessmentAnswerEntity[]> {
    return answersOf(asking, row.id);
  }

  @ResolveField(() => Boolean)
  async isFinished(@Parent() row: SelfAssessmentEntity, @Asks() asking: Asking): Promise<boolean> {
    return nextQuestion(await answersOf(asking, row.id)) === null;
  }

  @ResolveField(() => [SuggestionType], { description: 'What the answers lead to. Nothing of it takes effect by itself.' })
  async suggestions(@Parent() row: SelfAssessmentEntity, @Asks() asking: Asking): Promise<SuggestionType[]> {
    const [resident, given] = await Promise.all([residentLoader(asking).load(row.residentId), answersOf(asking, row.id)]);
    const suggestions = suggestionsOf(row, resident?.preferredName ?? '', given);
    const taken = asking.loader<{ id: string }>('takenSuggestions', whatWasTaken, ({ id }) => id);
    const styles = asking.loader<{ residentId: string; style: string | null }>('stylesNow', stylesNow, ({ residentId }) => residentId);
    return Promise.all(suggestions.map(async (each) => ({
      ...each, taken: each.kind === 'support style' ? (await styles.load(row.residentId))?.style === each.style : (await taken.load(each.id)) !== null,
    })));
  }
}
