/** Capacity for one decision, what was decided by whom, views that were heard, and consent to photos and recordings. All of it is added to. */
import { Column, Index } from 'typeorm';
import type { MediaAnswer, MediaKind } from '@promenade/domain/people/media-consent';
import { HomeTable, InHome, References } from '../db/table.ts';
import { OfResident } from './record.table.ts';

/** Whether a person could decide one thing at one time, with every help; it stands until a day. */
@HomeTable('capacity_view')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'residentId'])
export class CapacityViewEntity extends OfResident {
  @Column('text') area: string;
  /** The one decision it is about, in words. */
  @Column('text') matter: string;
  @Column('boolean') able: boolean;
  @Column('text') helpTried: string;
  @Column('text') why: string;
  @Column('date') onDate: string;
  @Column('date') untilDate: string;
}

/** How a best-interests decision was come to. Until when it stands is said by the authority it belongs to. */
@HomeTable('best_interests')
@References('ResidentEntity', 'residentId')
@References('AuthorityEntity', 'authorityId')
@Index(['homeId', 'residentId'])
export class BestInterestsEntity extends OfResident {
  @Column('uuid') authorityId: string;
  @Column('text') decision: string;
  @Column('text') consulted: string;
  @Column('text') weighed: string;
  @Column('text') lessRestrictive: string;
  @Column('text') couldWait: string;
}

/** What was decided in an area of life, by whom and by what right. */
@HomeTable('decision_made')
@References('ResidentEntity', 'residentId')
@References('SupporterEntity', 'supporterId')
@Index(['homeId', 'residentId'])
export class DecisionMadeEntity extends OfResident {
  /** The attorney or deputy who decided. */
  @Column('uuid', { nullable: true }) supporterId: string | null;
  @Column('text') area: string;
  @Column('text', { nullable: true }) matter: string | null;
  @Column('text') what: string;
  @Column('text') decidedBy: string;
  @Column('text') byRight: string;
  /** The right in words, as it was on that day. */
  @Column('text') rightWords: string;
  @Column('text') said: string;
  @Column('boolean') wantsSecondLook: boolean;
}

/** Somebody's view, heard and not obeyed: beside a decision, or of one that was not theirs to make. */
@HomeTable('view_heard')
@References('ResidentEntity', 'residentId')
@References('SupporterEntity', 'supporterId')
@References('DecisionMadeEntity', 'decisionId')
@Index(['homeId', 'residentId'])
export class ViewHeardEntity extends OfResident {
  @Column('uuid', { nullable: true }) supporterId: string | null;
  @Column('uuid', { nullable: true }) decisionId: string | null;
  @Column('text') whose: string;
  @Column('text') area: string;
  @Column('text') about: string;
  @Column('text') words: string;
  /** Why it did not decide, when somebody tried to. */
  @Column('text', { nullable: true }) whyNot: string | null;
}

/** A second pair of eyes on what a supporter decided about money. */
@HomeTable('second_look')
@References('DecisionMadeEntity', 'decisionId')
@Index(['homeId', 'decisionId'], { unique: true })
export class SecondLookEntity extends InHome {
  @Column('uuid') decisionId: string;
  @Column('text') words: string;
  @Column('boolean') isWell: boolean;
  @Column('uuid') lookedBy: string;
  @Column('text') lookedByName: string;
  @Column('timestamptz') lookedAt: Date;
}

/** What was agreed about photos or recordings; the latest of a kind counts. */
@HomeTable('media_consent')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'residentId'])
export class MediaConsentEntity extends OfResident {
  @Column('text') kind: MediaKind;
  @Column('text') answer: MediaAnswer;
  @Column('text', { nullable: true }) condition: string | null;
  /** Who agreed and by what right, in words. */
  @Column('text') decidedBy: string;
}

/** Who stands in for somebody with nobody outside: an advocate or the named worker, until it ends. */
@HomeTable('stand_in')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'residentId'])
export class StandInEntity extends OfResident {
  @Column('text') kind: string;
  @Column('text') name: string;
  @Column('text') words: string;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
