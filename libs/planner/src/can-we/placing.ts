/** One wish at one time: the session that would fulfil it, and the least that is missing for it. */
import type { Held } from '../facts.ts';
import type { Activity, Driving, Licence, Resident, Session, Span, Staff, Vehicle } from '../problem.ts';
import type { Missing } from './missing.ts';
import type { Offer, Standing } from './standing.ts';
import { lengthOf } from '../problem.ts';
import { ratioFor, staffNeeded } from '../support.ts';
import { isInsideOne } from '../span.ts';
import { SOMEONE, effortOf, sortOf } from './missing.ts';
import { floorLacking, moving, obstaclesFor, sessionsDuring, staffFor } from './standing.ts';

export type Place = {
  readonly session: Session;
  /** Index of the session of the plan it adds to; null when it is a new one. */
  readonly joins: number | null;
  readonly missing: readonly Missing[];
  readonly effort: number;
};

export type Asking = {
  readonly standing: Standing;
  readonly resident: Resident;
  readonly activity: Activity;
  /** The session being joined, if any. */
  readonly base: Held | null;
  readonly start: number;
  /** When it was wished for. */
  readonly within: Span;
  /** Sorts of missing things not to count on; everything is barred when only a clear yes will do. */
  readonly isBarred: (sort: string) => boolean;
};

type Travel = { readonly driving: readonly Driving[]; readonly people: readonly Staff[]; readonly seats: number; readonly bays: number; readonly missing: readonly Missing[] };

/** The place with the least missing; null when nothing anyone could do would make one. */
export function placeAt(asking: Asking): Place | null {
  const { standing, activity, base, start, isBarred } = asking;
  const span: Span = [start, start + lengthOf(activity)];
  const during = sessionsDuring(standing, span, base);
  const first = beforehand(asking, span, during);
  if (!first || first.some((one) => isBarred(sortOf(one)))) return null;
  const companies = base ? [base.residents] : companionsFor(asking, span, during);
  let best: Place | null = null;
  for (const others of companies) {
    const found = placeWith(asking, span, during, first, [...others, asking.resident]);
    if (found && (!best || found.effort < best.effort)) best = found;
  }
  return best;
}

/** What is missing whoever leads and however they travel; null when it can never be. */
function beforehand({ standing, resident, activity, base, within }: Asking, span: Span, during: readonly Held[]): Missing[] | null {
  if (base && (base.residents.includes(resident) || base.residents.length >= activity.group.max)) return null;
  if (base?.residents.some((other) => areApart(resident, other)) || base?.people.some(({ id }) => resident.declinedStaff.includes(id))) return null;
  const obstacles = obstaclesFor(standing, resident, activity.id, activity.cost, span, during);
  if (!obstacles) return null;
  const held = standing.facts.sessions.filter((session) => session.activity === activity).length;
  return [
    ...obstacles,
    ...(span[0] >= within[0] && span[1] <= within[1] ? [] : [{ kind: 'time', span } as const]),
    ...(!base && held >= activity.maxSessions ? [{ kind: 'session', activity: activity.id } as const] : []),
  ];
}

/** Others to make up the smallest group: those who need least support, or those who would like it most. */
function companionsFor({ standing, resident, activity }: Asking, span: Span, during: readonly Held[]): Resident[][] {
  const wanted = activity.group.min - 1;
  if (wanted <= 0) return [[]];
  const free = standing.problem.residents.filter(
    (other) => other !== resident && !areApart(resident, other) && obstaclesFor(standing, other, activity.id, activity.cost, span, during)?.length === 0,
  );
  const load = (other: Resident) => ratioFor(other, activity).staff / ratioFor(other, activity).residents + (other.wheelchair && activity.transport === 'vehicle' ? 1 : 0);
  const orders = [
    free.toSorted((a, b) => load(a) - load(b)),
    free.toSorted((a, b) => (b.value[activity.id] ?? 0) - (a.value[activity.id] ?? 0)),
  ];
  return orders.map((order) => {
    const chosen: Resident[] = [];
    for (const other of order) if (chosen.length < wanted && !chosen.some((one) => areApart(one, other))) chosen.push(other);
    return chosen;
  });
}

function areApart(a: Resident, b: Resident): boolean {
  return a.avoids.includes(b.id) || b.avoids.includes(a.id);
}

