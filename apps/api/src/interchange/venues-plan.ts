/** What a file of places would change: new places, what a map says beside what people checked, and details that were empty. */
import { HOLIDAYS_NOT_KNOWN, type Opening } from '@promenade/domain/venues/opening';
import { type Position, estimateTravel, metresBetween, sayDistance } from '@promenade/domain/venues/place';
import { claimsOf } from '@promenade/interchange/places-tags';
import type { FoundVenue, VenueRow, VenuesUnderstood } from '@promenade/interchange/venues';
import type { VenueEntity, VenueSourceEntity } from '../venues/venues.entities.ts';
import { type Line, many } from './import-words.ts';
import type { ImportMoment, RowEffect } from './residents-plan.ts';

/** `sources` are the newest of each reference and each venue's list. */
export type VenuesPresent = { readonly venues: readonly VenueEntity[]; readonly sources: readonly VenueSourceEntity[]; readonly home: Position | null; readonly hoursSaid: ReadonlySet<string> };

export type VenuesToSave = { add: VenueEntity[]; update: { id: string; to: Partial<VenueEntity> }[]; sources: VenueSourceEntity[] };

export type VenuesPlan = { rows: RowEffect[]; toSave: VenuesToSave; lines: Line[]; button: string };

type Moment = ImportMoment & { readonly fileName: string; readonly accountName: string };

export function planVenues({ rows, source }: Pick<VenuesUnderstood, 'rows' | 'source'>, present: VenuesPresent, at: Moment): VenuesPlan {
  const toSave: VenuesToSave = { add: [], update: [], sources: [] };
  const venues = new Map(present.venues.map((venue) => [venue.id, venue]));
  const said = new Map(present.sources.map((each) => [sourceKey(each.venueId, each.kind, each.ref), each]));
  const effects = rows.map((row): RowEffect => {
    const { found } = row;
    const title = row.name;
    if (!found) return { effect: 'leave out', title, summary: 'Cannot be taken in as it stands.' };
    if (row.waits) return { effect: 'waits', title, summary: 'Waits for an answer.' };
    const here = row.matches === null ? null : (venues.get(row.matches) ?? null);
    const venue = here ?? newVenue(found, present.home, at);
    const filled = here ? whatIsEmpty(here, found, present.hoursSaid.has(here.id)) : {};
    const before = said.get(sourceKey(venue.id, source, found.ref));
    const isSaidBefore = before !== undefined && sameTags(before.tags, found.tags);
    if (!here) toSave.add.push(venue);
    else if (Object.keys(filled).length > 0) toSave.update.push({ id: here.id, to: filled });
    if (!isSaidBefore) toSave.sources.push(sourceRow(venue.id, source, found, at));
    if (!here) return { effect: 'add', title, summary: aboutNew(found, venue, present.home) };
    const parts = [...Object.keys(filled).map((key) => FILLED[key] ?? key), ...(isSaidBefore ? [] : [source === 'file' ? 'what the list says of it' : 'what OpenStreetMap says of it'])];
    return parts.length === 0 ? { effect: 'same', title, summary: 'Here already, and nothing new.' } : { effect: 'update', title, summary: `Here already. Will be kept beside it: ${[...new Set(parts)].join(', ')}. What people checked stays.` };
  });
  const count = (effect: RowEffect['effect']) => effects.filter((row) => row.effect === effect).length;
  const touched = count('add') + count('update');
  return {
    rows: effects, toSave, button: touched === 0 ? 'Import' : `Import ${many(touched, 'place', 'places')}`,
    lines: [
      { count: count('add'), one: 'place', more: 'places', willBe: 'added', was: 'added' },
      { count: count('update'), one: 'place that is here already', more: 'places that are here already', willBe: 'merged; what people checked stays as it is', was: 'merged; what people checked stayed as it was' },
      { count: count('same'), one: 'place that is here already', more: 'places that are here already', willBe: 'left as it is', was: 'left as it was' },
    ],
  };
}

