import type { ResultOf } from 'gql.tada';
import { sayDay } from '@promenade/domain/shared/time';
import type { venueDocument } from './venues.graphql.ts';

export type Venue = ResultOf<typeof venueDocument>['venue'];
export type VenueFact = Venue['facts'][number];

const whenWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** '24 November 2026'. */
export const sayDate = (at: string | Date) => whenWords.format(new Date(at));
/** 'Tuesday 24 November'. */
export const sayDayOf = (day: string) => sayDay(day);

/** Kinds are kept in small letters, as in the middle of a sentence; at the start of a line they begin with a large one. */
export const atTheStart = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
