/** Who and what is free this minute, beside the plan and the floor that must be covered. */
import type { Plan, Problem, Span } from './problem.ts';
import { DAY, dayOf, isInsideOne } from './span.ts';
import { Board, type Draft, draftsOf, peopleOf } from './repair/board.ts';

export type Free = {
  readonly id: string;
  /** The minute at which they are wanted elsewhere, or go home, or it leaves the road. */
  readonly until: number;
};

export type FreeNow = {
  /** At work, on no break and in no session, those for longest first. */
  readonly staff: readonly Free[];
  readonly vehicles: readonly Free[];
  /** How many staff may leave the floor at once. */
  readonly spare: number;
  /** Where none may: the next minute today at which one may, if there is one. */
  readonly spareFrom: number | null;
};

/** From the next step of the home's grid on; whoever is free for less than one step is not. */
export function freeNow(problem: Problem, plan: Plan, minute: number): FreeNow {
  const board = new Board(problem);
  for (const draft of draftsOf(problem, plan.sessions)) if (draft) board.open(draft);
  const { grid, staff, vehicles } = problem;
  const start = Math.ceil(minute / grid) * grid;
  const span: Span = [start, start + grid];
  const next = (isIn: (draft: Draft) => boolean) => Math.min(...[...board.drafts].filter((draft) => draft.span[0] >= span[1] && isIn(draft)).map((draft) => draft.span[0]));
  const longest = (some: Free[]) => some.sort((a, b) => b.until - a.until || (a.id < b.id ? -1 : 1));
  const spare = board.spareDuring(span);
  return {
    staff: longest(staff.filter((person) => board.isStaffFree(person, span)).map((person) => ({
      id: person.id, until: Math.min(endOf(person.shifts, span), next((draft) => peopleOf(draft).includes(person)), ...person.breaks.filter(([from]) => from >= span[1]).map(([from]) => from)),
    }))),
    vehicles: longest(vehicles.filter((vehicle) => board.isVehicleFree(vehicle, span)).map((vehicle) => ({
      id: vehicle.id, until: Math.min(endOf(vehicle.available, span), next(({ driving }) => driving.some((one) => one.vehicle === vehicle))),
    }))),
    spare, spareFrom: spare > 0 ? null : spareFrom(board, span),
  };
}

function endOf(spans: readonly Span[], span: Span): number {
  return spans.find((one) => isInsideOne(span, [one]))?.[1] ?? span[1];
}

function spareFrom(board: Board, [from, to]: Span): number | null {
  const { grid, days } = board.problem;
  const last = Math.min((dayOf(from) + 1) * DAY, days * DAY) - grid;
  for (let at = to; at <= last; at += grid) if (board.spareDuring([at, at + grid]) > 0) return at;
  return null;
}
