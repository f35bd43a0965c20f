import { Args, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { DayScalar, IdScalar } from '../graphql/scalars.ts';
import { daySheet } from './duty.reads.ts';
import { driverSheets, outingSheets } from './outing.reads.ts';
import { DaySheetType, DriverSheetType, OutingSheetType, OwnWeeksType, WallSheetType } from './prints.graphql.ts';
import { ownWeeks, wallSheet } from './wall.reads.ts';

const day = { type: () => DayScalar, description: 'Any day of the week.' };
const draftId = { type: () => IdScalar, nullable: true, defaultValue: null, description: 'Left out, it is what people have been told.' };

/** What goes on paper. */
@Resolver()
export class PrintsResolver {
  @Query(() => WallSheetType, { description: 'The week for the wall: nothing in it that not everybody may read.' })
  @Access('plan.read')
  async wallSheet(@Asks() asking: Asking, @Args('day', day) on: string, @Args('draftId', draftId) draft: string | null): Promise<WallSheetType> {
    return wallSheet(await asking.read(), on, draft);
  }

  @Query(() => OwnWeeksType, { description: 'The week of one person, or of everyone who lives here.' })
  @Access('people.read')
  async ownWeeks(@Asks() asking: Asking, @Args('day', day) on: string, @Args('draftId', draftId) draft: string | null, @Args('residentId', { type: () => IdScalar, nullable: true, defaultValue: null }) residentId: string | null): Promise<OwnWeeksType> {
    return ownWeeks(await asking.read(), on, draft, residentId);
  }

  @Query(() => DaySheetType, { description: 'A day for the staff who work it: support, risk, who stays.' })
  @Access('people.read')
  async daySheet(@Asks() asking: Asking, @Args('day', { type: () => DayScalar }) on: string, @Args('draftId', draftId) draft: string | null): Promise<DaySheetType> {
    return daySheet(await asking.read(), on, draft);
  }

  @Query(() => [OutingSheetType], { description: 'The outings of a day, each with contacts and what to bring.' })
  @Access('people.read')
  async outingSheets(@Asks() asking: Asking, @Args('day', { type: () => DayScalar }) on: string, @Args('draftId', draftId) draft: string | null): Promise<OutingSheetType[]> {
    return outingSheets(await asking.read(), on, draft);
  }

  @Query(() => [DriverSheetType], { description: 'What each driver of a day needs.' })
  @Access('plan.read')
  async driverSheets(@Asks() asking: Asking, @Args('day', { type: () => DayScalar }) on: string, @Args('draftId', draftId) draft: string | null): Promise<DriverSheetType[]> {
    return driverSheets(await asking.read(), on, draft);
  }
}
