/** Why a place would do, in the few sentences a person wants to hear before they promise. */
import type { Placement } from '@promenade/planner/can-we';
import { inWords, pounds } from '@promenade/planner/names';
import { ratioFor } from '@promenade/planner/support';
import type { StatedWeek } from './week-records.ts';

export function reasonsFor({ problem, names, because }: Pick<StatedWeek, 'problem' | 'names' | 'because'>, { session, joins, cost }: Placement, residentId: string): string[] {
  const activity = problem.activities.find(({ id }) => id === session.activity);
  const resident = problem.residents.find(({ id }) => id === residentId);
  if (!activity || !resident) return [];
  const call = (kind: 'resident' | 'staff' | 'room' | 'vehicle') => (id: string) => names.call(kind, id);
  const name = names.call('resident', residentId);
  const ratio = ratioFor(resident, activity);
  const staff = problem.staff.filter(({ id }) => session.staff.includes(id) || session.vehicles.some(({ driver }) => driver === id));
  const company = session.residents.filter((id) => id !== residentId);
  const liked = staff.filter(({ id }) => resident.preferredStaff.includes(id)).map(({ id }) => call('staff')(id));
  const needed = Object.keys(activity.skills).filter((skill) => (activity.skills[skill] ?? 0) > 0).toSorted();
  const skilled = staff
    .filter(({ id }) => activity.driverSupports || session.staff.includes(id))
    .map(({ id, skills }) => ({ name: call('staff')(id), held: needed.filter((skill) => skills.includes(skill)) }))
    .filter(({ held }) => held.length > 0)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name: who, held }) => `${who} (${held.join(', ')})`);
  const where = activity.setting === 'home' ? 'at home' : 'when out';
  return [
    ...because(residentId, session.activity),
    joins === null ? null : `${name} joins a session that is planned already.`,
    ratio.staff === 0 ? null : `${name} needs ${ratio.staff}:${ratio.residents} support ${where}: ${alongside(session, call('staff'))}.`,
    skilled.length === 0 ? null : `Trained for it: ${inWords(skilled)}.`,
    ...session.vehicles.map(({ vehicle, driver }) => `${call('staff')(driver)} drives ${call('vehicle')(vehicle)}${resident.wheelchair && (problem.vehicles.find(({ id }) => id === vehicle)?.bays ?? 0) > 0 ? `, which has a wheelchair bay free for ${name}` : ''}.`),
    session.room === null ? null : `${call('room')(session.room)} is free.`,
    company.length === 0 ? null : `Together with ${inWords(company.map(call('resident')))}.`,
    liked.length === 0 ? null : `${name} likes to be with ${inWords(liked)}.`,
    cost.pence === 0 ? null : `It costs ${name} ${pounds(cost.pence)}.`,
    'Enough staff stay with everybody else.',
  ].filter((sentence) => sentence !== null);
}

/** Who gives the support: those who go along, or the driver alone where a driver's support counts and nobody else is needed. */
function alongside({ staff, vehicles }: Placement['session'], call: (id: string) => string): string {
  if (staff.length > 0) return `${inWords(staff.map(call))} ${staff.length === 1 ? 'goes' : 'go'} along`;
  return `${inWords(vehicles.map(({ driver }) => call(driver)))} ${vehicles.length === 1 ? 'drives and stays' : 'drive and stay'} with them`;
}
