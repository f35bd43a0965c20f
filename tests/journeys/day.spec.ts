/** The screen of a shift and what is recorded on it, with real taps and real keys: the least of them that does it, and nothing lost when the connection is. */
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { PublishingService } from '../../apps/api/src/planning/publishing.service.ts';
import { COOKIE } from '../../apps/api/src/access/cookie.ts';
import type { Home, Person, World } from '../world/world.ts';
import { openLargeHome } from './large-home.ts';
import { Visitor, openBrowser, openStage } from './stage.ts';

const TABLET = { width: 820, height: 1180 };
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1440, height: 900 };
const NAMES = ['Ada', 'Bob', 'Cora', 'Dora', 'Elsie', 'Frank', 'Grace', 'Hilda', 'Ivy', 'Joan', 'Ken', 'Len'];

let browser: Browser;
let world: World;
beforeAll(async () => {
  [browser, world] = [await openBrowser(), await openStage('2026-11-24T15:00:00Z')];
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function activity(home: Home, name: string, more: Partial<ActivityEntity> = {}): Promise<ActivityEntity> {
  const row: ActivityEntity = {
    homeId: home.id, id: newId(), name, kind: 'music', picture: 'music', setting: 'home', minutes: 60, groupMin: 1, groupMax: 12, baseStaff: 1, skills: {}, driverSupports: false, transport: null, venueId: null, costPence: 0, maxPerWeek: 7,
    hours: [], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null, ...more,
  };
  await home.insert(ActivityEntity, row);
  return row;
}

async function session(home: Home, of: ActivityEntity, residentIds: readonly string[], startsAt: string, staffId: string | null = null): Promise<string> {
  const from = new Date(startsAt);
  const row: SessionEntity = { homeId: home.id, id: newId(), planId: null, activityId: of.id, startsAt: from, endsAt: new Date(from.getTime() + 3_600_000), status: 'planned', cancelledWhy: null };
  await home.insert(SessionEntity, row);
  const empty = { homeId: home.id, sessionId: row.id, startsAt: row.startsAt, endsAt: row.endsAt, residentId: null, staffId: null, vehicleId: null, roomId: null, driverId: null };
  await home.insert(BookingEntity, [...residentIds.map((residentId) => ({ ...empty, id: newId(), role: 'resident' as const, residentId })), ...(staffId ? [{ ...empty, id: newId(), role: 'staff' as const, staffId }] : [])]);
  return row.id;
}

/** Somebody with a device, signed in already. */
async function sits(who: Person, name: string, size: { width: number; height: number }): Promise<Visitor> {
  const visitor = await Visitor.comes(browser, world, name, size);
  await visitor.context.addCookies([{ name: COOKIE, value: who.token, url: world.url }]);
  return visitor;
}

/** Real taps, counted. */
function hand(page: Page) {
  let taps = 0;
  return {
    tap: async (name: string | RegExp, role: 'button' | 'link' = 'button', within?: string | RegExp) => {
      taps += 1;
      await (within ? page.getByRole('group', { name: within }) : page).getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first().tap();
    },
    get taps() { return taps; },
  };
}

type Row = { name: string; level: string; mood: string | null; engagement: string | null; help: string | null; note: string | null };
const recorded = (sessionId: string) => world.look<Row>(
  `SELECT p.preferred_name AS name, t.level, t.mood, t.engagement, t.help, t.note FROM attendance t JOIN resident p ON p.id = t.resident_id WHERE t.session_id = $1 AND NOT EXISTS (SELECT 1 FROM attendance c WHERE c.corrects_id = t.id) ORDER BY 1`, [sessionId]);

async function choir() {
  const home = await world.home();
  const ada = await home.worker('Sunita Rao', 'carer');
  const people = [];
  for (const name of NAMES) people.push(await home.resident(`${name} ${name}son`, { room: String(people.length + 1), photoConsent: name === 'Dora' ? 'no' : 'yes' }));
  const sing = await activity(home, 'Choir');
  const at = await session(home, sing, people.map(({ id }) => id), '2026-11-24T13:30:00Z', ada.actor.staffId);
  return { home, ada, people, sing, at };
}

describe('a group of twelve', () => {
  it('is recorded on one screen of a tablet in at most twelve taps with two exceptions, and each of the two has had three', async () => {
    const { ada, at } = await choir();
    const tablet = await sits(ada, 'tablet', TABLET);
    const { page } = tablet;
    await tablet.opens('/');
    await tablet.looks('day');
    const finger = hand(page);
    await finger.tap('Record: Choir', 'link');
    await page.getByRole('group', { name: 'Len: what happened' }).waitFor();
    await tablet.looks('group');
    const large = await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
    await tablet.looks('group-twice');
    await large.evaluate((style) => (style as unknown as { remove: () => void }).remove());
    // All twelve, and what saves them, without scrolling.
    const [last, save] = [await page.getByRole('group', { name: 'Len: what happened' }).boundingBox(), await page.getByRole('button', { name: 'Save for 12 people' }).boundingBox()];
    expect((last?.y ?? 9999) + (last?.height ?? 0)).toBeLessThanOrEqual(save?.y ?? 0);
    expect((save?.y ?? 9999) + (save?.height ?? 0)).toBeLessThanOrEqual(TABLET.height);
    await finger.tap('Joined in a little', 'button', 'Bob: what happened');
    await finger.tap('Content partly in it');
    await finger.tap('With a word');
    await tablet.looks('tray');
    await finger.tap('Declined', 'button', 'Ivy: what happened');
    await finger.tap('Toilet', 'button', 'What did Ivy need and not get?');
    await tablet.looks('tray-need');
    await finger.tap('Save for 12 people');
    await page.getByText('Recorded for 12 people').waitFor();
    console.log(`Twelve people with two exceptions took ${finger.taps} taps.`);
    expect(finger.taps).toBeLessThanOrEqual(12);
    const rows = await recorded(at);
    expect(rows).toHaveLength(12);
    expect(rows.filter(({ level }) => level !== 'took part')).toMatchObject([{ name: 'Bob', level: 'joined in a little', mood: 'content', engagement: 'partly', help: 'with a word' }, { name: 'Ivy', level: 'declined' }]);
    expect(await world.look('SELECT what FROM unmet_need WHERE session_id = $1', [at])).toEqual([{ what: 'toilet' }]);
    await page.getByText('toilet, at Choir').waitFor();
    await tablet.looks('day-after');
    await tablet.leaves();
  });

  it('is recorded by keyboard alone, in as few keys as taps but for the way between them; whoever was not asked about is asked about at the end', async () => {
    const { ada, at } = await choir();
    const desk = await sits(ada, 'keyboard', DESK);
    const { page } = desk;
    await desk.opens('/');
    let pressed = 0;
    const press = async (role: 'button' | 'link', name: string, within?: string) => {
      const place = (await page.getByRole('dialog').count()) > 0 ? page.getByRole('dialog') : page.getByRole('main');
      const wanted = (within ? place.getByRole('group', { name: within }) : place).getByRole(role, { name, exact: true }).first();
      await wanted.waitFor();
      for (let n = 0; n < 300; n += 1) {
        if (await wanted.evaluate((element) => element === document.activeElement)) break;
        await page.keyboard.press('Tab');
      }
      expect(await wanted.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      pressed += 1;
    };
    await press('link', 'Record: Choir');
    await press('button', 'Watched', 'Cora: what happened');
    await press('button', 'Asleep or withdrawn', 'Ken: what happened');
    await press('button', 'Save for 12 people');
    await page.getByRole('dialog', { name: 'Before you go' }).waitFor();
    await desk.looks('before-you-go');
    await press('button', 'Rest', 'What did Ken need and not get?');
    await press('button', 'Save');
    await page.getByText('Recorded for 12 people').waitFor();
    expect(pressed).toBeLessThanOrEqual(12);
    expect((await recorded(at)).filter(({ level }) => level !== 'took part')).toMatchObject([{ name: 'Cora', level: 'watched' }, { name: 'Ken', level: 'asleep or withdrawn' }]);
    expect(await world.look('SELECT what FROM unmet_need WHERE session_id = $1', [at])).toEqual([{ what: 'rest' }]);
    await desk.leaves();
  });

  it('is on a phone too; a correction keeps what was said before to be read, and a photo asks for everyone’s yes', async () => {
    const { home, ada, people, sing } = await choir();
    const at = await session(home, sing, people.slice(0, 4).map(({ id }) => id), '2026-11-24T11:00:00Z', ada.actor.staffId);
    const phone = await sits(ada, 'phone', PHONE);
    const { page } = phone;
    await phone.opens('/');
    await phone.looks('day');
    await phone.opens(`/sessions/${at}`);
    await phone.looks('group');
    await page.getByRole('button', { name: /^Cora/ }).tap();
    await page.getByRole('group', { name: 'Cora: what happened' }).getByRole('button', { name: 'Watched' }).tap();
    await phone.looks('tray');
    await page.getByRole('button', { name: 'Save for 4 people' }).tap();
    await page.getByText('Recorded for 4 people').waitFor();
    await phone.waitsUntil(world, '2026-11-24T15:10:00Z');
    await phone.opens(`/sessions/${at}`);
    await page.getByRole('button', { name: /^Cora/ }).tap();
    await page.getByRole('group', { name: 'Cora: what happened' }).getByRole('button', { name: 'Joined in a little' }).tap();
    await page.getByRole('button', { name: 'Save 1 change' }).tap();
    await page.getByText('Recorded for 1 person').waitFor();
    await phone.opens(`/sessions/${at}`);
    await page.getByRole('button', { name: /^Cora/ }).tap();
    await page.getByRole('button', { name: 'Words, photo…' }).tap();
    const sheet = page.getByRole('dialog', { name: 'Cora' });
    await sheet.getByText('corrected since · Sunita Rao', { exact: false }).waitFor();
    await sheet.locator('input[type=file]').first().setInputFiles({ name: 'choir.png', mimeType: 'image/png', buffer: await sharp({ create: { width: 60, height: 40, channels: 3, background: '#8a4' } }).png().toBuffer() });
    await sheet.getByText('Who else is in the photo?').waitFor();
    await sheet.getByLabel('Dora').check();
    await sheet.getByText('Dora does not want photos', { exact: false }).waitFor();
    expect(await sheet.getByRole('button', { name: 'Keep this photo' }).count()).toBe(0);
    await phone.looks('photo-refused');
    await sheet.getByLabel('Dora').uncheck();
    await sheet.getByLabel('Ada').check();
    await sheet.getByRole('button', { name: 'Keep this photo' }).tap();
    await page.getByText('The photo is kept with the session').waitFor();
    await sheet.getByRole('img', { name: 'Photo of Ada and Cora' }).waitFor();
    await phone.leaves();
    world.clock.set('2026-11-24T15:00:00Z');
  });
});

describe('without a connection', () => {
  it('what is recorded waits on the tablet, is there after a reload, and goes out once', async () => {
    const { ada, at } = await choir();
    const tablet = await sits(ada, 'offline', TABLET);
    const { page } = tablet;
    await tablet.opens(`/sessions/${at}`);
    await page.getByRole('group', { name: 'Bob: what happened' }).getByRole('button', { name: 'Watched' }).tap();
    // The answer to the first try is lost on its way back: the server has it, the tablet does not know.
    let reached = 0;
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('recordAttendances')) return route.continue();
      if (reached === 0) await route.fetch();
      reached += 1;
      return route.abort();
    });
    await page.getByRole('button', { name: 'Save for 12 people' }).tap();
    await page.getByText('No connection: kept on this tablet', { exact: false }).waitFor();
    await page.getByText('1 record on this tablet waits for a connection').waitFor();
    await tablet.looks('waits');
    await page.unroute('**/graphql');
    await page.reload();
    for (let n = 0; n < 100 && (await waiting(page)) > 0; n += 1) await page.waitForTimeout(200);
    expect(await waiting(page)).toBe(0);
    expect(reached).toBeGreaterThan(0);
    expect(await world.look('SELECT count(*)::int AS rows, count(DISTINCT resident_id)::int AS people FROM attendance WHERE session_id = $1', [at])).toEqual([{ rows: 12, people: 12 }]);
    await tablet.leaves();
  });
});

