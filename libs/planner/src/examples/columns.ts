/** Every session that is legal by itself and worth looking at, for problems small enough to list them all. */
import type { Activity, Problem, Resident, Session, Span, Staff } from '../problem.ts';
import { at } from '../at.ts';
import { lengthOf, weightsOf } from '../problem.ts';
import { DAY, dayOf, isInside, isInsideOne, overlaps } from '../span.ts';
import { ratioFor, staffNeeded } from '../support.ts';

/** A session with whoever and whatever it keeps busy as sets of bits. */
export type Column = {
  readonly session: Session;
  readonly activity: number;
  /** Activity and start: sessions of one slot are tried together. */
  readonly slot: number;
  readonly span: Span;
  readonly day: number;
  /** What it means to each who comes. */
  readonly stakes: readonly Stake[];
  readonly residents: number;
  readonly people: number;
  readonly many: number;
  readonly vehicles: number;
  readonly room: number;
  /** Points whatever else is planned: company people like, less the time of staff. */
  readonly points: number;
};

/** What a session means to one resident: its value the first time, points for what they were told, and what they wanted. */
export type Stake = { readonly resident: number; readonly value: number; readonly told: number; readonly wants: readonly number[] };

/** Promises and occurrences of routines, each of which counts once. */
export type Want = { readonly resident: number; readonly activities: readonly string[]; readonly span: Span; readonly points: number };

type Crew = { readonly driving: Session['vehicles']; readonly staff: readonly Staff[]; readonly people: readonly Staff[] };

/** All of them but those another of the same company and room replaces with less; null when there are too many. */
export function columnsOf(problem: Problem, wants: readonly Want[], most: number): Column[] | null {
  const { activities, residents, staff, days, grid } = problem;
  if (residents.length > 12 || staff.length > 12) return null;
  const columns: Column[] = [];
  for (const [index, activity] of activities.entries()) {
    for (let start = 0; start + lengthOf(activity) <= days * DAY; start += grid) {
      const there: Span = [start + activity.travel, start + activity.travel + activity.duration];
      if (!isInsideOne(there, activity.windows)) continue;
      for (const column of columnsAt(problem, wants, index, start)) columns.push(column);
      if (columns.length > most) return null;
    }
  }
  return columns;
}

function columnsAt(problem: Problem, wants: readonly Want[], index: number, start: number): Column[] {
  const activity = at(problem.activities, index);
  const span: Span = [start, start + lengthOf(activity)];
  const able = problem.residents.filter((resident) => couldCome(problem, resident, activity, span));
  const crews = crewsFor(problem, activity, span);
  const companies = setsOf(able).filter((company) => company.length >= activity.group.min && company.length <= activity.group.max && !isQuarrelsome(company));
  return companies.flatMap((company) => {
    const suited = crews.filter((crew) => supports(activity, crew, company) && carries(problem, crew, company, activity));
    return roomsFor(problem, activity, span).flatMap((room) => {
      const roomy = suited.filter(({ people }) => room < 0 || people.length + company.length <= at(problem.rooms, room).capacity);
      return undominated(roomy.map((crew) => columnOf(problem, wants, { index, span, room, company, crew })));
    });
  });
}

function couldCome({ routines }: Problem, { id, value, unavailable }: Resident, activity: Activity, span: Span): boolean {
  if (!Object.hasOwn(value, activity.id) || unavailable.some((away) => overlaps(away, span))) return false;
  const own = routines.filter((routine) => routine.protected && routine.resident === id);
  return own.every(({ activity: wanted, occurrences }) => occurrences.every((one) => !overlaps(one, span) || (wanted === activity.id && isInside(span, one))));
}

function isQuarrelsome(company: readonly Resident[]): boolean {
  return company.some(({ avoids }) => company.some(({ id }) => avoids.includes(id)));
}

/** Every way to staff and drive it, whoever comes. */
function crewsFor(problem: Problem, activity: Activity, span: Span): Crew[] {
  const here = problem.staff.filter(({ shifts, breaks }) => isInsideOne(span, shifts) && !breaks.some((pause) => overlaps(pause, span)));
  return drivingsFor(problem, activity, span, here).flatMap((driving) => {
    const drivers = here.filter(({ id }) => driving.some(({ driver }) => driver === id));
    return setsOf(here.filter((person) => !drivers.includes(person))).map((staff): Crew => ({ driving, staff, people: [...staff, ...drivers] }));
  });
}

/** Every set of vehicles with every choice of their drivers; for what takes none, the empty one. */
function drivingsFor({ vehicles }: Problem, { transport }: Activity, span: Span, here: readonly Staff[]): Session['vehicles'][] {
  if (transport !== 'vehicle') return [[]];
  const usable = vehicles.filter(({ available }) => isInsideOne(span, available));
  const ways = usable.reduce<Session['vehicles'][]>(
    (soFar, vehicle) =>
      soFar.flatMap((driving) => [
        driving,
        ...here
          .filter(({ id, licences }) => licences.includes(vehicle.licence) && !driving.some(({ driver }) => driver === id))
          .map(({ id }) => [...driving, { vehicle: vehicle.id, driver: id }]),
      ]),
    [[]],
  );
  return ways.filter(({ length }) => length > 0);
}

