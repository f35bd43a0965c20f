import { Db, type Tx } from '../../apps/api/src/db/db.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { VehicleEntity } from '../../apps/api/src/transport/transport.entities.ts';
import { type Person, type World, openWorld } from '../world/world.ts';

describe('a unit of work', () => {
  let world: World;
  let db: Db;
  beforeAll(async () => {
    world = await openWorld();
    db = world.db;
  });
  afterAll(() => world.close());

  async function homeOf(resident: string): Promise<Person> {
    const home = await world.home();
    await home.resident(resident);
    return home.worker('Ada Bell', 'carer');
  }
  const names = (tx: Tx) => tx.em.find(ResidentEntity).then((rows) => rows.map(({ givenName }) => givenName));

  it('sees its own home and no other, however many are at work on the same connections', async () => {
    const [bobs, dots] = [await homeOf('Bob'), await homeOf('Dot')];
    const seen = await Promise.all(Array.from({ length: 200 }, (_, i) => db.read((i % 2 ? bobs : dots).actor, names)));
    expect(seen.filter((_, i) => i % 2)).toEqual(Array.from({ length: 100 }, () => ['Bob']));
    expect(seen.filter((_, i) => !(i % 2))).toEqual(Array.from({ length: 100 }, () => ['Dot']));
  });

  it('cannot write for another home', async () => {
    const [bobs, dots] = [await homeOf('Bob'), await homeOf('Dot')];
    const van = { id: newId(), name: 'Van', registration: '', seats: 3, bays: 0, licence: 'B' as const, inspectionDue: '2027-01-01', insuranceDue: '2027-01-01', fromTime: '08:00', toTime: '20:00' };
    await expect(db.write(bobs.actor, (tx) => tx.em.insert(VehicleEntity, { ...van, homeId: dots.actor.homeId }))).rejects.toMatchObject({ driverError: { code: '42501' } });
    await db.write(bobs.actor, (tx) => tx.em.insert(VehicleEntity, { ...van, homeId: bobs.actor.homeId }));
    expect(await db.read(dots.actor, (tx) => tx.em.count(VehicleEntity))).toBe(0);
    expect(await db.read(bobs.actor, (tx) => tx.em.count(VehicleEntity))).toBe(1);
  });

  it('writes nothing while it reads', async () => {
    const ada = await homeOf('Bob');
    await expect(db.read(ada.actor, (tx) => tx.em.update(ResidentEntity, { homeId: ada.actor.homeId }, { room: '9' }))).rejects.toMatchObject({ driverError: { code: '25006' } });
  });

  it('leaves nothing behind when it fails, and runs no effects', async () => {
    const ada = await homeOf('Bob');
    const effects: string[] = [];
    await expect(db.write(ada.actor, async (tx) => {
      tx.afterCommit(() => effects.push('told'));
      await tx.em.update(ResidentEntity, { homeId: ada.actor.homeId }, { room: '9' });
      throw new Error('a slip');
    })).rejects.toThrow('a slip');
    expect(await db.read(ada.actor, (tx) => tx.em.countBy(ResidentEntity, { room: '9' }))).toBe(0);
    expect(effects).toEqual([]);
  });

  it('takes statements asked at once one after another', async () => {
    const ada = await homeOf('Bob');
    expect(await db.read(ada.actor, (tx) => Promise.all([names(tx), names(tx), names(tx)]))).toEqual([['Bob'], ['Bob'], ['Bob']]);
  });

  it('throws when it is used after its end', async () => {
    const ada = await homeOf('Bob');
    let kept: Tx | null = null;
    await db.read(ada.actor, async (tx) => {
      kept = tx;
      await names(tx);
    });
    await expect(names(kept as unknown as Tx)).rejects.toThrow('after its unit of work ended');
  });

  it('stays committed when an effect afterwards fails', async () => {
    const ada = await homeOf('Bob');
    const written = db.write(ada.actor, async (tx) => {
      tx.afterCommit(() => { throw new Error('nobody to tell'); });
      await tx.em.update(ResidentEntity, { homeId: ada.actor.homeId }, { room: '9' });
      return 'written';
    });
    expect(await written).toBe('written');
    expect(await db.read(ada.actor, (tx) => tx.em.countBy(ResidentEntity, { room: '9' }))).toBe(1);
  });

  it('that cannot begin gives its connection back: thirty of them leave the house open', async () => {
    const ada = await homeOf('Bob');
    const nobody = { ...ada.actor, homeId: '\0' };
    for (let i = 0; i < 30; i += 1) await expect(db.read(nobody, names)).rejects.toThrow();
    expect(await db.read(ada.actor, names)).toEqual(['Bob']);
  });

  it('is run again as a whole when two lock each other', async () => {
    const ada = await homeOf('Bob');
    const home = ada.actor.homeId;
    const [one, two] = [newId(), newId()];
    const row = { homeId: home, registration: '', seats: 3, bays: 0, licence: 'B' as const, inspectionDue: '2027-01-01', insuranceDue: '2027-01-01', fromTime: '08:00', toTime: '20:00' };
    await db.write(ada.actor, (tx) => tx.em.insert(VehicleEntity, [{ ...row, id: one, name: 'one' }, { ...row, id: two, name: 'two' }]));
    let runs = 0;
    const add = (first: string, second: string) => db.write(ada.actor, async (tx) => {
      runs += 1;
      await tx.em.increment(VehicleEntity, { homeId: home, id: first }, 'seats', 1);
      await tx.em.query('SELECT pg_sleep(0.2)');
      await tx.em.increment(VehicleEntity, { homeId: home, id: second }, 'seats', 1);
    });
    await Promise.all([add(one, two), add(two, one)]);
    expect(runs).toBeGreaterThan(2);
    expect((await db.read(ada.actor, (tx) => tx.em.find(VehicleEntity))).map(({ seats }) => seats)).toEqual([5, 5]);
  });
});
