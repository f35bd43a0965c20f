/** WebM with Opus or Vorbis: known elements only, one sound track, tags overwritten. Browsers record it without lengths. */
import { ATTACHED, FILM, NotSound, TRAILING, take } from './sound-parts.ts';

const EBML = 0x1a_45_df_a3;
const SEGMENT = 0x18_53_80_67;
const CLUSTER = 0x1f_43_b6_75;
const INFO = 0x15_49_a9_66;
const TRACKS = 0x16_54_ae_6b;
const TAGS = 0x12_54_c3_67;
const CHAPTERS = 0x10_43_a7_70;
const ATTACHMENTS = 0x19_41_a4_69;
const [SEEK_HEAD, CUES, VOID, CRC] = [0x11_4d_9b_74, 0x1c_53_bb_6b, 0xec, 0xbf];
const IN_SEGMENT = new Set([SEEK_HEAD, CUES, VOID, CRC, CLUSTER, INFO, TRACKS, TAGS, CHAPTERS]);
const [TIMECODE, SIMPLE_BLOCK, BLOCK_GROUP, BLOCK, POSITION, PREV_SIZE] = [0xe7, 0xa3, 0xa0, 0xa1, 0xa7, 0xab];
const IN_CLUSTER = new Set([TIMECODE, SIMPLE_BLOCK, BLOCK_GROUP, POSITION, PREV_SIZE, VOID, CRC]);
const [TRACK_ENTRY, TRACK_TYPE, CODEC_ID, NAME] = [0xae, 0x83, 0x86, 0x53_6e];
const [TIMECODE_SCALE, TITLE, MUXING_APP, WRITING_APP] = [0x2a_d7_b1, 0x7b_a9, 0x4d_80, 0x57_41];
const SOUND = 2;
/** Five minutes are 15,000 blocks; far more pieces than that only keep the server busy. */
const MOST = 100_000;
const MOST_INSIDE = 1000;

/** What is read on the way: units in nanoseconds, the time of the cluster, of the last block, and how many pieces there were. */
type Clock = { scale: number; cluster: number; last: number; pieces: number };
type Element = { readonly id: number; readonly at: number; readonly from: number; readonly to: number; readonly isOpen: boolean };

