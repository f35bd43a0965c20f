import { AccountEntity } from '../../apps/api/src/access/access.entities.ts';
import { COOKIE } from '../../apps/api/src/access/cookie.ts';
import { SupporterEntity, CircleMemberEntity } from '../../apps/api/src/circle/circle.entities.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { newHome } from '../../apps/api/src/new-home.ts';
import type { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { type Home, type Person, type World, ask, openWorld } from '../world/world.ts';

type Refusal = { reasons?: { code: string; message: string }[] };
type Link = Refusal & { path: string; name: string; email: string; expiresAt: string };
type Standing = { id: string; name: string; about: string; opens: string; email: string | null; role: string | null; hasSignIn: boolean; invitedUntil: string | null };

const LINK = '{ ... on InvitationLink { path name email expiresAt } ... on Refused { reasons { code message } } }';
const INVITE_SUPPORTER = `mutation ($input: InviteSupporterInput!) { made: inviteSupporter(input: $input) ${LINK} }`;
const INVITE_STAFF = `mutation ($input: InviteStaffInput!) { made: inviteStaff(input: $input) ${LINK} }`;
const READ = 'query ($code: String!) { invitation(code: $code) { name homeName email opens } }';
const ACCEPT = `mutation ($code: String!, $password: String!) {
  acceptInvitation(code: $code, password: $password) { ... on Me { name role opens home { name } } ... on Refused { reasons { code message } } } }`;
const SIGN_IN = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { __typename ... on Me { name } } }';
const STANDINGS = '{ whoCanSignIn { id name about opens email role hasSignIn invitedUntil } }';
const PASSWORD = 'walks by the sea';
const START = '2026-11-24T09:00:00Z';

const codeIn = (path: string) => path.split('/').at(-1) ?? '';
const codesOf = ({ reasons }: Refusal) => reasons?.map(({ code }) => code) ?? [];

