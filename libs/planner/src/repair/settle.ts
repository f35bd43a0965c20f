/** Settling a repair: staff, vehicles and rooms go back to what was told wherever that costs the residents little or nothing. */
import type { Draft } from './board.ts';
import type { Plan, Problem, Staff } from '../problem.ts';
import { weightsOf } from '../problem.ts';
import { quarters } from '../score.ts';
import { Board, draftsOf, peopleOf } from './board.ts';
import { counterpartOf } from './told.ts';

/** Points of score that sparing one member of staff a new task is held to be worth, and one session another room or vehicle. */
export type Reluctance = { readonly ask: number; readonly place: number };

/** `plan` with the same residents in the same sessions, and fewer staff asked for what they were not told of. */
export function settled(problem: Problem, plan: Plan, reluctance: Reluctance): Plan {
  const board = new Board(problem);
  for (const draft of draftsOf(problem, plan.sessions)) if (draft) board.open(draft);
  const tasks = new Map<string, Draft>();
  for (const draft of board.drafts) {
    const told = counterpartOf(problem.published, { activity: draft.activity.id, start: draft.span[0], residents: draft.residents.map(({ id }) => id) });
    const was = told && draftsOf(problem, [told])[0];
    if (was) tasks.set(keyOf(draft), was);
  }
  const pain = (draft: Draft) => painOf(problem, draft, tasks.get(keyOf(draft)), reluctance);
  for (let round = 0; round < 3; round += 1) {
    let hasChanged = false;
    for (const draft of [...board.drafts]) {
      // An exchange with an earlier one may have replaced it already.
      if (board.drafts.has(draft) && improve(board, draft, tasks.get(keyOf(draft)), pain)) hasChanged = true;
    }
    if (!hasChanged) break;
  }
  return board.plan();
}

function keyOf({ activity, span, residents }: Draft): string {
  return `${activity.id} ${span[0]} ${residents.map(({ id }) => id).join()}`;
}

/** Points a session's staff, wheels and room cost. */
function painOf(problem: Problem, { span, staff, driving, room, residents }: Draft, told: Draft | undefined, { ask, place }: Reluctance): number {
  const { staff: time, preferred } = weightsOf(problem);
  const people = peopleOf({ staff, driving });
  const fond = residents.filter(({ preferredStaff }) => people.some(({ id }) => preferredStaff.includes(id))).length;
  const asked = staff.filter((person) => !told?.staff.includes(person)).length + driving.filter(({ driver }) => !told?.driving.some((one) => one.driver === driver)).length;
  const isMoved = told !== undefined && told.room !== room;
  const otherWheels = told === undefined ? 0 : driving.filter(({ vehicle }) => !told.driving.some((one) => one.vehicle === vehicle)).length;
  return time * quarters(span[1] - span[0]) * people.length - preferred * fond + ask * asked + place * ((isMoved ? 1 : 0) + otherWheels);
}

/** Tries what was told, whole and in part, exchanging staff with another session where somebody is in both; the first that hurts less is kept. */
function improve(board: Board, draft: Draft, told: Draft | undefined, pain: (draft: Draft) => number): boolean {
  let current = draft;
  let hasChanged = false;
  const attempt = (next: Draft, other?: readonly [was: Draft, now: Draft]) => {
    const before = pain(current) + (other ? pain(other[0]) : 0);
    if (pain(next) + (other ? pain(other[1]) : 0) >= before) return false;
    board.close(current);
    if (other) board.close(other[0]);
    if (board.fits(next)) {
      board.open(next);
      if (!other || board.fits(other[1])) {
        if (other) board.open(other[1]);
        current = next;
        hasChanged = true;
        return true;
      }
      board.close(next);
    }
    board.open(current);
    if (other) board.open(other[0]);
    return false;
  };
  if (told) {
    attempt({ ...current, staff: told.staff, driving: told.driving, room: told.room });
    attempt({ ...current, staff: told.staff, driving: told.driving });
    attempt({ ...current, staff: told.staff });
    attempt({ ...current, room: told.room });
    for (const missed of peopleOf(told)) for (const one of peopleOf(current)) if (!peopleOf(told).includes(one)) giveBack(board, current, one, missed, attempt);
  }
  for (const one of current.staff) attempt({ ...current, staff: current.staff.filter((person) => person !== one) });
  return hasChanged;
}

/** `missed` in place of `one`; where `missed` is in another session at that time, `one` goes there. */
function giveBack(board: Board, draft: Draft, one: Staff, missed: Staff, attempt: (next: Draft, other?: readonly [Draft, Draft]) => boolean): void {
  const people = peopleOf(draft);
  if (!people.includes(one) || people.includes(missed)) return;
  const elsewhere = board.during(draft.span).filter((other) => other !== draft && peopleOf(other).includes(missed));
  const [other] = elsewhere;
  if (elsewhere.length > 1) return;
  attempt(exchanged(draft, one, missed), other && [other, exchanged(other, missed, one)]);
}

function exchanged(draft: Draft, leaves: Staff, comes: Staff): Draft {
  const swap = (person: Staff) => (person === leaves ? comes : person);
  return { ...draft, staff: draft.staff.map(swap), driving: draft.driving.map(({ vehicle, driver }) => ({ vehicle, driver: swap(driver) })) };
}