/** A number of one to eight bytes whose first bit set says how many; `keepMark` for ids. */
function numberAt(file: Buffer, at: number, keepMark: boolean): { value: number; length: number; isUnknown: boolean } {
  const [first = 0] = take(file, at, 1);
  const length = Math.clz32(first) - 23;
  if (first === 0 || (keepMark && length > 4)) throw new NotSound('BROKEN', '');
  const bytes = take(file, at, length);
  let value = keepMark ? first : first & (0xff >> length);
  let isUnknown = (first | (0xff << (8 - length)) & 0xff) === 0xff;
  for (const byte of bytes.subarray(1)) {
    value = value * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return { value, length, isUnknown };
}

function elementAt(file: Buffer, at: number, end: number): Element {
  const id = numberAt(file, at, true);
  const size = numberAt(file, at + id.length, false);
  const from = at + id.length + size.length;
  const to = size.isUnknown ? end : from + size.value;
  if (to > end) throw new NotSound('BROKEN', '');
  return { id: id.value, at, from, to, isOpen: size.isUnknown };
}

/** The elements from one place to another. */
function* elements(file: Buffer, from: number, to: number): Generator<Element> {
  let count = 0;
  for (let at = from; at < to;) {
    count += 1;
    if (count > MOST_INSIDE) throw new NotSound('BROKEN', '');
    const element = elementAt(file, at, to);
    yield element;
    at = element.to;
  }
}

const unsigned = (file: Buffer, { from, to }: Element) => file.subarray(from, to).reduce((sum, byte) => sum * 256 + byte, 0);

/** Makes an element, header and all, into empty space of the same length. */
function empty(file: Buffer, { at, to }: Element): void {
  const length = to - at;
  file.fill(0, at, to);
  file[at] = VOID;
  if (length >= 9) {
    file[at + 1] = 0x01;
    file.writeUIntBE(length - 9, at + 3, 6);
  } else {
    file[at + 1] = 0x80 + (length - 2);
  }
}

/** Says how long an element is that was begun before anybody knew. */
function close(file: Buffer, { from, isOpen }: Element, to: number): void {
  if (!isOpen) return;
  // Eight bytes: the mark and a number of 56 bits. A shorter one leaves no room, and nobody writes it.
  if (take(file, from - 8, 8).readBigUInt64BE(0) !== 0x01_ff_ff_ff_ff_ff_ff_ffn) throw new NotSound('BROKEN', '');
  file.writeBigUInt64BE(0x01_00_00_00_00_00_00_00n + BigInt(to - from), from - 8);
}

export function soundOfWebm(sent: Buffer): { bytes: Buffer; seconds: number } {
  const file = Buffer.from(sent);
  const head = elementAt(file, 0, file.length);
  if (head.id !== EBML) throw new NotSound('BROKEN', '');
  const segment = elementAt(file, head.to, file.length);
  if (segment.id !== SEGMENT) throw new NotSound('BROKEN', '');
  if (segment.to < file.length) throw new NotSound('MORE', TRAILING);
  close(file, segment, segment.to);
  const clock: Clock = { scale: 1_000_000, cluster: 0, last: 0, pieces: 0 };
  let tracks = 0;
  for (let at = segment.from; at < segment.to;) {
    const element = known(file, at, segment.to, IN_SEGMENT, clock);
    // A cluster without a length ends where something begins that does not belong in one.
    at = element.id === CLUSTER ? readCluster(file, element, clock) : element.to;
    if (element.id === CLUSTER) close(file, element, at);
    else if (element.isOpen) throw new NotSound('BROKEN', '');
    if (element.id === TRACKS) tracks += readTracks(file, element);
    if (element.id === INFO) readInfo(file, element, clock);
    if (element.id === TAGS || element.id === CHAPTERS || element.id === VOID) empty(file, element);
  }
  if (tracks !== 1) throw new NotSound('BROKEN', '');
  return { bytes: file, seconds: (clock.last * clock.scale) / 1e9 };
}

function known(file: Buffer, at: number, end: number, ids: ReadonlySet<number>, clock: Clock): Element {
  clock.pieces += 1;
  if (clock.pieces > MOST) throw new NotSound('BROKEN', '');
  const id = numberAt(file, at, true);
  if (id.value === ATTACHMENTS) throw new NotSound('MORE', ATTACHED);
  if (!ids.has(id.value)) throw new NotSound('MORE', TRAILING);
  return elementAt(file, at, end);
}

function readInfo(file: Buffer, info: Element, clock: Clock): void {
  for (const element of elements(file, info.from, info.to)) {
    if (element.id === TIMECODE_SCALE) clock.scale = unsigned(file, element);
    if (element.id === TITLE) empty(file, element);
    // These must be there, but need not say anything.
    if (element.id === MUXING_APP || element.id === WRITING_APP) file.fill(0x20, element.from, element.to);
  }
}

function readTracks(file: Buffer, tracks: Element): number {
  let count = 0;
  for (const entry of elements(file, tracks.from, tracks.to)) {
    if (entry.id !== TRACK_ENTRY) continue;
    count += 1;
    const parts = [...elements(file, entry.from, entry.to)];
    const type = parts.find(({ id }) => id === TRACK_TYPE);
    const codec = parts.find(({ id }) => id === CODEC_ID);
    if (!type || unsigned(file, type) !== SOUND) throw new NotSound('MORE', FILM);
    if (!codec || !/^A_(OPUS|VORBIS)\0*$/.test(file.subarray(codec.from, codec.to).toString('latin1'))) throw new NotSound('BROKEN', '');
    for (const part of parts) if (part.id === NAME) empty(file, part);
  }
  return count;
}

/** Reads one cluster and says where it ends. */
function readCluster(file: Buffer, cluster: Element, clock: Clock): number {
  let at = cluster.from;
  while (at < cluster.to) {
    if (cluster.isOpen && IN_SEGMENT.has(numberAt(file, at, true).value) && !IN_CLUSTER.has(numberAt(file, at, true).value)) return at;
    const element = known(file, at, cluster.to, IN_CLUSTER, clock);
    if (element.isOpen) throw new NotSound('BROKEN', '');
    if (element.id === TIMECODE) clock.cluster = unsigned(file, element);
    const block = element.id === BLOCK_GROUP ? [...elements(file, element.from, element.to)].find(({ id }) => id === BLOCK) : element.id === SIMPLE_BLOCK ? element : undefined;
    if (block) {
      const track = numberAt(file, block.from, false);
      clock.last = Math.max(clock.last, clock.cluster + take(file, block.from + track.length, 2).readInt16BE(0));
    }
    at = element.to;
  }
  return at;
}
