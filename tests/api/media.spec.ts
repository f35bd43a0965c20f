/** Photos and recordings, honest and hostile: what is kept, who is shown it, and what is refused in words. */
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { parseBuffer } from 'music-metadata';
import sharp from 'sharp';
import { COOKIE } from '../../apps/api/src/access/cookie.ts';
import { MediaService } from '../../apps/api/src/media/media.service.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { AboutMeEntryEntity, AboutMeStatementEntity, PortraitEntity } from '../../apps/api/src/people/about-me.entities.ts';
import { MediaConsentEntity } from '../../apps/api/src/people/decisions.entities.ts';
import { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { m4a, mp3, ogg, wav, webm } from '../world/sounds.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

type Kept = { id: string; kind: string; mime: string; bytes: number; width: number | null; height: number | null; seconds: number | null; fileName: string };

describe('photos and recordings', () => {
  let world: World;
  let home: Home;
  let ada: Person;
  let bob: ResidentEntity;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-24T09:00:00Z' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    home = await world.home();
    ada = await home.worker('Ada Bell', 'carer');
    bob = await home.resident('Robert Ellison', { preferredName: 'Bob', photoConsent: 'yes' });
    await agreeToRecordings('yes');
  });

  const agreeToRecordings = (answer: 'yes' | 'no') => home.insert(MediaConsentEntity, { homeId: home.id, id: newId(), residentId: bob.id, kind: 'audio', answer, condition: null, decidedBy: 'Bob.', recordedBy: ada.actor.accountId, recordedByName: 'Ada Bell', recordedAt: world.clock.now() });
  type Got = { status: number; headers: IncomingHttpHeaders; body: Buffer };
  /** Each on a connection of its own, and with exactly these headers. */
  const call = (method: string, at: string, more: Record<string, string>, body?: Buffer) => new Promise<Got>((resolve, reject) => {
    const sent = request(`${world.url}${at}`, { method, headers: more, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
  const headers = (person: Person | null) => ({ 'x-promenade': '1', 'content-type': 'application/octet-stream', cookie: person ? `${COOKIE}=${person.token}` : '' });
  const send = (person: Person | null, file: Buffer, more: { residentId?: string; id?: string; name?: string; headers?: Record<string, string> } = {}) => (
    call('POST', `/media?id=${more.id ?? newId()}&residentId=${more.residentId ?? bob.id}`, { ...headers(person), 'x-file-name': encodeURIComponent(more.name ?? 'photo.jpg'), ...more.headers }, file)
  );
  async function kept(file: Buffer, more: Parameters<typeof send>[2] = {}): Promise<Kept> {
    const { status, body } = await send(ada, file, more);
    if (status !== 201) throw new Error(`${more.name ?? 'A file'} was refused: ${body.toString()}`);
    return JSON.parse(body.toString()) as Kept;
  }
  const refusal = ({ status, body }: Got) => ({ status, message: (JSON.parse(body.toString()) as { message: string }).message });
  const get = (person: Person | null, id: string, more: { size?: string; headers?: Record<string, string> } = {}) => call('GET', `/media/${id}${more.size ? `?size=${more.size}` : ''}`, { ...headers(person), ...more.headers });
  const stored = async () => (await readdir(world.mediaFolder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);
  const rowsOf = (id: string) => world.look<{ sha256: string; thumb_sha256: string | null }>('SELECT * FROM media WHERE home_id = $1 AND id = $2', [home.id, id]);
  const shaOf = async (id: string) => (await rowsOf(id))[0]?.sha256 ?? '';
  const photo = (width = 300, height = 200) => sharp({ create: { width, height, channels: 3, background: '#8a4' } });
  /** Makes a photo one that belongs to Bob's own page. */
  const asPortrait = (mediaId: string) => home.insert(PortraitEntity, { homeId: home.id, id: newId(), residentId: bob.id, mediaId, recordedBy: ada.actor.accountId, recordedAt: world.clock.now() });
  async function asStatement(mediaId: string, sensitive: boolean): Promise<void> {
    const common = { homeId: home.id, residentId: bob.id };
    const entryId = newId();
    await home.insert(AboutMeEntryEntity, { ...common, id: entryId, writtenAt: world.clock.now(), supportedBy: null, tookPart: true, source: 'here', recordedBy: ada.actor.accountId, recordedByName: 'Ada Bell', recordedAt: world.clock.now() });
    await home.insert(AboutMeStatementEntity, {
      ...common, id: newId(), entryId, heading: 'people', text: null, mediaId, alt: 'Meg', codedSystem: null, codedCode: null, codedDisplay: null, whose: 'the person', saidBy: 'Bob', toldHow: 'told us', saidOn: null, onPoster: false, sensitive,
    });
  }

  it('are kept upright, small enough, and with nothing in them of where they were taken', async () => {
    const taken = await photo(3000, 1000).jpeg().withExif({ IFD0: { Make: 'QXMAKER' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 57/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '1/1 4/1 0/1' } }).withMetadata({ orientation: 6 }).toBuffer();
    expect((await sharp(taken).metadata()).exif?.includes('QXMAKER')).toBe(true);
    const { id, ...rest } = await kept(taken, { name: 'My Meg.jpg' });
    // Lying on its side it was 3000 by 1000; upright it is higher than wide.
    expect(rest).toMatchObject({ kind: 'photo', mime: 'image/webp', width: 667, height: 2000, seconds: null, fileName: 'My Meg.webp' });
    await asPortrait(id);
    const shown = await get(ada, id);
    expect(Object.fromEntries(['content-type', 'x-content-type-options', 'content-security-policy', 'cache-control', 'content-disposition', 'cross-origin-resource-policy'].map((name) => [name, shown.headers[name]]))).toEqual({
      'content-type': 'image/webp', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'private, no-cache',
      'content-disposition': `inline; filename="My Meg.webp"; filename*=UTF-8''My%20Meg.webp`, 'cross-origin-resource-policy': 'same-origin',
    });
    const bytes = shown.body;
    const { exif, xmp, icc, iptc, orientation, format } = await sharp(bytes).metadata();
    expect({ exif, xmp, icc, iptc, orientation, format }).toEqual({ exif: undefined, xmp: undefined, icc: undefined, iptc: undefined, orientation: undefined, format: 'webp' });
    expect(bytes.includes('QXMAKER') || bytes.includes('GPS')).toBe(false);
    const thumb = await sharp((await get(ada, id, { size: 'thumb' })).body).metadata();
    expect([thumb.width, thumb.height]).toEqual([120, 360]);
    // What has not changed is not sent again.
    expect((await get(ada, id, { headers: { 'if-none-match': shown.headers.etag ?? '' } })).status).toBe(304);
  });

  it('take PNG and WebP too, by what they are and not by their name, and of a moving one the first picture', async () => {
    expect(await kept(await photo().png().toBuffer(), { name: 'x.exe' })).toMatchObject({ kind: 'photo', mime: 'image/webp', fileName: 'x.webp' });
    const frames = await sharp(Buffer.concat([Buffer.alloc(10 * 10 * 3, 200), Buffer.alloc(10 * 10 * 3, 20)]), { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } }).webp({ loop: 0, delay: [100, 100] }).toBuffer();
    expect((await sharp(frames).metadata()).pages).toBe(2);
    const { id, height } = await kept(frames, { name: '../../etc/pass\u202Ewd\u0000.webp' });
    expect(height).toBe(10);
    const still = (await get(ada, id)).body;
    expect((await sharp(still).metadata()).pages ?? 1).toBe(1);
    expect(await world.look('SELECT file_name FROM media WHERE id = $1', [id])).toEqual([{ file_name: 'passwd.webp' }]);
  });

  it('keep nothing of a file that is two things at once but its dots', async () => {
    const script = '<html><script>alert(document.cookie)</script>PK\u0003\u0004QXZIP';
    const jpeg = await photo().jpeg().toBuffer();
    for (const polyglot of [Buffer.concat([jpeg, Buffer.from(script)]), Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, script.length + 2]), Buffer.from(script, 'latin1'), jpeg.subarray(2)])]) {
      expect(polyglot.includes('QXZIP')).toBe(true);
      const { id } = await kept(polyglot);
      const bytes = (await get(ada, id)).body;
      expect(bytes.includes('QXZIP') || bytes.includes('script')).toBe(false);
      expect((await sharp(bytes).metadata()).width).toBe(300);
    }
  });

  it('refuse everything else with a sentence, and leave nothing of it behind', async () => {
    const before = await stored();
    const jpeg = await photo(1200, 1200).jpeg({ quality: 100 }).toBuffer();
    const KINDS = 'Photos can be JPEG, PNG or WebP; recordings WebM, Ogg, M4A, MP3 or WAV.';
    const DAMAGED = 'This photo is damaged and cannot be opened. Take it again, or send it to this device once more.';
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(100)]);
    const cases: [string, Buffer, string][] = [
      ['a program called photo.jpg', Buffer.concat([Buffer.from('MZ\u0090\0', 'latin1'), Buffer.alloc(2000)]), `This is a program. ${KINDS}`],
      ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), `This is a drawing that can hold programs (SVG). ${KINDS}`],
      ['a drawing behind an XML head', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), `This is a drawing that can hold programs (SVG). ${KINDS}`],
      ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), `This is a web page. ${KINDS}`],
      ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj <</OpenAction 2 0 R>> endobj'), `This is a PDF. ${KINDS}`],
      ['a GIF', Buffer.from('GIF89a\u0001\0\u0001\0\u0080\0\0\0\0\0\u00ff\u00ff\u00ff!', 'latin1'), `This is a GIF. ${KINDS}`],
      ['HEIC', heic, `This is a HEIC photo, which cannot be read here. On an iPhone, choose Settings, Camera, Formats, Most Compatible, and take it again. ${KINDS}`],
      ['words', Buffer.from('only words'), `This is neither a photo nor a recording. ${KINDS}`],
      ['half a photo', jpeg.subarray(0, jpeg.length / 2), DAMAGED],
      ['a photo of nothing', jpeg.subarray(0, 400), DAMAGED],
      ['dots by the million', pngBomb(30_000, 30_000), 'This picture is far larger than any photo, more than 40 million dots. Choose a smaller copy of it.'],
      ['nothing', Buffer.alloc(0), 'This file is empty. Choose it again, or record once more.'],
    ];
    for (const [what, file, message] of cases) expect([what, refusal(await send(ada, file))]).toEqual([what, { status: 400, message }]);
    expect(await stored()).toEqual(before);
    expect(await world.look('SELECT 1 FROM media WHERE home_id = $1', [home.id])).toEqual([]);
    // All the same, a photo is taken.
    await kept(jpeg);
  });

  it('stop reading what is too large, whatever its head says', async () => {
    const before = await stored();
    const jpeg = await photo().jpeg().toBuffer();
    const large = Buffer.concat([jpeg, Buffer.alloc(13 * 1024 * 1024)]);
    const TOO_LARGE = 'This file is too large. A photo may have 12 MB and a recording 10 MB.';
    expect(refusal(await send(ada, large))).toEqual({ status: 400, message: TOO_LARGE });
    const sound = wav({ seconds: 1 });
    expect(refusal(await send(ada, Buffer.concat([sound, Buffer.alloc(11 * 1024 * 1024)])))).toEqual({ status: 400, message: 'This recording is larger than 10 MB. Record a shorter piece; five minutes is plenty.' });
    // Without a length, in pieces, without end: it is cut off.
    const endless = await new Promise<string>((resolve) => {
      const call = request(`${world.url}/media?id=${newId()}&residentId=${bob.id}`, { method: 'POST', headers: headers(ada) }, (answer) => {
        answer.resume();
        resolve(`answered ${answer.statusCode ?? 0}`);
      });
      call.on('error', () => resolve('cut off'));
      const piece = Buffer.alloc(1024 * 1024, 1);
      let sent = 0;
      const go = () => {
        if (call.destroyed || sent > 200) return;
        sent += 1;
        call.write(piece, () => setImmediate(go));
      };
      go();
    });
    expect(endless).toMatch(/answered 400|cut off/);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await stored()).toEqual(before);
  });

  it('leave nothing when whoever sends one gives up half way', async () => {
    const before = await stored();
    const call = request(`${world.url}/media?id=${newId()}&residentId=${bob.id}`, { method: 'POST', headers: { ...headers(ada), 'content-length': '100000' } });
    call.on('error', () => undefined);
    call.write(await photo().jpeg().toBuffer());
    await new Promise((resolve) => setTimeout(resolve, 300));
    call.destroy();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await stored()).toEqual(before);
    expect(await world.look('SELECT 1 FROM media WHERE home_id = $1', [home.id])).toEqual([]);
  });

  it('keep recordings of every usual kind as sound and nothing else, without what is written in them', async () => {
    const sounds = { wav: wav({ seconds: 2, note: 'QXNOTE' }), mp3: mp3({ seconds: 2, note: 'QXNOTE' }), ogg: ogg({ seconds: 2, note: 'QXNOTE' }), webm: webm({ seconds: 2, note: 'QXNOTE' }), m4a: m4a({ seconds: 2, note: 'QXNOTE' }) };
    for (const [ending, file] of Object.entries(sounds)) {
      expect([ending, file.includes('QXNOTE')]).toEqual([ending, true]);
      const answer = await kept(file, { name: `her voice.${ending}` });
      expect([ending, answer]).toMatchObject([ending, { kind: 'recording', fileName: `her voice.${ending}` }]);
      expect([ending, Math.abs((answer.seconds ?? 0) - 2) < 0.2]).toEqual([ending, true]);
      const bytes = (await get(ada, answer.id)).body;
      expect([ending, bytes.includes('QXNOTE')]).toEqual([ending, false]);
      // What was made clean once stays as it is, byte for byte, and can still be read.
      const again = await kept(bytes, { name: `again.${ending}` });
      expect(await rowsOf(again.id)).toMatchObject([{ sha256: (await rowsOf(answer.id))[0]?.sha256 }]);
      expect([ending, (await parseBuffer(bytes, { mimeType: answer.mime })).format.numberOfChannels]).toEqual([ending, 1]);
    }
  });

  it('refuse recordings with something behind, beside or inside them, damaged ones and long ones', async () => {
    const more = Buffer.from('<script>alert(1)</script>PK\u0003\u0004');
    const MORE = 'There is more in this file than sound: after the sound something else follows. Record it once more here, or save it as sound only.';
    const BROKEN = 'This recording is damaged or incomplete and cannot be played safely. Record it once more.';
    const before = await stored();
    for (const [ending, file] of Object.entries({ wav: wav({ seconds: 1 }), mp3: mp3({ seconds: 1 }), ogg: ogg({ seconds: 1 }), webm: webm({ seconds: 1 }), m4a: m4a({ seconds: 1 }) })) {
      expect([ending, refusal(await send(ada, Buffer.concat([file, more]))).message]).toEqual([ending, MORE]);
    }
    const cut = ogg({ seconds: 1 });
    cut[cut.length - 5] = (cut.at(-5) ?? 0) ^ 1;
    expect(refusal(await send(ada, cut)).message).toBe(BROKEN);
    expect(refusal(await send(ada, wav({ seconds: 1 }).subarray(0, 9000))).message).toBe(BROKEN);
    expect(refusal(await send(ada, webm({ seconds: 1, film: true }))).message).toContain('it holds moving pictures.');
    expect(refusal(await send(ada, m4a({ seconds: 1, film: true }))).message).toContain('it holds moving pictures.');
    expect(refusal(await send(ada, webm({ seconds: 1, attached: true }))).message).toContain('another file is packed into it.');
    expect(refusal(await send(ada, wav({ seconds: 310, rate: 8000 }))).message).toBe('This recording is longer than five minutes. Keep it short, or record it in pieces.');
    expect(await stored()).toEqual(before);
  });

  it('play from the middle, as a slow tablet asks', async () => {
    const { id } = await kept(wav({ seconds: 1 }), { name: 'a.wav' });
    const part = await get(ada, id, { headers: { range: 'bytes=100-199' } });
    expect([part.status, part.headers['content-range']?.startsWith('bytes 100-199/'), part.headers['content-type'], part.body.length]).toEqual([206, true, 'audio/wav', 100]);
  });

  it('are for whoever may see the person, and for supporters with that consent alone', async () => {
    const { id } = await kept(await photo().jpeg().toBuffer());
    const other = await world.home('Oak House');
    const strangers = [await other.worker('Olga Oak', 'manager'), null];
    const [mark, janet, karen] = [await home.supporter('Mark', bob, 'son', ['photos']), await home.supporter('Janet', bob, 'daughter', ['promises', 'life story']), await home.worker('Karen', 'manager')];
    const status = async (person: Person | null) => (await get(person, id)).status;
    expect([await status(ada), await status(karen)]).toEqual([200, 200]);
    // Sent, but not yet used for anything: nobody outside sees it.
    expect(await status(mark)).toBe(404);
    await asStatement(id, false);
    expect([await status(mark), await status(janet)]).toEqual([200, 404]);
    expect([await status(strangers[0]!), await status(strangers[1]!)]).toEqual([404, 401]);
    await asStatement(id, true);
    expect(await status(mark)).toBe(404);
    // Whoever the person shares something with may send one of their own, and sees it; nobody else outside does, and nobody else may.
    const own = await send(mark, await photo().jpeg().toBuffer());
    expect(own.status).toBe(201);
    const ownId = (JSON.parse(own.body.toString()) as { id: string }).id;
    expect([(await get(mark, ownId)).status, (await get(janet, ownId)).status, (await get(karen, ownId)).status, (await get(strangers[0]!, ownId)).status]).toEqual([200, 404, 200, 404]);
    const [nobody, others] = [await home.supporter('Gwen', bob, 'niece', []), await home.supporter('Carl', await home.resident('Cora Lane'), 'son')];
    expect((await send(nobody, await photo().jpeg().toBuffer())).status).toBe(404);
    expect((await send(others, await photo().jpeg().toBuffer())).status).toBe(404);
    expect((await send(strangers[0]!, await photo().jpeg().toBuffer())).status).toBe(404);
    expect((await send(null, await photo().jpeg().toBuffer())).status).toBe(401);
  });

  it('are gone from view the moment a consent is withdrawn, for everybody', async () => {
    const { id } = await kept(await photo().jpeg().toBuffer());
    await asPortrait(id);
    const mark = await home.supporter('Mark', bob, 'son', ['photos']);
    expect([(await get(ada, id)).status, (await get(mark, id)).status]).toEqual([200, 200]);
    await world.asSystem(home.id, (tx) => tx.em.query('UPDATE sharing_consent SET withdrawn_at = $1 WHERE resident_id = $2', [tx.now, bob.id]));
    expect([(await get(ada, id)).status, (await get(mark, id)).status]).toEqual([200, 404]);
    await world.asSystem(home.id, (tx) => tx.em.update(ResidentEntity, { homeId: home.id, id: bob.id }, { photoConsent: 'no' }));
    expect(refusal(await get(ada, id))).toEqual({ status: 403, message: 'There is a photo here. It is not shown, because Bob has not agreed to photos.' });
    expect(await rowsOf(id)).toHaveLength(1);
    expect(refusal(await send(ada, await photo().jpeg().toBuffer())).message).toBe('Bob does not want photos. If that has changed, note it on Bob’s page first.');
    // A recording of his voice is another matter, and has an answer of its own.
    const voice = await kept(wav({ seconds: 1 }), { name: 'a.wav' });
    expect((await get(ada, voice.id)).status).toBe(200);
    await agreeToRecordings('no');
    expect((await get(ada, voice.id)).status).toBe(403);
    expect(refusal(await send(ada, wav({ seconds: 1 }))).message).toBe('Bob does not want photos. If that has changed, note it on Bob’s page first.');
    await world.asSystem(home.id, (tx) => tx.em.update(ResidentEntity, { homeId: home.id, id: bob.id }, { photoConsent: 'yes' }));
    expect(refusal(await send(ada, wav({ seconds: 1 }))).message).toBe('Bob does not want to be recorded. If that has changed, note it on Bob’s page first.');
    await world.asSystem(home.id, (tx) => tx.em.update(ResidentEntity, { homeId: home.id, id: bob.id }, { photoConsent: 'not asked' }));
    expect(refusal(await send(ada, await photo().jpeg().toBuffer())).message).toBe('Nobody has asked Bob about photos yet. Ask first, and note the answer on Bob’s page.');
  });

  it('are erased by the manager with a reason; the row stays, and the file stays while another needs it', async () => {
    const karen = await home.worker('Karen Whitfield', 'manager');
    const ERASE = 'mutation ($id: Id!, $why: Words!) { eraseMedia(id: $id, why: $why) { ... on Media { id erasedAt notShown } ... on Refused { reasons { code message } } } }';
    const same = await photo(77, 77).png().toBuffer();
    const [first, second] = [await kept(same), await kept(same)];
    const sha256 = await shaOf(first.id);
    expect((await ada.asks(ERASE, { id: first.id, why: 'Not him' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await karen.gets(ERASE, { id: first.id, why: ' ' })).toMatchObject({ eraseMedia: { reasons: [{ code: 'ERASE_NO_WHY' }] } });
    expect(await karen.gets(ERASE, { id: first.id, why: 'It shows somebody else' })).toEqual({ eraseMedia: { id: first.id, erasedAt: '2026-11-24T09:00:00.000Z', notShown: 'The photo that was here has been erased: It shows somebody else' } });
    expect([(await get(ada, first.id)).status, (await get(ada, second.id)).status]).toEqual([403, 200]);
    expect(await stored()).toContain(sha256);
    expect(await karen.gets(ERASE, { id: first.id, why: 'Again' })).toMatchObject({ eraseMedia: { reasons: [{ code: 'ERASED_ALREADY' }] } });
    await karen.gets(ERASE, { id: second.id, why: 'It shows somebody else' });
    for (let n = 0; n < 40 && (await stored()).includes(sha256); n += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await stored()).not.toContain(sha256);
    expect(await rowsOf(second.id)).toHaveLength(1);
  });

  it('are kept once when they are sent twice, and another file under the same id is refused', async () => {
    const id = newId();
    const file = await photo().jpeg().toBuffer();
    const answers = await Promise.all([send(ada, file, { id }), send(ada, file, { id }), send(ada, file, { id })]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await rowsOf(id)).toHaveLength(1);
    expect((await send(ada, await photo(20, 20).jpeg().toBuffer(), { id })).status).toBe(409);
  });

  it('are not stored by halves: what was left behind by a kill is swept, what has a row stays', async () => {
    const { id } = await kept(await photo(33, 33).jpeg().toBuffer());
    const sha256 = await shaOf(id);
    const media = world.app.get(MediaService);
    // Killed while it came, and killed between the file and its row.
    const half = path.join(world.mediaFolder, 'incoming', newId());
    const orphan = 'ab'.repeat(32);
    await mkdir(path.join(world.mediaFolder, 'ab'), { recursive: true });
    await writeFile(half, 'half');
    await writeFile(path.join(world.mediaFolder, 'ab', orphan), 'whole');
    const old = new Date('2020-01-01T00:00:00Z');
    await media.sweep(new Date('2021-01-01T00:00:00Z'));
    expect(await stored()).toEqual(expect.arrayContaining([path.basename(half), orphan, sha256]));
    for (const file of [half, path.join(world.mediaFolder, 'ab', orphan), path.join(world.mediaFolder, sha256.slice(0, 2), sha256)]) await utimes(file, old, old);
    expect(await media.sweep(new Date('2021-01-01T00:00:00Z'))).toBe(2);
    const left = await stored();
    expect([left.includes(path.basename(half)), left.includes(orphan), left.includes(sha256)]).toEqual([false, false, true]);
    expect((await get(ada, id)).status).toBe(200);
  });

  it('are erased a day later when nobody used them for anything', async () => {
    const [used, unused] = [await kept(await photo(51, 51).jpeg().toBuffer()), await kept(await photo(52, 52).jpeg().toBuffer())];
    await asPortrait(used.id);
    const media = world.app.get(MediaService);
    const sha256 = await shaOf(unused.id);
    expect(await media.eraseUnused(world.clock.now())).toBe(0);
    expect(await media.eraseUnused(new Date('2026-11-25T09:00:01Z'))).toBeGreaterThanOrEqual(1);
    expect([(await get(ada, used.id)).status, refusal(await get(ada, unused.id)).message]).toEqual([200, 'The photo that was here has been erased: Sent and never used']);
    await media.sweep(new Date('2199-01-01T00:00:00Z'));
    expect([(await stored()).includes(sha256), (await stored()).includes(await shaOf(used.id))]).toEqual([false, true]);
  });

  it('take nothing from another site’s page, and no form', async () => {
    const file = await photo().jpeg().toBuffer();
    const strange: Record<string, string>[] = [{ 'x-promenade': '' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }];
    for (const odd of strange) expect((await send(ada, file, { headers: odd })).status).toBe(403);
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded']) expect((await send(ada, file, { headers: { 'content-type': type } })).status).toBe(400);
    expect((await send(ada, file, { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(201);
    expect((await send(ada, file, { id: 'not-an-id' })).status).toBe(400);
    expect((await get(ada, '../../etc/passwd')).status).toBe(404);
    expect((await get(ada, newId())).status).toBe(404);
  });

  it('say so when the file itself is gone', async () => {
    const { id } = await kept(await photo(44, 44).jpeg().toBuffer());
    const sha256 = await shaOf(id);
    const place = path.join(world.mediaFolder, sha256.slice(0, 2), sha256);
    expect((await readFile(place)).length).toBeGreaterThan(10);
    await rm(place);
    expect(refusal(await get(ada, id))).toEqual({ status: 404, message: 'This picture or recording was not found.' });
  });
});

/** A small PNG that unfolds into a great many dots. */
function pngBomb(width: number, height: number): Buffer {
  const crcTable = Array.from({ length: 256 }, (_, n) => {
    let rest = n;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xed_b8_83_20 ^ (rest >>> 1) : rest >>> 1;
    return rest >>> 0;
  });
  const crc = (bytes: Buffer) => (bytes.reduce((sum, byte) => ((crcTable[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)) >>> 0, 0xff_ff_ff_ff) ^ 0xff_ff_ff_ff) >>> 0;
  const chunk = (name: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(Math.ceil(width / 8 + 1) * 200))), chunk('IEND', Buffer.alloc(0))]);
}
