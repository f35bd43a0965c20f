/** What a rota would change: whose shifts and absences, on which days, and who is new; worked out before anything is saved. */
import { type Day, addDays, clockIn, dayIn, instantAt, minuteOf, sayDay } from '@promenade/domain/shared/time';
import { mayDrive } from '@promenade/interchange/job-titles';
import { fullName } from '@promenade/interchange/names';
import type { RotaPerson } from '@promenade/interchange/rota-people';
import type { RotaAbsence, RotaRow, RotaShift } from '@promenade/interchange/rota-rows';
import type { AbsenceEntity, ShiftEntity, StaffEntity } from '../staff/staff.entities.ts';
import { type Line, many } from './import-words.ts';
import type { ImportMoment, RowEffect } from './residents-plan.ts';

export type RotaPresent = {
  readonly staff: readonly StaffEntity[];
  /** Those of the days the file covers and of the day on either side. */
  readonly shifts: readonly ShiftEntity[];
  readonly absences: readonly AbsenceEntity[];
};

/** The days a file covers, both ends included; null when it has none. */
export type RotaDays = { readonly first: Day; readonly last: Day };

export type RotaToSave = {
  addStaff: StaffEntity[];
  updateStaff: { id: string; to: Partial<StaffEntity> }[];
  removeShifts: string[];
  addShifts: ShiftEntity[];
  removeAbsences: string[];
  addAbsences: AbsenceEntity[];
};

export type RotaPlan = { rows: RowEffect[]; toSave: RotaToSave; lines: Line[]; button: string; problems: string[] };

export type RotaUnderstood = { readonly rows: readonly RotaRow[]; readonly people: readonly RotaPerson[] };

/** Marks an absence that came with a rota: a later rota may take it back, one that was typed in stays. */
export const FROM_ROTA = 'From the rota';
const NO_CARE = ['manager', 'other', 'driver', 'volunteer'];

/** `mayAdd` says of a person who is not among the staff whether to add them; `zone` is the home's. */
export function planRota(understood: RotaUnderstood, days: RotaDays | null, mayAdd: (person: RotaPerson) => boolean, waiting: ReadonlySet<number>, present: RotaPresent, at: ImportMoment & { readonly zone: string; readonly source: string }): RotaPlan {
  const toSave: RotaToSave = { addStaff: [], updateStaff: [], removeShifts: [], addShifts: [], removeAbsences: [], addAbsences: [] };
  const idOf = new Map<string, string>();
  for (const person of understood.people) {
    if (person.waiting) continue;
    const here = present.staff.find(({ id }) => id === person.staffId);
    if (here) {
      idOf.set(person.key, here.id);
      const to = whatIsNew(here, person);
      if (Object.keys(to).length > 0) toSave.updateStaff.push({ id: here.id, to });
    } else if (mayAdd(person)) {
      const row = newStaff(person, at);
      idOf.set(person.key, row.id);
      toSave.addStaff.push(row);
    }
  }
  const wanted = understood.rows.flatMap((row) => row.shifts).flatMap((shift) => shiftFrom(shift, idOf, at));
  const absent = understood.rows.flatMap((row) => row.absences).flatMap((absence) => absenceFrom(absence, idOf, at));
  const window = days ? { from: instantAt(at.zone, days.first, 0), to: instantAt(at.zone, addDays(days.last, 1), 0) } : null;
  const theirs = new Set(idOf.values());
  const inWindow = (startsAt: Date) => window !== null && startsAt >= window.from && startsAt < window.to;
  const [standing, beyond] = [present.shifts.filter(({ staffId, startsAt }) => theirs.has(staffId) && inWindow(startsAt)), present.shifts.filter(({ staffId, startsAt }) => theirs.has(staffId) && !inWindow(startsAt))];
  const [here, file] = [new Set(standing.map(shiftKey)), new Set(wanted.map(shiftKey))];
  toSave.removeShifts = standing.filter((shift) => !file.has(shiftKey(shift))).map(({ id }) => id);
  toSave.addShifts = wanted.filter((shift) => !here.has(shiftKey(shift)));
  const [away, absences] = [new Set(present.absences.map(absenceKey)), new Set(absent.map(absenceKey))];
  toSave.removeAbsences = present.absences.filter((each) => theirs.has(each.staffId) && inWindow(each.startsAt) && each.note.startsWith(FROM_ROTA) && !absences.has(absenceKey(each))).map(({ id }) => id);
  toSave.addAbsences = absent.filter((absence) => !away.has(absenceKey(absence)));
  const nameOf = (id: string) => fullName([...present.staff, ...toSave.addStaff].find((each) => each.id === id) ?? { givenName: 'Somebody', familyName: '' });
  const problems = toSave.addShifts.flatMap((shift) => beyond.filter((other) => other.staffId === shift.staffId && other.startsAt < shift.endsAt && shift.startsAt < other.endsAt)
    .map((other) => `${nameOf(shift.staffId)} is on shift here from ${say(other.startsAt, at.zone)} to ${say(other.endsAt, at.zone)}, and in the file from ${say(shift.startsAt, at.zone)}`));
  const taken = understood.rows.flatMap((row) => row.shifts).length;
  const changed = toSave.addShifts.length + toSave.removeShifts.length;
  return {
    toSave, problems, rows: understood.rows.map((row) => effectOf(row, idOf, waiting)),
    button: changed === 0 ? 'Import' : `Import ${many(taken, 'shift', 'shifts')}`,
    lines: sayPlan(toSave, wanted, understood.people, idOf),
  };
}

const shiftKey = (shift: ShiftEntity) => [shift.staffId, +shift.startsAt, +shift.endsAt, shift.breakMinutes].join(' ');
const absenceKey = (absence: AbsenceEntity) => [absence.staffId, +absence.startsAt, +absence.endsAt, absence.kind].join(' ');
const say = (at: Date, zone: string) => `${clockIn(zone, at)} on ${sayDay(dayIn(zone, at))}`;

