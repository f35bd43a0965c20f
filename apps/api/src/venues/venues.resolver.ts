import { Args, Float, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { addDays } from '@promenade/domain/shared/time';
import { accessNow } from '@promenade/domain/venues/facts';
import { openFlags } from '@promenade/domain/venues/visits';
import { In } from 'typeorm';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { homePlace, nationOf } from './home-place.ts';
import { nextHolidays, openDays, openOn } from './opening-hours.ts';
import { type HomePlaceEntity, RoomEntity, type VenueCheckEntity, VenueEntity, VenueSourceEntity } from './venues.entities.ts';
import {
  AddVenueResult, ChangeVenueResult, CheckVenueInput, CheckVenueResult, FlaggedVisitType, FollowUpVenueVisitResult, HomePlaceType, PlacesFilterInput, PlacesType, RecordVenueVisitInput, RecordVenueVisitResult,
  RoomType, SayHomePlaceResult, SayVenueHoursResult, SayVenueTravelResult, VenueAccessType, VenueDayType, VenueDetailsInput, VenueFactType, VenueHoursInput, VenueNoteType, VenueOpeningType, VenueSourceType, VenueType, VenueVisitType,
} from './venues.graphql.ts';
import { ATTRIBUTION, type Said, type Visits, dayShown, factShown, factsOf, placesFor, saidOf, sayWay, treatedWords, visitsOf, visitsShown } from './venues.reads.ts';
import { VenuesService } from './venues.service.ts';

/** Venues by id, for fields of other modules. */
export function venueLoader(asking: Asking) {
  return asking.loader<VenueEntity>('venue', (tx, ids) => tx.em.findBy(VenueEntity, { homeId: tx.actor.homeId, id: In([...ids]) }), (row) => row.id);
}

/** What was said of a venue, fetched for many at once. */
async function saidFor(asking: Asking, venueId: string): Promise<Said> {
  const said = await asking.loader<Said & { venueId: string }>('venue said', async (tx, ids) => {
    const all = await saidOf(tx, ids);
    return ids.map((id) => ({ venueId: id, checks: all.checks.filter((row) => row.venueId === id), sources: all.sources.filter((row) => row.venueId === id) }));
  }, (row) => row.venueId).load(venueId);
  return said ?? { checks: [], sources: [] };
}

async function visitsFor(asking: Asking, venueId: string): Promise<Visits> {
  const found = await asking.loader<Visits & { venueId: string }>('venue visits', async (tx, ids) => {
    const all = await visitsOf(tx, ids);
    return ids.map((id) => ({ venueId: id, visits: all.visits.filter((row) => row.venueId === id), followUps: all.followUps }));
  }, (row) => row.venueId).load(venueId);
  return found ?? { visits: [], followUps: [] };
}

const placeFor = (asking: Asking) => asking.loader<HomePlaceEntity>('home place', async (tx, [homeId = '']) => [await homePlace(tx.em, homeId)].filter((row) => row !== null), (row) => row.homeId).load(asking.actor.homeId);
const DAYS_AHEAD = 7;

@Resolver(() => VenueType)
export class VenuesResolver {
  constructor(
    private readonly db: Db,
    private readonly venuesHere: VenuesService,
  ) {}

  @Query(() => [VenueType], { description: 'Places in the community that activities are held at or that were written down by hand, the nearest first; at most 200.' })
  @Access('library.read')
  async venues(@Asks() asking: Asking): Promise<VenueEntity[]> {
    const tx = await asking.read();
    return tx.em.find(VenueEntity, { where: { homeId: tx.actor.homeId }, order: { driveMinutes: 'ASC', name: 'ASC' }, take: 200 });
  }

  @Query(() => PlacesType, { description: 'Places near to far that fit.' })
  @Access('library.read')
  async places(@Asks() asking: Asking, @Args('filter') filter: PlacesFilterInput): Promise<PlacesType> {
    return placesFor(await asking.read(), filter);
  }

  @Query(() => VenueType)
  @Access('library.read')
  async venue(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<VenueEntity> {
    return this.venuesHere.venue(await asking.read(), id);
  }

  @Query(() => HomePlaceType, { nullable: true, description: 'Where the home is; null while nobody has said.' })
  @Access('library.read')
  homePlace(@Asks() asking: Asking): Promise<HomePlaceType | null> {
    return placeFor(asking).then((row) => (row ? { lat: row.lat, lon: row.lon, nation: row.nation, by: row.saidByName, at: row.saidAt } : null));
  }

  @Query(() => [FlaggedVisitType], { description: 'Bad visits that nobody has looked into.' })
  @Access('library.read')
  async flaggedVisits(@Asks() asking: Asking): Promise<FlaggedVisitType[]> {
    const tx = await asking.read();
    const all = await visitsOf(tx, null);
    const open = new Set(openFlags(all.visits, all.followUps).map(({ id }) => id));
    const venueOf = new Map(all.visits.filter(({ id }) => open.has(id)).map(({ id, venueId }) => [id, venueId]));
    const names = new Map((await tx.em.findBy(VenueEntity, { homeId: tx.actor.homeId, id: In([...venueOf.values()]) })).map(({ id, name }) => [id, name]));
    return visitsShown(all).filter(({ id }) => open.has(id)).map((visit) => ({ venueId: venueOf.get(visit.id) ?? '', venueName: names.get(venueOf.get(visit.id) ?? '') ?? '', visit }));
  }

  @Query(() => [RoomType])
  @Access('library.read')
  async rooms(@Asks() asking: Asking): Promise<RoomEntity[]> {
    const tx = await asking.read();
    return tx.em.find(RoomEntity, { where: { homeId: tx.actor.homeId }, order: { name: 'ASC' } });
  }

  @ResolveField(() => VenueAccessType)
  async access(@Parent() venue: VenueEntity, @Asks() asking: Asking): Promise<VenueAccessType> {
    return accessNow(factsOf(venue, await saidFor(asking, venue.id), await asking.today()));
  }

  @ResolveField(() => [VenueFactType], { description: 'Every fact there is to know, with what stands of it; unknown where nobody has checked.' })
  async facts(@Parent() venue: VenueEntity, @Asks() asking: Asking): Promise<VenueFactType[]> {
    return factsOf(venue, await saidFor(asking, venue.id), await asking.today()).map(factShown);
  }

  @ResolveField(() => Boolean, { description: 'The minutes are guessed from the straight line; nobody has made the journey.' })
  travelIsEstimate(@Parent() venue: VenueEntity): boolean {
    return venue.travelKnown === 'estimate';
  }

  @ResolveField(() => String, { nullable: true, description: "'2.4 km, north-east'." })
  async way(@Parent() venue: VenueEntity, @Asks() asking: Asking): Promise<string | null> {
    return sayWay(venue, await placeFor(asking));
  }

  @ResolveField(() => VenueOpeningType)
  opening(@Parent() { opening, hours }: VenueEntity): VenueOpeningType {
    const { rule, from, to } = opening?.holidays ?? { rule: 'not known', from: null, to: null };
    return { from: opening?.from ?? 'weekly', osm: opening?.osm ?? null, weekly: hours.map((each) => ({ ...each, days: [...each.days] })), holidayRule: rule, holidayFrom: from, holidayTo: to };
  }

  @ResolveField(() => [VenueDayType], { description: 'The coming week.' })
  async days(@Parent() venue: VenueEntity, @Asks() asking: Asking): Promise<VenueDayType[]> {
    const { em, actor } = await asking.read();
    const [nation, today] = [await nationOf(em, actor.homeId), await asking.today()];
    return openDays(venue, nation, Array.from({ length: DAYS_AHEAD }, (_, n) => addDays(today, n))).map((day) => dayShown(day, nation));
  }

  @ResolveField(() => VenueDayType)
  async openOn(@Parent() venue: VenueEntity, @Asks() asking: Asking, @Args('day', { type: () => DayScalar }) day: string): Promise<VenueDayType> {
    const { em, actor } = await asking.read();
    const nation = await nationOf(em, actor.homeId);
    return dayShown(openOn(venue, nation, day), nation);
  }

  @ResolveField(() => [VenueDayType], { description: 'The next three bank holidays there.' })
  async holidays(@Parent() venue: VenueEntity, @Asks() asking: Asking): Promise<VenueDayType[]> {
    const { em, actor } = await asking.read();
    const nation = await nationOf(em, actor.homeId);
    return nextHolidays(nation, await asking.today(), 3).map(({ day }) => dayShown(openOn(venue, nation, day), nation));
  }

  @ResolveField(() => [VenueVisitType], { description: 'How we were treated, newest first.' })
  async visits(@Parent() venue: VenueEntity, @Asks() asking: Asking): Promise<VenueVisitType[]> {
    return visitsShown(await visitsFor(asking, venue.id));
  }

  @ResolveField(() => String, { description: "'Treated well 4 times of 5'." })
  async treated(@Parent() venue: VenueEntity, @Asks() asking: Asking): Promise<string> {
    return treatedWords(await visitsFor(asking, venue.id));
  }

  @ResolveField(() => [VenueSourceType], { description: 'Imports that said something of it, newest first.' })
  async sources(@Parent() venue: VenueEntity, @Asks() asking: Asking): Promise<VenueSourceType[]> {
    const tx = await asking.read();
    const rows = await tx.em.find(VenueSourceEntity, { where: { homeId: tx.actor.homeId, venueId: venue.id }, order: { importedAt: 'DESC', id: 'DESC' }, take: 20 });
    return rows.map(({ kind, ref, fileName, importedByName, importedAt }) => ({ kind, ref, fileName, by: importedByName, at: importedAt }));
  }

  @ResolveField(() => [VenueNoteType], { description: 'What was put down of hours, the way there and details before, newest first.' })
  async notes(@Parent() venue: VenueEntity, @Asks() asking: Asking): Promise<VenueNoteType[]> {
    const { checks } = await saidFor(asking, venue.id);
    return checks.filter(({ fact }) => fact === 'hours' || fact === 'travel' || fact === 'details').map(noteShown);
  }

  @ResolveField(() => String, { nullable: true })
  async attribution(@Parent() venue: VenueEntity, @Asks() asking: Asking): Promise<string | null> {
    return (await saidFor(asking, venue.id)).sources.some(({ kind }) => kind === 'OpenStreetMap') ? ATTRIBUTION : null;
  }

  @Mutation(() => CheckVenueResult, { description: 'One fact of a place, as whoever asks found it. Earlier checks stay readable.' })
  @Access('venue.check')
  checkVenue(@Asks() asking: Asking, @Args('input') input: CheckVenueInput): Promise<VenueEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.venuesHere.check(tx, input));
  }

  @Mutation(() => RecordVenueVisitResult, { description: 'How we were treated.' })
  @Access('venue.check')
  recordVenueVisit(@Asks() asking: Asking, @Args('input') input: RecordVenueVisitInput): Promise<VenueEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.venuesHere.recordVisit(tx, input));
  }

  @Mutation(() => FollowUpVenueVisitResult, { description: 'Somebody looked into a bad visit.' })
  @Access('venue.write')
  followUpVenueVisit(@Asks() asking: Asking, @Args('visitId', { type: () => IdScalar }) visitId: string, @Args('words', { type: () => WordsScalar }) words: string): Promise<VenueEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.venuesHere.followUp(tx, visitId, words));
  }

  @Mutation(() => AddVenueResult)
  @Access('venue.write')
  addVenue(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('input') input: VenueDetailsInput): Promise<VenueEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.venuesHere.add(tx, id, input));
  }

  @Mutation(() => ChangeVenueResult)
  @Access('venue.write')
  changeVenue(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('input') input: VenueDetailsInput): Promise<VenueEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.venuesHere.change(tx, id, input));
  }

  @Mutation(() => SayVenueHoursResult, { description: 'When it is open, bank holidays included.' })
  @Access('venue.check')
  sayVenueHours(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('input') input: VenueHoursInput): Promise<VenueEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.venuesHere.sayHours(tx, id, input));
  }

  @Mutation(() => SayVenueTravelResult, { description: 'How long the way takes; it is no estimate any more.' })
  @Access('venue.check')
  sayVenueTravel(
    @Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('driveMinutes', { type: () => Int }) driveMinutes: number,
    @Args('walkMinutes', { type: () => Int, nullable: true }) walkMinutes: number | null, @Args('known', { type: () => WordsScalar }) known: string,
  ): Promise<VenueEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.venuesHere.sayTravel(tx, id, driveMinutes, walkMinutes ?? null, known));
  }

  @Mutation(() => SayHomePlaceResult, { description: 'Where the home is, and whose bank holidays it keeps.' })
  @Access('venue.write')
  sayHomePlace(@Asks() asking: Asking, @Args('lat', { type: () => Float }) lat: number, @Args('lon', { type: () => Float }) lon: number, @Args('nation', { type: () => WordsScalar }) nation: string): Promise<HomePlaceType | Refused> {
    return this.db.write(asking.actor, async (tx) => {
      const said = await this.venuesHere.sayHomePlace(tx, lat, lon, nation);
      return 'saidAt' in said ? { lat: said.lat, lon: said.lon, nation: said.nation, by: said.saidByName, at: said.saidAt } : said;
    });
  }
}

const NOTE_WORDS = { hours: 'Opening hours', travel: 'The way there', details: 'Details' } as const;

function noteShown({ fact, words, known, checkedByName, checkedAt }: VenueCheckEntity): VenueNoteType {
  const what = fact === 'hours' || fact === 'travel' ? NOTE_WORDS[fact] : NOTE_WORDS.details;
  return { what, words, knownWords: known === 'not said' ? checkedByName : `${known}: ${checkedByName}`, at: checkedAt };
}
