/** Understands a file of places against the places a home has: which are new, which are here already, which cannot be taken and why. */
import { type Position, metresBetween, sayDistance } from '@promenade/domain/venues/place';
import { nameKey, short } from './names.ts';
import { type RawPlace, looksLikeJson, readPlacesFile } from './places.ts';
import { type ListExtras, readPlacesList } from './places-list.ts';
import { type Tags, addressOf, categoryOf, isGone, mainTag, nameOf, phoneOf, webOf } from './places-tags.ts';
import { type Asking, type Column, type Mapping, type Note, type SetAside, type Understanding, asking, countRows, unreadable, verdictOf } from './shared.ts';

export type FoundVenue = {
  readonly ref: string | null;
  readonly name: string;
  readonly category: string | null;
  readonly address: string;
  readonly phone: string | null;
  readonly website: string | null;
  readonly position: Position;
  /** In OpenStreetMap's words, as they stand; null when the file says none. */
  readonly hours: string | null;
  readonly tags: Tags;
  readonly extras: ListExtras | null;
};

export type VenueRow = { line: number; verdict: 'good' | 'check' | 'refused'; notes: Note[]; name: string; found: FoundVenue | null; matches: string | null; waits: boolean };

export type KnownVenue = Position & { readonly id: string; readonly name: string; readonly refs: readonly string[] };

export type VenuesUnderstood = Understanding<'venues', VenueRow> & { source: 'OpenStreetMap' | 'file' };

/** Further than this nobody goes for an afternoon, and a position is more likely wrong. */
export const FURTHEST_METRES = 80_000;
/** Two places of one name this near each other are one place; up to `perhaps` it is asked. */
const SAME_METRES = 100;
const PERHAPS_METRES = 300;
const FRESH = 'new';

export function understandVenues(bytes: Uint8Array, mapping: Mapping, known: readonly KnownVenue[], home: Position | null): VenuesUnderstood {
  const file = looksLikeJson(bytes) ? fromMap(bytes, mapping) : fromList(bytes, mapping);
  if (typeof file === 'string') return { ...unreadable<'venues', VenueRow>('venues', file, mapping), source: 'file' };
  const ask = asking(mapping);
  const rows: VenueRow[] = [];
  const aside = new Aside();
  const matching = new Matching(known, ask);
  for (const place of file.places) {
    const row = rowFor(place, file.isMap, file.extras, home, aside);
    if (!row) continue;
    if (row.found) matching.match(row);
    row.verdict = verdictOf(row.notes);
    rows.push(row);
  }
  const setAside = [...file.setAside, ...aside.lines(file.bare)];
  const notes: Note[] = file.notes.map((message) => ({ field: 'file', level: 'info', message }));
  if (home === null && rows.length > 0) notes.push({ field: 'file', level: 'refused', message: 'Say first where the home is, under Places: without it nobody can tell which of these are near.' });
  if (file.isMap) notes.push({ field: 'file', level: 'info', message: '© OpenStreetMap contributors. The data is under the Open Database Licence; we show this line wherever we show it.' });
  return {
    kind: 'venues', refused: rows.length === 0 && setAside.length === 0 ? 'There are no places in this file.' : null, encoding: file.encoding, delimiter: file.delimiter, headerLine: file.headerLine,
    columns: file.columns, rows, setAside, questions: ask.questions, notes, mapping: file.mapping, source: file.isMap ? 'OpenStreetMap' : 'file',
    counts: { ...countRows(rows, [], ask.questions), setAside: file.setAside.length + aside.count + file.bare },
  };
}

type Opened = {
  places: readonly RawPlace[]; extras: ReadonlyMap<number, ListExtras>; bare: number; isMap: boolean; columns: Column[]; setAside: SetAside[]; notes: string[]; mapping: Mapping;
  encoding: string; delimiter: string; headerLine: number | null;
};

function fromMap(bytes: Uint8Array, mapping: Mapping): Opened | string {
  const file = readPlacesFile(bytes);
  if (!file.readable) return file.sentence;
  return { places: file.places, extras: new Map(), bare: file.bare, isMap: true, columns: [], setAside: [], notes: [], mapping, encoding: 'utf-8', delimiter: '', headerLine: null };
}

function fromList(bytes: Uint8Array, mapping: Mapping): Opened | string {
  const file = readPlacesList(bytes, mapping);
  if (!file.readable) return file.sentence;
  const { places, extras, columns, setAside, notes, encoding, delimiter, headerLine } = file;
  return { places, extras, bare: 0, isMap: false, columns, setAside, notes, mapping: file.mapping, encoding, delimiter, headerLine };
}

