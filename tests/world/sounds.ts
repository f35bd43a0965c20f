/** Small recordings, made piece by piece: silence or a tone, in each of the usual containers, with a note in their tags. */

type Wanted = { readonly seconds: number; readonly note?: string; /** With a film in it. */ readonly film?: boolean; /** With another file packed in. */ readonly attached?: boolean; readonly rate?: number };

const be32 = (value: number) => Buffer.from([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
const be16 = (value: number) => Buffer.from([value >>> 8, value & 255]);
function le32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
const text = (words: string) => Buffer.from(words, 'latin1');
const even = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(bytes.length % 2)]);

/** A tone of 440 Hz, one channel, 16 bits. */
export function wav({ seconds, note, rate = 16_000 }: Wanted): Buffer {
  const samples = Buffer.alloc(Math.round(seconds * rate) * 2);
  for (let n = 0; n * 2 < samples.length; n += 1) samples.writeInt16LE(Math.round(9000 * Math.sin((2 * Math.PI * 440 * n) / rate)), n * 2);
  const format = Buffer.concat([Buffer.from([1, 0, 1, 0]), le32(rate), le32(rate * 2), Buffer.from([2, 0, 16, 0])]);
  const chunk = (name: string, content: Buffer) => Buffer.concat([text(name), le32(content.length), even(content)]);
  const tags = note ? chunk('LIST', Buffer.concat([text('INFO'), chunk('IART', text(note))])) : Buffer.alloc(0);
  const body = Buffer.concat([text('WAVE'), chunk('fmt ', format), tags, chunk('data', samples)]);
  return Buffer.concat([text('RIFF'), le32(body.length), body]);
}

/** Frames of silence: MPEG 1 Layer III, 128 kbit/s, 44.1 kHz, mono. */
export function mp3({ seconds, note }: Wanted): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0xc0]);
  const frames = Array.from({ length: Math.round((seconds * 44_100) / 1152) }, () => frame);
  const content = note ? Buffer.concat([text('TPE1'), be32(note.length + 1), Buffer.from([0, 0, 0]), text(note)]) : Buffer.alloc(0);
  const head = note ? Buffer.concat([text('ID3'), Buffer.from([3, 0, 0, 0, 0, content.length >> 7, content.length & 127]), content]) : Buffer.alloc(0);
  const tail = note ? Buffer.concat([text('TAG'), text(note), Buffer.alloc(125 - note.length)]) : Buffer.alloc(0);
  return Buffer.concat([head, ...frames, tail]);
}

const OGG_TABLE = Array.from({ length: 256 }, (_, n) => {
  let rest = n << 24;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest << 1) ^ (rest & 0x80_00_00_00 ? 0x04_c1_1d_b7 : 0);
  return rest >>> 0;
});

/** Opus: 20 ms of silence are three bytes. */
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);
const OPUS_HEAD = Buffer.concat([text('OpusHead'), Buffer.from([1, 1, 0x38, 0x01]), le32(48_000), Buffer.from([0, 0, 0])]);

export function ogg({ seconds, note }: Wanted): Buffer {
  const page = (packets: readonly Buffer[], flags: number, position: number, number: number) => {
    const lacing = packets.flatMap(({ length }) => [...Array.from({ length: Math.floor(length / 255) }, () => 255), length % 255]);
    const where = Buffer.alloc(8);
    where.writeBigInt64LE(BigInt(position));
    const bytes = Buffer.concat([text('OggS'), Buffer.from([0, flags]), where, le32(7), le32(number), le32(0), Buffer.from([lacing.length, ...lacing]), ...packets]);
    let sum = 0;
    for (const byte of bytes) sum = ((sum << 8) ^ (OGG_TABLE[(sum >>> 24) ^ byte] ?? 0)) >>> 0;
    bytes.writeUInt32LE(sum, 22);
    return bytes;
  };
  const words = `ARTIST=${note ?? ''}`;
  const tags = Buffer.concat([text('OpusTags'), le32(4), text('Wave'), le32(1), le32(words.length), text(words)]);
  const packets = Array.from({ length: Math.round(seconds * 50) }, () => SILENCE);
  return Buffer.concat([page([OPUS_HEAD], 2, 0, 0), page([tags], 0, 0, 1), page(packets.slice(0, 50), 0, 48_000, 2), page(packets.slice(50), 4, packets.length * 960, 3)]);
}

