/** Writes down what people know of venues: checks, visits, hours, the way there. Each adds a row; nothing is written over. */
import { Injectable } from '@nestjs/common';
import { type Decision, decide } from '@promenade/domain/shared/decision';
import { addDays, dayIn, isClockTime, sayDay } from '@promenade/domain/shared/time';
import { isBlank, wordsOrNull } from '@promenade/domain/shared/words';
import { type Answer, CHECKED_HOW, type Fact, type Known, accessField, accessNow } from '@promenade/domain/venues/facts';
import { HOLIDAY_RULES, type HolidayRule, NATIONS, type Nation, type Opening } from '@promenade/domain/venues/opening';
import { estimateTravel, isPosition, metresBetween, sayDistance } from '@promenade/domain/venues/place';
import { type Treated, VENUE_WORDS, type VenueCode, answerFor, mayCheck, mayRecordVisit, openFlags } from '@promenade/domain/venues/visits';
import { nameKey } from '@promenade/interchange/names';
import { phoneOf, webOf } from '@promenade/interchange/places-tags';
import { FURTHEST_METRES } from '@promenade/interchange/venues';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { homePlace, nationOf } from './home-place.ts';
import { isReadableHours } from './opening-hours.ts';
import { HomePlaceEntity, VenueCheckEntity, VenueEntity, VenueFollowUpEntity, VenueVisitEntity } from './venues.entities.ts';
import type { CheckVenueInput, RecordVenueVisitInput, VenueDetailsInput, VenueHoursInput } from './venues.graphql.ts';
import { factsOf, saidOf } from './venues.reads.ts';

const no = (code: VenueCode, about?: string): Refused => refused(VENUE_WORDS, [{ code, ...(about === undefined ? {} : { about }) }]);
const orNo = (decision: Decision<VenueCode>): Refused | null => (decision.allowed ? null : refused(VENUE_WORDS, decision.reasons));

@Injectable()
export class VenuesService {
  async venue(tx: Tx, id: string): Promise<VenueEntity> {
    const venue = await tx.em.findOneBy(VenueEntity, { homeId: tx.actor.homeId, id });
    if (!venue) throw new NotFound('This place');
    return venue;
  }

  /** One fact, checked by whoever asks. The same id sent again is the same check. */
  async check(tx: Tx, input: CheckVenueInput): Promise<VenueEntity | Refused> {
    const venue = await this.venue(tx, input.venueId);
    const metres = input.metres ?? null;
    const decision = mayCheck({ fact: input.fact, answer: input.answer, known: input.known, metres });
    if (!decision.allowed) return refused(VENUE_WORDS, decision.reasons);
    const fact = input.fact as Fact;
    const row = this.checkRow(tx, venue, { id: input.id, fact, answer: answerFor(fact, input.answer as Answer, metres), words: input.words.trim(), metres, detail: null, known: input.known as Known });
    const before = await tx.em.findOneBy(VenueCheckEntity, { homeId: venue.homeId, id: input.id });
    if (before) return isSameCheck(before, row) ? venue : no('SENT_BEFORE');
    await tx.em.insert(VenueCheckEntity, row as object);
    const field = accessField(fact);
    if (field) {
      const now = accessNow(factsOf(venue, await saidOf(tx, [venue.id]), dayIn(tx.actor.zone, tx.now)));
      await this.put(tx, venue, { access: { ...venue.access, [field]: now[field] } });
    }
    return venue;
  }

  async recordVisit(tx: Tx, input: RecordVenueVisitInput): Promise<VenueEntity | Refused> {
    const venue = await this.venue(tx, input.venueId);
    const today = dayIn(tx.actor.zone, tx.now);
    const refusal = orNo(mayRecordVisit(input, today, addDays(today, -366), sayDay));
    if (refusal) return refusal;
    const sessionId = input.sessionId ?? null;
    const here = sessionId === null ? [] : await tx.em.query<unknown[]>('SELECT 1 FROM session s JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id WHERE s.home_id = $1 AND s.id = $2 AND a.venue_id = $3', [venue.homeId, sessionId, venue.id]);
    if (sessionId !== null && here.length === 0) throw new NotFound('This outing');
    const row: VenueVisitEntity = {
      homeId: venue.homeId, id: input.id, venueId: venue.id, sessionId, visitedOn: input.visitedOn, how: input.how as Treated, words: input.words.trim(),
      recordedBy: tx.actor.accountId, recordedByName: tx.actor.name, recordedAt: tx.now,
    };
    const before = await tx.em.findOneBy(VenueVisitEntity, { homeId: venue.homeId, id: input.id });
    if (before) return before.how === row.how && before.words === row.words && before.venueId === row.venueId ? venue : no('SENT_BEFORE');
    await tx.em.insert(VenueVisitEntity, row);
    return venue;
  }

