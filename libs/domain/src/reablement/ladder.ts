/** The ladder of independence: seven rungs from done for me to on my own, what was hoped, and what the taps say. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, addDays, daysBetween, sayDay } from '../shared/time.ts';
import { goingOf, slopeOf } from './trend.ts';

export const RUNGS = ['done for me', 'two people with me', 'one person with me', 'a touch or set-up', 'prompts', 'someone nearby', 'on my own'] as const;
/** 0 = done for me … 6 = on my own. */
export type Rung = 0 | 1 | 2 | 3 | 4 | 5 | 6;

function isRung(value: number): value is Rung {
  return Number.isInteger(value) && value >= 0 && value < RUNGS.length;
}

export type LadderRefusal = 'NO_RUNG' | 'NO_NAME' | 'HOPED_PASSED' | 'TASK_ENDED' | 'STILL_TO_COME' | 'SAID_OTHERWISE_BEFORE' | 'NOT_LIVING_HERE' | 'NO_SUCH_TASK' | 'ANOTHERS_ROUTINE' | 'NO_REASON' | 'NO_PLACE';
export const LADDER_WORDS: Words<LadderRefusal> = {
  NO_RUNG: (value) => `${value} is no rung of the ladder. Choose one of the seven, from “done for me” to “on my own”.`,
  NO_NAME: () => 'Say what the task is, in the person’s own words: “making my own tea”.',
  HOPED_PASSED: (day) => `${day} is not after the day it begins. Choose a later day to hope for.`,
  TASK_ENDED: () => 'This task has ended. Begin a new one if it is worked on again.',
  STILL_TO_COME: () => 'That is still to come. Record it once it has happened.',
  SAID_OTHERWISE_BEFORE: () => 'This was recorded before and said something else. Tap again to record what is right: the last tap of a day counts.',
  NOT_LIVING_HERE: (name) => `${name} does not live here any more.`,
  NO_SUCH_TASK: () => 'This is not in the list of tasks. Choose another, or write it in the person’s own words.',
  ANOTHERS_ROUTINE: () => 'This routine belongs to somebody else. Choose one of theirs.',
  NO_REASON: () => 'Choose one of the short reasons, or leave it: nobody has to say.',
  NO_PLACE: () => 'Say where it comes up: one activity or one routine.',
};

export type Aim = { readonly startedOn: Day; readonly startRung: number; readonly hopedOn: Day; readonly hopedRung: number };

/** A task has words, two rungs, and a day to hope for that is after its beginning. */
export function mayBegin(task: Aim & { readonly name: string }, resident: { preferredName: string; status: string }): Decision<LadderRefusal> {
  return decide<LadderRefusal>([
    !task.name.trim() && { code: 'NO_NAME' },
    !isRung(task.startRung) && { code: 'NO_RUNG', about: String(task.startRung) },
    !isRung(task.hopedRung) && { code: 'NO_RUNG', about: String(task.hopedRung) },
    task.hopedOn <= task.startedOn && { code: 'HOPED_PASSED', about: sayDay(task.hopedOn) },
    (resident.status === 'died' || resident.status === 'moved out') && { code: 'NOT_LIVING_HERE', about: resident.preferredName },
  ]);
}

/** One tap: a rung, of something that has happened, of a task that goes on. */
export function mayTap(rung: number, at: Date, now: Date, task: { endedOn: Day | null }, today: Day): Decision<LadderRefusal> {
  return decide<LadderRefusal>([
    !isRung(rung) && { code: 'NO_RUNG', about: String(rung) },
    task.endedOn !== null && task.endedOn < today && { code: 'TASK_ENDED' },
    at.getTime() > now.getTime() + 5 * 60_000 && { code: 'STILL_TO_COME' },
  ]);
}

/** What a day came to. */
export type Point = { readonly day: Day; readonly rung: number };

/** One point a day: the last tap of the day counts, and all of them are kept. `taps` in the order they were recorded. */
export function pointsOf(taps: readonly Point[]): Point[] {
  return [...new Map(taps.map((tap) => [tap.day, tap.rung]))].map(([day, rung]) => ({ day, rung })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The rung hoped for on a day: a straight line from the start to what is hoped, and level after it. */
export function hopedOn(aim: Aim, day: Day): number {
  const whole = daysBetween(aim.startedOn, aim.hopedOn);
  const gone = Math.min(Math.max(daysBetween(aim.startedOn, day), 0), whole);
  return whole <= 0 ? aim.hopedRung : aim.startRung + ((aim.hopedRung - aim.startRung) * gone) / whole;
}

const STILL_DAYS = 28;
/** In four weeks less than this, in rungs, is no movement. */
const STIR = 0.6;
/** So many days in a row say something where there are too few for a trend. */
const FEW_LAST = 4;
export type Review = 'reached' | 'no movement' | 'more help' | 'date passed';

/**
 * Why a task should be looked at together, or null: reached, its date passed, help going up, nothing moving for four weeks.
 * Help goes up when the trend says so; where the taps are too few for a trend, when each of the last four days took more help
 * than the first one did.
 */
export function reviewOf(aim: Aim, points: readonly Point[], today: Day): Review | null {
  const last = points.slice(-3);
  if (last.length === 3 && last.every(({ rung }) => rung >= aim.hopedRung)) return 'reached';
  if (aim.hopedOn < today) return 'date passed';
  const going = goingOf(points, today);
  const few = points.slice(-FEW_LAST);
  if (going === 'falling' || (going === 'too few to say' && few.length === FEW_LAST && few.every(({ rung }) => rung < aim.startRung))) return 'more help';
  return daysBetween(aim.startedOn, today) >= STILL_DAYS && standsStill(aim, points, today) ? 'no movement' : null;
}

/** Four weeks in which the line through the taps stays where it is, below what is hoped for. */
function standsStill(aim: Aim, points: readonly Point[], today: Day): boolean {
  const month = points.filter(({ day }) => day >= addDays(today, -STILL_DAYS));
  if (month.length < 2 || month.filter(({ rung }) => rung >= aim.hopedRung).length * 2 >= month.length) return false;
  const slope = slopeOf(points, today);
  return slope ? Math.abs(slope.perWeek) * (STILL_DAYS / 7) < STIR : month.every(({ rung }) => rung === month[0]?.rung);
}

/** How it goes, in a sentence. */
export function sayProgress(aim: Aim, points: readonly Point[], today: Day): string {
  const last = points.at(-1);
  if (!last) return 'Nothing recorded yet.';
  const gap = last.rung - hopedOn(aim, today);
  const where = `Last time: ${RUNGS[last.rung] ?? ''}`;
  return `${where}, ${gap >= 0.5 ? 'further than hoped by now' : gap > -1 ? 'about where we hoped to be' : 'with more help than we hoped by now'}.`;
}
