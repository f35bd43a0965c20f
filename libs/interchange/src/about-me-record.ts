/** PRSB About Me v2.01 as it travels: what a record holds, whichever way it goes. */
import { HEADINGS, HEADING_WORDS, type Heading } from '@promenade/domain/people/about-me';

export type Coded = { readonly system: string; readonly code: string; readonly display: string };
/** `key` tells files apart within a record; `content` is base64, or null where the file itself is not given. */
export type AboutMeFile = { readonly key: string; readonly fileName: string; readonly mime: string; readonly content: string | null };
/** What the standard has no place for: where the words come from. Other systems may leave it aside. */
export type Origin = { readonly whose: string; readonly saidBy: string; readonly toldHow: string; readonly saidOn: string | null; readonly alt: string | null; readonly sensitive: boolean };
export type AboutMePart = { readonly heading: Heading; readonly text: string | null; readonly file: AboutMeFile | null; readonly coded: Coded | null; readonly origin: Origin | null };
/** `writtenAt` is an ISO instant; `tookPart` is null where nothing says so. */
export type AboutMeEntry = { readonly writtenAt: string | null; readonly supportedBy: string | null; readonly tookPart: boolean | null; readonly parts: readonly AboutMePart[] };
/** Record entries, the latest first; only the first is current, the others are the audit trail. */
export type AboutMeRecord = { readonly entries: readonly AboutMeEntry[] };

export const STANDARD = 'PRSB About Me';
export const VERSION = '2.01';

/** How each heading is called in the JSON: its name in the standard, without spaces. */
export const HEADING_KEYS: Readonly<Record<Heading, string>> = {
  important: 'whatIsMostImportantToMe', people: 'peopleWhoAreImportantToMe', communication: 'howICommunicateAndHowToCommunicateWithMe', wellness: 'myWellness',
  please: 'pleaseDoAndPleaseDoNot', support: 'howAndWhenToSupportMe', also: 'alsoWorthKnowingAboutMe',
};

/** Letters only, in small: 'My wellness', 'myWellness' and 'my_wellness' are the same. */
export const plainKey = (key: string): string => key.toLowerCase().replaceAll(/[^a-z]/g, '');

const BY_KEY: ReadonlyMap<string, Heading> = new Map(HEADINGS.flatMap((heading) => [[plainKey(HEADING_KEYS[heading]), heading], [plainKey(HEADING_WORDS[heading].name), heading]]));

/** The heading a key stands for, however it is written, or null. */
export const headingOf = (key: string): Heading | null => BY_KEY.get(plainKey(key)) ?? null;
