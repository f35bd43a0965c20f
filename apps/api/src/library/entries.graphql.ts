import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { ClockScalar, DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { AdaptationsType, SkillNeededType } from './library.graphql.ts';

@InputType()
export class LibraryInput {
  @Field(() => IdScalar, { nullable: true, description: 'Put in order for this person.' }) forResident?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'Words to look for; small slips of spelling are forgiven.' }) words?: string | null;
  @Field(() => [String], { nullable: true }) kinds?: string[] | null;
  @Field(() => String, { nullable: true, description: "'home' or 'out'." }) setting?: string | null;
  @Field({ defaultValue: false, description: 'Only what costs nothing.' }) free: boolean;
  @Field(() => Int, { nullable: true, description: 'At most so many minutes.' }) minutes?: number | null;
  @Field(() => String, { nullable: true, description: "'one' for one person at a time, 'group' for several." }) company?: string | null;
  @Field({ defaultValue: false, description: 'Only where no kit is known to be missing.' }) kitHere: boolean;
  @Field(() => String, { nullable: true, description: "'used' here, 'not yet' used here, 'retired'; what is used and what is not yet when left out." }) use?: string | null;
}

@ObjectType({ description: 'A record that speaks for an entry.' })
export class LibraryReason {
  @Field({ description: "'routine', 'outcome', 'interest', 'life fact', 'went well', 'people alike', 'theme', 'season' or 'not lately'." }) kind: string;
  @Field() words: string;
  @Field(() => IdScalar, { nullable: true, description: 'The record it comes from.' }) about: string | null;
}

@ObjectType({ description: 'An entry of the library as the shelf shows it.' })
export class LibraryEntry {
  @Field({ description: 'The activity’s id, or the key of a shipped entry not yet used here.' }) ref: string;
  @Field(() => IdScalar, { nullable: true }) activityId: string | null;
  @Field({ description: "'used', 'not yet' or 'retired'." }) use: string;
  @Field({ description: 'Written by this home.' }) own: boolean;
  @Field() name: string;
  @Field() kind: string;
  @Field() picture: string;
  @Field() setting: string;
  @Field(() => Int) minutes: number;
  @Field(() => Int) groupMin: number;
  @Field(() => Int) groupMax: number;
  @Field(() => Int) costPence: number;
  @Field() why: string;
  @Field({ description: 'Why it stands here, in a line.' }) line: string;
  @Field({ description: 'What it would take, in a line.' }) takes: string;
  @Field(() => [LibraryReason]) reasons: LibraryReason[];
  @Field(() => [String]) drawbacks: string[];
  @Field(() => String, { nullable: true, description: 'How somebody with their style of support joins in.' }) how: string | null;
  @Field({ description: 'How it went here, in words that fit how often.' }) went: string;
  @Field(() => [String]) missingKit: string[];
}

@ObjectType({ description: 'For whom the library is in order.' })
export class LibraryPerson {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field(() => String, { nullable: true, description: 'Their style of support; null when it is not recorded.' }) style: string | null;
}

@ObjectType()
export class LibraryShelf {
  @Field(() => [LibraryEntry]) entries: LibraryEntry[];
  @Field(() => Int, { description: 'How many there are before anything is left out.' }) total: number;
  @Field(() => LibraryPerson, { nullable: true }) forPerson: LibraryPerson | null;
}

@ObjectType()
export class WentFor {
  @Field({ description: 'A style of support.' }) style: string;
  @Field() words: string;
}

@ObjectType({ description: 'Somebody whose record speaks for an entry.' })
export class MightLove {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field() line: string;
  @Field(() => [String]) drawbacks: string[];
  @Field(() => String, { nullable: true }) how: string | null;
}

