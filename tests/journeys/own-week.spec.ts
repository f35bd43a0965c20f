/// <reference lib="dom" />
/** A person's own week on a tablet that was handed to them: by touch and by keyboard, heard, printed, and left by staff alone; and how often promises are kept. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { seedDemo } from '../../apps/api/src/demo/seed.ts';
import { type World, openWorld } from '../world/world.ts';
import { SIZES, Visitor, dist, openBrowser } from './stage.ts';

const NOW = '2026-11-25T09:00:00Z';
const LONG_TEST = 240_000;
const DEAN = 'dean.hughes@example.org';
const JASPREET = 'jaspreet.kaur@example.org';

/** What the browser was asked to say: the voice itself leaves the building. */
const listen = (page: Page) => page.addInitScript(() => {
  const heard: string[] = [];
  Object.assign(window, { spoken: heard });
  window.speechSynthesis.speak = (utterance: SpeechSynthesisUtterance) => void heard.push(utterance.text);
});
const spoken = (page: Page) => page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken);

describe('a person’s own week', () => {
  let world: World;
  let browser: Browser;
  let bob: string;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld({ now: NOW, staffDist: dist('staff') }), openBrowser()]);
    await seedDemo(world.app);
    bob = (await world.look<{ id: string }>(`SELECT id FROM resident WHERE preferred_name = 'Bob'`))[0]!.id;
  }, LONG_TEST);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });
  beforeEach(() => world.clock.set(new Date(world.clock.now().getTime() + 60_000)));

  const kept = () => world.look<{ says: string; recorded_by_name: string }>('SELECT says, recorded_by_name FROM own_word WHERE resident_id = $1 ORDER BY recorded_at, id', [bob]);

  async function opens(visitor: Visitor): Promise<void> {
    await visitor.opens(`/people/${bob}/my-week`);
    await visitor.page.getByRole('heading', { name: 'Bob’s week' }).waitFor();
  }

  it('is seen in pictures and heard, says no and takes it back, by touch', async () => {
    const dean = await Visitor.arrives(browser, world, 'own', DEAN, SIZES.tablet);
    const { page } = dean;
    await listen(page);
    await opens(dean);
    expect((await spoken(page))[0]).toMatch(/^Bob’s week\. (Today|Tomorrow), at /);
    expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(0);
    await dean.looksEverywhere('week');
    const first = page.locator('main ul button').first();
    const title = (await first.locator('span span').nth(1).innerText()).trim();
    await first.tap();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    expect((await spoken(page)).at(-1)).toContain(title);
    await dean.looksEverywhere('thing');
    await page.getByRole('button', { name: 'No, not this' }).tap();
    await page.getByText(`You said no to ${title}.`).waitFor();
    expect((await spoken(page)).at(-1)).toBe(`You said no to ${title}. The staff will see it. Somebody will talk with you.`);
    await dean.looks('no');
    expect(await kept()).toEqual([{ says: 'no', recorded_by_name: 'Dean Hughes' }]);
    world.clock.set(new Date(world.clock.now().getTime() + 60_000));
    await page.getByRole('button', { name: 'I did not mean that' }).tap();
    await page.getByText('That is taken back.').waitFor();
    expect((await kept()).map(({ says }) => says)).toEqual(['no', 'not meant']);
    world.clock.set(new Date(world.clock.now().getTime() + 60_000));
    await page.getByRole('button', { name: 'Yes, I look forward to it' }).tap();
    await page.getByText(`You look forward to ${title}.`).waitFor();
    await page.getByRole('button', { name: 'Back to my week' }).last().tap();
    await page.getByRole('button', { name: 'I look forward to' }).tap();
    await page.locator('main').getByText('You said yes').waitFor();
    await dean.looks('forward');
    await page.getByRole('button', { name: 'My promises' }).tap();
    await page.getByRole('heading', { name: 'My promises' }).waitFor();
    await dean.looksEverywhere('promises');
    await page.getByRole('button', { name: 'I choose' }).tap();
    await dean.looks('choose');
    // To the picture choice and back, without touching the records.
    await page.getByRole('link', { name: 'What I do' }).tap();
    await page.locator('ul[data-count] > li').first().waitFor();
    await page.locator('header a').tap();
    await page.getByRole('heading', { name: 'Bob’s week' }).waitFor();
    expect(dean.errors).toEqual([]);
    await dean.leaves();
  }, LONG_TEST);

  it('is worked by keyboard, and left only by whoever is signed in: the way back asks too', async () => {
    const dean = await Visitor.arrives(browser, world, 'own', DEAN, SIZES.desk);
    const { page } = dean;
    await opens(dean);
    const press = async (name: string | RegExp) => {
      for (let n = 0; n < 40; n += 1) {
        await page.keyboard.press('Tab');
        if (await page.getByRole('button', { name }).first().evaluate((one) => one === document.activeElement)) return page.keyboard.press('Enter');
      }
      throw new Error(`${String(name)} was not reached by keyboard`);
    };
    await press('My promises');
    await page.getByRole('heading', { name: 'My promises', level: 1 }).waitFor();
    await page.goBack();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(page.url()).toContain('/my-week');
    await dialog.getByLabel('Your first name').fill('Bob');
    await dialog.getByRole('button', { name: 'Go to the records' }).click();
    await dialog.getByText('That is not the name of whoever is signed in.').waitFor();
    await dean.looks('leaving');
    await dialog.getByLabel('Your first name').fill('dean');
    await dialog.getByRole('button', { name: 'Go to the records' }).click();
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/people/${bob}`);
    await dean.leaves();
  }, LONG_TEST);

  it('is printed on one sheet of A4 for the door, for whoever has most in their week', async () => {
    const dean = await Visitor.arrives(browser, world, 'own', DEAN, SIZES.desk);
    const { page } = dean;
    const [fullest] = await world.look<{ id: string }>(`SELECT resident_id AS id FROM booking WHERE resident_id IS NOT NULL AND starts_at BETWEEN '2026-11-23' AND '2026-11-30' GROUP BY resident_id ORDER BY count(*) DESC, resident_id LIMIT 1`);
    for (const id of [bob, fullest!.id]) {
      await dean.opens(`/people/${id}/my-week`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const text = pdf.toString('latin1');
      expect((text.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length).toBe(1);
      const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(text) ?? [];
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 1062, height: 734 });
      const cut = await page.locator('[data-size]').evaluate((sheet) => [...sheet.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().bottom > sheet.getBoundingClientRect().bottom + 1).length);
      expect(cut).toBe(0);
      const folder = process.env['SHOTS'];
      if (folder) {
        await mkdir(folder, { recursive: true });
        await writeFile(path.join(folder, `door-${id === bob ? 'bob' : 'fullest'}.png`), await page.screenshot({ fullPage: true }));
      }
      await page.emulateMedia({ media: null });
      await page.setViewportSize(SIZES.desk);
    }
    await dean.leaves();
  }, LONG_TEST);

  it('how often promises are kept is a number with its list behind it, of the home and of a person', async () => {
    const jaspreet = await Visitor.arrives(browser, world, 'kept', JASPREET, SIZES.desk);
    const { page } = jaspreet;
    for (const [at, heading] of [['/kept', 'Promises kept'], [`/people/${bob}/kept`, 'Promises kept to Bob']] as const) {
      await jaspreet.opens(at);
      await page.getByRole('heading', { name: heading, exact: true }).waitFor();
      await page.getByRole('link', { name: 'A year' }).click();
      await page.waitForURL(/period=year/);
      await jaspreet.looksEverywhere(heading.replaceAll(' ', '-'));
      const whole = page.getByRole('link', { name: /^\d+ of \d+ kept, of those/ });
      const [, , of] = /^(\d+) of (\d+)/.exec(await whole.innerText()) ?? [];
      await whole.click();
      await page.getByRole('heading', { name: 'All that count' }).waitFor();
      await page.getByRole('row').nth(Number(of)).waitFor();
      expect(await page.getByRole('row').count()).toBe(Number(of) + 1);
      await jaspreet.looks(`${heading.replaceAll(' ', '-')}-list`);
      await page.getByRole('link', { name: 'Back to the numbers' }).click();
      await whole.waitFor();
    }
    expect(jaspreet.errors).toEqual([]);
    await jaspreet.leaves();
  }, LONG_TEST);
});
