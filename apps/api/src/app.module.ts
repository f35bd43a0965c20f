import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.ts';
import { AccessModule } from './access/access.module.ts';
import { AccessResolver } from './access/access.resolver.ts';
import { AsksModule } from './asks/asks.module.ts';
import { AsksResolver } from './asks/asks.resolver.ts';
import { ChangesModule } from './changes/changes.module.ts';
import { ChangesResolver } from './changes/changes.resolver.ts';
import { ChoicesModule } from './choices/choices.module.ts';
import { ChoicesResolver } from './choices/choices.resolver.ts';
import { CircleModule } from './circle/circle.module.ts';
import { CircleResolver } from './circle/circle.resolver.ts';
import { DecisionsResolver } from './circle/decisions.resolver.ts';
import { FamilyModule } from './family/family.module.ts';
import { FamilyPagesResolver } from './family/family-pages.resolver.ts';
import { FamilyResolver } from './family/family.resolver.ts';
import { DayModule } from './day/day.module.ts';
import { DayResolver } from './day/day.resolver.ts';
import { SaidResolver } from './day/said.resolver.ts';
import { QuietResolver } from './day/quiet.resolver.ts';
import { VenueUsesResolver } from './day/venue-uses.resolver.ts';
import { HandoverModule } from './handover/handover.module.ts';
import { HandoverResolver } from './handover/handover.resolver.ts';
import { RoundsModule } from './rounds/rounds.module.ts';
import { RoundsResolver } from './rounds/rounds.resolver.ts';
import { ReablementModule } from './reablement/reablement.module.ts';
import { ReablementResolver } from './reablement/reablement.resolver.ts';
import { TasksResolver } from './reablement/tasks.resolver.ts';
import { ScalesResolver } from './reablement/scales.resolver.ts';
import type { MailSettings } from './config.ts';
import { Clock } from './db/clock.ts';
import { DbModule } from './db/db.module.ts';
import { graphqlModule } from './graphql/setup.ts';
import { InWords } from './graphql/in-words.filter.ts';
import { JobsModule } from './jobs/jobs.module.ts';
import { MediaModule } from './media/media.module.ts';
import { MediaResolver } from './media/media.resolver.ts';
import { KeptModule } from './kept/kept.module.ts';
import { KeptResolver } from './kept/kept.resolver.ts';
import { OwnModule } from './own/own.module.ts';
import { OwnResolver, OwnWordOnPromiseResolver, OwnWordsOnSessionsResolver } from './own/own.resolver.ts';
import { PlanningModule } from './planning/planning.module.ts';
import { PlanningResolver } from './planning/planning.resolver.ts';
import { PrintsModule } from './prints/prints.module.ts';
import { PrintsResolver } from './prints/prints.resolver.ts';
import { ProgressModule } from './progress/progress.module.ts';
import { ProgressResolver } from './progress/progress.resolver.ts';
import { ShownProgressResolver } from './progress/shown.resolver.ts';
import { PromiseRisksResolver } from './rechecks/promises-risks.resolver.ts';
import { RechecksModule } from './rechecks/rechecks.module.ts';
import { GoNowResolver } from './rechecks/go-now.resolver.ts';
import { HelpResolver } from './rechecks/help.resolver.ts';
import { RechecksResolver } from './rechecks/rechecks.resolver.ts';
import { StatusResolver } from './rechecks/status.resolver.ts';
import { LedgerResolver } from './promises/ledger.resolver.ts';
import { PromisesModule } from './promises/promises.module.ts';
import { PromisesResolver } from './promises/promises.resolver.ts';
import { ClaimsResolver, ManagerResolver, StandingResolver } from './promises/standing.resolver.ts';
import { WishesResolver } from './promises/wishes.resolver.ts';
import { InterestResolver, RoutineActivityResolver } from './library/belonging.resolver.ts';
import { EntriesResolver } from './library/entries.resolver.ts';
import { LibraryModule } from './library/library.module.ts';
import { LibraryResolver } from './library/library.resolver.ts';
import { ArrivalsResolver } from './people/arrivals.resolver.ts';
import { NotFreeResolver } from './people/not-free.resolver.ts';
import { OutcomesResolver } from './people/outcomes.resolver.ts';
import { ABOUT_ME, AboutMeModule } from './people/about-me.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { PhaseResolver } from './people/phase.resolver.ts';
import { SupportResolver } from './people/support.resolver.ts';
import { LifeFactTimeResolver, LifeFactVersionResolver, LifeStoryResolver, TopicToAvoidResolver } from './people/life-story.resolver.ts';
import { LifeFactResolver, PeopleResolver, RoutineResolver } from './people/people.resolver.ts';
import { PreferencesResolver } from './people/preferences.resolver.ts';
import { DistressResolver, RoutineDaysResolver } from './people/routines.resolver.ts';
import { SelfAssessmentResolver } from './people/self-assessment.resolver.ts';
import { NamedWorkerResolver, StaffResolver } from './staff/staff.resolver.ts';
import { StaffModule } from './staff/staff.module.ts';
import { TaperModule } from './taper/taper.module.ts';
import { TaperResolver } from './taper/taper.resolver.ts';
import { TransportModule } from './transport/transport.module.ts';
import { TransportResolver } from './transport/transport.resolver.ts';
import { VenuesModule } from './venues/venues.module.ts';
import { VenuesResolver } from './venues/venues.resolver.ts';
import { EpisodesModule } from './episodes/episodes.module.ts';
import { EpisodesResolver } from './episodes/episodes.resolver.ts';
import { OutwardModule } from './outward/outward.module.ts';
import { OutwardResolver } from './outward/outward.resolver.ts';
import { PapersResolver } from './outward/papers.resolver.ts';
import { ImportResolver } from './interchange/import.resolver.ts';
import { InterchangeModule } from './interchange/interchange.module.ts';

