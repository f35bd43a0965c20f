/** Everything a plan leaves undone, and why, as a text to read. */
import type { Names } from './names.ts';
import type { Plan, Problem } from './problem.ts';
import type { Effect, Unmet, WayOut, Why } from './why-not.ts';
import { sayPlacement } from './can-we.ts';
import { count, inWords, plainNames } from './names.ts';
import { dayOf } from './span.ts';
import { whyEveryone } from './why-not.ts';

/** All answers to "why not?" about a plan, laid out as text: promises not kept, routines missed, people with too little. */
export function explained(problem: Problem, plan: Plan, names: Names = plainNames(problem)): string {
  const answers = whyEveryone(problem, plan);
  const of = (kind: Unmet['kind']) => answers.filter(({ unmet }) => unmet.kind === kind);
  const sections: readonly (readonly [string, Unmet['kind']])[] = [['Promises not kept', 'promise'], ['Routines missed', 'routine'], ['People with less than they should have', 'target']];
  const written = sections
    .filter(([, kind]) => of(kind).length > 0)
    .map(([title, kind]) => `${title} (${of(kind).length})\n\n${of(kind).map(({ unmet, why }) => sayWhy(unmet, why, names)).join('\n\n')}`);
  return written.length === 0 ? 'Every promise is kept, no routine is missed, and everyone has what they should have.\n' : `${written.join('\n\n\n')}\n`;
}

/** One answer: what is not there, then why, then what would do. */
export function sayWhy(unmet: Unmet, why: Why, names: Names): string {
  return [sayUnmet(unmet, names), ...linesOf(why, unmet, names).map((line) => `  ${line}`)].join('\n');
}

function sayUnmet({ wish, ...unmet }: Unmet, names: Names): string {
  const who = names.call('resident', wish.resident);
  const what = wish.activities.map((id) => names.call('activity', id));
  const either = what.length < 2 ? what.join('') : `${what.slice(0, -1).join(', ')} or ${what.at(-1)}`;
  const on = dayOf(wish.from) === dayOf(wish.to - 1) ? `on ${names.during([wish.from, wish.to])}` : `between ${names.when(wish.from)} and ${endOf(wish.to, names)}`;
  switch (unmet.kind) {
    case 'promise':
      return `${who} was promised ${either} ${on}.`;
    case 'routine':
      return `${who} misses ${either} ${on}, which belongs to their day.`;
    case 'target':
      return `${who} should have ${count(unmet.short, 'more session', 'more sessions')}.`;
  }
}

/** The end of a stretch as a moment of its last day. */
function endOf(to: number, names: Names): string {
  return names.when(to - 1).replace(/23:59$/, '24:00');
}

function linesOf(why: Why, unmet: Unmet, names: Names): string[] {
  switch (why.level) {
    case 'kept':
      return ['It is in the plan.'];
    case 'room': {
      const [best] = why.placements;
      return ['There is room for it:', ...why.placements.map((placement) => `- ${sayPlacement(placement, names)}`), ...(best ? [`The plan would be ${points(best.cost.score)}.`] : [])];
    }
    case 'whatever else is planned': {
      const beside = unmet.kind === 'target' ? 'Beside what they have already, nothing more can be, whatever else is planned.' : 'It cannot be, whatever else is planned.';
      return why.ways.length === 0 ? [beside, nothingHelps(why.searched, unmet)] : [`${beside} What would make it possible:`, ...why.ways.map((way) => `- ${way.say(names)}`)];
    }
    case 'beside this plan':
      return [
        'It can be, but not beside this plan.',
        ...(why.givingWay.length > 0 ? ['Somebody would have to give way:', ...why.givingWay.map((way) => sayGivingWay(way, names))] : ['Nobody can give way for it.']),
        ...(why.more.length > 0 ? ['With nobody losing anything, it would take:', ...why.more.map((way) => `- ${way.say(names)}`)] : ['Nothing that leaves everybody what they have would do.']),
      ];
  }
}

function nothingHelps(searched: number, { kind, wish }: Unmet): string {
  if (wish.activities.length === 0) return 'There is nothing they are known to like.';
  if (searched === 0) return kind === 'routine' ? 'It is not held then.' : 'It is not held at any time in these days.';
  return 'Nothing that could be had in these days would help.';
}

function sayGivingWay(way: WayOut, names: Names): string {
  return `- ${way.say(names)}; ${[...sayLosses(way.effect, names), `the plan would be ${points(way.effect.points)}`].join('; ')}`;
}

function sayLosses({ broken, missed }: Effect, names: Names): string[] {
  const promises = broken.map(({ resident, activities }) => `${names.call('resident', resident)} would no longer have the promised ${inWords(activities.map((id) => names.call('activity', id)))}`);
  const routines = missed.map(({ resident, activity }) => `${names.call('resident', resident)} would miss ${names.call('activity', activity)}, which belongs to their day`);
  return [...promises, ...routines];
}

function points(score: number): string {
  if (score === 0) return 'worth as much as now';
  return `worth ${count(Math.abs(score), 'point', 'points')} ${score > 0 ? 'more' : 'less'}`;
}
