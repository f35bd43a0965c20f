/** The tables, and connections to the database that holds them. */
import { DataSource } from 'typeorm';
import { AccountEntity, HomeEntity, InvitationEntity, MembershipEntity, SignInEntity } from '../access/access.entities.ts';
import { FamilyAskEntity, FamilyAskEntryEntity, ToldByFamilyEntity, VisitEntity } from '../asks/asks.entities.ts';
import { ChangedFactEntity } from '../changes/changes.entities.ts';
import { ChoiceEntity, ChoiceOfferEntity, PreferenceReadingEntity } from '../choices/choices.entities.ts';
import { CircleMemberEntity, SharingConsentEntity, SupporterEntity } from '../circle/circle.entities.ts';
import { AttendanceEntity, RoutineDayEntity, SessionMediaEntity, SessionReportEntity, UnmetNeedEntity } from '../day/day.entities.ts';
import { ImportMappingEntity, ImportRunEntity } from '../interchange/interchange.entities.ts';
import { MediaEntity, MediaPersonEntity } from '../media/media.entities.ts';
import { AboutMeEntryEntity, AboutMeStatementEntity, PortraitEntity } from '../people/about-me.entities.ts';
import { ActivityDraftEntity, ActivityEntity, ActivityNoteEntity, ActivityRoomEntity, ActivityVersionEntity, KitWordEntity } from '../library/library.entities.ts';
import { LifeFactVersionEntity, OutcomeFactEntity, TopicActivityEntity, TopicToAvoidEntity } from '../people/life-story.entities.ts';
import { BarrierEntity, PreferenceAnswerEntity } from '../people/preferences.entities.ts';
import { DistressNoteEntity, RoutineExceptionEntity } from '../people/routines.entities.ts';
import { AuthorityEntity, AvoidanceEntity, AwayTimeEntity, InterestEntity, LifeFactEntity, OutcomeEntity, ResidentEntity, RoutineEntity } from '../people/people.entities.ts';
import { BestInterestsEntity, CapacityViewEntity, DecisionMadeEntity, MediaConsentEntity, SecondLookEntity, StandInEntity, ViewHeardEntity } from '../people/decisions.entities.ts';
import { LifePhaseEntity, OutcomeActivityEntity, OutcomeReviewEntity, OutcomeStepEntity, ResidentStatusChangeEntity, SupportVersionEntity } from '../people/support.entities.ts';
import { SelfAssessmentAnswerEntity, SelfAssessmentEntity } from '../people/self-assessment.entities.ts';
import { CalendarEntryEntity, CalendarLinkEntity, DigestEntity, DigestSubscriptionEntity } from '../outward/outward.entities.ts';
import { OwnWordEntity } from '../own/own.entities.ts';
import { EpisodeEndEntity, EpisodeEntity, HomeGoingEntity, LookBackEntity, ReviewActionDoneEntity, ReviewActionEntity, ReviewAnswerEntity, ReviewEntity, ReviewMeetingEntity, TransitionPlanEntity } from '../episodes/episodes.entities.ts';
import { LifeChangeEntity } from '../people/life-change.entities.ts';
import { BookingEntity, PlanEntity, PlanVersionEntity, SessionEntity } from '../planning/planning.entities.ts';
import { TellingEntity } from '../planning/telling.entities.ts';
import { LedgerErasureEntity, NotedHeadEntity } from '../promises/ledger.entities.ts';
import { LedgerContentEntity, LedgerEntryEntity, PromiseEntity, WishEntity } from '../promises/promises.entities.ts';
import { ClaimEndEntity, ClaimEntity, ClaimWeekEntity, StandingEndEntity, StandingPromiseEntity } from '../promises/standing.entities.ts';
import { HelpSearchEntity, TurnEntity } from '../rechecks/rechecks.entities.ts';
import { FallEntity, RoutineSupportEntity, SupportPlanAnswerEntity, SupportPlanEntity, SupportPlanLineEntity, SupportPlanStopEntity, WishMinuteEntity } from '../reablement/support-plan.entities.ts';
import { AssistanceEntity, AssistanceReasonEntity, LadderTaskEntity, TaskPlaceEntity } from '../reablement/reablement.entities.ts';
import { BeliefTalkEntity, GoalDraftEntity, GoalScaleEntity, GoalScoreEntity, OutcomeBeliefEntity } from '../reablement/scales.entities.ts';
import { HandoverEntity, HandoverNoteEntity, HandoverReadingEntity } from '../handover/handover.entities.ts';
import { RoundEndEntity, RoundEntity, RoundLookEntity, RoundResponseEntity } from '../rounds/rounds.entities.ts';
import { AbsenceEntity, FloorCoverEntity, ShiftEntity, StaffEntity, StaffPreferenceEntity } from '../staff/staff.entities.ts';
import { VehicleEntity, VehicleOffRoadEntity } from '../transport/transport.entities.ts';
import { HomePlaceEntity, RoomEntity, VenueCheckEntity, VenueEntity, VenueFollowUpEntity, VenueSourceEntity, VenueVisitEntity } from '../venues/venues.entities.ts';
import { Naming } from './naming.ts';

