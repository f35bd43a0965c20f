/** What people say of themselves, under the seven headings of the PRSB About Me standard, v2.01 (May 2025). */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import type { Day } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';
import { TOLD_HOW, type ToldHow } from './life-story.ts';

/** The headings in the order of the standard; each holds at most one current statement. */
export const HEADINGS = ['important', 'people', 'communication', 'wellness', 'please', 'support', 'also'] as const;
export type Heading = (typeof HEADINGS)[number];

export function isHeading(text: string): text is Heading {
  return (HEADINGS as readonly string[]).includes(text);
}

type HeadingWords = {
  /** As the standard calls it. */
  readonly name: string;
  /** As one asks a person. */
  readonly question: string;
  /** What else to ask when the answer is slow in coming. */
  readonly prompts: readonly string[];
};

/** Names are those of the PRSB standard; questions and prompts are our own. */
export const HEADING_WORDS: Readonly<Record<Heading, HeadingWords>> = {
  important: { name: 'What is most important to me', question: 'What matters most to you?', prompts: ['What must everybody here know, even in a hurry?', 'What makes a day a good one?', 'Is there a faith or a custom that belongs to you?', 'What are you hoping for?'] },
  people: { name: 'People who are important to me', question: 'Who matters to you?', prompts: ['Who do you want to hear from, and how often?', 'Whom should we ring first?', 'Is there anybody we should not get in touch with?', 'Is there a pet, or somebody you miss?'] },
  communication: { name: 'How I communicate and how to communicate with me', question: 'How do we understand each other best?', prompts: ['How do you show yes, and how do you show no?', 'How would we notice that something hurts?', 'Do you need glasses, hearing aids, pictures or more time?', 'When is a good moment to talk about something serious?'] },
  wellness: { name: 'My wellness', question: 'What is it like when you are well, and when you are not?', prompts: ['What does a good day look like, and a hard one?', 'What are the first signs that things are going wrong?', 'What upsets you, and what settles you?', 'What keeps you going?'] },
  please: { name: 'Please do and please do not', question: 'What should we do, and what should we leave alone?', prompts: ['What should we always do?', 'What should we never do?', 'What do people get wrong?', 'How do you like to be spoken to?'] },
  support: { name: 'How and when to support me', question: 'When do you want help, and how?', prompts: ['How does your morning go, and your evening?', 'What do you do yourself, given time?', 'How do you like your food, your bath, your bed?', 'How do you get about, and what do you need for a journey?'] },
  also: { name: 'Also worth knowing about me', question: 'What else should we know?', prompts: ['What did you do for a living?', 'What are you good at?', 'What do you love to talk about, and what would you rather not?', 'Where have you lived?'] },
};

const WHOSE = ['the person', 'a supporter', 'staff'] as const;
/** Whose words they are: the person's own, a supporter's for them, or those of staff who observed. */
export type Whose = (typeof WHOSE)[number];

/** Standard, "supported to write this by": at most 150 characters. */
export const SUPPORTED_BY_LENGTH = 150;
/** "Keep it short", says the standard; it sets no number. This is about two printed pages. */
export const STATEMENT_LENGTH = 4000;
const ALT_LENGTH = 200;
const NAME_LENGTH = 100;

export type AboutMeReason =
  | 'HEADING_UNKNOWN' | 'STATEMENT_EMPTY' | 'STATEMENT_TOO_LONG' | 'STATEMENT_UNREADABLE' | 'WHOSE_UNKNOWN' | 'HOW_UNKNOWN' | 'WHOSE_AND_HOW' | 'NOBODY_SAID' | 'NAME_TOO_LONG' | 'SAID_LATER' | 'ALT_MISSING' | 'ALT_TOO_LONG'
  | 'POSTER_SENSITIVE' | 'CODED_INCOMPLETE' | 'NOTHING_TO_TAKE_AWAY' | 'SUPPORTED_TOO_LONG' | 'SUPPORTED_NOT_SAID' | 'PORTRAIT_NO_PHOTO';

