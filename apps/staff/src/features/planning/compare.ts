/** Two plans of one week beside each other: what each keeps, who has nothing in it, and what differs by session and by person. */
import { crewOf, differences } from '@promenade/domain/planning/since';
import type { Names } from '@promenade/planner/names';
import type { Session } from '@promenade/planner/problem';
import { type Outlook, type Week, outlookOf } from './board.ts';
import { words } from './words.ts';
import { inARow } from '@promenade/ui/words.ts';

/** One line of what differs: how it is in the one, how it is in the other; null where it is not. */
export type Line = { readonly what: string; readonly a: string | null; readonly b: string | null };

export type Comparison = {
  readonly outlooks: readonly [Outlook, Outlook];
  /** Promises that only the one or only the other has a place for. */
  readonly onlyKept: readonly [readonly string[], readonly string[]];
  /** People who have nothing in the one, or in the other. */
  readonly nothing: readonly [readonly string[], readonly string[]];
  readonly sessions: readonly Line[];
  readonly people: readonly Line[];
  readonly same: number;
};

type Place = Pick<Week, 'problem' | 'names' | 'begun'>;

export function comparePlans(week: Place, a: readonly Session[], b: readonly Session[]): Comparison {
  const { names } = week;
  const outlooks = [outlookOf({ ...week, live: { sessions: a } }), outlookOf({ ...week, live: { sessions: b } })] as const;
  const unkept = outlooks.map(({ notKept }) => new Map(notKept.map(({ id, name, what }) => [id, `${name} (${what})`]))) as [Map<string, string>, Map<string, string>];
  const onlyIn = (mine: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) => [...other].filter(([id]) => !mine.has(id)).map(([, said]) => said);
  const different = differences(a, b);
  return {
    outlooks,
    onlyKept: [onlyIn(unkept[0], unkept[1]), onlyIn(unkept[1], unkept[0])],
    nothing: [outlooks[0].nothingYet, outlooks[1].nothingYet],
    sessions: different.map(({ from, to }) => ({ what: names.call('activity', (to ?? from).activity), a: from && sayWhole(from, names), b: to && sayWhole(to, names) })),
    people: peopleThatDiffer(week, a, b),
    same: a.length - different.filter(({ from }) => from !== null).length,
  };
}

/** 'Tue 11:00 in the Lounge, with Ada Bell; Bob and Dot' */
function sayWhole(session: Session, names: Names): string {
  const crew = crewOf(session).map((id) => names.call('staff', id));
  const where = [...(session.room === null ? [] : [session.room]), ...session.vehicles.map(({ vehicle }) => vehicle)].map((id) => names.call('room', id));
  return words.compare.whole(names.when(session.start), inARow(where), inARow(crew), inARow(session.residents.map((id) => names.call('resident', id))));
}

/** Per person: what they have in the one and not in the other. */
function peopleThatDiffer({ problem, names }: Place, a: readonly Session[], b: readonly Session[]): Line[] {
  const [mineA, mineB] = [timesOf(a), timesOf(b)];
  return problem.residents.flatMap(({ id }): Line[] => {
    const [inA, inB] = [mineA.get(id) ?? [], mineB.get(id) ?? []];
    const say = (mine: readonly Session[], other: readonly Session[]) =>
      mine.filter(({ activity, start }) => !other.some((one) => one.activity === activity && one.start === start)).toSorted((x, y) => x.start - y.start).map(({ activity, start }) => `${names.call('activity', activity)}, ${names.when(start)}`);
    const [onlyA, onlyB] = [say(inA, inB), say(inB, inA)];
    return onlyA.length + onlyB.length === 0 ? [] : [{ what: names.call('resident', id), a: onlyA.join('; ') || null, b: onlyB.join('; ') || null }];
  }).toSorted((x, y) => x.what.localeCompare(y.what, 'en-GB'));
}

function timesOf(sessions: readonly Session[]): ReadonlyMap<string, readonly Session[]> {
  const mine = new Map<string, Session[]>();
  for (const session of sessions) for (const id of session.residents) mine.set(id, [...(mine.get(id) ?? []), session]);
  return mine;
}
