/** The quiet list with one thing each that is possible this minute: tested against the rota, the floor, rooms, kit, the plan and the person. */
import { Injectable } from '@nestjs/common';
import { sayMoment, sayNoMoment } from '@promenade/domain/day/quiet';
import { asPlanned, minuteNow } from '@promenade/domain/planning/week';
import { type Day, clockIn, dayIn, instantAt, mondayOf } from '@promenade/domain/shared/time';
import { momentsNow } from '@promenade/planner/moments-now';
import type { Tx } from '../db/db.ts';
import { stateWeek } from '../planning/week-records.ts';
import type { QuietNow, QuietPerson } from './day.graphql.ts';
import { becauseOf, notWanted, quietOn, withoutKit } from './quiet.reads.ts';

const NONE: Omit<QuietNow, keyof QuietPerson | 'why'> = { activityId: null, activityName: null, picture: null, because: null };

@Injectable()
export class QuietService {
  async now(tx: Tx): Promise<QuietNow[]> {
    const { zone } = tx.actor;
    const today = dayIn(zone, tx.now);
    const quiet = await quietOn(tx, today);
    if (quiet.length === 0) return [];
    const monday = mondayOf(today);
    const week = await stateWeek(tx, tx.actor, monday);
    const [saidNo, without, because] = [await notWanted(tx, today), await withoutKit(tx), await becauseOf(tx)];
    const sessions = week.told.map(asPlanned);
    const minute = minuteNow(zone, monday, tx.now);
    const found = new Map(momentsNow(week.problem, { instance: week.problem.id, sessions }, minute, quiet.map(({ residentId }) => residentId), { saidNo, without }).map((each) => [each.resident, each]));
    const { call } = week.names;
    const clock = (at: number) => sayClock(zone, monday, at);
    return quiet.map((person): QuietNow => {
      const one = found.get(person.residentId);
      if (!one || 'why' in one) return { ...person, ...NONE, why: sayNoMoment(person.name, one?.why ?? 'not now', one?.until == null ? null : clock(one.until), one?.activity ? call('activity', one.activity) : null) };
      const { activity, staff, staffUntil, room, roomUntil } = one;
      return {
        ...person, activityId: activity, activityName: call('activity', activity), picture: week.called.activities.find(({ id }) => id === activity)?.picture ?? null,
        because: because.get(`${person.residentId} ${activity}`) ?? null,
        why: sayMoment({ name: person.name, staff: staff.map((id) => call('staff', id)), staffUntil: clock(staffUntil), room: room && call('room', room), roomUntil: roomUntil === null ? null : clock(roomUntil) }),
      };
    });
  }
}

function sayClock(zone: string, monday: Day, minute: number): string {
  return clockIn(zone, instantAt(zone, monday, minute));
}