export const ABOUT_ME_WORDS: Words<AboutMeReason> = {
  HEADING_UNKNOWN: (about) => `“${about}” is not one of the seven headings. Open the page again and choose one.`,
  STATEMENT_EMPTY: () => 'Write something, or add a photo or a recording.',
  STATEMENT_TOO_LONG: () => `That is more than anybody can take in. Keep it under ${STATEMENT_LENGTH} characters, the most important first.`,
  STATEMENT_UNREADABLE: () => 'There are signs in this text that nobody can see and that change how it reads. Type it afresh.',
  WHOSE_UNKNOWN: (about) => `“${about}” does not say whose words these are. Choose the person, a supporter, or staff who saw it.`,
  HOW_UNKNOWN: (about) => `“${about}” is not a way of knowing. Choose told us, told by family, or observed.`,
  WHOSE_AND_HOW: (about) => about,
  NOBODY_SAID: () => 'Say who told it or saw it, so that somebody can ask again.',
  NAME_TOO_LONG: () => 'That is too long for a name. Write who it was, and nothing else.',
  SAID_LATER: () => 'That day has not been yet. Choose when it was said.',
  ALT_MISSING: () => 'Say in a few words what is in the photo, for whoever cannot see it.',
  ALT_TOO_LONG: () => 'Say what is in the photo in one sentence.',
  POSTER_SENSITIVE: () => 'What is sensitive does not go on a poster. Choose one or the other.',
  CODED_INCOMPLETE: () => 'A coded value needs the code, the list it is from, and what it means.',
  NOTHING_TO_TAKE_AWAY: () => 'Nothing stands under this heading.',
  SUPPORTED_TOO_LONG: () => `Who helped to write it may take ${SUPPORTED_BY_LENGTH} characters in all. Make it shorter.`,
  SUPPORTED_NOT_SAID: () => 'Say who wrote it, and how, as the person could not take part.',
  PORTRAIT_NO_PHOTO: () => 'Only a photo can stand for a person. Choose another file.',
};

export type Coded = { readonly system: string; readonly code: string; readonly display: string };

export type StatementDraft = {
  readonly heading: string;
  readonly text: string | null;
  readonly media: { readonly kind: string; readonly alt: string | null } | null;
  readonly coded: { readonly system: string | null; readonly code: string | null; readonly display: string | null } | null;
  readonly whose: string;
  readonly saidBy: string;
  readonly toldHow: string;
  readonly saidOn: Day | null;
  readonly onPoster: boolean;
  readonly sensitive: boolean;
};

/** Signs that nobody sees: controls other than a new line or a tab, and what turns the direction of letters. */
const UNSEEN: readonly (readonly [from: number, to: number])[] = [[0, 8], [11, 12], [14, 31], [127, 159], [0x20_2a, 0x20_2e], [0x20_66, 0x20_69], [0xff_f9, 0xff_fb]];

/** Whether a text reads as it looks: no controls, nothing that turns the direction of letters, no half characters. */
export function readsAsItLooks(text: string): boolean {
  if (!text.isWellFormed()) return false;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (UNSEEN.some(([from, to]) => code >= from && code <= to)) return false;
  }
  return true;
}

/** Text as it is kept: spaces round it and lone carriage returns do not count, and there is one way to write each letter. */
export function tidy(text: string | null | undefined): string | null {
  const plain = text?.replaceAll(/\r\n?/g, '\n').replaceAll(/[ \t]+\n/g, '\n').replaceAll(/\n{3,}/g, '\n\n').normalize('NFC').trim();
  // Nothing but signs without ink is nothing.
  return plain && /[^\s\u00AD\u200B-\u200F\u2060\uFEFF]/u.test(plain) ? plain : null;
}

/** How it is known must fit whose words they are: the person is heard, a supporter tells, staff observe. */
function fits(whose: string, toldHow: string): string | null {
  if (toldHow === 'from the file') return null;
  if (whose === 'the person' && toldHow === 'told by family') return 'If family told it, these are a supporter’s words. Choose whose words they are.';
  if (whose === 'staff' && toldHow === 'told by family') return 'If family told it, these are a supporter’s words. Choose whose words they are.';
  return null;
}

/**
 * Whether something can stand under a heading of PRSB About Me v2.01: it says something (text, photo or recording), and
 * whose words they are, how it is known and when it was said stand with it.
 */
