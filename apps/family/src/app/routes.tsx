import type { ComponentType } from 'react';
import { type Later, later } from '@promenade/ui/later';
import { Spinner } from '@promenade/ui/progress';

/** Paths here are without `/family`; links in pages are written with `to('/promises/42')`. */
export type AppRoute = { path: string; page: Later<object> };

/** Each page is fetched when somebody first goes there. */
const page = (load: () => Promise<ComponentType>): Later<object> => later(load, <Spinner />);

/**
 * Every page of the app, one line each:
 * `{ path: '/promises/:id', page: page(async () => (await import('../features/promises/promise-page.tsx')).PromisePage) },`
 */
export const routes: readonly AppRoute[] = [
  { path: '/', page: page(async () => (await import('../features/person/person-page.tsx')).StartPage) },
  { path: '/people/:id', page: page(async () => (await import('../features/person/person-page.tsx')).PersonPage) },
  { path: '/people/:id/week', page: page(async () => (await import('../features/week/week-page.tsx')).WeekPage) },
  { path: '/people/:id/promises', page: page(async () => (await import('../features/promises/promises-page.tsx')).PromisesPage) },
  { path: '/people/:id/happened', page: page(async () => (await import('../features/happened/happened-page.tsx')).HappenedPage) },
  { path: '/people/:id/kept', page: page(async () => (await import('../features/kept/kept-page.tsx')).KeptPage) },
  { path: '/people/:id/progress', page: page(async () => (await import('../features/progress/progress-page.tsx')).ProgressPage) },
  { path: '/people/:id/life-story', page: page(async () => (await import('../features/life-story/life-story-page.tsx')).LifeStoryPage) },
  { path: '/people/:id/visits', page: page(async () => (await import('../features/visits/visits-page.tsx')).VisitsPage) },
  { path: '/people/:id/asks', page: page(async () => (await import('../features/asks/asks-page.tsx')).AsksPage) },
  { path: '/promises/:id', page: page(async () => (await import('../features/promise/promise-page.tsx')).PromisePage) },
  { path: '/subscriptions', page: page(async () => (await import('../features/subscriptions/subscriptions-page.tsx')).SubscriptionsPage) },
  { path: '/sharing/:id', page: page(async () => (await import('../features/sharing/sharing-page.tsx')).SharingPage) },
];

/** Fetches the page of an address while it is still asked who is there: on a slow line that is one wait less. */
export function fetchPageOf(place: string): void {
  const route = routes.find(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`).test(place));
  void route?.page.fetch();
}
