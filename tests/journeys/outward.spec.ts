/// <reference lib="dom" />
/** What comes to a family by itself: a link for the calendar, a weekly e-mail, a page that comes up to date, and the same on paper. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { AttendanceEntity } from '../../apps/api/src/day/day.entities.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { LedgerService } from '../../apps/api/src/promises/ledger.service.ts';
import { COOKIE } from '../../apps/api/src/access/cookie.ts';
import { activityRow } from '../world/rows.ts';
import { type Person, type World, openWorld } from '../world/world.ts';
import { isSpotless } from './board-hands.ts';
import { Visitor, dist, openBrowser } from './stage.ts';

jest.setTimeout(120_000);

const SIZES = { phone: { width: 360, height: 740 }, tablet: { width: 820, height: 1180 }, desk: { width: 1440, height: 900 } } as const;
const PROMISED = 'A swim, in the water, not only to look';
const MAIL = { smtpUrl: 'smtp://127.0.0.1:9', from: 'Chestnut House <family@chestnut.example>', address: 'https://promenade.example.org' };

describe('what comes to a family by itself', () => {
  let world: World;
  let browser: Browser;
  let personId: string;
  let people: Record<'mark' | 'karen' | 'sian', Person>;
  beforeAll(async () => {
    browser = await openBrowser();
    world = await openWorld({ now: '2026-11-20T10:00:00Z', staffDist: dist('staff'), familyDist: dist('family'), mail: MAIL });
    const home = await world.home();
    const [karen, sian] = [await home.worker('Karen Whitfield', 'manager'), await home.worker('Siân Pritchard', 'coordinator')];
    const steven = await home.resident('Steven Marlow');
    people = { karen, sian, mark: await home.supporter('Mark Marlow', steven, 'father', ['promises', 'plan', 'attendance']) };
    personId = steven.id;
    for (const [words, dueOn] of [[PROMISED, '2026-12-04'], ['A haircut at Sal’s, with tea after', '2026-11-24']] as const) {
      await world.db.write(sian.actor, (tx) => world.app.get(LedgerService).append(tx, newId(), { kind: 'made', residentId: steven.id, words, activityId: null, level: 'taking part', dueOn, madeBy: 'Siân Pritchard', madeTo: 'Steven', lifeFactId: null, wishId: null, found: 'Dean drives.' }));
    }
    for (const [name, at, was] of [['Swimming', '2026-11-27T14:30:00Z', null], ['Choir', '2026-11-28T10:00:00Z', null], ['Baking', '2026-11-23T14:00:00Z', 'Made a crumble and ate two helpings.']] as const) {
      const activity = activityRow(home.id, { name });
      const [id, startsAt, endsAt] = [newId(), new Date(at), new Date(Date.parse(at) + 5_400_000)];
      await home.insert(ActivityEntity, activity);
      await home.insert(SessionEntity, { homeId: home.id, id, planId: null, activityId: activity.id, startsAt, endsAt, status: 'planned', cancelledWhy: null });
      const booking = { homeId: home.id, sessionId: id, startsAt, endsAt, residentId: null, staffId: null, vehicleId: null, roomId: null, driverId: null };
      await home.insert(BookingEntity, [{ ...booking, id: newId(), role: 'resident' as const, residentId: steven.id }, { ...booking, id: newId(), role: 'staff' as const, staffId: sian.actor.staffId }]);
      if (was) await home.insert(AttendanceEntity, { homeId: home.id, id: newId(), sessionId: id, residentId: steven.id, level: 'took part', mood: 'happy', engagement: null, leftEarly: false, note: was, correctsId: null, recordedBy: sian.actor.accountId, recordedByName: 'Siân Pritchard', recordedAt: new Date(Date.parse(at) + 6_000_000) });
    }
    world.clock.set('2026-11-25T10:00:00Z');
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  async function comes(who: keyof typeof people, name: string, size: keyof typeof SIZES, where: string): Promise<Visitor> {
    const visitor = await Visitor.comes(browser, world, name, SIZES[size]);
    await visitor.context.addCookies([{ name: COOKIE, value: people[who].token, url: world.url }]);
    await visitor.opens(where);
    return visitor;
  }
  const sideways = (visitor: Visitor) => visitor.page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
  /** A picture of the whole page, when SHOTS names a folder. */
  async function whole({ page }: Visitor, what: string): Promise<void> {
    const folder = process.env['SHOTS'];
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, `whole-${what}.png`), fullPage: true });
  }
  /** Nothing is wider than the screen and nothing stands in anybody's way, in ordinary letters and in letters twice the size. */
  async function isFit(visitor: Visitor, what: string): Promise<void> {
    await isSpotless(visitor.page, what);
    await whole(visitor, what);
    expect([what, await sideways(visitor)]).toEqual([what, 0]);
    await visitor.page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    await isSpotless(visitor.page, `${what}-large`);
    await whole(visitor, `${what}-large`);
    expect([`${what} large`, await sideways(visitor)]).toEqual([`${what} large`, 0]);
  }

  it('is asked for by Steven’s father on his phone, seen as it would be sent, and ended by the manager', async () => {
    const mark = await comes('mark', 'mark', 'phone', '/family/');
    const { page } = mark;
    await page.getByRole('link', { name: /calendar/i }).click();
    await page.getByRole('heading', { name: 'Calendar and e-mail' }).waitFor();
    await isSpotless(page, 'subscriptions-off');
    await page.getByRole('button', { name: 'Make a calendar link' }).click();
    const link = (await page.getByLabel('The link', { exact: true }).textContent()) ?? '';
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/calendar\/[\w-]{32}\.ics$/);
    expect(await page.getByRole('link', { name: 'Put it in my calendar' }).getAttribute('href')).toBe(link.replace('http:', 'webcal:'));
    expect(await (await fetch(link)).text()).toContain('BEGIN:VEVENT');
    await page.getByText('How to put it in by hand').click();
    await page.getByLabel('Day').selectOption('6');
    await page.getByRole('button', { name: 'Send it to me' }).click();
    await page.getByText('Every Saturday at 17:00').waitFor();
    await page.getByText('The next one comes on Saturday 28 November, 17:00.').waitFor();
    await page.getByRole('button', { name: 'See what it would say now' }).click();
    await page.getByText('Subject: Steven’s week').waitFor();
    await page.getByText('PLANNED FOR THE COMING SEVEN DAYS').waitFor();
    await isFit(mark, 'subscriptions-on');
    await mark.leaves();

    const karen = await comes('karen', 'karen', 'desk', '/sign-ins');
    await karen.page.getByRole('link', { name: 'Calendar links and weekly e-mails of families' }).click();
    await karen.page.getByText('Weekly e-mail, every Saturday at 17:00.').waitFor();
    await isFit(karen, 'to-families');
    await karen.page.getByRole('button', { name: /End the link of Mark/ }).click();
    await karen.page.getByRole('button', { name: 'Yes, end it' }).click();
    await karen.page.getByText('Calendar link, made on').waitFor({ state: 'detached' });
    expect((await fetch(link)).status).toBe(404);
    await karen.leaves();
  });

  it('comes up to date by itself, and what is no longer shared goes from the open page at once', async () => {
    const mark = await comes('mark', 'mark-live', 'tablet', '/family/');
    const { page } = mark;
    const line = page.waitForResponse((response) => response.url().endsWith('/api/family/live'));
    await mark.opens(`/family/people/${personId}/promises`);
    const heading = page.getByRole('main');
    await heading.getByText(PROMISED).first().waitFor();
    await line;
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const withdraw = (back: boolean) => world.look(`UPDATE sharing_consent SET withdrawn_at = ${back ? 'NULL' : 'now()'} WHERE resident_id = $1 AND supporter_id = $2 AND kind = 'promises'`, [personId, people.mark.actor.supporterId]);
    await withdraw(false);
    await heading.getByText(PROMISED).first().waitFor({ state: 'detached', timeout: 15_000 });
    await isSpotless(page, 'live-cut');
    await withdraw(true);
    expect(mark.errors).toEqual([]);
    await mark.leaves();
  });

  it.each(['phone', 'tablet', 'desk'] as const)('is on paper for whoever has no e-mail: %s', async (size) => {
    const sian = await comes('sian', `sian-${size}`, size, '/prints');
    const { page } = sian;
    await page.getByRole('link', { name: /^For families/ }).click();
    await page.getByLabel('About whom').selectOption(personId);
    if (await page.getByLabel('For whom').inputValue() === '') await page.getByLabel('For whom').selectOption(people.mark.actor.supporterId);
    await page.getByText('Keep this sheet').waitFor();
    const shown = await page.locator('[data-paper]').innerText();
    expect(shown).toContain('For Mark Marlow');
    expect(shown).toMatch(/with the check [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}\./);
    if (size === 'desk') {
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const pages = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]);
      expect(pages.length).toBeGreaterThan(0);
      expect(new Set(pages.map(String))).toEqual(new Set(['595,842']));
      const folder = process.env['SHOTS'];
      if (folder) {
        await mkdir(folder, { recursive: true });
        await writeFile(path.join(folder, 'family-letter.pdf'), pdf);
        await page.emulateMedia({ media: 'print' });
        await page.screenshot({ path: path.join(folder, 'family-letter.png'), fullPage: true });
        await page.emulateMedia({ media: 'screen' });
      }
    }
    await isFit(sian, `paper-${size}`);
    await sian.leaves();
  });
});
