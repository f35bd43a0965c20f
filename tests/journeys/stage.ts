/// <reference lib="dom" />
/** A stage for a journey: Chestnut House in a real server, and real browsers in people's hands. */
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, type Page, type Request, chromium } from 'playwright-core';
import { layDownHouse, type House } from '../../apps/api/src/demo/lay-house.ts';
import { layDownPeople, type People } from '../../apps/api/src/demo/lay-people.ts';
import { layDownSignIns } from '../../apps/api/src/demo/lay-sign-ins.ts';
import { residents } from '../../apps/api/src/demo/residents.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { type World, openWorld } from '../world/world.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const PASSWORD = 'demo';

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'];

/** Chromium comes inside an npm package on Linux x64; elsewhere an installed Chrome serves. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env['TEST_CHROMIUM'];
  // The package's own arguments run everything in one process, in which visitors would share their cookies.
  if (own) return chromium.launch({ executablePath: own, args: QUIET, headless: true });
  return chromium.launch({ channel: 'chrome', args: QUIET, headless: true });
}

/** The built app; STAFF_DIST and FAMILY_DIST name another build. */
export const dist = (app: 'staff' | 'family') => process.env[`${app.toUpperCase()}_DIST`] ?? path.join(root, 'apps', app, 'dist');

/** An empty world with both apps in it. */
export function openStage(now: string): Promise<World> {
  return openWorld({ now, staffDist: dist('staff'), familyDist: dist('family') });
}

/** Chestnut House as it stood before the files were handed over: the house, its staff without a rota, and those not in the files. */
export async function openChestnutHouse(now: string): Promise<{ world: World; house: House; people: People }> {
  const world = await openWorld({ now, staffDist: dist('staff'), familyDist: dist('family') });
  const homeId = newId();
  const laid = await world.asSystem(homeId, async (tx) => {
    const today = now.slice(0, 10);
    const house = await layDownHouse(tx, homeId, today, { rota: false });
    const people = await layDownPeople(tx, house, residents.filter(({ imported }) => !imported), today);
    await layDownSignIns(tx, house, people, PASSWORD);
    return { house, people };
  });
  return { world, ...laid };
}

/** What each page is still waiting for: a line that is held open for news is not among it. */
const asking = new WeakMap<Page, Set<Request>>();
const LOOKS = 3;
const BETWEEN_MS = 40;

/**
 * Everything that was asked for has come, and the page has asked for nothing more at three looks in a row. Between two
 * looks it has got through what it had to do: a page that is slow to answer is not taken for one that is at rest.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  const asked = asking.get(page);
  if (!asked) return page.waitForLoadState('networkidle');
  const until = Date.now() + 30_000;
  for (let quiet = 0; quiet < LOOKS;) {
    if (Date.now() > until) throw new Error(`Still waiting for ${[...asked].map((request) => request.url()).join(', ')}`);
    await page.waitForTimeout(BETWEEN_MS);
    // One that is on its way elsewhere cannot answer, and is not at rest.
    const hasAnswered = await page.evaluate(throughItsWork).then(() => true, () => false);
    quiet = hasAnswered && asked.size === 0 ? quiet + 1 : 0;
  }
}

/** In the page: behind everything that waits in its queue, twice. */
function throughItsWork(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    let left = 2;
    port1.onmessage = () => {
      left -= 1;
      if (left > 0) {
        port2.postMessage(null);
        return;
      }
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** What axe finds against the screen as it stands. It is asked for violations alone: what passes need not be listed. */
export async function violationsOn(page: Page): Promise<AxeResults['violations']> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run: (how: object) => Promise<AxeResults> } }).axe.run({ resultTypes: ['violations'] }));
  return violations;
}

/** What people hold in their hands. */
export const SIZES = { phone: { width: 360, height: 780 }, tablet: { width: 820, height: 1180 }, desk: { width: 1440, height: 900 } } as const;

/** One person with one device. */
export class Visitor {
  readonly errors: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
    private readonly name: string,
  ) {
    const asked = new Set<Request>();
    asking.set(page, asked);
    page.on('request', (request) => request.resourceType() !== 'eventsource' && asked.add(request));
    page.on('requestfinished', (request) => asked.delete(request));
    page.on('requestfailed', (request) => asked.delete(request));
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/401|Failed to load resource/.test(message.text())) this.errors.push(message.text());
    });
  }

  /** Opens a device of a size, without signing in. */
  static async comes(browser: Browser, world: World, name: string, size: { width: number; height: number }): Promise<Visitor> {
    const context = await browser.newContext({ viewport: size, locale: 'en-GB', timezoneId: 'Europe/London', hasTouch: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.clock.setFixedTime(world.clock.now());
    return new Visitor(context, page, world.url, name);
  }

  /** Opens a device of a size and signs in through the sign-in page. `at` is what its clock says. */
  static async arrives(browser: Browser, world: World, name: string, email: string, size: { width: number; height: number }, at = '/'): Promise<Visitor> {
    const visitor = await Visitor.comes(browser, world, name, size);
    const { page } = visitor;
    await page.goto(`${world.url}${at}`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('E-mail').waitFor({ state: 'detached' });
    await page.getByRole('main').waitFor();
    return visitor;
  }

  async opens(where: string): Promise<void> {
    await this.page.goto(`${this.url}${where}`);
    await this.page.getByRole('main').waitFor();
  }

  /** It is this time now, on the server and on this device. */
  async waitsUntil(world: World, at: string | Date): Promise<void> {
    world.clock.set(at);
    await this.page.clock.setFixedTime(world.clock.now());
  }

  /** No accessibility violation, whatever its weight, on the screen as it stands; a picture is kept when SHOTS names a folder. */
  async looks(what: string): Promise<void> {
    await settled(this.page);
    // What has just been given another size is laid out, and its colours have settled, two frames later.
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const folder = process.env['SHOTS'];
    if (folder) {
      await mkdir(folder, { recursive: true });
      await this.page.screenshot({ path: path.join(folder, `${this.name}-${what}.png`), fullPage: true });
    }
    const found = (await violationsOn(this.page)).map(({ id, impact, nodes }) => `${what}: ${id} (${impact ?? ''}) at ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')}`);
    expect(found).toEqual([]);
    expect(this.errors).toEqual([]);
  }

  /** As it `looks`, at every size and with text twice as large, and nothing wider than the screen. Ends at the size it began at. */
  async looksEverywhere(what: string): Promise<void> {
    const { page } = this;
    const before = page.viewportSize() ?? SIZES.tablet;
    for (const [name, size, text] of [['phone', SIZES.phone, ''], ['tablet', SIZES.tablet, ''], ['desk', SIZES.desk, ''], ['twice', SIZES.tablet, '200%']] as const) {
      await page.setViewportSize(size);
      await page.evaluate((wanted) => { document.documentElement.style.fontSize = wanted; }, text);
      await this.looks(`${what}-${name}`);
      expect([what, name, await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)]).toEqual([what, name, false]);
    }
    await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
    await page.setViewportSize(before);
  }

  async leaves(): Promise<void> {
    await this.context.close();
  }
}
