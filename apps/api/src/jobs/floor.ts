/** Who has the floor: the planner rests while somebody waits for an answer, and goes on when nobody does. */

/** Whoever works in the background and can rest. */
type Resting = { readonly rest: () => void; readonly goOn: () => void };

/** Milliseconds without anybody waiting before work goes on; the longest rest at a stretch; what work then gets, whoever waits. */
const CALM = 40;
const LONGEST = 3000;
const TURN = 150;

export class Floor {
  private readonly works = new Set<Resting>();
  private waiting = 0;
  private isResting = false;
  private calm: NodeJS.Timeout | undefined;
  private turn: NodeJS.Timeout | undefined;

  /** Gives work the floor whenever nobody waits; returns how to take it away for good. */
  givenTo(work: Resting): () => void {
    this.works.add(work);
    if (this.isResting) work.rest();
    return () => void this.works.delete(work);
  }

  /** Somebody waits for an answer; returns what to call when they have it. */
  waitFor(): () => void {
    this.waiting += 1;
    clearTimeout(this.calm);
    // NOTE: after its longest rest work has the floor for a turn, and `turn` is set until that is over.
    if (!this.isResting && !this.turn) this.rest();
    return () => {
      this.waiting -= 1;
      if (this.waiting === 0) this.calm = setTimeout(() => this.goOn(), CALM).unref();
    };
  }

  private rest(): void {
    this.isResting = true;
    for (const work of this.works) work.rest();
    this.turn = setTimeout(() => {
      this.goOn();
      this.turn = setTimeout(() => {
        this.turn = undefined;
        if (this.waiting > 0) this.rest();
      }, TURN).unref();
    }, LONGEST).unref();
  }

  private goOn(): void {
    clearTimeout(this.turn);
    this.turn = undefined;
    this.isResting = false;
    for (const work of this.works) work.goOn();
  }
}

/** The floor of this process. */
export const floor = new Floor();
