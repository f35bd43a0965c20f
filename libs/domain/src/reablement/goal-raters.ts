/** Who says how far a goal is reached: the person, their family and staff, each for themselves; what of it counts, and whether they agree. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import type { Day } from '../shared/time.ts';
import { inWords, isBlank } from '../shared/words.ts';
import { type Attainment, isAttainment } from './attainment.ts';

export const RATERS = ['person', 'family', 'staff'] as const;
export type Rater = (typeof RATERS)[number];

export function isRater(text: string): text is Rater {
  return (RATERS as readonly string[]).includes(text);
}

/** One say of how far a goal is reached. A correction names the entry that it puts right; both stay readable. */
export type Saying = {
  readonly id: string;
  readonly rater: Rater;
  readonly raterName: string;
  readonly attained: Attainment;
  readonly on: Day;
  readonly words: string | null;
  readonly correctsId: string | null;
  /** Set where a supporter said it themselves. */
  readonly supporterId: string | null;
};

export type RatingRefusal = 'PARTIAL' | 'NOT_AN_ATTAINMENT' | 'NOT_A_RATER' | 'RATER_NO_NAME' | 'SCORED_TO_COME' | 'SCORED_BEFORE' | 'GOAL_ENDED' | 'NO_SCALE' | 'SCALE_REWRITTEN' | 'NOT_THEIR_SAYING' | 'CORRECTED_ALREADY' | 'OTHER_RATER';

export const RATING_WORDS: Words<RatingRefusal> = {
  PARTIAL: () => 'Half a level (−0.5) says that there was some progress. In a score it counts as −1: say −1.',
  NOT_AN_ATTAINMENT: (value) => `${value} is no level. Choose one of the five sentences.`,
  NOT_A_RATER: () => 'Say whose view it is: the person’s own, their family’s or that of staff.',
  RATER_NO_NAME: () => 'Write who of the family said it.',
  SCORED_TO_COME: () => 'That day is still to come. Say where it stands today, or on a day gone by.',
  SCORED_BEFORE: (day) => `The five levels were written on ${day}. Choose that day or a later one.`,
  GOAL_ENDED: () => 'This outcome has ended, so nothing more is said of it. Write down a new one.',
  NO_SCALE: () => 'No levels are written for this outcome yet. Write the five levels first.',
  SCALE_REWRITTEN: () => 'The levels were rewritten in the meantime. Read them and choose again.',
  NOT_THEIR_SAYING: (who) => `${who} said this themselves, and only they put it right. You can write down what they say now.`,
  CORRECTED_ALREADY: () => 'This was put right already. Put the newer one right instead.',
  OTHER_RATER: () => 'A correction is about the same view of the same outcome. Write this down as something new.',
};

export type SayingDraft = { readonly rater: string; readonly raterName: string; readonly attained: number; readonly on: Day; readonly correctsId: string | null };

export type Ground = {
  readonly endedOn: Day | null;
  /** The levels as they stand now: null where none are written. */
  readonly scale: { readonly id: string; readonly writtenOn: Day; readonly writtenOnWords: string } | null;
  /** The levels that were on the screen. */
  readonly scaleId: string;
  readonly sayings: readonly Saying[];
  /** Whoever records it, when it is a supporter. */
  readonly supporterId: string | null;
};

/** Whether a level may be said: one of the five, of the levels as they stand, not of a day to come, corrected only by whom it belongs to. */
export function mayScore(draft: SayingDraft, { endedOn, scale, scaleId, sayings, supporterId }: Ground, today: Day): Decision<RatingRefusal> {
  const corrected = draft.correctsId === null ? null : sayings.find(({ id }) => id === draft.correctsId);
  const wrong = draft.attained === -0.5 ? 'PARTIAL' : 'NOT_AN_ATTAINMENT';
  return decide<RatingRefusal>([
    endedOn !== null && { code: 'GOAL_ENDED' },
    scale === null && { code: 'NO_SCALE' },
    scale !== null && scale.id !== scaleId && { code: 'SCALE_REWRITTEN' },
    !isAttainment(draft.attained) && { code: wrong, about: String(draft.attained) },
    !isRater(draft.rater) && { code: 'NOT_A_RATER' },
    draft.rater === 'family' && isBlank(draft.raterName) && { code: 'RATER_NO_NAME' },
    draft.on > today && { code: 'SCORED_TO_COME' },
    scale !== null && draft.on < scale.writtenOn && { code: 'SCORED_BEFORE', about: scale.writtenOnWords },
    draft.correctsId !== null && corrected?.rater !== draft.rater && { code: 'OTHER_RATER' },
    corrected != null && corrected.supporterId !== supporterId && { code: 'NOT_THEIR_SAYING', about: corrected.raterName },
    corrected != null && sayings.some(({ correctsId }) => correctsId === corrected.id) && { code: 'CORRECTED_ALREADY' },
  ]);
}

/** The sayings that count, oldest day first: what was put right does not, what puts it right does. They come in the order they were written down. */
export function counting<Line extends Saying>(sayings: readonly Line[]): Line[] {
  const putRight = new Set(sayings.map(({ correctsId }) => correctsId));
  return sayings.filter(({ id }) => !putRight.has(id)).toSorted((a, b) => a.on.localeCompare(b.on));
}

/** What each of them said last, in the order person, family, staff; whoever has said nothing is not in it. */
export function latestByRater<Line extends Saying>(sayings: readonly Line[]): Line[] {
  const all = counting(sayings);
  return RATERS.flatMap((rater) => all.findLast((each) => each.rater === rater) ?? []);
}

/** What each voice said last: the person, each of the family by name, and staff. */
export function latestByVoice<Line extends Saying>(sayings: readonly Line[]): Line[] {
  const voiceOf = ({ rater, raterName }: Line) => (rater === 'family' ? `family ${raterName}` : rater);
  const last = new Map(counting(sayings).map((each) => [voiceOf(each), each]));
  return [...last.values()].toSorted((a, b) => RATERS.indexOf(a.rater) - RATERS.indexOf(b.rater) || a.raterName.localeCompare(b.raterName));
}

export type Agreement = { readonly kind: 'same' | 'near' | 'apart'; readonly apart: number; readonly words: string };

/** Whether those who said something see it alike, as a sentence; null where fewer than two have. Nobody is made right or wrong. */
export function agreementOf(said: readonly Pick<Saying, 'raterName' | 'attained'>[]): Agreement | null {
  if (said.length < 2) return null;
  const levels = said.map(({ attained }) => attained);
  const [most, least] = [Math.max(...levels), Math.min(...levels)];
  const apart = most - least;
  const at = (level: number) => inWords(said.filter(({ attained }) => attained === level).map(({ raterName }) => raterName));
  if (apart === 0) return { kind: 'same', apart, words: `${inWords(said.map(({ raterName }) => raterName))} see it alike.` };
  const further = said.filter(({ attained }) => attained === most).length > 1 ? 'see' : 'sees';
  if (apart === 1) return { kind: 'near', apart, words: `${at(most)} ${further} it one level further on than ${at(least)}.` };
  return { kind: 'apart', apart, words: `${at(most)} ${further} it ${apart} levels further on than ${at(least)}. Ask what each of them sees: it may be different at different times of day.` };
}