/** Elements that are no places, told by kind and number: a map file holds thousands. */
class Aside {
  count = 0;
  private readonly kinds = new Map<string, { line: number; count: number }>();

  put(line: number, what: string): void {
    const before = this.kinds.get(what);
    if (before) before.count += 1;
    else this.kinds.set(what, { line, count: 1 });
    this.count += 1;
  }

  lines(bare: number): SetAside[] {
    const kinds = [...this.kinds].map(([what, { line, count }]) => ({ line, text: count === 1 ? what : `${what}, ${count} times`, reason: 'Not a place one goes to visit.' }));
    return bare === 0 ? kinds : [...kinds, { line: 0, text: `${bare} without tags`, reason: 'Points that only draw an outline, and elements we can use nothing of.' }];
  }
}

/** Program text in a name is no name. */
const PROGRAM = /<\s*[/!a-z]|javascript:|\bon(error|load|click)\s*=/i;
const LONGEST_NAME = 120;

function rowFor(place: RawPlace, isMap: boolean, extras: ReadonlyMap<number, ListExtras>, home: Position | null, aside: Aside): VenueRow | null {
  const { line, tags, ref, position } = place;
  const category = isMap ? categoryOf(tags) : (tags['ours:kind'] ?? categoryOf(tags));
  const gone = isGone(tags);
  if (isMap && category === null && !gone) {
    aside.put(line, mainTag(tags));
    return null;
  }
  const name = nameOf(tags);
  const row: VenueRow = { line, verdict: 'good', notes: [], name: short(name || (category ?? mainTag(tags)), 80), found: null, matches: null, waits: false };
  const refuse = (field: string, message: string) => {
    row.notes.push({ field, level: 'refused', message });
    return row;
  };
  if (gone) return refuse('name', isMap ? 'The map says it has closed for good.' : 'The list says it is closed for good.');
  if (name === '' || !/[\p{L}\p{N}]/u.test(name)) return refuse('name', 'It has no name, so nobody could find it again. Give it one on the map or in the list.');
  if (PROGRAM.test(name)) return refuse('name', 'Its name holds program text instead of a name.');
  if (name.length > LONGEST_NAME) return refuse('name', `Its name is longer than ${LONGEST_NAME} letters. Shorten it.`);
  if (position === null) return refuse('position', 'It has no position, or one that is not on the earth.');
  const away = home ? metresBetween(home, position) : 0;
  if (away > FURTHEST_METRES) return refuse('position', `It is ${sayDistance(away)} from the home, further than ${sayDistance(FURTHEST_METRES)}. Check its position.`);
  const website = webOf(tags);
  if (tags['website'] !== undefined && website === null) row.notes.push({ field: 'website', level: 'info', message: `“${short(tags['website'])}” is no web address and is left out.` });
  row.found = {
    ref, name, category, address: addressOf(tags), phone: phoneOf(tags), website, position, hours: tags['opening_hours'] ?? null, tags, extras: extras.get(line) ?? null,
  };
  return row;
}

/** Words that many names share and that tell no place from another. */
const SHARED_WORDS = new Set(['the', 'of', 'and', 'at', 'a', 'in', 'on', 'saint', 'st', 'cafe', 'pub', 'inn', 'bar', 'church', 'park', 'restaurant', 'hall', 'centre', 'club', 'shop']);
const wordsOf = (name: string) => nameKey(name).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !SHARED_WORDS.has(word));

/** Most words of the shorter name stand in the longer. */
function isLike(a: readonly string[], b: readonly string[]): boolean {
  const shorter = Math.min(a.length, b.length);
  return shorter > 0 && a.filter((word) => b.includes(word)).length / shorter > 0.6;
}

type Near = { readonly position: Position; readonly words: readonly string[]; readonly key: string; readonly id: string; readonly name: string };

/** Squares of about 330 m north to south: whoever is within 300 m stands in one of nine. */
const CELL = 0.003;
const cellOf = ({ lat, lon }: Position, dLon = 0) => {
  const row = Math.floor(lat / CELL);
  // Squares grow narrower to the north: as wide as they are high, row by row.
  const width = CELL / Math.max(0.05, Math.cos((row * CELL * Math.PI) / 180));
  return `${row} ${Math.floor(lon / width) + dLon}`;
};

