/**
 * When everything should be looked at again with somebody, and why: each reason has a day, a sentence and the entries it comes
 * from. A reason stays until it is answered, whatever is recorded after it; the same cause is not raised twice.
 * NICE NG74 asks for goals that are reviewed with the person; which turns in a life call for it is this project's own list.
 */
import { type Phase, isNeverTapered } from '../people/phase.ts';
import { type Point } from '../reablement/ladder.ts';
import { slopeOf, turnsOf } from '../reablement/trend.ts';
import { type Day, addDays, daysBetween, sayDay } from '../shared/time.ts';

/** The most pressing first. */
export const DUE_KINDS = ['bereavement', 'fall', 'hospital', 'more help', 'three misses', 'room move', 'date', 'other change', 'reached', 'no movement'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** A record a reason comes from: its table and its id. */
export type Entry = { readonly of: 'outcome' | 'goal score' | 'outcome review' | 'task' | 'promise' | 'attendance' | 'life change' | 'fall' | 'status change' | 'episode' | 'review'; readonly id: string };
/** `key` names the cause: once answered under it, it is not raised again. */
export type DueReason = { readonly kind: DueKind; readonly key: string; readonly since: Day; readonly words: string; readonly entries: readonly Entry[] };

export type OutcomeFacts = {
  readonly id: string;
  readonly words: string;
  readonly dueOn: Day;
  /** By the person or by staff, in the order they were given; a score that another corrects is left out. */
  readonly scores: readonly { readonly id: string; readonly day: Day; readonly attained: number; readonly baseline: number }[];
  /** Looks at this outcome by itself. */
  readonly reviews: readonly { readonly id: string; readonly day: Day; readonly result: string }[];
};
export type TaskFacts = { readonly id: string; readonly name: string; readonly startedOn: Day; readonly startRung: number; readonly hopedRung: number; readonly points: readonly Point[] };
export type MissFacts = { readonly id: string; readonly day: Day; readonly missed: boolean };

export type Facts = {
  readonly name: string;
  readonly phase: Phase | null;
  readonly outcomes: readonly OutcomeFacts[];
  readonly tasks: readonly TaskFacts[];
  /** Promises that came due and were not kept: how often each, and the day of the last time. */
  readonly promises: readonly { readonly id: string; readonly words: string; readonly misses: number; readonly day: Day }[];
  /** Of each standing promise, its days so far in order. */
  readonly standing: readonly { readonly id: string; readonly words: string; readonly days: readonly MissFacts[] }[];
  /** What was recorded of each session, in order. */
  readonly attendances: readonly MissFacts[];
  /** Turns in their life, and falls where falls are recorded. */
  readonly changes: readonly { readonly id: string; readonly of: 'life change' | 'fall'; readonly kind: string; readonly day: Day; readonly words: string | null }[];
  /** Days on which they came back from hospital. */
  readonly backFromHospital: readonly { readonly id: string; readonly day: Day }[];
  readonly episode: { readonly id: string; readonly firstReviewOn: Day; readonly hopedEndOn: Day | null } | null;
  /** The day of the next sitting as chosen at the last. */
  readonly nextReview: { readonly id: string; readonly day: Day } | null;
  readonly lastReviewOn: Day | null;
};

/** Keys that a sitting answered, with its day. */
export type Answered = ReadonlyMap<string, Day>;

const STILL_DAYS = 28;
const IN_A_ROW = 3;

/** Every reason that stands unanswered on a day, the most pressing first. */
export function reviewsDue(facts: Facts, answered: Answered, today: Day): DueReason[] {
  const gentle = isNeverTapered(facts.phase);
  const all = [
    ...byDate(facts, today), ...facts.outcomes.flatMap(reachedIn), ...toldOnce(facts.changes).flatMap((change) => afterChange(facts.name, change)), ...facts.backFromHospital.map((back) => afterHospital(facts.name, back)),
    ...missesOf(facts, answered),
    // For whoever wants comfort and company above all, standing still or more help is no reason to ask them to try harder.
    ...(gentle ? [] : [...facts.tasks.flatMap((task) => moreHelp(facts.name, task)), ...facts.tasks.flatMap((task) => stillTask(task, answered, today)), ...facts.outcomes.flatMap((outcome) => stillOutcome(outcome, answered))]),
  ];
  return inOrder(all.filter(({ key, since }) => !answered.has(key) && since <= today));
}

/** The most pressing kind first, then the longest wait. */
export function inOrder(reasons: readonly DueReason[]): DueReason[] {
  return reasons.toSorted(byUrgency);
}

export function byUrgency(a: DueReason, b: DueReason): number {
  return DUE_KINDS.indexOf(a.kind) - DUE_KINDS.indexOf(b.kind) || a.since.localeCompare(b.since) || a.key.localeCompare(b.key);
}

function byDate({ name, outcomes, episode, nextReview, lastReviewOn }: Facts, today: Day): DueReason[] {
  const of = (key: string, since: Day, words: string, entry: Entry): DueReason => ({ kind: 'date', key, since, words, entries: [entry] });
  const first = episode && lastReviewOn === null ? [of(`first review ${episode.id}`, episode.firstReviewOn, `The first review with ${name} was set for ${sayDay(episode.firstReviewOn)}.`, { of: 'episode', id: episode.id })] : [];
  const end = episode?.hopedEndOn ? [of(`hoped end ${episode.id} ${episode.hopedEndOn}`, episode.hopedEndOn, `${name}’s stay was hoped to end on ${sayDay(episode.hopedEndOn)}.`, { of: 'episode', id: episode.id })] : [];
  const next = nextReview ? [of(`next review ${nextReview.id}`, nextReview.day, `The last review set the next one for ${sayDay(nextReview.day)}.`, { of: 'review', id: nextReview.id })] : [];
  return [...first, ...end, ...next, ...outcomes.map(({ id, words, dueOn }) => of(`outcome date ${id} ${dueOn}`, dueOn, `“${words}” was to be looked at with ${name} by ${sayDay(dueOn)}.`, { of: 'outcome', id }))]
    .filter(({ since }) => since <= today);
}

/** The first score at what was hoped for, since the outcome was last looked at. */
function reachedIn({ id, words, scores, reviews }: OutcomeFacts): DueReason[] {
  const looked = reviews.filter(({ result }) => result !== 'reached').map(({ day }) => day).toSorted().at(-1);
  // Where somebody began at what is hoped for, keeping it is no news.
  const score = scores.find(({ attained, baseline, day }) => attained >= 0 && baseline < 0 && (looked === undefined || day > looked));
  const said = reviews.find(({ result }) => result === 'reached');
  return [
    ...(score ? [{ kind: 'reached' as const, key: `reached ${id} ${score.id}`, since: score.day, words: `“${words}”: what was hoped for is reached.`, entries: [{ of: 'goal score' as const, id: score.id }, { of: 'outcome' as const, id }] }] : []),
    ...(said ? [{ kind: 'reached' as const, key: `reached ${id} ${said.id}`, since: said.day, words: `“${words}” is reached: what comes next, and what help is still needed?`, entries: [{ of: 'outcome review' as const, id: said.id }] }] : []),
  ];
}

function moreHelp(name: string, { id, name: task, points }: TaskFacts): DueReason[] {
  return turnsOf(points).filter(({ going }) => going === 'falling').map(({ day }) => ({
    kind: 'more help', key: `more help ${id} ${day}`, since: day, words: `“${task}” takes ${name} more help than it did: something may be behind it.`, entries: [{ of: 'task', id }],
  }));
}

/** Four weeks in which nothing moved, counted anew from the day on which that was last talked about. */
function stillTask(task: TaskFacts, answered: Answered, today: Day): DueReason[] {
  if (task.hopedRung <= task.startRung) return [];
  const from = startAgain(`still ${task.id} `, answered) ?? task.startedOn;
  const points = task.points.filter(({ day, rung }) => day >= from && day <= today && rung < task.hopedRung);
  const day = points.find(({ day: each }) => daysBetween(from, each) >= STILL_DAYS && hasNotMoved(points, each))?.day;
  return day === undefined ? [] : [{ kind: 'no movement', key: `still ${task.id} ${day}`, since: day, words: `“${task.name}” has not moved for four weeks.`, entries: [{ of: 'task', id: task.id }] }];
}

/** Less than half a rung over four weeks, on the line through them. */
function hasNotMoved(points: readonly Point[], on: Day): boolean {
  const window = points.filter(({ day }) => day <= on && day > addDays(on, -STILL_DAYS));
  const slope = slopeOf(window, on);
  const [first] = window;
  return slope !== null && first !== undefined && daysBetween(first.day, on) >= STILL_DAYS - 7 && Math.abs(slope.perWeek * 4) < 0.5 && slope.least <= 0 && slope.most >= 0;
}

function stillOutcome({ id, words, scores }: OutcomeFacts, answered: Answered): DueReason[] {
  const from = startAgain(`still ${id} `, answered);
  const known = scores.filter(({ day }) => from === null || day >= from);
  let run = known[0];
  for (const score of known) {
    if (run === undefined || score.attained !== run.attained) run = score;
    else if (score.attained < 0 && daysBetween(run.day, score.day) >= STILL_DAYS) {
      return [{ kind: 'no movement', key: `still ${id} ${score.day}`, since: score.day, words: `“${words}” stands where it stood four weeks before.`, entries: [{ of: 'goal score', id: run.id }, { of: 'goal score', id: score.id }] }];
    }
  }
  return [];
}

/** The last day on which a cause of this beginning was answered. */
function startAgain(beginning: string, answered: Answered): Day | null {
  return [...answered].filter(([key]) => key.startsWith(beginning)).map(([, day]) => day).toSorted().at(-1) ?? null;
}

function missesOf({ name, promises, standing, attendances }: Facts, answered: Answered): DueReason[] {
  const often = promises.flatMap(({ id, words, misses, day }): DueReason[] => {
    const keys = Array.from({ length: Math.floor(misses / IN_A_ROW) }, (_, n) => `misses ${id} ${n + 1}`);
    const key = keys.find((each) => !answered.has(each));
    return key === undefined ? [] : [{ kind: 'three misses', key, since: day, words: `“${words}” was promised to ${name} and has fallen through ${misses} times.`, entries: [{ of: 'promise', id }] }];
  });
  const days = standing.flatMap(({ id, words, days: each }) => threesIn(each).map((three): DueReason => ({
    kind: 'three misses', key: `standing misses ${id} ${three[2].id}`, since: three[2].day, words: `“${words}” was missed three times in a row, the last on ${sayDay(three[2].day)}.`, entries: three.map((miss) => ({ of: 'promise', id: miss.id })),
  })));
  const said = threesIn(attendances).map((three): DueReason => ({
    kind: 'three misses', key: `attendance misses ${three[2].id}`, since: three[2].day, words: `${name} was not in the last three things planned, up to ${sayDay(three[2].day)}: declined, or not offered.`, entries: three.map((miss) => ({ of: 'attendance', id: miss.id })),
  }));
  return [...often, ...days, ...said];
}

/** Every third miss of a run of misses, with the two before it. */
function threesIn(all: readonly MissFacts[]): (readonly [MissFacts, MissFacts, MissFacts])[] {
  const threes: (readonly [MissFacts, MissFacts, MissFacts])[] = [];
  let run: MissFacts[] = [];
  for (const each of all) {
    run = each.missed ? [...run, each] : [];
    const [one, two, three] = run;
    if (one && two && three) {
      threes.push([one, two, three]);
      run = [];
    }
  }
  return threes;
}

const CHANGED: Readonly<Record<string, { readonly kind: DueKind; readonly say: (name: string) => string }>> = {
  bereavement: { kind: 'bereavement', say: (name) => `${name} has lost somebody` },
  fall: { kind: 'fall', say: (name) => `${name} had a fall` },
  hospital: { kind: 'hospital', say: (name) => `${name} was at a hospital` },
  'room move': { kind: 'room move', say: (name) => `${name} moved to another room` },
  other: { kind: 'other change', say: (name) => `Something changed for ${name}` },
};

function afterChange(name: string, { id, of, kind, day, words }: Facts['changes'][number]): DueReason[] {
  const said = CHANGED[kind];
  if (!said) return [];
  const more = words === null ? '.' : `: ${words}${/[.!?]$/.test(words) ? '' : '.'}`;
  return [{ kind: said.kind, key: `${of} ${id}`, since: day, words: `${said.say(name)}, ${sayDay(day)}${more}`, entries: [{ of, id }] }];
}

/** A fall that was written down in full as well is told of once, from there. */
function toldOnce(changes: Facts['changes']): Facts['changes'] {
  return changes.filter((change) => change.of !== 'life change' || change.kind !== 'fall' || !changes.some(({ of, day }) => of === 'fall' && day === change.day));
}

function afterHospital(name: string, { id, day }: Facts['backFromHospital'][number]): DueReason {
  return { kind: 'hospital', key: `back ${id}`, since: day, words: `${name} came back from hospital on ${sayDay(day)}.`, entries: [{ of: 'status change', id }] };
}
