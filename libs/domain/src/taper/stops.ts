/** What stands of a plan: its stops with their answers, and the stop that follows from the records before anybody has written it down. */
import { type Phase, isNeverTapered } from '../people/phase.ts';
import { type Halt, type Taper, isFalling, plannedMinutes } from '../reablement/support-plan.ts';
import { type PlanAnswer, type StopWhy, type Watched, firstHurt } from '../reablement/taper.ts';
import { type Day, addDays, mondayOf, sayDay } from '../shared/time.ts';

/** A stop; `id` is null while it only follows from the records. */
export type Stop = { readonly id: string | null; readonly why: StopWhy; readonly words: string; readonly onDay: Day; readonly answer: { readonly answer: PlanAnswer; readonly onDay: Day } | null };

export type PlanState = 'none' | 'to come' | 'falling' | 'stopped' | 'held' | 'over';

/**
 * All stops of a plan up to today, in order. A falling plan that nobody has stopped or settled is stopped by the first day since
 * it began, or since somebody last said "go on", on which the person's phase became one that is never tapered, or on which the
 * signs say that it hurts. Nothing is stopped twice: while a stop waits, and once a plan is held or has gone back, none is added.
 */
export function stopsOf(plan: Taper & { readonly madeOn: Day }, known: readonly Stop[], phases: readonly { readonly phase: Phase; readonly day: Day; readonly words: string }[], watched: Omit<Watched, 'since' | 'beganOn'>, today: Day): Stop[] {
  const stops = known.toSorted((a, b) => (a.onDay < b.onDay ? -1 : 1));
  if (!isFalling(plan) || stops.some(({ answer }) => answer?.answer !== 'go on')) return stops;
  const wentOn = stops.map(({ answer }) => answer?.onDay ?? '').reduce((last, day) => (day > last ? day : last), '');
  const since = wentOn >= plan.startsOn ? addDays(wentOn, 1) : plan.startsOn;
  const turned = phases.filter(({ phase, day }) => isNeverTapered(phase) && day >= plan.madeOn && day > wentOn && day <= today).toSorted((a, b) => (a.day < b.day ? -1 : 1))[0];
  const hurt = today < since ? null : firstHurt({ ...watched, since, beganOn: plan.startsOn }, today);
  const comfort: Stop | null = turned ? { id: null, why: 'comfort and connection', onDay: turned.day, answer: null, words: `${watched.name} wants comfort and connection since ${sayDay(turned.day)}: “${turned.words}” Help is not made less.` } : null;
  const first = [comfort, hurt && { ...hurt, id: null, answer: null }].filter((each): each is Stop => each !== null).toSorted((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : 0))[0];
  return first ? [...stops, first] : stops;
}

/** The one that waits for an answer. */
export function openStop(stops: readonly Stop[]): Stop | null {
  return stops.find(({ answer }) => answer === null) ?? null;
}

export const haltsOf = (stops: readonly Stop[]): Halt[] => stops.map(({ onDay, answer }) => ({ onDay, answer }));

/** How a plan stands today. */
export function stateOf(plan: Taper | null, stops: readonly Stop[], today: Day): PlanState {
  if (!plan) return 'none';
  if (openStop(stops)) return 'stopped';
  if (!isFalling(plan) || stops.some(({ answer }) => answer?.answer === 'hold' || answer?.answer === 'go back')) return 'held';
  if (plan.startsOn > today) return 'to come';
  return plan.endsOn < today ? 'over' : 'falling';
}

const minutes = (number: number) => `${number} ${number === 1 ? 'minute' : 'minutes'}`;

/** How a plan stands, in a sentence. */
export function sayState(name: string, plan: Taper | null, stops: readonly Stop[], today: Day): string {
  if (!plan) return `Nobody has made a support plan with ${name} yet.`;
  const now = minutes(plannedMinutes(plan, haltsOf(stops), mondayOf(today)));
  const stop = openStop(stops);
  const state = stateOf(plan, stops, today);
  if (stop) return `Stopped on ${sayDay(stop.onDay)}. Support stays at ${now} a week until somebody has talked with ${name}.`;
  if (state === 'held') return `Support is held at ${now} a week.`;
  if (state === 'to come') return `Begins on ${sayDay(plan.startsOn)} with ${minutes(plan.startMinutes)} a week.`;
  if (state === 'over') return `This plan ended on ${sayDay(plan.endsOn)}. Support stays at ${now} a week until there is another.`;
  return `${now[0]?.toUpperCase() ?? ''}${now.slice(1)} planned this week, on the way from ${plan.startMinutes} to ${plan.goalMinutes} by ${sayDay(plan.endsOn)}.`;
}
