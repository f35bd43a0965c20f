/** Making gaps: taking out sessions that have to do with one another, so that something better can take their place. */
import type { Chance } from '../random.ts';
import type { Taste } from './compose.ts';
import type { Slot } from './tables.ts';
import type { Placed } from './placed.ts';
import { anyOf, oneOfThem, shuffle } from '../random.ts';
import { compose } from './compose.ts';
import { recrew } from './crew.ts';
import { overlap, squeezeIn } from './seats.ts';
import { Week } from './week.ts';
import { at } from '../at.ts';

/** The share of wishes that are somebody's promise or routine, and of those of people who have too little. */
const WANTS = 0.6;
const SHORT = 0.25;
/** The share of gaps that may not be filled with just what was there. */
const BANNED = 0.2;
/** Minutes between the beginnings of two sessions that may change places with what is held then. */
const NEAR = 45;

/** Where something was taken out or made smaller, and who lost by it. */
export type Gap = { readonly slots: Slot[]; readonly residents: number[] };

/** Takes out part of the week in one of several ways, by chance. */
export function makeGap(week: Week, taste: Taste): Gap {
  const { chance } = taste;
  const gap: Gap = { slots: [], residents: [] };
  const kind = chance.next();
  if (kind < 0.42) clearHours(week, gap, chance);
  else if (kind < 0.56) freeStaff(week, gap, chance);
  else if (kind < 0.6) freeResident(week, gap, taste);
  else if (kind < 0.76) clearActivity(week, gap, chance);
  else if (kind < 0.86) freeVehicle(week, gap, chance);
  else clearAny(week, gap, chance);
  return gap;
}

function close(week: Week, gap: Gap, session: Placed): void {
  if (session.pinned || !week.isOpen(session)) return;
  week.close(session);
  gap.slots.push(session.slot);
  gap.residents.push(...session.residents);
}

/** Some hours of one day, most of what is in them. */
function clearHours(week: Week, gap: Gap, chance: Chance): void {
  const seed = oneOfThem(week.loose, chance);
  if (!seed) return;
  const length = 4 + chance.below(16);
  const from = seed.slot.start / 15 - chance.below(length);
  const share = 0.3 + 0.7 * chance.next();
  const inHours = ({ slot }: Placed) => slot.start / 15 < from + length && slot.start / 15 + slot.quarters > from;
  const found = shuffle(week.loose.filter(inHours), chance).slice(0, 1 + chance.below(6));
  for (const session of found) if (session === seed || chance.next() < share) close(week, gap, session);
}

/** One person's sessions on one day, and now and then the whole week's. */
function freeStaff(week: Week, gap: Gap, chance: Chance): void {
  const seed = oneOfThem(week.loose, chance);
  const person = seed && oneOfThem([...seed.staff, ...seed.drivers], chance);
  if (!seed || person === undefined) return;
  const wholeWeek = chance.next() < 0.15;
  const own = week.loose.filter(({ slot, staff, drivers }) => (wholeWeek || slot.day === seed.slot.day) && (staff.includes(person) || drivers.includes(person)));
  for (const session of own) close(week, gap, session);
}

/** What takes one vehicle out on one day. */
function freeVehicle(week: Week, gap: Gap, chance: Chance): void {
  const seed = oneOfThem(week.loose.filter(({ vehicles }) => vehicles.length > 0), chance);
  const vehicle = seed && oneOfThem(seed.vehicles, chance);
  if (!seed || vehicle === undefined) return;
  for (const session of week.loose.filter(({ slot, vehicles }) => slot.day === seed.slot.day && vehicles.includes(vehicle))) close(week, gap, session);
}

/** Whatever one resident is in: they leave it, and small sessions close. */
function freeResident(week: Week, gap: Gap, taste: Taste): void {
  const { chance } = taste;
  const resident = chance.below(week.tables.residents.length);
  const share = 0.3 + 0.7 * chance.next();
  for (const session of [...at(week.own, resident)]) if (chance.next() < share) leave(week, gap, session, resident, taste);
}

/** All sessions of one activity: how often it can be held ties the days together. */
function clearActivity(week: Week, gap: Gap, chance: Chance): void {
  const seed = oneOfThem(week.loose, chance);
  if (!seed) return;
  for (const session of week.loose.filter(({ slot }) => slot.activity === seed.slot.activity)) close(week, gap, session);
}

function clearAny(week: Week, gap: Gap, chance: Chance): void {
  for (const session of shuffle([...week.loose], chance).slice(0, 1 + chance.below(4))) close(week, gap, session);
}

