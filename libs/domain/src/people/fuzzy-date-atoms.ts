/** Finds the single times in what somebody says: a day, a month, a summer, a year, a decade, a war, an age. */
import { type Day, addDays, isDay } from '../shared/time.ts';
import { NUMBER, numberIn } from './fuzzy-date-words.ts';

/** A time named in a text: from when to when at most, and where its words stand. */
export type Atom = { readonly earliest: Day; readonly latest: Day; readonly from: number; readonly to: number; /** Not a guess at a moment but a time that lasted. */ readonly lasts: boolean };
type Span = readonly [earliest: Day, latest: Day];
type Leaning = { readonly born: Day | null; readonly saidOn: Day | null };

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH = '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?';
const YEAR = '(1[89]\\d\\d|20\\d\\d)';
const DECADES: Readonly<Record<string, number>> = { twenties: 20, thirties: 30, forties: 40, fifties: 50, sixties: 60, seventies: 70, eighties: 80, nineties: 90, noughties: 100 };
const SEASONS: Readonly<Record<string, Span>> = {
  spring: ['03-01', '05-31'], summer: ['06-01', '08-31'], autumn: ['09-01', '11-30'], easter: ['03-22', '04-25'], whitsun: ['05-10', '06-13'], christmas: ['12-20', '12-31'],
};
/** Times that everybody of an age knows without a year (dates of the United Kingdom's own history). */
const KNOWN: readonly (readonly [pattern: string, span: Span, lasts?: boolean])[] = [
  ['(?:first world|great) war|world war (?:one|1|i)\\b|ww ?(?:1|i)\\b', ['1914-08-04', '1918-11-11'], true],
  ['blitz', ['1940-09-07', '1941-05-11'], true],
  ['ve day', ['1945-05-08', '1945-05-08']],
  ['korean war', ['1950-06-25', '1953-07-27'], true],
  ['falklands(?: war)?', ['1982-04-02', '1982-06-14'], true],
  ['second world war|world war (?:two|2|ii)|ww ?(?:2|ii)\\b|wartime|(?:the|last|before|after|during|in) war\\b', ['1939-09-03', '1945-08-15'], true],
  ['rationing', ['1940-01-08', '1954-07-04'], true],
  ['national service', ['1949-01-01', '1963-05-16'], true],
  ['festival of britain', ['1951-05-03', '1951-09-30']],
  ["(?:queen's |her )?coronation", ['1953-06-02', '1953-06-02']],
];
const AGES: Readonly<Record<string, readonly [number, number]>> = {
  baby: [0, 2], infant: [0, 4], toddler: [1, 4], child: [3, 14], girl: [3, 15], boy: [3, 15], lad: [6, 18], lass: [6, 18], youngster: [5, 16], kid: [3, 14],
  teenager: [13, 19], 'young man': [17, 30], 'young woman': [17, 30], 'young lad': [8, 18], 'young girl': [5, 14], 'little girl': [3, 10], 'little boy': [3, 10], 'small boy': [3, 10], 'small girl': [3, 10],
};

const firstOf = (year: number): Day => `${year}-01-01`;
const lastOf = (year: number): Day => `${year}-12-31`;
const monthNo = (name: string) => MONTHS.findIndex((month) => month.startsWith(name.replace('.', '').slice(0, 3))) + 1;
const two = (number: number) => String(number).padStart(2, '0');

function monthSpan(year: number, month: number): Span {
  const first = `${year}-${two(month)}-01`;
  return [first, addDays(month === 12 ? firstOf(year + 1) : `${year}-${two(month + 1)}-01`, -1)];
}

function daySpan(year: number, month: number, date: number): Span | null {
  const day = `${year}-${two(month)}-${two(date)}`;
  return isDay(day) ? [day, day] : month >= 1 && month <= 12 ? monthSpan(year, month) : null;
}

/** 'early' is the first four years, 'mid' the four in the middle, 'late' the last four. */
function decadeSpan(start: number, part: string | undefined): Span {
  if (part === 'early') return [firstOf(start), lastOf(start + 3)];
  if (part === 'mid' || part === 'middle') return [firstOf(start + 3), lastOf(start + 6)];
  if (part === 'late') return [firstOf(start + 6), lastOf(start + 9)];
  return [firstOf(start), lastOf(start + 9)];
}

