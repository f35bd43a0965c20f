/** Books the people a review needs, so that planning goes round them, and lets go of them again. */
import { Injectable } from '@nestjs/common';
import { type Colleague, MEETING_WORDS, type Sitter, mayMeet } from '@promenade/domain/episodes/meeting';
import { minuteNow } from '@promenade/domain/planning/week';
import { type Day, MINUTES_A_DAY, type Span, dayIn, daysBetween, instantAt, minuteOf, mondayOf, sayWhen, wallMinute } from '@promenade/domain/shared/time';
import { isBlank, wordsOrNull } from '@promenade/domain/shared/words';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import { type Tx, insertAll } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { ActivityEntity } from '../library/library.entities.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { BookingEntity, SessionEntity } from '../planning/planning.entities.ts';
import { waitForWeek } from '../planning/publishing.service.ts';
import { type StatedWeek, stateWeek } from '../planning/week-records.ts';
import { AbsenceEntity, StaffEntity } from '../staff/staff.entities.ts';
import { ReviewMeetingEntity } from './episodes.entities.ts';
import type { StayType } from './episodes.graphql.ts';
import type { BookReviewInput } from './reviews.graphql.ts';
import { stayOf } from './stay.reads.ts';

const REVIEW = 'Review meeting';

type Busy = { readonly span: Span; readonly what: string };

@Injectable()
export class MeetingsService {
  async book(tx: Tx, input: BookReviewInput): Promise<StayType | Refused> {
    const { homeId, zone, accountId, name } = tx.actor;
    const resident = await tx.em.findOneBy(ResidentEntity, { homeId, id: input.residentId });
    if (!resident) throw new NotFound('This person');
    const monday = mondayOf(input.day);
    await waitForWeek(tx, monday);
    if (await tx.em.existsBy(ReviewMeetingEntity, { homeId, id: input.id, residentId: resident.id })) return stayOf(tx, resident.id);
    const staff = await tx.em.findBy(StaffEntity, { homeId, id: In(input.staffIds) });
    if (staff.length !== new Set(input.staffIds).size) throw new NotFound('This member of staff');
    const start = daysBetween(monday, input.day) * MINUTES_A_DAY + minuteOf(input.from);
    const span: Span = [start, start + input.minutes];
    const [startsAt, endsAt] = [instantAt(zone, monday, span[0]), instantAt(zone, monday, span[1])];
    const week = await stateWeek(tx, tx.actor, monday);
    const busy = await this.busyWith(tx, monday, startsAt, endsAt);
    const colleague = (of: { id: string; name: string }, away: readonly Span[]): Colleague => colleagueOf(week, of, away, busy.get(of.id));
    const away = await tx.em.findBy(AbsenceEntity, { homeId, staffId: In([...input.staffIds]), startsAt: LessThan(endsAt), endsAt: MoreThan(startsAt) });
    const wanted = staff.map((each) => colleague({ id: each.id, name: `${each.givenName} ${each.familyName}`.trim() }, away.some(({ staffId, endedAt }) => staffId === each.id && !endedAt) || (each.leftOn !== null && each.leftOn <= input.day) ? [span] : []));
    const floor = { cover: week.problem.floorCover, colleagues: week.called.staff.map((each) => colleague(each, [])) };
    const decision = mayMeet(span, sitterOf(week, resident, busy.get(resident.id)), wanted, floor, minuteNow(zone, monday, tx.now));
    if (!decision.allowed) return refused(MEETING_WORDS, decision.reasons);
    const sessionId = newId();
    await tx.em.insert(SessionEntity, { homeId, id: sessionId, planId: null, activityId: await this.activity(tx), startsAt, endsAt, status: 'planned', cancelledWhy: null, firstId: null, apart: true });
    const one = (role: 'resident' | 'staff', whom: Partial<BookingEntity>): BookingEntity => ({ homeId, id: newId(), sessionId, startsAt, endsAt, role, residentId: null, staffId: null, vehicleId: null, roomId: null, driverId: null, ...whom });
    await insertAll(tx, BookingEntity, [one('resident', { residentId: resident.id }), ...staff.map(({ id }) => one('staff', { staffId: id }))]);
    await tx.em.insert(ReviewMeetingEntity, { homeId, id: input.id, residentId: resident.id, sessionId, place: wordsOrNull(input.place), family: wordsOrNull(input.family), words: null, recordedBy: accountId, recordedByName: name, recordedAt: tx.now });
    return stayOf(tx, resident.id);
  }

