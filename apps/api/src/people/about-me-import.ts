/** What an About Me from a file changes here: worked out before anything is written, so that it can be looked at first. */
import { HEADINGS, HEADING_WORDS, type Heading, inOrderWritten } from '@promenade/domain/people/about-me';
import type { AboutMeEntry, AboutMePart, AboutMeRecord } from '@promenade/interchange/about-me-record';
import type { AboutMeEntryEntity, Statement } from './about-me.entities.ts';
import { type KeptAboutMe, type Written, standing } from './about-me.reads.ts';

/** A file of the record as it is known here: its mark is that of the content as it is, or will be, kept. */
export type KnownFile = { readonly mark: string; readonly mediaId: string };
export type Plan = { readonly entries: readonly AboutMeEntryEntity[]; readonly statements: readonly Statement[]; readonly headings: readonly HeadingChange[] };
export type Change = 'new' | 'changed' | 'same' | 'kept' | 'taken away' | 'nothing';
export type HeadingChange = { readonly heading: Heading; readonly name: string; readonly change: Change; readonly before: string | null; readonly after: string | null };

type With = {
  readonly homeId: string; readonly residentId: string; readonly personName: string; readonly now: Date; readonly accountId: string; readonly accountName: string;
  readonly newId: () => string;
  /** Of a file in the record; null where it is not taken. */
  readonly fileOf: (key: string) => KnownFile | null;
  readonly markOf: (mediaId: string) => string;
};

const origin = ({ whose, saidBy, toldHow, saidOn, alt, sensitive }: Pick<Statement, 'whose' | 'saidBy' | 'toldHow' | 'saidOn' | 'alt' | 'sensitive'>) => [whose, saidBy, toldHow, saidOn, alt, sensitive];

/** What a row says, to be compared. */
const ofRow = (row: Statement, at: With) => JSON.stringify([row.heading, row.text, row.mediaId && at.markOf(row.mediaId), row.codedSystem, row.codedCode, row.codedDisplay, ...origin(row)]);

function rowOf(part: AboutMePart, entry: AboutMeEntry, at: With): Statement | null {
  const file = part.file && at.fileOf(part.file.key);
  if (part.text === null && part.coded === null && !file) return null;
  const from = part.origin ?? { whose: 'the person', saidBy: entry.supportedBy?.split(',').at(0)?.slice(0, 100) ?? at.personName, toldHow: 'from the file', saidOn: null, alt: null, sensitive: false };
  return {
    homeId: at.homeId, id: at.newId(), entryId: '', residentId: at.residentId, heading: part.heading, text: part.text, mediaId: file?.mediaId ?? null,
    alt: from.alt ?? (file && part.file.mime.startsWith('image/') ? 'A photo that came with the file; nobody has described it yet' : null),
    codedSystem: part.coded?.system ?? null, codedCode: part.coded?.code ?? null, codedDisplay: part.coded?.display ?? null,
    whose: from.whose as Written['whose'], saidBy: from.saidBy, toldHow: from.toldHow as Written['toldHow'], saidOn: from.saidOn,
    // Agreed to elsewhere is not agreed to here: it is asked again before anything is hung up.
    onPoster: false, sensitive: from.sensitive,
  };
}

const markOfEntry = (writtenAt: Date, supportedBy: string | null, tookPart: boolean, marks: readonly string[]) => JSON.stringify([writtenAt.getTime(), supportedBy, tookPart, marks.toSorted()]);

/** Entries as they stand here, each with what stood under the headings when it was written. */
function knownEntries({ entries, statements }: KeptAboutMe, at: With): Set<string> {
  return new Set(entries.map((entry, n) => {
    const until = new Set(entries.slice(0, n + 1).map(({ id }) => id));
    const rows = [...standing(statements.filter(({ entryId }) => until.has(entryId))).values()];
    return markOfEntry(entry.writtenAt, entry.supportedBy, entry.tookPart, rows.map((row) => ofRow(row, at)));
  }));
}

/**
 * Entries that are here already are left out, so that the same file twice changes nothing. Of the others each brings what
 * is different from the one before it in the file; what an entry no longer holds is taken away with it.
 */
export function planImport(record: AboutMeRecord, here: KeptAboutMe, at: With): Plan {
  const known = knownEntries(here, at);
  const [entries, statements]: [AboutMeEntryEntity[], Statement[]] = [[], []];
  let before = new Map<Heading, Statement>();
  for (const each of record.entries.toReversed()) {
    const rows = new Map(each.parts.flatMap((part) => {
      const row = rowOf(part, each, at);
      return row ? [[part.heading, row] as const] : [];
    }));
    const entry: AboutMeEntryEntity = {
      homeId: at.homeId, id: at.newId(), residentId: at.residentId, writtenAt: each.writtenAt === null ? at.now : new Date(each.writtenAt), supportedBy: each.supportedBy, tookPart: each.tookPart ?? true,
      source: 'file', recordedBy: at.accountId, recordedByName: at.accountName, recordedAt: at.now,
    };
    if (!known.has(markOfEntry(entry.writtenAt, entry.supportedBy, entry.tookPart, [...rows.values()].map((row) => ofRow(row, at))))) {
      entries.push(entry);
      for (const [heading, row] of rows) {
        const was = before.get(heading);
        if (!was || ofRow(was, at) !== ofRow(row, at)) statements.push({ ...row, entryId: entry.id });
      }
      for (const [heading, was] of before) if (!rows.has(heading)) statements.push({ ...was, id: at.newId(), entryId: entry.id, text: null, mediaId: null, alt: null, codedSystem: null, codedCode: null, codedDisplay: null });
    }
    before = rows;
  }
  return { entries, statements, headings: changes(record, here, { entries, statements }, at) };
}

/** What will stand under each heading, beside what stands there now. */
function changes(record: AboutMeRecord, here: KeptAboutMe, more: Pick<Plan, 'entries' | 'statements'>, at: With): HeadingChange[] {
  const entries = new Map(more.entries.map((entry) => [entry.id, entry]));
  const added = more.statements.map((row): Written => ({
    ...row, writtenAt: entries.get(row.entryId)?.writtenAt ?? at.now, recordedByName: at.accountName, isTakenAway: row.text === null && row.mediaId === null && row.codedCode === null, personName: at.personName,
  }));
  const [now, then] = [standing(here.statements), standing(inOrderWritten([...here.statements, ...added]))];
  const inFile = new Set(record.entries[0]?.parts.map(({ heading }) => heading));
  return HEADINGS.map((heading) => {
    const [before, after] = [now.get(heading) ?? null, then.get(heading) ?? null];
    const isSame = before && after && ofRow(before, at) === ofRow(after, at);
    const change: Change = !before && !after ? 'nothing' : !before ? 'new' : !after ? 'taken away' : !isSame ? 'changed' : inFile.has(heading) ? 'same' : 'kept';
    return { heading, name: HEADING_WORDS[heading].name, change, before: before && inBrief(before), after: after && inBrief(after) };
  });
}

function inBrief({ text, mediaId, codedDisplay }: Statement): string {
  const words = text ?? codedDisplay ?? '';
  return [words, mediaId ? (words === '' ? 'A photo or a recording' : '(with a photo or a recording)') : ''].filter((part) => part !== '').join(' ');
}
