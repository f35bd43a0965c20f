/** What a rota of either form becomes: shifts and absences by row, with overlaps of one person asked about. */
import type { Asking, ClockTime, Day, Note, Verdict } from './shared.ts';
import type { AbsenceKind, Meaning } from './rota-codes.ts';
import type { RotaPerson } from './rota-people.ts';
import { clock, lengthOf, minutesOf, sayHours } from './clock.ts';
import { addDays, dayNumber, sayDay } from './dates.ts';
import { fullName, nameKey } from './names.ts';

export type RotaShift = {
  kind: 'shift';
  line: number;
  /** Column of the file, counted from 0; null where a row is a shift. */
  column: number | null;
  staffKey: string;
  startsOn: Day;
  from: ClockTime;
  to: ClockTime;
  endsNextDay: boolean;
  /** 0 when the file says nothing. */
  breakMinutes: number;
  unit: string;
  /** What stood in the file. */
  words: string;
};

export type RotaAbsence = {
  kind: AbsenceKind;
  line: number;
  column: number | null;
  staffKey: string;
  day: Day;
  /** Null for the whole day. */
  from: ClockTime | null;
  to: ClockTime | null;
  endsNextDay: boolean;
  words: string;
};

/** `shifts` and `absences` hold exactly what may be taken in; what waits for an answer is in the notes only. */
export type RotaRow = { line: number; verdict: Verdict; staffKey: string | null; name: string; shifts: RotaShift[]; absences: RotaAbsence[]; notes: Note[] };

export type EntryPlace = { line: number; column: number | null; staffKey: string; day: Day; unit: string; words: string };

/** Puts what a cell means into the row. Being off leaves no entry. */
export function addMeaning(row: RotaRow, meaning: Meaning, place: EntryPlace): void {
  const { line, column, staffKey, day, unit, words } = place;
  if (meaning.is === 'shift') {
    const { from, to, endsNextDay, breakMinutes } = meaning;
    row.shifts.push({ kind: 'shift', line, column, staffKey, startsOn: day, from, to, endsNextDay, breakMinutes, unit, words });
  } else if (meaning.is === 'absence') {
    const hours = meaning.hours;
    row.absences.push({ kind: meaning.kind, line, column, staffKey, day, from: hours?.from ?? null, to: hours?.to ?? null, endsNextDay: hours?.endsNextDay ?? false, words });
  }
}

const startOf = (shift: RotaShift) => dayNumber(shift.startsOn) * 1440 + minutesOf(shift.from);
const endOf = (shift: RotaShift) => startOf(shift) + lengthOf(shift);

export const sayShift = (shift: RotaShift): string => `${sayDay(shift.startsOn)} ${shift.from} to ${shift.to}${shift.endsNextDay ? ' the next day' : ''}`;

/** Nobody is in two places: the later of two overlapping shifts of one person waits for an answer. */
export function settleOverlaps(rows: readonly RotaRow[], people: readonly RotaPerson[], asking: Asking): void {
  const names = new Map(people.map((person) => [person.key, fullName(person)]));
  const all = rows.flatMap((row) => row.shifts.map((shift) => ({ row, shift })));
  for (const [staffKey, own] of Map.groupBy(all, (each) => each.shift.staffKey)) {
    const name = names.get(staffKey) ?? staffKey;
    let last: { row: RotaRow; shift: RotaShift } | null = null;
    for (const next of own.toSorted((a, b) => startOf(a.shift) - startOf(b.shift) || a.shift.line - b.shift.line)) {
      if (last && startOf(next.shift) < endOf(last.shift)) last = settlePair(last, next, name, asking);
      else last = next;
    }
    sayLongStretches(own, name);
  }
}

type Placed = { row: RotaRow; shift: RotaShift };

const takeOut = ({ row, shift }: Placed) => {
  row.shifts = row.shifts.filter((each) => each !== shift);
};

function settlePair(first: Placed, second: Placed, name: string, asking: Asking): Placed {
  const both = `${sayShift(first.shift)} (line ${first.shift.line}) and ${sayShift(second.shift)} (line ${second.shift.line})`;
  const times = ({ shift }: Placed) => `${shift.startsOn} ${shift.from}-${shift.to}`;
  const end = Math.max(endOf(first.shift), endOf(second.shift));
  const answer = asking.ask({
    id: `overlap:${nameKey(name)}|${times(first)}|${times(second)}`, kind: 'overlap', free: null,
    words: `${name} has two shifts at the same time: ${both}. Which is right?`,
    options: [
      { value: 'keep-first', words: sayShift(first.shift) }, { value: 'keep-second', words: sayShift(second.shift) },
      { value: 'join', words: `One long shift, ${first.shift.from} to ${clock(end)}` },
    ],
  }, second.shift.line);
  if (answer === 'keep-second') {
    takeOut(first);
    first.row.notes.push({ field: 'shift', level: 'info', message: `${sayShift(first.shift)} is left out, as you said.` });
    return second;
  }
  takeOut(second);
  if (answer === 'join') {
    first.shift.to = clock(end);
    first.shift.endsNextDay = end > (dayNumber(first.shift.startsOn) + 1) * 1440 - 1;
    first.shift.breakMinutes += second.shift.breakMinutes;
    second.row.notes.push({ field: 'shift', level: 'info', message: `Joined with line ${first.shift.line}, as you said.` });
    return first;
  }
  second.row.notes.push(answer === 'keep-first'
    ? { field: 'shift', level: 'info', message: `${sayShift(second.shift)} is left out, as you said.` }
    : { field: 'shift', level: 'check', message: `${name} would be in two places at once: ${both}. The later one is left out until you say which is right.` });
  return first;
}

/** More than sixteen hours without going home is said, and stays the manager's decision. */
function sayLongStretches(own: readonly Placed[], name: string): void {
  const left = own.filter(({ row, shift }) => row.shifts.includes(shift)).toSorted((a, b) => startOf(a.shift) - startOf(b.shift));
  let from = 0;
  left.forEach((placed, at) => {
    const before = left[at - 1];
    if (!before || startOf(placed.shift) > endOf(before.shift)) from = startOf(placed.shift);
    const minutes = endOf(placed.shift) - from;
    if (minutes <= 960) return;
    const since = `${sayDay(addDays('1970-01-01', Math.floor(from / 1440)))} ${clock(from)}`;
    placed.row.notes.push({ field: 'shift', level: 'check', message: `${name} would be at work for ${sayHours(minutes)} hours without going home, from ${since} to ${clock(endOf(placed.shift))}. Is that right?` });
  });
}
