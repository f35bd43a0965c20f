/** The triangle week by week: what was planned, what really was, the gap, what it cost, and what was set free. */
import { type Halt, type PlanLine, type Taper, penceOf, plannedMinutes, staffShare } from '../reablement/support-plan.ts';
import type { Day } from '../shared/time.ts';
import type { Meant, Received } from './support-minutes.ts';

/** What is known of a week: nothing of one to come, and of one that is over only what was recorded. */
export type WeekSeen = { readonly monday: Day; readonly state: 'to come' | 'now' | 'over'; readonly received: Received; readonly meant: Meant; /** Not at home for some of it. */ readonly isAway: boolean };

export type WeekFigures = {
  readonly monday: Day;
  readonly state: WeekSeen['state'];
  readonly planned: number;
  /** Null in a week to come. */
  readonly actual: number | null;
  /** Planned minus actual: more than nought is support that did not come. Null in a week to come. */
  readonly gap: number | null;
  readonly plannedPence: number;
  readonly actualPence: number | null;
  /** What it would cost had the start been held. */
  readonly boxPence: number;
  /** Of a week that is over and known: less than the box by so much, with what was meant and not given counted as if it had been; less than nought when it took more. */
  readonly savedPence: number | null;
  /** Minutes set free; null when it is not known. */
  readonly freed: number | null;
  /** Why it is not known, in a sentence; null when it is, or is still to come. */
  readonly unknown: string | null;
};

/** Of what was meant in a week so much has to be on record before anything is said to be set free. */
const ENOUGH = 0.8;

/** Why a week that is over says nothing about what was set free; null when it does. */
export function whyUnknown({ meant, isAway, state }: Pick<WeekSeen, 'meant' | 'isAway' | 'state'>): string | null {
  if (state !== 'over') return null;
  if (isAway) return 'Not at home all week, so we do not know.';
  if (meant.things === 0) return 'Nothing was planned that could be recorded, so we do not know.';
  if (meant.recorded < ENOUGH * meant.things) return `Recorded for ${meant.recorded} of ${meant.things}, so we do not know.`;
  return null;
}

/**
 * Minutes set free in a week: the start of the plan (the box) less what was planned, or less what was needed where that was more.
 * Needed is what was received and what was meant and did not happen: help that the home failed to give is owed and not set free,
 * and neither is what somebody said no to. What the plan still allows and nobody used stays theirs as support.
 */
export function freedMinutes(box: number, planned: number, received: number, meant: Pick<Meant, 'planned' | 'real'>): number {
  const needed = received + (meant.planned - meant.real);
  return Math.max(0, box - Math.max(planned, needed));
}

export type PlanInForce = Taper & { readonly hourlyPence: number; readonly lines: readonly PlanLine[]; readonly halts: readonly Halt[] };

/** The figures of one week under the plan that is in force in it. */
export function weekFigures(plan: PlanInForce, seen: WeekSeen): WeekFigures {
  const { monday, state, received, meant } = seen;
  const share = staffShare(plan.lines);
  const planned = plannedMinutes(plan, plan.halts, monday);
  const plannedPence = penceOf(planned * share, plan.hourlyPence);
  const boxPence = penceOf(plan.startMinutes * share, plan.hourlyPence);
  const unknown = whyUnknown(seen);
  const isOver = state === 'over';
  const actualPence = state === 'to come' ? null : penceOf(received.staffMinutes, plan.hourlyPence);
  return {
    monday, state, planned, actual: state === 'to come' ? null : received.minutes, gap: state === 'to come' ? null : planned - received.minutes,
    plannedPence, actualPence, boxPence,
    savedPence: isOver && unknown === null && actualPence !== null ? boxPence - Math.max(plannedPence, actualPence + penceOf((meant.planned - meant.real) * share, plan.hourlyPence)) : null,
    freed: isOver && unknown === null ? freedMinutes(plan.startMinutes, planned, received.minutes, meant) : null, unknown,
  };
}
