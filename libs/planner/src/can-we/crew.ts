/** Who leads, who drives what and where it is: the least that is missing for a party of people, by exact search. */
import type { Driving, Room, Staff, Vehicle } from '../problem.ts';
import type { Missing } from './missing.ts';
import type { Bars, Offer, Person, Relief, Slot } from './slot.ts';
import { SOMEONE } from './granting.ts';
import { FLOOR, effortOf } from './missing.ts';

/** The people a session is for, as far as staff, seats and rooms are concerned. */
export type Party = {
  readonly size: number;
  /** Staff they and the activity need. */
  readonly hands: number;
  readonly wheelchairs: number;
  readonly seated: number;
  /** Staff one of them does not want. */
  readonly declined: ReadonlySet<string>;
  /** How many of them like someone to be there. */
  readonly fans: (staff: string) => number;
};

export type Crew = { readonly driving: readonly Driving[]; readonly staff: readonly string[]; readonly room: string | null; readonly missing: readonly Missing[]; readonly effort: number };

type Wheels = Offer<Vehicle> & { readonly isTaxi: boolean };

type Search = {
  readonly slot: Slot;
  readonly party: Party;
  readonly isBarred: (offer: Offer<unknown>) => boolean;
  readonly people: readonly Person[];
  /** How many of them come for nothing, and what the next costs. */
  readonly free: number;
  readonly cheapest: number;
  readonly rooms: readonly Offer<Room>[];
  readonly isTaxiBarred: boolean;
  readonly isFloorBarred: boolean;
  /** Nothing less can be found than this. */
  readonly enough: number;
  limit: number;
  best: Crew | null;
};

/** What has been chosen so far. */
type Chosen = { readonly wheels: readonly Wheels[]; readonly drivers: readonly Person[]; readonly staff: readonly Person[]; readonly effort: number };

/** The crew with the least missing, below `limit`; null when there is none. Exact, whatever was asked before. */
export function crewFor(slot: Slot, party: Party, bars: Bars, limit: number): Crew | null {
  const key = `${party.size}|${party.hands}|${party.wheelchairs}|${party.seated}|${party.declined.size === 0 ? '' : [...party.declined].sort().join()}`;
  const found = slot.memo.get(key) ?? [];
  // What cannot be with fewer bars cannot be with more.
  if (found.some((one) => (one.effort ?? one.limit) >= limit && isAmong(one.bars, bars))) return null;
  const known = found.findIndex((one) => one.bars.key === bars.key);
  const enough = found[known]?.effort;
  const crew = search(slot, party, bars, enough == null ? limit : enough + HAIR, enough ?? 0);
  const fresh = { bars, limit, effort: crew?.effort ?? null };
  slot.memo.set(key, known < 0 ? [...found, fresh] : found.with(known, fresh));
  return crew;
}

function isAmong(fewer: Bars, more: Bars): boolean {
  if (fewer.key === more.key) return true;
  for (const kind of fewer.kinds) if (!more.kinds.has(kind)) return false;
  return true;
}

const HAIR = 1e-9;

function search(slot: Slot, party: Party, bars: Bars, limit: number, enough: number): Crew | null {
  const isBarred = (offer: Offer<unknown>) => offer.missing.some(({ kind }) => bars.kinds.has(kind));
  const gifts = ({ who }: Person) => who.skills.length + who.licences.length;
  const heads = party.size + Math.max(party.hands, slot.activity.transport === 'vehicle' ? 1 : 0);
  const rooms = slot.rooms.filter((room) => room.effort < limit && !isBarred(room) && room.who.capacity >= heads).sort((a, b) => a.effort - b.effort || a.who.capacity - b.who.capacity);
  if (slot.activity.rooms.length > 0 && rooms.length === 0) return null;
  const people = slot.people
    .filter((one) => one.effort < limit && !party.declined.has(one.who.id) && !isBarred(one))
    .sort((a, b) => a.effort - b.effort || party.fans(b.who.id) - party.fans(a.who.id) || gifts(a) - gifts(b));
  const free = people.filter(({ effort }) => effort === 0).length;
  const state: Search = { slot, party, isBarred, people, free, cheapest: people[free]?.effort ?? Number.POSITIVE_INFINITY, rooms, isTaxiBarred: bars.kinds.has('taxi'), isFloorBarred: bars.kinds.has('floor'), enough, limit, best: null };
  const nobody: Chosen = { wheels: [], drivers: [], staff: [], effort: 0 };
  if (slot.activity.transport === 'vehicle') travel(state, nobody, 0);
  else muster(state, nobody, Number.POSITIVE_INFINITY, 0);
  return state.best;
}

