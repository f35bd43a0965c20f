/** How one session differs from what people were told of it, in a sentence. */
import { type Difference, crewOf } from '@promenade/domain/planning/since';
import type { PlannedSession } from '@promenade/domain/planning/week';
import { type Names, inWords } from '@promenade/planner/names';

/** 'Choir has moved from Mon 10:00 to Tue 11:00; with Ada Bell instead of Sam Cole.' */
export function sayChange(change: Difference, names: Names): string {
  const { kind, from, to } = change;
  const what = names.call('activity', (to ?? from).activity);
  const when = ({ start }: PlannedSession) => names.when(start);
  if (kind === 'added') return `${what} on ${when(to)} is new, for ${people(to.residents, names)}.`;
  if (kind === 'cancelled') return `${what} on ${when(from)} is off.`;
  const more = [...whoElse(from, to, names), ...withWhom(from, to, names), ...where(from, to, names)];
  if (kind === 'moved') return `${[`${what} has moved from ${when(from)} to ${when(to)}`, ...more].join('; ')}.`;
  return `${what} on ${when(to)}: ${more.join('; ')}.`;
}

function people(ids: readonly string[], names: Names): string {
  return inWords(ids.map((id) => names.call('resident', id)));
}

function whoElse(from: PlannedSession, to: PlannedSession, names: Names): string[] {
  const joined = to.residents.filter((id) => !from.residents.includes(id));
  const left = from.residents.filter((id) => !to.residents.includes(id));
  return [
    ...(joined.length > 0 ? [`${people(joined, names)} ${joined.length === 1 ? 'joins' : 'join'}`] : []),
    ...(left.length > 0 ? [`${people(left, names)} no longer ${left.length === 1 ? 'goes' : 'go'}`] : []),
  ];
}

function withWhom(from: PlannedSession, to: PlannedSession, names: Names): string[] {
  return instead(crewOf(from), crewOf(to), (ids) => `with ${inWords(ids.map((id) => names.call('staff', id)))}`);
}

function where(from: PlannedSession, to: PlannedSession, names: Names): string[] {
  const wheels = ({ vehicles }: PlannedSession) => vehicles.map(({ vehicle }) => vehicle).toSorted();
  const rooms = ({ room }: PlannedSession) => (room === null ? [] : [room]);
  return [
    ...instead(rooms(from), rooms(to), (ids) => `in ${inWords(ids.map((id) => names.call('room', id)))}`),
    ...instead(wheels(from), wheels(to), (ids) => `in ${inWords(ids.map((id) => names.call('vehicle', id)))}`),
  ];
}

/** 'with Ada instead of with Sam' reads badly: the second time without its first word. */
function instead(before: readonly string[], after: readonly string[], say: (ids: readonly string[]) => string): string[] {
  const gone = before.filter((id) => !after.includes(id));
  const come = after.filter((id) => !before.includes(id));
  if (gone.length === 0 && come.length === 0) return [];
  if (come.length === 0) return [`no longer ${say(gone)}`];
  return [gone.length === 0 ? `${say(come)} as well` : `${say(come)} instead of ${say(gone).replace(/^\w+ /, '')}`];
}
