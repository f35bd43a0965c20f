/** A week of one person for one of theirs, in words: the same on screen, in an e-mail and on paper. */
import type { SharedKind } from '../circle/sharing.ts';
import { type Day, addDays, sayDay } from '../shared/time.ts';
import { inWords } from '../shared/words.ts';

/** What a supporter may see of one person when it is composed: a part that is not shared is null. */
export type DigestFacts = {
  readonly home: string;
  readonly person: string;
  readonly today: Day;
  readonly headline: string;
  readonly lead: string;
  readonly promises: readonly DigestPromise[] | null;
  readonly planned: readonly { readonly day: Day; readonly from: string; readonly to: string; readonly what: string; readonly where: string; readonly staff: readonly string[]; readonly status: string }[] | null;
  readonly changed: readonly { readonly words: string; readonly toldAt: Date }[] | null;
  readonly happened: readonly { readonly day: Day; readonly from: string | null; readonly what: string; readonly words: string; readonly note: string | null; readonly saidBy: string }[] | null;
  readonly figures: string | null;
  /** Ids of promises that wait for this supporter's word. */
  readonly awaiting: readonly string[];
  readonly notShared: readonly string[];
  /** After a death nothing is said of what is to come. */
  readonly isGone: boolean;
};

export type DigestPromise = {
  readonly id: string; readonly words: string; readonly madeBy: string; readonly dueOn: Day; readonly stateWords: string; readonly isOwed: boolean;
  readonly reason: string | null; readonly answers: string | null; readonly newDate: Day | null;
};

export type DigestPart = { readonly title: string; readonly lines: readonly DigestLine[] };
/** `what` is the line itself, `more` what belongs to it. */
export type DigestLine = { readonly what: string; readonly more: readonly string[] };

export type Digest = { readonly subject: string; readonly headline: string; readonly lead: string; readonly parts: readonly DigestPart[]; readonly notShared: readonly string[] };

/** What a week of e-mail looks back on, and ahead to. */
export const DIGEST_DAYS = 7;

/** The kinds that have a part in a digest. */
export const DIGEST_KINDS: readonly SharedKind[] = ['promises', 'plan', 'attendance'];

/** Whether anything in it is shared at all; without, there is nothing to send. */
export function isAnythingShared({ promises, planned, happened }: Pick<DigestFacts, 'promises' | 'planned' | 'happened'>): boolean {
  return promises !== null || planned !== null || happened !== null;
}

export function composeDigest(facts: DigestFacts): Digest {
  const parts = [promisedPart(facts), settledPart(facts), changedPart(facts), plannedPart(facts), happenedPart(facts), awaitingPart(facts)];
  return {
    subject: `${facts.person}’s week, ${sayDay(facts.today)}`,
    headline: facts.headline, lead: facts.lead,
    parts: parts.filter((part): part is DigestPart => part !== null),
    notShared: facts.notShared,
  };
}

const line = (what: string, ...more: (string | null | false)[]): DigestLine => ({ what: oneLine(what), more: more.filter((each): each is string => Boolean(each)).map(oneLine) });
/** Words that somebody wrote over several lines, on one. */
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

function promisedPart({ promises, figures }: DigestFacts): DigestPart | null {
  if (promises === null) return null;
  const owed = promises.filter(({ isOwed }) => isOwed);
  const lines = owed.map(({ words, stateWords, reason, answers, newDate, madeBy }) => line(
    `“${words}”`, stateWords, reason && `Why: ${reason}`, answers && `${answers} answers for it.`, newDate && `The new date is ${sayDay(newDate)}.`, `Promised by ${madeBy}.`));
  return { title: 'Promised, and still open', lines: [...(lines.length > 0 ? lines : [line('Nothing is owed at the moment.')]), ...(figures ? [line(figures)] : [])] };
}

function settledPart({ promises, today }: DigestFacts): DigestPart | null {
  const settled = (promises ?? []).filter(({ isOwed, dueOn }) => !isOwed && dueOn >= addDays(today, -2 * DIGEST_DAYS));
  return settled.length === 0 ? null : { title: 'Promises that came to an end', lines: settled.map(({ words, stateWords }) => line(`“${words}”`, stateWords)) };
}

function changedPart({ changed, isGone }: DigestFacts): DigestPart | null {
  if (isGone || !changed || changed.length === 0) return null;
  return { title: 'What changed in the plan', lines: changed.map(({ words }) => line(words)) };
}

function plannedPart({ planned, isGone, today }: DigestFacts): DigestPart | null {
  if (isGone || planned === null) return null;
  const coming = planned.filter(({ day }) => day >= today && day < addDays(today, DIGEST_DAYS));
  const lines = coming.map(({ day, from, to, what, where, staff, status }) => (status === 'cancelled'
    ? line(`${sayDay(day)}, ${from}: ${what}`, 'It will not take place.')
    : line(`${sayDay(day)}, ${from} to ${to}: ${what}`, `${where}.`, staff.length > 0 && `With ${inWords(staff)}.`)));
  return { title: 'Planned for the coming seven days', lines: lines.length > 0 ? lines : [line('Nothing is planned yet.')] };
}

function happenedPart({ happened, today }: DigestFacts): DigestPart | null {
  if (happened === null) return null;
  const lately = happened.filter(({ day }) => day > addDays(today, -DIGEST_DAYS - 1));
  const lines = lately.map(({ day, from, what, words, note, saidBy }) => line(`${sayDay(day)}${from ? `, ${from}` : ''}: ${what}`, words, note && `“${note}”`, `${saidBy} wrote it down.`));
  return { title: 'What happened in the past seven days', lines: lines.length > 0 ? lines : [line('Nothing was written down.')] };
}

function awaitingPart({ promises, awaiting, isGone }: DigestFacts): DigestPart | null {
  const waiting = (promises ?? []).filter(({ id }) => awaiting.includes(id));
  if (isGone || waiting.length === 0) return null;
  return { title: 'Your word is asked for', lines: waiting.map(({ words }) => line(`Was it as we say: “${words}”?`, 'Say yes, or say that it was not so. A “no” is answered within five working days.')) };
}