@ObjectType({ description: 'What worked, or what to change next time.' })
export class ActivityNote {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'worked' or 'change'." }) kind: string;
  @Field(() => String, { nullable: true }) style: string | null;
  @Field() words: string;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType({ description: 'What an entry said from a moment on.' })
export class ActivityVersion {
  @Field(() => Int) number: number;
  @Field({ description: "'started', 'written', 'changed', 'retired', 'brought back' or 'improved' (with a release)." }) kind: string;
  @Field(() => String, { nullable: true }) why: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType()
export class KitItem {
  @Field() item: string;
  @Field(() => String, { nullable: true, description: 'Who said that it is missing; null when it is not known to be.' }) missingSaidBy: string | null;
  @Field(() => Date, { nullable: true }) missingSince: Date | null;
}

@ObjectType({ description: 'What in the home names an activity.' })
export class NamedByType {
  @Field(() => Int) routines: number;
  @Field(() => Int) promises: number;
  @Field(() => Int) sessions: number;
}

@ObjectType({ description: 'A shipped text that differs from the home’s own.' })
export class OfferedText {
  @Field({ description: 'Which part of the entry.' }) field: string;
  @Field(() => [String], { description: 'What the release says, line by line.' }) lines: string[];
}

@ObjectType()
export class OpenHours {
  @Field(() => [Int]) days: number[];
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
}

@ObjectType({ description: 'Everything about one entry, to be read on the way to doing it.' })
export class EntryPage {
  @Field(() => LibraryEntry) entry: LibraryEntry;
  @Field() reach: string;
  @Field(() => Int) baseStaff: number;
  @Field(() => Int) maxPerWeek: number;
  @Field(() => String, { nullable: true }) transport: string | null;
  @Field() atBedside: boolean;
  @Field(() => [String]) speaksTo: string[];
  @Field(() => [String]) seasons: string[];
  @Field() placeWords: string;
  @Field() staffWords: string;
  @Field(() => [String]) steps: string[];
  @Field(() => AdaptationsType) adapt: AdaptationsType;
  @Field() goodDay: string;
  @Field() badDay: string;
  @Field(() => [String]) watchFor: string[];
  @Field() respect: string;
  @Field(() => [SkillNeededType]) skillsNeeded: SkillNeededType[];
  @Field(() => [OpenHours]) hours: OpenHours[];
  @Field(() => [IdScalar]) roomIds: string[];
  @Field(() => IdScalar, { nullable: true }) venueId: string | null;
  @Field(() => DayScalar, { nullable: true }) retiredOn: string | null;
  @Field(() => [KitItem]) kit: KitItem[];
  @Field(() => [WentFor]) wentByStyle: WentFor[];
  @Field(() => [MightLove]) mightLove: MightLove[];
  @Field(() => [ActivityNote]) notes: ActivityNote[];
  @Field(() => [ActivityVersion]) versions: ActivityVersion[];
  @Field(() => [OfferedText], { description: 'What the shipped entry says now where the home says something of its own.' }) offered: OfferedText[];
  @Field(() => NamedByType) namedBy: NamedByType;
}

@InputType()
export class StartUsingInput {
  @Field(() => IdScalar, { description: 'The activity’s id, made by the device.' }) id: string;
  @Field(() => WordsScalar) shippedKey: string;
  @Field(() => [IdScalar]) roomIds: string[];
  @Field(() => IdScalar, { nullable: true }) venueId?: string | null;
  @Field(() => [String], { nullable: true, description: 'Which of its skills this home asks for; all when left out.' }) skills?: string[] | null;
}

@InputType()
export class AdaptationsInput {
  @Field(() => WordsScalar) plansIt: string;
  @Field(() => WordsScalar) stepByStep: string;
  @Field(() => WordsScalar) joinsThroughSenses: string;
  @Field(() => WordsScalar) respondsToTouchAndSound: string;
}

@InputType()
export class SkillNeededInput {
  @Field(() => WordsScalar) skill: string;
  @Field(() => Int) staff: number;
}

@InputType()
export class OpenHoursInput {
  @Field(() => [Int]) days: number[];
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
}

@InputType()
export class EntryInput {
  @Field(() => IdScalar, { description: 'Of a new entry or of a draft, made by the device.' }) id: string;
  @Field(() => IdScalar, { nullable: true, description: 'The activity that is changed; none for a new entry.' }) activityId?: string | null;
  @Field({ description: 'Keep it as a draft: gaps are allowed, nobody plans with it.' }) draft: boolean;
  @Field(() => WordsScalar) name: string;
  @Field(() => WordsScalar) kind: string;
  @Field(() => WordsScalar) picture: string;
  @Field(() => WordsScalar) reach: string;
  @Field(() => WordsScalar) setting: string;
  @Field(() => WordsScalar, { nullable: true }) transport?: string | null;
  @Field() atBedside: boolean;
  @Field(() => Int) minutes: number;
  @Field(() => Int) groupMin: number;
  @Field(() => Int) groupMax: number;
  @Field(() => Int) baseStaff: number;
  @Field(() => Int) costPence: number;
  @Field(() => Int) maxPerWeek: number;
  @Field(() => [SkillNeededInput]) skills: SkillNeededInput[];
  @Field(() => [OpenHoursInput]) hours: OpenHoursInput[];
  @Field(() => [IdScalar]) roomIds: string[];
  @Field(() => IdScalar, { nullable: true }) venueId?: string | null;
  @Field(() => [WordsScalar]) seasons: string[];
  @Field(() => [WordsScalar]) speaksTo: string[];
  @Field(() => WordsScalar) why: string;
  @Field(() => WordsScalar) placeWords: string;
  @Field(() => WordsScalar) staffWords: string;
  @Field(() => [WordsScalar]) steps: string[];
  @Field(() => AdaptationsInput) adapt: AdaptationsInput;
  @Field(() => WordsScalar) goodDay: string;
  @Field(() => WordsScalar) badDay: string;
  @Field(() => [WordsScalar]) watchFor: string[];
  @Field(() => [WordsScalar]) equipment: string[];
  @Field(() => WordsScalar) respect: string;
  @Field(() => WordsScalar, { nullable: true, description: 'Why it is changed.' }) changeWhy?: string | null;
}

@ObjectType({ description: 'An entry somebody is still writing.' })
export class EntryDraft {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar, { nullable: true, description: 'The activity it would change.' }) activityId: string | null;
  @Field({ description: 'What has been written, as JSON: the fields of EntryInput.' }) content: string;
  @Field() name: string;
  @Field() savedByName: string;
  @Field() savedAt: Date;
}

@InputType()
export class NoteInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) activityId: string;
  @Field(() => IdScalar, { nullable: true }) sessionId?: string | null;
  @Field(() => WordsScalar, { description: "'worked' or 'change'." }) kind: string;
  @Field(() => WordsScalar, { nullable: true }) style?: string | null;
  @Field(() => WordsScalar) words: string;
  @Field(() => IdScalar, { nullable: true, description: 'The note it puts right.' }) correctsId?: string | null;
}

@ObjectType({ description: 'Where what was done can be read.' })
export class EntrySaved {
  @Field() ref: string;
  @Field() draft: boolean;
}

export const EntryResult = orRefused('EntryResult', EntrySaved);
export const NoteResult = orRefused('NoteResult', ActivityNote);
