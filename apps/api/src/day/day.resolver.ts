import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ATTENDANCE_LEVELS, ENGAGEMENTS, HELP_GIVEN, MOODS } from '@promenade/domain/day/attendance';
import { ROUTINE_STATES } from '@promenade/domain/day/rules';
import { dayIn } from '@promenade/domain/shared/time';
import { Access, Asks } from '../access/access.decorator.ts';
import { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { Invalid } from '../graphql/errors.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar } from '../graphql/scalars.ts';
import type { RoutineDayEntity } from './day.entities.ts';
import {
  AttendanceInput, DaySession, DayViewType, NotRunInput, RecordAttendancesResult, RecordRoutineResult, RecordSessionNotRunResult,
} from './day.graphql.ts';
import { routinesOf, sessionsOf } from './day.reads.ts';
import { type Attended, DayService } from './day.service.ts';
import { quietOn } from './quiet.reads.ts';
import { HelpInput, RoutineDayInput, UnmetNeedInput } from './said.graphql.ts';
import { PutBack, SaidService } from './said.service.ts';

export function oneOf<T extends string>(list: readonly T[], text: string, what: string): T {
  const found = list.find((each) => each === text);
  if (!found) throw new Invalid(`“${text}” is no ${what}. Choose one of: ${list.join(', ')}.`);
  return found;
}

@Resolver()
export class DayResolver {
  constructor(
    private readonly db: Db,
    private readonly days: DayService,
    private readonly said: SaidService,
  ) {}

  @Query(() => DayViewType, { description: 'What a shift needs of a day; today, when none is named.' })
  @Access('day.read')
  async day(@Asks() asking: Asking, @Args('on', { type: () => DayScalar, nullable: true }) on: string | null): Promise<DayViewType> {
    const tx = await asking.read();
    const today = dayIn(tx.actor.zone, tx.now);
    const day = on ?? today;
    const [sessions, routines] = [await sessionsOf(tx, day), await routinesOf(tx, day)];
    return { day, today, now: tx.now, sessions, routines, quiet: await quietOn(tx, day) };
  }

  @Query(() => DaySession)
  @Access('day.read')
  async daySession(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<DaySession> {
    return this.days.session(await asking.read(), id);
  }

  @Mutation(() => RecordAttendancesResult, { description: 'A whole group in one go, with help given on a ladder and needs that were not met: all of it or nothing. Sent twice, it is recorded once.' })
  @Access('day.record')
  async recordAttendances(
    @Asks() asking: Asking, @Args('sessionId', { type: () => IdScalar }) sessionId: string, @Args('entries', { type: () => [AttendanceInput] }) entries: AttendanceInput[],
    @Args('help', { type: () => [HelpInput], defaultValue: [] }) help: HelpInput[], @Args('needs', { type: () => [UnmetNeedInput], defaultValue: [] }) needs: UnmetNeedInput[],
  ): Promise<DaySession | Refused> {
    if ([entries, help, needs].some(({ length }) => length > 200)) throw new Invalid('At most 200 people can be recorded at once.');
    const list = entries.map(({ level, mood, engagement, help: given, ...rest }): Attended => ({
      ...rest,
      level: oneOf(ATTENDANCE_LEVELS, level, 'level'),
      mood: mood === null ? null : oneOf(MOODS, mood, 'mood'),
      engagement: engagement === null ? null : oneOf(ENGAGEMENTS, engagement, 'engagement'),
      help: given === null ? null : oneOf(HELP_GIVEN, given, 'help'),
    }));
    return this.db.write(asking.actor, (tx) => this.said.record(tx, sessionId, list, help, needs)).catch(refusalOf);
  }

  @Mutation(() => RecordSessionNotRunResult, { description: 'Why a session did not take place, and who answers for it. What was promised in it has fallen through.' })
  @Access('day.record')
  recordSessionNotRun(@Asks() asking: Asking, @Args('input') input: NotRunInput): Promise<DaySession | Refused> {
    return this.db.write(asking.actor, (tx) => this.days.recordNotRun(tx, input));
  }

  @Mutation(() => RecordRoutineResult)
  @Access('day.record')
  recordRoutine(@Asks() asking: Asking, @Args('input') input: RoutineDayInput): Promise<RoutineDayEntity | Refused> {
    const { id, routineId, day, reason, correctsId, help } = input;
    if (help.length > 20) throw new Invalid('At most twenty tasks can be recorded with a routine.');
    const state = oneOf(ROUTINE_STATES, input.state, 'state of a routine');
    return this.db.write(asking.actor, (tx) => this.said.recordRoutine(tx, { id, routineId, day, state, reason, correctsId }, help)).catch(refusalOf);
  }
}

/** What was written before the refusal has been put back. */
function refusalOf(error: unknown): Refused {
  if (error instanceof PutBack) return error.refusal;
  throw error;
}
