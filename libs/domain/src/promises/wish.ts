/** Wishes: how long one waits, who should answer it, and when waiting has become pressing. A wish is answered, never left. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, daysBetween, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';

/** Where a wish was caught. 'supporter': they asked for it in the family app. */
export const WISH_SOURCES = ['said to us', 'residents’ meeting', 'supporter', 'what stands in the way'] as const;
export type WishSource = (typeof WISH_SOURCES)[number];

/** Days after which an unanswered wish is pressing. */
export const WISH_PRESSES_AFTER_DAYS = 7;
/** As many as one sheet of paper holds twice over. */
export const MOST_WISHES_AT_ONCE = 60;

export type WishRefusal = 'NO_WORDS_NOR_VOICE' | 'MEETING_TO_COME' | 'NOTHING_CAUGHT' | 'TOO_MANY_WISHES' | 'NOT_THEIR_RECORDING';

export const WISH_WORDS: Words<WishRefusal> = {
  NO_WORDS_NOR_VOICE: (name) => (name ? `There are no words for ${name} yet. Write what they would like, or take the line out.` : 'Write what they would like, or record it.'),
  MEETING_TO_COME: (day) => `${day} is still to come. Enter the wishes on the day of the meeting or after it.`,
  NOTHING_CAUGHT: () => 'Write at least one wish.',
  TOO_MANY_WISHES: () => `Save at most ${MOST_WISHES_AT_ONCE} wishes at once, then go on with the others.`,
  NOT_THEIR_RECORDING: () => 'This recording is not one of this person’s. Record it once more.',
};

/** A wish takes words, or a voice note that has them. */
export function mayCatch(words: string, hasVoice: boolean, name = ''): Decision<WishRefusal> {
  return decide<WishRefusal>([isBlank(words) && !hasVoice && { code: 'NO_WORDS_NOR_VOICE', about: name }]);
}

/** The wishes of a residents' meeting: the meeting has been held, and each line says something. */
export function mayCatchAtMeeting(wishes: readonly { readonly name: string; readonly words: string }[], meetingOn: Day, today: Day): Decision<WishRefusal> {
  const wordless = wishes.find(({ words }) => isBlank(words));
  return decide<WishRefusal>([
    wishes.length === 0 && { code: 'NOTHING_CAUGHT' },
    wishes.length > MOST_WISHES_AT_ONCE && { code: 'TOO_MANY_WISHES' },
    wordless && { code: 'NO_WORDS_NOR_VOICE', about: wordless.name },
    meetingOn > today && { code: 'MEETING_TO_COME', about: sayDay(meetingOn) },
  ]);
}

/** How long a wish has waited on a day, and whether that presses. */
export function waiting(raisedOn: Day, today: Day): { readonly days: number; readonly isPressing: boolean } {
  const days = Math.max(0, daysBetween(raisedOn, today));
  return { days, isPressing: days >= WISH_PRESSES_AFTER_DAYS };
}

/** Who should answer: the person's named worker; while nobody is, whoever plans here, a coordinator before a manager; null where there is neither. */
export function whoAnswers(namedWorker: string | null, planners: readonly { readonly name: string; readonly role: 'coordinator' | 'manager' }[]): string | null {
  return namedWorker ?? planners.find(({ role }) => role === 'coordinator')?.name ?? planners[0]?.name ?? null;
}
