/** Who could go now? What could leave within the hour beside the plan as it stands, with whom, and back by when. */
import type { Draft } from './repair/board.ts';
import type { Names } from './names.ts';
import type { Activity, Plan, Problem, Resident, Session, Span } from './problem.ts';
import type { Candidate, Turn } from './turns.ts';
import { addDays } from '@promenade/domain/shared/time';
import { check } from './check.ts';
import { factsOf } from './facts.ts';
import { clock, count, inWords } from './names.ts';
import { lengthOf } from './problem.ts';
import { keptPromises } from './score.ts';
import { DAY, dayOf, isInside } from './span.ts';
import { fairTurns } from './turns.ts';
import { Board, draftsOf, isWelcome, sessionOf } from './repair/board.ts';
import { staffed } from './repair/crew.ts';

export type GoNowLimits = {
  /** Minutes within which it must leave. */
  readonly within?: number;
  /** The minute by which everybody must be back. */
  readonly back?: number;
  /** Most outings, and most things at home, to offer. */
  readonly outings?: number;
  readonly atHome?: number;
  /** What is known of how long people have waited; `wish` is taken from what the activity is worth to them. */
  readonly waiting?: readonly Omit<Candidate, 'wish'>[];
};

/** One thing that could be done now. Each is possible by itself; two of them together need not be. */
export type Going = {
  /** An outing; or something at home for people with nothing else on that day. */
  readonly kind: 'out' | 'home';
  readonly session: Session;
  /** Index of the session of the plan that they would join; null when it is a new one. */
  readonly joins: number | null;
  /** The plan with it. */
  readonly plan: Plan;
  readonly leaves: number;
  readonly back: number;
  /** Who comes, and who else could if there were places, each with the sentence of their turn. */
  readonly comes: readonly Turn[];
  readonly waits: readonly Turn[];
  /** Ids of promises it would keep that the plan does not. */
  readonly promises: readonly string[];
  readonly say: (names: Names) => string[];
};

/** Outings first, then things at home, the best first. Nothing in the plan is touched: whoever is needed later is back. */
export function whoCouldGoNow(problem: Problem, plan: Plan, minute: number, limits: GoNowLimits = {}): Going[] {
  const { outings = 3, atHome = 3 } = limits;
  const moment = momentOf(problem, plan, minute, limits);
  const judge = judgeOf(problem, plan);
  const offersOf = (kind: Going['kind'], most: number) => {
    const fresh = problem.activities.filter(({ setting }) => setting === kind).flatMap((activity) => bestFor(moment, activity, limits) ?? []);
    const found = [...fresh, ...moment.standing.filter(({ activity }) => activity.setting === kind).flatMap((draft) => withMore(moment, draft, limits) ?? [])];
    const ordered = found.sort((a, b) => b.worth - a.worth || a.draft.span[0] - b.draft.span[0]);
    const offers: Going[] = [];
    for (const one of ordered) {
      if (offers.length === most) break;
      if (offers.some(({ session }) => session.activity === one.draft.activity.id)) continue;
      const next = goingOf(moment, one);
      if (judge(next.plan)) offers.push(next);
    }
    return offers;
  };
  return [...offersOf('out', outings), ...offersOf('home', atHome)];
}

type Moment = {
  readonly board: Board;
  readonly plan: Plan;
  /** The sessions of the plan. */
  readonly standing: readonly Draft[];
  readonly minute: number;
  readonly today: string;
  readonly unkept: Problem['promises'];
  /** How many sessions each has in the whole plan. */
  readonly attended: ReadonlyMap<string, number>;
  /** Residents with nothing on this day. */
  readonly idle: ReadonlySet<string>;
  readonly waiting: ReadonlyMap<string, Omit<Candidate, 'wish'>>;
};

/** Everybody who wants to come in fair order, once it is known who can be taken. */
type Turns = (going: ReadonlySet<string>) => Turn[];

type Found = { readonly draft: Draft; readonly base: Draft | null; readonly turns: Turns; readonly promises: readonly string[]; readonly worth: number };

function momentOf(problem: Problem, plan: Plan, minute: number, { waiting = [] }: GoNowLimits): Moment {
  const board = new Board(problem);
  const standing = draftsOf(problem, plan.sessions).flatMap((draft) => draft ?? []);
  for (const draft of standing) board.open(draft);
  const facts = factsOf(problem, plan);
  const kept = new Set(keptPromises(facts));
  const busyToday = new Set([...board.drafts].filter(({ span }) => dayOf(span[0]) === dayOf(minute)).flatMap(({ residents }) => residents.map(({ id }) => id)));
  const known = new Map(waiting.map((one) => [one.resident, one]));
  const attended = new Map([...facts.attendedBy].map(([{ id }, own]) => [id, own.length]));
  return {
    board,
    plan,
    standing,
    minute,
    today: addDays(problem.startDate, dayOf(minute)),
    unkept: problem.promises.filter((promise) => !kept.has(promise)),
    attended,
    idle: new Set(problem.residents.map(({ id }) => id).filter((id) => !busyToday.has(id))),
    waiting: new Map(problem.residents.map(({ id }) => [id, known.get(id) ?? { resident: id, promisedOn: null, lastOut: lastOutOf(problem, facts, id, minute), overlooked: 0 }])),
  };
}

