/** Writes down what each person is told when a week that people know is changed, in the words they are told it in. */
import { type TellingNames, type TellingWhy, tellingsOf } from '@promenade/domain/planning/tellings';
import { type PlannedSession, asPlanned } from '@promenade/domain/planning/week';
import { type Day, instantAt, sayWhen } from '@promenade/domain/shared/time';
import { type Tx, insertAll } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { StaffEntity } from '../staff/staff.entities.ts';
import { TellingEntity } from './telling.entities.ts';
import type { StatedWeek } from './week-records.ts';

export async function writeTellings(tx: Tx, planId: string, weekStarts: Day, week: StatedWeek, wanted: readonly PlannedSession[], why: TellingWhy): Promise<void> {
  const { homeId, zone, name: toldByName } = tx.actor;
  const staff = new Map((await tx.em.findBy(StaffEntity, { homeId })).map((row) => [row.id, row]));
  const at = (minute: number) => instantAt(zone, weekStarts, minute);
  const { call } = week.names;
  const names: TellingNames = {
    resident: (id) => call('resident', id), activity: (id) => call('activity', id), vehicle: (id) => call('vehicle', id), when: (minute) => sayWhen(zone, at(minute)),
    staff: (id) => call('staff', id),
    given: (id) => (staff.get(id)?.agency ? 'somebody from an agency' : (staff.get(id)?.givenName ?? 'somebody else')),
  };
  const rows = tellingsOf(week.told.map(asPlanned), wanted, names, why).map(({ residentId, staffId, kind, activityId, was, now, words }): TellingEntity => ({
    homeId, id: newId(), planId, residentId, staffId, kind, activityId, words, toldAt: tx.now, toldByName,
    wasAt: was === null ? null : at(was), startsAt: at(now ?? was ?? 0),
  }));
  await insertAll(tx, TellingEntity, rows);
}
