/**
 * How an activity has gone, told from attendances with words that fit how few there are.
 *
 * The share that went well stands between the bounds of Wilson's score interval at 95 % (Wilson, J. Am. Stat. Assoc. 22
 * (1927), 209–212), which stays honest for small numbers and at nought and all (Brown, Cai & DasGupta, Statistical
 * Science 16 (2001), 101–133). For putting things in order the mean of a Beta(1, 1) posterior is used, (well + 1) /
 * (times + 2): two happy afternoons do not outrank twenty.
 */

import { scoreInterval } from '../shared/score-interval.ts';
import type { SupportStyle } from './activity.ts';

/** The words of attendance, which belongs to a module above this one. */
export type Level = 'took part' | 'joined in a little' | 'watched' | 'asleep or withdrawn' | 'declined' | 'not offered';

/** One standing entry: what happened for one resident in one session. Corrected entries are left out by the caller. */
export type Went = {
  readonly residentId: string;
  /** The resident's style of support, where it is recorded. */
  readonly style: SupportStyle | null;
  readonly level: Level;
  readonly mood: 'happy' | 'content' | 'flat' | 'upset' | null;
  readonly engagement: 'fully' | 'partly' | 'hardly' | null;
  readonly leftEarly: boolean;
  /** 'YYYY-MM-DD' */
  readonly day: string;
};

export type Interval = { readonly from: number; readonly to: number };

/** How sure we are: nothing known; fewer than five times or a single person; a wide interval; a narrow one. */
export type Certainty = 'not known' | 'too few to say' | 'some idea' | 'fairly sure';

export type HowItWent = {
  /** Times somebody was offered it, whatever they answered. */
  readonly offered: number;
  /** Of those, times they were there: took part, joined in a little or watched. */
  readonly times: number;
  readonly well: number;
  readonly people: number;
  readonly declined: number;
  readonly upset: number;
  readonly lastDay: string | null;
  readonly interval: Interval | null;
  readonly certainty: Certainty;
  /** From 0 to 1, for putting things in order only; a half when nothing is known. */
  readonly leaning: number;
  /** A sentence for a person. */
  readonly words: string;
};

const FEW_TIMES = 5;
const WIDE = 0.45;

/**
 * Wilson's score interval at 95 % for `well` of `times`, or null where there were none.
 * @throws RangeError when the numbers are not whole, or more went well than there were
 */
export function wilson(well: number, times: number): Interval | null {
  if (!Number.isInteger(well) || !Number.isInteger(times) || well < 0 || well > times) throw new RangeError(`${well} of ${times} is not a share`);
  if (times === 0) return null;
  const { low, high } = scoreInterval(well, times);
  return { from: low, to: high };
}

const WAS_THERE: readonly Level[] = ['took part', 'joined in a little', 'watched'];

/** Something was in it for the person and nothing spoiled it. Watching is not taking part, and so not going well either. */
export function wentWell({ level, mood, engagement, leftEarly }: Pick<Went, 'level' | 'mood' | 'engagement' | 'leftEarly'>): boolean {
  return (level === 'took part' || level === 'joined in a little') && mood !== 'upset' && mood !== 'flat' && engagement !== 'hardly' && !leftEarly;
}

/** How it went, over all entries given: the whole home's, or those of people with one style of support. Not offered is nobody's answer. */
export function howItWent(all: readonly Went[]): HowItWent {
  const offered = all.filter(({ level }) => level !== 'not offered');
  const there = offered.filter(({ level }) => WAS_THERE.includes(level));
  const well = there.filter(wentWell).length;
  const [times, people] = [there.length, new Set(there.map(({ residentId }) => residentId)).size];
  const interval = wilson(well, times);
  const certainty = sure(times, people, interval);
  const declined = offered.filter(({ level }) => level === 'declined').length;
  return {
    offered: offered.length, times, well, people, declined, upset: offered.filter(({ mood }) => mood === 'upset').length,
    lastDay: offered.map(({ day }) => day).toSorted().at(-1) ?? null,
    interval, certainty, leaning: (well + 1) / (times + 2), words: say({ times, well, people, declined, interval, certainty }),
  };
}

/** How it went for people with this style of support; entries whose style is not recorded say nothing here. */
export function howItWentFor(style: SupportStyle, all: readonly Went[]): HowItWent {
  return howItWent(all.filter((each) => each.style === style));
}

function sure(times: number, people: number, interval: Interval | null): Certainty {
  if (!interval) return 'not known';
  if (times < FEW_TIMES || people < 2) return 'too few to say';
  return interval.to - interval.from > WIDE ? 'some idea' : 'fairly sure';
}

type Told = Pick<HowItWent, 'times' | 'well' | 'people' | 'declined' | 'interval' | 'certainty'>;

function say({ times, well, people, declined, interval, certainty }: Told): string {
  const refusals = declined === 0 ? '' : ` Declined ${declined === 1 ? 'once' : `${declined} times`}.`;
  if (!interval) return declined === 0 ? 'Not tried here yet.' : `Nobody has taken it up yet.${refusals}`;
  const counted = `${well} of ${times} ${times === 1 ? 'time' : 'times'}, ${people === 1 ? 'one person' : `${people} people`}`;
  if (certainty === 'too few to say') return `Went well ${counted}: too few to say more.${refusals}`;
  const usual = interval.from >= 0.5 ? 'Usually goes well here' : interval.to <= 0.5 ? 'Seldom goes well here' : 'Goes well for some and not for others';
  return `${usual} (${counted}).${certainty === 'some idea' ? ' That could still be chance.' : ''}${refusals}`;
}
