/** The quick repair: what still stands stays; a broken session gets other staff, wheels or room before anybody has to stay away. */
import type { Draft } from './board.ts';
import type { Activity, Plan, Problem, Resident, Span, Staff } from '../problem.ts';
import { check } from '../check.ts';
import { isInside } from '../span.ts';
import { Board, draftsOf, peopleOf } from './board.ts';
import { staffed } from './crew.ts';

/** What is left of `problem.published` when every broken session is staffed anew at its time, with as many of its people as can be. */
export function recrewed(problem: Problem): Plan {
  const told = { instance: problem.id, sessions: problem.published };
  const touched = new Set(check(problem, told).violations.flatMap(({ sessions }) => sessions));
  const board = new Board(problem);
  const drafts = draftsOf(problem, problem.published).flatMap((draft, i) => (draft ? [{ draft, isTouched: touched.has(i) }] : []));
  const bySize = (a: Draft, b: Draft) => b.residents.length - a.residents.length || a.span[0] - b.span[0];
  const sound = drafts.filter(({ isTouched }) => !isTouched).map(({ draft }) => draft);
  const doubtful = drafts.filter(({ isTouched }) => isTouched).map(({ draft }) => draft);
  const broken = [...sound, ...doubtful.sort(bySize)].filter((draft) => {
    if (!board.fits(draft)) return true;
    board.open(draft);
    return false;
  });
  for (const draft of broken) {
    const mended = mend(board, draft);
    if (mended) board.open(mended);
  }
  return board.plan();
}

/** The session at its own time with those who can still come, staffed anew if need be; null when it cannot be held. */
function mend(board: Board, told: Draft): Draft | null {
  const { activity, span } = told;
  let residents = told.residents.filter((resident, i, all) => all.indexOf(resident) === i && board.mayAttend(resident, activity, span));
  while (residents.length >= Math.max(1, activity.group.min)) {
    const found = staffed(board, told, residents) ?? withSomebodyFreed(board, told, residents);
    if (found) return found;
    const smaller = residents
      .map((resident) => ({ resident, dearness: dearness(board.problem, resident, activity, span) }))
      .sort((a, b) => a.dearness - b.dearness)
      .map(({ resident }) => residents.filter((one) => one !== resident));
    for (const company of smaller) {
      const mended = company.length >= activity.group.min ? staffed(board, told, company) : null;
      if (mended) return mended;
    }
    residents = smaller[0] ?? [];
  }
  return null;
}

/** The same, with somebody who may drive or knows how, whose place in another session a free colleague takes. */
function withSomebodyFreed(board: Board, told: Draft, residents: readonly Resident[]): Draft | null {
  const { activity, span } = told;
  const licences = activity.transport === 'vehicle' ? board.problem.vehicles.map(({ licence }) => licence) : [];
  const isWanted = ({ licences: held, skills }: Staff) => licences.some((one) => held.includes(one)) || skills.some((one) => (activity.skills[one] ?? 0) > 0);
  for (const person of board.problem.staff.filter((one) => isWanted(one) && board.isAtWork(one, span))) {
    const [busy, ...others] = board.during(span).filter((draft) => peopleOf(draft).includes(person));
    if (!busy?.staff.includes(person) || others.length > 0) continue;
    board.close(busy);
    const relieved = board.problem.staff
      .filter((one) => ![...peopleOf(busy), ...peopleOf(told)].includes(one) && !isWanted(one))
      .map((one): Draft => ({ ...busy, staff: busy.staff.map((other) => (other === person ? one : other)) }))
      .find((draft) => board.fits(draft));
    board.open(relieved ?? busy);
    const found = relieved && staffed(board, told, residents);
    if (found) return found;
    if (!relieved) continue;
    board.close(relieved);
    board.open(busy);
  }
  return null;
}

/** How much it would be missed: what was promised above all, then routines, then what they like. */
function dearness({ promises, routines }: Problem, resident: Resident, activity: Activity, span: Span): number {
  const promised = promises.some((one) => one.resident === resident.id && one.activities.includes(activity.id) && isInside(span, [one.from, one.to]));
  const used = routines.some((one) => one.resident === resident.id && one.activity === activity.id && one.occurrences.some((occurrence) => isInside(span, occurrence)));
  return (promised ? 1000 : 0) + (used ? 200 : 0) + (resident.value[activity.id] ?? 0);
}
