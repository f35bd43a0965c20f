/** One search through the plans of a week: step by step, now and then for the worse, with the best kept. */
import type { Chance } from '../random.ts';
import type { Taste } from './compose.ts';
import type { Makings } from './placed.ts';
import type { Week } from './week.ts';
import { oneOfThem } from '../random.ts';
import { moveSession, moveSomeone, moveStaff } from './moves.ts';
import { fillGaps } from './recreate.ts';
import { exchange, grantWish, makeGap, residentsFor, slotsFor } from './ruin.ts';
import { fillSeats } from './seats.ts';

/** The share of steps that make a gap and fill it again, before and while polishing; the others are a few small moves. */
const GAPS = 0.8;
const GAPS_POLISHING = 0.3;
const SMALL_MOVES = 20;

/** The share of gaps made for one wish, and how much more those may lose: a promise is worth a detour. */
const BOLDNESS = 0.5;
const DARING = 3;
/** The share of the other gaps that come of two sessions changing places. */
const EXCHANGES = 0.2;

/** Small moves may lose less than gaps: they are many, and undo each other. */
const CALM = 0.1;

/** Points a quarter of an hour of somebody may be held to be worth elsewhere. */
const SHADOWS = [0, 10, 30, 60, 150];
/** The share of steps that choose by worth alone; how far the others stray from it. */
const SOBER = 0.3;
const STRAYING = 0.5;

/** The share of small moves that move a resident, and a member of staff; the others move a session. */
const RESIDENTS = 0.8;
const STAFF = 0.1;

/** A plan that was found, safe from what comes. */
export type Found = { readonly sessions: readonly Makings[]; readonly score: number };

function found(week: Week): Found {
  return { sessions: week.copy(), score: week.score };
}

export class Search {
  readonly week: Week;
  /** The best since it last began. */
  best: Found;
  steps = 0;
  private readonly chance: Chance;

  constructor(week: Week, chance: Chance) {
    this.week = week;
    this.chance = chance;
    this.best = found(week);
  }

  /** One step, which may lose about `heat` points. */
  step(heat: number, isPolishing: boolean): void {
    const { week, chance } = this;
    const noise = chance.next() < SOBER ? 0 : STRAYING * chance.next();
    const taste: Taste = { shadow: oneOfThem(SHADOWS, chance) ?? 0, noise, chance };
    if (chance.next() < (isPolishing ? GAPS_POLISHING : GAPS)) this.refill(taste, heat);
    else this.shuffleAbout(taste, isPolishing ? heat : heat * CALM);
    this.steps += 1;
    if (week.score > this.best.score) this.best = found(week);
  }

  /** Begins again from the week as `arrange` leaves it. */
  beginAgain(arrange: () => void): void {
    arrange();
    this.week.settle();
    this.best = found(this.week);
  }

  /** Goes on from these sessions; those of the week that are pinned are among them. */
  goOnFrom(sessions: readonly Makings[]): void {
    const { week } = this;
    week.become(sessions);
    week.settle();
    if (week.score > this.best.score) this.best = found(week);
  }

  /** Makes a gap and fills it again; keeps the result if it is better, or not much worse. */
  private refill(taste: Taste, heat: number): void {
    const { week, chance } = this;
    const before = week.score;
    const isBold = chance.next() < BOLDNESS;
    const gap = isBold ? grantWish(week, taste) : chance.next() < EXCHANGES ? exchange(week, taste) : makeGap(week, taste);
    fillGaps(week, slotsFor(week, gap, 20 + chance.below(60), chance), taste);
    fillSeats(week, residentsFor(week, gap, chance), taste);
    this.decide(before + heat * (isBold ? DARING : 1) * Math.log(1 - chance.next()));
  }

  /** A few small moves, each kept or not by itself. */
  private shuffleAbout(taste: Taste, heat: number): void {
    const { week, chance } = this;
    const plain: Taste = { shadow: 0, noise: 0, chance };
    for (let i = 0; i < SMALL_MOVES; i += 1) {
      const enough = week.score + heat * Math.log(1 - chance.next());
      const kind = chance.next();
      const isDone = kind < RESIDENTS ? moveSomeone(week, plain, enough) : kind < RESIDENTS + STAFF ? moveStaff(week, plain) : moveSession(week, taste);
      this.decide(isDone ? enough : Number.POSITIVE_INFINITY);
    }
  }

  private decide(enough: number): void {
    if (this.week.score < enough) this.week.goBack(0);
    else this.week.settle();
  }
}
