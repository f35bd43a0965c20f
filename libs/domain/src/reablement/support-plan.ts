/** The support plan: how many minutes of which support a week brings, and how they are meant to become fewer. Weeks run from Monday to Sunday. */
import { type Decision, type Reason, type Words, decide } from '../shared/decision.ts';
import { type Day, addDays, daysBetween, sayDay, weekdayOf } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';

/** 'straight' goes down by the same each week, 'stepped' in even steps, 'held' stays. */
export const PLAN_SHAPES = ['straight', 'stepped', 'held'] as const;
export type PlanShape = (typeof PLAN_SHAPES)[number];

export const SUPPORT_KINDS = ['one to one', 'two to one', 'shared'] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** One support at the start of a plan. `minutes` are the person's own: an hour of two to one is sixty. */
export type PlanLine = { readonly kind: SupportKind; readonly what: string; readonly minutes: number; readonly staff: number; readonly residents: number };

/** How the minutes of a week are meant to fall. `startsOn` is a Monday, `endsOn` the Sunday of the last week. */
export type Taper = { readonly startsOn: Day; readonly endsOn: Day; readonly shape: PlanShape; readonly stepWeeks: number; readonly startMinutes: number; readonly goalMinutes: number };

/** Why a plan stood still from a day on, and what was answered to it, if anything yet. */
export type Halt = { readonly onDay: Day; readonly answer: { readonly answer: 'go on' | 'hold' | 'go back'; readonly onDay: Day } | null };

/** How many weeks a plan has. */
export function weeksIn({ startsOn, endsOn }: Pick<Taper, 'startsOn' | 'endsOn'>): number {
  return Math.max(1, Math.round((daysBetween(startsOn, endsOn) + 1) / 7));
}

/** Which week of the plan a Monday begins: 0 is the first, less than 0 lies before it. */
export function weekOf({ startsOn }: Pick<Taper, 'startsOn'>, monday: Day): number {
  return Math.floor(daysBetween(startsOn, monday) / 7);
}

/**
 * The minutes of a week when the plan has gone down undisturbed for `gone` weeks, whole. The first week is the start and the
 * last the goal, exactly; before the first and after the last it is level. It never rises, never leaves the two, and a plan of
 * one week or one step stays at its start.
 */
export function levelAt(taper: Taper, gone: number): number {
  const { shape, startMinutes, goalMinutes, stepWeeks } = taper;
  const last = weeksIn(taper) - 1;
  const week = Math.min(Math.max(gone, 0), last);
  const down = (part: number, of: number) => (of <= 0 ? startMinutes : Math.round(startMinutes - ((startMinutes - goalMinutes) * part) / of));
  if (shape === 'held') return startMinutes;
  if (shape === 'straight') return down(week, last);
  const step = Math.max(1, stepWeeks);
  return down(Math.floor(week / step), Math.floor(last / step));
}

/**
 * The planned minutes of the week that `monday` begins. In the week in which a plan is stopped its minutes stay what they were;
 * it goes down no further until somebody says "go on", and then from the week after. "Hold" keeps it there for good, "go back"
 * puts it at the start again from that week on.
 */
export function plannedMinutes(taper: Taper, halts: readonly Halt[], monday: Day): number {
  const week = weekOf(taper, monday);
  const stood = halts.map(({ onDay, answer }) => ({
    from: weekOf(taper, onDay), to: answer?.answer === 'go on' ? weekOf(taper, answer.onDay) : Infinity,
    back: answer?.answer === 'go back' ? weekOf(taper, answer.onDay) : Infinity,
  }));
  if (stood.some(({ back }) => back <= week)) return taper.startMinutes;
  let gone = 0;
  for (let each = 1; each <= week; each += 1) if (!stood.some(({ from, to }) => from < each && each <= to)) gone += 1;
  return levelAt(taper, gone);
}

/** Whether its minutes become fewer at any time. */
export function isFalling({ shape, startMinutes, goalMinutes }: Pick<Taper, 'shape' | 'startMinutes' | 'goalMinutes'>): boolean {
  return shape !== 'held' && goalMinutes < startMinutes;
}

/** Minutes of staff that one minute of the person's takes, over all lines: 1 where all is one to one, ¼ where four share one. */
export function staffShare(lines: readonly Pick<PlanLine, 'minutes' | 'staff' | 'residents'>[]): number {
  const minutes = lines.reduce((sum, line) => sum + line.minutes, 0);
  return minutes === 0 ? 1 : lines.reduce((sum, { minutes: own, staff, residents }) => sum + (own * staff) / residents, 0) / minutes;
}