/** Every set of vehicles with enough seats and bays, each with every sort of driver. */
function travel(state: Search, chosen: Chosen, from: number): void {
  const { slot, party } = state;
  const all = [...(slot.base?.driving.map(({ vehicle }) => vehicle) ?? []), ...chosen.wheels.map(({ who }) => who)];
  const seats = all.reduce((sum, vehicle) => sum + vehicle.seats, 0);
  const bays = all.reduce((sum, vehicle) => sum + vehicle.bays, 0);
  const free = seats - party.seated;
  if (all.length > 0 && bays >= party.wheelchairs && free >= (slot.base?.staff.length ?? 0)) seatDrivers(state, chosen, free);
  slot.vehicles.forEach((vehicle, i) => {
    if (i < from || state.isBarred(vehicle) || chosen.effort + vehicle.effort >= state.limit) return;
    travel(state, { ...chosen, wheels: [...chosen.wheels, { ...vehicle, isTaxi: false }], effort: chosen.effort + vehicle.effort }, i + 1);
  });
  const most = party.hands + slot.skills.reduce((sum, skill) => sum + (slot.activity.skills[skill] ?? 0), slot.base?.staff.length ?? 0);
  if (state.isTaxiBarred || (bays >= party.wheelchairs && free >= most && all.length > 0)) return;
  const taxi = taxiFor(state, chosen, Math.min(1, Math.max(0, party.wheelchairs - bays)));
  if (chosen.effort + taxi.effort < state.limit) travel(state, { ...chosen, wheels: [...chosen.wheels, taxi], effort: chosen.effort + taxi.effort }, slot.vehicles.length);
}

/** A car that seats four beside its driver, one of them in a wheelchair. */
function taxiFor({ slot }: Search, { wheels }: Chosen, bays: number): Wheels {
  const number = wheels.filter(({ isTaxi }) => isTaxi).length + 1;
  const missing: Missing = { kind: 'taxi', seats: 4 - bays, bays, span: slot.span };
  return { who: { id: SOMEONE.taxi(number), seats: 4 - bays, bays, licence: 'B', available: [slot.span] }, missing: [missing], effort: effortOf([missing]), isTaxi: true };
}

function seatDrivers(state: Search, chosen: Chosen, seats: number): void {
  const next = chosen.wheels.filter(({ isTaxi }) => !isTaxi)[chosen.drivers.length];
  if (!next) {
    muster(state, chosen, seats, 0);
    return;
  }
  const able = state.people.filter((one) => one.who.licences.includes(next.who.licence));
  for (const driver of oneOfEach(able, chosen, ({ sort }) => sort)) {
    const effort = chosen.effort + driver.effort;
    if (effort < state.limit) seatDrivers(state, { ...chosen, drivers: [...chosen.drivers, driver], effort }, seats);
  }
}

/** Staff until every skill is covered and there are hands enough; `from` keeps the rest in order, so that no set is tried twice. */
function muster(state: Search, chosen: Chosen, seats: number, from: number): void {
  const { slot, party } = state;
  const { activity, base } = slot;
  const drivers = activity.driverSupports ? [...(base?.driving.map(({ driver }) => driver) ?? []), ...chosen.drivers.map(({ who }) => who)] : [];
  const helpers = [...(base?.staff ?? []), ...chosen.staff.map(({ who }) => who), ...drivers];
  const along = (base?.staff.length ?? 0) + chosen.staff.length;
  const lacking = slot.skills.map((skill) => ({ skill, more: (activity.skills[skill] ?? 0) - helpers.filter(({ skills }) => skills.includes(skill)).length })).filter(({ more }) => more > 0);
  const more = Math.max(0, party.hands - helpers.length, ...lacking.map((one) => one.more));
  const going = chosen.drivers.length + chosen.staff.length + more;
  if (along + more > seats || !hasRoom(state, chosen, along + more)) return;
  if (going > slot.leastSpare && chosen.effort >= state.limit - cheapestSpare(state)) return;
  if (Math.max(chosen.effort + state.cheapest * Math.max(0, more - freeLeft(state, chosen)), EASIEST * (going - slot.leastSpare)) >= state.limit) return;
  if (more === 0) {
    finish(state, chosen);
    return;
  }
  const skill = lacking[0]?.skill;
  const pool = skill === undefined ? state.people.slice(from).filter(({ drivesOnly }) => !drivesOnly) : state.people.filter(({ who }) => who.skills.includes(skill));
  for (const one of oneOfEach(pool, chosen, ({ sortAlong }) => sortAlong)) {
    const effort = chosen.effort + one.effort;
    if (effort < state.limit) muster(state, { ...chosen, staff: [...chosen.staff, one], effort }, seats, skill === undefined ? state.people.indexOf(one) : 0);
  }
}

/** The least that anybody or anything is had for, where it is not had for nothing. */
const EASIEST = 2;

/** How many more could come for whom nothing is missing. */
function freeLeft({ free }: Search, { drivers, staff }: Chosen): number {
  return free - [...drivers, ...staff].filter(({ effort }) => effort === 0).length;
}

/** The least it takes to have one more than can be spared. */
function cheapestSpare({ isBarred, people, slot, limit }: Search): number {
  if (limit < 1) return limit;
  return people.some(({ missing }) => missing.length > 0) || slot.reliefs().some((relief) => !isBarred(relief)) ? 0 : FLOOR;
}

