/** What the board's worker is asked and answers. */
import { canWe, sayPlacement } from '@promenade/planner/can-we';
import { factsOf } from '@promenade/planner/facts';
import { inWords } from '@promenade/planner/names';
import type { Problem, Session } from '@promenade/planner/problem';
import { keptPromises } from '@promenade/planner/score';
import { type Board, namesOf } from './board.ts';
import { whatBreaks } from './what-breaks.ts';
import { words } from './words.ts';

export type WorkerWeek = { readonly problem: Problem; readonly called: Board['called']; readonly sessions: readonly Session[] };
export type Option = { readonly key: string; readonly session: Session };

export type WorkerAsk =
  | { readonly kind: 'week'; readonly week: WorkerWeek }
  /** Which of these may take the place of the session at `at`. A newer question puts an older one aside. */
  | { readonly kind: 'where'; readonly token: number; readonly at: number; readonly options: readonly Option[] }
  | { readonly kind: 'rest' }
  | { readonly kind: 'why'; readonly promiseId: string };

export type WhyAnswer = { readonly title: string; readonly ways: readonly string[] };
export type WorkerAnswer =
  | { readonly kind: 'where'; readonly token: number; readonly fits: readonly (readonly [key: string, fits: boolean])[] }
  | { readonly kind: 'why'; readonly promiseId: string; readonly why: WhyAnswer };

/** So many are judged before what came meanwhile is listened to. */
const AT_ONCE = 12;

export function answerTo(post: (answer: WorkerAnswer) => void): (ask: WorkerAsk) => void {
  let week: WorkerWeek | null = null;
  let current = 0;
  const where = (token: number, at: number, options: readonly Option[]) => {
    if (!week || token !== current || options.length === 0) return;
    const { problem, sessions, called } = week;
    const names = namesOf(problem, called);
    const before = sessions[at] ?? null;
    post({ kind: 'where', token, fits: options.slice(0, AT_ONCE).map(({ key, session }) => [key, whatBreaks(problem, sessions, { before, after: session }, names).length === 0]) });
    setTimeout(() => where(token, at, options.slice(AT_ONCE)));
  };
  return (ask) => {
    if (ask.kind === 'week') week = ask.week;
    if (ask.kind === 'rest') current = 0;
    if (ask.kind === 'where') {
      current = ask.token;
      where(ask.token, ask.at, ask.options);
    }
    if (ask.kind === 'why' && week) post({ kind: 'why', promiseId: ask.promiseId, why: sayWhyNot(week, ask.promiseId) });
  };
}

/** Why a promise has no place: there is one after all, or what it would take, the easiest first. */
export function sayWhyNot({ problem, sessions, called }: WorkerWeek, promiseId: string): WhyAnswer {
  const names = namesOf(problem, called);
  const plan = { instance: problem.id, sessions };
  const promise = problem.promises.find(({ id }) => id === promiseId);
  if (!promise || keptPromises(factsOf(problem, plan)).includes(promise)) return { title: words.why.kept, ways: [] };
  const answer = canWe(problem, plan, promise);
  if (answer.possible) return { title: words.why.room, ways: answer.placements.map((placement) => `${sayPlacement(placement, names)}.`) };
  if (answer.ways.length === 0) return { title: words.why.noWay, ways: [] };
  return { title: words.why.takes, ways: answer.ways.map((way) => `${capital(inWords([way.say(names)]))}.`) };
}

function capital(sentence: string): string {
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}`;
}
