import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { NEXT_OF_KIN } from '@promenade/domain/people/authority';
import { sayBecause, sayHowKnown } from '@promenade/domain/people/life-story';
import { whatIsMissing } from '@promenade/domain/people/missing';
import { sayRepeats } from '@promenade/domain/people/routine';
import { saySupport } from '@promenade/domain/people/support';
import { dayIn } from '@promenade/domain/shared/time';
import { In, IsNull } from 'typeorm';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar } from '../graphql/scalars.ts';
import { AddLifeFactInput, CreateOutcomeInput, EditBasicsInput, EditSupportInput } from './people-inputs.graphql.ts';
import { AuthorityEntity, InterestEntity, LifeFactEntity, OutcomeEntity, ResidentEntity, RoutineEntity } from './people.entities.ts';
import {
  AddLifeFactResult, AuthorityType, ComingTodayType, CreateOutcomeResult, EditResidentResult, EndOutcomeResult, InCircleType, InterestType, LifeFactType,
  LifeFactUseType, MissingType, OutcomeType, ResidentType, RoutineType,
} from './people.graphql.ts';
import { circlesOf, comingToday, countRecords, usesOfFacts } from './people.reads.ts';
import { readable } from './life-story.reads.ts';
import { PeopleService } from './people.service.ts';

const GONE = ['moved out', 'died'];

/** Residents by id, for whoever needs one: fields of other modules ask here, and all are fetched together. */
export function residentLoader(asking: Asking) {
  return asking.loader<ResidentEntity>('resident', (tx, ids) => tx.em.findBy(ResidentEntity, { homeId: tx.actor.homeId, id: In([...ids]) }), (row) => row.id);
}

/** Life facts by id: the reason behind a routine, a wish or a promise; what is sensitive, only for those who may read it. */
export function lifeFactLoader(asking: Asking) {
  return asking.loader<LifeFactEntity>('lifeFact', async (tx, ids) => readable(tx, await tx.em.findBy(LifeFactEntity, { homeId: tx.actor.homeId, id: In([...ids]) })), (row) => row.id);
}

/** The life facts of residents that whoever asks may read, in the order in which they were told. */
export function lifeFactsLoader(asking: Asking) {
  return asking.listLoader<LifeFactEntity>('lifeFactsOf', async (tx, ids) => readable(tx, await tx.em.find(LifeFactEntity, {
    where: { homeId: tx.actor.homeId, residentId: In([...ids]) }, order: { recordedAt: 'ASC', id: 'ASC' },
  })), (fact) => fact.residentId);
}

@Resolver(() => ResidentType)
export class PeopleResolver {
  constructor(
    private readonly db: Db,
    private readonly people: PeopleService,
  ) {}

  @Query(() => [ResidentType], { description: 'Everyone who lives here, by room; those who moved out or died are left out.' })
  @Access('people.read')
  async residents(@Asks() asking: Asking): Promise<ResidentEntity[]> {
    const tx = await asking.read();
    const rows = await tx.em.findBy(ResidentEntity, { homeId: tx.actor.homeId });
    const byRoom = new Intl.Collator('en-GB', { numeric: true });
    return rows.filter(({ status }) => !GONE.includes(status)).toSorted((a, b) => byRoom.compare(a.room ?? '~', b.room ?? '~') || a.preferredName.localeCompare(b.preferredName));
  }

