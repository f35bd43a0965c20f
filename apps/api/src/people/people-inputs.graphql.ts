import { Field, InputType, Int } from '@nestjs/graphql';
import { ClockScalar, DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@InputType()
export class AddLifeFactInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => WordsScalar, { nullable: true }) whenWords?: string | null;
  @Field(() => WordsScalar) theme: string;
  @Field(() => WordsScalar) toldBy: string;
  @Field(() => WordsScalar) toldHow: string;
  @Field({ defaultValue: false }) sensitive: boolean;
}

@InputType()
export class CreateRoutineInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar, { nullable: true }) lifeFactId?: string | null;
  @Field(() => IdScalar, { nullable: true }) activityId?: string | null;
  @Field(() => WordsScalar) what: string;
  @Field(() => [Int]) days: number[];
  @Field(() => String, { defaultValue: 'every week', description: 'How it comes round: ‘every second week’, ‘first in the month’, ‘every year’.' }) repeats: string;
  @Field(() => DayScalar, { nullable: true, description: 'Its first day; today when left out.' }) since?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Its last day, when that is known.' }) until?: string | null;
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
  @Field(() => WordsScalar) why: string;
  @Field(() => WordsScalar) whenMissed: string;
  @Field(() => WordsScalar) help: string;
  @Field(() => WordsScalar) needs: string;
  @Field() protected: boolean;
}

@InputType()
export class SetInterestInput {
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar) activityId: string;
  @Field(() => IdScalar, { nullable: true }) lifeFactId?: string | null;
  @Field(() => Int, { description: 'From 0 to 100.' }) value: number;
  @Field(() => WordsScalar) because: string;
}

@InputType()
export class CreateOutcomeInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => WordsScalar) why: string;
  @Field(() => WordsScalar, { nullable: true }) measure?: string | null;
  @Field(() => DayScalar, { nullable: true }) byDate?: string | null;
  @Field(() => Int, { nullable: true, description: 'From 1 to 10, as the person says.' }) importance?: number | null;
  @Field(() => WordsScalar, { nullable: true }) whoHelps?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Of comfort and connection.' }) comfort?: boolean | null;
  @Field(() => DayScalar, { nullable: true, description: 'When it is to be looked at.' }) reviewOn?: string | null;
}

@InputType()
export class EditSupportInput {
  @Field(() => IdScalar) residentId: string;
  @Field(() => Int) inStaff: number;
  @Field(() => Int) inResidents: number;
  @Field(() => Int) outStaff: number;
  @Field(() => Int) outResidents: number;
  @Field(() => WordsScalar, { description: "'never', 'out' or 'always'." }) wheelchair: string;
  @Field(() => WordsScalar, { nullable: true }) transfers?: string | null;
  @Field(() => WordsScalar, { nullable: true }) communication?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'What can go wrong out.' }) riskOut?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'What to do then.' }) riskDo?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'Left out, it stays as it was.' }) hoist?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'What goes along whenever they go out. Left out, it stays as it was.' }) bring?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: "'plans it', 'step by step', 'joins through the senses' or 'responds to touch and sound'." }) style?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'Why it is changed.' }) why?: string | null;
}

@InputType()
export class EditBasicsInput {
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) preferredName: string;
  @Field(() => DayScalar, { nullable: true }) born?: string | null;
  @Field(() => WordsScalar, { nullable: true }) room?: string | null;
  @Field(() => IdScalar, { nullable: true }) namedWorkerId?: string | null;
  @Field(() => WordsScalar, { description: "'yes', 'no', 'conditional' or 'not asked'." }) photoConsent: string;
  @Field(() => WordsScalar, { nullable: true }) photoConsentWords?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'Left out, they stay as they were.' }) pronouns?: string | null;
  @Field(() => [WordsScalar], { nullable: true, description: 'Left out, they stay as they were.' }) languages?: string[] | null;
  @Field(() => WordsScalar, { nullable: true, description: "'self', 'council', 'NHS' or 'mixed'. Left out, it stays as it was." }) funding?: string | null;
}

@InputType()
export class SayNotFreeInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice says it once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar, { description: 'unwell, away or appointment' }) kind: string;
  @Field(() => DayScalar, { nullable: true, description: 'Today when left out.' }) fromDay?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'The first day when left out.' }) toDay?: string | null;
  @Field(() => ClockScalar, { nullable: true, description: 'Of one day; the whole day when left out.' }) from?: string | null;
  @Field(() => ClockScalar, { nullable: true }) to?: string | null;
  @Field(() => WordsScalar, { defaultValue: '' }) words: string;
}
