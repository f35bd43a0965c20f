/** Who leads, who drives and where: the staff, vehicles and room for a company of residents, beside everything that is open. */
import type { Board, Draft } from './board.ts';
import type { Activity, Resident, Room, Staff, Vehicle } from '../problem.ts';
import { ratioFor, staffNeeded } from '../support.ts';
import { isWelcome, peopleOf } from './board.ts';

/** `wanted` with these residents and whichever staff, vehicles and room it takes: those it names first, then those the residents like; null when there are none. */
export function staffed(board: Board, wanted: Draft, residents: readonly Resident[]): Draft | null {
  const { activity, span } = wanted;
  const toldPeople = new Set(peopleOf(wanted));
  const free = board.problem.staff
    .filter((person) => board.isStaffFree(person, span) && residents.every((resident) => isWelcome(resident, [], [person])))
    .map((person) => ({ person, isTold: toldPeople.has(person), fans: residents.filter(({ preferredStaff }) => preferredStaff.includes(person.id)).length }))
    .sort((a, b) => Number(b.isTold) - Number(a.isTold) || b.fans - a.fans || gifts(a.person) - gifts(b.person))
    .map(({ person }) => person);
  let best: Draft | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const driving of travels(board, wanted, residents, free)) {
    const staff = crew(activity, residents, driving, free, wanted.staff);
    const heads = residents.length + (staff?.length ?? 0) + driving.length;
    const room = staff && roomFor(board, wanted, heads);
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
