import type { initGraphQLTada } from 'gql.tada';
import { written } from '@promenade/ui/documents.ts';
import type { introspection } from './generated/schema.d.ts';

type Typed = typeof initGraphQLTada<{
  introspection: introspection;
  scalars: { ID: string; Id: string; Day: string; Clock: string; Words: string; Instant: string; DateTime: string; JSON: unknown };
  disableMasking: true;
}>;

/** `graphql('query …')` is typed from the server's schema; `npm run codegen` brings it up to date. In the browser it is only its text. */
export const graphql = written as unknown as ReturnType<Typed>;

/** What is asked of every change, in case it is refused. */
export const whyNot = graphql('fragment WhyNot on Refused { reasons { code message about } }');
