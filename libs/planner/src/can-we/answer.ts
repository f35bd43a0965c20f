/** What is asked and what is answered when somebody asks "can we?". */
import type { Names } from '../names.ts';
import type { Plan, Session } from '../problem.ts';
import type { Missing } from './missing.ts';

/** One resident attending one of these activities, the whole session between `from` and `to`. */
export type Wish = { readonly resident: string; readonly activities: readonly string[]; readonly from: number; readonly to: number };

export type CanWeLimits = {
  /** Most placements to offer. */
  readonly places?: number;
  /** Most ways to make it possible. */
  readonly ways?: number;
  /** Indices of sessions that must stay exactly as they are. */
  readonly pinned?: readonly number[];
  /** What a taxi costs there and back, if that is known. */
  readonly taxiPence?: number;
};

/** A session that fulfils the wish, and the plan with it. */
export type Placement = {
  readonly session: Session;
  /** Index of the session of the plan that it adds to; null when it is a new one. */
  readonly joins: number | null;
  readonly plan: Plan;
  readonly cost: Cost;
};

export type Cost = {
  /** Points the plan gains or loses. */
  readonly score: number;
  /** What the resident pays. */
  readonly pence: number;
  /** Minutes of staff who would not be in a session otherwise. */
  readonly staffMinutes: number;
  /** Who those staff are. */
  readonly staff: readonly string[];
};

/** Things that would make it possible together, none of them for nothing, and the session there would then be. */
export type Way = {
  readonly missing: readonly Missing[];
  /** Less is easier; only for comparing ways. */
  readonly effort: number;
  readonly placement: Placement;
  /** 'a driver with a D1 licence on Thursday between 13:00 and 16:00' */
  readonly say: (names: Names) => string;
};

export type Answer =
  | { readonly possible: true; readonly placements: readonly Placement[] }
  /**
   * Every one of the `searched` times and sessions was tried with every company, crew, room and vehicle. No ways:
   * nothing the home could do would help, as when the activity is not held at all in these days.
   */
  | { readonly possible: false; readonly searched: number; readonly ways: readonly Way[] };
