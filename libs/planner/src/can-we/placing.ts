/** One wish at one time: the session that would fulfil it with the least missing, while certain sessions are out of the way. */
import type { Held } from '../facts.ts';
import type { Activity, Resident, Session, Span } from '../problem.ts';
import type { Missing } from './missing.ts';
import type { Bars, Slot } from './slot.ts';
import type { Standing } from './standing.ts';
import { lengthOf } from '../problem.ts';
import { isInside, overlaps } from '../span.ts';
import { companyFor, leaving, mayLeave, subsetsOf } from './company.ts';
import { effortOf } from './missing.ts';
import { slotAt } from './slot.ts';
import { areApart, countsAgainst, hasDayFor, isFullDay, overBudget, takenFor } from './standing.ts';

export type Place = {
  readonly session: Session;
  /** Index of the session of the plan it adds to; null when it is a new one. */
  readonly joins: number | null;
  readonly missing: readonly Missing[];
  readonly effort: number;
};

export type Asking = {
  readonly standing: Standing;
  readonly resident: Resident;
  /** When it was wished for. */
  readonly within: Span;
  readonly bars: Bars;
  /** Whether what they have already stays: another session in its stead would be no gain. */
  readonly keepsOwn: boolean;
  /** Whether a session of the same activity at that time may go, for the wish to be granted in its stead. */
  readonly anew: boolean;
};

/** A time for the wish: a new session, or one of the plan to join. */
export type Spot = { readonly activity: Activity; readonly start: number; readonly base: Held | null };

/** The place with the least missing, below `limit`, once the sessions in `moved` are out of the way; null when there is none. */
export function placeAt(asking: Asking, spot: Spot, moved: ReadonlySet<number>, limit: number): Place | null {
  const { standing, resident, bars } = asking;
  const { activity, start, base } = spot;
  const own = ownMissing(asking, spot, moved);
  if (!own || own.effort >= limit) return null;
  const slot = slotAt(standing, activity, start, base, moved);
  let best: Place | null = null;
  let least = limit;
  for (const left of leaversOf(asking, slot, () => least - own.effort)) {
    const missing = [...own.missing, ...left.map((who) => leaving(who, base as Held))];
    const effort = effortOf(missing);
    if (effort >= least) continue;
    const stay = base?.residents.filter((who) => !left.includes(who)) ?? [];
    const company = companyFor(slot, [...stay, resident], bars, least - effort);
    if (!company) continue;
    const { crew } = company;
    least = effort + company.effort;
    const residents = company.residents.map(({ id }) => id);
    const session: Session = { activity: activity.id, start, room: crew.room, vehicles: crew.driving, staff: crew.staff, residents };
    best = { session, joins: base?.index ?? null, missing: [...missing, ...company.missing, ...crew.missing], effort: least };
  }
  return best;
}

/** Who of a session that is joined would give up their place: nobody if that will do, else as few as may be. */
function* leaversOf({ resident, bars }: Asking, { activity, base, standing }: Slot, limit: () => number): Generator<Resident[]> {
  if (!base) {
    yield [];
    return;
  }
  const forced = base.residents.filter((other) => areApart(resident, other));
  const others = base.residents.filter((other) => !forced.includes(other));
  const fewest = Math.max(forced.length, base.residents.length + 1 - activity.group.max);
  const most = bars.kinds.has('leave') || standing.pinned.has(base.index) ? 0 : base.residents.length;
  for (let size = fewest; size <= most; size += 1) {
    if (effortOf(base.residents.slice(0, size).map((who) => leaving(who, base))) >= limit()) return;
    for (const set of subsetsOf(others, size - forced.length)) yield [...forced, ...set];
  }
}

/** What is missing for the person themselves, at the least effort; null when they can never come. */
function ownMissing(asking: Asking, { activity, start, base }: Spot, moved: ReadonlySet<number>): { readonly missing: readonly Missing[]; readonly effort: number } | null {
  const { standing, resident, bars, keepsOwn } = asking;
  const span: Span = [start, start + lengthOf(activity)];
  if (base && (base.residents.includes(resident) || standing.pinned.has(base.index) || base.people.some(({ id }) => resident.declinedStaff.includes(id)))) return null;
  const first = firstMissing(asking, activity, span, base, moved);
  if (first.some(({ kind }) => bars.kinds.has(kind))) return null;
  const own = (standing.facts.attendedBy.get(resident) ?? []).filter((session) => session !== base && !moved.has(session.index));
  const clashes = own.filter((session) => overlaps(session.span, span));
  const canLeave = (session: Held) => !keepsOwn && !bars.kinds.has('leave') && mayLeave(standing.pinned, session);
  if (!clashes.every(canLeave)) return null;
  const others = own.filter((session) => !clashes.includes(session));
  const leavable = others.filter((session) => canLeave(session) && countsAgainst(session, span));
  let best: { missing: readonly Missing[]; effort: number } | null = null;
  for (let size = 0; size <= leavable.length; size += 1) {
    for (const leaves of subsetsOf(leavable, size)) {
      const stays = others.filter((session) => !leaves.includes(session));
      const lack = purseAndDay(resident, activity, span, stays);
      if (lack.some(({ kind }) => bars.kinds.has(kind)) || !hasDayFor(standing, resident, activity, span, stays)) continue;
      const missing = [...first, ...[...clashes, ...leaves].map((session) => leaving(resident, session)), ...lack];
      const effort = effortOf(missing);
      if (!best || effort < best.effort) best = { missing, effort };
    }
    if (best && best.effort <= effortOf([...first, ...[...clashes, ...leavable.slice(0, size + 1)].map((session) => leaving(resident, session))])) break;
  }
  return best;
}

/** What is missing whatever else they do: the wish itself, its time, their own time, and a session more than there may be. */
function firstMissing({ standing, resident, within }: Asking, activity: Activity, span: Span, base: Held | null, moved: ReadonlySet<number>): Missing[] {
  const held = standing.facts.sessions.filter((session) => session.activity === activity && !moved.has(session.index)).length;
  const taken = takenFor(standing, resident, activity, span).filter((one, i, all) => all.findIndex((other) => other[0] === one[0] && other[1] === one[1]) === i);
  return [
    ...(Object.hasOwn(resident.value, activity.id) ? [] : [{ kind: 'wanted', resident: resident.id, activity: activity.id } as const]),
    ...(isInside(span, within) ? [] : [{ kind: 'time', span } as const]),
    ...(!base && held >= activity.maxSessions ? [{ kind: 'session', activity: activity.id } as const] : []),
    ...taken.map((away): Missing => ({ kind: 'free', resident: resident.id, span: away })),
  ];
}

function purseAndDay(resident: Resident, activity: Activity, span: Span, stays: readonly Held[]): Missing[] {
  const pence = overBudget(resident, activity, stays);
  return [
    ...(isFullDay(resident, span, stays) ? [{ kind: 'full day', resident: resident.id, span } as const] : []),
    ...(pence > 0 ? [{ kind: 'budget', resident: resident.id, pence } as const] : []),
  ];
}
