/** Sheets for staff on duty: the day, the outing and the drive. They hold what people need and who to ring, and stay with the shift. */
import { wholeName } from '@promenade/domain/people/name';
import { sayRatio } from '@promenade/domain/people/support';
import { sayOnDuty } from '@promenade/domain/prints/changes';
import { floorThrough } from '@promenade/domain/prints/floor';
import { weekBounds } from '@promenade/domain/planning/week';
import { MINUTES_A_DAY, type Day, type Span, daysBetween, overlaps, wallMinute } from '@promenade/domain/shared/time';
import { In } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { ResidentEntity, RoutineEntity } from '../people/people.entities.ts';
import { dueBetween } from '../people/recurrence.ts';
import { stateWeek } from '../planning/week-records.ts';
import { PromiseEntity } from '../promises/promises.entities.ts';
import { StaffEntity } from '../staff/staff.entities.ts';
import { VehicleEntity } from '../transport/transport.entities.ts';
import { type PrintedSession, type PrintedWeek, hoursOf, isOff, onDay, printedWeek, sayMinute } from './printed-week.ts';
import type { DaySheetType, DutyPersonType, DutySessionType, OnShiftType } from './prints.graphql.ts';

/** A day's sessions with everyone and everything in them. */
export type Duty = {
  readonly week: PrintedWeek;
  readonly sessions: readonly PrintedSession[];
  readonly residents: ReadonlyMap<string, ResidentEntity>;
  readonly staff: ReadonlyMap<string, StaffEntity>;
  readonly vehicles: ReadonlyMap<string, VehicleEntity>;
};

const fullName = ({ givenName, familyName }: StaffEntity) => `${givenName} ${familyName}`.trim();
const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));

export async function dutyOn(tx: Tx, day: Day, draftId: string | null): Promise<Duty> {
  const { homeId, zone } = tx.actor;
  const week = await printedWeek(tx, day, draftId);
  return {
    week, sessions: onDay(zone, week, day),
    residents: byId(await tx.em.findBy(ResidentEntity, { homeId, status: 'living here' })),
    staff: byId(await tx.em.findBy(StaffEntity, { homeId })),
    vehicles: byId(await tx.em.findBy(VehicleEntity, { homeId })),
  };
}

export const staffName = ({ staff }: Duty, id: string) => {
  const row = staff.get(id);
  return row ? fullName(row) : '';
};

export function isInWheelchair({ wheelchair }: ResidentEntity, isOut: boolean): boolean {
  return wheelchair === 'always' || (isOut && wheelchair === 'out');
}

/** Sessions together after which somebody counts as known. */
const KNOWN_AFTER = 2;

/** Pairs of 'resident staff' who know each other: two sessions together, or named as somebody they like. */
async function whoKnowsWhom(tx: Tx, duty: Duty): Promise<ReadonlySet<string>> {
  const residents = duty.sessions.flatMap((session) => session.residents);
  const staff = duty.sessions.flatMap((session) => session.staff);
  const rows = await tx.em.query<{ pair: string }[]>(
    `SELECT r.resident_id || ' ' || t.staff_id AS pair
     FROM booking r JOIN booking t ON t.home_id = r.home_id AND t.session_id = r.session_id AND t.staff_id = ANY($3::uuid[])
     JOIN session s ON s.home_id = r.home_id AND s.id = r.session_id
     WHERE r.home_id = $1 AND r.resident_id = ANY($2::uuid[]) AND s.status = 'planned' AND s.ends_at <= $4
       AND NOT EXISTS (SELECT 1 FROM session_report n WHERE n.home_id = s.home_id AND n.session_id = s.id AND NOT n.ran)
       AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.home_id = s.home_id AND a.session_id = s.id AND a.resident_id = r.resident_id AND a.level IN ('declined', 'not offered'))
     GROUP BY 1 HAVING count(DISTINCT s.id) >= ${KNOWN_AFTER}
     UNION SELECT p.resident_id || ' ' || p.staff_id FROM staff_preference p WHERE p.home_id = $1 AND p.kind = 'prefers' AND p.resident_id = ANY($2::uuid[])`,
    [tx.actor.homeId, residents, staff, tx.now],
  );
  return new Set(rows.map(({ pair }) => pair));
}

function promisesOf(tx: Tx, day: Day, sessions: readonly PrintedSession[]): Promise<PromiseEntity[]> {
  const { homeId } = tx.actor;
  return tx.em.find(PromiseEntity, { where: [{ homeId, owed: true, dueOn: day }, { homeId, owed: true, sessionId: In(sessions.map(({ id }) => id)) }], order: { dueOn: 'ASC', id: 'ASC' } });
}

/** The sessions of a day as whoever works them needs them. */
export async function dutySessions(tx: Tx, duty: Duty, promises: readonly PromiseEntity[]): Promise<DutySessionType[]> {
  const known = await whoKnowsWhom(tx, duty);
  return duty.sessions.map((session): DutySessionType => ({
    id: session.id, ...hoursOf(tx.actor.zone, session), activityName: session.activity.name, picture: session.activity.picture, place: session.place,
    isOut: session.activity.setting === 'out', isOff: isOff(session), change: session.change && sayOnDuty(session.change, sayMinute),
    staff: session.staff.map((id) => staffName(duty, id)),
    drives: session.vehicles.map(({ vehicle, driver }) => ({ vehicle: duty.vehicles.get(vehicle)?.name ?? '', driver: staffName(duty, driver) })),
    bring: session.activity.equipment, watchFor: session.activity.watchFor,
    people: session.residents.flatMap((id) => duty.residents.get(id) ?? []).map((resident) => personIn(duty, session, resident, known, promises)).toSorted((a, b) => a.name.localeCompare(b.name)),
  }));
}