  /** Lets everybody go again. What was booked stays readable, with why it was called off. */
  async callOff(tx: Tx, id: string, why: string): Promise<StayType | Refused> {
    const { homeId } = tx.actor;
    const meeting = await tx.em.findOneBy(ReviewMeetingEntity, { homeId, id });
    if (!meeting) throw new NotFound('This review');
    const session = await tx.em.findOneOrFail(SessionEntity, { where: { homeId, id: meeting.sessionId }, lock: { mode: 'pessimistic_write' } });
    if (session.status === 'cancelled' && session.cancelledWhy === why.trim()) return stayOf(tx, meeting.residentId);
    if (session.status !== 'planned' || session.startsAt <= tx.now) return refused(MEETING_WORDS, [{ code: 'MEETING_OVER' }]);
    if (isBlank(why)) return refused(MEETING_WORDS, [{ code: 'NO_WHY' }]);
    await tx.em.delete(BookingEntity, { homeId, sessionId: session.id });
    await tx.em.update(SessionEntity, { homeId, id: session.id }, { status: 'cancelled', cancelledWhy: why.trim() });
    return stayOf(tx, meeting.residentId);
  }

  /** What people and staff are down for at that time, by their id. */
  private async busyWith(tx: Tx, monday: Day, from: Date, to: Date): Promise<ReadonlyMap<string, Busy[]>> {
    const { homeId, zone } = tx.actor;
    const rows = await tx.em.query<{ id: string; what: string; startsAt: Date; endsAt: Date }[]>(
      `SELECT coalesce(b.resident_id, b.staff_id) AS id, a.name AS what, b.starts_at AS "startsAt", b.ends_at AS "endsAt" FROM booking b JOIN session s ON s.home_id = b.home_id AND s.id = b.session_id JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
       WHERE b.home_id = $1 AND s.status = 'planned' AND b.starts_at < $3 AND b.ends_at > $2 AND coalesce(b.resident_id, b.staff_id) IS NOT NULL`, [homeId, from, to]);
    const all = rows.map(({ id, what, startsAt, endsAt }) => ({ id, span: [wallMinute(zone, monday, startsAt), wallMinute(zone, monday, endsAt)] as Span, what: `${what}, ${sayWhen(zone, startsAt)}` }));
    return Map.groupBy(all, ({ id }) => id);
  }

  /** The home's own entry for it: kept apart from what there is to do, so that nobody plans it by itself. */
  private async activity(tx: Tx): Promise<string> {
    const { homeId, zone } = tx.actor;
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('review meeting ' || $1, 0))`, [homeId]);
    const held = await tx.em.findOne(ActivityEntity, { where: { homeId, name: REVIEW, shippedKey: IsNull() }, order: { id: 'ASC' } });
    if (held) return held.id;
    const id = newId();
    await tx.em.insert(ActivityEntity, {
      homeId, id, name: REVIEW, kind: 'social', picture: 'users', setting: 'home', minutes: 45, groupMin: 1, groupMax: 1, baseStaff: 1, skills: {}, driverSupports: false, transport: null, venueId: null, costPence: 0, maxPerWeek: 1,
      hours: [], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: 'What matters to somebody is looked at again with them.', watchFor: [], equipment: [], respect: '', retiredOn: mondayOf(dayIn(zone, tx.now)),
    });
    return id;
  }
}

function colleagueOf({ problem }: StatedWeek, { id, name }: { id: string; name: string }, away: readonly Span[], busy: readonly Busy[] = []): Colleague {
  const known = problem.staff.find((each) => each.id === id);
  return { id, name, shifts: known ? known.shifts.map(([from, to]): Span => [from, to]) : null, breaks: known?.breaks.map(([from, to]): Span => [from, to]) ?? [], away, busy };
}

function sitterOf({ problem }: StatedWeek, { id, preferredName: name, status }: ResidentEntity, busy: readonly Busy[] = []): Sitter {
  return { name, isHere: status === 'living here', unavailable: problem.residents.find((each) => each.id === id)?.unavailable.map(([from, to]): Span => [from, to]) ?? [], busy };
}
