/** Words leave the ledger where the law says so, and only so; and anyone who holds an old place of it can check it. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { newId } from '../../apps/api/src/db/ids.ts';
import { PromisesService } from '../../apps/api/src/promises/promises.service.ts';
import { LedgerService, rowOf } from '../../apps/api/src/promises/ledger.service.ts';
import { PromiseEntity } from '../../apps/api/src/promises/promises.entities.ts';
import type { EntryContent } from '../../libs/domain/src/promises/promise.ts';
import { foldPromise } from '../../libs/domain/src/promises/promise.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const ERASE = 'mutation ($input: EraseWordsInput!) { erased: eraseWords(input: $input) { __typename ... on LedgerErasure { id seqs ground askedBy askedWords recordedByName residentName } ... on Refused { reasons { code message } } } }';
const HISTORY = 'query ($id: Id!) { promise(id: $id) { words state owed history { seq kind who words } } }';
const CHECK = '{ ledgerCheck { ok entries erased headSeq headHash notedHere breaks { seq kind column what advice } } }';

type Erased = { erased: { __typename: string; seqs: number[]; reasons: { code: string; message: string }[] } };
type History = { promise: { words: string; state: string; owed: boolean; history: { seq: number; kind: string; who: string; words: string }[] } };
type Check = { ledgerCheck: { ok: boolean; entries: number; erased: number; headSeq: number; headHash: string; notedHere: number; breaks: { seq: number; kind: string }[] } };

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function arrange(name = 'Chestnut House') {
  const home = await world.home(name);
  const [ruth, ada, bob] = [await home.worker('Ruth Hall', 'manager'), await home.worker('Ada Bell', 'carer'), await home.resident('Bob Ellison')];
  const sarah = await home.supporter('Sarah', bob, 'daughter', ['promises']);
  const made = await promised(ada, bob.id);
  const say = (content: EntryContent) => world.db.write(ada.actor, (tx) => world.app.get(LedgerService).append(tx, made, content));
  await say({ kind: 'fell through', sessionId: null, words: 'Bob’s catheter leaked.', by: 'Ada Bell' });
  return { home, ruth, ada, bob, sarah, made, say };
}

async function promised(who: Person, residentId: string): Promise<string> {
  const made = await world.db.write(who.actor, (tx) => world.app.get(PromisesService).make(tx, { residentId, words: 'A walk by the canal', activityId: null, level: 'taking part', dueOn: '2026-11-30', madeTo: 'Bob', lifeFactId: null, wishId: null, found: 'Friday after lunch.' }));
  if ('reasons' in made) throw new Error(made.reasons[0]?.message);
  return made.id;
}

const input = (residentId: string, more: object = {}) => ({ id: newId(), residentId, seqs: null, ground: 'consent withdrawn', askedBy: 'Bob Ellison', askedWords: 'I do not want that about my catheter kept.', ...more });
const erase = async (who: Person, given: object) => (await who.gets<Erased>(ERASE, { input: given })).erased;
const verify = (home: Home, ...more: string[]) => spawnSync(path.join('node_modules', '.bin', 'node'), ['scripts/verify-ledger.ts', '--home', home.id, '--sql', ...more], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: world.ownerUrl } });

describe('a lawful erasure', () => {
  it('takes the words and their salt, tells of itself in every history, and changes nothing of what is owed', async () => {
    const { home, ruth, bob, sarah, made, say } = await arrange();
    const before = (await ruth.gets<History>(HISTORY, { id: made })).promise;
    expect(await erase(ruth, input(bob.id, { seqs: [2] }))).toMatchObject({ __typename: 'LedgerErasure', seqs: [2], askedBy: 'Bob Ellison', recordedByName: 'Ruth Hall', residentName: 'Bob' });
    const after = (await ruth.gets<History>(HISTORY, { id: made })).promise;
    expect(after).toMatchObject({ words: before.words, state: 'not kept', owed: true });
    expect(after.history.slice(1)).toEqual([
      { seq: 2, kind: 'fell through', who: '', words: 'What was said here has been erased, as the law requires. That it was said remains.' },
      { seq: 3, kind: 'erased', who: 'Ruth Hall', words: 'The words of entry 2 have been erased, as the law requires: the consent they were kept under was withdrawn. What is owed has not changed by it.' },
    ]);
    const family = await sarah.gets<{ familyPromise: { history: { sentence: string }[] } }>('query ($id: Id!) { familyPromise(id: $id) { history { sentence } } }', { id: made });
    expect(family.familyPromise.history.slice(1).map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/erased, as the law/) as string, expect.stringMatching(/entry 2 have been erased/) as string]);
    expect((await ruth.gets<Check>(CHECK)).ledgerCheck).toMatchObject({ ok: true, entries: 3, erased: 1, breaks: [] });
    expect(verify(home)).toMatchObject({ status: 0, stdout: expect.stringContaining('whole. 3 entries, the words of 1 of them erased as the law requires. The database computes the same hashes.') as string });
    // It goes on from where it stood.
    await say({ kind: 'explained', reason: 'person unwell', words: '', answers: 'Ruth', newDate: '2026-12-04', whyNoDate: null, by: 'Ada Bell' });
    expect((await ruth.gets<History>(HISTORY, { id: made })).promise).toMatchObject({ state: 'made', owed: true });
  });

  it('of everything of one person leaves no word of it anywhere a promise is kept, and no promise less', async () => {
    const { home, ruth, ada, bob, made } = await arrange();
    const second = await promised(ada, bob.id);
    const given = input(bob.id);
    expect(await erase(ruth, given)).toMatchObject({ __typename: 'LedgerErasure', seqs: [1, 2, 3] });
    // Sent twice, it is done once; with other words it is refused.
    expect(await erase(ruth, given)).toMatchObject({ __typename: 'LedgerErasure', seqs: [1, 2, 3] });
    expect(await erase(ruth, { ...given, askedWords: 'Other words' })).toMatchObject({ reasons: [{ code: 'SAID_OTHERWISE_BEFORE' }] });
    for (const word of ['canal', 'catheter', 'Friday after lunch']) {
      expect(await world.look('SELECT 1 FROM ledger_content WHERE home_id = $1 AND content::text LIKE $2 UNION ALL SELECT 1 FROM promise WHERE home_id = $1 AND words LIKE $2', [home.id, `%${word}%`])).toEqual([]);
    }
    const { promises } = await ruth.gets<{ promises: { id: string; words: string; residentName: string; madeBy: string }[] }>('{ promises { id words residentName madeBy } }');
    expect(promises.map(({ id }) => id).sort()).toEqual([made, second].sort());
    expect(promises[0]).toMatchObject({ words: 'The words have been erased, as the law requires.', residentName: 'Bob', madeBy: 'Ada Bell' });
    expect((await ruth.gets<Check>(CHECK)).ledgerCheck).toMatchObject({ ok: true, erased: 3 });
    await world.asSystem(home.id, async (tx) => {
      for (const row of await tx.em.findBy(PromiseEntity, { homeId: home.id })) {
        expect(rowOf(home.id, row.id, foldPromise(await world.app.get(LedgerService).entriesOf({ ...tx, actor: ada.actor }, [row.id])))).toEqual(Object.assign({}, row));
      }
    });
  });

  it('needs a ground in law, somebody who asked and their words, and words that are there', async () => {
    const { ruth, bob } = await arrange();
    const reasons = async (more: object) => (await erase(ruth, input(bob.id, more))).reasons.map(({ code }) => code);
    expect(await reasons({ ground: 'because', askedBy: ' ', askedWords: '' })).toEqual(['NO_GROUND', 'NOBODY_ASKED', 'NOT_IN_WORDS']);
    expect(await reasons({ seqs: [] })).toEqual(['NOTHING_CHOSEN']);
    expect(await reasons({ seqs: [2, 77] })).toEqual(['NOTHING_THERE']);
    expect(await erase(ruth, input(bob.id, { seqs: [2] }))).toMatchObject({ __typename: 'LedgerErasure' });
    // Neither what is gone nor what says that it is gone can be erased again.
    expect(await reasons({ seqs: [2] })).toEqual(['NOTHING_THERE']);
    expect(await reasons({ seqs: [3] })).toEqual(['NOTHING_THERE']);
  });

  it('is the manager’s alone, and the database itself sees to it', async () => {
    const { ruth, ada, bob, sarah, made } = await arrange();
    for (const who of [ada, sarah]) expect((await who.asks(ERASE, { input: input(bob.id) })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const call = (who: Person, erasure: string) => world.db.write(who.actor, (tx) => tx.em.query(`SELECT erase_ledger_words($1, '{2}', $2, '{}', $3, now())`, [made, erasure, newId()]));
    await expect(call(ada, newId())).rejects.toThrow('Only the manager of the home erases words.');
    await expect(call(sarah, newId())).rejects.toThrow('Only the manager of the home erases words.');
    await expect(call(ruth, newId())).rejects.toThrow('Words are erased for a reason that is written down first.');
    const other = await arrange('Willow Court');
    await expect(call(other.ruth, newId())).rejects.toThrow(/written down first/);
    expect((await other.ruth.asks(ERASE, { input: input(bob.id) })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    for (const sql of ['TRUNCATE ledger_entry', 'TRUNCATE ledger_content', 'DELETE FROM ledger_content', 'UPDATE ledger_entry SET kind = kind', 'DELETE FROM ledger_erasure', 'UPDATE noted_head SET hash = hash', 'DELETE FROM noted_head']) {
      await expect(world.db.write(ruth.actor, (tx) => tx.em.query(sql))).rejects.toThrow(/permission denied/);
    }
  });
});

describe('words that somebody removed without an erasure', () => {
  it('are reported, where they were, on the page and by the command', async () => {
    const { home, ruth, ada } = await arrange();
    await world.look('DELETE FROM ledger_content c USING ledger_entry e WHERE e.home_id = $1 AND e.seq = 2 AND c.id = e.id', [home.id]);
    expect((await ada.gets<Check>(CHECK)).ledgerCheck).toMatchObject({ ok: false, breaks: expect.arrayContaining([expect.objectContaining({ seq: 2, kind: 'words removed', column: 'content' })]) as unknown });
    expect(verify(home)).toMatchObject({ status: 1, stdout: expect.stringContaining('entry 2: words removed (content).') as string });
    expect((await ruth.gets<Check>(CHECK)).ledgerCheck.ok).toBe(false);
  });
});

describe('whoever was sent a place of the ledger', () => {
  const ask = async (query: Record<string, string>) => {
    const response = await fetch(`${world.url}/check?${new URLSearchParams(query).toString()}`, { headers: { accept: 'text/html' } });
    return { status: response.status, html: await response.text() };
  };

  it('sees without signing in whether today’s history contains it, and nothing else', async () => {
    const { home, ada, bob } = await arrange('Larch House');
    const head = await world.db.write(ada.actor, (tx) => world.app.get(LedgerService).noteHead(tx, 'Sarah, the weekly digest'));
    if (!head) throw new Error('no head');
    await promised(ada, bob.id);
    const place = { home: home.id, seq: String(head.seq), hash: head.hash };
    const { status, html } = await ask(place);
    expect([status, html]).toEqual([200, expect.stringContaining('Yes. It is still there.') as string]);
    expect(html).not.toMatch(/<script|canal|Bob|Larch House: /);
    // By name and with the check in capitals and groups, as somebody types it from paper.
    expect((await ask({ ...place, home: 'larch house', hash: head.hash.toUpperCase().replaceAll(/(.{8})/g, '$1 ') })).html).toContain('Yes. It is still there.');
    expect((await ask({ ...place, hash: 'a'.repeat(64) })).html).toContain('No. It is not there.');
    expect((await ask({ ...place, seq: '99' })).html).toContain('No. It is not there.');
    expect((await ask({ ...place, home: newId() })).html).toContain('This home is not known here.');
    expect((await ask({ home: '"><script>', seq: 'x', hash: '' })).html).toMatch(/Something is missing[\s\S]*The place is a number[\s\S]*&quot;&gt;&lt;script&gt;/);
    expect((await ask({})).html).not.toMatch(/class="answer/);
    expect(verify(home)).toMatchObject({ status: 0, stdout: expect.stringContaining('1 noted place fits.') as string });
  });

  it('sees that it is gone once the ledger was cut off, written anew, or broken before it; and the home sees it too', async () => {
    const { home, ruth, ada } = await arrange('Rowan House');
    const head = await world.db.write(ada.actor, (tx) => world.app.get(LedgerService).noteHead(tx, 'Sarah, the weekly digest'));
    const place = { home: home.id, seq: String(head?.seq), hash: head?.hash ?? '' };
    await world.look(`UPDATE ledger_content SET content = jsonb_set(content, '{words}', '"Nothing happened."') WHERE id = (SELECT id FROM ledger_entry WHERE home_id = $1 AND seq = 2)`, [home.id]);
    expect((await ask(place)).html).toContain('No. It is not there.');
    await world.look('DELETE FROM ledger_entry WHERE home_id = $1 AND seq = 2', [home.id]);
    expect((await ask(place)).html).toContain('No. It is not there.');
    expect((await ruth.gets<Check>(CHECK)).ledgerCheck).toMatchObject({ ok: false, notedHere: 1, breaks: expect.arrayContaining([expect.objectContaining({ seq: 2, kind: 'cut off', what: expect.stringContaining('Sarah, the weekly digest') as string })]) as unknown });
  });
});
