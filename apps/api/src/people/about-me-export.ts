/** A person's About Me as a record of the standard: every entry as it stood when it was written, the latest first. */
import type { AboutMeEntry, AboutMeFile, AboutMePart, AboutMeRecord } from '@promenade/interchange/about-me-record';
import type { MediaEntity } from '../media/media.entities.ts';
import { type KeptAboutMe, type Written, standing } from './about-me.reads.ts';

/** `contentOf` gives base64, or null where the content may not leave. */
export function exportOf({ entries, statements }: KeptAboutMe, media: ReadonlyMap<string, MediaEntity>, contentOf: (id: string) => string | null): AboutMeRecord {
  const fileOf = (mediaId: string | null): AboutMeFile | null => {
    const row = mediaId === null ? undefined : media.get(mediaId);
    return row ? { key: row.id, fileName: row.fileName, mime: row.mime, content: contentOf(row.id) } : null;
  };
  const partOf = (row: Written): AboutMePart => ({
    heading: row.heading, text: row.text, file: fileOf(row.mediaId),
    coded: row.codedSystem && row.codedCode && row.codedDisplay ? { system: row.codedSystem, code: row.codedCode, display: row.codedDisplay } : null,
    origin: { whose: row.whose, saidBy: row.saidBy, toldHow: row.toldHow, saidOn: row.saidOn, alt: row.alt, sensitive: row.sensitive },
  });
  const written: AboutMeEntry[] = entries.map((entry, n) => {
    const until = new Set(entries.slice(0, n + 1).map(({ id }) => id));
    const parts = [...standing(statements.filter(({ entryId }) => until.has(entryId))).values()].map(partOf);
    return { writtenAt: entry.writtenAt.toISOString(), supportedBy: entry.supportedBy, tookPart: entry.tookPart, parts };
  });
  return { entries: written.toReversed() };
}
