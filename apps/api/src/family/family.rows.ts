/** Rows of the day and of the plan as a family reads them: in words, with who said so. */
import { sayAttended } from '@promenade/domain/family/promise-words';
import { clockIn, dayIn } from '@promenade/domain/shared/time';
import type { FamilyHappeningType, FamilyPhotoType, FamilySessionType } from './family.graphql.ts';
import type { AttendanceRow, RoutineDayRow, SessionRow } from './family.reads.ts';

export function sessionOf({ id, startsAt, endsAt, what, where, setting, staff, status }: SessionRow, zone: string): FamilySessionType {
  return { id, day: dayIn(zone, startsAt), from: clockIn(zone, startsAt), to: clockIn(zone, endsAt), what, where: where ?? (setting === 'home' ? 'At home' : 'Out of the house'), staff, status };
}

const MOODS: Readonly<Record<string, string>> = { happy: 'happy', content: 'content', flat: 'a little flat', upset: 'upset' };

export function happeningOf({ id, startsAt, what, level, mood, leftEarly, note, saidBy, saidAt }: AttendanceRow, person: string, zone: string, photos: FamilyPhotoType[] = []): FamilyHappeningType {
  const felt = mood && MOODS[mood] ? ` ${person} seemed ${MOODS[mood]}.` : '';
  return { id, day: dayIn(zone, startsAt), from: clockIn(zone, startsAt), what, words: `${sayAttended(person, level, leftEarly)}${felt}`, note, saidBy, saidAt, photos };
}

const ROUTINE_STATES: Readonly<Record<string, (person: string) => string>> = {
  'honoured': (person) => `It was part of ${person}’s day, as it should be.`,
  'missed': () => 'It was missed.',
  'not wanted': (person) => `${person} did not want it that day.`,
};

export function routineHappeningOf({ id, day, from, what, state, reason, saidBy, saidAt }: RoutineDayRow, person: string): FamilyHappeningType {
  return { id, day, from, what, words: ROUTINE_STATES[state]?.(person) ?? 'It was written down.', note: reason, saidBy, saidAt, photos: [] };
}