/** Finds places that are here already, and those that stand twice in the file. */
class Matching {
  private readonly byRef = new Map<string, string>();
  private readonly byCell = new Map<string, Near[]>();
  private readonly takenBy = new Map<string, number>();
  private readonly refsSeen = new Map<string, number>();
  private readonly inFile = new Map<string, { line: number; position: Position }[]>();
  private readonly ask: Asking;

  constructor(known: readonly KnownVenue[], ask: Asking) {
    this.ask = ask;
    for (const venue of known) {
      for (const ref of venue.refs) this.byRef.set(ref, venue.id);
      const near: Near = { position: venue, words: wordsOf(venue.name), key: nameKey(venue.name), id: venue.id, name: venue.name };
      const cell = cellOf(venue);
      const others = this.byCell.get(cell);
      if (others) others.push(near);
      else this.byCell.set(cell, [near]);
    }
  }

  match(row: VenueRow): void {
    const { found, line } = row;
    if (!found) return;
    const twice = this.standsBefore(found, line);
    if (twice !== null) {
      refuse(row, `The same place stands at ${twice} of this file. It is not taken a second time.`);
      return;
    }
    const id = (found.ref === null ? undefined : this.byRef.get(found.ref)) ?? this.byName(row, found);
    if (id === null || row.waits) return;
    const taken = this.takenBy.get(id);
    if (taken !== undefined) {
      refuse(row, `Number ${taken} of this file is taken for the same place already.`);
      return;
    }
    this.takenBy.set(id, line);
    row.matches = id;
  }

  private standsBefore({ ref, name, position }: FoundVenue, line: number): string | null {
    const seen = ref === null ? undefined : this.refsSeen.get(ref);
    if (seen !== undefined) return `number ${seen}`;
    const key = nameKey(name);
    const sameName = this.inFile.get(key) ?? [];
    const near = sameName.find((other) => metresBetween(other.position, position) <= SAME_METRES);
    if (near) return `number ${near.line}`;
    if (ref !== null) this.refsSeen.set(ref, line);
    this.inFile.set(key, [...sameName, { line, position }]);
    return null;
  }

  /** The id of the same place by name and nearness; asks where it is likely and not sure. */
  private byName(row: VenueRow, found: FoundVenue): string | null {
    const key = nameKey(found.name);
    const words = wordsOf(found.name);
    const near: (Near & { metres: number })[] = [];
    for (const dLat of [-1, 0, 1]) {
      for (const dLon of [-1, 0, 1]) {
        for (const other of this.byCell.get(cellAround(found.position, dLat, dLon)) ?? []) {
          const metres = metresBetween(other.position, found.position);
          const isSame = other.key === key;
          if (isSame ? metres <= PERHAPS_METRES : metres <= SAME_METRES && isLike(words, other.words)) near.push({ ...other, metres });
        }
      }
    }
    const sure = near.filter((other) => other.key === key && other.metres <= SAME_METRES);
    if (sure.length === 1) return sure[0]?.id ?? null;
    return near.length === 0 ? null : this.askSame(row, found, near);
  }

  private askSame(row: VenueRow, found: FoundVenue, near: readonly (Near & { metres: number })[]): string | null {
    const say = (other: Near & { metres: number }) => `${other.name}, ${sayDistance(other.metres)} away`;
    const answer = this.ask.ask({
      id: `same-place:${found.ref ?? `${nameKey(found.name)}|${found.position.lat.toFixed(4)},${found.position.lon.toFixed(4)}`}`, kind: 'same-place', free: null,
      words: `Is ${found.name} in the file a place that is here already?`,
      options: [...near.slice(0, 5).map((other) => ({ value: other.id, words: `Yes: ${say(other)}` })), { value: FRESH, words: 'No, it is another place' }],
    }, row.line);
    if (answer === null) {
      row.waits = true;
      row.notes.push({ field: 'name', level: 'check', message: `${found.name} may be here already. Say whether it is the same place, so that nothing stands here twice.` });
    }
    return answer === FRESH ? null : answer;
  }
}

/** The square of a point, or one beside it. Rows differ in width, so the neighbour's own width counts. */
function cellAround({ lat, lon }: Position, dLat: number, dLon: number): string {
  return cellOf({ lat: lat + dLat * CELL, lon }, dLon);
}

function refuse(row: VenueRow, message: string): void {
  row.notes.push({ field: 'name', level: 'refused', message });
  row.found = null;
}
