/** What people were told and what a plan does instead: who loses, moves, gains, and which staff are asked to do something else. */
import type { Facts } from '../facts.ts';
import type { Activity, Problem, Session, Span } from '../problem.ts';
import { factsOf } from '../facts.ts';
import { keptPromises } from '../score.ts';
import { lengthOf } from '../problem.ts';
import { dayOf, isInside, overlaps } from '../span.ts';

/** A resident at one session, and what of theirs hangs on it. */
export type Attendance = {
  readonly resident: string;
  readonly activity: string;
  readonly start: number;
  /** Ids of promises: for a loss those no longer kept at all, for a gain those kept only now. */
  readonly promises: readonly string[];
  /** Ids of routines: for a loss those with an occurrence no longer honoured, for a gain those honoured only now. */
  readonly routines: readonly string[];
};

export type Loss = Attendance & { readonly kind: 'lost' };
export type Gain = Attendance & { readonly kind: 'gained' };
/** The same activity at another time, or another activity that keeps the same promise; `promises` and `routines` are those lost all the same. */
export type Move = Attendance & { readonly kind: 'moved'; readonly to: { readonly activity: string; readonly start: number } };

/** What a member of staff does in one session. */
export type Doing = { readonly activity: string; readonly start: number; readonly drives: boolean };
/** Somebody asked to do something (`was` null), something else, or no longer needed (`now` null). */
export type StaffChange = { readonly staff: string; readonly was: Doing | null; readonly now: Doing | null };

/** A session held as told, but in another room or with other vehicles. */
export type PlaceChange = { readonly activity: string; readonly start: number; readonly kind: 'room' | 'vehicle'; readonly was: readonly string[]; readonly now: readonly string[] };

export type Differences = {
  /** How many (resident, activity, start) people were told of the plan does not hold: `losses` and `moves` together. */
  readonly changes: number;
  readonly losses: readonly Loss[];
  readonly moves: readonly Move[];
  readonly gains: readonly Gain[];
  readonly staffChanges: readonly StaffChange[];
  readonly placeChanges: readonly PlaceChange[];
};

/** The facts of what was published, as residents know it: a session stays one when its vehicle or a member of its staff is gone for good. */
export function toldFacts(problem: Problem): Facts {
  return factsOf(problem, { instance: problem.id, sessions: problem.published.map((session) => ({ ...session, room: null, vehicles: [], staff: [] })) });
}

/** Everything in which a plan differs from what was published: `before` are the facts of the one, `after` of the other. */
export function differencesOf(before: Facts, after: Facts): Differences {
  const { problem } = before;
  const told = attendancesOf(before);
  const held = attendancesOf(after);
  const gone = [...told].filter(([key]) => !held.has(key)).map(([, one]) => one);
  const come = [...held].filter(([key]) => !told.has(key)).map(([, one]) => one);
  const [keptBefore, keptAfter] = [promisesIn(before), promisesIn(after)];
  const [honouredBefore, honouredAfter] = [honouredIn(before), honouredIn(after)];
  const withPromises = (one: Seen, minus: ReadonlySet<string>, minusHonoured: ReadonlySet<string>): Attendance => ({
    resident: one.resident,
    activity: one.activity.id,
    start: one.span[0],
    promises: promisesMet(problem, one).filter((id) => !minus.has(id)),
    routines: [...new Set(occurrencesMet(problem, one).filter((key) => !minusHonoured.has(key)).map(routineOf))],
  });
  const moves: Move[] = [];
  const losses: Loss[] = [];
  const arrivals = new Set(come);
  for (const one of gone) {
    const to = destinationOf(problem, one, arrivals);
    const attendance = withPromises(one, keptAfter, honouredAfter);
    if (to) {
      arrivals.delete(to);
      moves.push({ ...attendance, kind: 'moved', to: { activity: to.activity.id, start: to.span[0] } });
    } else losses.push({ ...attendance, kind: 'lost' });
  }
  const gains = [...arrivals].map((one): Gain => ({ ...withPromises(one, keptBefore, honouredBefore), kind: 'gained' }));
  return { changes: gone.length, losses, moves, gains, staffChanges: staffChangesOf(problem, after), placeChanges: placeChangesOf(problem, after) };
}


type Seen = { readonly resident: string; readonly activity: Activity; readonly span: Span };

function attendancesOf({ sessions }: Facts): Map<string, Seen> {
  return new Map(
    sessions.flatMap(({ residents, activity, span }) =>
      residents.map(({ id }) => [JSON.stringify([id, activity.id, span[0]]), { resident: id, activity, span }] as const),
    ),
  );
}

