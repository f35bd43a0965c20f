/** What hands do on the week board: by mouse, by finger and by key, and how long it takes to be seen. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { check } from '../../libs/planner/src/check.ts';
import type { Problem, Session } from '../../libs/planner/src/problem.ts';
import { settled, violationsOn } from './stage.ts';

const QUARTER = 15;

export async function publishes(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: 'Publish' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Publish' }));
  await page.keyboard.press('Enter');
  await page.getByText('Published. Everyone has been told.').first().waitFor();
}

export const sayPlaced = ({ activity, start, residents }: { activity: string; start: number; residents: readonly string[] }) => `${activity} ${start} ${[...residents].sort().join()}`;

/** Goes there as somebody without a mouse goes. */
export async function tabTo(page: Page, there: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await there.waitFor({ state: 'attached' });
  for (let i = 0; i < 300; i += 1) {
    if (await there.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('It cannot be reached with the keyboard.');
}

/** Chooses by typing the beginning of what is read there. */
export async function selectByKeys(page: Page, select: Locator, value: string): Promise<void> {
  await tabTo(page, select);
  await page.keyboard.type(await select.locator(`option[value="${value}"]`).innerText());
  expect(await select.inputValue()).toBe(value);
}

export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

/** Not one violation, whatever its weight. */
export async function isSpotless(page: Page, what: string): Promise<void> {
  await settled(page);
  await shot(page, what);
  const violations = await violationsOn(page);
  expect(violations.map(({ id, impact, nodes }) => `${what}: ${id} (${impact}) at ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
}

export async function waitFor(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not come to that within forty seconds.');
}

/** Takes hold of a session with the mouse. */
export async function grasp(page: Page, chip: Locator): Promise<void> {
  await chip.scrollIntoViewIfNeeded();
  const box = await chip.boundingBox();
  if (!box) throw new Error('nothing to take hold of');
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 34, box.y + 14, { steps: 3 });
  await page.locator('[data-moving=pointer]').waitFor();
}

/** Moves the hand to the first of these that is in sight and not behind anything. */
export async function hoverOver(page: Page, selector: string): Promise<boolean> {
  const at = await page.evaluate((wanted) => {
    for (const cell of document.querySelectorAll(wanted)) {
      const { left, right, top, bottom } = cell.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const seen = document.elementFromPoint(x, y);
      if (seen && cell.contains(seen)) return { x, y };
    }
    return null;
  }, selector);
  if (at) await page.mouse.move(at.x, at.y, { steps: 4 });
  return at !== null;
}

/** Whether the hand is over a good place once the board, which scrolls along near its edges, has come to rest. */
async function restsOnGood(page: Page): Promise<boolean> {
  const place = () => page.evaluate(() => [window.scrollY, ...[...document.querySelectorAll('[data-scroller]')].flatMap(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop])].join());
  const good = page.locator('[data-over=good]');
  await good.waitFor({ timeout: 5000 }).catch(() => undefined);
  let [before, now] = ['', await place()];
  while (before !== now) {
    await page.waitForTimeout(100);
    [before, now] = [now, await place()];
  }
  return await good.count() > 0;
}

/** Wanders over a part of the page. */
export async function sweep(page: Page, over: Locator, steps: number): Promise<void> {
  const box = await over.boundingBox();
  if (!box) return;
  for (let i = 0; i < steps; i += 1) {
    await page.mouse.move(box.x + 160 + ((i * 97) % Math.max(1, Math.min(box.width, 1200) - 220)), box.y + 90 + ((i * 53) % Math.max(1, Math.min(box.height, 700) - 180)));
  }
}

/** A session, one of those who go, and everybody who could go instead as things stand. */
export type Swap = { readonly at: number; readonly resident: string; readonly instead: readonly string[] };

/** The first session of a plan in which somebody else could go: what can be moved where is worked out, not left to luck. */
export function swapThatWorks(problem: Problem, sessions: readonly Session[]): Swap {
  for (const [at, session] of sessions.entries()) {
    const [resident, ...others] = session.residents;
    const instead = problem.residents.map(({ id }) => id).filter((id) => !session.residents.includes(id) && isLegal(problem, sessions.with(at, { ...session, residents: [...others, id] })));
    if (resident !== undefined && instead.length > 0) return { at, resident, instead };
  }
  throw new Error('In no session of this week could somebody else go: the home of this journey is too full.');
}

/** A session and by how many quarters of an hour it can be moved within its day as things stand. */
export type Shift = { readonly at: number; readonly quarters: number };

/** The first session of a plan that can be held at another time of the same day. */
export function shiftThatWorks(problem: Problem, sessions: readonly Session[]): Shift {
  for (const [at, session] of sessions.entries()) {
    const since = Math.floor(session.start / QUARTER) * QUARTER;
    const quarters = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((n) => [n, -n]).find((n) => isLegal(problem, sessions.with(at, { ...session, start: since + n * QUARTER })));
    if (quarters !== undefined) return { at, quarters };
  }
  throw new Error('No session of this week can be held at another time: the home of this journey is too full.');
}

function isLegal(problem: Problem, sessions: readonly Session[]): boolean {
  return check(problem, { instance: problem.id, sessions }).legal;
}

/** Drags a session from the lane of one who goes to the nearest lane of one who could go instead. */
export async function drag(page: Page, { at, resident, instead }: Swap): Promise<void> {
  const chip = chipOf(page, at, resident);
  await chip.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const day = await chip.evaluate((element) => element.closest('[data-cell]')?.getAttribute('data-day'));
  const lanes = await page.locator(`[data-cell][data-day="${day}"]`).evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-lane') ?? ''));
  const away = (lane: string) => Math.abs(lanes.indexOf(lane) - lanes.indexOf(resident));
  const [nearest] = lanes.filter((lane) => instead.includes(lane)).toSorted((a, b) => away(a) - away(b));
  const there = `[data-cell][data-day="${day}"][data-lane="${nearest}"][data-fits=yes]`;
  await grasp(page, chip);
  await page.locator(there).waitFor();
  expect(await hoverOver(page, there)).toBe(true);
  expect(await restsOnGood(page)).toBe(true);
  await page.mouse.up();
}

/** A session as it stands on somebody's lane. */
export function chipOf(page: Page, at: number, lane: string): Locator {
  return page.locator(`[role=gridcell] [data-item][data-at="${at}"][data-lane="${lane}"]`);
}

/** Picks a session up where it stands and puts it down at the time at which it can be, all with keys. */
export async function moveByKeys(page: Page, { at, quarters }: Shift, said: () => Promise<string>): Promise<void> {
  await goTo(page, page.locator(`[data-item][data-at="${at}"]`));
  await page.keyboard.press('Space');
  for (let i = 0; i < Math.abs(quarters); i += 1) await page.keyboard.press(quarters > 0 ? 'ArrowDown' : 'ArrowUp');
  await page.locator('[data-over=good]').waitFor();
  await waitFor(async () => (await said()).includes('that works'));
  await page.keyboard.press('Enter');
}

/** From the session that has the keyboard to another one, with arrows: to its day, then to the top, then down to it. */
async function goTo(page: Page, item: Locator): Promise<void> {
  const dayOf = (element: Element | null) => Number(element?.closest('[data-day]')?.getAttribute('data-day'));
  const wanted = await item.evaluate(dayOf);
  for (let i = 0; i < 7; i += 1) {
    const now = await page.locator('[data-item]:focus').evaluate(dayOf);
    if (now === wanted) break;
    await page.keyboard.press(now < wanted ? 'ArrowRight' : 'ArrowLeft');
  }
  for (const key of ['ArrowUp', 'ArrowDown']) {
    for (let i = 0; i < 60; i += 1) {
      if (await item.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press(key);
    }
  }
  throw new Error('It cannot be reached with arrows.');
}

/** From each movement of the hand to the paint after it, in milliseconds. */
export async function paints(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const seen: number[] = [];
    const hear = ({ timeStamp }: PointerEvent) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => seen.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
    addEventListener('pointermove', hear, { capture: true });
    Object.assign(globalThis, { paintsSeen: () => { removeEventListener('pointermove', hear, { capture: true }); return seen; } });
  });
  await act();
  await page.waitForTimeout(150);
  return page.evaluate(() => (globalThis as unknown as { paintsSeen: () => number[] }).paintsSeen());
}

/** Counts what is put into or taken out of the lanes, apart from where-it-may-go. */
export async function watchRows(page: Page): Promise<void> {
  await page.evaluate(() => {
    let touched = 0;
    const watch = new MutationObserver((changes) => { touched += changes.filter(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes].some((node) => !(node instanceof HTMLElement) || node.matches('[data-item], [data-row], [data-cell]'))).length; });
    for (const grid of document.querySelectorAll('[role=grid]')) watch.observe(grid, { childList: true, subtree: true });
    Object.assign(globalThis, { rowsTouched: () => touched });
  });
}

export function rowsTouched(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { rowsTouched: () => number }).rowsTouched());
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** What was measured, for whoever wants to know: beside the pictures. */
export async function figures(measured: Readonly<Record<string, readonly number[]>>): Promise<void> {
  const folder = process.env['SHOTS'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  const lines = Object.entries(measured).map(([what, all]) => `${what}: ${all.length} movements, half within ${quantile(all, 0.5).toFixed(0)} ms, 95 of 100 within ${quantile(all, 0.95).toFixed(0)} ms, the longest ${quantile(all, 1).toFixed(0)} ms`);
  await writeFile(path.join(folder, 'figures.txt'), `${lines.join('\n')}\n`);
}