function sayPlan(toSave: RotaToSave, wanted: readonly ShiftEntity[], people: readonly RotaPerson[], idOf: ReadonlyMap<string, string>): Line[] {
  const whose = new Set(toSave.addShifts.map(({ staffId }) => staffId)).size;
  const left = people.filter((person) => !person.waiting && !idOf.has(person.key)).length;
  const of = ` of ${many(whose, 'person', 'people')}`;
  const put = { willBe: 'put down', was: 'put down' };
  return [
    { count: toSave.addStaff.length, one: 'person', more: 'people', willBe: 'added to the staff', was: 'added to the staff' },
    { count: toSave.addShifts.length, one: `shift${of}`, more: `shifts${of}`, ...put },
    { count: wanted.length - toSave.addShifts.length, one: 'shift that stands here already', more: 'shifts that stand here already', willBe: 'left as it is', was: 'left as it is' },
    { count: toSave.removeShifts.length, one: 'shift that stood there for them before', more: 'shifts that stood there for them before', willBe: 'taken away', was: 'taken away' },
    { count: toSave.addAbsences.length, one: 'absence', more: 'absences', ...put },
    { count: toSave.removeAbsences.length, one: 'absence of an earlier rota', more: 'absences of an earlier rota', willBe: 'taken away', was: 'taken away' },
    { count: toSave.updateStaff.length, one: 'member of staff', more: 'members of staff', willBe: 'given an employee number or a licence', was: 'given an employee number or a licence' },
    { count: left, one: 'person who is not among the staff', more: 'people who are not among the staff', willBe: 'left out', was: 'left out' },
  ];
}

function effectOf(row: RotaRow, idOf: ReadonlyMap<string, string>, waiting: ReadonlySet<number>): RowEffect {
  const title = row.name || `Line ${row.line}`;
  if (row.verdict === 'refused') return { effect: 'leave out', title, summary: 'Cannot be taken in as it stands.' };
  if (waiting.has(row.line) || row.staffKey === null) return { effect: 'waits', title, summary: 'Waits for an answer.' };
  if (!idOf.has(row.staffKey)) return { effect: 'leave out', title, summary: 'Not among the staff, and not to be added.' };
  const parts = [
    row.shifts.length === 1 && row.shifts[0] ? sayShift(row.shifts[0]) : row.shifts.length > 0 ? many(row.shifts.length, 'shift', 'shifts') : '',
    ...['sick', 'leave', 'training'].map((kind) => {
      const days = row.absences.filter((absence) => absence.kind === kind).length;
      return days > 0 ? `${many(days, 'day', 'days')} ${kind === 'training' ? 'with training' : kind === 'sick' ? 'sick' : 'of leave'}` : '';
    }),
  ].filter((part) => part !== '');
  return { effect: parts.length > 0 ? 'add' : 'same', title, summary: parts.length > 0 ? parts.join(', ') : 'No hours.' };
}

const sayShift = (shift: RotaShift) => `${sayDay(shift.startsOn)}, ${shift.from} to ${shift.to}${shift.endsNextDay ? ' the next day' : ''}`;

function newStaff(person: RotaPerson, at: ImportMoment): StaffEntity {
  return {
    homeId: at.homeId, id: at.newId(), givenName: person.givenName, familyName: person.familyName, jobTitle: person.title || 'Not said',
    employeeNo: person.employeeNo || null, skills: [], licences: person.licencesConfirmed ? mayDrive(person.licences) : [],
    agency: person.nameless || person.employment === 'agency', care: person.role !== null && !NO_CARE.includes(person.role), interests: [], leftOn: null,
  };
}

/** An employee number where there was none, and licences that somebody confirmed; nothing is taken away. */
function whatIsNew(here: StaffEntity, person: RotaPerson): Partial<StaffEntity> {
  const more = person.licencesConfirmed ? mayDrive(person.licences).filter((licence) => !here.licences.includes(licence)) : [];
  return {
    ...(here.employeeNo === null && person.employeeNo !== '' ? { employeeNo: person.employeeNo } : {}),
    ...(more.length > 0 ? { licences: [...here.licences, ...more] } : {}),
  };
}

function shiftFrom(shift: RotaShift, idOf: ReadonlyMap<string, string>, at: ImportMoment & { readonly zone: string; readonly source: string }): ShiftEntity[] {
  const staffId = idOf.get(shift.staffKey);
  if (staffId === undefined) return [];
  const startsAt = instantAt(at.zone, shift.startsOn, minuteOf(shift.from));
  const endsAt = instantAt(at.zone, shift.startsOn, minuteOf(shift.to) + (shift.endsNextDay ? 1440 : 0));
  return [{ homeId: at.homeId, id: at.newId(), staffId, startsAt, endsAt, breakMinutes: shift.breakMinutes, source: at.source }];
}

function absenceFrom(absence: RotaAbsence, idOf: ReadonlyMap<string, string>, at: ImportMoment & { readonly zone: string }): AbsenceEntity[] {
  const staffId = idOf.get(absence.staffKey);
  if (staffId === undefined) return [];
  const [from, to] = absence.from && absence.to ? [minuteOf(absence.from), minuteOf(absence.to) + (absence.endsNextDay ? 1440 : 0)] : [0, 1440];
  return [{ homeId: at.homeId, id: at.newId(), staffId, startsAt: instantAt(at.zone, absence.day, from), endsAt: instantAt(at.zone, absence.day, to), kind: absence.kind, note: `${FROM_ROTA}: ${absence.words}`.slice(0, 200), changeId: null, endedAt: null }];
}
