/** What is known of venues, gathered a table at a time: facts that stand, visits, sources, and the list near to far. */
import { type Day, addDays, dayIn, wallMinute } from '@promenade/domain/shared/time';
import { FACT_WORDS, type Claim, type Fact, type StandingFact, isFact, sayKnown, standingFacts } from '@promenade/domain/venues/facts';
import { type Nation, type OpenDay, isOpenAt, sayOpen } from '@promenade/domain/venues/opening';
import { directionTo, metresBetween, sayDistance } from '@promenade/domain/venues/place';
import { newestFirst, openFlags, sayTreated, summarise } from '@promenade/domain/venues/visits';
import { claimsOf } from '@promenade/interchange/places-tags';
import { In } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { homePlace } from './home-place.ts';
import { bankHolidays, openOn } from './opening-hours.ts';
import { type HomePlaceEntity, VenueCheckEntity, VenueEntity, VenueFollowUpEntity, VenueSourceEntity, VenueVisitEntity } from './venues.entities.ts';
import type { PlaceInListType, PlacesFilterInput, PlacesType, VenueClaimType, VenueDayType, VenueFactType, VenueVisitType } from './venues.graphql.ts';

export const ATTRIBUTION = '© OpenStreetMap contributors';

/** Everything said of some venues. */
export type Said = { readonly checks: readonly VenueCheckEntity[]; readonly sources: readonly VenueSourceEntity[] };

/** The newest import of each kind for each venue, and all checks; of these venues, or of all. */
export async function saidOf({ em, actor }: Pick<Tx, 'em' | 'actor'>, ids: readonly string[] | null): Promise<Said> {
  const { homeId } = actor;
  const where = ids === null ? { homeId } : { homeId, venueId: In([...ids]) };
  const checks = await em.find(VenueCheckEntity, { where, order: { checkedAt: 'DESC', id: 'DESC' } });
  const newest = em.createQueryBuilder(VenueSourceEntity, 's').distinctOn(['s.venue_id', 's.kind']).where('s.home_id = :homeId', { homeId });
  if (ids !== null) newest.andWhere('s.venue_id = ANY(:ids)', { ids: [...ids] });
  const sources = await newest.orderBy('s.venue_id').addOrderBy('s.kind').addOrderBy('s.imported_at', 'DESC').addOrderBy('s.id', 'DESC').getMany();
  return { checks, sources };
}

function claimFrom({ fact, answer, words, metres, known, checkedByName, checkedAt }: VenueCheckEntity): Claim[] {
  return isFact(fact) ? [{ fact, answer, words, metres, known, by: checkedByName, at: checkedAt }] : [];
}

/** What an import says, as claims: a map's before a list's, since a list is the home's own and older. */
function importedClaims(sources: readonly VenueSourceEntity[]): Claim[] {
  return sources.toSorted((a, b) => (a.kind < b.kind ? 1 : -1)).flatMap(({ kind, tags, importedAt }) =>
    claimsOf(tags).map((claim): Claim => ({ ...claim, known: kind === 'file' ? 'from a file' : 'from OpenStreetMap', by: '', at: importedAt })));
}

export function factsOf(venue: VenueEntity, said: Said, today: Day): StandingFact[] {
  const checks = said.checks.filter(({ venueId }) => venueId === venue.id).flatMap(claimFrom);
  // What was written of access before checks were kept is the venue's own until a check of that fact is there; afterwards it follows from the checks.
  return standingFacts(checks, importedClaims(said.sources.filter(({ venueId }) => venueId === venue.id)), venue.access, today);
}

const sayMetres = ({ metres }: Pick<Claim, 'metres'>) => (metres === null ? null : `${metres} metres`);

export function claimShown(claim: Claim): VenueClaimType {
  const { answer, words, metres, known, at } = claim;
  return { answer, answerWords: sayMetres(claim) ?? FACT_WORDS[claim.fact].answers[answer], words, metres, known, knownWords: sayKnown(claim), at };
}

export function factShown(fact: StandingFact): VenueFactType {
  const { label, ask } = FACT_WORDS[fact.fact];
  return Object.assign(claimShown(fact), { fact: fact.fact, label, ask, isStale: fact.isStale, older: fact.older.map(claimShown), beside: fact.beside ? claimShown(fact.beside) : null });
}

export function dayShown(open: OpenDay, nation: Nation): VenueDayType {
  return { day: open.day, words: sayOpen(open), isKnown: open.isKnown, isOpen: open.isKnown && open.spans.length > 0, holiday: bankHolidays(nation, open.day, open.day).get(open.day) ?? null };
}

export type Visits = { readonly visits: readonly VenueVisitEntity[]; readonly followUps: readonly VenueFollowUpEntity[] };

export async function visitsOf({ em, actor }: Pick<Tx, 'em' | 'actor'>, ids: readonly string[] | null): Promise<Visits> {
  const { homeId } = actor;
  const visits = await em.findBy(VenueVisitEntity, ids === null ? { homeId } : { homeId, venueId: In([...ids]) });
  const followUps = visits.length === 0 ? [] : await em.findBy(VenueFollowUpEntity, { homeId, visitId: In(visits.map(({ id }) => id)) });
  return { visits, followUps };
}

const asVisit = ({ id, visitedOn, how, words, recordedByName, recordedAt }: VenueVisitEntity) => ({ id, visitedOn, how, words, by: recordedByName, at: recordedAt });

export function visitsShown({ visits, followUps }: Visits): VenueVisitType[] {
  const open = new Set(openFlags(visits, followUps).map(({ id }) => id));
  const sessions = new Map(visits.map(({ id, sessionId }) => [id, sessionId]));
  return newestFirst(visits.map(asVisit)).map((visit) => {
    const followUp = followUps.find(({ visitId }) => visitId === visit.id);
    return { id: visit.id, sessionId: sessions.get(visit.id) ?? null, visitedOn: visit.visitedOn, how: visit.how, words: visit.words, by: visit.by, isOpen: open.has(visit.id), followUp: followUp?.words ?? null, followUpBy: followUp?.recordedByName ?? null };
  });
}

