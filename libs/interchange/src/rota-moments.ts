/** Reads when a shift begins and ends from the cells of its row, and asks about ends that come before their start. */
import type { Asking, Day, Note } from './shared.ts';
import type { Meaning } from './rota-codes.ts';
import { addDays, dayNumber, dayOf, readDay, sayDay } from './dates.ts';
import { lengthOf, minutesOf, readClock, sayHours } from './clock.ts';
import { nameKey, short } from './names.ts';
import { readCell } from './rota-cells.ts';

export type MomentCells = { date: string; start: string; endDate: string; end: string; times: string; breakMinutes: string };

/** `day` is '' when it could not be read. `wholeDay`: the row stands for a day and not for hours. */
export type Moments = { day: Day; meanings: Meaning[]; wholeDay: boolean; notes: Note[] };

type About = { line: number; person: string; absent: boolean; today: Day };

/** Reads the cells; whatever cannot be is refused with a sentence, and nothing is returned for it. */
export function readMoments(cells: MomentCells, about: About, asking: Asking): Moments {
  const notes: Note[] = [];
  const refuse = (field: string, message: string): Moments => ({ day: '', meanings: [], wholeDay: false, notes: [...notes, { field, level: 'refused', message }] });
  const start = readMoment(cells.start, cells.date);
  if ('problem' in start) return refuse('start', `${start.problem} The row is left out; correct the file or put the shift in by hand.`);
  if (Math.abs(dayNumber(start.day) - dayNumber(about.today)) > 400) notes.push({ field: 'start', level: 'check', message: `${sayDay(start.day)} is far from today. Is the year right?` });
  if (start.time === null) return withoutStart(cells, start.day, about, asking, notes);

  const end = readMoment(cells.end, cells.endDate || (hasDay(cells.end) ? '' : start.day));
  if ('problem' in end) return refuse('end', `${end.problem} The row is left out; correct the file or put the shift in by hand.`);
  if (end.time === null) return refuse('end', 'There is no time at which the shift ends. Add it, or put the shift in by hand.');
  const breakMinutes = readBreakMinutes(cells.breakMinutes, notes);
  const bothDays = hasDay(cells.end) || cells.endDate !== '';
  const minutes = (dayNumber(end.day) - dayNumber(start.day)) * 1440 + minutesOf(end.time) - minutesOf(start.time);
  if (minutes === 0) {
    if (about.absent) return { day: start.day, meanings: [], wholeDay: true, notes };
    return refuse('end', `The shift starts and ends at ${start.time} on the same day, so it has no length. Correct the end, or put the shift in by hand.`);
  }
  const shift = (endsNextDay: boolean): Meaning => ({ is: 'shift', from: start.time ?? '00:00', to: end.time ?? '00:00', endsNextDay, breakMinutes });
  if (minutes < 0) return endsBefore({ ...start, time: start.time }, { ...end, time: end.time }, bothDays, shift, about, asking, notes);
  if (minutes > 1440) return refuse('end', `The shift would last ${sayHours(minutes)} hours, from ${sayDay(start.day)} ${start.time} to ${sayDay(end.day)} ${end.time}. One of the days must be wrong.`);
  if (minutes > 960) notes.push({ field: 'end', level: 'check', message: `This is a shift of ${sayHours(minutes)} hours. Is that right?` });
  if (breakMinutes >= minutes) {
    notes.push({ field: 'breakMinutes', level: 'check', message: `A break of ${breakMinutes} minutes is as long as the shift. We took no break; correct it.` });
    return { day: start.day, meanings: [{ ...(shift(end.day !== start.day) as Extract<Meaning, { is: 'shift' }>), breakMinutes: 0 }], wholeDay: false, notes };
  }
  return { day: start.day, meanings: [shift(end.day !== start.day)], wholeDay: false, notes };
}

type Moment = { day: Day; time: string | null };

