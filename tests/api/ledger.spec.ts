import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Actor } from '../../apps/api/src/access/actor.ts';
import type { Tx } from '../../apps/api/src/db/db.ts';
import { LedgerService, rowOf, sha256 } from '../../apps/api/src/promises/ledger.service.ts';
import { LedgerContentEntity, LedgerEntryEntity, PromiseEntity } from '../../apps/api/src/promises/promises.entities.ts';
import { type Making, PromisesService } from '../../apps/api/src/promises/promises.service.ts';
import { verifyChain } from '../../libs/domain/src/promises/ledger-check.ts';
import { foldPromise } from '../../libs/domain/src/promises/promise.ts';
import { saidBy, tellEntry } from '../../libs/domain/src/promises/telling.ts';
import { type Home, type World, openWorld } from '../world/world.ts';

const NODE = path.join('node_modules', '.bin', 'node');

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const making = (residentId: string, more: Partial<Making> = {}): Making => ({
  residentId, words: 'A walk by the canal', activityId: null, level: 'taking part', dueOn: '2026-11-30', madeTo: 'Bob', lifeFactId: null, wishId: null,
  found: 'Ada walks with him on Friday after lunch.', ...more,
});

async function promised(actor: Actor, residentId: string, more: Partial<Making> = {}): Promise<PromiseEntity> {
  const made = await world.db.write(actor, (tx) => world.app.get(PromisesService).make(tx, making(residentId, more)));
  if ('reasons' in made) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return made;
}

const append = <T>(actor: Actor, work: (ledger: LedgerService, tx: Tx) => Promise<T>) => world.db.write(actor, (tx) => work(world.app.get(LedgerService), tx));

async function chainOf(home: Home) {
  return world.asSystem(home.id, async (tx) => ({
    entries: await tx.em.findBy(LedgerEntryEntity, { homeId: home.id }),
    contents: await tx.em.findBy(LedgerContentEntity, { homeId: home.id }),
  }));
}

