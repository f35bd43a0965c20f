import type { ResultOf } from 'gql.tada';
import type { choicesDocument, homeDecisionsDocument, offerDocument, recordChoiceDocument } from './choices.graphql.ts';

export type Choices = ResultOf<typeof choicesDocument>['residentChoices'];
export type Receipt = Choices['receipts'][number];
export type Readings = Choices['readings'][number];
export type Whose = ResultOf<typeof homeDecisionsDocument>['homeDecisions']['whole'];
export type Recorded = ResultOf<typeof recordChoiceDocument>;
type Offered = ResultOf<typeof offerDocument>['offerChoice'];
export type Offer = Extract<Offered, { __typename: 'ChoiceOffer' }>;
export type ShownOption = Offer['threes'][number][number];

/** Whoever keeps things on this device: their account. */
export type Keeper = { id: string; name: string };
