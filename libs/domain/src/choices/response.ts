/** How somebody responded at past sessions, summed up with its counts, and never more certain than they are. */
import { type AttendanceLevel, ENGAGEMENTS, type Engagement, MOODS, type Mood, isMeaningful } from '../day/attendance.ts';
import { inWords } from '../shared/words.ts';

export type Response = { readonly level: AttendanceLevel; readonly mood: Mood | null; readonly engagement: Engagement | null };

export type Responses = {
  readonly times: number; readonly well: number; readonly badly: number; readonly declined: number; readonly watched: number; readonly asleep: number;
  readonly moods: Readonly<Record<Mood, number>>; readonly moodNotNoted: number;
  readonly engagements: Readonly<Record<Engagement, number>>; readonly engagementNotNoted: number;
};

/** In it, and neither upset nor hardly there. */
export function wentWell({ level, mood, engagement }: Response): boolean {
  return isMeaningful(level) && mood !== 'upset' && engagement !== 'hardly';
}

/** Said no, slept or withdrew, or was upset. Watching alone is neither. */
export function wentBadly({ level, mood }: Response): boolean {
  return level === 'declined' || level === 'asleep or withdrawn' || mood === 'upset';
}

/** Counts what was noted. Sessions that were never offered say nothing about the person, and are left out. */
export function summedUp(entries: readonly Response[]): Responses {
  const seen = entries.filter(({ level }) => level !== 'not offered');
  const count = (test: (entry: Response) => boolean) => seen.filter(test).length;
  return {
    times: seen.length, well: count(wentWell), badly: count(wentBadly), declined: count(({ level }) => level === 'declined'),
    watched: count(({ level }) => level === 'watched'), asleep: count(({ level }) => level === 'asleep or withdrawn'),
    moods: Object.fromEntries(MOODS.map((mood) => [mood, count((each) => each.mood === mood)])) as Record<Mood, number>, moodNotNoted: count(({ mood }) => mood === null),
    engagements: Object.fromEntries(ENGAGEMENTS.map((one) => [one, count((each) => each.engagement === one)])) as Record<Engagement, number>,
    engagementNotNoted: count(({ engagement }) => engagement === null),
  };
}

/** 'once', 'twice', '4 times'. */
export function sayTimes(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** Below this many times a summary says that it is too few to go by. */
export const ENOUGH_TIMES = 3;

/**
 * 'Offered 6 times: it went well 4 times, turned down once. Looked happy 3 times and flat once; mood was not noted twice.'
 * Fewer than three times says so.
 */
export function sayResponses(of: Responses): string {
  if (of.times === 0) return 'Nothing is on record yet of how it went.';
  const parts = [of.well > 0 && `it went well ${sayTimes(of.well)}`, of.watched > 0 && `only watched ${sayTimes(of.watched)}`, of.asleep > 0 && `asleep or withdrawn ${sayTimes(of.asleep)}`, of.declined > 0 && `turned down ${sayTimes(of.declined)}`].filter((part) => part !== false);
  const moods = MOODS.filter((mood) => of.moods[mood] > 0).map((mood) => `${mood} ${sayTimes(of.moods[mood])}`);
  const mood = moods.length === 0 ? 'Mood was never noted.' : `Looked ${inWords(moods)}${of.moodNotNoted > 0 ? `; mood was not noted ${sayTimes(of.moodNotNoted)}` : ''}.`;
  const engaged = of.engagements.fully > 0 ? ` Fully in it ${sayTimes(of.engagements.fully)}.` : '';
  return `Offered ${sayTimes(of.times)}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}. ${mood}${engaged}${of.times < ENOUGH_TIMES ? ' That is too few to go by.' : ''}`;
}
