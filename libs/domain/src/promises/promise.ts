/** What a promise is, what can happen to it, and the one fold that says what it has come to. */
import type { AttendanceLevel, NotRunReason } from '../day/attendance.ts';
import type { Day } from '../shared/time.ts';

export const LEVELS = ['taking part', 'watching'] as const;
export type Level = (typeof LEVELS)[number];

export const PROMISE_STATES = ['made', 'scheduled', 'kept', 'partly kept', 'not kept', 'released'] as const;
export type PromiseStateName = (typeof PROMISE_STATES)[number];

/** What was entered, by kind of entry. Times are on the entry, not in here. */
export type EntryContent =
  | { kind: 'made'; residentId: string; words: string; activityId: string | null; level: Level; dueOn: Day; madeBy: string; madeTo: string; lifeFactId: string | null; wishId: string | null; found: string }
  | { kind: 'scheduled'; sessionId: string; when: string }
  | { kind: 'unscheduled'; sessionId: string; why: string }
  | { kind: 'attended'; sessionId: string; level: AttendanceLevel; leftEarly: boolean; recordedBy: string }
  | { kind: 'fell through'; sessionId: string | null; words: string }
  | { kind: 'explained'; reason: NotRunReason; words: string; answers: string; newDate: Day | null; whyNoDate: string | null }
  | { kind: 'released'; words: string; by: string; right: string }
  | { kind: 'enough'; words: string; by: string; right: string }
  | { kind: 'confirmed'; by: string; words: string }
  | { kind: 'disputed'; by: string; words: string };
export type EntryKind = EntryContent['kind'];