/** What minutes of staff cost, in whole pence: rounded once, at the end. */
export function penceOf(staffMinutes: number, hourlyPence: number): number {
  // A hair more, so that a half that a float holds as a little less is still rounded up.
  return Math.floor((staffMinutes * hourlyPence) / 60 + 0.5 + 1e-7);
}

export type PlanReason =
  | 'NOT_LIVING_HERE' | 'NO_LINES' | 'LINE_UNKNOWN' | 'LINE_NO_WORDS' | 'LINE_MINUTES' | 'LINE_SHARED' | 'NOT_A_SHAPE' | 'STARTS_MONDAY' | 'STARTS_PAST' | 'PLAN_WEEKS' | 'STEP_WEEKS' | 'TOO_SHORT'
  | 'GOAL_NOT_WHOLE' | 'GOAL_ABOVE' | 'GOAL_SAME' | 'HELD_GOAL' | 'PENCE' | 'PLAN_NO_WHY' | 'PLAN_NO_SAY' | 'NEVER_TAPERED' | 'COMFORT_OUTCOME' | 'OUTCOME_GONE' | 'PLAN_STANDS_ASKED';

export const PLAN_WORDS: Words<PlanReason> = {
  NOT_LIVING_HERE: (name) => `${name} does not live here any more.`,
  NO_LINES: () => 'Say at least one support: what kind, what for, and how many minutes a week.',
  LINE_UNKNOWN: (about) => `“${about}” is not a kind of support. Choose one to one, two to one or shared.`,
  LINE_NO_WORDS: () => 'Say what each support is for, such as “washing and dressing”.',
  LINE_MINUTES: (about) => `“${about}” needs a whole number of minutes a week, from 1 to 10,080.`,
  LINE_SHARED: (about) => `“${about}” is shared: say among how many people, from 2 to 12.`,
  NOT_A_SHAPE: () => 'Choose how it goes: straight down, in steps, or held.',
  STARTS_MONDAY: (day) => `${day} is not a Monday. A plan begins with a week.`,
  STARTS_PAST: (day) => `${day} is past. Begin with this week or a later one.`,
  PLAN_WEEKS: () => 'Say for how many weeks: from 1 to 52.',
  STEP_WEEKS: () => 'Say how many weeks a step lasts: from 1 to 12.',
  TOO_SHORT: () => 'There is no room in these weeks for it to become less. Give it more weeks or shorter steps.',
  GOAL_NOT_WHOLE: () => 'Say how many minutes a week are hoped for at the end: a whole number, from 0.',
  GOAL_ABOVE: () => 'What is hoped for at the end is more than the start. If more help is needed now, write a plan that is held at it.',
  GOAL_SAME: () => 'The end is the same as the start. Choose “held”, or say how much less is hoped for.',
  HELD_GOAL: () => 'A held plan stays at one number of minutes. Choose another shape if it is to become less.',
  PENCE: () => 'Say what an hour of staff costs, in pounds and pence, from £0 to £200.',
  PLAN_NO_WHY: () => 'Say why: what the person can do more of, or what the help is for.',
  PLAN_NO_SAY: () => 'Ask the person what they say of it, and write their words down.',
  NEVER_TAPERED: (name) => `${name} wants comfort and connection now. Help is never made less then. Write a plan that is held.`,
  COMFORT_OUTCOME: (about) => `“${about}” is an outcome of comfort and connection. Help for it is never made less. Write a plan that is held.`,
  OUTCOME_GONE: () => 'That outcome has ended. Choose one that is still wanted, or none.',
  PLAN_STANDS_ASKED: (name) => `The last plan was stopped and nobody has answered yet. Talk with ${name} and answer that first: go on, hold, or go back.`,
};

export type PlanDraft = {
  readonly lines: readonly { readonly kind: string; readonly what: string; readonly minutes: number; readonly residents: number }[];
  readonly shape: string;
  readonly startsOn: Day;
  readonly weeks: number;
  readonly stepWeeks: number;
  readonly goalMinutes: number;
  readonly hourlyPence: number;
  readonly why: string;
  readonly say: string;
};

/** What has to be known of the person: `comfort` is the outcome that forbids a taper, in words. */
export type PlanPerson = { readonly name: string; readonly livesHere: boolean; readonly neverTapered: boolean; readonly comfort: string | null; readonly outcomeGone: boolean; readonly isAsked: boolean };