function hasRoom({ slot, party, rooms }: Search, { wheels }: Chosen, along: number): boolean {
  const heads = party.size + along + wheels.length + (slot.base?.driving.length ?? 0);
  return slot.activity.rooms.length === 0 || rooms.some(({ who }) => who.capacity >= heads);
}

/** One of each sort that is not chosen yet; of those who do not exist there is always one more. */
function oneOfEach(people: readonly Person[], { drivers, staff }: Chosen, sortOf: (one: Person) => string): Person[] {
  const seen = new Set<string>();
  return people.filter((one) => {
    const sort = sortOf(one);
    if (seen.has(sort) || (!one.isNew && (drivers.includes(one) || staff.includes(one)))) return false;
    seen.add(sort);
    return true;
  });
}

function finish(state: Search, chosen: Chosen): void {
  const { slot, party, rooms } = state;
  const { base, activity } = slot;
  const heads = party.size + (base?.people.length ?? 0) + chosen.staff.length + chosen.wheels.length;
  const room = activity.rooms.length === 0 ? null : rooms.find(({ who }) => who.capacity >= heads);
  if (room === undefined) return;
  const sofar = chosen.effort + (room?.effort ?? 0);
  const going = [...chosen.drivers, ...chosen.staff];
  const short = slot.spare.map((spare, i) => going.filter(({ missed }) => missed[i]).length - spare);
  const cover = coverFloor(state, short, new Set(going.map(({ who }) => who)), state.limit - sofar);
  if (!cover || sofar + cover.effort >= state.limit) return;
  state.limit = sofar + cover.effort;
  state.best = crewOf(state, chosen, room, cover.missing, state.limit);
  if (state.limit <= state.enough) state.limit = Number.NEGATIVE_INFINITY;
}

type Cover = { readonly missing: readonly Missing[]; readonly effort: number };

/**
 * The least that keeps enough people on the floor: somebody in place of who goes, or fewer than there should be. Where
 * most are missing, one of those who could be there must be: each in turn, and none of those before.
 */
function coverFloor(state: Search, short: readonly number[], gone: ReadonlySet<Staff | Relief>, limit: number): Cover | null {
  const most = Math.max(...short);
  if (most <= 0) return { missing: [], effort: 0 };
  let best: Cover | null = null;
  let least = limit;
  if (!state.isFloorBarred && FLOOR * most < least) {
    best = { missing: [{ kind: 'floor', by: most, span: state.slot.span }], effort: FLOOR * most };
    least = best.effort;
  }
  const where = short.indexOf(most);
  const able = state.slot.reliefs().filter((relief) => relief.covers[where] && !state.isBarred(relief) && (relief.isNew || (!gone.has(relief) && !gone.has(relief.who))));
  const before = new Set(gone);
  const tried = new Set<string>();
  for (const relief of able) {
    if (relief.effort * most >= least) break;
    if (!relief.isNew) before.add(relief);
    if (tried.has(relief.sort)) continue;
    tried.add(relief.sort);
    const left = short.map((one, i) => (relief.covers[i] ? one - 1 : one));
    const rest = coverFloor(state, left, new Set(before), least - relief.effort);
    if (!rest) continue;
    best = { missing: [...relief.missing, ...rest.missing], effort: relief.effort + rest.effort };
    least = best.effort;
  }
  return best;
}

/** The crew by name: whoever does not exist yet is numbered in the order in which they are missing. */
function crewOf({ slot }: Search, chosen: Chosen, room: Offer<Room> | null, floor: readonly Missing[], effort: number): Crew {
  const number = { driver: 0, helper: 0 };
  const nameOf = ({ isNew, who, missing }: Person) => {
    if (!isNew) return who.id;
    return missing[0]?.kind === 'driver' ? SOMEONE.driver((number.driver += 1)) : SOMEONE.helper((number.helper += 1));
  };
  const own = chosen.wheels.filter(({ isTaxi }) => !isTaxi);
  const taxis = chosen.wheels.filter(({ isTaxi }) => isTaxi);
  const drivers = chosen.drivers.map(nameOf);
  const staff = chosen.staff.map(nameOf);
  return {
    driving: [
      ...(slot.base?.driving.map(({ vehicle, driver }) => ({ vehicle: vehicle.id, driver: driver.id })) ?? []),
      ...own.map(({ who }, i) => ({ vehicle: who.id, driver: drivers[i] ?? '' })),
      ...taxis.map(({ who }, i) => ({ vehicle: who.id, driver: SOMEONE.taxiDriver(i + 1) })),
    ],
    staff: [...(slot.base?.staff.map(({ id }) => id) ?? []), ...staff],
    room: room?.who.id ?? slot.base?.room?.id ?? null,
    missing: [...chosen.wheels, ...chosen.drivers, ...chosen.staff].flatMap(({ missing }) => missing).concat(room?.missing ?? [], floor),
    effort,
  };
}