/** Every module of the house, lowest first, and the resolvers that make up the schema. */
const MODULES = [AccessModule, ChangesModule, PeopleModule, AboutMeModule, CircleModule, VenuesModule, StaffModule, TransportModule, LibraryModule, PromisesModule, ReablementModule, PlanningModule, RechecksModule, DayModule, RoundsModule, HandoverModule, TaperModule, EpisodesModule, ChoicesModule, PrintsModule, KeptModule, ProgressModule, OwnModule, AsksModule, FamilyModule, InterchangeModule];
export const RESOLVERS = [
  AccessResolver, ChangesResolver, MediaResolver, ...ABOUT_ME, PeopleResolver, NotFreeResolver, SupportResolver, PhaseResolver, OutcomesResolver, ArrivalsResolver, SelfAssessmentResolver, LifeFactResolver, RoutineResolver, LifeStoryResolver, LifeFactTimeResolver, LifeFactVersionResolver, TopicToAvoidResolver, PreferencesResolver, RoutineDaysResolver, DistressResolver, CircleResolver, DecisionsResolver, VenuesResolver, StaffResolver, NamedWorkerResolver, TransportResolver, LibraryResolver, EntriesResolver,
  RoutineActivityResolver, InterestResolver, PromisesResolver, WishesResolver, StandingResolver, ClaimsResolver, ManagerResolver, PromiseRisksResolver, LedgerResolver, ReablementResolver, TasksResolver, ScalesResolver, PlanningResolver, RechecksResolver, StatusResolver, GoNowResolver, HelpResolver, DayResolver, SaidResolver, VenueUsesResolver, QuietResolver, RoundsResolver, HandoverResolver, TaperResolver, EpisodesResolver, ChoicesResolver, PrintsResolver, KeptResolver, ProgressResolver, ShownProgressResolver, OwnResolver, OwnWordOnPromiseResolver, OwnWordsOnSessionsResolver, AsksResolver, FamilyResolver, FamilyPagesResolver, OutwardResolver, PapersResolver, ImportResolver,
];

export type AppOptions = {
  readonly appUrl: string;
  readonly clock?: Clock;
  /** The folder with the content of photos and recordings. */
  readonly mediaFolder: string;
  /** How e-mail is sent; left out or null where it is not. */
  readonly mail?: MailSettings | null;
};

@Module({})
export class AppModule {
  static with({ appUrl, clock = new Clock(), mediaFolder, mail = null }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [DbModule.on(appUrl, clock), JobsModule.on(appUrl), graphqlModule(), MediaModule.in(mediaFolder), ...MODULES, OutwardModule.with(mail)],
      providers: [{ provide: APP_GUARD, useClass: AccessGuard }, { provide: APP_FILTER, useClass: InWords }],
    };
  }
}
