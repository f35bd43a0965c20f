/** Ogg with Opus or Vorbis: page after page with its checksum. The words of its tags are blanked where they stand. */
import { ATTACHED, FILM, NotSound, TRAILING, take } from './sound-parts.ts';

type Page = { readonly at: number; readonly head: number; readonly length: number; readonly serial: number; readonly position: bigint };

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let rest = n << 24;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest << 1) ^ (rest & 0x80_00_00_00 ? 0x04_c1_1d_b7 : 0);
  return rest >>> 0;
});

/** The checksum of a page, with its own place counted as nought. */
function checksum(page: Buffer): number {
  let sum = 0;
  for (let n = 0; n < page.length; n += 1) sum = ((sum << 8) ^ (TABLE[(sum >>> 24) ^ (n >= 22 && n < 26 ? 0 : (page[n] ?? 0))] ?? 0)) >>> 0;
  return sum;
}

function pagesOf(file: Buffer): Page[] {
  const pages: Page[] = [];
  for (let at = 0; at < file.length;) {
    if (file.subarray(at, at + 4).toString('latin1') !== 'OggS') throw pages.length > 0 ? new NotSound('MORE', TRAILING) : new NotSound('BROKEN', '');
    const lacing = take(file, at + 27, take(file, at + 26, 1)[0] ?? 0);
    const head = 27 + lacing.length;
    const length = head + lacing.reduce((sum, each) => sum + each, 0);
    const page = take(file, at, length);
    if (page.readUInt32LE(22) !== checksum(page)) throw new NotSound('BROKEN', '');
    pages.push({ at, head, length, serial: page.readUInt32LE(14), position: page.readBigInt64LE(6) });
    at += length;
  }
  return pages;
}

/** Where each byte of the second packet stands in the file: it may go over several pages. */
function placesOfTags(file: Buffer, pages: readonly Page[]): number[] {
  const places: number[] = [];
  let packet = 0;
  for (const { at, head } of pages) {
    let place = at + head;
    for (const length of file.subarray(at + 27, at + head)) {
      if (packet === 1) for (let n = 0; n < length; n += 1) places.push(place + n);
      place += length;
      if (length < 255) packet += 1;
      if (packet > 1) return places;
    }
  }
  throw new NotSound('BROKEN', '');
}

export function soundOfOgg(sent: Buffer): { bytes: Buffer; seconds: number } {
  const file = Buffer.from(sent);
  const pages = pagesOf(file);
  const [first] = pages;
  if (!first) throw new NotSound('BROKEN', '');
  if (pages.some(({ serial }) => serial !== first.serial)) throw new NotSound('MORE', FILM);
  const opening = file.subarray(first.head, first.length);
  const isOpus = opening.subarray(0, 8).toString('latin1') === 'OpusHead';
  const isVorbis = opening.subarray(0, 7).toString('latin1') === '\u0001vorbis';
  if (!isOpus && !isVorbis) throw new NotSound('MORE', ATTACHED);
  blankTags(file, placesOfTags(file, pages), isOpus ? 'OpusTags' : '\u0003vorbis');
  for (const { at, length } of pages) {
    const page = file.subarray(at, at + length);
    page.writeUInt32LE(checksum(page), 22);
  }
  const last = pages.findLast(({ position }) => position >= 0n)?.position ?? 0n;
  const hertz = isOpus ? 48_000 : opening.readUInt32LE(12);
  return { bytes: file, seconds: Number(last) / hertz };
}

/** Overwrites the vendor's name and every comment with spaces; their lengths stay, so that nothing else moves. */
function blankTags(file: Buffer, places: readonly number[], magic: string): void {
  const byteAt = (n: number) => {
    const place = places[n];
    if (place === undefined) throw new NotSound('BROKEN', '');
    return file[place] ?? 0;
  };
  const numberAt = (n: number) => byteAt(n) + byteAt(n + 1) * 0x1_00 + byteAt(n + 2) * 0x1_00_00 + byteAt(n + 3) * 0x1_00_00_00;
  if (!Buffer.from(magic, 'latin1').every((letter, n) => byteAt(n) === letter)) throw new NotSound('BROKEN', '');
  const blank = (from: number, length: number, keep: string) => {
    if (from + length > places.length) throw new NotSound('BROKEN', '');
    for (let n = 0; n < length; n += 1) file[places[from + n] ?? 0] = keep.codePointAt(n) ?? 0x20;
  };
  let at = magic.length;
  const vendor = numberAt(at);
  blank(at + 4, vendor, '');
  at += 4 + vendor;
  const comments = numberAt(at);
  at += 4;
  for (let n = 0; n < comments; n += 1) {
    const length = numberAt(at);
    blank(at + 4, length, 'X=');
    at += 4 + length;
  }
  // Vorbis ends with a framing bit; what stands after the comments of Opus is padding.
  const rest = places.length - at;
  if (magic === 'OpusTags') blank(at, rest, '');
}
