/** Reads a home's own list of places (CSV) into the same shape as a map: one row, one place, tags like a map's. */
import { describeColumns, findHeader, firstWideRow, reader, remembered, rowText } from './columns.ts';
import type { FieldNames } from './columns.ts';
import { type RawPlace, plainText } from './places.ts';
import type { Column, Mapping, SetAside } from './shared.ts';
import { readTable } from './table.ts';

export type PlaceField =
  | 'name' | 'category' | 'address' | 'town' | 'postcode' | 'lat' | 'lon' | 'phone' | 'website' | 'hours' | 'price' | 'drive' | 'walk' | 'stepFree' | 'toilet' | 'changingPlace' | 'hoist' | 'hearingLoop' | 'parking' | 'metres' | 'seating' | 'quiet' | 'welcome' | 'companion';

export const placeFields: readonly FieldNames<PlaceField>[] = [
  { field: 'name', exact: ['name', 'venue', 'place', 'venue name', 'place name'] },
  { field: 'lat', exact: ['lat', 'latitude', 'y'] },
  { field: 'lon', exact: ['lon', 'lng', 'long', 'longitude', 'x'] },
  { field: 'category', exact: ['kind', 'type', 'category', 'sort'] },
  { field: 'address', exact: ['address', 'street', 'address line 1'], like: /^address/ },
  { field: 'town', exact: ['town', 'city', 'village'] },
  { field: 'postcode', exact: ['postcode', 'post code'] },
  { field: 'phone', exact: ['phone', 'telephone', 'tel', 'phone number'] },
  { field: 'website', exact: ['website', 'web', 'url', 'web site'] },
  { field: 'hours', exact: ['opening hours', 'hours', 'open', 'opening times'] },
  { field: 'price', exact: ['price', 'prices', 'cost', 'charge', 'fee'] },
  { field: 'drive', exact: ['drive minutes', 'minutes by car', 'drive', 'minutes drive', 'minutes by vehicle'] },
  { field: 'walk', exact: ['walk minutes', 'minutes on foot', 'walk', 'minutes walk'] },
  { field: 'metres', exact: ['metres from parking', 'parking to door', 'distance from parking'] },
  { field: 'stepFree', exact: ['step free', 'wheelchair', 'wheelchair access', 'access', 'level access'], like: /step ?free|wheelchair/ },
  { field: 'changingPlace', exact: ['changing place', 'changing places'], like: /changing place/ },
  { field: 'toilet', exact: ['accessible toilet', 'toilet', 'toilets', 'disabled toilet'], like: /toilet/ },
  { field: 'hoist', exact: ['hoist'] },
  { field: 'hearingLoop', exact: ['hearing loop', 'loop', 'induction loop'] },
  { field: 'parking', exact: ['parking', 'blue badge parking'] },
  { field: 'seating', exact: ['seating', 'seats', 'places to sit'] },
  { field: 'quiet', exact: ['quiet hours', 'quiet', 'quiet times'] },
  { field: 'welcome', exact: ['welcome', 'how they are with us', 'staff'] },
  { field: 'companion', exact: ['companion free', 'carer free', 'carer goes free', 'companion'] },
];

/** What a list says of the way there and the price, beside the tags. */
export type ListExtras = { readonly price: string; readonly drive: number | null; readonly walk: number | null };

export type PlacesList =
  | { readonly readable: true; readonly places: readonly RawPlace[]; readonly extras: ReadonlyMap<number, ListExtras>; readonly columns: Column[]; readonly setAside: SetAside[]; readonly notes: string[]; readonly mapping: Mapping; readonly encoding: string; readonly delimiter: string; readonly headerLine: number }
  | { readonly readable: false; readonly sentence: string };

/** Whether a file is a list of places: it names at least a name and where it is. */
export function looksLikePlacesList(fields: readonly string[]): boolean {
  const has = (field: PlaceField) => fields.includes(field);
  return has('name') && ((has('lat') && has('lon')) || (has('hours') && (has('address') || has('postcode'))));
}

const minutes = (cell: string) => {
  const found = /^(\d{1,3})\s*(m|min|mins|minutes)?\.?$/i.exec(cell.trim());
  return found && Number(found[1]) > 0 && Number(found[1]) <= 240 ? Number(found[1]) : null;
};

