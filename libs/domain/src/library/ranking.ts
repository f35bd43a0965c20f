/**
 * Puts the library in order for one person, from what is on record about them, and says why in a line. Pure: the same
 * record gives the same order. Nothing is left out: what speaks against an entry is said and moves it down.
 */

import { sayAvoided } from '../people/life-topic.ts';
import { type ActivityTerms, type ActivityText, type SupportStyle, STYLE_WORDS, seasonOf } from './activity.ts';
import { stems } from './finding.ts';
import { type Went, howItWent } from './how-it-went.ts';

export type Findable = ActivityText & ActivityTerms & {
  /** The activity's id, or the key of a shipped entry not yet used here. */
  readonly ref: string;
  readonly activityId: string | null;
};

export type WentAt = Went & { readonly activityId: string };

export type ForPerson = {
  readonly name: string;
  readonly style: SupportStyle | null;
  readonly wheelchair: 'never' | 'out' | 'always';
  readonly weeklyBudgetPence: number | null;
  /** What an activity is worth to them, 0 to 100. */
  readonly interests: readonly { readonly id: string; readonly activityId: string; readonly value: number; readonly because: string }[];
  readonly facts: readonly { readonly id: string; readonly words: string; readonly theme: string; readonly sensitive: boolean }[];
  readonly routines: readonly { readonly id: string; readonly activityId: string | null; readonly what: string }[];
  /** Outcomes that an activity serves. */
  readonly outcomes: readonly { readonly id: string; readonly activityId: string; readonly words: string }[];
  /** Topics to avoid, with the kinds and activities that plans leave out because of them. */
  readonly avoid: readonly { readonly id: string; readonly words: string; readonly kinds: readonly string[]; readonly activityIds: readonly string[] }[];
  readonly went: readonly WentAt[];
  /** Attendances of others with the same style of support. */
  readonly alike: readonly WentAt[];
};

export type ReasonKind = 'routine' | 'outcome' | 'interest' | 'life fact' | 'went well' | 'people alike' | 'theme' | 'season' | 'not lately';
/** `about` is the record it comes from, where it is one record. */
export type RankReason = { readonly kind: ReasonKind; readonly words: string; readonly about: string | null };
type Weighed = RankReason & { readonly weight: number };

export type Ranked<Entry extends Findable> = {
  readonly entry: Entry;
  readonly score: number;
  /** Strongest first. */
  readonly reasons: readonly RankReason[];
  readonly drawbacks: readonly string[];
  /** Why, in one line. */
  readonly line: string;
  /** How somebody with their style of support joins in. */
  readonly how: string | null;
};

/** Kinds that a theme of the life story speaks for, when no word of it does. */
const THEMES: Readonly<Record<string, readonly string[]>> = {
  music: ['music'], animals: ['animals'], faith: ['spiritual'], food: ['domestic'], sport: ['physical'], skill: ['creative'], place: ['community', 'outdoors'], home: ['domestic'],
};
/** Words of an entry's warnings that may meet a wound. */
const TENDER = new Set(stems('war bombs bombed fire funeral death dead died dying drown prison camp hunger child children baby husband wife hospital drink alcohol gambling refugee torture grief'));
const SETTLED_DAYS = 14;

/** The library in order for one person on one day ('YYYY-MM-DD'). */
export function rankFor<Entry extends Findable>(person: ForPerson, entries: readonly Entry[], today: string): Ranked<Entry>[] {
  const facts = person.facts.map((fact) => ({ ...fact, stems: new Set(stems(fact.words)) }));
  const avoid = [...facts.filter(({ sensitive }) => sensitive), ...person.avoid.map((topic) => ({ ...topic, stems: new Set(stems(topic.words)) }))];
  return entries.map((entry) => rank(person, facts.filter(({ sensitive }) => !sensitive), avoid.map((each) => each.stems), entry, today))
    .toSorted((one, two) => two.score - one.score || one.entry.name.localeCompare(two.entry.name, 'en') || (one.entry.ref < two.entry.ref ? -1 : 1));
}

type Fact = ForPerson['facts'][number] & { readonly stems: ReadonlySet<string> };

