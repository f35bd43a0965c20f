/** What a place is really like to use: each claim is a checked fact with who, when and how known; unknown is never no. */
import { type Day, addDays } from '../shared/time.ts';

export const ANSWERS = ['yes', 'partly', 'no', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];

export const FACTS = [
  'step-free', 'accessible toilet', 'changing place', 'hoist', 'parking', 'metres from parking', 'seating', 'hearing loop', 'quiet hours', 'welcome', 'cost', 'companion free',
] as const;
export type Fact = (typeof FACTS)[number];

/** How a person came to know it. */
export const CHECKED_HOW = ['seen by us', 'told by the venue'] as const;
/** Those, and what nobody of ours has checked. */
export type Known = (typeof CHECKED_HOW)[number] | 'from OpenStreetMap' | 'from a file' | 'not said' | 'unknown';

type Meaning = { readonly label: string; readonly ask: string; readonly answers: Readonly<Record<Answer, string>> };

const plain = (yes: string, partly: string, no: string) => ({ yes, partly, no, unknown: 'Not known' });

/** What each fact is called, how it is asked, and how its answers are said. */
export const FACT_WORDS: Readonly<Record<Fact, Meaning>> = {
  'step-free': { label: 'Step-free', ask: 'Can a wheelchair get in and about?', answers: plain('Step-free', 'Step-free in part', 'Has steps') },
  'accessible toilet': { label: 'Accessible toilet', ask: 'Is there a toilet a wheelchair fits into?', answers: plain('Accessible toilet', 'A toilet, tight', 'No accessible toilet') },
  'changing place': { label: 'Changing place', ask: 'Is there a toilet with a hoist and an adult bench?', answers: plain('Changing place', 'An adult bench without a hoist', 'No changing place') },
  hoist: { label: 'Hoist', ask: 'Is there a hoist?', answers: plain('Hoist', 'A hoist, if asked for ahead', 'No hoist') },
  parking: { label: 'Parking', ask: 'Can we park or drop off?', answers: plain('Parking', 'Drop-off only', 'No parking') },
  'metres from parking': { label: 'From the parking to the door', ask: 'How many metres is it from the parking to the door?', answers: plain('Near', 'Some way', 'Far') },
  seating: { label: 'Somewhere to sit', ask: 'Is there somewhere to sit and rest?', answers: plain('Places to sit', 'A few places to sit', 'Nowhere to sit') },
  'hearing loop': { label: 'Hearing loop', ask: 'Is there a hearing loop, and does it work?', answers: plain('Hearing loop', 'A loop in part', 'No hearing loop') },
  'quiet hours': { label: 'Quiet hours', ask: 'Are there quiet hours?', answers: plain('Quiet hours', 'Quieter at times', 'No quiet hours') },
  welcome: { label: 'How they are with us', ask: 'How are the staff there with people who behave unexpectedly?', answers: plain('Kind and patient', 'It depends who is there', 'Not kind') },
  cost: { label: 'What it costs', ask: 'What does it cost?', answers: plain('Free', 'A few pounds', 'Costs more') },
  'companion free': { label: 'Whoever supports goes free', ask: 'Does whoever supports somebody go in free?', answers: plain('Companion free', 'Companion at a lower price', 'Companion pays') },
};

export function isFact(text: string): text is Fact {
  return FACTS.some((fact) => fact === text);
}

/** One claim, whoever made it. `words` and `by` may be empty. */
export type Claim = { readonly fact: Fact; readonly answer: Answer; readonly words: string; readonly metres: number | null; readonly known: Known; readonly by: string; readonly at: Date | null };

/** What was written of access before checks were kept; null is not known. */
export type AccessBefore = { readonly stepFree: boolean | null; readonly hoist: boolean | null; readonly changingPlace: boolean | null; readonly quietHours: string | null; readonly parking: string; readonly welcome: string };

/** A check is worth making again after so many days. */
export const STALE_DAYS = 365;

