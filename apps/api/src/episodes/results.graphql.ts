import { orRefused } from '../graphql/refused.graphql.ts';
import { StayType } from './episodes.graphql.ts';

export const HoldReviewResult = orRefused('HoldReviewResult', StayType);
export const BookReviewResult = orRefused('BookReviewResult', StayType);
export const CallOffReviewResult = orRefused('CallOffReviewResult', StayType);
export const RecordLifeChangeResult = orRefused('RecordLifeChangeResult', StayType);
