/** Rule 4: staff are at work, not on a break, and in one place at a time. */
import type { Held } from '../facts.ts';
import type { Staff } from '../problem.ts';
import type { Finding, Rule } from '../rule.ts';
import { between } from '../names.ts';
import { findClashes, title } from '../rule.ts';
import { isInsideOne, minutesOutside, minutesShared, overlaps } from '../span.ts';

export const staffTimesRule: Rule = {
  number: 4,
  name: 'Staff are on shift, not on a break, and in one session at a time',
  find: ({ sessions }) => [
    ...sessions.flatMap((session) => session.people.flatMap((person) => findAbsence(session, person))),
    ...findClashes(sessions, ({ people }) => people, 'staff'),
  ],
};

function findAbsence(session: Held, person: Staff): Finding[] {
  const { span } = session;
  const found: Finding[] = [];
  if (!isInsideOne(span, person.shifts)) {
    found.push({
      sessions: [session],
      ids: [person.id],
      amount: minutesOutside(span, person.shifts),
      span,
      say: (names) => `${names.call('staff', person.id)} is not on shift for the whole of ${title(session, names)}.`,
    });
  }
  for (const pause of person.breaks.filter((one) => overlaps(span, one))) {
    found.push({
      sessions: [session],
      ids: [person.id],
      amount: minutesShared(span, pause),
      span: pause,
      say: (names) => `${names.call('staff', person.id)} has a break on ${between(pause, names)}, during ${title(session, names)}.`,
    });
  }
  return found;
}
