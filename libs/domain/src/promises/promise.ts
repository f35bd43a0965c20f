/** What a promise is, what can happen to it, and the one fold that says what it has come to. */
import type { AttendanceLevel, NotRunReason } from './happened.ts';
import type { Day } from '../shared/time.ts';

export const LEVELS = ['taking part', 'watching'] as const;
export type Level = (typeof LEVELS)[number];

export const PROMISE_STATES = ['made', 'scheduled', 'kept', 'partly kept', 'not kept', 'released', 'closed'] as const;
export type PromiseStateName = (typeof PROMISE_STATES)[number];

/** What was entered, by kind of entry. Times are on the entry, not in here. */
export type EntryContent =
  | { kind: 'made'; residentId: string; words: string; activityId: string | null; level: Level; dueOn: Day; madeBy: string; madeTo: string; lifeFactId: string | null; wishId: string | null; found: string }
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
  | { kind: 'answered'; by: string; words: string };

export type EntryKind = EntryContent['kind'];

/** What supporters say of a promise, and the answer to it: heard by everyone, and nothing of what is owed changes by it. */
const HEARD_KINDS = ['confirmed', 'disputed', 'answered'] as const satisfies readonly EntryKind[];

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
};

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
  residentId: '', wishId: null, activityId: null, lifeFactId: null, words: '', level: 'taking part', madeBy: '', madeAt: new Date(0), dueOn: '1970-01-01',
  state: 'made', owed: true, unexplained: false, misses: 0, sessionId: null, entries: 0, declined: 0, paused: false,
};

/** What a promise has come to. Total: an entry that makes no sense where it stands changes nothing but the count. */
export function foldPromise(entries: readonly PromiseEntry[]): PromiseState {
  const ordered = [...entries].sort((a, b) => a.seq - b.seq).filter(({ kind }) => !isHeardOnly(kind));
  return withCorrections(ordered).reduce((state, entry) => counted(entry.content === null ? state : step(state, entry.content, entry.at)), UNKNOWN);
}

const counted = (state: PromiseState): PromiseState => ({ ...state, entries: state.entries + 1 });

/** A later word on the same session corrects the earlier one: it counts from where the earlier one stood. */
function withCorrections(entries: readonly PromiseEntry[]): PromiseEntry[] {
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
  if (!state.owed) return state;
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
    case 'confirmed':
    case 'disputed':
    case 'answered':
      return state;
  }
}

function begun(content: Extract<EntryContent, { kind: 'made' }>, at: Date): PromiseState {
  const { residentId, wishId, activityId, lifeFactId, words, level, madeBy, dueOn } = content;
  return { ...UNKNOWN, residentId, wishId, activityId, lifeFactId, words, level, madeBy, dueOn, madeAt: at };
}

function attended(state: PromiseState, { sessionId, level, leftEarly }: Extract<EntryContent, { kind: 'attended' }>): PromiseState {
  const left = state.sessionId === sessionId ? null : state.sessionId;
  const open: PromiseState = { ...state, sessionId: left, declined: 0 };
  switch (effectOf(state.level, level, leftEarly)) {
    case 'kept':
      return { ...open, state: 'kept', owed: false, unexplained: false, sessionId: null };
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
