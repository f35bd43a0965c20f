/** Reads when something was from what people say of it ("about 1962", "before the war", "when she was nine"), keeps their words, and puts them in order. */
import { type Day, addDays } from '../shared/time.ts';
import { type Atom, atomsIn } from './fuzzy-date-atoms.ts';
import { numberIn, plainly } from './fuzzy-date-words.ts';

/** What is known of the time of something. A bound that nobody named is null; with neither it has no place in time. */
export type FuzzyDate = {
  /** As it was said. */
  readonly words: string;
  readonly earliest: Day | null;
  readonly latest: Day | null;
  /** Where it stands on a line of time: a stretch where it begins, a guess in its middle, "until" at its end. */
  readonly at: Day | null;
};

/** What the words lean on: "when she was nine" needs a birthday, "twenty years ago" the day it was said. */
export type SaidOf = { readonly born?: Day | null; readonly saidOn?: Day | null };

/** Longer than anybody's "when"; what comes after is kept but not read. */
const READ_AT_MOST = 200;

/** Understands any text at all: what says no time comes back without one, its words untouched. */
export function readFuzzyDate(words: string | null | undefined, { born = null, saidOn = null }: SaidOf = {}): FuzzyDate {
  const said = words ?? '';
  const text = plainly(said.slice(0, READ_AT_MOST));
  const atoms = atomsIn(text, { born, saidOn });
  const [first, second] = [atoms[0], atoms.at(-1)];
  if (!first || !second) return { words: said, earliest: null, latest: null, at: null };
  const read = first === second ? one(text, first, born) : stretch(atoms);
  return { words: said, ...read };
}

type Read = Omit<FuzzyDate, 'words'>;

/** One time, and the small word before it: until, before, since, after, or the thing itself. */
function one(text: string, atom: Atom, born: Day | null): Read {
  const before = text.slice(0, atom.from);
  const years = numberIn(/\bfor (?:about |over |nearly |some |almost |more than )*([a-z0-9 -]+?) years\b/.exec(text)?.[1]);
  const [earliest, latest] = [atom.earliest, atom.latest];
  if (/\b(?:until|till|til|up to|by)(?: the)?(?: end of| age of)? ?$/.test(before)) return years === null ? { earliest: notAfter(born, latest), latest, at: latest } : { earliest: yearsFrom(latest, -years), latest, at: yearsFrom(latest, -years) };
  if (/\b(?:before|prior to)(?: the)? ?$/.test(before)) {
    const eve = addDays(earliest, -1);
    return { earliest: notAfter(born, eve), latest: eve, at: eve };
  }
  if (/\b(?:since|from|starting|beginning)(?: the)? ?$/.test(before)) return { earliest, latest: years === null ? null : yearsFrom(earliest, years), at: earliest };
  if (/\b(?:after|straight after|just after|following)(?: the)? ?$/.test(before)) {
    const morrow = addDays(latest, 1);
    return { earliest: morrow, latest: null, at: morrow };
  }
  return { earliest, latest, at: atom.lasts ? earliest : middle(earliest, latest) };
}

/** Several times named: from the first to the last of them, whichever way round they were said. */
function stretch(atoms: readonly Atom[]): Read {
  const first = atoms.reduce((a, b) => (b.earliest < a.earliest ? b : a));
  const latest = atoms.reduce((end, atom) => (atom.latest > end ? atom.latest : end), first.latest);
  return { earliest: first.earliest, latest, at: middle(first.earliest, first.latest) };
}

const notAfter = (born: Day | null, day: Day) => (born !== null && born <= day ? born : null);

function yearsFrom(day: Day, years: number): Day {
  const year = Math.min(9999, Math.max(1, Number(day.slice(0, 4)) + years));
  return addDays(`${String(year).padStart(4, '0')}-${day.slice(5, 7)}-01`, Number(day.slice(8)) - 1);
}

function middle(earliest: Day, latest: Day): Day {
  const [from, to] = [Date.parse(`${earliest}T00:00:00Z`), Date.parse(`${latest}T00:00:00Z`)];
  return new Date((from + to) / 2).toISOString().slice(0, 10);
}

/** The order of a life: by where each stands in time, what is shorter known first, and what has no time last. A total order. */
export function compareFuzzyDates(a: FuzzyDate, b: FuzzyDate): number {
  const key = ({ at, earliest, latest, words }: FuzzyDate) => [at ?? '9999-99-99', earliest ?? '0000-00-00', latest ?? '9999-99-99', words] as const;
  const [left, right] = [key(a), key(b)];
  for (let n = 0; n < left.length; n += 1) {
    const [x, y] = [left[n] ?? '', right[n] ?? ''];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** The decade it is told under (1950 for the fifties), or null when nobody knows. */
export function decadeOf({ at }: FuzzyDate): number | null {
  return at === null ? null : Math.floor(Number(at.slice(0, 4)) / 10) * 10;
}

/** As people said it, with the spaces tidied; nothing else is changed. */
export function sayFuzzyDate({ words }: FuzzyDate): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const yearOf = (day: Day) => String(Number(day.slice(0, 4)));
const monthOf = (day: Day) => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
const endsMonth = (day: Day) => addDays(day, 1).endsWith('-01');

/** How the words were understood, for whoever wrote them to see: '1960 to 1964', 'June 1971', 'up to 1990', or nothing. */
export function saySpan({ earliest, latest }: FuzzyDate): string {
  if (earliest === null) return latest === null ? '' : `up to ${edge(latest, latest.endsWith('12-31'))}`;
  if (latest === null) return `from ${edge(earliest, earliest.endsWith('01-01'))} on`;
  if (earliest === latest) return edge(earliest, false);
  const whole = earliest.endsWith('-01') && endsMonth(latest);
  if (yearOf(earliest) !== yearOf(latest)) return `${yearOf(earliest)} to ${yearOf(latest)}`;
  if (earliest.endsWith('01-01') && latest.endsWith('12-31')) return yearOf(earliest);
  if (monthOf(earliest) === monthOf(latest)) return `${monthOf(earliest)} ${yearOf(earliest)}`;
  return whole ? `${monthOf(earliest)} to ${monthOf(latest)} ${yearOf(latest)}` : yearOf(latest);
}

const edge = (day: Day, isYear: boolean) => (isYear ? yearOf(day) : `${Number(day.slice(8))} ${monthOf(day)} ${yearOf(day)}`);
