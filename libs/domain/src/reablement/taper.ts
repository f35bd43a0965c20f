/** When less help does harm: signs since it became less, held against those from before. A plan that harms is stopped, and a person is asked. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, addDays, daysBetween, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';
import type { Point } from './ladder.ts';
import { goingOf } from './trend.ts';

export const STOP_WHYS = ['distress', 'falls', 'refusals', 'more help', 'the person said so', 'comfort and connection', 'other'] as const;
export type StopWhy = (typeof STOP_WHYS)[number];
export const PLAN_ANSWERS = ['go on', 'hold', 'go back'] as const;
export type PlanAnswer = (typeof PLAN_ANSWERS)[number];

/** One thing recorded that may be a sign: distress, a fall, or a no to what helps. */
export type Sign = { readonly kind: 'distress' | 'falls' | 'refusals'; readonly day: Day; readonly hurt?: boolean };

/** A daily task with what each day came to. */
export type TaskDays = { readonly name: string; readonly points: readonly Point[] };

/** What the rule looks at: signs are counted from `since`, the day help became less or somebody last said "go on". */
export type Watched = {
  readonly name: string;
  /** The day the plan began: what is before it is what it is held against. */
  readonly beganOn: Day;
  /** Signs before it were looked at and answered already. */
  readonly since: Day;
  /** The first day anything was recorded of them: nothing is known of the time before. */
  readonly knownFrom: Day;
  readonly signs: readonly Sign[];
  readonly tasks: readonly TaskDays[];
};

export type Hurt = { readonly why: Extract<StopWhy, 'distress' | 'falls' | 'refusals' | 'more help'>; readonly onDay: Day; readonly words: string };

/** The last two weeks are held against up to eight weeks before the plan. */
const LATELY_DAYS = 14;
const BEFORE_DAYS = 56;
const LEAST_BEFORE_DAYS = 14;
/** How unlikely so many would be if nothing had changed; it is asked every day. */
const SURE = 0.01;
const LEAST = { distress: 3, falls: 2, refusals: 4 } as const;
const SAID = { distress: ['time distressed', 'times distressed'], falls: ['fall', 'falls'], refusals: ['no to what was planned to help', 'noes to what was planned to help'] } as const;

/**
 * Whether less help hurts, as seen on one day: the first sign that holds, or null. One fall with an injury is enough. Otherwise the
 * last two weeks are held against the eight before the plan by the exact test of two rates (Przyborowski and Wilenski 1940): of all
 * that was counted, how likely is it that so many fall into the last two weeks if nothing changed? Help with a daily task that
 * goes up, by the trend of its ladder, counts as well. Where nothing was recorded before, two weeks of nothing are supposed.
 */
export function hurtOn({ name, beganOn, since, knownFrom, signs, tasks }: Watched, on: Day): Hurt | null {
  if (on < since) return null;
  const injury = signs.find(({ kind, hurt, day }) => kind === 'falls' && hurt === true && since <= day && day <= on);
  if (injury) return { why: 'falls', onDay: on, words: `${name} fell and was hurt on ${sayDay(injury.day)}.` };
  const from = later(since, addDays(on, 1 - LATELY_DAYS));
  const beforeFrom = later(knownFrom, addDays(beganOn, -BEFORE_DAYS));
  const [days, beforeDays] = [daysBetween(from, on) + 1, Math.max(LEAST_BEFORE_DAYS, daysBetween(beforeFrom, beganOn))];
  for (const kind of ['falls', 'distress', 'refusals'] as const) {
    const own = signs.filter((sign) => sign.kind === kind);
    const lately = own.filter(({ day }) => from <= day && day <= on).length;
    const before = own.filter(({ day }) => beforeFrom <= day && day < beganOn).length;
    if (lately < LEAST[kind] || atLeast(lately, lately + before, days / (days + beforeDays)) >= SURE) continue;
    return { why: kind, onDay: on, words: `${count(lately, SAID[kind])} in ${count(days, ['day', 'days'])}; before, ${before === 0 ? 'none' : count(before, SAID[kind])} in ${count(beforeDays, ['day', 'days'])}.` };
  }
  const task = tasks.find(({ points }) => points.some(({ day }) => day === on) && goingOf(points, on) === 'falling' && points.filter(({ day }) => since <= day && day <= on).length >= LATELY_TAPS);
  return task ? { why: 'more help', onDay: on, words: `“${task.name}” took more help lately than in the four weeks before.` } : null;
}

/** Taps since the plan began, or was let go on, below which a trend is not this plan's. */
const LATELY_TAPS = 4;
const later = (a: Day, b: Day) => (a > b ? a : b);
const count = (number: number, [one, many]: readonly [string, string]) => `${number} ${number === 1 ? one : many}`;

/** The first day up to `until` on which it hurts, looked at every day since `since`. */
export function firstHurt(watched: Watched, until: Day): Hurt | null {
  for (let day = watched.since; day <= until; day = addDays(day, 1)) {
    const hurt = hurtOn(watched, day);
    if (hurt) return hurt;
  }
  return null;
}

