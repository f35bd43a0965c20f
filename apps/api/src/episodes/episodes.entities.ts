/** Episodes, their reviews and what comes after: added to, never rewritten. */
import type { EpisodeKind, EpisodeResult, WentTo } from '@promenade/domain/episodes/episode';
import type { HomeState } from '@promenade/domain/episodes/going-home';
import type { LookBackState, LookBackWeeks } from '@promenade/domain/episodes/look-back';
import { Check, Column, Index } from 'typeorm';
import { HomeTable, References } from '../db/table.ts';
import { OfResident } from '../people/record.table.ts';

/** A stay, or a stretch of help towards something, from its first conversation on: what it is for in the person’s words, and what was said it will and will not give. */
@HomeTable('episode')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'residentId'])
@Check('ck_episode_kind', `kind IN ('short stay', 'living here')`)
export class EpisodeEntity extends OfResident {
  @Column('text') kind: EpisodeKind;
  @Column('date', { nullable: true }) referredOn: string | null;
  @Column('text', { nullable: true }) referredBy: string | null;
  @Column('date') beganOn: string;
  /** In the person’s words. */
  @Column('text') purpose: string;
  @Column('text') willProvide: string;
  @Column('text') willNotProvide: string;
  @Column('text') discussedWith: string;
  @Column('date') discussedOn: string;
  @Column('text') personSaid: string;
  @Column('date', { nullable: true }) hopedEndOn: string | null;
  @Column('date') firstReviewOn: string;
}

/** How an episode ended, in the person’s words, and where they went. `noPlanWhy` is said where there is no plan for afterwards. */
@HomeTable('episode_end')
@References('ResidentEntity', 'residentId')
@References('EpisodeEntity', 'episodeId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'episodeId'], { unique: true })
@Check('ck_episode_end_result', `result IN ('reached', 'partly reached', 'not reached', 'stopped', 'cut short')`)
@Check('ck_episode_end_went_to', `went_to IN ('own home', 'lives here', 'another home', 'hospital', 'family', 'somewhere else', 'died')`)
export class EpisodeEndEntity extends OfResident {
  @Column('uuid') episodeId: string;
  @Column('date') endedOn: string;
  @Column('text') result: EpisodeResult;
  @Column('text') say: string;
  @Column('text') wentTo: WentTo;
  @Column('text', { nullable: true }) wentWords: string | null;
  @Column('text', { nullable: true }) noPlanWhy: string | null;
}

/** What the person goes away with when support ends; written again, the latest counts. */
@HomeTable('transition_plan')
@References('ResidentEntity', 'residentId')
@References('EpisodeEntity', 'episodeId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'episodeId'])
export class TransitionPlanEntity extends OfResident {
  @Column('uuid') episodeId: string;
  @Column('text') myself: string;
  @Column('text') help: string;
  @Column('text') equipment: string;
  @Column('text') whoToCall: string;
  @Column('text') appointments: string;
  @Column('text') ifWorse: string;
  @Column('text') say: string;
}

/** How it goes, four and twelve weeks after an episode ended. Whoever was not reached is tried again. */
@HomeTable('look_back')
@References('ResidentEntity', 'residentId')
@References('EpisodeEntity', 'episodeId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'episodeId'])
@Check('ck_look_back_weeks', `weeks IN (4, 12)`)
@Check('ck_look_back_state', `state IN ('looked at', 'not reached', 'not wanted')`)
export class LookBackEntity extends OfResident {
  @Column('uuid') episodeId: string;
  @Column('int') weeks: LookBackWeeks;
  @Column('date') onDay: string;
  @Column('text') state: LookBackState;
  @Column('text') spokeWith: string;
  @Column('text') say: string;
  @Column('text', { nullable: true }) stillDoes: string | null;
  @Column('text', { nullable: true }) lost: string | null;
  @Column('text', { nullable: true }) nextStep: string | null;
}

/** One thing that going home takes, as it was seen on a day; the latest of a topic counts. */
@HomeTable('home_going')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'residentId'])
@Check('ck_home_going_state', `state IN ('there', 'missing', 'not needed')`)
export class HomeGoingEntity extends OfResident {
  @Column('text') topic: string;
  @Column('text') state: HomeState;
  @Column('text') words: string;
  @Column('text', { nullable: true }) owner: string | null;
  @Column('date', { nullable: true }) byDate: string | null;
}

/** One sitting: everything looked at again with the person. */
@HomeTable('review')
@References('ResidentEntity', 'residentId')
@References('EpisodeEntity', 'episodeId')
@Index(['homeId', 'residentId'])
export class ReviewEntity extends OfResident {
  @Column('uuid', { nullable: true }) episodeId: string | null;
  @Column('date') heldOn: string;
  @Column('text') present: string;
  /** What the person says of how it goes. */
  @Column('text') say: string;
  @Column('text', { nullable: true }) enjoyed: string | null;
  @Column('text', { nullable: true }) supportSay: string | null;
  @Column('text', { nullable: true }) homeSay: string | null;
  @Column('date', { nullable: true }) nextOn: string | null;
  /** Where the review moved the hoped end of the stay. */
  @Column('date', { nullable: true }) hopedEndOn?: string | null;
}

/** What a sitting was due for: answered by it, and not asked again. */
@HomeTable('review_answer')
@References('ResidentEntity', 'residentId')
@References('ReviewEntity', 'reviewId')
@Index(['homeId', 'residentId'])
export class ReviewAnswerEntity extends OfResident {
  @Column('uuid') reviewId: string;
  @Column('text') kind: string;
  @Column('text') key: string;
  @Column('text') words: string;
}

/** What changes after a sitting: who does what by when. */
@HomeTable('review_action')
@References('ResidentEntity', 'residentId')
@References('ReviewEntity', 'reviewId')
@Index(['homeId', 'residentId'])
export class ReviewActionEntity extends OfResident {
  @Column('uuid') reviewId: string;
  @Column('text') what: string;
  @Column('text') who: string;
  @Column('date') byDate: string;
}

/** It was done. */
@HomeTable('review_action_done')
@References('ResidentEntity', 'residentId')
@References('ReviewActionEntity', 'actionId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'actionId'], { unique: true })
export class ReviewActionDoneEntity extends OfResident {
  @Column('uuid') actionId: string;
  @Column('date') doneOn: string;
}

/** A time kept free for a review: the session holds everybody it needs. */
@HomeTable('review_meeting')
@References('ResidentEntity', 'residentId')
@References('SessionEntity', 'sessionId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'sessionId'], { unique: true })
export class ReviewMeetingEntity extends OfResident {
  @Column('uuid') sessionId: string;
  @Column('text', { nullable: true }) place: string | null;
  /** Whom of the family was told, in words. */
  @Column('text', { nullable: true }) family: string | null;
  @Column('text', { nullable: true }) words: string | null;
}
