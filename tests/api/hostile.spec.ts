/** What no screen sends, to every operation there is: it is answered in words. A new operation is in it by itself. */
import { jest } from '@jest/globals';
import { COOKIE } from '../../apps/api/src/access/cookie.ts';
import { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { type Call, LAST, callsWith, inTurns, isInternal, isShut, lastLast, leavesOf, operationsOf, replaced, schemaOf, told } from '../world/calls.ts';
import { plant } from '../world/planted.ts';
import { type Person, ask, openWorld } from '../world/world.ts';

const STEVEN = 'QXSTEVEN';

jest.setTimeout(180_000);

/** Things that no screen sends. */
const HOSTILE: readonly unknown[] = [
  undefined, null, 'x'.repeat(6000), 'a\0b', '', '👵🏽 \ud800', '-1', '9999-12-31', '0001-01-01', '24:00', -1, 2 ** 31 - 1, 2 ** 40, 0.5, [], {},
];
/** Something that takes long on purpose (signing in, searching for a plan) is sent fewer of them. */
const LONG_MS = 120;
const FEWER = 5;

describe('whatever is sent', () => {
  it('is answered in words, by every operation, and never breaks', async () => {
    const world = await openWorld({ now: '2026-11-25T09:00:00Z' });
    try {
      const home = await world.home();
      const planted = await plant(world.ownerUrl, home.id, STEVEN, 1);
      const karen = await home.worker('Karen Whitfield', 'manager');
      const mark = await home.supporter('Mark Marlow', await world.asSystem(home.id, (tx) => tx.em.findOneByOrFail(ResidentEntity, { homeId: home.id })), 'father');
      const operations = lastLast(operationsOf(await schemaOf(world.url)));
      const wrong: string[] = [];
      const send = async (who: Person, call: Call) => {
        const answer = await ask(world.url, call.operation.text, call.variables, `${COOKIE}=${who.token}`);
        if (isInternal(answer)) wrong.push(`${who.actor.role}: ${told(call)}: ${answer.errors?.[0]?.message ?? ''}`);
      };
      for (const operation of operations.filter(({ name }) => name !== LAST)) {
        const base = callsWith(operation, planted)[0]?.variables ?? {};
        const began = Date.now();
        const first = await karen.asks(operation.text, base);
        const values = Date.now() - began > LONG_MS ? HOSTILE.slice(0, FEWER) : HOSTILE;
        const calls = leavesOf(base).filter((path) => path.length > 0).flatMap((path) => values.map((value) => ({ operation, variables: replaced(base, path, value) as Record<string, unknown> })));
        const all = [{ operation, variables: base }, { operation, variables: {} }, ...calls];
        const who = isShut(first) ? mark : karen;
        await inTurns(all, (call) => send(who, call));
      }
      expect(wrong.slice(0, 30)).toEqual([]);
      expect(await karen.gets<{ me: unknown }>('{ me { name } }')).toEqual({ me: { name: 'Karen Whitfield' } });
    } finally {
      await world.close();
    }
  });
});
