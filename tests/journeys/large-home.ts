/** A home of ninety people with a rota, rooms, wheels, wishes and promises, and a draft of its week: as large as homes come. */
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity, ActivityRoomEntity } from '../../apps/api/src/library/library.entities.ts';
import { InterestEntity, ResidentEntity, RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { PlanEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { stateWeek } from '../../apps/api/src/planning/week-records.ts';
import { PromisesService } from '../../apps/api/src/promises/promises.service.ts';
import { FloorCoverEntity, ShiftEntity, StaffEntity } from '../../apps/api/src/staff/staff.entities.ts';
import { VehicleEntity } from '../../apps/api/src/transport/transport.entities.ts';
import { RoomEntity, VenueEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { instantAt } from '../../libs/domain/src/shared/time.ts';
import type { Problem } from '../../libs/planner/src/problem.ts';
import { chanceFrom } from '../../libs/planner/src/random.ts';
import { solve } from '../../libs/planner/src/solve.ts';
import type { Home, Person, World } from '../world/world.ts';

const ZONE = 'Europe/London';
export const MONDAY = '2026-11-23';
const DAY = 1440;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const GIVEN = ['Ada', 'Alf', 'Bea', 'Bert', 'Cora', 'Cyril', 'Dora', 'Edgar', 'Elsie', 'Ernest', 'Flora', 'Frank', 'Grace', 'Harold', 'Hilda', 'Ivor', 'Joan', 'Ken', 'Lena', 'Mabel', 'Ned', 'Olive', 'Percy', 'Queenie', 'Ralph', 'Sybil', 'Ted', 'Una', 'Vera', 'Wilf'];
const FAMILY = ['Ashdown', 'Barlow', 'Crewe', 'Dalby', 'Eastwood', 'Fenn', 'Garside', 'Hale', 'Ibbot', 'Jolly', 'Kettle'];
const AT_HOME = ['Choir', 'Bread baking', 'Chair yoga', 'Pottery', 'Quiz', 'Reading aloud', 'Seed sowing', 'Dominoes', 'Knitting', 'Film club', 'Model trains', 'Painting', 'Hymns', 'Skittles', 'Letter writing', 'Baby group'];
const WALKS = ['Duck pond', 'Corner shop', 'A turn round the block'];
const DRIVES = ['Swimming', 'Garden centre', 'The library', 'Football'];

export type LargeHome = { readonly home: Home; readonly ruth: Person; readonly draftId: string; readonly problem: Problem };

export async function openLargeHome(world: World, steps: number): Promise<LargeHome> {
  const home = await world.home('Ninety House');
  const ruth = await home.worker('Ruth Kemp', 'coordinator');
  const chance = chanceFrom(90);
  const one = await home.staff('Ines Costa');
  const staff = Array.from({ length: 50 }, (_, i): StaffEntity => Object.assign(new StaffEntity(), one, {
    id: newId(), givenName: GIVEN[(i * 7) % GIVEN.length] ?? '', familyName: `${FAMILY[i % FAMILY.length]}${i >= 30 ? 'son' : ''}`,
    skills: i % 3 === 0 ? ['hoist'] : i % 5 === 0 ? ['pool'] : [], licences: i % 4 === 0 ? ['D1', 'B'] : i % 3 === 0 ? ['B'] : [],
  }));
  await home.insert(StaffEntity, staff);
  await home.insert(ShiftEntity, staff.flatMap(({ id }, i) => EVERY_DAY.flatMap((_, day) => ((i + day) % 7 < 2 ? [] : [{
    homeId: home.id, id: newId(), staffId: id, breakMinutes: 30, source: 'typed',
    startsAt: instantAt(ZONE, MONDAY, day * DAY + (i % 2 === 0 ? 450 : 720)), endsAt: instantAt(ZONE, MONDAY, day * DAY + (i % 2 === 0 ? 930 : 1230)),
  }]))));
  await home.insert(FloorCoverEntity, { homeId: home.id, id: newId(), days: EVERY_DAY, fromTime: '08:00', toTime: '20:00', least: 8 });
  const first = await home.resident(`${GIVEN[0]} ${FAMILY[0]}`, { targetPerWeek: 4 });
  const residents = [first, ...Array.from({ length: 89 }, (_, n) => n + 1).map((i): ResidentEntity => Object.assign(new ResidentEntity(), first, {
    id: newId(), givenName: GIVEN[i % GIVEN.length] ?? '', preferredName: GIVEN[i % GIVEN.length] ?? '', familyName: FAMILY[(i * 3 + Math.floor(i / 30)) % FAMILY.length] ?? '',
    wheelchair: i % 5 === 0 ? 'always' : 'never', supportInResidents: i % 6 === 0 ? 2 : 5, supportOutResidents: i % 4 === 0 ? 1 : 2, room: String(i + 1),
  }))];
  await home.insert(ResidentEntity, residents.slice(1));
  const rooms = ['Lounge', 'Garden room', 'Kitchen', 'Workshop', 'Library corner', 'Sun room', 'Chapel', 'Hall'].map((name, i): RoomEntity => ({ homeId: home.id, id: newId(), name, capacity: 8 + 2 * (i % 4), fromTime: '08:00', toTime: '20:00' }));
  await home.insert(RoomEntity, rooms);
  await home.insert(VehicleEntity, (['The minibus', 'The Berlingo', 'The blue van'] as const).map((name, i): VehicleEntity => ({ homeId: home.id, id: newId(), name, registration: `HB2${i}`, seats: [8, 3, 5][i] ?? 3, bays: [2, 1, 2][i] ?? 1, licence: i === 1 ? 'B' : 'D1', inspectionDue: '2027-06-01', insuranceDue: '2027-06-01', fromTime: '08:00', toTime: '20:00' })));
  const activities = await layActivities(home, rooms);
  await home.insert(InterestEntity, residents.flatMap(({ id }) => activities.filter(() => chance.next() < 0.45).map(({ id: activityId }) => ({ homeId: home.id, id: newId(), residentId: id, activityId, value: 20 + 10 * chance.below(8), because: 'They said so.', lifeFactId: null }))));
  const promises = world.app.get(PromisesService);
  await world.db.write(ruth.actor, async (tx) => {
    for (const [i, { id }] of residents.filter((_, n) => n % 4 === 1).entries()) {
      await promises.make(tx, {
        residentId: id, activityId: activities[(i * 5) % activities.length]?.id ?? null, words: 'Once more before Christmas', level: 'taking part', dueOn: `2026-11-${25 + (i % 5)}`, madeTo: 'the person', lifeFactId: null, wishId: null,
        found: 'Looked at with the rota of that week.',
      });
    }
  });
  await home.insert(RoutineEntity, residents.filter((_, i) => i % 9 === 2).map(({ id }): RoutineEntity => ({
    homeId: home.id, id: newId(), residentId: id, what: 'The news', activityId: null, lifeFactId: null, days: EVERY_DAY, fromTime: '13:00', toTime: '13:30', why: '', whenMissed: '', help: '', needs: 'respect', protected: true, weight: 1, since: '2026-01-01', endedOn: null, recordedBy: ruth.actor.accountId, recordedAt: world.clock.now(),
  })));
  const { problem } = await world.asSystem(home.id, (tx) => stateWeek(tx, { homeId: home.id, zone: ZONE }, MONDAY));
  return { home, ruth, problem, draftId: await layDraft(home, ruth, problem, steps, world.clock.now()) };
}

async function layActivities(home: Home, rooms: readonly RoomEntity[]): Promise<ActivityEntity[]> {
  const venues = [...WALKS, ...DRIVES].map((name, i): VenueEntity => ({
    homeId: home.id, id: newId(), name, address: '', phone: null, lat: 53, lon: -1, driveMinutes: 15, walkMinutes: i < WALKS.length ? 10 : null, hours: [{ days: EVERY_DAY, from: '09:00', to: '18:00' }], price: '',
    access: { stepFree: true, hoist: true, changingPlace: true, quietHours: null, parking: '', welcome: '' }, lastVisited: '',
  }));
  await home.insert(VenueEntity, venues);
  const one = (name: string, more: Partial<ActivityEntity>): ActivityEntity => ({
    homeId: home.id, id: newId(), name, kind: 'social', picture: 'choir', setting: 'home', minutes: 60, groupMin: 1, groupMax: 7, baseStaff: 1, skills: {}, driverSupports: true, transport: null, venueId: null, costPence: 0, maxPerWeek: 7,
    hours: [{ days: EVERY_DAY, from: '09:30', to: '12:30' }, { days: EVERY_DAY, from: '13:30', to: '17:30' }], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null, ...more,
  });
  const activities = [
    ...AT_HOME.map((name, i) => one(name, { minutes: [45, 60, 60, 75][i % 4] ?? 60 })),
    ...WALKS.map((name, i) => one(name, { setting: 'out', transport: 'walk', venueId: venues[i]?.id ?? null, groupMax: 3, minutes: 45, kind: 'physical' })),
    ...DRIVES.map((name, i) => one(name, { setting: 'out', transport: 'vehicle', venueId: venues[WALKS.length + i]?.id ?? null, groupMax: 5, skills: i === 0 ? { pool: 1 } : {}, maxPerWeek: 4, kind: 'physical' })),
  ];
  await home.insert(ActivityEntity, activities);
  await home.insert(ActivityRoomEntity, activities.slice(0, AT_HOME.length).flatMap(({ id }, i) => [0, 3].map((n) => ({ homeId: home.id, activityId: id, roomId: rooms[(i + n) % rooms.length]?.id ?? '' }))));
  return activities;
}

/** A first plan of the week, as the planner leaves it after so many steps. */
async function layDraft(home: Home, ruth: Person, problem: Problem, steps: number, now: Date): Promise<string> {
  const id = newId();
  const { plan } = solve(problem, { seed: 7, steps, now: () => 0 });
  // A few are left out: somebody has too little, a promise is without a place, and there is room to move things.
  const sessions = plan.sessions.toSorted((a, b) => a.start - b.start).filter((_, i) => i % 4 !== 1);
  await home.insert(PlanEntity, {
    homeId: home.id, id, weekStarts: MONDAY, name: 'The week', status: 'draft', version: 1, sessions, pinned: [], score: null, parts: null, basedOn: null, search: null,
    createdBy: ruth.actor.accountId, createdByName: 'Ruth Kemp', createdAt: now, updatedAt: now, publishedBy: null, publishedByName: null, publishedAt: null,
  });
  return id;
}