export type StandingFact = Claim & {
  /** A person's check, a year old or more. */
  readonly isStale: boolean;
  /** Checks by people that this one took the place of, newest first. */
  readonly older: readonly Claim[];
  /** What an import says beside it, where that is not what stands. */
  readonly beside: Claim | null;
};

/**
 * What stands of every fact: the newest check by a person; failing that what an import says; failing that what was written
 * before checks were kept; failing that, unknown. An import never takes the place of a person's check: it stands beside it.
 */
export function standingFacts(checks: readonly Claim[], imported: readonly Claim[], before: AccessBefore, today: Day): StandingFact[] {
  const written = writtenBefore(before);
  return FACTS.map((fact): StandingFact => {
    const own = checks.filter((claim) => claim.fact === fact).toSorted((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0));
    const [newest, ...older] = own;
    const said = imported.find((claim) => claim.fact === fact) ?? null;
    const stands = newest ?? said ?? written.find((claim) => claim.fact === fact) ?? nobodySaid(fact);
    const isStale = newest?.at != null && newest.at.toISOString().slice(0, 10) <= addDays(today, -STALE_DAYS);
    return { ...stands, isStale, older, beside: said && said !== stands ? said : null };
  });
}

function nobodySaid(fact: Fact): Claim {
  return { fact, answer: 'unknown', words: '', metres: null, known: 'unknown', by: '', at: null };
}

function writtenBefore({ stepFree, hoist, changingPlace, quietHours, parking, welcome }: AccessBefore): Claim[] {
  const claim = (fact: Fact, answer: Answer, words = ''): Claim => ({ ...nobodySaid(fact), answer, words, known: 'not said' });
  const flag = (fact: Fact, value: boolean | null) => (value === null ? [] : [claim(fact, value ? 'yes' : 'no')]);
  const text = (fact: Fact, words: string | null, answer: Answer) => (words ? [claim(fact, answer, words)] : []);
  return [
    ...flag('step-free', stepFree), ...flag('hoist', hoist), ...flag('changing place', changingPlace),
    // Words alone do not say whether it is a yes: they are shown as they are.
    ...text('quiet hours', quietHours, 'yes'), ...text('parking', parking, 'unknown'), ...text('welcome', welcome, 'unknown'),
  ];
}

/** Access as prints and the planner's lists carry it, from what stands. */
export function accessNow(facts: readonly Claim[]): AccessBefore {
  const of = (fact: Fact) => facts.find((claim) => claim.fact === fact);
  const flag = (fact: Fact) => {
    const answer = of(fact)?.answer;
    return answer === 'yes' ? true : answer === 'no' ? false : null;
  };
  const said = (fact: Fact) => {
    const claim = of(fact);
    return !claim ? '' : claim.words || (claim.answer === 'unknown' ? '' : `${FACT_WORDS[fact].answers[claim.answer]}.`);
  };
  return {
    stepFree: flag('step-free'), hoist: flag('hoist'), changingPlace: flag('changing place'),
    quietHours: of('quiet hours')?.answer === 'no' ? null : said('quiet hours') || null, parking: said('parking'), welcome: said('welcome'),
  };
}

const ACCESS_FIELDS: Partial<Readonly<Record<Fact, keyof AccessBefore>>> = { 'step-free': 'stepFree', hoist: 'hoist', 'changing place': 'changingPlace', 'quiet hours': 'quietHours', parking: 'parking', welcome: 'welcome' };

/** Where prints look for a fact; null for those they do not carry. */
export function accessField(fact: Fact): keyof AccessBefore | null {
  return ACCESS_FIELDS[fact] ?? null;
}

/** 'Seen by us', 'Told by the venue', 'From OpenStreetMap, not checked by us'. */
export function sayKnown({ known, by }: Pick<Claim, 'known' | 'by'>): string {
  if (known === 'unknown') return 'Nobody has checked';
  if (known === 'not said') return 'Written down before checks were kept; nobody has said how they know';
  const how = known.charAt(0).toUpperCase() + known.slice(1);
  return known === 'seen by us' || known === 'told by the venue' ? `${how}${by ? `: ${by}` : ''}` : `${how}, not checked by us`;
}