export const treatedWords = ({ visits }: Visits) => sayTreated(summarise(visits.map(asVisit)));

/** How many of the nearest are asked when they are open: working out hours takes time. */
const MOST_HOURS_ASKED = 400;
const MOST_SHOWN = 200;
const GOOD: readonly Fact[] = ['step-free', 'changing place', 'accessible toilet', 'hoist', 'quiet hours', 'hearing loop', 'cost', 'companion free', 'welcome'];

/** Places near to far that fit a filter. A handful of statements, however many places there are. */
export async function placesFor(tx: Tx, filter: PlacesFilterInput): Promise<PlacesType> {
  const { homeId, zone } = tx.actor;
  const today = dayIn(zone, tx.now);
  const place = await homePlace(tx.em, homeId);
  const nation = place?.nation ?? 'England';
  const all = await tx.em.findBy(VenueEntity, { homeId });
  const said = bySubject(await saidOf(tx, null));
  const wanted = (filter.words ?? '').trim().toLowerCase();
  const fits = all.filter((venue) =>
    `${venue.name} ${venue.category ?? ''} ${venue.address}`.toLowerCase().includes(wanted)
    && (filter.driveMinutes == null || venue.driveMinutes <= filter.driveMinutes) && (filter.walkMinutes == null || (venue.walkMinutes !== null && venue.walkMinutes <= filter.walkMinutes))
    && filter.facts.every((fact) => factsOf(venue, said(venue.id), today).some((each) => each.fact === fact && (each.answer === 'yes' || (fact === 'cost' && each.answer === 'partly')))));
  const inOrder = nearToFar(fits, place);
  const first = Math.min(MOST_SHOWN, Math.max(1, filter.first));
  const day = filter.openOn ?? today;
  const asksHours = filter.openNow || filter.openOn != null;
  const shown: { venue: VenueEntity; open: OpenDay }[] = [];
  for (const venue of asksHours ? inOrder.slice(0, MOST_HOURS_ASKED) : inOrder) {
    if (shown.length > first) break;
    const open = openOn(venue, nation, day);
    if (!asksHours || (filter.openNow ? isOpenNow(venue, nation, today, zone, tx.now) : open.isKnown && open.spans.length > 0)) shown.push({ venue, open });
  }
  const page = shown.slice(0, first);
  const visits = await visitsOf(tx, page.map(({ venue }) => venue.id));
  const places = page.map(({ venue, open }) => inList(venue, said(venue.id), of(visits, venue.id), { today, place, open: dayShown(open, nation) }));
  return {
    places, total: all.length, hasMore: shown.length > first,
    limit: asksHours && inOrder.length > MOST_HOURS_ASKED ? `Only the nearest ${MOST_HOURS_ASKED} were asked for their hours.` : null,
    attribution: places.some(({ fromMap }) => fromMap) ? ATTRIBUTION : null,
  };
}

function bySubject({ checks, sources }: Said): (venueId: string) => Said {
  const [ofChecks, ofSources] = [Map.groupBy(checks, ({ venueId }) => venueId), Map.groupBy(sources, ({ venueId }) => venueId)];
  return (venueId) => ({ checks: ofChecks.get(venueId) ?? [], sources: ofSources.get(venueId) ?? [] });
}

const of = ({ visits, followUps }: Visits, venueId: string): Visits => ({ visits: visits.filter((visit) => visit.venueId === venueId), followUps });

/** By distance; by minutes while nobody has said where the home is. */
function nearToFar(venues: readonly VenueEntity[], place: HomePlaceEntity | null): VenueEntity[] {
  return venues.map((venue) => ({ venue, far: place ? metresBetween(place, venue) : venue.driveMinutes }))
    .toSorted((a, b) => a.far - b.far || (a.venue.name < b.venue.name ? -1 : 1)).map(({ venue }) => venue);
}

/** Open at this minute, by the hours that began today or ran on from yesterday. */
function isOpenNow(venue: VenueEntity, nation: Nation, today: Day, zone: string, now: Date): boolean {
  const minute = wallMinute(zone, today, now);
  return isOpenAt(openOn(venue, nation, today), minute) || isOpenAt(openOn(venue, nation, addDays(today, -1)), minute + 1440);
}

export function sayWay(venue: VenueEntity, place: HomePlaceEntity | null): string | null {
  return place ? `${sayDistance(metresBetween(place, venue))}, ${directionTo(place, venue)}` : null;
}

function inList(venue: VenueEntity, said: Said, visits: Visits, { today, place, open }: { today: Day; place: HomePlaceEntity | null; open: VenueDayType }): PlaceInListType {
  const facts = factsOf(venue, said, today);
  const words = (fact: StandingFact) => FACT_WORDS[fact.fact].answers[fact.answer];
  return {
    venue, open, way: sayWay(venue, place), treated: treatedWords(visits), isFlagged: openFlags(visits.visits, visits.followUps).length > 0,
    good: facts.filter(({ fact, answer }) => (answer === 'yes' && GOOD.includes(fact)) || (fact === 'cost' && answer === 'partly')).map(words),
    bad: facts.filter(({ fact, answer }) => (answer === 'no' || (answer === 'partly' && fact === 'step-free')) && (fact === 'step-free' || fact === 'welcome')).map(words),
    unknown: facts.filter(({ answer, words: written }) => answer === 'unknown' && written === '').length,
    fromMap: said.sources.some(({ kind }) => kind === 'OpenStreetMap'),
  };
}
