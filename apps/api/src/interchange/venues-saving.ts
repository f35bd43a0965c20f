/** Reads which places are here, and saves what an import brings: a handful of statements for thousands of places. */
import { largestPlacesFile, looksLikeJson } from '@promenade/interchange/places';
import { largestFile } from '@promenade/interchange/table';
import type { KnownVenue } from '@promenade/interchange/venues';
import { In } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { homePlace } from '../venues/home-place.ts';
import { VenueCheckEntity, VenueEntity, VenueSourceEntity } from '../venues/venues.entities.ts';
import type { VenuesPresent, VenuesToSave } from './venues-plan.ts';

export async function venuesHere(tx: Tx): Promise<VenuesPresent> {
  const { homeId } = tx.actor;
  const venues = await tx.em.find(VenueEntity, { where: { homeId }, order: { id: 'ASC' } });
  const sources = await tx.em.createQueryBuilder(VenueSourceEntity, 's').distinctOn(['s.venue_id', 's.kind', 's.ref']).where('s.home_id = :homeId', { homeId })
    .orderBy('s.venue_id').addOrderBy('s.kind').addOrderBy('s.ref').addOrderBy('s.imported_at', 'DESC').addOrderBy('s.id', 'DESC').getMany();
  const said = await tx.em.find(VenueCheckEntity, { where: { homeId, fact: In(['hours']) }, select: { homeId: true, id: true, venueId: true } });
  return { venues, sources, home: await homePlace(tx.em, homeId), hoursSaid: new Set(said.map(({ venueId }) => venueId)) };
}

export function knownVenues({ venues, sources }: VenuesPresent): KnownVenue[] {
  const refs = Map.groupBy(sources.filter(({ ref }) => ref !== null), ({ venueId }) => venueId);
  return venues.map(({ id, name, lat, lon }) => ({ id, name, lat, lon, refs: (refs.get(id) ?? []).flatMap(({ ref }) => ref ?? []) }));
}

/** Five thousand rows are some megabytes of JSON in one parameter. */
const ROWS_AT_ONCE = 5000;

/** Columns by their names in the database, as `jsonb_populate_recordset` reads them. */
async function insertFast(tx: Tx, table: 'venue' | 'venue_source', rows: readonly object[]): Promise<void> {
  const columns = new Map(tx.em.dataSource.getMetadata(table === 'venue' ? VenueEntity : VenueSourceEntity).columns.map(({ propertyName, databaseName }) => [propertyName, databaseName]));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const named = rows.slice(from, from + ROWS_AT_ONCE).map((row) => Object.fromEntries(Object.entries(row).map(([key, value]: [string, unknown]) => [columns.get(key) ?? key, value])));
    await tx.em.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [JSON.stringify(named)]);
  }
}

export async function saveVenues(tx: Tx, { add, update, sources }: VenuesToSave): Promise<void> {
  const { homeId } = tx.actor;
  await insertFast(tx, 'venue', add);
  // Only what is named is filled in; everything else of the row stays.
  for (let from = 0; from < update.length; from += ROWS_AT_ONCE) {
    await tx.em.query(
      `UPDATE venue v SET address = coalesce(u."to" ->> 'address', v.address), phone = coalesce(u."to" ->> 'phone', v.phone), website = coalesce(u."to" ->> 'website', v.website),
         category = coalesce(u."to" ->> 'category', v.category), price = coalesce(u."to" ->> 'price', v.price), opening = coalesce(u."to" -> 'opening', v.opening)
       FROM jsonb_to_recordset($2::jsonb) AS u(id uuid, "to" jsonb) WHERE v.home_id = $1 AND v.id = u.id`, [homeId, JSON.stringify(update.slice(from, from + ROWS_AT_ONCE))]);
  }
  await insertFast(tx, 'venue_source', sources);
}

/** A map file may be larger than a table. */
export function largestFor(bytes: Uint8Array): number {
  return looksLikeJson(bytes) ? largestPlacesFile : largestFile;
}
