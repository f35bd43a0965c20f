/** A week as the board shows it: sessions by day and by who or what is in them, and what it is worth to people. */
import type { Search } from '@promenade/domain/planning/search';
import { type SessionChange, compareSessions } from '@promenade/domain/planning/publish';
import { addDays, sayDay } from '@promenade/domain/shared/time';
import { factsOf } from '@promenade/planner/facts';
import { type Names, clock, plainNames } from '@promenade/planner/names';
import { type Problem, type Session, lengthOf } from '@promenade/planner/problem';
import { type Parts, keptPromises, scoreParts } from '@promenade/planner/score';
import { isInside } from '@promenade/planner/span';
import type { ResultOf } from 'gql.tada';
import type { boardDocument } from './planning.graphql.ts';
import { sentences } from './what-breaks.ts';
import { words } from './words.ts';

export type Board = ResultOf<typeof boardDocument>['planBoard'];
export type Begun = Board['begun'][number];
/** The part of a plan that changes while the planner looks. */
export type Live = { version: number; sessions: readonly Session[]; pinned: readonly number[]; score: number | null; search: { state: Search['state'] | 'interrupted'; seconds: number; elapsed: number; steps: number; why: string | null } | null };

/** Everything the screens of a week look at. */
export type Week = {
  readonly id: string;
  readonly weekStarts: string;
  readonly status: string;
  readonly live: Live;
  readonly problem: Problem;
  readonly names: Names;
  readonly called: Board['called'];
  readonly begun: readonly Begun[];
  readonly findings: readonly string[];
  /** What is different from what people were first told, by the sessions it is about. */
  readonly changes: Board['changes'];
};

const DAY = 1440;
export const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

const known = new WeakMap<Board['called'], Names>();

/** What everyone and everything is called in the sentences of this week; the same for the same answer of the server. */
export function namesOf(problem: Problem, called: Board['called']): Names {
  const names = known.get(called) ?? newNames(problem, called);
  known.set(called, names);
  return names;
}

function newNames(problem: Problem, called: Board['called']): Names {
  const said = new Map(Object.values(called).flatMap((list) => list.map(({ id, name }) => [id, list === called.vehicles ? name.replace(/^The /, 'the ') : name] as const)));
  return { ...plainNames(problem), call: (_kind, id) => said.get(id) ?? id };
}

export function weekOf(board: Board, live: Live | null): Week {
  const { plan, called, begun, changes } = board;
  const problem = board.problem as Problem;
  const names = namesOf(problem, called);
  const own: Live = { version: plan.version, sessions: plan.sessions, pinned: plan.pinned, score: plan.score, search: plan.search as Live['search'] };
  const now = live && live.version >= plan.version ? live : own;
  return {
    id: plan.id, weekStarts: plan.weekStarts, status: plan.status, problem, called, begun, changes, live: now,
    names,
    findings: plan.status === 'draft' ? findingsIn(problem, now.sessions.filter((session) => !hasBegun(begun, session)), names) : [],
  };
}

export function findingsIn(problem: Problem, sessions: readonly Session[], names: Names): string[] {
  return sentences(problem, sessions, names);
}

/** Sessions that have begun are told by the records, not by the plan. */
function hasBegun(begun: readonly Begun[], { activity, start }: Session): boolean {
  return begun.some(({ activityId, span }) => activityId === activity && span[0] === start);
}

/** A session with its place in the plan; one that has begun has none. */
export type Shown = { readonly at: number | null; readonly session: Session; readonly from: number; readonly to: number; readonly pinned: boolean };

export function shownSessions({ live, problem, begun }: Week): Shown[] {
  const lengths = new Map(problem.activities.map((activity) => [activity.id, lengthOf(activity)]));
  const ahead = live.sessions.map((session, at): Shown => ({ at, session, from: session.start, to: session.start + (lengths.get(session.activity) ?? 60), pinned: live.pinned.includes(at) })).filter(({ session }) => !hasBegun(begun, session));
  const past = begun.filter(({ span }) => (span[0] ?? -1) >= 0).map((one): Shown => ({
    at: null, from: one.span[0] ?? 0, to: one.span[1] ?? 0, pinned: false,
    session: { activity: one.activityId, start: one.span[0] ?? 0, room: one.room ?? null, vehicles: one.vehicles.map((vehicle) => ({ vehicle, driver: '' })), staff: one.people, residents: one.residents },
  }));
  return [...past, ...ahead].toSorted((a, b) => a.from - b.from || a.to - b.to);
}

export function onDay(shown: readonly Shown[], day: number): Shown[] {
  return shown.filter(({ from }) => Math.floor(from / DAY) === day);
}

