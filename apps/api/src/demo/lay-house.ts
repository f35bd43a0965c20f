/** The house of the demo: rooms, wheels, places, library, staff, their rota and the cover that must stay. */
import { type Day, addDays, instantAt, minuteOf, mondayOf } from '@promenade/domain/shared/time';
import { HomeEntity } from '../access/access.entities.ts';
import type { SystemTx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { ActivityEntity, ActivityRoomEntity, ActivityVersionEntity } from '../library/library.entities.ts';
import { FloorCoverEntity, ShiftEntity, StaffEntity } from '../staff/staff.entities.ts';
import { VehicleEntity } from '../transport/transport.entities.ts';
import { HomePlaceEntity, RoomEntity, VenueCheckEntity, VenueEntity, VenueVisitEntity } from '../venues/venues.entities.ts';
import { activities } from './activities.ts';
import type { ShiftCode, StaffContent } from './content.ts';
import { chestnutHouse, floorCover, rooms, shiftTimes, vehicles } from './house.ts';
import { staff } from './staff.ts';
import { homeAt, venueChecks } from './venue-checks.ts';
import { venues } from './venues.ts';

/** Ids by the keys the content uses. */
export type House = {
  readonly homeId: string;
  readonly zone: string;
  readonly room: ReadonlyMap<string, string>;
  readonly venue: ReadonlyMap<string, string>;
  readonly activity: ReadonlyMap<string, string>;
  readonly staff: ReadonlyMap<string, string>;
};

const WEEKS_BACK = 4;
const WEEKS_AHEAD = 6;
/** A fixed Monday from which the two-week patterns are counted. */
const PATTERN_EPOCH = '2026-01-05';

export const idsFor = (items: readonly { key: string }[]) => new Map(items.map(({ key }) => [key, newId()]));

/** The id of a key, or a mistake in the content. */
export function of(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`the demo content names "${key}", which is not there`);
  return id;
}

export async function layDownHouse(tx: SystemTx, homeId: string, today: Day, options: { rota: boolean }): Promise<House> {
  const { zone } = chestnutHouse;
  await tx.em.insert(HomeEntity, { id: homeId, name: chestnutHouse.name, zone, demo: true, createdAt: tx.now });
  const house: House = { homeId, zone, room: idsFor(rooms), venue: idsFor(venues), activity: idsFor(activities), staff: idsFor(staff) };
  await tx.em.insert(RoomEntity, rooms.map(({ key, name, capacity, from, to }) => ({ homeId, id: of(house.room, key), name, capacity, fromTime: from, toTime: to })));
  await tx.em.insert(VehicleEntity, vehicles.map(({ name, registration, seats, bays, licence, inspectionDueInDays, insuranceDueInDays }) => ({
    homeId, id: newId(), name, registration, seats, bays, licence, fromTime: '08:00', toTime: '21:00',
    inspectionDue: addDays(today, inspectionDueInDays), insuranceDue: addDays(today, insuranceDueInDays),
  })));
  await tx.em.insert(VenueEntity, venues.map(({ key, hours, access, ...venue }) => ({ ...venue, homeId, id: of(house.venue, key), hours: [...hours], access })));
  await layDownChecks(tx, house, today);
  await layDownLibrary(tx, house);
  await layDownStaff(tx, house);
  if (options.rota) await layDownRota(tx, house, today);
  await tx.em.insert(FloorCoverEntity, floorCover.map(({ days, from, to, min }) => ({ homeId, id: newId(), days: [...days], fromTime: from, toTime: to, least: min })));
  return house;
}

