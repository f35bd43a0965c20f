/** A time for a review: whom it needs is free then, and the floor stays covered; where not, a sentence says who and why. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Span, overlaps } from '../shared/time.ts';

export type MeetingReason = 'MEETING_PAST' | 'NOT_A_LENGTH' | 'NOBODY_WITH_THEM' | 'NOT_HERE' | 'RESIDENT_BUSY' | 'RESIDENT_AWAY' | 'STAFF_BUSY' | 'STAFF_OFF' | 'STAFF_BREAK' | 'FLOOR_SHORT' | 'TAKEN' | 'MEETING_OVER' | 'NO_WHY';
export const MEETING_WORDS: Words<MeetingReason> = {
  MEETING_PAST: () => 'That time has gone by. Choose one that is to come.',
  NOT_A_LENGTH: () => 'A review takes from 15 minutes to two hours, on the quarter of an hour.',
  NOBODY_WITH_THEM: () => 'Choose at least one member of staff who sits down with them.',
  NOT_HERE: (name) => `${name} does not live here now. Look back by telephone or with a visit instead.`,
  RESIDENT_BUSY: (what) => what,
  RESIDENT_AWAY: (name) => `${name} is not free then: a visit, an appointment, a rest or a protected routine.`,
  STAFF_BUSY: (what) => what,
  STAFF_OFF: (name) => `${name} is not at work then. Choose another time or somebody else.`,
  STAFF_BREAK: (name) => `${name} has a break then. Choose another time or somebody else.`,
  FLOOR_SHORT: (words) => `${words} Choose another time, or fewer people.`,
  TAKEN: () => 'Somebody was booked for something else at that time a moment ago. Nothing was booked: choose again.',
  MEETING_OVER: () => 'This review has begun already, or was called off.',
  NO_WHY: () => 'Say why it is called off: it is told to everybody who was to be there.',
};

export const MEETING_MINUTES = [15, 30, 45, 60, 90, 120] as const;

/** Minutes of the week from its Monday. `at work` null: nobody planned this person's hours, as in an office. */
export type Colleague = { readonly id: string; readonly name: string; readonly shifts: readonly Span[] | null; readonly breaks: readonly Span[]; readonly away: readonly Span[]; readonly busy: readonly { readonly span: Span; readonly what: string }[] };
export type Sitter = { readonly name: string; readonly isHere: boolean; readonly unavailable: readonly Span[]; readonly busy: readonly { readonly span: Span; readonly what: string }[] };
export type Floor = { readonly cover: readonly { readonly from: number; readonly to: number; readonly min: number }[]; readonly colleagues: readonly Colleague[] };

/** Whether these people can meet in this span. `now` is the minute of the week that it is. */
export function mayMeet(span: Span, person: Sitter, staff: readonly Colleague[], floor: Floor, now: number): Decision<MeetingReason> {
  const minutes = span[1] - span[0];
  const clash = person.busy.find((each) => overlaps(each.span, span));
  const short = shortfall(span, staff, floor);
  return decide<MeetingReason>([
    !person.isHere && { code: 'NOT_HERE', about: person.name },
    span[0] < now && { code: 'MEETING_PAST' },
    !(MEETING_MINUTES as readonly number[]).includes(minutes) && { code: 'NOT_A_LENGTH' },
    staff.length === 0 && { code: 'NOBODY_WITH_THEM' },
    clash ? { code: 'RESIDENT_BUSY', about: `${person.name} is down for ${clash.what} then. Choose another time.` } : person.unavailable.some((each) => overlaps(each, span)) && { code: 'RESIDENT_AWAY', about: person.name },
    ...staff.map((each) => whyNot(span, each)),
    short !== null && { code: 'FLOOR_SHORT', about: short },
  ]);
}

function whyNot(span: Span, { name, shifts, breaks, away, busy }: Colleague): { code: MeetingReason; about: string } | null {
  if (away.some((each) => overlaps(each, span))) return { code: 'STAFF_OFF', about: name };
  const clash = busy.find((each) => overlaps(each.span, span));
  if (clash) return { code: 'STAFF_BUSY', about: `${name} is down for ${clash.what} then. Choose another time or somebody else.` };
  if (shifts !== null && !shifts.some(([from, to]) => from <= span[0] && span[1] <= to)) return { code: 'STAFF_OFF', about: name };
  return breaks.some((each) => overlaps(each, span)) ? { code: 'STAFF_BREAK', about: name } : null;
}

/** Where the meeting leaves fewer on the floor than there have to be, and there were enough without it. */
function shortfall(span: Span, staff: readonly Colleague[], { cover, colleagues }: Floor): string | null {
  const inIt = new Set(staff.map(({ id }) => id));
  const covered = cover.filter(({ from, to }) => overlaps([from, to], span));
  const starts = [span[0], ...covered.map(({ from }) => from), ...colleagues.flatMap(({ shifts, breaks, busy }) => [...(shifts ?? []), ...breaks, ...busy.map((each) => each.span)].flat())].filter((at) => at >= span[0] && at < span[1]);
  const on = (at: number) => colleagues.filter(({ shifts, breaks, busy }) => (shifts ?? []).some(holds(at)) && !breaks.some(holds(at)) && !busy.some((each) => holds(at)(each.span)));
  for (const at of starts) {
    const least = Math.max(0, ...covered.filter(({ from, to }) => from <= at && at < to).map(({ min }) => min));
    const there = on(at);
    const left = there.filter(({ id }) => !inIt.has(id)).length;
    if (left < least && left < there.length && there.length >= least) return `Only ${left} would be left on the floor, and there have to be ${least}.`;
  }
  return null;
}

const holds = (at: number) => ([from, to]: Span) => from <= at && at < to;
