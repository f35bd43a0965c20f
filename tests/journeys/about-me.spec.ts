/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** About Me on a tablet: written, photographed, recorded, listened to, hung on the door; by keyboard, at every width. */
import { readFile } from 'node:fs/promises';
import { type Browser, type Page, chromium } from 'playwright-core';
import sharp from 'sharp';
import { newId } from '../../apps/api/src/db/ids.ts';
import { AboutMeEntryEntity, AboutMeStatementEntity } from '../../apps/api/src/people/about-me.entities.ts';
import { MediaConsentEntity } from '../../apps/api/src/people/decisions.entities.ts';
import type { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { HEADINGS, type Heading } from '../../libs/domain/src/people/about-me.ts';
import { wav } from '../world/sounds.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';
import { Visitor, dist } from './stage.ts';

const NOW = '2026-11-25T09:00:00Z';
const TABLET = { width: 820, height: 1180 };
const PLEASE = 'Please do and please do not';
const IMPORTANT = 'What is most important to me';
const TALKING = 'How I communicate and how to communicate with me';
const SIZES = [{ width: 360, height: 740 }, TABLET, { width: 1440, height: 1000 }];

/** A browser that hears a tone instead of a microphone. */
function openListening(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const own = process.env['TEST_CHROMIUM'];
  return chromium.launch(own ? { executablePath: own, args, headless: true } : { channel: 'chrome', args, headless: true });
}

describe('About Me', () => {
  let world: World;
  let browser: Browser;
  let home: Home;
  let ada: Person;
  let bob: ResidentEntity;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld({ now: NOW, staffDist: dist('staff') }), openListening()]);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });
  beforeEach(async () => {
    home = await world.home();
    ada = await home.worker('Ada Bell', 'carer');
    bob = await agreeing('Robert Ellison', 'Bob');
  });

  async function agreeing(name: string, preferredName: string): Promise<ResidentEntity> {
    const resident = await home.resident(name, { preferredName, room: '10', photoConsent: 'yes' });
    await home.insert(MediaConsentEntity, { homeId: home.id, id: newId(), residentId: resident.id, kind: 'audio', answer: 'yes', condition: null, decidedBy: 'Bob.', recordedBy: newId(), recordedByName: 'Ada', recordedAt: world.clock.now() });
    return resident;
  }
  /** Written straight into the record: what the screens show, not how it came. */
  async function write(heading: Heading, text: string, more: Partial<AboutMeStatementEntity> = {}): Promise<void> {
    const [common, entryId] = [{ homeId: home.id, residentId: bob.id }, newId()];
    await home.insert(AboutMeEntryEntity, { ...common, id: entryId, writtenAt: world.clock.now(), supportedBy: null, tookPart: true, source: 'here', recordedBy: newId(), recordedByName: 'Ada Bell', recordedAt: world.clock.now() });
    await home.insert(AboutMeStatementEntity, {
      ...common, id: newId(), entryId, heading, text, mediaId: null, alt: null, codedSystem: null, codedCode: null, codedDisplay: null, whose: 'the person', saidBy: 'Ada Bell', toldHow: 'told us', saidOn: null, onPoster: true, sensitive: false, ...more,
    });
  }
  async function arrives(name: string, at: string, size = TABLET): Promise<Visitor> {
    const visitor = await Visitor.comes(browser, world, name, size);
    await visitor.context.addCookies([{ name: 'promenade', value: ada.token, url: world.url }]);
    await visitor.opens(at);
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    return visitor;
  }
  const here = () => `/people/${bob.id}/about-me`;
  const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const photo = () => sharp({ create: { width: 800, height: 600, channels: 3, background: '#c96' } }).jpeg().toBuffer();
  /** No violation of any impact, and nothing wider than the screen. */
  async function isSound(visitor: Visitor, what: string): Promise<void> {
    await visitor.looks(what);
    expect([what, await visitor.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([what, true]);
  }
  async function plays(page: Page, within: string): Promise<number> {
    const sound = part(page, within).locator('audio').first();
    await sound.waitFor();
    expect([await sound.getAttribute('preload'), (await sound.getAttribute('aria-label')) !== null]).toEqual(['none', true]);
    await sound.evaluate((audio: HTMLAudioElement) => audio.play());
    await page.waitForFunction((name) => {
      const region = [...document.querySelectorAll('section')].find((one) => one.querySelector('h2')?.textContent === name);
      return (region?.querySelector('audio')?.currentTime ?? 0) > 0.1;
    }, within);
    return sound.evaluate((audio: HTMLAudioElement) => audio.duration);
  }

  it('is written by keyboard alone, and says whose words they are; what stood before can be read', async () => {
    const visitor = await arrives('about-keyboard', here());
    const { page } = visitor;
    const add = page.getByRole('button', { name: `Add to this ${IMPORTANT}` });
    for (let n = 0; n < 60 && !(await add.evaluate((one) => one === document.activeElement)); n += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: IMPORTANT }).waitFor();
    for (let n = 0; n < 10 && !(await page.getByLabel('In words').evaluate((one) => one === document.activeElement)); n += 1) await page.keyboard.press('Tab');
    await page.keyboard.type('My dog Meg.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('<script>alert(1)</script>');
    for (let n = 0; n < 40 && !(await page.getByRole('button', { name: 'Save' }).evaluate((one) => one === document.activeElement)); n += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await part(page, IMPORTANT).getByText('My dog Meg.').waitFor();
    expect(await part(page, IMPORTANT).innerText()).toMatch(/<script>alert\(1\)<\/script>[^]*Bob’s own words, told to Ada Bell; said Wednesday 25 November; written down 25 November 2026 by Ada Bell/);
    // Said anew a minute later: what stood there is one press away.
    await visitor.waitsUntil(world, new Date(world.clock.now().getTime() + 60_000));
    await page.getByRole('button', { name: `Say it anew ${IMPORTANT}` }).click();
    await page.getByLabel('In words').fill('Quiet mornings.');
    await page.getByRole('button', { name: 'Save' }).click();
    await part(page, IMPORTANT).getByText('1 earlier version').click();
    expect(await part(page, IMPORTANT).locator('details').innerText()).toContain('My dog Meg.');
    // Empty is refused in words, and the form stays.
    await page.getByRole('button', { name: `Add to this ${PLEASE}` }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write something, or add a photo or a recording.').waitFor();
    await visitor.leaves();
  });

  it('takes a photo, with words for it, and refuses what only calls itself one', async () => {
    const visitor = await arrives('about-photo', here());
    const { page } = visitor;
    await page.getByRole('button', { name: `Add to this ${PLEASE}` }).click();
    const dialog = page.getByRole('dialog', { name: PLEASE });
    await dialog.getByLabel('In words').fill('Let me see the garden.');
    await dialog.getByLabel('Choose or take a photo').setInputFiles({ name: 'cat.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\u0090\u0000 this is a program') });
    await dialog.getByText('This is a program. Photos can be JPEG, PNG or WebP; recordings WebM, Ogg, M4A, MP3 or WAV.').waitFor();
    await dialog.getByRole('button', { name: 'Take it out' }).click();
    expect(await dialog.getByLabel('In words').inputValue()).toBe('Let me see the garden.');
    // One that takes long can be stopped, and sent again.
    await page.route('**/media?*', (route) => setTimeout(() => void route.continue().catch(() => undefined), 3000));
    await dialog.getByLabel('Choose or take a photo').setInputFiles({ name: 'garden.jpg', mimeType: 'image/jpeg', buffer: await photo() });
    await dialog.getByRole('button', { name: 'Cancel sending' }).click();
    await dialog.getByText('Not sent.').waitFor();
    await page.unroute('**/media?*');
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await dialog.getByText('The photo is there.').waitFor();
    await dialog.getByLabel('What is in the photo?').fill('The garden in June');
    await isSound(visitor, 'form-with-photo');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const shown = part(page, PLEASE).getByRole('img', { name: 'The garden in June' });
    await shown.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => [...document.querySelectorAll('img')].some((one) => one.alt === 'The garden in June' && one.naturalWidth === 360));
    // The photo at the top is chosen the same way.
    await page.getByRole('button', { name: 'Add a photo' }).click();
    await page.getByRole('dialog').getByLabel('Choose or take a photo').setInputFiles({ name: 'bob.jpg', mimeType: 'image/jpeg', buffer: await photo() });
    await page.getByText('The photo is there.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('img', { name: 'Photo of Bob' }).waitFor();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await isSound(visitor, `page-${size.width}`);
    }
    await page.setViewportSize({ width: 820, height: 1180 });
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await isSound(visitor, 'page-large-text');
    await visitor.leaves();
  });

  it('records a voice through the microphone and plays it, and one that was recorded elsewhere', async () => {
    const visitor = await arrives('about-voice', here());
    const { page } = visitor;
    await page.getByRole('button', { name: `Add to this ${TALKING}` }).click();
    const dialog = page.getByRole('dialog', { name: TALKING });
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await dialog.getByText('Recording, 0:02').waitFor();
    await dialog.getByRole('button', { name: 'Stop recording' }).click();
    await dialog.getByText('The recording is there.').waitFor();
    await isSound(visitor, 'form-with-recording');
    await dialog.getByRole('button', { name: 'Save' }).click();
    expect(await plays(page, TALKING)).toBeGreaterThan(1);
    expect(await world.look('SELECT kind, mime, seconds > 1 AS long FROM media WHERE home_id = $1', [home.id])).toEqual([{ kind: 'recording', mime: 'audio/webm', long: true }]);

    await page.getByRole('button', { name: `Add to this ${PLEASE}` }).click();
    await page.getByRole('dialog').getByLabel('Choose a recording').setInputFiles({ name: 'bob.wav', mimeType: 'audio/wav', buffer: wav({ seconds: 2 }) });
    await page.getByText('The recording is there.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    expect(await plays(page, PLEASE)).toBeCloseTo(2, 1);
    // A no counts at once.
    await world.asSystem(home.id, (tx) => tx.em.insert(MediaConsentEntity, { homeId: home.id, id: newId(), residentId: bob.id, kind: 'audio', answer: 'no', condition: null, decidedBy: 'Bob.', recordedBy: newId(), recordedByName: 'Ada', recordedAt: new Date(tx.now.getTime() + 1000) }));
    await visitor.opens(here());
    await part(page, PLEASE).getByText('There is a recording here. It is not shown, because Bob has not agreed to recordings.').waitFor();
    expect(await page.locator('audio').count()).toBe(0);
    await visitor.leaves();
  });

  it('goes along as a file, and comes in after a look at what changes', async () => {
    await write('important', 'My dog Meg.');
    const ivy = await agreeing('Ivy Cole', 'Ivy');
    const visitor = await arrives('about-travel', here());
    const { page } = visitor;
    await page.getByRole('button', { name: 'Take it along' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export' }).click()]);
    const text = await readFile(await download.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ standard: 'PRSB About Me', aboutMe: { recordEntry: [{ whatIsMostImportantToMe: { response: { freeText: 'My dog Meg.' } } }] } });
    await visitor.opens(`/people/${ivy.id}/about-me`);
    await page.getByRole('button', { name: 'Take it along' }).click();
    const choose = page.getByLabel('Choose an About Me file');
    await choose.setInputFiles({ name: 'wrong.json', mimeType: 'application/json', buffer: Buffer.from('{"aboutMe":') });
    await page.getByText('This is not a JSON file, or it is not complete.').waitFor();
    await choose.setInputFiles({ name: 'about-me.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByText('Then: My dog Meg.').waitFor();
    await isSound(visitor, 'import-preview');
    await page.getByRole('button', { name: 'Take it in' }).click();
    await part(page, IMPORTANT).getByText('My dog Meg.').waitFor();
    await visitor.leaves();
  });

  describe('on one page', () => {
    /** Prints, and says what is on the sheet: exactly one page of A4, in large letters, with nothing over its edges. */
    async function prints(name: string): Promise<{ lines: string[]; text: string; visitor: Visitor }> {
      const visitor = await arrives(name, `${here()}/profile`);
      const { page } = visitor;
      await page.locator('[data-sheet] [data-rank]').first().waitFor({ state: 'attached' });
      await isSound(visitor, 'profile');
      await page.emulateMedia({ media: 'print' });
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: false })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      const [, width = '', height = ''] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(pdf) ?? [];
      expect([Math.abs(Number(width) - 595) <= 2, Math.abs(Number(height) - 842) <= 2]).toEqual([true, true]);
      const sheet = await page.evaluate(() => {
        const room = document.querySelector<HTMLElement>('[data-pieces]')!;
        const lines = [...room.querySelectorAll<HTMLElement>('[data-rank]:not([hidden])')];
        const edge = room.getBoundingClientRect();
        return {
          lines: lines.map(({ innerText }) => innerText), over: lines.filter((line) => line.getBoundingClientRect().bottom > edge.bottom + 1 || line.getBoundingClientRect().right > edge.right + 1).map(({ innerText }) => innerText),
          points: Math.min(...lines.map((line) => parseFloat(getComputedStyle(line).fontSize) * 0.75)), text: document.querySelector<HTMLElement>('[data-sheet]')!.innerText,
        };
      });
      expect([sheet.over, sheet.points >= 16]).toEqual([[], true]);
      await page.emulateMedia({ media: 'screen' });
      return { lines: sheet.lines, text: sheet.text, visitor };
    }

    it('has what was agreed for it and nothing sensitive, with its mark', async () => {
      await write('please', 'Please knock.\nDo not hurry me.');
      await write('also', 'I was a plumber.', { onPoster: false });
      await write('wellness', 'My brother’s death.', { sensitive: true });
      const { lines, text, visitor } = await prints('about-door');
      expect(lines).toEqual(['Please knock.', 'Do not hurry me.']);
      expect(text).toMatch(/^Bob[^]*Chestnut House · About Me, version 3, of Wed 25 Nov 09:01 · printed Wed 25 Nov 09:01 by Ada Bell/);
      await visitor.leaves();
    });

    it('stays one page however much there is: the most pressing lines stay, whole', async () => {
      for (const heading of HEADINGS) await write(heading, Array.from({ length: 14 }, (_, n) => `${heading} ${n}: ${'something worth knowing about me, '.repeat(n % 4)}${'x'.repeat(n === 3 ? 120 : 5)}`).join('\n'));
      const { lines, text, visitor } = await prints('about-much');
      // The first of every heading, before the last of any.
      for (const heading of HEADINGS) expect(lines.some((line) => line.startsWith(`${heading} 0:`))).toBe(true);
      expect(lines.some((line) => / 13:/.test(line))).toBe(false);
      expect(text).toContain('There is more: ask a member of staff for About Me.');
      await visitor.page.getByText(/lines do not fit on the page and are left off, the least pressing first\./).waitFor();
      await visitor.leaves();
    });

    it('says so when nothing has been agreed yet', async () => {
      await write('also', 'I was a plumber.', { onPoster: false });
      const visitor = await arrives('about-none', `${here()}/profile`, { width: 360, height: 740 });
      await visitor.page.getByText('Nothing has been agreed for the profile yet').waitFor();
      await isSound(visitor, 'profile-empty-360');
      await visitor.leaves();
    });
  });
});
