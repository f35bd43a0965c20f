/** What each resident has had, by activity, by day and in all, and what one more time would be worth to them. */
import type { Option, Slot, Tables } from './tables.ts';

export class Diary {
  /** How often each want is met. */
  readonly met: Int32Array;
  private readonly tables: Tables;
  /** Attendances by resident; by resident and activity; by resident and day; by resident, activity and day. */
  private readonly attended: Int32Array;
  private readonly times: Uint16Array;
  private readonly onDay: Uint16Array;
  private readonly timesOnDay: Uint8Array;
  /** Laid out for speed: most attendances a day, budgets and targets by resident; cost by activity. */
  private readonly maxPerDay: Int32Array;
  private readonly budget: Float64Array;
  private readonly target: Int32Array;
  private readonly cost: Float64Array;
  private readonly spent: Float64Array;

  constructor(tables: Tables) {
    const { problem, residents, activities, wantPoints } = tables;
    this.tables = tables;
    this.met = new Int32Array(wantPoints.length);
    this.attended = new Int32Array(residents.length);
    this.spent = new Float64Array(residents.length);
    this.times = new Uint16Array(residents.length * activities.length);
    this.onDay = new Uint16Array(residents.length * problem.days);
    this.timesOnDay = new Uint8Array(residents.length * activities.length * problem.days);
    this.maxPerDay = Int32Array.from(residents, ({ maxPerDay }) => maxPerDay);
    this.budget = Float64Array.from(residents, ({ budget }) => budget ?? Number.POSITIVE_INFINITY);
    this.target = Int32Array.from(residents, ({ target }) => target);
    this.cost = Float64Array.from(activities, ({ cost }) => cost);
  }

  /** Sessions somebody has too few. */
  shortOf(resident: number): number {
    return (this.target[resident] ?? 0) - (this.attended[resident] ?? 0);
  }

  isDayFull(resident: number, day: number): boolean {
    return (this.onDay[resident * this.tables.problem.days + day] ?? 0) >= (this.maxPerDay[resident] ?? 0);
  }

  /** Whether they have had the activity that day as often as they may. */
  hasHad(resident: number, { activity, day }: Slot): boolean {
    const { activities, problem, timesADay } = this.tables;
    const row = (resident * activities.length + activity) * problem.days + day;
    return (this.timesOnDay[row] ?? 0) >= (timesADay[row] ?? 0);
  }

  canAfford(resident: number, activity: number): boolean {
    return (this.spent[resident] ?? 0) + (this.cost[activity] ?? 0) <= (this.budget[resident] ?? 0);
  }

  /** Points for one more attendance, but for the company of staff they like. */
  gainOf({ resident, value, told, wants }: Option, activity: number): number {
    const { wantPoints, weights, activities } = this.tables;
    let gain = told;
    for (let i = 0; i < wants.length; i += 1) {
      const want = wants[i] ?? 0;
      if (this.met[want] === 0) gain += wantPoints[want] ?? 0;
    }
    const times = this.times[resident * activities.length + activity] ?? 0;
    if (times < 7) gain += value >> times;
    const short = (this.target[resident] ?? 0) - (this.attended[resident] ?? 0);
    return short > 0 ? gain + weights.shortfall * short : gain;
  }

  /** Notes an attendance, or takes one back. */
  tally({ resident, wants }: Option, { activity, day }: Slot, by: 1 | -1): void {
    const { activities, problem } = this.tables;
    for (let i = 0; i < wants.length; i += 1) this.met[wants[i] ?? 0] = (this.met[wants[i] ?? 0] ?? 0) + by;
    const pair = resident * activities.length + activity;
    this.attended[resident] = (this.attended[resident] ?? 0) + by;
    this.times[pair] = (this.times[pair] ?? 0) + by;
    this.onDay[resident * problem.days + day] = (this.onDay[resident * problem.days + day] ?? 0) + by;
    this.timesOnDay[pair * problem.days + day] = (this.timesOnDay[pair * problem.days + day] ?? 0) + by;
    this.spent[resident] = (this.spent[resident] ?? 0) + by * (this.cost[activity] ?? 0);
  }
}
