/// <reference lib="dom" />
/** Nobody written off, as the home looks at it; somebody's own progress by touch and by keyboard; and what their family sees with consent and without. */
import type { Browser, Page } from 'playwright-core';
import { seedDemo } from '../../apps/api/src/demo/seed.ts';
import { type World, openWorld } from '../world/world.ts';
import { SIZES, Visitor, dist, openBrowser } from './stage.ts';

const NOW = '2026-11-25T09:00:00Z';
const LONG_TEST = 240_000;
const JASPREET = 'jaspreet.kaur@example.org';
const CLAIRE = 'claire.dunne@example.org';

/** What the browser was asked to say: the voice itself leaves the building. */
const listen = (page: Page) => page.addInitScript(() => {
  const heard: string[] = [];
  Object.assign(window, { spoken: heard });
  window.speechSynthesis.speak = (utterance: SpeechSynthesisUtterance) => void heard.push(utterance.text);
});
const spoken = (page: Page) => page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken);

describe('progress', () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld({ now: NOW, staffDist: dist('staff'), familyDist: dist('family') }), openBrowser()]);
    await seedDemo(world.app);
  }, LONG_TEST);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const idOf = async (name: string) => (await world.look<{ id: string }>('SELECT id FROM resident WHERE preferred_name = $1', [name]))[0]?.id ?? '';

  it('of the home is a number with its people behind it, part by part, with the next step beside each', async () => {
    const jaspreet = await Visitor.arrives(browser, world, 'progress', JASPREET, SIZES.desk);
    const { page } = jaspreet;
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await page.getByRole('link', { name: 'Nobody written off' }).click();
    await page.getByRole('heading', { name: 'Nobody written off', level: 1 }).waitFor();
    const parts = page.getByRole('navigation', { name: 'At a glance' });
    for (const [tile, heading] of [[/without an outcome/, 'Without an outcome'], [/nothing planned/, 'Nothing planned for two weeks'], [/planned support/, 'Planned support that really happened'], [/more help lately/, 'Who turns which way'], [/measures/, 'What a home is asked for (NICE)']] as const) {
      const link = parts.getByRole('link', { name: tile });
      await link.click();
      await page.getByRole('heading', { name: heading }).waitFor();
      expect(await page.getByRole('heading', { level: 2 }).count()).toBe(1);
      if (/outcome|nothing/.test(String(tile))) expect(await page.getByRole('row').count() - 1).toBe(Number((await link.innerText()).split('\n')[0]));
      const what = heading.split(' ').slice(0, 2).join('-');
      await (/Nothing|asked/.test(heading) ? jaspreet.looksEverywhere(what) : jaspreet.looks(what));
    }
    // All of it stands on paper.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(5);
    await page.emulateMedia({ media: null });
    const [, met, of] = /(\d+) of (\d+): Took part/.exec((await page.getByRole('link', { name: /Took part in something/ }).getAttribute('aria-label')) ?? '') ?? [];
    await page.getByRole('link', { name: /Took part in something/ }).click();
    await page.getByRole('heading', { name: 'Took part in something' }).waitFor();
    await page.getByRole('row').nth(Number(of)).waitFor();
    expect([await page.getByRole('row').count() - 1, await page.getByRole('row').filter({ hasText: 'Yes' }).count()]).toEqual([Number(of), Number(met)]);
    await jaspreet.looks('measure');
    await page.getByRole('link', { name: 'Back to nobody written off' }).click();
    await page.getByRole('link', { name: /^Write one with Mr Simms/ }).click();
    await page.waitForURL(/\/people\/[0-9a-f-]+\/outcomes$/);
    expect(jaspreet.errors).toEqual([]);
    await jaspreet.leaves();
  }, LONG_TEST);

  it('of a person is seen and heard on the tablet, by touch, without a number; the way back leads to their week', async () => {
    const jaspreet = await Visitor.arrives(browser, world, 'mine', JASPREET, SIZES.tablet);
    const { page } = jaspreet;
    await listen(page);
    await jaspreet.opens(`/people/${await idOf('Peggy')}/my-week`);
    await page.getByRole('link', { name: 'My progress' }).tap();
    await page.getByRole('heading', { name: 'Peggy’s progress' }).waitFor();
    expect((await spoken(page)).at(-1)).toMatch(/^Peggy’s progress\. What I want\. /);
    await jaspreet.looksEverywhere('want');
    await page.getByRole('button', { name: /^I am home by Christmas/ }).tap();
    expect((await spoken(page)).at(-1)).toContain('You said so.');
    expect(await page.locator('main').innerText()).not.toMatch(/\d/);
    await page.getByRole('button', { name: 'What I do myself' }).tap();
    await page.getByRole('heading', { name: 'I do this' }).waitFor();
    await jaspreet.looks('myself');
    expect(await page.locator('main').innerText()).not.toMatch(/\d/);
    await page.getByRole('button', { name: 'What comes next' }).tap();
    await jaspreet.looksEverywhere('next');
    await page.getByRole('button', { name: 'What I enjoyed' }).tap();
    await jaspreet.looks('enjoyed');
    await page.goBack();
    await page.getByRole('heading', { name: 'Peggy’s week' }).waitFor();
    expect(jaspreet.errors).toEqual([]);
    await jaspreet.leaves();
  }, LONG_TEST);

  it('of somebody who wants comfort has no way up, of somebody without records says so warmly, and is worked by keyboard', async () => {
    const jaspreet = await Visitor.arrives(browser, world, 'calm', JASPREET, SIZES.desk);
    const { page } = jaspreet;
    await jaspreet.opens(`/people/${await idOf('Rosemary')}/my-progress`);
    await page.getByRole('heading', { name: 'What matters to Rosemary' }).waitFor();
    expect(await page.getByRole('navigation', { name: 'What to look at' }).getByRole('button').allInnerTexts()).toEqual(['What matters to me', 'What made good days']);
    await jaspreet.looks('comfort');
    const press = async (name: string) => {
      for (let n = 0; n < 20; n += 1) {
        await page.keyboard.press('Tab');
        if (await page.getByRole('button', { name }).first().evaluate((one) => one === document.activeElement)) return page.keyboard.press('Enter');
      }
      throw new Error(`${name} was not reached by keyboard`);
    };
    await press('What made good days');
    await page.getByRole('heading', { name: 'What made good days', level: 1 }).waitFor();
    await jaspreet.looks('good-days');
    await jaspreet.opens(`/people/${await idOf('Mr Simms')}/my-progress`);
    await page.getByText('Nothing is written down yet. What would you like? Tell us.').waitFor();
    await jaspreet.looks('nothing');
    await jaspreet.leaves();
  }, LONG_TEST);

  it('is the family’s to see by consent, in sentences, with a view of their own, and gone at once without it', async () => {
    const claire = await Visitor.arrives(browser, world, 'family', CLAIRE, SIZES.phone, '/family/');
    const { page } = claire;
    await page.getByRole('link', { name: /How Peggy gets on/ }).click();
    await page.getByRole('heading', { name: 'How Peggy gets on', level: 1 }).waitFor();
    await page.getByText(/^Peggy does this with/).first().waitFor();
    await claire.looksEverywhere('page');
    await page.getByRole('button', { name: /How do you see it|Say it anew/ }).first().click();
    await page.getByRole('button', { name: 'This is how I see it' }).click();
    await page.getByText('Choose one of the five sentences.').waitFor();
    await page.getByRole('radio', { name: 'I go up and down all thirteen alone, by day.' }).check();
    await page.getByLabel(/In your own words/).fill('On Sunday, with me behind her.');
    await claire.looks('saying');
    await page.getByRole('button', { name: 'This is how I see it' }).click();
    await page.getByText('You say:').waitFor();
    await page.getByText('“On Sunday, with me behind her.”').waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/T-score|weight|−1|\+1/i);
    await world.look(`UPDATE sharing_consent SET withdrawn_at = $1, withdrawn_by = 'Peggy' WHERE kind = 'progress' AND supporter_id IN (SELECT id FROM supporter WHERE name = 'Claire Dunne')`, [NOW]);
    await page.reload();
    await page.getByText('Peggy has not shared progress with you.').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('Christmas');
    await claire.looks('withdrawn');
    await claire.opens('/family/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('link', { name: /The week/ }).waitFor();
    expect(await page.getByRole('link', { name: /How Peggy gets on/ }).count()).toBe(0);
    expect(claire.errors).toEqual([]);
    await claire.leaves();
  }, LONG_TEST);
});
