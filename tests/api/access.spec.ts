import { AccountEntity, MembershipEntity } from '../../apps/api/src/access/access.entities.ts';
import { hashPassword } from '../../apps/api/src/access/passwords.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { type World, ask, openWorld } from '../world/world.ts';

const ME = '{ me { name role opens home { name } mayDo } }';
const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(email: $email, password: $password) { ... on Me { name } ... on Refused { reasons { code message } } } }`;

describe('signing in', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('tells nobody who they are, and a carer that she is one', async () => {
    const home = await world.home();
    const ada = await home.worker('Ada Bell', 'carer');
    expect((await ask(world.url, ME)).data).toEqual({ me: null });
    expect(await ada.gets(ME)).toMatchObject({ me: { name: 'Ada Bell', role: 'carer', opens: 'staff', home: { name: 'Chestnut House' } } });
  });

  it('takes the right password and no other, and says the same of a name it does not know', async () => {
    const home = await world.home();
    const accountId = newId();
    const passwordHash = await hashPassword('chestnuts');
    await world.asSystem(home.id, async (tx) => {
      await tx.em.insert(AccountEntity, { id: accountId, email: 'ruth@example.org', name: 'Ruth', passwordHash, createdAt: tx.now });
      await tx.em.insert(MembershipEntity, { homeId: home.id, id: newId(), accountId, role: 'manager', staffId: null, supporterId: null, about: '', endedAt: null });
    });
    expect((await ask(world.url, SIGN_IN, { email: 'Ruth@example.org ', password: 'chestnuts' })).data).toEqual({ signIn: { name: 'Ruth' } });
    const wrong = await ask(world.url, SIGN_IN, { email: 'ruth@example.org', password: 'conkers' });
    expect(wrong.data).toMatchObject({ signIn: { reasons: [{ code: 'WRONG_NAME_OR_PASSWORD' }] } });
    expect((await ask(world.url, SIGN_IN, { email: 'nobody@example.org', password: 'conkers' })).data).toEqual(wrong.data);
  });

  it('lists nobody to try in a home that is no demo', async () => {
    await world.home();
    expect((await ask(world.url, '{ demoPeople { name } }')).data).toEqual({ demoPeople: [] });
  });

  it('takes days that exist, from the year 1900 to 2200', async () => {
    const ada = await (await world.home()).worker('Ada Bell', 'carer');
    const day = async (on: string) => (await ada.asks('query ($on: Day) { day(on: $on) { day } }', { on })).errors?.map(({ message }) => message) ?? [];
    for (const on of ['1900-01-01', '2028-02-29', '2200-12-31']) expect(await day(on)).toEqual([]);
    for (const on of ['1899-12-31', '2027-02-29', '2201-01-01', '9999-12-31', '24/11/2026']) {
      expect(await day(on)).toEqual([expect.stringContaining('expected a day that exists, such as 2026-11-24, from the year 1900 to 2200')]);
    }
  });

  it('takes one change at a time', async () => {
    const { errors } = await ask(world.url, 'mutation { a: signOut b: signOut }');
    expect(errors?.[0]?.extensions.code).toBe('INVALID');
  });
});
