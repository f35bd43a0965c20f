/** The first words of a family's page: what was promised, what happened, what is owed, in one calm sentence and one more. */
import type { SharedKind } from '../circle/sharing.ts';
import type { NotRunReason } from '../day/attendance.ts';
import type { PromiseEntry, PromiseState } from '../promises/promise.ts';
import { isUnexplained } from '../promises/today.ts';
import { isStatus, sayToFamily } from '../people/status.ts';
import type { Day } from '../shared/time.ts';

type Row = Pick<PromiseState, 'state' | 'owed' | 'unexplained' | 'dueOn' | 'misses' | 'sessionId'>;

/** How often promises were kept, and why not when they were not. */
export type Figures = {
  readonly made: number;
  readonly kept: number;
  readonly partlyKept: number;
  readonly owed: number;
  readonly unexplained: number;
  readonly released: number;
  readonly reasons: readonly { readonly reason: NotRunReason; readonly times: number }[];
};

export function figuresOf(promises: readonly Row[], entries: readonly PromiseEntry[], today: Day): Figures {
  const times = new Map<NotRunReason, number>();
  for (const { content } of entries) if (content?.kind === 'explained') times.set(content.reason, (times.get(content.reason) ?? 0) + 1);
  const number = (which: (promise: Row) => boolean) => promises.filter(which).length;
  return {
    made: promises.length,
    kept: number(({ state }) => state === 'kept'),
    partlyKept: number(({ state }) => state === 'partly kept'),
    owed: number(({ owed }) => owed),
    unexplained: number((promise) => isUnexplained(promise, today)),
    released: number(({ state }) => state === 'released'),
    reasons: [...times].map(([reason, count]) => ({ reason, times: count })).sort((a, b) => b.times - a.times),
  };
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

/** 'Of 9 promises, 5 were kept, 1 in part.' */
export function sayFigures({ made, kept, partlyKept, released }: Figures): string {
  if (made === 0) return 'There are no promises to count yet.';
  const parts = [
    `${kept === 0 ? 'none' : kept} ${kept < 2 ? 'was' : 'were'} kept`,
    partlyKept > 0 && `${partlyKept} in part`,
    released > 0 && `${released} let go`,
  ].filter(Boolean);
  return `Of ${made} ${made === 1 ? 'promise' : 'promises'}, ${parts.join(', ')}.`;
}
