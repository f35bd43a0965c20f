/** What an entry of the library says, and what it must say before it is fit to be read by someone in their first week. */

import { type Decision, type Words, decide } from '../shared/decision.ts';
import { isBlank } from '../shared/words.ts';

export const ACTIVITY_KINDS = ['physical', 'creative', 'social', 'spiritual', 'domestic', 'outdoors', 'music', 'sensory', 'intellectual', 'community', 'animals', 'bedside'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** The four styles of support: plain levels of our own, from most to least that the person does by plan. */
export const SUPPORT_STYLES = ['plansIt', 'stepByStep', 'joinsThroughSenses', 'respondsToTouchAndSound'] as const;
export type SupportStyle = (typeof SUPPORT_STYLES)[number];

export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof SEASONS)[number];

/** The least it asks of a body: it can be done in bed, sitting (a wheelchair counts), or only on one's feet. */
export const REACHES = ['in bed', 'sitting', 'on their feet'] as const;
export type Reach = (typeof REACHES)[number];

/** What an entry says to the reader: everything but where and when this home can hold it. */
export type ActivityText = {
  readonly name: string;
  readonly kind: ActivityKind;
  readonly picture: string;
  readonly reach: Reach;
  /** Words of lives and searches that this is an answer to: 'pigeons', 'mill', 'Sunday school'. */
  readonly speaksTo: readonly string[];
  readonly seasons: readonly Season[];
  readonly why: string;
  readonly placeWords: string;
  readonly staffWords: string;
  readonly steps: readonly string[];
  readonly adapt: Readonly<Record<SupportStyle, string>>;
  readonly goodDay: string;
  readonly badDay: string;
  readonly watchFor: readonly string[];
  readonly equipment: readonly string[];
  readonly respect: string;
};

/** What the planner goes by. Minutes at the place itself; money whole pence for each person each time. */
export type ActivityTerms = {
  readonly setting: 'home' | 'out';
  readonly minutes: number;
  readonly groupMin: number;
  readonly groupMax: number;
  readonly baseStaff: number;
  readonly costPence: number;
  readonly transport: 'vehicle' | 'walk' | null;
  readonly atBedside: boolean;
};

export const STEPS_LEAST = 5;
export const STEPS_MOST = 8;
const NAME_MOST = 80;
const LINE_MOST = 400;
const TEXT_MOST = 1200;

export type EntryGap =
  | 'no name' | 'long name' | 'no such kind' | 'no such reach' | 'no such season' | 'no why' | 'few steps' | 'many steps' | 'no adaptation' | 'same adaptation' | 'no watching' | 'no respect'
  | 'minutes' | 'group' | 'staff' | 'cost' | 'out without a way' | 'too long' | 'unreadable';

export const GAP_WORDS: Words<EntryGap> = {
  'no name': () => 'Give it a name that people would use.',
  'long name': () => `The name has more than ${NAME_MOST} letters. Say it shorter; the rest belongs in why it can help.`,
  'no such kind': (about) => `“${about}” is not a kind of activity. Choose one from the list.`,
  'no such reach': (about) => `“${about}” does not say what it asks of a body. Choose one from the list.`,
  'no such season': (about) => `“${about}” is not a season.`,
  'no why': () => 'Say why it can help: one sentence to somebody who has never seen it.',
  'few steps': (about) => `Write at least ${STEPS_LEAST} steps, so that somebody in their first week can follow. ${about === '0' ? 'There are none yet.' : about === '1' ? 'There is one.' : `There are ${about}.`}`,
  'many steps': (about) => `There are ${about} steps. More than ${STEPS_MOST} will not be remembered: join some, or make two entries.`,
  'no adaptation': (about) => `Say how somebody joins in who ${about}.`,
  'same adaptation': (about) => `Two styles of support say the same: who ${about}. Say what is different for each.`,
  'no watching': () => 'Say what to watch for: what could really go wrong.',
  'no respect': () => 'Say how it stays adult: one line.',
  minutes: () => 'It lasts between 5 minutes and 8 hours.',
  group: () => 'The group is from 1 to 60 people, and the smallest is no larger than the largest.',
  staff: () => 'It needs between 0 and 20 staff.',
  cost: () => 'The cost is from nothing to £500 for each person.',
  'out without a way': () => 'Say how people get there: by vehicle or on foot.',
  'too long': (about) => `“${about.slice(0, 40)}…” is too long to read on the way to doing it. Say it in fewer words.`,
  unreadable: (about) => `${about} holds characters that cannot be read or printed. Type it again.`,
};

/** How each style is said of a person: 'who plans it', 'who joins through the senses'. */
export const STYLE_WORDS: Readonly<Record<SupportStyle, string>> = {
  plansIt: 'plans it', stepByStep: 'does it step by step', joinsThroughSenses: 'joins through the senses', respondsToTouchAndSound: 'responds to touch and sound',
};