const MINUTES_A_WEEK = 7 * 1440;
const whole = (number: number, least: number, most: number) => Number.isInteger(number) && number >= least && number <= most;

/** Whether a plan can be made. `thisMonday` begins the week it is in the home. */
export function mayMakePlan(draft: PlanDraft, person: PlanPerson, thisMonday: Day): Decision<PlanReason> {
  const start = draft.lines.reduce((sum, { minutes }) => sum + minutes, 0);
  const goesDown = draft.shape !== 'held';
  const isSound = whole(draft.weeks, 1, 52) && whole(draft.stepWeeks, 1, 12);
  const room = draft.shape === 'stepped' ? Math.floor((draft.weeks - 1) / draft.stepWeeks) : draft.weeks - 1;
  return decide<PlanReason>([
    !person.livesHere && { code: 'NOT_LIVING_HERE', about: person.name },
    goesDown && person.neverTapered && { code: 'NEVER_TAPERED', about: person.name },
    goesDown && person.comfort !== null && { code: 'COMFORT_OUTCOME', about: person.comfort },
    goesDown && person.isAsked && { code: 'PLAN_STANDS_ASKED', about: person.name },
    person.outcomeGone && { code: 'OUTCOME_GONE' },
    draft.lines.length === 0 && { code: 'NO_LINES' },
    ...draft.lines.flatMap(lineFaults),
    start > MINUTES_A_WEEK && { code: 'LINE_MINUTES', about: 'All of it together' },
    !(PLAN_SHAPES as readonly string[]).includes(draft.shape) && { code: 'NOT_A_SHAPE' },
    weekdayOf(draft.startsOn) !== 1 && { code: 'STARTS_MONDAY', about: sayDay(draft.startsOn) },
    draft.startsOn < thisMonday && { code: 'STARTS_PAST', about: sayDay(draft.startsOn) },
    !whole(draft.weeks, 1, 52) && { code: 'PLAN_WEEKS' },
    draft.shape === 'stepped' && !whole(draft.stepWeeks, 1, 12) && { code: 'STEP_WEEKS' },
    goesDown && isSound && room < 1 && { code: 'TOO_SHORT' },
    !whole(draft.goalMinutes, 0, MINUTES_A_WEEK) && { code: 'GOAL_NOT_WHOLE' },
    goesDown && draft.goalMinutes > start && { code: 'GOAL_ABOVE' },
    goesDown && draft.goalMinutes === start && { code: 'GOAL_SAME' },
    !goesDown && draft.goalMinutes !== start && { code: 'HELD_GOAL' },
    !whole(draft.hourlyPence, 0, 20_000) && { code: 'PENCE' },
    isBlank(draft.why) && { code: 'PLAN_NO_WHY' },
    isBlank(draft.say) && { code: 'PLAN_NO_SAY' },
  ]);
}

function lineFaults({ kind, what, minutes, residents }: PlanDraft['lines'][number]): Reason<PlanReason>[] {
  const about = what.trim() || kind;
  return [
    ...((SUPPORT_KINDS as readonly string[]).includes(kind) ? [] : [{ code: 'LINE_UNKNOWN' as const, about: kind }]),
    ...(isBlank(what) ? [{ code: 'LINE_NO_WORDS' as const }] : []),
    ...(whole(minutes, 1, MINUTES_A_WEEK) ? [] : [{ code: 'LINE_MINUTES' as const, about }]),
    ...(kind === 'shared' && !whole(residents, 2, 12) ? [{ code: 'LINE_SHARED' as const, about }] : []),
  ];
}

/** The staff and residents that a kind of support stands for. */
export function ratioOf(kind: SupportKind, sharedAmong: number): { readonly staff: number; readonly residents: number } {
  return kind === 'shared' ? { staff: 1, residents: sharedAmong } : { staff: kind === 'two to one' ? 2 : 1, residents: 1 };
}

/** What kind of support a ratio is: whatever is given to more than one person at once is shared. */
export function kindOf({ staff, residents }: { readonly staff: number; readonly residents: number }): SupportKind {
  return residents > 1 ? 'shared' : staff > 1 ? 'two to one' : 'one to one';
}

/** The Sunday that ends a plan of so many weeks. */
export function lastDayOf(startsOn: Day, weeks: number): Day {
  return addDays(startsOn, weeks * 7 - 1);
}
