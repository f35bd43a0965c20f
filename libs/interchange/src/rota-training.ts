/** Reads a remark below a rota such as 'Marsh, E fire training Wed 25th 14:00-16:00'. */
import type { Asking, SetAside } from './shared.ts';
import type { RotaDay } from './rota-week.ts';
import type { RotaPerson } from './rota-people.ts';
import type { RotaRow } from './rota-rows.ts';
import { readSpan } from './clock.ts';
import { sayDay, weekdayFrom, weekdayOf } from './dates.ts';
import { fullName, nameKey, short } from './names.ts';
import { addMeaning } from './rota-rows.ts';

/** A row with one training when the remark says who, when and how long; otherwise it is set aside with the reason. */
export function readTraining(line: number, text: string, people: readonly RotaPerson[], days: readonly RotaDay[], asking: Asking): RotaRow | SetAside {
  const who = peopleIn(text, people);
  const day = dayIn(text, days);
  const span = spanIn(text);
  const [person] = who;
  if (who.length !== 1 || !person || !day || !span) {
    const missing = who.length !== 1 ? 'who it is for' : !day ? 'which day of this week it is' : 'from when to when';
    return { line, text: short(text, 200), reason: `A remark about training. We cannot tell ${missing}, so nothing is taken; put it in by hand.` };
  }
  const name = fullName(person);
  const said = `${name}, ${sayDay(day.day)}, ${span.from} to ${span.to}`;
  const answer = asking.ask({
    id: `training:${nameKey(short(text, 100))}|${day.day}`, kind: 'training', free: null,
    words: `“${short(text, 100)}”: put down as training for ${said}?`,
    options: [{ value: 'take', words: `Yes: ${said}` }, { value: 'leave-out', words: 'No, leave it out' }],
  }, line);
  if (answer === 'leave-out') return { line, text: short(text, 200), reason: 'A remark about training, left out as you said.' };
  const row: RotaRow = { line, verdict: 'good', staffKey: person.waiting ? null : person.key, name, shifts: [], absences: [], notes: [] };
  if (answer === null) row.notes.push({ field: 'training', level: 'check', message: `“${short(text, 100)}” reads as training for ${said}. Say whether to put it down; until then it is left out.` });
  else if (!person.waiting) {
    const hours = { from: span.from, to: span.to, endsNextDay: span.endsNextDay };
    addMeaning(row, { is: 'absence', kind: 'training', hours }, { line, column: null, staffKey: person.key, day: day.day, unit: '', words: short(text, 80) });
  }
  return row;
}

/** People named in full, either way round, or by surname and initial; a surname alone only if one person has it. */
function peopleIn(text: string, people: readonly RotaPerson[]): RotaPerson[] {
  const words = ` ${nameKey(text).replace(/[,:;()=]/g, ' ').replace(/\s+/g, ' ')} `;
  const has = (phrase: string) => words.includes(` ${phrase} `);
  const full = people.filter((person) => {
    const [given, family] = [nameKey(person.givenName), nameKey(person.familyName)];
    return family !== '' && given !== '' && (has(`${given} ${family}`) || has(`${family} ${given}`) || has(`${family} ${given[0]}`) || has(`${given[0]} ${family}`));
  });
  if (full.length > 0) return full;
  return people.filter((person) => has(nameKey(person.familyName)) && nameKey(person.familyName) !== '');
}

function dayIn(text: string, days: readonly RotaDay[]): RotaDay | null {
  const found = days.filter(({ day }) => {
    const [, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
    return [...text.matchAll(/\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b|\b(\d{1,2})[/.](\d{1,2})\b|\b(\d{1,2})(?:st|nd|rd|th)\b/g)].some((match) => {
      if (match[3] !== undefined) return Number(match[3]) === dayOfMonth && Number(match[4]) === month;
      if (match[5] !== undefined) return Number(match[5]) === dayOfMonth;
      return weekdayFrom(match[1] ?? '') === weekdayOf(day) && Number(match[2]) === dayOfMonth;
    });
  });
  if (found.length === 1) return found[0] ?? null;
  const spoken = days.filter(({ day }) => [...text.matchAll(/\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/gi)].some((match) => weekdayFrom(match[0]) === weekdayOf(day)));
  return found.length === 0 && spoken.length === 1 && !/\d(st|nd|rd|th)\b/.test(text) ? (spoken[0] ?? null) : null;
}

function spanIn(text: string) {
  const found = /\d{1,2}(?:[:.]\d{2}|\d{2})?\s*(?:am|pm)?\s*(?:-|–|to|until)\s*\d{1,2}(?:[:.]\d{2}|\d{2})?\s*(?:am|pm)?/i.exec(text);
  return found ? readSpan(found[0]) : null;
}
