/** The plan being searched: which sessions stand, what they score, and who and what is still free; any change can be undone. */
import type { Plan, Session } from '../problem.ts';
import type { Option, Slot, Tables } from './tables.ts';
import { at, valueAt } from '../at.ts';

/** A session as the search holds it. It is never changed, only closed and opened otherwise. */
export type Placed = {
  readonly slot: Slot;
  /** Index of the room, or -1. */
  readonly room: number;
  readonly vehicles: readonly number[];
  /** `drivers[i]` drives `vehicles[i]`. */
  readonly drivers: readonly number[];
  readonly staff: readonly number[];
  readonly residents: readonly number[];
  /** Somebody wants it exactly so. */
  readonly pinned: boolean;
};

export class Week {
  readonly tables: Tables;
  readonly sessions: Placed[] = [];
  score: number;
  readonly spare: Int16Array;
  /** Attendances by resident. */
  readonly attended: Int32Array;
  readonly spent: Float64Array;
  /** Sessions by activity. */
  readonly sessionsOf: Int32Array;
  /** How often each want is met. */
  readonly met: Int32Array;
  /** Counts changes, so that what was worked out before one is known to be old. */
  version = 0;
  private readonly residentBusy: Int32Array;
  private readonly staffBusy: Int32Array;
  private readonly roomBusy: Int32Array;
  private readonly vehicleBusy: Int32Array;
  /** Attendances by resident and activity; by resident and day; by resident, activity and day. */
  private readonly times: Uint16Array;
  private readonly onDay: Uint16Array;
  private readonly timesOnDay: Uint8Array;
  private readonly placeOf = new Map<Placed, number>();
  private readonly journal: { readonly session: Placed; readonly opened: boolean }[] = [];

  constructor(tables: Tables) {
    const { problem, residents, staff, activities, vehicles, words } = tables;
    this.tables = tables;
    this.spare = tables.spare.slice();
    this.attended = new Int32Array(residents.length);
    this.spent = new Float64Array(residents.length);
    this.sessionsOf = new Int32Array(activities.length);
    this.met = new Int32Array(tables.wantPoints.length);
    this.residentBusy = new Int32Array(residents.length * words);
    this.staffBusy = new Int32Array(staff.length * words);
    this.roomBusy = new Int32Array(problem.rooms.length * words);
    this.vehicleBusy = new Int32Array(vehicles.length * words);
    this.times = new Uint16Array(residents.length * activities.length);
    this.onDay = new Uint16Array(residents.length * problem.days);
    this.timesOnDay = new Uint8Array(residents.length * activities.length * problem.days);
    this.score = scoreOfNothing(tables);
  }

  isStaffFree(person: number, slot: Slot): boolean {
    return this.isFree(this.staffBusy, person, slot);
  }

  isRoomFree(room: number, slot: Slot): boolean {
    return this.isFree(this.roomBusy, room, slot);
  }

  isVehicleFree(vehicle: number, slot: Slot): boolean {
    return this.isFree(this.vehicleBusy, vehicle, slot);
  }

  isResidentFree(resident: number, slot: Slot): boolean {
    return this.isFree(this.residentBusy, resident, slot);
  }

  /** How many more staff may be away throughout the slot. */
  spareIn({ firstUnit, endUnit }: Slot): number {
    let least = (this.spare[firstUnit] ?? 0);
    for (let unit = firstUnit + 1; unit < endUnit; unit += 1) if ((this.spare[unit] ?? 0) < least) least = (this.spare[unit] ?? 0);
    return least;
  }

  /** Whether someone's day, week and purse leave room for it. */
  mayAttend({ resident }: Option, slot: Slot): boolean {
    const { residents, activities, problem, timesADay } = this.tables;
    const who = at(residents, resident);
    if ((this.onDay[resident * problem.days + slot.day] ?? 0) >= who.maxPerDay) return false;
    const row = (resident * activities.length + slot.activity) * problem.days + slot.day;
    if ((this.timesOnDay[row] ?? 0) >= (timesADay[row] ?? 0)) return false;
    if (who.budget !== null && (this.spent[resident] ?? 0) + at(activities, slot.activity).cost > who.budget) return false;
    return this.isFree(this.residentBusy, resident, slot);
  }

  /** Points for one more attendance, but for the company of staff they like. */
  gainOf({ resident, value, told, wants }: Option, slot: Slot): number {
    const { wantPoints, weights, activities, residents } = this.tables;
    let gain = told;
    for (const want of wants) if (this.met[want] === 0) gain += (wantPoints[want] ?? 0);
    const times = (this.times[resident * activities.length + slot.activity] ?? 0);
    if (times < 7) gain += value >> times;
    const short = at(residents, resident).target - (this.attended[resident] ?? 0);
    return short > 0 ? gain + weights.shortfall * short : gain;
  }

  open(session: Placed): void {
    this.journal.push({ session, opened: true });
    this.apply(session);
  }

  close(session: Placed): void {
    this.journal.push({ session, opened: false });
    this.withdraw(session);
  }

  replace(session: Placed, by: Placed): void {
    this.close(session);
    this.open(by);
  }

  isOpen(session: Placed): boolean {
    return this.placeOf.has(session);
  }

  /** A moment to which `goBack` can return. */
  mark(): number {
    return this.journal.length;
  }

  goBack(mark: number): void {
    for (const { session, opened } of this.journal.splice(mark).reverse()) {
      if (opened) this.withdraw(session);
      else this.apply(session);
    }
  }

  /** What was opened since a mark and still is open. */
  openedSince(mark: number): Placed[] {
    return this.journal.slice(mark).filter(({ session, opened }) => opened && this.isOpen(session)).map(({ session }) => session);
  }

