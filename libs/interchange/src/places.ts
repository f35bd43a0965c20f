/** Places as a map or a list gives them: where each stands in the file, its tags, and one point for it. */
import { type Position, isPosition } from '@promenade/domain/venues/place';

/** One element of a file. `position` is null where none can be made out. */
export type RawPlace = { readonly line: number; readonly ref: string | null; readonly tags: Readonly<Record<string, string>>; readonly position: Position | null };

/** What a file of places holds, or a sentence why it cannot be read. `bare` counts elements without tags: corners of outlines. */
export type PlacesFile =
  | { readonly readable: true; readonly kind: 'geojson' | 'overpass'; readonly places: readonly RawPlace[]; readonly bare: number; readonly attribution: boolean }
  | { readonly readable: false; readonly sentence: string };

/** Eleven million bytes: some 20,000 places as a map service writes them out. */
export const largestPlacesFile = 11_000_000;
const MOST_ELEMENTS = 200_000;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (of: Record<string, unknown>, key: string): unknown => (Object.hasOwn(of, key) ? of[key] : undefined);
const no = (sentence: string): PlacesFile => ({ readable: false, sentence });

/** Whether the bytes begin as JSON does. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  for (const byte of bytes.subarray(0, 4096)) {
    if (byte === 0x7b || byte === 0x5b) return true;
    const isSpaceOrMark = byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf;
    if (!isSpaceOrMark) return false;
  }
  return false;
}

/** Reads GeoJSON (a FeatureCollection or one Feature) or the JSON of Overpass. Never throws. */
export function readPlacesFile(bytes: Uint8Array): PlacesFile {
  if (bytes.length > largestPlacesFile) return no('This file is larger than 11 MB. Choose a smaller area, or fewer kinds of places, and export it again.');
  let root: unknown;
  try {
    root = JSON.parse(new TextDecoder('utf-8').decode(bytes));
  } catch {
    return no('This file begins as JSON does but is not whole. Export it again and choose the new file.');
  }
  return placesIn(root);
}

/** The same from what has been parsed already. Total: any value has an answer. */
export function placesIn(root: unknown): PlacesFile {
  if (!isObject(root)) return no('This JSON holds no places: GeoJSON is a “FeatureCollection”, and Overpass writes “elements”.');
  const elements = own(root, 'elements');
  if (Array.isArray(elements)) return elements.length > MOST_ELEMENTS ? tooMany(elements.length) : fromOverpass(elements);
  const features = own(root, 'type') === 'Feature' ? [root] : own(root, 'features');
  if (Array.isArray(features)) return features.length > MOST_ELEMENTS ? tooMany(features.length) : fromGeoJson(features, own(root, 'copyright'));
  return no('This JSON holds no places: GeoJSON is a “FeatureCollection”, and Overpass writes “elements”.');
}

const tooMany = (count: number) => no(`This file holds ${count} elements, more than ${MOST_ELEMENTS}. Choose a smaller area and export it again.`);

/** Tags we can use, as short texts. Everything else stays in the file, so that a key like __proto__ goes no further. */
const USED = /^(name|name:en|amenity|leisure|tourism|shop|historic|club|natural|landuse|sport|religion|operator|wheelchair|wheelchair:description|toilets:wheelchair|toilets:changing_place|changing_place|changing_table:adult|opening_hours|phone|website|fee|charge|hearing_loop|audio_loop|capacity:disabled|disused|abandoned|addr:[a-z]{1,20}|contact:(phone|website|mobile)|(disused|abandoned|demolished|razed|removed|closed|was):[a-z]{1,20})$/;
const LONGEST_VALUE = 255;

/** On one line, without characters that cannot be seen. */
export function plainText(value: string): string {
  return value.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ').replace(/\s+/g, ' ').trim();
}

