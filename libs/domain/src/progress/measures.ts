/** Measures that a home is asked for (NICE), each with everybody behind its number: who counts, who is there and who is missing, and why. */
import { scoreInterval } from '../shared/score-interval.ts';

/** One person, or one stay of theirs, that a measure counts. */
export type Counted = {
  readonly residentId: string;
  readonly name: string;
  readonly met: boolean;
  /** What is on record, or what is missing. */
  readonly why: string;
};

export const MEASURES = [
  { key: 'discussed', source: 'NICE QS173, statement 1', title: 'What the service will and will not do was talked through', rule: 'Of the stays that began in the last twelve weeks: what the home will do, what it will not do, and with whom it was talked through are written down.' },
  { key: 'two-days', source: 'NICE QS173, statement 2', title: 'The stay began within two days', rule: 'Of the short stays that began in the last twelve weeks: from the day it was asked for to the day it began are two days at most.' },
  { key: 'goals-agreed', source: 'NICE QS173, statement 3', title: 'Own goals were agreed', rule: 'Of the stays that began in the last twelve weeks: at least one outcome in the person’s own words went on during the stay.' },
  { key: 'transition', source: 'NICE QS173, statement 4', title: 'A plan was agreed for when support ends', rule: 'Of the stays that ended in the last twelve weeks: a plan for afterwards was agreed by the day they ended. Those who died are not counted.' },
  { key: 'reviewed', source: 'NICE QS184, statement 5', title: 'Talked about what they do, at a review', rule: 'Of everybody who lives here: what they enjoy doing was talked about at a review in the last twelve weeks, or an outcome that activities serve was looked at with their own say.' },
  { key: 'took-part', source: 'NICE QS184, statement 5', title: 'Took part in something', rule: 'Of everybody who lives here and is in: took part in something, or did a little of it, in the last four weeks. Watching does not count.' },
  { key: 'every-day', source: 'NICE QS50, statement 1', title: 'Were offered something every day', rule: 'Of everybody who lives here and is in: on each of the last seven days they were down for something that took place, did something or said no to it, or a routine of theirs was kept or offered.' },
  { key: 'live-goals', source: 'NICE QS50, statement 2', title: 'Have goals that were agreed', rule: 'Of everybody who lives here: at least one outcome in their own words goes on.' },
  { key: 'plan-afterwards', source: 'NICE QS173, statement 4', title: 'On a short stay, with a plan for afterwards', rule: 'Of everybody here on a short stay today: a plan for when they leave is agreed.' },
] as const;
export type MeasureKey = (typeof MEASURES)[number]['key'];

/** Twelve weeks: what stays and reviews are looked at over. */
export const STAYS_DAYS = 84;
export const TOOK_PART_DAYS = 28;
export const OFFERED_DAYS = 7;
/** NICE QS173, statement 2. */
const SOON_DAYS = 2;

export function isMeasure(text: string): text is MeasureKey {
  return MEASURES.some(({ key }) => key === text);
}

/** Everybody who counts, those who are missing first, then by name. */
export function inOrder(counted: readonly Counted[]): Counted[] {
  return counted.toSorted((a, b) => Number(a.met) - Number(b.met) || a.name.localeCompare(b.name, 'en-GB') || a.residentId.localeCompare(b.residentId));
}

export type Rate = { readonly of: number; readonly met: number; readonly between: { readonly low: number; readonly high: number } | null };

/** With fewer, an interval would span nearly everything and say nothing. */
const ENOUGH = 10;

/** Each number is the length of its list; the whole percentages between which the true share lies (95 %) only where there are enough. */
export function rateOf(counted: readonly Counted[]): Rate {
  const [of, met] = [counted.length, counted.filter((each) => each.met).length];
  if (of < ENOUGH) return { of, met, between: null };
  const { low, high } = scoreInterval(met, of);
  return { of, met, between: { low: Math.floor(low * 100), high: Math.ceil(high * 100) } };
}

/** What is missing of talking through what a stay is for; null when nothing is. */
export function missingOfStart({ will, willNot, withWhom }: { readonly will: boolean; readonly willNot: boolean; readonly withWhom: boolean }): string | null {
  const missing = [!will && 'what the home will do', !willNot && 'what it will not do', !withWhom && 'with whom it was talked through'].filter((part) => part !== false);
  return missing.length === 0 ? null : `Not written down: ${missing.join(', ')}.`;
}

/** Whether a stay began soon enough after it was asked for, in days; a day that nobody wrote down is not soon. */
export function beganSoon(daysWaited: number | null): boolean {
  return daysWaited !== null && daysWaited >= 0 && daysWaited <= SOON_DAYS;
}