  /** Somebody has looked into a bad visit: it is flagged no more, and what was done stays beside it. */
  async followUp(tx: Tx, visitId: string, words: string): Promise<VenueEntity | Refused> {
    const { homeId, accountId, name } = tx.actor;
    const visit = await tx.em.findOneBy(VenueVisitEntity, { homeId, id: visitId });
    if (!visit) throw new NotFound('This visit');
    if (isBlank(words)) return no('NO_WORDS');
    // Visits are never written to, so they cannot be locked: two who look into one wait for each other here.
    await tx.em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`follow up ${visitId}`]);
    const done = await tx.em.findBy(VenueFollowUpEntity, { homeId, visitId });
    if (openFlags([visit], done).length === 0) return no('NOTHING_TO_LOOK_INTO');
    await tx.em.insert(VenueFollowUpEntity, { homeId, id: newId(), visitId, words: words.trim(), recordedBy: accountId, recordedByName: name, recordedAt: tx.now });
    return this.venue(tx, visit.venueId);
  }

  async add(tx: Tx, id: string, input: VenueDetailsInput): Promise<VenueEntity | Refused> {
    const { homeId } = tx.actor;
    const before = await tx.em.findOneBy(VenueEntity, { homeId, id });
    if (before) return before.name === input.name.trim() ? before : no('SENT_BEFORE');
    const place = await homePlace(tx.em, homeId);
    const position = { lat: input.lat ?? Number.NaN, lon: input.lon ?? Number.NaN };
    const refusal = orNo(decide<VenueCode>([...mistakesIn(input), !isPosition(position) && { code: 'NO_POSITION' }, !place && { code: 'NO_HOME_PLACE' }]));
    if (refusal || !place) return refusal ?? no('NO_HOME_PLACE');
    const metres = metresBetween(place, position);
    if (metres > FURTHEST_METRES) return no('FAR_AWAY', sayDistance(metres));
    const others = await tx.em.findBy(VenueEntity, { homeId });
    if (others.some((other) => nameKey(other.name) === nameKey(input.name) && metresBetween(other, position) <= 100)) return no('HERE_ALREADY', input.name.trim());
    const { drive, walk } = estimateTravel(metres);
    const venue: VenueEntity = {
      homeId, id, ...detailsFrom(input), ...position, driveMinutes: drive, walkMinutes: walk, travelKnown: 'estimate', hours: [], opening: NO_HOURS,
      access: { stepFree: null, hoist: null, changingPlace: null, quietHours: null, parking: '', welcome: '' }, lastVisited: '',
    };
    await tx.em.insert(VenueEntity, venue);
    await tx.em.insert(VenueCheckEntity, this.checkRow(tx, venue, { fact: 'details', words: `Added: ${venue.name}` }) as object);
    return venue;
  }

  async change(tx: Tx, id: string, input: VenueDetailsInput): Promise<VenueEntity | Refused> {
    const venue = await this.locked(tx, id);
    const isMoved = input.lat != null || input.lon != null;
    const position = isMoved ? { lat: input.lat ?? venue.lat, lon: input.lon ?? venue.lon } : { lat: venue.lat, lon: venue.lon };
    const place = await homePlace(tx.em, venue.homeId);
    const far = isMoved && place && isPosition(position) ? metresBetween(place, position) : 0;
    const refusal = orNo(decide<VenueCode>([...mistakesIn(input), isMoved && !isPosition(position) && { code: 'NO_POSITION' }, far > FURTHEST_METRES && { code: 'FAR_AWAY', about: sayDistance(far) }]));
    if (refusal) return refusal;
    const to = { ...detailsFrom(input), ...position };
    const changed = Object.entries(to).filter(([key, value]) => (venue[key as keyof VenueEntity] ?? null) !== value);
    if (changed.length === 0) return venue;
    const was = Object.fromEntries(changed.map(([key]) => [key, venue[key as keyof VenueEntity] ?? null]));
    await tx.em.insert(VenueCheckEntity, this.checkRow(tx, venue, { fact: 'details', words: sayWas(was), detail: { was, now: Object.fromEntries(changed) } }) as object);
    // Where nobody has said how long the way takes, the guess follows the place.
    const guess = isMoved && place && venue.travelKnown === 'estimate' ? estimateTravel(far) : null;
    return this.put(tx, venue, guess ? { ...to, driveMinutes: guess.drive, walkMinutes: guess.walk } : to);
  }

  async sayHours(tx: Tx, id: string, input: VenueHoursInput): Promise<VenueEntity | Refused> {
    const venue = await this.locked(tx, id);
    const osm = wordsOrNull(input.osm);
    const nation = await nationOf(tx.em, venue.homeId);
    const refusal = orNo(decide<VenueCode>([
      !CHECKED_HOW.some((each) => each === input.known) && { code: 'NOT_A_WAY' },
      !HOLIDAY_RULES.some((each) => each === input.holidayRule) && { code: 'NOT_A_RULE' },
      input.holidayRule === 'other hours' && !(isClockTime(input.holidayFrom ?? '') && isClockTime(input.holidayTo ?? '')) && { code: 'NO_OTHER_HOURS' },
      !['weekly', 'osm', 'not known'].includes(input.from) && { code: 'HOURS_EMPTY' },
      input.from === 'osm' && (osm === null || !isReadableHours(osm, nation)) && { code: 'HOURS_UNREADABLE', about: (osm ?? '').slice(0, 60) },
      input.from === 'weekly' && !input.weekly.some(({ days }) => days.some(isWeekday)) && { code: 'HOURS_EMPTY' },
    ]));
    if (refusal) return refusal;
    const hours = input.weekly.map(({ days, from, to }) => ({ days: [...new Set(days.filter(isWeekday))].toSorted((a, b) => a - b), from, to })).filter(({ days }) => days.length > 0);
    const isOther = input.holidayRule === 'other hours';
    const opening: Opening = {
      from: input.from as Opening['from'], osm: input.from === 'osm' ? osm : null,
      holidays: { rule: input.holidayRule as HolidayRule, from: isOther ? (input.holidayFrom ?? null) : null, to: isOther ? (input.holidayTo ?? null) : null },
    };
    const weekly = input.from === 'weekly' ? hours : venue.hours;
    await tx.em.insert(VenueCheckEntity, this.checkRow(tx, venue, { fact: 'hours', words: sayHours(opening, weekly), known: input.known as Known, detail: { was: { hours: venue.hours, opening: venue.opening ?? null }, now: { hours: weekly, opening } } }) as object);
    return this.put(tx, venue, { hours: [...weekly], opening });
  }

  /** How long the way takes, as somebody found: no estimate any more. */
  async sayTravel(tx: Tx, id: string, driveMinutes: number, walkMinutes: number | null, known: string): Promise<VenueEntity | Refused> {
    const venue = await this.locked(tx, id);
    const isOdd = (minutes: number) => minutes < 1 || minutes > 240;
    const refusal = orNo(decide<VenueCode>([!CHECKED_HOW.some((each) => each === known) && { code: 'NOT_A_WAY' }, (isOdd(driveMinutes) || (walkMinutes !== null && isOdd(walkMinutes))) && { code: 'MINUTES_ODD' }]));
    if (refusal) return refusal;
    const words = `${driveMinutes} minutes by vehicle${walkMinutes === null ? ', too far to walk' : `, ${walkMinutes} on foot`}`;
    await tx.em.insert(VenueCheckEntity, this.checkRow(tx, venue, { fact: 'travel', words, known: known as Known, detail: { was: { driveMinutes: venue.driveMinutes, walkMinutes: venue.walkMinutes, travelKnown: venue.travelKnown ?? null } } }) as object);
    return this.put(tx, venue, { driveMinutes, walkMinutes, travelKnown: null });
  }

  async sayHomePlace(tx: Tx, lat: number, lon: number, nation: string): Promise<HomePlaceEntity | Refused> {
    const { homeId, accountId, name } = tx.actor;
    const refusal = orNo(decide<VenueCode>([!isPosition({ lat, lon }) && { code: 'NO_POSITION' }, !NATIONS.some((each) => each === nation) && { code: 'NOT_A_NATION' }]));
    if (refusal) return refusal;
    const row: HomePlaceEntity = { homeId, id: newId(), lat, lon, nation: nation as Nation, saidBy: accountId, saidByName: name, saidAt: tx.now };
    await tx.em.insert(HomePlaceEntity, row);
    return row;
  }

  private async locked(tx: Tx, id: string): Promise<VenueEntity> {
    const venue = await tx.em.findOne(VenueEntity, { where: { homeId: tx.actor.homeId, id }, lock: { mode: 'pessimistic_write' } });
    if (!venue) throw new NotFound('This place');
    return venue;
  }

  private async put(tx: Tx, venue: VenueEntity, to: Partial<VenueEntity>): Promise<VenueEntity> {
    await tx.em.update(VenueEntity, { homeId: venue.homeId, id: venue.id }, to);
    return Object.assign(venue, to);
  }

  private checkRow(tx: Tx, venue: VenueEntity, of: Pick<VenueCheckEntity, 'fact'> & Partial<VenueCheckEntity>): VenueCheckEntity {
    return {
      homeId: venue.homeId, id: newId(), venueId: venue.id, answer: 'unknown', words: '', metres: null, detail: null, known: 'not said',
      checkedBy: tx.actor.accountId, checkedByName: tx.actor.name, checkedAt: tx.now, ...of,
    };
  }
}

