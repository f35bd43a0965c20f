/** What the board's worker is asked and answers. */
import { sayPlacement } from '@promenade/planner/can-we';
import type { Names } from '@promenade/planner/names';
import type { Problem, Session } from '@promenade/planner/problem';
import { type Why, type WayOut, whyNot, whyShort } from '@promenade/planner/why-not';
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
  | { readonly kind: 'why'; readonly about: About };

/** A promise without a place, or a person with too little. */
export type About = { readonly of: 'promise' | 'person'; readonly id: string };
export type WhyAnswer = { readonly title: string; readonly ways: readonly string[] };
export type WorkerAnswer =
  | { readonly kind: 'where'; readonly token: number; readonly fits: readonly (readonly [key: string, fits: boolean])[] }
  | { readonly kind: 'why'; readonly about: About; readonly why: WhyAnswer };

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
    if (ask.kind === 'why' && week) post({ kind: 'why', about: ask.about, why: sayWhyNot(week, ask.about) });
  };
}

/** Why a promise has no place, or a person too little: there is room after all, or what it would take, the easiest first. */
export function sayWhyNot({ problem, sessions, called }: WorkerWeek, { of, id }: About): WhyAnswer {
  const plan = { instance: problem.id, sessions };
  const why = of === 'promise' ? whyNot(problem, plan, id) : whyShort(problem, plan, id);
  return why ? inAnswer(why, namesOf(problem, called)) : { title: words.why.kept, ways: [] };
}

function inAnswer(why: Why, names: Names): WhyAnswer {
  if (why.level === 'kept') return { title: words.why.kept, ways: [] };
  if (why.level === 'room') return { title: words.why.room, ways: why.placements.map((placement) => sentence(sayPlacement(placement, names))) };
  const ways = why.level === 'beside this plan' ? [...why.givingWay, ...why.more] : why.ways;
  if (ways.length === 0) return { title: words.why.noWay, ways: [] };
  return { title: why.level === 'beside this plan' ? words.why.beside : words.why.takes, ways: ways.map((way) => sayWay(way, names)) };
}

function sayWay(way: WayOut, names: Names): string {
  const lost = way.effect.broken.map(({ resident, activities }) => `${names.call('resident', resident)} (${names.call('activity', activities[0] ?? '')})`);
  return sentence(`${way.say(names)}${lost.length > 0 ? `; ${words.why.costs(lost)}` : ''}`);
}

function sentence(said: string): string {
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}.`;
}
