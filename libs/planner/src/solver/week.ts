/** The plan being searched: which sessions stand, what they score, and who and what is still free; any change can be undone. */
import type { Free } from './paper.ts';
import type { Makings } from './placed.ts';
import type { Slot, Tables } from './tables.ts';
import { Busy } from './busy.ts';
import { Diary } from './diary.ts';
import { Friends } from './friends.ts';
import { Paper } from './paper.ts';
import { Placed, countOf, flipBit } from './placed.ts';
import { at } from '../at.ts';

/** What was done, so that it can be undone. */
const OPENED = 0;
const CLOSED = 1;
const JOINED = 2;
const LEFT = 3;
const CAME = 4;
const WENT = 5;

export class Week {
  readonly tables: Tables;
  readonly friends: Friends;
  readonly diary: Diary;
  readonly sessions: Placed[] = [];
  readonly sessionsOn: Placed[][];
  /** Those that are not pinned. */
  readonly loose: Placed[] = [];
  /** The sessions each resident is in. */
  readonly own: Placed[][];
  score: number;
  readonly spare: Int16Array;
  /** Sessions by activity. */
  readonly sessionsOf: Int32Array;
  private readonly most: Float64Array;
  /** What slots were stamped with, by id. */
  readonly stamps: Float64Array;
  private latestStamp = 0;
  /** The slots in which each want could be met if nothing else were planned, as far as that was asked. */
  readonly reach: (readonly Slot[] | undefined)[];
  /** Counts changes, so that what was worked out before one is known to be old. */
  version = 0;
  private readonly residentBusy: Busy;
  private readonly staffBusy: Busy;
  private readonly roomBusy: Busy;
  private readonly vehicleBusy: Busy;
  /** 1 for each resident in a wheelchair. */
  readonly wheelchair: Uint8Array;
  /** Where one session at a time is worked out. */
  readonly paper: Paper;
  private done = 0;
  private readonly deeds: number[] = [];
  private readonly deedSessions: Placed[] = [];
  private readonly deedPeople: number[] = [];

  constructor(tables: Tables) {
    const { problem, residents, staff, activities, vehicles, words } = tables;
    this.tables = tables;
    this.friends = new Friends(tables);
    this.diary = new Diary(tables);
    this.sessionsOn = Array.from({ length: problem.days }, () => []);
    this.own = residents.map(() => []);
    this.paper = new Paper(tables);
    this.spare = tables.spare.slice();
    this.sessionsOf = new Int32Array(activities.length);
    this.most = Float64Array.from(activities, ({ maxSessions }) => maxSessions);
    this.stamps = new Float64Array(tables.slots.length);
    this.reach = tables.wantPoints.map(() => undefined);
    this.residentBusy = new Busy(residents.length, words);
    this.staffBusy = new Busy(staff.length, words);
    this.roomBusy = new Busy(problem.rooms.length, words);
    this.vehicleBusy = new Busy(vehicles.length, words);
    this.wheelchair = Uint8Array.from(residents, ({ wheelchair }) => (wheelchair ? 1 : 0));
    this.score = tables.nothing;
  }

  isStaffFree(person: number, slot: Slot): boolean {
    return this.staffBusy.isFree(person, slot);
  }

  /** Whether an activity has not been held as often as it may. */
  mayHoldMore(activity: number): boolean {
    return (this.sessionsOf[activity] ?? 0) < (this.most[activity] ?? 0);
  }

  /** A number no slot is stamped with. */
  nextStamp(): number {
    this.latestStamp += 1;
    return this.latestStamp;
  }

  isRoomFree(room: number, slot: Slot): boolean {
    return this.roomBusy.isFree(room, slot);
  }

  isVehicleFree(vehicle: number, slot: Slot): boolean {
    return this.vehicleBusy.isFree(vehicle, slot);
  }