const NO_HOURS: Opening = { from: 'not known', osm: null, holidays: { rule: 'not known', from: null, to: null } };
const isWeekday = (day: number) => Number.isInteger(day) && day >= 1 && day <= 7;

function isSameCheck(a: VenueCheckEntity, b: VenueCheckEntity): boolean {
  return a.venueId === b.venueId && a.fact === b.fact && a.answer === b.answer && a.words === b.words && a.metres === b.metres && a.known === b.known;
}

function mistakesIn({ name, website }: VenueDetailsInput) {
  return [isBlank(name) && { code: 'NO_NAME' as const }, !isBlank(website) && webOf({ website: website.trim() }) === null && { code: 'NOT_A_LINK' as const }];
}

function detailsFrom({ name, category, address, phone, website, price }: VenueDetailsInput) {
  return {
    name: name.trim().slice(0, 120), category: wordsOrNull(category)?.slice(0, 60) ?? null, address: address.trim().slice(0, 300), phone: phoneOf({ phone: phone.trim() }) ?? wordsOrNull(phone)?.slice(0, 60) ?? null,
    website: webOf({ website: website.trim() }), price: price.trim().slice(0, 300),
  };
}

const CALLED: Readonly<Record<string, string>> = { name: 'the name', category: 'the kind', address: 'the address', phone: 'the telephone', website: 'the web address', price: 'the price', lat: 'the position', lon: 'the position' };

