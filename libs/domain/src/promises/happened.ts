/** What can come of a session for one person, and why one did not run: the words by which promises are kept or missed. */

/** What happened for one resident in one session. */
export const ATTENDANCE_LEVELS = ['took part', 'joined in a little', 'watched', 'asleep or withdrawn', 'declined', 'not offered'] as const;
export type AttendanceLevel = (typeof ATTENDANCE_LEVELS)[number];

export const NOT_RUN_REASONS = ['no driver', 'not enough staff', 'vehicle off the road', 'weather', 'venue closed', 'person unwell', 'not offered', 'other'] as const;
/** Why a session did not run, or a promise was not kept. */
export type NotRunReason = (typeof NOT_RUN_REASONS)[number];