/** How likely at least `k` of `n` are, each with chance `p`: the tail of the binomial distribution. */
export function atLeast(k: number, n: number, p: number): number {
  let [sum, chance] = [0, (1 - p) ** n];
  for (let i = 0; i <= n; i += 1) {
    if (i >= k) sum += chance;
    chance *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return Math.min(1, sum);
}

export type StopReason = 'NOT_A_WHY' | 'STOP_NO_WORDS' | 'NO_PLAN' | 'STANDS_STILL' | 'ALREADY_HELD' | 'NOT_AN_ANSWER' | 'ANSWER_NO_SAY' | 'NOT_STOPPED' | 'NEVER_GOES_ON';
export const STOP_WORDS: Words<StopReason> = {
  NOT_A_WHY: () => 'Choose from the list why it is to stop.',
  STOP_NO_WORDS: () => 'Write what was seen or said, in a sentence.',
  NO_PLAN: (name) => `${name} has no support plan that could be stopped.`,
  STANDS_STILL: () => 'This plan stands still already. Talk with the person and answer it: go on, hold, or go back.',
  ALREADY_HELD: () => 'This plan does not become less. There is nothing to stop.',
  NOT_AN_ANSWER: () => 'Choose one: go on, hold, or go back to the earlier support.',
  ANSWER_NO_SAY: () => 'Ask the person what they want, and write their words down.',
  NOT_STOPPED: () => 'This plan has not been stopped, or was answered already. Open the page again.',
  NEVER_GOES_ON: (name) => `${name} wants comfort and connection now. Help does not become less again: hold it, or go back to the earlier support.`,
};

/** Anybody on the staff may stop a plan that becomes less; it needs a reason and words. */
export function mayStop(said: { readonly why: string; readonly words: string }, plan: { readonly name: string; readonly state: 'none' | 'held' | 'falling' | 'stopped' }): Decision<StopReason> {
  return decide<StopReason>([
    plan.state === 'none' && { code: 'NO_PLAN', about: plan.name },
    plan.state === 'held' && { code: 'ALREADY_HELD' },
    plan.state === 'stopped' && { code: 'STANDS_STILL' },
    !(STOP_WHYS as readonly string[]).includes(said.why) && { code: 'NOT_A_WHY' },
    isBlank(said.words) && { code: 'STOP_NO_WORDS' },
  ]);
}

/** A stop is answered once, with the person's say; nobody who is never tapered goes on. */
export function mayAnswer(said: { readonly answer: string; readonly say: string }, plan: { readonly name: string; readonly isStopped: boolean; readonly neverTapered: boolean }): Decision<StopReason> {
  return decide<StopReason>([
    !plan.isStopped && { code: 'NOT_STOPPED' },
    !(PLAN_ANSWERS as readonly string[]).includes(said.answer) && { code: 'NOT_AN_ANSWER' },
    said.answer === 'go on' && plan.neverTapered && { code: 'NEVER_GOES_ON', about: plan.name },
    isBlank(said.say) && { code: 'ANSWER_NO_SAY' },
  ]);
}

export type FallReason = 'FALL_NO_PLACE' | 'FALL_HURT' | 'FALL_TO_COME' | 'FALL_LONG_AGO' | 'FALL_CORRECTS' | 'FALL_SAID_OTHERWISE';
export const FALL_WORDS: Words<FallReason> = {
  FALL_NO_PLACE: () => 'Say where it was.',
  FALL_HURT: () => 'Say whether they were hurt.',
  FALL_TO_COME: () => 'That time is still to come. Say when it was.',
  FALL_LONG_AGO: () => 'That is more than a year ago.',
  FALL_CORRECTS: () => 'A correction has to be of a fall of the same person.',
  FALL_SAID_OTHERWISE: () => 'This was written down before and said something else. Open the page again and correct it there.',
};
export const FALL_HURTS = ['not hurt', 'hurt', 'not a fall after all'] as const;

const A_YEAR_MS = 366 * 86_400_000;

/** Whether a fall can be written down: it has been, somewhere; "not a fall after all" is only for a correction. */
export function mayNoteFall(said: { readonly at: Date; readonly place: string; readonly hurt: string; readonly corrects: boolean }, now: Date): Decision<FallReason> {
  const age = now.getTime() - said.at.getTime();
  return decide<FallReason>([
    isBlank(said.place) && { code: 'FALL_NO_PLACE' },
    !(FALL_HURTS as readonly string[]).includes(said.hurt) && { code: 'FALL_HURT' },
    said.hurt === 'not a fall after all' && !said.corrects && { code: 'FALL_CORRECTS' },
    !(age >= -5 * 60_000) && { code: 'FALL_TO_COME' },
    age > A_YEAR_MS && { code: 'FALL_LONG_AGO' },
  ]);
}
