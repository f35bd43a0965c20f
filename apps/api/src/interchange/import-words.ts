/** What importing says: kinds of files, fields of columns, and changes as sentences. */
import type { Words } from '@promenade/domain/shared/decision';
import type { ImportKind } from './interchange.entities.ts';

export const KIND_WORDS: Record<ImportKind, string> = {
  'residents': 'People who live here',
  'rota-matrix': 'A rota, one row a person',
  'rota-shifts': 'A rota, one row a shift',
  'venues': 'Places in the community',
};

export type ImportReason = 'UNREADABLE' | 'KIND_NOT_KNOWN' | 'NOT_BASE64' | 'QUESTIONS_OPEN' | 'FILE_NOTE' | 'NOBODY_TO_TAKE' | 'SHIFT_MEETS' | 'ALREADY_IMPORTED';

export const IMPORT_WORDS: Words<ImportReason> = {
  UNREADABLE: (about) => about,
  KIND_NOT_KNOWN: (about) => about,
  NOT_BASE64: () => 'The file did not arrive whole. Choose it again.',
  QUESTIONS_OPEN: (about) => `Please answer first: ${about}`,
  FILE_NOTE: (about) => about,
  NOBODY_TO_TAKE: () => 'No line of this file can be taken in. Look at the reasons beside the lines, mend the file and choose it again.',
  SHIFT_MEETS: (about) => `${about}. Nobody works two shifts at once: correct one of them.`,
  ALREADY_IMPORTED: () => 'This file has been imported. Choose the file again to read it once more.',
};

/** A number and its noun: 1 person, 3 people. */
export function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** A sentence with a number in it: 'will be' before, 'was' or 'were' after. */
export type Line = { readonly count: number; readonly one: string; readonly more: string; readonly willBe: string; readonly was: string };

/** '9 people will be added.' before, '9 people were added.' after; lines with none are left out. */
export function sayLines(lines: readonly Line[], done: boolean): string[] {
  return lines.filter(({ count }) => count > 0).map(({ count, one, more, willBe, was }) => {
    const verb = done ? `${count === 1 ? 'was' : 'were'} ${was}` : `will be ${willBe}`;
    return `${many(count, one, more)} ${verb}.`;
  });
}

const RESIDENT_TARGETS: Record<string, string> = {
  room: 'Room', title: 'Title', knownAs: 'What they like to be called', givenName: 'First name', familyName: 'Surname', fullName: 'Whole name', born: 'Date of birth',
  movedIn: 'Moved in', funding: 'Who pays', mobility: 'Getting about', transfers: 'Transfers', supportIn: 'Support at home', supportOut: 'Support out',
  communication: 'Communication', lifeStory: 'Life story', routine: 'Routine', wants: 'Wishes', keyWorker: 'Named worker', supporters: 'Family and friends',
  relations: 'Their relation', emails: 'Their e-mail', authority: 'Attorney or deputy', photoConsent: 'Photos',
};
const SHIFT_TARGETS: Record<string, string> = {
  employeeNo: 'Employee number', familyName: 'Surname', givenName: 'First name', name: 'Name', jobTitle: 'Job title', unit: 'Unit', date: 'Date', start: 'Start',
  endDate: 'End date', end: 'End', times: 'Hours or code', breakMinutes: 'Break', status: 'Status',
};
const MATRIX_TARGETS: Record<string, string> = {
  name: 'Name', familyName: 'Surname', givenName: 'First name', jobTitle: 'Job title', employeeNo: 'Employee number', hours: 'Hours in all', day: 'A day',
};

const PLACE_TARGETS: Record<string, string> = {
  name: 'Name', category: 'Kind', address: 'Address', town: 'Town', postcode: 'Postcode', lat: 'Latitude', lon: 'Longitude', phone: 'Telephone', website: 'Web address', hours: 'Opening hours', price: 'Price',
  drive: 'Minutes by vehicle', walk: 'Minutes on foot', stepFree: 'Step-free', toilet: 'Accessible toilet', changingPlace: 'Changing place', hoist: 'Hoist', hearingLoop: 'Hearing loop', parking: 'Parking',
  metres: 'Metres from parking', seating: 'Somewhere to sit', quiet: 'Quiet hours', welcome: 'How they are with us', companion: 'Companion free',
};

/** The fields a column of this kind of file may fill, for a list to choose from. */
export function targetsOf(kind: ImportKind): { value: string; label: string }[] {
  const targets = { 'residents': RESIDENT_TARGETS, 'rota-matrix': MATRIX_TARGETS, 'rota-shifts': SHIFT_TARGETS, 'venues': PLACE_TARGETS }[kind];
  return [...Object.entries(targets).map(([value, label]) => ({ value, label })), { value: 'ignore', label: 'Not used' }];
}
