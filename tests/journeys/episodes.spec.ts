/// <reference lib="dom" />
/** A stay from its first conversation to the look back, on screen: what going home takes, a time that is kept, one sitting, a plan for afterwards, and the sheet on paper. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { World } from '../world/world.ts';
import { SIZES, Visitor, openBrowser, openChestnutHouse } from './stage.ts';

const NOW = '2026-11-25T09:00:00Z';
const LONG_TEST = 240_000;

describe('a stay and its reviews', () => {
  let world: World;
  let browser: Browser;
  let karen: Visitor;
  let isIn = false;
  let page: Page;
  let id: string;
  let name: string;
  let outcome: string;
  beforeAll(async () => {
    browser = await openBrowser();
    ({ world } = await openChestnutHouse(NOW));
    const [person] = await world.look<{ id: string; name: string; words: string }>(`SELECT r.id, r.preferred_name AS name, min(o.words) AS words FROM resident r JOIN outcome o ON o.resident_id = r.id WHERE r.status = 'living here' GROUP BY r.id, r.preferred_name, r.family_name HAVING count(*) = 1 ORDER BY r.family_name LIMIT 1`);
    ({ id, name, words: outcome } = person!);
    await world.asSystem((await world.look<{ home: string }>('SELECT home_id AS home FROM resident LIMIT 1'))[0]!.home, (tx) => tx.em.query('UPDATE resident SET short_stay = true WHERE id = $1', [id]));
    await comesBack(NOW);
  }, LONG_TEST);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });
  /** On another day she signs in again. */
  async function comesBack(at: string): Promise<void> {
    world.clock.set(at);
    if (isIn) await karen.leaves();
    karen = await Visitor.arrives(browser, world, 'episodes', 'karen.whitfield@example.org', SIZES.tablet);
    ({ page } = karen);
    isIn = true;
    page.setDefaultTimeout(15_000);
  }
  const minute = () => karen.waitsUntil(world, new Date(world.clock.now().getTime() + 60_000));
  const form = () => page.getByRole('dialog');
  const saves = async (button = 'Save') => {
    await form().getByRole('button', { name: button, exact: true }).click();
    await form().waitFor({ state: 'detached' });
    await minute();
  };

  it('begins with what will and will not be given; what going home takes is asked from the first day', async () => {
    await karen.opens(`/people/${id}/episode`);
    await page.getByRole('heading', { name: `${name}’s stay and reviews`, level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Start an episode' }).click();
    await form().getByRole('button', { name: 'Save', exact: true }).click();
    await form().getByText('Write what it is for, in the person’s own words.').waitFor();
    await form().getByLabel('What it is for, in their own words').fill('I want to sleep in my own bed again.');
    await form().getByLabel('What we will give').fill('Walking with somebody twice a day, for six weeks.');
    await form().getByLabel('What we will not give').fill('Nobody sits with you at night.');
    await form().getByLabel('With whom you talked about it').fill(`${name} and Ann`);
    await form().getByLabel('What the person said of it').fill('Fair enough.');
    await form().getByLabel(/^Hoped to end on/).fill('2027-01-06');
    await karen.looks('start');
    await saves();
    await page.getByText('“I want to sleep in my own bed again.”').waitFor();
    await page.getByText('Day 1 of 43').waitFor();
    await page.getByRole('button', { name: /^How it is.*Stairs and steps$/ }).click();
    await form().getByLabel('Missing').check({ force: true });
    await form().getByLabel('In a few words').fill('Two steps, with a hand on the rail.');
    await form().getByLabel('Who sees to it').fill('Karen Whitfield');
    await form().getByLabel('By when').fill('2026-12-02');
    await karen.looks('home-form');
    await saves();
    await page.getByText('The stairs: Karen Whitfield, by Wednesday 2 December.').waitFor();
    await page.getByText(`${name} could go home when this is there: the stairs.`).waitFor();
    await page.getByRole('button', { name: 'A fall', exact: true }).click();
    await page.getByText(`${name} had a fall, Wednesday 25 November.`).waitFor();
    await minute();
    await karen.looksEverywhere('stay');
  }, LONG_TEST);

  it('keeps a time for the review, and says who is not free', async () => {
    await page.getByRole('button', { name: 'Book the people it needs' }).click();
    const staff = form().getByRole('group', { name: 'Who sits down with them' });
    const onlyKaren = async () => {
      await staff.getByLabel('Karen Whitfield').check({ force: true });
      const chosen = await staff.locator('label:has(input:checked)').allInnerTexts();
      for (const each of chosen.map((text) => text.split('\n')[0] ?? '')) if (each !== 'Karen Whitfield') await staff.getByLabel(each).uncheck({ force: true });
    };
    const book = async (day: string) => {
      await form().getByLabel('Day').fill(day);
      await form().getByRole('button', { name: 'Book the people it needs' }).click();
    };
    await onlyKaren();
    await book('2026-11-24');
    await form().getByText('That time has gone by. Choose one that is to come.').waitFor();
    await karen.looks('book');
    await book('2026-11-26');
    await form().waitFor({ state: 'detached' });
    await page.getByText('Thursday 26 November, 10:00–10:45').waitFor();
    await page.getByRole('button', { name: 'Book the people it needs' }).click();
    await onlyKaren();
    await book('2026-11-26');
    await form().getByText(/^(?:Karen Whitfield|.*) is down for Review meeting, Thursday 26 November, 10:00 then\./).first().waitFor();
    await form().getByRole('button', { name: 'Cancel' }).click();
    await karen.opens('/reviews');
    await page.getByRole('link', { name, exact: true }).first().waitFor();
    await page.getByText('Booked: Thursday 26 November, 10:00').waitFor();
    await karen.looks('list');
  }, LONG_TEST);

  it('is looked at again in one sitting, worked by keyboard, and printed in large letters', async () => {
    await comesBack('2026-11-26T10:00:00Z');
    await karen.opens(`/people/${id}/review`);
    await page.getByRole('heading', { name: `Review with ${name}` }).waitFor();
    await karen.looksEverywhere('sitting');
    await page.getByRole('textbox', { name: 'How it goes, in their words' }).fill('Better than I thought.');
    const save = page.getByRole('button', { name: 'Keep the review' });
    await save.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Write what they say of going home: on a short stay it is asked every time.').waitFor();
    await page.getByRole('textbox', { name: new RegExp(`^What the person says of it.*${outcome.replaceAll(/[.?*+()]/g, '.')}`) }).fill('Slow, but I do it.');
    await page.getByRole('radio', { name: /^Go on/ }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('textbox', { name: 'What they say of going home' }).fill('By New Year.');
    await page.getByRole('button', { name: 'Add something to do' }).click();
    await page.getByRole('textbox', { name: 'What', exact: true }).fill('Fit a second rail');
    await page.getByRole('textbox', { name: 'Who', exact: true }).fill('Ann');
    await page.getByLabel('By when').fill('2026-12-04');
    await karen.looks('sitting-filled');
    // A tablet that loads the page again loses nothing of what was said.
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'How it goes, in their words' }).inputValue()).toBe('Better than I thought.');
    expect(await page.getByRole('textbox', { name: 'What', exact: true }).inputValue()).toBe('Fit a second rail');
    expect(await page.getByRole('radio', { name: /^Go on/ }).isChecked()).toBe(true);
    await save.click();
    await page.getByRole('heading', { name: `${name}’s stay and reviews`, level: 1 }).waitFor();
    await page.getByText('“Better than I thought.”').waitFor();
    await page.getByText('No review is due.').waitFor();
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('writing')))).toEqual([]);
    await minute();
    await page.getByRole('button', { name: /^Done.*Fit a second rail$/ }).click();
    await page.getByText('Done by Karen Whitfield, Thursday 26 November').waitFor();
    await karen.opens(`/people/${id}/review-sheet`);
    await page.getByRole('button', { name: 'Print' }).waitFor();
    await karen.looks('sheet');
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf.toString('latin1')) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
    expect(await page.locator('[data-paper]').innerText()).toMatch(/“I want to sleep in my own bed again\.”[^]*“Better than I thought\.”/);
    const folder = process.env['SHOTS'];
    if (folder) {
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, 'episodes-paper.pdf'), pdf);
      await writeFile(path.join(folder, 'episodes-paper.png'), await page.screenshot({ fullPage: true }));
    }
    await page.emulateMedia({ media: null });
  }, LONG_TEST);

  it('ends with a plan for afterwards, and is looked back at four weeks later although they have moved out', async () => {
    await karen.opens(`/people/${id}/episode`);
    await page.getByRole('button', { name: 'End the episode' }).click();
    await form().getByLabel('What the person says of it').fill('Home at last.');
    await form().getByLabel('Reached what was hoped for').check({ force: true });
    await form().getByLabel('Where they are now').selectOption('own home');
    await form().getByRole('button', { name: 'Save', exact: true }).click();
    await form().getByText('There is no plan yet for when support ends. Write it first, or say why there is none.').waitFor();
    await form().getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Write the plan' }).click();
    for (const [part, words] of [['What I do myself', 'Everything but the bath.'], ['What I need help with, and who gives it', 'The bath: Ann, Saturdays.'], ['Equipment', 'Two rails.'], ['Who to call', 'Ann.'], ['Appointments', 'Nothing.'], ['If it gets worse', 'Ring the surgery.'], ['What the person says of the plan', 'That will do.']] as const) {
      await form().getByLabel(part, { exact: true }).fill(words);
    }
    await karen.looks('plan');
    await saves();
    await page.getByRole('button', { name: 'End the episode' }).click();
    await form().getByLabel('What the person says of it').fill('Home at last.');
    await form().getByLabel('Reached what was hoped for').check({ force: true });
    await form().getByLabel('Where they are now').selectOption('own home');
    await karen.looks('end');
    await saves();
    await page.getByRole('heading', { name: 'Reached what was hoped for, Thursday 26 November' }).waitFor();
    await world.asSystem((await world.look<{ home: string }>('SELECT home_id AS home FROM resident LIMIT 1'))[0]!.home, (tx) => tx.em.query(`UPDATE resident SET status = 'moved out' WHERE id = $1`, [id]));
    await comesBack('2026-12-24T09:00:00Z');
    await karen.opens('/reviews');
    await page.getByText(`Four weeks have gone by since ${name}’s stay ended: ask how it goes. Due since Thursday 24 December.`).waitFor();
    await page.getByRole('link', { name, exact: true }).first().click();
    await page.getByRole('button', { name: 'Look back after 4 weeks' }).first().click();
    await form().getByLabel('With whom, and how').fill(`${name}, on the telephone`);
    await form().getByLabel('How it goes, in their words').fill('My own bed, every night.');
    await karen.looks('look-back');
    await saves();
    await page.getByText('“My own bed, every night.”').waitFor();
    await karen.looks('afterwards');
    expect(karen.errors).toEqual([]);
  }, LONG_TEST);
});
