import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { whatHolds } from '@promenade/domain/changes/changed-fact';
import { addDays, dayIn, instantAt } from '@promenade/domain/shared/time';
import { type FindOptionsWhere, In, LessThan, MoreThan } from 'typeorm';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import type { ChangedFactEntity } from '../changes/changes.entities.ts';
import { SayStaffBackResult, SayStaffOffResult } from '../changes/changes.graphql.ts';
import { Db, type Tx } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar } from '../graphql/scalars.ts';
import type { ResidentEntity } from '../people/people.entities.ts';
import { ResidentType } from '../people/people.graphql.ts';
import { AbsenceEntity, ShiftEntity, StaffEntity } from './staff.entities.ts';
import { OnRotaType, SayStaffOffInput, StaffType } from './staff.graphql.ts';
import { StaffService, nameOf } from './staff.service.ts';

const DAYS_AHEAD = 14;

/** Members of staff by id, for fields of other modules. */
function staffLoader(asking: Asking) {
  return asking.loader<StaffEntity>('staff', (tx, ids) => tx.em.findBy(StaffEntity, { homeId: tx.actor.homeId, id: In([...ids]) }), (row) => row.id);
}

@Resolver(() => StaffType)
export class StaffResolver {
  constructor(
    private readonly db: Db,
    private readonly staff: StaffService,
  ) {}

  @Query(() => [StaffType], { description: 'Everyone who works here now, by first name.' })
  @Access('staff.read')
  async staffList(@Asks() asking: Asking): Promise<StaffEntity[]> {
    const tx = await asking.read();
    const today = dayIn(tx.actor.zone, tx.now);
    const rows = await tx.em.find(StaffEntity, { where: { homeId: tx.actor.homeId }, order: { givenName: 'ASC', familyName: 'ASC' } });
    return rows.filter(({ leftOn }) => leftOn === null || leftOn > today);
  }

  @Query(() => [OnRotaType], { description: 'Who has a shift that begins on a day, or that reaches into it; in the order in which they begin.' })
  @Access('staff.read')
  async rotaOn(@Asks() asking: Asking, @Args('day', { type: () => DayScalar }) day: string): Promise<OnRotaType[]> {
    const tx = await asking.read();
    const { zone } = tx.actor;
    return onRota(tx, { startsAt: LessThan(instantAt(zone, addDays(day, 1), 0)), endsAt: MoreThan(instantAt(zone, day, 0)) });
  }

  @Query(() => [OnRotaType], { description: 'The shifts somebody has in the coming two weeks.' })
  @Access('staff.read')
  async comingShifts(@Asks() asking: Asking, @Args('staffId', { type: () => IdScalar }) staffId: string): Promise<OnRotaType[]> {
    const tx = await asking.read();
    const until = instantAt(tx.actor.zone, addDays(dayIn(tx.actor.zone, tx.now), DAYS_AHEAD), 0);
    return onRota(tx, { staffId, startsAt: LessThan(until), endsAt: MoreThan(tx.now) });
  }

  @Mutation(() => SayStaffOffResult, { description: 'Somebody is off: of oneself on any day, of a colleague who rang in for today, of anybody for those who plan.' })
  @Access('change.record')
  sayStaffOff(@Asks() asking: Asking, @Args('input') input: SayStaffOffInput): Promise<ChangedFactEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.staff.sayOff(tx, input));
  }

  @Mutation(() => SayStaffBackResult, { description: 'Back earlier than was said.' })
  @Access('change.record')
  sayStaffBack(@Asks() asking: Asking, @Args('changeId', { type: () => IdScalar }) changeId: string): Promise<ChangedFactEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.staff.sayBack(tx, changeId));
  }

  @Mutation(() => StaffType, { description: 'What somebody may drive from now on.' })
  @Access('staff.write')
  editLicences(@Asks() asking: Asking, @Args('staffId', { type: () => IdScalar }) staffId: string, @Args('licences', { type: () => [String] }) licences: string[]): Promise<StaffEntity> {
    return this.db.write(asking.actor, (tx) => this.staff.editLicences(tx, staffId, licences));
  }

  @Mutation(() => StaffType, { description: 'A resident does not want to be with somebody, or no longer minds.' })
  @Access('people.write')
  declineStaff(
    @Asks() asking: Asking,
    @Args('residentId', { type: () => IdScalar }) residentId: string,
    @Args('staffId', { type: () => IdScalar }) staffId: string,
    @Args('declines', { defaultValue: true }) declines: boolean,
  ): Promise<StaffEntity> {
    return this.db.write(asking.actor, (tx) => this.staff.decline(tx, residentId, staffId, declines));
  }

  @ResolveField(() => String)
  name(@Parent() row: StaffEntity): string {
    return nameOf(row);
  }
}

@Resolver(() => ResidentType)
export class NamedWorkerResolver {
  @ResolveField(() => StaffType, { nullable: true })
  namedWorker(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<StaffEntity | null> | null {
    return row.namedWorkerId ? staffLoader(asking).load(row.namedWorkerId) : null;
  }
}

/** Shifts with whose they are and whether whoever has them is off, in three statements. */
async function onRota(tx: Tx, which: FindOptionsWhere<ShiftEntity>): Promise<OnRotaType[]> {
  const { homeId, staffId: me } = tx.actor;
  const shifts = await tx.em.find(ShiftEntity, { where: { homeId, ...which }, order: { startsAt: 'ASC', endsAt: 'ASC', id: 'ASC' } });
  const [first, last] = [shifts[0], Math.max(...shifts.map(({ endsAt }) => endsAt.getTime()))];
  if (!first) return [];
  const people = new Map((await tx.em.findBy(StaffEntity, { homeId, id: In(shifts.map(({ staffId }) => staffId)) })).map((person) => [person.id, person]));
  const off = whatHolds(await tx.em.findBy(AbsenceEntity, { homeId, startsAt: LessThan(new Date(last)), endsAt: MoreThan(first.startsAt) }));
  return shifts.map(({ id, staffId, startsAt, endsAt }): OnRotaType => {
    const person = people.get(staffId);
    return {
      shiftId: id, staffId, name: person ? nameOf(person) : '', jobTitle: person?.jobTitle ?? '', startsAt, endsAt, isMe: staffId === me,
      isOff: off.some((absence) => absence.staffId === staffId && absence.startsAt < endsAt && startsAt < absence.endsAt),
    };
  });
}
