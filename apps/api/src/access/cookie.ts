import type { IncomingMessage } from 'node:http';

export const COOKIE = 'promenade';

/** The secret in a request's cookie, or null. */
export function tokenIn(request: IncomingMessage): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === COOKIE && value) return value;
  }
  return null;
}
