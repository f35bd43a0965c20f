/** The library in three people's hands: somebody who looks for something for Bob, somebody who writes, somebody who prints. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { SHIPPED } from '../../apps/api/src/library/shipped/all.ts';
import type { World } from '../world/world.ts';
import { seedDemo } from '../../apps/api/src/demo/seed.ts';
import { Visitor, openBrowser, openStage, violationsOn, settled } from './stage.ts';

const SUNDAY = '2026-11-22T10:00:00Z';
const [PHONE, TABLET, WIDE] = [{ width: 360, height: 780 }, { width: 820, height: 1180 }, { width: 1440, height: 1000 }];
const SIAN = 'sian.pritchard@example.org';

describe('The library', () => {
  let world: World;
  let browser: Browser;
  let sian: Visitor;
  let page: Page;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openStage(SUNDAY), openBrowser()]);
    await seedDemo(world.app);
    sian = await Visitor.arrives(browser, world, 'sian', SIAN, TABLET);
    ({ page } = sian);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  /** No accessibility violation of any weight, nothing wider than the screen; a picture is kept when SHOTS names a folder. */
  async function isSpotless(what: string): Promise<void> {
    await settled(page);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const folder = process.env['SHOTS'];
    if (folder) {
      await mkdir(folder, { recursive: true });
      await page.screenshot({ path: path.join(folder, `library-${what}.png`), fullPage: true });
    }
    const violations = await violationsOn(page);
    expect(violations.map(({ id, nodes }) => `${what}: ${id} at ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    expect(sian.errors).toEqual([]);
  }
  const cards = () => page.getByRole('main').locator('li').filter({ has: page.getByRole('heading') });
  const status = (text: RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor();
  const atEverySize = async (what: string) => {
    for (const size of [PHONE, TABLET, WIDE]) {
      await page.setViewportSize(size);
      await isSpotless(`${what}-${size.width}`);
    }
    await page.setViewportSize(TABLET);
  };

  it('is browsed by group, whole, and says what the home does not use yet', async () => {
    await sian.opens('/library');
    await status(new RegExp(`${SHIPPED.length} activities`));
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(12);
    await atEverySize('shelf');
    await page.setViewportSize(PHONE);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
    await page.setViewportSize(TABLET);
  }, 120_000);

  it('forgives a slip of spelling, narrows by what there is, and says so when nothing fits', async () => {
    const find = page.getByLabel('Find something to do');
    await find.fill('kniting');
    await status(/^\d of/);
    expect(await cards().first().getByRole('heading').innerText()).toBe('Knitting and crochet circle');
    await find.fill('<script>alert(1)</script>');
    await page.getByText('Nothing found').waitFor();
    await page.getByRole('button', { name: 'Show everything again' }).click();
    await page.getByText('Narrow it down').click();
    await page.getByLabel('Time there is').selectOption('30');
    await page.getByLabel('With', { exact: true }).selectOption('one');
    await page.getByLabel('Costs nothing').check();
    await status(/of/);
    expect(new URL(page.url()).search).toBe('?minutes=30&company=one&free=yes');
    await page.reload();
    expect(await page.getByLabel('Costs nothing').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Show everything again' }).click();
    await status(new RegExp(`${SHIPPED.length} activities`));
  });

  it('is put in order for Bob by the keyboard alone, with the reason from his life', async () => {
    await page.getByLabel('Find something to do').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await page.keyboard.type('Bob');
    await page.keyboard.press('Enter');
    await status(/In order for Bob/);
    expect(await cards().first().innerText()).toMatch(/A walk with a dog[^]*Forty years of Meg/);
    await atEverySize('for-bob');
    await cards().first().getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'A walk with a dog' }).waitFor();
  }, 120_000);

  it('reads well to somebody in their first week, and names who might love it', async () => {
    await page.getByRole('heading', { name: 'Do this' }).waitFor();
    const main = page.getByRole('main');
    expect(await main.getByRole('listitem').filter({ hasText: 'Fetch Fern' }).count()).toBeGreaterThan(0);
    expect(await main.getByRole('link', { name: 'Bob', exact: true }).count()).toBe(1);
    expect(await main.getByText('The library words these differently').count()).toBe(1);
    await atEverySize('activity');
  }, 120_000);

  it('keeps what worked, and knows what is missing', async () => {
    await page.getByRole('button', { name: 'Say what worked' }).click();
    await page.getByRole('button', { name: 'Say what worked' }).last().click();
    await page.getByText('Say what worked, or what to do differently').waitFor();
    await page.getByLabel('In a sentence or two').fill('The cap first, then he is already on his way.');
    await page.getByRole('combobox', { name: 'For whom' }).selectOption('stepByStep');
    await isSpotless('note');
    await page.getByRole('button', { name: 'Say what worked' }).last().click();
    // In the list: what was just kept is also said, in the same words, beside it.
    await page.getByRole('main').getByRole('listitem').filter({ hasText: 'The cap first' }).waitFor();
    await page.getByRole('button', { name: 'Say it is missing: Phone' }).click();
    await page.getByText(/Missing, says Siân/).waitFor();
    // A word a minute later: what was said last counts.
    world.clock.set(new Date(world.clock.now().getTime() + 60_000));
    await page.getByRole('button', { name: 'Here again: Phone' }).click();
    await page.getByText(/Missing, says Siân/).waitFor({ state: 'detached' });
  });

  it('is taken up with one form, and then stands among what the home uses', async () => {
    await sian.opens('/library/hens');
    await page.getByRole('button', { name: 'Start using it here' }).click();
    await page.getByRole('button', { name: 'Start using it here' }).last().click();
    await page.getByText('Choose at least one room').waitFor();
    await page.getByLabel('Garden and shed').check();
    await isSpotless('start');
    await page.getByRole('button', { name: 'Start using it here' }).last().click();
    await page.getByText('You can plan with it now').waitFor();
    await page.waitForURL(/\/library\/[0-9a-f-]{36}$/);
    expect(await page.getByRole('button', { name: 'Start using it here' }).count()).toBe(0);
    expect(await world.look(`SELECT shipped_key FROM activity WHERE shipped_key = 'hens'`)).toHaveLength(1);
  });

  it('takes an entry of the home’s own: a draft first, then whole, with every gap named', async () => {
    await sian.opens('/library/new');
    await page.getByLabel('Name', { exact: true }).fill('The pigeon loft');
    await page.getByLabel('Why it can help').fill('Birds that fly off and come home again, to the hand that feeds them.');
    await page.getByRole('button', { name: 'Put it in the library' }).click();
    await page.getByText('Write at least 5 steps').waitFor();
    expect(await page.getByText('Say what to watch for').count()).toBe(1);
    await isSpotless('form-gaps');
    await page.getByRole('button', { name: 'Keep as draft' }).click();
    await page.getByRole('link', { name: /The pigeon loft, last written by Siân/ }).click();
    await page.getByLabel('Steps').fill('Fetch the corn tin.\nOpen the trap.\nWhistle twice.\nCount them in by name.\nShut the trap and wash hands.');
    for (const [style, said] of [['Plans it', 'Keeps the stud book.'], ['Does it step by step', 'Tin, rattle, wait.'], ['Joins through the senses', 'Holds a warm bird.'], ['Responds to touch and sound', 'Hears the loft, a feather in the palm.']] as const) {
      await page.getByLabel(style).fill(said);
    }
    await page.getByLabel('Watch for').fill('Dust on weak chests');
    await page.getByLabel('How it stays adult').fill('They are the fancier. You hold the ladder.');
    await page.getByLabel('Garden and shed').check();
    await atEverySize('form');
    await page.getByRole('button', { name: 'Put it in the library' }).click();
    await page.getByRole('heading', { level: 1, name: 'The pigeon loft' }).waitFor();
    expect(await page.getByText('Our own', { exact: true }).count()).toBe(1);
    await page.getByRole('link', { name: 'Change it' }).click();
    await page.getByLabel('Why it is changed').fill('Said better');
    await page.getByRole('button', { name: 'Save the change' }).click();
    await page.getByText('2. changed : Said better').or(page.getByText('2. changed: Said better')).waitFor();
  }, 180_000);

  it('prints on one page of A4, whichever it is', async () => {
    const length = ({ why, steps, adapt, goodDay, badDay, watchFor, equipment }: (typeof SHIPPED)[number]) => [why, ...steps, ...Object.values(adapt), goodDay, badDay, ...watchFor, ...equipment].join(' ').length;
    const longest = SHIPPED.toSorted((one, two) => length(two) - length(one)).slice(0, 5);
    for (const { key, name } of longest) {
      await sian.opens(`/library/${key}`);
      await page.getByRole('button', { name: 'Print on one page' }).waitFor();
      await page.emulateMedia({ media: 'print' });
      if (process.env['SHOTS']) await page.screenshot({ path: path.join(process.env['SHOTS'], `library-print-${key}.png`), fullPage: true });
      const pdf = await page.pdf({ format: 'A4', ...(process.env['SHOTS'] ? { path: path.join(process.env['SHOTS'], `library-print-${key}.pdf`) } : {}) });
      expect([name, [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length]).toEqual([name, 1]);
      await page.emulateMedia({ media: null });
    }
  }, 120_000);
});
