/** How much an outcome matters to somebody and how sure they are that they will get there, over time; when a fall asks for a conversation. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';

/** What somebody answered on one day: both from 1 to 10, as they say. */
export type Belief = { readonly id: string; readonly importance: number; readonly confidence: number; readonly on: Day };

export type BeliefReason = 'NOT_ONE_TO_TEN' | 'BELIEF_TO_COME' | 'BELIEF_ENDED' | 'NOTHING_SAID' | 'NO_BELIEF';
export const BELIEF_WORDS: Words<BeliefReason> = {
  NOT_ONE_TO_TEN: () => 'Both are whole numbers from 1 to 10, as the person says.',
  BELIEF_TO_COME: () => 'That day is still to come. Choose today or a day gone by.',
  BELIEF_ENDED: () => 'This outcome has ended, so nothing more is asked about it.',
  NOTHING_SAID: () => 'Write what the person said, or how they showed it.',
  NO_BELIEF: () => 'Nobody has asked how sure they are yet. Ask first.',
};

const isOneToTen = (value: number) => Number.isInteger(value) && value >= 1 && value <= 10;

export function mayBelieve({ importance, confidence, on }: Omit<Belief, 'id'>, { endedOn }: { readonly endedOn: Day | null }, today: Day): Decision<BeliefReason> {
  return decide<BeliefReason>([
    endedOn !== null && { code: 'BELIEF_ENDED' },
    !(isOneToTen(importance) && isOneToTen(confidence)) && { code: 'NOT_ONE_TO_TEN' },
    on > today && { code: 'BELIEF_TO_COME' },
  ]);
}

export function mayNoteTalk(said: string, { beliefs }: { readonly beliefs: readonly Belief[] }): Decision<BeliefReason> {
  return decide<BeliefReason>([beliefs.length === 0 && { code: 'NO_BELIEF' }, isBlank(said) && { code: 'NOTHING_SAID' }]);
}

/** A single answer has to lie this far below the ones before; several that agree need less. */
const LOWER_ONCE = 3;
const LOWER_AGAIN = 2;
/** Answers further back than this say how it was then. */
const LOOK_BACK = 5;

export type Fall = { readonly kind: 'falling' | 'lower once'; readonly from: number; readonly to: number; readonly since: Day; readonly answers: number };

/**
 * Whether somebody grows less sure. From three answers on it is falling when the last three go down one after the other, by two or
 * more in all, or when the last two both lie two or more below the middle of those before. One answer three or more below the middle
 * of those before is a lower answer, which may be a bad day. A single answer says nothing. Beliefs come oldest first.
 */
export function fallOf(beliefs: readonly Belief[]): Fall | null {
  const answers = beliefs.slice(-LOOK_BACK - 1);
  const latest = answers.at(-1);
  const before = answers.slice(0, -1);
  if (!latest || before.length === 0) return null;
  const fall = (kind: Fall['kind'], from: number): Fall => ({ kind, from, to: latest.confidence, since: latest.on, answers: answers.length });
  const [first, second] = [answers.at(-3), answers.at(-2)];
  if (first && second && first.confidence > second.confidence && second.confidence > latest.confidence && first.confidence - latest.confidence >= LOWER_AGAIN) return fall('falling', first.confidence);
  if (first && second) {
    const usual = middle(answers.slice(0, -2));
    if (Math.max(second.confidence, latest.confidence) <= usual - LOWER_AGAIN) return fall('falling', usual);
  }
  const usual = middle(before);
  return latest.confidence <= usual - LOWER_ONCE ? fall('lower once', usual) : null;
}

/** The lower of the two in the middle where there are two: an answer somebody gave. */
function middle(answers: readonly Belief[]): number {
  const sorted = answers.map(({ confidence }) => confidence).toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** The fall that nobody has talked about yet: once one was talked about, only what came after that answer counts. */
export function openFall(beliefs: readonly Belief[], talkedAbout: readonly string[]): Fall | null {
  const last = beliefs.findLastIndex(({ id }) => talkedAbout.includes(id));
  return fallOf(last < 0 ? beliefs : beliefs.slice(last));
}

/** Why to talk, in a sentence that blames nobody. */
export function sayFall(name: string, { kind, from, to, since }: Fall): string {
  return kind === 'falling'
    ? `${name} grows less sure: from ${from} of 10 to ${to} on ${sayDay(since)}. Ask what is in the way, and whether this is still what matters.`
    : `${name} was at ${from} of 10 and said ${to} on ${sayDay(since)}. One answer may be a bad day: ask what was different.`;
}
