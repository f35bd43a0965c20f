/** Rule 6: someone stays with everybody else. */
import type { Facts, Held } from '../facts.ts';
import type { FloorCover, Span, Staff } from '../problem.ts';
import type { Finding, Rule } from '../rule.ts';
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
  return ordered.slice(0, -1).map((from, i) => {
    const span: Span = [from, ordered[i + 1] ?? from];
    const away = new Set(sessions.filter((session) => overlaps(session.span, span)).flatMap(({ people }) => people));
    const duty = problem.staff.filter((person) => isOnDuty(person, span));
    return { span, onDuty: duty.length, onFloor: duty.filter((person) => !away.has(person)).length };
  });
}

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