const sourceKey = (venueId: string, kind: string, ref: string | null) => `${venueId} ${kind} ${ref ?? ''}`;

function sameTags(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key]);
}

function sourceRow(venueId: string, kind: 'OpenStreetMap' | 'file', { ref, tags }: FoundVenue, at: Moment): VenueSourceEntity {
  return { homeId: at.homeId, id: at.newId(), venueId, kind, ref, tags: { ...tags }, fileName: at.fileName, importedBy: at.accountId, importedByName: at.accountName, importedAt: at.now };
}

const openingFrom = (hours: string | null): Opening => ({ from: hours === null ? 'not known' : 'osm', osm: hours, holidays: HOLIDAYS_NOT_KNOWN });

function newVenue(found: FoundVenue, home: Position | null, at: ImportMoment): VenueEntity {
  const guess = home ? estimateTravel(metresBetween(home, found.position)) : { drive: 1, walk: null };
  const { drive, walk, price } = found.extras ?? { drive: null, walk: null, price: '' };
  return {
    homeId: at.homeId, id: at.newId(), name: found.name, address: found.address, phone: found.phone, website: found.website, category: found.category, ...found.position,
    driveMinutes: drive ?? guess.drive, walkMinutes: walk ?? guess.walk, travelKnown: drive === null ? 'estimate' : null, hours: [], opening: openingFrom(found.hours), price,
    access: { stepFree: null, hoist: null, changingPlace: null, quietHours: null, parking: '', welcome: '' }, lastVisited: '',
  };
}

const FILLED: Record<string, string> = { address: 'its address', phone: 'its telephone', website: 'its web address', category: 'its kind', opening: 'its opening hours', price: 'its price' };

/** Details that are empty here and stand in the file; hours only where no person has said any. */
function whatIsEmpty(here: VenueEntity, found: FoundVenue, hoursSaid: boolean): Partial<VenueEntity> {
  const file = { address: found.address, phone: found.phone, website: found.website, category: found.category, price: found.extras?.price ?? '' };
  const empty = (value: unknown) => value === null || value === undefined || value === '';
  const filled: Partial<VenueEntity> = Object.fromEntries(Object.entries(file).filter(([key, value]) => !empty(value) && empty(here[key as keyof VenueEntity])));
  const isTyped = (here.opening ?? null) === null || here.opening?.from === 'weekly';
  const isNews = found.hours !== null && found.hours !== here.opening?.osm;
  return isNews && !hoursSaid && !isTyped ? { ...filled, opening: { ...openingFrom(found.hours), holidays: here.opening?.holidays ?? HOLIDAYS_NOT_KNOWN } } : filled;
}

function aboutNew(found: FoundVenue, venue: VenueEntity, home: Position | null): string {
  const claims = claimsOf(found.tags).length;
  return [
    found.category ?? 'a place', home ? `${sayDistance(metresBetween(home, found.position))} away` : '', venue.travelKnown === 'estimate' ? `about ${venue.driveMinutes} minutes` : `${venue.driveMinutes} minutes`,
    found.hours === null ? 'hours not known' : 'with hours', claims === 0 ? 'nothing known of access' : many(claims, 'thing said of access', 'things said of access'),
  ].filter((part) => part !== '').join(', ');
}

/** Those that need looking at come first; a screen takes no more than so many. */
export const MOST_ROWS = 600;

export function rowsToShow<Row extends Pick<VenueRow, 'verdict'> & RowEffect>(rows: readonly Row[]): Row[] {
  if (rows.length <= MOST_ROWS) return [...rows];
  const [look, good] = [rows.filter(({ verdict, effect }) => verdict !== 'good' || effect === 'waits'), rows.filter(({ verdict, effect }) => verdict === 'good' && effect !== 'waits')];
  return [...look, ...good].slice(0, MOST_ROWS);
}
