/** The times a promise came to its day, told from its history: a promise missed twice and then kept came due three times. */
import { type EntryContent, type Level, type PromiseEntry, effectOf, isHeardOnly, withCorrections } from '../promises/promise.ts';
import type { NotRunReason } from '../promises/happened.ts';
import type { Day } from '../shared/time.ts';

/** What came of it by its day. Only the first three are counted: the others were nobody's to keep. */
export const OUTCOMES = ['kept', 'partly kept', 'not kept', 'declined', 'released', 'closed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One time a promise came to its day. */
export type CameDue = {
  readonly promiseId: string;
  /** The day it counts on: the day it was due, or the day it was settled where that was another. */
  readonly day: Day;
  readonly dueOn: Day;
  readonly outcome: Outcome;
  /** Why it was not kept, from the short list; null while nobody has said, and where there is nothing to say. */
  readonly reason: NotRunReason | null;
  readonly words: string | null;
  /** Who answers for it. */
  readonly answers: string | null;
  /** Which time it is of this promise: 1, 2, 3… */
  readonly time: number;
};

/** `happenedOn` is the day of a session, where it is known: an attendance may be written down a day later. */
export type Telling = { readonly today: Day; readonly dayOf: (at: Date) => Day; readonly happenedOn: (sessionId: string) => Day | null };

type Row = { -readonly [Key in keyof CameDue]: CameDue[Key] };
type Of<Kind extends EntryContent['kind']> = Extract<EntryContent, { kind: Kind }>;

/** Where the telling has got to. */
type Walk = {
  readonly promiseId: string;
  readonly level: Level;
  readonly rows: Row[];
  /** The day that is running: none after a miss until a new one is given, none while the person is away. */
  due: Day | null;
  lastDue: Day;
  /** A time that went wrong and that nobody has explained yet. */
  waiting: Row | null;
  /** What has been of it while this day ran. */
  hasPart: boolean;
  hasDeclined: boolean;
  /** Whether it can be called enough. */
  isPart: boolean;
  isOver: boolean;
};

/**
 * Every time a promise came to its day until today, the earliest first. Kept by its day counts as kept; a day that went
 * by counts as not kept whether or not anybody has said why, and keeping it afterwards counts again, on the day it was
 * kept. Total: entries that make no sense where they stand, and those whose words were erased, change nothing; of a
 * promise whose first words were erased, only what came afterwards is told.
 */
export function cameDue(promiseId: string, entries: readonly PromiseEntry[], { today, dayOf, happenedOn }: Telling): CameDue[] {
  const ordered = withCorrections([...entries].sort((a, b) => a.seq - b.seq).filter(({ kind }) => !isHeardOnly(kind)));
  const start = ordered.findIndex(({ content }) => content?.kind === 'made' || content?.kind === 'erased');
  const begun = ordered[start]?.content;
  if (begun?.kind !== 'made' && begun?.kind !== 'erased') return [];
  const { level, dueOn } = begun.kind === 'made' ? begun : begun.stands;
  const walk: Walk = { promiseId, level, rows: [], due: dueOn, lastDue: dueOn, waiting: null, hasPart: false, hasDeclined: false, isPart: false, isOver: false };
  if (begun.kind === 'erased') take(walk, begun, dueOn);
  // By the day on which it happened, and then as it was written: what was written down late still happened on its day.
  const happened = ordered.slice(start + 1).flatMap(({ content, at }) => (content === null ? [] : [{ content, on: (content.kind === 'attended' ? happenedOn(content.sessionId) : null) ?? dayOf(at) }])).sort((a, b) => a.on.localeCompare(b.on));
  for (const { content, on } of happened) {
    if (walk.isOver) break;
    pass(walk, on);
    take(walk, content, on);
  }
  if (!walk.isOver) pass(walk, today);
  return walk.rows;
}

/** A day that went by is noted before anything that came after it. */
function pass(walk: Walk, on: Day): void {
  if (walk.due === null || walk.due >= on) return;
  walk.waiting = note(walk, walk.due, walk.hasPart ? 'partly kept' : walk.hasDeclined ? 'declined' : 'not kept');
}

/** One more time, after which no day is running. */
function note(walk: Walk, day: Day, outcome: Outcome): Row {
  const row: Row = { promiseId: walk.promiseId, day, dueOn: walk.lastDue, outcome, reason: null, words: null, answers: null, time: walk.rows.length + 1 };
  walk.rows.push(row);
  Object.assign(walk, { due: null, hasPart: false, hasDeclined: false });
  return row;
}

/** Planning it, and what people say of it, brings no day and settles nothing: such entries are passed over. */
function take(walk: Walk, content: EntryContent, on: Day): void {
  if (content.kind === 'attended') attended(walk, content, on);
  if (content.kind === 'fell through') missed(walk, on);
  if (content.kind === 'explained') explained(walk, content, on);
  if (content.kind === 'enough' && walk.isPart) enough(walk, on);
  if (content.kind === 'released' || content.kind === 'closed') ended(walk, on, content.kind);
  if (content.kind === 'paused') walk.due = null;
  if (content.kind === 'resumed') walk.due = walk.lastDue = content.dueOn;
  // What is left when words were erased is how it stood; what had come of its days is not told again.
  if (content.kind === 'erased') walk.isOver = !content.stands.owed;
}

function enough(walk: Walk, on: Day): void {
  if (walk.hasPart) note(walk, on, 'partly kept');
  walk.isOver = true;
}

function ended(walk: Walk, on: Day, outcome: 'kept' | 'released' | 'closed'): void {
  note(walk, on, outcome);
  walk.isOver = true;
}

function attended(walk: Walk, { level, leftEarly }: Of<'attended'>, on: Day): void {
  switch (effectOf(walk.level, level, leftEarly)) {
    case 'kept':
      ended(walk, on, 'kept');
      break;
    case 'partly kept':
      walk.isPart = true;
      // A part that comes after its day is a part all the same, once.
      if (walk.due !== null) walk.hasPart = true;
      else if (walk.rows.at(-1)?.outcome !== 'partly kept') note(walk, on, 'partly kept');
      break;
    case 'declined':
      if (walk.due !== null) walk.hasDeclined = true;
      break;
    case 'missed':
      missed(walk, on);
      break;
  }
}

/** What fell through is one miss until somebody says why, however often it is said. */
function missed(walk: Walk, on: Day): void {
  walk.isPart = false;
  if (walk.waiting !== null && walk.waiting.outcome !== 'declined') return;
  walk.waiting = note(walk, on, walk.hasPart ? 'partly kept' : 'not kept');
}

function explained(walk: Walk, { reason, words, answers, newDate }: Of<'explained'>, on: Day): void {
  Object.assign(walk.waiting ?? note(walk, on, walk.hasPart ? 'partly kept' : 'not kept'), { reason, words, answers });
  Object.assign(walk, { waiting: null, isPart: false });
  if (newDate !== null) walk.due = walk.lastDue = newDate;
}
