import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './generated/schema.d.ts';

/** `graphql('query …')` is typed from the server's schema; `npm run codegen` brings it up to date. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { ID: string; Id: string; Day: string; Clock: string; Words: string; Instant: string; DateTime: string; JSON: unknown };
  disableMasking: true;
}>();

/** What is asked of every change, in case it is refused. */
export const whyNot = graphql('fragment WhyNot on Refused { reasons { code message about } }');
