/** Photos and recordings: taken in, shown, erased. The file stands before its row; what has no row is swept away. */
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { MEDIA_LIMITS, MEDIA_WORDS, type MediaConsents, type MediaKind, type MediaReason, mayErase, mayKeepMedia, plainFileName, sayNotShown } from '@promenade/domain/media/media';
import { sayReason } from '@promenade/domain/shared/decision';
import { fileTypeFromBuffer } from 'file-type';
import { In } from 'typeorm';
import type { Actor } from '../access/actor.ts';
import { Clock } from '../db/clock.ts';
import { Db, type Tx } from '../db/db.ts';
import { Conflict, Invalid, NotFound, Surprise } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { MediaEntity } from './media.entities.ts';
import { PICTURES, pictureOf, thumbOf } from './picture.ts';
import { mayBeSound, soundOf } from './sound.ts';
import { MediaStore, type Received, TooMuch } from './store.ts';

export type Sent = { readonly id: string; readonly residentId: string; readonly fileName: string };
/** What a file turned out to be, and what of it is to be kept; nothing is yet. */
export type Examined = Pick<MediaEntity, 'kind' | 'mime' | 'width' | 'height' | 'seconds' | 'sentSha256'> & { readonly content: Buffer; readonly thumb: Buffer | null; readonly ending: string };
/** Kept: its files stand. */
export type Prepared = Omit<Examined, 'content' | 'thumb'> & Pick<MediaEntity, 'bytes' | 'sha256' | 'thumbSha256'>;

const no = (code: MediaReason, about = '') => new Invalid(MEDIA_WORDS[code](about));
/** Milliseconds after which a file that no row speaks of is nobody's any more. */
const ABANDONED = 3_600_000;
/** Milliseconds after which what was sent and never used for anything is erased: somebody chose it and thought better of it. */
const UNUSED = 86_400_000;
/** So many photos are unfolded at one time: each may take 160 MB while it is. */
const AT_ONCE = 2;
const MOST = Math.max(MEDIA_LIMITS.photoBytes, MEDIA_LIMITS.recordingBytes);

