/** Reads PRSB About Me v2.01 JSON from anywhere: what does not fit is said in sentences, and then nothing is taken. */
import { HEADING_WORDS, type Heading, STATEMENT_LENGTH, SUPPORTED_BY_LENGTH, readsAsItLooks, tidy } from '@promenade/domain/people/about-me';
import { type AboutMeEntry, type AboutMeFile, type AboutMePart, type AboutMeRecord, type Coded, type Origin, headingOf, plainKey } from './about-me-record.ts';

/** `leftAside` says what the file holds that there is no place for here. */
export type AboutMeReading = { readonly record: AboutMeRecord; readonly leftAside: readonly string[] } | { readonly problems: readonly string[] };

const MOST_ENTRIES = 500;
const MOST_PROBLEMS = 12;
/** Characters of base64 for 12 MB. */
const LONGEST_FILE = 16 * 1024 * 1024 + 4;
const SHORT = 300;
const INSTANT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/;
const HOWS = ['told us', 'told by family', 'observed', 'from the file'];
const WHOSES = ['the person', 'a supporter', 'staff'];

type Bag = Readonly<Record<string, unknown>>;
type Reader = { readonly problems: string[]; readonly aside: Set<string>; readonly files: Map<string, { mime: string; content: string }> };

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The values of an object under keys however they are written; a key twice counts as its first. */
function byPlainKey(bag: Bag): Map<string, { key: string; value: unknown }> {
  const found = new Map<string, { key: string; value: unknown }>();
  for (const [key, value] of Object.entries(bag)) if (value !== null && !found.has(plainKey(key))) found.set(plainKey(key), { key, value });
  return found;
}

/** `text` is the whole file. */
export function readAboutMe(text: string): AboutMeReading {
  const reader: Reader = { problems: [], aside: new Set(), files: new Map() };
  const entries = entriesIn(text, reader);
  if (entries.length > MOST_ENTRIES) reader.problems.push(`There are ${entries.length} record entries in this file; ${MOST_ENTRIES} can be read.`);
  const record = { entries: reader.problems.length > 0 ? [] : entries.map((entry, n) => entryOf(entry, entries.length > 1 ? `entry ${n + 1}` : '', reader)) };
  if (reader.problems.length === 0 && !record.entries.some(({ parts }) => parts.length > 0)) reader.problems.push('Nothing is written under any of the seven headings in this file.');
  if (reader.problems.length > 0) return { problems: reader.problems.slice(0, MOST_PROBLEMS) };
  return { record: { entries: inOrder(record.entries) }, leftAside: [...reader.aside] };
}

/** The latest first; entries without a date stay where they were. */
function inOrder(entries: readonly AboutMeEntry[]): AboutMeEntry[] {
  return entries.every(({ writtenAt }) => writtenAt !== null) ? entries.toSorted((a, b) => Date.parse(b.writtenAt ?? '') - Date.parse(a.writtenAt ?? '')) : [...entries];
}

function entriesIn(text: string, reader: Reader): Bag[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    reader.problems.push('This is not a JSON file, or it is not complete. Export it once more and choose it again.');
    return [];
  }
  const document = isBag(parsed) ? byPlainKey(parsed) : null;
  const about = document?.get('aboutme')?.value;
  const held = isBag(about) ? byPlainKey(about).get('recordentry')?.value : about;
  const entries = Array.isArray(held) ? (held as unknown[]) : isBag(held) ? [held] : null;
  if (!entries || entries.length === 0 || !entries.every(isBag)) {
    reader.problems.push('There is no About Me in this file. It holds “aboutMe”, and in it “recordEntry”.');
    return [];
  }
  const version = document?.get('version')?.value;
  if (typeof version === 'string' && !/^2(\.|$)/.test(version)) reader.problems.push(`This is version ${version.slice(0, 20)} of the standard; versions 2 can be read.`);
  return entries;
}

