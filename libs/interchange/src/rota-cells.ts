/** Reads one cell of a rota: a code, free times, a choice of two, an alternate week; asks when it cannot know. */
import type { Asking, Day, Note } from './shared.ts';
import { lengthOf, minutesOf, readSpan, sayHours } from './clock.ts';
import { codeKey, readBreak, readMeaning, sayMeaning, usualMeaning, type Meaning } from './rota-codes.ts';
import { listWords, nameKey, short } from './names.ts';
import { sayDay } from './dates.ts';

/** `field` is the name of the column or row part the cell stands in, for the sentences. */
export type CellPlace = { person: string; day: Day; line: number; field: string };

/** `waiting` is true while the cell depends on an answer; then nothing of it is taken. */
export type CellReading = { meanings: Meaning[]; notes: Note[]; waiting: boolean };

export type Legend = ReadonlyMap<string, Meaning>;

const longestCode = 40;

/** Reads the cell with the legend of its file. */
export function readCell(text: string, place: CellPlace, legend: Legend, asking: Asking): CellReading {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '') return taken([]);
  const known = legend.get(codeKey(words)) ?? usualMeaning(words);
  if (known) return taken([known]);
  if (words.length > longestCode) {
    return { meanings: [], waiting: true, notes: [note(place, `“${short(words, 50)}” is a remark rather than hours. Nothing is taken from it; put the hours in by hand.`)] };
  }
  const alternate = /^(.*?)\s*\(?\b(alt|alternate|alternating|every other|eow|alt wks?|alt weeks?)\b\.?\)?$/i.exec(words);
  if (alternate?.[1]) return readAlternate(words, alternate[1], place, legend, asking);
  const parts = words.split(/\s*[/+&]\s*/).map((part) => ({ words: part, meaning: partMeaning(part, legend) }));
  if (parts.length > 1 && parts.every((part) => part.meaning !== null)) return askParts(words, parts as KnownPart[], place, asking);
  return readTimes(words, place, legend, asking) ?? askCode(words, place, legend, asking);
}

type KnownPart = { words: string; meaning: Meaning };

const taken = (meanings: Meaning[], notes: Note[] = []): CellReading => ({ meanings, notes, waiting: false });
const note = (place: CellPlace, message: string, level: Note['level'] = 'check'): Note => ({ field: 'shift', level, message: `${place.field}: ${message}` });
const waitFor = (place: CellPlace, message: string): CellReading => ({ meanings: [], waiting: true, notes: [note(place, message)] });

function partMeaning(part: string, legend: Legend): Meaning | null {
  const known = legend.get(codeKey(part)) ?? usualMeaning(part);
  if (known) return known;
  const span = readSpan(part);
  return span && span.rest === '' ? { is: 'shift', from: span.from, to: span.to, endsNextDay: span.endsNextDay, breakMinutes: 0 } : null;
}

/** Free times; null when there are none or when words are left over that nobody explained. */
function readTimes(words: string, place: CellPlace, legend: Legend, asking: Asking): CellReading | null {
  const coded = /^([A-Za-z]{1,10})[\s:]+(\d.*)$/.exec(words);
  const kind = coded ? (legend.get(codeKey(coded[1] ?? '')) ?? usualMeaning(coded[1] ?? '')) : null;
  const span = readSpan(kind ? (coded?.[2] ?? '') : words);
  if (!span) return null;
  const { minutes, rest } = readBreak(span.rest);
  const hours = { from: span.from, to: span.to, endsNextDay: span.endsNextDay };
  const absence = kind ?? (rest === '' ? null : (legend.get(codeKey(rest)) ?? usualMeaning(rest.replace(/[()]/g, ''))));
  if (absence?.is === 'absence') return taken([{ is: 'absence', kind: absence.kind, hours }]);
  if (rest !== '' || kind !== null) return null;
  if (lengthOf(hours) > 840) return askCode(words, place, legend, asking, span.assumed ?? '');
  return taken([{ is: 'shift', ...hours, breakMinutes: minutes }], span.assumed ? [note(place, `“${words}”. ${span.assumed}`, 'info')] : []);
}

