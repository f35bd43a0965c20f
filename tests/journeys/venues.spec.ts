/** Places: a map of the town comes in with a dry run, somebody checks a fact in two taps, and a bad afternoon reaches the coordinator. */
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { World } from '../world/world.ts';
import { Visitor, openBrowser, openChestnutHouse, violationsOn } from './stage.ts';

const SIZES = [['phone', { width: 360, height: 740 }], ['tablet', { width: 820, height: 1180 }], ['wide', { width: 1440, height: 900 }]] as const;
const TABLET = { width: 820, height: 1180 };
const NOW = '2026-11-24T11:00:00Z';

const node = (id: number, lat: number, lon: number, tags: Record<string, string>) => ({ type: 'node', id, lat, lon, tags });
const TOWN = Buffer.from(JSON.stringify({
  version: 0.6, generator: 'Overpass API', elements: [
    node(1, 53.9036, -1.6471, { amenity: 'cafe', name: 'Dyers Café', wheelchair: 'limited', 'toilets:wheelchair': 'yes', opening_hours: 'Mo-Sa 09:00-16:00; PH off', fee: 'no' }),
    node(2, 53.9032, -1.6468, { amenity: 'library', name: 'Harrowby Public Library', wheelchair: 'no' }),
    node(3, 53.9052, -1.6431, { amenity: 'place_of_worship', name: 'Zion Methodist Chapel', wheelchair: 'yes' }),
    node(4, 53.9, -1.65, { amenity: 'pub' }), node(5, 53.9, -1.65, { amenity: 'bench' }), node(6, 51.5, -0.1, { tourism: 'museum', name: 'Far Away Museum' }),
  ],
}));

jest.setTimeout(300_000);

