/** The quick repair: what still stands stays; a broken session gets other staff, wheels or room before anybody has to stay away. */
import type { Draft } from './board.ts';
import type { Activity, Plan, Problem, Resident, Room, Span, Staff, Vehicle } from '../problem.ts';
import { check } from '../check.ts';
import { isInside } from '../span.ts';
import { ratioFor, staffNeeded } from '../support.ts';
import { Board, draftsOf, isWelcome, peopleOf } from './board.ts';

/** What is left of `problem.published` when every broken session is staffed anew at its time, with as many of its people as can be. */
export function recrewed(problem: Problem): Plan {
  const told = { instance: problem.id, sessions: problem.published };
  const touched = new Set(check(problem, told).violations.flatMap(({ sessions }) => sessions));
  const board = new Board(problem);
  const drafts = draftsOf(problem, problem.published).flatMap((draft, i) => (draft ? [{ draft, isTouched: touched.has(i) }] : []));
  const bySize = (a: Draft, b: Draft) => b.residents.length - a.residents.length || a.span[0] - b.span[0];
  const sound = drafts.filter(({ isTouched }) => !isTouched).map(({ draft }) => draft);
  const doubtful = drafts.filter(({ isTouched }) => isTouched).map(({ draft }) => draft);
  const broken = [...sound, ...doubtful.sort(bySize)].filter((draft) => {
    if (!board.fits(draft)) return true;
    board.open(draft);
    return false;
  });
  for (const draft of broken) {
    const mended = mend(board, draft);
    if (mended) board.open(mended);
  }
  return board.plan();
}

/** The session at its own time with those who can still come, staffed anew if need be; null when it cannot be held. */
function mend(board: Board, told: Draft): Draft | null {
  const { activity, span } = told;
  let residents = told.residents.filter((resident, i, all) => all.indexOf(resident) === i && board.mayAttend(resident, activity, span));
  while (residents.length >= Math.max(1, activity.group.min)) {
    const found = staffed(board, told, residents);
    if (found) return found;
    const smaller = residents
      .map((resident) => ({ resident, dearness: dearness(board.problem, resident, activity, span) }))
      .sort((a, b) => a.dearness - b.dearness)
      .map(({ resident }) => residents.filter((one) => one !== resident));
    for (const company of smaller) {
      const mended = company.length >= activity.group.min ? staffed(board, told, company) : null;
      if (mended) return mended;
    }
    residents = smaller[0] ?? [];
  }
  return null;
}

/** How much it would be missed: what was promised above all, then routines, then what they like. */
function dearness({ promises, routines }: Problem, resident: Resident, activity: Activity, span: Span): number {
  const promised = promises.some((one) => one.resident === resident.id && one.activities.includes(activity.id) && isInside(span, [one.from, one.to]));
  const used = routines.some((one) => one.resident === resident.id && one.activity === activity.id && one.occurrences.some((occurrence) => isInside(span, occurrence)));
  return (promised ? 1000 : 0) + (used ? 200 : 0) + (resident.value[activity.id] ?? 0);
}

/** The same people at the same time with whichever staff, vehicles and room ask least of staff who were told otherwise. */
function staffed(board: Board, told: Draft, residents: readonly Resident[]): Draft | null {
  const { activity, span } = told;
  const toldPeople = new Set(peopleOf(told));
  const free = board.problem.staff
    .filter((person) => board.isStaffFree(person, span) && residents.every((resident) => isWelcome(resident, [], [person])))
    .sort((a, b) => Number(toldPeople.has(b)) - Number(toldPeople.has(a)) || gifts(a) - gifts(b));
  let best: Draft | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const driving of travels(board, told, residents, free)) {
    const staff = crew(activity, residents, driving, free, told.staff);
    const heads = residents.length + (staff?.length ?? 0) + driving.length;
    const room = staff && roomFor(board, told, heads);
    if (!staff || room === undefined) continue;
    const draft: Draft = { activity, span, room, driving, staff, residents };
    const asked = peopleOf(draft).filter((person) => !toldPeople.has(person)).length + driving.length / 100;
    if (asked >= least || !board.fits(draft)) continue;
    [best, least] = [draft, asked];
  }
  return best;
}

function gifts({ skills, licences }: Staff): number {
  return skills.length + licences.length;
}

/** Ways to travel with seats and bays enough for the residents: the told vehicles first. */
function travels(board: Board, told: Draft, residents: readonly Resident[], free: readonly Staff[]): Draft['driving'][] {
  const { activity, span } = told;
  if (activity.transport !== 'vehicle') return [[]];
  const toldVehicles = told.driving.map(({ vehicle }) => vehicle);
  const vehicles = board.problem.vehicles.filter((one) => board.isVehicleFree(one, span)).sort((a, b) => Number(toldVehicles.includes(b)) - Number(toldVehicles.includes(a)));
  const wheelchairs = residents.filter(({ wheelchair }) => wheelchair).length;
  const found: Draft['driving'][] = [];
  const add = (sofar: Draft['driving'], from: number) => {
    const sum = (of: (vehicle: Vehicle) => number) => sofar.reduce((total, { vehicle }) => total + of(vehicle), 0);
    if (sofar.length > 0 && sum(({ bays }) => bays) >= wheelchairs && sum(({ seats }) => seats) >= residents.length - wheelchairs) found.push(sofar);
    if (sofar.length === 3) return;
    vehicles.slice(from).forEach((vehicle, i) => {
      const usual = told.driving.find((one) => one.vehicle === vehicle)?.driver;
      const able = free.filter((person) => person.licences.includes(vehicle.licence) && !sofar.some(({ driver }) => driver === person));
      const driver = able.find((person) => person === usual) ?? able[0];
      if (driver) add([...sofar, { vehicle, driver }], from + i + 1);
    });
  };
  add([], 0);
  return found;
}

/** Staff for the company: of those told as many as it takes, then whoever holds a skill that is lacking, then anybody. */
function crew(activity: Activity, residents: readonly Resident[], driving: Draft['driving'], free: readonly Staff[], told: readonly Staff[]): Staff[] | null {
  const drivers = activity.driverSupports ? driving.map(({ driver }) => driver) : [];
  const pool = free.filter((person) => !driving.some(({ driver }) => driver === person));
  const needed = Math.max(activity.baseStaff, staffNeeded(residents.map((resident) => ratioFor(resident, activity))));
  const chosen: Staff[] = [];
  for (const [skill, many] of Object.entries(activity.skills)) {
    while ([...drivers, ...chosen].filter(({ skills }) => skills.includes(skill)).length < many) {
      const next = pool.find((person) => person.skills.includes(skill) && !chosen.includes(person));
      if (!next) return null;
      chosen.push(next);
    }
  }
  for (const person of [...pool.filter((one) => told.includes(one)), ...pool]) {
    if (chosen.length + drivers.length >= needed) break;
    if (!chosen.includes(person)) chosen.push(person);
  }
  return chosen.length + drivers.length >= needed ? chosen : null;
}

/** The told room if it will do, else the smallest that will; undefined when there is none. */
function roomFor(board: Board, { activity, span, room }: Draft, heads: number): Room | null | undefined {
  if (activity.rooms.length === 0) return null;
  const fitting = board.problem.rooms.filter((one) => activity.rooms.includes(one.id) && one.capacity >= heads && board.isRoomFree(one, span));
  return fitting.find((one) => one === room) ?? fitting.sort((a, b) => a.capacity - b.capacity)[0];
}