  /** Forgets how the present came about; `goBack` cannot return beyond it. */
  settle(): void {
    this.journal.length = 0;
  }

  private apply(session: Placed): void {
    const { slot, staff, drivers } = session;
    this.placeOf.set(session, this.sessions.length);
    this.sessions.push(session);
    for (const resident of session.residents) {
      const option = at(slot.optionOf, resident);
      this.score += this.gainOf(option, slot);
      this.tally(option, slot, 1);
    }
    this.score += this.pointsOfStaff(session);
    this.takePeople(slot, staff.length + drivers.length);
    this.sessionsOf[slot.activity] = (this.sessionsOf[slot.activity] ?? 0) + 1;
    this.flip(session);
  }

  private withdraw(session: Placed): void {
    const { slot, residents, staff, drivers } = session;
    const place = valueAt(this.placeOf, session);
    const last = this.sessions.pop();
    if (last && last !== session) {
      this.sessions[place] = last;
      this.placeOf.set(last, place);
    }
    this.placeOf.delete(session);
    for (let i = residents.length - 1; i >= 0; i -= 1) {
      const option = at(slot.optionOf, at(residents, i));
      this.tally(option, slot, -1);
      this.score -= this.gainOf(option, slot);
    }
    this.score -= this.pointsOfStaff(session);
    this.takePeople(slot, -staff.length - drivers.length);
    this.sessionsOf[slot.activity] = (this.sessionsOf[slot.activity] ?? 0) - 1;
    this.flip(session);
  }

  /** What its staff add to the score: company people like, less their time. */
  private pointsOfStaff({ slot, staff, drivers, residents }: Placed): number {
    const { weights, likes, staff: all } = this.tables;
    let points = -weights.staff * slot.quarters * (staff.length + drivers.length);
    for (const resident of residents) {
      const row = resident * all.length;
      if (staff.some((person) => likes[row + person] === 1) || drivers.some((person) => likes[row + person] === 1)) points += weights.preferred;
    }
    return points;
  }

  private tally({ resident, wants }: Option, slot: Slot, by: 1 | -1): void {
    const { activities, problem } = this.tables;
    for (const want of wants) this.met[want] = (this.met[want] ?? 0) + by;
    this.attended[resident] = (this.attended[resident] ?? 0) + by;
    this.times[resident * activities.length + slot.activity] = (this.times[resident * activities.length + slot.activity] ?? 0) + by;
    this.onDay[resident * problem.days + slot.day] = (this.onDay[resident * problem.days + slot.day] ?? 0) + by;
    this.timesOnDay[(resident * activities.length + slot.activity) * problem.days + slot.day] = (this.timesOnDay[(resident * activities.length + slot.activity) * problem.days + slot.day] ?? 0) + by;
    this.spent[resident] = (this.spent[resident] ?? 0) + by * at(activities, slot.activity).cost;
  }

  private takePeople({ firstUnit, endUnit }: Slot, people: number): void {
    for (let unit = firstUnit; unit < endUnit; unit += 1) this.spare[unit] = (this.spare[unit] ?? 0) - people;
  }

  /** Makes the free busy and the busy free; nobody is twice in a session, so nothing is flipped twice. */
  private flip({ slot, room, vehicles, drivers, staff, residents }: Placed): void {
    this.version += 1;
    if (room >= 0) this.flipOne(this.roomBusy, room, slot);
    for (const vehicle of vehicles) this.flipOne(this.vehicleBusy, vehicle, slot);
    for (const driver of drivers) this.flipOne(this.staffBusy, driver, slot);
    for (const person of staff) this.flipOne(this.staffBusy, person, slot);
    for (const resident of residents) this.flipOne(this.residentBusy, resident, slot);
  }

  private flipOne(busy: Int32Array, who: number, { firstWord, masks }: Slot): void {
    const row = who * this.tables.words + firstWord;
    for (let i = 0; i < masks.length; i += 1) busy[row + i] = (busy[row + i] ?? 0) ^ (masks[i] ?? 0);
  }

  private isFree(busy: Int32Array, who: number, { firstWord, masks }: Slot): boolean {
    const row = who * this.tables.words + firstWord;
    for (let i = 0; i < masks.length; i += 1) if (((busy[row + i] ?? 0) & (masks[i] ?? 0)) !== 0) return false;
    return true;
  }
}

/** What the empty plan scores: everyone short of their target, everything told taken back. */
function scoreOfNothing({ problem, weights, residents }: Tables): number {
  const told = new Set(problem.published.flatMap(({ activity, start, residents: ids }) => ids.map((id) => JSON.stringify([id, activity, start]))));
  const hungry = residents.reduce((sum, { target }) => sum + (target * (target + 1)) / 2, 0);
  return 0 - weights.shortfall * hungry - weights.change * told.size;
}

/** The sessions as a plan, in order of time. */
export function planOf({ problem, residents, staff, vehicles, activities }: Tables, sessions: readonly Placed[]): Plan {
  const ordered = [...sessions].sort((a, b) => a.slot.start - b.slot.start || a.slot.activity - b.slot.activity || a.room - b.room || firstOf(a) - firstOf(b));
  return {
    instance: problem.id,
    sessions: ordered.map((session): Session => ({
      activity: at(activities, session.slot.activity).id,
      start: session.slot.start,
      room: session.room < 0 ? null : at(problem.rooms, session.room).id,
      vehicles: session.vehicles.map((vehicle, i) => ({ vehicle: at(vehicles, vehicle).id, driver: at(staff, at(session.drivers, i)).id })),
      staff: session.staff.map((person) => at(staff, person).id).sort(),
      residents: session.residents.map((resident) => at(residents, resident).id).sort(),
    })),
  };
}

function firstOf({ residents }: Placed): number {
  return Math.min(...residents);
}
