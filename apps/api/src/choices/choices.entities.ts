/** What was offered, what was chosen, and readings of preference: all of it history, added to and never rewritten. */
import type { Option } from '@promenade/domain/choices/option';
import type { Point } from '@promenade/domain/choices/points';
import type { Likes } from '@promenade/domain/choices/reading';
import type { Answer, AnsweredBy, Standing, WayOfSaying } from '@promenade/domain/choices/receipt';
import { Column, Index } from 'typeorm';
import { HomeTable, References } from '../db/table.ts';
import { OfResident } from '../people/record.table.ts';

/** One question put to a resident, with the advice as it stood then. */
@HomeTable('choice_offer')
@References('ResidentEntity', 'residentId')
@References('ActivityEntity', 'activityId')
@References('SessionEntity', 'sessionId')
@Index(['homeId', 'residentId', 'recordedAt'])
export class ChoiceOfferEntity extends OfResident {
  @Column('text') point: Point;
  /** What it is about, where it is about an activity or a session. */
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @Column('text') question: string;
  @Column('text') lead: string;
  /** The options three by three, in the order in which they are shown. */
  @Column('jsonb') threes: Option[][];
  /** What is asked about is out of the home. */
  @Column('boolean') isOut: boolean;
}

/** The receipt of an answer. */
@HomeTable('choice')
@References('ResidentEntity', 'residentId')
@References('ChoiceOfferEntity', 'offerId')
@References('SupporterEntity', 'supporterId')
@Index(['homeId', 'residentId', 'chosenAt'])
@Index(['homeId', 'chosenAt'])
export class ChoiceEntity extends OfResident {
  @Column('uuid') offerId: string;
  @Column('text') point: Point;
  /** How many threes had been looked at. */
  @Column('int') shown: number;
  @Column('text') answer: Answer;
  @Column('text', { nullable: true }) optionKey: string | null;
  @Column('text', { nullable: true }) words: string | null;
  @Column('text') standing: Standing;
  @Column('text', { nullable: true }) byRight: string | null;
  @Column('uuid', { nullable: true }) supporterId: string | null;
  @Column('text') answeredBy: AnsweredBy;
  @Column('text') answeredByName: string;
  @Column('text') how: WayOfSaying;
  /** Why it was only heard. */
  @Column('text', { nullable: true }) whyNot: string | null;
  @Column('text') ledTo: string;
  @Column('uuid', { nullable: true }) ledToId: string | null;
  /** By the clock of the device on which it was chosen. */
  @Column('timestamptz') chosenAt: Date;
}

/** What somebody who knows a resident reads from how they respond to an activity. */
@HomeTable('preference_reading')
@References('ResidentEntity', 'residentId')
@References('ActivityEntity', 'activityId')
@References('PreferenceReadingEntity', 'answersId')
@Index(['homeId', 'residentId'])
export class PreferenceReadingEntity extends OfResident {
  @Column('uuid') activityId: string;
  @Column('text') likes: Likes;
  @Column('text') signs: string;
  @Column('text') knows: string;
  /** Sessions that the reader and the resident had had together by then. */
  @Column('int') sessionsTogether: number;
  /** How the resident had responded by then, counted. */
  @Column('text') evidence: string;
  @Column('uuid', { nullable: true }) answersId: string | null;
}
