/** What a promise is, what can happen to it, and the one fold that says what it has come to. */
import type { AttendanceLevel, NotRunReason } from './happened.ts';
import type { ErasureGround } from './ledger-erasure.ts';
import type { Day } from '../shared/time.ts';

export const LEVELS = ['taking part', 'watching'] as const;
export type Level = (typeof LEVELS)[number];

export const PROMISE_STATES = ['made', 'scheduled', 'kept', 'partly kept', 'not kept', 'released', 'closed'] as const;
export type PromiseStateName = (typeof PROMISE_STATES)[number];

/** What was entered, by kind of entry. Times are on the entry, not in here. */
export type EntryContent =
  | { kind: 'made'; residentId: string; words: string; activityId: string | null; level: Level; dueOn: Day; madeBy: string; madeTo: string; lifeFactId: string | null; wishId: string | null; found: string; standingId?: string | null; feasible?: Feasible | null }
  | { kind: 'scheduled'; sessionId: string; when: string; by: string }
  | { kind: 'unscheduled'; sessionId: string; why: string; by: string }
  | { kind: 'attended'; sessionId: string; level: AttendanceLevel; leftEarly: boolean; recordedBy: string }
  | { kind: 'fell through'; sessionId: string | null; words: string; by: string }
  | { kind: 'explained'; reason: NotRunReason; words: string; answers: string; newDate: Day | null; whyNoDate: string | null; by: string }
  | { kind: 'released'; words: string; by: string; right: string; recordedBy: string }
  | { kind: 'enough'; words: string; by: string; right: string; recordedBy: string }
  | { kind: 'paused'; why: string; by: string }
  | { kind: 'resumed'; dueOn: Day; by: string }
  | { kind: 'closed'; why: string; by: string }
  | { kind: 'confirmed'; by: string; words: string }
  | { kind: 'disputed'; by: string; words: string }
  | { kind: 'answered'; by: string; words: string }
  /** Declined again and again, they were asked: it is wanted still, as it is or offered in another way. Letting go of it is 'released'. */
  | { kind: 'asked'; answer: AskedAnswer; words: string; by: string; recordedBy: string }
  | { kind: 'escalated'; to: EscalatedTo; because: EscalatedBecause; words: string }
  /** Words were lawfully removed: of which entries, why, and how the promise stood, so that nothing that is owed changes by it. */
  | { kind: 'erased'; erasureId: string; seqs: readonly number[]; ground: ErasureGround; stands: Stands; by: string };

export type EntryKind = EntryContent['kind'];

/** How it was found that a promise can be kept, part by part: what the words say, to be looked at again. */
export type Feasible = {
  /** 'Thursday 26 November, 14:30' */
  readonly when: string;
  readonly whoGoes: readonly string[];
  readonly vehicle: string | null;
  /** 'can we': the planner looked and found a place. 'known': somebody said so. */
  readonly check: FeasibleCheck;
  readonly checkedBy: string;
};
export const FEASIBLE_CHECKS = ['can we', 'known'] as const;
export type FeasibleCheck = (typeof FEASIBLE_CHECKS)[number];

export const ASKED_ANSWERS = ['still wanted', 'offer it otherwise'] as const;
export type AskedAnswer = (typeof ASKED_ANSWERS)[number];
export type EscalatedTo = 'manager' | 'group';
/** The so-manieth miss, or the dispute (by its place in the ledger) that nobody answered in time. */
export type EscalatedBecause = { readonly misses: number } | { readonly dispute: number };

/** What supporters say of a promise, the answer to it, and whom it was sent to: heard by everyone, and nothing of what is owed changes by it. */
const HEARD_KINDS = ['confirmed', 'disputed', 'answered', 'escalated'] as const satisfies readonly EntryKind[];

export function isHeardOnly(kind: EntryKind): boolean {
  return HEARD_KINDS.some((each) => each === kind);
}

/** One entry of a promise. Its content is null once it has been lawfully erased. */
export type PromiseEntry = { readonly seq: number; readonly at: Date; readonly kind: EntryKind; readonly content: EntryContent | null };

