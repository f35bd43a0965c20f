/** Every page about a person, the library and the places: at three widths, in twice the size, with the keyboard alone and as a screen reader hears it. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { isSpotless } from './board-hands.ts';
import { Visitor, openBrowser, openChestnutHouse, settled } from './stage.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(300_000);

const SIZES = { phone: { width: 360, height: 740 }, tablet: { width: 820, height: 1180 }, desk: { width: 1440, height: 900 } };
const PARTS = ['', '/about-me', '/about-me/profile', '/life-story', '/preferences', '/routines', '/outcomes', '/decisions', '/support', '/choices', '/choose/what', '/assessment', '/circle', '/episode', '/review', '/review-sheet', '/reablement', '/support-plan', '/my-progress'];
const HOUSE = ['/let-do', '/people', '/library', '/library/new', '/venues', '/venues/new', '/choices', '/outcomes', '/reviews', '/barriers', '/progress', '/support-plans'];
/** Most steps of the Tab key that a page may take; the longest lists have some hundreds of things to press. */
const MOST_STEPS = 700;

describe('every page about who people are, what they choose and what there is to do', () => {
  let world: World;
  let browser: Browser;
  let pages: string[];
  beforeAll(async () => {
    browser = await openBrowser();
    const stage = await openChestnutHouse('2026-11-25T10:00:00Z');
    world = stage.world;
    const [person] = await world.look<{ id: string }>(`SELECT r.id FROM resident r JOIN routine USING (home_id) WHERE routine.resident_id = r.id ORDER BY r.family_name LIMIT 1`);
    const [activity] = await world.look<{ id: string }>('SELECT id FROM activity WHERE venue_id IS NOT NULL ORDER BY name LIMIT 1');
    const [venue] = await world.look<{ id: string }>('SELECT id FROM venue ORDER BY name LIMIT 1');
    pages = [...HOUSE, ...PARTS.map((part) => `/people/${person?.id}${part}`), `/library/${activity?.id}`, `/venues/${venue?.id}`, `/venues/${venue?.id}/details`];
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const named = (at: string) => at.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'one').replaceAll('/', '-').replace(/^-/, '');

  for (const size of ['phone', 'tablet', 'desk'] as const) {
    it(`has no accessibility violation and nothing wider than the screen on a ${size}, at any size of text`, async () => {
      const karen = await Visitor.arrives(browser, world, `every-${size}`, 'karen.whitfield@example.org', SIZES[size]);
      const faults: string[] = [];
      for (const at of pages) {
        await goes(karen, at);
        await isSpotless(karen.page, `${size}-${named(at)}`).catch((error: unknown) => faults.push(`${at}: ${String(error).slice(0, 600)}`));
        const wide = await sideways(karen.page);
        await karen.page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
        const wideInLargeText = await sideways(karen.page);
        if (size === 'tablet') await isSpotless(karen.page, `${size}-large-${named(at)}`).catch((error: unknown) => faults.push(`${at} in twice the size: ${String(error).slice(0, 600)}`));
        if (wide > 0 || wideInLargeText > 0) faults.push(`${at}: ${wide} and ${wideInLargeText} wider than the screen`);
      }
      expect(faults).toEqual([]);
      expect(karen.errors).toEqual([]);
      await karen.leaves();
    });
  }

  it('lets the Tab key come to everything that can be pressed or filled, and shows where it is', async () => {
    const karen = await Visitor.arrives(browser, world, 'every-keys', 'karen.whitfield@example.org', SIZES.desk);
    const faults: string[] = [];
    for (const at of pages) {
      await goes(karen, at);
      const { missed, unseen } = await walked(karen.page);
      if (missed.length > 0) faults.push(`${at}: never came to ${missed.join('; ')}`);
      if (unseen.length > 0) faults.push(`${at}: nothing shows that it is on ${unseen.join('; ')}`);
    }
    expect(faults).toEqual([]);
    await karen.leaves();
  });

  it('is heard as a page with one name, its parts in order, and a word for everything', async () => {
    const karen = await Visitor.arrives(browser, world, 'every-heard', 'karen.whitfield@example.org', SIZES.tablet);
    const faults: string[] = [];
    for (const at of pages) {
      await goes(karen, at);
      const heard = await karen.page.locator('body').ariaSnapshot();
      await kept(`${named(at)}.txt`, heard);
      const levels = [...heard.matchAll(/- '?heading .*\[level=(\d)\]/g)].map(([, level]) => Number(level));
      if (levels.filter((level) => level === 1).length !== 1) faults.push(`${at}: ${levels.filter((level) => level === 1).length} headings of the first level`);
      if (levels.some((level, i) => i > 0 && level > (levels[i - 1] ?? 0) + 1)) faults.push(`${at}: a heading skips a level (${levels.join(' ')})`);
      if (!/^- main/m.test(heard) && !/^\s+- main/m.test(heard)) faults.push(`${at}: no main part`);
      const nameless = [...heard.matchAll(/^\s*- (button|link|textbox|checkbox|radio|combobox|img)(?: \[[^\]]*\])?:?$/gm)].map(([line]) => line.trim());
      if (nameless.length > 0) faults.push(`${at}: without a word: ${nameless.slice(0, 5).join(', ')}`);
      if ((await karen.page.title()).trim() === '') faults.push(`${at}: the page has no title`);
    }
    expect(faults).toEqual([]);
    await karen.leaves();
  });
});

/** Opens a page and waits until it says what it is. */
async function goes(visitor: Visitor, at: string): Promise<void> {
  await visitor.opens(at);
  await visitor.page.getByRole('heading', { level: 1 }).first().waitFor();
  await settled(visitor.page);
}

function sideways(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** Tabs once through a page: what could be pressed and was never come to, and what looks no other with the focus on it. */
async function walked(page: Page): Promise<{ missed: string[]; unseen: string[] }> {
  await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary')];
    const isThere = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0;
    // One of a group is enough: arrow keys go to the others.
    const groups = new Set<string>();
    const isFirst = (element: HTMLElement) => {
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const isNew = !groups.has(element.name);
      groups.add(element.name);
      return isNew;
    };
    Object.assign(globalThis, { toCome: new Set(all.filter(isThere).filter(isFirst)), unseen: [] as string[] });
  });
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    const isDone = await page.evaluate(() => {
      const walk = globalThis as unknown as { toCome: Set<Element>; unseen: string[] };
      const here = document.activeElement;
      if (!here || here === document.body) return walk.toCome.size === 0;
      walk.toCome.delete(here);
      if (here instanceof HTMLInputElement && here.type === 'radio') for (const other of walk.toCome) if (other instanceof HTMLInputElement && other.name === here.name) walk.toCome.delete(other);
      // A card whose link covers all of it shows the focus round the card.
      const round: Element[] = [];
      for (let at: Element | null = here; at && round.length < 6; at = at.parentElement) round.push(at);
      const isSeen = round.map((each) => getComputedStyle(each)).some((style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0));
      if (!isSeen) walk.unseen.push(here.outerHTML.slice(0, 80));
      return walk.toCome.size === 0;
    });
    if (isDone) break;
  }
  return page.evaluate(() => {
    const walk = globalThis as unknown as { toCome: Set<Element>; unseen: string[] };
    return { missed: [...walk.toCome].slice(0, 5).map((each) => each.outerHTML.slice(0, 120)), unseen: walk.unseen.slice(0, 5) };
  });
}

/** What a screen reader has to go by, for whoever wants to read it: beside the pictures. */
async function kept(name: string, heard: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), heard);
}
