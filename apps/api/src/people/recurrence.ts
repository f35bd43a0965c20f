/** The days on which routines come round, by the recurrence library; what the clock says on those days is the home's. */
import { exceptionsOf, placeInMonth, weeksApart } from '@promenade/domain/people/routine-repeats';
import { type Day, addDays } from '@promenade/domain/shared/time';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { In, LessThanOrEqual } from 'typeorm';
import type { SystemTx, Tx } from '../db/db.ts';
import { RoutineEntity } from './people.entities.ts';
import { RoutineExceptionEntity } from './routines.entities.ts';

type Round = Pick<RoutineEntity, 'days' | 'repeats' | 'since' | 'endedOn'>;
type Exception = Pick<RoutineExceptionEntity, 'day' | 'kind'>;

type Rule = { freq: 'WEEKLY' | 'MONTHLY' | 'YEARLY'; interval?: number; byDay?: string[]; byMonth?: number[]; byMonthDay?: number[]; bySetPos?: number[] };

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The rule in the terms of RFC 5545. A date that a month has not (the 31st) is its last day. */
function ruleOf({ days, repeats = 'every week', since }: Round): Rule {
  const byDay = days.map((day) => WEEKDAYS[day - 1] ?? 'MO');
  const weeks = weeksApart(repeats);
  if (weeks !== null) return { freq: 'WEEKLY', interval: weeks, byDay };
  const place = placeInMonth(repeats);
  if (place !== null) return { freq: 'MONTHLY', byDay: byDay.map((day) => `${place}${day}`) };
  const date = Number(since.slice(8));
  const byMonthDay = date <= 28 ? [date] : Array.from({ length: date - 27 }, (_, n) => 28 + n);
  return repeats === 'every year' ? { freq: 'YEARLY', byMonth: [Number(since.slice(5, 7))], byMonthDay, bySetPos: [-1] } : { freq: 'MONTHLY', byMonthDay, bySetPos: [-1] };
}

/**
 * The days from `from` to `to`, both included, on which a routine is due: its rule between the day it began and the day it
 * ended (no longer included), without the days taken out and with those put in. Days are counted in UTC, so that none is lost
 * or doubled where clocks change; hours are put to them afterwards.
 */
export function daysDue(routine: Round, exceptions: readonly Exception[], from: Day, to: Day): Day[] {
  const first = from < routine.since ? routine.since : from;
  const last = routine.endedOn !== null && routine.endedOn <= to ? addDays(routine.endedOn, -1) : to;
  if (last < first) return [];
  const at = (day: Day) => Temporal.PlainDate.from(day).toZonedDateTime('UTC');
  const rule = new RRuleTemporal({ ...ruleOf(routine), wkst: 'MO', dtstart: at(routine.since), tzid: 'UTC', cache: false });
  const { out, added } = exceptionsOf(exceptions);
  const days = new Set(rule.between(at(first), at(last), true).map((each) => each.toString().slice(0, 10)));
  for (const day of added) if (first <= day && day <= last) days.add(day);
  return [...days].filter((day) => !out.has(day)).toSorted();
}

/** Single days of these routines that differ, by routine, in the order in which they were said. */
export async function exceptionsIn({ em }: Pick<Tx | SystemTx, 'em'>, homeId: string, routineIds: readonly string[]): Promise<ReadonlyMap<string, RoutineExceptionEntity[]>> {
  const rows = routineIds.length === 0 ? [] : await em.find(RoutineExceptionEntity, { where: { homeId, routineId: In([...routineIds]) }, order: { recordedAt: 'ASC', id: 'ASC' } });
  return Map.groupBy(rows, ({ routineId }) => routineId);
}

/** The routines of a home (or of some residents) that are due between two days, with those days: two statements, however many there are. */
export async function dueBetween({ em }: Pick<Tx | SystemTx, 'em'>, homeId: string, from: Day, to: Day, residentIds?: readonly string[]): Promise<ReadonlyMap<string, readonly Day[]>> {
  const routines = await em.find(RoutineEntity, {
    where: { homeId, since: LessThanOrEqual(to), ...(residentIds ? { residentId: In([...residentIds]) } : {}) },
    select: { homeId: true, id: true, days: true, repeats: true, since: true, endedOn: true },
  });
  return dueOf({ em }, homeId, routines, from, to);
}

/** Of these routines those that are due between two days, with those days: one statement. */
export async function dueOf({ em }: Pick<Tx | SystemTx, 'em'>, homeId: string, routines: readonly RoutineEntity[], from: Day, to: Day): Promise<ReadonlyMap<string, readonly Day[]>> {
  const standing = routines.filter(({ since, endedOn }) => since <= to && (endedOn === null || endedOn > from));
  const exceptions = await exceptionsIn({ em }, homeId, standing.map(({ id }) => id));
  return new Map(standing.map((routine) => [routine.id, daysDue(routine, exceptions.get(routine.id) ?? [], from, to)] as const).filter(([, days]) => days.length > 0));
}
