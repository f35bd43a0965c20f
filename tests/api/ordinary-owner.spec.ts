import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { appUrlFrom } from '../../apps/api/src/config.ts';
import { migrate } from '../../apps/api/src/db/migrate.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { TestClock, World } from '../world/world.ts';
import { createServer } from '../../apps/api/src/server.ts';

/** A managed Postgres seldom gives anybody a superuser: the owner of the tables is then bound by their policies too. */
describe('a database whose owner is no superuser', () => {
  let world: World;
  beforeAll(async () => {
    const serverUrl = process.env['TEST_SERVER_URL'] ?? '';
    const admin = new pg.Client({ connectionString: serverUrl });
    await admin.connect();
    // Its own application role would clash with that of the other tests: roles are the server's, so it keeps theirs.
    await admin.query(`CREATE ROLE ordinary LOGIN CREATEROLE CREATEDB PASSWORD 'ordinary'`);
    await admin.query('GRANT promenade_app TO ordinary WITH ADMIN OPTION');
    await admin.query('CREATE DATABASE ordinary OWNER ordinary');
    await admin.end();
    const owner = new URL(serverUrl);
    owner.pathname = '/ordinary';
    const app = new URL(appUrlFrom(owner.toString()));
    owner.username = 'ordinary';
    owner.password = 'ordinary';
    await migrate({ ownerUrl: owner.toString(), appUrl: app.toString() });
    await migrate({ ownerUrl: owner.toString(), appUrl: app.toString() });
    const mediaFolder = await mkdtemp(path.join(tmpdir(), 'promenade-media-'));
    const clock = new TestClock(new Date('2026-11-24T09:00:00Z'));
    const server = await createServer({ appUrl: app.toString(), clock, mediaFolder, logger: false });
    await server.listen(0, '127.0.0.1');
    world = new World(server, owner.toString(), app.toString(), clock, mediaFolder);
  });
  afterAll(() => world.close());

  it('shows a father the plan of his son, and nobody else’s', async () => {
    const home = await world.home();
    const [steven, bob] = [await home.resident('Steven Marlow'), await home.resident('Bob Ellison')];
    const [mark, janet] = [await home.supporter('Mark Marlow', steven, 'father', ['plan']), await home.supporter('Janet Ellison', bob, 'daughter', ['life story'])];
    const [activityId, sessionId] = [newId(), newId()];
    const times = { startsAt: new Date('2026-11-24T14:00:00Z'), endsAt: new Date('2026-11-24T15:00:00Z') };
    await home.insert(ActivityEntity, {
      homeId: home.id, id: activityId, name: 'Swimming', kind: 'physical', picture: 'waves', setting: 'out', minutes: 60, groupMin: 1, groupMax: 2, baseStaff: 2, skills: {},
      driverSupports: false, transport: 'vehicle', venueId: null, costPence: 0, maxPerWeek: 3, hours: [], steps: [],
      adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null,
    });
    await home.insert(SessionEntity, { homeId: home.id, id: sessionId, planId: null, activityId, ...times, status: 'planned', cancelledWhy: null });
    await home.insert(BookingEntity, { homeId: home.id, id: newId(), sessionId, ...times, role: 'resident', residentId: steven.id, staffId: null, vehicleId: null, roomId: null, driverId: null });
    const sessionsFor = (person: typeof mark) => world.db.read(person.actor, (tx) => tx.em.find(SessionEntity));
    expect(await sessionsFor(mark)).toHaveLength(1);
    expect(await sessionsFor(janet)).toEqual([]);
    const ada = await home.worker('Ada Bell', 'carer');
    expect(await sessionsFor(ada)).toHaveLength(1);
  });
});
