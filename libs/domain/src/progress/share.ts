/** How much of the support that was planned really happened, and why the rest did not; silent where there is too little to say. */
import { scoreInterval } from '../shared/score-interval.ts';

/** Four weeks, today not among them: what is not over cannot have failed to happen. */
export const SHARE_DAYS = 28;
/** Under two planned hours a share of one person says nothing. */
const FEWEST_MINUTES = 120;
/** An interval counts each planned hour once; under ten of them it would span nearly everything. */
const FEWEST_HOURS = 10;
const HOUR = 60;

/** Minutes of support that were planned and that really happened, with the reasons for those that did not. */
export type Given = { readonly planned: number; readonly real: number; readonly reasons: readonly { readonly reason: string; readonly minutes: number }[] };

export type Share = {
  readonly planned: number;
  /** Of the planned minutes, those that happened: what was given beyond the plan makes up for nothing. */
  readonly happened: number;
  /** From 0 to 1; null where there is too little to say. */
  readonly share: number | null;
  /** Whole percentages between which it lies (95 %), the bounds taken outwards; null where there is too little to say. */
  readonly between: { readonly low: number; readonly high: number } | null;
  /** The most minutes first. */
  readonly reasons: readonly { readonly reason: string; readonly minutes: number }[];
};

/** The share of one person, or of several together: what one was given too much never hides what another was not given. */
export function shareOf(given: readonly Given[]): Share {
  const planned = given.reduce((sum, each) => sum + each.planned, 0);
  const happened = given.reduce((sum, each) => sum + Math.min(each.planned, Math.max(0, each.real)), 0);
  return { planned, happened, share: planned < FEWEST_MINUTES ? null : happened / planned, between: betweenOf(happened, planned), reasons: reasonsOf(given) };
}

function betweenOf(happened: number, planned: number): Share['between'] {
  if (planned < FEWEST_HOURS * HOUR) return null;
  const { low, high } = scoreInterval(happened / HOUR, planned / HOUR);
  return { low: Math.floor(low * 100), high: Math.ceil(high * 100) };
}

function reasonsOf(given: readonly Given[]): Share['reasons'] {
  const minutes = new Map<string, number>();
  for (const each of given.flatMap(({ reasons }) => reasons)) minutes.set(each.reason, (minutes.get(each.reason) ?? 0) + each.minutes);
  return [...minutes].map(([reason, sum]) => ({ reason, minutes: sum })).toSorted((a, b) => b.minutes - a.minutes || a.reason.localeCompare(b.reason, 'en-GB'));
}

/** '45 minutes', '1 hour', '3 hours 20 minutes'. */
export function sayMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / HOUR), Math.round(minutes % HOUR)];
  const said = [hours > 0 && `${hours} ${hours === 1 ? 'hour' : 'hours'}`, (rest > 0 || hours === 0) && `${rest} ${rest === 1 ? 'minute' : 'minutes'}`];
  return said.filter((part) => part !== false).join(' ');
}

/** 'Of 12 hours planned, 9 hours happened.' */
export function sayShare({ planned, happened }: Pick<Share, 'planned' | 'happened'>): string {
  if (planned === 0) return 'No support was planned in these four weeks.';
  return happened >= planned ? `All that was planned happened: ${sayMinutes(planned)}.` : `Of ${sayMinutes(planned)} planned, ${happened === 0 ? 'none' : sayMinutes(happened)} happened.`;
}
