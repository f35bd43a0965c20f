import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { ClockScalar, DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('VenueAccess', { description: 'What stands of using a place, in short; null is not known. How it is known stands with the facts.' })
export class VenueAccessType {
  @Field(() => Boolean, { nullable: true }) stepFree: boolean | null;
  @Field(() => Boolean, { nullable: true }) hoist: boolean | null;
  @Field(() => Boolean, { nullable: true }) changingPlace: boolean | null;
  @Field(() => String, { nullable: true }) quietHours: string | null;
  @Field() parking: string;
  @Field() welcome: string;
}

@ObjectType('VenueClaim', { description: 'One claim about a place, with who made it and when.' })
export class VenueClaimType {
  @Field({ description: "'yes', 'partly', 'no' or 'unknown'." }) answer: string;
  @Field({ description: "The answer as it is said of this fact: 'Step-free in part'." }) answerWords: string;
  @Field() words: string;
  @Field(() => Int, { nullable: true }) metres: number | null;
  @Field({ description: "'seen by us', 'told by the venue', 'from OpenStreetMap', 'from a file', 'not said' or 'unknown'." }) known: string;
  @Field() knownWords: string;
  @Field(() => Date, { nullable: true }) at: Date | null;
}

@ObjectType('VenueFact', { description: 'What stands of one fact, the checks before it, and what a map says beside it.' })
export class VenueFactType extends VenueClaimType {
  @Field() fact: string;
  @Field() label: string;
  @Field() ask: string;
  @Field({ description: 'The check is a year old or more.' }) isStale: boolean;
  @Field(() => [VenueClaimType], { description: 'Earlier checks by people, newest first.' }) older: VenueClaimType[];
  @Field(() => VenueClaimType, { nullable: true, description: 'What an import says, where a person’s check stands.' }) beside: VenueClaimType | null;
}

@ObjectType('VenueDay', { description: 'A day at a place.' })
export class VenueDayType {
  @Field(() => DayScalar) day: string;
  @Field({ description: "'09:30 to 17:00', 'Closed: Boxing Day', 'Not known. …'." }) words: string;
  @Field() isKnown: boolean;
  @Field() isOpen: boolean;
  @Field(() => String, { nullable: true, description: 'The bank holiday it is.' }) holiday: string | null;
}

@ObjectType('VenueWeekHours')
export class VenueWeekHoursType {
  @Field(() => [Int], { description: '1 = Monday … 7 = Sunday.' }) days: number[];
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
}

@ObjectType('VenueOpening', { description: 'How the hours were put down.' })
export class VenueOpeningType {
  @Field({ description: "'weekly', 'osm' (OpenStreetMap's words) or 'not known'." }) from: string;
  @Field(() => String, { nullable: true }) osm: string | null;
  @Field(() => [VenueWeekHoursType]) weekly: VenueWeekHoursType[];
  @Field({ description: "'as usual', 'closed', 'other hours' or 'not known'." }) holidayRule: string;
  @Field(() => ClockScalar, { nullable: true }) holidayFrom: string | null;
  @Field(() => ClockScalar, { nullable: true }) holidayTo: string | null;
}

@ObjectType('VenueVisit', { description: 'How we were treated.' })
export class VenueVisitType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar, { nullable: true }) sessionId: string | null;
  @Field(() => DayScalar) visitedOn: string;
  @Field({ description: "'good', 'mixed' or 'badly'." }) how: string;
  @Field() words: string;
  @Field() by: string;
  @Field({ description: 'A bad visit that nobody has looked into.' }) isOpen: boolean;
  @Field(() => String, { nullable: true, description: 'What somebody did about it.' }) followUp: string | null;
  @Field(() => String, { nullable: true }) followUpBy: string | null;
}

@ObjectType('VenueSource', { description: 'An import that said something of the place.' })
export class VenueSourceType {
  @Field() kind: string;
  @Field(() => String, { nullable: true, description: "'node/123' of OpenStreetMap." }) ref: string | null;
  @Field() fileName: string;
  @Field() by: string;
  @Field() at: Date;
}

@ObjectType('VenueNote', { description: 'What somebody put down of hours, the way there or details, and when.' })
export class VenueNoteType {
  @Field() what: string;
  @Field() words: string;
  @Field() knownWords: string;
  @Field() at: Date;
}

@ObjectType('Venue')
export class VenueType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field() address: string;
  @Field(() => String, { nullable: true }) phone: string | null;
  @Field(() => String, { nullable: true }) website?: string | null;
  @Field(() => String, { nullable: true, description: "What sort of place: 'library', 'café'." }) category?: string | null;
  @Field(() => Float) lat: number;
  @Field(() => Float) lon: number;
  @Field(() => Int) driveMinutes: number;
  @Field(() => Int, { nullable: true, description: 'With somebody who walks slowly; null when it is too far or the road is unsafe.' }) walkMinutes: number | null;
  @Field() price: string;
  @Field(() => VenueAccessType) access: VenueAccessType;
  @Field({ description: 'When somebody was last there and how it went, in words.' }) lastVisited: string;
}

