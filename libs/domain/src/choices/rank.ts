/** From candidates to advice: what may not be offered is left out with its reason, the rest stands in the order of its score, three at a time and not three of a kind. */
import type { Facts } from './facts.ts';
import { type Candidate, type Option } from './option.ts';
import { whyLeftOut } from './admit.ts';

/** Never more at one time. */
export const MOST_OPTIONS = 3;

export const NO_DRAWBACK = 'Nothing that we know of speaks against it.';

export type LeftOut = { readonly title: string; readonly why: string };

const points = (candidate: Candidate) => candidate.parts.reduce((sum, part) => sum + part.points, 0);

/** By score, the highest first; where scores are the same, by key, so that there is one order. */
function inOrder(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => points(b) - points(a) || (a.key < b.key ? -1 : 1));
}

/** In threes. A three takes the best that is left, and for its last place the best of another family if the first two share one. */
function inThrees(ordered: readonly Candidate[]): Candidate[][] {
  const left = [...ordered];
  const threes: Candidate[][] = [];
  while (left.length > 0) {
    const three = left.splice(0, Math.min(MOST_OPTIONS - 1, left.length));
    const [first, second] = three;
    const isAlike = first !== undefined && second !== undefined && first.family === second.family;
    const other = isAlike ? left.findIndex(({ family }) => family !== first.family) : 0;
    three.push(...left.splice(Math.max(0, other), 1));
    threes.push(three);
  }
  return threes;
}

export type Ranked = { readonly threes: readonly (readonly Option[])[]; readonly leftOut: readonly LeftOut[] };

export function ranked(candidates: readonly Candidate[], facts: Facts): Ranked {
  const judged = inOrder(candidates).map((candidate) => ({ candidate, why: whyLeftOut(candidate.takes, facts) }));
  return {
    threes: inThrees(judged.filter(({ why }) => why === null).map(({ candidate }) => candidate)).map((three) => three.map(asOption)),
    leftOut: judged.flatMap(({ candidate, why }) => (why === null ? [] : [{ title: candidate.title, why }])),
  };
}

function asOption(candidate: Candidate): Option {
  const { key, title, picture, isOut, family, reasons, drawbacks, sure, leads } = candidate;
  const parts = candidate.parts.filter((part) => part.points !== 0);
  return { key, title, picture, isOut, family, reasons, drawback: drawbacks[0] ?? NO_DRAWBACK, sureness: sure.sureness, sureWhy: sure.why, score: points(candidate), parts, leads };
}
