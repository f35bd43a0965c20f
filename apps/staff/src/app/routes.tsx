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
  { path: '/plan', may: 'plan.read', page: page(async () => (await import('../features/planning/plan-page.tsx')).PlanPage) },
  { path: '/plan/:id', may: 'plan.read', page: page(async () => (await import('../features/planning/week-page.tsx')).WeekPage) },
  { path: '/can-we', may: 'plan.read', page: page(async () => (await import('../features/planning/can-we-page.tsx')).CanWePage) },
  ...(import.meta.env.DEV ? [{ path: '/gallery', page: page(async () => (await import('../gallery/gallery.tsx')).Gallery) }] : []),
];
