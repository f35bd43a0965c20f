/** Kinds of information a supporter may be shown, each by consent of its own. */

export const SHARED_KINDS = ['promises', 'plan', 'attendance', 'photos', 'life story', 'progress'] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];
