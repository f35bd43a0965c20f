/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** What is printed, as pages: the right number of sheets, of the right size, nothing cut off; the preview can be read and used by everybody. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { seedDemo } from '../../apps/api/src/demo/seed.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { ResidentEntity, RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { BookingEntity, PlanEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { FloorCoverEntity, ShiftEntity, StaffEntity } from '../../apps/api/src/staff/staff.entities.ts';
import { VehicleEntity } from '../../apps/api/src/transport/transport.entities.ts';
import { RoomEntity, VenueEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { instantAt } from '../../libs/domain/src/shared/time.ts';
import { type Person, type World, openWorld } from '../world/world.ts';
import { Visitor, dist, openBrowser } from './stage.ts';

const ZONE = 'Europe/London';
const NOW = '2026-11-25T09:00:00Z';
const MONDAY = '2026-11-23';
const WEDNESDAY = '2026-11-25';
const DAY = 1440;
const LONG_TEST = 150_000;
const LAPTOP = { width: 1440, height: 1000 };
const A4 = { portrait: [595, 842], landscape: [842, 595] } as const;
const A3 = { portrait: [842, 1191], landscape: [1191, 842] } as const;
type Held = keyof typeof A4;

/** A picture of the screen or of each sheet as the printer gets it, when SHOTS names a folder. */
async function keep(name: string, content: () => Promise<Buffer>): Promise<void> {
  const folder = process.env['SHOTS'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), await content());
}

/** The width and height in points of every page of a PDF. */
function pagesIn(pdf: Buffer): (readonly [number, number])[] {
  const text = pdf.toString('latin1');
  const pages = text.match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)].map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))] as const);
  return boxes.length === pages.length ? boxes : pages.map(() => boxes[0] ?? [0, 0]);
}

/** Whatever reaches over the edge of its sheet, or over what stands below it. */
function overEdges(): string[] {
  const over: string[] = [];
  for (const [n, sheet] of [...document.querySelectorAll<HTMLElement>('[data-paper] [data-sheet]')].entries()) {
    const edge = sheet.getBoundingClientRect();
    for (const one of sheet.querySelectorAll<HTMLElement>('*')) {
      if (one.closest('svg') && one.tagName.toLowerCase() !== 'svg') continue;
      const { left, right, top, bottom, width } = one.getBoundingClientRect();
      const isOut = left < edge.left - 1 || right > edge.right + 1 || top < edge.top - 1 || bottom > edge.bottom + 1;
      if (width > 0 && (isOut || (one.children.length === 0 && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0))) over.push(`sheet ${n + 1}: ${one.tagName} ${one.textContent.slice(0, 40)}`);
    }
    for (const pieces of sheet.querySelectorAll<HTMLElement>('[data-pieces]')) {
      const last = pieces.lastElementChild?.getBoundingClientRect();
      if (last && last.bottom > pieces.getBoundingClientRect().bottom + 1) over.push(`sheet ${n + 1}: ${Math.round(last.bottom - pieces.getBoundingClientRect().bottom)} px more than fits`);
    }
  }
  return over;
}

/** The smallest letters on the sheets, apart from their mark, in points. */
function smallest(): number {
  const sizes = [...document.querySelectorAll<HTMLElement>('[data-paper] [data-columns] *')].filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())).map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75);
  return Math.min(...sizes);
}

type Seen = { sheets: number; text: string; letters: number };

