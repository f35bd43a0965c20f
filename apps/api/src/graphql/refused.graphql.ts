/** The one shape of a no: reasons in words. A mutation that can be refused returns a union with it. */
import type { Type } from '@nestjs/common';
import { Field, ObjectType, createUnionType } from '@nestjs/graphql';
import { type Reason, type Words, sayReason } from '@promenade/domain/shared/decision';

@ObjectType('Reason')
export class ReasonType {
  @Field({ description: 'Stable, for programs.' }) code: string;
  @Field({ description: 'A sentence for a person.' }) message: string;
  @Field(() => String, { nullable: true, description: 'What it is about, in words.' }) about: string | null;
}

@ObjectType()
export class Refused {
  @Field(() => [ReasonType]) reasons: ReasonType[];
}

/** A refusal from reasons of the domain and the module's words for them. */
export function refused<Code extends string>(words: Words<Code>, reasons: readonly Reason<Code>[]): Refused {
  return Object.assign(new Refused(), {
    reasons: reasons.map((reason) => ({ code: reason.code, message: sayReason(words, reason), about: reason.about ?? null })),
  });
}

/** `union PublishPlanResult = Plan | Refused`. Rows are served as they are: what is not a refusal is the other type. */
export function orRefused<T extends object>(name: string, type: Type<T>) {
  return createUnionType({
    name,
    types: () => [type, Refused] as const,
    resolveType: (value: object) => (value instanceof Refused ? Refused : type),
  });
}
