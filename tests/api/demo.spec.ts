import { DEMO_PASSWORD, seedDemo } from '../../apps/api/src/demo/seed.ts';
import { readLedger } from '../../apps/api/src/promises/ledger-reading.ts';
import { SignInService } from '../../apps/api/src/access/sign-in.service.ts';
import { type World, ask, openWorld } from '../world/world.ts';

describe('the demo home', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-21T12:00:00Z' });
    expect(await seedDemo(world.app)).toBe(true);
  });
  afterAll(() => world.close());

  const counts = (table: string) => world.look<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`).then(([row]) => row?.n);

  it('is Chestnut House: 24 residents, 25 staff, two vehicles, six rooms, 25 activities, ten venues', async () => {
    expect(await Promise.all(['home', 'resident', 'staff', 'vehicle', 'room', 'activity', 'venue'].map(counts))).toEqual([1, 24, 25, 2, 6, 25, 10]);
  });

  it('has people who chose, one view that was only heard, and two who read Steven differently', async () => {
    const chosen = await world.look<{ standing: string; n: number }>('SELECT standing, count(*)::int AS n FROM choice GROUP BY 1 ORDER BY 1');
    expect(chosen).toEqual([{ standing: 'decided', n: 6 }, { standing: 'heard', n: 1 }]);
    expect(await world.look(`SELECT 1 AS empty FROM choice WHERE answer = 'not now'`)).toEqual([]);
    expect(await world.look('SELECT DISTINCT likes FROM preference_reading ORDER BY 1')).toEqual([{ likes: 'does not mind it' }, { likes: 'likes it' }]);
  });

  it('is made once', async () => {
    expect(await seedDemo(world.app)).toBe(false);
    expect(await counts('home')).toBe(1);
  });

  it('can be signed in to by everyone it names', async () => {
    const people = await world.app.get(SignInService).demoPeople();
    expect(people).toHaveLength(8);
    for (const { email, name } of people.slice(0, 2)) {
      const { data } = await ask(world.url, 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { ... on Me { name } } }', { email, password: DEMO_PASSWORD });
      expect(data).toEqual({ signIn: { name } });
    }
  });

  it('has a past: promises in every state, weeks that were lived, a chain that holds', async () => {
    const states = await world.look<{ state: string; n: number }>('SELECT state, count(*)::int AS n FROM promise GROUP BY 1 ORDER BY 1');
    expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(['kept', 'partly kept', 'released', 'scheduled']));
    const steven = await world.look<{ state: string; owed: boolean; misses: number }>(`SELECT p.state, p.owed, p.misses FROM promise p JOIN resident r ON r.id = p.resident_id WHERE r.preferred_name = 'Steven'`);
    expect(steven).toEqual([expect.objectContaining({ owed: true })]);
    expect(await counts('attendance')).toBeGreaterThan(200);
    const karen = (await world.look<{ home_id: string; account_id: string }>(`SELECT m.home_id, m.account_id FROM membership m WHERE m.role = 'manager'`))[0]!;
    const check = await world.asSystem(karen.home_id, (tx) => readLedger((sql, values) => tx.em.query(sql, values), karen.home_id));
    expect(check).toMatchObject({ ok: true, breaks: [] });
  });

  it('has families who asked, one answered and one not, who come, and who told something', async () => {
    expect(await Promise.all(['family_ask', 'family_ask_entry', 'visit', 'told_by_family', 'session_media'].map(counts))).toEqual([3, 1, 1, 1, 1]);
    expect(await world.look(`SELECT w.raised_by FROM wish w JOIN family_ask a ON a.home_id = w.home_id AND a.id = w.id`)).toEqual([{ raised_by: 'Mark Marlow, father' }]);
  });

  it('has three people whose outcomes are measured in three views, and one of them grows less sure', async () => {
    expect(await Promise.all(['goal_scale', 'goal_score', 'outcome_belief', 'belief_talk'].map(counts))).toEqual([3, 14, 5, 0]);
    expect(await world.look(`SELECT DISTINCT r.preferred_name AS name, count(DISTINCT s.rater)::int AS views FROM goal_score s JOIN resident r ON r.id = s.resident_id GROUP BY 1 ORDER BY 1`)).toEqual([{ name: 'Bob', views: 3 }, { name: 'Peggy', views: 3 }, { name: 'Rosemary', views: 2 }]);
  });

  it('has two weeks of rounds, enough to say something, and handovers that were read', async () => {
    const [found] = await world.look<{ rounds: number; partial: number; looks: number; states: number }>(
      `SELECT (SELECT count(*)::int FROM round) AS rounds, (SELECT count(*)::int FROM round_end WHERE NOT whole) AS partial, count(*)::int AS looks, count(DISTINCT state)::int AS states FROM round_look`);
    expect(found).toMatchObject({ states: 5 });
    expect([found!.rounds, found!.partial, found!.looks].map((n, place) => n >= [30, 1, 200][place]!)).toEqual([true, true, true]);
    expect(await world.look('SELECT 1 FROM handover')).toHaveLength(2);
    expect(await world.look('SELECT 1 FROM handover_reading')).toHaveLength(3);
    expect(await world.look('SELECT 1 FROM handover_note')).toHaveLength(4);
  });

  it('shows that Bob is distressed when his walk is missed, and says so honestly', async () => {
    const [bob] = await world.look<{ id: string }>(`SELECT id FROM resident WHERE preferred_name = 'Bob'`);
    const { headers } = await fetch(`${world.url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-promenade': '1' },
      body: JSON.stringify({ query: `mutation { signIn(email: "karen.whitfield@example.org", password: "${DEMO_PASSWORD}") { __typename } }` }),
    });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const { data } = await ask<{ resident: { routines: { what: string; picture: { sentence: string; verdict: string; notWanted: number } }[]; lifeStory: { versions: unknown[] }[]; keptOut: { because: string }[] }; openBarriers: { wishWords: string }[] }>(
      world.url, 'query ($id: Id!) { resident(id: $id) { routines { what picture { sentence verdict notWanted } } lifeStory { versions { id } } keptOut { because } } openBarriers { wishWords } }', { id: bob?.id }, cookie);
    const walk = data?.resident.routines.find(({ what }) => what === 'A walk before tea');
    expect(walk?.picture).toMatchObject({ verdict: 'more after missed', sentence: expect.stringMatching(/^\d+ of \d+ missed days were followed by distress, \d+ of \d+ honoured days: likely more than chance\.$/) as string });
    expect(data?.resident.routines.map(({ what }) => what)).toContain('Janet rings');
    expect(data?.resident.lifeStory.flatMap(({ versions }) => versions)).toHaveLength(1);
    expect(data?.resident.keptOut[0]?.because).toContain('is a topic to avoid');
    expect(data?.openBarriers).toMatchObject([{ wishWords: expect.stringContaining('walk') as string }]);
  });
});

describe('the demo home on any day', () => {
  // A Monday before breakfast, a Sunday night, the week after the clocks went forward.
  it.each((process.env['DEMO_DAYS'] ?? '2026-11-23T06:00:00Z,2026-12-06T23:30:00Z,2027-03-31T12:00:00Z').split(','))('can be made on %s', async (now) => {
    const world = await openWorld({ now });
    try {
      expect(await seedDemo(world.app)).toBe(true);
    } finally {
      await world.close();
    }
  });
});
