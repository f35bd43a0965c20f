/** Finds the row of column names below whatever titles a file has, and which field each column fills. */
import type { Column, Mapping } from './shared.ts';
import type { Table, TableRow } from './table.ts';
import { nameKey } from './names.ts';

/** A field and the names columns have for it; the exact ones first, then the patterns. */
export type FieldNames<F extends string> = { field: F; exact: string[]; like?: RegExp };

export type FoundHeader = { row: TableRow; columns: Column[] };

/** How a column name is remembered: lower case, only letters, digits and single spaces. */
export function columnKey(header: string): string {
  return nameKey(header).replace(/[^\p{L}\p{N}&?]+/gu, ' ').trim().slice(0, 80);
}

function keysOf(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const key = columnKey(cell) || `column ${index + 1}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key} (${times})`;
  });
}

/** Which field each cell of a header row names; each field at most once, the remembered mapping before any guess. */
export function guessColumns<F extends string>(cells: readonly string[], fields: readonly FieldNames<F>[], mapping: Mapping): (F | 'ignore' | null)[] {
  const keys = keysOf(cells);
  const known = new Set<string>([...fields.map((each) => each.field), 'ignore']);
  const result: (F | 'ignore' | null)[] = keys.map((key) => {
    const told = Object.hasOwn(mapping.columns, key) ? mapping.columns[key] : undefined;
    return told !== undefined && known.has(told) ? (told as F | 'ignore') : null;
  });
  const taken = () => new Set(result.filter((field) => field !== null && field !== 'ignore'));
  for (const exact of [true, false]) {
    for (const { field, exact: names, like } of fields) {
      if (taken().has(field)) continue;
      const at = keys.findIndex((key, index) => result[index] === null && cells[index] !== '' && (exact ? names.includes(key) : (like?.test(key) ?? false)));
      if (at >= 0) result[at] = field;
    }
  }
  return result;
}

/** The columns of a header row with an example from the rows below it. */
export function describeColumns<F extends string>(row: TableRow, below: readonly TableRow[], fields: readonly FieldNames<F>[], mapping: Mapping): Column[] {
  const guesses = guessColumns(row.cells, fields, mapping);
  const width = Math.max(row.cells.length, ...below.slice(0, 2000).map((each) => each.cells.length));
  const cells = Array.from({ length: width }, (_, index) => row.cells[index] ?? '');
  const keys = keysOf(cells);
  return cells.map((header, index) => ({
    index,
    header,
    key: keys[index] ?? '',
    field: guesses[index] ?? 'ignore',
    guessed: !Object.hasOwn(mapping.columns, keys[index] ?? ''),
    example: below.map((each) => each.cells[index] ?? '').find((cell) => cell !== '')?.slice(0, 80) ?? '',
  }));
}

/** How many different fields a row names. */
export function fieldsNamed<F extends string>(row: TableRow, fields: readonly FieldNames<F>[], mapping: Mapping): number {
  return guessColumns(row.cells, fields, mapping).filter((field) => field !== null && field !== 'ignore').length;
}

/** The first of the rows that names most fields, looking at the first forty; null when none names at least `least`. */
export function findHeader<F extends string>(table: Table, fields: readonly FieldNames<F>[], mapping: Mapping, least: number): FoundHeader | null {
  let best: { at: number; score: number } | null = null;
  for (const [at, row] of table.rows.slice(0, 40).entries()) {
    const score = fieldsNamed(row, fields, mapping);
    if (score >= least && score > (best?.score ?? 0)) best = { at, score };
  }
  const row = best ? table.rows[best.at] : undefined;
  if (!best || !row) return null;
  return { row, columns: describeColumns(row, table.rows.slice(best.at + 1), fields, mapping) };
}

/** When no column name is known, the first row with several cells is taken for the names, and someone points at the fields. */
export function firstWideRow<F extends string>(table: Table, fields: readonly FieldNames<F>[], mapping: Mapping): FoundHeader | null {
  const at = table.rows.findIndex((row) => row.cells.filter((cell) => cell !== '').length > 1);
  const row = table.rows[at];
  return row ? { row, columns: describeColumns(row, table.rows.slice(at + 1), fields, mapping) } : null;
}

/** Reads a row by field name; a column that is not there reads as ''. */
export function reader(columns: readonly Column[]): (row: TableRow, field: string) => string {
  const at = new Map<string, number>();
  for (const column of columns) if (column.field !== 'ignore' && !at.has(column.field)) at.set(column.field, column.index);
  return (row, field) => {
    const index = at.get(field);
    return index === undefined ? '' : (row.cells[index] ?? '');
  };
}

/** What to remember: every column and where it went, and the answers given. */
export function remembered(columns: readonly Column[], mapping: Mapping): Mapping {
  const own = Object.fromEntries(columns.filter((column) => column.header !== '').map((column) => [column.key, column.field]));
  return { columns: { ...mapping.columns, ...own }, answers: { ...mapping.answers } };
}

/** A row's text in one line, for the list of what was set aside. */
export const rowText = (row: TableRow): string => row.cells.filter((cell) => cell !== '').join(' | ').slice(0, 200);
