/** Whether somebody was distressed more often after a routine was missed than after it was honoured, said honestly for few days. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { scoreInterval } from '../shared/score-interval.ts';
import { type ClockTime, type Day, instantAt, minuteOf } from '../shared/time.ts';

export const DISTRESS_LEVELS = ['unsettled', 'upset', 'very distressed', 'settled after all'] as const;
/** 'settled after all' is for a correction: what was written down was not distress. */
export type DistressLevel = (typeof DISTRESS_LEVELS)[number];

export const isDistress = (level: string) => level !== 'settled after all';

export type DistressReason = 'DISTRESS_LEVEL_UNKNOWN' | 'DISTRESS_TO_COME' | 'DISTRESS_LONG_AGO' | 'DISTRESS_TOO_LONG' | 'DISTRESS_CORRECTS_ANOTHER' | 'DISTRESS_SETTLED_ALONE' | 'DISTRESS_SAID_OTHERWISE';

export const DISTRESS_WORDS: Words<DistressReason> = {
  DISTRESS_LEVEL_UNKNOWN: (about) => `“${about}” is not a way to say it. Choose unsettled, upset or very distressed.`,
  DISTRESS_TO_COME: () => 'That time is still to come. Say when it was.',
  DISTRESS_LONG_AGO: () => 'That is more than a year ago. Write it into the life story instead.',
  DISTRESS_TOO_LONG: () => 'Keep it to what was seen and what helped, in a few sentences.',
  DISTRESS_CORRECTS_ANOTHER: () => 'A correction has to be of a note about the same person.',
  DISTRESS_SETTLED_ALONE: () => '“Settled after all” corrects a note. Choose the note first.',
  DISTRESS_SAID_OTHERWISE: () => 'This was written down before and said something else. Open the page again and correct it there.',
};

const A_YEAR_MS = 366 * 24 * 60 * 60_000;

/** Whether a note can be kept. It is about something that has been; a few minutes of a fast clock are forgiven. */
export function mayNoteDistress(note: { readonly level: string; readonly at: Date; readonly words: string; readonly corrects: boolean }, now: Date): Decision<DistressReason> {
  const age = now.getTime() - note.at.getTime();
  return decide<DistressReason>([
    !DISTRESS_LEVELS.includes(note.level as DistressLevel) && { code: 'DISTRESS_LEVEL_UNKNOWN', about: note.level },
    !(age >= -5 * 60_000) && { code: 'DISTRESS_TO_COME' },
    age > A_YEAR_MS && { code: 'DISTRESS_LONG_AGO' },
    note.words.trim().length > 1000 && { code: 'DISTRESS_TOO_LONG' },
    note.level === 'settled after all' && !note.corrects && { code: 'DISTRESS_SETTLED_ALONE' },
  ]);
}

/** So many of so many days. */
export type Share = { readonly of: number; readonly days: number };
export type Interval = { readonly low: number; readonly high: number };

/** The interval in which the true share of days lies (95 %). */
export function wilson({ of, days }: Share): Interval {
  return scoreInterval(of, days);
}

/**
 * The interval in which the difference of two shares lies (95 %): Newcombe's hybrid of the two score intervals,
 * method 10 in Newcombe, R. G. (1998), Statistics in Medicine 17: 873–890.
 */
export function difference(a: Share, b: Share): Interval & { readonly share: number } {
  const [p, q] = [a.days === 0 ? 0 : a.of / a.days, b.days === 0 ? 0 : b.of / b.days];
  const [one, two] = [wilson(a), wilson(b)];
  return {
    share: p - q,
    low: p - q - Math.hypot(p - one.low, two.high - q),
    high: p - q + Math.hypot(one.high - p, q - two.low),
  };
}

/** How likely a split at least as uneven would be if the days did not differ: Fisher's exact test, both sides. */
export function chanceAlone(a: Share, b: Share): number {
  const [distressed, days] = [a.of + b.of, a.days + b.days];
  const [least, most] = [Math.max(0, distressed - b.days), Math.min(a.days, distressed)];
  const logs = [0];
  for (let n = 1; n <= days; n += 1) logs.push((logs[n - 1] ?? 0) + Math.log(n));
  const log = (n: number) => logs[n] ?? 0;
  const ways = (n: number, k: number) => log(n) - log(k) - log(n - k);
  const likely = (k: number) => Math.exp(ways(a.days, k) + ways(b.days, distressed - k) - ways(days, distressed));
  const seen = likely(a.of);
  let sum = 0;
  for (let k = least; k <= most; k += 1) if (likely(k) <= seen * (1 + 1e-9)) sum += likely(k);
  return Math.min(1, sum);
}

