/** Settings from the environment, read once. */
import { createHash } from 'node:crypto';

export type Config = {
  /** A Postgres role that owns the schema: used to migrate and to seed the queue's tables, never to serve. */
  readonly ownerUrl: string;
  /** The role the application serves with: owns nothing, and row-level security binds it. */
  readonly appUrl: string;
  readonly port: number;
  /** The network address to listen on: this machine's own unless said otherwise, as in a container. */
  readonly host: string;
  /** Folders with the built front ends, or null when they are served elsewhere (development, API tests). */
  readonly staffDist: string | null;
  readonly familyDist: string | null;
};

export const APP_ROLE = 'promenade_app';

/** The application's own login beside the owner's: its password follows from the owner's, so nothing more is to be configured. */
export function appUrlFrom(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.password = createHash('sha256').update(`${APP_ROLE}:${decodeURIComponent(url.password)}`).digest('hex');
  url.username = APP_ROLE;
  return url.toString();
}

/** Throws a sentence when a setting is missing or makes no sense. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const ownerUrl = env['DATABASE_URL'];
  if (!ownerUrl || !/^postgres(ql)?:\/\//.test(ownerUrl)) {
    throw new Error('DATABASE_URL must be a Postgres address such as postgres://owner:password@host:5432/promenade.');
  }
  const port = Number(env['PORT'] ?? 4310);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be a number from 0 to 65535, not "${env['PORT']}".`);
  return {
    ownerUrl,
    appUrl: env['DATABASE_APP_URL'] ?? appUrlFrom(ownerUrl),
    port,
    host: env['PROMENADE_HOST'] ?? '127.0.0.1',
    staffDist: env['STAFF_DIST'] ?? null,
    familyDist: env['FAMILY_DIST'] ?? null,
  };
}
