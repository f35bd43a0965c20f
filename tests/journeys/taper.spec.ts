/// <reference lib="dom" />
/** A support plan on the screens: the triangle read by keyboard, as a table and on paper; made, stopped, answered, and never for somebody who wants comfort and connection. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { seedDemo } from '../../apps/api/src/demo/seed.ts';
import { type World, openWorld } from '../world/world.ts';
import { SIZES, Visitor, dist, openBrowser } from './stage.ts';

const NOW = '2026-11-25T09:00:00Z';
const LONG_TEST = 240_000;
const KAREN = 'karen.whitfield@example.org';

describe('a support plan', () => {
  let world: World;
  let browser: Browser;
  let karen: Visitor;
  const idOf = async (name: string) => (await world.look<{ id: string }>('SELECT id FROM resident WHERE preferred_name = $1', [name]))[0]?.id ?? '';
  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld({ now: NOW, staffDist: dist('staff') }), openBrowser()]);
    await seedDemo(world.app);
    karen = await Visitor.arrives(browser, world, 'taper', KAREN, SIZES.desk);
  }, LONG_TEST);
  afterAll(async () => {
    await karen.leaves();
    await browser.close();
    await world.close();
  });
  beforeEach(() => world.clock.set(new Date(world.clock.now().getTime() + 60_000)));

  it('is a triangle that each week reads out, with the same figures in a table and on paper', async () => {
    const { page } = karen;
    await karen.opens(`/people/${await idOf('Peggy')}/support-plan`);
    await page.getByRole('heading', { name: 'Peggy’s support plan' }).waitFor();
    await karen.looksEverywhere('plan');
    const weeks = page.getByRole('group', { name: /^Weeks/ }).getByRole('button');
    expect(await weeks.count()).toBe(8);
    const now = weeks.and(page.locator('[aria-pressed="true"]'));
    expect(await now.textContent()).toMatch(/^Week from Monday 23 November, this week\. Planned: 13 h 20/);
    await now.focus();
    await page.keyboard.press('Home');
    expect(await page.evaluate(() => document.activeElement?.textContent ?? '')).toMatch(/^Week from Monday 2 November\. Planned: 15 h 30\. What really was: \d/);
    await page.keyboard.press('ArrowRight');
    await page.getByText('Week from Monday 9 November', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show all figures as a table' }).click();
    expect(await page.getByRole('table').getByRole('row').count()).toBe(9);
    await karen.looks('table');
    await page.getByRole('button', { name: 'Hide the table' }).click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('table').isVisible()).toBe(true);
    const folder = process.env['SHOTS'];
    if (folder) {
      await mkdir(folder, { recursive: true });
      await page.setViewportSize({ width: 794, height: 1123 });
      await writeFile(path.join(folder, 'taper-print.png'), await page.screenshot({ fullPage: true }));
      await page.setViewportSize(SIZES.desk);
    }
    await page.emulateMedia({ media: null });
  }, LONG_TEST);

  it('sets minutes free that Peggy spends in her own words', async () => {
    const { page } = karen;
    await karen.opens(`/people/${await idOf('Peggy')}/support-plan`);
    await page.getByRole('heading', { name: 'What would Peggy like?' }).waitFor();
    await page.getByRole('button', { name: 'Something else' }).click();
    await page.getByLabel('What for').fill('An hour at my own house');
    await page.getByLabel('How many minutes').fill('20');
    await page.getByRole('button', { name: 'That is what they chose' }).click();
    await page.getByText('Write down what the person said. It is theirs to choose.').waitFor();
    await page.getByLabel('What they said').fill('I want to sit on my own stairs.');
    await page.getByRole('button', { name: 'That is what they chose' }).click();
    await page.getByText('20 for An hour at my own house').waitFor();
    await page.getByText('“I want to sit on my own stairs.”').waitFor();
  }, LONG_TEST);

  it('that hurts is stopped by itself, and goes back when he says so', async () => {
    const { page } = karen;
    await karen.opens('/support-plans');
    await page.getByRole('heading', { name: 'Support plans' }).waitFor();
    await karen.looksEverywhere('list');
    await page.getByRole('link', { name: 'George' }).click();
    await page.getByText('Stopped. Somebody has to talk with them.').waitFor();
    await karen.looks('stopped');
    await page.getByRole('button', { name: 'Answer' }).click();
    await page.getByLabel('What they say').fill('My hip is not what it was.');
    await page.getByRole('radio', { name: /Go back/ }).check();
    await karen.looks('answer');
    await page.getByRole('button', { name: 'That is what happens' }).click();
    await page.getByText('Support is held at 660 minutes a week.').waitFor();
    await page.getByText('“My hip is not what it was.”').waitFor();
  }, LONG_TEST);

  it('is made with a person’s say, and only held for somebody who wants comfort and connection', async () => {
    const { page } = karen;
    await karen.opens(`/people/${await idOf('Rosemary')}/support-plan`);
    await page.getByText('Rosemary wants comfort and connection now. Help is never made less.').waitFor();
    await page.getByRole('button', { name: 'Change the plan' }).click();
    expect(await page.getByRole('radio').count()).toBe(1);
    await page.keyboard.press('Escape');
    await karen.opens(`/people/${await idOf('Bob')}/support-plan`);
    await page.getByRole('button', { name: 'Make a plan' }).click();
    await page.getByLabel('What for').fill('Getting ready to go out');
    await page.getByLabel('Minutes a week', { exact: true }).fill('140');
    await page.getByLabel('Minutes a week hoped for at the end').fill('70');
    await page.getByRole('textbox', { name: 'Why' }).fill('He finds his own coat on good days.');
    await karen.looks('form');
    await page.getByRole('button', { name: 'Begin this plan' }).click();
    await page.getByText('Ask the person what they say of it, and write their words down.').waitFor();
    await page.getByLabel('What they say of it').fill('Leave the coat on the hook and I will find it.');
    await page.getByRole('button', { name: 'Begin this plan' }).click();
    await page.getByText('140 minutes planned this week, on the way from 140 to 70 by Sunday 17 January.').waitFor();
    expect(karen.errors).toEqual([]);
  }, LONG_TEST);
});
