import { Column, Index } from 'typeorm';
import type { Repeats } from '@promenade/domain/people/routine-repeats';
import type { CLAIM_COUNTS, CLAIM_FOR, CLAIM_OF } from '@promenade/domain/promises/claim';
import type { NotRunReason } from '@promenade/domain/promises/happened';
import type { Feasible, Level } from '@promenade/domain/promises/promise';
import { HomeTable, InHome, References } from '../db/table.ts';

/** A promise that comes round: each of its days becomes a promise of its own in the ledger. Only ever inserted. */
@HomeTable('standing_promise')
@References('ResidentEntity', 'residentId')
@References('WishEntity', 'wishId')
@References('ActivityEntity', 'activityId')
@References('LifeFactEntity', 'lifeFactId')
@Index(['homeId', 'residentId'])
export class StandingPromiseEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid', { nullable: true }) wishId: string | null;
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('uuid', { nullable: true }) lifeFactId: string | null;
  @Column('text') words: string;
  @Column('text') level: Level;
  @Column('int', { array: true }) days: number[];
  @Column('text') repeats: Repeats;
  @Column('date') since: string;
  @Column('text') madeTo: string;
  @Column('text') found: string;
  @Column('jsonb', { nullable: true }) feasible: Feasible | null;
  @Column('uuid', { nullable: true }) madeBy: string | null;
  @Column('text') madeByName: string;
  @Column('timestamptz') madeAt: Date;
}

/** The person, or whoever decides for them, let go of a standing promise: from that day on it is not made any more. */
@HomeTable('standing_end')
@References('StandingPromiseEntity', 'standingId')
@Index(['homeId', 'standingId'], { unique: true })
export class StandingEndEntity extends InHome {
  @Column('uuid') standingId: string;
  @Column('date') endedOn: string;
  @Column('text') words: string;
  /** Whose words they are, and by what right. */
  @Column('text') byName: string;
  @Column('text') byRight: string;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** What the home advertises, in the words in which it does. Only ever inserted. */
@HomeTable('claim')
@References('ActivityEntity', 'activityId')
export class ClaimEntity extends InHome {
  @Column('text') words: string;
  @Column('text') saidIn: string;
  @Column('date') since: string;
  @Column('int') perWeek: number;
  @Column('text') counts: (typeof CLAIM_COUNTS)[number];
  @Column('text') forWhom: (typeof CLAIM_FOR)[number];
  @Column('text') of: (typeof CLAIM_OF)[number];
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** Since when something is no longer advertised, and why. */
@HomeTable('claim_end')
@References('ClaimEntity', 'claimId')
@Index(['homeId', 'claimId'], { unique: true })
export class ClaimEndEntity extends InHome {
  @Column('uuid') claimId: string;
  @Column('date') endedOn: string;
  @Column('text') words: string;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** Why a week fell short of what is advertised, and who answers for it. The last word on a week holds. */
@HomeTable('claim_week')
@References('ClaimEntity', 'claimId')
@Index(['homeId', 'claimId', 'weekStarts'])
export class ClaimWeekEntity extends InHome {
  @Column('uuid') claimId: string;
  @Column('date') weekStarts: string;
  @Column('text') reason: NotRunReason;
  @Column('text') words: string;
  @Column('text') answers: string;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}
