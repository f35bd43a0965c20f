/** The first words of a family's page: what was promised, what happened, what is owed, in one calm sentence and one more. */
import type { SharedKind } from '../circle/sharing.ts';
import type { PromiseState } from '../promises/promise.ts';
import { isUnexplained } from '../promises/today.ts';
import { isStatus, sayToFamily } from '../people/status.ts';
import type { Day } from '../shared/time.ts';

type Row = Pick<PromiseState, 'state' | 'owed' | 'unexplained' | 'dueOn' | 'misses' | 'sessionId'>;

/** How many promises there are, still open, and without a reason. How often they were kept is counted in `kept/rate.ts`, for everybody alike. */
export type Figures = { readonly made: number; readonly owed: number; readonly unexplained: number };

export function figuresOf(promises: readonly Row[], today: Day): Figures {
  return { made: promises.length, owed: promises.filter(({ owed }) => owed).length, unexplained: promises.filter((promise) => isUnexplained(promise, today)).length };
}

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const inWords = (count: number) => NUMBERS[count] ?? String(count);
const promisesInWords = (count: number) => `${inWords(count)} ${count === 1 ? 'promise' : 'promises'}`;

export type Opening = { readonly headline: string; readonly lead: string };

/** `figures` is null when promises are not shared, `next` when nothing is planned or plans are not shared. */
export function sayOpening(person: string, status: string, figures: Figures | null, sees: ReadonlySet<SharedKind>, next: string | null): Opening {
  if (status === 'died') return { headline: `We are thinking of you and of ${person}.`, lead: 'What was written down stays here for you to read, for as long as you wish.' };
  if (status !== 'living here' && isStatus(status)) return opened(sayToFamily(person, status));
  const coming = next ?? (sees.has('plan') ? 'Nothing is planned for the coming seven days.' : '');
  if (!figures) return { headline: `${person}’s page`, lead: coming };
  return { headline: sayOwed(person, figures), lead: [sayQuiet(figures), coming].filter(Boolean).join(' ') };
}

/** The first sentence, and the others. */
function opened(words: string): Opening {
  const [headline = '', ...others] = words.split(/(?<=\.) /);
  return { headline, lead: others.join(' ') };
}

function sayOwed(person: string, { made, owed }: Figures): string {
  if (made === 0) return `Nothing has been promised to ${person} yet.`;
  if (owed === 0) return `Nothing is owed to ${person}.`;
  return owed === 1 ? `One promise to ${person} is still open.` : `${promisesInWords(owed)} to ${person} are still open.`;
}

function sayQuiet({ owed, unexplained }: Figures): string {
  if (unexplained === 0) return '';
  if (owed === unexplained) return owed === 1 ? 'Its day has passed, and nobody has said why.' : 'Their days have passed, and nobody has said why.';
  return `${inWords(unexplained)} of them went wrong, and nobody has said why yet.`;
}
