/** Rule 7: a session has a room that suits it, free and large enough. */
import type { Held } from '../facts.ts';
import type { Room } from '../problem.ts';
import type { Finding, Rule } from '../rule.ts';
import { count } from '../names.ts';
import { findClashes, times, title } from '../rule.ts';
import { isInsideOne, minutesOutside } from '../span.ts';

export const roomsRule: Rule = {
  number: 7,
  name: 'Rooms suit what happens in them, are free, and hold everyone',
  find: ({ sessions }) => [...sessions.flatMap(findRoomTrouble), ...findClashes(sessions, ({ room }) => (room ? [room] : []), 'room')],
};

function findRoomTrouble(session: Held): Finding[] {
  const { activity, room } = session;
  if (room && activity.rooms.length > 0) return findUnfitRoom(session, room);
  if (room) {
    return [{ sessions: [session], ids: [room.id], amount: 1, say: (names) => `${title(session, names)} takes no room, but has ${names.call('room', room.id)}.` }];
  }
  if (activity.rooms.length === 0) return [];
  return [{ sessions: [session], ids: [activity.id], amount: 1, say: (names) => `${title(session, names)} has no room.` }];
}

function findUnfitRoom(session: Held, room: Room): Finding[] {
  const { activity, span } = session;
  const about = { sessions: [session], ids: [room.id] };
  const found: Finding[] = [];
  if (!activity.rooms.includes(room.id)) {
    found.push({ ...about, amount: 1, say: (names) => `${names.call('activity', activity.id)} cannot be held in ${names.call('room', room.id)}.` });
  }
  if (!isInsideOne(span, room.available)) {
    found.push({
      ...about,
      amount: minutesOutside(span, room.available),
      span,
      say: (names) => `${names.call('room', room.id)} cannot be used for the whole of ${times(session, names)}.`,
    });
  }
  const heads = session.residents.length + session.people.length;
  if (heads > room.capacity) {
    found.push({
      ...about,
      amount: heads - room.capacity,
      say: (names) => `${title(session, names)} brings ${count(heads, 'person', 'people')} into ${names.call('room', room.id)}, which holds ${room.capacity}.`,
    });
  }
  return found;
}
