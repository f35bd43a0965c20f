/** What a handover is made from, as the records have it. */

export type Of = { readonly residentId: string; readonly name: string };
type Said = { readonly at: Date; readonly by: string };

export type HandoverFacts = {
  /** An instant as a clock on the wall shows it: '14:30', with the day where it was another one. */
  readonly clock: (at: Date) => string;
  /** What is to be avoided with somebody, by resident. */
  readonly topics: ReadonlyMap<string, readonly string[]>;
  readonly notes: readonly { id: string; residentId: string | null; name: string | null; words: string; urgent: boolean; sensitive: boolean; recordedAt: Date; recordedByName: string }[];
  readonly distress: readonly (Of & Said & { level: string; words: string | null })[];
  readonly seenDistressed: readonly (Of & Said & { roundId: string; room: string; responses: readonly { kind: string; words: string }[] })[];
  readonly status: readonly (Of & Said & { to: string; since: string; words: string | null })[];
  readonly falls: readonly (Of & Said & { place: string; hurt: boolean; words: string | null })[];
  /** Turns in their life: somebody lost, another room. */
  readonly turns: readonly (Of & Said & { kind: string; words: string | null })[];
  /** Not seen to yet. */
  readonly needs: readonly (Of & Said & { sessionId: string; activity: string; what: string; words: string | null })[];
  readonly promises: readonly (Of & { id: string; words: string; how: 'unexplained' | 'disputed' | 'due' | 'risk'; due: string; at: Date | null })[];
  readonly missed: readonly (Of & Said & { what: string; reason: string | null })[];
  readonly due: readonly (Of & { what: string; from: string; to: string })[];
  readonly notRun: readonly { sessionId: string; activity: string; startsAt: Date; reason: string | null; people: number; by: string }[];
  readonly unsaid: readonly { sessionId: string; activity: string; startsAt: Date }[];
  readonly saidNo: readonly (Of & Said & { sessionId: string; activity: string; level: string })[];
  readonly plan: readonly (Said & { words: string })[];
  readonly off: readonly (Said & { residentId: string | null; words: string })[];
  readonly wishes: readonly (Of & Said & { words: string })[];
  readonly matters: readonly (Of & Said & { words: string; sensitive: boolean; href: string })[];
  readonly quiet: readonly (Of & { days: number | null })[];
};
