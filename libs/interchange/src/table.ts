/** Turns the bytes of a handed-over file into rows of text, whatever encoding and separator it was saved with. */
import { parse } from 'csv-parse/sync';

export type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Delimiter = ',' | ';' | '\t' | '|';

/** `line` is where the row begins in the file, counted from 1; a quoted cell may run over several lines. */
export type TableRow = { line: number; lastLine: number; cells: string[] };

export type Table = { encoding: Encoding; delimiter: Delimiter; rows: TableRow[]; notes: string[] };

export type TableResult = { readable: true; table: Table } | { readable: false; sentence: string };

/** Five million bytes: a thousand residents with pages about each still fit. */
export const largestFile = 5_000_000;
const widestRow = 300;

const no = (sentence: string): TableResult => ({ readable: false, sentence });

/** Reads the file as a table, or says in a sentence why not and what to do. */
export function readTable(bytes: Uint8Array): TableResult {
  if (bytes.length === 0) return no('This file is empty. Save it again from where it came from and choose it once more.');
  if (bytes.length > largestFile) return no('This file is larger than 5 MB, which is more than a list of people or shifts should need. Save only the one sheet as CSV and try again.');
  const other = otherFormat(bytes);
  if (other) return no(other);

  const { encoding, text } = decode(bytes);
  if (text.includes('\0')) return no('This file has something in it that is not text. Open it in your spreadsheet, save it as CSV, and choose the new file.');
  const plain = text.replace(/\r\n?/g, '\n');
  const cleaned = plain.replace(controls, '');
  if (cleaned.trim() === '') return no('There is nothing in this file but blank lines. Save it again from where it came from.');

  const { named, body, skipped } = separatorLine(cleaned);
  const delimiter = named ?? guessDelimiter(body);
  const parsed = parseRows(body, delimiter, skipped);
  if (typeof parsed === 'string') return no(parsed);
  const rows = parsed.filter((row) => row.cells.some((cell) => cell !== ''));
  if (rows.length === 0) return no('There is nothing in this file but empty cells. Save it again from where it came from.');
  if (rows.some((row) => row.cells.length > widestRow)) return no(`A row of this file has more than ${widestRow} columns. Save only the columns that are in use and try again.`);

  const notes: string[] = [];
  if (cleaned.length < plain.length) notes.push('Some invisible control characters were left out.');
  const swallowed = rows.find((row) => row.lastLine - row.line > 30);
  if (swallowed) notes.push(`The row that begins on line ${swallowed.line} runs on to line ${swallowed.lastLine}. A stray quotation mark may have joined rows together; look there first.`);
  return { readable: true, table: { encoding, delimiter, rows, notes } };
}

/** Control characters but tab and line ends, and the marks that text editors leave behind. */
const controls = /(?![\t\n])\p{Cc}|[\ufeff\u200b\u200e\u200f\u202a-\u202e]/gu;

function startsWith(bytes: Uint8Array, ...values: number[]): boolean {
  return values.every((value, at) => bytes[at] === value);
}

function otherFormat(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0x50, 0x4b)) return 'This is a spreadsheet workbook (xlsx) or a zip file, not a CSV. Open it, choose Save as, pick CSV, and choose the new file here.';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'This is an older spreadsheet workbook (xls), not a CSV. Open it, choose Save as, pick CSV, and choose the new file here.';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'This is a PDF, which cannot be read as a table. Ask for the same list as CSV or save it from the spreadsheet.';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) return 'This is a picture, not a list. Ask for the same list as CSV.';
  if (startsWith(bytes, 0x1f, 0x8b)) return 'This file is compressed. Unpack it first, then choose the CSV inside.';
  return null;
}

/** What Windows-1252 has where Latin-1 has controls; spelled out because runtimes have disagreed about it. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decode(bytes: Uint8Array): { encoding: Encoding; text: string } {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
    const text = strictUtf8(bytes.subarray(3));
    if (text !== null) return { encoding: 'utf-8 with mark', text };
  }
  const wide = utf16(bytes);
  if (wide) return wide;
  const text = strictUtf8(bytes);
  if (text !== null) return { encoding: 'utf-8', text };
  return { encoding: 'windows-1252', text: fromWindows(bytes) };
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function utf16(bytes: Uint8Array): { encoding: Encoding; text: string } | null {
  if (startsWith(bytes, 0xff, 0xfe)) return { encoding: 'utf-16le', text: wideText(bytes.subarray(2), 0) };
  if (startsWith(bytes, 0xfe, 0xff)) return { encoding: 'utf-16be', text: wideText(bytes.subarray(2), 1) };
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 8) return null;
  const zeros = [0, 0];
  sample.forEach((byte, at) => { if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1; });
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return { encoding: 'utf-16le', text: wideText(bytes, 0) };
  if (even > half * 0.7 && odd < half * 0.05) return { encoding: 'utf-16be', text: wideText(bytes, 1) };
  return null;
}

/** `lowAt` is where the low byte of each pair stands: 0 little end first, 1 big end first. */
function wideText(bytes: Uint8Array, highFirst: 0 | 1): string {
  const parts: string[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    parts.push(String.fromCharCode(highFirst ? first * 256 + second : second * 256 + first));
  }
  return parts.join('').toWellFormed();
}

function fromWindows(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (const byte of bytes) parts.push(byte >= 0x80 && byte <= 0x9f ? (windows[byte - 0x80] ?? '') : String.fromCharCode(byte));
  return parts.join('');
}

/** Spreadsheets may name the separator in a first line such as `sep=;`. */
function separatorLine(text: string): { named: Delimiter | null; body: string; skipped: number } {
  const found = /^sep=([,;|\t])\n/i.exec(text);
  if (!found) return { named: null, body: text, skipped: 0 };
  return { named: found[1] as Delimiter, body: text.slice(found[0].length), skipped: 1 };
}

/** The separator that cuts most lines into the same number of cells, not counting what is between quotation marks. */
export function guessDelimiter(text: string): Delimiter {
  const lines = unquoted(text.slice(0, 60_000)).split('\n').filter((line) => line.trim() !== '').slice(0, 200);
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of [',', ';', '\t', '|'] as const) {
    const tally = new Map<number, number>();
    for (const line of lines) {
      const cuts = line.split(delimiter).length - 1;
      if (cuts > 0) tally.set(cuts, (tally.get(cuts) ?? 0) + 1);
    }
    for (const [cuts, often] of tally) {
      const score = often * Math.min(cuts, 12);
      if (score > best.score) best = { delimiter, score };
    }
  }
  return best.delimiter;
}

function unquoted(text: string): string {
  return text.replace(/"(?:[^"]|"")*"/g, (quoted) => (quoted.length > 2000 ? quoted : 'q'));
}

function parseRows(body: string, delimiter: Delimiter, skipped: number): TableRow[] | string {
  try {
    const found = parse(body, {
      delimiter, info: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: false, record_delimiter: '\n',
      max_record_size: largestFile,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    let line = 1 + skipped;
    return found.map(({ record }) => {
      const cells = record.map((cell) => cell.replace(/\u00a0/g, ' ').trim());
      const taken = 1 + record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      const row = { line, lastLine: line + taken - 1, cells };
      line += taken;
      return row;
    });
  } catch {
    const odd = body.split('\n').findIndex((text) => (text.match(/"/g)?.length ?? 0) % 2 === 1);
    const where = odd < 0 ? '' : `; look at line ${odd + 1 + skipped} first`;
    return `A quotation mark is opened and never closed, so we cannot tell where one cell ends${where}. Take it out and save the file again.`;
  }
}
