/** Who must act when a published session no longer holds. */

/** Somebody who plans, with the times they are at work (absences taken off); none known where they are not on the rota. */
export type Planner = {
  readonly staffId: string | null;
  readonly name: string;
  readonly role: 'coordinator' | 'manager';
  readonly atWork: readonly { readonly startsAt: Date; readonly endsAt: Date }[];
};

export type Acting = { readonly staffId: string | null; readonly name: string; readonly why: 'on duty' | 'on duty before it begins' | 'manager' | 'plans here' };

/**
 * One person is named, so that nobody waits for another: a coordinator who is at work now; a manager who is; a
 * coordinator, then a manager, who will be before the session begins (the first to come); else the first manager, else
 * whoever plans. Of several alike the first by name. Null when nobody plans in the home.
 */
export function whoMustAct(planners: readonly Planner[], now: Date, startsAt: Date): Acting | null {
  const inOrder = planners.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const [coordinators, managers] = [inOrder.filter(({ role }) => role === 'coordinator'), inOrder.filter(({ role }) => role === 'manager')];
  const isHere = ({ atWork }: Planner) => atWork.some((time) => time.startsAt <= now && now < time.endsAt);
  const comes = ({ atWork }: Planner) => Math.min(...atWork.filter((time) => time.startsAt > now && time.startsAt < startsAt).map((time) => time.startsAt.getTime()));
  const firstToCome = (some: readonly Planner[]) => some.filter((one) => Number.isFinite(comes(one))).toSorted((a, b) => comes(a) - comes(b))[0];
  const named = (one: Planner | undefined, why: Acting['why']): Acting | null => (one ? { staffId: one.staffId, name: one.name, why } : null);
  return named(coordinators.find(isHere) ?? managers.find(isHere), 'on duty')
    ?? named(firstToCome(coordinators) ?? firstToCome(managers), 'on duty before it begins')
    ?? named(managers[0], 'manager')
    ?? named(inOrder[0], 'plans here');
}

/** 'Ruth Kemp, on duty now' */
export function sayActing({ name, why }: Acting): string {
  const words: Readonly<Record<Acting['why'], string>> = { 'on duty': 'on duty now', 'on duty before it begins': 'on duty before it begins', manager: 'as the manager', 'plans here': 'who plans here' };
  return `${name}, ${words[why]}`;
}