/** 'Before: the telephone was 01632 960111.' */
function sayWas(was: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(was).filter(([key]) => key !== 'lon').map(([key, value]) => `${CALLED[key] ?? key} was ${key === 'lat' ? 'another' : typeof value === 'string' && value !== '' ? value : 'empty'}`);
  return parts.length === 0 ? 'Before: the position was another.' : `Before: ${parts.join('; ')}.`;
}

const RULE_WORDS: Readonly<Record<HolidayRule, string>> = { 'as usual': 'as usual on bank holidays', 'closed': 'closed on bank holidays', 'other hours': 'other hours on bank holidays', 'not known': 'bank holidays not known' };
const WEEKDAY_WORDS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** 'Mon, Tue 09:00 to 17:00; closed on bank holidays'. */
export function sayHours({ from, osm, holidays }: Opening, weekly: VenueEntity['hours']): string {
  if (from === 'not known') return 'Hours not known';
  const rule = holidays.rule === 'other hours' && holidays.from && holidays.to ? `${holidays.from} to ${holidays.to} on bank holidays` : RULE_WORDS[holidays.rule];
  if (from === 'osm') return holidays.rule === 'not known' ? (osm ?? '') : `${osm ?? ''}; ${rule}`;
  return [...weekly.map(({ days, from: opens, to }) => `${days.length === 7 ? 'Every day' : days.map((day) => WEEKDAY_WORDS[day - 1]).join(', ')} ${opens} to ${to}`), rule].join('; ');
}