@ObjectType('PlaceInList', { description: 'A place with what a list says of it.' })
export class PlaceInListType {
  @Field(() => VenueType) venue: VenueType;
  @Field(() => String, { nullable: true, description: "'2.4 km, north-east'; null while nobody has said where the home is." }) way: string | null;
  @Field(() => [String], { description: 'What is good to know at once, as badges: Step-free, Changing place, Free.' }) good: string[];
  @Field(() => [String], { description: 'What stands in the way: Has steps.' }) bad: string[];
  @Field({ description: 'How many of the facts nobody knows.' }) unknown: number;
  @Field(() => VenueDayType) open: VenueDayType;
  @Field() treated: string;
  @Field({ description: 'A bad visit waits to be looked into.' }) isFlagged: boolean;
  @Field() fromMap: boolean;
}

@ObjectType('Places')
export class PlacesType {
  @Field(() => [PlaceInListType]) places: PlaceInListType[];
  @Field(() => Int, { description: 'How many there are in all.' }) total: number;
  @Field({ description: 'There are more that fit than are shown.' }) hasMore: boolean;
  @Field(() => String, { nullable: true, description: 'Said where not every place was looked at.' }) limit: string | null;
  @Field(() => String, { nullable: true, description: 'Whose data is shown.' }) attribution: string | null;
}

@ObjectType('HomePlace')
export class HomePlaceType {
  @Field(() => Float) lat: number;
  @Field(() => Float) lon: number;
  @Field() nation: string;
  @Field() by: string;
  @Field() at: Date;
}

@ObjectType('FlaggedVisit')
export class FlaggedVisitType {
  @Field(() => IdScalar) venueId: string;
  @Field() venueName: string;
  @Field(() => VenueVisitType) visit: VenueVisitType;
}

@ObjectType('Room', { description: 'A room in which activities can be held.' })
export class RoomType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
}

@InputType()
export class PlacesFilterInput {
  @Field(() => DayScalar, { nullable: true, description: 'Open on this day.' }) openOn?: string | null;
  @Field({ defaultValue: false, description: 'Open at this moment.' }) openNow: boolean;
  @Field(() => [String], { defaultValue: [], description: "Facts that must stand as yes: 'step-free', 'changing place', 'accessible toilet', 'quiet hours', 'cost'." }) facts: string[];
  @Field(() => Int, { nullable: true, description: 'At most so many minutes by vehicle.' }) driveMinutes?: number | null;
  @Field(() => Int, { nullable: true, description: 'At most so many minutes on foot.' }) walkMinutes?: number | null;
  @Field(() => WordsScalar, { nullable: true }) words?: string | null;
  @Field(() => Int, { defaultValue: 40 }) first: number;
}

@InputType()
export class CheckVenueInput {
  @Field(() => IdScalar, { description: 'Made by the device: sent twice, it is written down once.' }) id: string;
  @Field(() => IdScalar) venueId: string;
  @Field(() => WordsScalar) fact: string;
  @Field(() => WordsScalar, { description: "'yes', 'partly', 'no' or 'unknown'." }) answer: string;
  @Field(() => WordsScalar, { defaultValue: '' }) words: string;
  @Field(() => Int, { nullable: true }) metres?: number | null;
  @Field(() => WordsScalar, { description: "'seen by us' or 'told by the venue'." }) known: string;
}

@InputType()
export class RecordVenueVisitInput {
  @Field(() => IdScalar, { description: 'Made by the device: sent twice, it is written down once.' }) id: string;
  @Field(() => IdScalar) venueId: string;
  @Field(() => IdScalar, { nullable: true }) sessionId?: string | null;
  @Field(() => DayScalar) visitedOn: string;
  @Field(() => WordsScalar) how: string;
  @Field(() => WordsScalar, { defaultValue: '' }) words: string;
}

@InputType()
export class VenueDetailsInput {
  @Field(() => WordsScalar) name: string;
  @Field(() => WordsScalar, { defaultValue: '' }) category: string;
  @Field(() => WordsScalar, { defaultValue: '' }) address: string;
  @Field(() => WordsScalar, { defaultValue: '' }) phone: string;
  @Field(() => WordsScalar, { defaultValue: '' }) website: string;
  @Field(() => WordsScalar, { defaultValue: '' }) price: string;
  @Field(() => Float, { nullable: true }) lat?: number | null;
  @Field(() => Float, { nullable: true }) lon?: number | null;
}

@InputType()
export class VenueWeekHoursInput {
  @Field(() => [Int]) days: number[];
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
}

@InputType()
export class VenueHoursInput {
  @Field(() => WordsScalar, { description: "'weekly', 'osm' or 'not known'." }) from: string;
  @Field(() => WordsScalar, { nullable: true }) osm?: string | null;
  @Field(() => [VenueWeekHoursInput], { defaultValue: [] }) weekly: VenueWeekHoursInput[];
  @Field(() => WordsScalar) holidayRule: string;
  @Field(() => ClockScalar, { nullable: true }) holidayFrom?: string | null;
  @Field(() => ClockScalar, { nullable: true }) holidayTo?: string | null;
  @Field(() => WordsScalar) known: string;
}

export const CheckVenueResult = orRefused('CheckVenueResult', VenueType);
export const RecordVenueVisitResult = orRefused('RecordVenueVisitResult', VenueType);
export const FollowUpVenueVisitResult = orRefused('FollowUpVenueVisitResult', VenueType);
export const AddVenueResult = orRefused('AddVenueResult', VenueType);
export const ChangeVenueResult = orRefused('ChangeVenueResult', VenueType);
export const SayVenueHoursResult = orRefused('SayVenueHoursResult', VenueType);
export const SayVenueTravelResult = orRefused('SayVenueTravelResult', VenueType);
export const SayHomePlaceResult = orRefused('SayHomePlaceResult', HomePlaceType);
