import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ClockScalar, DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { VenueType } from '../venues/venues.graphql.ts';

@ObjectType('SheetMark', { description: 'What plan a printed sheet shows, so that an old sheet is recognised.' })
export class SheetMarkType {
  @Field(() => DayScalar) weekStarts: string;
  @Field({ description: "'published', 'draft', or 'nothing' when no plan of the week has been published." }) status: string;
  @Field({ description: '“Week of 23 Nov · version 3 · published Fri 20 Nov 16:05 by Ada Bell”.' }) words: string;
  @Field({ description: 'Changes with what the plan says.' }) code: string;
  @Field(() => Date) printedAt: Date;
  @Field({ description: '“Sat 21 Nov 09:10 by Ruth Kemp”.' }) printedWords: string;
}

@ObjectType('WallSession', { description: 'A session as everybody may read it: nothing of why, of support or of health.' })
export class WallSessionType {
  @Field(() => IdScalar) id: string;
  @Field(() => DayScalar) day: string;
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
  @Field() activityName: string;
  @Field() picture: string;
  @Field(() => String, { nullable: true }) place: string | null;
  @Field() isOut: boolean;
  @Field({ description: 'People were told of it, and it will not happen.' }) isOff: boolean;
  @Field(() => String, { nullable: true, description: 'How it differs from what people were first told: “Moved, was Mon 10:00”.' }) change: string | null;
  @Field(() => [String], { description: 'The names people go by.' }) people: string[];
}

@ObjectType('WallSheet', { description: 'The week for the wall.' })
export class WallSheetType {
  @Field(() => SheetMarkType) mark: SheetMarkType;
  @Field(() => [WallSessionType]) sessions: WallSessionType[];
}

@ObjectType('OwnEntry', { description: 'Something of a person’s own week: a session or a routine.' })
export class OwnEntryType {
  @Field(() => IdScalar) id: string;
  @Field(() => DayScalar) day: string;
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
  @Field() what: string;
  @Field(() => String, { nullable: true }) picture: string | null;
  @Field(() => String, { nullable: true }) place: string | null;
  @Field() isRoutine: boolean;
  @Field(() => String, { nullable: true, description: 'What is different for this person; “Off” when it will not happen for them.' }) change: string | null;
  @Field({ description: 'A routine of all seven days.' }) isEveryDay: boolean;
  @Field(() => [String], { description: 'Staff who come along, by first name.' }) withStaff: string[];
}

@ObjectType('OwnWeek')
export class OwnWeekType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => [OwnEntryType]) entries: OwnEntryType[];
}

@ObjectType('OwnWeeks', { description: 'The week of one person, or of everyone who lives here, by room.' })
export class OwnWeeksType {
  @Field(() => SheetMarkType) mark: SheetMarkType;
  @Field(() => [OwnWeekType]) people: OwnWeekType[];
}

@ObjectType('DutyPerson', { description: 'A person in a session, as whoever supports them must know them.' })
export class DutyPersonType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) room: string | null;
  @Field() support: string;
  @Field() inWheelchair: boolean;
  @Field(() => WordsScalar, { nullable: true }) transfers: string | null;
  @Field(() => WordsScalar, { nullable: true }) communication: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'What can go wrong out.' }) risk: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'What to do then.' }) riskDo: string | null;
  @Field(() => [WordsScalar], { description: 'Promises this session is to keep.' }) promised: string[];
  @Field(() => [String], { description: 'Staff of the session whom they do not know yet.' }) notKnown: string[];
}

@ObjectType('Drive')
export class DriveType {
  @Field() vehicle: string;
  @Field() driver: string;
}

@ObjectType('DutySession')
export class DutySessionType {
  @Field(() => IdScalar) id: string;
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
  @Field() activityName: string;
  @Field() picture: string;
  @Field(() => String, { nullable: true }) place: string | null;
  @Field() isOut: boolean;
  @Field({ description: 'People were told of it, and it will not happen.' }) isOff: boolean;
  @Field(() => String, { nullable: true, description: 'How it differs from what people were first told.' }) change: string | null;
  @Field(() => [String]) staff: string[];
  @Field(() => [DriveType]) drives: DriveType[];
  @Field(() => [String]) bring: string[];
  @Field(() => [String]) watchFor: string[];
  @Field(() => [DutyPersonType]) people: DutyPersonType[];
}

@ObjectType('DutyRoutine')
export class DutyRoutineType {
  @Field(() => IdScalar) id: string;
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) room: string | null;
  @Field(() => WordsScalar) what: string;
  @Field(() => WordsScalar) help: string;
}

