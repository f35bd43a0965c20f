/** What a sheet says of a session that is not as people were first told: to everybody, to staff, and to one person. */
import { type Difference, crewOf } from '../planning/since.ts';
import type { PlannedSession } from '../planning/week.ts';

const same = (a: readonly string[], b: readonly string[]) => String(a.toSorted()) === String(b.toSorted());
const wheels = ({ vehicles }: PlannedSession) => vehicles.map(({ vehicle }) => vehicle);

/** For the wall: new, moved, other people or another room. Who of the staff goes along is not the wall's to say. */
export function sayOnWall(change: Difference, when: (start: number) => string): string | null {
  const { from, to } = change;
  if (!from) return 'New';
  if (!to) return 'Off';
  if (change.kind === 'moved') return `Moved, was ${when(from.start)}`;
  const what = [!same(from.residents, to.residents) && 'people', from.room !== to.room && 'place'].filter(Boolean);
  return what.length > 0 ? `Changed: ${what.join(', ')}` : null;
}

/** For staff: everything that is different. */
export function sayOnDuty(change: Difference, when: (start: number) => string): string {
  const { from, to } = change;
  if (!from) return 'New';
  if (!to) return 'Off';
  const what = [
    !same(from.residents, to.residents) && 'people', !same(crewOf(from), crewOf(to)) && 'staff', from.room !== to.room && 'place', !same(wheels(from), wheels(to)) && 'vehicle',
  ].filter(Boolean);
  const rest = what.length > 0 ? `${change.kind === 'moved' ? '; other ' : 'Changed: '}${what.join(', ')}` : '';
  return change.kind === 'moved' ? `Moved, was ${when(from.start)}${rest}` : rest || 'Changed';
}

/** For one person: what it means for them; null when nothing of theirs is different. */
export function sayToPerson(change: Difference, residentId: string, when: (start: number) => string): string | null {
  const { from, to } = change;
  const was = from?.residents.includes(residentId) ?? false;
  const is = to?.residents.includes(residentId) ?? false;
  if (is && !was) return 'New';
  if (was && !is) return 'Off';
  if (!was || !from || !to) return null;
  if (change.kind === 'moved') return `Moved, was ${when(from.start)}`;
  return from.room === to.room ? null : 'In another place';
}
