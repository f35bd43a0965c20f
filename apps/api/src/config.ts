/** Settings from the environment, read once. */
import { createHash } from 'node:crypto';
import path from 'node:path';

export type Config = {
  /** The role that owns the schema: used to migrate, never to serve. Null where it is not told, as in a container that only serves. */
  readonly ownerUrl: string | null;
  /** The role the application serves with: owns nothing, and row-level security binds it. */
  readonly appUrl: string;
  readonly port: number;
  /** The network address to listen on: this machine's own unless said otherwise, as in a container. */
  readonly host: string;
  /** Folders with the built front ends, or null when they are served elsewhere (development, API tests). */
  readonly staffDist: string | null;
  readonly familyDist: string | null;
  /** The folder with the content of photos and recordings. It belongs to the database: back up both together. */
  readonly mediaFolder: string;
  /** How e-mail is sent; null where it is not. */
  readonly mail: MailSettings | null;
};

export type MailSettings = {
  /** smtp://user:password@host:587 or smtps://… */
  readonly smtpUrl: string;
  /** 'Chestnut House <family@chestnut.example>' */
  readonly from: string;
  /** Where people reach this house with a browser: the beginning of every link in a mail. Without a slash at the end. */
  readonly address: string;
};

export const APP_ROLE = 'promenade_app';

/** The application's own login beside the owner's: its password follows from the owner's, so nothing more is to be configured. */
export function appUrlFrom(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.password = createHash('sha256').update(`${APP_ROLE}:${decodeURIComponent(url.password)}`).digest('hex');
  url.username = APP_ROLE;
  return url.toString();
}

/** Where photos and recordings lie inside the data folder. */
export function mediaFolderIn(dataFolder: string): string {
  return path.resolve(dataFolder, 'media');
}

/** Null when it is not set, or set to nothing. */
function addressIn(name: string, value: string | undefined): string | null {
  if (!value) return null;
  if (!/^postgres(ql)?:\/\//.test(value)) throw new Error(`${name} must be a Postgres address such as postgres://owner:password@host:5432/promenade.`);
  return value;
}

/** Null when nothing about mail is set. Errors: one of the three is missing, or makes no sense. */
export function mailIn(env: NodeJS.ProcessEnv): MailSettings | null {
  const [smtpUrl, from, address] = [env['PROMENADE_SMTP_URL'] ?? '', env['PROMENADE_MAIL_FROM'] ?? '', env['PROMENADE_ADDRESS'] ?? ''];
  if (!smtpUrl && !from) return null;
  if (!/^smtps?:\/\//.test(smtpUrl)) throw new Error('PROMENADE_SMTP_URL must be a mail server such as smtp://user:password@mail.example.org:587.');
  if (!/^[^<>@\s]+@[^<>@\s]+$|<[^<>@\s]+@[^<>@\s]+>$/.test(from)) throw new Error('PROMENADE_MAIL_FROM must say who the mail is from, such as Chestnut House <family@example.org>.');
  if (!/^https?:\/\/[^/]+/.test(address)) throw new Error('PROMENADE_ADDRESS must be where people reach this house, such as https://promenade.example.org, so that links in e-mails lead there.');
  return { smtpUrl, from, address: address.replace(/\/+$/, '') };
}

/** Throws a sentence when a setting is missing or makes no sense. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const ownerUrl = addressIn('DATABASE_URL', env['DATABASE_URL']);
  const appUrl = addressIn('DATABASE_APP_URL', env['DATABASE_APP_URL']) ?? (ownerUrl && appUrlFrom(ownerUrl));
  if (!appUrl) throw new Error('Set DATABASE_APP_URL to serve, or DATABASE_URL to migrate as well: a Postgres address such as postgres://owner:password@host:5432/promenade.');
  const port = Number(env['PORT'] ?? 4310);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be a number from 0 to 65535, not "${env['PORT']}".`);
  return {
    ownerUrl,
    appUrl,
    port,
    host: env['PROMENADE_HOST'] ?? '127.0.0.1',
    staffDist: env['STAFF_DIST'] ?? null,
    familyDist: env['FAMILY_DIST'] ?? null,
    mediaFolder: mediaFolderIn(env['PROMENADE_DATA'] ?? '.promenade'),
    mail: mailIn(env),
  };
}
