/** What the tags of a place mean: what sort of place it is, where it stands, and what its access is said to be. */
import type { Answer, Fact } from '@promenade/domain/venues/facts';

export type Tags = Readonly<Record<string, string>>;

/** What tags say of one fact. */
export type TagClaim = { readonly fact: Fact; readonly answer: Answer; readonly words: string; readonly metres: number | null };

/** Kinds of places somebody might go to, by tag, and what we call them. */
const KINDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  amenity: {
    library: 'library', community_centre: 'community centre', social_centre: 'social centre', social_club: 'social club', place_of_worship: 'place of worship', pub: 'pub', bar: 'bar', cafe: 'café',
    restaurant: 'restaurant', fast_food: 'takeaway', food_court: 'food court', ice_cream: 'ice cream', biergarten: 'beer garden', cinema: 'cinema', theatre: 'theatre', arts_centre: 'arts centre',
    concert_hall: 'concert hall', events_venue: 'hall', music_venue: 'music', planetarium: 'planetarium', public_bath: 'baths', toilets: 'toilets', marketplace: 'market', townhall: 'town hall', gambling: 'bingo', bingo: 'bingo',
  },
  leisure: {
    park: 'park', garden: 'garden', sports_centre: 'sports centre', sports_hall: 'sports hall', swimming_pool: 'swimming pool', bowling_alley: 'bowling', fitness_centre: 'gym', nature_reserve: 'nature reserve', golf_course: 'golf',
    miniature_golf: 'mini golf', stadium: 'stadium', dance: 'dance', ice_rink: 'ice rink', marina: 'marina', bird_hide: 'bird hide', common: 'common', bowling_green: 'bowling green', social_club: 'social club',
  },
  tourism: { museum: 'museum', gallery: 'gallery', attraction: 'sight', zoo: 'zoo', aquarium: 'aquarium', theme_park: 'theme park', viewpoint: 'viewpoint', picnic_site: 'picnic place' },
  historic: { castle: 'castle', manor: 'historic house', house: 'historic house', church: 'church', ruins: 'ruins', mill: 'mill', railway: 'old railway' },
  natural: { beach: 'beach' },
  landuse: { allotments: 'allotments' },
};
const NO_SHOPS = new Set(['no', 'vacant', 'disused', 'closed']);

/** What sort of place the tags say it is; null for a bench, a car park or anything else one does not visit. */
export function categoryOf(tags: Tags): string | null {
  for (const [key, kinds] of Object.entries(KINDS)) {
    const value = tags[key];
    if (value !== undefined && Object.hasOwn(kinds, value)) return kinds[value] ?? null;
  }
  const { shop, club } = tags;
  if (shop !== undefined && !NO_SHOPS.has(shop)) return shop === 'yes' ? 'shop' : `shop: ${shop.replaceAll('_', ' ').slice(0, 40)}`;
  return club === undefined || club === 'no' ? null : 'club';
}

/** What it is instead, for the list of what was set aside: 'amenity=bench'. */
export function mainTag(tags: Tags): string {
  const key = ['amenity', 'leisure', 'tourism', 'shop', 'historic', 'natural', 'landuse'].find((each) => tags[each] !== undefined);
  return key ? `${key}=${tags[key] ?? ''}` : 'no kind of place';
}

const GONE = /^(disused|abandoned|demolished|razed|removed|closed|was):(amenity|leisure|tourism|shop|historic|club)$/;

/** Whether the map says that it has closed for good. */
export function isGone(tags: Tags): boolean {
  if (tags['disused'] === 'yes' || tags['abandoned'] === 'yes' || NO_SHOPS.has(tags['shop'] ?? '') || /^(off|closed)$/i.test(tags['opening_hours'] ?? '')) return true;
  return categoryOf(tags) === null && Object.keys(tags).some((key) => GONE.test(key));
}

