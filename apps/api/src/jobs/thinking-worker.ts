/** Thinks about a week in a thread of its own: somebody is waiting, and everybody else is not to notice. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Going, type GoNowLimits, whoCouldGoNow } from '@promenade/planner/go-now';
import { type HelpWeek, type Helps, whatWouldHelp } from '@promenade/planner/help';
import { type Names, plainNames } from '@promenade/planner/names';
import type { Problem, Session } from '@promenade/planner/problem';
import { type Repair, repair } from '@promenade/planner/repair';
import { sayDifferences } from '@promenade/planner/repair/sentences';
import type { Turn } from '@promenade/planner/turns';

export type Question =
  | { readonly kind: 'repairs'; readonly milliseconds: number }
  | { readonly kind: 'go now'; readonly sessions: readonly Session[]; readonly minute: number; readonly waiting: GoNowLimits['waiting'] }
  | { readonly kind: 'help'; readonly weeks: readonly HelpWeek[]; readonly milliseconds: number };

export type Thought = {
  readonly problem: Problem;
  /** What ids are called. */
  readonly called: ReadonlyMap<string, string>;
  readonly question: Question;
};

/** A repair as clients see it: how it differs, in sentences, and the sessions it leaves. */
export type FoundRepair = Pick<Repair, 'kind' | 'changes' | 'asks'> & {
  /** How much of what people were told stays. */
  readonly share: string;
  /** Who loses or moves what. */
  readonly costs: readonly string[];
  /** Who gains what. */
  readonly gains: readonly string[];
  /** Who is asked for what, and which rooms and vehicles change. */
  readonly tasks: readonly string[];
  readonly sessions: readonly Session[];
};

export type SaidTurn = Omit<Turn, 'say'> & { readonly name: string; readonly words: string };

/** Something that could be done now, in sentences. */
export type FoundGoing = Omit<Going, 'say' | 'plan' | 'comes' | 'waits'> & { readonly sentences: readonly string[]; readonly comes: readonly SaidTurn[]; readonly waits: readonly SaidTurn[] };

const NOTHING = { changes: 0, losses: [], moves: [], gains: [], staffChanges: [], placeChanges: [] };

function repairs(problem: Problem, milliseconds: number, names: Names): FoundRepair[] {
  return repair(problem, { seed: 1, now: () => performance.now(), until: milliseconds }).map((one) => {
    const { kind, changes, asks, plan, losses, moves, gains, staffChanges, placeChanges } = one;
    const isHeld = (activity: string, start: number) => plan.sessions.some((session) => session.activity === activity && session.start === start);
    return {
      kind, changes, asks,
      share: one.say(names)[0] ?? '',
      costs: sayDifferences({ ...NOTHING, losses, moves }, isHeld, names),
      gains: sayDifferences({ ...NOTHING, gains }, isHeld, names),
      tasks: sayDifferences({ ...NOTHING, staffChanges, placeChanges }, isHeld, names).filter((sentence) => sentence !== ''),
      sessions: plan.sessions.toSorted((a, b) => a.start - b.start || (a.activity < b.activity ? -1 : 1)),
    };
  });
}

function goings(problem: Problem, { sessions, minute, waiting }: Extract<Question, { kind: 'go now' }>, names: Names): FoundGoing[] {
  const said = (turns: readonly Turn[]) => turns.map(({ say, ...turn }): SaidTurn => ({ ...turn, name: names.call('resident', turn.resident), words: say(names) }));
  return whoCouldGoNow(problem, { instance: problem.id, sessions }, minute, waiting ? { waiting } : {}).map(({ kind, session, joins, leaves, back, promises, comes, waits, say }) => (
    { kind, session, joins, leaves, back, promises, comes: said(comes), waits: said(waits), sentences: say(names) }));
}

/** What would help most, as far as it is known. */
export type FoundHelp = { readonly lines: readonly string[]; readonly already: readonly string[]; readonly tried: number; readonly of: number };

/** Enough for a home that lacks a driver on every afternoon; further lines say little. */
const MOST_HELPS = 5;

function help({ weeks, milliseconds }: Extract<Question, { kind: 'help' }>, names: Names): FoundHelp {
  const said = ({ helps, already, tried, of }: Helps): FoundHelp => ({
    lines: helps.map(({ say }) => say(names)), tried, of,
    already: already.map(({ resident, activity }) => `${names.call('activity', activity)} to ${names.call('resident', resident)}`),
  });
  const onProgress = (helps: Helps) => parentPort?.postMessage({ kind: 'progress', found: said(helps) });
  return said(whatWouldHelp(weeks, { seed: 1, now: () => performance.now(), until: milliseconds, most: MOST_HELPS, onProgress }));
}

function answer(problem: Problem, question: Question, names: Names): FoundRepair[] | FoundGoing[] | FoundHelp {
  switch (question.kind) {
    case 'repairs':
      return repairs(problem, question.milliseconds, names);
    case 'go now':
      return goings(problem, question, names);
    case 'help':
      return help(question, names);
  }
}

const { problem, called, question } = workerData as Thought;
const names: Names = { ...plainNames(problem), call: (_kind, id) => called.get(id) ?? id };
parentPort?.postMessage({ kind: 'done', found: answer(problem, question, names) });
