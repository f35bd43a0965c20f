import { lazy } from 'react';
import type { ComponentType } from 'react';

/** Paths here are without `/family`; links in pages are written with `to('/promises/42')`. */
export type AppRoute = { path: string; page: ComponentType };

/** Each page is fetched when somebody first goes there. */
export function page(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}

/**
 * Every page of the app, one line each:
 * `{ path: '/promises/:id', page: page(async () => (await import('../features/promises/promise-page.tsx')).PromisePage) },`
 */
export const routes: readonly AppRoute[] = [
  { path: '/', page: page(async () => (await import('../features/person/person-page.tsx')).StartPage) },
  { path: '/people/:id', page: page(async () => (await import('../features/person/person-page.tsx')).PersonPage) },
  { path: '/promises/:id', page: page(async () => (await import('../features/promise/promise-page.tsx')).PromisePage) },
  { path: '/sharing/:id', page: page(async () => (await import('../features/sharing/sharing-page.tsx')).SharingPage) },
];
