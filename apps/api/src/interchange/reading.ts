/** Reads a handed-over file against what is here now: the understanding, the questions that stand in the way, and the plan. */
import { understandResidents } from '@promenade/interchange/residents';
import { understandRotaMatrix } from '@promenade/interchange/rota-matrix';
import type { RotaPerson } from '@promenade/interchange/rota-people';
import { understandRotaShifts } from '@promenade/interchange/rota-shifts';
import type { Column, Counts, Mapping, Note, Question, QuestionKind, SetAside, Verdict } from '@promenade/interchange/shared';
import { fullName, listWords, short } from '@promenade/interchange/names';
import { understandVenues } from '@promenade/interchange/venues';
import { type ImportReason, type Line, many } from './import-words.ts';
import { type ImportMoment, type ResidentsPresent, type ResidentsToSave, type RowEffect, planResidents } from './residents-plan.ts';
import { type VenuesPresent, type VenuesToSave, planVenues, rowsToShow } from './venues-plan.ts';
import { knownVenues } from './venues-saving.ts';
import { type RotaDays, type RotaPresent, type RotaToSave, planRota } from './rota-plan.ts';

export type AskedQuestion = Omit<Question, 'kind'> & { kind: QuestionKind | 'add-staff'; blocks: boolean };

export type Reading = {
  refused: string | null;
  rows: (RowEffect & { line: number; verdict: Verdict; notes: Note[] })[];
  setAside: SetAside[];
  questions: AskedQuestion[];
  columns: Column[];
  notes: Note[];
  counts: Counts & { questionsBlocking: number };
  mapping: Mapping;
  /** Of all rows, shown or not. */
  leftOut: number;
  waiting: number;
  lines: Line[];
  button: string;
  inTheWay: { code: ImportReason; about?: string }[];
  toSave: { residents: ResidentsToSave } | { rota: RotaToSave } | { venues: VenuesToSave };
};

/** Unanswered, these would have something saved that is a guess, or leave a hole in a rota that replaces what stood there. */
const BLOCKING: readonly (QuestionKind | 'add-staff')[] = ['who', 'same-person', 'century', 'room', 'wheelchair', 'code', 'alternate', 'night', 'overlap', 'status', 'week', 'add-staff', 'same-place'];

const open = (question: { answer: string | null }) => question.answer === null;
const blocksNow = (question: AskedQuestion) => question.blocks && open(question);

export type Moment = ImportMoment & { readonly zone: string; readonly source: string };

export function readResidentsFile(bytes: Uint8Array, mapping: Mapping, present: ResidentsPresent & RotaPresent, at: Moment): Reading {
  const understood = understandResidents(bytes, mapping, {
    residents: present.residents.map((each) => ({ id: each.id, legalName: fullName(each), preferredName: each.preferredName, room: each.room ?? '', born: each.born })),
    staff: [...present.staff],
  }, at.today);
  const questions = understood.questions.map(asked);
  const plan = planResidents(understood.rows, linesOf(questions), present, at);
  return {
    ...common(understood, questions, plan.rows), lines: plan.lines, button: plan.button, toSave: { residents: plan.toSave },
    inTheWay: inTheWay(understood, questions, understood.rows, []),
  };
}

export type RotaKind = 'rota-matrix' | 'rota-shifts';

export function readRotaFile(kind: RotaKind, bytes: Uint8Array, mapping: Mapping, presentOn: RotaPresent, at: Moment): Reading {
  const known = { staff: [...presentOn.staff] };
  const understood = kind === 'rota-matrix' ? understandRotaMatrix(bytes, mapping, known, at.today) : understandRotaShifts(bytes, mapping, known, at.today);
  const additions = askAdditions(understood.people, mapping);
  const questions = [...additions, ...understood.questions.map(asked)];
  const answers = new Map(additions.map(({ id, answer }) => [id, answer]));
  const mayAdd = (person: RotaPerson) => answers.get(person.nameless ? ADD_NAMELESS : ADD_NAMED) === 'add';
  // People who may yet be added are not shown as left out: their lines wait.
  const plan = planRota(understood, daysOf(understood), mayAdd, linesOf(questions), presentOn, at);
  return {
    ...common(understood, questions, plan.rows), lines: plan.lines, button: plan.button, toSave: { rota: plan.toSave },
    inTheWay: inTheWay(understood, questions, understood.rows, plan.problems),
  };
}

/** A map or a list of places. Of thousands, those that need looking at are shown first, and no more than a screen takes. */
export function readVenuesFile(bytes: Uint8Array, mapping: Mapping, present: VenuesPresent, at: Moment & { readonly fileName: string; readonly accountName: string }): Reading {
  const understood = understandVenues(bytes, mapping, knownVenues(present), present.home);
  const questions = understood.questions.map(asked);
  const plan = planVenues(understood, present, at);
  const all = common(understood, questions, plan.rows);
  const rows = rowsToShow(all.rows);
  const notes = rows.length < all.rows.length ? [...all.notes, { field: 'file', level: 'info' as const, message: `${rows.length} of ${all.rows.length} places are shown here, those that need looking at first. All are counted above.` }] : all.notes;
  return {
    ...all, rows, notes, lines: plan.lines, button: plan.button, toSave: { venues: plan.toSave }, inTheWay: inTheWay(understood, questions, understood.rows, []),
  };
}

