import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { ClockScalar, DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { LadderTask } from '../reablement/reablement.graphql.ts';

@ObjectType({ description: 'What one person recorded of one resident in one session. All of them are kept.' })
export class AttendanceSaid {
  @Field(() => IdScalar) id: string;
  @Field({ description: 'took part, joined in a little, watched, asleep or withdrawn, declined or not offered.' }) level: string;
  @Field(() => String, { nullable: true }) mood: string | null;
  @Field(() => String, { nullable: true }) engagement: string | null;
  @Field() leftEarly: boolean;
  @Field(() => String, { nullable: true, description: 'on their own, with a word, with a hand or done for them.' }) help: string | null;
  @Field(() => WordsScalar, { nullable: true }) note: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType({ description: 'A resident in a session: what they need there, what it keeps for them, and what was recorded.' })
export class DayPerson {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) room: string | null;
  @Field({ description: 'Support where the session is: “2 staff to 1”.' }) support: string;
  @Field() wheelchair: string;
  @Field(() => WordsScalar, { nullable: true, description: 'What can go wrong out.' }) risk: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'What to do then.' }) riskDo: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'What they were promised, that this session is to keep.' }) promised: string | null;
  @Field(() => [AttendanceSaid], { description: 'Entries that nothing corrects. More than one that differ: a person decides which is right.' }) said: AttendanceSaid[];
  @Field() disputed: boolean;
  @Field(() => [AttendanceSaid], { description: 'Entries that were corrected since, oldest first: they stay readable.' }) earlier: AttendanceSaid[];
}

@ObjectType()
export class NotRunReport {
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => WordsScalar, { nullable: true }) words: string | null;
  @Field(() => WordsScalar, { nullable: true }) answers: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType({ description: 'A session as whoever works it needs it.' })
export class DaySession {
  @Field(() => IdScalar) id: string;
  @Field() startsAt: Date;
  @Field() endsAt: Date;
  @Field({ description: 'planned, cancelled, or unplanned: written down once it had happened.' }) status: string;
  @Field(() => WordsScalar, { nullable: true }) cancelledWhy: string | null;
  @Field() activityName: string;
  @Field() picture: string;
  @Field({ description: "'home' or 'out'." }) setting: string;
  @Field(() => String, { nullable: true, description: 'The room or the venue.' }) place: string | null;
  @Field(() => [String]) staff: string[];
  @Field(() => String, { nullable: true }) driver: string | null;
  @Field(() => String, { nullable: true }) vehicle: string | null;
  @Field(() => [String], { description: 'What to bring.' }) equipment: string[];
  @Field(() => [String]) watchFor: string[];
  @Field(() => [DayPerson]) people: DayPerson[];
  @Field(() => NotRunReport, { nullable: true }) notRun: NotRunReport | null;
  @Field({ description: 'Something is recorded of everyone in it, or that it did not run.' }) recorded: boolean;
}

@ObjectType()
export class RoutineSaid {
  @Field(() => IdScalar) id: string;
  @Field({ description: 'honoured, missed or not wanted.' }) state: string;
  @Field(() => WordsScalar, { nullable: true }) reason: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType({ description: 'Distress written down beside a routine.' })
export class DayDistress {
  @Field(() => IdScalar) id: string;
  @Field() at: Date;
  @Field({ description: 'unsettled, upset or very distressed.' }) level: string;
  @Field(() => WordsScalar, { nullable: true }) words: string | null;
  @Field() recordedByName: string;
}

@ObjectType()
export class DayRoutine {
  @Field(() => IdScalar) routineId: string;
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) room: string | null;
  @Field(() => WordsScalar) what: string;
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
  @Field(() => WordsScalar) why: string;
  @Field(() => WordsScalar) whenMissed: string;
  @Field(() => WordsScalar) help: string;
  @Field({ description: "'session' or 'respect'." }) needs: string;
  @Field(() => [RoutineSaid], { description: 'Entries of the day that nothing corrects.' }) said: RoutineSaid[];
  @Field(() => [DayDistress], { description: 'Distress written down beside it that day.' }) distress: DayDistress[];
  @Field(() => [LadderTask], { description: 'Their daily tasks that come up with it: a rung says that it was honoured, too.' }) tasks: LadderTask[];
}

@ObjectType({ description: 'Somebody for whom there has been nothing meaningful for a while.' })
export class QuietPerson {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) room: string | null;
  @Field(() => Int, { nullable: true, description: 'Days since something meaningful, or since they came back or moved in.' }) days: number | null;
  @Field({ description: 'The same in words.' }) words: string;
  @Field(() => String, { nullable: true }) lastWhat: string | null;
  @Field(() => String, { nullable: true, description: 'What is planned for them on the day, today what is still to come.' }) plannedToday: string | null;
  @Field(() => Date, { nullable: true }) plannedAt: Date | null;
  @Field(() => IdScalar, { nullable: true }) plannedSessionId: string | null;
}

@ObjectType({ description: 'Somebody on the quiet list, with one thing that is possible for them this minute, or why there is none.' })
export class QuietNow extends QuietPerson {
  @Field(() => IdScalar, { nullable: true }) activityId: string | null;
  @Field(() => String, { nullable: true }) activityName: string | null;
  @Field(() => String, { nullable: true }) picture: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'Why they would like it, as it stands on record.' }) because: string | null;
  @Field({ description: 'Why it is possible: who is there, until when, where. Or why nothing is.' }) why: string;
}

@ObjectType('DayView', { description: 'The screen of a shift.' })
export class DayViewType {
  @Field(() => DayScalar) day: string;
  @Field(() => DayScalar) today: string;
  @Field() now: Date;
  @Field(() => [DaySession]) sessions: DaySession[];
  @Field(() => [DayRoutine]) routines: DayRoutine[];
  @Field(() => [QuietPerson]) quiet: QuietPerson[];
}

@InputType()
export class AttendanceInput {
  @Field(() => IdScalar, { description: 'Made where it is recorded (UUIDv7): sent twice, it is recorded once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field() level: string;
  @Field(() => String, { nullable: true, defaultValue: null }) mood: string | null;
  @Field(() => String, { nullable: true, defaultValue: null }) engagement: string | null;
  @Field({ defaultValue: false }) leftEarly: boolean;
  @Field(() => String, { nullable: true, defaultValue: null, description: 'on their own, with a word, with a hand or done for them.' }) help: string | null;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null }) note: string | null;
  @Field(() => IdScalar, { nullable: true, defaultValue: null, description: 'The entry that this one corrects.' }) correctsId: string | null;
}

@InputType()
export class NotRunInput {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) sessionId: string;
  @Field(() => String, { nullable: true, defaultValue: null, description: 'From the short list.' }) reason: string | null;
  @Field(() => WordsScalar, { defaultValue: '' }) words: string;
  @Field(() => WordsScalar, { defaultValue: '', description: 'Who answers for it.' }) answers: string;
}

@ObjectType()
export class RoutineRecorded {
  @Field(() => IdScalar) id: string;
  @Field() state: string;
}

export const RecordAttendancesResult = orRefused('RecordAttendancesResult', DaySession);
export const RecordSessionNotRunResult = orRefused('RecordSessionNotRunResult', DaySession);
export const RecordRoutineResult = orRefused('RecordRoutineResult', RoutineRecorded);