export function maySay(draft: StatementDraft, today: Day): Decision<AboutMeReason> {
  const { heading, text, media, coded, whose, saidBy, toldHow } = draft;
  const mismatch = fits(whose, toldHow);
  const texts = [text, saidBy, media?.alt, coded?.system, coded?.code, coded?.display];
  return decide<AboutMeReason>([
    !isHeading(heading) && { code: 'HEADING_UNKNOWN', about: heading.slice(0, 40) },
    tidy(text) === null && !media && { code: 'STATEMENT_EMPTY' },
    (text?.length ?? 0) > STATEMENT_LENGTH && { code: 'STATEMENT_TOO_LONG' },
    texts.some((each) => each && !readsAsItLooks(each)) && { code: 'STATEMENT_UNREADABLE' },
    !WHOSE.includes(whose as Whose) && { code: 'WHOSE_UNKNOWN', about: whose.slice(0, 40) },
    !TOLD_HOW.includes(toldHow as ToldHow) && { code: 'HOW_UNKNOWN', about: toldHow.slice(0, 40) },
    mismatch !== null && { code: 'WHOSE_AND_HOW', about: mismatch },
    tidy(saidBy) === null && { code: 'NOBODY_SAID' },
    saidBy.length > NAME_LENGTH && { code: 'NAME_TOO_LONG' },
    draft.saidOn !== null && draft.saidOn > today && { code: 'SAID_LATER' },
    media?.kind === 'photo' && tidy(media.alt) === null && { code: 'ALT_MISSING' },
    (media?.alt?.length ?? 0) > ALT_LENGTH && { code: 'ALT_TOO_LONG' },
    draft.onPoster && draft.sensitive && { code: 'POSTER_SENSITIVE' },
    coded !== null && [coded.system, coded.code, coded.display].some(isBlank) && { code: 'CODED_INCOMPLETE' },
  ]);
}

export type Supported = { readonly name: string; readonly relation: string; readonly contact: string; readonly how: string };

/** 'Janet Ellison, daughter, 01632 960 111. He nodded to each line.': the one text of the standard, of at most 150 characters. */
export function saySupported({ name, relation, contact, how }: Supported): string | null {
  const who = [name, relation, contact].map(tidy).filter((part) => part !== null).join(', ');
  const manner = tidy(how);
  return tidy([who && manner ? `${who.replace(/\.$/, '')}.` : who, manner ?? ''].filter((part) => part !== '').join(' '));
}

/** Who helped to write it: said in at most 150 characters; how it was written too, when the person could not take part. */
export function mayBeSupported(supported: Supported, tookPart: boolean): Decision<AboutMeReason> {
  const text = saySupported(supported) ?? '';
  return decide<AboutMeReason>([
    text.length > SUPPORTED_BY_LENGTH && { code: 'SUPPORTED_TOO_LONG' },
    !readsAsItLooks(text) && { code: 'STATEMENT_UNREADABLE' },
    !tookPart && (tidy(supported.name) === null || tidy(supported.how) === null) && { code: 'SUPPORTED_NOT_SAID' },
  ]);
}

/** 'In Bob’s own words, told to us': where a statement comes from, as one reads it. */
export function sayWhose(person: string, { whose, saidBy, toldHow }: { readonly whose: string; readonly saidBy: string; readonly toldHow: string }): string {
  if (toldHow === 'from the file') return `From ${saidBy}; nobody here has checked it yet`;
  if (whose === 'the person') return toldHow === 'observed' ? `${person} showed it; ${saidBy} saw it` : `${person}’s own words${saidBy === person ? '' : `, told to ${saidBy}`}`;
  if (whose === 'a supporter') return toldHow === 'observed' ? `${saidBy} has seen it` : `${saidBy} says so for ${person}`;
  return toldHow === 'observed' ? `${saidBy} of the staff has seen it` : `${saidBy} of the staff wrote down what was said`;
}

type Placed = { readonly heading: Heading; readonly writtenAt: Date; readonly id: string };

/** Oldest first; what was written at one moment stays in the order of its ids. */
export function inOrderWritten<Row extends { readonly writtenAt: Date; readonly id: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => a.writtenAt.getTime() - b.writtenAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** Under one heading: what stands now, and what stood before, latest first (PRSB: only the latest is shown, older ones are an audit trail). */
export function versionsUnder<Row extends Placed>(rows: readonly Row[], heading: Heading): { readonly current: Row | null; readonly older: Row[] } {
  const [current = null, ...older] = inOrderWritten(rows.filter((row) => row.heading === heading)).toReversed();
  return { current, older };
}