export type Verdict = 'nothing to compare' | 'too few days' | 'more after missed' | 'more after honoured' | 'could be chance';

export type Picture = {
  readonly missed: Share & Interval;
  readonly honoured: Share & Interval;
  readonly verdict: Verdict;
  readonly sentence: string;
  /** Missed minus honoured, from −1 to 1; null when one of them has no days. */
  readonly apart: (Interval & { readonly share: number }) | null;
};

/** Below so many missed or honoured days nothing is said unless the difference is plain. */
const FEW_DAYS = 5;

/**
 * Both shares with what can honestly be said of them. "More than chance" takes both an interval of the difference that
 * leaves nought out and an exact test under 5 %: with few days the stricter of the two decides.
 */
export function pictureOf(missed: Share, honoured: Share): Picture {
  const apart = missed.days > 0 && honoured.days > 0 ? difference(missed, honoured) : null;
  const verdict = verdictOf(missed, honoured, apart);
  return { missed: { ...missed, ...wilson(missed) }, honoured: { ...honoured, ...wilson(honoured) }, verdict, apart, sentence: sentenceOf(missed, honoured, verdict) };
}

function verdictOf(missed: Share, honoured: Share, apart: Interval | null): Verdict {
  if (apart === null) return 'nothing to compare';
  const isPlain = chanceAlone(missed, honoured) < 0.05;
  if (isPlain && apart.low > 0) return 'more after missed';
  if (isPlain && apart.high < 0) return 'more after honoured';
  return missed.days < FEW_DAYS || honoured.days < FEW_DAYS ? 'too few days' : 'could be chance';
}

const said = ({ of, days }: Share, kind: string) => `${of} of ${days} ${kind} ${days === 1 ? 'day' : 'days'}`;

function sentenceOf(missed: Share, honoured: Share, verdict: Verdict): string {
  if (missed.days === 0) return honoured.days === 0 ? 'No day is on record yet, so there is nothing to compare.' : `It has not been missed on any day on record; ${said(honoured, 'honoured')} ${wereOf(honoured)} followed by distress.`;
  if (honoured.days === 0) return `It has been missed on every day on record, so there is nothing to compare; ${said(missed, 'missed')} ${wereOf(missed)} followed by distress.`;
  const both = `${said(missed, 'missed')} ${wereOf(missed)} followed by distress, ${said(honoured, 'honoured')}`;
  if (verdict === 'more after missed') return `${both}: likely more than chance.`;
  if (verdict === 'more after honoured') return `${both}: likely more than chance, and the other way round. Ask whether they still want it.`;
  if (verdict === 'too few days') return `Too few days to tell: ${both}.`;
  return `${both}: that could well be chance.`;
}

const wereOf = ({ of }: Share) => (of === 1 ? 'was' : 'were');

export type RoutineDaySaid = { readonly day: Day; readonly states: readonly string[] };
export type Hours = { readonly fromTime: ClockTime; readonly toTime: ClockTime };
export type ComparedDay = { readonly day: Day; readonly state: 'honoured' | 'missed'; readonly distressed: boolean };

/** Counted until so many hours after the time of a routine has gone by. */
export const HOURS_AFTER = 3;

/**
 * Each day on record as it is compared: distress counts from the minute the routine was due until some hours after its time
 * has gone by, on missed and honoured days alike, by the clock of the home. Days on which it was not wanted are left out: the
 * person chose. So are days of which two people said different things.
 */
export function comparedDays(zone: string, days: readonly RoutineDaySaid[], { fromTime, toTime }: Hours, distress: readonly Date[], hoursAfter = HOURS_AFTER): ComparedDay[] {
  const times = distress.map((at) => at.getTime());
  return days.flatMap(({ day, states }) => {
    const state = states.length > 0 && states.every((each) => each === states[0]) ? states[0] : undefined;
    if (state !== 'honoured' && state !== 'missed') return [];
    const from = instantAt(zone, day, minuteOf(fromTime)).getTime();
    const to = instantAt(zone, day, minuteOf(toTime)).getTime() + hoursAfter * 60 * 60_000;
    return [{ day, state, distressed: times.some((at) => from <= at && at < to) }];
  });
}

/** How many of the days of a state were followed by distress. */
export function shareOf(days: readonly ComparedDay[], state: ComparedDay['state']): Share {
  const own = days.filter((each) => each.state === state);
  return { of: own.filter(({ distressed }) => distressed).length, days: own.length };
}

