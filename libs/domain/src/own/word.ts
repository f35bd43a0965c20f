/** What a person says themselves of something planned for them or promised to them, and what of it stands. */
import { type Decision, type Words, decide } from '../shared/decision.ts';

export const SAYS = ['yes', 'no', 'not meant'] as const;
/** 'not meant' takes an earlier word back. */
export type Says = (typeof SAYS)[number];

type Subject = { readonly sessionId: string | null; readonly promiseId: string | null };
type Word = Subject & { readonly id: string; readonly says: Says; readonly undoesId: string | null; readonly recordedAt: Date };

const keyOf = ({ sessionId, promiseId }: Subject) => sessionId ?? promiseId ?? '';

/** What stands of each thing: the last word on it that was meant. By the id of the session or the promise. */
export function standingWords<Said extends Word>(words: readonly Said[]): Map<string, Said> {
  const undone = new Set(words.map(({ undoesId }) => undoesId));
  const meant = words.filter(({ id, says }) => says !== 'not meant' && !undone.has(id));
  return new Map([...meant].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || a.id.localeCompare(b.id)).map((word) => [keyOf(word), word]));
}

export type OwnRefusal = 'NOT_YOURS' | 'WILL_NOT_BE' | 'HAS_BEGUN' | 'NOT_OWED' | 'NOT_HERE';

/** Read by a person with somebody beside them: short, and never their fault. */
export const OWN_WORDS: Words<OwnRefusal> = {
  NOT_YOURS: (name) => `This is not in ${name}’s week any more. Look at the week again.`,
  WILL_NOT_BE: () => 'This was called off already.',
  HAS_BEGUN: () => 'This has begun already. Tell whoever is with you.',
  NOT_OWED: () => 'This promise is settled already.',
  NOT_HERE: (name) => `${name} does not live here now, so there is nothing to say yes or no to.`,
};

type About = { readonly name: string; readonly status: string };

/** A word on a session: it is theirs, it will be, and it has not begun. */
export function mayAnswerSession(session: { readonly isBooked: boolean; readonly status: string; readonly startsAt: Date } | null, person: About, now: Date): Decision<OwnRefusal> {
  return decide<OwnRefusal>([
    person.status !== 'living here' && { code: 'NOT_HERE', about: person.name },
    !session?.isBooked && { code: 'NOT_YOURS', about: person.name },
    session?.isBooked && session.status === 'cancelled' && { code: 'WILL_NOT_BE' },
    session?.isBooked && session.status !== 'cancelled' && session.startsAt <= now && { code: 'HAS_BEGUN' },
  ]);
}

/** A word on a promise: it is still owed. A no lets go of nothing: somebody asks the person again. */
export function mayAnswerPromise(promise: { readonly owed: boolean } | null, person: About): Decision<OwnRefusal> {
  return decide<OwnRefusal>([
    (person.status === 'died' || person.status === 'moved out') && { code: 'NOT_HERE', about: person.name },
    !promise && { code: 'NOT_YOURS', about: person.name },
    promise?.owed === false && { code: 'NOT_OWED' },
  ]);
}

/** What staff read: 'Bob has said no to Choir, Tuesday 24 November, 14:00.' */
export function sayOwnWord(name: string, says: Says, what: string): string {
  if (says === 'yes') return `${name} looks forward to ${what}.`;
  return says === 'no' ? `${name} has said no to ${what}.` : `${name} did not mean what was said of ${what}.`;
}