/** Finds one resident a place, a promise's if one is not kept, whatever must give way. */
export function grantWish(week: Week, taste: Taste): Gap {
  const gap: Gap = { slots: [], residents: [] };
  const wish = wishToGrant(week, taste.chance);
  if (!wish) return gap;
  const { slot, resident } = wish;
  const standing = week.loose.filter((session) => session.slot === slot && !week.friends.isIn(session, resident));
  const session = oneOfThem(standing, taste.chance);
  if (session && taste.chance.next() < 0.7) {
    const mark = week.mark();
    if (squeezeIn(week, session, resident, taste, Number.NEGATIVE_INFINITY)) {
      gap.slots.push(slot);
      gap.residents.push(resident);
      return gap;
    }
    week.goBack(mark);
  }
  giveWayTo(week, gap, slot, resident, taste);
  return gap;
}

/** Two sessions change places, near enough: each is held about when the other was, with whoever comes then. */
export function exchange(week: Week, taste: Taste): Gap {
  const { chance } = taste;
  const gap: Gap = { slots: [], residents: [] };
  const one = oneOfThem(week.loose, chance);
  const other = oneOfThem(week.loose, chance);
  if (!one || !other || one === other) return gap;
  const forOne = slotNear(week, one, other, chance);
  const forOther = slotNear(week, other, one, chance);
  if (!forOne && !forOther) return gap;
  close(week, gap, one);
  close(week, gap, other);
  for (const slot of [forOne, forOther]) {
    const proposal = slot && compose(week, slot, taste);
    if (proposal) week.open(proposal.session);
  }
  return gap;
}

/** A slot for what `session` does, about when `there` is. */
function slotNear(week: Week, session: Placed, there: Placed, chance: Chance): Slot | undefined {
  const near = at(week.tables.slotsOf, session.slot.activity).filter((slot) => overlap(slot, there.slot) && Math.abs(slot.start - there.slot.start) <= NEAR);
  return oneOfThem(near, chance);
}

function giveWayTo(week: Week, gap: Gap, slot: Slot, resident: number, taste: Taste): void {
  const { chance } = taste;
  const activity = at(week.tables.activities, slot.activity);
  makeTime(week, gap, slot, resident, taste);
  if ((week.sessionsOf[slot.activity] ?? 0) >= activity.maxSessions) {
    const others = week.loose.filter((session) => session.slot.activity === slot.activity);
    const other = oneOfThem(others, chance);
    if (other) close(week, gap, other);
  }
  const inTheWay = shuffle(week.loose.filter((session) => overlap(session.slot, slot)), chance);
  // Wheels are what is lacking most often: whoever has them gives way first.
  if (activity.transport === 'vehicle') inTheWay.sort((a, b) => a.vehicles.length - b.vehicles.length);
  for (let tries = 0; tries <= 5; tries += 1) {
    const proposal = compose(week, slot, taste, resident);
    if (proposal) week.open(proposal.session);
    const session = proposal ? undefined : inTheWay.pop();
    if (!session) return;
    close(week, gap, session);
  }
}

/** Takes someone out of what overlaps, and of one session more where their day is full, or their purse empty. */
function makeTime(week: Week, gap: Gap, slot: Slot, resident: number, taste: Taste): void {
  const own = (isInTheWay: (session: Placed) => boolean) => at(week.own, resident).filter(isInTheWay);
  const leaveOne = (sessions: readonly Placed[]) => {
    const session = oneOfThem(sessions, taste.chance);
    if (session) leave(week, gap, session, resident, taste);
  };
  for (const session of own((one) => overlap(one.slot, slot))) leave(week, gap, session, resident, taste);
  if (week.diary.hasHad(resident, slot)) leaveOne(own((one) => one.slot.day === slot.day && one.slot.activity === slot.activity));
  if (week.diary.isDayFull(resident, slot.day)) leaveOne(own((one) => one.slot.day === slot.day));
  if (!week.diary.canAfford(resident, slot.activity)) leaveOne(own((one) => at(week.tables.activities, one.slot.activity).cost > 0));
}