export function tagsFrom(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  const kept: [string, string][] = [];
  for (const [key, each] of Object.entries(value)) {
    if (!USED.test(key) || (typeof each !== 'string' && typeof each !== 'number' && typeof each !== 'boolean')) continue;
    const text = plainText(String(each).slice(0, 4 * LONGEST_VALUE)).slice(0, LONGEST_VALUE);
    if (text !== '') kept.push([key, text]);
  }
  return Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const REF = /^(node|way|relation)\/(\d{1,19})$/;
const numberIn = (value: unknown) => (typeof value === 'number' ? value : Number.NaN);
const positionOrNull = (lat: number, lon: number): Position | null => (isPosition({ lat, lon }) ? { lat, lon } : null);

function fromGeoJson(features: readonly unknown[], copyright: unknown): PlacesFile {
  let bare = 0;
  const places: RawPlace[] = [];
  for (const [index, feature] of features.entries()) {
    const properties = isObject(feature) ? own(feature, 'properties') : null;
    const nested = isObject(properties) ? own(properties, 'tags') : null;
    const tags = tagsFrom(isObject(nested) ? nested : properties);
    if (isObject(feature) && Object.keys(tags).length === 0) {
      bare += 1;
      continue;
    }
    const ids = [isObject(feature) ? own(feature, 'id') : null, isObject(properties) ? own(properties, '@id') : null];
    const ref = ids.find((id): id is string => typeof id === 'string' && REF.test(id)) ?? null;
    places.push({ line: index + 1, ref, tags, position: isObject(feature) ? pointOf(own(feature, 'geometry')) : null });
  }
  const attribution = typeof copyright === 'string' && /openstreetmap/i.test(copyright);
  return { readable: true, kind: 'geojson', places, bare, attribution: attribution || places.some(({ ref }) => ref !== null) };
}

type Ring = readonly (readonly [lon: number, lat: number])[];

function ringOf(value: unknown): Ring {
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair: unknown) => {
    if (!Array.isArray(pair)) return [];
    const [lon, lat] = [numberIn(pair[0]), numberIn(pair[1])];
    return isPosition({ lat, lon }) ? [[lon, lat] as const] : [];
  });
}

/** One point for a shape: of an outline one that lies inside it, of several the largest. */
export function pointOf(geometry: unknown): Position | null {
  if (!isObject(geometry)) return null;
  const coordinates = own(geometry, 'coordinates');
  const list = Array.isArray(coordinates) ? (coordinates as unknown[]) : [];
  switch (own(geometry, 'type')) {
    case 'Point': return positionOrNull(numberIn(list[1]), numberIn(list[0]));
    case 'MultiPoint':
    case 'LineString': return middleOf(ringOf(list));
    case 'MultiLineString': return middleOf(list.flatMap(ringOf));
    case 'Polygon': return insideOf(list.map(ringOf));
    case 'MultiPolygon': return insideOfLargest(list.map((polygon) => (Array.isArray(polygon) ? polygon.map(ringOf) : [])));
    case 'GeometryCollection': return firstPoint(own(geometry, 'geometries'));
    default: return null;
  }
}

/** Collections within collections are not looked into: nothing on a map needs them. */
function firstPoint(geometries: unknown): Position | null {
  if (!Array.isArray(geometries)) return null;
  for (const each of geometries.slice(0, 100)) {
    const point = isObject(each) && own(each, 'type') !== 'GeometryCollection' ? pointOf(each) : null;
    if (point) return point;
  }
  return null;
}

function middleOf(ring: Ring): Position | null {
  if (ring.length === 0) return null;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [lon, lat] of ring) {
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  return positionOrNull((south + north) / 2, (west + east) / 2);
}

/** Twice the area, whichever way round the outline goes. */
function areaOf(ring: Ring): number {
  let sum = 0;
  for (const [at, [lon, lat]] of ring.entries()) {
    const [nextLon, nextLat] = ring[(at + 1) % ring.length] ?? [lon, lat];
    sum += lon * nextLat - nextLon * lat;
  }
  return Math.abs(sum);
}

