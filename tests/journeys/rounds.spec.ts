/** A carer goes once around the lounge, with and without Wi-Fi; the next shift reads the handover by keyboard; somebody quiet has something to do. */
import path from 'node:path';
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { seedDemo } from '../../apps/api/src/demo/seed.ts';
import type { World } from '../world/world.ts';
import { Visitor, openBrowser, openStage, violationsOn, settled } from './stage.ts';

const NOW = '2026-11-24T13:42:00Z';
const SIZES = [['phone', { width: 360, height: 740 }], ['tablet', { width: 820, height: 1180 }], ['wide', { width: 1440, height: 900 }]] as const;
const PHONE = SIZES[0][1];
const TABLET = SIZES[1][1];

jest.setTimeout(300_000);

/** Not one violation, whatever its weight; nothing wider than the screen. */
async function isSpotless({ page }: Visitor, what: string): Promise<void> {
  const violations = await violationsOn(page);
  expect(violations.map(({ id, impact, nodes }) => `${what}: ${id} (${impact}) at ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  expect([what, await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1)]).toEqual([what, true]);
}

describe('a shift', () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openStage(NOW), openBrowser()]);
    expect(await seedDemo(world.app)).toBe(true);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const looksClosely = async (visitor: Visitor, what: string) => {
    await settled(visitor.page);
    if (process.env['SHOTS']) await visitor.looks(what);
    expect(visitor.errors).toEqual([]);
    await isSpotless(visitor, what);
  };
  const looksOfToday = () => world.look<{ state: string; correctsId: string | null }>(`SELECT l.state, l.corrects_id AS "correctsId" FROM round_look l JOIN round r ON r.id = l.round_id WHERE r.began_at >= '2026-11-24' ORDER BY l.at, l.id`);
  const settle = async (wanted: number) => {
    for (let n = 0; n < 60 && (await looksOfToday()).length < wanted; n += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    return looksOfToday();
  };

  it('goes once around the lounge: a tap a person, an undo, somebody distressed, and it is done', async () => {
    const carer = await Visitor.arrives(browser, world, 'jaspreet-phone', 'jaspreet.kaur@example.org', PHONE);
    const { page } = carer;
    await page.getByRole('main').getByRole('link', { name: /round/i }).first().click();
    await page.getByRole('heading', { name: 'Rounds' }).waitFor();
    await looksClosely(carer, 'rounds');
    const started = Date.now();
    await page.getByRole('link', { name: /^Lounge Last round/ }).click();
    await page.getByRole('heading', { name: 'Lounge' }).waitFor();
    await looksClosely(carer, 'who-is-here');
    const people = await page.getByRole('checkbox', { checked: true }).count();
    expect(people).toBeGreaterThan(3);
    let taps = 2;
    await page.getByRole('button', { name: /^Begin with/ }).click();
    await page.getByText(`1 of ${people}`).waitFor();
    await looksClosely(carer, 'one-person');
    for (const state of ['Engaged', 'Asleep']) {
      await page.getByRole('button', { name: new RegExp(`^${state}`) }).click();
      taps += 1;
    }
    await page.getByRole('button', { name: /^Undo: .*, asleep$/ }).click();
    await page.getByText(`2 of ${people}`).waitFor();
    await page.getByRole('button', { name: /^Distressed/ }).click();
    await page.getByRole('heading', { name: /^What did you do for/ }).waitFor();
    await looksClosely(carer, 'distressed');
    await page.getByRole('button', { name: 'Sat with them' }).click();
    for (let n = 3; n <= people; n += 1) {
      await page.getByText(`${n} of ${people}`).waitFor();
      await page.getByRole('button', { name: n % 2 ? /^Active/ : /^Passive/ }).click();
      taps += 1;
    }
    await page.getByRole('heading', { name: 'Was anybody else there?' }).waitFor();
    await looksClosely(carer, 'anybody-else');
    await page.getByRole('button', { name: 'That is everyone' }).click();
    await page.getByRole('heading', { name: 'The round is done' }).waitFor();
    expect(await settle(people + 2)).toHaveLength(people + 2);
    expect((await looksOfToday()).filter(({ correctsId }) => correctsId !== null)).toMatchObject([{ state: 'taken back' }]);
    expect(await world.look(`SELECT words FROM round_response a JOIN round_look l ON l.id = a.look_id WHERE l.at >= '2026-11-24'`)).toEqual([{ words: 'Sat with them' }]);
    console.log(`A round of ${people} people: ${taps + 3} taps, ${((Date.now() - started) / 1000).toFixed(1)} s with four screens looked at on the way.`);
    await carer.leaves();
  });

  it('keeps every tap without Wi-Fi and sends each once; a round that is stopped is partial', async () => {
    const carer = await Visitor.arrives(browser, world, 'jaspreet-tablet', 'jaspreet.kaur@example.org', TABLET, '/rounds');
    const { page } = carer;
    const before = (await looksOfToday()).length;
    await page.getByRole('link', { name: /^Lounge Last round/ }).click();
    await page.getByRole('button', { name: /^Begin with/ }).click();
    await page.getByRole('button', { name: /^Engaged/ }).waitFor();
    await carer.context.setOffline(true);
    for (const at of [1, 2]) {
      await page.getByText(new RegExp(`^${at} of`)).waitFor();
      await page.getByRole('button', { name: /^Engaged/ }).click();
    }
    await page.getByText(/2 taps are kept on this tablet/).waitFor();
    await carer.looks('without-wifi');
    expect(await looksOfToday()).toHaveLength(before);
    await carer.context.setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.getByText(/kept on this tablet/).waitFor({ state: 'detached' });
    expect(await settle(before + 2)).toHaveLength(before + 2);
    await page.getByRole('button', { name: 'Stop here' }).click();
    await page.getByText(/^Kept as a partial round: 2 of/).waitFor();
    await page.getByRole('heading', { name: 'The last two weeks' }).waitFor();
    await page.getByText('Partial').first().waitFor();
    await page.getByRole('link', { name: 'What rounds show' }).click();
    await page.getByText(/most likely between \d+ % and \d+ %/).first().waitFor();
    await page.getByLabel('Choose a person').selectOption({ index: 1 });
    await page.getByText(/(Too few to say|most likely)/).last().waitFor();
    for (const [name, size] of SIZES) {
      await page.setViewportSize(size);
      await looksClosely(carer, `trend-${name}`);
    }
    await carer.leaves();
  });

  it('hands over: read by keyboard, ticked once, a note of one’s own, one sheet of paper', async () => {
    const karen = await Visitor.arrives(browser, world, 'karen', 'karen.whitfield@example.org', TABLET, '/handover');
    const { page } = karen;
    await page.getByRole('heading', { name: 'Must not be missed' }).waitFor();
    await page.getByText('The lift stopped between floors').waitFor();
    await page.getByText(/Seen distressed at 13:42, Lounge. Sat with them/).waitFor();
    for (const [name, size] of SIZES) {
      await page.setViewportSize(size);
      await looksClosely(karen, `handover-${name}`);
    }
    await page.setViewportSize(PHONE);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await looksClosely(karen, 'handover-large-text');
    await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
    await page.setViewportSize(TABLET);
    const pdf = (await page.pdf({ format: 'A4', ...(process.env['SHOTS'] ? { path: path.join(process.env['SHOTS'], 'handover.pdf') } : {}) })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

    await page.getByRole('button', { name: 'Add a note' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('What should they know?').fill('The piano tuner comes at four.');
    await karen.looks('note');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('region', { name: 'Who has read it' }).waitFor();
    await page.getByText('The piano tuner comes at four.').first().waitFor();
    await page.getByRole('heading', { name: 'Handover' }).focus();
    for (let n = 0; n < 80 && !(await page.evaluate(() => document.activeElement instanceof HTMLButtonElement && document.activeElement.textContent.includes('I have read it'))); n += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('You have read it.').waitFor();
    expect(await world.look(`SELECT recorded_by_name AS name FROM handover_reading WHERE recorded_at >= '2026-11-24'`)).toEqual([{ name: 'Karen Whitfield' }]);
    await karen.leaves();
  });

  it('has one thing possible now for whoever it is quiet round, in one tap', async () => {
    const sian = await Visitor.arrives(browser, world, 'sian', 'sian.pritchard@example.org', TABLET, '/quiet');
    const { page } = sian;
    await page.getByRole('heading', { name: 'Quiet list' }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'since' }).first().waitFor();
    for (const [name, size] of SIZES) {
      await page.setViewportSize(size);
      await looksClosely(sian, `quiet-${name}`);
    }
    const first = page.getByRole('link', { name: /^Do this now: / }).first();
    expect(await first.getAttribute('href')).toMatch(/^\/moments\/new\?resident=[0-9a-f-]{36}&activity=[0-9a-f-]{36}$/);
    await sian.opens('/now');
    await page.getByRole('heading', { name: 'Who could go now?' }).waitFor();
    for (const [name, size] of SIZES) {
      await page.setViewportSize(size);
      await looksClosely(sian, `now-${name}`);
    }
    await sian.leaves();
  });
});
