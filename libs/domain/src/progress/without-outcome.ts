/** Nobody is written off: who lives here without a live outcome, and since when. */
import { type Day, daysBetween, sayDay } from '../shared/time.ts';

/** Somebody who lives here, with how many outcomes of theirs go on. Those of comfort and connection count like any other. */
export type LivesHere = {
  readonly residentId: string;
  readonly name: string;
  readonly namedWorker: string | null;
  readonly movedIn: Day | null;
  /** When the home began to write about them: what counts where nobody knows the day they moved in. */
  readonly writtenDown: Day;
  readonly live: number;
  readonly lastEnded: Day | null;
};

export type Without = LivesHere & {
  readonly since: Day;
  /** Whole days since then; 0 on the first. */
  readonly days: number;
  readonly words: string;
};

/** Those without a live outcome, whoever waits longest first. Nobody is exempt. */
export function withoutOutcome(people: readonly LivesHere[], today: Day): Without[] {
  return people.filter(({ live }) => live === 0).map((person): Without => {
    const since = sinceOf(person);
    const days = Math.max(0, daysBetween(since, today));
    return { ...person, since, days, words: sayWithout(person, since, days) };
  }).toSorted((a, b) => b.days - a.days || a.name.localeCompare(b.name, 'en-GB') || a.residentId.localeCompare(b.residentId));
}

/** Since the last outcome ended, or since they moved in when that was later. */
function sinceOf({ lastEnded, movedIn, writtenDown }: LivesHere): Day {
  const days = [lastEnded, movedIn].filter((day) => day !== null);
  return days.length === 0 ? writtenDown : days.reduce((later, day) => (day > later ? day : later));
}

function sayWithout({ lastEnded, movedIn }: LivesHere, since: Day, days: number): string {
  const long = sayLong(days);
  if (lastEnded !== null && since === lastEnded) return `${long}: the last one ended on ${sayDay(since)}.`;
  return movedIn === null ? `${long}: none was ever written down.` : `${long}: since moving in on ${sayDay(since)}.`;
}

/** 'Since today', 'For 1 day', 'For 43 days'. */
export function sayLong(days: number): string {
  return days === 0 ? 'Since today' : `For ${days} ${days === 1 ? 'day' : 'days'}`;
}
