/** What was acknowledged is there once, whenever the API or the database is killed. The long run is `npm run check:crash`. */
import { spawnSync } from 'node:child_process';
import { notDurable } from '../../apps/api/src/db/durable.ts';
import { type World, openWorld } from '../world/world.ts';

const run = (...more: string[]) => spawnSync(process.execPath, ['scripts/check-crash.mjs', ...more], { encoding: 'utf8', timeout: 170_000, env: { ...process.env, NODE_OPTIONS: '' } });

describe('killed in the middle of recording', () => {
  it('loses nothing and doubles nothing, and the ledger is whole each time', () => {
    const { status, stdout, stderr } = run('--kills', '3', '--seed', '2');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/kills=3 \(api=[12] postgres=[12]\)[\s\S]*acknowledged=\d{2,} retried=\d+ refused=0 lost=0 doubled=0\nchain checks=4 broken=0/);
  }, 180_000);
});

describe('a database that could lose what was recorded', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('is not started on, and the sentence says which settings are off', async () => {
    expect(await notDurable(world.appUrl)).toBe('The database is set up so that a power cut could lose what was recorded: fsync and full_page_writes and synchronous_commit are off. Switch them on in the settings of Postgres, then start again.');
    await world.look(`ALTER ROLE promenade_app IN DATABASE "${new URL(world.appUrl).pathname.slice(1)}" SET synchronous_commit = on`);
    expect(await notDurable(world.appUrl)).toContain('fsync and full_page_writes are off');
  });
});
