/** Rule 2: the right number of people, each of them wanting it and free to come. */
import type { Facts, Held } from '../facts.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Resident } from '../problem.ts';
import { groupBy } from '../facts.ts';
import { between, count } from '../names.ts';
import { findClashes, title } from '../rule.ts';
import { dayOf, isInside, minutesShared, overlaps } from '../span.ts';

export const residentsRule: Rule = {
  number: 2,
  name: 'Groups are of the right size, and everyone in them wants to come and is free',
  find: (facts) => [
    ...facts.sessions.flatMap(findWrongSize),
    ...facts.sessions.flatMap((session) => session.residents.flatMap((resident) => findUnfit(facts, session, resident))),
    ...findClashes(facts.sessions, ({ residents }) => residents, 'resident'),
    ...[...facts.attendedBy].flatMap(([resident, own]) => findFullDays(facts, resident, own)),
  ],
};

function findWrongSize(session: Held): Finding[] {
  const { min, max } = session.activity.group;
  const size = session.residents.length;
  if (size >= min && size <= max) return [];
  return [{
    sessions: [session],
    ids: [session.activity.id],
    amount: size < min ? min - size : size - max,
    say: (names) => `${title(session, names)} has ${count(size, 'resident')}; it is for ${min === max ? max : `${min} to ${max}`}.`,
  }];
}

/** Whether the activity is for them at all, and whether their own day leaves room for it. */
function findUnfit(facts: Facts, session: Held, resident: Resident): Finding[] {
  const { activity, span } = session;
  const found: Finding[] = [];
  if (!Object.hasOwn(resident.value, activity.id)) {
    found.push({
      sessions: [session],
      ids: [resident.id],
      amount: 1,
      say: (names) => `${names.call('activity', activity.id)} is not for ${names.call('resident', resident.id)}.`,
    });
  }
  for (const away of resident.unavailable.filter((one) => overlaps(span, one))) {
    found.push({
      sessions: [session],
      ids: [resident.id],
      amount: minutesShared(span, away),
      span: away,
      say: (names) => `${names.call('resident', resident.id)} is not free for ${title(session, names)}: they have something else on ${between(away, names)}.`,
    });
  }
  for (const routine of facts.routinesOf.get(resident.id) ?? []) {
    if (!routine.protected) continue;
    for (const occurrence of routine.occurrences) {
      const isTheRoutine = activity.id === routine.activity && isInside(span, occurrence);
      if (isTheRoutine || !overlaps(span, occurrence)) continue;
      found.push({
        sessions: [session],
        ids: [resident.id, routine.id],
        amount: minutesShared(span, occurrence),
        span: occurrence,
        say: (names) => `${title(session, names)} breaks into ${names.call('routine', routine.id)}, which belongs to ${names.call('resident', resident.id)} on ${between(occurrence, names)}.`,
      });
    }
  }
  return found;
}

function findFullDays(facts: Facts, resident: Resident, own: readonly Held[]): Finding[] {
  return [...groupBy(own, ({ span }) => [dayOf(span[0])])].flatMap(([day, onDay]) => {
    const found: Finding[] = [];
    if (onDay.length > resident.maxPerDay) {
      found.push({
        sessions: onDay,
        ids: [resident.id],
        amount: onDay.length - resident.maxPerDay,
        say: (names) => `${names.call('resident', resident.id)} has ${count(onDay.length, 'session')} on ${weekday(onDay, names.when)}; ${resident.maxPerDay} a day is the most for them.`,
      });
    }
    for (const [activity, same] of groupBy(onDay, (session) => [session.activity])) {
      const most = timesADay(facts, resident, activity.id, day);
      if (same.length <= most) continue;
      found.push({
        sessions: same,
        ids: [resident.id, activity.id],
        amount: same.length - most,
        say: (names) => `${names.call('resident', resident.id)} has ${names.call('activity', activity.id)} ${count(same.length, 'time')} on ${weekday(same, names.when)}; ${most} is enough.`,
      });
    }
    return found;
  });
}

/** How often someone may have the same activity on a day: once, or as often as their routines of it begin then. */
export function timesADay({ routinesOf }: Pick<Facts, 'routinesOf'>, resident: Resident, activity: string, day: number): number {
  const occurrences = (routinesOf.get(resident.id) ?? [])
    .filter((routine) => routine.activity === activity)
    .flatMap((routine) => routine.occurrences)
    .filter(([from]) => dayOf(from) === day);
  return Math.max(1, occurrences.length);
}

function weekday(sessions: readonly Held[], when: (minute: number) => string): string {
  return when(sessions[0]?.span[0] ?? 0).replace(/ [\d:]+$/, '');
}
