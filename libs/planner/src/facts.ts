/** A plan with every id replaced by what it stands for: what the rules and the score look at. */
import type { Activity, Plan, Problem, Resident, Room, Routine, Session, Span, Staff, Vehicle } from './problem.ts';
import { lengthOf } from './problem.ts';

/** A session whose ids all stand for something. */
export type Held = {
  /** Its place in the plan. */
  readonly index: number;
  readonly activity: Activity;
  /** From leaving to being back. */
  readonly span: Span;
  /** The part at the place itself. */
  readonly there: Span;
  readonly room: Room | null;
  readonly driving: readonly { readonly vehicle: Vehicle; readonly driver: Staff }[];
  /** Everyone who goes along apart from drivers. */
  readonly staff: readonly Staff[];
  /** Staff and drivers. */
  readonly people: readonly Staff[];
  readonly residents: readonly Resident[];
};

export type Stranger = { readonly index: number; readonly kind: 'activity' | 'room' | 'vehicle' | 'staff' | 'resident'; readonly id: string };

export type Facts = {
  readonly problem: Problem;
  readonly sessions: readonly Held[];
  /** Ids in the plan that stand for nothing; their sessions are not among `sessions`. */
  readonly strangers: readonly Stranger[];
  readonly resident: ReadonlyMap<string, Resident>;
  readonly routinesOf: ReadonlyMap<string, readonly Routine[]>;
  readonly attendedBy: ReadonlyMap<Resident, readonly Held[]>;
};

export function factsOf(problem: Problem, plan: Plan): Facts {
  const known = {
    activity: byId(problem.activities),
    room: byId(problem.rooms),
    vehicle: byId(problem.vehicles),
    staff: byId(problem.staff),
    resident: byId(problem.residents),
  };
  const strangers = plan.sessions.flatMap((session, index) =>
    idsIn(session)
      .filter(([kind, id]) => !known[kind].has(id))
      .map(([kind, id]): Stranger => ({ index, kind, id })),
  );
  const strange = new Set(strangers.map(({ index }) => index));
  const sessions = plan.sessions.flatMap((session, index): Held[] => {
    const activity = known.activity.get(session.activity);
    if (strange.has(index) || activity === undefined) return [];
    const { start } = session;
    const driving = session.vehicles.flatMap((one) => {
      const vehicle = known.vehicle.get(one.vehicle);
      const driver = known.staff.get(one.driver);
      return vehicle && driver ? [{ vehicle, driver }] : [];
    });
    const staff = session.staff.flatMap((id) => known.staff.get(id) ?? []);
    return [{
      index,
      activity,
      span: [start, start + lengthOf(activity)],
      there: [start + activity.travel, start + activity.travel + activity.duration],
      room: session.room === null ? null : (known.room.get(session.room) ?? null),
      driving,
      staff,
      people: [...staff, ...driving.map(({ driver }) => driver)],
      residents: session.residents.flatMap((id) => known.resident.get(id) ?? []),
    }];
  });
  return {
    problem,
    sessions,
    strangers,
    resident: known.resident,
    routinesOf: groupBy(problem.routines, ({ resident }) => [resident]),
    attendedBy: groupBy(sessions, ({ residents }) => residents),
  };
}

/** Items under each of their keys; an item stands under a key as often as it names it. */
export function groupBy<Item, Key>(items: readonly Item[], keysOf: (item: Item) => readonly Key[]): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

function idsIn(session: Session): (readonly [Stranger['kind'], string])[] {
  return [
    ['activity', session.activity] as const,
    ...(session.room === null ? [] : [['room', session.room] as const]),
    ...session.vehicles.flatMap(({ vehicle, driver }) => [['vehicle', vehicle] as const, ['staff', driver] as const]),
    ...session.staff.map((id) => ['staff', id] as const),
    ...session.residents.map((id) => ['resident', id] as const),
  ];
}
