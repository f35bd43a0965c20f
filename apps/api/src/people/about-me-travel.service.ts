/** About Me as a file of the PRSB standard: out of the home, and into it after it was looked at. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MEDIA_WORDS, mayKeepMedia } from '@promenade/domain/media/media';
import { sayReason } from '@promenade/domain/shared/decision';
import { readAboutMe } from '@promenade/interchange/about-me-read';
import type { AboutMeRecord } from '@promenade/interchange/about-me-record';
import { writeAboutMe } from '@promenade/interchange/about-me-write';
import type { Actor } from '../access/actor.ts';
import { Db, type Tx, insertAll } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Conflict, Invalid, NotFound } from '../graphql/errors.ts';
import type { MediaEntity } from '../media/media.entities.ts';
import { type Examined, MediaService } from '../media/media.service.ts';
import { exportOf } from './about-me-export.ts';
import { type HeadingChange, type KnownFile, type Plan, planImport } from './about-me-import.ts';
import { AboutMeEntryEntity, AboutMeStatementEntity } from './about-me.entities.ts';
import { type KeptAboutMe, recordOf } from './about-me.reads.ts';
import { ResidentEntity } from './people.entities.ts';

/** `seen` goes back with the file when it is taken in: it stands for what was looked at. */
export type Preview = { readonly seen: string; readonly name: string; readonly entriesInFile: number; readonly newEntries: number; readonly headings: readonly HeadingChange[]; readonly notes: readonly string[] };
type Here = { readonly resident: ResidentEntity; readonly kept: KeptAboutMe; readonly media: readonly MediaEntity[] };
type Files = { readonly known: ReadonlyMap<string, KnownFile>; readonly fresh: ReadonlyMap<string, { readonly id: string; readonly fileName: string; readonly examined: Examined }>; readonly notes: readonly string[] };

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');

@Injectable()
export class AboutMeTravelService {
  constructor(
    private readonly db: Db,
    private readonly media: MediaService,
  ) {}

  /** The document, and a name for the file. */
  async write(actor: Actor, residentId: string): Promise<{ fileName: string; text: string }> {
    const { resident, kept, media } = await this.db.read(actor, (tx) => this.here(tx, residentId));
    const consents = await this.db.read(actor, (tx) => this.media.consentsOf(tx, [residentId]));
    const agreed = consents.get(residentId);
    const contents = new Map<string, string>();
    for (const row of media) {
      const content = agreed && mayKeepMedia(row.kind, agreed).allowed ? await this.media.contentOf(row) : null;
      if (content) contents.set(row.id, content.toString('base64'));
    }
    const record = exportOf(kept, new Map(media.map((row) => [row.id, row])), (id) => contents.get(id) ?? null);
    return { fileName: `about-me-${resident.preferredName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.json`, text: JSON.stringify(writeAboutMe(record), null, 1) };
  }

  /** What taking a file in would change. Throws sentences where it cannot be. */
  async preview(actor: Actor, residentId: string, text: string): Promise<Preview> {
    return this.db.read(actor, async (tx) => {
      const { here, record, leftAside, files, plan } = await this.plan(tx, residentId, text);
      const left = leftAside.map((what) => `Left aside: ${what}.`);
      return { seen: seenAs(text, here), name: here.resident.preferredName, entriesInFile: record.entries.length, newEntries: plan.entries.length, headings: plan.headings, notes: [...files.notes, ...left] };
    });
  }

  /** Takes in what was looked at: all of it, or nothing. */
  async take(actor: Actor, residentId: string, text: string, seen: string): Promise<Preview> {
    return this.db.write(actor, async (tx) => {
      // Whoever writes beside this waits; what they wrote is then seen, and looked at first.
      await tx.em.findOne(ResidentEntity, { where: { homeId: actor.homeId, id: residentId }, lock: { mode: 'pessimistic_write' } });
      const { here, record, files, plan } = await this.plan(tx, residentId, text);
      if (seenAs(text, here) !== seen) throw new Conflict('Something was written here since you looked. Look at what changes once more.');
      for (const { id, fileName, examined } of files.fresh.values()) await this.media.write(tx, { id, residentId, fileName }, await this.media.keep(examined));
      await insertAll(tx, AboutMeEntryEntity, plan.entries);
      await insertAll(tx, AboutMeStatementEntity, plan.statements);
      return { seen, name: here.resident.preferredName, entriesInFile: record.entries.length, newEntries: plan.entries.length, headings: plan.headings, notes: files.notes };
    });
  }

