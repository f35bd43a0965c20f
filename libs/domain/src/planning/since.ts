/** What changed in a week since people were first told of it: what is moved, new, off or with others, since when and by whom. */
import { compareSessions, isSame } from './publish.ts';
import type { PlannedSession } from './week.ts';

/** The week as people were told of it at one time. */
export type ToldWeek = { readonly sessions: readonly PlannedSession[]; readonly at: Date; readonly byName: string | null };

export type ChangeKind = 'moved' | 'added' | 'cancelled' | 'other people' | 'other staff' | 'other place';

/** How one session differs between two plans of a week. `other place` is another room or another vehicle. */
export type Difference =
  | { readonly kind: 'added'; readonly from: null; readonly to: PlannedSession }
  | { readonly kind: 'cancelled'; readonly from: PlannedSession; readonly to: null }
  | { readonly kind: Exclude<ChangeKind, 'added' | 'cancelled'>; readonly from: PlannedSession; readonly to: PlannedSession };

export type ChangeSince = Difference & {
  /** Whom it is about: everybody in it, or those who join or leave. */
  readonly residents: readonly string[];
  readonly at: Date;
  readonly byName: string | null;
};

/**
 * What differs between what was told first and what holds now, in order of time. A session that went to another time
 * is one that moved if it is the same activity with somebody in common. Each says since when it is as it is.
 */
export function changesSince(versions: readonly ToldWeek[]): ChangeSince[] {
  const [first, last] = [versions[0], versions.at(-1)];
  if (!first || !last) return [];
  return differences(first.sessions, last.sessions).map((one) => {
    const since = sinceWhen(versions, one);
    return { ...one, residents: concerned(one), at: since.at, byName: since.byName };
  });
}

/** How the sessions of one plan differ from those of another, in order of time. */
export function differences(before: readonly PlannedSession[], after: readonly PlannedSession[]): Difference[] {
  const compared = compareSessions(before, after);
  const gone = compared.flatMap((one) => (one.kind === 'cancelled' ? [one.told] : []));
  const come = compared.flatMap((one) => (one.kind === 'new' ? [one.session] : []));
  const changed = compared.flatMap((one): Difference[] => (one.kind === 'changes' ? [{ kind: kindOf(one.told, one.session), from: one.told, to: one.session }] : []));
  const moved = pairMoved(gone, come);
  const isMoved = (session: PlannedSession) => moved.some(({ from, to }) => from === session || to === session);
  const all: Difference[] = [
    ...changed,
    ...moved,
    ...gone.filter((one) => !isMoved(one)).map((from): Difference => ({ kind: 'cancelled', from, to: null })),
    ...come.filter((one) => !isMoved(one)).map((to): Difference => ({ kind: 'added', from: null, to })),
  ];
  const startOf = ({ from, to }: Difference) => (to ?? from).start;
  return all.toSorted((a, b) => startOf(a) - startOf(b));
}

type Paired = Extract<Difference, { readonly from: PlannedSession; readonly to: PlannedSession }>;

/** Each session that is gone with the one that came for it: most people in common first, then the nearest in time. */
function pairMoved(gone: readonly PlannedSession[], come: readonly PlannedSession[]): Paired[] {
  const pairs = gone
    .flatMap((from) => come.filter(({ activity }) => activity === from.activity).map((to) => ({ from, to, common: to.residents.filter((id) => from.residents.includes(id)).length, apart: Math.abs(to.start - from.start) })))
    .filter(({ common }) => common > 0)
    .toSorted((a, b) => b.common - a.common || a.apart - b.apart);
  const taken = new Set<PlannedSession>();
  return pairs.flatMap(({ from, to }): Paired[] => {
    if (taken.has(from) || taken.has(to)) return [];
    taken.add(from).add(to);
    return [{ kind: 'moved', from, to }];
  });
}

function kindOf(from: PlannedSession, to: PlannedSession): 'other people' | 'other staff' | 'other place' {
  if (String(from.residents.toSorted()) !== String(to.residents.toSorted())) return 'other people';
  return String(crewOf(from)) === String(crewOf(to)) ? 'other place' : 'other staff';
}

/** Everyone who works in it, drivers too, in a fixed order. */
export function crewOf({ staff, vehicles }: PlannedSession): string[] {
  return [...staff, ...vehicles.map(({ driver }) => driver)].toSorted();
}

function concerned({ kind, from, to }: Difference): string[] {
  const [before, after] = [from?.residents ?? [], to?.residents ?? []];
  const all = [...new Set([...before, ...after])];
  const isOnlyPeople = kind === 'other people' && from.room === to.room && String(crewOf(from)) === String(crewOf(to));
  return isOnlyPeople ? all.filter((id) => before.includes(id) !== after.includes(id)) : all;
}

/** The version from which on it is as it is now. */
function sinceWhen(versions: readonly ToldWeek[], { from, to }: Difference): ToldWeek {
  const holds = ({ sessions }: ToldWeek) =>
    to ? sessions.some((one) => isSame(one, to)) : !sessions.some(({ activity, start }) => activity === from.activity && start === from.start);
  const at = versions.findLastIndex((version) => !holds(version)) + 1;
  return versions[Math.min(at, versions.length - 1)] as ToldWeek;
}
