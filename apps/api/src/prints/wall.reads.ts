/** Sheets that anybody may see: the week for the wall, and each person's own week. No reasons, no support, no health, no family names. */
import { sayOnWall, sayToPerson } from '@promenade/domain/prints/changes';
import { posterNames } from '@promenade/domain/prints/names';
import { type Day, addDays, minuteOf, overlaps } from '@promenade/domain/shared/time';
import { In } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { ActivityEntity } from '../library/library.entities.ts';
import { ResidentEntity, RoutineEntity } from '../people/people.entities.ts';
import { dueBetween } from '../people/recurrence.ts';
import { StaffEntity } from '../staff/staff.entities.ts';
import { type PrintedSession, hoursOf, isOff, printedWeek, sayMinute } from './printed-week.ts';
import type { OwnEntryType, OwnWeeksType, WallSheetType } from './prints.graphql.ts';

type Living = Pick<ResidentEntity, 'id' | 'preferredName' | 'familyName' | 'room'>;

/** Those who live here now, by room: nobody who is in hospital, moved out or died is on a poster. Only what a poster may say is read. */
async function living(tx: Tx): Promise<Living[]> {
  const rows = await tx.em.find(ResidentEntity, { where: { homeId: tx.actor.homeId, status: 'living here' }, select: { id: true, preferredName: true, familyName: true, room: true } });
  const byRoom = new Intl.Collator('en-GB', { numeric: true });
  return rows.toSorted((a, b) => byRoom.compare(a.room ?? '~', b.room ?? '~') || a.preferredName.localeCompare(b.preferredName));
}

export async function wallSheet(tx: Tx, day: Day, draftId: string | null): Promise<WallSheetType> {
  const week = await printedWeek(tx, day, draftId);
  const names = posterNames(await living(tx));
  return {
    mark: week.mark,
    sessions: week.sessions.map((session) => ({
      id: session.id, ...hoursOf(tx.actor.zone, session), activityName: session.activity.name, picture: session.activity.picture, place: session.place,
      isOut: session.activity.setting === 'out', isOff: isOff(session),
      change: session.change && sayOnWall(session.change, sayMinute),
      people: session.residents.flatMap((id) => names.get(id) ?? []).toSorted((a, b) => a.localeCompare(b)),
    })),
  };
}

export async function ownWeeks(tx: Tx, day: Day, draftId: string | null, residentId: string | null): Promise<OwnWeeksType> {
  const { homeId } = tx.actor;
  const week = await printedWeek(tx, day, draftId);
  const people = await living(tx);
  const names = posterNames(people);
  const wanted = people.filter(({ id }) => residentId === null || id === residentId);
  if (residentId !== null && wanted.length === 0) throw new NotFound('This person');
  const routines = Map.groupBy(await tx.em.find(RoutineEntity, { where: { homeId, residentId: In(wanted.map(({ id }) => id)) }, order: { fromTime: 'ASC', id: 'ASC' } }), (routine) => routine.residentId);
  const due = await dueBetween(tx, homeId, week.weekStarts, addDays(week.weekStarts, 6), wanted.map(({ id }) => id));
  const staff = new Map((await tx.em.find(StaffEntity, { where: { homeId }, select: { id: true, givenName: true } })).map(({ id, givenName }) => [id, givenName]));
  const pictures = await picturesOf(tx, [...routines.values()].flat());
  return {
    mark: week.mark,
    people: wanted.map(({ id }) => {
      const sessions = week.sessions.filter((session) => !isOff(session) && session.residents.includes(id));
      const off = week.sessions.filter(({ change }) => change?.from?.residents.includes(id) && sayToPerson(change, id, sayMinute) === 'Off');
      return {
        residentId: id, name: names.get(id) ?? '',
        entries: [
          ...[...sessions, ...off].map((session) => sessionEntry(tx.actor.zone, session, id, staff)),
          ...(routines.get(id) ?? []).flatMap((routine) => routineEntries(tx.actor.zone, due.get(routine.id) ?? [], routine, sessions, pictures)),
        ].toSorted((a, b) => a.day.localeCompare(b.day) || a.from.localeCompare(b.from) || a.what.localeCompare(b.what)),
      };
    }),
  };
}

async function picturesOf(tx: Tx, routines: readonly RoutineEntity[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(routines.flatMap(({ activityId }) => activityId ?? []))];
  const rows = ids.length > 0 ? await tx.em.find(ActivityEntity, { where: { homeId: tx.actor.homeId, id: In(ids) }, select: { id: true, picture: true } }) : [];
  return new Map(rows.map(({ id, picture }) => [id, picture]));
}

function sessionEntry(zone: string, session: PrintedSession, residentId: string, staff: ReadonlyMap<string, string>): OwnEntryType {
  const going = [...session.staff, ...session.vehicles.map(({ driver }) => driver)];
  return {
    id: session.id, ...hoursOf(zone, session), what: session.activity.name, picture: session.activity.picture, place: session.place, isRoutine: false, isEveryDay: false,
    change: session.change && sayToPerson(session.change, residentId, sayMinute),
    withStaff: [...new Set(going)].flatMap((id) => staff.get(id) ?? []),
  };
}

/** The days of a routine; where a session of its activity stands in its time, the session says it already. */
function routineEntries(zone: string, due: readonly Day[], routine: RoutineEntity, sessions: readonly PrintedSession[], pictures: ReadonlyMap<string, string>): OwnEntryType[] {
  const isPlanned = (on: Day) => sessions.some((session) => {
    const { day, from, to } = hoursOf(zone, session);
    return session.activity.id === routine.activityId && day === on && overlaps([minuteOf(from), minuteOf(to)], [minuteOf(routine.fromTime), minuteOf(routine.toTime)]);
  });
  const open = due.filter((day) => !isPlanned(day));
  return open.map((day) => ({
    id: routine.id, day, from: routine.fromTime, to: routine.toTime, what: routine.what, picture: pictures.get(routine.activityId ?? '') ?? null, place: null,
    isRoutine: true, isEveryDay: open.length === 7, change: null, withStaff: [],
  }));
}
