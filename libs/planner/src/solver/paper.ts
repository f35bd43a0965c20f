/** Paper on which one session at a time is worked out: written over by the next, so that working out leaves nothing to be cleared away. */
import type { Tables } from './tables.ts';
import { flipBit } from './placed.ts';

/** Some people or things; only the first `count` are meant. */
export type List = { readonly items: number[]; count: number };

function listFor(most: number): List {
  return { items: Array.from({ length: most }, () => 0), count: 0 };
}

/** Puts one more on a list. */
export function list(on: List, one: number): void {
  on.items[on.count] = one;
  on.count += 1;
}

export function isListed({ items, count }: List, one: number): boolean {
  for (let i = 0; i < count; i += 1) if (items[i] === one) return true;
  return false;
}

/** Who would come, in the order in which they are asked, and what that adds. */
export type Guests = { readonly who: Int32Array; readonly gain: Float64Array; readonly appeal: Float64Array; count: number };

/** Who is free throughout a slot and could be there, as bits. */
export type Free = { readonly residents: Int32Array; readonly staff: Int32Array };

export class Paper {
  private readonly likedBy: Int32Array;
  readonly free: Free;
  readonly guests: Guests;
  /** Those of the guests who are asked, how many staff they take, and what they add. */
  readonly company: List & { staff: number; gain: number };
  /** Staff who hold the skills it takes, and how many more it takes who hold each. */
  readonly crew: List;
  readonly missing: Int32Array;
  /** Bits of residents who cannot be asked as it stands. */
  readonly barred: Int32Array;
  /** Rooms and staff who are free, and the staff who do not drive. */
  readonly rooms: List;
  readonly pool: List;
  readonly others: List;
  /** The session in the making: its staff apart from those who drive; all who go along, its company and who of them is happy, as bits. */
  readonly sketch: { readonly staff: List; readonly people: Int32Array; readonly company: Int32Array; readonly happy: Int32Array };

  constructor({ residents, staff, problem, skills, likedBy, residentWords, staffWords }: Tables) {
    this.likedBy = likedBy;
    this.free = { residents: new Int32Array(residentWords), staff: new Int32Array(staffWords) };
    this.guests = { who: new Int32Array(residents.length), gain: new Float64Array(residents.length), appeal: new Float64Array(residents.length), count: 0 };
    this.company = { ...listFor(residents.length), staff: 0, gain: 0 };
    this.crew = listFor(staff.length);
    this.missing = new Int32Array(Math.max(0, ...skills.map((wanted) => wanted.length)));
    this.barred = new Int32Array(residentWords);
    this.rooms = listFor(problem.rooms.length);
    this.pool = listFor(staff.length);
    this.others = listFor(staff.length);
    this.sketch = { staff: listFor(staff.length), people: new Int32Array(staffWords), company: new Int32Array(residentWords), happy: new Int32Array(residentWords) };
  }

  /** Begins the session in the making anew, with the company and the crew, and those who drive. */
  begin(drivers: readonly number[]): void {
    const { sketch, company, crew } = this;
    sketch.company.fill(0);
    sketch.happy.fill(0);
    sketch.people.fill(0);
    sketch.staff.count = 0;
    for (let i = 0; i < company.count; i += 1) flipBit(sketch.company, company.items[i] ?? 0);
    for (let i = 0; i < drivers.length; i += 1) this.bring(drivers[i] ?? 0);
    for (let i = 0; i < crew.count; i += 1) this.lend(crew.items[i] ?? 0);
  }

  /** One more member of staff for the session in the making. */
  lend(person: number): void {
    list(this.sketch.staff, person);
    this.bring(person);
  }

  private bring(person: number): void {
    const { likedBy, sketch: { people, company, happy } } = this;
    flipBit(people, person);
    for (let word = 0; word < company.length; word += 1) happy[word] = (happy[word] ?? 0) | ((likedBy[person * company.length + word] ?? 0) & (company[word] ?? 0));
  }
}
