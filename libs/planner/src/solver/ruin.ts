/** Making gaps: taking out sessions that have to do with one another, so that something better can take their place. */
import type { Chance } from '../random.ts';
import type { Taste } from './compose.ts';
import type { Slot } from './tables.ts';
import type { Placed } from './placed.ts';
import type { Week } from './week.ts';
import { anyOf, oneOfThem, shuffle } from '../random.ts';
import { compose } from './compose.ts';
import { recrew } from './crew.ts';
import { overlap, squeezeIn } from './seats.ts';
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
  const seed = oneOfThem(week.sessions, chance);
  if (!seed) return;
  const length = 4 + chance.below(16);
  const from = seed.slot.start / 15 - chance.below(length);
  const share = 0.3 + 0.7 * chance.next();
  const inHours = ({ slot }: Placed) => slot.start / 15 < from + length && slot.start / 15 + slot.quarters > from;
  const found = shuffle(week.sessions.filter(inHours), chance).slice(0, 1 + chance.below(6));
  for (const session of found) if (session === seed || chance.next() < share) close(week, gap, session);
}

/** One person's sessions on one day, and now and then the whole week's. */
function freeStaff(week: Week, gap: Gap, chance: Chance): void {
  const seed = oneOfThem(week.sessions, chance);
  const person = seed && oneOfThem([...seed.staff, ...seed.drivers], chance);
  if (!seed || person === undefined) return;
  const wholeWeek = chance.next() < 0.15;
  const own = week.sessions.filter(({ slot, staff, drivers }) => (wholeWeek || slot.day === seed.slot.day) && (staff.includes(person) || drivers.includes(person)));
  for (const session of own) close(week, gap, session);
}

/** What takes one vehicle out on one day. */
function freeVehicle(week: Week, gap: Gap, chance: Chance): void {
  const seed = oneOfThem(week.sessions.filter(({ vehicles }) => vehicles.length > 0), chance);
  const vehicle = seed && oneOfThem(seed.vehicles, chance);
  if (!seed || vehicle === undefined) return;
  for (const session of week.sessions.filter(({ slot, vehicles }) => slot.day === seed.slot.day && vehicles.includes(vehicle))) close(week, gap, session);
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
  const seed = oneOfThem(week.sessions, chance);
  if (!seed) return;
  for (const session of week.sessions.filter(({ slot }) => slot.activity === seed.slot.activity)) close(week, gap, session);
}

function clearAny(week: Week, gap: Gap, chance: Chance): void {
  for (const session of shuffle([...week.sessions], chance).slice(0, 1 + chance.below(4))) close(week, gap, session);
}

/** Finds one resident a place, a promise's if one is not kept, whatever must give way. */
export function grantWish(week: Week, taste: Taste): Gap {
  const gap: Gap = { slots: [], residents: [] };
  const wish = wishToGrant(week, taste.chance);
  if (!wish) return gap;
  const { slot, resident } = wish;
  const standing = week.sessions.filter((session) => session.slot === slot && !session.pinned && !week.friends.isIn(session, resident));
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
  const one = oneOfThem(week.sessions, chance);
  const other = oneOfThem(week.sessions, chance);
  if (!one || !other || one === other || one.pinned || other.pinned) return gap;
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
    const others = week.sessions.filter((session) => session.slot.activity === slot.activity && !session.pinned);
    const other = oneOfThem(others, chance);
    if (other) close(week, gap, other);
  }
  const inTheWay = shuffle(week.sessions.filter((session) => overlap(session.slot, slot)), chance);
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
    const unmet = tables.wantPoints.flatMap((points, want) => (points > 0 && week.diary.met[want] === 0 && week.isWithinReach(want) ? [want] : []));
    const want = oneOfThem(unmet, chance);
    if (want !== undefined) return { slot: anyOf(at(tables.slotsMeeting, want), chance), resident: tables.wantedBy[want] ?? 0 };
  }
  let resident = chance.below(tables.residents.length);
  if (kind < WANTS + SHORT) for (let tries = 0; tries < 6 && week.diary.shortOf(resident) <= 0; tries += 1) resident = chance.below(tables.residents.length);
  const slots = at(tables.slotsFor, resident);
  return slots.length > 0 ? { slot: anyOf(slots, chance), resident } : null;
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
  const { slotsOn, slotsOf, slotsMeeting, activities } = week.tables;
  const found = new Set<Slot>();
  const isOpen = ({ activity }: Slot) => (week.sessionsOf[activity] ?? 0) < at(activities, activity).maxSessions;
  const consider = (slot: Slot) => {
    if (isOpen(slot)) found.add(slot);
  };
  const banned = chance.next() < BANNED ? oneOfThem(gap.slots, chance) : undefined;
  for (const slot of gap.slots) if (slot !== banned) consider(slot);
  if (gap.slots.length === 0) return [];
  for (let tries = 0; tries < most; tries += 1) {
    const seed = anyOf(gap.slots, chance);
    const slots = at(slotsOn, seed.day);
    for (let again = 0; again < 6; again += 1) {
      const slot = anyOf(slots, chance);
      if (!overlap(slot, seed) || slot === banned) continue;
      consider(slot);
      break;
    }
  }
  for (const want of wantsLost(week, gap)) {
    const slots = at(slotsMeeting, want);
    for (let tries = 0; tries < Math.min(slots.length, most / 4); tries += 1) consider(anyOf(slots, chance));
  }
  for (let tries = 0; tries < most / 3; tries += 1) consider(anyOf(at(slotsOf, anyOf(gap.slots, chance).activity), chance));
  if (banned) found.delete(banned);
  return [...found];
}

/** Promises and routines of people in the gap that nothing meets now. */
function wantsLost({ diary: { met }, tables }: Week, gap: Gap): number[] {
  const lost: number[] = [];
  for (const resident of new Set(gap.residents)) for (const want of at(tables.wantsOf, resident)) if (met[want] === 0) lost.push(want);
  return lost;
}

/** Everyone who lost something, and a few others, in a random order. */
export function residentsFor(week: Week, gap: Gap, chance: Chance): number[] {
  const all = week.tables.residents.length;
  const few = Array.from({ length: Math.min(3, all) }, () => chance.below(all));
  return shuffle([...new Set([...gap.residents, ...few])], chance);
}
