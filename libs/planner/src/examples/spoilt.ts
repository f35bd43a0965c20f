/** Plans with a few things changed that nobody should change: every rule is broken in turn, and several at once. */
import type { Driving, Plan, Problem, Session } from '../problem.ts';
import type { Chance } from '../random.ts';
import { anyOf, chanceFrom, oneOfThem, shuffle } from '../random.ts';
import { DAY } from '../span.ts';

/** The plan with one to three such changes. */
export function spoilt(problem: Problem, plan: Plan, seed: number): Plan {
  return spoiltTimes(problem, plan, chanceFrom(seed), 3);
}

/** The same, up to `most` changes. */
export function spoiltTimes(problem: Problem, plan: Plan, chance: Chance, most: number): Plan {
  const sessions = [...plan.sessions];
  const times = 1 + chance.below(most);
  for (let i = 0; i < times; i += 1) {
    const place = chance.below(sessions.length);
    const session = sessions[place];
    if (!session) continue;
    const next = spoil(problem, session, oneOfThem(sessions, chance) ?? session, chance);
    sessions.splice(place, 1, ...next);
  }
  return { ...plan, sessions };
}

/** What becomes of one session; `other` is one of the same plan, for swaps. */
function spoil(problem: Problem, session: Session, other: Session, chance: Chance): Session[] {
  const any = (items: readonly { readonly id: string }[]) => oneOfThem(items, chance)?.id ?? 'nobody';
  const without = (items: readonly string[]) => shuffle([...items], chance).slice(1);
  const one = (change: Partial<Session>): Session[] => [{ ...session, ...change }];
  const drive = (): Driving => ({ vehicle: any(problem.vehicles), driver: any(problem.staff) });
  const { residents, staff, vehicles, start } = session;
  const ways: readonly (() => Session[])[] = [
    // Times: by the grid, off it, over midnight, out of the horizon, exactly after another.
    () => one({ start: start + problem.grid * (chance.below(9) - 4) }),
    () => one({ start: start + chance.below(3) - 1 }),
    () => one({ start: start + 5 * (chance.below(3) - 1) }),
    () => one({ start: start + DAY * (chance.below(3) - 1) }),
    () => one({ start: DAY * chance.below(problem.days + 1) + 15 * (chance.below(9) - 4) }),
    () => one({ start: -start }),
    () => one({ start: other.start + 15 * chance.below(7) }),
    () => [session, { ...session, start: start + 15 * chance.below(12) }],
    () => [session, { ...session, start: start + DAY }],
    () => [session, session],
    // Residents: one more, one fewer, another, twice, swapped, nobody, everybody.
    () => one({ residents: [...residents, any(problem.residents)] }),
    () => one({ residents: without(residents) }),
    () => one({ residents: [...without(residents), any(problem.residents)] }),
    () => one({ residents: [...residents, ...residents.slice(0, 1)] }),
    () => one({ residents: other.residents }),
    () => one({ residents: [] }),
    () => one({ residents: problem.residents.map(({ id }) => id) }),
    // Staff: the same, and driver and carer at once.
    () => one({ staff: [...staff, any(problem.staff)] }),
    () => one({ staff: without(staff) }),
    () => one({ staff: [...without(staff), any(problem.staff)] }),
    () => one({ staff: [...staff, ...vehicles.map(({ driver }) => driver)] }),
    () => one({ staff: other.staff }),
    () => one({ staff: problem.staff.map(({ id }) => id) }),
    // Rooms and vehicles.
    () => one({ room: chance.next() < 0.3 ? null : any(problem.rooms) }),
    () => one({ room: other.room }),
    () => one({ vehicles: vehicles.slice(1) }),
    () => one({ vehicles: [...vehicles, drive()] }),
    () => one({ vehicles: [...vehicles, ...vehicles] }),
    () => one({ vehicles: vehicles.map(({ vehicle }) => ({ vehicle, driver: any(problem.staff) })) }),
    () => one({ vehicles: vehicles.map(({ driver }) => ({ vehicle: any(problem.vehicles), driver })) }),
    () => one({ vehicles: vehicles.map(({ vehicle }) => ({ vehicle, driver: staff[0] ?? 'nobody' })), staff: staff.slice(1) }),
    // Another activity altogether.
    () => one({ activity: any(problem.activities) }),
    // Strangers of every kind, and one id that stands for something of another kind.
    () => one({ staff: [...staff, 'nobody'] }),
    () => one({ residents: [...residents, any(problem.staff)] }),
    () => one({ activity: 'nothing' }),
    () => one({ room: 'nowhere' }),
    () => one({ vehicles: [...vehicles, { vehicle: 'cart', driver: any(problem.staff) }] }),
    () => one({ vehicles: [...vehicles, { vehicle: any(problem.vehicles), driver: 'constructor' }] }),
  ];
  return anyOf(ways, chance)();
}
