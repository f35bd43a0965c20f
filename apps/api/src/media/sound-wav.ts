/** WAV: written anew from its format and its samples; every other chunk is left out. */
import { NotSound, TRAILING, take } from './sound-parts.ts';

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xff_fe;

export function soundOfWav(file: Buffer): { bytes: Buffer; seconds: number } {
  if (take(file, 0, 4).toString('latin1') !== 'RIFF' || take(file, 8, 4).toString('latin1') !== 'WAVE') throw new NotSound('BROKEN', '');
  const end = 8 + file.readUInt32LE(4);
  if (end > file.length) throw new NotSound('BROKEN', '');
  if (end + (end % 2) < file.length) throw new NotSound('MORE', TRAILING);
  const chunks = new Map<string, Buffer>();
  for (let at = 12; at + 8 <= end;) {
    const name = take(file, at, 4).toString('latin1');
    const length = file.readUInt32LE(at + 4);
    if (!/^[ -~]{4}$/.test(name) || chunks.has(name)) throw new NotSound('BROKEN', '');
    chunks.set(name, take(file, at + 8, length));
    at += 8 + length + (length % 2);
  }
  const [format, data] = [chunks.get('fmt '), chunks.get('data')];
  if (!format || format.length < 16 || !data || data.length === 0) throw new NotSound('BROKEN', '');
  const [coding, perSecond, align] = [format.readUInt16LE(0), format.readUInt32LE(8), format.readUInt16LE(12)];
  if (![PCM, FLOAT, EXTENSIBLE].includes(coding) || perSecond === 0 || align === 0) throw new NotSound('BROKEN', '');
  const samples = data.subarray(0, data.length - (data.length % align));
  return { bytes: Buffer.concat([header(samples.length + format.length + 20), chunk('fmt ', format), chunk('data', samples)]), seconds: samples.length / perSecond };
}

function header(length: number): Buffer {
  const bytes = Buffer.from('RIFF\0\0\0\0WAVE', 'latin1');
  bytes.writeUInt32LE(length, 4);
  return bytes;
}

function chunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}