function supports(activity: Activity, { staff, people }: Crew, company: readonly Resident[]): boolean {
  const helpers = activity.driverSupports ? people : staff;
  return (
    helpers.length >= activity.baseStaff &&
    Object.entries(activity.skills).every(([skill, wanted]) => helpers.filter(({ skills }) => skills.includes(skill)).length >= wanted) &&
    helpers.length >= staffNeeded(company.map((resident) => ratioFor(resident, activity))) &&
    company.every(({ declinedStaff }) => !people.some(({ id }) => declinedStaff.includes(id)))
  );
}

function carries({ vehicles }: Problem, { driving, staff }: Crew, company: readonly Resident[], { transport }: Activity): boolean {
  if (transport !== 'vehicle') return true;
  const taken = vehicles.filter(({ id }) => driving.some(({ vehicle }) => vehicle === id));
  const inChairs = company.filter(({ wheelchair }) => wheelchair).length;
  const onSeats = company.length - inChairs + staff.length;
  return inChairs <= taken.reduce((sum, { bays }) => sum + bays, 0) && onSeats <= taken.reduce((sum, { seats }) => sum + seats, 0);
}

/** Indices of rooms that would do; -1 for an activity that takes none. */
function roomsFor({ rooms }: Problem, activity: Activity, span: Span): number[] {
  if (activity.rooms.length === 0) return [-1];
  return rooms.flatMap(({ id, available }, i) => (activity.rooms.includes(id) && isInsideOne(span, available) ? [i] : []));
}

/** What was promised, then what days are built around. */
export function wantsOf(problem: Problem): Want[] {
  const weights = weightsOf(problem);
  const indexOf = (id: string) => problem.residents.findIndex((resident) => resident.id === id);
  return [
    ...problem.promises.map(({ resident, activities, from, to, weight }): Want => ({ resident: indexOf(resident), activities, span: [from, to], points: weights.promise * weight })),
    ...problem.routines.flatMap(({ resident, activity, occurrences, weight }) =>
      occurrences.map((span): Want => ({ resident: indexOf(resident), activities: [activity], span, points: weights.routine * weight })),
    ),
  ];
}

function stakeOf(problem: Problem, wants: readonly Want[], who: Resident, index: number, span: Span): Stake {
  const { id } = at(problem.activities, index);
  const resident = problem.residents.indexOf(who);
  const isTold = problem.published.some((session) => session.activity === id && session.start === span[0] && session.residents.includes(who.id));
  return {
    resident,
    value: who.value[id] ?? 0,
    told: isTold ? weightsOf(problem).change : 0,
    wants: wants.flatMap((want, i) => (want.resident === resident && want.activities.includes(id) && isInside(span, want.span) ? [i] : [])),
  };
}

type Made = { readonly index: number; readonly span: Span; readonly room: number; readonly company: readonly Resident[]; readonly crew: Crew };

function columnOf(problem: Problem, wants: readonly Want[], { index, span, room, company, crew }: Made): Column {
  const { preferred, staff } = weightsOf(problem);
  const { driving, people } = crew;
  const fond = company.filter(({ preferredStaff }) => people.some(({ id }) => preferredStaff.includes(id))).length;
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  return {
    session: {
      activity: at(problem.activities, index).id,
      start: span[0],
      room: room < 0 ? null : at(problem.rooms, room).id,
      vehicles: driving,
      staff: ids(crew.staff),
      residents: ids(company),
    },
    activity: index,
    slot: index * problem.days * DAY + span[0],
    span,
    day: dayOf(span[0]),
    stakes: company.map((resident) => stakeOf(problem, wants, resident, index, span)),
    residents: bitsOf(problem.residents, ids(company)),
    people: bitsOf(problem.staff, ids(people)),
    many: people.length,
    vehicles: bitsOf(problem.vehicles, driving.map(({ vehicle }) => vehicle)),
    room,
    points: preferred * fond - staff * people.length * Math.ceil((span[1] - span[0]) / 15),
  };
}

/** Without those another one replaces in any plan: with no more people and vehicles, and no fewer points. */
function undominated(columns: readonly Column[]): Column[] {
  const within = (a: number, b: number) => (a & ~b) === 0;
  return columns.filter(
    (column, i) =>
      !columns.some((other, k) => {
        const isLess = within(other.people, column.people) && within(other.vehicles, column.vehicles) && other.points >= column.points;
        const isSame = other.people === column.people && other.vehicles === column.vehicles && other.points === column.points;
        return k !== i && isLess && (!isSame || k < i);
      }),
  );
}

function bitsOf(items: readonly { readonly id: string }[], ids: readonly string[]): number {
  return items.reduce((bits, { id }, i) => (ids.includes(id) ? bits | (1 << i) : bits), 0);
}

/** Every set of some of the items, the empty one too. */
function setsOf<Item>(items: readonly Item[]): Item[][] {
  return items.reduce<Item[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}