function placeWith(asking: Asking, span: Span, during: readonly Held[], first: readonly Missing[], residents: readonly Resident[]): Place | null {
  const { standing, activity, base, start, isBarred } = asking;
  const lonely = activity.group.min - residents.length;
  const company: Missing[] = lonely > 0 ? [{ kind: 'company', activity: activity.id, people: lonely }] : [];
  const offers = offersOfStaff(asking, span, during, residents);
  let best: Place | null = null;
  for (const travel of travelFor(asking, span, during, residents, offers)) {
    const support = supportFor(asking, span, residents, travel, offers);
    if (!support) continue;
    const room = roomFor(asking, span, during, residents.length + support.people.length + travel.driving.length);
    if (!room) continue;
    const sofar = unique([...first, ...company, ...travel.missing, ...support.missing, ...room.missing]);
    const going = [...support.people, ...travel.people].filter((person) => !base?.people.includes(person));
    const missing = [...sofar, ...floorLacking(standing, span, going, sofar)];
    const effort = effortOf(missing);
    if (missing.some((one) => isBarred(sortOf(one))) || (best && best.effort <= effort)) continue;
    const session: Session = {
      activity: activity.id,
      start,
      room: room.id,
      vehicles: travel.driving,
      staff: support.people.map(({ id }) => id),
      residents: residents.map(({ id }) => id),
    };
    best = { session, joins: base?.index ?? null, missing, effort };
  }
  return best;
}

/** Staff nobody in the company declines, those they like first among equals. */
function offersOfStaff({ standing, base, isBarred }: Asking, span: Span, during: readonly Held[], residents: readonly Resident[]): Offer<Staff>[] {
  const fans = ({ id }: Staff) => residents.filter(({ preferredStaff }) => preferredStaff.includes(id)).length;
  const gifts = ({ skills, licences }: Staff) => skills.length + licences.length;
  return staffFor(standing, span, during)
    .filter(({ who, missing }) => !base?.people.includes(who) && !residents.some(({ declinedStaff }) => declinedStaff.includes(who.id)) && !missing.some((one) => isBarred(sortOf(one))))
    .sort((a, b) => effortOf(a.missing) - effortOf(b.missing) || fans(b.who) - fans(a.who) || gifts(a.who) - gifts(b.who));
}

/** Ways to travel with enough seats and bays for the residents; staff are seated later. */
function travelFor(asking: Asking, span: Span, during: readonly Held[], residents: readonly Resident[], offers: readonly Offer<Staff>[]): Travel[] {
  const { standing, activity, base, isBarred } = asking;
  const driving = base?.driving ?? [];
  const before: Travel = {
    driving: driving.map(({ vehicle, driver }) => ({ vehicle: vehicle.id, driver: driver.id })),
    people: driving.map(({ driver }) => driver),
    seats: driving.reduce((sum, { vehicle }) => sum + vehicle.seats, 0),
    bays: driving.reduce((sum, { vehicle }) => sum + vehicle.bays, 0),
    missing: [],
  };
  if (activity.transport !== 'vehicle') return [{ ...before, seats: Number.POSITIVE_INFINITY, bays: Number.POSITIVE_INFINITY }];
  const vehicles = standing.problem.vehicles.filter((vehicle) => !driving.some((one) => one.vehicle === vehicle));
  const singles = vehicles.flatMap((vehicle) => driven(asking, before, vehicle, span, during, offers));
  const doubles = singles
    .filter(({ missing }) => missing.length === 0)
    .flatMap((travel) => vehicles.filter(({ id }) => !travel.driving.some(({ vehicle }) => vehicle === id)).flatMap((vehicle) => driven(asking, travel, vehicle, span, during, offers)));
  const wheelchairs = residents.filter(({ wheelchair }) => wheelchair).length;
  const taxi = isBarred('taxi') ? [] : [byTaxi(before, span, wheelchairs)];
  return [...(base ? [before] : []), ...singles, ...doubles, ...taxi].filter(({ bays }) => bays >= wheelchairs);
}

/** One vehicle more, with each sort of driver there could be. */
function driven({ isBarred }: Asking, before: Travel, vehicle: Vehicle, span: Span, during: readonly Held[], offers: readonly Offer<Staff>[]): Travel[] {
  const busy = during.filter(({ driving }) => driving.some((one) => one.vehicle === vehicle));
  const lacking: Missing[] = [...(isInsideOne(span, vehicle.available) ? [] : [{ kind: 'vehicle', vehicle: vehicle.id, span } as const]), ...busy.map(moving)];
  if (lacking.some((one) => isBarred(sortOf(one)))) return [];
  const known = offers.filter(({ who }) => who.licences.includes(vehicle.licence) && !before.people.includes(who));
  const wanted: Missing = { kind: 'driver', licence: vehicle.licence, span };
  const anyone: Offer<Staff>[] = isBarred(sortOf(wanted)) ? [] : [{ who: newDriver(vehicle.licence, before.missing.filter(({ kind }) => kind === 'driver').length, span), missing: [wanted] }];
  return [...known, ...anyone].map(({ who, missing }) => ({
    driving: [...before.driving, { vehicle: vehicle.id, driver: who.id }],
    people: [...before.people, who],
    seats: before.seats + vehicle.seats,
    bays: before.bays + vehicle.bays,
    missing: unique([...before.missing, ...lacking, ...missing]),
  }));
}

function newDriver(licence: Licence, before: number, span: Span): Staff {
  return { id: SOMEONE.driver(before + 1), shifts: [span], breaks: [], skills: [], licences: [licence] };
}

