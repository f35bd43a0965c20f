/** M4A: known boxes from the first byte to the last, one sound track. What tells of the maker is overwritten with nothing. */
import { ATTACHED, FILM, NotSound, TRAILING, take } from './sound-parts.ts';

const TOP = new Set(['ftyp', 'styp', 'moov', 'moof', 'mdat', 'free', 'skip', 'wide', 'sidx', 'mfra', 'meta', 'udta', 'uuid', 'pdin']);
/** Boxes whose insides are looked through. */
const HOLDERS = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf', 'edts', 'mvex']);
/** Boxes that hold tags, places, pictures or whatever a program left behind. */
const TAGS = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide']);

type Box = { readonly name: string; readonly at: number; readonly from: number; readonly to: number };

function boxAt(file: Buffer, at: number, end: number): Box {
  const [size, name] = [take(file, at, 8).readUInt32BE(0), take(file, at + 4, 4).toString('latin1')];
  if (size === 1) {
    const long = Number(take(file, at + 8, 8).readBigUInt64BE(0));
    if (long < 16 || at + long > end) throw new NotSound('BROKEN', '');
    return { name, at, from: at + 16, to: at + long };
  }
  const to = size === 0 ? end : at + size;
  if ((size !== 0 && size < 8) || to > end) throw new NotSound('BROKEN', '');
  return { name, at, from: at + 8, to };
}

export function soundOfM4a(sent: Buffer): { bytes: Buffer } {
  const file = Buffer.from(sent);
  const seen = new Set<string>();
  for (let at = 0; at < file.length;) {
    if (file.length - at < 8) throw new NotSound('MORE', TRAILING);
    const name = file.subarray(at + 4, at + 8).toString('latin1');
    if (!TOP.has(name)) throw seen.size > 0 ? new NotSound('MORE', TRAILING) : new NotSound('BROKEN', '');
    const box = boxAt(file, at, file.length);
    if (seen.size === 0 && box.name !== 'ftyp') throw new NotSound('BROKEN', '');
    if (box.name === 'moov' && seen.has('moov')) throw new NotSound('MORE', ATTACHED);
    seen.add(box.name);
    look(file, box);
    at = box.to;
  }
  if (!seen.has('moov') || !seen.has('mdat')) throw new NotSound('BROKEN', '');
  return { bytes: file };
}

function look(file: Buffer, box: Box): void {
  if (TAGS.has(box.name)) {
    file.write('free', box.at + 4, 'latin1');
    file.fill(0, box.from, box.to);
    return;
  }
  if (box.name === 'hdlr') {
    const kind = take(file, box.from + 8, 4).toString('latin1');
    if (kind !== 'soun') throw new NotSound('MORE', FILM);
    // The handler's name is free text.
    if (box.to - box.from > 24) file.fill(0, box.from + 24, box.to);
  }
  if (!HOLDERS.has(box.name)) return;
  for (let at = box.from; at < box.to;) {
    const inner = boxAt(file, at, box.to);
    look(file, inner);
    at = inner.to;
  }
}
