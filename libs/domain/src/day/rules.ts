/** What can be recorded of a day, and why something cannot. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';
import { NOT_RUN_REASONS } from './attendance.ts';

export type DayRefusal =
  | 'NOT_IN_SESSION' | 'SAID_OTHERWISE_BEFORE' | 'SESSION_TO_COME' | 'SESSION_CANCELLED' | 'TWICE_IN_ONE' | 'CORRECTS_ANOTHER' | 'NOBODY_SAID'
  | 'HOW_LONG' | 'MOMENT_TO_COME' | 'TOO_LONG_AGO' | 'NOT_HERE' | 'NOBODY_IN_IT' | 'MEDIA_GONE'
  | 'NO_REASON' | 'OTHER_NEEDS_WORDS' | 'NOBODY_ANSWERS' | 'DAY_TO_COME' | 'MISSED_NEEDS_REASON' | 'ROUTINE_ENDED';

export const DAY_WORDS: Words<DayRefusal> = {
  NOT_IN_SESSION: (name) => `${name} is not in this session. Add them to it on the week’s plan first, or record it where they were.`,
  SAID_OTHERWISE_BEFORE: () => 'This was recorded before and said something else. Open the page again and correct it there.',
  SESSION_TO_COME: (when) => `This session is still to come: ${when}. Record it once it has begun.`,
  SESSION_CANCELLED: () => 'This session was cancelled. If it took place after all, tell whoever plans the week.',
  TWICE_IN_ONE: (name) => `${name} is in this list twice. Say once what happened.`,
  CORRECTS_ANOTHER: () => 'A correction has to be of an entry for the same person in the same session.',
  NOBODY_SAID: () => 'Nobody is in this list yet. Say for at least one person what happened.',
  HOW_LONG: () => 'Say how long it was: from one minute to four hours.',
  MOMENT_TO_COME: () => 'That is still to come. Record it once it has happened.',
  TOO_LONG_AGO: () => 'That is more than a week ago. Write it into the life story or the notes instead.',
  NOT_HERE: (name) => `${name} does not live here any more.`,
  NOBODY_IN_IT: () => 'Say who is in it: each of them has to have agreed.',
  MEDIA_GONE: () => 'This photo or recording has been erased. Take another one.',
  NO_REASON: () => 'Choose from the list why it did not take place.',
  OTHER_NEEDS_WORDS: () => 'You chose “other”. Say in words what happened.',
  NOBODY_ANSWERS: () => 'Say who answers for this: a name that people can ask.',
  DAY_TO_COME: (day) => `${day} is still to come. Record it on the day.`,
  MISSED_NEEDS_REASON: () => 'Say why it was missed, so that it can be put right.',
  ROUTINE_ENDED: () => 'This routine has ended. If it is wanted again, write it on the person’s page.',
};

export type Recording = { readonly residentId: string; readonly correctsId: string | null };
export type Booked = { readonly residentId: string; readonly name: string };

/** A list of what happened in a session is taken whole or not at all. `came` are those booked; others belong somewhere else. */
export function mayRecord(
  session: { readonly status: string; readonly dayOf: Day; readonly when: string },
  list: readonly Recording[],
  came: readonly Booked[],
  names: ReadonlyMap<string, string>,
  corrected: ReadonlyMap<string, string>,
  today: Day,
): Decision<DayRefusal> {
  const booked = new Set(came.map(({ residentId }) => residentId));
  const nameOf = (id: string) => names.get(id) ?? 'Somebody';
  const ids = list.map(({ residentId }) => residentId);
  const twice = [...new Set(ids.filter((id, n) => ids.indexOf(id) !== n))];
  return decide<DayRefusal>([
    list.length === 0 && { code: 'NOBODY_SAID' },
    session.status === 'cancelled' && { code: 'SESSION_CANCELLED' },
    session.dayOf > today && { code: 'SESSION_TO_COME', about: session.when },
    ...ids.filter((id) => !booked.has(id)).map((id) => ({ code: 'NOT_IN_SESSION' as const, about: nameOf(id) })),
    ...twice.map((id) => ({ code: 'TWICE_IN_ONE' as const, about: nameOf(id) })),
    list.some(({ residentId, correctsId }) => correctsId !== null && corrected.get(correctsId) !== residentId) && { code: 'CORRECTS_ANOTHER' },
  ]);
}

/** A session that did not run has a reason from the short list and somebody who answers for it. */
export function mayReportNotRun(report: { reason: string | null; words: string; answers: string }, session: { readonly dayOf: Day; readonly when: string }, today: Day): Decision<DayRefusal> {
  return decide<DayRefusal>([
    session.dayOf > today && { code: 'SESSION_TO_COME', about: session.when },
    !NOT_RUN_REASONS.some((reason) => reason === report.reason) && { code: 'NO_REASON' },
    report.reason === 'other' && isBlank(report.words) && { code: 'OTHER_NEEDS_WORDS' },
    isBlank(report.answers) && { code: 'NOBODY_ANSWERS' },
  ]);
}

const MOST_MINUTES = 240;
const WEEK_MS = 7 * 86_400_000;
/** Clocks of tablets differ by a little. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/** A moment that nobody planned: between two people, over by now, and not long ago. `endedAt` is when it was over. */
export function mayRecordMoment(moment: { readonly minutes: number; readonly endedAt: Date }, resident: { readonly preferredName: string; readonly status: string }, now: Date): Decision<DayRefusal> {
  const ago = now.getTime() - moment.endedAt.getTime();
  return decide<DayRefusal>([
    !(Number.isInteger(moment.minutes) && moment.minutes >= 1 && moment.minutes <= MOST_MINUTES) && { code: 'HOW_LONG' },
    ago < -CLOCKS_DIFFER_MS && { code: 'MOMENT_TO_COME' },
    ago > WEEK_MS && { code: 'TOO_LONG_AGO' },
    (resident.status === 'died' || resident.status === 'moved out') && { code: 'NOT_HERE', about: resident.preferredName },
  ]);
}

export const ROUTINE_STATES = ['honoured', 'missed', 'not wanted'] as const;
export type RoutineState = (typeof ROUTINE_STATES)[number];

export function mayRecordRoutine(said: { day: Day; state: RoutineState; reason: string | null }, routine: { since: Day; endedOn: Day | null }, today: Day): Decision<DayRefusal> {
  return decide<DayRefusal>([
    said.day > today && { code: 'DAY_TO_COME', about: sayDay(said.day) },
    routine.endedOn !== null && routine.endedOn < said.day && { code: 'ROUTINE_ENDED' },
    said.state === 'missed' && isBlank(said.reason) && { code: 'MISSED_NEEDS_REASON' },
  ]);
}
