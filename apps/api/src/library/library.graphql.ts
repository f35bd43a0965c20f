import { Field, Int, ObjectType } from '@nestjs/graphql';
import { IdScalar } from '../graphql/scalars.ts';

@ObjectType('Adaptations', { description: 'How to do it with people who need it done differently.' })
export class AdaptationsType {
  @Field() plansIt: string;
  @Field() stepByStep: string;
  @Field() joinsThroughSenses: string;
  @Field() respondsToTouchAndSound: string;
}

@ObjectType('SkillNeeded')
export class SkillNeededType {
  @Field() skill: string;
  @Field(() => Int) staff: number;
}

@ObjectType('Activity')
export class ActivityType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field() kind: string;
  @Field() picture: string;
  @Field({ description: "'home' or 'out'." }) setting: string;
  @Field(() => Int) minutes: number;
  @Field(() => Int) groupMin: number;
  @Field(() => Int) groupMax: number;
  @Field(() => Int) baseStaff: number;
  @Field(() => String, { nullable: true, description: "'vehicle' or 'walk'." }) transport: string | null;
  @Field(() => Int) costPence: number;
  @Field(() => [String]) steps: string[];
  @Field(() => AdaptationsType) adapt: AdaptationsType;
  @Field() why: string;
  @Field(() => [String]) watchFor: string[];
  @Field(() => [String]) equipment: string[];
  @Field() respect: string;
}
