/** Surprises. What a person may run into in the course of things is a `Refused`, not one of these. */
import { randomUUID } from 'node:crypto';
import { HttpException, Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { brokenConstraint, sqlState } from '../db/db.ts';

export type Code = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'INVALID' | 'CONFLICT' | 'INTERNAL';

/** A surprise with words for whoever meets it. */
export class Surprise extends Error {
  constructor(
    readonly code: Code,
    message: string,
  ) {
    super(message);
  }
}

export class NotFound extends Surprise {
  /** "Not there" and "not yours" sound the same from outside. */
  constructor(what: string) {
    super('NOT_FOUND', `${what} was not found.`);
  }
}

export class Invalid extends Surprise {
  constructor(message: string) {
    super('INVALID', message);
  }
}

/** Somebody else changed it in the meantime. */
export class Conflict extends Surprise {
  constructor(message: string) {
    super('CONFLICT', message);
  }
}

const log = new Logger('GraphQL');

const BY_CONSTRAINT_CLASS: Record<string, { code: Code; message: string }> = {
  '23503': { code: 'NOT_FOUND', message: 'Something this refers to was not found. Open the page again and choose it once more.' },
  '23505': { code: 'CONFLICT', message: 'This is here already. Open the page again to see it.' },
  '23514': { code: 'INVALID', message: 'Something that was entered does not fit. Check times and numbers, and try again.' },
  '23P01': { code: 'CONFLICT', message: 'Somebody or something would be in two places at once. Open the page again to see what changed.' },
  '42501': { code: 'FORBIDDEN', message: 'You may not do this.' },
};

/** What an error looks like from outside: a stable code and a sentence, never a detail of the inside. */
export function surpriseOf(error: unknown): { code: Code; message: string } {
  if (error instanceof Surprise) return { code: error.code, message: error.message };
  if (error instanceof HttpException && error.getStatus() < 500) return { code: 'INVALID', message: error.message };
  const state = sqlState(error);
  if (state !== null) {
    const known = BY_CONSTRAINT_CLASS[state];
    if (known) {
      log.warn(`${state} ${brokenConstraint(error) ?? ''}`);
      return known;
    }
    if (state.startsWith('22')) return { code: 'INVALID', message: 'Something that was entered cannot be understood or stored. Check it and try again.' };
  }
  const reference = randomUUID().slice(0, 8);
  log.error(`${reference} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return { code: 'INTERNAL', message: `Something went wrong here, and nothing was changed. Please try again. (Reference ${reference})` };
}

/** Apollo's hook: mistakes in the query itself keep their words, everything else goes through `surpriseOf`. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (!original || original instanceof GraphQLError) {
    const code = formatted.extensions?.['code'];
    const asked = code === 'INTERNAL_SERVER_ERROR' ? surpriseOf(error) : null;
    if (asked) return { message: asked.message, ...(formatted.path ? { path: formatted.path } : {}), extensions: { code: asked.code } };
    return { message: formatted.message, ...(formatted.path ? { path: formatted.path } : {}), extensions: { code: 'INVALID' } };
  }
  const { code, message } = surpriseOf(original);
  return { message, ...(formatted.path ? { path: formatted.path } : {}), extensions: { code } };
}