/** A style as the record of somebody's support words it, or null when it is none or not recorded. */
export function styleOf(recorded: string | null | undefined): SupportStyle | null {
  const said = recorded?.replace(/^does it /, '');
  return SUPPORT_STYLES.find((style) => style === said || STYLE_WORDS[style].replace(/^does it /, '') === said) ?? null;
}

const isOne = (list: readonly string[], value: string) => list.includes(value);
// Control characters other than tab and line ends, and those that turn the direction of text: they hide what is said.
const HIDDEN = /[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069]/u;

/** All sentences of an entry, with what each is called on the form. */
function sentences(text: ActivityText): [what: string, words: string, most: number][] {
  return [
    ['The name', text.name, TEXT_MOST], ['Why it can help', text.why, TEXT_MOST], ['Where', text.placeWords, LINE_MOST], ['Hands and skills', text.staffWords, LINE_MOST],
    ['A good day', text.goodDay, LINE_MOST], ['A bad day', text.badDay, LINE_MOST], ['As adults', text.respect, LINE_MOST],
    ...text.steps.map((step, at): [string, string, number] => [`Step ${at + 1}`, step, LINE_MOST]),
    ...SUPPORT_STYLES.map((style): [string, string, number] => [`Who ${STYLE_WORDS[style]}`, text.adapt[style], LINE_MOST]),
    ...[...text.watchFor, ...text.equipment, ...text.speaksTo].map((line): [string, string, number] => ['A line', line, LINE_MOST]),
  ];
}

/**
 * Whether it may stand in the library: a draft may have gaps, an entry that people work by may not. Every gap is named
 * at once, in the order of the form.
 */
export function mayStand(text: ActivityText, terms: ActivityTerms): Decision<EntryGap> {
  const adapted = SUPPORT_STYLES.map((style) => text.adapt[style].trim().toLowerCase());
  const twice = SUPPORT_STYLES.find((_, at) => adapted[at] !== '' && adapted.indexOf(adapted[at] ?? '') < at);
  const steps = text.steps.filter((step) => !isBlank(step)).length;
  return decide<EntryGap>([
    ...mayBeKept(text),
    isBlank(text.name) && { code: 'no name' },
    isBlank(text.why) && { code: 'no why' },
    steps < STEPS_LEAST && { code: 'few steps', about: String(steps) },
    steps > STEPS_MOST && { code: 'many steps', about: String(steps) },
    ...SUPPORT_STYLES.map((style) => isBlank(text.adapt[style]) && { code: 'no adaptation' as const, about: STYLE_WORDS[style] }),
    twice !== undefined && { code: 'same adaptation', about: STYLE_WORDS[twice] },
    text.watchFor.every(isBlank) && { code: 'no watching' },
    isBlank(text.respect) && { code: 'no respect' },
    ...termsGaps(terms),
  ]);
}

/** What not even a draft may hold: what cannot be read, is too long to be read, or is not one of our words. */
export function mayBeKept(text: ActivityText): ({ readonly code: EntryGap; readonly about?: string } | false)[] {
  return [
    text.name.trim().length > NAME_MOST && { code: 'long name' },
    !isOne(ACTIVITY_KINDS, text.kind) && { code: 'no such kind', about: text.kind.slice(0, 40) },
    !isOne(REACHES, text.reach) && { code: 'no such reach', about: text.reach.slice(0, 40) },
    ...text.seasons.filter((season) => !isOne(SEASONS, season)).map((season) => ({ code: 'no such season' as const, about: season.slice(0, 40) })),
    ...sentences(text).flatMap(([what, words, most]) => [
      words.trim().length > most && { code: 'too long' as const, about: words.trim() },
      HIDDEN.test(words) && { code: 'unreadable' as const, about: what },
    ]),
  ];
}

function termsGaps(terms: ActivityTerms): ({ readonly code: EntryGap } | false)[] {
  const within = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;
  return [
    !within(terms.minutes, 5, 480) && { code: 'minutes' },
    !(within(terms.groupMin, 1, 60) && within(terms.groupMax, 1, 60) && terms.groupMin <= terms.groupMax) && { code: 'group' },
    !within(terms.baseStaff, 0, 20) && { code: 'staff' },
    !within(terms.costPence, 0, 50_000) && { code: 'cost' },
    terms.setting === 'out' && terms.transport === null && { code: 'out without a way' },
  ];
}

/** The season of a day in Britain, by whole months: winter is December to February. */
export function seasonOf(day: string): Season {
  const month = Number(day.slice(5, 7));
  return month < 3 || month === 12 ? 'winter' : month < 6 ? 'spring' : month < 9 ? 'summer' : 'autumn';
}