function readAlternate(words: string, bare: string, place: CellPlace, legend: Legend, asking: Asking): CellReading {
  const inner = readCell(bare, place, legend, asking);
  if (inner.waiting || inner.meanings.length === 0) return inner;
  const said = listWords(inner.meanings.map(sayMeaning));
  const answer = asking.ask({
    // Which week it is differs from file to file, so the day belongs to the question.
    id: `alternate:${nameKey(place.person)}|${place.day}`, kind: 'alternate', free: null,
    words: `“${words}”: ${place.person} works ${said} every other week. Is ${sayDay(place.day)} one of those?`,
    options: [{ value: 'this-week', words: 'Yes, at work that day' }, { value: 'not-this-week', words: 'No, not that day' }],
  }, place.line);
  if (answer === 'this-week') return inner;
  if (answer === 'not-this-week') return taken([]);
  return waitFor(place, `“${words}” is every other week. Say whether it is this one; until then it is left out.`);
}

/** 'E/L' may be one or the other, or both: then what touches is joined into one long shift. */
function askParts(words: string, parts: KnownPart[], place: CellPlace, asking: Asking): CellReading {
  const shifts = parts.map((part) => part.meaning).filter((meaning) => meaning.is === 'shift');
  const both = shifts.length === parts.length ? joined(shifts) : null;
  const double = both ? listWords(both.map(sayMeaning)) : '';
  const answer = asking.ask({
    id: `code:${codeKey(words)}`, kind: 'code', free: 'meaning',
    words: `“${words}” (${place.person}, ${place.field}): ${both ? 'both, or one of them' : 'which of them'}?`,
    options: [
      ...(both ? [{ value: 'both', words: `${parts.length > 2 ? 'All' : 'Both'}: ${double}` }] : []),
      ...parts.map((part) => ({ value: codeKey(part.words), words: `${part.words}: ${sayMeaning(part.meaning)}` })),
      { value: 'leave-out', words: 'Leave it out' },
    ],
  }, place.line, (typed) => readMeaning(typed) !== null);
  if (answer === null) return waitFor(place, `“${words}” may mean ${both ? `both (${double}) or one of them` : 'either'}. Say which; until then it is left out.`);
  if (answer === 'leave-out') return taken([]);
  if (answer === 'both' && both) return taken(both, both.flatMap((shift) => longWithoutBreak(shift, place)));
  const one = parts.find((part) => codeKey(part.words) === answer)?.meaning ?? readMeaning(answer);
  return one ? taken([one]) : taken([]);
}

type Shift = Extract<Meaning, { is: 'shift' }>;

/** Shifts of one day that touch or overlap become one; others stay apart. */
function joined(shifts: readonly Shift[]): Shift[] {
  const inOrder = shifts.toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from));
  const result: Shift[] = [];
  for (const shift of inOrder) {
    const last = result.at(-1);
    const lastEnd = last ? minutesOf(last.from) + lengthOf(last) : -1;
    if (!last || minutesOf(shift.from) > lastEnd) {
      result.push({ ...shift });
      continue;
    }
    const later = minutesOf(shift.from) + lengthOf(shift) > lastEnd ? shift : last;
    result[result.length - 1] = { ...last, to: later.to, endsNextDay: later.endsNextDay, breakMinutes: last.breakMinutes + shift.breakMinutes };
  }
  return result;
}

function longWithoutBreak(shift: Shift, place: CellPlace): Note[] {
  const minutes = lengthOf(shift);
  if (minutes <= 720 || shift.breakMinutes > 0) return [];
  return [note(place, `${sayMeaning(shift)} is a double of ${sayHours(minutes)} hours with no break written down. See that there is one.`)];
}

function askCode(words: string, place: CellPlace, legend: Legend, asking: Asking, because = ''): CellReading {
  const base = /^([A-Za-z]+)\W/.exec(words)?.[1] ?? '';
  const near = legend.has(codeKey(base)) ? codeKey(base) : null;
  const nearMeaning = near ? legend.get(near) : undefined;
  const answer = asking.ask({
    id: `code:${codeKey(words)}`, kind: 'code', free: 'meaning',
    words: `What does “${words}” mean? It stands for ${place.person}, ${place.field}.${because ? ` ${because}` : ''}`,
    options: [
      ...(near && nearMeaning ? [{ value: near, words: `The same as ${near}: ${sayMeaning(nearMeaning)}` }] : []),
      { value: 'off', words: 'Not at work' }, { value: 'leave', words: 'Leave' }, { value: 'sick', words: 'Sickness' }, { value: 'training', words: 'Training' },
    ],
  }, place.line, (typed) => readMeaning(typed) !== null);
  if (answer === null) return waitFor(place, `We do not know what “${short(words, 30)}” means.${because ? ` ${because}` : ''} Say what it is, or type the hours; until then it is left out.`);
  const meaning = (answer === near ? nearMeaning : undefined) ?? readMeaning(answer);
  return taken(meaning ? [meaning] : []);
}
