import type { ResultOf } from 'gql.tada';
import type { ownProgressDocument } from './my-progress.graphql.ts';
import { words } from './my-words.ts';

export type View = ResultOf<typeof ownProgressDocument>['ownProgress'];
export type Wanted = View['outcomes'][number];
export type Part = keyof typeof words.parts;

/** Whoever wants comfort and company has no steps and nowhere to climb to: what matters, and what was good. */
export function partsOf({ isComfort, doing }: View): Part[] {
  if (isComfort) return doing.some(({ isTheirOwn }) => isTheirOwn) ? ['matters', 'goodDays', 'myself'] : ['matters', 'goodDays'];
  return ['want', 'myself', 'next', 'enjoyed'];
}

/** 'I walk to the shop. Now: I walk to the door. You said so.' */
export function sayWanted({ words: wanted, reached }: Wanted): string {
  const far = reached ? `${words.now}: ${ended(reached.sentence)} ${reached.by === 'person' ? words.bySelf : words.byOther(firstName(reached.byName))}` : words.notSaid;
  return `${ended(wanted)} ${far}`;
}

export function sayPath({ words: wanted, steps, next }: Wanted): string {
  const done = steps.filter(({ isDone }) => isDone);
  return [ended(wanted), words.doneSteps(done.length), ...done.map((step) => ended(step.words)), next ? `${words.next}: ${ended(next)}` : ''].filter(Boolean).join(' ');
}

/** With a way there: something done or something to come. */
export function hasWay({ steps, next }: Wanted): boolean {
  return steps.length > 0 || next !== null;
}

/** What a view says when it opens: enough to know what is there, not all of it. */
export function sayPart(view: View, part: Part): string {
  const things = thingsOf(view, part).slice(0, 2);
  return [`${words.parts[part]}.`, ...(things.length === 0 ? [words.nothing[part]] : things)].join(' ');
}

function thingsOf(view: View, part: Part): string[] {
  switch (part) {
    case 'want':
    case 'matters':
      return view.outcomes.map(sayWanted);
    case 'myself':
      return doneMyself(view).map(({ name, words: how }) => `${ended(name)} ${ended(how)}`);
    case 'next':
      return view.outcomes.filter(hasWay).map(sayPath);
    case 'enjoyed':
    case 'goodDays':
      return view.enjoyed.map(({ what, day }) => `${what}, ${words.when(day)}.`);
  }
}

/** Of somebody who wants comfort only what is their own is shown: the rest is help they are glad of. */
export function doneMyself({ isComfort, doing }: View): View['doing'] {
  return isComfort ? doing.filter(({ isTheirOwn }) => isTheirOwn) : doing;
}

const ended = (text: string) => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

export const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name;
