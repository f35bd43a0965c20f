/** Rule 8: whoever travels has a seat or a bay, in a vehicle that is free and has a driver who may drive it. */
import type { Held } from '../facts.ts';
import type { Finding, Rule } from '../rule.ts';
import { count, inWords } from '../names.ts';
import { findClashes, times, title } from '../rule.ts';
import { isInsideOne, minutesOutside } from '../span.ts';

export const vehiclesRule: Rule = {
  number: 8,
  name: 'Everyone who travels has a seat or a bay, and a driver who may drive',
  find: ({ sessions }) => [...sessions.flatMap(findTransportTrouble), ...findClashes(sessions, ({ driving }) => driving.map(({ vehicle }) => vehicle), 'vehicle')],
};

function findTransportTrouble(session: Held): Finding[] {
  const { activity, driving } = session;
  if (activity.transport === 'vehicle' && driving.length > 0) {
    return [...findUnlicensed(session), ...findUnavailable(session), ...findCrowding(session)];
  }
  if (activity.transport === 'vehicle') {
    return [{ sessions: [session], ids: [activity.id], amount: 1, say: (names) => `${title(session, names)} has no vehicle.` }];
  }
  if (driving.length === 0) return [];
  return [{
    sessions: [session],
    ids: driving.map(({ vehicle }) => vehicle.id),
    amount: driving.length,
    say: (names) => `${title(session, names)} takes no vehicle, but has ${vehiclesInWords(session, names)}.`,
  }];
}

function findUnlicensed(session: Held): Finding[] {
  return session.driving
    .filter(({ vehicle, driver }) => !driver.licences.includes(vehicle.licence))
    .map(({ vehicle, driver }) => ({
      sessions: [session],
      ids: [driver.id, vehicle.id],
      amount: 1,
      say: (names) => `${names.call('staff', driver.id)} may not drive ${names.call('vehicle', vehicle.id)}: it takes a licence for ${names.call('licence', vehicle.licence)}.`,
    }));
}

function findUnavailable(session: Held): Finding[] {
  const { span } = session;
  return [...new Set(session.driving.map(({ vehicle }) => vehicle))]
    .filter((vehicle) => !isInsideOne(span, vehicle.available))
    .map((vehicle) => ({
      sessions: [session],
      ids: [vehicle.id],
      amount: minutesOutside(span, vehicle.available),
      span,
      say: (names) => `${names.call('vehicle', vehicle.id)} cannot be used for the whole of ${times(session, names)}.`,
    }));
}

function findCrowding(session: Held): Finding[] {
  const { driving, residents, staff } = session;
  const ids = driving.map(({ vehicle }) => vehicle.id);
  const bays = driving.reduce((sum, { vehicle }) => sum + vehicle.bays, 0);
  const seats = driving.reduce((sum, { vehicle }) => sum + vehicle.seats, 0);
  const wheelchairs = residents.filter(({ wheelchair }) => wheelchair).length;
  const seated = residents.length - wheelchairs + staff.length;
  const found: Finding[] = [];
  if (wheelchairs > bays) {
    found.push({
      sessions: [session],
      ids,
      amount: wheelchairs - bays,
      say: (names) => `${title(session, names)} takes ${count(wheelchairs, 'wheelchair')}; ${vehiclesInWords(session, names)} has ${count(bays, 'bay')}.`,
    });
  }
  if (seated > seats) {
    found.push({
      sessions: [session],
      ids,
      amount: seated - seats,
      say: (names) => `${title(session, names)} takes ${count(seated, 'person', 'people')} who need a seat; ${vehiclesInWords(session, names)} has ${count(seats, 'seat')}.`,
    });
  }
  return found;
}

function vehiclesInWords({ driving }: Held, names: Parameters<Finding['say']>[0]): string {
  return inWords(driving.map(({ vehicle }) => names.call('vehicle', vehicle.id)));
}