  /** Who is free throughout a slot and could be there, as bits; good until the next question. */
  freeIn(slot: Slot): Free {
    const { paper: { free }, sessions, sessionsOn, diary, tables } = this;
    const { residents, staff } = free;
    const { firstUnit, endUnit, who, crew, day } = slot;
    for (let word = 0; word < residents.length; word += 1) residents[word] = (who[word] ?? 0) & ~diary.sated(slot, word);
    for (let word = 0; word < staff.length; word += 1) staff[word] = crew[word] ?? 0;
    const others = tables.isOvernight ? sessions : at(sessionsOn, day);
    for (let i = 0; i < others.length; i += 1) {
      const other = at(others, i);
      if (other.slot.firstUnit >= endUnit || other.slot.endUnit <= firstUnit) continue;
      for (let word = 0; word < residents.length; word += 1) residents[word] = (residents[word] ?? 0) & ~(other.company[word] ?? 0);
      for (let word = 0; word < staff.length; word += 1) staff[word] = (staff[word] ?? 0) & ~(other.people[word] ?? 0);
    }
    return free;
  }

  /** How many more staff may be away throughout the slot. */
  spareIn({ firstUnit, endUnit }: Slot): number {
    const { spare } = this;
    let least = spare[firstUnit] ?? 0;
    for (let unit = firstUnit + 1; unit < endUnit; unit += 1) {
      const here = spare[unit] ?? 0;
      if (here < least) least = here;
    }
    return least;
  }

  /** Whether someone's day, week and purse leave room for it. */
  mayAttend(resident: number, slot: Slot): boolean {
    return ((this.diary.sated(slot, resident >>> 5) >>> (resident & 31)) & 1) === 0 && this.residentBusy.isFree(resident, slot) && this.diary.canAfford(resident, slot.activity);
  }

  /** How many staff, apart from drivers, its company takes; `more` and `fewer` support as well. */
  staffNeeded({ own, common, slot, drivers }: Placed, more = 0, moreShared = 0): number {
    const activity = at(this.tables.activities, slot.activity);
    const { scale } = this.tables.support[activity.setting];
    const needed = Math.max(activity.baseStaff, Math.ceil((own + more) / scale) + Math.ceil((common + moreShared) / scale));
    return Math.max(0, needed - (activity.driverSupports ? drivers.length : 0));
  }

  open(makings: Makings): Placed {
    const session = makings instanceof Placed ? makings : this.made(makings);
    this.note(OPENED, session, 0);
    this.doOpen(session);
    return session;
  }

  close(session: Placed): void {
    this.note(CLOSED, session, 0);
    this.doClose(session);
  }

  join(session: Placed, resident: number): void {
    this.note(JOINED, session, resident);
    this.doJoin(session, resident);
  }

  leave(session: Placed, resident: number): void {
    this.note(LEFT, session, resident);
    this.doLeave(session, resident);
  }

  enlist(session: Placed, person: number): void {
    this.note(CAME, session, person);
    this.doEnlist(session, person);
  }

  dismiss(session: Placed, person: number): void {
    this.note(WENT, session, person);
    this.doDismiss(session, person);
  }

  /** Closes everything that stands, and opens these instead. */
  become(sessions: readonly Makings[]): void {
    for (const session of [...this.sessions]) this.close(session);
    for (const session of sessions) this.open(session);
  }

  isOpen(session: Placed): boolean {
    return session.place >= 0;
  }

  /** A moment to which `goBack` can return. */
  mark(): number {
    return this.done;
  }

  goBack(mark: number): void {
    const { deeds, deedSessions, deedPeople } = this;
    for (let i = this.done - 1; i >= mark; i -= 1) {
      const session = at(deedSessions, i);
      const who = deedPeople[i] ?? 0;
      switch (deeds[i]) {
        case OPENED:
          this.doClose(session);
          break;
        case CLOSED:
          this.doOpen(session);
          break;
        case JOINED:
          this.doLeave(session, who);
          break;
        case LEFT:
          this.doJoin(session, who);
          break;
        case CAME:
          this.doDismiss(session, who);
          break;
        case WENT:
        case undefined:
          this.doEnlist(session, who);
      }
    }
    this.done = mark;
  }

