/** What a repair does to whom, in sentences a coordinator would say. */
import type { Names } from '../names.ts';
import type { Attendance, Differences, Doing, StaffChange } from './told.ts';
import { groupBy } from '../facts.ts';
import { count, inWords } from '../names.ts';

/** One sentence for each session that changes for residents, then for each member of staff, then rooms and vehicles. */
export function sayDifferences({ losses, moves, gains, staffChanges, placeChanges }: Differences, isHeld: (activity: string, start: number) => boolean, names: Names): string[] {
  const who = (some: readonly Attendance[]) => inWords(some.map(({ resident }) => names.call('resident', resident)));
  const what = ({ activity, start }: { activity: string; start: number }) => `${names.call('activity', activity)} on ${names.when(start)}`;
  return [
    ...bySession(losses).map((some) => {
      const first = some[0];
      const sentence = isHeld(first.activity, first.start) ? `${who(some)} no longer ${some.length === 1 ? 'goes' : 'go'} to ${what(first)}` : `${what(first)} is not held: ${who(some)} ${some.length === 1 ? 'loses' : 'lose'} it`;
      return `${sentence}.${sayBroken(some, names)}`;
    }),
    ...bySession(moves, ({ to }) => `${to.start} ${to.activity}`).map((some) => {
      const { to } = some[0];
      const isSame = to.activity === some[0].activity;
      return `${who(some)} ${some.length === 1 ? 'has' : 'have'} ${isSame ? `${names.call('activity', to.activity)} on ${names.when(to.start)}, not on ${names.when(some[0].start)}` : `${what(to)} instead of ${what(some[0])}`}.${sayBroken(some, names)}`;
    }),
    ...bySession(gains).map((some) => `${who(some)} can also go to ${what(some[0])}.${sayKept(some, names)}`),
    ...[...groupBy(staffChanges, ({ staff }) => [staff])].map(([staff, changes]) => sayStaff(staff, changes, names)),
    ...placeChanges.map(({ kind, was, now, ...place }) => {
      const call = (ids: readonly string[]) => (ids.length === 0 ? `no ${kind}` : inWords(ids.map((id) => names.call(kind, id))));
      return kind === 'room' ? `${what(place)} is in ${call(now)}, not in ${call(was)}.` : `${what(place)} takes ${call(now)}, not ${call(was)}.`;
    }),
  ];
}

function bySession<One extends Attendance>(some: readonly One[], also: (one: One) => string = () => ''): [One, ...One[]][] {
  const groups = groupBy(some, (one) => [`${one.activity} ${one.start} ${also(one)}`]);
  return [...groups.values()].flatMap(([first, ...others]): [One, ...One[]][] => (first ? [[first, ...others]] : [])).sort(([a], [b]) => a.start - b.start);
}

/** ' A promise to Ann would not be kept.' and what becomes of routines; nothing when nothing hangs on it. */
function sayBroken(some: readonly Attendance[], names: Names): string {
  const promised = some.filter(({ promises }) => promises.length > 0);
  const used = some.flatMap(({ resident, routines }) => routines.map((id) => `${names.call('routine', id)} of ${names.call('resident', resident)}`));
  return [
    ...(promised.length > 0 ? [` ${promised.length === 1 ? 'A promise' : 'Promises'} to ${residentsOf(promised, names)} would not be kept.`] : []),
    ...(used.length > 0 ? [` ${inWords(used)} would not happen that day.`] : []),
  ].join('');
}

function sayKept(some: readonly Attendance[], names: Names): string {
  const promised = some.filter(({ promises }) => promises.length > 0);
  return promised.length > 0 ? ` That keeps ${promised.length === 1 ? 'a promise' : 'promises'} to ${residentsOf(promised, names)}.` : '';
}

function residentsOf(some: readonly Attendance[], names: Names): string {
  return inWords(some.map(({ resident }) => names.call('resident', resident)));
}

/** 'Sal is asked to drive to shops on Tue 10:30, and is not needed for choir on Tue 11:00 and cafe on Fri 14:30.' */
function sayStaff(staff: string, changes: readonly StaffChange[], names: Names): string {
  const place = ({ activity, start }: Doing) => `${names.call('activity', activity)} on ${names.when(start)}`;
  const asked = changes.flatMap(({ now }) => (now ? [`${now.drives ? 'drive to' : 'help with'} ${place(now)}`] : []));
  const freed = changes.flatMap(({ was, now }) => (was && !(now && isSameSession(was, now)) ? [place(was)] : []));
  const parts = [...(asked.length > 0 ? [`is asked to ${inWords(asked)}`] : []), ...(freed.length > 0 ? [`is not needed for ${inWords(freed)}`] : [])];
  return `${names.call('staff', staff)} ${parts.join(', and ')}.`;
}

function isSameSession(a: Doing, b: Doing): boolean {
  return a.activity === b.activity && a.start === b.start;
}

/** 'Of the 224 places people were told of, 13 change.' */
export function sayShare(changes: number, told: number): string {
  if (changes === 0) return told === 0 ? 'Nobody had been told of anything.' : 'Everything people were told still happens when they were told.';
  return `Of the ${count(told, 'place')} people were told of, ${changes} ${changes === 1 ? 'changes' : 'change'}.`;
}