describe('an invitation', () => {
  let world: World;
  let home: Home;
  let karen: Person;
  let bob: ResidentEntity;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set(START);
    home = await world.home('Rowan Lodge');
    karen = await home.worker('Karen Whitfield', 'manager');
    bob = await home.resident('Bob Ellison');
  });

  /** A supporter as an import leaves them: in the circle, without a sign-in. */
  async function supporter(name: string, relation = 'daughter', isInCircle = true): Promise<SupporterEntity> {
    const row: SupporterEntity = { homeId: home.id, id: newId(), name, email: null, phone: null };
    await home.insert(SupporterEntity, row);
    if (isInCircle) await home.insert(CircleMemberEntity, { homeId: home.id, id: newId(), residentId: bob.id, supporterId: row.id, relation });
    return row;
  }
  const fresh = (name: string) => `${name}.${newId().slice(-8)}@example.org`;
  const inviteSupporter = async (supporterId: string, email = fresh('somebody')) => (await karen.gets<{ made: Link }>(INVITE_SUPPORTER, { input: { supporterId, email } })).made;
  const inviteStaff = async (staffId: string, role = 'carer', email = fresh('somebody')) => (await karen.gets<{ made: Link }>(INVITE_STAFF, { input: { staffId, role, email } })).made;
  const read = async (code: string) => (await ask<{ invitation: unknown }>(world.url, READ, { code })).data?.invitation;
  const accept = async (code: string, password = PASSWORD) => (await ask<{ acceptInvitation: Refusal & { name?: string } }>(world.url, ACCEPT, { code, password })).data!.acceptInvitation;
  const standings = async () => (await karen.gets<{ whoCanSignIn: Standing[] }>(STANDINGS)).whoCanSignIn;
  const accounts = (email: string) => world.asSystem(null, (tx) => tx.em.countBy(AccountEntity, { email }));

  it('lets a supporter in with a password of her own, who sees nothing until something is shared', async () => {
    const janet = await supporter('Janet Ellison');
    const email = fresh('Janet.Ellison');
    const link = await inviteSupporter(janet.id, ` ${email} `);
    expect(link).toMatchObject({ name: 'Janet Ellison', email: email.toLowerCase(), expiresAt: '2026-12-01T09:00:00.000Z' });
    expect(link.path).toMatch(/^\/family\/welcome\/[\w-]{32}$/);
    expect(await read(codeIn(link.path))).toEqual({ name: 'Janet Ellison', homeName: 'Rowan Lodge', email: email.toLowerCase(), opens: 'family' });

    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-promenade': '1' }, body: JSON.stringify({ query: ACCEPT, variables: { code: codeIn(link.path), password: PASSWORD } }),
    });
    expect(await response.json()).toEqual({ data: { acceptInvitation: { name: 'Janet Ellison', role: 'supporter', opens: 'family', home: { name: 'Rowan Lodge' } } } });
    const cookie = response.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(new RegExp(`^${COOKIE}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict`));
    const asJanet = <T>(query: string, variables = {}) => ask<T>(world.url, query, variables, cookie.split(';')[0]);
    expect((await asJanet('{ me { name role } }')).data).toEqual({ me: { name: 'Janet Ellison', role: 'supporter' } });
    expect((await asJanet('{ family { people { name } } }')).data).toEqual({ family: { people: [] } });
    expect((await asJanet('{ residents { preferredName } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ask(world.url, SIGN_IN, { email, password: PASSWORD })).data).toMatchObject({ signIn: { name: 'Janet Ellison' } });
    expect((await ask(world.url, SIGN_IN, { email, password: `${PASSWORD}!` })).data).toMatchObject({ signIn: { __typename: 'Refused' } });
  });

  it('lets a colleague in as what the manager says', async () => {
    const staff = await home.staff('Ada Bell');
    const link = await inviteStaff(staff.id, 'coordinator');
    expect(link.path).toMatch(/^\/welcome\//);
    expect(await accept(codeIn(link.path))).toEqual({ name: 'Ada Bell', role: 'coordinator', opens: 'staff', home: { name: 'Rowan Lodge' } });
    expect(codesOf(await inviteStaff(staff.id))).toEqual(['HAS_A_SIGN_IN']);
  });

  it('is used once, and says the same when it is used, run out, replaced or made up', async () => {
    const janet = await supporter('Janet Ellison');
    const first = codeIn((await inviteSupporter(janet.id)).path);
    const second = codeIn((await inviteSupporter(janet.id)).path);
    expect([await read(first), await read(second)]).toEqual([null, expect.objectContaining({ name: 'Janet Ellison' })]);
    const refusal = await accept('made-up');
    expect(codesOf(refusal)).toEqual(['NO_LONGER_GOOD']);
    expect(await accept(first)).toEqual(refusal);
    expect(await accept(second)).toMatchObject({ name: 'Janet Ellison' });
    expect(await read(second)).toBeNull();
    expect(await accept(second)).toEqual(refusal);

    const peter = await supporter('Peter Ellison', 'son');
    const third = codeIn((await inviteSupporter(peter.id)).path);
    world.clock.set('2026-12-01T08:59:59Z');
    expect(await read(third)).not.toBeNull();
    world.clock.set('2026-12-01T09:00:00Z');
    expect(await read(third)).toBeNull();
    expect(await accept(third)).toEqual(refusal);
    for (const code of ['', 'x'.repeat(6000), 'a\0b', '👵🏽 \ud800']) expect([await read(code), await accept(code)]).toEqual([null, refusal]);
  });

  it('makes one account when two accept at once, and one standing link when two managers invite at once', async () => {
    const janet = await supporter('Janet Ellison');
    const email = fresh('janet');
    const links = await Promise.all([1, 2, 3, 4].map(() => inviteSupporter(janet.id, email)));
    const readable = await Promise.all(links.map(({ path }) => read(codeIn(path))));
    expect(readable.filter(Boolean)).toHaveLength(1);
    const code = codeIn(links[readable.findIndex(Boolean)]?.path ?? '');
    const answers = await Promise.all([accept(code), accept(code), accept(code)]);
    expect(answers.filter(({ name }) => name === 'Janet Ellison')).toHaveLength(1);
    expect(answers.flatMap(codesOf)).toEqual(['NO_LONGER_GOOD', 'NO_LONGER_GOOD']);
    expect(await accounts(email)).toBe(1);
    expect(await world.look('SELECT 1 FROM membership WHERE supporter_id = $1', [janet.id])).toHaveLength(1);
  });

  it('keeps neither the code nor the password, only what they are known by', async () => {
    const janet = await supporter('Janet Ellison');
    const code = codeIn((await inviteSupporter(janet.id)).path);
    await accept(code);
    const kept = JSON.stringify(await world.look('SELECT i.*, a.* FROM invitation i JOIN account a ON a.email = i.email WHERE i.supporter_id = $1', [janet.id]));
    expect(kept).toContain('scrypt$');
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(PASSWORD);
  });

  it('asks for a password that is not the first anybody would guess, and stays good meanwhile', async () => {
    const janet = await supporter('Janet Ellison');
    const email = fresh('janet');
    const code = codeIn((await inviteSupporter(janet.id, email)).path);
    const tries: [string, string][] = [['short', 'TOO_SHORT'], ['x'.repeat(1001), 'TOO_LONG'], ['password1', 'TOO_OBVIOUS'], [email, 'IS_THE_ADDRESS']];
    for (const [password, reason] of tries) expect([password, codesOf(await accept(code, password))]).toEqual([password, [reason]]);
    expect(await accounts(email)).toBe(0);
    expect(await accept(code)).toMatchObject({ name: 'Janet Ellison' });
  });

  it('is refused in words for somebody it is not for, or an address that is none', async () => {
    const [stranger, janet, left] = [await supporter('Nobody’s Aunt', '', false), await supporter('Janet Ellison'), await home.staff('Lee Gone', { leftOn: '2026-11-20' })];
    expect(await inviteSupporter(stranger.id)).toEqual({ reasons: [{ code: 'IN_NO_CIRCLE', message: 'Nobody’s Aunt is in nobody’s circle. Add them to a resident’s circle first.' }] });
    expect(codesOf(await inviteStaff(left.id))).toEqual(['HAS_LEFT']);
    for (const email of ['', 'janet', 'janet@', 'janet ellison@example.org']) expect([email, codesOf(await inviteSupporter(janet.id, email))]).toEqual([email, ['NO_ADDRESS']]);
    const ada = await home.staff('Ada Bell');
    expect(codesOf(await inviteStaff(ada.id, 'supporter'))).toEqual(['NOT_A_ROLE']);
    const email = fresh('shared');
    await accept(codeIn((await inviteSupporter(janet.id, email)).path));
    expect(codesOf(await inviteStaff(ada.id, 'carer', email))).toEqual(['ADDRESS_IN_USE']);
    expect(codesOf(await inviteSupporter(janet.id))).toEqual(['HAS_A_SIGN_IN']);
    expect(await inviteStaff(ada.id)).toMatchObject({ name: 'Ada Bell' });
  });

  it('does not open for somebody who has left since, nor for an address that signs in to another home', async () => {
    const ada = await home.staff('Ada Bell');
    const code = codeIn((await inviteStaff(ada.id)).path);
    await world.look(`UPDATE staff SET left_on = '2026-11-24' WHERE id = $1`, [ada.id]);
    expect([await read(code), codesOf(await accept(code))]).toEqual([null, ['NO_LONGER_GOOD']]);

    const email = fresh('janet');
    await accept(codeIn((await inviteSupporter((await supporter('Janet Ellison')).id, email)).path));
    const other = await world.home('Oak House');
    const olga = await other.worker('Olga Oak', 'manager');
    const staff = await other.staff('Janet Ellison');
    const { made } = await olga.gets<{ made: Link }>(INVITE_STAFF, { input: { staffId: staff.id, role: 'carer', email } });
    expect(await accept(codeIn(made.path))).toEqual({ reasons: [{ code: 'ADDRESS_KNOWN', message: expect.stringContaining('with another address') as string }] });
    expect(await accounts(email)).toBe(1);
  });

  it('is the manager’s to make, for people of her own home', async () => {
    const janet = await supporter('Janet Ellison');
    const input = { supporterId: janet.id, email: fresh('janet') };
    for (const role of ['carer', 'coordinator'] as const) {
      const other = await home.worker('Eve Price', role);
      expect((await other.asks(INVITE_SUPPORTER, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await other.asks(STANDINGS)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const mark = await home.supporter('Mark Marlow', bob, 'friend');
    expect((await mark.asks(INVITE_SUPPORTER, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const olga = await (await world.home('Oak House')).worker('Olga Oak', 'manager');
    expect((await olga.asks(INVITE_SUPPORTER, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await karen.gets<{ made: Link }>(INVITE_SUPPORTER, { input })).made.name).toBe('Janet Ellison');
  });

  it('shows the manager who can sign in, who was invited and who was not', async () => {
    const [janet, peter] = [await supporter('Janet Ellison'), await supporter('Peter Ellison', 'son')];
    await home.staff('Ada Bell', { jobTitle: 'Senior carer' });
    await home.staff('Lee Gone', { leftOn: '2026-11-20' });
    await supporter('Nobody’s Aunt', '', false);
    const email = fresh('janet');
    await inviteSupporter(janet.id, email);
    await accept(codeIn((await inviteSupporter(peter.id, fresh('peter'))).path));
    const shown = await standings();
    expect(shown.map(({ name, about, opens, hasSignIn, role }) => [name, about, opens, hasSignIn, role])).toEqual([
      ['Ada Bell', 'Senior carer', 'staff', false, null],
      ['Janet Ellison', 'daughter of Bob', 'family', false, 'supporter'],
      ['Karen Whitfield', 'Carer', 'staff', true, 'manager'],
      ['Peter Ellison', 'son of Bob', 'family', true, 'supporter'],
    ]);
    expect(shown.map(({ invitedUntil }) => invitedUntil)).toEqual([null, '2026-12-01T09:00:00.000Z', null, null]);
    expect(shown[1]?.email).toBe(email);
    expect(JSON.stringify(await (await world.home('Oak House')).worker('Olga Oak', 'manager').then((olga) => olga.gets(STANDINGS)))).not.toContain('Janet');
  });

  it('ends the session of whoever used the device before', async () => {
    const janet = await supporter('Janet Ellison');
    const { path } = await inviteSupporter(janet.id);
    await ask(world.url, ACCEPT, { code: codeIn(path), password: PASSWORD }, `${COOKIE}=${karen.token}`);
    expect((await karen.gets<{ me: unknown }>('{ me { name } }')).me).toBeNull();
  });
});

describe('the first home', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const wanted = { name: 'Rowan Lodge', manager: 'Ada Bell', email: 'ada@example.org' };
  const pathOf = (made: Awaited<ReturnType<typeof newHome>>) => ('path' in made ? made.path : made.sentences.join(' '));

  it('is made without the demo: its manager comes in, and finds nobody there yet', async () => {
    const made = await newHome(world.app, wanted);
    expect(made).toMatchObject({ isNew: true });
    const again = await newHome(world.app, { ...wanted, name: 'rowan  lodge' });
    expect(again).toMatchObject({ isNew: false });
    expect((await ask(world.url, READ, { code: codeIn(pathOf(made)) })).data).toEqual({ invitation: null });
    const { data } = await ask(world.url, ACCEPT, { code: codeIn(pathOf(again)), password: PASSWORD });
    expect(data).toEqual({ acceptInvitation: { name: 'Ada Bell', role: 'manager', opens: 'staff', home: { name: 'Rowan Lodge' } } });
    expect(await world.look('SELECT name, demo, zone FROM home')).toEqual([{ name: 'Rowan Lodge', demo: false, zone: 'Europe/London' }]);
    expect((await ask(world.url, '{ demoPeople { name } }')).data).toEqual({ demoPeople: [] });
  });

  it('says in sentences what is missing or there already, and makes nothing', async () => {
    expect(await newHome(world.app, { name: ' ', manager: '', email: 'ada' })).toEqual({ sentences: [expect.stringContaining('--name'), expect.stringContaining('--manager'), expect.stringContaining('“ada”')] });
    expect(await newHome(world.app, wanted)).toEqual({ sentences: ['Ada Bell has a sign-in already.'] });
    expect(await newHome(world.app, { ...wanted, manager: 'Bea Stone', email: 'bea@example.org' })).toEqual({ sentences: [expect.stringContaining('nobody called Bea Stone works there')] });
    expect(await newHome(world.app, { ...wanted, name: 'Oak House' })).toEqual({ sentences: [expect.stringContaining('There is a sign-in for ada@example.org already')] });
    expect(await world.look('SELECT 1 FROM home')).toHaveLength(1);
  });
});
