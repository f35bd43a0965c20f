/** Rule 3: nobody is put together with someone they avoid, or supported by someone they declined. */
import type { Held } from '../facts.ts';
import type { Finding, Rule } from '../rule.ts';
import { pairs, title } from '../rule.ts';

export const companyRule: Rule = {
  number: 3,
  name: 'Nobody is with someone they avoid, or supported by someone they declined',
  find: ({ sessions }) => sessions.flatMap((session) => [...findAvoided(session), ...findDeclined(session)]),
};

function findAvoided(session: Held): Finding[] {
  return pairs(session.residents)
    .filter(([a, b]) => a.avoids.includes(b.id) || b.avoids.includes(a.id))
    .map(([a, b]) => ({
      sessions: [session],
      ids: [a.id, b.id],
      amount: 1,
      say: (names) => `${names.call('resident', a.id)} and ${names.call('resident', b.id)} must not be put together, but both are in ${title(session, names)}.`,
    }));
}

function findDeclined(session: Held): Finding[] {
  return session.residents.flatMap((resident) =>
    session.people
      .filter((person) => resident.declinedStaff.includes(person.id))
      .map((person) => ({
        sessions: [session],
        ids: [resident.id, person.id],
        amount: 1,
        say: (names) => `${names.call('resident', resident.id)} does not want ${names.call('staff', person.id)} with them, as ${title(session, names)} would have it.`,
      })),
  );
}