export function addressOf(tags: Tags): string {
  const street = [tags['addr:housenumber'], tags['addr:street'] ?? tags['addr:place']].filter((part) => part !== undefined).join(' ');
  const town = [tags['addr:city'] ?? tags['addr:town'] ?? tags['addr:village'], tags['addr:postcode']].filter((part) => part !== undefined).join(' ');
  return [tags['addr:housename'], street, town].filter((part) => part !== undefined && part !== '').join(', ').slice(0, 300);
}

export function nameOf(tags: Tags): string {
  const name = tags['name'] ?? tags['name:en'] ?? '';
  if (name !== '' || tags['amenity'] !== 'toilets') return name;
  const street = tags['addr:street'] ?? tags['operator'];
  return street === undefined ? 'Public toilets' : `Public toilets, ${street}`;
}

/** A link we may show; null for anything but the web. */
export function webOf(tags: Tags): string | null {
  const site = tags['website'] ?? tags['contact:website'] ?? '';
  const whole = /^www\.[^\s]+$/i.test(site) ? `https://${site}` : site;
  return /^https?:\/\/[^\s<>"']+$/i.test(whole) ? whole : null;
}

export function phoneOf(tags: Tags): string | null {
  const phone = (tags['phone'] ?? tags['contact:phone'] ?? tags['contact:mobile'] ?? '').split(';')[0]?.trim() ?? '';
  return /^\+?[\d\s()./-]{5,25}$/.test(phone) ? phone : null;
}

const ANSWER: Readonly<Record<string, Answer>> = { yes: 'yes', designated: 'yes', limited: 'partly', partial: 'partly', partly: 'partly', no: 'no' };

/** What the tags say of access and cost. A tag that is not there, or says something else, says nothing. */
export function claimsOf(tags: Tags): TagClaim[] {
  const claims: TagClaim[] = [];
  const say = (fact: Fact, value: string | undefined, words = '') => {
    const answer = value !== undefined && Object.hasOwn(ANSWER, value.toLowerCase()) ? ANSWER[value.toLowerCase()] : undefined;
    if (answer !== undefined || words !== '') claims.push({ fact, answer: answer ?? 'unknown', words, metres: null });
  };
  say('step-free', tags['wheelchair'], tags['wheelchair:description'] ?? '');
  say('accessible toilet', tags['toilets:wheelchair'] ?? (tags['amenity'] === 'toilets' ? tags['wheelchair'] : undefined));
  const changingPlace = tags['changing_place'] ?? tags['toilets:changing_place'];
  say('changing place', changingPlace ?? (tags['changing_table:adult'] === 'yes' ? 'partly' : tags['changing_table:adult']));
  say('hearing loop', tags['hearing_loop'] ?? tags['audio_loop']);
  const bays = Number(tags['capacity:disabled']);
  if (Number.isInteger(bays) && bays > 0) say('parking', 'yes', `${bays} blue-badge ${bays === 1 ? 'bay' : 'bays'}`);
  if (tags['fee'] === 'no') say('cost', 'yes');
  else if (tags['charge'] !== undefined || (tags['fee'] ?? 'no') !== 'no') say('cost', undefined, tags['charge'] ?? 'There is a charge');
  for (const [key, fact] of OWN_TAGS) say(fact, tags[key], tags[`${key}:words`] ?? '');
  const metres = Number(tags['ours:metres']);
  if (tags['ours:metres'] !== undefined && Number.isInteger(metres) && metres >= 0 && metres <= 2000) claims.push({ fact: 'metres from parking', answer: metres <= 50 ? 'yes' : metres <= 200 ? 'partly' : 'no', words: '', metres });
  return claims;
}

/** What a home's own list may say beyond a map, under keys no map uses. */
const OWN_TAGS: readonly (readonly [string, Fact])[] = [
  ['ours:hoist', 'hoist'], ['ours:parking', 'parking'], ['ours:seating', 'seating'], ['ours:quiet', 'quiet hours'], ['ours:welcome', 'welcome'], ['ours:cost', 'cost'], ['ours:companion', 'companion free'],
];
