/** Whether a wish can be granted, by trying everything there is: slow and plain, written apart from the search, for tests of it. */
import type { Wish } from '../answer.ts';
import type { Activity, Plan, Problem, Session, Span, Staff } from '../../problem.ts';

/** An activity that is not to be held anew at some time: what was moved away from there is not simply held again. */
export type NotAnew = { readonly activity: string; readonly span: Span };

/** A session that grants the wish with all else as it is, or null when there is none. Plans are taken to be legal. */
export function anySession(problem: Problem, plan: Plan, wish: Wish, notAnew: readonly NotAnew[] = []): { readonly session: Session; readonly joins: number | null } | null {
  for (const activity of problem.activities) {
    if (!wish.activities.includes(activity.id)) continue;
    const whole = activity.duration + activity.travel * 2;
    const earliest = Math.max(0, Math.ceil(wish.from / problem.grid) * problem.grid);
    for (let start = earliest; start + whole <= Math.min(wish.to, problem.days * 1440); start += problem.grid) {
      if (!activity.windows.some(([open, shut]) => open <= start + activity.travel && start + activity.travel + activity.duration <= shut)) continue;
      for (let joins = -1; joins < plan.sessions.length; joins += 1) {
        const base = plan.sessions[joins];
        if (!base && notAnew.some((one) => one.activity === activity.id && one.span[0] < start + whole && start < one.span[1])) continue;
        if (base && (base.activity !== activity.id || base.start !== start || base.residents.includes(wish.resident))) continue;
        const session = anyAt(problem, plan, wish.resident, activity, start, base);
        if (session) return { session, joins: base ? joins : null };
      }
    }
  }
  return null;
}

function anyAt(problem: Problem, plan: Plan, resident: string, activity: Activity, start: number, base: Session | undefined): Session | null {
  const end = start + activity.duration + activity.travel * 2;
  const others = plan.sessions.filter((session) => session !== base);
  if (!base && others.filter((session) => session.activity === activity.id).length >= activity.maxSessions) return null;
  const meanwhile = others.filter((session) => {
    const theirs = problem.activities.find(({ id }) => id === session.activity);
    return theirs && session.start < end && start < session.start + theirs.duration + theirs.travel * 2;
  });
  if (!mayCome(problem, others, meanwhile, resident, activity, start, end)) return null;
  const guests = base && base.residents.length + 1 >= activity.group.min ? [] : problem.residents.map(({ id }) => id).filter((id) => id !== resident && !base?.residents.includes(id) && mayCome(problem, others, meanwhile, id, activity, start, end));
  const free = problem.staff.filter(({ id, shifts, breaks }) =>
    shifts.some(([from, to]) => from <= start && end <= to) && !breaks.some(([from, to]) => from < end && start < to) && !meanwhile.some((session) => inIt(session).includes(id)) && !(base && inIt(base).includes(id)));
  const rooms = activity.rooms.length === 0 ? [null] : problem.rooms.filter(({ id, available }) =>
    activity.rooms.includes(id) && available.some(([from, to]) => from <= start && end <= to) && !meanwhile.some((session) => session.room === id) && (!base || base.room === id));
  const largest = Math.max(0, ...rooms.map((room) => room?.capacity ?? 1e9));
  const spare = spareStaff(problem, plan, start, end);
  const vehicles = activity.transport !== 'vehicle' ? [] : problem.vehicles.filter(({ id, available }) =>
    available.some(([from, to]) => from <= start && end <= to) && !meanwhile.some((session) => session.vehicles.some((one) => one.vehicle === id)) && !base?.vehicles.some((one) => one.vehicle === id));
  for (const company of groups(base ? [...base.residents, resident] : [resident], guests, activity)) {
    const people = problem.residents.filter(({ id }) => company.includes(id));
    if (people.some((one) => people.some((other) => one.avoids.includes(other.id)))) continue;
    if (base && people.some(({ declinedStaff }) => inIt(base).some((id) => declinedStaff.includes(id)))) continue;
    const willing = free.filter(({ id }) => !people.some(({ declinedStaff }) => declinedStaff.includes(id)));
    const hands = Math.max(activity.baseStaff, handsFor(people.map((one) => (activity.setting === 'home' ? one.supportIn : one.supportOut))));
    const found = anyCrew({ problem, activity, base, people, willing, hands, vehicles, largest, spare });
    if (!found) continue;
    const heads = people.length + found.staff.length + found.vehicles.length;
    const room = rooms.find((one) => one === null || one.capacity >= heads);
    if (room !== undefined) return { activity: activity.id, start, room: room?.id ?? null, vehicles: found.vehicles, staff: found.staff, residents: company };
  }
  return null;
}

