/** A plan being mended session by session: who and what is free, and whether one more session would be legal beside the others. */
import type { Activity, Driving, Plan, Problem, Resident, Room, Routine, Session, Span, Staff, Vehicle } from '../problem.ts';
import { factsOf } from '../facts.ts';
import { lengthOf } from '../problem.ts';
import { timesADay } from '../rules/residents.ts';
import { DAY, dayOf, isInside, isInsideOne, overlaps } from '../span.ts';
import { ratioFor, staffNeeded } from '../support.ts';

/** Who goes, with whom, how and where; `span` is from leaving to being back. */
export type Draft = {
  readonly activity: Activity;
  readonly span: Span;
  readonly room: Room | null;
  readonly driving: readonly { readonly vehicle: Vehicle; readonly driver: Staff }[];
  readonly staff: readonly Staff[];
  readonly residents: readonly Resident[];
};

export class Board {
  readonly problem: Problem;
  readonly drafts = new Set<Draft>();
  /** By minute: how many more staff may be away. */
  private readonly spare: Int16Array;
  readonly routinesOf: ReadonlyMap<string, readonly Routine[]>;
  private readonly spent = new Map<Resident, number>();
  /** By day: everything that touches it. */
  private readonly onDay = new Map<number, Set<Draft>>();

  constructor(problem: Problem) {
    this.problem = problem;
    this.spare = sparePerMinute(problem);
    this.routinesOf = factsOf(problem, { instance: problem.id, sessions: [] }).routinesOf;
  }

  open(draft: Draft): void {
    this.drafts.add(draft);
    for (const day of daysOf(draft.span)) this.touching(day).add(draft);
    this.tally(draft, 1);
  }

  close(draft: Draft): void {
    this.drafts.delete(draft);
    for (const day of daysOf(draft.span)) this.touching(day).delete(draft);
    this.tally(draft, -1);
  }

  /** Everything that overlaps a span. */
  during(span: Span): Draft[] {
    const [day, ...others] = daysOf(span);
    const near = others.length === 0 && day !== undefined ? this.touching(day) : this.drafts;
    return [...near].filter((draft) => overlaps(draft.span, span));
  }

  /** How many more staff may be away throughout the span. */
  spareDuring([from, to]: Span): number {
    return Math.min(...this.spare.subarray(Math.max(0, from), to));
  }

  isAtWork({ shifts, breaks }: Staff, span: Span): boolean {
    return isInsideOne(span, shifts) && !breaks.some((pause) => overlaps(pause, span));
  }

  isStaffFree(person: Staff, span: Span): boolean {
    return this.isAtWork(person, span) && !this.during(span).some((draft) => peopleOf(draft).includes(person));
  }

  isVehicleFree(vehicle: Vehicle, span: Span): boolean {
    return isInsideOne(span, vehicle.available) && !this.during(span).some(({ driving }) => driving.some((one) => one.vehicle === vehicle));
  }

  isRoomFree(room: Room, span: Span): boolean {
    return isInsideOne(span, room.available) && !this.during(span).some((draft) => draft.room === room);
  }

  /** Whether an activity is for them, and their day, week and purse leave room for it then. */
  mayAttend(resident: Resident, activity: Activity, span: Span): boolean {
    if (!Object.hasOwn(resident.value, activity.id) || resident.unavailable.some((away) => overlaps(away, span))) return false;
    const isBroken = (this.routinesOf.get(resident.id) ?? []).some(
      (routine) => routine.protected && routine.occurrences.some((one) => overlaps(one, span) && !(routine.activity === activity.id && isInside(span, one))),
    );
    if (isBroken || (resident.budget !== null && (this.spent.get(resident) ?? 0) + activity.cost > resident.budget)) return false;
    const day = dayOf(span[0]);
    const sameDay = [...this.touching(day)].filter((draft) => dayOf(draft.span[0]) === day && draft.residents.includes(resident));
    return (
      sameDay.length < resident.maxPerDay &&
      sameDay.filter((draft) => draft.activity === activity).length < timesADay(this, resident, activity.id, day) &&
      !this.during(span).some(({ residents }) => residents.includes(resident))
    );
  }

  /** Whether it may be opened beside what is open: every rule of a legal plan. */
  fits(draft: Draft): boolean {
    const { activity, span, residents } = draft;
    const people = peopleOf(draft);
    return (
      this.mayBeHeld(activity, span) &&
      residents.length >= activity.group.min &&
      residents.length <= activity.group.max &&
      new Set(residents).size === residents.length &&
      new Set(people).size === people.length &&
      residents.every((resident) => isWelcome(resident, residents, people) && this.mayAttend(resident, activity, span)) &&
      people.every((person) => this.isStaffFree(person, span)) &&
      people.length <= this.spareDuring(span) &&
      isSupported(draft) &&
      this.hasRoom(draft) &&
      this.hasTransport(draft)
    );
  }

  plan(): Plan {
    const sessions = [...this.drafts].map(sessionOf);
    return { instance: this.problem.id, sessions: sessions.sort((a, b) => a.start - b.start || order(a.activity, b.activity) || order(a.residents.join(), b.residents.join())) };
  }

  /** Whether the activity can be held then at all, and once more. */
  mayBeHeld(activity: Activity, [from, to]: Span): boolean {
    const { grid, days } = this.problem;
    const held = [...this.drafts].filter((draft) => draft.activity === activity).length;
    return from % grid === 0 && from >= 0 && to <= days * DAY && isInsideOne([from + activity.travel, to - activity.travel], activity.windows) && held < activity.maxSessions;
  }