/** An end before its start on the same day is probably a night. Without a day of its own it is taken as one, else asked. */
function endsBefore(start: { day: Day; time: string }, end: { day: Day; time: string }, bothDays: boolean, shift: (endsNextDay: boolean) => Meaning, about: About, asking: Asking, notes: Note[]): Moments {
  const wait = (note: Note): Moments => ({ day: start.day, meanings: [], wholeDay: false, notes: [...notes, note] });
  if (end.day < start.day) return { day: '', meanings: [], wholeDay: false, notes: [...notes, { field: 'end', level: 'refused', message: `The shift ends on ${sayDay(end.day)}, before it starts on ${sayDay(start.day)}. Correct the days, or put the shift in by hand.` }] };
  const night = { from: start.time, to: end.time, endsNextDay: true };
  if (!bothDays && lengthOf(night) <= 840) return { day: start.day, meanings: [shift(true)], wholeDay: false, notes };
  const until = `${sayDay(addDays(start.day, 1))} at ${end.time}`;
  const answer = asking.ask({
    id: `night:${nameKey(about.person)}|${start.day} ${start.time}-${end.time}`, kind: 'night', free: null,
    words: `${about.person}'s shift on ${sayDay(start.day)} starts at ${start.time} and ends at ${end.time} the same day. Is it a night that ends on ${until} (${sayHours(lengthOf(night))} hours)?`,
    options: [{ value: 'next-day', words: `Yes, until ${until}` }, { value: 'leave-out', words: 'No, leave it out' }],
  }, about.line);
  if (answer === 'next-day') return { day: start.day, meanings: [shift(true)], wholeDay: false, notes };
  if (answer === 'leave-out') return wait({ field: 'end', level: 'info', message: 'The shift is left out, as you said.' });
  return wait({ field: 'end', level: 'check', message: `The shift ends at ${end.time}, before it starts at ${start.time}. It may be a night that ends on ${until}. Say so, or leave it out; until then it is not taken.` });
}

/** Rows with a day and a code or a span in one cell, or only a day when somebody is away. */
function withoutStart(cells: MomentCells, day: Day, about: About, asking: Asking, notes: Note[]): Moments {
  if (cells.times !== '') {
    const cell = readCell(cells.times, { person: about.person, day, line: about.line, field: sayDay(day) }, new Map(), asking);
    return { day, meanings: cell.meanings, wholeDay: false, notes: [...notes, ...cell.notes] };
  }
  if (about.absent) return { day, meanings: [], wholeDay: true, notes };
  return { day: '', meanings: [], wholeDay: false, notes: [...notes, { field: 'start', level: 'refused', message: 'There is no time at which the shift starts. Add it, or put the shift in by hand.' }] };
}

const hasDay = (text: string) => /^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|[A-Za-z]{3}.*\d{2,4}/.test(text.trim());

/** '30/11/2026 07:30', '2026-11-30T07:30:00', or a time with the day from another cell. */
function readMoment(text: string, dayText: string): Moment | { problem: string } {
  const words = text.trim();
  const split = hasDay(words) ? /^(.*?\d)(?:[T,\s]+(\d{1,2}[:.]?\d{2}(?:[:.]\d{2})?\s*(?:am|pm)?))?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/i.exec(words) : null;
  const day = split ? onlyDay(split[1] ?? '') : onlyDay(dayText);
  if ('problem' in day) return words === '' && dayText.trim() === '' ? { problem: 'There is no day in this row.' } : day;
  const clockText = split ? (split[2] ?? '') : words;
  if (clockText === '') return { day: day.day, time: null };
  if (/^24[:.]?00/.test(clockText)) return { day: addDays(day.day, 1), time: '00:00' };
  const time = readClock(clockText);
  return time === null ? { problem: `“${short(clockText, 30)}” is not a time on the clock.` } : { day: day.day, time };
}

function onlyDay(text: string): { day: Day } | { problem: string } {
  const read = readDay(text);
  if (read.found === 'day' || read.found === 'serial') return { day: read.day };
  if (read.found === 'two-digit-year') return { day: dayOf(2000 + read.year, read.month, read.dayOfMonth) };
  if (read.found === 'impossible') return { problem: `“${short(text, 30)}” is not a day. ${read.sentence}` };
  return { problem: read.found === 'nothing' ? 'There is no day in this row.' : `We cannot read “${short(text, 30)}” as a day.` };
}

function readBreakMinutes(text: string, notes: Note[]): number {
  const words = text.trim();
  if (words === '') return 0;
  const spelt = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(words);
  const minutes = spelt ? Number(spelt[1]) * 60 + Number(spelt[2]) : /^\d{1,3}(\.0+)?\s*(m|min|mins|minutes)?$/i.test(words) ? parseInt(words, 10) : null;
  if (minutes !== null && minutes <= 240) return minutes;
  notes.push({ field: 'breakMinutes', level: 'check', message: `We cannot read “${short(words, 20)}” as minutes of break. We took none; correct it.` });
  return 0;
}
