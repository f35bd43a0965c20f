/** What a plan made of columns scores and leaves free, kept while columns are added and taken out again. */
import type { Problem, Span } from '../problem.ts';
import type { Column, Stake, Want } from './columns.ts';
import { at } from '../at.ts';
import { weightsOf } from '../problem.ts';
import { dayOf, overlaps } from '../span.ts';

/** A stretch in which floor cover asks the same, and how many may be away then. */
type Stretch = { readonly span: Span; readonly spare: number };

/** A plan under way. */
export class Ledger {
  readonly held: Column[] = [];
  score: number;
  private readonly problem: Problem;
  private readonly wants: readonly Want[];
  private readonly shortfall: number;
  private readonly stretches: readonly Stretch[];
  private readonly attended: number[];
  private readonly spent: number[];
  private readonly met: number[];
  /** Attendances by resident and activity, and by resident and day; sessions by activity. */
  private readonly times: number[];
  private readonly onDay: number[];
  private readonly sessions: number[];

  constructor(problem: Problem, wants: readonly Want[]) {
    const { shortfall, change } = weightsOf(problem);
    const { residents, activities, days, published } = problem;
    const zeros = (length: number) => Array.from({ length }, () => 0);
    const told = new Set(published.flatMap(({ activity, start, residents: ids }) => ids.map((id) => `${id} ${activity} ${start}`)));
    this.problem = problem;
    this.wants = wants;
    this.shortfall = shortfall;
    this.stretches = stretchesOf(problem);
    this.attended = zeros(residents.length);
    this.spent = zeros(residents.length);
    this.met = zeros(wants.length);
    this.times = zeros(residents.length * activities.length);
    this.onDay = zeros(residents.length * days);
    this.sessions = zeros(activities.length);
    this.score = 0 - change * told.size - residents.reduce((sum, { target }) => sum + (shortfall * target * (target + 1)) / 2, 0);
  }

  add(column: Column): void {
    this.score += this.gainOf(column);
    this.tally(column, 1);
    this.held.push(column);
  }

  /** Takes out the column last added. */
  remove(column: Column): void {
    this.held.pop();
    this.tally(column, -1);
    this.score -= this.gainOf(column);
  }

  private tally(column: Column, by: 1 | -1): void {
    const { activities, days } = this.problem;
    const bump = (counts: number[], i: number, many: number = by) => (counts[i] = at(counts, i) + many);
    bump(this.sessions, column.activity);
    for (const { resident, wants } of column.stakes) {
      bump(this.attended, resident);
      bump(this.spent, resident, by * at(activities, column.activity).cost);
      bump(this.times, resident * activities.length + column.activity);
      bump(this.onDay, resident * days + column.day);
      for (const want of wants) bump(this.met, want);
    }
  }

  /** Whether the plan stays legal with it; it is legal by itself. */
  mayAdd(column: Column): boolean {
    if (at(this.sessions, column.activity) >= at(this.problem.activities, column.activity).maxSessions) return false;
    return !this.held.some((other) => collide(other, column)) && column.stakes.every(({ resident }) => this.mayCome(resident, column)) && this.isCovered(column);
  }

  /** The same for a column that might have been added before the last one was: only what that one changed is looked at. */
  mayStillAdd(column: Column): boolean {
    const last = this.held.at(-1);
    if (last === undefined) return this.mayAdd(column);
    if (collide(last, column)) return false;
    if (last.activity === column.activity && at(this.sessions, column.activity) >= at(this.problem.activities, column.activity).maxSessions) return false;
    if ((last.residents & column.residents) !== 0 && !column.stakes.every(({ resident }) => this.mayCome(resident, column))) return false;
    return !overlaps(last.span, column.span) || this.isCovered(column);
  }

  private mayCome(resident: number, { activity, day }: Column): boolean {
    const { residents, activities, routines, days } = this.problem;
    const { id, budget, maxPerDay } = at(residents, resident);
    const wanted = at(activities, activity);
    if (at(this.onDay, resident * days + day) >= maxPerDay) return false;
    if (budget !== null && at(this.spent, resident) + wanted.cost > budget) return false;
    if (at(this.times, resident * activities.length + activity) === 0) return true;
    const again = this.held.filter((other) => other.day === day && other.activity === activity && other.stakes.some((stake) => stake.resident === resident)).length;
    const occurrences = routines.filter((routine) => routine.resident === id && routine.activity === wanted.id).flatMap((routine) => routine.occurrences);
    return again < Math.max(1, occurrences.filter(([from]) => dayOf(from) === day).length);
  }