/** Where the home is, what its people found at the places round it, and how they were treated. */
async function layDownChecks(tx: SystemTx, house: House, today: Day): Promise<void> {
  const { homeId, zone } = house;
  const at = (daysAgo: number) => instantAt(zone, addDays(today, -daysAgo), minuteOf('16:20'));
  await tx.em.insert(HomePlaceEntity, { homeId, id: newId(), ...homeAt, saidBy: null, saidByName: 'Karen Whitfield', saidAt: at(90) });
  for (const { venue, category, holidays } of venueChecks) {
    const { rule, from = null, to = null } = holidays;
    await tx.em.update(VenueEntity, { homeId, id: of(house.venue, venue) }, { category, opening: { from: 'weekly', osm: null, holidays: { rule, from, to } } } as object);
  }
  await tx.em.insert(VenueCheckEntity, venueChecks.flatMap(({ venue, checks }) => checks.map(({ fact, answer, words, metres = null, known, by, daysAgo }) => ({
    homeId, id: newId(), venueId: of(house.venue, venue), fact, answer, words, metres, detail: null, known, checkedBy: null, checkedByName: by, checkedAt: at(daysAgo),
  }))));
  await tx.em.insert(VenueVisitEntity, venueChecks.flatMap(({ venue, visits }) => visits.map(({ how, words, by, daysAgo }) => ({
    homeId, id: newId(), venueId: of(house.venue, venue), sessionId: null, visitedOn: addDays(today, -daysAgo), how, words, recordedBy: null, recordedByName: by, recordedAt: at(daysAgo),
  }))));
}

async function layDownLibrary(tx: SystemTx, house: House): Promise<void> {
  const { homeId } = house;
  const rows = activities.map(({ key, version, venue, ownFields, ...activity }) => ({
    ...activity, homeId, id: of(house.activity, key), venueId: venue ? of(house.venue, venue) : null, shippedKey: key, shippedVersion: version, ownFields: [...ownFields],
    skills: { ...activity.skills }, hours: [...activity.hours], steps: [...activity.steps], adapt: { ...activity.adapt }, watchFor: [...activity.watchFor],
    equipment: [...activity.equipment], speaksTo: [...activity.speaksTo], seasons: [...activity.seasons], retiredOn: null,
  }));
  await tx.em.insert(ActivityEntity, rows);
  await tx.em.insert(ActivityVersionEntity, rows.map((content) => ({
    homeId, id: newId(), activityId: content.id, number: 1, kind: 'started' as const, content: content as never, why: null, recordedBy: null, recordedByName: chestnutHouse.name, recordedAt: tx.now,
  })));
  await tx.em.insert(ActivityRoomEntity, activities.flatMap((activity) => activity.rooms.map((room) => ({
    homeId, activityId: of(house.activity, activity.key), roomId: of(house.room, room),
  }))));
}

async function layDownStaff(tx: SystemTx, house: House): Promise<void> {
  await tx.em.insert(StaffEntity, staff.map((person) => ({
    homeId: house.homeId, id: of(house.staff, person.key), givenName: person.givenName, familyName: person.familyName, jobTitle: person.jobTitle,
    employeeNo: null, skills: [...person.skills], licences: [...person.licences], agency: person.agency, care: person.care, interests: [...person.interests], leftOn: null,
  })));
}

/** Shifts from four weeks ago to six weeks ahead, as the two-week patterns go round. */
async function layDownRota(tx: SystemTx, house: House, today: Day): Promise<void> {
  const shifts: Partial<ShiftEntity>[] = [];
  for (let week = -WEEKS_BACK; week <= WEEKS_AHEAD; week += 1) {
    const monday = addDays(mondayOf(today), week * 7);
    for (const person of staff) {
      patternFor(person, monday).forEach((code, day) => {
        const times = timesOf(code);
        if (!times) return;
        const from = day * 1440 + minuteOf(times.from);
        const to = day * 1440 + minuteOf(times.to) + (times.to <= times.from ? 1440 : 0);
        shifts.push({
          homeId: house.homeId, id: newId(), staffId: of(house.staff, person.key), breakMinutes: times.breakMinutes, source: 'typed',
          startsAt: instantAt(house.zone, monday, from), endsAt: instantAt(house.zone, monday, to),
        });
      });
    }
  }
  await tx.em.insert(ShiftEntity, shifts);
}

function patternFor(person: StaffContent, monday: Day): readonly ShiftCode[] {
  const weeks = Math.round((Date.parse(monday) - Date.parse(PATTERN_EPOCH)) / (7 * 86_400_000));
  return person.shiftPattern[((weeks % 2) + 2) % 2 === 0 ? 0 : 1];
}

function timesOf(code: ShiftCode): { from: string; to: string; breakMinutes: number } | null {
  if (code === '-') return null;
  if (code in shiftTimes) return shiftTimes[code as keyof typeof shiftTimes];
  const [from = '', to = ''] = code.split('-');
  return { from, to, breakMinutes: 30 };
}