function inIt({ staff, vehicles }: Session): string[] {
  return [...staff, ...vehicles.map(({ driver }) => driver)];
}

function mayCome(problem: Problem, others: readonly Session[], meanwhile: readonly Session[], id: string, activity: Activity, start: number, end: number): boolean {
  const who = problem.residents.find((one) => one.id === id);
  if (who?.value[activity.id] === undefined || who.unavailable.some(([from, to]) => from < end && start < to) || meanwhile.some(({ residents }) => residents.includes(id))) return false;
  const day = Math.floor(start / 1440);
  const own = others.filter(({ residents }) => residents.includes(id));
  const today = own.filter((session) => Math.floor(session.start / 1440) === day);
  const routines = problem.routines.filter((routine) => routine.resident === id);
  const often = Math.max(1, routines.filter((routine) => routine.activity === activity.id).flatMap(({ occurrences }) => occurrences).filter(([from]) => Math.floor(from / 1440) === day).length);
  if (today.length >= who.maxPerDay || today.filter((session) => session.activity === activity.id).length >= often) return false;
  const spent = own.map((session) => problem.activities.find((one) => one.id === session.activity)?.cost ?? 0).reduce((a, b) => a + b, 0);
  if (who.budget !== null && spent + activity.cost > who.budget) return false;
  return !routines.some((routine) => routine.protected && routine.occurrences.some(([from, to]) => from < end && start < to && !(routine.activity === activity.id && from <= start && end <= to)));
}

/** Groups of the allowed sizes, the smallest and those one larger. */
function* groups(sure: readonly string[], guests: readonly string[], { group }: Activity): Generator<string[]> {
  const most = Math.min(group.max, Math.max(group.min, sure.length) + 1);
  for (let mask = 0; mask < 2 ** guests.length; mask += 1) {
    const size = sure.length + bits(mask);
    if (size >= group.min && size <= most) yield [...sure, ...guests.filter((_id, i) => mask & (1 << i))];
  }
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) count += 1;
  return count;
}

/** Whole people: in hundred-and-twentieths, which every ratio of the examples divides. */
function handsFor(ratios: readonly { staff: number; residents: number }[]): number {
  const parts = ratios.map(({ staff, residents }) => (staff * 27_720) / residents);
  const sum = (some: number[]) => Math.ceil(some.reduce((a, b) => a + b, 0) / 27_720);
  return sum(parts.filter((part) => part >= 27_720)) + sum(parts.filter((part) => part < 27_720));
}

/** How many can go, at every fifth minute: nothing in the examples begins or ends between two of them. */
function spareStaff(problem: Problem, plan: Plan, start: number, end: number): number {
  let least = 1e9;
  for (let minute = start; minute < end; minute += 5) {
    const asked = problem.floorCover.filter(({ from, to }) => from <= minute && minute < to).map(({ min }) => min);
    if (asked.length === 0) continue;
    const now = ([from, to]: Span) => from <= minute && minute < to;
    const onDuty = problem.staff.filter(({ id, shifts, breaks }) => !isDriverOnly(id) && shifts.some(now) && !breaks.some(now)).map(({ id }) => id);
    const away = new Set(plan.sessions.filter((session) => {
      const activity = problem.activities.find(({ id }) => id === session.activity);
      return activity && session.start <= minute && minute < session.start + activity.duration + activity.travel * 2;
    }).flatMap(inIt));
    least = Math.min(least, onDuty.filter((id) => !away.has(id)).length - Math.min(Math.max(...asked), onDuty.length));
  }
  return least;
}