@Injectable()
export class MediaService implements OnApplicationBootstrap {
  private readonly log = new Logger('Media');
  private working = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly db: Db,
    private readonly store: MediaStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const now = this.clock.now().getTime();
    this.eraseUnused(new Date(now - UNUSED)).then(() => this.sweep(new Date(now - ABANDONED))).catch((error: unknown) => this.log.error(String(error)));
  }

  /** Takes in a file as it comes and keeps what is a photo or a recording. Throws a sentence; then nothing was kept. */
  async take(actor: Actor, sent: Sent, stream: Readable): Promise<MediaEntity> {
    await this.db.read(actor, (tx) => this.mustAgreeToSomething(tx, sent.residentId));
    const received = await this.receive(stream, MOST, 'FILE_TOO_LARGE');
    try {
      const prepared = await this.keep(await this.examine(await readFile(received.path), received.sha256));
      return await this.db.write(actor, async (tx) => {
        // Asked again: it may have been withdrawn while the file came.
        await this.mustAgree(tx, sent.residentId, prepared.kind);
        return this.write(tx, sent, prepared);
      });
    } finally {
      await this.store.discard(received.path);
    }
  }

  /** Reads a body into a file; whoever asked for it discards it. */
  async receive(stream: Readable, limit: number, tooLarge: MediaReason): Promise<Received> {
    const received = await this.store.receive(stream, limit).catch((error: unknown) => {
      throw error instanceof TooMuch ? no(tooLarge) : error;
    });
    if (received.bytes > 0) return received;
    await this.store.discard(received.path);
    throw no('FILE_EMPTY');
  }

  discard(received: Received): Promise<void> {
    return this.store.discard(received.path);
  }

  /** Looks at what a file is by its content, whatever its name says. Throws a sentence. */
  async examine(file: Buffer, sentSha256: string): Promise<Examined> {
    const type = await fileTypeFromBuffer(file).catch(() => undefined);
    if (type && PICTURES.has(type.mime)) {
      if (file.length > MEDIA_LIMITS.photoBytes) throw no('PHOTO_TOO_LARGE');
      const { full, thumb, width, height } = await this.inTurn(() => pictureOf(file));
      // A file that is, byte for byte, one we wrote ourselves need not lose anything by being written once more.
      const isOurs = await this.store.has(sentSha256);
      return { kind: 'photo', mime: 'image/webp', ending: 'webp', seconds: null, sentSha256, width, height, content: isOurs ? file : full, thumb: isOurs ? await thumbOf(file) : thumb };
    }
    if (!type || !mayBeSound(type.mime)) throw no('NOT_A_PICTURE_OR_SOUND', sayWhatItIs(type?.mime, file));
    if (file.length > MEDIA_LIMITS.recordingBytes) throw no('RECORDING_TOO_LARGE');
    const { bytes, mime, seconds, ending } = await soundOf(file, type.mime);
    return { kind: 'recording', mime, ending, seconds, sentSha256, width: null, height: null, content: bytes, thumb: null };
  }

  /** Brings content to the disk; the row follows. */
  async keep({ content, thumb, ...about }: Examined): Promise<Prepared> {
    return { ...about, bytes: content.length, sha256: await this.store.keep(content), thumbSha256: thumb && (await this.store.keep(thumb)) };
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    while (this.working >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.working += 1;
    try {
      return await work();
    } finally {
      this.working -= 1;
      this.waiting.shift()?.();
    }
  }

  /** The row of a file that stands. The same file under the same id again is the same answer. */
  async write(tx: Tx, { id, residentId, fileName }: Sent, { ending, ...prepared }: Prepared): Promise<MediaEntity> {
    const row: MediaEntity = {
      homeId: tx.actor.homeId, id, residentId, fileName: plainFileName(fileName, ending), recordedBy: tx.actor.accountId, recordedAt: tx.now,
      erasedAt: null, erasedBy: null, erasedWhy: null, ...prepared,
    };
    const written = await tx.em.createQueryBuilder().insert().into(MediaEntity).values(row).orIgnore().returning('id').execute();
    if ((written.raw as unknown[]).length > 0) return row;
    const before = await tx.em.findOneBy(MediaEntity, { homeId: row.homeId, id });
    if (before?.residentId === residentId && before.sentSha256 === row.sentSha256) return before;
    throw new Conflict('Something else was saved under this entry already. Open the page again and choose the file once more.');
  }

  /** What was agreed about photos and recordings, of residents this asker may see. */
  async consentsOf(tx: Tx, residentIds: readonly string[]): Promise<Map<string, MediaConsents>> {
    const rows: (MediaConsents & { id: string })[] = await tx.em.query(
      `SELECT id, preferred_name AS name, photo_consent AS photo, recording_consent(home_id, id) AS recording FROM resident WHERE home_id = $1 AND id = ANY($2)`, [tx.actor.homeId, residentIds],
    );
    return new Map(rows.map(({ id, ...consents }) => [id, consents]));
  }

  private async consentsOfOne(tx: Tx, residentId: string): Promise<MediaConsents> {
    const consents = (await this.consentsOf(tx, [residentId])).get(residentId);
    if (!consents) throw new NotFound('This person');
    return consents;
  }

  /** Throws the sentence that says why not. */
  async mustAgree(tx: Tx, residentId: string, kind: MediaKind): Promise<void> {
    const decision = mayKeepMedia(kind, await this.consentsOfOne(tx, residentId));
    if (!decision.allowed) throw new Invalid(decision.reasons.map((reason) => sayReason(MEDIA_WORDS, reason)).join(' '));
  }

  /** Before anything is sent it is not known which of the two it is. */
  private async mustAgreeToSomething(tx: Tx, residentId: string): Promise<void> {
    const consents = await this.consentsOfOne(tx, residentId);
    if (!mayKeepMedia('recording', consents).allowed) await this.mustAgree(tx, residentId, 'photo');
  }

  /** Photos and recordings of one resident by id; one that is not theirs is not found. */
  async of(tx: Tx, residentId: string, ids: readonly string[]): Promise<MediaEntity[]> {
    return ids.length === 0 ? [] : tx.em.findBy(MediaEntity, { homeId: tx.actor.homeId, residentId, id: In([...ids]) });
  }

  /** Where the content lies, if this asker may look at it now. */
  async open(actor: Actor, id: string, size: 'thumb' | 'full'): Promise<{ media: MediaEntity; file: string; sha256: string }> {
    const media = await this.db.read(actor, async (tx) => {
      const row = await tx.em.findOneBy(MediaEntity, { homeId: actor.homeId, id });
      if (!row) throw new NotFound('This picture or recording');
      const why = await this.whyNotShown(tx, row);
      if (why !== null) throw new Surprise('FORBIDDEN', why);
      return row;
    });
    const sha256 = size === 'thumb' ? (media.thumbSha256 ?? media.sha256) : media.sha256;
    return { media, file: this.store.pathOf(sha256), sha256 };
  }

  /** Why it is not shown, in a sentence: it is erased, or somebody who is in it does not agree. Null when it is. */
  private async whyNotShown(tx: Tx, row: MediaEntity): Promise<string | null> {
    const consents = (await this.consentsOf(tx, [row.residentId])).get(row.residentId);
    // Taken of somebody else, and theirs are in it: row policies have let them see it.
    const why = consents ? sayNotShown(row.kind, consents, row.erasedAt ? (row.erasedWhy ?? '') : null) : null;
    if (why !== null) return why;
    const [{ against } = { against: [] }]: { against: string[] }[] = await tx.em.query('SELECT media_against($1, $2) AS against', [row.homeId, row.id]);
    if (!consents && against.length > 0) return `There is a ${row.kind} here. It is not shown, because not everybody who is in it agrees.`;
    return against[0] === undefined ? null : sayNotShown(row.kind, { name: against[0], photo: 'no', recording: 'no' }, null);
  }

  /** Who is in each of these and does not agree to be shown, by name. */
  async against(tx: Tx, ids: readonly string[]): Promise<{ id: string; names: string[] }[]> {
    return tx.em.query('SELECT id, media_against(home_id, id) AS names FROM media WHERE home_id = $1 AND id = ANY($2)', [tx.actor.homeId, ids]);
  }

  /** The content itself, for an export. Null when it is not to be shown. */
  async contentOf(media: MediaEntity): Promise<Buffer | null> {
    return media.erasedAt ? null : readFile(this.store.pathOf(media.sha256)).catch(() => null);
  }

  /** Takes the content away for good; the row stays, and says why and by whom. */
  async erase(tx: Tx, id: string, why: string): Promise<MediaEntity | Refused> {
    const row = await tx.em.findOne(MediaEntity, { where: { homeId: tx.actor.homeId, id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw new NotFound('This picture or recording');
    const decision = mayErase(why, row.erasedAt !== null);
    if (!decision.allowed) return refused(MEDIA_WORDS, decision.reasons);
    const erased = { erasedAt: tx.now, erasedBy: tx.actor.accountId, erasedWhy: why.trim() };
    await tx.em.update(MediaEntity, { homeId: row.homeId, id }, erased);
    const names = [row.sha256, row.thumbSha256].filter((each) => each !== null);
    tx.afterCommit(() => {
      this.forget(names).catch((error: unknown) => this.log.error(String(error)));
    });
    return Object.assign(row, erased);
  }

  /** Removes files that no row needs any more; another home or person may have the very same. */
  async forget(names: readonly string[]): Promise<void> {
    const wanted = await this.wanted();
    await Promise.all(names.filter((name) => !wanted.has(name)).map((name) => this.store.remove(name)));
  }

  private async wanted(): Promise<Set<string>> {
    const rows: { name: string }[] = await this.db.asSystem('which photos and recordings are still wanted', null, (tx) => tx.em.query(
      `SELECT sha256 AS name FROM media WHERE erased_at IS NULL UNION SELECT thumb_sha256 FROM media WHERE erased_at IS NULL AND thumb_sha256 IS NOT NULL`,
    ));
    return new Set(rows.map(({ name }) => name));
  }

  /** Erases what was sent before `before` and that nothing refers to, whichever tables do. Says how many. */
  async eraseUnused(before: Date): Promise<number> {
    return this.db.asSystem('erase photos and recordings that nobody used', null, async (tx) => {
      const users: { name: string; field: string }[] = await tx.em.query(
        `SELECT k.conrelid::regclass::text AS name, a.attname AS field FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey)
         WHERE k.contype = 'f' AND k.confrelid = 'media'::regclass AND a.attname <> 'home_id'`,
      );
      const unused = users.map(({ name, field }) => `AND NOT EXISTS (SELECT 1 FROM ${name} u WHERE u.home_id = m.home_id AND u.${field} = m.id)`).join(' ');
      const [, many]: [unknown, number] = await tx.em.query(`UPDATE media m SET erased_at = $1, erased_why = 'Sent and never used' WHERE erased_at IS NULL AND recorded_at < $2 ${unused}`, [tx.now, before]);
      return many;
    });
  }

  /** What was begun before `before` and never finished, and files that no row speaks of: gone. Says how many. */
  async sweep(before: Date): Promise<number> {
    // First what lies there, then what is wanted: what comes in between is wanted, or too new to be looked at.
    const { kept, unfinished } = await this.store.olderThan(before);
    const wanted = await this.wanted();
    const orphans = kept.filter((name) => !wanted.has(name));
    await Promise.all([...orphans.map((name) => this.store.remove(name)), ...unfinished.map((place) => this.store.discard(place))]);
    return orphans.length + unfinished.length;
  }
}

/** 'This is a PDF.': what somebody chose instead of a photo. */
function sayWhatItIs(mime: string | undefined, file: Buffer): string {
  if (mime === 'image/heic' || mime === 'image/heif' || mime === 'image/heic-sequence' || mime === 'image/heif-sequence') {
    return 'This is a HEIC photo, which cannot be read here. On an iPhone, choose Settings, Camera, Formats, Most Compatible, and take it again.';
  }
  if (mime === 'image/gif') return 'This is a GIF.';
  if (mime === 'application/pdf') return 'This is a PDF.';
  if (mime?.startsWith('video/')) return 'This is a film.';
  const text = file.subarray(0, 512).toString('latin1').toLowerCase();
  if (text.includes('<svg')) return 'This is a drawing that can hold programs (SVG).';
  if (/<!doctype|<html|<script/.test(text)) return 'This is a web page.';
  if (text.startsWith('mz') || text.startsWith('\u007felf') || mime?.includes('executable')) return 'This is a program.';
  return 'This is neither a photo nor a recording.';
}