/** The present of a promise: all of it follows from its entries. */
export type PromiseState = {
  readonly residentId: string;
  readonly wishId: string | null;
  readonly activityId: string | null;
  readonly lifeFactId: string | null;
  /** The standing promise it is one day of. */
  readonly standingId: string | null;
  readonly words: string;
  readonly level: Level;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly dueOn: Day;
  readonly state: PromiseStateName;
  /** Still owed: not kept, not called enough by the person, not released. */
  readonly owed: boolean;
  /** It was not kept and nobody has said why. */
  readonly unexplained: boolean;
  readonly misses: number;
  readonly sessionId: string | null;
  /** How many entries bear on it; what is only heard (`HEARD_KINDS`) is not counted. */
  readonly entries: number;
  /** How often in a row the person said no, or was asleep, when it was offered. */
  readonly declined: number;
  /** Waits while the person is in hospital or away: its days do not run, and nobody is asked to explain. */
  readonly paused: boolean;
  /** The session that kept it, once it is kept. */
  readonly keptIn: string | null;
};

/** What still stands of a promise when its words are erased: how it is, and nothing of what was said. */
export type Stands = Omit<PromiseState, 'words' | 'wishId' | 'activityId' | 'lifeFactId' | 'madeAt' | 'entries'>;

/** What stands where the words of a promise were. */
export const ERASED_WORDS = 'The words have been erased, as the law requires.';

/** How a promise stands, without its words, to be kept by the entry that erases them. */
export function standsOf({ residentId, standingId, level, madeBy, dueOn, state, owed, unexplained, misses, sessionId, declined, paused, keptIn }: PromiseState): Stands {
  return { residentId, standingId, level, madeBy, dueOn, state, owed, unexplained, misses, sessionId, declined, paused, keptIn };
}

/** What one attendance does to a promise made at a level. */
export type Effect = 'kept' | 'partly kept' | 'declined' | 'missed';

/**
 * Watching is not taking part: a promise of taking part is kept only by taking part to the end; joining in a little,
 * watching and leaving early keep a part of it. Whoever said no or slept was offered it; whoever was not, was missed.
 */
export function effectOf(promised: Level, level: AttendanceLevel, leftEarly: boolean): Effect {
  if (level === 'not offered') return 'missed';
  if (level === 'declined' || level === 'asleep or withdrawn') return 'declined';
  const reached = promised === 'watching' || level === 'took part';
  return reached && !leftEarly ? 'kept' : 'partly kept';
}

const UNKNOWN: PromiseState = {
  residentId: '', wishId: null, activityId: null, lifeFactId: null, standingId: null, words: '', level: 'taking part', madeBy: '', madeAt: new Date(0), dueOn: '1970-01-01',
  state: 'made', owed: true, unexplained: false, misses: 0, sessionId: null, entries: 0, declined: 0, paused: false, keptIn: null,
};

/** What a promise has come to. Total: an entry that makes no sense where it stands changes nothing but the count. */
export function foldPromise(entries: readonly PromiseEntry[]): PromiseState {
  const ordered = [...entries].sort((a, b) => a.seq - b.seq).filter(({ kind }) => !isHeardOnly(kind));
  return withCorrections(ordered).reduce((state, entry) => counted(entry.content === null ? unsaid(state, entry) : step(state, entry.content, entry.at)), UNKNOWN);
}

const counted = (state: PromiseState): PromiseState => ({ ...state, entries: state.entries + 1 });

/** An entry whose words are erased or corrected. The first one still says that something was promised, and when. */
function unsaid(state: PromiseState, { kind, at }: PromiseEntry): PromiseState {
  return kind === 'made' && state.entries === 0 ? { ...state, words: ERASED_WORDS, madeAt: at } : state;
}

/** A later word on the same session corrects the earlier one: it counts from where the earlier one stood, unless words were erased in between. */
export function withCorrections(entries: readonly PromiseEntry[]): PromiseEntry[] {
  const last = entries.findLastIndex(({ kind }) => kind === 'erased');
  return last < 0 ? corrected(entries) : [...withCorrections(entries.slice(0, last)), ...entries.slice(last, last + 1), ...corrected(entries.slice(last + 1))];
}

