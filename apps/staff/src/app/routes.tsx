import { lazy } from 'react';
import type { ComponentType } from 'react';

/** `may` is the permission it takes; a page that is not yours is not found. Pages read `:id` with wouter's `useParams`. */
export type AppRoute = { path: string; may?: string; page: ComponentType };

/** Each page is fetched when somebody first goes there. */
function page(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}

/**
 * Every page of the app, one line each, in the order of the navigation:
 * `{ path: '/people/:id', may: 'people.read', page: page(async () => (await import('../features/people/person-page.tsx')).PersonPage) },`
 */
export const routes: readonly AppRoute[] = [
  { path: '/', may: 'day.read', page: page(async () => (await import('../features/day/today-page.tsx')).TodayPage) },
  { path: '/sessions/:id', may: 'day.record', page: page(async () => (await import('../features/day/record-page.tsx')).RecordPage) },
  { path: '/moments/new', may: 'day.record', page: page(async () => (await import('../features/day/moment-page.tsx')).MomentPage) },
  { path: '/people/:id/days', may: 'day.read', page: page(async () => (await import('../features/day/person-days-page.tsx')).PersonDaysPage) },
  { path: '/promises', may: 'promise.read', page: page(async () => (await import('../features/promises/promises-page.tsx')).PromisesPage) },
  { path: '/promises/wishes/meeting', may: 'wish.write', page: page(async () => (await import('../features/wishes/meeting-page.tsx')).MeetingPage) },
  { path: '/promises/wishes/sheet', may: 'promise.read', page: page(async () => (await import('../features/wishes/sheet-page.tsx')).SheetPage) },
  { path: '/promises/standing', may: 'promise.read', page: page(async () => (await import('../features/promises/standing-page.tsx')).StandingPage) },
  { path: '/promises/advertised', may: 'promise.read', page: page(async () => (await import('../features/promises/claims-page.tsx')).ClaimsPage) },
  { path: '/promises/manager', may: 'escalation.read', page: page(async () => (await import('../features/promises/manager-page.tsx')).ManagerPage) },
  { path: '/promises/ledger', may: 'promise.read', page: page(async () => (await import('../features/ledger/ledger-page.tsx')).LedgerPage) },
  { path: '/promises/ledger/erase', may: 'ledger.erase', page: page(async () => (await import('../features/ledger/erase-page.tsx')).ErasePage) },
  { path: '/promises/:id', may: 'promise.read', page: page(async () => (await import('../features/promises/promise-page.tsx')).PromisePage) },
  { path: '/kept', may: 'promise.read', page: page(async () => (await import('../features/kept/kept-page.tsx')).HomeKeptPage) },
  { path: '/progress', may: 'reablement.read', page: page(async () => (await import('../features/progress/progress-page.tsx')).ProgressPage) },
  { path: '/people/:id/kept', may: 'promise.read', page: page(async () => (await import('../features/kept/kept-page.tsx')).PersonKeptPage) },
  { path: '/let-do', may: 'reablement.read', page: page(async () => (await import('../features/reablement/let-do-page.tsx')).LetDoPage) },
  { path: '/people/:id/reablement', may: 'reablement.read', page: page(async () => (await import('../features/reablement/reablement-page.tsx')).ReablementPage) },
  { path: '/people/:id/support-plan', may: 'reablement.read', page: page(async () => (await import('../features/taper/support-plan-page.tsx')).SupportPlanPage) },
  { path: '/support-plans', may: 'reablement.read', page: page(async () => (await import('../features/taper/support-plans-page.tsx')).SupportPlansPage) },
  { path: '/reviews', may: 'reablement.read', page: page(async () => (await import('../features/episodes/reviews-page.tsx')).ReviewsPage) },
  { path: '/people/:id/episode', may: 'reablement.read', page: page(async () => (await import('../features/episodes/stay-page.tsx')).StayPage) },
  { path: '/people/:id/review', may: 'reablement.write', page: page(async () => (await import('../features/episodes/sitting-page.tsx')).SittingPage) },
  { path: '/people/:id/review-sheet', may: 'reablement.read', page: page(async () => (await import('../features/episodes/sheet-page.tsx')).ReviewSheetPage) },
  { path: '/people', may: 'people.read', page: page(async () => (await import('../features/people/people-page.tsx')).PeoplePage) },
  { path: '/outcomes', may: 'people.read', page: page(async () => (await import('../features/outcomes/to-look-at-page.tsx')).ToLookAtPage) },
  { path: '/people/:id/outcomes', may: 'people.read', page: page(async () => (await import('../features/outcomes/outcomes-page.tsx')).OutcomesPage) },
  { path: '/people/:id/decisions', may: 'people.read', page: page(async () => (await import('../features/decisions/decisions-page.tsx')).DecisionsPage) },
  { path: '/people/:id/support', may: 'people.read', page: page(async () => (await import('../features/support/support-page.tsx')).SupportPage) },
  { path: '/people/:id/circle', may: 'people.read', page: page(async () => (await import('../features/circle/circle-page.tsx')).CirclePage) },
  { path: '/people/:id/assessment', may: 'people.read', page: page(async () => (await import('../features/self-assessment/assessment-page.tsx')).AssessmentPage) },
  { path: '/people/:id/about-me', may: 'people.read', page: page(async () => (await import('../features/about-me/about-me-page.tsx')).AboutMePage) },
  { path: '/people/:id/about-me/profile', may: 'people.read', page: page(async () => (await import('../features/about-me/profile-page.tsx')).ProfilePage) },
  { path: '/people/:id/choices', may: 'choice.read', page: page(async () => (await import('../features/choices/choices-page.tsx')).ChoicesPage) },
  { path: '/choices', may: 'choice.read', page: page(async () => (await import('../features/choices/decisions-page.tsx')).DecisionsPage) },
  { path: '/people/:id/life-story', may: 'people.read', page: page(async () => (await import('../features/life-story/life-story-page.tsx')).LifeStoryPage) },
  { path: '/people/:id/family', may: 'family.heed', page: page(async () => (await import('../features/asks/asks-page.tsx')).PersonFamilyPage) },
  { path: '/asks', may: 'family.heed', page: page(async () => (await import('../features/asks/asks-page.tsx')).AsksPage) },
  { path: '/people/:id/routines', may: 'people.read', page: page(async () => (await import('../features/routines/routines-page.tsx')).RoutinesPage) },
  { path: '/people/:id/preferences', may: 'people.read', page: page(async () => (await import('../features/preferences/preferences-page.tsx')).PreferencesPage) },
  { path: '/barriers', may: 'people.read', page: page(async () => (await import('../features/preferences/barriers-page.tsx')).BarriersPage) },
  { path: '/people/:id', may: 'people.read', page: page(async () => (await import('../features/people/person-page.tsx')).PersonPage) },
  { path: '/library', may: 'library.read', page: page(async () => (await import('../features/library/library-page.tsx')).LibraryPage) },
  { path: '/library/new', may: 'library.write', page: page(async () => (await import('../features/library/entry-form-page.tsx')).NewEntryPage) },
  { path: '/library/:id/change', may: 'library.write', page: page(async () => (await import('../features/library/entry-form-page.tsx')).ChangeEntryPage) },
  { path: '/library/:id', may: 'library.read', page: page(async () => (await import('../features/library/activity-page.tsx')).ActivityPage) },
  { path: '/venues', may: 'library.read', page: page(async () => (await import('../features/venues/places-page.tsx')).PlacesPage) },
  { path: '/venues/new', may: 'venue.write', page: page(async () => (await import('../features/venues/details-page.tsx')).AddVenuePage) },
  { path: '/venues/:id/details', may: 'venue.write', page: page(async () => (await import('../features/venues/details-page.tsx')).ChangeVenuePage) },
  { path: '/venues/:id', may: 'library.read', page: page(async () => (await import('../features/venues/venue-page.tsx')).VenuePage) },
  { path: '/import', may: 'import', page: page(async () => (await import('../features/interchange/import-page.tsx')).ImportPage) },
  { path: '/import/:id', may: 'import', page: page(async () => (await import('../features/interchange/run-page.tsx')).RunPage) },
  { path: '/sign-ins', may: 'access.invite', page: page(async () => (await import('../features/access/sign-ins-page.tsx')).SignInsPage) },
  { path: '/sign-ins/:id', may: 'access.invite', page: page(async () => (await import('../features/access/invite-page.tsx')).InvitePage) },
  { path: '/plan', may: 'plan.read', page: page(async () => (await import('../features/planning/plan-page.tsx')).PlanPage) },
  { path: '/plan/:id/compare/:other', may: 'plan.read', page: page(async () => (await import('../features/planning/compare-page.tsx')).ComparePage) },
  { path: '/plan/:id', may: 'plan.read', page: page(async () => (await import('../features/planning/week-page.tsx')).WeekPage) },
  { path: '/prints', may: 'plan.read', page: page(async () => (await import('../features/prints/prints-page.tsx')).PrintsPage) },
  { path: '/prints/families', may: 'outward.print', page: page(async () => (await import('../features/outward/paper-page.tsx')).PaperPage) },
  { path: '/to-families', may: 'outward.manage', page: page(async () => (await import('../features/outward/outward-page.tsx')).OutwardPage) },
  { path: '/changes', may: 'change.read', page: page(async () => (await import('../features/rechecks/changes-page.tsx')).ChangesPage) },
  { path: '/what-would-help', may: 'plan.write', page: page(async () => (await import('../features/rechecks/help-page.tsx')).HelpPage) },
  { path: '/now', may: 'plan.read', page: page(async () => (await import('../features/rechecks/now-page.tsx')).NowPage) },
  { path: '/quiet', may: 'day.read', page: page(async () => (await import('../features/quiet/quiet-page.tsx')).QuietPage) },
  { path: '/rounds', may: 'round.read', page: page(async () => (await import('../features/rounds/rounds-page.tsx')).RoundsPage) },
  { path: '/rounds/new', may: 'round.record', page: page(async () => (await import('../features/rounds/round-page.tsx')).RoundPage) },
  { path: '/rounds/trend', may: 'round.read', page: page(async () => (await import('../features/rounds/trend-page.tsx')).TrendPage) },
  { path: '/rounds/:id', may: 'round.read', page: page(async () => (await import('../features/rounds/one-round-page.tsx')).OneRoundPage) },
  { path: '/handover', may: 'handover.read', page: page(async () => (await import('../features/handover/handover-page.tsx')).HandoverPage) },
  { path: '/handover/:id', may: 'handover.read', page: page(async () => (await import('../features/handover/handover-page.tsx')).PastHandoverPage) },
  { path: '/can-we', may: 'plan.read', page: page(async () => (await import('../features/planning/can-we-page.tsx')).CanWePage) },
  ...(import.meta.env.DEV ? [{ path: '/gallery', page: page(async () => (await import('../gallery/gallery.tsx')).Gallery) }] : []),
];
