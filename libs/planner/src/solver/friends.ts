/** Who likes whom, who declines whom, and who must not be put together. */
import type { Placed } from './placed.ts';
import type { Tables } from './tables.ts';
import { bitsIn } from './placed.ts';
import { holds } from './tables.ts';

export class Friends {
  private readonly likedBy: Int32Array;
  private readonly declinedBy: Int32Array;
  private readonly avoids: Int32Array;
  private readonly residentWords: number;

  constructor({ likedBy, declinedBy, avoids, residentWords }: Tables) {
    this.likedBy = likedBy;
    this.declinedBy = declinedBy;
    this.avoids = avoids;
    this.residentWords = residentWords;
  }

  /** Whether somebody in it, or about to be, must not meet this resident. */
  isShunned({ company }: Placed, resident: number): boolean {
    const { avoids, residentWords } = this;
    for (let word = 0; word < residentWords; word += 1) if (((avoids[resident * residentWords + word] ?? 0) & (company[word] ?? 0)) !== 0) return true;
    return false;
  }

  /** Whether anyone in it declines this member of staff. */
  isDeclined({ company }: Pick<Placed, 'company'>, person: number): boolean {
    const { declinedBy, residentWords } = this;
    for (let word = 0; word < residentWords; word += 1) if (((declinedBy[person * residentWords + word] ?? 0) & (company[word] ?? 0)) !== 0) return true;
    return false;
  }

  /** Whether this resident declines anyone who goes along. */
  declinesAny({ staff, drivers }: Placed, resident: number): boolean {
    for (let i = 0; i < staff.length; i += 1) if (this.declines(resident, staff[i] ?? 0)) return true;
    for (let i = 0; i < drivers.length; i += 1) if (this.declines(resident, drivers[i] ?? 0)) return true;
    return false;
  }

  declines(resident: number, person: number): boolean {
    const { declinedBy, residentWords } = this;
    return (((declinedBy[person * residentWords + (resident >>> 5)] ?? 0) >>> (resident & 31)) & 1) === 1;
  }

  likes(resident: number, person: number): boolean {
    const { likedBy, residentWords } = this;
    return (((likedBy[person * residentWords + (resident >>> 5)] ?? 0) >>> (resident & 31)) & 1) === 1;
  }

  /** Whether two residents must not be put together. */
  shuns(resident: number, other: number): boolean {
    const { avoids, residentWords } = this;
    return (((avoids[resident * residentWords + (other >>> 5)] ?? 0) >>> (other & 31)) & 1) === 1;
  }

  isIn({ company }: Placed, resident: number): boolean {
    return holds(company, resident);
  }

  /** How many in it like this member of staff. */
  fansIn({ company }: Placed, person: number): number {
    const { likedBy, residentWords } = this;
    let count = 0;
    for (let word = 0; word < residentWords; word += 1) count += bitsIn((likedBy[person * residentWords + word] ?? 0) & (company[word] ?? 0));
    return count;
  }

  /** How many in it would be with someone they like only through this person. */
  newlyHappy({ company, happy }: Pick<Placed, 'company' | 'happy'>, person: number): number {
    const { likedBy, residentWords } = this;
    let count = 0;
    for (let word = 0; word < residentWords; word += 1) count += bitsIn((likedBy[person * residentWords + word] ?? 0) & (company[word] ?? 0) & ~(happy[word] ?? 0));
    return count;
  }

  /** Works out anew who is with someone they like. */
  cheer({ staff, drivers, company, happy }: Placed): void {
    const { likedBy, residentWords } = this;
    for (let word = 0; word < residentWords; word += 1) {
      let liking = 0;
      for (let i = 0; i < staff.length; i += 1) liking |= likedBy[(staff[i] ?? 0) * residentWords + word] ?? 0;
      for (let i = 0; i < drivers.length; i += 1) liking |= likedBy[(drivers[i] ?? 0) * residentWords + word] ?? 0;
      happy[word] = liking & (company[word] ?? 0);
    }
  }
}
