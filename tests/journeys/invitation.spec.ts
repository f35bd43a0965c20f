import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { CircleMemberEntity, SupporterEntity } from '../../apps/api/src/circle/circle.entities.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import type { World } from '../world/world.ts';
import { Visitor, openBrowser, openChestnutHouse } from './stage.ts';

jest.setTimeout(180_000);

const PASSWORD = 'walks by the sea';

describe('being let in', () => {
  let world: World;
  let browser: Browser;
  let residentId: string;
  beforeAll(async () => {
    [{ world }, browser] = await Promise.all([openChestnutHouse('2026-11-20T09:00:00Z'), openBrowser()]);
    const supporterId = newId();
    await world.asSystem(null, async (tx) => {
      const [resident] = await tx.em.find(ResidentEntity, { order: { id: 'ASC' }, take: 1 });
      if (!resident) throw new Error('Chestnut House has nobody in it.');
      residentId = resident.id;
      await tx.em.insert(SupporterEntity, { homeId: resident.homeId, id: supporterId, name: 'Joan Marsh', email: null, phone: null });
      await tx.em.insert(CircleMemberEntity, { homeId: resident.homeId, id: newId(), residentId: resident.id, supporterId, relation: 'niece' });
    });
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('takes a link from the manager and a password of one’s own; nothing is shared by that', async () => {
    const karen = await Visitor.arrives(browser, world, 'karen', 'karen.whitfield@example.org', { width: 820, height: 1180 }, '/people');
    await karen.page.getByRole('link', { name: 'Who can sign in' }).click();
    await karen.page.getByRole('heading', { name: 'Who can sign in' }).waitFor();
    await karen.looks('who-can-sign-in');
    await karen.page.getByRole('link', { name: 'Invite Joan Marsh' }).waitFor();
    await karen.opens(`/people/${residentId}/circle`);
    await karen.page.getByRole('link', { name: 'Invite to sign in Joan Marsh' }).waitFor();
    await karen.looks('circle');
    await karen.page.getByRole('link', { name: 'Invite to sign in Joan Marsh' }).click();
    await karen.page.getByRole('button', { name: 'Make a link' }).click();
    await karen.page.getByText('is not an e-mail address').or(karen.page.getByText('Write the e-mail address')).waitFor();
    await karen.page.getByLabel('E-mail').fill('joan.marsh@example.org');
    await karen.looks('invite');
    await karen.page.getByRole('button', { name: 'Make a link' }).click();
    const link = await karen.page.getByLabel('Link', { exact: true }).inputValue();
    expect(link).toContain('/family/welcome/');
    await karen.looks('link');
    await karen.leaves();

    const joan = await Visitor.comes(browser, world, 'joan', { width: 360, height: 740 });
    await joan.opens(new URL(link).pathname);
    await joan.page.getByRole('heading', { name: 'Welcome to Chestnut House' }).waitFor();
    expect(await joan.page.getByLabel('Your e-mail').inputValue()).toBe('joan.marsh@example.org');
    await joan.looks('welcome');
    await joan.page.getByLabel('Choose a password').fill('short');
    await joan.page.getByRole('button', { name: 'Save and sign in' }).click();
    await joan.page.getByText('at least 8 characters. Three words').first().waitFor();
    await joan.page.getByRole('button', { name: 'Show password' }).click();
    await joan.looks('too-short');
    await joan.page.getByLabel('Choose a password').fill(PASSWORD);
    await joan.page.getByRole('button', { name: 'Save and sign in' }).click();
    await joan.page.getByRole('heading', { name: 'Nothing is shared with you at the moment' }).waitFor();
    expect(new URL(joan.page.url()).pathname).toBe('/family/');
    await joan.looks('nothing-shared');
    await joan.opens(new URL(link).pathname);
    await joan.page.getByRole('heading', { name: 'This link is no longer good' }).waitFor();
    await joan.looks('closed');
    await joan.leaves();
  });

  it('works for a colleague, in the app of the home', async () => {
    const karen = await Visitor.arrives(browser, world, 'karen', 'karen.whitfield@example.org', { width: 360, height: 740 }, '/sign-ins');
    await karen.page.getByRole('link', { name: /^Invite / }).first().click();
    await karen.page.getByLabel('E-mail').fill('new.colleague@example.org');
    await karen.page.getByLabel('What they are here').selectOption('Activity coordinator');
    await karen.looks('invite-colleague');
    await karen.page.getByRole('button', { name: 'Make a link' }).click();
    const link = await karen.page.getByLabel('Link', { exact: true }).inputValue();
    await karen.looks('link-phone');
    await karen.leaves();

    const colleague = await Visitor.comes(browser, world, 'colleague', { width: 820, height: 1180 });
    await colleague.opens(new URL(link).pathname);
    await colleague.page.getByLabel('Choose a password').fill(PASSWORD);
    await colleague.looks('welcome');
    await colleague.page.getByRole('button', { name: 'Save and sign in' }).click();
    await colleague.page.getByRole('button', { name: 'Sign out' }).first().waitFor();
    expect(new URL(colleague.page.url()).pathname).toBe('/');
    await colleague.leaves();
  });
});
