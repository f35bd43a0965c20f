/** Rule 6: someone stays with everybody else. */
import type { Facts, Held } from '../facts.ts';
import type { FloorCover, Span, Staff } from '../problem.ts';
import type { Finding, Rule } from '../rule.ts';
import { groupBy } from '../facts.ts';
import { between } from '../names.ts';
import { isInside, overlaps } from '../span.ts';

export const floorCoverRule: Rule = {
  number: 6,
  name: 'Enough staff stay behind with everybody else',
  find: (facts) => {
    const stretches = floorBetweenChanges(facts);
    return facts.problem.floorCover.flatMap((cover) => findGaps(facts.sessions, stretches, cover));
  },
};

/** How many are on duty, and how many of those on the floor, over a stretch in which nothing changes. */
export type Stretch = { readonly span: Span; readonly onDuty: number; readonly onFloor: number };

/** The horizon cut at every moment at which anyone or anything begins or ends. */
export function floorBetweenChanges({ problem, sessions }: Facts): Stretch[] {
  const ends = (spans: readonly Span[]) => spans.flat();
  const moments = new Set([
    ...problem.staff.flatMap(({ shifts, breaks }) => [...ends(shifts), ...ends(breaks)]),
    ...problem.floorCover.flatMap(({ from, to }) => [from, to]),
    ...ends(sessions.map(({ span }) => span)),
  ]);
  const ordered = [...moments].sort((a, b) => a - b);
  const placeOf = new Map(ordered.map((moment, i) => [moment, i]));
  const spanAt = (i: number): Span => [ordered[i] ?? 0, ordered[i + 1] ?? 0];
  const onDuty = new Int32Array(Math.max(0, ordered.length - 1));
  const onFloor = onDuty.slice();
  const sessionsWith = groupBy(sessions, ({ people }) => people);
  for (const person of problem.staff) {
    const mark = (flags: Uint8Array, marked: readonly Span[], flag: 0 | 1) => {
      for (const [from, to] of marked) flags.fill(flag, placeOf.get(from), placeOf.get(to));
    };
    const here = new Uint8Array(onDuty.length);
    mark(here, person.shifts, 1);
    mark(here, person.breaks, 0);
    here.forEach((flag, i) => (onDuty[i] = (onDuty[i] ?? 0) + flag));
    mark(here, (sessionsWith.get(person) ?? []).map(({ span }) => span), 0);
    here.forEach((flag, i) => (onFloor[i] = (onFloor[i] ?? 0) + flag));
  }
  return [...onDuty].map((duty, i) => ({ span: spanAt(i), onDuty: duty, onFloor: onFloor[i] ?? 0 }));
}

/** Whether someone is at work, and not on a break, through a stretch in which nothing changes. */
export function isOnDuty({ shifts, breaks }: Staff, span: Span): boolean {
  return shifts.some((shift) => overlaps(shift, span)) && !breaks.some((pause) => overlaps(pause, span));
}

/** Where fewer stay than must. Where fewer are on duty to begin with, all of those must. */
function findGaps(sessions: readonly Held[], stretches: readonly Stretch[], cover: FloorCover): Finding[] {
  const gaps: { span: Span; onFloor: number; needed: number }[] = [];
  for (const { span, onDuty, onFloor } of stretches) {
    const needed = Math.min(cover.min, onDuty);
    if (onFloor >= needed || !isInside(span, [cover.from, cover.to])) continue;
    const last = gaps.at(-1);
    if (last?.span[1] === span[0] && last.onFloor === onFloor && last.needed === needed) last.span = [last.span[0], span[1]];
    else gaps.push({ span, onFloor, needed });
  }
  return gaps.map(({ span, onFloor, needed }): Finding => {
    const away = sessions.filter((session) => session.people.length > 0 && overlaps(session.span, span));
    return {
      sessions: away,
      ids: [...new Set(away.flatMap(({ people }) => people.map(({ id }) => id)))],
      amount: needed - onFloor,
      span,
      say: (names) => `${onFloor === 0 ? 'Nobody' : `Only ${onFloor}`} would stay on the floor on ${between(span, names)}; it takes ${needed}.`,
    };
  });
}