/** What a week is worth, in people's terms. */
export type Outlook = {
  readonly promises: readonly [number, number];
  readonly routines: readonly [number, number];
  readonly someone: readonly [number, number];
  readonly enough: readonly [number, number];
  readonly nothingYet: readonly string[];
  /** Who has something, and less than they should: how much more. */
  readonly tooLittle: readonly { readonly id: string; readonly name: string; readonly more: number }[];
  readonly notKept: readonly { readonly id: string; readonly name: string; readonly what: string }[];
  readonly parts: Parts;
};

export function outlookOf({ problem, live, names, begun }: Pick<Week, 'problem' | 'names' | 'begun'> & { readonly live: Pick<Live, 'sessions'> }): Outlook {
  const facts = factsOf(problem, { instance: problem.id, sessions: live.sessions });
  const kept = new Set(keptPromises(facts).map(({ id }) => id));
  const due = problem.routines.flatMap(({ resident, activity, occurrences }) => occurrences.map((span) => ({ resident, activity, span })));
  const honoured = due.filter(({ resident, activity, span }) =>
    facts.sessions.some((session) => session.activity.id === activity && isInside(session.span, span) && session.residents.some(({ id }) => id === resident)));
  const times = timesEach(live.sessions);
  const going = new Set([...times.keys(), ...begun.flatMap(({ residents }) => residents)]);
  const wanting = problem.residents.filter(({ id, target }) => target > 0 || going.has(id));
  const short = wanting.filter(({ id, target }) => (times.get(id) ?? 0) < target);
  const name = (id: string) => names.call('resident', id);
  return {
    promises: [kept.size, problem.promises.length],
    routines: [honoured.length, due.length],
    someone: [wanting.filter(({ id }) => going.has(id)).length, wanting.length],
    enough: [wanting.length - short.length, wanting.length],
    nothingYet: wanting.filter(({ id }) => !going.has(id)).map(({ id }) => name(id)),
    tooLittle: short.filter(({ id }) => going.has(id)).map(({ id, target }) => ({ id, name: name(id), more: target - (times.get(id) ?? 0) })),
    notKept: problem.promises.filter(({ id }) => !kept.has(id)).map(({ id, resident, activities }) => ({ id, name: name(resident), what: names.call('activity', activities[0] ?? '') })),
    parts: scoreParts(facts),
  };
}

/** How many sessions each person has. */
export function timesEach(sessions: readonly Session[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { residents } of sessions) for (const id of residents) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

/** What publishing tells people, one line for each session that is new, changed or gone. */
export type Telling = { readonly kind: 'new' | 'changes' | 'cancelled'; readonly title: string; readonly more: string };

export function tellings({ problem, live, names }: Week): { readonly lines: readonly Telling[]; readonly stays: number } {
  const changes = compareSessions(problem.published, live.sessions);
  const lines = changes.flatMap((change): Telling[] => {
    if (change.kind === 'stays') return [];
    const one = change.session ?? change.told;
    const title = `${names.call('activity', one.activity)}, ${names.when(one.start)}`;
    return [{ kind: change.kind, title, more: moreOf(change, names) }];
  });
  return { lines, stays: changes.length - lines.length };
}

function moreOf(change: SessionChange<Session>, names: Names): string {
  const people = (ids: readonly string[]) => ids.map((id) => names.call('resident', id));
  if (change.kind !== 'changes') return words.publish.with(people((change.session ?? change.told).residents));
  const { told, session } = change;
  const joined = session.residents.filter((id) => !told.residents.includes(id));
  const left = told.residents.filter((id) => !session.residents.includes(id));
  const crew = (one: Session) => [...one.staff, ...one.vehicles.map(({ driver }) => driver)].toSorted();
  const parts = [
    joined.length > 0 ? words.publish.joins(people(joined)) : '',
    left.length > 0 ? words.publish.leaves(people(left)) : '',
    String(crew(told)) === String(crew(session)) ? '' : words.publish.otherStaff(crew(session).map((id) => names.call('staff', id))),
    told.room === session.room || session.room === null ? '' : words.publish.otherRoom(names.call('room', session.room)),
  ];
  return parts.filter(Boolean).join('; ');
}

/** A session as it is sent. A vehicle without a driver yet is not one. */
export function asInput({ activity, start, room, vehicles, staff, residents }: Session) {
  return {
    activity, start, room, staff: [...staff], residents: [...residents],
    vehicles: vehicles.filter(({ vehicle, driver }) => vehicle !== '' && driver !== '').map(({ vehicle, driver }) => ({ vehicle, driver })),
  };
}

export function dayName(weekStarts: string, day: number): string {
  return sayDay(addDays(weekStarts, day));
}

export { clock, hasBegun };