function rank<Entry extends Findable>(person: ForPerson, facts: readonly Fact[], avoid: readonly ReadonlySet<string>[], entry: Entry, today: string): Ranked<Entry> {
  const reasons = [...recorded(person, entry), ...fromLife(facts, entry), ...fromBefore(person, entry, today), ...fromYear(entry, today)].toSorted((one, two) => two.weight - one.weight);
  const against = [...fromBody(person, entry), ...fromPurse(person, entry), ...keptOut(person, entry), ...fromTopics(avoid, entry), ...fromDislike(person, entry), ...fromDays(person, entry, today)];
  const shown = reasons.filter(({ words }) => words !== '').map(({ kind, words, about }): RankReason => ({ kind, words, about }));
  return {
    entry,
    score: sum(reasons) - sum(against),
    reasons: shown,
    drawbacks: against.map(({ words }) => words).filter((words) => words !== ''),
    line: shown[0]?.words ?? `Nothing on record speaks for it yet, or against it.`,
    how: person.style ? entry.adapt[person.style] : null,
  };
}

const sum = (weighed: readonly { readonly weight: number }[]) => weighed.reduce((total, { weight }) => total + weight, 0);

/** What somebody wrote down about this very activity. */
function recorded(person: ForPerson, { activityId }: Findable): Weighed[] {
  if (activityId === null) return [];
  const mine = <Row extends { readonly activityId: string | null }>(rows: readonly Row[]) => rows.filter((row) => row.activityId === activityId);
  return [
    ...mine(person.routines).map(({ id, what }): Weighed => ({ kind: 'routine', about: id, weight: 40, words: `It is part of ${person.name}’s day: ${what}` })),
    ...mine(person.outcomes).map(({ id, words }): Weighed => ({ kind: 'outcome', about: id, weight: 35, words: `It serves what ${person.name} wants: “${words}”` })),
    ...mine(person.interests).filter(({ value }) => value >= 30).map(({ id, because, value }): Weighed => ({ kind: 'interest', about: id, weight: value * 0.6, words: because })),
  ];
}

/** The words of an entry that a life can answer to: each phrase whole, as stems. */
const phrasesOf = (entry: Findable) => entry.speaksTo.map((phrase) => ({ phrase, stems: stems(phrase) })).filter(({ stems: parts }) => parts.length > 0);

function fromLife(facts: readonly Fact[], entry: Findable): Weighed[] {
  const phrases = phrasesOf(entry);
  const spoken = facts.flatMap((fact) => {
    const [found] = phrases.filter(({ stems: parts }) => parts.every((part) => fact.stems.has(part)));
    return found ? [fact] : [];
  });
  if (spoken.length > 0) return spoken.slice(0, 3).map((fact, at): Weighed => ({ kind: 'life fact', about: fact.id, weight: at === 0 ? 30 : 6, words: `From their life: “${fact.words}”` }));
  const themed = facts.find(({ theme }) => THEMES[theme]?.includes(entry.kind));
  return themed ? [{ kind: 'theme', about: themed.id, weight: 8, words: `It may speak to: “${themed.words}”` }] : [];
}

function fromBefore(person: ForPerson, { activityId }: Findable, today: string): Weighed[] {
  const before = howItWent(person.went.filter((each) => each.activityId === activityId));
  const alike = howItWent(person.alike.filter((each) => each.activityId === activityId));
  const lately = before.lastDay === null ? Infinity : daysFrom(before.lastDay, today);
  const style = person.style ? STYLE_WORDS[person.style] : '';
  const all: (Weighed | false)[] = [
    before.times > 0 && { kind: 'went well', about: activityId, weight: (before.leaning - 0.5) * 60, words: before.leaning > 0.5 ? `It went well for ${person.name} ${before.well} of ${before.times} ${before.times === 1 ? 'time' : 'times'}` : '' },
    alike.times > 0 && { kind: 'people alike', about: null, weight: (alike.leaning - 0.5) * 24, words: alike.leaning > 0.5 ? `For others here, where one ${style}: ${lower(alike.words)}` : '' },
    before.times > 0 && lately >= SETTLED_DAYS && { kind: 'not lately', about: null, weight: 5, words: `${person.name} has not had it for ${lately} days` },
  ];
  return all.filter((each) => each !== false);
}

const lower = (sentence: string) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
const daysFrom = (earlier: string, later: string) => Math.round((Date.parse(later) - Date.parse(earlier)) / 86_400_000);

function fromYear({ seasons }: Findable, today: string): Weighed[] {
  const season = seasonOf(today);
  if (seasons.length === 0) return [];
  return [seasons.includes(season) ? { kind: 'season', about: null, weight: 4, words: `It belongs to ${season}` } : { kind: 'season', about: null, weight: -15, words: '' }];
}