function corrected(entries: readonly PromiseEntry[]): PromiseEntry[] {
  const latest = new Map<string, EntryContent>();
  for (const { content } of entries) if (content?.kind === 'attended') latest.set(content.sessionId, content);
  const seen = new Set<string>();
  return entries.map((entry) => {
    if (entry.content?.kind !== 'attended') return entry;
    const { sessionId } = entry.content;
    if (seen.has(sessionId)) return { ...entry, content: null };
    seen.add(sessionId);
    return { ...entry, content: latest.get(sessionId) ?? null };
  });
}

function step(state: PromiseState, content: EntryContent, at: Date): PromiseState {
  if (content.kind === 'made') return state.entries > 0 ? state : begun(content, at);
  if (content.kind === 'erased') return { ...state, ...content.stands };
  if (!state.owed) return content.kind === 'attended' && state.keptIn === content.sessionId ? attended({ ...state, state: 'made', owed: true, keptIn: null }, content) : state;
  switch (content.kind) {
    case 'scheduled':
      return { ...state, state: state.state === 'partly kept' || state.unexplained ? state.state : 'scheduled', sessionId: content.sessionId };
    case 'unscheduled':
      return state.sessionId === content.sessionId ? { ...state, state: state.state === 'scheduled' ? 'made' : state.state, sessionId: null } : state;
    case 'attended':
      return attended(state, content);
    case 'fell through':
      return missed(state, content.sessionId);
    case 'explained':
      return explained(state, content.newDate);
    case 'enough':
      return state.state === 'partly kept' ? { ...state, owed: false, unexplained: false, sessionId: null } : state;
    case 'released':
      return { ...state, state: 'released', owed: false, unexplained: false, sessionId: null };
    case 'paused':
      return { ...state, paused: true, state: state.state === 'scheduled' ? 'made' : state.state, sessionId: null };
    case 'resumed':
      return { ...state, paused: false, dueOn: content.dueOn };
    case 'closed':
      return { ...state, state: 'closed', owed: false, unexplained: false, paused: false, sessionId: null };
    case 'asked':
      return { ...state, declined: 0 };
    case 'confirmed':
    case 'disputed':
    case 'answered':
    case 'escalated':
      return state;
  }
}

function begun(content: Extract<EntryContent, { kind: 'made' }>, at: Date): PromiseState {
  const { residentId, wishId, activityId, lifeFactId, standingId = null, words, level, madeBy, dueOn } = content;
  return { ...UNKNOWN, residentId, wishId, activityId, lifeFactId, standingId, words, level, madeBy, dueOn, madeAt: at };
}

function attended(state: PromiseState, { sessionId, level, leftEarly }: Extract<EntryContent, { kind: 'attended' }>): PromiseState {
  const left = state.sessionId === sessionId ? null : state.sessionId;
  const open: PromiseState = { ...state, sessionId: left, declined: 0 };
  switch (effectOf(state.level, level, leftEarly)) {
    case 'kept':
      return { ...open, state: 'kept', owed: false, unexplained: false, sessionId: null, keptIn: sessionId };
    case 'partly kept':
      return { ...open, state: 'partly kept' };
    case 'declined':
      return { ...open, state: state.state === 'scheduled' && left === null ? 'made' : state.state, declined: state.declined + 1 };
    case 'missed':
      return missed(open, sessionId);
  }
}

/** One miss until it is explained, however often it is said. */
function missed(state: PromiseState, sessionId: string | null): PromiseState {
  const next = state.sessionId === sessionId ? null : state.sessionId;
  return { ...state, state: 'not kept', unexplained: true, misses: state.unexplained ? state.misses : state.misses + 1, sessionId: next };
}

/** An explanation of what nobody had entered as a miss (the date had simply passed) is the miss as well. */
function explained(state: PromiseState, newDate: Day | null): PromiseState {
  const misses = state.unexplained ? state.misses : state.misses + 1;
  if (newDate === null) return { ...state, state: 'not kept', unexplained: false, misses };
  return { ...state, state: state.sessionId === null ? 'made' : 'scheduled', unexplained: false, misses, dueOn: newDate };
}
