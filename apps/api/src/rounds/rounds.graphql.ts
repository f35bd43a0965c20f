import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType({ description: 'What was done about distress seen on a round, or the word left for the handover.' })
export class RoundResponse {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'done' or 'handover'." }) kind: string;
  @Field(() => WordsScalar) words: string;
  @Field() recordedByName: string;
}

@ObjectType({ description: 'What one person was doing at one instant.' })
export class RoundLook {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field({ description: 'active, engaged, passive, asleep or distressed.' }) state: string;
  @Field() at: Date;
  @Field(() => [RoundResponse]) responses: RoundResponse[];
}

@ObjectType('Round', { description: 'Once around a room.' })
export class RoundType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) roomId: string;
  @Field() room: string;
  @Field() beganAt: Date;
  @Field({ description: 'Nobody who was there was left out. A round that was stopped half way, or never ended, is partial.' }) whole: boolean;
  @Field({ description: 'It was ended, whole or half way.' }) ended: boolean;
  @Field() recordedByName: string;
  @Field(() => [RoundLook], { description: 'Those that nothing corrects.' }) looks: RoundLook[];
}

@ObjectType()
export class RoundRoom {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field(() => Date, { nullable: true, description: 'The last round there.' }) lastAt: Date | null;
}

@ObjectType()
export class RoundPerson {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) room: string | null;
  @Field(() => IdScalar, { nullable: true, description: 'Where they were when they were last seen on a round, within two weeks.' }) lastRoomId: string | null;
}

@ObjectType({ description: 'What a round begins with.' })
export class RoundsType {
  @Field(() => [RoundRoom]) rooms: RoundRoom[];
  @Field(() => [RoundPerson], { description: 'Everyone who lives here and is in.' }) people: RoundPerson[];
  @Field(() => [RoundType], { description: 'Of the last two weeks, the newest first, at most 30.' }) latest: RoundType[];
}

@ObjectType({ description: 'A share of looks at people who were active or engaged. A trend, not a verdict.' })
export class RoundShare {
  @Field() key: string;
  @Field(() => Int) occupied: number;
  @Field(() => Int) looks: number;
  @Field(() => Int) rounds: number;
  @Field(() => Number, { nullable: true, description: 'From 0 to 1; null where there is too little to say.' }) share: number | null;
  @Field(() => Number, { nullable: true }) low: number | null;
  @Field(() => Number, { nullable: true }) high: number | null;
  @Field() words: string;
}

@ObjectType()
export class RoundTrend {
  @Field(() => DayScalar) since: string;
  @Field(() => RoundShare) whole: RoundShare;
  @Field(() => Int, { description: 'How many of the rounds were partial.' }) partial: number;
  @Field(() => [RoundShare], { description: 'By the Monday of the week, in order.' }) weeks: RoundShare[];
  @Field(() => [RoundShare], { description: 'By room, by name.' }) rooms: RoundShare[];
  @Field(() => [RoundShare], { description: 'By morning, afternoon, evening and night.' }) partsOfDay: RoundShare[];
}

@ObjectType()
export class RoundCounts {
  @Field() state: string;
  @Field(() => Int) times: number;
}

@ObjectType({ description: 'What rounds saw of one person, for whoever thinks with them about their days. Never beside anybody else.' })
export class RoundsOfPerson {
  @Field(() => DayScalar) since: string;
  @Field(() => RoundShare) share: RoundShare;
  @Field(() => [RoundCounts], { description: 'Empty while there are too few looks.' }) states: RoundCounts[];
}

@InputType()
export class RoundInput {
  @Field(() => IdScalar, { description: 'Made on the device: a round begins with the first look that names it.' }) id: string;
  @Field(() => IdScalar) roomId: string;
  @Field() beganAt: Date;
}

@InputType()
export class LookInput {
  @Field(() => IdScalar, { description: 'Made on the device: sent twice, it is recorded once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field({ description: 'active, engaged, passive, asleep or distressed; “taken back” corrects a look that was a mistake.' }) state: string;
  @Field() at: Date;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) correctsId: string | null;
}

@InputType()
export class EndRoundInput {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) roundId: string;
  @Field({ description: 'Everybody who was there has been looked at.' }) whole: boolean;
  @Field() endedAt: Date;
}

@InputType()
export class RoundResponseInput {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) lookId: string;
  @Field({ description: "'done' or 'handover'." }) kind: string;
  @Field(() => WordsScalar) words: string;
}

export const RecordLookResult = orRefused('RecordLookResult', RoundType);
export const EndRoundResult = orRefused('EndRoundResult', RoundType);
export const AnswerDistressResult = orRefused('AnswerDistressResult', RoundType);