type Against = { readonly weight: number; readonly words: string };

function fromBody({ wheelchair, name }: ForPerson, { reach, setting, transport }: Findable): Against[] {
  const sits = wheelchair === 'always' || (wheelchair === 'out' && setting === 'out');
  return [
    reach === 'on their feet' && sits && { weight: 40, words: `It is written for people on their feet; ${name} uses a wheelchair${wheelchair === 'out' ? ' out' : ''}. Read how it is adapted first.` },
    sits && setting === 'out' && transport === 'vehicle' && { weight: 2, words: 'It needs a vehicle with a wheelchair place.' },
  ].filter((each): each is Against => each !== false);
}

function fromPurse({ weeklyBudgetPence: budget, name }: ForPerson, { costPence }: Findable): Against[] {
  return budget !== null && costPence > budget ? [{ weight: 20, words: `It costs ${pounds(costPence)}, more than ${name}’s ${pounds(budget)} for a week.` }] : [];
}

/** What plans leave out for them is found all the same, and says why. */
function keptOut({ avoid }: ForPerson, { kind, activityId }: Findable): Against[] {
  const topics = avoid.filter(({ kinds, activityIds }) => kinds.includes(kind) || (activityId !== null && activityIds.includes(activityId)));
  return topics.length === 0 ? [] : [{ weight: 80, words: sayAvoided(topics.map(({ words }) => words)) }];
}

/** A sensitive matter is not named here: the list is read over shoulders. */
function fromTopics(avoid: readonly ReadonlySet<string>[], entry: Findable): Against[] {
  const touches = [...phrasesOf(entry).map(({ stems: parts }) => parts), ...entry.watchFor.flatMap((risk) => stems(risk)).filter((word) => TENDER.has(word)).map((word) => [word])];
  const near = avoid.some((topic) => touches.some((parts) => parts.every((part) => topic.has(part))));
  return near ? [{ weight: 50, words: 'It may touch something they would rather not meet. Read their life story first.' }] : [];
}

function fromDislike({ interests, name }: ForPerson, { activityId }: Findable): Against[] {
  return interests.filter((each) => each.activityId === activityId && each.value < 30).map(({ because }) => ({ weight: 30, words: `${name} is not keen: ${because}` }));
}

function fromDays({ went, name }: ForPerson, { activityId }: Findable, today: string): Against[] {
  const last = howItWent(went.filter((each) => each.activityId === activityId)).lastDay;
  const days = last === null ? Infinity : daysFrom(last, today);
  return days <= 2 ? [{ weight: 10, words: `${name} had it ${days <= 0 ? 'today' : days === 1 ? 'yesterday' : 'two days ago'}.` }] : [];
}

/** Whoever has something on record that speaks for an entry, and nothing worse against it. At most `most`. */
export function whoMightLove<Person extends ForPerson>(entry: Findable, people: readonly Person[], today: string, most = 8): { readonly person: Person; readonly ranked: Ranked<Findable> }[] {
  const telling: readonly ReasonKind[] = ['routine', 'outcome', 'interest', 'life fact', 'went well'];
  return people.map((person) => ({ person, ranked: rankFor(person, [entry], today)[0] as Ranked<Findable> }))
    .filter(({ ranked }) => ranked.score >= 15 && ranked.reasons.some(({ kind }) => telling.includes(kind)))
    .toSorted((one, two) => two.ranked.score - one.ranked.score || one.person.name.localeCompare(two.person.name, 'en'))
    .slice(0, most);
}

const pounds = (pence: number) => (pence % 100 === 0 ? `£${pence / 100}` : `£${(pence / 100).toFixed(2)}`);

/** What it would take, in a line: '1 of us with up to 4 people, 60 minutes, costs nothing, by vehicle.' */
export function whatItTakes({ baseStaff, groupMin, groupMax, minutes, costPence, transport }: ActivityTerms): string {
  const company = groupMax === 1 ? 'one person' : groupMin === groupMax ? `${groupMax} people` : `${groupMin} to ${groupMax} people`;
  return [
    `${baseStaff === 0 ? 'None of us' : `${baseStaff} of us`} with ${company}`, `${minutes} minutes`, costPence === 0 ? 'costs nothing' : `${pounds(costPence)} each`,
    transport === 'vehicle' ? 'by vehicle' : transport === 'walk' ? 'on foot' : '',
  ].filter((part) => part !== '').join(', ');
}
