/** The week by people, staff, vehicles or rooms: one lane for each, with what they are in, when they are there and whether it is enough. */
import type { Session, Span } from '@promenade/planner/problem';
import { DAYS, type Shown, type Week, timesEach } from './board.ts';
import { words } from './words.ts';

const DAY = 1440;

export type LaneKind = 'people' | 'staff' | 'vehicles' | 'rooms';
export const LANE_KINDS = ['people', 'staff', 'vehicles', 'rooms'] as const;
export type LaneItem = { readonly shown: Shown; readonly note: string | null };
export type Lane = {
  readonly id: string;
  readonly name: string;
  readonly days: readonly (readonly LaneItem[])[];
  /** When they are here or can be used, in minutes of the week. */
  readonly there: readonly Span[];
  /** When they are here and not free all the same: breaks, visits, appointments. */
  readonly taken: readonly Span[];
  /** Under the name: '2 more wanted', '6 hours in sessions'. */
  readonly note: string | null;
  readonly isShort: boolean;
  /** Changes whenever anything on the lane does, and only then. */
  readonly key: string;
};

/** One lane for each of a kind, by name. */
export function lanesOf(week: Week, shown: readonly Shown[], kind: LaneKind): Lane[] {
  const times = timesEach(week.live.sessions);
  const items = itemsById(shown, kind);
  return listOf(week, items, kind)
    .map(({ id, name }): Lane => {
      const own = items.get(id) ?? [];
      const days = DAYS.map((day) => own.filter(({ shown: { from } }) => Math.floor(from / DAY) === day));
      const { there, taken } = timesOf(week, kind, id);
      const short = kind === 'people' ? (week.problem.residents.find((one) => one.id === id)?.target ?? 0) - (times.get(id) ?? 0) : 0;
      const note = kind === 'people' ? (short > 0 ? words.lanes.more(short) : null) : hours(own);
      const key = JSON.stringify([name, note, own.map(({ shown: { at, session, from, to, pinned }, note: more }) => [at, session.activity, from, to, pinned, more])]);
      return { id, name, days, there, taken, note, isShort: short > 0, key };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

function itemsById(shown: readonly Shown[], kind: LaneKind): ReadonlyMap<string, LaneItem[]> {
  const items = new Map<string, LaneItem[]>();
  for (const one of shown) {
    for (const [id, note] of inSession(one.session, kind)) items.set(id, [...(items.get(id) ?? []), { shown: one, note }]);
  }
  return items;
}

/** Who or what of a kind is in a session, with what they do in it if that is not plain. */
function inSession(session: Session, kind: LaneKind): (readonly [id: string, note: string | null])[] {
  if (kind === 'people') return session.residents.map((id) => [id, null]);
  if (kind === 'rooms') return session.room === null ? [] : [[session.room, null]];
  if (kind === 'vehicles') return session.vehicles.map(({ vehicle }) => [vehicle, null]);
  const drivers = session.vehicles.map(({ driver }) => driver).filter((id) => id !== '');
  return [...drivers.map((id) => [id, words.board.drives] as const), ...session.staff.filter((id) => !drivers.includes(id)).map((id) => [id, null] as const)];
}

function listOf({ called, problem }: Week, items: ReadonlyMap<string, unknown>, kind: LaneKind): readonly { id: string; name: string }[] {
  if (kind === 'people') return called.residents.filter(({ id }) => problem.residents.some((one) => one.id === id));
  if (kind === 'staff') return called.staff.filter(({ id }) => items.has(id) || problem.staff.some((one) => one.id === id && one.shifts.length > 0));
  return kind === 'vehicles' ? called.vehicles : called.rooms;
}

function timesOf({ problem }: Week, kind: LaneKind, id: string): { there: readonly Span[]; taken: readonly Span[] } {
  const mine = <Item extends { readonly id: string }>(items: readonly Item[]) => items.find((one) => one.id === id);
  if (kind === 'people') return { there: [[0, 7 * DAY]], taken: mine(problem.residents)?.unavailable ?? [] };
  if (kind === 'staff') return { there: mine(problem.staff)?.shifts ?? [], taken: mine(problem.staff)?.breaks ?? [] };
  const thing = kind === 'vehicles' ? mine(problem.vehicles) : mine(problem.rooms);
  return { there: thing?.available ?? [], taken: [] };
}

function hours(own: readonly LaneItem[]): string | null {
  const minutes = own.reduce((sum, { shown: { from, to } }) => sum + to - from, 0);
  return minutes === 0 ? null : words.lanes.hours(Math.round(minutes / 30) / 2);
}

/** Lanes of those whose name holds what was typed, or of those with too little, or both. */
export function wantedLanes(lanes: readonly Lane[], { name, onlyShort }: { readonly name: string; readonly onlyShort: boolean }): Lane[] {
  const wanted = name.trim().toLocaleLowerCase('en-GB');
  return lanes.filter((lane) => (!onlyShort || lane.isShort) && lane.name.toLocaleLowerCase('en-GB').includes(wanted));
}

/** Sessions that somebody of that name is in. */
export function wantedSessions({ names }: Week, shown: readonly Shown[], name: string): Shown[] {
  const wanted = name.trim().toLocaleLowerCase('en-GB');
  const has = (said: string) => said.toLocaleLowerCase('en-GB').includes(wanted);
  return shown.filter(({ session }) => wanted === '' || has(names.call('activity', session.activity)) || session.residents.some((id) => has(names.call('resident', id)))
    || [...session.staff, ...session.vehicles.map(({ driver }) => driver)].some((id) => has(names.call('staff', id))));
}

/** The hours of a day that a timeline shows: whole hours round everything that is on, and never less than from 8 to 18. */
export function hoursOf(week: Week, shown: readonly Shown[], day: number): Span {
  const [from, to] = [day * DAY, (day + 1) * DAY];
  const opens = week.problem.activities.flatMap(({ windows, travel }) => windows.filter((one) => one[0] < to && from < one[1]).map(([a, b]): Span => [Math.max(from, a - travel), Math.min(to, b + travel)]));
  const busy = shown.filter((one) => one.from < to && from < one.to).map((one): Span => [Math.max(from, one.from), Math.min(to, one.to)]);
  const all = [...opens, ...busy, [from + 480, from + 1080] as const];
  return [Math.floor(Math.min(...all.map(([a]) => a)) / 60) * 60, Math.ceil(Math.max(...all.map(([, b]) => b)) / 60) * 60];
}