/** Entries in the tablet's outbox. */
const waiting = (page: Page) => page.evaluate(() => new Promise<number>((resolve) => {
  const open = indexedDB.open('promenade');
  open.onsuccess = () => {
    const all = open.result.transaction('outbox').objectStore('outbox').count();
    all.onsuccess = () => { open.result.close(); resolve(all.result); };
  };
}));

describe('a moment that nobody planned', () => {
  it('is recorded in three taps from the day, and in two from the person’s page', async () => {
    const { home, ada, people } = await choir();
    await activity(home, 'Looking at photos', { picture: 'images' });
    const phone = await sits(ada, 'moment', PHONE);
    const { page } = phone;
    await phone.opens('/');
    const finger = hand(page);
    await finger.tap('A moment with somebody', 'link');
    await page.getByText('Who with?').waitFor();
    await phone.looks('who');
    await finger.tap(/Bob Bobson/);
    await page.getByText('One tap records it', { exact: false }).waitFor();
    await phone.looks('what');
    await finger.tap(/Looking at photos/);
    await page.getByText('20 minutes of Looking at photos with Bob').waitFor();
    expect(finger.taps).toBe(3);
    await phone.waitsUntil(world, '2026-11-24T15:01:00Z');
    await page.getByRole('button', { name: 'Happy' }).tap();
    await page.waitForLoadState('networkidle');
    await phone.looks('said');
    const bob = people[1];
    const [moment] = await world.look<{ id: string; status: string; minutes: number }>(`SELECT id, status, extract(epoch FROM ends_at - starts_at)::int / 60 AS minutes FROM session WHERE home_id = $1 AND status = 'unplanned'`, [home.id]);
    expect(moment).toMatchObject({ minutes: 20 });
    expect(await recorded(moment?.id ?? '')).toMatchObject([{ name: 'Bob', level: 'took part', mood: 'happy' }]);
    await phone.opens(`/people/${bob?.id}/days`);
    await page.getByText('Looking at photos').first().waitFor();
    await phone.looks('days');
    const again = hand(page);
    await again.tap('A moment with Bob', 'link');
    await again.tap(/Choir/);
    await page.getByText('20 minutes of Choir with Bob').waitFor();
    expect(again.taps).toBe(2);
    await phone.leaves();
    world.clock.set('2026-11-24T15:00:00Z');
  });
});

