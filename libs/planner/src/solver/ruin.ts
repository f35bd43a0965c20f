/** Making gaps: taking out sessions that have to do with one another, so that something better can take their place. */
import type { Chance } from '../random.ts';
import type { Taste } from './compose.ts';
import type { Slot } from './tables.ts';
import type { Placed, Week } from './week.ts';
import { anyOf, oneOfThem, shuffle } from '../random.ts';
import { compose } from './compose.ts';
import { parted } from './join.ts';
import { at } from '../at.ts';

/** What was taken out or made smaller. */
export type Gap = Placed[];

/** Takes out part of the week in one of several ways, by chance. */
export function makeGap(week: Week, taste: Taste): Gap {
  const { chance } = taste;
  const gap: Gap = [];
  const kind = chance.next();
  if (kind < 0.42) clearHours(week, gap, chance);
  else if (kind < 0.56) freeStaff(week, gap, chance);
  else if (kind < 0.7) freeResident(week, gap, taste);
  else if (kind < 0.81) clearActivity(week, gap, chance);
  else if (kind < 0.89) freeVehicle(week, gap, chance);
  else clearAny(week, gap, chance);
  return gap;
}

function close(week: Week, gap: Gap, session: Placed): void {
  if (session.pinned || !week.isOpen(session)) return;
  week.close(session);
  gap.push(session);
}

/** Some hours of one day, most of what is in them. */
function clearHours(week: Week, gap: Gap, chance: Chance): void {
  const seed = oneOfThem(week.sessions, chance);
  if (!seed) return;
  const length = 4 + chance.below(16);
  const from = seed.slot.start / 15 - chance.below(length);
  const share = 0.3 + 0.7 * chance.next();
  const inHours = ({ slot }: Placed) => slot.start / 15 < from + length && slot.start / 15 + slot.quarters > from;
  const found = shuffle(week.sessions.filter(inHours), chance).slice(0, 2 + chance.below(5));
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
  for (const session of week.sessions.filter(({ residents }) => residents.includes(resident))) {
    if (chance.next() < share) leave(week, gap, session, (one) => one === resident, taste);
  }
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

/** Opens a session for one resident, a promise's if one is not kept, whatever must give way. */
export function grantWish(week: Week, taste: Taste): Gap {
  const gap: Gap = [];
  const wish = wishToGrant(week, taste.chance);
  if (wish) giveWayTo(week, gap, wish.slot, wish.resident, taste);
  return gap;
}

function giveWayTo(week: Week, gap: Gap, slot: Slot, resident: number, taste: Taste): void {
  const { chance } = taste;
  const { activities, residents } = week.tables;
  const activity = at(activities, slot.activity);
  const own = week.sessions.filter((session) => session.residents.includes(resident));
  for (const session of own) {
    const clashes = overlap(session.slot, slot) || (session.slot.day === slot.day && (session.slot.activity === slot.activity || at(residents, resident).maxPerDay === 1));
    if (clashes) leave(week, gap, session, (one) => one === resident, taste);
  }
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

function wishToGrant(week: Week, chance: Chance): { slot: Slot; resident: number } | null {
  const { tables } = week;
  const unmet = tables.wantPoints.flatMap((points, want) => (points > 0 && week.met[want] === 0 && at(tables.slotsMeeting, want).length > 0 ? [want] : []));
  const want = oneOfThem(unmet, chance);
  if (want !== undefined && chance.next() < 0.7) {
    const slot = anyOf(at(tables.slotsMeeting, want), chance);
    return { slot, resident: (tables.wantedBy[want] ?? 0) };
  }
  const slot = oneOfThem(tables.slots, chance);
  const option = slot && oneOfThem(slot.options, chance);
  return slot && option ? { slot, resident: option.resident } : null;
}

function leave(week: Week, gap: Gap, session: Placed, leaving: (resident: number) => boolean, taste: Taste): void {
  if (session.pinned) return;
  const smaller = parted(week, session, leaving, taste);
  close(week, gap, session);
  if (smaller) week.open(smaller);
}

/** Slots in which a gap can be filled: no more than `most`, those just emptied always among them. */
export function slotsFor(week: Week, gap: Gap, most: number, chance: Chance): Slot[] {
  const { slotsOn, slotsOf, slotsMeeting, activities } = week.tables;
  const emptied = new Set(gap.map(({ slot }) => slot));
  const nearby: Slot[] = [];
  const elsewhere: Slot[] = [];
  for (const day of new Set(gap.map(({ slot }) => slot.day))) {
    const own = gap.filter(({ slot }) => slot.day === day);
    for (const slot of at(slotsOn, day)) if (!emptied.has(slot) && own.some((session) => overlap(session.slot, slot))) nearby.push(slot);
  }
  for (const want of wantsLost(week, gap)) elsewhere.push(...sample(at(slotsMeeting, want), most / 4, chance));
  for (const activity of new Set(gap.map(({ slot }) => slot.activity))) {
    for (const slot of at(slotsOf, activity)) if (!emptied.has(slot)) elsewhere.push(slot);
  }
  const isOpen = ({ activity }: Slot) => (week.sessionsOf[activity] ?? 0) < at(activities, activity).maxSessions;
  return [...new Set([...emptied, ...sample(nearby, most, chance), ...sample(elsewhere, most / 3, chance)])].filter(isOpen);
}

/** Promises and routines of people in the gap that nothing meets now. */
function wantsLost({ met }: Week, gap: Gap): Set<number> {
  const wants = gap.flatMap(({ slot, residents }) => residents.flatMap((resident) => at(slot.optionOf, resident).wants));
  return new Set(wants.filter((want) => met[want] === 0));
}

function sample<Item>(items: readonly Item[], most: number, chance: Chance): Item[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: Math.floor(most) }, () => at(items, chance.below(items.length)));
}

function overlap(a: Slot, b: Slot): boolean {
  return a.firstUnit < b.endUnit && b.firstUnit < a.endUnit;
}

/** Everyone who lost something, and a few others, in a random order. */
export function residentsFor(week: Week, gap: Gap, chance: Chance): number[] {
  const all = week.tables.residents.length;
  const few = Array.from({ length: Math.min(3, all) }, () => chance.below(all));
  return shuffle([...new Set([...gap.flatMap(({ residents }) => residents), ...few])], chance);
}
