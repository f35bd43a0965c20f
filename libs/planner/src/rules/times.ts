/** Rule 1: sessions run at possible times, and not too often. */
import type { Facts, Held } from '../facts.ts';
import type { Finding, Rule } from '../rule.ts';
import { groupBy } from '../facts.ts';
import { between, count } from '../names.ts';
import { title } from '../rule.ts';
import { DAY, isInsideOne, minutesOutside } from '../span.ts';

export const timesRule: Rule = {
  number: 1,
  name: 'Every session is of something known, at a time it can be held, and not too often',
  find: (facts) => [...findStrangers(facts), ...facts.sessions.flatMap((session) => findBadTimes(facts, session)), ...findTooMany(facts)],
};

function findStrangers({ strangers }: Facts): Finding[] {
  // NOTE: a session with an unknown id was never resolved, so it is named by its place alone.
  return strangers.map(({ index, kind, id }) => ({
    sessions: [{ index } as Held],
    ids: [id],
    amount: 1,
    say: () => `Session ${index + 1} names the ${kind} "${id}", which this home does not have.`,
  }));
}

function findBadTimes({ problem }: Facts, session: Held): Finding[] {
  const { activity, span, there } = session;
  const found: Finding[] = [];
  const off = Math.abs(span[0] % problem.grid);
  const about = { sessions: [session], ids: [activity.id], span };
  if (off !== 0) {
    found.push({ ...about, amount: off, say: (names) => `${title(session, names)} starts between two starting times; they are ${problem.grid} minutes apart.` });
  }
  const horizon = [[0, problem.days * DAY]] as const;
  if (!isInsideOne(span, horizon)) {
    found.push({ ...about, amount: minutesOutside(span, horizon), say: (names) => `${title(session, names)} is not wholly within the days being planned.` });
  }
  if (!isInsideOne(there, activity.windows)) {
    found.push({
      ...about,
      amount: minutesOutside(there, activity.windows),
      say: (names) => `${names.call('activity', activity.id)} cannot be held on ${between(there, names)}: ${names.shut?.(activity.id, there[0]) ?? 'it is not open then.'}`,
    });
  }
  return found;
}

function findTooMany({ sessions }: Facts): Finding[] {
  return [...groupBy(sessions, ({ activity }) => [activity])]
    .filter(([activity, own]) => own.length > activity.maxSessions)
    .map(([activity, own]) => ({
      sessions: own,
      ids: [activity.id],
      amount: own.length - activity.maxSessions,
      say: (names) => `${names.call('activity', activity.id)} is planned ${count(own.length, 'time')}; there can be ${activity.maxSessions} at most.`,
    }));
}
