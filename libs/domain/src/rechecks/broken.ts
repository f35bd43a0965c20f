/** Which published sessions no longer hold, since when, and because of which change. */
import { type ChangedFact, standingChanges } from '../changes/changed-fact.ts';

/** One finding of the judge about one session. `ids` are those it names; `people` everyone and everything the session takes. */
export type BrokenBy = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly ids: readonly string[];
  readonly people: readonly string[];
  /** It is about how many stay behind, so that anybody's absence may be the reason. */
  readonly isCover: boolean;
};

type Change = Pick<ChangedFact, 'id' | 'kind' | 'staffId' | 'residentId' | 'vehicleId' | 'startsAt' | 'endsAt' | 'undoesId' | 'recordedAt'>;

/**
 * The change that broke it: of those said after the week was published which matter at that time, the one about most of
 * those the finding names, else of those in the session, else, for cover, about any member of staff; the latest of several.
 * Null when the records changed without a word, by an import for instance.
 */
export function causeOf<Said extends Change>(broken: BrokenBy, changes: readonly Said[], publishedAt: Date): Said | null {
  const then = standingChanges(changes).filter(({ recordedAt, startsAt, endsAt }) => recordedAt >= publishedAt && startsAt < broken.endsAt && (endsAt === null || endsAt > broken.startsAt));
  const latest = (some: readonly Said[]) => some.toReversed().toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())[0];
  const nearest = (ids: readonly string[]) => {
    const most = Math.max(1, ...then.map((change) => named(change, ids)));
    return latest(then.filter((change) => named(change, ids) === most));
  };
  return nearest(broken.ids) ?? nearest(broken.people) ?? (broken.isCover ? latest(then.filter(({ staffId }) => staffId !== null)) : undefined) ?? null;
}

/** How many of `ids` a change is about. */
function named({ staffId, residentId, vehicleId }: Change, ids: readonly string[]): number {
  return [staffId, residentId, vehicleId].filter((id) => id !== null && ids.includes(id)).length;
}
