/** What people say of themselves: written, superseded, hung up, taken to another home and back. */
import sharp from 'sharp';
import { COOKIE } from '../../apps/api/src/access/cookie.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { MediaConsentEntity } from '../../apps/api/src/people/decisions.entities.ts';
import { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { ogg, wav } from '../world/sounds.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const STATEMENT = 'id heading text alt whose saidBy toldHow saidOn onPoster sensitive writtenAt recordedByName isTakenAway whoseWords codedDisplay media { id kind fileName seconds notShown }';
const PAGE = `query ($id: Id!) { aboutMe(residentId: $id) { name updatedAt supportedBy tookPart noPhotos noRecordings portrait { id } headings { heading name question prompts current { ${STATEMENT} } older { ${STATEMENT} } } } }`;
const SAY = `mutation ($input: SayAboutMeInput!) { sayAboutMe(input: $input) { ... on AboutMeStatement { ${STATEMENT} } ... on Refused { reasons { code message } } } }`;
const PROFILE = 'query ($id: Id!) { onePageProfile(residentId: $id) { name markWords code lines { heading name words rank } } }';

type Statement = { id: string; text: string | null; isTakenAway: boolean; onPoster: boolean; media: { id: string; kind: string; notShown: string | null } | null; [more: string]: unknown };
type Heading = { heading: string; current: Statement | null; older: Statement[] };
type Page = { aboutMe: { updatedAt: string | null; supportedBy: string | null; noPhotos: string | null; noRecordings: string | null; headings: Heading[] } };
type Said = { sayAboutMe: { id?: string; reasons?: { code: string; message: string }[] } };
type Preview = { seen: string; newEntries: number; entriesInFile: number; notes: string[]; headings: { heading: string; change: string; before: string | null; after: string | null }[] };

describe('About Me', () => {
  let world: World;
  let home: Home;
  let ada: Person;
  let bob: ResidentEntity;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-24T09:00:00Z' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-11-24T09:00:00Z');
    home = await world.home();
    ada = await home.worker('Ada Bell', 'carer');
    bob = await agreeing(home, 'Robert Ellison', 'Bob');
  });

  /** Somebody who agreed to photos and recordings. */
  async function agreeing(where: Home, name: string, preferredName: string): Promise<ResidentEntity> {
    const resident = await where.resident(name, { preferredName, photoConsent: 'yes' });
    await where.insert(MediaConsentEntity, { homeId: where.id, id: newId(), residentId: resident.id, kind: 'audio', answer: 'yes', condition: null, decidedBy: 'Bob.', recordedBy: newId(), recordedByName: 'Ada', recordedAt: world.clock.now() });
    return resident;
  }
  const statement = (more: Record<string, unknown> = {}) => ({ id: newId(), residentId: bob.id, heading: 'important', text: 'My dog Meg.', whose: 'the person', saidBy: 'Ada Bell', toldHow: 'told us', saidOn: '2026-11-23', ...more });
  const say = async (more: Record<string, unknown> = {}, who = ada) => (await who.gets<Said>(SAY, { input: statement(more) })).sayAboutMe;
  const page = async (id = bob.id, who = ada) => (await who.gets<Page>(PAGE, { id })).aboutMe;
  const under = async (heading: string, id = bob.id, who = ada) => (await page(id, who)).headings.find((each) => each.heading === heading)!;
  const codes = async (more: Record<string, unknown>) => (await say(more)).reasons?.map(({ code }) => code);
  const http = (who: Person, method: string, at: string, body?: Buffer | string) => fetch(`${world.url}${at}`, {
    method, headers: { 'x-promenade': '1', 'content-type': 'application/octet-stream', cookie: `${COOKIE}=${who.token}` }, ...(body === undefined ? {} : { body: new Uint8Array(Buffer.from(body as string)) }),
  });
  async function upload(file: Buffer, residentId = bob.id, who = ada): Promise<string> {
    const answer = await http(who, 'POST', `/media?id=${newId()}&residentId=${residentId}`, file);
    const body = (await answer.json()) as { id: string; message?: string };
    if (answer.status !== 201) throw new Error(body.message);
    return body.id;
  }
  const picture = (background = '#8a4') => sharp({ create: { width: 60, height: 40, channels: 3, background } }).jpeg().toBuffer();
  const exported = async (id = bob.id, who = ada) => (await http(who, 'GET', `/api/people/${id}/about-me`)).text();
  async function preview(text: string, id = bob.id, who = ada): Promise<Preview & { status: number; message?: string }> {
    const answer = await http(who, 'POST', `/api/people/${id}/about-me/preview`, text);
    return { status: answer.status, ...((await answer.json()) as Preview) };
  }
  async function bring(text: string, id = bob.id, who = ada): Promise<{ status: number; message?: string }> {
    const { seen } = await preview(text, id, who);
    const answer = await http(who, 'POST', `/api/people/${id}/about-me/import?seen=${seen}`, text);
    return { status: answer.status, ...((await answer.json()) as object) };
  }

  it('stands under the seven headings, with whose words they are, how it is known and when', async () => {
    expect((await page()).headings.map(({ heading, current }) => [heading, current])).toEqual(['important', 'people', 'communication', 'wellness', 'please', 'support', 'also'].map((heading) => [heading, null]));
    expect(await say()).toMatchObject({ text: 'My dog Meg.', whoseWords: 'Bob’s own words, told to Ada Bell', saidOn: '2026-11-23', recordedByName: 'Ada Bell' });
    expect((await page()).updatedAt).toBe('2026-11-24T09:00:00.000Z');
  });

  it('is superseded, never overwritten: what stood before stays readable, and can be taken away without being lost', async () => {
    await say();
    world.clock.set('2026-11-25T09:00:00Z');
    await say({ text: 'My dog Meg, and quiet mornings.' });
    world.clock.set('2026-11-26T09:00:00Z');
    const TAKE = 'mutation ($id: Id!) { takeAwayAboutMe(residentId: $id, heading: "important") { ... on AboutMe { name } ... on Refused { reasons { code } } } }';
    const { current, older } = await under('important');
    expect([current?.text, older.map(({ text }) => text)]).toEqual(['My dog Meg, and quiet mornings.', ['My dog Meg.']]);
    await ada.gets(TAKE, { id: bob.id });
    const after = await under('important');
    expect([after.current, after.older.map(({ text, isTakenAway }) => [text, isTakenAway])]).toEqual([null, [[null, true], ['My dog Meg, and quiet mornings.', false], ['My dog Meg.', false]]]);
    expect(await ada.gets(TAKE, { id: bob.id })).toEqual({ takeAwayAboutMe: { reasons: [{ code: 'NOTHING_TO_TAKE_AWAY' }] } });
  });

  it('is kept once when it is sent twice, and another under its id is refused', async () => {
    const input = statement();
    await Promise.all([1, 2, 3].map(() => ada.gets(SAY, { input })));
    expect((await under('important')).older).toEqual([]);
    expect((await ada.asks(SAY, { input: { ...input, text: 'Something else' } })).errors?.[0]?.extensions.code).toBe('CONFLICT');
  });

  it('refuses hostile and empty text with a sentence, and keeps angle brackets as the letters they are', async () => {
    expect(await codes({ text: '   \u200B ' })).toEqual(['STATEMENT_EMPTY']);
    expect(await codes({ text: 'Call \u202Eevil\u202C' })).toEqual(['STATEMENT_UNREADABLE']);
    expect(await codes({ saidBy: 'Ada\u202E' })).toEqual(['STATEMENT_UNREADABLE']);
    expect(await codes({ text: 'x'.repeat(4001) })).toEqual(['STATEMENT_TOO_LONG']);
    for (const text of ['a\u0000b', 'x'.repeat(1_000_000)]) expect((await ada.asks(SAY, { input: statement({ text }) })).errors?.[0]).toMatchObject({ extensions: { code: 'INVALID' }, message: expect.stringContaining('text of at most 5,000 characters') as string });
    expect((await page()).headings.every(({ current }) => current === null)).toBe(true);
    await say({ text: '<script>alert(1)</script>' });
    expect((await under('important')).current?.text).toBe('<script>alert(1)</script>');
  });

  it('takes a photo with what is in it, or a recording, of this very person', async () => {
    const [photo, voice] = [await upload(await picture()), await upload(ogg({ seconds: 2 }))];
    expect(await codes({ text: null, mediaId: photo })).toEqual(['ALT_MISSING']);
    expect(await say({ text: null, mediaId: photo, alt: 'Meg on the beach' })).toMatchObject({ alt: 'Meg on the beach', media: { kind: 'photo', notShown: null } });
    expect(await say({ heading: 'communication', text: null, mediaId: voice })).toMatchObject({ media: { kind: 'recording', seconds: 2 } });
    const ivy = await agreeing(home, 'Ivy Cole', 'Ivy');
    const hers = await upload(await picture(), ivy.id);
    expect((await ada.asks(SAY, { input: statement({ mediaId: hers, alt: 'Ivy' }) })).errors?.[0]?.message).toBe('This photo or recording was not found.');
    await world.asSystem(home.id, (tx) => tx.em.update(ResidentEntity, { homeId: home.id, id: bob.id }, { photoConsent: 'no' }));
    const { current } = await under('important');
    expect(current?.media?.notShown).toBe('There is a photo here. It is not shown, because Bob has not agreed to photos.');
    expect(await page()).toMatchObject({ noPhotos: 'Bob does not want photos. If that has changed, note it on Bob’s page first.', noRecordings: null });
  });

  it('says who helped to write it, and how when the person could not take part', async () => {
    const SUPPORT = 'mutation ($input: SupportAboutMeInput!) { supportAboutMe(input: $input) { ... on AboutMe { supportedBy tookPart } ... on Refused { reasons { code message } } } }';
    const input = { id: newId(), residentId: bob.id, tookPart: true, name: 'Janet Ellison', relation: 'daughter', contact: '01632 960 111', how: '' };
    expect(await ada.gets(SUPPORT, { input })).toEqual({ supportAboutMe: { supportedBy: 'Janet Ellison, daughter, 01632 960 111', tookPart: true } });
    expect(await ada.gets(SUPPORT, { input: { ...input, id: newId(), tookPart: false } })).toMatchObject({ supportAboutMe: { reasons: [{ code: 'SUPPORTED_NOT_SAID' }] } });
    expect(await ada.gets(SUPPORT, { input: { ...input, id: newId(), how: 'x'.repeat(150) } })).toMatchObject({ supportAboutMe: { reasons: [{ code: 'SUPPORTED_TOO_LONG', message: 'Who helped to write it may take 150 characters in all. Make it shorter.' }] } });
    // Who helped stays with what is written next.
    await say();
    expect(await page()).toMatchObject({ supportedBy: 'Janet Ellison, daughter, 01632 960 111' });
  });

  it('hangs up agreed lines only, never anything sensitive, with a mark that changes with them', async () => {
    await say({ text: 'Please knock.\nPlease wait for my answer.', heading: 'please', onPoster: true });
    await say({ text: 'I was a plumber.', heading: 'also' });
    const secret = await say({ text: 'My brother’s death.', heading: 'wellness', sensitive: true });
    const ON = 'mutation ($id: Id!, $on: Boolean!) { putOnProfile(statementId: $id, onPoster: $on) { ... on AboutMeStatement { id onPoster } ... on Refused { reasons { code message } } } }';
    expect(await codes({ heading: 'people', sensitive: true, onPoster: true })).toEqual(['POSTER_SENSITIVE']);
    expect(await ada.gets(ON, { id: secret.id, on: true })).toMatchObject({ putOnProfile: { reasons: [{ code: 'POSTER_SENSITIVE' }] } });
    type Profile = { onePageProfile: { code: string; markWords: string; lines: { words: string }[] } };
    const before = (await ada.gets<Profile>(PROFILE, { id: bob.id })).onePageProfile;
    expect(before.lines.map(({ words }) => words)).toEqual(['Please knock.', 'Please wait for my answer.']);
    expect(before.markWords).toBe('About Me, version 3, of Tue 24 Nov 09:00 · printed Tue 24 Nov 09:00 by Ada Bell');
    const agreed = (await under('please')).current;
    expect(await ada.gets(ON, { id: agreed?.id, on: false })).toMatchObject({ putOnProfile: { onPoster: false } });
    const after = (await ada.gets<Profile>(PROFILE, { id: bob.id })).onePageProfile;
    expect([after.lines, after.code === before.code]).toEqual([[], false]);
  });

  it('gives a person a portrait, and takes it back', async () => {
    const CHOOSE = 'mutation ($id: Id!, $mediaId: Id) { choosePortrait(residentId: $id, mediaId: $mediaId) { ... on AboutMe { portrait { id } } ... on Refused { reasons { code } } } }';
    const FACES = 'query { residents { preferredName portrait { id notShown } } }';
    const photo = await upload(await picture());
    expect(await ada.gets(CHOOSE, { id: bob.id, mediaId: photo })).toEqual({ choosePortrait: { portrait: { id: photo } } });
    expect(await ada.gets(FACES)).toEqual({ residents: [{ preferredName: 'Bob', portrait: { id: photo, notShown: null } }] });
    expect(await ada.gets(CHOOSE, { id: bob.id, mediaId: await upload(wav({ seconds: 1 })) })).toEqual({ choosePortrait: { reasons: [{ code: 'PORTRAIT_NO_PHOTO' }] } });
    await ada.gets(CHOOSE, { id: bob.id, mediaId: null });
    expect(await ada.gets(FACES)).toEqual({ residents: [{ preferredName: 'Bob', portrait: null }] });
  });

  it('goes to another home as a file of the standard and comes back the same, photos and recordings included', async () => {
    const [photo, voice] = [await upload(await picture()), await upload(ogg({ seconds: 2, note: 'x' }))];
    await say({ text: 'My dog Meg.', mediaId: photo, alt: 'Meg on the beach', onPoster: true });
    world.clock.set('2026-11-25T09:00:00Z');
    await say({ heading: 'communication', text: null, mediaId: voice, whose: 'a supporter', saidBy: 'Janet', toldHow: 'told by family' });
    await say({ heading: 'wellness', text: 'My brother’s death.', sensitive: true, coded: { system: 'http://snomed.info/sct', code: '405052004', display: 'Grief' } });
    world.clock.set('2026-11-26T09:00:00Z');
    await say({ text: 'Meg, and the sea.', mediaId: photo, alt: 'Meg on the beach' });
    const sent = await exported();
    expect(JSON.parse(sent)).toMatchObject({ standard: 'PRSB About Me', version: '2.01', aboutMe: { recordEntry: [{ dateLastUpdated: '2026-11-26T09:00:00.000Z' }, {}, {}, {}] } });

    const oak = await world.home('Oak House');
    const olga = await oak.worker('Olga Oak', 'carer');
    const there = await agreeing(oak, 'Bob Ellison', 'Bob');
    const looked = await preview(sent, there.id, olga);
    expect(looked).toMatchObject({ status: 200, entriesInFile: 4, newEntries: 4, notes: [] });
    expect(looked.headings.filter(({ change }) => change !== 'nothing').map(({ heading, change, after }) => [heading, change, after])).toEqual([
      ['important', 'new', 'Meg, and the sea. (with a photo or a recording)'], ['communication', 'new', 'A photo or a recording'], ['wellness', 'new', 'My brother’s death.'],
    ]);
    // Looking has changed nothing.
    expect((await page(there.id, olga)).headings.every(({ current }) => current === null)).toBe(true);
    expect(await bring(sent, there.id, olga)).toMatchObject({ status: 200 });
    expect(await exported(there.id, olga)).toBe(sent);
    const { current, older } = await under('important', there.id, olga);
    expect([current?.text, current?.onPoster, older.map(({ text }) => text)]).toEqual(['Meg, and the sea.', false, ['My dog Meg.']]);
    expect((await under('wellness', there.id, olga)).current).toMatchObject({ sensitive: true, codedDisplay: 'Grief' });
    expect((await http(olga, 'GET', `/media/${current?.media?.id ?? ''}`)).headers.get('content-type')).toBe('image/webp');

    // The same file once more, there and at home, changes nothing.
    expect(await preview(sent, there.id, olga)).toMatchObject({ newEntries: 0 });
    await bring(sent, there.id, olga);
    expect(await exported(there.id, olga)).toBe(sent);
    expect(await preview(sent)).toMatchObject({ newEntries: 0, headings: expect.arrayContaining([expect.objectContaining({ heading: 'important', change: 'same' })]) as unknown });
  });

  it('shows what a file would change before it does, and takes it only as it was looked at', async () => {
    await say({ text: 'My dog Meg.' });
    await say({ heading: 'please', text: 'Knock.' });
    const text = JSON.stringify({ aboutMe: { recordEntry: [{ dateLastUpdated: '2026-11-24T10:00:00Z', supportedToWriteThisBy: 'Janet, daughter', 'What is most important to me': { response: { freeText: 'The allotment.' } }, hobby: 1 }] } });
    const looked = await preview(text);
    expect(looked.headings.filter(({ change }) => change !== 'nothing').map(({ heading, change, before, after }) => [heading, change, before, after])).toEqual([
      ['important', 'changed', 'My dog Meg.', 'The allotment.'], ['please', 'kept', 'Knock.', 'Knock.'],
    ]);
    expect(looked.notes).toEqual(['Left aside: “hobby”.']);
    await say({ heading: 'also', text: 'Written in the meantime.' });
    const late = await http(ada, 'POST', `/api/people/${bob.id}/about-me/import?seen=${looked.seen}`, text);
    expect([late.status, await late.json()]).toEqual([409, { code: 'CONFLICT', message: 'Something was written here since you looked. Look at what changes once more.' }]);
    await bring(text);
    expect((await under('important')).current).toMatchObject({ text: 'The allotment.', toldHow: 'from the file', whoseWords: 'From Janet; nobody here has checked it yet', onPoster: false });
    expect((await under('important')).older).toMatchObject([{ text: 'My dog Meg.' }]);
  });

  it('refuses hostile files whole, in words, and leaves out photos nobody agreed to', async () => {
    const one = (more: object) => JSON.stringify({ aboutMe: { recordEntry: [{ dateLastUpdated: '2026-11-20', myWellness: { response: { freeText: 'Fine.', ...more } } }] } });
    const file = (content: Buffer, filename = 'photo.jpg') => one({ multimedia: { filename, mimeType: 'image/jpeg', file: content.toString('base64') } });
    const cases: [string, string][] = [
      ['{"aboutMe', 'This is not a JSON file, or it is not complete. Export it once more and choose it again.'],
      [one({ freeText: 'a\u202Eb' }), '“My wellness”: there are signs in the text that nobody can see and that change how it reads.'],
      [file(Buffer.from('<svg onload="alert(1)"/>')), '“photo.jpg”: This is a drawing that can hold programs (SVG). Photos can be JPEG, PNG or WebP; recordings WebM, Ogg, M4A, MP3 or WAV.'],
      [file(Buffer.from('MZ\u0090')), '“photo.jpg”: This is a program. Photos can be JPEG, PNG or WebP; recordings WebM, Ogg, M4A, MP3 or WAV.'],
      [one({}).replace('2026-11-20', '2030-01-01'), 'An entry of this file is dated in the future. Check the date it was last updated.'],
    ];
    for (const [text, message] of cases) {
      expect(await preview(text)).toMatchObject({ status: 400, message });
      const answer = await http(ada, 'POST', `/api/people/${bob.id}/about-me/import?seen=x`, text);
      expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([400, message]);
    }
    expect(await world.look('SELECT 1 FROM about_me_entry WHERE home_id = $1', [home.id])).toEqual([]);
    expect(await world.look('SELECT 1 FROM media WHERE home_id = $1', [home.id])).toEqual([]);
    await world.asSystem(home.id, (tx) => tx.em.update(ResidentEntity, { homeId: home.id, id: bob.id }, { photoConsent: 'no' }));
    expect((await preview(file(await picture()))).notes).toEqual(['“photo.jpg” is left out. Bob does not want photos. If that has changed, note it on Bob’s page first.']);
    await bring(file(await picture()));
    expect((await under('wellness')).current).toMatchObject({ text: 'Fine.', media: null });
    expect(await world.look('SELECT 1 FROM media WHERE home_id = $1', [home.id])).toEqual([]);
  });

  it('is for staff of the home alone, and its history cannot be rewritten', async () => {
    await say();
    const other = await world.home('Oak House');
    const [olga, mark] = [await other.worker('Olga Oak', 'manager'), await home.supporter('Mark', bob, 'son')];
    expect((await olga.asks(PAGE, { id: bob.id })).errors?.[0]?.message).toBe('This person was not found.');
    expect((await olga.asks(SAY, { input: statement() })).errors?.[0]?.message).toBe('This person was not found.');
    expect((await mark.asks(PAGE, { id: bob.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect([(await http(olga, 'GET', `/api/people/${bob.id}/about-me`)).status, (await http(mark, 'GET', `/api/people/${bob.id}/about-me`)).status, (await http(ada, 'GET', `/api/people/${bob.id}/about-me`)).status]).toEqual([404, 403, 200]);
    await expect(world.db.write(ada.actor, (tx) => tx.em.query(`UPDATE about_me_statement SET text = 'x'`))).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('is read in as few statements whether much or little was written', async () => {
    await say();
    let count = 0;
    const counted = async () => {
      count = 0;
      const { db } = world;
      const open = db.openRead.bind(db);
      db.openRead = async (actor) => {
        const unit = await open(actor);
        const runner = unit.tx.em.queryRunner!;
        const query = runner.query.bind(runner);
        runner.query = (...args: Parameters<typeof query>) => {
          count += 1;
          return query(...args);
        };
        return unit;
      };
      await page();
      db.openRead = open;
      return count;
    };
    const little = await counted();
    const photo = await upload(await picture());
    for (let n = 0; n < 25; n += 1) await say({ heading: ['important', 'people', 'also', 'please'][n % 4], text: `Line ${n}`, mediaId: n % 2 ? photo : null, alt: 'Meg' });
    const much = await counted();
    expect(little).toBeGreaterThan(2);
    // Photos are looked up together, and so is what was agreed about them.
    expect(much).toBeLessThanOrEqual(little + 2);
    expect(much).toBeLessThanOrEqual(8);
  });
});
