/// <reference lib="dom" />
/** Outcomes measured, on a tablet: five levels written with help, said in three views, a confidence that falls and is talked about, and a person of comfort whom nothing asks for more. */
import type { Browser, Page } from 'playwright-core';
import { newId } from '../../apps/api/src/db/ids.ts';
import { LifePhaseEntity, OutcomeStepEntity } from '../../apps/api/src/people/support.entities.ts';
import { OutcomeEntity, type ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import type { Home, World } from '../world/world.ts';
import { SIZES, Visitor, openBrowser, openStage } from './stage.ts';

const LONG_TEST = 240_000;

describe('outcomes measured', () => {
  let world: World;
  let browser: Browser;
  let home: Home;
  let jean: ResidentEntity;
  let rose: ResidentEntity;
  let ada: Visitor;
  let page: Page;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openStage('2026-11-24T09:00:00Z'), openBrowser()]);
    home = await world.home();
    const worker = await home.worker('Ada Bell', 'carer');
    [jean, rose] = [await home.resident('Jean Moss'), await home.resident('Rose Fair')];
    const outcomeId = newId();
    const row = { homeId: home.id, why: 'It is mine to do.', measure: null, endedOn: null, recordedBy: worker.actor.accountId, recordedAt: new Date('2026-11-20T09:00:00Z') };
    await home.insert(OutcomeEntity, [{ ...row, id: outcomeId, residentId: jean.id, words: 'I make my own tea', byDate: '2027-01-15' }, { ...row, id: newId(), residentId: rose.id, words: 'Somebody sits with me', byDate: null }]);
    const stage = { homeId: home.id, residentId: jean.id, outcomeId, kind: 'stage goal' as const, who: null, recordedBy: worker.actor.accountId, recordedAt: new Date('2026-11-20T09:00:00Z') };
    await home.insert(OutcomeStepEntity, [
      { ...stage, id: newId(), words: 'I warm the pot', byDate: '2026-11-22', doneOn: '2026-11-21', doneByName: 'Ada Bell' }, { ...stage, id: newId(), words: 'I fill the kettle', byDate: '2026-12-20', doneOn: null, doneByName: null },
    ]);
    await home.insert(LifePhaseEntity, { homeId: home.id, id: newId(), residentId: rose.id, phase: 'comfort and connection', words: 'Rest now.', recordedBy: worker.actor.accountId, recordedByName: 'Ada Bell', recordedAt: new Date('2026-11-20T09:00:00Z') });
    ada = await Visitor.comes(browser, world, 'scales', SIZES.tablet);
    await ada.context.addCookies([{ name: 'promenade', value: worker.token, url: world.url }]);
    ({ page } = ada);
  }, LONG_TEST);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const sheet = () => page.getByRole('dialog');
  const minutesLater = (minutes: number) => ada.waitsUntil(world, new Date(world.clock.now().getTime() + minutes * 60_000));
  async function saved(name: string | RegExp = 'Save'): Promise<void> {
    await sheet().getByRole('button', { name, exact: true }).click();
    await sheet().waitFor({ state: 'detached' });
  }

  it('levels are written with examples and gentle hints, put aside, and gone on with', async () => {
    await ada.opens(`/people/${jean.id}/outcomes`);
    await page.getByRole('button', { name: 'Write the five levels' }).click();
    await sheet().getByLabel('See how others wrote it').selectOption({ label: 'Making tea' });
    await sheet().getByText('It says which part she does, not how well.').waitFor();
    await sheet().getByRole('button', { name: 'Begin with these words' }).click();
    expect(await sheet().getByLabel('What we expect').inputValue()).toBe('I make the pot with a kettle that is half filled for me.');
    await sheet().getByLabel('Better than expected', { exact: true }).fill('My tea making is improved');
    await page.keyboard.press('Tab');
    await sheet().getByText('“improved” is read differently by everyone.').waitFor();
    await ada.looksEverywhere('writing');
    await saved('Put aside for later');
    await minutesLater(1);
    await page.getByText('Half written, put aside by Ada Bell').waitFor();
    await page.getByRole('button', { name: 'Go on writing the levels' }).click();
    await sheet().getByLabel('Better than expected', { exact: true }).fill('I make the pot on my own, from the tap to the tray.');
    await page.keyboard.press('Tab');
    await sheet().getByText('is read differently').waitFor({ state: 'detached' });
    // Without a beginning it is refused, with the reason; nothing typed is lost.
    await sheet().getByRole('button', { name: 'Save the levels' }).click();
    await sheet().getByText('Where somebody starts is −1, or −2').waitFor();
    await sheet().getByRole('radio', { name: 'I warm the pot' }).check();
    await sheet().getByLabel('How Jean took part').fill('Jean chose the brown pot.');
    await saved('Save the levels');
    await page.getByText('What we expect by Friday 15 January').waitFor();
    await page.getByText('Where it began').waitFor();
    expect(await page.getByRole('list', { name: 'On the way' }).getByRole('listitem').allInnerTexts()).toEqual([expect.stringMatching(/^I warm the pot[^]*Done/), expect.stringMatching(/^I fill the kettle · Goal for a stage · Next · by Sunday 20 December/)]);
  }, LONG_TEST);

  it('three say where it stands, in few taps and by keyboard; they are shown side by side, over time, and as a table on paper', async () => {
    const score = async (whose: RegExp, sentence: RegExp, more: { who?: string; said?: string } = {}) => {
      await minutesLater(1);
      await page.getByRole('button', { name: 'Say where it stands' }).click();
      await sheet().getByRole('radio', { name: whose }).check();
      if (more.who) await sheet().getByLabel('Who of the family says it?').fill(more.who);
      await sheet().getByRole('radio', { name: sentence }).check();
      if (more.said) await sheet().getByLabel('In their words').fill(more.said);
      await saved();
    };
    await score(/^Jean/, /^I make the pot with/, { said: 'I only need the kettle.' });
    await score(/^Family/, /^Tea is brought/, { who: 'Mark Moss' });
    await minutesLater(60 * 24 * 3);
    await score(/^Mine/, /^I warm the pot/);
    await page.getByText('Jean sees it 2 levels further on than Mark Moss. Ask what each of them sees').waitFor();
    await page.locator('ol').getByText('Mark Moss,').waitFor();
    // By keyboard: a later view of her own.
    await minutesLater(60 * 24);
    await page.getByRole('button', { name: 'Say where it stands' }).focus();
    await page.keyboard.press('Enter');
    await sheet().getByRole('radio', { name: /^Jean/ }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await sheet().waitFor({ state: 'detached' });
    await page.getByText('Said 4 times so far.').waitFor();
    await page.getByText('For professionals: the T-score of all goals').click();
    expect(await page.getByRole('row', { name: /^Jean’s own view/ }).innerText()).toMatch(/40\.00[^]*70\.00[^]*\+30\.00/);
    await page.locator('summary', { hasText: 'The working: Jean’s own view' }).click();
    await page.getByText('T = 50 + 10 × 2 ÷ 1 = 70.00').waitFor();
    await ada.looksEverywhere('levels');
    await page.emulateMedia({ media: 'print' });
    // Folded away on the screen, there on paper; the score is not.
    const isThere = () => page.locator('td', { hasText: 'Mark Moss: Tea is brought to me.' }).evaluate((cell) => cell.checkVisibility());
    expect(await isThere()).toBe(true);
    expect(await page.getByText('T = 50 + 10 × 2').isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    expect(await isThere()).toBe(false);
    // What was put right stays readable.
    await page.getByText('Everything said of it (4)').click();
    await page.getByRole('button', { name: /Put it right.*Ada Bell/ }).click();
    await sheet().getByText('This puts right what was written down for Ada Bell').waitFor();
    await sheet().getByRole('radio', { name: /^I make the pot with/ }).check();
    await saved();
    await page.getByText('Put right later').waitFor();
  }, LONG_TEST);

  it('a confidence that falls is worth a conversation, on the page and in the list, until somebody has talked', async () => {
    for (const confidence of [9, 7, 4]) {
      await minutesLater(60 * 24 * 2);
      await page.getByRole('button', { name: /Ask (how sure they are|again)/ }).click();
      await sheet().getByRole('group', { name: 'How much does it matter to Jean?' }).getByRole('radio', { name: '10' }).check();
      await sheet().getByRole('group', { name: 'How sure is Jean that it can be done?' }).getByRole('radio', { name: String(confidence), exact: true }).check();
      if (confidence === 9) await ada.looks('asking');
      await saved();
    }
    await page.getByText('Jean grows less sure: from 9 of 10 to 4').waitFor();
    await page.setViewportSize(SIZES.phone);
    await ada.looks('falling');
    await page.setViewportSize(SIZES.tablet);
    await ada.opens('/outcomes');
    await page.getByRole('heading', { name: 'Worth a conversation' }).waitFor();
    await ada.looks('list');
    await page.getByRole('link', { name: 'Jean' }).first().click();
    await page.getByRole('button', { name: 'We talked about it' }).click();
    await sheet().getByLabel('What the person said').fill('The kettle is too heavy now.');
    await sheet().getByLabel('What is done differently now').fill('The small kettle.');
    await saved();
    await page.getByText('Talked about (1)').waitFor();
    expect(await page.getByText('Jean grows less sure').count()).toBe(0);
  }, LONG_TEST);

  it('comfort has levels to be kept, counts in no score, and nothing asks for more', async () => {
    await ada.opens(`/people/${rose.id}/outcomes`);
    await page.getByText('Nothing has to be reached.').waitFor();
    await page.getByRole('button', { name: 'Write the five levels' }).click();
    await sheet().getByLabel('See how others wrote it').selectOption({ label: 'Company (comfort)' });
    await sheet().getByRole('button', { name: 'Begin with these words' }).click();
    await sheet().getByLabel('Harder days').waitFor();
    expect(await sheet().getByText('By which day').count()).toBe(0);
    expect(await sheet().getByText('How much it counts').count()).toBe(0);
    await sheet().getByRole('radio', { name: /It is there already, and is to be kept/ }).check();
    await saved('Save the levels');
    await page.getByText('What is to be kept').waitFor();
    await page.getByText('For professionals: the T-score of all goals').click();
    await page.getByText('Every goal is one of comfort and connection.').waitFor();
    await ada.looksEverywhere('comfort');
    expect(ada.errors).toEqual([]);
    await ada.leaves();
  }, LONG_TEST);
});
