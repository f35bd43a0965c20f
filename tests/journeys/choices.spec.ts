/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Choosing with pictures: by touch, by keyboard, with one switch, without Wi-Fi and on paper; and what staff see of it. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { seedDemo } from '../../apps/api/src/demo/seed.ts';
import { type World, openWorld } from '../world/world.ts';
import { Visitor, dist, openBrowser } from './stage.ts';

const NOW = '2026-11-25T09:00:00Z';
const LONG_TEST = 240_000;
const SIZES = { phone: { width: 360, height: 780 }, tablet: { width: 820, height: 1180 }, desk: { width: 1440, height: 900 } } as const;
const DEAN = 'dean.hughes@example.org';
const JASPREET = 'jaspreet.kaur@example.org';

type Spoken = { spoken: string[] };
/** What the browser was asked to say: the voice itself leaves the building. */
const listen = (page: Page) => page.addInitScript(() => {
  const heard: string[] = [];
  Object.assign(window, { spoken: heard });
  window.speechSynthesis.speak = (utterance: SpeechSynthesisUtterance) => void heard.push(utterance.text);
});
const spoken = (page: Page) => page.evaluate(() => (globalThis as unknown as Spoken).spoken);

async function keep(name: string, content: () => Promise<Buffer>): Promise<void> {
  const folder = process.env['SHOTS'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), await content());
}

/** No violation of any impact. */
async function isAccessible(visitor: Visitor, what: string): Promise<void> {
  await visitor.looks(what);
  const isWide = await visitor.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect([what, isWide]).toEqual([what, false]);
}

/** In the page: whether the tablet has the page and every file it is made of in its box. */
async function isKeptWhole(): Promise<boolean> {
  const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((name) => name.startsWith('/assets/'));
  const box = await caches.open('choose');
  return files.length > 3 && (await Promise.all(['/', ...files].map((file) => box.match(file)))).every(Boolean);
}

