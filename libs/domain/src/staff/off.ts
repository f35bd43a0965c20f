/** Staff who are off: who may say so, from when until when, and how it is said. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, addDays, dayIn, instantAt, sayDay } from '../shared/time.ts';

type Period = { readonly startsAt: Date; readonly endsAt: Date };

export const OFF_KINDS = ['sick', 'leave', 'training'] as const;
export type OffKind = (typeof OFF_KINDS)[number];

/** What is said: whole days, or these shifts of them. */
export type Off = { readonly kind: OffKind; readonly fromDay: Day; readonly toDay: Day; readonly shiftIds: readonly string[] | null };

export type OffCode = 'DAYS_REVERSED' | 'DAY_OVER' | 'TOO_LONG' | 'OTHERS_LATER' | 'LEFT_ALREADY' | 'OFF_ALREADY' | 'SHIFT_OVER' | 'NOT_OFF';

const LONGEST_DAYS = 366;

export const OFF_WORDS: Words<OffCode> = {
  DAYS_REVERSED: () => 'The last day is before the first. Check both days.',
  DAY_OVER: (day) => `${day} is over. Say from today on who is off.`,
  TOO_LONG: () => 'That is more than a year. Say it for fewer days; it can be made longer later.',
  OTHERS_LATER: (name) => `Anybody may say that ${name} is off today. For other days, ask whoever plans the week.`,
  LEFT_ALREADY: (name) => `${name} no longer works here on that day, so there is nothing to plan round.`,
  OFF_ALREADY: (name) => `${name} is off then already. Nothing needs to be said again.`,
  SHIFT_OVER: () => 'None of these shifts is still to come. Choose others, or whole days.',
  NOT_OFF: (name) => `${name} is not off any more: somebody said so already.`,
};

/** Whether somebody may say it: everyone of themselves and, for today, of a colleague who rang in; the rest is for those who plan. */
export function maySayOff(off: Pick<Off, 'fromDay' | 'toDay'>, who: { readonly isSelf: boolean; readonly plans: boolean; readonly name: string }, today: Day, leftOn: Day | null): Decision<OffCode> {
  return decide<OffCode>([
    off.toDay < off.fromDay && { code: 'DAYS_REVERSED' },
    off.fromDay < today && { code: 'DAY_OVER', about: sayDay(off.fromDay) },
    off.toDay > addDays(off.fromDay, LONGEST_DAYS) && { code: 'TOO_LONG' },
    !who.isSelf && !who.plans && off.toDay > today && { code: 'OTHERS_LATER', about: who.name },
    leftOn !== null && leftOn <= off.fromDay && { code: 'LEFT_ALREADY', about: who.name },
  ]);
}

/**
 * From when until when somebody is off, never before now. Whole days last to midnight, or to the end of a night that
 * begins on them. Named shifts are off one by one; those that are over are left out.
 */
export function offPeriods(zone: string, now: Date, { fromDay, toDay, shiftIds }: Off, shifts: readonly (Period & { readonly id: string })[]): Period[] {
  const ahead = ({ startsAt, endsAt }: Period): Period[] => (endsAt > now ? [{ startsAt: startsAt < now ? now : startsAt, endsAt }] : []);
  const begin = shifts.filter(({ startsAt }) => fromDay <= dayIn(zone, startsAt) && dayIn(zone, startsAt) <= toDay);
  if (shiftIds !== null) return begin.filter(({ id }) => shiftIds.includes(id)).flatMap(ahead);
  const midnight = instantAt(zone, addDays(toDay, 1), 0);
  const last = new Date(Math.max(midnight.getTime(), ...begin.map(({ endsAt }) => endsAt.getTime())));
  return ahead({ startsAt: instantAt(zone, fromDay, 0), endsAt: last });
}

/** Whether what is said adds nothing to what holds already. */
export function isOffAlready(wanted: readonly Period[], holding: readonly Period[]): boolean {
  return wanted.every((one) => holding.some(({ startsAt, endsAt }) => startsAt <= one.startsAt && one.endsAt <= endsAt));
}

const KIND: Readonly<Record<OffKind, string>> = { sick: 'off sick', leave: 'on leave', training: 'at a training' };

/** 'Gwen Lloyd is off sick today.', '… from today until Friday 27 November.', '… for 2 shifts until Thursday 26 November.' */
export function sayOff(name: string, { kind, fromDay, toDay, shiftIds }: Off, today: Day): string {
  const isOnlyToday = fromDay === today && toDay === today;
  if (isOnlyToday) return `${name} is ${KIND[kind]} today.`;
  if (shiftIds !== null) return `${name} is ${KIND[kind]} for ${shiftIds.length === 1 ? '1 shift' : `${shiftIds.length} shifts`} ${fromDay === toDay ? `on ${sayDay(fromDay)}` : `until ${sayDay(toDay)}`}.`;
  if (fromDay === toDay) return `${name} is ${KIND[kind]} on ${sayDay(fromDay)}.`;
  return `${name} is ${KIND[kind]} from ${fromDay === today ? 'today' : sayDay(fromDay)} until ${sayDay(toDay)}.`;
}
