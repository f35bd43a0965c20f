// What people of Chestnut House found at the places of Harrowby: bank holidays, checks, and how they were treated.
import type { Answer, Fact } from '@promenade/domain/venues/facts';
import type { HolidayRule, Nation } from '@promenade/domain/venues/opening';
import type { Treated } from '@promenade/domain/venues/visits';

/** Where Chestnut House stands. */
export const homeAt: { readonly lat: number; readonly lon: number; readonly nation: Nation } = { lat: 53.9021, lon: -1.6484, nation: 'England' };

type Check = { readonly fact: Fact; readonly answer: Answer; readonly words: string; readonly metres?: number; readonly known: 'seen by us' | 'told by the venue'; readonly by: string; readonly daysAgo: number };
type Visit = { readonly how: Treated; readonly words: string; readonly by: string; readonly daysAgo: number };

export type VenueChecks = {
  readonly venue: string;
  readonly category: string;
  readonly holidays: { readonly rule: HolidayRule; readonly from?: string; readonly to?: string };
  readonly checks: readonly Check[];
  readonly visits: readonly Visit[];
};

const seen = (fact: Fact, answer: Answer, words: string, by: string, daysAgo: number, metres?: number): Check => ({ fact, answer, words, by, daysAgo, known: 'seen by us', ...(metres === undefined ? {} : { metres }) });
const told = (fact: Fact, answer: Answer, words: string, by: string, daysAgo: number): Check => ({ fact, answer, words, by, daysAgo, known: 'told by the venue' });

export const venueChecks: readonly VenueChecks[] = [
  {
    venue: 'leisure-centre', category: 'sports centre', holidays: { rule: 'closed' },
    checks: [
      seen('step-free', 'partly', 'The front has three steps.', 'Siân Pritchard', 320), seen('step-free', 'yes', 'Through the side door by the blue-badge bays.', 'Siân Pritchard', 40),
      seen('changing place', 'yes', 'Radar key; the code is at the desk.', 'Siân Pritchard', 40), seen('hoist', 'yes', 'Pool hoist, and a ceiling hoist in the changing place. Bring a sling.', 'Siân Pritchard', 40),
      seen('accessible toilet', 'yes', '', 'Siân Pritchard', 40), seen('metres from parking', 'yes', '', 'Siân Pritchard', 40, 25), told('cost', 'partly', 'Swim £4.20.', 'Siân Pritchard', 40), told('companion free', 'yes', 'Say so at the desk.', 'Siân Pritchard', 40),
    ],
    visits: [{ how: 'good', words: 'The lifeguard carried Steven’s towel and asked him about the race.', by: 'Siân Pritchard', daysAgo: 40 }, { how: 'mixed', words: 'Saturday staff stared. Deb put it right.', by: 'Femi Bello', daysAgo: 23 }, { how: 'good', words: 'Water warm, music off as promised.', by: 'Siân Pritchard', daysAgo: 9 }],
  },
  {
    venue: 'library', category: 'library', holidays: { rule: 'closed' },
    checks: [seen('step-free', 'yes', 'Ramp to the left of the doors.', 'Femi Bello', 60), seen('accessible toilet', 'partly', 'A toilet, but a wide chair does not turn in it.', 'Femi Bello', 60), seen('cost', 'yes', '', 'Femi Bello', 60), told('hearing loop', 'yes', 'At the desk; ask for it to be switched on.', 'Femi Bello', 60)],
    visits: [{ how: 'good', words: 'They had Miss Carr’s books ready under her name.', by: 'Femi Bello', daysAgo: 6 }],
  },
  { venue: 'chapel', category: 'place of worship', holidays: { rule: 'not known' }, checks: [seen('hearing loop', 'yes', 'It works from the third pew back.', 'Siân Pritchard', 21), seen('cost', 'yes', '', 'Siân Pritchard', 21)], visits: [{ how: 'good', words: 'Somebody called out and they sang louder.', by: 'Siân Pritchard', daysAgo: 21 }] },
  { venue: 'allotment', category: 'allotments', holidays: { rule: 'as usual' }, checks: [seen('cost', 'yes', '', 'Femi Bello', 4), seen('accessible toilet', 'no', 'A composting toilet with a step.', 'Femi Bello', 4)], visits: [] },
  {
    venue: 'pub', category: 'pub', holidays: { rule: 'other hours', from: '12:00', to: '15:00' },
    checks: [seen('accessible toilet', 'no', 'Down four stairs. Go before you leave.', 'Femi Bello', 30), seen('seating', 'yes', 'Settle by the fire has arms.', 'Femi Bello', 30)],
    visits: [{ how: 'badly', words: 'A man at the bar told Steven to shut up, and the new barman laughed. Alan was away.', by: 'Femi Bello', daysAgo: 8 }],
  },
  { venue: 'park', category: 'park', holidays: { rule: 'as usual' }, checks: [seen('cost', 'yes', '', 'Siân Pritchard', 15), seen('seating', 'yes', 'A bench every hundred yards on the lower path.', 'Siân Pritchard', 15)], visits: [] },
  { venue: 'garden-centre', category: 'garden centre', holidays: { rule: 'other hours', from: '10:30', to: '16:00' }, checks: [seen('changing place', 'yes', 'Bring your own sling.', 'Siân Pritchard', 30), seen('cost', 'yes', 'Free to look.', 'Siân Pritchard', 30)], visits: [{ how: 'good', words: 'They let Nora touch everything.', by: 'Siân Pritchard', daysAgo: 30 }] },
];
