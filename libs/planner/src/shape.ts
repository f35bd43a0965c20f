/** Readers for JSON somebody else wrote: each says, in one line, where the value is and what is wrong with it. */

/** A value that has not the shape it should have. The message is one line: where, and what is wrong. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

/** Throws `Malformed` unless `value`, found at `where`, has the reader's shape. */
export type Reader = (value: unknown, where: string) => void;

type Fields = Readonly<Record<string, unknown>>;

/** Throws `Malformed`, quoting the beginning of what was found. */
export function refuse(where: string, wanted: string, found: unknown): never {
  if (found === undefined) throw new Malformed(`${where} is missing; it must be ${wanted}`);
  const quoted = JSON.stringify(found);
  const short = quoted.length > 50 ? `${quoted.slice(0, 50)}…` : quoted;
  throw new Malformed(`${where} must be ${wanted}, but is ${short}`);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readText(value: unknown, where: string): void {
  if (typeof value !== 'string' || value === '') refuse(where, 'a text that is not empty', value);
}

export function readFlag(value: unknown, where: string): void {
  if (typeof value !== 'boolean') refuse(where, 'true or false', value);
}

/** A calendar day that exists, written YYYY-MM-DD. */
export function readDay(value: unknown, where: string): void {
  const parsed = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // NOTE: Date.parse may roll 31 April over to 1 May, so the day is written out again and compared.
  if (Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 10) !== value) {
    refuse(where, 'a day written YYYY-MM-DD', value);
  }
}

/** A whole number between `least` and `most`, both included. */
export function whole(least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): Reader {
  const limits = [
    ...(least > Number.NEGATIVE_INFINITY ? [`no less than ${least}`] : []),
    ...(most < Number.POSITIVE_INFINITY ? [`no more than ${most}`] : []),
  ];
  const wanted = ['a whole number', ...limits].join(', ');
  return (value, where) => {
    if (!Number.isSafeInteger(value) || Number(value) < least || Number(value) > most) refuse(where, wanted, value);
  };
}

export function oneOf(...choices: readonly (string | null)[]): Reader {
  return (value, where) => {
    if (!choices.some((choice) => choice === value)) refuse(where, choices.map((choice) => JSON.stringify(choice)).join(' or '), value);
  };
}

export function orNull(read: Reader): Reader {
  return (value, where) => {
    if (value !== null) read(value, where);
  };
}

export function orAbsent(read: Reader): Reader {
  return (value, where) => {
    if (value !== undefined) read(value, where);
  };
}

export function listOf(read: Reader): Reader {
  return (value, where) => {
    if (!Array.isArray(value)) return refuse(where, 'a list', value);
    value.forEach((item, i) => read(item, `${where}[${i}]`));
  };
}

/** Any keys, each with a value of one shape. */
export function mapOf(read: Reader): Reader {
  return (value, where) => {
    if (!isFields(value)) return refuse(where, 'an object', value);
    for (const [key, item] of Object.entries(value)) read(item, `${where}.${key}`);
  };
}

/** At least these fields; others are left alone. */
export function fields(shape: Readonly<Record<string, Reader>>): Reader {
  return (value, where) => {
    if (!isFields(value)) return refuse(where || 'the whole file', 'an object', value);
    for (const [key, read] of Object.entries(shape)) read(value[key], where ? `${where}.${key}` : key);
  };
}

/** A list of things with an `id` that no other of the list has. */
export function things(shape: Readonly<Record<string, Reader>>): Reader {
  const readAll = listOf(fields({ id: readText, ...shape }));
  return (value, where) => {
    readAll(value, where);
    const first = new Map<string, number>();
    (value as readonly { id: string }[]).forEach(({ id }, i) => {
      if (first.has(id)) throw new Malformed(`${where}[${i}].id is "${id}", which ${where}[${first.get(id)}] has already`);
      first.set(id, i);
    });
  };
}

/** `[from, to]` in whole minutes, not empty. */
export function readSpan(value: unknown, where: string): void {
  const isSpan = Array.isArray(value) && value.length === 2 && value.every((end) => Number.isSafeInteger(end)) && value[0] < value[1];
  if (!isSpan) refuse(where, 'two whole numbers, [from, to], the first smaller', value);
}