export const ENTITIES = [
  HomeEntity, AccountEntity, MembershipEntity, SignInEntity, InvitationEntity,
  ResidentEntity, LifeFactEntity, RoutineEntity, InterestEntity, OutcomeEntity, AuthorityEntity, AvoidanceEntity, AwayTimeEntity,
  LifeFactVersionEntity, OutcomeFactEntity, TopicToAvoidEntity, TopicActivityEntity, PreferenceAnswerEntity, BarrierEntity, RoutineExceptionEntity, DistressNoteEntity,
  CapacityViewEntity, BestInterestsEntity, DecisionMadeEntity, ViewHeardEntity, SecondLookEntity, MediaConsentEntity, StandInEntity,
  SupportVersionEntity, OutcomeStepEntity, OutcomeActivityEntity, OutcomeReviewEntity, ResidentStatusChangeEntity, LifePhaseEntity,
  MediaEntity, MediaPersonEntity, PortraitEntity, AboutMeEntryEntity, AboutMeStatementEntity,
  SelfAssessmentEntity, SelfAssessmentAnswerEntity,
  SupporterEntity, CircleMemberEntity, SharingConsentEntity,
  VenueEntity, VenueCheckEntity, VenueVisitEntity, VenueFollowUpEntity, VenueSourceEntity, HomePlaceEntity, RoomEntity, ActivityEntity, ActivityRoomEntity, ActivityVersionEntity, ActivityDraftEntity, ActivityNoteEntity, KitWordEntity,
  StaffEntity, ShiftEntity, AbsenceEntity, FloorCoverEntity, StaffPreferenceEntity,
  VehicleEntity, VehicleOffRoadEntity,
  ChangedFactEntity,
  StandingPromiseEntity, StandingEndEntity, ClaimEntity, ClaimEndEntity, ClaimWeekEntity,
  WishEntity, PromiseEntity, LedgerEntryEntity, LedgerContentEntity, LedgerErasureEntity, NotedHeadEntity,
  LadderTaskEntity, AssistanceEntity, TaskPlaceEntity, AssistanceReasonEntity,
  SupportPlanEntity, SupportPlanLineEntity, SupportPlanStopEntity, SupportPlanAnswerEntity, WishMinuteEntity, FallEntity, RoutineSupportEntity,
  GoalScaleEntity, GoalDraftEntity, GoalScoreEntity, OutcomeBeliefEntity, BeliefTalkEntity,
  PlanEntity, PlanVersionEntity, SessionEntity, BookingEntity, TellingEntity, TurnEntity, HelpSearchEntity,
  AttendanceEntity, SessionReportEntity, RoutineDayEntity, UnmetNeedEntity, SessionMediaEntity,
  RoundEntity, RoundLookEntity, RoundEndEntity, RoundResponseEntity, HandoverEntity, HandoverNoteEntity, HandoverReadingEntity,
  ChoiceOfferEntity, ChoiceEntity, PreferenceReadingEntity,
  FamilyAskEntity, FamilyAskEntryEntity, VisitEntity, ToldByFamilyEntity,
  LifeChangeEntity, EpisodeEntity, EpisodeEndEntity, TransitionPlanEntity, LookBackEntity, HomeGoingEntity, ReviewEntity, ReviewAnswerEntity, ReviewActionEntity, ReviewActionDoneEntity, ReviewMeetingEntity,
  OwnWordEntity,
  ImportRunEntity, ImportMappingEntity,
  CalendarLinkEntity, CalendarEntryEntity, DigestSubscriptionEntity, DigestEntity,
];

/** Connections for a role; `poolSize` bounds them. Never synchronises: migrations are the only way the schema changes. */
export function dataSourceFor(url: string, poolSize = 10): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    namingStrategy: new Naming(),
    synchronize: false,
    installExtensions: false,
    poolSize,
    extra: { application_name: 'promenade', idleTimeoutMillis: 30_000 },
  });
}