  /** Forgets how the present came about; `goBack` cannot return beyond it. */
  settle(): void {
    this.done = 0;
  }

  /** The sessions as they are now, safe from what comes. */
  copy(): Makings[] {
    return this.sessions.map(({ slot, room, vehicles, drivers, staff, residents, pinned }) => ({ slot, room, vehicles, drivers, pinned, staff: staff.slice(), residents: residents.slice() }));
  }

  /** A session in the making, its people in it, not open. */
  made(makings: Makings): Placed {
    const session = new Placed(this.tables, makings);
    const { staff, drivers, residents } = makings;
    for (let i = 0; i < staff.length; i += 1) {
      session.staff.push(staff[i] ?? 0);
      flipBit(session.people, staff[i] ?? 0);
    }
    for (let i = 0; i < drivers.length; i += 1) flipBit(session.people, drivers[i] ?? 0);
    for (let i = 0; i < residents.length; i += 1) this.enter(session, residents[i] ?? 0);
    this.friends.cheer(session);
    return session;
  }

  private note(deed: number, session: Placed, who: number): void {
    this.deeds[this.done] = deed;
    this.deedSessions[this.done] = session;
    this.deedPeople[this.done] = who;
    this.done += 1;
  }

  private doOpen(session: Placed): void {
    const { slot, staff, drivers, residents } = session;
    session.place = putLast(this.sessions, session);
    session.dayPlace = putLast(at(this.sessionsOn, slot.day), session);
    if (!session.pinned) session.loosePlace = putLast(this.loose, session);
    for (let i = 0; i < residents.length; i += 1) this.attend(session, residents[i] ?? 0);
    this.score += this.tables.weights.preferred * countOf(session.happy) - this.tables.weights.staff * slot.quarters * (staff.length + drivers.length);
    this.takePeople(slot, staff.length + drivers.length);
    this.sessionsOf[slot.activity] = (this.sessionsOf[slot.activity] ?? 0) + 1;
    this.flip(session);
  }

  private doClose(session: Placed): void {
    const { slot, staff, drivers, residents } = session;
    takeFrom(this.sessions, session.place).place = session.place;
    takeFrom(at(this.sessionsOn, slot.day), session.dayPlace).dayPlace = session.dayPlace;
    if (!session.pinned) takeFrom(this.loose, session.loosePlace).loosePlace = session.loosePlace;
    session.place = session.dayPlace = session.loosePlace = -1;
    for (let i = residents.length - 1; i >= 0; i -= 1) this.miss(session, residents[i] ?? 0);
    this.score -= this.tables.weights.preferred * countOf(session.happy) - this.tables.weights.staff * slot.quarters * (staff.length + drivers.length);
    this.takePeople(slot, -staff.length - drivers.length);
    this.sessionsOf[slot.activity] = (this.sessionsOf[slot.activity] ?? 0) - 1;
    this.flip(session);
  }

  private doJoin(session: Placed, resident: number): void {
    this.version += 1;
    this.enter(session, resident);
    const { staff, drivers, happy } = session;
    let liked = false;
    for (let i = 0; i < staff.length && !liked; i += 1) liked = this.friends.likes(resident, staff[i] ?? 0);
    for (let i = 0; i < drivers.length && !liked; i += 1) liked = this.friends.likes(resident, drivers[i] ?? 0);
    if (liked) {
      happy[resident >>> 5] = (happy[resident >>> 5] ?? 0) | (1 << (resident & 31));
      this.score += this.tables.weights.preferred;
    }
    this.attend(session, resident);
    this.residentBusy.flip(resident, session.slot);
  }

  private doLeave(session: Placed, resident: number): void {
    this.version += 1;
    const { residents, company, happy, slot } = session;
    const bit = 1 << (resident & 31);
    const word = resident >>> 5;
    residents.splice(residents.indexOf(resident), 1);
    company[word] = (company[word] ?? 0) & ~bit;
    if (((happy[word] ?? 0) & bit) !== 0) {
      happy[word] = (happy[word] ?? 0) & ~bit;
      this.score -= this.tables.weights.preferred;
    }
    this.weigh(session, resident, -1);
    this.miss(session, resident);
    this.residentBusy.flip(resident, slot);
  }

