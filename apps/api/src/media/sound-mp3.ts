/** MP3: its frames, one straight after the other, and nothing else. Tags before and after them are left out. */
import { NotSound, TRAILING, take } from './sound-parts.ts';

const KBIT: Readonly<Record<'1' | '2', readonly number[]>> = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const RATES = [44_100, 48_000, 32_000] as const;

/** Length in bytes and seconds of the Layer III frame that begins here, or null when none does. */
function frameAt(file: Buffer, at: number): { bytes: number; seconds: number } | null {
  if (at + 4 > file.length) return null;
  const head = file.readUInt32BE(at);
  const [sync, version, layer, kbit, rate, padding] = [head >>> 21, (head >>> 19) & 3, (head >>> 17) & 3, (head >>> 12) & 15, (head >>> 10) & 3, (head >>> 9) & 1];
  if (sync !== 0x7_ff || version === 1 || layer !== 1 || kbit === 0 || kbit === 15 || rate === 3) return null;
  const isFirst = version === 3;
  const hertz = (RATES[rate] ?? 44_100) / (isFirst ? 1 : version === 2 ? 2 : 4);
  const samples = isFirst ? 1152 : 576;
  return { bytes: Math.floor((samples / 8) * ((KBIT[isFirst ? 1 : 2][kbit] ?? 0) * 1000) / hertz) + padding, seconds: samples / hertz };
}

/** Where an ID3v2 tag at the beginning ends. */
function afterTag(file: Buffer): number {
  if (file.subarray(0, 3).toString('latin1') !== 'ID3') return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (take(file, at, 1)[0] ?? 0), 0);
  return 10 + size + ((file[5] ?? 0) & 0x10 ? 10 : 0);
}

/** Where the tags at the end begin: ID3v1 is the last 128 bytes, APEv2 says its own length. */
function beforeTags(file: Buffer): number {
  let end = file.length;
  if (end >= 128 && file.subarray(end - 128, end - 125).toString('latin1') === 'TAG') end -= 128;
  if (end >= 32 && file.subarray(end - 32, end - 24).toString('latin1') === 'APETAGEX') {
    const hasHeader = (file.readUInt32LE(end - 12) & 0x80_00_00_00) !== 0;
    end -= file.readUInt32LE(end - 20) + (hasHeader ? 32 : 0);
  }
  return end;
}

export function soundOfMp3(file: Buffer): { bytes: Buffer; seconds: number } {
  const end = beforeTags(file);
  let at = afterTag(file);
  // Writers fill up the space after a tag with zeros.
  while (at < end && file[at] === 0) at += 1;
  const start = at;
  let seconds = 0;
  while (at < end) {
    const frame = frameAt(file, at);
    if (!frame) {
      if (file.subarray(at, end).every((byte) => byte === 0)) break;
      throw seconds > 0 ? new NotSound('MORE', TRAILING) : new NotSound('BROKEN', '');
    }
    // The last frame of a recording that was cut off is left out.
    if (at + frame.bytes > end) break;
    at += frame.bytes;
    seconds += frame.seconds;
  }
  if (seconds === 0) throw new NotSound('BROKEN', '');
  return { bytes: Buffer.from(file.subarray(start, at)), seconds };
}
