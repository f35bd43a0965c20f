/** Kinds of information a supporter may be shown, each by consent of its own, and what each of them shows. */

export const SHARED_KINDS = ['promises', 'plan', 'attendance', 'photos', 'life story', 'progress'] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

export function isSharedKind(text: string): text is SharedKind {
  return (SHARED_KINDS as readonly string[]).includes(text);
}

type KindWords = {
  /** A heading. */
  readonly name: string;
  /** What it shows, to follow "sees" or "will see". */
  readonly shows: string;
  /** What "has not shared" is followed by. */
  readonly notShared: string;
};

/** What each kind is called and what it shows, for whoever gives consent and whoever is shown something. */
export const SHARED_KIND_WORDS: Readonly<Record<SharedKind, KindWords>> = {
  'promises': { name: 'Promises', shows: 'what was promised, by whom and by when, what became of it, and why if it was not kept', notShared: 'promises' },
  'plan': { name: 'Plans', shows: 'what is planned, when and where, and which staff go', notShared: 'plans' },
  'attendance': { name: 'What happened', shows: 'what was done each day, how it went, and who wrote it down', notShared: 'what happens day by day' },
  'photos': { name: 'Photos', shows: 'photos and recordings', notShared: 'photos' },
  'life story': { name: 'Life story', shows: 'the life story, but nothing marked as sensitive', notShared: 'a life story' },
  'progress': { name: 'Progress', shows: 'hopes and goals, and what can be done with less help than before', notShared: 'progress' },
};

/** "Steven has not shared plans with you." for a part that stays empty. */
export function sayNotShared(person: string, kind: SharedKind): string {
  return `${person} has not shared ${SHARED_KIND_WORDS[kind].notShared} with you.`;
}

/** What will be different once a kind is no longer shared: read before it is confirmed. */
export function sayWithdrawal(person: string, supporter: string, kind: SharedKind): string {
  return `${supporter} will no longer see ${SHARED_KIND_WORDS[kind].shows}. It takes effect at once. Nothing that was recorded about ${person} is deleted, and it can be shared again later.`;
}