type Setting = {
  readonly problem: Problem;
  readonly activity: Activity;
  readonly base: Session | undefined;
  readonly people: Problem['residents'];
  readonly willing: readonly Staff[];
  readonly hands: number;
  readonly vehicles: Problem['vehicles'];
  /** What the largest room holds. */
  readonly largest: number;
  readonly spare: number;
};

/** Some way to travel and some staff who will do, of all there are. */
function anyCrew(setting: Setting): Pick<Session, 'staff' | 'vehicles'> | null {
  const { base, vehicles, willing } = setting;
  for (let mask = 0; mask < 2 ** vehicles.length; mask += 1) {
    const chosen = vehicles.filter((_vehicle, i) => mask & (1 << i));
    for (const drivers of driversFor(chosen, willing, [])) {
      const driving = [...(base?.vehicles ?? []), ...chosen.map(({ id }, i) => ({ vehicle: id, driver: drivers[i]?.id ?? '' }))];
      if (setting.activity.transport === 'vehicle' && driving.length === 0) continue;
      const staff = anyStaff(setting, driving, willing.filter((who) => !drivers.includes(who) && !isDriverOnly(who.id)), drivers.filter(({ id }) => !isDriverOnly(id)).length);
      if (staff) return { staff, vehicles: driving };
    }
  }
  return null;
}

/** Whoever is brought in to drive only drives, and a taxi is driven by its own driver. */
function isDriverOnly(id: string): boolean {
  return id.startsWith('+driver') || id.startsWith('+taxi driver');
}

function* driversFor(vehicles: Problem['vehicles'], staff: readonly Staff[], sofar: readonly Staff[]): Generator<Staff[]> {
  const next = vehicles[sofar.length];
  if (!next) {
    yield [...sofar];
    return;
  }
  for (const who of staff) {
    const isTaxi = next.id.startsWith('+taxi');
    const fits = isTaxi || who.id.startsWith('+taxi driver') ? next.id.replace('+taxi', '+taxi driver') === who.id : who.licences.includes(next.licence);
    if (fits && !sofar.includes(who)) yield* driversFor(vehicles, staff, [...sofar, who]);
  }
}

function anyStaff({ problem, activity, base, people, hands, largest, spare }: Setting, driving: Session['vehicles'], free: readonly Staff[], newDrivers: number): string[] | null {
  const cars = driving.map(({ vehicle }) => problem.vehicles.find(({ id }) => id === vehicle));
  const wheelchairs = people.filter(({ wheelchair }) => wheelchair).length;
  const isDriven = activity.transport === 'vehicle';
  if (isDriven && cars.reduce((sum, car) => sum + (car?.bays ?? 0), 0) < wheelchairs) return null;
  const seats = isDriven ? cars.reduce((sum, car) => sum + (car?.seats ?? 0), 0) - (people.length - wheelchairs) : 1e9;
  const skills = Object.entries(activity.skills);
  for (let mask = 0; mask < 2 ** free.length; mask += 1) {
    const more = free.filter((_who, i) => mask & (1 << i));
    const along = [...(base?.staff ?? []), ...more.map(({ id }) => id)];
    const helping = [...along, ...(activity.driverSupports ? driving.map(({ driver }) => driver).filter((id) => !id.startsWith('+taxi')) : [])];
    const fits = along.length <= seats && more.length + newDrivers <= spare && people.length + along.length + driving.length <= largest && helping.length >= hands;
    if (fits && skills.every(([skill, many]) => helping.filter((id) => problem.staff.find((who) => who.id === id)?.skills.includes(skill)).length >= many)) return along;
  }
  return null;
}