/** A car that seats four beside its driver, one of them in a wheelchair. */
function byTaxi(before: Travel, span: Span, wheelchairs: number): Travel {
  const bays = Math.min(1, Math.max(0, wheelchairs - before.bays));
  return {
    driving: [...before.driving, { vehicle: SOMEONE.taxi, driver: SOMEONE.taxiDriver }],
    people: before.people,
    seats: before.seats + 4 - bays,
    bays: before.bays + bays,
    missing: [...before.missing, { kind: 'taxi', seats: 4 - bays, bays, span }],
  };
}

type Support = { readonly people: readonly Staff[]; readonly missing: readonly Missing[] };

/** Staff for the company at the least effort: every skill covered, then enough hands. */
function supportFor({ activity, base, isBarred }: Asking, span: Span, residents: readonly Resident[], travel: Travel, offers: readonly Offer<Staff>[]): Support | null {
  const drivers = activity.driverSupports ? travel.people : [];
  const hands = Math.max(activity.baseStaff, staffNeeded(residents.map((resident) => ratioFor(resident, activity)))) - drivers.length;
  const seated = residents.filter(({ wheelchair }) => !wheelchair).length;
  const most = travel.seats - seated;
  const skills = Object.keys(activity.skills).filter((skill) => (activity.skills[skill] ?? 0) > 0);
  const helpers = newHelpers(skills, span).filter(({ missing }) => !missing.some((one) => isBarred(sortOf(one))));
  const pool = [...offers.filter(({ who }) => !travel.people.includes(who)), ...helpers].sort((a, b) => effortOf(a.missing) - effortOf(b.missing));
  let best: Support | null = null;
  const consider = (people: readonly Staff[], missing: readonly Missing[]) => {
    const effort = effortOf(missing);
    if (people.length > most || (best && effort >= effortOf(best.missing))) return;
    const lacking = skills.find((skill) => [...people, ...drivers].filter((who) => who.skills.includes(skill)).length < (activity.skills[skill] ?? 0));
    const isFull = lacking === undefined && people.length >= hands;
    if (isFull) {
      best = { people, missing };
      return;
    }
    const used = missing.filter(({ kind }) => kind === 'helper').length;
    const fitting = pool.filter(({ who }) => (lacking === undefined || who.skills.includes(lacking)) && !people.includes(who));
    for (const offer of firstOfEach(fitting, skills)) {
      const who = offer.missing.some(({ kind }) => kind === 'helper') ? { ...offer.who, id: SOMEONE.helper(used + 1) } : offer.who;
      consider([...people, who], [...missing, ...offer.missing.filter((one) => one.kind === 'helper' || !missing.some((other) => sortOf(other) === sortOf(one)))]);
    }
  };
  consider(base?.staff ?? [], []);
  return best;
}

/** One offer of each sort: the same skills for the same effort is the same for the search. */
function firstOfEach(offers: readonly Offer<Staff>[], skills: readonly string[]): Offer<Staff>[] {
  const seen = new Set<string>();
  return offers.filter(({ who, missing }) => {
    const sort = `${skills.filter((skill) => who.skills.includes(skill)).join()} ${missing.map(sortOf).join()}`;
    if (seen.has(sort)) return false;
    seen.add(sort);
    return true;
  });
}

/** Staff the home does not have then: a pair of hands, one for each skill, and one with all of them. */
function newHelpers(skills: readonly string[], span: Span): Offer<Staff>[] {
  const sets = [[], ...skills.map((skill) => [skill]), ...(skills.length > 1 ? [skills] : [])];
  return sets.map((held) => ({ who: { id: SOMEONE.helper(0), shifts: [span], breaks: [], skills: held, licences: [] }, missing: [{ kind: 'helper', skills: held, span }] }));
}

/** The smallest room that will do, at the least effort. */
function roomFor({ standing, activity, base, isBarred }: Asking, span: Span, during: readonly Held[], heads: number): { id: string | null; missing: readonly Missing[] } | null {
  if (activity.rooms.length === 0) return { id: null, missing: [] };
  const rooms = standing.problem.rooms.filter(({ id, capacity }) => activity.rooms.includes(id) && capacity >= heads && (!base || base.room?.id === id));
  const offers = rooms.map((room) => ({
    id: room.id,
    capacity: room.capacity,
    missing: [
      ...(isInsideOne(span, room.available) ? [] : [{ kind: 'room', room: room.id, span } as const]),
      ...during.filter((session) => session.room === room).map(moving),
    ],
  }));
  return (
    offers
      .filter(({ missing }) => !missing.some((one) => isBarred(sortOf(one))))
      .sort((a, b) => effortOf(a.missing) - effortOf(b.missing) || a.capacity - b.capacity)[0] ?? null
  );
}

/** Each thing once; every new member of staff counts. */
function unique(missing: readonly Missing[]): Missing[] {
  return missing.filter((one, i) => one.kind === 'helper' || one.kind === 'driver' || missing.findIndex((other) => sortOf(other) === sortOf(one)) === i);
}
