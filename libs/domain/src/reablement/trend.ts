/** Which way somebody is going on the ladder, from few and noisy taps, and when that is worth a word. */
import { type Day, addDays, daysBetween } from '../shared/time.ts';
import type { Point } from './ladder.ts';

/** The last week is held against the four weeks before it; where taps are few, the last four days with one are. */
const LATELY_DAYS = 7;
const LATELY_LEAST = 4;
const LATELY_AT_MOST_DAYS = 21;
const BEFORE_DAYS = 28;
const BEFORE_LEAST = 6;
/** A change that anybody would notice, in rungs. */
const NOTICEABLE = 0.6;
/** How sure one look has to be, in standard deviations: it is asked every day, and each false alarm costs trust. */
const SURE = 2.3;
/** The line that is drawn has bounds that hold 95 times in 100. */
const USUALLY = 1.96;
/** What was said of a rise or a fall is not said again for so many days. */
const HOLDS_DAYS = 14;

export type Going = 'rising' | 'steady' | 'falling' | 'too few to say';

/** Rungs a week, with the bounds between which it lies 95 times in 100. */
export type Slope = { readonly perWeek: number; readonly least: number; readonly most: number; readonly days: number };

/**
 * Which way somebody has turned lately: the ranks of the last week's taps among those of the four weeks before (Wilcoxon 1945,
 * Mann and Whitney 1947, with ties), which one wrong tap a week moves little, and the averages of both. Few taps say nothing.
 *
 * @param points one a day, in the order of days, as `pointsOf` gives them
 */
export function goingOf(points: readonly Point[], on: Day): Going {
  const { lately, before } = stretchesOf(points, on);
  if (lately.length < LATELY_LEAST || before.length < BEFORE_LEAST) return 'too few to say';
  const [score, moved] = [rankScore(lately, before), average(lately) - average(before)];
  if (Math.abs(score) < SURE || Math.abs(moved) < NOTICEABLE || score * moved < 0) return 'steady';
  return moved > 0 ? 'rising' : 'falling';
}

function stretchesOf(points: readonly Point[], on: Day): { lately: number[]; before: number[] } {
  const [week, weeks] = [addDays(on, -LATELY_DAYS), addDays(on, -LATELY_AT_MOST_DAYS)];
  const known = points.filter(({ day }) => day <= on);
  const inWeek = known.filter(({ day }) => day > week);
  const some = inWeek.length >= LATELY_LEAST ? inWeek : known.filter(({ day }) => day > weeks).slice(-LATELY_LEAST);
  const until = some[0]?.day ?? on;
  const from = addDays(until, -BEFORE_DAYS);
  return { lately: some.map(({ rung }) => rung), before: known.filter(({ day }) => day < until && day >= from).map(({ rung }) => rung) };
}

/** How many standard deviations the ranks of some lie from where chance would put them; 0 when all are alike. */
function rankScore(some: readonly number[], others: readonly number[]): number {
  const [n, m] = [some.length, others.length];
  const wins = some.reduce((sum, a) => sum + others.reduce((so, b) => so + (a > b ? 1 : a === b ? 0.5 : 0), 0), 0);
  const all = n + m;
  const ties = [...timesOf([...some, ...others]).values()].reduce((sum, t) => sum + t * (t * t - 1), 0);
  const spread = ((n * m) / 12) * (all + 1 - ties / (all * (all - 1)));
  return spread <= 0 ? 0 : (wins - (n * m) / 2) / Math.sqrt(spread);
}

/**
 * The line through the last weeks: the median of the slopes between every two days (Theil 1950, Sen 1968), with bounds from the
 * variance of Kendall's S among ties. Null with too few taps.
 */