/** Where to look for what is here already: the days of the file. */
export function daysOfRota(kind: RotaKind, bytes: Uint8Array, mapping: Mapping, staff: RotaPresent['staff'], today: string): RotaDays | null {
  const known = { staff: [...staff] };
  return daysOf(kind === 'rota-matrix' ? understandRotaMatrix(bytes, mapping, known, today) : understandRotaShifts(bytes, mapping, known, today));
}

type WithDays = { days: { day: string }[] } | { firstDay: string | null; lastDay: string | null };

function daysOf(understood: WithDays): RotaDays | null {
  if ('days' in understood) {
    const days = understood.days.map(({ day }) => day).toSorted();
    const [first, last] = [days[0], days.at(-1)];
    return first && last ? { first, last } : null;
  }
  return understood.firstDay && understood.lastDay ? { first: understood.firstDay, last: understood.lastDay } : null;
}

/** Answers that belong to one file and are not kept for the next: who is new in it. */
export const ADD_NAMED = 'add-staff';
const ADD_NAMELESS = 'add-agency';

function askAdditions(people: readonly RotaPerson[], mapping: Mapping): AskedQuestion[] {
  const fresh = people.filter(({ isNew }) => isNew);
  const question = (id: string, who: readonly RotaPerson[], words: string): AskedQuestion[] => {
    if (who.length === 0) return [];
    const given = mapping.answers[id];
    return [{
      id, kind: 'add-staff', words, free: null, blocks: true, answer: given === 'add' || given === 'leave-out' ? given : null, lines: who.flatMap(({ lines }) => lines).toSorted((a, b) => a - b),
      options: [{ value: 'add', words: who.length === 1 ? 'Yes, add them' : `Yes, add all ${who.length}` }, { value: 'leave-out', words: 'No, leave their shifts out' }],
    }];
  };
  const [named, nameless] = [fresh.filter((person) => !person.nameless), fresh.filter(({ nameless: is }) => is)];
  const say = (who: readonly RotaPerson[]) => listWords(who.length > 6 ? [...who.slice(0, 5).map((each) => short(fullName(each), 40)), many(who.length - 5, 'more', 'more')] : who.map((each) => short(fullName(each), 40)));
  return [
    ...question(ADD_NAMED, named, `${say(named)} ${named.length === 1 ? 'is' : 'are'} not among the staff yet. Add ${named.length === 1 ? 'this person' : 'them'}?`),
    ...question(ADD_NAMELESS, nameless, `${say(nameless)} ${nameless.length === 1 ? 'has' : 'have'} no name in the file. Add ${nameless.length === 1 ? 'a place' : 'places'} for agency staff? They count as strangers to everyone.`),
  ];
}

const asked = (question: Question): AskedQuestion => ({ ...question, blocks: BLOCKING.includes(question.kind) });
const linesOf = (questions: readonly AskedQuestion[]) => new Set(questions.filter(blocksNow).flatMap(({ lines }) => lines));

type Understood = { refused: string | null; rows: readonly { line: number; verdict: Verdict; notes: Note[] }[]; setAside: SetAside[]; columns: Column[]; notes: Note[]; counts: Counts; mapping: Mapping };

function common(understood: Understood, questions: AskedQuestion[], effects: readonly RowEffect[]): Pick<Reading, 'leftOut' | 'waiting' | 'refused' | 'rows' | 'setAside' | 'questions' | 'columns' | 'notes' | 'counts' | 'mapping'> {
  return {
    leftOut: effects.filter(({ effect }) => effect === 'leave out').length, waiting: effects.filter(({ effect }) => effect === 'waits').length,
    refused: understood.refused, setAside: understood.setAside, questions, columns: understood.columns, notes: understood.notes, mapping: understood.mapping,
    counts: { ...understood.counts, questionsOpen: questions.filter(open).length, questionsBlocking: questions.filter(blocksNow).length },
    rows: understood.rows.map(({ line, verdict, notes }, index) => ({ line, verdict, notes, ...(effects[index] ?? { effect: 'leave out', title: '', summary: '' }) })),
  };
}

function inTheWay(understood: Understood, questions: readonly AskedQuestion[], rows: readonly { verdict: Verdict }[], problems: readonly string[]): Reading['inTheWay'] {
  if (understood.refused) return [{ code: 'UNREADABLE', about: understood.refused }];
  return [
    ...understood.notes.filter(({ level }) => level === 'refused').map(({ message }) => ({ code: 'FILE_NOTE' as const, about: message })),
    ...(rows.every(({ verdict }) => verdict === 'refused') ? [{ code: 'NOBODY_TO_TAKE' as const }] : []),
    ...questions.filter(blocksNow).map(({ words }) => ({ code: 'QUESTIONS_OPEN' as const, about: words })),
    ...problems.map((about) => ({ code: 'SHIFT_MEETS' as const, about })),
  ];
}