  private async plan(tx: Tx, residentId: string, text: string): Promise<{ here: Here; record: AboutMeRecord; leftAside: readonly string[]; files: Files; plan: Plan }> {
    const here = await this.here(tx, residentId);
    const reading = readAboutMe(text);
    if ('problems' in reading) throw new Invalid(reading.problems.join(' '));
    const { record, leftAside } = reading;
    if (record.entries.some(({ writtenAt }) => writtenAt !== null && Date.parse(writtenAt) > tx.now.getTime() + 86_400_000)) throw new Invalid('An entry of this file is dated in the future. Check the date it was last updated.');
    const files = await this.filesOf(tx, record, here);
    const marks = new Map([...here.media.map((row) => [row.id, row.sha256] as const), ...[...files.known.values()].map(({ mediaId, mark }) => [mediaId, mark] as const)]);
    const plan = planImport(record, here.kept, {
      homeId: tx.actor.homeId, residentId, personName: here.resident.preferredName, now: tx.now, accountId: tx.actor.accountId, accountName: tx.actor.name, newId,
      fileOf: (key) => files.known.get(key) ?? null, markOf: (id) => marks.get(id) ?? id,
    });
    return { here, record, leftAside, files, plan };
  }

  private async here(tx: Tx, residentId: string): Promise<Here> {
    const resident = await tx.em.findOneBy(ResidentEntity, { homeId: tx.actor.homeId, id: residentId });
    if (!resident) throw new NotFound('This person');
    const kept = await recordOf(tx, resident);
    const ids = [...new Set(kept.statements.flatMap(({ mediaId }) => mediaId ?? []))];
    return { resident, kept, media: await this.media.of(tx, residentId, ids) };
  }

  /** Looks at every file of the record by its content. One that is here already is not taken again. */
  private async filesOf(tx: Tx, record: AboutMeRecord, here: Here): Promise<Files> {
    const consents = (await this.media.consentsOf(tx, [here.resident.id])).get(here.resident.id);
    const known = new Map<string, KnownFile>();
    const fresh = new Map<string, { id: string; fileName: string; examined: Examined }>();
    const notes = new Set<string>();
    for (const file of record.entries.flatMap(({ parts }) => parts.flatMap((part) => part.file ?? []))) {
      if (known.has(file.key) || file.content === null) continue;
      const bytes = Buffer.from(file.content, 'base64');
      const sent = sha256(bytes);
      const before = here.media.find((row) => row.erasedAt === null && (row.sha256 === sent || row.sentSha256 === sent));
      const twin = fresh.get(sent);
      if (before) {
        known.set(file.key, { mark: before.sha256, mediaId: before.id });
        continue;
      }
      const examined = twin?.examined ?? await this.media.examine(bytes, sent).catch((error: unknown) => {
        throw error instanceof Invalid ? new Invalid(`“${file.fileName}”: ${error.message}`) : error;
      });
      const decision = consents && mayKeepMedia(examined.kind, consents);
      if (decision?.allowed === false) {
        notes.add(`“${file.fileName}” is left out. ${decision.reasons.map((reason) => sayReason(MEDIA_WORDS, reason)).join(' ')}`);
        continue;
      }
      const id = twin?.id ?? newId();
      fresh.set(sent, { id, fileName: file.fileName, examined });
      known.set(file.key, { mark: sha256(examined.content), mediaId: id });
    }
    return { known, fresh, notes: [...notes] };
  }
}

/** Changes when the file does, and when anything is written here. */
function seenAs(text: string, { kept }: Here): string {
  return sha256(`${sha256(text)} ${kept.entries.length} ${kept.entries.at(-1)?.id ?? ''}`);
}
