/** Who knows whom, wherever staff are chosen: counted by the server from real sessions, said beside each name. */
import { isKnown, pairOf, sayKnownTo, strangersIn } from '@promenade/domain/people/introductions';
import type { Session } from '@promenade/planner/problem';
import { useAsk } from '@promenade/ui/query.ts';
import type { Week } from './board.ts';
import { acquaintedDocument } from './planning.graphql.ts';

export type Known = {
  /** 'known to Steven; Ida has not met them' for whoever would be with these residents. */
  readonly hint: (staffId: string, residents: readonly string[]) => string;
  /** Residents of these sessions who need somebody to themselves and would go with strangers, each with whom to introduce. */
  readonly strangers: (sessions: readonly Session[]) => string[];
};

const MOST_NAMED = 3;

/** Null until it is known. */
export function useKnown({ problem, called, names }: Week): Known | null {
  const { data } = useAsk(acquaintedDocument, {});
  if (!data) return null;
  const times = new Map(data.acquaintances.map((each) => [pairOf(each.residentId, each.staffId), each.together]));
  const agency = new Set(data.staffList.filter((each) => each.agency).map(({ id }) => id));
  const met = (resident: string, staff: string) => times.get(pairOf(resident, staff)) ?? 0;
  const known = (resident: string) => called.staff.filter(({ id }) => isKnown(met(resident, id))).map(({ name }) => name);
  return {
    hint: (staffId, residents) => residents.slice(0, MOST_NAMED).map((id) => sayKnownTo(names.call('resident', id), met(id, staffId), agency.has(staffId))).join('; '),
    strangers: (sessions) => sessions.flatMap((session) => {
      const isOut = problem.activities.find(({ id }) => id === session.activity)?.setting === 'out';
      const residents = problem.residents.filter(({ id }) => session.residents.includes(id)).map((each) => ({ id: each.id, name: names.call('resident', each.id), support: isOut ? each.supportOut : each.supportIn }));
      const crew = new Set([...session.staff, ...session.vehicles.map(({ driver }) => driver)]);
      const staff = [...crew].filter((id) => id !== '').map((id) => ({ id, name: names.call('staff', id), agency: agency.has(id) }));
      return strangersIn({ residents, staff }, times, known).map(({ words }) => `${names.call('activity', session.activity)}, ${names.when(session.start)}: ${words}`);
    }),
  };
}