function wishToGrant(week: Week, chance: Chance): { slot: Slot; resident: number } | null {
  const { tables } = week;
  const kind = chance.next();
  if (kind < WANTS) {
    const unmet = tables.wantPoints.flatMap((points, want) => (points > 0 && week.diary.met[want] === 0 && slotsReaching(week, want).length > 0 ? [want] : []));
    const want = oneOfThem(unmet, chance);
    if (want !== undefined) return { slot: anyOf(slotsReaching(week, want), chance), resident: tables.wantedBy[want] ?? 0 };
  }
  let resident = chance.below(tables.residents.length);
  if (kind < WANTS + SHORT) for (let tries = 0; tries < 6 && week.diary.shortOf(resident) <= 0; tries += 1) resident = chance.below(tables.residents.length);
  const slots = at(tables.slotsFor, resident);
  return slots.length > 0 ? { slot: anyOf(slots, chance), resident } : null;
}

/** The slots in which a want could be met if nothing else were planned: it is no use trying elsewhere. */
function slotsReaching({ tables, reach }: Week, want: number): readonly Slot[] {
  const known = reach[want];
  if (known) return known;
  const [empty, sober] = [new Week(tables), { shadow: 0, noise: 0, chance: { next: () => 0, below: () => 0 } }];
  const found = at(tables.slotsMeeting, want).filter((slot) => compose(empty, slot, sober, tables.wantedBy[want]) !== null);
  reach[want] = found;
  return found;
}

function leave(week: Week, gap: Gap, session: Placed, resident: number, taste: Taste): void {
  if (session.pinned) return;
  if (session.residents.length <= at(week.tables.activities, session.slot.activity).group.min) {
    close(week, gap, session);
    return;
  }
  week.leave(session, resident);
  recrew(week, session, taste);
  gap.slots.push(session.slot);
  gap.residents.push(resident);
}

/** Slots in which a gap can be filled: no more than `most`, those just emptied always among them. */
export function slotsFor(week: Week, gap: Gap, most: number, chance: Chance): Slot[] {
  const { nearby, slotsOf, slotsMeeting } = week.tables;
  const { slots: emptied } = gap;
  const banned = chance.next() < BANNED ? oneOfThem(emptied, chance) : undefined;
  const found = new Candidates(week, banned);
  for (let i = 0; i < emptied.length; i += 1) found.consider(at(emptied, i).id);
  if (emptied.length === 0) return [];
  for (let tries = 0; tries < most; tries += 1) {
    const near = nearby.any(at(emptied, chance.below(emptied.length)).id, chance);
    if (near >= 0) found.consider(near);
  }
  const lost = wantsLost(week, gap);
  for (let i = 0; i < lost.length; i += 1) {
    const meeting = at(slotsMeeting, at(lost, i));
    for (let tries = 0; tries < Math.min(meeting.length, most / 4); tries += 1) found.consider(at(meeting, chance.below(meeting.length)).id);
  }
  for (let tries = 0; tries < most / 3; tries += 1) {
    const alike = at(slotsOf, at(emptied, chance.below(emptied.length)).activity);
    found.consider(at(alike, 0).id + chance.below(alike.length));
  }
  return found.slots;
}

/** Slots found so far, each once, of activities that may be held once more. */
class Candidates {
  readonly slots: Slot[] = [];
  private readonly week: Week;
  private readonly stamp: number;

  constructor(week: Week, banned: Slot | undefined) {
    this.week = week;
    this.stamp = week.nextStamp();
    if (banned) week.stamps[banned.id] = this.stamp;
  }

  consider(id: number): void {
    const { week, stamp } = this;
    const { tables, stamps } = week;
    if (stamps[id] === stamp || !week.mayHoldMore(tables.activityOf[id] ?? 0)) return;
    stamps[id] = stamp;
    this.slots.push(at(tables.slots, id));
  }
}

/** Promises and routines of people in the gap that nothing meets now. */
function wantsLost({ diary: { met }, tables }: Week, gap: Gap): number[] {
  const lost: number[] = [];
  const { residents } = gap;
  for (let i = 0; i < residents.length; i += 1) {
    const resident = residents[i] ?? 0;
    if (residents.indexOf(resident) < i) continue;
    const wants = at(tables.wantsOf, resident);
    for (let j = 0; j < wants.length; j += 1) if (met[wants[j] ?? 0] === 0) lost.push(wants[j] ?? 0);
  }
  return lost;
}

/** Everyone who lost something, and a few others, in a random order. */
export function residentsFor(week: Week, gap: Gap, chance: Chance): number[] {
  const all = week.tables.residents.length;
  const found: number[] = [];
  for (let i = 0; i < gap.residents.length; i += 1) if (!found.includes(gap.residents[i] ?? 0)) found.push(gap.residents[i] ?? 0);
  for (let i = 0; i < Math.min(3, all); i += 1) {
    const one = chance.below(all);
    if (!found.includes(one)) found.push(one);
  }
  return shuffle(found, chance);
}
