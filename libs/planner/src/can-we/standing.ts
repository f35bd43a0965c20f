/** The plan as it stands, seen from one span of time: who and what is free then, and what it would take otherwise. */
import type { Facts, Held } from '../facts.ts';
import type { Problem, Plan, Resident, Span, Staff } from '../problem.ts';
import type { Stretch } from '../rules/floor-cover.ts';
import type { Missing } from './missing.ts';
import { factsOf } from '../facts.ts';
import { floorBetweenChanges, isOnDuty } from '../rules/floor-cover.ts';
import { timesADay } from '../rules/residents.ts';
import { dayOf, isInside, isInsideOne, overlaps } from '../span.ts';

export type Standing = {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly facts: Facts;
  readonly stretches: readonly Stretch[];
};

/** Someone or something for a session, with what is missing for them to be there. */
export type Offer<Who> = { readonly who: Who; readonly missing: readonly Missing[] };

export function standingOf(problem: Problem, plan: Plan): Standing {
  const facts = factsOf(problem, plan);
  return { problem, plan, facts, stretches: floorBetweenChanges(facts) };
}

/** Sessions overlapping a span, but for one that is being added to. */
export function sessionsDuring({ facts }: Standing, span: Span, but: Held | null): Held[] {
  return facts.sessions.filter((session) => session !== but && overlaps(session.span, span));
}

export function moving({ index, activity, span }: Held): Missing {
  return { kind: 'move', session: index, activity: activity.id, start: span[0] };
}

/** Staff who could be there: the free ones, and those only one thing keeps away. */
export function staffFor({ problem }: Standing, span: Span, during: readonly Held[]): Offer<Staff>[] {
  return problem.staff.flatMap((who): Offer<Staff>[] => {
    const pauses = who.breaks.filter((pause) => overlaps(pause, span));
    const onShift = isInsideOne(span, who.shifts);
    const busy = during.filter(({ people }) => people.includes(who));
    const missing: Missing[] = [
      ...(onShift ? pauses.map((pause): Missing => ({ kind: 'break', staff: who.id, pause })) : [{ kind: 'shift', staff: who.id, span } as const]),
      ...busy.map(moving),
    ];
    return missing.length < 2 ? [{ who, missing }] : [];
  });
}

/** What keeps a resident from coming; null when they have had the activity that day, and once is enough. */
export function obstaclesFor(standing: Standing, resident: Resident, activityId: string, cost: number, span: Span, during: readonly Held[]): Missing[] | null {
  const { problem, facts } = standing;
  const own = facts.attendedBy.get(resident) ?? [];
  const day = dayOf(span[0]);
  const onDay = own.filter((session) => dayOf(session.span[0]) === day);
  if (onDay.filter(({ activity }) => activity.id === activityId).length >= timesADay(facts, resident, activityId, day)) return null;
  const clashes = during.filter(({ residents }) => residents.includes(resident));
  const stays = (session: Held) => !clashes.includes(session);
  const spent = own.filter(stays).reduce((sum, { activity }) => sum + activity.cost, cost);
  const shielded = problem.routines
    .filter((routine) => routine.resident === resident.id && routine.protected)
    .flatMap((routine) => routine.occurrences.filter((occurrence) => overlaps(span, occurrence) && !(routine.activity === activityId && isInside(span, occurrence))));
  const taken = [...resident.unavailable.filter((away) => overlaps(span, away)), ...shielded];
  return [
    ...(Object.hasOwn(resident.value, activityId) ? [] : [{ kind: 'wanted', resident: resident.id, activity: activityId } as const]),
    ...clashes.map((session): Missing =>
      session.residents.length > session.activity.group.min
        ? { kind: 'leave', resident: resident.id, session: session.index, activity: session.activity.id, start: session.span[0] }
        : moving(session),
    ),
    ...(onDay.filter(stays).length >= resident.maxPerDay ? [{ kind: 'full day', resident: resident.id, span } as const] : []),
    ...(resident.budget !== null && spent > resident.budget ? [{ kind: 'budget', resident: resident.id, pence: spent - resident.budget } as const] : []),
    ...taken.map((away): Missing => ({ kind: 'free', resident: resident.id, span: away })),
  ];
}

/** What floor cover would lack if these people went too, and the sessions that give way did not. */
export function floorLacking({ problem, facts, stretches }: Standing, span: Span, going: readonly Staff[], missing: readonly Missing[]): Missing[] {
  const away = new Set(missing.flatMap((one) => (one.kind === 'move' ? [one.session] : [])));
  const giveWay = facts.sessions.filter(({ index }) => away.has(index));
  let by = 0;
  for (const { span: stretch, onDuty, onFloor } of stretches) {
    if (!overlaps(stretch, span)) continue;
    const back = giveWay.filter((session) => overlaps(session.span, stretch)).reduce((sum, { people }) => sum + people.length, 0);
    const more = going.filter((person) => !facts.problem.staff.includes(person) || !isOnDuty(person, stretch)).length;
    const left = onFloor + back + more - going.length;
    for (const cover of problem.floorCover) {
      if (overlaps(stretch, [cover.from, cover.to]) && left < Math.min(cover.min, onDuty + more)) by = Math.max(by, cover.min - left);
    }
  }
  return by > 0 ? [{ kind: 'floor', by, span }] : [];
}
