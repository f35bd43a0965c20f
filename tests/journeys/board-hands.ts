/** What hands do on the week board: by mouse, by finger and by key, and how long it takes to be seen. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { settled, violationsOn } from './stage.ts';

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

/** Drags one session after the other until one finds a place that is good: a full week has few. */
export async function dragSomewhere(page: Page): Promise<boolean> {
  const chips = page.locator('[role=gridcell] [data-item]');
  for (let i = 0; i < 8; i += 1) {
    await grasp(page, chips.nth(i));
    const isFit = await page.locator('[data-fits=yes]:not([data-over])').first().waitFor({ timeout: 12_000 }).then(() => true, () => false);
    if (isFit && await hoverOver(page, '[data-fits=yes]:not([data-over])') && await restsOnGood(page)) {
      await page.mouse.up();
      return true;
    }
    await page.keyboard.press('Escape');
    await page.mouse.up();
  }
  return false;
}

/** Picks sessions up with the keyboard, one after the other, until one can go to another day or time. */
export async function moveByKeys(page: Page, said: () => Promise<string>): Promise<boolean> {
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press('Space');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp']) {
      await page.keyboard.press(key);
      if (await page.locator('[data-over=good]').count()) {
        await waitFor(async () => (await said()).includes('that works'));
        await page.keyboard.press('Enter');
        return true;
      }
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
  }
  return false;
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
