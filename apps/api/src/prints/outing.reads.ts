/** What goes along when people leave the home: a sheet for each outing, and one for each driver. */
import { seatPeople } from '@promenade/domain/prints/seating';
import { posterNames } from '@promenade/domain/prints/names';
import { wholeName } from '@promenade/domain/people/name';
import { type Day, clockIn } from '@promenade/domain/shared/time';
import { In } from 'typeorm';
import type { Tx } from '../db/db.ts';
import type { ResidentEntity } from '../people/people.entities.ts';
import { PromiseEntity } from '../promises/promises.entities.ts';
import { VehicleOffRoadEntity } from '../transport/transport.entities.ts';
import type { VehicleEntity } from '../transport/transport.entities.ts';
import { type Duty, dutyOn, dutySessions, isInWheelchair, staffName } from './duty.reads.ts';
import { type PrintedSession, hoursOf, isOff, travelMinutes } from './printed-week.ts';
import type { ContactOnSheetType, DriverSheetType, DriverTripType, OutingSheetType, SeatTakenType } from './prints.graphql.ts';

const MS_A_MINUTE = 60_000;

/** When they get there and when they set off back, if the way takes as long as the record says. */
function timesThere(zone: string, { startsAt, endsAt, activity, venue }: PrintedSession) {
  const way = travelMinutes(activity, venue) * MS_A_MINUTE;
  return { arrives: clockIn(zone, new Date(startsAt.getTime() + way)), setsOffBack: clockIn(zone, new Date(endsAt.getTime() - way)) };
}

/** Those who may be rung: in the circle, with a number, and they may see what is planned, so that a call tells them nothing new. */
async function contactsOf(tx: Tx, residentIds: readonly string[]): Promise<ReadonlyMap<string, ContactOnSheetType[]>> {
  const rows = await tx.em.query<(ContactOnSheetType & { residentId: string })[]>(
    `SELECT m.resident_id AS "residentId", s.name, m.relation, s.phone FROM circle_member m JOIN supporter s ON s.home_id = m.home_id AND s.id = m.supporter_id
     WHERE m.home_id = $1 AND m.resident_id = ANY($2::uuid[]) AND coalesce(s.phone, '') <> ''
       AND EXISTS (SELECT 1 FROM sharing_consent c WHERE c.home_id = m.home_id AND c.resident_id = m.resident_id AND c.supporter_id = s.id AND c.kind = 'plan' AND c.withdrawn_at IS NULL)
     ORDER BY s.name, s.id`,
    [tx.actor.homeId, residentIds],
  );
  return Map.groupBy(rows, ({ residentId }) => residentId);
}

const PHOTOS: Readonly<Record<ResidentEntity['photoConsent'], string>> = { 'yes': 'Photos: yes', 'no': 'No photos', 'conditional': 'Photos: ask first', 'not asked': 'No photos: nobody has asked yet' };

const sayPhotos = ({ photoConsent, photoConsentWords }: ResidentEntity) => (photoConsentWords ? `${PHOTOS[photoConsent]}. ${photoConsentWords}` : PHOTOS[photoConsent]);

function seatsIn(duty: Duty, session: PrintedSession, nameOf: (resident: ResidentEntity) => string): { seats: SeatTakenType[]; withoutSeat: string[] } {
  if (session.vehicles.length === 0) return { seats: [], withoutSeat: [] };
  const residents = session.residents.flatMap((id) => duty.residents.get(id) ?? []).toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const names = new Map([...residents.map((one) => [one.id, nameOf(one)] as const), ...session.staff.map((id) => [id, staffName(duty, id)] as const)]);
  const { seats, left } = seatPeople(session.vehicles.flatMap(({ vehicle }) => duty.vehicles.get(vehicle) ?? []), [
    ...session.staff.map((id) => ({ id, isStaff: true, inWheelchair: false })),
    ...residents.map((one) => ({ id: one.id, isStaff: false, inWheelchair: isInWheelchair(one, true) })),
  ]);
  return {
    seats: seats.map(({ vehicle, kind, number, person }) => (
      { vehicle: duty.vehicles.get(vehicle)?.name ?? '', kind, number, person: person === null ? null : (names.get(person) ?? ''), isStaff: person !== null && session.staff.includes(person) })),
    withoutSeat: left.map((id) => names.get(id) ?? ''),
  };
}

