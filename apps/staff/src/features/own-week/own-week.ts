import type { ResultOf } from 'gql.tada';
import { sayDay, addDays } from '@promenade/domain/shared/time';
import type { ownViewDocument } from './own-week.graphql.ts';
import { words } from './words.ts';

export type View = ResultOf<typeof ownViewDocument>['ownView'];
export type Thing = View['things'][number];
export type Promised = View['promises'][number];
/** What is said yes or no to. */
export type Subject = { readonly title: string; readonly picture: string | null; readonly sessionId: string | null; readonly promiseId: string | null; readonly said: Thing['said'] };

/** Of the seven days looked at, today may be over for it. */
const NEARLY_EVERY_DAY = 6;

/** 'Today', 'Tomorrow', 'Wednesday'. */
export function dayName(today: string, day: string): string {
  if (day === today) return words.today;
  if (day === addDays(today, 1)) return words.tomorrow;
  return sayDay(day).split(' ')[0] ?? day;
}

/** Day by day, what comes first on top. */
export function daysOf(things: readonly Thing[]): { day: string; things: Thing[] }[] {
  return [...Map.groupBy(things, ({ day }) => day)].map(([day, own]) => ({ day, things: own }));
}

/** What is at the same time on nearly every day is said once, and the rest of the days by itself. A thing that can be answered always stands on its day. */
export function apart(things: readonly Thing[]): { always: Thing[]; single: Thing[] } {
  const groups = [...Map.groupBy(things, ({ what, from, sessionId, isOff }) => (sessionId !== null || isOff ? `${sessionId ?? ''} ${what}` : `${from} ${what}`)).values()];
  const isAlways = (group: readonly Thing[]) => group[0]?.sessionId === null && new Set(group.map(({ day }) => day)).size >= NEARLY_EVERY_DAY;
  const always = groups.filter(isAlways);
  return { always: always.flatMap(([first]) => first ?? []), single: things.filter((thing) => !always.some((group) => group.includes(thing))) };
}

/** How a thing is said aloud: 'Today, at 10 o’clock in the morning: Choir. In the Lounge. With Ines.' */
export function sayThing(view: View, thing: Thing): string {
  const when = `${dayName(view.today, thing.day)}, ${words.at(thing.from)}`;
  if (thing.isOff) return `${when}: ${thing.what}. ${words.isOff}`;
  return [`${when}: ${thing.what}.`, ...linesOf(view, thing)].join(' ');
}

/** Where, and with whom: staff by first name, and friends who are in it. */
export function linesOf(view: View, { place, withStaff, friendIds }: Thing): string[] {
  const friends = view.friends.filter(({ id }) => friendIds.includes(id)).map(({ name }) => name);
  return [...(place ? [words.where(place)] : []), ...(withStaff.length + friends.length > 0 ? [words.with([...withStaff, ...friends])] : [])];
}

export function promisedLines({ madeBy, dueOn, plannedFor, isLate }: Promised, today: string, zone: string): string[] {
  const who = words.promisedBy(madeBy.split(' ')[0] ?? madeBy);
  if (plannedFor) return [who, words.plannedFor(new Date(plannedFor), zone)];
  return [who, isLate ? words.late : words.by(dueOn === today ? words.today.toLowerCase() : sayDay(dueOn))];
}
