/** Rule 5: enough staff, with the skills it takes, for the people who come. */
import type { Held } from '../facts.ts';
import type { Finding, Rule } from '../rule.ts';
import { count, inWords } from '../names.ts';
import { title } from '../rule.ts';
import { ratioFor, staffNeeded } from '../support.ts';

export const supportRule: Rule = {
  number: 5,
  name: 'Every session has the staff, the skills and the support it takes',
  find: ({ sessions }) => sessions.flatMap(findUnsupported),
};

function findUnsupported(session: Held): Finding[] {
  const { activity, residents } = session;
  const helpers = activity.driverSupports ? session.people : session.staff;
  const have = helpers.length;
  const found: Finding[] = [];
  if (have < activity.baseStaff) {
    found.push({
      sessions: [session],
      ids: [activity.id],
      amount: activity.baseStaff - have,
      say: (names) => `${title(session, names)} has ${have} staff to help; it takes ${activity.baseStaff} whoever comes.`,
    });
  }
  for (const [skill, wanted] of Object.entries(activity.skills)) {
    const holders = helpers.filter(({ skills }) => skills.includes(skill)).length;
    if (holders >= wanted) continue;
    found.push({
      sessions: [session],
      ids: [activity.id, skill],
      amount: wanted - holders,
      say: (names) => `${title(session, names)} takes ${count(wanted, 'person', 'people')} trained in ${names.call('skill', skill)}; it has ${holders}.`,
    });
  }
  const needed = staffNeeded(residents.map((resident) => ratioFor(resident, activity)));
  if (have < needed) {
    found.push({
      sessions: [session],
      ids: residents.map(({ id }) => id),
      amount: needed - have,
      say: (names) =>
        `${inWords(residents.map(({ id }) => names.call('resident', id)))} ${residents.length === 1 ? 'needs' : 'need'} ${needed} staff in ${title(session, names)}; there ${have === 1 ? 'is' : 'are'} ${have}.`,
    });
  }
  return found;
}
