/** A supporter's calendar of one person: what stands in it, and how it is told apart from what it said before. */
import { type SharedKind } from '../circle/sharing.ts';
import { inWords } from '../shared/words.ts';
import { type Day, addDays, sayDay } from '../shared/time.ts';

export type CalendarSubject = 'session' | 'promise';

/** The kind of information somebody must be shown to have these in their calendar. */
export const KIND_OF: Readonly<Record<CalendarSubject, SharedKind>> = { session: 'plan', promise: 'promises' };

/** How many days back a calendar reaches: what is over, and what was called off, stays that long. */
export const DAYS_BACK = 28;

/** One thing in a calendar, in the words it is given in. */
export type CalendarItem = {
  readonly subject: CalendarSubject;
  /** The same through every move and change. */
  readonly subjectId: string;
  readonly activityId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Of a whole day: `startsAt` and `endsAt` are midnights in UTC. */
  readonly isAllDay: boolean;
  readonly title: string;
  readonly where: string | null;
  readonly notes: string;
  /** It will not take place. */
  readonly isOff: boolean;
};

/** What a calendar was given last of one thing: no words. */
export type KnownEntry = {
  readonly subject: CalendarSubject;
  readonly subjectId: string;
  readonly activityId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly sequence: number;
  readonly contentDigest: string;
  readonly isOff: boolean;
  readonly changedAt: Date;
};

export type KeptEntry = { readonly item: CalendarItem; readonly entry: KnownEntry; readonly isChanged: boolean };

/** A session as whoever may see the plan reads it. */
export type PlannedForCalendar = {
  readonly id: string;
  readonly activityId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: string;
  readonly what: string;
  readonly where: string | null;
  readonly staff: readonly string[];
};

export function sessionItem(person: string, { id, activityId, startsAt, endsAt, status, what, where, staff }: PlannedForCalendar): CalendarItem {
  const isOff = status === 'cancelled';
  const notes = staff.length > 0 && !isOff ? `With ${inWords(staff)}.` : '';
  return { subject: 'session', subjectId: id, activityId, startsAt, endsAt, isAllDay: false, title: titleOf(`${person}: ${what}`, isOff), where, notes, isOff };
}

/** A session that is no longer planned for this person: only its name and the time it was to have. */
export function goneItem(person: string, what: string, { subjectId, activityId, startsAt, endsAt }: KnownEntry): CalendarItem {
  return { subject: 'session', subjectId, activityId, startsAt, endsAt, isAllDay: false, title: titleOf(`${person}: ${what}`, true), where: null, notes: '', isOff: true };
}

const titleOf = (words: string, isOff: boolean) => (isOff ? `${words} (will not take place)` : words);

export type PromiseForCalendar = { readonly id: string; readonly words: string; readonly dueOn: Day; readonly madeBy: string; readonly madeOn: Day; readonly state: string };

/** How a promise that has come to its end is told. */
const HOW: Readonly<Record<string, string>> = { kept: 'Kept for', released: 'Let go by', closed: 'Closed for' };

/** The day by which a promise is to be kept. One that was let go or closed is off, one that was kept says so. */
export function promiseItem(person: string, { id, words, dueOn, madeBy, madeOn, state }: PromiseForCalendar): CalendarItem {
  const isOff = state === 'released' || state === 'closed';
  return {
    subject: 'promise', subjectId: id, activityId: null, startsAt: new Date(`${dueOn}T00:00:00Z`), endsAt: new Date(`${addDays(dueOn, 1)}T00:00:00Z`), isAllDay: true,
    title: `${HOW[state] ?? 'Promised to'} ${person}: ${words}`, where: null, isOff,
    notes: isOff ? '' : `Promised by ${madeBy} on ${sayDay(madeOn)}. By the end of this day it is to be kept.`,
  };
}

const contentOf = ({ startsAt, endsAt, isAllDay, title, where, notes, isOff }: CalendarItem) => JSON.stringify([startsAt.toISOString(), endsAt.toISOString(), isAllDay, title, where, notes, isOff]);

/**
 * What a calendar is given now, beside what it was given before: each change raises the sequence by one and moves the
 * time of the change to `now`. `digestOf` is a one-way digest. A session that was there and is no longer among `items`
 * is called off under the name `nameOf` finds. What is of a kind that is no longer shared is neither given nor touched.
 */
export function keepUp(known: readonly KnownEntry[], items: readonly CalendarItem[], given: { readonly sees: ReadonlySet<SharedKind>; readonly now: Date; readonly digestOf: (text: string) => string; readonly asGone: (entry: KnownEntry) => CalendarItem }): KeptEntry[] {
  const since = given.now.getTime() - DAYS_BACK * 86_400_000;
  const before = new Map(known.map((entry) => [entry.subjectId, entry]));
  const here = new Set(items.map(({ subjectId }) => subjectId));
  const gone = known.filter(({ subject, subjectId, startsAt }) => subject === 'session' && given.sees.has('plan') && !here.has(subjectId) && startsAt.getTime() >= since);
  return [...items.filter(({ subject }) => given.sees.has(KIND_OF[subject])), ...gone.map(given.asGone)]
    .map((item): KeptEntry => {
      const last = before.get(item.subjectId);
      const contentDigest = given.digestOf(contentOf(item));
      if (last?.contentDigest === contentDigest) return { item, entry: last, isChanged: false };
      const { subject, subjectId, activityId, startsAt, endsAt, isOff } = item;
      return { item, isChanged: true, entry: { subject, subjectId, activityId, startsAt, endsAt, isOff, contentDigest, sequence: last ? last.sequence + 1 : 0, changedAt: given.now } };
    })
    .sort((a, b) => a.item.startsAt.getTime() - b.item.startsAt.getTime() || (a.item.subjectId < b.item.subjectId ? -1 : 1));
}
