/** At seven in the morning somebody who drives rings in sick. Whoever answers says so, the coordinator mends the day, and those it touches are told. */
import { jest } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { HomeEntity } from '../../apps/api/src/access/access.entities.ts';
import { seedDemo } from '../../apps/api/src/demo/seed.ts';
import { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { Home, type World } from '../world/world.ts';
import { Visitor, openBrowser, openStage } from './stage.ts';

const TABLET = { width: 820, height: 1180 };
const PHONE = { width: 360, height: 740 };
const MONDAY_AT_SEVEN = '2026-11-23T07:00:00Z';

type Driving = { staffId: string; name: string; residentId: string; sessions: string[] };

jest.setTimeout(240_000);

describe('a driver rings in sick at seven', () => {
  let world: World;
  let browser: Browser;
  let home: Home;
  let driving: Driving;
  let taps = 0;
  const taps0 = (on: Locator) => {
    taps += 1;
    return on.click();
  };

  beforeAll(async () => {
    [world, browser] = await Promise.all([openStage(MONDAY_AT_SEVEN), openBrowser()]);
    await seedDemo(world.app);
    const { id, name } = await world.asSystem(null, (tx) => tx.em.findOneOrFail(HomeEntity, { where: {} }));
    home = new Home(world, id, name);
    driving = await whoDrivesToday();
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('1. is said in two taps by whoever answers the telephone', async () => {
    const jaspreet = await Visitor.arrives(browser, world, 'sick-jaspreet', 'jaspreet.kaur@example.org', TABLET);
    const { page } = jaspreet;
    await page.getByRole('heading', { name: 'On shift today' }).waitFor();
    await jaspreet.looks('1-seven-o-clock');
    await taps0(page.getByRole('button', { name: new RegExp(`^${driving.name}`) }));
    await jaspreet.looks('1-person');
    await taps0(page.getByRole('dialog').getByRole('button', { name: 'Off sick today' }));
    await page.getByText(`${driving.name} is off sick today.`).first().waitFor();
    await page.getByText(/today can no longer be held as people were told/).waitFor();
    await jaspreet.looks('1-said');
    await page.getByRole('link', { name: 'See what is affected' }).click();
    await page.getByRole('heading', { name: 'Needs an answer' }).waitFor();
    await page.getByText('Whoever decides sees ways to mend it here.').waitFor();
    await jaspreet.looks('1-affected');
    await jaspreet.leaves();
    expect(taps).toBe(2);
  });

  it('2. is mended in two taps more, by a repair that says who loses, gains and is asked for what', async () => {
    const sian = await Visitor.arrives(browser, world, 'sick-sian', 'sian.pritchard@example.org', TABLET);
    const { page } = sian;
    await page.getByRole('link', { name: 'Look and mend' }).waitFor();
    await sian.looks('2-banner');
    await taps0(page.getByRole('link', { name: 'Look and mend' }));
    await page.getByText(`${driving.name} is off sick today.`).first().waitFor();
    await page.getByRole('button', { name: 'Do this and tell everyone' }).first().waitFor();
    await sian.looks('2-repairs');
    for (const [width, size] of [[360, 740], [1440, 900]] as const) {
      await page.setViewportSize({ width, height: size });
      await sian.looks(`2-repairs-${width}`);
    }
    await page.setViewportSize(TABLET);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await sian.looks('2-repairs-large-text');
    await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
    await taps0(page.getByRole('button', { name: 'Do this and tell everyone' }).first());
    await page.getByText('Done. Everyone it concerns has been told.').waitFor();
    await page.getByText('Everything holds as people were told').waitFor();
    await sian.looks('2-mended');
    expect(taps).toBe(4);
    await sian.leaves();
  });

  it('3. is a mended day on the staff’s screen, in which nobody is in two places', async () => {
    const jaspreet = await Visitor.arrives(browser, world, 'sick-jaspreet', 'jaspreet.kaur@example.org', TABLET);
    const { page } = jaspreet;
    await page.getByRole('heading', { name: 'Changed since people were told' }).waitFor();
    await jaspreet.looks('3-mended-day');
    const sessions = await page.getByRole('region', { name: 'Sessions' }).innerText();
    expect(sessions).not.toContain(driving.name);
    await jaspreet.leaves();
    expect(await world.look(`SELECT a.id FROM booking a JOIN booking b ON a.home_id = b.home_id AND a.id < b.id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
      AND (a.resident_id = b.resident_id OR a.staff_id = b.staff_id OR a.vehicle_id = b.vehicle_id OR a.room_id = b.room_id)`)).toEqual([]);
    expect(await world.look('SELECT 1 FROM booking WHERE staff_id = $1 AND starts_at < $2 AND ends_at > $3', [driving.staffId, '2026-11-24T00:00:00Z', MONDAY_AT_SEVEN])).toEqual([]);
  });

  it('4. is told to the family of whoever it touches, with a reason that names nobody who is ill', async () => {
    const [resident] = await world.asSystem(home.id, (tx) => tx.em.findBy(ResidentEntity, { homeId: home.id, id: driving.residentId }));
    const daughter = await home.supporter('Ann Daughter', resident!, 'daughter');
    const phone = await Visitor.comes(browser, world, 'sick-daughter', PHONE);
    await phone.context.addCookies([{ name: 'promenade', value: daughter.token, url: world.url, httpOnly: true, sameSite: 'Strict' }]);
    await phone.opens('/family/');
    await phone.page.getByRole('heading', { name: 'What has changed' }).waitFor();
    await phone.looks('4-family');
    const text = await phone.page.locator('section').filter({ has: phone.page.getByRole('heading', { name: 'What has changed' }) }).innerText();
    expect(text).toMatch(/because a driver is off/);
    const surname = driving.name.split(' ')[1] ?? driving.name;
    expect(text).not.toMatch(new RegExp(`${surname}|sick|\\bill\\b`));
    await phone.leaves();
  });

  it('5. can be done with the keyboard alone, and taken back', async () => {
    const sian = await Visitor.arrives(browser, world, 'sick-sian', 'sian.pritchard@example.org', TABLET, '/changes');
    const { page } = sian;
    const back = page.getByRole('button', { name: new RegExp(`^Back at work: ${driving.name}`) });
    await back.focus();
    await page.keyboard.press('Enter');
    await page.getByText(`${driving.name} is back.`).first().waitFor();
    await page.getByText('Nobody and nothing, as far as anybody has said.').waitFor();
    for (const [button, look] of [['Somebody is off', '5-staff-form'], ['A vehicle is off the road', '5-vehicle-form'], ['A resident cannot come', '5-resident-form']] as const) {
      await page.getByRole('button', { name: button }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await sian.looks(look);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(button);
    }
    await sian.leaves();
  });

  it('6. leaves room for who could go now, one tap from the day, and for what would help most', async () => {
    // The week is planned to the full: only where things may be held oftener is there room for more.
    await world.look('UPDATE activity SET max_per_week = 30');
    world.clock.set('2026-11-24T10:00:00Z');
    const karen = await Visitor.arrives(browser, world, 'sick-karen', 'karen.whitfield@example.org', TABLET);
    const { page } = karen;
    await page.getByRole('link', { name: 'Who could go now?' }).click();
    await page.getByRole('button', { name: /^Do this/ }).first().waitFor();
    await page.getByText('Why these people').first().click();
    await karen.looks('6-who-could-go');
    await page.setViewportSize(PHONE);
    await karen.looks('6-who-could-go-360');
    expect(await page.evaluate(() => [...document.querySelectorAll('main *')].filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1).map(({ className, textContent }) => `${className} ${textContent}`))).toEqual([]);
    await page.setViewportSize(TABLET);
    const what = await page.getByRole('button', { name: /^Do this/ }).first().getAttribute('aria-label');
    await page.getByRole('button', { name: /^Do this/ }).first().click();
    await page.getByText('It is in today’s plan, and everyone it concerns has been told.').waitFor();
    await page.getByText(what?.replace('Do this: ', '') ?? 'nothing').first().waitFor();
    await karen.looks('6-gone');
    await karen.opens('/what-would-help');
    await page.getByRole('button', { name: 'Look for it' }).click();
    await page.getByText(/^Looking…/).waitFor();
    await karen.looks('6-looking-for-help');
    await page.getByText(/^Looking…/).waitFor({ state: 'detached', timeout: 90_000 });
    await karen.looks('6-what-would-help');
    await karen.leaves();
  });

  /** Somebody with most to drive today who is not Siân, and somebody who was to go with them. */
  async function whoDrivesToday(): Promise<Driving> {
    const [found] = await world.look<Driving>(`
      SELECT d.staff_id AS "staffId", m.given_name || ' ' || m.family_name AS name, array_agg(DISTINCT a.name) AS sessions, (array_agg(r.resident_id ORDER BY s.starts_at, r.resident_id))[1] AS "residentId"
      FROM booking d JOIN session s ON s.home_id = d.home_id AND s.id = d.session_id JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
      JOIN staff m ON m.home_id = d.home_id AND m.id = d.staff_id JOIN booking r ON r.home_id = d.home_id AND r.session_id = s.id AND r.resident_id IS NOT NULL
      WHERE d.role = 'driver' AND s.status = 'planned' AND s.starts_at >= $1 AND s.starts_at < '2026-11-24T00:00:00Z' AND m.given_name <> 'Siân'
      GROUP BY 1, 2 ORDER BY count(DISTINCT s.id) DESC, 2 LIMIT 1`, [MONDAY_AT_SEVEN]);
    if (!found) throw new Error('nobody drives anywhere this Monday');
    return found;
  }
});
