/** What the codes of a rota mean: from the legend in the file, from words everybody uses, or from what someone answered. */
import type { ClockTime } from './shared.ts';
import { readSpan } from './clock.ts';

export type AbsenceKind = 'sick' | 'leave' | 'training';

export type Hours = { from: ClockTime; to: ClockTime; endsNextDay: boolean; breakMinutes: number };

export type Meaning =
  | ({ is: 'shift' } & Hours)
  | { is: 'absence'; kind: AbsenceKind; hours: { from: ClockTime; to: ClockTime; endsNextDay: boolean } | null }
  | { is: 'off' };

export type LegendEntry = { code: string; words: string; meaning: Meaning | null; line: number };

/** Codes are compared in capitals, without spaces or a closing full stop. */
export const codeKey = (text: string): string => text.toUpperCase().replace(/\s+/g, ' ').replace(/[.]$/, '').trim();

/** 'Sick', 'A/L' or 'rest day': words that mean the same in every home; bare letters such as S or H do not. */
export function usualMeaning(text: string): Meaning | null {
  const words = text.trim().toLowerCase().replace(/[.!]/g, '');
  if (/^(off|day off|days off|rest|rest day|d\/o|r\/d|rd|do|not working|nwd|x|[-–—]+)$/.test(words)) return { is: 'off' };
  if (/^(sick|sickness|off sick|ill|sick leave|ssp|absent sick)$/.test(words)) return { is: 'absence', kind: 'sick', hours: null };
  if (/^(al|a\/l|leave|annual leave|annual|hol|hols|holiday|holidays|on leave|pto|maternity|maternity leave|mat leave|paternity leave|compassionate|compassionate leave|unpaid leave|toil)$/.test(words)) return { is: 'absence', kind: 'leave', hours: null };
  if (/^(training|train|trg|course|induction|study day|study)$/.test(words)) return { is: 'absence', kind: 'training', hours: null };
  return null;
}

/** Minutes of break named in words such as '(1 hr break)', '30 min unpaid' or 'less 30m'. */
export function readBreak(words: string): { minutes: number; rest: string } {
  const found = /\(?\s*(?:less|inc(?:l|luding)?\.?|with|minus)?\s*(\d+(?:\.\d+)?|½|half an?)\s*-?\s*(hours?|hrs?|h|minutes?|mins?|m)\b\s*(?:unpaid\s*)?(?:meal\s*)?(?:breaks?|bk|unpaid|lunch)?\s*\)?/i.exec(words);
  if (!found || !/break|bk|unpaid|less|lunch|minus/i.test(found[0])) return { minutes: 0, rest: words.trim() };
  const amount = /½|half/i.test(found[1] ?? '') ? 0.5 : Number(found[1]);
  const minutes = Math.round(/^h/i.test(found[2] ?? '') ? amount * 60 : amount);
  if (minutes > 240) return { minutes: 0, rest: words.trim() };
  return { minutes, rest: words.replace(found[0], ' ').replace(/\s+/g, ' ').trim() };
}

/** Reads what a legend or a person says a code means: '07:30-14:30', '20:45-07:45 (1 hr break)', 'leave', 'day off'. */
export function readMeaning(text: string): Meaning | null {
  const words = text.trim().replace(/^[:=\s]+/, '');
  const span = readSpan(words);
  if (span) {
    const { minutes } = readBreak(span.rest);
    return { is: 'shift', from: span.from, to: span.to, endsNextDay: span.endsNextDay, breakMinutes: minutes };
  }
  const plain = words.split(/[:(,;]/)[0]?.trim() ?? '';
  return usualMeaning(plain);
}

const definition = /(?:^|[\s,;|(])([A-Za-z][A-Za-z0-9/*]{0,5})\s*=\s*/g;

/** Every 'CODE = meaning' in a line of text. */
export function readLegend(text: string, line: number): LegendEntry[] {
  const starts = [...text.matchAll(definition)];
  return starts.map((start, at) => {
    const from = start.index + start[0].length;
    const words = text.slice(from, starts[at + 1]?.index ?? text.length).replace(/[\s,;|]+$/, '').trim();
    return { code: codeKey(start[1] ?? ''), words, meaning: readMeaning(words), line };
  }).filter((entry) => entry.words !== '');
}

/** The meaning in words, for a screen. */
export function sayMeaning(meaning: Meaning): string {
  if (meaning.is === 'off') return 'not at work';
  if (meaning.is === 'absence') return { sick: 'sickness', leave: 'leave', training: 'training' }[meaning.kind];
  const rest = meaning.breakMinutes > 0 ? `, ${meaning.breakMinutes} minutes break` : '';
  return `${meaning.from} to ${meaning.to}${meaning.endsNextDay ? ' the next day' : ''}${rest}`;
}