/** The day of somebody's last outing before this minute, as far as the plan knows of one. */
function lastOutOf({ startDate }: Problem, { sessions }: ReturnType<typeof factsOf>, id: string, minute: number): string | null {
  const outings = sessions.filter(({ activity, span, residents }) => activity.setting === 'out' && span[0] < minute && residents.some((one) => one.id === id));
  return outings.length === 0 ? null : addDays(startDate, Math.max(...outings.map(({ span }) => dayOf(span[0]))));
}

/** The activity at the first moment at which it can begin, with as many as can come, in fair order. */
function bestFor(moment: Moment, activity: Activity, { within = 60, back = Number.POSITIVE_INFINITY }: GoNowLimits): Found | null {
  const { board, minute } = moment;
  const { grid, days } = board.problem;
  const length = lengthOf(activity);
  for (let start = Math.ceil(minute / grid) * grid; start <= minute + within; start += grid) {
    const span: Span = [start, start + length];
    if (span[1] > Math.min(back, days * DAY) || !board.mayBeHeld(activity, span) || board.spareDuring(span) < activity.baseStaff) continue;
    const found = companyAt(moment, activity, span);
    if (found) return found;
  }
  return null;
}

function companyAt(moment: Moment, activity: Activity, span: Span): Found | null {
  const guests = guestsFor(moment, activity, span);
  if (guests.length < activity.group.min) return null;
  const { turns, inTurn } = inFairOrder(moment, activity, span, guests);
  const wanted: Draft = { activity, span, room: null, driving: [], staff: [], residents: [] };
  const draft =
    gathered(moment.board, wanted, guests.toSorted(inTurn)) ??
    (activity.group.min > 1 ? gathered(moment.board, wanted, guests.toSorted((a, b) => burden(a, activity) - burden(b, activity) || inTurn(a, b))) : null);
  return draft && foundOf(moment, draft, null, turns);
}

/** A session of the plan that has yet to begin, with whoever could still join it: in the seats there are, or with one more member of staff. */
function withMore(moment: Moment, base: Draft, { within = 60, back = Number.POSITIVE_INFINITY }: GoNowLimits): Found | null {
  const { board, minute } = moment;
  const { activity, span } = base;
  const places = activity.group.max - base.residents.length;
  if (span[0] < minute || span[0] > minute + within || span[1] > back || places <= 0) return null;
  const guests = guestsFor(moment, activity, span);
  const { turns, inTurn } = inFairOrder(moment, activity, span, guests);
  const spare = board.problem.staff.filter((person) => board.isStaffFree(person, span));
  board.close(base);
  let draft = base;
  for (const guest of guests.toSorted(inTurn)) {
    const residents = [...draft.residents, guest];
    const next = [draft.staff, ...spare.filter((person) => !draft.staff.includes(person)).map((person) => [...draft.staff, person])].map((staff) => ({ ...draft, staff, residents })).find((one) => board.fits(one));
    if (next) draft = next;
  }
  board.open(base);
  return draft === base ? null : foundOf(moment, draft, base, turns);
}

/** Who wants it and is free; for something at home only those who have nothing else on the day. */
function guestsFor({ board, idle }: Moment, activity: Activity, span: Span): Resident[] {
  return board.problem.residents.filter(
    (resident) => (resident.value[activity.id] ?? 0) > 0 && (activity.setting === 'out' || idle.has(resident.id)) && board.mayAttend(resident, activity, span),
  );
}

/** Fair turns, but first of all those to whom it would keep a promise. */
function inFairOrder(moment: Moment, activity: Activity, span: Span, guests: readonly Resident[]): { turns: Turns; inTurn: (a: Resident, b: Resident) => number } {
  const candidates = guests.map(({ id, value }): Candidate => ({ ...(moment.waiting.get(id) ?? { resident: id, promisedOn: null, lastOut: null, overlooked: 0 }), wish: value[activity.id] ?? 0 }));
  const turns: Turns = (going) => fairTurns(candidates, 0, moment.today, going);
  const placeOf = new Map(turns(new Set()).map(({ resident, place }) => [resident, place]));
  const promised = new Map(guests.map((resident) => [resident, promisedTo(moment, resident, activity, span).length]));
  const inTurn = (a: Resident, b: Resident) => (promised.get(b) ?? 0) - (promised.get(a) ?? 0) || (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0);
  return { turns, inTurn };
}

function promisedTo({ unkept }: Moment, resident: Resident, activity: Activity, span: Span): string[] {
  return unkept.filter((one) => one.resident === resident.id && one.activities.includes(activity.id) && isInside(span, [one.from, one.to])).map(({ id }) => id);
}