describe('prints', () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld({ now: NOW, staffDist: dist('staff') }), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  async function ready(page: Page): Promise<void> {
    await page.locator('[data-paper] [data-sheet]').first().waitFor();
    await page.getByText(/sheets? of paper$/).waitFor();
  }

  /** A day of the week on which somebody drives: which one is the planner's affair. */
  async function dayOfDriving(visitor: Visitor): Promise<string> {
    for (let date = 23; date < 30; date += 1) {
      await visitor.opens(`/prints?sheet=driver&day=2026-11-${date}`);
      await visitor.page.getByText(/sheets? of paper$|on this day$/).first().waitFor();
      if ((await visitor.page.locator('[data-paper] [data-sheet]').count()) > 0) return `2026-11-${date}`;
    }
    throw new Error('Nobody drives all week.');
  }

  /** Opens a sheet and prints it into a PDF: every page has its size, there are as many as the screen says, and nothing reaches over an edge. */
  async function prints(visitor: Visitor, query: string, name: string, [width, height]: readonly [number, number]): Promise<Seen> {
    const { page } = visitor;
    await visitor.opens(`/prints?${query}`);
    await ready(page);
    const sheets = await page.locator('[data-paper] [data-sheet]').count();
    await page.emulateMedia({ media: 'print' });
    expect([name, await page.evaluate(overEdges)]).toEqual([name, []]);
    const pages = pagesIn(await page.pdf({ preferCSSPageSize: true, printBackground: false }));
    expect([name, pages.length]).toEqual([name, sheets]);
    for (const [w, h] of pages) expect([name, Math.abs(w - width) <= 2, Math.abs(h - height) <= 2]).toEqual([name, true, true]);
    if (process.env['SHOTS']) {
      for (let n = 0; n < Math.min(sheets, 4); n += 1) await keep(`${name}-${n + 1}.png`, () => page.locator('[data-paper] [data-sheet]').nth(n).screenshot());
    }
    const text = await page.locator('[data-paper]').innerText();
    const letters = await page.evaluate(smallest);
    await page.emulateMedia({ media: 'screen' });
    return { sheets, text, letters };
  }

  async function arrives(person: Person, name: string, size = LAPTOP): Promise<Visitor> {
    const visitor = await Visitor.comes(browser, world, name, size);
    await visitor.context.addCookies([{ name: 'promenade', value: person.token, url: world.url }]);
    return visitor;
  }

  describe('of Chestnut House', () => {
    let sian: Visitor;
    beforeAll(async () => {
      await seedDemo(world.app);
      sian = await Visitor.arrives(browser, world, 'sian', 'sian.pritchard@example.org', LAPTOP, '/prints');
    }, LONG_TEST);
    afterAll(() => sian.leaves());

    it('the week hangs on the wall, on A3 and on A4, upright too, with its mark', async () => {
      const wall = await prints(sian, `sheet=wall&day=${MONDAY}`, 'demo-wall-A3', A3.landscape);
      expect(wall.text).toMatch(/Week of 23 Nov · version 1 · published Fri 20 Nov 15:00 by .* · printed Wed 25 Nov 09:00/);
      expect(wall.text).toContain('This week at Chestnut House');
      expect(wall.letters).toBeGreaterThanOrEqual(13);
      const a4 = await prints(sian, `sheet=wall&day=${MONDAY}&paper=A4`, 'demo-wall-A4', A4.landscape);
      expect(a4.letters).toBeGreaterThanOrEqual(9.5);
      await prints(sian, `sheet=wall&day=${MONDAY}&held=portrait`, 'demo-wall-A3-upright', A3.portrait);
      const numbers = await prints(sian, `sheet=wall&day=${MONDAY}&names=no`, 'demo-wall-numbers', A3.landscape);
      expect(wall.text).toContain('Bob');
      expect(numbers.text).not.toContain('Bob');
    }, LONG_TEST);

    it('everyone has a week of their own, a sheet each, in letters of 18 points and more', async () => {
      const { sheets, text, letters } = await prints(sian, `sheet=person&day=${MONDAY}`, 'demo-person', A4.portrait);
      const people = await world.look<{ count: number }>(`SELECT count(*)::int AS count FROM resident WHERE status = 'living here'`);
      expect(sheets).toBeGreaterThanOrEqual(people[0]?.count ?? 0);
      expect(sheets).toBeLessThanOrEqual((people[0]?.count ?? 0) * 1.2);
      expect(letters).toBeGreaterThanOrEqual(17);
      expect(text).toContain('Bob’s week');
      await prints(sian, `sheet=person&day=${MONDAY}&paper=A3`, 'demo-person-A3', A3.portrait);
    }, LONG_TEST);

    it('staff have the day, the outings and the drives', async () => {
      for (const paper of ['A4', 'A3'] as const) {
        const size: Readonly<Record<Held, readonly [number, number]>> = paper === 'A4' ? A4 : A3;
        const day = await prints(sian, `sheet=day&day=${WEDNESDAY}&paper=${paper}`, `demo-day-${paper}`, size.portrait);
        expect(day.text).toContain('Who stays on the floor');
        expect(day.text).toContain('For staff only');
        await prints(sian, `sheet=outing&day=${WEDNESDAY}&paper=${paper}`, `demo-outing-${paper}`, size.portrait);
      }
      await prints(sian, `sheet=day&day=${WEDNESDAY}&held=landscape`, 'demo-day-sideways', A4.landscape);
      await prints(sian, `sheet=driver&day=${await dayOfDriving(sian)}`, 'demo-driver', A4.portrait);
    }, LONG_TEST);

    it('the pages can be read on a laptop', async () => {
      const { page } = sian;
      await sian.opens('/prints?sheet=person');
      const bob = await page.getByLabel('Whose week').locator('option', { hasText: 'Bob' }).getAttribute('value');
      for (const query of ['sheet=wall', `sheet=person&person=${bob ?? ''}`, 'sheet=day', 'sheet=outing', 'sheet=driver']) {
        await sian.opens(`/prints?${query}&day=${WEDNESDAY}`);
        await page.getByText(/sheets? of paper$|on this day$/).first().waitFor();
        await sian.looks(`prints-${query.split(/[=&]/)[1] ?? ''}`);
      }
    }, LONG_TEST);

    it('and on a phone and a tablet, in large letters too', async () => {
      const { page } = sian;
      for (const [width, height] of [[360, 740], [820, 1180]] as const) {
        await page.setViewportSize({ width, height });
        await sian.opens(`/prints?sheet=wall&day=${WEDNESDAY}`);
        await ready(page);
        await sian.looks(`prints-${width}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
        await page.addStyleTag({ content: 'html { font-size: 225% !important }' });
        await sian.looks(`prints-${width}-large`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      }
    }, LONG_TEST);

    it('a sheet is chosen and printed by keyboard alone', async () => {
      const { page } = sian;
      await page.setViewportSize(LAPTOP);
      await sian.opens('/prints');
      await ready(page);
      await page.evaluate(() => {
        window.print = () => { document.title = `printed ${document.querySelectorAll('[data-paper] [data-sheet]').length}`; };
      });
      await page.getByRole('radio', { name: /The week for the wall/ }).focus();
      await page.keyboard.press('ArrowDown');
      await page.getByRole('heading', { name: /’s week$/ }).first().waitFor();
      await ready(page);
      await page.getByLabel('Whose week').selectOption({ index: 1 });
      await page.getByText('1 sheet of paper').waitFor();
      const print = page.getByRole('button', { name: 'Print' });
      await print.focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.title === 'printed 1');
      await expect(print.evaluate((one) => document.activeElement === one)).resolves.toBe(true);
      await page.getByRole('button', { name: 'Actual size' }).press('Enter');
      await sian.looks('prints-actual-size');
    }, LONG_TEST);
  });

  describe('of a home of ninety, twelve sessions a day, with long names', () => {
    let home: Awaited<ReturnType<typeof ninety>>;
    beforeAll(async () => {
      home = await ninety(world);
    }, LONG_TEST);

    it('flows onto further sheets: everything is there, nothing shrinks or is cut off', async () => {
      const { ruth, activities, names } = home;
      const visitor = await arrives(ruth, 'ruth');
      const wall = await prints(visitor, `sheet=wall&day=${MONDAY}`, 'ninety-wall-A3', A3.landscape);
      expect(wall.sheets).toBeGreaterThan(1);
      expect(wall.letters).toBeGreaterThanOrEqual(13);
      for (const name of [...activities, ...names]) expect(wall.text).toContain(name);
      expect(wall.text).toMatch(/, up to \d/);
      const a4 = await prints(visitor, `sheet=wall&day=${MONDAY}&paper=A4`, 'ninety-wall-A4', A4.landscape);
      for (const name of activities) expect(a4.text).toContain(name);
      const people = await prints(visitor, `sheet=person&day=${MONDAY}`, 'ninety-person', A4.portrait);
      expect(people.sheets).toBeGreaterThanOrEqual(90);
      const day = await prints(visitor, `sheet=day&day=${WEDNESDAY}`, 'ninety-day', A4.portrait);
      for (const name of activities) expect(day.text).toContain(name);
      const outings = await prints(visitor, `sheet=outing&day=${WEDNESDAY}`, 'ninety-outing', A4.portrait);
      expect(outings.text).toContain('Can go wrong');
      const drivers = await prints(visitor, `sheet=driver&day=${WEDNESDAY}`, 'ninety-driver', A4.portrait);
      expect(drivers.text).toContain('Wheelchair bay 1');
      expect(drivers.text).not.toContain('Can go wrong');
      await visitor.leaves();
    }, LONG_TEST);

    it('a draft says so on every sheet', async () => {
      const draft: PlanEntity = {
        homeId: home.homeId, id: newId(), weekStarts: MONDAY, name: 'A draft', status: 'draft', version: 4, pinned: [], score: null, parts: null, basedOn: null, search: null,
        sessions: [{ activity: home.activityIds[0] ?? '', start: 4 * DAY + 600, room: home.room, vehicles: [], staff: [], residents: home.residentIds.slice(0, 6) }],
        createdBy: home.ruth.actor.accountId, createdByName: 'Ruth Kemp', createdAt: world.clock.now(), updatedAt: world.clock.now(), publishedBy: null, publishedByName: null, publishedAt: null,
      };
      await home.home.insert(PlanEntity, draft);
      const visitor = await arrives(home.ruth, 'ruth-draft');
      for (const kind of ['day', 'wall']) {
        const { sheets, text } = await prints(visitor, `sheet=${kind}&day=2026-11-27&draft=${draft.id}`, `draft-${kind}`, kind === 'wall' ? A3.landscape : A4.portrait);
        expect(text.match(/DRAFT Not agreed yet/g)).toHaveLength(sheets);
        expect(text).toContain('draft 4 by Ruth Kemp');
      }
      await visitor.looks('prints-draft');
      await visitor.leaves();
    }, LONG_TEST);
  });
});

const LONG = ['Wilhelmina-Alexandra', 'Bartholomew', 'Oluwaseun', 'Christopher-John', 'Persephone', 'Maximilian', 'Evangeline', 'Montgomery', 'Anastasia', 'Bob'];
const FAMILY = ['Featherstonehaugh', 'Okonkwo-Williams', 'Cholmondeley', 'MacGillivray', 'Ó Súilleabháin', 'van den Bergh', 'Wriothesley', 'Lee', 'Abercrombie-Smythe'];

/** A published week without a planner: ninety people, twelve sessions a day, one of them an outing by minibus. */
async function ninety(world: World) {
  const home = await world.home('The Honourable Company of Weavers’ Home at Great Harrowby');
  const ruth = await home.worker('Ruth Kemp', 'coordinator');
  const homeId = home.id;
  const recordedAt = world.clock.now();
  const residents = Array.from({ length: 90 }, (_, n): ResidentEntity => ({
    homeId, id: newId(), title: '', givenName: LONG[n % 10] ?? '', familyName: FAMILY[n % 9] ?? '', preferredName: `${LONG[n % 10] ?? ''}${n < 10 ? '' : ` ${'ABCDEFGHI'[Math.floor(n / 10)] ?? ''}`}`, born: '1940-01-01', room: String(n + 1), movedIn: '2025-01-01',
    status: 'living here', shortStay: false, funding: null, wheelchair: n % 4 === 0 ? 'always' : 'never', mobility: null, transfers: n % 3 === 0 ? 'Stands with two staff and a stand aid; tires in the afternoon' : null,
    supportInStaff: 1, supportInResidents: 4, supportOutStaff: 1, supportOutResidents: n % 2 === 0 ? 1 : 2, communication: n % 5 === 0 ? 'Speak to her right side, slowly; wait for the answer' : null, namedWorkerId: null, targetPerWeek: 5, maxPerDay: 3, weeklyBudgetPence: null,
    riskOut: 'May set off across a road without looking when she sees a dog on the other side', riskDo: 'Walk on the side of the road, link arms at the kerb, and talk about the dog', photoConsent: 'yes', photoConsentWords: null, recordedAt,
  }));
  await home.insert(ResidentEntity, residents);
  const routine = (residentId: string, what: string, days: number[], fromTime: string, toTime: string): RoutineEntity => ({ homeId, id: newId(), residentId, what, activityId: null, lifeFactId: null, days, fromTime, toTime, why: 'She always did.', whenMissed: 'Unsettled all evening', help: 'Someone nearby', needs: 'respect', protected: true, weight: 1, since: '2026-01-01', endedOn: null, recordedBy: ruth.actor.accountId, recordedAt });
  await home.insert(RoutineEntity, residents.flatMap(({ id }, n) => [routine(id, 'Tea in bed with the shipping forecast', [1, 2, 3, 4, 5, 6, 7], '06:30', '07:30'), ...(n % 3 === 0 ? [routine(id, 'Rings her sister in Halifax', [3, 7], '17:00', '18:00')] : [])]));
  const staff = await Promise.all(Array.from({ length: 24 }, (_, n) => home.staff(`${LONG[n % 10] ?? ''} ${FAMILY[(n * 2) % 9] ?? ''}`, { agency: n % 6 === 0 } satisfies Partial<StaffEntity>)));
  await home.insert(ShiftEntity, staff.flatMap(({ id }, n) => Array.from({ length: 7 }, (_, day): ShiftEntity => ({ homeId, id: newId(), staffId: id, startsAt: instantAt(ZONE, MONDAY, day * DAY + (n % 2 === 0 ? 450 : 840)), endsAt: instantAt(ZONE, MONDAY, day * DAY + (n % 2 === 0 ? 870 : 1260)), breakMinutes: 30, source: 'typed' }))));
  await home.insert(FloorCoverEntity, { homeId, id: newId(), days: [1, 2, 3, 4, 5, 6, 7], fromTime: '07:30', toTime: '21:00', least: 6 });
  const rooms = ['The Victoria Memorial lounge', 'Garden room', 'Library'].map((name): RoomEntity => ({ homeId, id: newId(), name, capacity: 40, fromTime: '08:00', toTime: '21:00' }));
  await home.insert(RoomEntity, rooms);
  const venue: VenueEntity = { homeId, id: newId(), name: 'Harrowby and District Leisure Centre', address: 'Tenter Lane, Harrowby HB1 4LP', phone: '01632 960111', lat: 53, lon: -1, driveMinutes: 15, walkMinutes: null, hours: [], price: 'Swim £4.20', access: { stepFree: true, hoist: true, changingPlace: true, quietHours: 'Monday mornings', parking: 'Coach bay', welcome: 'Ask for Deb.' }, lastVisited: '' };
  await home.insert(VenueEntity, venue);
  const bus: VehicleEntity = { homeId, id: newId(), name: 'The minibus', registration: 'HB21 CHN', seats: 9, bays: 2, licence: 'D1', inspectionDue: '2027-01-01', insuranceDue: '2027-01-01', fromTime: '08:00', toTime: '21:00' };
  await home.insert(VehicleEntity, bus);
  const titles = ['Chair exercise to the songs of the fifties', 'Choir', 'Reminiscence with the handling boxes', 'Baking scones', 'Swimming', 'Armchair travel: the Norwegian fjords', 'Gardening', 'Newspapers', 'Dominoes and draughts', 'Holy Communion', 'Hand massage', 'Film night: Brief Encounter'];
  const activities = titles.map((name, n): ActivityEntity => ({
    homeId, id: newId(), name, kind: 'social', picture: ['music', 'book', 'sprout', 'cake'][n % 4] ?? 'star', setting: n === 4 ? 'out' : 'home', minutes: 45, groupMin: 1, groupMax: 40, baseStaff: 1, skills: {}, driverSupports: false, transport: n === 4 ? 'vehicle' : null, venueId: n === 4 ? venue.id : null,
    costPence: n === 4 ? 420 : 0, maxPerWeek: 7, hours: [], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: ['Tiredness', 'Thirst'], equipment: ['Towels', 'Spare clothes', 'Drinks'], respect: '', retiredOn: null,
  }));
  await home.insert(ActivityEntity, activities);
  const plan: PlanEntity = { homeId, id: newId(), weekStarts: MONDAY, name: '', status: 'published', version: 1, sessions: [], pinned: [], score: null, parts: null, basedOn: null, search: null, createdBy: ruth.actor.accountId, createdByName: 'Ruth Kemp', createdAt: recordedAt, updatedAt: recordedAt, publishedBy: ruth.actor.accountId, publishedByName: 'Ruth Kemp', publishedAt: recordedAt };
  await home.insert(PlanEntity, plan);
  const sessions: SessionEntity[] = [];
  const bookings: BookingEntity[] = [];
  for (let day = 0; day < 7; day += 1) {
    activities.forEach(({ id: activityId }, n) => {
      // Three at a time, in three rooms; the swim is 75 minutes with the way.
      const start = day * DAY + 570 + Math.floor(n / 3) * 120;
      const [startsAt, endsAt] = [instantAt(ZONE, MONDAY, start), instantAt(ZONE, MONDAY, start + (n === 4 ? 75 : 45))];
      const session: SessionEntity = { homeId, id: newId(), planId: plan.id, activityId, startsAt, endsAt, status: 'planned', cancelledWhy: null };
      sessions.push(session);
      const book = (role: BookingEntity['role'], whom: Partial<BookingEntity>) => bookings.push({ homeId, id: newId(), sessionId: session.id, startsAt, endsAt, role, residentId: null, staffId: null, vehicleId: null, roomId: null, driverId: null, ...whom });
      // Who goes moves on from day to day, so that everyone is somewhere in the week; one group is very large.
      const size = n === 4 ? 5 : n === 11 ? 40 : 6;
      const from = (n % 3) * 10 + day * 7 + Math.floor(n / 3) * 23;
      for (let i = 0; i < size; i += 1) book('resident', { residentId: residents[(from + i) % 90]?.id ?? null });
      const crew = [staff[(n * 2) % 24], staff[(n * 2 + 1) % 24]];
      for (const one of crew) book('staff', { staffId: one?.id ?? null });
      if (n === 4) {
        book('vehicle', { vehicleId: bus.id, driverId: staff[20]?.id ?? null });
        book('driver', { staffId: staff[20]?.id ?? null });
      } else book('room', { roomId: rooms[n % 3]?.id ?? null });
    });
  }
  await home.insert(SessionEntity, sessions);
  for (let n = 0; n < bookings.length; n += 500) await home.insert(BookingEntity, bookings.slice(n, n + 500));
  const booked = new Set(bookings.flatMap(({ residentId }) => residentId ?? []));
  return {
    home, homeId, ruth, activities: titles, names: residents.filter(({ id }) => booked.has(id)).map(({ preferredName }) => preferredName), activityIds: activities.map(({ id }) => id), residentIds: residents.map(({ id }) => id), room: rooms[0]?.id ?? null,
  };
}
