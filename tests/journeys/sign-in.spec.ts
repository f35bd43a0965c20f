import type { Browser } from 'playwright-core';
import type { World } from '../world/world.ts';
import { Visitor, openBrowser, openChestnutHouse } from './stage.ts';

describe('the door', () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    [{ world }, browser] = await Promise.all([openChestnutHouse('2026-11-20T09:00:00Z'), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('lets a manager in and out again, on a tablet', async () => {
    const karen = await Visitor.arrives(browser, world, 'karen', 'karen.whitfield@example.org', { width: 820, height: 1180 });
    await karen.looks('first-screen');
    await karen.page.getByRole('button', { name: 'Sign out' }).first().click();
    await karen.page.getByRole('button', { name: 'Sign in' }).waitFor();
    await karen.looks('signed-out');
    await karen.leaves();
  });
});