/** An ordinary Tuesday there: sessions all day, some of them not recorded, a routine for every second person, and everybody on the quiet list. */
async function busy(home: Home, carer: Person): Promise<void> {
  const residents = await world.look<{ id: string }>('SELECT id FROM resident WHERE home_id = $1 ORDER BY id', [home.id]);
  await world.asSystem(home.id, (tx) => tx.em.update('resident', { homeId: home.id }, { recordedAt: new Date('2026-11-01T09:00:00Z') }));
  const times = ['08:30', '09:00', '09:20', '10:00', '10:10', '10:15', '11:00', '11:30', '12:00', '13:00', '13:45', '14:00'];
  for (const [n, clock] of times.entries()) {
    const of = await activity(home, `Gathering in room ${n + 1}`, { equipment: ['Songbooks', 'The good scissors'], watchFor: ['Wet floor by the sink'] });
    await session(home, of, residents.filter((_, i) => i % times.length === n).map(({ id }) => id), `2026-11-24T${clock}:00Z`, n === 4 ? carer.actor.staffId : null);
  }
  await session(home, await activity(home, 'Sunday tea'), residents.slice(0, 9).map(({ id }) => id), '2026-11-22T15:30:00Z');
  await home.insert(RoutineEntity, residents.filter((_, i) => i % 2 === 0).map(({ id }, i): RoutineEntity => ({
    homeId: home.id, id: newId(), residentId: id, what: 'A walk round the garden before lunch', activityId: null, lifeFactId: null, days: [1, 2, 3, 4, 5, 6, 7], fromTime: `${9 + (i % 9)}:00`.padStart(5, '0'), toTime: `${9 + (i % 9)}:45`.padStart(5, '0'),
    why: 'They always took the dog out before the one o’clock news.', whenMissed: 'Restless in the evening.', help: 'Somebody beside them.', needs: 'respect', protected: true, weight: 1, since: '2026-01-01', endedOn: null, recordedBy: carer.actor.accountId, recordedAt: world.clock.now(),
  })));
}

