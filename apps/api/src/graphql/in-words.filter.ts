/** Whatever goes wrong goes out in words: GraphQL formats it, plain requests get the same sentence with a status. */
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Response } from 'express';
import { type Code, surpriseOf } from './errors.ts';

const STATUS: Readonly<Record<Code, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, INVALID: 400, CONFLICT: 409, INTERNAL: 500 };

@Catch()
export class InWords implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<'graphql' | 'http'>() === 'graphql') return error;
    const { code, message } = surpriseOf(error);
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) response.end();
    else response.status(error instanceof HttpException ? error.getStatus() : STATUS[code]).json({ code, message });
    return undefined;
  }
}