export function slopeOf(points: readonly Point[], on: Day): Slope | null {
  const from = addDays(on, -BEFORE_DAYS);
  const some = points.filter(({ day }) => day <= on && day > from);
  if (some.length < BEFORE_LEAST) return null;
  const slopes = some.flatMap((a, i) => some.slice(i + 1).map((b) => (b.rung - a.rung) / daysBetween(a.day, b.day))).sort((a, b) => a - b);
  const reach = USUALLY * Math.sqrt(variance(some.map(({ rung }) => rung)));
  const at = (place: number) => slopes[Math.min(Math.max(place, 0), slopes.length - 1)] ?? 0;
  return { perWeek: medianOf(slopes) * 7, least: at(Math.floor((slopes.length - reach) / 2) - 1) * 7, most: at(Math.ceil((slopes.length + reach) / 2)) * 7, days: some.length };
}

export type End = { readonly day: Day; readonly rung: number };

/** The same line to be drawn: through the median of what is left when the slope is taken off (Sen 1968), kept within the ladder. */
export function lineOf(points: readonly Point[], on: Day): readonly [End, End] | null {
  const slope = slopeOf(points, on);
  const some = points.filter(({ day }) => day <= on && day > addDays(on, -BEFORE_DAYS));
  const [first, last] = [some[0], some.at(-1)];
  if (!slope || !first || !last) return null;
  const start = medianOf(some.map(({ day, rung }) => rung - (slope.perWeek / 7) * daysBetween(first.day, day)).sort((a, b) => a - b));
  const end = ({ day }: Point): End => ({ day, rung: Math.max(0, Math.min(6, start + (slope.perWeek / 7) * daysBetween(first.day, day))) });
  return [end(first), end(last)];
}

/** The variance of Kendall's S when nothing changes; rungs that come more than once make it smaller. */
function variance(rungs: readonly number[]): number {
  const part = (n: number) => n * (n - 1) * (2 * n + 5);
  return [...timesOf(rungs).values()].reduce((rest, n) => rest - part(n), part(rungs.length)) / 18;
}

function timesOf(values: readonly number[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return times;
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function medianOf(sorted: readonly number[]): number {
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}

/** On which days somebody was seen to have turned, looked at on every day with a tap; what was said is not said again within two weeks. */
export function turnsOf(points: readonly Point[]): { readonly day: Day; readonly going: 'rising' | 'falling' }[] {
  const turns: { day: Day; going: 'rising' | 'falling' }[] = [];
  const saidOn: Partial<Record<Going, Day>> = {};
  for (const { day } of points) {
    const going = goingOf(points, day);
    if (going !== 'rising' && going !== 'falling') continue;
    const before = saidOn[going];
    if (before === undefined || daysBetween(before, day) > HOLDS_DAYS) turns.push({ day, going });
    saidOn[going] = day;
  }
  return turns;
}

const SAID: Readonly<Record<Going, string>> = {
  rising: 'Doing more of it lately than in the four weeks before.',
  falling: 'Needing more help with it lately than in the four weeks before.',
  steady: 'About the same as in the four weeks before.',
  'too few to say': 'Too few entries to say which way it is going.',
};

/** Which way it goes, in a sentence. */
export function sayGoing(going: Going): string {
  return SAID[going];
}

const steps = (some: number) => {
  const rounded = Math.abs(some).toFixed(1);
  return `${rounded} ${rounded === '1.0' ? 'step' : 'steps'}`;
};
const way = (some: number) => (Math.abs(some) < 0.05 ? 'no change' : `${steps(some)} ${some > 0 ? 'up' : 'down'}`);

/** The line through the last four weeks with its bounds, in a sentence that claims no more than they do. */
export function saySlope(slope: Slope | null): string {
  if (!slope) return 'Too few entries to draw a line through the last four weeks.';
  const bounds = `between ${way(slope.least)} and ${way(slope.most)} a week, from ${slope.days} days`;
  if (Math.abs(slope.most - slope.least) < 0.1 && Math.abs(slope.perWeek) < 0.05) return `Within the last four weeks level, from ${slope.days} days.`;
  if (slope.least <= 0 && slope.most >= 0) return `Within the last four weeks no clear way up or down: ${bounds}.`;
  return `Within the last four weeks about ${way(slope.perWeek)} a week: ${bounds}.`;
}