  private hasRoom({ activity, span, room, ...draft }: Draft): boolean {
    if (activity.rooms.length === 0) return room === null;
    const heads = draft.residents.length + draft.staff.length + draft.driving.length;
    return room !== null && activity.rooms.includes(room.id) && heads <= room.capacity && this.isRoomFree(room, span);
  }

  private hasTransport({ activity, span, driving, residents, staff }: Draft): boolean {
    if (activity.transport !== 'vehicle') return driving.length === 0;
    const sum = (of: (vehicle: Vehicle) => number) => driving.reduce((total, { vehicle }) => total + of(vehicle), 0);
    const wheelchairs = residents.filter(({ wheelchair }) => wheelchair).length;
    return (
      driving.length > 0 &&
      new Set(driving.map(({ vehicle }) => vehicle)).size === driving.length &&
      driving.every(({ vehicle, driver }) => driver.licences.includes(vehicle.licence) && this.isVehicleFree(vehicle, span)) &&
      wheelchairs <= sum(({ bays }) => bays) &&
      residents.length - wheelchairs + staff.length <= sum(({ seats }) => seats)
    );
  }

  private touching(day: number): Set<Draft> {
    const known = this.onDay.get(day);
    if (known) return known;
    const fresh = new Set<Draft>();
    this.onDay.set(day, fresh);
    return fresh;
  }

  private tally(draft: Draft, by: 1 | -1): void {
    const away = peopleOf(draft).length * by;
    for (let minute = Math.max(0, draft.span[0]); minute < Math.min(this.spare.length, draft.span[1]); minute += 1) this.spare[minute] = (this.spare[minute] ?? 0) - away;
    for (const resident of draft.residents) this.spent.set(resident, (this.spent.get(resident) ?? 0) + by * draft.activity.cost);
  }
}

function daysOf([from, to]: Span): number[] {
  const first = dayOf(from);
  return Array.from({ length: dayOf(to - 1) - first + 1 }, (_, i) => first + i);
}

/** Staff and drivers. */
export function peopleOf({ staff, driving }: Pick<Draft, 'staff' | 'driving'>): Staff[] {
  return [...staff, ...driving.map(({ driver }) => driver)];
}

/** Whether nobody in it avoids or declines anybody. */
export function isWelcome(resident: Resident, others: readonly Resident[], people: readonly Staff[]): boolean {
  return (
    !others.some((other) => other !== resident && (resident.avoids.includes(other.id) || other.avoids.includes(resident.id))) &&
    !people.some(({ id }) => resident.declinedStaff.includes(id))
  );
}

/** Whether there are enough staff, with the skills it takes. */
export function isSupported({ activity, residents, staff, driving }: Pick<Draft, 'activity' | 'residents' | 'staff' | 'driving'>): boolean {
  const helpers = activity.driverSupports ? peopleOf({ staff, driving }) : staff;
  return (
    helpers.length >= Math.max(activity.baseStaff, staffNeeded(residents.map((resident) => ratioFor(resident, activity)))) &&
    Object.entries(activity.skills).every(([skill, many]) => helpers.filter(({ skills }) => skills.includes(skill)).length >= many)
  );
}

/** The sessions as drafts, without any staff, vehicle, room or resident the home does not have any more; null for an activity it does not have. */
export function draftsOf(problem: Problem, sessions: readonly Session[]): (Draft | null)[] {
  const activities = new Map(problem.activities.map((one) => [one.id, one]));
  const rooms = new Map(problem.rooms.map((one) => [one.id, one]));
  const vehicles = new Map(problem.vehicles.map((one) => [one.id, one]));
  const everyone = new Map(problem.staff.map((one) => [one.id, one]));
  const residents = new Map(problem.residents.map((one) => [one.id, one]));
  return sessions.map((session) => {
    const activity = activities.get(session.activity);
    if (!activity) return null;
    return {
      activity,
      span: [session.start, session.start + lengthOf(activity)],
      room: session.room === null ? null : (rooms.get(session.room) ?? null),
      driving: session.vehicles.flatMap((one) => {
        const [vehicle, driver] = [vehicles.get(one.vehicle), everyone.get(one.driver)];
        return vehicle && driver ? [{ vehicle, driver }] : [];
      }),
      staff: session.staff.flatMap((id) => everyone.get(id) ?? []),
      residents: session.residents.flatMap((id) => residents.get(id) ?? []),
    };
  });
}

export function sessionOf({ activity, span, room, driving, staff, residents }: Draft): Session {
  return {
    activity: activity.id,
    start: span[0],
    room: room?.id ?? null,
    vehicles: driving.map(({ vehicle, driver }): Driving => ({ vehicle: vehicle.id, driver: driver.id })),
    staff: staff.map(({ id }) => id).sort(),
    residents: residents.map(({ id }) => id).sort(),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** NOTE: where fewer are on duty than must stay, nobody may go; a session of nobody's staff may still run. */
function sparePerMinute({ days, staff, floorCover }: Problem): Int16Array {
  const onDuty = new Int16Array(days * DAY);
  const needed = new Int16Array(days * DAY);
  for (const { shifts, breaks } of staff) {
    const here = new Uint8Array(days * DAY);
    for (const [from, to] of shifts) here.fill(1, Math.max(0, from), Math.max(0, to));
    for (const [from, to] of breaks) here.fill(0, Math.max(0, from), Math.max(0, to));
    for (let minute = 0; minute < here.length; minute += 1) onDuty[minute] = (onDuty[minute] ?? 0) + (here[minute] ?? 0);
  }
  for (const { from, to, min } of floorCover) {
    for (let minute = Math.max(0, from); minute < Math.min(needed.length, to); minute += 1) needed[minute] = Math.max(needed[minute] ?? 0, min);
  }
  return onDuty.map((here, minute) => Math.max(0, here - (needed[minute] ?? 0)));
}
