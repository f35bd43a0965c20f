/** What many rounds show together: a share with how far it can be trusted, and an honest silence where there is too little. */
import { scoreInterval } from '../shared/score-interval.ts';
import { type ClockTime, minuteOf } from '../shared/time.ts';

/**
 * Fewer looks than this say nothing. With thirty, a share of a half lies between a third and two thirds (95 %): the least
 * with which one would say even “about half”. Our own rule; there is no number in the literature that holds everywhere.
 * Brown, L. D., Cai, T. T. and DasGupta, A. (2001), Statistical Science 16: 101–133, recommend the score interval used
 * here for samples as small as this.
 */
export const LEAST_LOOKS = 30;
/** One long round is one moment: what holds of it need not hold of the next. */
export const LEAST_ROUNDS = 5;

/** Counts of one round: of so many looks so many were of people doing something or with somebody. */
export type RoundCount = { readonly occupied: number; readonly looks: number };

export type Share = {
  readonly occupied: number;
  readonly looks: number;
  readonly rounds: number;
  /** From 0 to 1, with the interval (95 %) in which the true share lies; null where there is too little to say. */
  readonly known: { readonly share: number; readonly low: number; readonly high: number } | null;
};

/**
 * The share of looks at people who were active or engaged, over all rounds given. People in one room at one time are
 * alike (there is music, or there is not), so looks of one round count for less than as many from different rounds: the
 * number of looks is divided by the design effect, where that is above one, and the score interval is taken of what is
 * left. Kish, L. (1965), Survey Sampling, chapter 5; Korn, E. L. and Graubard, B. I. (1998), Survey Methodology 24:
 * 193–201; Dean, N. and Pagano, M. (2015), Journal of Survey Statistics and Methodology 3: 484–503.
 */
export function shareOf(all: readonly RoundCount[]): Share {
  const rounds = all.filter(({ looks }) => looks > 0);
  const sum = (of: (round: RoundCount) => number) => rounds.reduce((total, round) => total + of(round), 0);
  const [occupied, looks] = [sum((round) => round.occupied), sum((round) => round.looks)];
  const counted = { occupied, looks, rounds: rounds.length };
  if (looks < LEAST_LOOKS || rounds.length < LEAST_ROUNDS) return { ...counted, known: null };
  const share = occupied / looks;
  const spread = sum((round) => (round.occupied - share * round.looks) ** 2);
  const variance = (rounds.length / (rounds.length - 1)) * (spread / looks ** 2);
  const alone = (share * (1 - share)) / looks;
  const worth = looks / Math.max(1, alone === 0 ? 1 : variance / alone);
  return { ...counted, known: { share, ...scoreInterval(share === 1 ? worth : share * worth, worth) } };
}

const percent = (share: number) => Math.round(share * 100);

/** A share in words, with what is behind it. Never a verdict. */
export function sayShare({ occupied, looks, rounds, known }: Share): string {
  const behind = `${occupied} of ${looks} ${looks === 1 ? 'look' : 'looks'} in ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`;
  if (known) return `${percent(known.share)} %, most likely between ${percent(known.low)} % and ${percent(known.high)} % (${behind}).`;
  if (looks === 0) return 'No looks yet.';
  return `Too few to say: ${behind}. It takes at least ${LEAST_LOOKS} looks in ${LEAST_ROUNDS} rounds.`;
}

export const PARTS_OF_DAY = ['morning', 'afternoon', 'evening', 'night'] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];

/** Morning from 06:00, afternoon from 12:00, evening from 17:00, night from 22:00. */
export function partOfDay(time: ClockTime): PartOfDay {
  const minute = minuteOf(time);
  if (minute >= 22 * 60 || minute < 6 * 60) return 'night';
  return minute < 12 * 60 ? 'morning' : minute < 17 * 60 ? 'afternoon' : 'evening';
}

export type Gathered<Key extends string> = { readonly key: Key; readonly share: Share };

/** The rounds put together by a key, keys in the order in which they are first met. */
export function sharesBy<Round extends RoundCount, Key extends string>(rounds: readonly Round[], keyOf: (round: Round) => Key): Gathered<Key>[] {
  const groups = new Map<Key, Round[]>();
  for (const round of rounds) groups.set(keyOf(round), [...(groups.get(keyOf(round)) ?? []), round]);
  return [...groups].map(([key, group]) => ({ key, share: shareOf(group) }));
}