/** Where somebody goes instead: the same activity at the nearest time, or whatever keeps the same promise. */
function destinationOf(problem: Problem, gone: Seen, arrivals: ReadonlySet<Seen>): Seen | undefined {
  const promises = promisesMet(problem, gone);
  const own = [...arrivals].filter(({ resident }) => resident === gone.resident);
  const nearest = (some: readonly Seen[]) => some.toSorted((a, b) => Math.abs(a.span[0] - gone.span[0]) - Math.abs(b.span[0] - gone.span[0]) || a.span[0] - b.span[0])[0];
  return (
    nearest(own.filter(({ activity }) => activity === gone.activity)) ??
    nearest(own.filter((one) => promisesMet(problem, one).some((id) => promises.includes(id))))
  );
}

function promisesMet({ promises }: Problem, { resident, activity, span }: Seen): string[] {
  return promises.filter((one) => one.resident === resident && one.activities.includes(activity.id) && isInside(span, [one.from, one.to])).map(({ id }) => id);
}

function promisesIn(facts: Facts): Set<string> {
  return new Set(keptPromises(facts).map(({ id }) => id));
}

function occurrencesMet({ routines }: Problem, { resident, activity, span }: Seen): string[] {
  return routines
    .filter((one) => one.resident === resident && one.activity === activity.id)
    .flatMap(({ id, occurrences }) => occurrences.flatMap((occurrence, i) => (isInside(span, occurrence) ? [`${i} ${id}`] : [])));
}

function routineOf(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}

function honouredIn(facts: Facts): Set<string> {
  return new Set([...attendancesOf(facts).values()].flatMap((one) => occurrencesMet(facts.problem, one)));
}

type Task = { readonly key: string; readonly staff: string; readonly doing: Doing };

function doingsOf({ activity, start, staff, vehicles }: Session): Task[] {
  const task = (id: string, drives: boolean): Task => ({ key: JSON.stringify([id, activity, start, drives]), staff: id, doing: { activity, start, drives } });
  return [...staff.map((id) => task(id, false)), ...vehicles.map(({ driver }) => task(driver, true))];
}

/** What each is asked to do is told together with what they are not needed for: at the same time first, then on the same day. */
function staffChangesOf(problem: Problem, { sessions }: Facts): StaffChange[] {
  const length = new Map(problem.activities.map((activity) => [activity.id, lengthOf(activity)]));
  const spanOf = ({ activity, start }: Doing): Span => [start, start + (length.get(activity) ?? 0)];
  const told = new Map(problem.published.flatMap(doingsOf).map((task) => [task.key, task]));
  const held = new Map(sessions.flatMap((session) => doingsOf(heldAsSession(session))).map((task) => [task.key, task]));
  const freed = new Set([...told.values()].filter(({ key }) => !held.has(key)));
  const asked = [...held.values()].filter(({ key }) => !told.has(key));
  const changes = new Map<Task, Task | null>(asked.map((task) => [task, null]));
  const pair = (suits: (was: Doing, now: Doing) => boolean) => {
    for (const [now, was] of changes) {
      const found = was ?? [...freed].find((one) => one.staff === now.staff && suits(one.doing, now.doing));
      if (was || !found) continue;
      changes.set(now, found);
      freed.delete(found);
    }
  };
  pair((was, now) => overlaps(spanOf(was), spanOf(now)));
  pair((was, now) => dayOf(was.start) === dayOf(now.start));
  return [
    ...[...changes].map(([now, was]): StaffChange => ({ staff: now.staff, was: was?.doing ?? null, now: now.doing })),
    ...[...freed].map((was): StaffChange => ({ staff: was.staff, was: was.doing, now: null })),
  ];
}

function heldAsSession({ activity, span, staff, driving }: Facts['sessions'][number]): Session {
  return { activity: activity.id, start: span[0], room: null, vehicles: driving.map(({ vehicle, driver }) => ({ vehicle: vehicle.id, driver: driver.id })), staff: staff.map(({ id }) => id), residents: [] };
}

function placeChangesOf({ published }: Problem, { sessions }: Facts): PlaceChange[] {
  return sessions.flatMap(({ activity, span, room, driving, residents }): PlaceChange[] => {
    const told = counterpartOf(published, { activity: activity.id, start: span[0], residents: residents.map(({ id }) => id) });
    if (!told) return [];
    const place = { activity: activity.id, start: span[0] };
    const [was, now] = [told.vehicles.map(({ vehicle }) => vehicle).sort(), driving.map(({ vehicle }) => vehicle.id).sort()];
    return [
      ...(told.room === (room?.id ?? null) ? [] : [{ ...place, kind: 'room', was: told.room === null ? [] : [told.room], now: room ? [room.id] : [] } as const]),
      ...(was.join() === now.join() ? [] : [{ ...place, kind: 'vehicle', was, now } as const]),
    ];
  });
}

/** The published session this one stands for: the same activity at the same time, sharing most residents. */
export function counterpartOf(published: readonly Session[], { activity, start, residents }: Pick<Session, 'activity' | 'start' | 'residents'>): Session | undefined {
  const shared = (told: Session) => told.residents.filter((id) => residents.includes(id)).length;
  return published.filter((told) => told.activity === activity && told.start === start).sort((a, b) => shared(b) - shared(a))[0];
}