  private doEnlist(session: Placed, person: number): void {
    this.version += 1;
    const { slot, staff, company, happy } = session;
    const { likedBy, residentWords, weights } = this.tables;
    this.score += weights.preferred * this.friends.newlyHappy(session, person) - weights.staff * slot.quarters;
    for (let word = 0; word < residentWords; word += 1) happy[word] = (happy[word] ?? 0) | ((likedBy[person * residentWords + word] ?? 0) & (company[word] ?? 0));
    staff.push(person);
    flipBit(session.people, person);
    this.takePeople(slot, 1);
    this.staffBusy.flip(person, slot);
  }

  private doDismiss(session: Placed, person: number): void {
    this.version += 1;
    const { slot, staff, happy } = session;
    const { weights } = this.tables;
    staff.splice(staff.indexOf(person), 1);
    flipBit(session.people, person);
    const before = countOf(happy);
    this.friends.cheer(session);
    this.score += weights.preferred * (countOf(happy) - before) + weights.staff * slot.quarters;
    this.takePeople(slot, -1);
    this.staffBusy.flip(person, slot);
  }

  /** Puts someone into the company, before or while the session is open. */
  private enter(session: Placed, resident: number): void {
    session.residents.push(resident);
    session.company[resident >>> 5] = (session.company[resident >>> 5] ?? 0) | (1 << (resident & 31));
    this.weigh(session, resident, 1);
  }

  private weigh(session: Placed, resident: number, by: 1 | -1): void {
    const { dedicated, shared } = this.tables.support[at(this.tables.activities, session.slot.activity).setting];
    session.own += by * (dedicated[resident] ?? 0);
    session.common += by * (shared[resident] ?? 0);
    session.wheelchairs += by * (this.wheelchair[resident] ?? 0);
  }

  private attend(session: Placed, resident: number): void {
    const { slot } = session;
    this.score += this.diary.gainOf(resident, slot);
    this.diary.tally(resident, slot, 1);
    this.own[resident]?.push(session);
  }

  private miss(session: Placed, resident: number): void {
    const { slot } = session;
    this.diary.tally(resident, slot, -1);
    this.score -= this.diary.gainOf(resident, slot);
    const own = at(this.own, resident);
    const last = own.pop();
    if (last && last !== session) own[own.indexOf(session)] = last;
  }

  private takePeople({ firstUnit, endUnit }: Slot, people: number): void {
    for (let unit = firstUnit; unit < endUnit; unit += 1) this.spare[unit] = (this.spare[unit] ?? 0) - people;
  }

  /** Makes the free busy and the busy free; nobody is twice in a session, so nothing is flipped twice. */
  private flip({ slot, room, vehicles, drivers, staff, residents }: Placed): void {
    this.version += 1;
    if (room >= 0) this.roomBusy.flip(room, slot);
    for (let i = 0; i < vehicles.length; i += 1) this.vehicleBusy.flip(vehicles[i] ?? 0, slot);
    for (let i = 0; i < drivers.length; i += 1) this.staffBusy.flip(drivers[i] ?? 0, slot);
    for (let i = 0; i < staff.length; i += 1) this.staffBusy.flip(staff[i] ?? 0, slot);
    for (let i = 0; i < residents.length; i += 1) this.residentBusy.flip(residents[i] ?? 0, slot);
  }
}

/** Where it stands now, which is last. */
function putLast(sessions: Placed[], session: Placed): number {
  return sessions.push(session) - 1;
}

/** Takes out the session at a place; the last one, which stands there now. */
function takeFrom(sessions: Placed[], place: number): Placed {
  const last = at(sessions, sessions.length - 1);
  sessions.pop();
  if (place < sessions.length) sessions[place] = last;
  return last;
}