describe('choosing', () => {
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

  /** Every test at another minute, so that the last receipt is the last. */
  beforeEach(() => world.clock.set(new Date(world.clock.now().getTime() + 60_000)));

  const kept = () => world.look<{ answer: string; option_key: string | null; how: string; by_right: string; words: string | null }>('SELECT answer, option_key, how, by_right, words FROM choice WHERE resident_id = $1 ORDER BY recorded_at, id', [bob]);
  const cards = (page: Page) => page.locator('ul[data-count] > li');

  async function opens(visitor: Visitor, point: string): Promise<void> {
    await visitor.opens(`/people/${bob}/choose/${point}`);
    await cards(visitor.page).first().waitFor();
  }

  it('is done by touch: two or three large cards, something else and not now, all of it read aloud', async () => {
    const before = (await kept()).length;
    const dean = await Visitor.arrives(browser, world, 'choose', DEAN, SIZES.tablet);
    const { page } = dean;
    await listen(page);
    await opens(dean, 'what');
    expect(await cards(page).count()).toBe(3);
    const first = (await cards(page).first().locator('button').first().innerText()).split('\n')[0]!.trim();
    expect((await spoken(page))[0]).toContain('What would you like to do?');
    expect((await spoken(page))[0]).toContain(first);
    await page.getByRole('button', { name: `Hear about ${first}` }).tap();
    expect((await spoken(page)).at(-1)).toMatch(new RegExp(`^${first}\\. .*We are`, 's'));
    for (const [name, size] of Object.entries(SIZES)) {
      await page.setViewportSize(size);
      await isAccessible(dean, `cards-${name}`);
    }
    await page.setViewportSize(SIZES.tablet);
    await cards(page).first().locator('button').first().tap();
    await page.getByRole('heading', { name: `${first}. Is that right?` }).waitFor();
    await isAccessible(dean, 'sure');
    await page.getByRole('button', { name: 'Yes', exact: true }).tap();
    await page.getByText('It is written down.').waitFor();
    expect((await spoken(page)).at(-1)).toContain(`You chose: ${first}`);
    await isAccessible(dean, 'done');
    const now = await kept();
    expect(now).toHaveLength(before + 1);
    expect(now.at(-1)).toMatchObject({ answer: 'option', how: 'picture', by_right: 'the person' });
    expect(dean.errors).toEqual([]);
    await dean.leaves();
  }, LONG_TEST);

  it('shows other cards for something else, never more than three, and takes not now for an answer, by keyboard alone', async () => {
    const dean = await Visitor.arrives(browser, world, 'choose', DEAN, SIZES.desk);
    const { page } = dean;
    await listen(page);
    await opens(dean, 'what');
    const before = await cards(page).allInnerTexts();
    const press = async (name: string) => {
      for (let n = 0; n < 30; n += 1) {
        await page.keyboard.press('Tab');
        if (await page.getByRole('button', { name, exact: true }).evaluate((one) => one === document.activeElement)) return page.keyboard.press('Enter');
      }
      throw new Error(`${name} was not reached by keyboard`);
    };
    await press('Something else');
    expect(await cards(page).count()).toBeLessThanOrEqual(3);
    expect(await cards(page).allInnerTexts()).not.toEqual(before);
    await press('Not now');
    await page.getByRole('heading', { name: 'Not now. Is that right?' }).waitFor();
    await press('Yes');
    await page.getByText('It is written down.').waitFor();
    expect((await kept()).at(-1)).toMatchObject({ answer: 'not now', option_key: null });
    await dean.leaves();
  }, LONG_TEST);

  it('is done with one switch: the cards light up in turn, each is said, and any key takes the one that is lit', async () => {
    const dean = await Visitor.arrives(browser, world, 'choose', DEAN, SIZES.tablet);
    const { page } = dean;
    await listen(page);
    await page.evaluate(() => localStorage.setItem('promenade.switch', 'on 1'));
    await opens(dean, 'what');
    const second = cards(page).nth(1).locator('button[data-lit]');
    await second.waitFor();
    const title = (await second.innerText()).split('\n')[0]!.trim();
    await keep('switch.png', () => page.screenshot());
    await page.keyboard.press('k');
    await page.getByRole('heading', { name: `${title}. Is that right?` }).waitFor();
    await page.getByRole('button', { name: 'Yes', exact: true }).and(page.locator('[data-lit]')).waitFor();
    // A tap anywhere is the switch too.
    await page.mouse.click(5, 600);
    await page.getByText('It is written down.').waitFor();
    expect((await kept()).at(-1)).toMatchObject({ answer: 'option', how: 'switch' });
    expect((await spoken(page)).some((words) => words.startsWith(`${title}. `) && words.includes('We are'))).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Ask again' }).click();
    await cards(page).first().waitFor();
    expect(await page.locator('[data-lit]').count()).toBe(0);
    await dean.leaves();
  }, LONG_TEST);

  it('goes on without Wi-Fi, through a reload, and each answer arrives exactly once when it is back', async () => {
    const dean = await Visitor.arrives(browser, world, 'choose', DEAN, SIZES.tablet);
    const { page, context } = dean;
    await listen(page);
    await opens(dean, 'who');
    await page.waitForFunction(isKeptWhole);
    const before = (await kept()).length;
    await context.setOffline(true);
    await page.reload();
    await cards(page).first().waitFor({ timeout: 30_000 });
    await page.getByText(/These cards were prepared on/).waitFor();
    const choose = async (at: number) => {
      await cards(page).nth(at).locator('button').first().tap();
      await page.getByRole('button', { name: 'Yes', exact: true }).tap();
      await page.getByText('It is kept on this tablet and goes out when there is Wi-Fi.').first().waitFor();
    };
    await choose(0);
    await page.getByText('1 answer waits on this tablet for Wi-Fi.').waitFor();
    await isAccessible(dean, 'offline');
    await page.reload();
    await cards(page).first().waitFor({ timeout: 30_000 });
    await page.getByText('1 answer waits on this tablet for Wi-Fi.').waitFor();
    await choose(1);
    expect((await kept()).length).toBe(before);
    // Two windows of the same tablet find the connection again at the same time.
    const other = await context.newPage();
    await other.clock.setFixedTime(world.clock.now());
    await other.goto(`${world.url}/people/${bob}/choose/who`);
    await context.setOffline(false);
    await expectSoon(async () => (await kept()).length, before + 2);
    await page.getByText(/wait on this tablet|waits on this tablet/).waitFor({ state: 'detached' });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await kept()).length).toBe(before + 2);
    await dean.leaves();
  }, LONG_TEST);

  it('keeps nothing about a person in the box of files, and forgets the questions when somebody signs out', async () => {
    const dean = await Visitor.arrives(browser, world, 'choose', DEAN, SIZES.tablet);
    const { page, context } = dean;
    await opens(dean, 'who');
    await page.waitForFunction(isKeptWhole);
    const files = await page.evaluate(async () => (await (await caches.open('choose')).keys()).map(({ url }) => new URL(url).pathname));
    expect(files.filter((file) => file !== '/' && file !== '/favicon.svg' && !file.startsWith('/assets/'))).toEqual([]);
    await dean.opens('/people');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('E-mail').waitFor();
    await context.setOffline(true);
    await page.goto(`${world.url}/people/${bob}/choose/who`);
    await page.getByText('You are not signed in any more.').waitFor({ timeout: 30_000 });
    expect(await cards(page).count()).toBe(0);
    await context.setOffline(false);
    await dean.leaves();
  }, LONG_TEST);

  it('sends nobody’s answers in another’s name: what Dean kept waits until Dean is back', async () => {
    const dean = await Visitor.arrives(browser, world, 'choose', DEAN, SIZES.tablet);
    const { page, context } = dean;
    await opens(dean, 'with');
    const before = (await kept()).length;
    await context.setOffline(true);
    await cards(page).first().locator('button').first().tap();
    await page.getByRole('button', { name: 'Yes', exact: true }).tap();
    await page.getByText('1 answer waits on this tablet for Wi-Fi.').waitFor();
    await context.clearCookies();
    await page.goto('about:blank');
    await context.setOffline(false);
    const signIn = async (email: string) => {
      await page.goto(`${world.url}/`);
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password', { exact: true }).fill('demo');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByLabel('E-mail').waitFor({ state: 'detached' });
    };
    await signIn(JASPREET);
    await opens(dean, 'with');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await kept()).length).toBe(before);
    await context.clearCookies();
    await signIn(DEAN);
    await opens(dean, 'with');
    await expectSoon(async () => (await kept()).length, before + 1);
    expect(await world.look('SELECT recorded_by_name FROM choice WHERE resident_id = $1 ORDER BY recorded_at DESC LIMIT 1', [bob])).toEqual([{ recorded_by_name: 'Dean Hughes' }]);
    await dean.leaves();
  }, LONG_TEST);

  it('is printed on one sheet of A4, nothing cut off', async () => {
    const dean = await Visitor.arrives(browser, world, 'choose', DEAN, SIZES.desk);
    const { page } = dean;
    for (const point of ['what', 'money']) {
      await opens(dean, point);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      await keep(`cards-${point}.pdf`, () => Promise.resolve(pdf));
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 1047, height: 718 });
      await keep(`print-${point}.png`, () => page.screenshot({ fullPage: true }));
      expect(await page.locator('footer').isVisible()).toBe(false);
      const text = pdf.toString('latin1');
      expect([point, (text.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length]).toEqual([point, 1]);
      const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(text) ?? [];
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
      await page.emulateMedia({ media: null });
      await page.setViewportSize(SIZES.desk);
    }
    await dean.leaves();
  }, LONG_TEST);

  it('shows staff the receipts, whose decisions they were and how people read it; a daughter is heard', async () => {
    const jaspreet = await Visitor.arrives(browser, world, 'choices', JASPREET, SIZES.desk);
    const { page } = jaspreet;
    await jaspreet.opens(`/people/${bob}/choices`);
    await page.getByRole('heading', { name: 'What Bob chooses' }).waitFor();
    await page.getByRole('button', { name: /Write an answer down: 4\. What I do/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Who answered').selectOption({ label: 'Janet Ellison, daughter' });
    await dialog.getByRole('radio', { name: 'Something else' }).check();
    await dialog.getByLabel('What else, in their words').fill('A quiet afternoon');
    await isAccessible(jaspreet, 'answer');
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await dialog.getByText(/What Janet Ellison said is on record as heard\./).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByText('Janet Ellison said this and was heard.').waitFor();
    await page.getByRole('button', { name: /Heard, not decided/ }).click();
    expect(await page.locator('article').count()).toBe(1);
    await page.getByRole('button', { name: 'Show all receipts' }).click();
    await page.getByRole('button', { name: /^Add a reading/ }).first().click();
    await page.getByRole('radio', { name: 'likes it', exact: true }).check();
    await page.getByLabel('What you saw or heard').fill('Whistles his march');
    await page.getByLabel('How you know this person').fill('On his corridor since June');
    await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
    await page.getByText('Jaspreet Kaur: likes it').first().waitFor();
    for (const [name, size] of Object.entries(SIZES)) {
      await page.setViewportSize(size);
      await isAccessible(jaspreet, `page-${name}`);
    }
    await page.setViewportSize(SIZES.desk);
    await jaspreet.opens('/choices');
    await page.getByRole('heading', { name: 'Whose decisions', exact: true }).waitFor();
    for (const [name, size] of Object.entries(SIZES)) {
      await page.setViewportSize(size);
      await isAccessible(jaspreet, `home-${name}`);
    }
    expect(jaspreet.errors).toEqual([]);
    await jaspreet.leaves();
  }, LONG_TEST);
});

/** Waits until something counted is as many as wanted, not more. */
async function expectSoon(count: () => Promise<number>, wanted: number): Promise<void> {
  for (let tries = 0; tries < 60 && (await count()) < wanted; tries += 1) await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await count()).toBe(wanted);
}