function personIn(duty: Duty, session: PrintedSession, resident: ResidentEntity, known: ReadonlySet<string>, promises: readonly PromiseEntity[]): DutyPersonType {
  const isOut = session.activity.setting === 'out';
  const ratio = isOut ? { staff: resident.supportOutStaff, residents: resident.supportOutResidents } : { staff: resident.supportInStaff, residents: resident.supportInResidents };
  return {
    residentId: resident.id, name: wholeName(resident), room: resident.room, support: ratio.staff === 0 ? 'No staff of their own' : sayRatio(ratio), inWheelchair: isInWheelchair(resident, isOut),
    transfers: resident.transfers, communication: resident.communication, risk: isOut ? resident.riskOut : null, riskDo: isOut ? resident.riskDo : null,
    promised: promises.filter(({ residentId, sessionId }) => residentId === resident.id && sessionId === session.id).map(({ words }) => words),
    // Close support by a stranger is what matters: in a group somebody else is about.
    notKnown: ratio.residents === 1 && ratio.staff > 0 ? session.staff.filter((id) => !known.has(`${resident.id} ${id}`)).map((id) => staffName(duty, id)) : [],
  };
}

export async function daySheet(tx: Tx, day: Day, draftId: string | null): Promise<DaySheetType> {
  const { homeId } = tx.actor;
  const duty = await dutyOn(tx, day, draftId);
  const promises = await promisesOf(tx, day, duty.sessions);
  const due = [...(await dueBetween(tx, homeId, day, day)).keys()];
  const routines = await tx.em.find(RoutineEntity, { where: { homeId, id: In(due) }, order: { fromTime: 'ASC', id: 'ASC' } });
  const nameOf = (id: string) => {
    const resident = duty.residents.get(id);
    return resident ? wholeName(resident) : null;
  };
  const here = new Set(duty.sessions.map(({ id }) => id));
  return {
    mark: duty.week.mark, day,
    sessions: await dutySessions(tx, duty, promises),
    routines: routines.flatMap(({ id, residentId, fromTime, toTime, what, help }) => {
      const name = nameOf(residentId);
      return name === null ? [] : [{ id, from: fromTime, to: toTime, name, room: duty.residents.get(residentId)?.room ?? null, what, help }];
    }),
    promises: promises.filter(({ dueOn }) => dueOn === day).flatMap(({ id, residentId, words, madeBy, sessionId }) => {
      const name = nameOf(residentId);
      return name === null ? [] : [{ id, name, words, madeBy, isPlanned: sessionId !== null && here.has(sessionId) }];
    }),
    ...(await onTheFloor(tx, day, duty)),
  };
}

const clock = (minute: number) => `${String(Math.floor((minute % MINUTES_A_DAY) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const sayHours = ([from, to]: Span) => `${clock(from)}–${clock(to)}`;
/** A night shift on one of its two days: 'until 07:45', 'from 20:45'. */
const sayShift = ([from, to]: Span, [begins, ends]: Span) => (from < begins ? `until ${clock(to)}` : to > ends ? `from ${clock(from)}` : sayHours([from, to]));

/** Who is on, their breaks and sessions, and who stays with everybody else: from the same week the planner sees. */
async function onTheFloor(tx: Tx, day: Day, duty: Duty): Promise<Pick<DaySheetType, 'staff' | 'floor'>> {
  const { zone } = tx.actor;
  const { weekStarts } = duty.week;
  // As it stood when the week began, so that shifts are whole and breaks are where the plan has them.
  const { problem } = await stateWeek({ em: tx.em, now: weekBounds(zone, weekStarts).from }, tx.actor, weekStarts);
  const minute = (at: Date) => wallMinute(zone, weekStarts, at);
  const from = daysBetween(weekStarts, day) * MINUTES_A_DAY;
  const today: Span = [from, from + MINUTES_A_DAY];
  const on = (spans: readonly Span[]) => spans.filter((span) => overlaps(span, today));
  const isIn = (id: string, session: PrintedSession) => !isOff(session) && (session.staff.includes(id) || session.vehicles.some(({ driver }) => driver === id));
  const team = problem.staff.map(({ id, shifts, breaks }) => {
    const sessions = duty.week.sessions.filter((session) => isIn(id, session));
    return { id, shifts, breaks, sessions, busy: sessions.map(({ startsAt, endsAt }): Span => [minute(startsAt), minute(endsAt)]) };
  }).filter(({ shifts }) => on(shifts).length > 0);
  return {
    staff: team.toSorted((a, b) => (on(a.shifts)[0]?.[0] ?? 0) - (on(b.shifts)[0]?.[0] ?? 0) || staffName(duty, a.id).localeCompare(staffName(duty, b.id))).map(({ id, shifts, breaks, sessions, busy }): OnShiftType => ({
      name: staffName(duty, id), isAgency: duty.staff.get(id)?.agency ?? false, hours: on(shifts).map((shift) => sayShift(shift, today)), breaks: on(breaks).map(sayHours),
      sessions: sessions.flatMap(({ activity }, n) => (busy[n] && overlaps(busy[n], today) ? [`${sayHours(busy[n])} ${activity.name}`] : [])),
    })),
    floor: floorThrough(problem.floorCover, team, today).map(({ span, least, staying }) => ({ from: clock(span[0]), to: clock(span[1]), least, staying: staying.map((id) => staffName(duty, id)) })),
  };
}
