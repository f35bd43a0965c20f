import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('OutcomeStep', { description: 'A step towards an outcome, or a goal for a stage of the way.' })
export class OutcomeStepType {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'step' or 'stage goal'." }) kind: string;
  @Field() words: string;
  @Field(() => String, { nullable: true, description: 'Who helps with it.' }) who: string | null;
  @Field(() => DayScalar, { nullable: true }) byDate: string | null;
  @Field(() => DayScalar, { nullable: true }) doneOn: string | null;
  @Field(() => String, { nullable: true }) doneByName: string | null;
}

@ObjectType('OutcomeActivity', { description: 'An activity that serves an outcome.' })
export class OutcomeActivityType {
  @Field(() => IdScalar) activityId: string;
  @Field() name: string;
  @Field() because: string;
}

@ObjectType('OutcomeReview', { description: 'One look at an outcome, with the person’s say.' })
export class OutcomeReviewType {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'reached', 'go on', 'change' or 'stop'." }) result: string;
  @Field({ description: 'What the person says of it.' }) say: string;
  @Field(() => String, { nullable: true }) words: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('OutcomeInFull')
export class OutcomeInFullType {
  @Field(() => IdScalar) id: string;
  @Field() words: string;
  @Field() why: string;
  @Field(() => String, { nullable: true }) measure: string | null;
  @Field(() => DayScalar, { nullable: true }) byDate: string | null;
  @Field(() => DayScalar, { nullable: true }) endedOn: string | null;
  @Field(() => Int, { nullable: true, description: 'From 1 to 10, as the person says.' }) importance: number | null;
  @Field(() => String, { nullable: true }) whoHelps: string | null;
  @Field({ description: 'Of comfort and connection: support for it is never to become less.' }) comfort: boolean;
  @Field(() => DayScalar, { description: 'When it is to be looked at.' }) reviewDueOn: string;
  @Field() isReviewDue: boolean;
  @Field() since: Date;
  @Field(() => [OutcomeStepType]) steps: OutcomeStepType[];
  @Field(() => [OutcomeActivityType]) activities: OutcomeActivityType[];
  @Field(() => [OutcomeReviewType], { description: 'The latest first.' }) reviews: OutcomeReviewType[];
}

@ObjectType('OutcomesOfPerson')
export class OutcomesOfPersonType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => [OutcomeInFullType], { description: 'Those that matter most first; those that ended last.' }) outcomes: OutcomeInFullType[];
}

@ObjectType('OutcomeToLookAt', { description: 'Somebody without an outcome, or with one to be looked at.' })
export class OutcomeToLookAtType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field({ description: "'none' or 'review'." }) kind: string;
  @Field() words: string;
  @Field(() => DayScalar, { nullable: true, description: 'Since when.' }) since: string | null;
  @Field(() => String, { nullable: true }) namedWorker: string | null;
}

@InputType()
export class AddOutcomeStepInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) outcomeId: string;
  @Field(() => WordsScalar, { description: "'step' or 'stage goal'." }) kind: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => WordsScalar, { nullable: true }) who?: string | null;
  @Field(() => DayScalar, { nullable: true }) byDate?: string | null;
}

@InputType()
export class ServeOutcomeInput {
  @Field(() => IdScalar) outcomeId: string;
  @Field(() => IdScalar) activityId: string;
  @Field(() => WordsScalar, { description: 'How it helps towards it.' }) because: string;
}

@InputType()
export class ReviewOutcomeInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) outcomeId: string;
  @Field(() => WordsScalar, { description: "'reached', 'go on', 'change' or 'stop'." }) result: string;
  @Field(() => WordsScalar, { description: 'What the person says of it.' }) say: string;
  @Field(() => WordsScalar, { nullable: true }) words?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'The day of the next look.' }) nextOn?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'After a change: what the person wants to be true now.' }) newWords?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'After a change: why it matters.' }) newWhy?: string | null;
}

export const AddOutcomeStepResult = orRefused('AddOutcomeStepResult', OutcomesOfPersonType);
export const FinishOutcomeStepResult = orRefused('FinishOutcomeStepResult', OutcomesOfPersonType);
export const ServeOutcomeResult = orRefused('ServeOutcomeResult', OutcomesOfPersonType);
export const ReviewOutcomeResult = orRefused('ReviewOutcomeResult', OutcomesOfPersonType);