describe('the day of a home of ninety', () => {
  it('opens under 200 kB as it goes over the wire, its data far below that', async () => {
    const { home, ruth, draftId } = await openLargeHome(world, 60);
    world.clock.set('2026-11-22T15:00:00Z');
    const [draft] = await world.look<{ version: number }>('SELECT version FROM plan WHERE id = $1', [draftId]);
    await world.app.get(PublishingService).publish(ruth.actor, draftId, draft?.version ?? 1);
    world.clock.set('2026-11-24T10:40:00Z');
    const carer = await home.worker('Sunita Rao', 'carer');
    await busy(home, carer);
    expect(await world.look('SELECT status FROM plan WHERE id = $1', [draftId])).toEqual([{ status: 'published' }]);
    const tablet = await sits(carer, 'ninety', TABLET);
    const { page } = tablet;
    const wire = await page.context().newCDPSession(page);
    await wire.send('Network.enable');
    const kinds = new Map<string, string>();
    const bytes: Record<string, number> = {};
    wire.on('Network.responseReceived', ({ requestId, type, response }) => kinds.set(requestId, new URL(response.url).pathname === '/graphql' ? 'data' : type.toLowerCase()));
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? 'other';
      bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
    });
    const began = performance.now();
    await tablet.opens('/');
    await page.getByRole('heading', { name: /^Next/ }).waitFor();
    const shown = Math.round(performance.now() - began);
    await page.waitForLoadState('networkidle');
    const all = Object.values(bytes).reduce((sum, each) => sum + each, 0);
    const kB = (some: number) => `${(some / 1024).toFixed(1)} kB`;
    console.log(`The day of ninety people takes ${kB(all)}: ${Object.entries(bytes).map(([kind, some]) => `${kind} ${kB(some)}`).join(', ')}. On the screen after ${shown} ms.`);
    expect(all).toBeLessThan(200 * 1024);
    expect(bytes['data']).toBeLessThan(40 * 1024);
    await tablet.looks('day');
    await page.setViewportSize(PHONE);
    await tablet.looks('day-phone');
    await page.setViewportSize(DESK);
    await tablet.looks('day-desk');
    await page.setViewportSize(TABLET);
    await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
    await tablet.looks('day-twice');
    await tablet.leaves();
  }, 120_000);
});