/** As a browser records it: neither the segment nor its clusters say how long they are. */
export function webm({ seconds, note, film, attached }: Wanted): Buffer {
  const element = (id: string, content: Buffer) => Buffer.concat([Buffer.from(id, 'hex'), Buffer.from([0x10]), be32(content.length).subarray(1), content]);
  const open = (id: string, content: Buffer) => Buffer.concat([Buffer.from(id, 'hex'), Buffer.from('01ffffffffffffff', 'hex'), content]);
  const head = element('1a45dfa3', Buffer.concat([element('4286', Buffer.from([1])), element('42f7', Buffer.from([1])), element('42f2', Buffer.from([4])), element('42f3', Buffer.from([8])), element('4282', text('webm')), element('4287', Buffer.from([4])), element('4285', Buffer.from([2]))]));
  const info = element('1549a966', Buffer.concat([element('2ad7b1', Buffer.from([0x0f, 0x42, 0x40])), element('4d80', text(note ?? 'Chrome')), element('5741', text('Chrome'))]));
  const audio = element('e1', Buffer.concat([element('b5', Buffer.from('473b8000', 'hex')), element('9f', Buffer.from([1]))]));
  const track = element('ae', Buffer.concat([element('d7', Buffer.from([1])), element('73c5', Buffer.from([1])), element('83', Buffer.from([film ? 1 : 2])), element('86', text(film ? 'V_VP8' : 'A_OPUS')), element('63a2', OPUS_HEAD), audio]));
  const tags = note ? element('1254c367', element('7373', Buffer.concat([element('63c0', Buffer.alloc(0)), element('67c8', Buffer.concat([element('45a3', text('ARTIST')), element('4487', text(note))]))]))) : Buffer.alloc(0);
  const packed = attached ? element('1941a469', element('61a7', Buffer.concat([element('466e', text('a.exe')), element('4660', text('application/x-msdownload')), element('465c', text('MZ')), element('46ae', Buffer.from([9]))]))) : Buffer.alloc(0);
  const clusters = Array.from({ length: Math.ceil(seconds) }, (_, second) => {
    const blocks = Array.from({ length: 50 }, (__, n) => element('a3', Buffer.concat([Buffer.from([0x81]), be16(n * 20), Buffer.from([0x80]), SILENCE])));
    return open('1f43b675', Buffer.concat([element('e7', be16(second * 1000)), ...blocks]));
  });
  return Buffer.concat([head, open('18538067', Buffer.concat([info, element('1654ae6b', track), tags, packed, ...clusters]))]);
}

/** AAC frames of silence in an M4A, one sample table for all. */
export function m4a({ seconds, note, film }: Wanted): Buffer {
  const box = (name: string, ...content: Buffer[]) => {
    const body = Buffer.concat(content);
    return Buffer.concat([be32(body.length + 8), text(name), body]);
  };
  const full = (name: string, ...content: Buffer[]) => box(name, be32(0), ...content);
  const frame = Buffer.from('010000380c', 'hex');
  const count = Math.round((seconds * 44_100) / 1024);
  const long = count * 1024;
  const data = box('mdat', ...Array.from({ length: count }, () => frame));
  const type = box('ftyp', text('M4A '), be32(0), text('M4A isom'));
  const matrix = Buffer.concat([be32(0x1_00_00), be32(0), be32(0), be32(0), be32(0x1_00_00), be32(0), be32(0), be32(0), be32(0x40_00_00_00)]);
  const config = Buffer.from('1208', 'hex');
  const esds = full('esds', Buffer.from('03190001000411401500000000000000000000000502', 'hex'), config, Buffer.from('060102', 'hex'));
  const entry = box('mp4a', Buffer.alloc(6), be16(1), Buffer.alloc(8), be16(1), be16(16), be32(0), be32(44_100 * 65_536), esds);
  const table = (offset: number) => box('stbl', full('stsd', be32(1), entry), full('stts', be32(1), be32(count), be32(1024)), full('stsc', be32(1), be32(1), be32(count), be32(1)), full('stsz', be32(frame.length), be32(count)), full('stco', be32(1), be32(offset)));
  const movie = (offset: number) => box('moov',
    full('mvhd', be32(0), be32(0), be32(44_100), be32(long), be32(0x1_00_00), be16(0x1_00), Buffer.alloc(10), matrix, Buffer.alloc(24), be32(2)),
    box('trak', full('tkhd', be32(0), be32(0), be32(1), be32(0), be32(long), Buffer.alloc(8), Buffer.alloc(8), matrix, be32(0), be32(0)),
      box('mdia', full('mdhd', be32(0), be32(0), be32(44_100), be32(long), be32(0)), full('hdlr', be32(0), text(film ? 'vide' : 'soun'), Buffer.alloc(12), text('SoundHandler\0')),
        box('minf', full('smhd', be32(0)), box('dinf', full('dref', be32(1), full('url '))), table(offset)))),
    ...(note ? [box('udta', full('meta', full('hdlr', be32(0), text('mdir'), Buffer.alloc(12), Buffer.alloc(1)), box('ilst', box('\u00a9ART', box('data', be32(1), be32(0), text(note))))))] : []));
  const offset = type.length + movie(0).length + 8;
  return Buffer.concat([type, movie(offset), data]);
}
