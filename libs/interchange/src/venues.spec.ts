import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { metresBetween } from '@promenade/domain/venues/place';
import { placesIn, pointOf, tagsFrom } from './places.ts';
import { claimsOf } from './places-tags.ts';
import { noMapping, withAnswer } from './shared.ts';
import { type FoundVenue, type KnownVenue, type VenueRow, understandVenues } from './venues.ts';
import { whatKind } from './what-kind.ts';

const example = (name: string) => readFileSync(new URL(`./examples/${name}`, import.meta.url));
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const text = (value: string) => new TextEncoder().encode(value);
const HOME = { lat: 53.902, lon: -1.648 };
const node = (id: number, tags: Record<string, unknown>, lat = 53.903, lon = -1.6467) => ({ type: 'node', id, lat, lon, tags: { amenity: 'library', ...tags } });
const overpass = (...elements: unknown[]) => json({ version: 0.6, generator: 'Overpass API', elements });
const understand = (bytes: Uint8Array, known: readonly KnownVenue[] = [], mapping = noMapping) => understandVenues(bytes, mapping, known, HOME);
/** Typed as nothing in particular, so that what is expected stays plain. */
const about = (number: number): unknown => expect.closeTo(number, 4);
const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const saidOf = (row: VenueRow | undefined) => row?.notes.map(({ message }) => message).join(' ');
/** What a home has once everything taken is saved. */
const saved = (rows: readonly VenueRow[]): KnownVenue[] => rows.flatMap(({ found, line }) => (found ? [{ id: `v${line}`, name: found.name, ...found.position, refs: found.ref ? [found.ref] : [] }] : []));

describe('a map file as overpass-turbo exports it', () => {
  const bytes = example('edinburgh.geojson');
  const edinburgh = { lat: 55.95, lon: -3.19 };
  const read = (known: readonly KnownVenue[] = []) => understandVenues(bytes, noMapping, known, edinburgh);

  it('is read whole: 26 places taken, none refused, three cycle stands set aside', () => {
    const { rows, counts, setAside, refused, notes, source } = read();
    expect([refused, source]).toEqual([null, 'OpenStreetMap']);
    expect(counts).toEqual({ good: 26, check: 0, refused: 0, setAside: 3, questionsOpen: 0 });
    expect(setAside).toEqual([{ line: 27, text: 'amenity=bicycle_parking, 3 times', reason: 'Not a place one goes to visit.' }]);
    expect(notes.some(({ message }) => message.startsWith('© OpenStreetMap contributors'))).toBe(true);
    expect(rows.find(({ name }) => name === 'Giuliano\'s')?.found).toMatchObject({ ref: 'node/2396871204', category: 'restaurant', address: '18-19 Union Place, Edinburgh EH1 3NQ', phone: '+44 131 556 6590' });
  });

  it('gives an outline a point that lies inside it, and its tags their meaning', () => {
    const toby = read().rows.find(({ name }) => name.startsWith('Toby'))?.found;
    expect(metresBetween(toby?.position ?? HOME, { lat: 55.9712, lon: -3.2747 })).toBeLessThan(30);
    expect(claimsOf(toby?.tags ?? {})).toEqual([{ fact: 'step-free', answer: 'yes', words: '', metres: null }, { fact: 'accessible toilet', answer: 'yes', words: '', metres: null }]);
    expect(claimsOf(read().rows.find(({ name }) => name === 'Lasal')?.found?.tags ?? {})).toEqual([]);
  });

  it('changes nothing the second time', () => {
    const again = read(saved(read().rows));
    expect(again.rows.map(({ line, matches }) => [line, matches])).toEqual(read().rows.map(({ line }) => [line, `v${line}`]));
    expect(again.questions).toEqual([]);
  });
});

