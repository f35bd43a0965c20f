/** Once around a room, two minutes: what each person is doing at the instant they are looked at, in plain words of our own. */
import { type Decision, type Words, decide } from '../shared/decision.ts';

/** What somebody can be seen doing. The order is that of the screen, not of worth. */
export const LOOK_STATES = ['active', 'engaged', 'passive', 'asleep', 'distressed'] as const;
export type LookState = (typeof LOOK_STATES)[number];
/** 'taken back' corrects a look that was a mistake: the person was not looked at. */
export type LookWord = LookState | 'taken back';

/**
 * What each word means, with an example. Momentary time sampling: only the instant counts, not what was before or came
 * after (Powell, Martindale and Kulp 1975, Journal of Applied Behavior Analysis 8: 463–469; Harrop and Daniels 1986, the
 * same journal 19: 73–77). The words are ours, for anybody to use without training.
 */
export const MEANINGS: Readonly<Record<LookState, { readonly means: string; readonly example: string }>> = {
  active: { means: 'Doing something themselves.', example: 'Folding napkins, watering a plant, walking over to the window.' },
  engaged: { means: 'With somebody or something.', example: 'Chatting, singing along, following the match, stroking the cat.' },
  passive: { means: 'Awake, with nothing and nobody.', example: 'Looking ahead while the television runs for no one.' },
  asleep: { means: 'Asleep or dozing.', example: 'Eyes closed in the armchair after lunch.' },
  distressed: { means: 'Upset, frightened, angry or in pain.', example: 'Calling out, crying, wringing their hands.' },
};
/** Where two words fit. */
export const TWO_FIT = 'If two fit, choose distressed before anything else, and otherwise the one you saw first.';

/** Something was in the moment for the person. */
export function isOccupied(state: LookWord): boolean {
  return state === 'active' || state === 'engaged';
}

export const OCCUPIED: readonly LookState[] = LOOK_STATES.filter(isOccupied);

/** What can be tapped when somebody was seen distressed; words of one's own are always possible. */
export const DONE_ABOUT_IT = ['Sat with them', 'Went somewhere quieter with them', 'Offered a drink or something to eat', 'Helped with what hurt or pressed', 'Called the nurse or senior'] as const;
/** What was done, or that the next shift is to hear of it. */
export const ANSWERS = ['done', 'handover'] as const;
export type Answered = (typeof ANSWERS)[number];

export type RoundReason =
  | 'LOOK_STATE_UNKNOWN' | 'ROUND_TO_COME' | 'ROUND_LONG_AGO' | 'ROUND_ENDED' | 'LOOKED_AT_TWICE' | 'LOOK_CORRECTS_ANOTHER' | 'LOOK_SAID_OTHERWISE'
  | 'ROUND_SAID_OTHERWISE' | 'ANSWER_EMPTY' | 'ANSWER_TOO_LONG' | 'ANSWER_NOT_DISTRESSED' | 'ANSWER_SAID_OTHERWISE';

export const ROUND_WORDS: Words<RoundReason> = {
  LOOK_STATE_UNKNOWN: (about) => `“${about}” is none of the words of a round. Choose ${LOOK_STATES.join(', ')}.`,
  ROUND_TO_COME: () => 'The clock of this device is ahead: the round would be in the future. Put it right and try again.',
  ROUND_LONG_AGO: () => 'This round is more than two weeks old. It was not kept.',
  ROUND_ENDED: () => 'This round is over. Begin another one.',
  LOOKED_AT_TWICE: (name) => `${name} has been looked at in this round already. To change it, tap their name.`,
  LOOK_CORRECTS_ANOTHER: () => 'A correction has to be of the same person in the same round.',
  LOOK_SAID_OTHERWISE: () => 'This look was recorded before and said something else.',
  ROUND_SAID_OTHERWISE: () => 'This round was begun before in another room or at another time.',
  ANSWER_EMPTY: () => 'Say what was done, or what the next shift should know.',
  ANSWER_TOO_LONG: () => 'Keep it to a sentence or two.',
  ANSWER_NOT_DISTRESSED: () => 'This belongs to somebody who was seen distressed. That look has been changed.',
  ANSWER_SAID_OTHERWISE: () => 'This was recorded before and said something else.',
};

/** A device that was without a network for a fortnight still delivers; a fast clock is forgiven a few minutes. */
const KEPT_FOR_MS = 14 * 24 * 3_600_000;
const FAST_CLOCK_MS = 5 * 60_000;

export type Look = { readonly id: string; readonly residentId: string; readonly state: LookWord; readonly correctsId: string | null };

/** The looks that nothing corrects and that were not taken back. */
export function standingLooks<L extends Pick<Look, 'id' | 'state' | 'correctsId'>>(looks: readonly L[]): L[] {
  const corrected = new Set(looks.map(({ correctsId }) => correctsId));
  return looks.filter(({ id, state }) => state !== 'taken back' && !corrected.has(id));
}

/** Whether one more look can be added to a round. `before` are all of its looks so far. */
export function mayLook(look: Omit<Look, 'state'> & { readonly state: string; readonly at: Date; readonly name: string }, round: { readonly ended: boolean; readonly before: readonly Look[] }, now: Date): Decision<RoundReason> {
  const age = now.getTime() - look.at.getTime();
  const corrected = round.before.find(({ id }) => id === look.correctsId);
  const isKnown = (LOOK_STATES as readonly string[]).includes(look.state) || (look.state === 'taken back' && look.correctsId !== null);
  return decide<RoundReason>([
    !isKnown && { code: 'LOOK_STATE_UNKNOWN', about: look.state },
    !(age >= -FAST_CLOCK_MS) && { code: 'ROUND_TO_COME' },
    age > KEPT_FOR_MS && { code: 'ROUND_LONG_AGO' },
    round.ended && look.correctsId === null && { code: 'ROUND_ENDED' },
    look.correctsId !== null && (corrected?.residentId !== look.residentId) && { code: 'LOOK_CORRECTS_ANOTHER' },
    look.correctsId === null && standingLooks(round.before).some(({ residentId }) => residentId === look.residentId) && { code: 'LOOKED_AT_TWICE', about: look.name },
  ]);
}

export function mayAnswer(answer: { readonly words: string }, look: { readonly state: LookWord; readonly stands: boolean }): Decision<RoundReason> {
  return decide<RoundReason>([
    answer.words.trim() === '' && { code: 'ANSWER_EMPTY' },
    answer.words.trim().length > 300 && { code: 'ANSWER_TOO_LONG' },
    (look.state !== 'distressed' || !look.stands) && { code: 'ANSWER_NOT_DISTRESSED' },
  ]);
}