/** Not one violation, whatever its weight; nothing wider than the screen. */
async function isSpotless({ page }: Visitor, what: string): Promise<void> {
  const violations = await violationsOn(page);
  expect(violations.map(({ id, impact, nodes }) => `${what}: ${id} (${impact}) at ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  expect([what, await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1)]).toEqual([what, true]);
}

describe('places', () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    [{ world }, browser] = await Promise.all([openChestnutHouse(NOW), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const looksClosely = async (visitor: Visitor, what: string) => {
    await visitor.looks(what);
    await isSpotless(visitor, what);
  };

  it('come in from a map: what is new, what is here, what cannot be taken and why, and nothing before it is asked', async () => {
    const karen = await Visitor.arrives(browser, world, 'karen', 'karen.whitfield@example.org', TABLET, '/import');
    const { page } = karen;
    await page.locator('input[type=file]').setInputFiles({ name: 'harrowby.json', mimeType: 'application/json', buffer: TOWN });
    await page.getByRole('heading', { name: 'harrowby.json' }).waitFor();
    await page.getByText('1 place will be added.').waitFor();
    await page.getByText('It has no name, so nobody could find it again.').first().waitFor();
    await page.getByText(/^It is \d+ km from the home, further than 80 km\./).first().waitFor();
    await page.getByText(/OpenStreetMap contributors/).first().waitFor();
    await looksClosely(karen, 'import-dry-run');
    await page.getByLabel('Is Harrowby Public Library in the file a place that is here already?').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Import 3 places' }).click();
    await page.getByText('1 place was added.').waitFor();
    await page.getByText('2 places that are here already were merged; what people checked stayed as it was.').waitFor();
    await looksClosely(karen, 'import-done');
    await page.getByRole('link', { name: 'See the places' }).click();
    await page.getByRole('link', { name: 'Dyers Café' }).click();
    await page.getByRole('heading', { name: 'Dyers Café' }).waitFor();
    await page.getByText('From OpenStreetMap, not checked by us').first().waitFor();
    await page.getByText('Closed: Boxing Day (substitute day)').waitFor();
    await page.getByText('Guessed from the straight line. Nobody has timed it yet.').waitFor();
    await page.getByRole('link', { name: '© OpenStreetMap contributors' }).waitFor();
    await looksClosely(karen, 'imported-place');
    await karen.opens('/venues');
    await page.getByRole('link', { name: 'Harrowby Library' }).click();
    await page.getByText(/OpenStreetMap or the list says: Has steps/).waitFor();
    expect(karen.errors).toEqual([]);
    await karen.leaves();
  });

  it('are checked in two taps, by keyboard too, and the check before stays', async () => {
    const sian = await Visitor.arrives(browser, world, 'sian', 'sian.pritchard@example.org', TABLET, '/venues');
    const { page } = sian;
    await page.getByRole('heading', { name: 'The Packhorse' }).getByRole('link').click();
    await page.getByRole('heading', { name: 'Not known yet' }).waitFor();
    const check = page.getByRole('button', { name: /^Check ?: Hearing loop$/ });
    await check.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('heading', { name: 'Is there a hearing loop, and does it work?' }).waitFor();
    await looksClosely(sian, 'check');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await check.click();
    await sheet.getByRole('button', { name: 'No hearing loop' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByText('Seen by us: Siân Pritchard, 24 November 2026').first().waitFor();
    await sian.waitsUntil(world, new Date(world.clock.now().getTime() + 60_000));
    await page.getByRole('button', { name: /^Check again ?: Hearing loop$/ }).click();
    await sheet.getByLabel('They told us').check({ force: true });
    await sheet.getByLabel(/A few words/).fill('New since yesterday; ask for it at the bar.');
    await sheet.getByRole('button', { name: 'Hearing loop', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByText('New since yesterday; ask for it at the bar.').waitFor();
    await page.locator('summary', { hasText: '1 earlier check' }).click();
    await page.getByText(/No hearing loop.*Seen by us: Siân Pritchard/).waitFor();

    await page.getByRole('button', { name: 'Write down the hours' }).click();
    await sheet.getByLabel('Closed', { exact: true }).check({ force: true });
    await looksClosely(sian, 'hours');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByText('Closed: Boxing Day (substitute day)').waitFor();
    expect(sian.errors).toEqual([]);
    await sian.leaves();
  });

  it('say how we were treated, and a bad afternoon is looked into', async () => {
    const sian = await Visitor.arrives(browser, world, 'sian', 'sian.pritchard@example.org', TABLET, '/venues');
    const { page } = sian;
    await page.getByRole('link', { name: 'Harrowby Bowls Club, indoor mats' }).click();
    await page.getByRole('button', { name: 'How were you treated?' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('radio', { name: /Badly/ }).check({ force: true });
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.getByText('Say in a few words what happened, so that somebody can look into it.').waitFor();
    await sheet.getByLabel('What happened').fill('Bob was told he was too slow.');
    await looksClosely(sian, 'treated');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByText('Treated badly the one time somebody said.').waitFor();
    await sian.opens('/venues');
    await page.getByRole('heading', { name: 'Visits to look into' }).waitFor();
    const bowls = page.getByRole('listitem').filter({ hasText: 'Bob was told he was too slow.' });
    await looksClosely(sian, 'to-look-into');
    await bowls.getByLabel('What was done about it').fill('Rang the secretary, who was mortified and will speak to him.');
    await bowls.getByRole('button', { name: 'Looked into' }).click();
    await bowls.waitFor({ state: 'detached' });
    expect(sian.errors).toEqual([]);
    await sian.leaves();
  });

  it('are found by what somebody needs, and added by hand', async () => {
    const sian = await Visitor.arrives(browser, world, 'sian', 'sian.pritchard@example.org', TABLET, '/venues');
    const { page } = sian;
    await page.getByLabel('With a changing place').check({ force: true });
    await page.getByText('2 places of 11').waitFor();
    await page.getByLabel('Open', { exact: true }).selectOption('day');
    await page.getByLabel('Which day').fill('2026-12-25');
    await page.getByText('1 place of 11').waitFor();
    await page.getByRole('link', { name: 'Moorgate Nursery and Café' }).waitFor();
    await sian.opens('/venues/new');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Give the place a name.').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Beck Side Baths');
    await page.getByLabel('Latitude').fill('53.9100');
    await page.getByLabel('Longitude').fill('-1.6500');
    await looksClosely(sian, 'add');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Beck Side Baths' }).waitFor();
    await page.getByText('Not known. Nobody has said when it is open.').first().waitFor();
    expect(sian.errors).toEqual([]);
    await sian.leaves();
  });

  it('read well on a phone, a tablet and a wide screen, and in twice the size', async () => {
    for (const [name, size] of SIZES) {
      const sian = await Visitor.arrives(browser, world, `sian-${name}`, 'sian.pritchard@example.org', size, '/venues');
      await looksClosely(sian, 'list');
      await sian.page.getByRole('link', { name: 'Harrowby Leisure Centre' }).click();
      await sian.page.getByRole('heading', { name: 'When it is open' }).waitFor();
      await looksClosely(sian, 'place');
      await sian.leaves();
    }
    const large = await Visitor.arrives(browser, world, 'sian-large-text', 'sian.pritchard@example.org', TABLET, '/venues');
    await large.page.addStyleTag({ content: 'html { font-size: 36px !important; }' });
    await looksClosely(large, 'list');
    await large.leaves();
  });
});