describe('what the Overpass API answers', () => {
  it('is read whole: nine places taken and five monuments set aside; for a home in Yorkshire all nine are too far', () => {
    const { rows, counts } = understandVenues(example('london.overpass.json'), noMapping, [], { lat: 51.52, lon: -0.13 });
    expect(counts).toMatchObject({ good: 9, refused: 0, setAside: 5 });
    expect(rows.find(({ name }) => name === 'Madame Tussauds')?.found).toMatchObject({ ref: 'node/29269886', category: 'museum', hours: 'Mo-Fr 09:30-17:30; Sa-Su 09:00-18:00' });
    expect(claimsOf(rows.find(({ name }) => name === 'The Octagon Gallery')?.found?.tags ?? {}).map(({ fact, answer }) => [fact, answer])).toEqual([['step-free', 'yes'], ['accessible toilet', 'no'], ['cost', 'yes']]);
    const fromHarrowby = understand(example('london.overpass.json'));
    expect(fromHarrowby.counts).toMatchObject({ good: 0, refused: 9 });
    expect(saidOf(fromHarrowby.rows[0])).toMatch(/^It is 2\d\d km from the home, further than 80 km\. Check its position\.$/);
  });

  it('has ways with a centre, drawn ways, ways of corners, and relations', () => {
    const corners = [{ type: 'node', id: 1, lat: 53.9, lon: -1.65 }, { type: 'node', id: 2, lat: 53.9, lon: -1.64 }, { type: 'node', id: 3, lat: 53.91, lon: -1.64 }, { type: 'node', id: 4, lat: 53.91, lon: -1.65 }];
    const drawn = corners.map(({ lat, lon }) => ({ lat, lon }));
    const { rows, counts } = understand(overpass(
      ...corners, { type: 'way', id: 10, center: { lat: 53.9, lon: -1.64 }, tags: { amenity: 'library', name: 'By its centre' } },
      { type: 'way', id: 11, geometry: [...drawn, drawn[0]], tags: { leisure: 'park', name: 'Drawn' } }, { type: 'way', id: 12, nodes: [1, 2, 3, 4, 1], tags: { leisure: 'garden', name: 'Of corners' } },
      { type: 'relation', id: 13, members: [{ type: 'way', role: 'outer', geometry: [...drawn, drawn[0]] }], tags: { tourism: 'museum', name: 'A relation' } },
      { type: 'relation', id: 14, bounds: { minlat: 53.9, maxlat: 53.91, minlon: -1.65, maxlon: -1.64 }, tags: { tourism: 'zoo', name: 'By its bounds' } },
    ));
    expect(counts).toMatchObject({ good: 5, refused: 0, setAside: 4 });
    expect(rows.map(({ found }) => found?.ref)).toEqual(['way/10', 'way/11', 'way/12', 'relation/13', 'relation/14']);
    for (const { found } of rows.slice(1)) expect(found?.position).toEqual({ lat: about(53.905), lon: about(-1.645) });
  });
});

describe('a shape', () => {
  it('like a horseshoe has its point in the iron, one with a hole beside the hole, and of several the largest counts', () => {
    const horseshoe = { type: 'Polygon', coordinates: [[[0, 0], [3, 0], [3, 3], [2, 3], [2, 1], [1, 1], [1, 3], [0, 3], [0, 0]].map(([x = 0, y = 0]) => [10 + x, 50 + y])] };
    const point = pointOf(horseshoe);
    expect(point?.lon === 10.5 || point?.lon === 12.5).toBe(true);
    const holed = { type: 'Polygon', coordinates: [[[10, 50], [14, 50], [14, 54], [10, 54], [10, 50]], [[11, 51], [13.5, 51], [13.5, 53], [11, 53], [11, 51]]] };
    expect(pointOf(holed)).toEqual({ lat: 52, lon: 10.5 });
    const small = [[[1, 1], [1.1, 1], [1.1, 1.1], [1, 1.1], [1, 1]]];
    expect(pointOf({ type: 'MultiPolygon', coordinates: [small, holed.coordinates] })).toEqual({ lat: 52, lon: 10.5 });
    expect(pointOf({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [2, 1] }] })).toEqual({ lat: 1, lon: 2 });
  });
});

