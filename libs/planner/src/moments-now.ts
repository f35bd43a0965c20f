/** What one person could do with one other right now: something at home that they like, beside the plan as it stands. */
import type { Activity, Plan, Problem, Resident, Span, Staff } from './problem.ts';
import { DAY, dayOf, isInsideOne, overlaps } from './span.ts';
import { staffNeeded } from './support.ts';
import { Board, type Draft, draftsOf } from './repair/board.ts';
import { staffed } from './repair/crew.ts';

/** A moment between two people is no session: half an hour is enough, and no group is waited for. */
const MOMENT_MINUTES = 30;

export type MomentLimits = {
  /** Activities that cannot be done now for a reason the plan does not know: their kit is missing. */
  readonly without?: ReadonlySet<string>;
  /** What somebody said no to today: a no stands for the day. */
  readonly saidNo?: ReadonlyMap<string, ReadonlySet<string>>;
};

export type Moment = {
  readonly resident: string;
  readonly activity: string;
  readonly room: string | null;
  readonly staff: readonly string[];
  readonly span: Span;
  /** Minute until which whoever would do it is at work, and until which the room is free; null where no room is needed. */
  readonly staffUntil: number;
  readonly roomUntil: number | null;
};

export type NoMoment = {
  readonly resident: string;
  /** 'not free' until a minute; 'no likes' at home that are known; 'not now' when nothing they like can be held at this hour or in a free room; 'nobody' who may can be spared. */
  readonly why: 'not free' | 'no likes' | 'not now' | 'nobody';
  /** The minute from which it would be otherwise today, where one is known. */
  readonly until: number | null;
  /** For 'not now': what of theirs is possible from that minute on. */
  readonly activity?: string;
};

/** For each of these residents one thing that is possible now, or why there is none. Each is possible by itself. */
export function momentsNow(problem: Problem, plan: Plan, minute: number, wanted: readonly string[], limits: MomentLimits = {}): (Moment | NoMoment)[] {
  const board = new Board({ ...problem, activities: problem.activities.map(asMoment) });
  for (const draft of draftsOf(problem, plan.sessions)) if (draft) board.open(draft);
  const residents = new Map(problem.residents.map((one) => [one.id, one]));
  const start = Math.ceil(minute / problem.grid) * problem.grid;
  return wanted.flatMap((id) => {
    const resident = residents.get(id);
    return resident ? [momentFor(board, resident, [start, start + MOMENT_MINUTES], limits)] : [];
  });
}

/** As often as one likes, by one person for one; skills, rooms and hours stay as they are. Work on the home's grid is whole steps. */
function asMoment(activity: Activity): Activity {
  return { ...activity, duration: MOMENT_MINUTES, group: { min: 1, max: 1 }, baseStaff: 1, maxSessions: Number.POSITIVE_INFINITY };
}

function momentFor(board: Board, resident: Resident, span: Span, { without, saidNo }: MomentLimits): Moment | NoMoment {
  const no = (why: NoMoment['why'], until: number | null = null): NoMoment => ({ resident: resident.id, why, until });
  const liked = likesAtHome(board, resident).filter(({ id }) => !saidNo?.get(resident.id)?.has(id));
  if (liked.length === 0) return no('no likes');
  const busyUntil = freeFrom(board, resident, span);
  if (busyUntil > span[0]) return no('not free', busyUntil < endOfDay(span) ? busyUntil : null);
  if (!isSpared(board, resident, span)) return no('nobody', nextSpared(board, resident, span));
  const possible = liked.filter(({ id }) => !without?.has(id));
  const draft = firstOf(board, resident, possible, span);
  if (!draft) return laterToday(board, resident, possible, span);
  return {
    resident: resident.id, activity: draft.activity.id, room: draft.room?.id ?? null, staff: draft.staff.map(({ id }) => id), span,
    staffUntil: Math.min(...draft.staff.map((person) => untilOf(person, span))),
    roomUntil: draft.room ? roomUntil(board, draft.room.id, span) : null,
  };
}

/** What they like most of what can be done then. */
function firstOf(board: Board, resident: Resident, liked: readonly Activity[], span: Span): Draft | null {
  for (const activity of liked) {
    const draft = board.mayBeHeld(activity, span) ? staffed(board, { activity, span, room: null, driving: [], staff: [], residents: [] }, [resident]) : null;
    if (draft) return draft;
  }
  return null;
}

function laterToday(board: Board, resident: Resident, liked: readonly Activity[], span: Span): NoMoment {
  const { grid, days } = board.problem;
  const last = Math.min(endOfDay(span), days * DAY) - MOMENT_MINUTES;
  for (let from = span[0] + grid; from <= last; from += grid) {
    const draft = firstOf(board, resident, liked, [from, from + MOMENT_MINUTES]);
    if (draft) return { resident: resident.id, why: 'not now', until: from, activity: draft.activity.id };
  }
  return { resident: resident.id, why: 'not now', until: null };
}

/** What they like most first; by id where they like two as much, so that the same is always suggested. */
function likesAtHome({ problem }: Board, { value }: Resident): Activity[] {
  const worth = ({ id }: Activity) => value[id] ?? 0;
  return problem.activities.filter((one) => one.setting === 'home' && worth(one) > 0).sort((a, b) => worth(b) - worth(a) || (a.id < b.id ? -1 : 1));
}

const endOfDay = ([from]: Span) => (dayOf(from) + 1) * DAY;

/** From when they have half an hour: they may rest, be visited, be in a session, or have a routine that is theirs. */
function freeFrom(board: Board, resident: Resident, [from, to]: Span): number {
  const taken = [
    ...resident.unavailable, ...(board.routinesOf.get(resident.id) ?? []).filter((routine) => routine.protected).flatMap(({ occurrences }) => occurrences),
    ...[...board.drafts].filter(({ residents }) => residents.some(({ id }) => id === resident.id)).map(({ span }) => span),
  ];
  let at: Span = [from, to];
  for (let found = taken.find((one) => overlaps(one, at)); found; found = taken.find((one) => overlaps(one, at))) at = [found[1], found[1] + MOMENT_MINUTES];
  return at[0];
}

/** Whether as many as it takes with this person are free, and can be spared by everybody else. */
function isSpared(board: Board, resident: Resident, span: Span): boolean {
  const needed = Math.max(1, staffNeeded([resident.supportIn]));
  const free = board.problem.staff.filter((person) => !resident.declinedStaff.includes(person.id) && board.isStaffFree(person, span));
  return free.length >= needed && board.spareDuring(span) >= needed;
}

function nextSpared(board: Board, resident: Resident, span: Span): number | null {
  const { grid, days } = board.problem;
  const last = Math.min(endOfDay(span), days * DAY) - MOMENT_MINUTES;
  for (let from = span[0] + grid; from <= last; from += grid) if (isSpared(board, resident, [from, from + MOMENT_MINUTES])) return from;
  return null;
}

function untilOf({ shifts }: Staff, span: Span): number {
  return shifts.find((shift) => isInsideOne(span, [shift]))?.[1] ?? span[1];
}

function roomUntil(board: Board, room: string, span: Span): number | null {
  const next = [...board.drafts].filter((draft) => draft.room?.id === room && draft.span[0] >= span[1]).map((draft) => draft.span[0]);
  const open = board.problem.rooms.find(({ id }) => id === room)?.available.find((one) => isInsideOne(span, [one]))?.[1];
  return Math.min(...next, open ?? span[1]);
}
