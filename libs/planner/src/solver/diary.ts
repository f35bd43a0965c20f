/** What each resident has had, by activity, by day and in all, and what one more time would be worth to them. */
import type { Slot, Tables } from './tables.ts';
import { holds } from './tables.ts';

const NOTHING: readonly number[] = [];

export class Diary {
  /** How often each want is met. */
  readonly met: Int32Array;
  private readonly tables: Tables;
  private readonly residents: number;
  /** Attendances by resident; by resident and activity; by resident and day; by resident, activity and day. */
  private readonly attended: Int32Array;
  private readonly times: Uint16Array;
  /** Points for the first attendance of an activity, by resident and activity; for one more, by activity and resident; and for one more of anything. */
  private readonly worth: Int32Array;
  private readonly next: Int32Array;
  private readonly missing: Float64Array;
  private readonly onDay: Uint16Array;
  private readonly timesOnDay: Uint8Array;
  /** Laid out for speed: most attendances a day, budgets and targets by resident; cost by activity. */
  private readonly maxPerDay: Int32Array;
  private readonly budget: Float64Array;
  private readonly target: Int32Array;
  private readonly cost: Float64Array;
  private readonly spent: Float64Array;
  /** Bits of the residents whose day is full, by day; of those who have had an activity as often as they may, by activity and day. */
  private readonly full: Int32Array;
  private readonly had: Int32Array;

  constructor(tables: Tables) {
    const { problem, residents, activities, wantPoints } = tables;
    this.tables = tables;
    this.met = new Int32Array(wantPoints.length);
    this.attended = new Int32Array(residents.length);
    this.spent = new Float64Array(residents.length);
    this.times = new Uint16Array(residents.length * activities.length);
    this.worth = Int32Array.from(residents.flatMap(({ value }) => activities.map(({ id }) => value[id] ?? 0)));
    this.residents = residents.length;
    this.next = Int32Array.from(activities.flatMap(({ id }) => residents.map(({ value }) => value[id] ?? 0)));
    this.missing = Float64Array.from(residents, ({ target }) => tables.weights.shortfall * target);
    this.onDay = new Uint16Array(residents.length * problem.days);
    this.timesOnDay = new Uint8Array(residents.length * activities.length * problem.days);
    this.full = new Int32Array(problem.days * tables.residentWords);
    this.had = new Int32Array(activities.length * problem.days * tables.residentWords);
    this.maxPerDay = Int32Array.from(residents, ({ maxPerDay }) => maxPerDay);
    this.budget = Float64Array.from(residents, ({ budget }) => budget ?? Number.POSITIVE_INFINITY);
    this.target = Int32Array.from(residents, ({ target }) => target);
    this.cost = Float64Array.from(activities, ({ cost }) => cost);
    residents.forEach((_, resident) => {
      for (let day = 0; day < problem.days; day += 1) this.noteFull(resident, day);
    });
  }

  /** Bits, in this word of residents, of those who had too much that day, or the activity as often as they may. */
  sated({ activity, day }: Slot, word: number): number {
    const { problem, residentWords } = this.tables;
    return (this.full[day * residentWords + word] ?? 0) | (this.had[(activity * problem.days + day) * residentWords + word] ?? 0);
  }

  private noteFull(resident: number, day: number): void {
    setBit(this.full, day * this.tables.residentWords, resident, this.isDayFull(resident, day));
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
  gainOf(resident: number, slot: Slot): number {
    const plain = (this.next[slot.activity * this.residents + resident] ?? 0) + (this.missing[resident] ?? 0);
    return holds(slot.special, resident) ? plain + this.claimed(resident, slot) : plain;
  }

  /** Points for being there because they were told, and for every want that nothing else meets. */
  private claimed(resident: number, { claimOf }: Slot): number {
    const claim = claimOf[resident];
    if (!claim) return 0;
    const { told, wants } = claim;
    let gain = told;
    for (let i = 0; i < wants.length; i += 1) if (this.met[wants[i] ?? 0] === 0) gain += this.tables.wantPoints[wants[i] ?? 0] ?? 0;
    return gain;
  }

  /** Notes an attendance, or takes one back. */
  tally(resident: number, { activity, day, claimOf }: Slot, by: 1 | -1): void {
    const { activities, problem, weights, residentWords, timesADay } = this.tables;
    const wants = claimOf[resident]?.wants ?? NOTHING;
    for (let i = 0; i < wants.length; i += 1) this.met[wants[i] ?? 0] = (this.met[wants[i] ?? 0] ?? 0) + by;
    const pair = resident * activities.length + activity;
    const attended = (this.attended[resident] ?? 0) + by;
    const times = (this.times[pair] ?? 0) + by;
    this.attended[resident] = attended;
    this.times[pair] = times;
    this.missing[resident] = weights.shortfall * Math.max(0, (this.target[resident] ?? 0) - attended);
    this.next[activity * this.residents + resident] = times < 7 ? (this.worth[pair] ?? 0) >> times : 0;
    this.onDay[resident * problem.days + day] = (this.onDay[resident * problem.days + day] ?? 0) + by;
    this.timesOnDay[pair * problem.days + day] = (this.timesOnDay[pair * problem.days + day] ?? 0) + by;
    this.spent[resident] = (this.spent[resident] ?? 0) + by * (this.cost[activity] ?? 0);
    this.noteFull(resident, day);
    const row = pair * problem.days + day;
    setBit(this.had, (activity * problem.days + day) * residentWords, resident, (this.timesOnDay[row] ?? 0) >= (timesADay[row] ?? 0));
  }
}

function setBit(bits: Int32Array, row: number, which: number, isSet: boolean): void {
  const word = row + (which >>> 5);
  const bit = 1 << (which & 31);
  bits[word] = isSet ? (bits[word] ?? 0) | bit : (bits[word] ?? 0) & ~bit;
}
