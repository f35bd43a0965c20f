/** What a legal plan is worth, part by part, in whole points. */
import type { Facts, Held } from './facts.ts';
import type { PromiseWanted, Resident, Session, Span } from './problem.ts';
import { groupBy } from './facts.ts';
import { weightsOf } from './problem.ts';
import { isInside } from './span.ts';

export type Parts = {
  readonly promises: number;
  readonly routines: number;
  readonly value: number;
  readonly preferred: number;
  readonly shortfall: number;
  readonly staff: number;
  readonly changes: number;
};

/** The parts of the score; they add up to it. */
export function scoreParts(facts: Facts): Parts {
  const { problem, sessions } = facts;
  const weights = weightsOf(problem);
  const kept = keptPromises(facts);
  return {
    promises: weights.promise * total(kept, ({ weight }) => weight),
    routines: weights.routine * total(problem.routines, (routine) => routine.weight * honoured(facts, routine.resident, routine.activity, routine.occurrences)),
    value: total([...facts.attendedBy], ([resident, own]) => valueTo(resident, own)),
    preferred: weights.preferred * total(sessions, withSomeoneTheyLike),
    shortfall: minus(weights.shortfall * total(problem.residents, (resident) => hunger(resident.target - attendances(facts, resident)))),
    staff: minus(weights.staff * total(sessions, ({ people, span }) => people.length * quarters(span[1] - span[0]))),
    changes: minus(weights.change * takenBack(problem.published, sessions)),
  };
}

export function scoreOf(parts: Parts): number {
  return total(Object.values(parts), (points) => points);
}

/** The promises this plan keeps. */
export function keptPromises(facts: Facts): PromiseWanted[] {
  return facts.problem.promises.filter((promise) => {
    const resident = facts.resident.get(promise.resident);
    return (
      resident !== undefined &&
      sessionsOf(facts, resident).some(({ activity, span }) => promise.activities.includes(activity.id) && span[0] >= promise.from && span[1] <= promise.to)
    );
  });
}

/** Points lost, in units of the weight, by someone who attends `short` sessions too few: 1, 3, 6, 10 … */
function hunger(short: number): number {
  return short > 0 ? (short * (short + 1)) / 2 : 0;
}

/** Started quarters of an hour. */
export function quarters(minutes: number): number {
  return Math.ceil(minutes / 15);
}

/** What the `nth` attendance (from 0) of an activity worth `value` counts: each half the one before, rounded down. */
function worthAgain(value: number, nth: number): number {
  return Math.floor(value / 2 ** nth);
}

function sessionsOf(facts: Facts, resident: Resident): readonly Held[] {
  return facts.attendedBy.get(resident) ?? [];
}

function attendances(facts: Facts, resident: Resident): number {
  return sessionsOf(facts, resident).length;
}

function honoured(facts: Facts, residentId: string, activity: string, occurrences: readonly Span[]): number {
  const resident = facts.resident.get(residentId);
  const own = resident ? sessionsOf(facts, resident).filter((session) => session.activity.id === activity) : [];
  return occurrences.filter((occurrence) => own.some(({ span }) => isInside(span, occurrence))).length;
}

function valueTo(resident: Resident, own: readonly Held[]): number {
  return total([...groupBy(own, ({ activity }) => [activity.id])], ([activity, times]) =>
    total(times, (_session, nth) => worthAgain(resident.value[activity] ?? 0, nth)),
  );
}

function withSomeoneTheyLike({ residents, people }: Held): number {
  return residents.filter(({ preferredStaff }) => people.some(({ id }) => preferredStaff.includes(id))).length;
}

/** How many (resident, activity, start) people were told of and would lose. */
function takenBack(published: readonly Session[], sessions: readonly Held[]): number {
  const key = (resident: string, activity: string, start: number) => JSON.stringify([resident, activity, start]);
  const held = new Set(sessions.flatMap(({ residents, activity, span }) => residents.map(({ id }) => key(id, activity.id, span[0]))));
  const told = new Set(published.flatMap(({ residents, activity, start }) => residents.map((id) => key(id, activity, start))));
  return [...told].filter((one) => !held.has(one)).length;
}

function total<Item>(items: readonly Item[], points: (item: Item, i: number) => number): number {
  return items.reduce((sum, item, i) => sum + points(item, i), 0);
}

/** NOTE: 0 - 0 is 0, while -0 would show as "-0". */
function minus(points: number): number {
  return 0 - points;
}