describe('the ledger of a home', () => {
  it('is one chain, without a gap, however many people write at once', async () => {
    const home = await world.home();
    const [ada, joe, bob] = [await home.worker('Ada Bell', 'carer'), await home.worker('Joe Hill', 'carer'), await home.resident('Bob Ellison')];
    await Promise.all(Array.from({ length: 30 }, (_, n) => promised((n % 2 ? ada : joe).actor, bob.id, { words: `A walk, number ${n}` })));
    const { entries, contents } = await chainOf(home);
    expect(verifyChain(entries, contents, sha256)).toMatchObject({ ok: true, entries: 30, erased: 0, head: { seq: 30 } });
    expect(entries.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  });

  it('is each home’s own', async () => {
    const [one, two] = [await world.home('Chestnut House'), await world.home('Willow Court')];
    for (const home of [one, two]) {
      const [ada, bob] = [await home.worker('Ada Bell', 'carer'), await home.resident('Bob Ellison')];
      expect(await promised(ada.actor, bob.id)).toMatchObject({ state: 'made', owed: true, entries: 1, madeBy: 'Ada Bell' });
    }
    const { entries } = await chainOf(two);
    expect(entries.map(({ seq }) => seq)).toEqual([1]);
  });

  it('cannot be rewritten or shortened by the application', async () => {
    const home = await world.home();
    const [ada, bob] = [await home.worker('Ada Bell', 'manager'), await home.resident('Bob Ellison')];
    await promised(ada.actor, bob.id);
    for (const sql of ['UPDATE ledger_entry SET kind = kind', 'DELETE FROM ledger_entry', 'UPDATE ledger_content SET salt = salt', 'DELETE FROM ledger_content']) {
      await expect(world.db.write(ada.actor, (tx) => tx.em.query(sql))).rejects.toThrow(/permission denied/);
    }
  });

  it('takes a supporter’s word in their own name, on promises they may see, and no other word of theirs', async () => {
    const home = await world.home();
    const [ada, bob, ivy] = [await home.worker('Ada Bell', 'carer'), await home.resident('Bob Ellison'), await home.resident('Ivy Cole')];
    const [mark, kate] = [await home.supporter('Mark', bob, 'son', ['promises']), await home.supporter('Kate', bob, 'niece', ['plan'])];
    const [his, hers] = [await promised(ada.actor, bob.id), await promised(ada.actor, ivy.id)];
    await append(mark.actor, (ledger, tx) => ledger.append(tx, his.id, { kind: 'disputed', by: 'Mark', words: 'Dad says nobody came.' }));
    await expect(append(mark.actor, (ledger, tx) => ledger.append(tx, hers.id, { kind: 'confirmed', by: 'Mark', words: '' }))).rejects.toThrow(/row-level security/);
    await expect(append(kate.actor, (ledger, tx) => ledger.append(tx, his.id, { kind: 'confirmed', by: 'Kate', words: '' }))).rejects.toThrow(/row-level security/);
    await expect(append(mark.actor, (ledger, tx) => ledger.append(tx, his.id, { kind: 'released', by: 'Mark', right: 'son', words: 'no', recordedBy: 'Mark' }))).rejects.toThrow(/row-level security/);
    const { entries, contents } = await chainOf(home);
    expect(verifyChain(entries, contents, sha256)).toMatchObject({ ok: true, entries: 3 });
    const told = await world.db.read(mark.actor, (tx) => world.app.get(LedgerService).entriesOf(tx, [his.id]));
    expect(told.map(({ content }) => [saidBy(content), tellEntry(content, 'taking part')])).toEqual([
      ['Ada Bell', expect.stringContaining('A walk by the canal')],
      ['Mark', 'Mark says it was not so: “Dad says nobody came.”'],
    ]);
  });

  it('tells where it was tampered with behind the application’s back', async () => {
    const home = await world.home();
    const [ada, bob] = [await home.worker('Ada Bell', 'carer'), await home.resident('Bob Ellison')];
    const [, second] = [await promised(ada.actor, bob.id), await promised(ada.actor, bob.id, { dueOn: '2026-12-05' })];
    await world.look(`UPDATE ledger_content SET content = jsonb_set(content, '{dueOn}', '"2027-01-01"') WHERE id = (SELECT id FROM ledger_entry WHERE promise_id = $1)`, [second.id]);
    const { entries, contents } = await chainOf(home);
    expect(verifyChain(entries, contents, sha256)).toMatchObject({ ok: false, breaks: [{ seq: 2, kind: 'words changed', column: 'content or salt' }] });
  });

  it('is verified from the command line, whole or with the place where it is broken', async () => {
    const home = await world.home('Larch House');
    const [ada, bob] = [await home.worker('Ada Bell', 'carer'), await home.resident('Bob Ellison')];
    const { id } = await promised(ada.actor, bob.id);
    const run = (...more: string[]) => spawnSync(NODE, ['scripts/verify-ledger.ts', '--home', home.id, ...more], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: world.ownerUrl } });
    const whole = run();
    expect([whole.status, whole.stdout]).toEqual([0, expect.stringMatching(/^Larch House: whole\. 1 entry\. Head 1:[0-9a-f]{64}\n$/) as string]);
    expect(run('--noted', `2:${'0'.repeat(64)}`)).toMatchObject({ status: 1, stdout: expect.stringContaining('entry 2: cut off. It was there before (noted by whoever asks), and has been cut off') as string });
    expect(run('--home', 'Larch')).toMatchObject({ status: 2, stderr: expect.stringContaining('is not the id of a home') as string });
    await world.look('UPDATE promise SET due_on = $2 WHERE id = $1', [id, '2027-01-01']);
    expect(run()).toMatchObject({ status: 1, stdout: expect.stringContaining('its row does not follow from its entries (dueOn)') as string });
  });

  it('is all that the rows of promises are made of', async () => {
    const home = await world.home();
    const [ada, bob] = [await home.worker('Ada Bell', 'manager'), await home.resident('Bob Ellison')];
    const promises = world.app.get(PromisesService);
    const ids = [];
    for (let n = 0; n < 4; n += 1) ids.push((await promised(ada.actor, bob.id, { words: `Walk ${n}` })).id);
    const [plain, missed, explained, released] = ids as [string, string, string, string];
    for (const id of [missed, explained]) await append(ada.actor, (ledger, tx) => ledger.append(tx, id, { kind: 'fell through', sessionId: null, words: 'The bus would not start.', by: 'Ada Bell' }));
    await world.db.write(ada.actor, (tx) => promises.explain(tx, explained, { reason: 'vehicle off the road', words: '', answers: 'Ruth', newDate: '2026-12-01', whyNoDate: null }));
    await world.db.write(ada.actor, (tx) => promises.release(tx, { promiseId: released, words: 'I would rather watch the snooker.', by: 'the person', supporterId: null }));
    await world.asSystem(home.id, async (tx) => {
      const rows = await tx.em.findBy(PromiseEntity, { homeId: home.id });
      expect(rows.find(({ id }) => id === plain)).toMatchObject({ state: 'made', owed: true, misses: 0 });
      expect(rows.find(({ id }) => id === missed)).toMatchObject({ state: 'not kept', unexplained: true, misses: 1 });
      expect(rows.find(({ id }) => id === explained)).toMatchObject({ state: 'made', unexplained: false, misses: 1, dueOn: '2026-12-01' });
      expect(rows.find(({ id }) => id === released)).toMatchObject({ state: 'released', owed: false });
      for (const row of rows) {
        const entries = await world.app.get(LedgerService).entriesOf({ ...tx, actor: ada.actor }, [row.id]);
        expect(rowOf(home.id, row.id, foldPromise(entries))).toEqual(Object.assign({}, row));
      }
    });
  });
});
