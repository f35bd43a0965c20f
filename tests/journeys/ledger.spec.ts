/** The ledger on the screens: whole, erased from and broken; and the page where anyone checks an old digest, on any phone, with scripts off. */
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { COOKIE } from '../../apps/api/src/access/cookie.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { LedgerService } from '../../apps/api/src/promises/ledger.service.ts';
import type { Home, Person, World } from '../world/world.ts';
import { Visitor, openBrowser, openStage } from './stage.ts';

jest.setTimeout(180_000);

const SIZES = { phone: { width: 360, height: 740 }, tablet: { width: 820, height: 1180 }, desk: { width: 1440, height: 900 } };

describe('the ledger', () => {
  let world: World;
  let browser: Browser;
  let home: Home;
  let ruth: Person;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openStage('2026-11-24T09:00:00Z'), openBrowser()]);
    home = await world.home();
    ruth = await home.worker('Ruth Hall', 'manager');
    const bob = await home.resident('Bob Ellison');
    await world.db.write(ruth.actor, async (tx) => {
      const ledger = world.app.get(LedgerService);
      for (const words of ['A walk by the canal', 'A swim at the baths on Thursday']) {
        const id = newId();
        await ledger.append(tx, id, { kind: 'made', residentId: bob.id, words, activityId: null, level: 'taking part', dueOn: '2026-11-30', madeBy: 'Ruth Hall', madeTo: 'Bob', lifeFactId: null, wishId: null, found: 'On Friday after lunch.' });
        await ledger.append(tx, id, { kind: 'fell through', sessionId: null, words: 'Bob had been sick in the night.', by: 'Ruth Hall' });
      }
      await ledger.noteHead(tx, 'Sarah, the weekly digest');
    });
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  async function comes(size: keyof typeof SIZES, at: string): Promise<Visitor> {
    const visitor = await Visitor.comes(browser, world, `ledger-${size}`, SIZES[size]);
    await visitor.context.addCookies([{ name: COOKIE, value: ruth.token, url: world.url }]);
    await visitor.opens(at);
    return visitor;
  }

  /** No axe violation of any impact, and nothing wider than the screen. */
  async function faultless(visitor: Visitor, what: string): Promise<void> {
    await visitor.looks(what);
    expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }

  it('is whole; words are erased from it by its manager, and it says so', async () => {
    for (const size of ['phone', 'desk'] as const) {
      const visitor = await comes(size, '/promises/ledger');
      await visitor.page.getByText('4 entries, worked out again just now').waitFor();
      await faultless(visitor, 'ledger');
      await visitor.opens('/promises/ledger/erase');
      await visitor.page.getByLabel('About whom?').selectOption({ label: 'Bob Ellison' });
      await visitor.page.getByText('Everything about this person: 4 entries').waitFor();
      await faultless(visitor, 'erase');
      if (size === 'desk') {
        await visitor.page.getByLabel('It fell through: Bob had been sick in the night.').first().check();
        await visitor.page.getByRole('button', { name: 'Erase the words of 1 entry' }).click();
        await visitor.page.getByRole('button', { name: 'Erase them' }).click();
        await visitor.page.getByText('Choose the ground on which the law lets these words be erased.').waitFor();
        await visitor.page.getByLabel('Consent was withdrawn').check();
        await visitor.page.getByLabel('Who asked?').fill('Bob Ellison');
        await visitor.page.getByLabel('In which words?').fill('Nobody needs to know that I was sick.');
        await visitor.page.getByRole('button', { name: 'Erase the words of 1 entry' }).click();
        await visitor.looks('sure');
        await visitor.page.getByRole('button', { name: 'Erase them' }).click();
        await visitor.page.getByText('The words of 1 entry were erased, as the law requires.').waitFor();
        await visitor.page.getByText('The words of entry 2').waitFor();
        await faultless(visitor, 'erased');
      }
      expect(visitor.errors).toEqual([]);
      await visitor.context.close();
    }
  });

  it('is checked by whoever was sent a place of it: without a script, in large letters, by keyboard', async () => {
    const [noted] = await world.look<{ seq: number; hash: string }>('SELECT seq, hash FROM noted_head WHERE home_id = $1', [home.id]);
    for (const [size, viewport] of Object.entries(SIZES)) {
      const context = await browser.newContext({ viewport, javaScriptEnabled: false, locale: 'en-GB' });
      const page = await context.newPage();
      await page.goto(`${world.url}/check`);
      await page.getByLabel('The home').fill(home.id);
      await page.getByLabel('The place').fill(String(noted?.seq));
      await page.getByLabel('The check').fill(noted?.hash ?? '');
      await page.keyboard.press('Enter');
      await page.getByText('Yes. It is still there.').waitFor();
      if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/check-${size}.png`, fullPage: true });
      await page.goto(`${world.url}/check?home=${home.id}&seq=${noted?.seq}&hash=${'0'.repeat(64)}`);
      await page.getByText('No. It is not there.').waitFor();
      if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/check-no-${size}.png`, fullPage: true });
      await context.close();
    }
    for (const size of ['phone', 'desk'] as const) {
      const visitor = await Visitor.comes(browser, world, `check-${size}`, SIZES[size]);
      await visitor.page.goto(`${world.url}/check?home=${home.id}&seq=x&hash=`);
      await visitor.page.addStyleTag({ content: 'html{font-size:200%}' });
      await faultless(visitor, 'large letters');
      await visitor.context.close();
    }
  });

  it('says on the page where it was tampered with, and what to do', async () => {
    await world.look(`UPDATE ledger_entry SET at = at + interval '1 hour' WHERE home_id = $1 AND seq = 3`, [home.id]);
    await world.look('DELETE FROM ledger_content c USING ledger_entry e WHERE e.home_id = $1 AND e.seq = 4 AND c.id = e.id', [home.id]);
    for (const size of ['phone', 'desk'] as const) {
      const visitor = await comes(size, '/promises/ledger');
      await visitor.page.getByText('The ledger is not as it was written').waitFor();
      await visitor.page.getByRole('heading', { name: 'Entry 3' }).first().waitFor();
      await visitor.page.getByText('Where: at').first().waitFor();
      await visitor.page.getByText('no erasure in the ledger covers them').waitFor();
      await visitor.page.addStyleTag({ content: 'html{font-size:200% !important}' });
      await faultless(visitor, 'broken');
      await visitor.context.close();
    }
  });
});