@ObjectType('DutyPromise')
export class DutyPromiseType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field(() => WordsScalar) words: string;
  @Field() madeBy: string;
  @Field({ description: 'A session of this day is to keep it.' }) isPlanned: boolean;
}

@ObjectType('OnShift')
export class OnShiftType {
  @Field() name: string;
  @Field() isAgency: boolean;
  @Field(() => [String], { description: '“07:30–14:30”.' }) hours: string[];
  @Field(() => [String]) breaks: string[];
  @Field(() => [String], { description: '“10:00–11:00 Choir”.' }) sessions: string[];
}

@ObjectType('FloorTime', { description: 'Who stays with everybody else for a stretch of the day.' })
export class FloorTimeType {
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
  @Field(() => Int) least: number;
  @Field(() => [String]) staying: string[];
}

@ObjectType('DaySheet', { description: 'A day for the staff who work it.' })
export class DaySheetType {
  @Field(() => SheetMarkType) mark: SheetMarkType;
  @Field(() => DayScalar) day: string;
  @Field(() => [DutySessionType]) sessions: DutySessionType[];
  @Field(() => [DutyRoutineType]) routines: DutyRoutineType[];
  @Field(() => [DutyPromiseType]) promises: DutyPromiseType[];
  @Field(() => [OnShiftType]) staff: OnShiftType[];
  @Field(() => [FloorTimeType]) floor: FloorTimeType[];
}

@ObjectType('SeatTaken')
export class SeatTakenType {
  @Field() vehicle: string;
  @Field({ description: "'bay' or 'seat'." }) kind: string;
  @Field(() => Int) number: number;
  @Field(() => String, { nullable: true }) person: string | null;
  @Field() isStaff: boolean;
}

@ObjectType('ContactOnSheet', { description: 'Somebody of the circle who may be rung about an outing.' })
export class ContactOnSheetType {
  @Field() name: string;
  @Field() relation: string;
  @Field() phone: string;
}

@ObjectType('OutingPerson')
export class OutingPersonType {
  @Field(() => IdScalar) residentId: string;
  @Field() photos: string;
  @Field(() => [ContactOnSheetType]) contacts: ContactOnSheetType[];
}

@ObjectType('OutingSheet')
export class OutingSheetType {
  @Field(() => SheetMarkType) mark: SheetMarkType;
  @Field(() => DayScalar) day: string;
  @Field(() => DutySessionType) session: DutySessionType;
  @Field({ description: 'On foot, or how they travel.' }) travel: string;
  @Field(() => ClockScalar) arrives: string;
  @Field(() => ClockScalar) setsOffBack: string;
  @Field(() => Int, { description: 'Pence for each.' }) costPence: number;
  @Field(() => VenueType, { nullable: true }) venue: VenueType | null;
  @Field(() => [OutingPersonType]) people: OutingPersonType[];
  @Field(() => [SeatTakenType]) seats: SeatTakenType[];
  @Field(() => [String], { description: 'Who has no place in the vehicle.' }) withoutSeat: string[];
}

@ObjectType('DriverTrip')
export class DriverTripType {
  @Field(() => IdScalar) sessionId: string;
  @Field() activityName: string;
  @Field(() => ClockScalar) leaves: string;
  @Field(() => ClockScalar) arrives: string;
  @Field(() => ClockScalar) setsOffBack: string;
  @Field(() => ClockScalar) back: string;
  @Field(() => Int) driveMinutes: number;
  @Field(() => String, { nullable: true }) placeName: string | null;
  @Field(() => String, { nullable: true }) address: string | null;
  @Field(() => String, { nullable: true }) phone: string | null;
  @Field(() => String, { nullable: true }) parking: string | null;
  @Field(() => [String]) staff: string[];
  @Field(() => [SeatTakenType]) seats: SeatTakenType[];
}

@ObjectType('DriverSheet', { description: 'What whoever drives needs, and nothing more of the people they take.' })
export class DriverSheetType {
  @Field(() => SheetMarkType) mark: SheetMarkType;
  @Field(() => DayScalar) day: string;
  @Field() driver: string;
  @Field() vehicle: string;
  @Field() registration: string;
  @Field() licence: string;
  @Field(() => Int) seats: number;
  @Field(() => Int) bays: number;
  @Field(() => DayScalar) inspectionDue: string;
  @Field(() => DayScalar) insuranceDue: string;
  @Field(() => String, { nullable: true, description: 'Why it may not be driven that day.' }) stays: string | null;
  @Field(() => [DriverTripType]) trips: DriverTripType[];
}