  @Query(() => ResidentType)
  @Access('people.read')
  async resident(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<ResidentEntity> {
    const resident = await residentLoader(asking).load(id);
    if (!resident) throw new NotFound('This person');
    return resident;
  }

  @Mutation(() => AddLifeFactResult)
  @Access('people.write')
  addLifeFact(@Asks() asking: Asking, @Args('input') input: AddLifeFactInput): Promise<LifeFactEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.people.addLifeFact(tx, input));
  }

  @Mutation(() => CreateOutcomeResult)
  @Access('people.write')
  createOutcome(@Asks() asking: Asking, @Args('input') input: CreateOutcomeInput): Promise<OutcomeEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.people.createOutcome(tx, input));
  }

  @Mutation(() => EndOutcomeResult, { description: 'Ends on a day; what was stays readable.' })
  @Access('people.write')
  endOutcome(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('on', { type: () => DayScalar }) on: string): Promise<OutcomeEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.people.endOutcome(tx, id, on));
  }

  @Mutation(() => EditResidentResult)
  @Access('people.write')
  editSupport(@Asks() asking: Asking, @Args('input') input: EditSupportInput): Promise<ResidentEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.people.editSupport(tx, input));
  }

  @Mutation(() => ResidentType)
  @Access('people.write')
  editBasics(@Asks() asking: Asking, @Args('input') input: EditBasicsInput): Promise<ResidentEntity> {
    return this.db.write(asking.actor, (tx) => this.people.editBasics(tx, input));
  }

  @ResolveField(() => String, { description: 'The whole name as it is on papers.' })
  legalName(@Parent() row: ResidentEntity): string {
    return [row.title, row.givenName, row.familyName].filter((part) => part !== '').join(' ');
  }

  @ResolveField(() => String, { description: "'At home 1 staff to 4 people; out 2 staff to 1 person.'" })
  supportWords(@Parent() row: ResidentEntity): string {
    return saySupport({ staff: row.supportInStaff, residents: row.supportInResidents }, { staff: row.supportOutStaff, residents: row.supportOutResidents });
  }

  @ResolveField(() => [LifeFactType])
  lifeFacts(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<LifeFactEntity[]> {
    return lifeFactsLoader(asking).load(row.id);
  }

  @ResolveField(() => [RoutineType], { description: 'Routines that have not ended, in the order of the day.' })
  routines(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<RoutineEntity[]> {
    return asking.listLoader<RoutineEntity>('routinesOf', async (tx, ids) => {
      const today = dayIn(tx.actor.zone, tx.now);
      const rows = await tx.em.find(RoutineEntity, { where: { homeId: tx.actor.homeId, residentId: In([...ids]) }, order: { fromTime: 'ASC', id: 'ASC' } });
      return rows.filter(({ endedOn }) => endedOn === null || endedOn > today);
    }, (routine) => routine.residentId).load(row.id);
  }

  @ResolveField(() => [InterestType])
  interests(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<InterestEntity[]> {
    return asking.listLoader<InterestEntity>('interestsOf', (tx, ids) => tx.em.find(InterestEntity, {
      where: { homeId: tx.actor.homeId, residentId: In([...ids]) }, order: { value: 'DESC', id: 'ASC' },
    }), (interest) => interest.residentId).load(row.id);
  }

  @ResolveField(() => [OutcomeType], { description: 'Outcomes that have not ended.' })
  outcomes(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<OutcomeEntity[]> {
    return asking.listLoader<OutcomeEntity>('outcomesOf', async (tx, ids) => {
      const rows = await tx.em.find(OutcomeEntity, { where: { homeId: tx.actor.homeId, residentId: In([...ids]) }, order: { recordedAt: 'ASC', id: 'ASC' } });
      return rows.filter(({ endedOn }) => endedOn === null);
    }, (outcome) => outcome.residentId).load(row.id);
  }

  @ResolveField(() => [AuthorityType])
  authorities(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<AuthorityEntity[]> {
    return asking.listLoader<AuthorityEntity>('authoritiesOf', (tx, ids) => tx.em.find(AuthorityEntity, {
      where: { homeId: tx.actor.homeId, residentId: In([...ids]), supersededAt: IsNull() }, order: { area: 'ASC', id: 'ASC' },
    }), (each) => each.residentId).load(row.id);
  }

  @ResolveField(() => String)
  nextOfKinWords(): string {
    return NEXT_OF_KIN;
  }

  @ResolveField(() => [InCircleType])
  circle(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<InCircleType[]> {
    return asking.listLoader<InCircleType & { residentId: string }>('circlesOf', circlesOf, (each) => each.residentId).load(row.id);
  }

  @ResolveField(() => [ComingTodayType])
  today(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<ComingTodayType[]> {
    return asking.listLoader<ComingTodayType & { residentId: string }>('comingToday', comingToday, (each) => each.residentId).load(row.id);
  }

  @ResolveField(() => [MissingType], { description: 'What the record still lacks, the most pressing first.' })
  async missing(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<MissingType[]> {
    const counted = await asking.loader('countRecords', countRecords, (each) => each.residentId).load(row.id);
    return counted ? whatIsMissing(Object.assign({ name: row.preferredName }, row, counted)) : [];
  }
}

@Resolver(() => LifeFactType)
export class LifeFactResolver {
  @ResolveField(() => [LifeFactUseType], { description: 'What came of it. A memory used by nothing wants a so-what.' })
  uses(@Parent() row: LifeFactEntity, @Asks() asking: Asking): Promise<LifeFactUseType[]> {
    return asking.listLoader<LifeFactUseType & { lifeFactId: string }>('usesOfFacts', usesOfFacts, (each) => each.lifeFactId).load(row.id);
  }

  @ResolveField(() => String, { description: 'Who told it and how they know, in words.' })
  howKnown(@Parent() row: LifeFactEntity): string {
    return sayHowKnown(row);
  }
}

@Resolver(() => RoutineType)
export class RoutineResolver {
  @ResolveField(() => LifeFactType, { nullable: true })
  lifeFact(@Parent() row: RoutineEntity, @Asks() asking: Asking): Promise<LifeFactEntity | null> | null {
    return row.lifeFactId ? lifeFactLoader(asking).load(row.lifeFactId) : null;
  }

  @ResolveField(() => String, { description: "The reason, to stand after a comma: 'because he walked his dog before tea for forty years'." })
  because(@Parent() row: RoutineEntity): string {
    return sayBecause(row.why);
  }

  @ResolveField(() => String)
  daysWords(@Parent() row: RoutineEntity): string {
    return sayRepeats(row.repeats ?? 'every week', row.days, row.since);
  }
}
