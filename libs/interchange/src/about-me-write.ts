/** Writes a person's About Me as JSON in the shape of PRSB About Me v2.01; each file is in it once, however many entries hold it. */
import { type AboutMeEntry, type AboutMeFile, type AboutMePart, type AboutMeRecord, HEADING_KEYS, STANDARD, VERSION } from './about-me-record.ts';

type Given = Map<string, string>;

/** The document as an object, to be written by `JSON.stringify`. */
export function writeAboutMe(record: AboutMeRecord): object {
  const given: Given = new Map();
  return { standard: STANDARD, version: VERSION, aboutMe: { recordEntry: record.entries.map((entry) => entryOf(entry, given)) } };
}

function entryOf(entry: AboutMeEntry, given: Given): object {
  const headings = Object.fromEntries(entry.parts.map((part) => [HEADING_KEYS[part.heading], partOf(part, given)]));
  return {
    ...(entry.writtenAt === null ? {} : { dateLastUpdated: entry.writtenAt }),
    ...(entry.supportedBy === null ? {} : { supportedToWriteThisBy: entry.supportedBy }),
    ...headings,
    ...(entry.tookPart === null ? {} : { extension: { personTookPart: entry.tookPart } }),
  };
}

function partOf({ text, file, coded, origin }: AboutMePart, given: Given): object {
  const response = { ...(text === null ? {} : { freeText: text }), ...(file === null ? {} : { multimedia: fileOf(file, given) }) };
  return {
    ...(coded === null ? {} : { codedValue: { code: coded.code, system: coded.system, displayName: coded.display } }),
    ...(text === null && file === null ? {} : { response }),
    ...(origin === null ? {} : { extension: { ...origin } }),
  };
}

/** In full where it comes first; after that its address within the document. */
function fileOf({ key, fileName, mime, content }: AboutMeFile, given: Given): object {
  const about = { filename: fileName, mimeType: mime };
  if (content === null) return about;
  const before = given.get(key);
  if (before !== undefined) return { ...about, url: before };
  const url = `#media-${given.size + 1}`;
  given.set(key, url);
  return { ...about, file: content, url };
}
