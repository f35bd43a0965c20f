import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('PreferenceAnswer', { description: 'How much something mattered, as answered once.' })
export class PreferenceAnswerType {
  @Field(() => IdScalar) id: string;
  @Field({ description: 'very important, somewhat important, not very important, not important at all, “important, but cannot or no choice”, no response.' }) answer: string;
  @Field(() => WordsScalar, { nullable: true }) words: string | null;
  @Field({ description: 'Who answered and how they know.' }) howKnown: string;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('Barrier', { description: 'What stands in the way of something that matters.' })
export class BarrierType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field() residentName: string;
  @Field({ description: 'What it is that matters.' }) question: string;
  @Field(() => WordsScalar) words: string;
  @Field() openedByName: string;
  @Field() openedAt: Date;
  @Field(() => IdScalar, { nullable: true }) wishId: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'The wish that came of it.' }) wishWords: string | null;
  @Field(() => String, { nullable: true, description: "'promised' or 'declined'; null while nobody has answered the wish." }) wishAnswer: string | null;
}

@ObjectType('Preference', { description: 'A question of what matters, with its standing answer and those before.' })
export class PreferenceType {
  @Field({ description: 'The code of the item; ‘own-…’ for a question the home or the person added.' }) item: string;
  @Field() question: string;
  @Field(() => PreferenceAnswerType, { nullable: true }) now: PreferenceAnswerType | null;
  @Field(() => [PreferenceAnswerType], { description: 'Earlier answers, the newest first.' }) before: PreferenceAnswerType[];
  @Field(() => BarrierType, { nullable: true, description: 'What stands in the way now.' }) barrier: BarrierType | null;
}

@ObjectType('Preferences')
export class PreferencesType {
  @Field(() => IdScalar) residentId: string;
  @Field(() => Int) answered: number;
  @Field(() => [PreferenceType]) items: PreferenceType[];
}

@InputType()
export class AnswerPreferenceInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice answers once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => String) item: string;
  @Field(() => WordsScalar, { nullable: true, description: 'The words of an own question.' }) asks?: string | null;
  @Field(() => String) answer: string;
  @Field(() => WordsScalar, { nullable: true }) words?: string | null;
  @Field(() => WordsScalar) answeredBy: string;
  @Field(() => WordsScalar) toldHow: string;
  @Field(() => WordsScalar, { nullable: true, description: 'What stands in the way, with “important, but cannot or no choice”.' }) barrier?: string | null;
}

export const AnswerPreferenceResult = orRefused('AnswerPreferenceResult', PreferencesType);
export const CloseBarrierResult = orRefused('CloseBarrierResult', BarrierType);
