/** What a home has told us about its files before, and which of it means the same in a file of another kind. */
import { type Mapping, noMapping } from '@promenade/interchange/shared';
import type { ImportKind, ImportMappingEntity } from './interchange.entities.ts';

/** The other way the same thing is handed over: a rota by person or by shift. */
const SIBLING: Partial<Record<ImportKind, ImportKind>> = { 'rota-matrix': 'rota-shifts', 'rota-shifts': 'rota-matrix' };

/** Beginnings of question ids that are about the home's people and job titles, not about one file: licence and work of a title, whose name it is. */
const OF_THE_HOME = ['licence:', 'role:', 'who:'];

const isOfTheHome = (questionId: string) => OF_THE_HOME.some((beginning) => questionId.startsWith(beginning));

/**
 * What to read a file of this kind with: all that was kept for the kind, and from its sibling the answers about people and
 * job titles that it has none of its own for. Columns and codes stay with the kind they were given for.
 */
export function rememberedFor(kind: ImportKind, kept: readonly Pick<ImportMappingEntity, 'kind' | 'mapping'>[]): Mapping {
  const of = (wanted: ImportKind | undefined) => (kept.find((each) => each.kind === wanted)?.mapping ?? noMapping) as Mapping;
  const [own, sibling] = [of(kind), of(SIBLING[kind])];
  const shared = Object.entries(sibling.answers).filter(([questionId]) => isOfTheHome(questionId));
  return { columns: { ...own.columns }, answers: { ...Object.fromEntries(shared), ...own.answers } };
}
