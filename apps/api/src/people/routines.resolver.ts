import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { dayIn, mondayOf } from '@promenade/domain/shared/time';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import type { ResidentEntity, RoutineEntity } from './people.entities.ts';
import { ResidentType, RoutineType } from './people.graphql.ts';
import { exceptionsIn } from './recurrence.ts';
import type { DistressNoteEntity, RoutineExceptionEntity } from './routines.entities.ts';
import {
  DistressNoteType, DistressPictureType, NoteDistressInput, NoteDistressResult, RoutineDayDiffersInput, RoutineDayDiffersResult, RoutineWeekDayType,
} from './routines.graphql.ts';
import { type DaySaid, daysSaid, distressOf, lookedBackFrom, pictureFor, weekFor } from './routines.reads.ts';
import { RoutinesService } from './routines.service.ts';

const saidLoader = (asking: Asking) => asking.listLoader<DaySaid>('routineDaysSaid', (tx, ids) => {
  const [back, monday] = [lookedBackFrom(tx), mondayOf(dayIn(tx.actor.zone, tx.now))];
  return daysSaid(tx, ids, back < monday ? back : monday);
}, (row) => row.routineId);

const distressLoader = (asking: Asking) => asking.listLoader<DistressNoteEntity>('distressOf', (tx, ids) => distressOf(tx, ids, lookedBackFrom(tx)), (note) => note.residentId);

@Resolver(() => RoutineType)
export class RoutineDaysResolver {
  constructor(
    private readonly db: Db,
    private readonly routines: RoutinesService,
  ) {}

  @Mutation(() => RoutineDayDiffersResult, { description: 'A routine is not on a day, or is on one more; the last word on a day holds.' })
  @Access('people.write')
  routineDayDiffers(@Asks() asking: Asking, @Args('input') input: RoutineDayDiffersInput): Promise<RoutineEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.routines.dayDiffers(tx, input));
  }

  @Mutation(() => NoteDistressResult, { description: 'Somebody is or was distressed: when, how much, what was seen. Sent twice, it is recorded once.' })
  @Access('day.record')
  noteDistress(@Asks() asking: Asking, @Args('input') input: NoteDistressInput): Promise<DistressNoteEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.routines.noteDistress(tx, input));
  }

  @ResolveField(() => [RoutineWeekDayType], { description: 'This week, Monday to Sunday.' })
  async week(@Parent() row: RoutineEntity, @Asks() asking: Asking): Promise<RoutineWeekDayType[]> {
    const exceptions = await asking.listLoader<RoutineExceptionEntity>('routineExceptions', async (tx, ids) => [...(await exceptionsIn(tx, tx.actor.homeId, ids)).values()].flat(), (each) => each.routineId).load(row.id);
    return weekFor(row, exceptions, await saidLoader(asking).load(row.id), await asking.today());
  }

  @ResolveField(() => DistressPictureType, { description: 'Whether distress follows when it is missed, over the last twelve weeks.' })
  async picture(@Parent() row: RoutineEntity, @Asks() asking: Asking): Promise<DistressPictureType> {
    const back = lookedBackFrom(await asking.read());
    const said = (await saidLoader(asking).load(row.id)).filter(({ day }) => day >= back);
    return pictureFor(asking.actor.zone, row, said, await distressLoader(asking).load(row.residentId));
  }
}

@Resolver(() => ResidentType)
export class DistressResolver {
  @ResolveField(() => [DistressNoteType], { description: 'When they were distressed in the last twelve weeks, the newest first; corrected notes are left out.' })
  distress(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<DistressNoteEntity[]> {
    return distressLoader(asking).load(row.id);
  }
}
