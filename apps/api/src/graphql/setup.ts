/** The GraphQL server: Apollo under Nest, code first. */
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { type ASTVisitor, GraphQLError, Kind, OperationTypeNode, type ValidationContext } from 'graphql';
import { AccessModule } from '../access/access.module.ts';
import { Asking } from '../access/asking.ts';
import { tokenIn } from '../access/cookie.ts';
import { SignInService } from '../access/sign-in.service.ts';
import { Db } from '../db/db.ts';
import { formatError } from './errors.ts';

/** One change an operation: then no snapshot can be stale, and no operation holds two connections. */
function oneMutationField(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      const fields = node.selectionSet.selections.filter(({ kind }) => kind === Kind.FIELD);
      if (node.operation === OperationTypeNode.MUTATION && (fields.length > 1 || fields.length < node.selectionSet.selections.length)) {
        context.reportError(new GraphQLError('One change at a time: send each mutation as an operation of its own.', { nodes: [node] }));
      }
    },
  };
}

const MAX_DEPTH = 12;
/** A question nested deeper than any screen asks is refused before it is run. */
function boundedDepth(context: ValidationContext): ASTVisitor {
  let depth = 0;
  return {
    Field: {
      enter(node) {
        depth += 1;
        if (depth === MAX_DEPTH + 1) context.reportError(new GraphQLError(`Nested more than ${MAX_DEPTH} levels deep.`, { nodes: [node] }));
      },
      leave() {
        depth -= 1;
      },
    },
  };
}

/** Closes the operation's snapshot when the answer is ready. */
const closeSnapshot: ApolloServerPlugin<{ asking: Asking }> = {
  requestDidStart: () => Promise.resolve({
    willSendResponse: ({ contextValue }) => contextValue.asking.close(),
  }),
};

export function graphqlModule(): DynamicModule {
  return GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    imports: [AccessModule],
    inject: [Db, SignInService],
    useFactory: (db: Db, signIns: SignInService) => ({
      autoSchemaFile: true,
      sortSchema: true,
      playground: false,
      graphiql: false,
      introspection: true,
      csrfPrevention: true,
      includeStacktraceInErrorResponses: false,
      parseOptions: { maxTokens: 4000 },
      validationRules: [oneMutationField, boundedDepth],
      plugins: [ApolloServerPluginCacheControlDisabled(), closeSnapshot],
      formatError,
      context: async ({ req, res }: { req: Request; res: Response }) => ({ asking: await askingFor(db, signIns, req, res) }),
    }),
  });
}

/** Who a request comes from. */
export async function askingFor(db: Db, signIns: SignInService, request: Request, response: Response): Promise<Asking> {
  const token = tokenIn(request);
  return new Asking(db, token ? await signIns.whoHolds(token) : null, request, response);
}
