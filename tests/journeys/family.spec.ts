/** A daughter's phone and a carer's tablet: what she asks, when she comes, what she tells and sees, in calm pages that load fast. */
import { gzipSync } from 'node:zlib';
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { COOKIE } from '../../apps/api/src/access/cookie.ts';
import { AttendanceEntity, SessionMediaEntity, SessionReportEntity } from '../../apps/api/src/day/day.entities.ts';
import { paintedPhoto } from '../../apps/api/src/demo/painted.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { MediaPersonEntity } from '../../apps/api/src/media/media.entities.ts';
import type { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { LedgerService } from '../../apps/api/src/promises/ledger.service.ts';
import { VenueEntity } from '../../apps/api/src/venues/venues.entities.ts';
import type { Home, Person, World } from '../world/world.ts';
import { isSpotless } from './board-hands.ts';
import { Visitor, openBrowser, openStage, settled } from './stage.ts';

const PHONE = { width: 360, height: 740 };
const TABLET = { width: 820, height: 1180 };
const DESK = { width: 1440, height: 900 };
const PAGES = ['', '/week', '/promises', '/happened', '/kept', '/life-story', '/visits', '/asks'];
/** What the first look may take: bytes of JavaScript as they go over the wire, packed with gzip. */
const MOST_BYTES = 95_000;

jest.setTimeout(120_000);

describe('a family', () => {
  let world: World;
  let browser: Browser;
  let home: Home;
  let bob: ResidentEntity;
  let janet: Person;
  let sian: Person;
  let karen: Person;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openStage('2026-11-25T10:00:00Z'), openBrowser()]);
    home = await world.home();
    sian = await home.worker('Siân Pritchard', 'coordinator');
    karen = await home.worker('Karen Whitfield', 'manager');
    bob = await home.resident('Robert Ellison', { preferredName: 'Bob', photoConsent: 'yes', room: '3' });
    janet = await home.supporter('Janet Ellison', bob, 'daughter');
    await live();
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  /** A week of Bob's: a walk with a photo, choir that did not run, a swim tomorrow, a promise kept and one not explained. */
  async function live(): Promise<void> {
    const [walk, choir, swim] = [await activity('A walk with a dog', 'home'), await activity('Chestnut choir', 'home'), await activity('Swimming', 'out')];
    const [walked, sung] = [await session(walk, '2026-11-24T15:00:00Z', 60), await session(choir, '2026-11-23T14:00:00Z', 45)];
    await session(choir, '2026-11-25T14:00:00Z', 45);
    await session(swim, '2026-11-27T14:30:00Z', 90);
    await home.insert(AttendanceEntity, { homeId: home.id, id: newId(), sessionId: walked, residentId: bob.id, level: 'took part', mood: 'happy', engagement: 'fully', leftEarly: false, note: 'Talked about Meg all the way round.', correctsId: null, recordedBy: sian.actor.accountId, recordedByName: 'Siân Pritchard', recordedAt: new Date('2026-11-24T16:05:00Z') });
    await home.insert(SessionReportEntity, { homeId: home.id, id: newId(), sessionId: sung, ran: false, reason: 'not enough staff', words: 'Nobody to play.', answers: 'Karen Whitfield', recordedBy: sian.actor.accountId, recordedByName: 'Siân Pritchard', recordedAt: new Date('2026-11-23T15:00:00Z') });
    await photo(walked);
    const promise = async (words: string, dueOn: string, at: string) => {
      world.clock.set(at);
      const id = newId();
      await world.db.write(sian.actor, (tx) => world.app.get(LedgerService).append(tx, id, { kind: 'made', residentId: bob.id, words, activityId: null, level: 'taking part', dueOn, madeBy: 'Siân Pritchard', madeTo: 'Bob', lifeFactId: null, wishId: null, found: 'Dean drives.' }));
      return id;
    };
    const kept = await promise('A walk with a dog before tea', '2026-11-24', '2026-11-20T09:00:00Z');
    await promise('A swim, in the water', '2026-11-24', '2026-11-20T09:10:00Z');
    await world.db.write(sian.actor, (tx) => world.app.get(LedgerService).append(tx, kept, { kind: 'attended', sessionId: walked, level: 'took part', leftEarly: false, recordedBy: 'Siân Pritchard' }));
    world.clock.set('2026-11-25T10:00:00Z');
  }
  async function activity(name: string, setting: 'home' | 'out'): Promise<string> {
    const [id, venueId] = [newId(), setting === 'out' ? newId() : null];
    if (venueId) await home.insert(VenueEntity, { homeId: home.id, id: venueId, name: 'Riverside Pool', address: '', phone: null, lat: 0, lon: 0, driveMinutes: 10, walkMinutes: null, hours: [], price: '', lastVisited: '', access: { stepFree: true, hoist: true, changingPlace: true, quietHours: null, parking: '', welcome: '' } });
    await home.insert(ActivityEntity, {
      homeId: home.id, id, name, kind: 'physical', picture: 'dog', setting, minutes: 60, groupMin: 1, groupMax: 2, baseStaff: 1, skills: {}, driverSupports: true, transport: null, venueId,
      costPence: 0, maxPerWeek: 2, hours: [], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null,
    });
    return id;
  }
  async function session(activityId: string, from: string, minutes: number): Promise<string> {
    const [id, startsAt, endsAt] = [newId(), new Date(from), new Date(Date.parse(from) + minutes * 60_000)];
    await home.insert(SessionEntity, { homeId: home.id, id, planId: null, activityId, startsAt, endsAt, status: 'planned', cancelledWhy: null });
    const booking = { homeId: home.id, sessionId: id, startsAt, endsAt, residentId: null, staffId: null, vehicleId: null, roomId: null, driverId: null };
    await home.insert(BookingEntity, [{ ...booking, id: newId(), role: 'resident' as const, residentId: bob.id }, { ...booking, id: newId(), role: 'staff' as const, staffId: sian.actor.staffId }]);
    return id;
  }
  async function photo(sessionId: string): Promise<void> {
    const id = newId();
    const picture = await paintedPhoto(0.2);
    const sent = await fetch(`${world.url}/media?id=${id}&residentId=${bob.id}`, { method: 'POST', body: new Uint8Array(picture), headers: { 'x-promenade': '1', 'content-type': 'application/octet-stream', cookie: `${COOKIE}=${sian.token}` } });
    expect(sent.status).toBe(201);
    await home.insert(SessionMediaEntity, { homeId: home.id, id: newId(), sessionId, mediaId: id, words: 'On the lane behind the church.', recordedBy: sian.actor.accountId, recordedByName: 'Siân Pritchard', recordedAt: world.clock.now() });
    await home.insert(MediaPersonEntity, { homeId: home.id, id: newId(), mediaId: id, residentId: bob.id });
  }

  const comes = async (person: Person, name: string, size: { width: number; height: number }) => {
    const visitor = await Visitor.comes(browser, world, name, size);
    await visitor.context.addCookies([{ name: COOKIE, value: person.token, url: world.url, httpOnly: true, sameSite: 'Strict' }]);
    return visitor;
  };

  it('sees what matters today on the first screen, for less than a hundred kilobytes of JavaScript', async () => {
    const phone = await comes(janet, 'family-phone', PHONE);
    const scripts = new Map<string, number>();
    phone.page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) void response.body().then((body) => scripts.set(pathname, gzipSync(body, { level: 9 }).length));
    });
    await phone.opens('/family/');
    await phone.page.getByRole('heading', { name: 'One promise to Bob is still open.' }).waitFor();
    await phone.page.getByText('Chestnut choir').first().waitFor();
    await settled(phone.page);
    const bytes = [...scripts.values()].reduce((sum, each) => sum + each, 0);
    console.log(`The family app's first load: ${scripts.size} scripts, ${(bytes / 1000).toFixed(1)} kB of JavaScript in gzip.`);
    expect(scripts.size).toBeGreaterThan(1);
    expect(bytes).toBeLessThan(MOST_BYTES);
    await phone.leaves();
  });

  it('has no accessibility violation and nothing wider than the screen, on any device, in twice the size', async () => {
    const faults: string[] = [];
    for (const [name, size] of [['phone', PHONE], ['tablet', TABLET], ['desk', DESK]] as const) {
      const visitor = await comes(janet, `family-${name}`, size);
      for (const at of PAGES) {
        await visitor.opens(`/family/people/${bob.id}${at}`);
        await visitor.page.getByRole('heading', { level: 1 }).waitFor();
        const what = `family-${name}${at.replace('/', '-') || '-start'}`;
        const sideways = () => visitor.page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
        if (name === 'phone' || process.env['SHOTS']) await isSpotless(visitor.page, what).catch((error: unknown) => faults.push(`${what}: ${String(error).slice(0, 500)}`));
        if (await sideways() > 0) faults.push(`${what}: ${await sideways()} wider than the screen`);
        if (name !== 'phone') continue;
        await visitor.page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
        if (await sideways() > 0) faults.push(`${what} in twice the size: ${await sideways()} wider than the screen`);
        if (at === '' || process.env['SHOTS']) await isSpotless(visitor.page, `${what}-large`).catch((error: unknown) => faults.push(`${what} in twice the size: ${String(error).slice(0, 500)}`));
      }
      expect(visitor.errors).toEqual([]);
      await visitor.leaves();
    }
    expect(faults).toEqual([]);
  });

  it('asks with the keyboard alone, is answered, says that this is no answer, and it goes to the manager', async () => {
    const phone = await comes(janet, 'family-asks', PHONE);
    const { page } = phone;
    await phone.opens(`/family/people/${bob.id}/asks`);
    const box = page.getByLabel('What would you like to ask or say about Bob?');
    await box.focus();
    await page.keyboard.type('Could he have his own kettle?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('The home is to answer by Wednesday 2 December.').first().waitFor();
    await phone.looks('asked');

    const tablet = await comes(sian, 'family-answers', TABLET);
    await tablet.opens('/asks');
    await tablet.page.getByText('Could he have his own kettle?').waitFor();
    await tablet.looks('asks');
    await tablet.page.getByRole('button', { name: /^Answer: Could he have/ }).click();
    await tablet.page.getByLabel('Your answer').fill('We will think about it.');
    await tablet.page.getByRole('button', { name: 'Send the answer' }).click();
    await tablet.page.getByText('We will think about it.').waitFor();

    await phone.waitsUntil(world, '2026-11-25T10:05:00Z');
    await phone.opens(`/family/people/${bob.id}/asks`);
    await page.getByText('We will think about it.').waitFor();
    await page.getByRole('button', { name: /^That does not answer/ }).click();
    await page.getByLabel('What is still missing?').fill('A yes or a no.');
    await phone.looks('not-enough');
    await page.getByRole('button', { name: 'Send it to the manager' }).click();
    await page.getByText(/The manager is to answer by/).first().waitFor();

    await tablet.waitsUntil(world, '2026-12-03T10:05:00Z');
    await tablet.opens('/asks');
    await tablet.page.getByText('It came back: the manager answers now.').waitFor();
    await tablet.page.getByText('Overdue').first().waitFor();
    await tablet.looks('asks-overdue');
    await phone.waitsUntil(world, '2026-12-03T10:06:00Z');
    await phone.opens('/family/');
    await page.getByText(/The manager was to answer by/).first().waitFor();
    const manager = await comes(karen, 'family-manager', TABLET);
    await manager.opens('/asks');
    await manager.page.getByRole('button', { name: /^Answer: Could he have/ }).click();
    await manager.page.getByLabel('Your answer').fill('Yes. One with a lock on the plug, from Monday.');
    await manager.page.getByRole('button', { name: 'Send the answer' }).click();
    await manager.page.getByText('Yes. One with a lock on the plug, from Monday.').waitFor();
    world.clock.set('2026-11-25T10:10:00Z');
    for (const each of [phone, tablet, manager]) await each.leaves();
  });

  it('says when she comes, hears that Bob is out then, and the home sees both', async () => {
    const phone = await comes(janet, 'family-visits', PHONE);
    const { page } = phone;
    await phone.opens(`/family/people/${bob.id}/visits`);
    await page.getByLabel('Day').fill('2026-11-27');
    await page.getByLabel('How often').selectOption('every week');
    await page.getByRole('button', { name: 'Save this visit' }).click();
    await page.getByText('Bob is out then, at Riverside Pool: Swimming, 14:30 to 16:00.').waitFor();
    await phone.looks('visit-meets');
    await phone.waitsUntil(world, '2026-11-25T10:12:00Z');
    await page.getByRole('button', { name: 'Not Friday 27 November' }).click();
    await page.getByText('The home knows that you do not come.').waitFor();
    await page.getByText('Bob is out then').waitFor({ state: 'detached' });
    await phone.waitsUntil(world, '2026-11-25T10:14:00Z');
    await phone.opens(`/family/people/${bob.id}/visits`);
    await page.getByRole('button', { name: /^Change: Every Friday/ }).click();
    await page.getByRole('listitem').getByLabel('From', { exact: true }).fill('15:00');
    await page.getByRole('listitem').getByLabel('Day').fill('2026-11-27');
    await page.getByRole('listitem').getByRole('button', { name: 'Save this visit' }).click();
    await page.getByText('Every Friday, 15:00 to 16:00').waitFor();
    const tablet = await comes(sian, 'family-visits-staff', TABLET);
    await tablet.opens(`/people/${bob.id}/family`);
    await tablet.page.getByText('Janet Ellison, daughter').first().waitFor();
    await tablet.page.getByText('Bob is out then, at Riverside Pool: Swimming, 14:30 to 16:00.').waitFor();
    await tablet.looks('person-family');
    for (const each of [phone, tablet]) await each.leaves();
  });

  it('adds to the life story with a photo, and staff put it in as told by her', async () => {
    const phone = await comes(janet, 'family-tells', PHONE);
    const { page } = phone;
    await phone.opens(`/family/people/${bob.id}/life-story`);
    await page.getByLabel('What do you remember?').fill('Meg slept under his bench at the bakery.');
    await page.getByLabel(/When was that/).fill('about 1975');
    await page.getByLabel(/Choose a photo/).setInputFiles({ name: 'meg.png', mimeType: 'image/png', buffer: await sharp({ create: { width: 200, height: 150, channels: 3, background: '#b8875a' } }).png().toBuffer() });
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByText('It is there, under your name.').waitFor();
    const shown = page.getByRole('img', { name: /^The photo beside: Meg slept/ });
    await shown.waitFor();
    expect(await shown.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(0);
    await phone.looks('told');
    const tablet = await comes(sian, 'family-told', TABLET);
    await tablet.opens(`/people/${bob.id}/life-story`);
    await tablet.page.getByText('Janet Ellison, daughter').first().waitFor();
    await tablet.looks('told-by-family');
    await tablet.page.getByRole('button', { name: /^Put it into the story/ }).click();
    await tablet.page.getByText('Janet Ellison, daughter told us, as family').waitFor();
    for (const each of [phone, tablet]) await each.leaves();
  });

  it('sees photos only while photos are shared', async () => {
    const phone = await comes(janet, 'family-photos', PHONE);
    await phone.opens(`/family/people/${bob.id}/happened`);
    const photoOf = phone.page.getByRole('img', { name: /A walk with a dog: On the lane/ });
    await photoOf.waitFor();
    await phone.looks('photos');
    await world.look(`UPDATE sharing_consent SET withdrawn_at = now() WHERE home_id = $1 AND kind = 'photos'`, [home.id]);
    await phone.opens(`/family/people/${bob.id}/happened`);
    await phone.page.getByText('Bob has not shared photos with you.').waitFor();
    expect(await photoOf.count()).toBe(0);
    await world.look(`UPDATE resident SET status = 'died' WHERE home_id = $1 AND id = $2`, [home.id, bob.id]);
    await phone.opens('/family/');
    await phone.page.getByRole('heading', { name: 'We are thinking of you and of Bob.' }).waitFor();
    expect(await phone.page.getByRole('main').innerText()).not.toMatch(/Next:|You visit|The week/);
    await phone.looks('gone');
    await world.look('UPDATE sharing_consent SET withdrawn_at = now() WHERE home_id = $1', [home.id]);
    await phone.opens('/family/');
    await phone.page.getByText(/^Somebody stopped sharing with you/).waitFor();
    await phone.looks('revoked');
    await phone.leaves();
  });
});