describe('what cannot be taken', () => {
  it('is refused with a sentence each, and the rest of the file is taken all the same', () => {
    const { rows, counts } = understand(overpass(
      node(1, { name: 'Harrowby Library' }),
      node(2, {}, 53.91), node(3, { name: '...' }, 53.92),
      { type: 'node', id: 4, tags: { amenity: 'cafe', name: 'Nowhere' } }, node(5, { name: 'Off the earth' }, 91), node(6, { name: 'Nought' }, 0, 0),
      node(7, { name: 'In Leeds, Alabama' }, 33.5, -86.5), node(8, { name: 'The Old Baths', amenity: undefined, 'disused:leisure': 'swimming_pool' }),
      node(1, { name: 'Harrowby Library again' }), node(9, { name: 'HARROWBY  Library' }, 53.9031), node(10, { name: '<script>alert(1)</script>' }, 53.95),
      node(11, { name: 'x'.repeat(200) }, 53.96), { type: 'node', id: 12, lat: 53.9, lon: -1.6, tags: { shop: 'vacant', name: 'Empty shop' } }, null, 'text', 7, [],
    ));
    const sentences = Object.fromEntries(rows.map((row) => [row.line, saidOf(row)]));
    expect(sentences).toMatchObject({
      1: '', 2: 'It has no name, so nobody could find it again. Give it one on the map or in the list.', 3: like(/It has no name/), 4: 'It has no position, or one that is not on the earth.',
      5: like(/no position/), 6: like(/no position/), 7: like(/^It is \d+ km from the home/), 8: 'The map says it has closed for good.',
      9: 'The same place stands at number 1 of this file. It is not taken a second time.', 10: 'The same place stands at number 1 of this file. It is not taken a second time.',
      11: 'Its name holds program text instead of a name.', 12: like(/longer than 120/), 13: 'The map says it has closed for good.',
    });
    expect(counts).toMatchObject({ good: 1, refused: 12, setAside: 4 });
  });

  it('is said of the whole file where it is broken, something else, or too large', () => {
    const sentence = (bytes: Uint8Array) => understand(bytes).refused;
    expect(sentence(text('{"elements": ['))).toMatch(/is not whole/);
    expect(sentence(text('[1, 2]'))).toMatch(/holds no places/);
    expect(sentence(json({ type: 'Topology' }))).toMatch(/holds no places/);
    expect(sentence(json({ type: 'FeatureCollection', features: [] }))).toBe('There are no places in this file.');
    expect(sentence(text(`{"elements":"${' '.repeat(11_000_001)}"}`))).toMatch(/larger than 11 MB/);
    expect(sentence(text('['.repeat(2_000_000)))).toMatch(/is not whole/);
    expect(sentence(text(`{"type":"Feature","properties":{"name":"Deep","amenity":"cafe"},"geometry":{"type":"Polygon","coordinates":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`))).toBe(null);
    expect(sentence(text(''))).toMatch(/empty/);
  });

  it('never reaches the prototype of anything', () => {
    const hostile = text('{"elements":[{"type":"node","id":1,"lat":53.903,"lon":-1.6467,"tags":{"__proto__":{"polluted":"yes"},"constructor":"x","name":"Quiet Corner","amenity":"cafe","toString":"no","wheelchair":"constructor"}}],"__proto__":{"features":[]}}');
    const { rows } = understand(hostile);
    expect(rows[0]?.found?.tags).toEqual({ amenity: 'cafe', name: 'Quiet Corner', wheelchair: 'constructor' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(claimsOf(rows[0]?.found?.tags ?? {})).toEqual([]);
    expect(tagsFrom({ name: `A\u202eb\u0000c ${'y'.repeat(5000)}` })['name']?.length).toBeLessThanOrEqual(255);
  });
});

describe('a home that has not said where it is', () => {
  it('is asked first: nobody could tell what is near', () => {
    const { notes } = understandVenues(overpass(node(1, { name: 'Harrowby Library' })), noMapping, [], null);
    expect(notes.filter(({ level }) => level === 'refused').map(({ message }) => message)).toEqual(['Say first where the home is, under Places: without it nobody can tell which of these are near.']);
    expect(understand(overpass(node(1, { name: 'Harrowby Library' }))).notes.filter(({ level }) => level === 'refused')).toEqual([]);
  });
});

describe('a place that is here already', () => {
  const library: KnownVenue = { id: 'lib', name: 'Harrowby Library', lat: 53.9031, lon: -1.6467, refs: [] };

  it('is found by its number on the map, or by its name within a hundred metres', () => {
    expect(understand(overpass(node(1, { name: 'The Library' }, 53.95)), [{ ...library, refs: ['node/1'] }]).rows[0]?.matches).toBe('lib');
    expect(understand(overpass(node(2, { name: 'harrowby library' })), [library]).rows[0]?.matches).toBe('lib');
    expect(understand(overpass(node(2, { name: 'Harrowby Library' }, 53.91)), [library]).rows[0]).toMatchObject({ matches: null, waits: false });
  });

  it('is asked about where the name is like it or it stands a little off, and the answer holds for the next file', () => {
    const bytes = overpass(node(3, { name: 'Harrowby Public Library' }), node(4, { name: 'Harrowby Library' }, 53.9051));
    const asked = understand(bytes, [library]);
    expect(asked.rows.map(({ waits, verdict }) => [waits, verdict])).toEqual([[true, 'check'], [true, 'check']]);
    expect(asked.questions.map(({ words, lines }) => [words, lines])).toEqual([['Is Harrowby Public Library in the file a place that is here already?', [1]], ['Is Harrowby Library in the file a place that is here already?', [2]]]);
    const [first, second] = asked.questions;
    const told = understand(bytes, [library], withAnswer(withAnswer(noMapping, first?.id ?? '', 'lib'), second?.id ?? '', 'new'));
    expect(told.rows.map(({ matches, waits }) => [matches, waits])).toEqual([['lib', false], [null, false]]);
  });

  it('is taken for one line of the file alone', () => {
    const { rows } = understand(overpass(node(5, { name: 'Harrowby Library' }), node(6, { name: 'The Old Name' }, 53.93)), [{ ...library, refs: ['node/6'] }]);
    expect(rows.map(({ matches }) => matches)).toEqual(['lib', null]);
    expect(saidOf(rows[1])).toBe('Number 1 of this file is taken for the same place already.');
  });
});

describe('a home’s own list of places', () => {
  const list = text(['Name,Kind,Address,Postcode,Latitude,Longitude,Opening hours,Step free,Accessible toilet,Hoist,Quiet hours,How they are with us,Price,Minutes on foot,Carer goes free', 'Harrowby Baths,pool,Tenter Lane,HB1 4LP,53.9079,-1.6612,Mo-Fr 09:00-20:00,"yes, ramp at the side",no,,Mondays,Ask for Deb,£4.20,25,yes', 'Rectory Park,park,Rectory Bank,,53.9004,-1.6501,,partly,,,,,Free,5,', ',,,,53.9,-1.6,,,,,,,,,', 'No position,café,,,,,,,,,,,,,'].join('\n'));

  it('is known for what it is, and says what a map does not', () => {
    expect(whatKind(list).kind).toBe('venues');
    const { rows, counts, source } = understand(list);
    expect([source, counts]).toEqual(['file', { good: 2, check: 0, refused: 2, setAside: 1, questionsOpen: 0 }]);
    const [baths, park] = rows.map(({ found }) => found);
    expect(baths).toMatchObject({ name: 'Harrowby Baths', category: 'pool', extras: { walk: 25, price: '£4.20' }, hours: 'Mo-Fr 09:00-20:00' });
    expect(claimsOf(baths?.tags ?? {}).map(({ fact, answer, words }) => [fact, answer, words])).toEqual([
      ['step-free', 'yes', 'ramp at the side'], ['accessible toilet', 'no', ''], ['quiet hours', 'unknown', 'Mondays'], ['welcome', 'unknown', 'Ask for Deb'], ['companion free', 'yes', ''],
    ]);
    expect(claimsOf(park?.tags ?? {}).map(({ fact, answer }) => [fact, answer])).toEqual([['step-free', 'partly'], ['cost', 'yes']]);
  });

  it('is told from a rota and from residents', () => {
    expect(whatKind(text('Room,Known as,First name,Surname,DOB,Key worker\n1,Alf,Alfred,Quayle,02/05/1939,Ann\n')).kind).toBe('residents');
    expect(whatKind(overpass(node(1, {}))).kind).toBe('venues');
  });
});

describe('whatever JSON it is given', () => {
  it('answers, and takes only places on the earth with a name', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      expect(typeof placesIn(value).readable).toBe('boolean');
      expect(typeof understand(json(value)).kind).toBe('string');
    }), { numRuns: 300 });
  });

  const tagValue = fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('yes', 'no', 'limited', 'cafe', 'library', 'off'), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.string(), { maxLength: 2 }));
  const tags = fc.dictionary(fc.constantFrom('name', 'amenity', 'leisure', 'wheelchair', 'website', 'opening_hours', '__proto__', 'disused:amenity', 'addr:street', 'capacity:disabled'), tagValue);
  const nearby = fc.double({ min: -0.02, max: 0.02, noNaN: true });
  const element = fc.oneof(
    fc.record({ type: fc.constant('node'), id: fc.integer({ min: 1, max: 12 }), lat: nearby.map((d) => 53.9 + d), lon: nearby.map((d) => -1.65 + d), tags: fc.record({ amenity: fc.constantFrom('cafe', 'pub', 'bench'), name: fc.constantFrom('Mill Café', 'The Mill', 'Packhorse', 'Packhorse Inn', 'Zion') }) }),
    fc.record({ type: fc.constantFrom('node', 'way', 'relation', 'x'), id: fc.oneof(fc.integer(), fc.string()), lat: fc.double(), lon: fc.double(), tags, center: fc.jsonValue(), geometry: fc.jsonValue(), members: fc.jsonValue(), nodes: fc.jsonValue() }),
  );

  it('counts every element once, and importing the same file twice changes nothing', () => {
    fc.assert(fc.property(fc.array(element, { maxLength: 40 }), (elements) => {
      const bytes = overpass(...elements);
      const first = understand(bytes);
      if (first.refused !== null) return;
      expect(first.rows.length + first.counts.setAside).toBe(elements.length);
      const taken = first.rows.flatMap(({ found }): FoundVenue[] => (found ? [found] : []));
      for (const { name, position } of taken) expect([name.trim() !== '', Math.abs(position.lat) <= 90]).toEqual([true, true]);
      const again = understand(bytes, saved(first.rows));
      expect(again.rows.map(({ line, matches, verdict }) => [line, matches, verdict])).toEqual(first.rows.map(({ line, found, verdict }) => [line, found ? `v${line}` : null, verdict]));
    }), { numRuns: 300 });
  });
});
