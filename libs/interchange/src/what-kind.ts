/** Guesses which kind of list a file is, so that nobody has to say it first. */
import type { FileKind } from './shared.ts';
import { noMapping } from './shared.ts';
import { fieldsNamed, findHeader } from './columns.ts';
import { findDayRow } from './rota-week.ts';
import { isShiftHeader, shiftFields } from './rota-shifts.ts';
import { looksLikeJson } from './places.ts';
import { looksLikePlacesList, placeFields } from './places-list.ts';
import { readTable } from './table.ts';
import { residentFields } from './resident-fields.ts';

export type KindGuess = { kind: FileKind | 'unknown'; sentence: string };

/** The kind and a sentence that says why, or why it cannot be told and what to do. */
export function whatKind(bytes: Uint8Array): KindGuess {
  if (looksLikeJson(bytes)) return { kind: 'venues', sentence: 'This looks like places from a map.' };
  const result = readTable(bytes);
  if (!result.readable) return { kind: 'unknown', sentence: result.sentence };
  const { table } = result;
  if (findDayRow(table)) return { kind: 'rota-matrix', sentence: 'This looks like a rota with a row for each person and a column for each day.' };
  const shifts = findHeader(table, shiftFields, noMapping, 3);
  const residents = findHeader(table, residentFields, noMapping, 2);
  const telling = residents?.columns.filter((column) => ['room', 'born', 'movedIn', 'funding', 'mobility', 'supporters', 'keyWorker', 'photoConsent'].includes(column.field)).length ?? 0;
  if (shifts && isShiftHeader(shifts) && telling < 3) return { kind: 'rota-shifts', sentence: 'This looks like a rota with a row for each shift.' };
  if (residents && telling > 0 && fieldsNamed(residents.row, residentFields, noMapping) >= 3) return { kind: 'residents', sentence: 'This looks like a list of the people who live here.' };
  const places = findHeader(table, placeFields, noMapping, 3);
  if (places && looksLikePlacesList(places.columns.map(({ field }) => field))) return { kind: 'venues', sentence: 'This looks like a list of places.' };
  return { kind: 'unknown', sentence: 'We cannot tell what this list is. Say whether it is about residents, a rota or places, and point at the columns.' };
}