const at = (...places: readonly string[]) => {
  const said = places.filter((place) => place !== '').join(', ');
  return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}: `;
};

/** A text, or null; what is no text, too long, or not what it looks like is said. */
function textIn(value: unknown, longest: number, place: string, reader: Reader): string | null {
  if (value === undefined) return null;
  if (typeof value !== 'string') reader.problems.push(`${place}a text is expected.`);
  else if (value.length > longest) reader.problems.push(`${place}the text has ${value.length.toLocaleString('en-GB')} characters; ${longest.toLocaleString('en-GB')} can be taken.`);
  else if (!readsAsItLooks(value)) reader.problems.push(`${place}there are signs in the text that nobody can see and that change how it reads.`);
  else return tidy(value);
  return null;
}

function entryOf(bag: Bag, place: string, reader: Reader): AboutMeEntry {
  const [writtenAt, supportedBy, tookPart] = [dateIn(bag, place, reader), supportedIn(bag, place, reader), tookPartIn(bag)];
  const parts: AboutMePart[] = [];
  for (const [plain, { key, value }] of byPlainKey(bag)) {
    const heading = headingOf(key);
    if (heading === null) {
      if (!['datelastupdated', 'supportedtowritethisby', 'extension'].includes(plain)) reader.aside.add(`“${key.slice(0, 60)}”`);
      continue;
    }
    const part = partOf(heading, value, place, reader);
    if (part) parts.push(part);
  }
  return { writtenAt, supportedBy, tookPart, parts };
}

function dateIn(bag: Bag, place: string, reader: Reader): string | null {
  const value = byPlainKey(bag).get('datelastupdated')?.value;
  if (value === undefined) return null;
  const day = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : null;
  if (day && !Number.isNaN(day.getTime()) && day.getUTCFullYear() >= 1900) return day.toISOString();
  reader.problems.push(`${at(place)}“date last updated” is not a date such as 2026-11-24 or 2026-11-24T09:30:00Z.`);
  return null;
}

function supportedIn(bag: Bag, place: string, reader: Reader): string | null {
  return textIn(byPlainKey(bag).get('supportedtowritethisby')?.value, SUPPORTED_BY_LENGTH, at(place, '“supported to write this by”'), reader);
}

function tookPartIn(bag: Bag): boolean | null {
  const extension = byPlainKey(bag).get('extension')?.value;
  const said = isBag(extension) ? extension['personTookPart'] : undefined;
  return typeof said === 'boolean' ? said : null;
}

function partOf(heading: Heading, value: unknown, entry: string, reader: Reader): AboutMePart | null {
  const named = `“${HEADING_WORDS[heading].name}”`;
  const place = at(entry, named);
  if (!isBag(value)) {
    reader.problems.push(`${place}a coded value and a response are expected.`);
    return null;
  }
  const held = byPlainKey(value);
  for (const [plain, { key }] of held) if (!['codedvalue', 'response', 'extension'].includes(plain)) reader.aside.add(`“${key.slice(0, 60)}” under ${named}`);
  const response = held.get('response')?.value;
  if (response !== undefined && !isBag(response)) reader.problems.push(`${place}the response is not one.`);
  const inside = byPlainKey(isBag(response) ? response : {});
  const text = textIn(inside.get('freetext')?.value, STATEMENT_LENGTH, place, reader);
  const file = inside.has('multimedia') ? fileOf(inside.get('multimedia')?.value, place, reader) : null;
  const coded = held.has('codedvalue') ? codedOf(held.get('codedvalue')?.value, place, reader) : null;
  return text === null && file === null && coded === null ? null : { heading, text, file, coded, origin: originOf(held.get('extension')?.value) };
}

function codedOf(value: unknown, place: string, reader: Reader): Coded | null {
  const held = byPlainKey(isBag(value) ? value : {});
  const [code, system, display] = ['code', 'system', 'displayname'].map((key) => textIn(held.get(key)?.value, SHORT, `${place}coded value: `, reader));
  if (code && system && display) return { code, system, display };
  reader.problems.push(`${place}a coded value needs “code”, “system” and “displayName”.`);
  return null;
}

function fileOf(value: unknown, place: string, reader: Reader): AboutMeFile | null {
  if (!isBag(value)) {
    reader.problems.push(`${place}the multimedia is not one.`);
    return null;
  }
  const held = byPlainKey(value);
  const fileName = textIn(held.get('filename')?.value, SHORT, `${place}file name: `, reader) ?? 'about-me';
  const mime = textIn(held.get('mimetype')?.value, SHORT, `${place}MIME type: `, reader) ?? 'application/octet-stream';
  const url = textIn(held.get('url')?.value, 2000, `${place}URL: `, reader);
  const content = held.get('file')?.value;
  if (content !== undefined) {
    if (!isBase64(content)) {
      reader.problems.push(`${place}the file “${fileName}” is not whole, or larger than 12 MB.`);
      return null;
    }
    // The same address twice with another content is another file.
    const key = url !== null && !reader.files.has(url) ? url : `#file-${reader.files.size + 1}`;
    reader.files.set(key, { mime, content });
    return { key, fileName, mime, content };
  }
  const known = url === null ? undefined : reader.files.get(url);
  if (known && url) return { key: url, fileName, mime, content: known.content };
  reader.aside.add(`the file “${fileName.slice(0, 60)}”, which is not in it`);
  return null;
}

function isBase64(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_FILE && value.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(value);
}

/** Where the words come from, if one of ours wrote the file and every part of it can be understood. */
function originOf(value: unknown): Origin | null {
  if (!isBag(value)) return null;
  const { whose, saidBy, toldHow, saidOn, alt, sensitive } = value;
  const isWords = (one: unknown): one is string => typeof one === 'string' && one.length <= 200 && readsAsItLooks(one);
  if (!isWords(saidBy) || tidy(saidBy) === null || typeof whose !== 'string' || !WHOSES.includes(whose) || typeof toldHow !== 'string' || !HOWS.includes(toldHow)) return null;
  const day = typeof saidOn === 'string' && /^\d{4}-\d\d-\d\d$/.test(saidOn) && !Number.isNaN(Date.parse(saidOn)) ? saidOn : null;
  return { whose, saidBy, toldHow, saidOn: day, alt: isWords(alt) ? alt : null, sensitive: sensitive !== false };
}
