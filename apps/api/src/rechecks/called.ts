/** What every id of a week's problem is called, to be handed to a thread. */
import type { StatedWeek } from '../planning/week-records.ts';

export function calledIn({ problem, names }: Pick<StatedWeek, 'problem' | 'names'>): ReadonlyMap<string, string> {
  const all = (kind: Parameters<typeof names.call>[0], items: readonly { readonly id: string }[]) => items.map(({ id }) => [id, names.call(kind, id)] as const);
  const told = problem.published.flatMap(({ staff, vehicles }) => [...staff, ...vehicles.map(({ driver }) => driver)]).map((id) => ({ id }));
  return new Map([
    ...all('resident', problem.residents), ...all('staff', [...problem.staff, ...told]), ...all('activity', problem.activities), ...all('room', problem.rooms), ...all('vehicle', problem.vehicles),
    ...all('routine', problem.routines),
  ]);
}