function foundOf(moment: Moment, draft: Draft, base: Draft | null, turns: Turns): Found {
  const { activity, span } = draft;
  const comes = draft.residents.filter((resident) => !base?.residents.includes(resident));
  const promises = comes.flatMap((resident) => promisedTo(moment, resident, activity, span));
  const hunger = ({ id, target }: Resident) => Math.max(0, target - (moment.attended.get(id) ?? 0));
  const liking = comes.reduce((sum, resident) => sum + (resident.value[activity.id] ?? 0) + 100 * hunger(resident), 0);
  return { draft, base, turns, promises, worth: 1000 * promises.length + liking };
}

function burden({ supportIn, supportOut, wheelchair }: Resident, { setting }: Activity): number {
  const { staff, residents } = setting === 'home' ? supportIn : supportOut;
  return staff / residents + (wheelchair ? 1 : 0);
}

/** How many in a row may be turned away for want of staff or seats before the company is taken to be whole. */
const PATIENCE = 6;

/** As many as can come, asked in this order; null when there are too few. */
function gathered(board: Board, wanted: Draft, guests: readonly Resident[]): Draft | null {
  const { activity } = wanted;
  let company: Resident[] = [];
  let best: Draft | null = null;
  let refused = 0;
  for (const guest of guests) {
    if (company.length === activity.group.max || refused === PATIENCE) break;
    if (!isWelcome(guest, company, [])) continue;
    const next = [...company, guest];
    const draft = next.length < activity.group.min ? null : staffed(board, wanted, next);
    if (next.length >= activity.group.min && !draft) {
      refused += 1;
      continue;
    }
    [company, best] = [next, draft];
  }
  return best;
}

function goingOf({ plan, standing, attended, idle, board, minute }: Moment, { draft, base, turns, promises }: Found): Going {
  const session = sessionOf(draft);
  const joins = base && plan.sessions.findIndex((_, i) => standing[i] === base);
  const coming = session.residents.filter((id) => !base?.residents.some((one) => one.id === id));
  const order = turns(new Set(coming));
  const laterToday = [...board.drafts].filter(({ span }) => span[0] >= draft.span[1] && dayOf(span[0]) === dayOf(minute));
  return {
    kind: draft.activity.setting,
    session,
    joins,
    plan: { ...plan, sessions: joins === null ? [...plan.sessions, session] : plan.sessions.map((one, i) => (i === joins ? session : one)) },
    leaves: draft.span[0],
    back: draft.span[1],
    comes: order.filter(({ goes }) => goes),
    waits: order.filter(({ goes }) => !goes),
    promises,
    say: (names) => {
      const nothing = coming.filter((id) => idle.has(id) && (attended.get(id) ?? 0) === 0);
      return sayGoing({ draft, base, coming, nothing, promises: promises.length, next: nextFor(coming, laterToday) }, names);
    },
  };
}

/** What these people have next. */
function nextFor(coming: readonly string[], later: readonly Draft[]): Draft | undefined {
  return later.filter(({ residents }) => residents.some(({ id }) => coming.includes(id))).sort((a, b) => a.span[0] - b.span[0])[0];
}

type Words = { readonly draft: Draft; readonly base: Draft | null; readonly coming: readonly string[]; readonly nothing: readonly string[]; readonly promises: number; readonly next: Draft | undefined };

function sayGoing({ draft, base, coming, nothing, promises, next }: Words, names: Names): string[] {
  const { activity, span, room } = draft;
  const people = (ids: readonly string[]) => inWords(ids.map((id) => names.call('resident', id)));
  const isOut = activity.setting === 'out';
  const title = names.call('activity', activity.id);
  const place = room === null ? '' : ` in ${names.call('room', room.id)}`;
  const crew = inWords(draft.staff.filter((person) => !base?.staff.includes(person)).map(({ id }) => names.call('staff', id)));
  const wheels = base ? [] : draft.driving.map(({ vehicle, driver }) => `${names.call('staff', driver.id)} drives ${names.call('vehicle', vehicle.id)}.`);
  return [
    base
      ? `${title} ${isOut ? 'leaves' : 'begins'} at ${clock(span[0])}${place} and is ${isOut ? 'back' : 'over'} by ${clock(span[1])}; there is room for ${count(coming.length, 'more person', 'more people')}.`
      : `${title} could ${isOut ? 'leave' : 'begin'} at ${clock(span[0])}${place} and be ${isOut ? 'back' : 'over'} by ${clock(span[1])}.`,
    `${people(coming)} could come${crew === '' ? '' : `, with ${crew}`}.`,
    ...wheels,
    ...(promises > 0 ? [`That keeps ${count(promises, 'promise')}.`] : []),
    ...(nothing.length > 0 ? [`${people(nothing)} ${nothing.length === 1 ? 'has' : 'have'} nothing else in these days.`] : []),
    ...(next ? [`Everybody is back in time for ${names.call('activity', next.activity.id)} at ${clock(next.span[0])}.`] : []),
  ];
}

/** Takes nothing on trust: with one more session the plan breaks no rule that it did not break before. */
function judgeOf(problem: Problem, plan: Plan): (next: Plan) => boolean {
  const keysOf = (some: Plan) => check(problem, some).violations.map(({ rule, ids, span, amount }) => JSON.stringify([rule, ids, span, amount]));
  const before = new Set(keysOf(plan));
  return (next) => keysOf(next).every((key) => before.has(key));
}