function insideOfLargest(polygons: readonly Ring[][]): Position | null {
  const largest = polygons.filter(([outline]) => outline !== undefined && outline.length > 0).toSorted((a, b) => areaOf(b[0] ?? []) - areaOf(a[0] ?? []))[0];
  return largest ? insideOf(largest) : null;
}

/** The middle of the longest stretch inside the outline, and outside its holes, along the line through its middle. */
function insideOf(rings: readonly Ring[]): Position | null {
  const outline = rings[0] ?? [];
  const middle = middleOf(outline);
  if (!middle || outline.length < 4) return middle;
  const crossings: number[] = [];
  for (const ring of rings) {
    for (const [at, [lon, lat]] of ring.entries()) {
      const [nextLon, nextLat] = ring[(at + 1) % ring.length] ?? [lon, lat];
      if (lat > middle.lat !== nextLat > middle.lat) crossings.push(lon + ((middle.lat - lat) / (nextLat - lat)) * (nextLon - lon));
    }
  }
  crossings.sort((a, b) => a - b);
  let best: readonly [number, number] | null = null;
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [from, to] = [crossings[at] ?? 0, crossings[at + 1] ?? 0];
    if (best === null || to - from > best[1] - best[0]) best = [from, to];
  }
  return best ? positionOrNull(middle.lat, (best[0] + best[1]) / 2) : middle;
}

function fromOverpass(elements: readonly unknown[]): PlacesFile {
  const nodes = new Map<number, readonly [number, number]>();
  for (const element of elements) {
    if (isObject(element) && own(element, 'type') === 'node' && typeof element['id'] === 'number') nodes.set(element['id'], [numberIn(own(element, 'lon')), numberIn(own(element, 'lat'))]);
  }
  let bare = 0;
  const places: RawPlace[] = [];
  for (const [index, element] of elements.entries()) {
    const tags = isObject(element) ? tagsFrom(own(element, 'tags')) : {};
    if (isObject(element) && Object.keys(tags).length === 0) {
      bare += 1;
      continue;
    }
    const ref = isObject(element) ? `${String(own(element, 'type'))}/${String(own(element, 'id'))}` : '';
    places.push({ line: index + 1, ref: REF.test(ref) ? ref : null, tags, position: isObject(element) ? elementPoint(element, nodes) : null });
  }
  return { readable: true, kind: 'overpass', places, bare, attribution: true };
}

function elementPoint(element: Record<string, unknown>, nodes: ReadonlyMap<number, readonly [number, number]>): Position | null {
  const at = (value: unknown) => (isObject(value) ? positionOrNull(numberIn(own(value, 'lat')), numberIn(own(value, 'lon'))) : null);
  const drawn = (value: unknown): Ring => (Array.isArray(value) ? value.flatMap((each) => { const point = at(each); return point ? [[point.lon, point.lat] as const] : []; }) : []);
  const known = at(element) ?? at(own(element, 'center'));
  if (known) return known;
  const geometry = drawn(own(element, 'geometry'));
  if (geometry.length > 0) return insideOf([geometry]);
  const ids = own(element, 'nodes');
  const corners = Array.isArray(ids) ? ids.flatMap((id) => { const corner = typeof id === 'number' ? nodes.get(id) : undefined; return corner && isPosition({ lat: corner[1], lon: corner[0] }) ? [corner] : []; }) : [];
  if (corners.length > 0) return insideOf([corners]);
  const members = own(element, 'members');
  const outlines = Array.isArray(members) ? members.map((member) => (isObject(member) && own(member, 'role') !== 'inner' ? drawn(own(member, 'geometry')) : [])) : [];
  const largest = insideOfLargest(outlines.filter((ring) => ring.length > 0).map((ring) => [ring]));
  if (largest) return largest;
  const bounds = own(element, 'bounds');
  return isObject(bounds) ? middleOf([[numberIn(own(bounds, 'minlon')), numberIn(own(bounds, 'minlat'))], [numberIn(own(bounds, 'maxlon')), numberIn(own(bounds, 'maxlat'))]]) : null;
}
