/** Facts that change after a week was published: of what kinds they are, and what of them still holds. */

export const CHANGE_KINDS = [
  'staff off', 'staff back', 'vehicle off', 'vehicle back', 'resident off', 'resident back', 'support changed', 'staff declined', 'licences changed',
  /** A resident has said no to something planned for them: they are still in it, and staff see it and act. */
  'resident declined',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A change as somebody said it. `endsAt` null is for good, or until somebody says otherwise. */
export type ChangedFact = {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly staffId: string | null;
  readonly residentId: string | null;
  readonly vehicleId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly words: string;
  readonly undoesId: string | null;
  readonly recordedByName: string;
  readonly recordedAt: Date;
};

type Holding = { readonly startsAt: Date; readonly endsAt: Date | null; readonly endedAt: Date | null };

/**
 * What still holds of absences, of times away and off the road: one that was taken back before it began holds for
 * nothing, one that was taken back later until then.
 */
export function whatHolds<Row extends Holding>(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => {
    const { startsAt, endsAt, endedAt } = row;
    if (endedAt === null || (endsAt !== null && endsAt <= endedAt)) return [row];
    return endedAt > startsAt ? [{ ...row, endsAt: endedAt }] : [];
  });
}

/** Changes that nobody has taken back, and that take nothing back themselves. */
export function standingChanges<Change extends Pick<ChangedFact, 'id' | 'undoesId'>>(changes: readonly Change[]): Change[] {
  const undone = new Set(changes.map(({ undoesId }) => undoesId));
  return changes.filter(({ id, undoesId }) => undoesId === null && !undone.has(id));
}
