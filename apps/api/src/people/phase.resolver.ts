import { Args, Field, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { PHASE_MEANS, PHASE_WORDS, type Phase, isNeverTapered, maySayPhase } from '@promenade/domain/people/phase';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db, type Tx } from '../db/db.ts';
import { type Refused, orRefused, refused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { PeopleService } from './people.service.ts';
import { phasesOf } from './phase.reads.ts';
import { LifePhaseEntity } from './support.entities.ts';

@ObjectType('LifePhase', { description: 'The phase of life somebody said they are in, and what it means for the help they are given.' })
export class LifePhaseType {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'getting stronger', 'keeping well' or 'comfort and connection'." }) phase: string;
  @Field(() => WordsScalar) words: string;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('PhaseOfPerson')
export class PhaseOfPersonType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => String, { nullable: true, description: 'As said last; null while nobody has asked.' }) phase: string | null;
  @Field(() => String, { nullable: true, description: 'What it means for the help they are given, in a sentence.' }) means: string | null;
  @Field({ description: 'Support is never made less.' }) neverTapered: boolean;
  @Field(() => [LifePhaseType], { description: 'The latest first.' }) said: LifePhaseEntity[];
}

@InputType()
export class SayPhaseInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar, { description: "'getting stronger', 'keeping well' or 'comfort and connection'." }) phase: string;
  @Field(() => WordsScalar, { description: 'What the person said of it, or who decided for them and why.' }) words: string;
}

export const SayPhaseResult = orRefused('SayPhaseResult', PhaseOfPersonType);

@Resolver()
export class PhaseResolver {
  constructor(
    private readonly db: Db,
    private readonly people: PeopleService,
  ) {}

  @Query(() => PhaseOfPersonType, { description: 'The phase of life one person is in, and everything said of it.' })
  @Access('people.read')
  async phaseOf(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<PhaseOfPersonType> {
    return this.of(await asking.read(), residentId);
  }

  @Mutation(() => SayPhaseResult, { description: 'Says the phase of life somebody is in, in their words; what was said before stays readable.' })
  @Access('people.write')
  sayPhase(@Asks() asking: Asking, @Args('input') input: SayPhaseInput): Promise<PhaseOfPersonType | Refused> {
    return this.db.write(asking.actor, (tx) => this.say(tx, input));
  }

  private async say(tx: Tx, { id, residentId, phase, words }: SayPhaseInput): Promise<PhaseOfPersonType | Refused> {
    const { homeId, accountId, name } = tx.actor;
    await this.people.resident(tx, residentId);
    await tx.em.query('SELECT 1 FROM resident WHERE home_id = $1 AND id = $2 FOR UPDATE', [homeId, residentId]);
    const before = (await phasesOf(tx, residentId)).find((row) => row.id !== id)?.phase ?? null;
    const isKnown = await tx.em.existsBy(LifePhaseEntity, { homeId, id });
    const decision = maySayPhase({ phase, words }, isKnown ? null : before);
    if (!decision.allowed) return refused(PHASE_WORDS, decision.reasons);
    const row: LifePhaseEntity = { homeId, id, residentId, phase: phase as Phase, words: words.trim(), recordedBy: accountId, recordedByName: name, recordedAt: tx.now };
    await this.people.once(tx, LifePhaseEntity, row, (kept) => kept.residentId === residentId && kept.phase === row.phase && kept.words === row.words);
    return this.of(tx, residentId);
  }

  private async of(tx: Tx, residentId: string): Promise<PhaseOfPersonType> {
    const resident = await this.people.resident(tx, residentId);
    const said = await phasesOf(tx, residentId);
    const phase = said[0]?.phase ?? null;
    return { residentId, name: resident.preferredName, phase, means: phase && `${resident.preferredName} ${PHASE_MEANS[phase]}`, neverTapered: isNeverTapered(phase), said };
  }
}
