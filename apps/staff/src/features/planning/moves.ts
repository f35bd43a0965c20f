/** Where a session that is picked up can go: another time, another day, somebody else's lane; and what it is then. */
import type { Names } from '@promenade/planner/names';
import type { Session } from '@promenade/planner/problem';
import type { LaneKind } from './lanes.ts';
import { words } from './words.ts';

const DAY = 1440;
export const QUARTER = 15;

/** A place for a session: when it starts, and on whose lane. */
export type Target = { readonly start: number; readonly lane: string | null };
/** What is shown while it moves; `day` is a timeline of one day. */
export type Scene = { readonly view: 'days' | LaneKind; readonly zoom: 'week' | 'day'; readonly lanes: readonly string[] };

/** The session at a place: at that time, and with whom or what the lane stands for instead of whose lane it came from. */
export function movedTo(session: Session, kind: Scene['view'], lane: string | null, to: Target): Session {
  const moved = { ...session, start: to.start };
  if (kind === 'days' || lane === null || to.lane === null || lane === to.lane) return moved;
  const instead = (id: string) => (id === lane ? (to.lane as string) : id);
  if (kind === 'people') return { ...moved, residents: once(session.residents.map(instead)) };
  if (kind === 'rooms') return { ...moved, room: to.lane };
  if (kind === 'vehicles') return { ...moved, vehicles: session.vehicles.map(({ vehicle, driver }) => ({ vehicle: instead(vehicle), driver })) };
  return { ...moved, staff: once(session.staff.map(instead)), vehicles: session.vehicles.map(({ vehicle, driver }) => ({ vehicle, driver: instead(driver) })) };
}

function once(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

/** Whether the lane's person is in the session as it is: dropping it there would lose somebody. */
export function isThereAlready(session: Session, kind: Scene['view'], lane: string | null, to: Target): boolean {
  if (to.lane === null || to.lane === lane) return false;
  if (kind === 'people') return session.residents.includes(to.lane);
  return kind === 'staff' && (session.staff.includes(to.lane) || session.vehicles.some(({ driver }) => driver === to.lane));
}

/**
 * The place one arrow key further, or null for a key that means nothing here. Days stand side by side, so arrows to the
 * side go from day to day; on a timeline they go by the quarter of an hour. With Shift it is the other of the two.
 */
export function stepped({ view, zoom, lanes }: Scene, { start, lane }: Target, key: string, withShift: boolean): Target | null {
  const side = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
  const down = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
  if (key === 'PageUp' || key === 'PageDown') return byDays({ start, lane }, key === 'PageUp' ? -1 : 1);
  if (side === 0 && down === 0) return null;
  if (view === 'days') return side === 0 ? byQuarters({ start, lane }, down) : withShift ? byQuarters({ start, lane }, side) : byDays({ start, lane }, side);
  if (down !== 0) {
    const at = lanes.indexOf(lane ?? '');
    return { start, lane: lanes[Math.min(lanes.length - 1, Math.max(0, at + down))] ?? lane };
  }
  return (zoom === 'day') === withShift ? byDays({ start, lane }, side) : byQuarters({ start, lane }, side);
}

function byDays({ start, lane }: Target, days: number): Target {
  const day = Math.min(6, Math.max(0, Math.floor(start / DAY) + days));
  return { start: day * DAY + (start % DAY), lane };
}

/** Within the day: an arrow held too long does not end in another one. */
function byQuarters({ start, lane }: Target, quarters: number): Target {
  const midnight = Math.floor(start / DAY) * DAY;
  const next = Math.floor(start / QUARTER) * QUARTER + quarters * QUARTER;
  return { start: Math.min(midnight + DAY - QUARTER, Math.max(midnight, next)), lane };
}

/** The start that a point on a timeline stands for, on the quarter of an hour. */
export function startAt(share: number, [from, to]: readonly [number, number], grabbed = 0): number {
  const minute = from + share * (to - from) - grabbed;
  return Math.min(to - QUARTER, Math.max(from, Math.round(minute / QUARTER) * QUARTER));
}

/** 'Choir, Tue 10:15, with Ada Bell instead of Sam Cole': what dropping it there means. */
export function sayMove(names: Names, session: Session, kind: Scene['view'], lane: string | null, to: Target): string {
  const what = `${names.call('activity', session.activity)}, ${names.when(to.start)}`;
  if (kind === 'days' || lane === null || to.lane === null || lane === to.lane) return what;
  const call = (id: string) => names.call(kind === 'people' ? 'resident' : kind === 'staff' ? 'staff' : kind === 'vehicles' ? 'vehicle' : 'room', id);
  return `${what}, ${words.moving.instead(call(to.lane), call(lane))}`;
}
