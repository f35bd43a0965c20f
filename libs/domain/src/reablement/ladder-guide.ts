/** What somebody does for themselves lately, said before it is done so that it can still go that way, and asked about kindly when it did not. */
import { type Day, addDays, daysBetween, sayDay } from '../shared/time.ts';
import type { Point } from './ladder.ts';

/** What somebody does by themselves is told from the last two weeks: a level seen on a third of the days, and on two at least. */
const OWN_DAYS = 14;
const OWN_SHARE = 3;
const OWN_LEAST = 2;

/** A level of somebody's own, and the last day on which they reached it. */
export type Own = { readonly rung: number; readonly on: Day };

/**
 * The best level that is honestly theirs: one good day or one wrong tap does not make it, one bad day does not take it away.
 * Null where two days are not there yet. What happens on the day itself is not counted: it is said before.
 */
export function ownLevel(points: readonly Point[], today: Day): Own | null {
  const lately = latelyOf(points, today);
  const times = Math.max(OWN_LEAST, Math.ceil(lately.length / OWN_SHARE));
  const rung = lately.map((point) => point.rung).sort((a, b) => b - a)[times - 1];
  const on = rung === undefined ? undefined : lately.findLast((point) => point.rung >= rung)?.day;
  return rung === undefined || on === undefined ? null : { rung, on };
}

function latelyOf(points: readonly Point[], today: Day): Point[] {
  const from = addDays(today, -OWN_DAYS);
  return points.filter(({ day }) => day < today && day >= from);
}

/** With somebody nearby, or alone: from here on it is done by themselves. */
const BY_THEMSELVES = 5;
/** Help has to be so much more, in rungs, before anybody is asked about it. */
const A_GOOD_DEAL = 2;
/** Of one task it is asked once in three weeks: what is asked again and again is not read. */
const ASKS_AGAIN_DAYS = 21;

/** Where as much help came on more days than this of the two weeks, it is nothing out of the way: the trend tells of it. */
const SELDOM = 1;

function belowOf(points: readonly Point[], today: Day): number | null {
  const own = ownLevel(points, today);
  if (!own || own.rung < BY_THEMSELVES) return null;
  const second = latelyOf(points, today).map(({ rung }) => rung).sort((a, b) => a - b)[SELDOM] ?? own.rung;
  const below = Math.min(own.rung - A_GOOD_DEAL, second - 1);
  return below < 0 ? null : below;
}

/** On which days it was asked what was different, from the taps alone. */
export function askedOn(points: readonly Point[]): Day[] {
  const asked: Day[] = [];
  for (const [n, { day, rung }] of points.entries()) {
    const last = asked.at(-1);
    if (last !== undefined && daysBetween(last, day) <= ASKS_AGAIN_DAYS) continue;
    const below = belowOf(points.slice(Math.max(0, n - OWN_DAYS), n), day);
    if (below !== null && rung <= below) asked.push(day);
  }
  return asked;
}

/**
 * At this rung or below it is asked what was different; null when it is not asked at all. It can be told before the tap, so
 * that the question is there at once, with or without a connection.
 */
export function asksBelow(points: readonly Point[], today: Day): number | null {
  const before = points.filter(({ day }) => day < today);
  const last = askedOn(before).at(-1);
  return last !== undefined && daysBetween(last, today) <= ASKS_AGAIN_DAYS ? null : belowOf(before, today);
}

const DID: readonly ((name: string) => string)[] = [
  (name) => `This was done for ${name}`, (name) => `${name} did this with two people`, (name) => `${name} did this with one person`, (name) => `${name} did this after a touch, or with things set up,`,
  (name) => `${name} did this with a word or two`, (name) => `${name} did this with someone nearby`, (name) => `${name} did this alone`,
];
const GUIDE: readonly ((name: string) => string)[] = [
  (name) => `Ask ${name} which part to begin with.`, (name) => `Ask ${name} which part to begin with.`, (name) => `Let ${name} do the part that goes, and help with the rest.`, (name) => `Set it up, then let ${name} begin.`,
  (name) => `Let ${name} begin. Wait, then one word at a time.`, (name) => `Let ${name} begin. Stay near, with your hands to yourself.`, (name) => `Let ${name} begin, and do it all.`,
];

/** 'yesterday', 'on Tuesday' within the week, 'on Tuesday 10 November' before it. */
function sayAgo(day: Day, today: Day): string {
  const ago = daysBetween(day, today);
  if (ago === 1) return 'yesterday';
  return `on ${ago < 7 ? (sayDay(day).split(' ')[0] ?? '') : sayDay(day)}`;
}

/** For whom help is never to become less it says so, instead of inviting them to do more. */
export type Guided = { readonly name: string; readonly isComfort: boolean };

/** Said before it is done: what they did lately, and how to leave it with them. Null while there is too little to say. */
export function sayBefore({ name, isComfort }: Guided, own: Own | null, today: Day): string | null {
  if (isComfort) return `Comfort comes first: as much or as little as ${name} likes.`;
  if (!own) return null;
  return `${DID[own.rung]?.(name) ?? ''} ${sayAgo(own.on, today)}. ${GUIDE[own.rung]?.(name) ?? ''}`;
}

/** Asked after a tap that says more help than lately, kindly and once; null when there is nothing to ask. Never asked of comfort. */
export function gentlePrompt({ name, isComfort }: Guided, points: readonly Point[], rung: number, today: Day): string | null {
  const below = isComfort ? null : asksBelow(points, today);
  const own = ownLevel(points, today);
  if (below === null || !own || rung > below) return null;
  return `${DID[own.rung]?.(name) ?? ''} ${sayAgo(own.on, today)}. What was different today?`;
}

/** Short answers to it. Nobody has to say. */
export const MORE_HELP_REASONS = ['tired', 'in pain', 'unwell', 'our hurry', 'asked me to', 'other'] as const;
export type MoreHelpReason = (typeof MORE_HELP_REASONS)[number];

export function isMoreHelpReason(text: string): text is MoreHelpReason {
  return MORE_HELP_REASONS.some((reason) => reason === text);
}