/** From the birthday on which they turn `from` to the day before they turn `to` + 1. */
function ageSpan(born: Day | null, from: number, to: number): Span | null {
  if (born === null) return null;
  const birthday = (age: number) => {
    const day = `${Number(born.slice(0, 4)) + age}${born.slice(4)}`;
    return isDay(day) ? day : `${Number(born.slice(0, 4)) + age}-03-01`;
  };
  return [birthday(from), addDays(birthday(to + 1), -1)];
}

function ago(saidOn: Day | null, years: number | null): Span | null {
  if (saidOn === null || years === null) return null;
  const year = Number(saidOn.slice(0, 4)) - years;
  const around = years >= 5 ? 1 : 0;
  return [firstOf(year - around), lastOf(year + around)];
}

type Found = Span | null | { readonly span: Span; readonly lasts: boolean };
type Rule = readonly [pattern: RegExp, read: (groups: readonly (string | undefined)[], leaning: Leaning) => Found];

/** The most telling first: what one of them has read, the next does not read again. */
const RULES: readonly Rule[] = [
  [/\b(\d{4})-(\d\d)-(\d\d)\b/g, ([year, month, date]) => daySpan(Number(year), Number(month), Number(date))],
  [/\b(\d{1,2})[/.](\d{1,2})[/.](1[89]\d\d|20\d\d)\b/g, ([date, month, year]) => daySpan(Number(year), Number(month), Number(date))],
  [new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? ${YEAR}\\b`, 'g'), ([date, month = '', year]) => daySpan(Number(year), monthNo(month), Number(date))],
  [new RegExp(`\\b${MONTH},?(?: of| in)? ${YEAR}\\b`, 'g'), ([month = '', year]) => monthSpan(Number(year), monthNo(month))],
  [new RegExp(`\\b(${Object.keys(SEASONS).join('|')})(?: of| in| time)* ${YEAR}\\b`, 'g'), ([season = '', year]) => {
    const [from, to] = SEASONS[season] ?? ['01-01', '12-31'];
    return [`${year ?? ''}-${from}`, `${year ?? ''}-${to}`];
  }],
  // 'The winter of 1947' may be the one that began that year or the one that ended in it.
  [new RegExp(`\\bwinter(?: of| in| time)* ${YEAR}\\b`, 'g'), ([year]) => [firstOf(Number(year)), `${Number(year) + 1}-02-28`]],
  [new RegExp(`\\b(?:(early|mid|middle|late)(?:[- ](?:in )?(?:the )?| of the )?)?${YEAR.replace(')', '')})'?s\\b`, 'g'), ([part, year]) => decadeSpan(Math.floor(Number(year) / 10) * 10, part)],
  [new RegExp(`\\b${YEAR} ?[-/] ?(\\d\\d)\\b(?!\\d|-)`, 'g'), ([year, end]) => {
    const [from, to] = [Number(year), Math.floor(Number(year) / 100) * 100 + Number(end)];
    if (to > from) return { span: [firstOf(from), lastOf(to)], lasts: true };
    return Number(end) >= 1 && Number(end) <= 12 ? monthSpan(from, Number(end)) : [firstOf(from), lastOf(from)];
  }],
  [new RegExp(`\\b${YEAR}\\b`, 'g'), ([year]) => [firstOf(Number(year)), lastOf(Number(year))]],
  [new RegExp(`\\bin (?:her|his|my|their) (?:(early|mid|late)[- ])?(teens|${Object.keys(DECADES).join('|')})\\b`, 'g'), ([part, word = ''], { born }) => {
    if (word === 'teens') return ageSpan(born, 13, 19);
    const age = DECADES[word] ?? 20;
    return part === 'early' ? ageSpan(born, age, age + 3) : part === 'mid' ? ageSpan(born, age + 3, age + 6) : part === 'late' ? ageSpan(born, age + 6, age + 9) : ageSpan(born, age, age + 9);
  }],
  [new RegExp(`\\b(?:(early|mid|middle|late)(?:[- ](?:in )?(?:the )?| of the )?)?(${Object.keys(DECADES).join('|')})\\b`, 'g'), ([part, word = '']) => decadeSpan(1900 + (DECADES[word] ?? 0), part)],
  [/(?:\b(early|mid|middle|late)[- ](?:the )?)?(?:\bthe |(?<![\d'])')([2-9]0)'?s\b/g, ([part, decade]) => decadeSpan(1900 + Number(decade), part)],
  [/(?<![\w'])'(\d\d)\b(?!'?s)/g, ([year]) => [firstOf(1900 + Number(year)), lastOf(1900 + Number(year))]],
  ...KNOWN.map(([pattern, span, lasts = false]): Rule => [new RegExp(`\\b(?:${pattern})`, 'g'), () => ({ span, lasts })]),
  [new RegExp(`\\b(?:when |while )?(?:she|he|they|i|we)(?: was| were|'d| had)?(?: only| just| about| nearly| turned)* (${NUMBER})(?: years old)?\\b(?! years(?! old))`, 'g'), ([age], { born }) => agesOf(age, born)],
  [new RegExp(`\\b(?:aged?|the age of|at age|turned) (?:about )?(${NUMBER})\\b`, 'g'), ([age], { born }) => agesOf(age, born)],
  [new RegExp(`\\bat (${NUMBER})\\b(?! (?:o'clock|in the|am|pm)|[:.]\\d|\\d)`, 'g'), ([age], { born }) => agesOf(age, born)],
  [new RegExp(`\\b(?:as|when (?:she|he|they|i) (?:was|were)|being) an? (${Object.keys(AGES).toSorted((a, b) => b.length - a.length).join('|')})\\b`, 'g'), ([word = ''], { born }) => {
    const [from, to] = AGES[word] ?? [0, 0];
    return ageSpan(born, from, to);
  }],
  [/\b(?:at school|(?:her|his|my|their) (?:school ?days|childhood)|in childhood|growing up)\b/g, (_, { born }) => ageSpan(born, 5, 15)],
  [new RegExp(`\\b(?:about )?(${NUMBER}) years (?:ago|back)\\b`, 'g'), ([years], { saidOn }) => ago(saidOn, numberIn(years))],
  [/\ball (?:her|his|my|their) life\b/g, (_, { born, saidOn }) => (born !== null && saidOn !== null && born <= saidOn ? { span: [born, saidOn], lasts: true } : null)],
];

function agesOf(words: string | undefined, born: Day | null): Span | null {
  const age = numberIn(words);
  return age === null ? null : ageSpan(born, age, age);
}

const ABOUT = /(?:\b(?:about|around|circa|roughly|approximately|approx|nearly|probably|maybe|perhaps|sometime|some time|say)(?: in)?(?: the)?|\bca?\.?|~) ?$/;

/** A year that is only about right may be two years out either way; so may a month or a decade be. */
function wider([earliest, latest]: Span): Span {
  const shift = (day: Day, years: number) => {
    const year = Number(day.slice(0, 4)) + years;
    return isDay(`${year}${day.slice(4)}`) ? `${year}${day.slice(4)}` : `${year}${day.slice(4, 8)}28`;
  };
  return [shift(earliest, -2), shift(latest, 2)];
}

/** Every time named in a plain text, in the order of its words. */
export function atomsIn(text: string, leaning: Leaning): Atom[] {
  const atoms: Atom[] = [];
  for (const [pattern, read] of RULES) {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (atoms.some((atom) => from < atom.to && atom.from < to)) continue;
      const found = read(match.slice(1), leaning);
      if (found === null) continue;
      const { span, lasts } = 'span' in found ? found : { span: found, lasts: false };
      const isAbout = ABOUT.test(text.slice(0, from)) || /^ ?(?:\?|or so|or thereabouts|ish|-ish)/.test(text.slice(to));
      const [earliest, latest] = isAbout ? wider(span) : span;
      atoms.push({ earliest, latest, from, to, lasts });
    }
  }
  return atoms.toSorted((a, b) => a.from - b.from);
}
