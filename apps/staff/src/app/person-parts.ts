import type { PersonPart } from '@promenade/ui/person-tabs';
import { routes } from './routes.tsx';
import { words } from './words.ts';

const PARTS: readonly PersonPart[] = Object.entries(words.personParts).map(([subject, name]) => ({ subject, path: subject === 'glance' ? '' : subject, name }));

/** The pages about one person that there are and that this reader may open: a route under `/people/:id/` lights up its tab. */
export function personPartsFor(mayDo: readonly string[]): readonly PersonPart[] {
  return PARTS.filter(({ path }) => {
    const route = routes.find((each) => each.path === (path === '' ? '/people/:id' : `/people/:id/${path}`));
    return route !== undefined && (!route.may || mayDo.includes(route.may));
  });
}