  /** Most are away at once as it begins or as another does. */
  private isCovered({ span, many }: Column): boolean {
    return this.stretches.every((stretch) => {
      if (!overlaps(stretch.span, span)) return true;
      if (many > stretch.spare) return false;
      const [from, to] = [Math.max(span[0], stretch.span[0]), Math.min(span[1], stretch.span[1])];
      const moments = [from, ...this.held.map((other) => other.span[0]).filter((moment) => moment > from && moment < to)];
      return moments.every((moment) => this.held.reduce((sum, other) => (other.span[0] <= moment && moment < other.span[1] ? sum + other.many : sum), many) <= stretch.spare);
    });
  }

  /** What it adds to the score of the plan so far. */
  gainOf(column: Column): number {
    let gain = column.points;
    for (const stake of column.stakes) gain += this.worthOf(stake, column.activity) + this.reliefOf(stake.resident, 0);
    return gain;
  }

  /** Points for one more attendance, but for what it means to have one more at all. */
  private worthOf({ resident, value, told, wants }: Stake, activity: number): number {
    let worth = told + Math.floor(value / 2 ** at(this.times, resident * this.problem.activities.length + activity));
    for (const want of wants) if (at(this.met, want) === 0) worth += at(this.wants, want).points;
    return worth;
  }

  /** Points of shortfall no longer lost by the attendance that comes after `more` others. */
  private reliefOf(resident: number, more: number): number {
    return this.shortfall * Math.max(0, at(this.problem.residents, resident).target - at(this.attended, resident) - more);
  }

  /**
   * No more than this can be gained by any of `columns` together. Each session's staff are paid for in equal shares by
   * those who come, and everybody takes the sessions best for them, as many as their days allow, never minding the rest.
   */
  mostToGain(columns: readonly Column[]): number {
    const { residents, days } = this.problem;
    const slots = residents.map(() => new Map<number, { day: number; worth: number }>());
    for (const { slot, day, activity, points, stakes } of columns) {
      const share = points / stakes.length;
      for (const stake of stakes) {
        const own = at(slots, stake.resident);
        const worth = this.worthOf(stake, activity) + share;
        const best = own.get(slot);
        if (!best || worth > best.worth) own.set(slot, { day, worth });
      }
    }
    return residents.reduce((sum, { maxPerDay }, resident) => {
      const left = Array.from({ length: days }, (_, day) => maxPerDay - at(this.onDay, resident * days + day));
      const ordered = [...at(slots, resident).values()].sort((a, b) => b.worth - a.worth);
      const chosen = ordered.filter(({ day }) => (left[day] = at(left, day) - 1) >= 0);
      return sum + this.bestSoMany(chosen.map(({ worth }) => worth), resident);
    }, 0);
  }

  /** The most that any beginning of this list is worth. */
  private bestSoMany(worths: readonly number[], resident: number): number {
    let [sum, most] = [0, 0];
    worths.forEach((worth, more) => {
      sum += worth + this.reliefOf(resident, more);
      most = Math.max(most, sum);
    });
    return most;
  }
}

function stretchesOf({ staff, floorCover }: Problem): Stretch[] {
  const moments = [...new Set([...staff.flatMap(({ shifts, breaks }) => [...shifts, ...breaks].flat()), ...floorCover.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return moments.slice(1).flatMap((to, i): Stretch[] => {
    const span: Span = [at(moments, i), to];
    const onDuty = staff.filter(({ shifts, breaks }) => shifts.some((one) => overlaps(one, span)) && !breaks.some((one) => overlaps(one, span))).length;
    const needed = Math.max(0, ...floorCover.filter((cover) => overlaps([cover.from, cover.to], span)).map(({ min }) => min));
    return needed > 0 ? [{ span, spare: Math.max(0, onDuty - needed) }] : [];
  });
}

/** Whether two sessions want the same person or thing at the same time. */
function collide(a: Column, b: Column): boolean {
  if (!overlaps(a.span, b.span)) return false;
  return (a.residents & b.residents) !== 0 || (a.people & b.people) !== 0 || (a.vehicles & b.vehicles) !== 0 || (a.room >= 0 && a.room === b.room);
}