export function readPlacesList(bytes: Uint8Array, mapping: Mapping): PlacesList {
  const result = readTable(bytes);
  if (!result.readable) return result;
  const { table } = result;
  const header = findHeader(table, placeFields, mapping, 2) ?? firstWideRow(table, placeFields, mapping);
  if (!header) return { readable: false, sentence: 'We found no row with names of columns. Put one at the top: name, latitude, longitude.' };
  const columns = describeColumns(header.row, table.rows.slice(table.rows.indexOf(header.row) + 1), placeFields, mapping);
  const cell = reader(columns);
  const setAside: SetAside[] = [];
  const places: RawPlace[] = [];
  const extras = new Map<number, ListExtras>();
  for (const row of table.rows) {
    if (row.line <= header.row.line) {
      setAside.push({ line: row.line, text: rowText(row), reason: row === header.row ? 'These are the names of the columns.' : 'It stands above the names of the columns, so it is a title.' });
      continue;
    }
    const read = (field: PlaceField) => plainText(cell(row, field)).slice(0, 255);
    const numeric = (field: PlaceField) => (read(field) === '' ? Number.NaN : Number(read(field).replace(',', '.')));
    const [lat, lon] = [numeric('lat'), numeric('lon')];
    places.push({ line: row.line, ref: null, tags: tagsOfRow(read), position: Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0) ? { lat, lon } : null });
    extras.set(row.line, { price: read('price'), drive: minutes(read('drive')), walk: minutes(read('walk')) });
  }
  return { readable: true, places, extras, columns, setAside, notes: table.notes, mapping: remembered(columns, mapping), encoding: table.encoding, delimiter: table.delimiter, headerLine: header.row.line };
}

const YES = /^(y|yes|true|1|free|x|✓|full|level)\b/i;
const NO = /^(n|no|none|false|0|not)\b/i;
const PARTLY = /^(partly|partial|limited|some|sometimes)\b/i;

/** A cell such as 'yes', 'no – two steps' or 'ask at the desk' as an answer and its words. */
function answered(cell: string): { value: string | null; words: string } {
  const value = PARTLY.test(cell) ? 'limited' : YES.test(cell) ? 'yes' : NO.test(cell) ? 'no' : null;
  const rest = value === null ? cell : cell.replace(/^\S+[\s,:;–-]*/u, '');
  return { value, words: rest };
}

function tagsOfRow(read: (field: PlaceField) => string): Record<string, string> {
  const tags: [string, string][] = [['name', read('name')], ['ours:kind', read('category')], ['addr:street', read('address')], ['addr:city', read('town')], ['addr:postcode', read('postcode')], ['phone', read('phone')], ['website', read('website')], ['opening_hours', read('hours')]];
  const claims: readonly (readonly [PlaceField, string, string])[] = [
    ['stepFree', 'wheelchair', 'wheelchair:description'], ['toilet', 'toilets:wheelchair', ''], ['changingPlace', 'changing_place', ''], ['hearingLoop', 'hearing_loop', ''],
    ['hoist', 'ours:hoist', 'ours:hoist:words'], ['parking', 'ours:parking', 'ours:parking:words'], ['seating', 'ours:seating', 'ours:seating:words'], ['quiet', 'ours:quiet', 'ours:quiet:words'],
    ['welcome', 'ours:welcome', 'ours:welcome:words'], ['companion', 'ours:companion', 'ours:companion:words'],
  ];
  for (const [field, key, wordsKey] of claims) {
    const cell = read(field);
    if (cell === '') continue;
    const { value, words } = answered(cell);
    if (value !== null) tags.push([key, value]);
    if (words !== '' && wordsKey !== '') tags.push([wordsKey, words]);
  }
  if (/^(free|£?0(\.00)?|nothing)\b/i.test(read('price'))) tags.push(['ours:cost', 'yes']);
  if (/^\d{1,4}$/.test(read('metres'))) tags.push(['ours:metres', read('metres')]);
  return Object.fromEntries(tags.filter(([, value]) => value !== '').toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