function sayTravel(duty: Duty, { activity, vehicles }: PrintedSession): string {
  if (vehicles.length > 0) return vehicles.map(({ vehicle, driver }) => `${duty.vehicles.get(vehicle)?.name ?? ''}, ${staffName(duty, driver)} drives`).join('; ');
  return activity.transport === 'walk' ? 'On foot' : 'No transport planned';
}

export async function outingSheets(tx: Tx, day: Day, draftId: string | null): Promise<OutingSheetType[]> {
  const { homeId, zone } = tx.actor;
  const whole = await dutyOn(tx, day, draftId);
  const duty: Duty = { ...whole, sessions: whole.sessions.filter((session) => session.activity.setting === 'out' && !isOff(session)) };
  const promises = await tx.em.findBy(PromiseEntity, { homeId, owed: true, sessionId: In(duty.sessions.map(({ id }) => id)) });
  const known = await dutySessions(tx, duty, promises);
  const contacts = await contactsOf(tx, duty.sessions.flatMap(({ residents }) => residents));
  return duty.sessions.flatMap((session, n): OutingSheetType[] => {
    const sheet = known[n];
    if (!sheet) return [];
    return [{
      mark: duty.week.mark, day, session: sheet, travel: sayTravel(duty, session), ...timesThere(zone, session), costPence: session.activity.costPence, venue: session.venue,
      people: sheet.people.flatMap(({ residentId }) => {
        const resident = duty.residents.get(residentId);
        return resident ? [{ residentId, photos: sayPhotos(resident), contacts: contacts.get(residentId) ?? [] }] : [];
      }),
      ...seatsIn(duty, session, wholeName),
    }];
  });
}

function tripOf(zone: string, duty: Duty, session: PrintedSession, vehicle: VehicleEntity, names: ReadonlyMap<string, string>): DriverTripType {
  const { from, to } = hoursOf(zone, session);
  return {
    sessionId: session.id, activityName: session.activity.name, leaves: from, ...timesThere(zone, session), back: to, driveMinutes: travelMinutes(session.activity, session.venue),
    placeName: session.venue?.name ?? null, address: session.venue?.address ?? null, phone: session.venue?.phone ?? null, parking: session.venue?.access.parking ?? null,
    staff: session.staff.map((id) => staffName(duty, id)),
    seats: seatsIn(duty, session, ({ id, preferredName }) => names.get(id) ?? preferredName).seats.filter((seat) => seat.vehicle === vehicle.name),
  };
}

/** Why a vehicle may not be driven on a day. */
function whyItStays({ id, inspectionDue, insuranceDue }: VehicleEntity, day: Day, sessions: readonly PrintedSession[], off: readonly VehicleOffRoadEntity[]): string | null {
  const standing = off.find(({ vehicleId, startsAt, endsAt }) => vehicleId === id && sessions.some((session) => startsAt < session.endsAt && (endsAt === null || endsAt > session.startsAt)));
  if (standing) return `Off the road: ${standing.why}`;
  if (inspectionDue < day) return 'Its inspection has run out.';
  return insuranceDue < day ? 'Its insurance has run out.' : null;
}

export async function driverSheets(tx: Tx, day: Day, draftId: string | null): Promise<DriverSheetType[]> {
  const { homeId, zone } = tx.actor;
  const duty = await dutyOn(tx, day, draftId);
  const driven = duty.sessions.filter((session) => !isOff(session)).flatMap((session) => session.vehicles.map((one) => ({ session, ...one })));
  const off = await tx.em.findBy(VehicleOffRoadEntity, { homeId, vehicleId: In(driven.map(({ vehicle }) => vehicle)) });
  const names = posterNames([...duty.residents.values()]);
  return [...Map.groupBy(driven, ({ vehicle, driver }) => `${vehicle} ${driver}`).values()].flatMap((trips): DriverSheetType[] => {
    const [first] = trips;
    const vehicle = duty.vehicles.get(first?.vehicle ?? '');
    if (!first || !vehicle) return [];
    const { name, registration, licence, seats, bays, inspectionDue, insuranceDue } = vehicle;
    return [{
      mark: duty.week.mark, day, driver: staffName(duty, first.driver), vehicle: name, registration, licence, seats, bays, inspectionDue, insuranceDue,
      stays: whyItStays(vehicle, day, trips.map(({ session }) => session), off), trips: trips.map(({ session }) => tripOf(zone, duty, session, vehicle, names)),
    }];
  });
}
