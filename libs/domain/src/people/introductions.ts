/** Who a person knows: counted from real sessions they were in together, never entered by hand. */
import { inWords } from '../shared/words.ts';
import { type Ratio } from './support.ts';

/** A member of staff counts as known after so many sessions together. */
export const KNOWN_AFTER = 2;

/** A session that was published and ran: who was there as staff, and which residents were recorded as having been there. */
export type RanSession = { readonly id: string; readonly staff: readonly string[]; readonly residents: readonly string[] };

/** Levels of attendance that are time together: whoever was not offered it, or said no, was not there. */
export const TOGETHER_LEVELS = ['took part', 'joined in a little', 'watched', 'asleep or withdrawn'] as const;

/** In how many sessions each resident and each member of staff were together: 'resident staff' to a count. A session counts once. */
export function countTogether(sessions: readonly RanSession[]): Map<string, number> {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const { id, staff, residents } of sessions) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const resident of new Set(residents)) for (const person of new Set(staff)) counts.set(pairOf(resident, person), (counts.get(pairOf(resident, person)) ?? 0) + 1);
  }
  return counts;
}

export const pairOf = (residentId: string, staffId: string) => `${residentId} ${staffId}`;

export function isKnown(together: number): boolean {
  return together >= KNOWN_AFTER;
}

/** 'known to Peggy', 'has been with Peggy once', 'not yet met by Peggy', 'from an agency, a stranger to Peggy'. */
export function sayKnownTo(person: string, together: number, agency: boolean): string {
  if (isKnown(together)) return `known to ${person}`;
  if (agency) return `from an agency, a stranger to ${person}`;
  return together === 1 ? `with ${person} once so far` : `${person} has not met them`;
}

/** Whether somebody needs at least one member of staff for themselves. */
export function isOneToOne({ staff, residents }: Ratio): boolean {
  return staff >= residents;
}

export type InSession = {
  readonly residents: readonly { readonly id: string; readonly name: string; readonly support: Ratio }[];
  readonly staff: readonly { readonly id: string; readonly name: string; readonly agency: boolean }[];
};

/**
 * Of a session planned: residents who need somebody to themselves and know nobody of the staff who go, each with whom to
 * introduce and to whom. `known` are the staff each resident knows, by name, who could make the introduction.
 */
export function strangersIn(session: InSession, together: ReadonlyMap<string, number>, known: (residentId: string) => readonly string[]): { readonly residentId: string; readonly words: string }[] {
  const times = (resident: string, staff: string) => together.get(pairOf(resident, staff)) ?? 0;
  return session.residents
    .filter(({ id, support }) => isOneToOne(support) && session.staff.length > 0 && !session.staff.some((person) => isKnown(times(id, person.id))))
    .map(({ id, name }) => {
      const who = session.staff.map((person) => `${person.name} (${sayKnownTo(name, times(id, person.id), person.agency)})`);
      const familiar = known(id).slice(0, 2);
      const first = session.staff[0]?.name ?? '';
      const introduce = familiar.length > 0 ? `Introduce ${first} first: let ${inWords(familiar)}, whom ${name} knows, be there too.` : `${name} knows nobody on the staff yet: let ${first} meet ${name} twice before.`;
      return { residentId: id, words: `${name} needs somebody to themselves, and goes with ${inWords(who)}. ${introduce}` };
    });
}

/** Who of the staff is known to a person, and who would have to be introduced: 'Gwen Lloyd is known to Steven.' */
export function sayWhoIsKnown(person: string, staff: readonly { readonly name: string; readonly together: number; readonly agency: boolean }[]): string[] {
  const [known, fresh] = [staff.filter(({ together }) => isKnown(together)), staff.filter(({ together }) => !isKnown(together))];
  return [
    known.length > 0 && `${inWords(known.map(({ name }) => name))} ${known.length === 1 ? 'is' : 'are'} known to ${person}.`,
    ...fresh.map(({ name, together, agency }) => `${name}: ${sayKnownTo(person, together, agency)}. Introduce them first.`),
  ].filter((line): line is string => typeof line === 'string');
}
