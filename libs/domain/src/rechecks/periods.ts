/** Stretches of time, and what is left of them. */

type Period = { readonly startsAt: Date; readonly endsAt: Date };

/** What is left of `periods` without `taken`, in order; nothing empty. */
export function subtractPeriods(periods: readonly Period[], taken: readonly Period[]): Period[] {
  return taken.reduce<readonly Period[]>(
    (left, gone) => left.flatMap(({ startsAt, endsAt }) => [
      { startsAt, endsAt: gone.startsAt < endsAt ? gone.startsAt : endsAt },
      { startsAt: gone.endsAt > startsAt ? gone.endsAt : startsAt, endsAt },
    ].filter((period) => period.startsAt < period.endsAt)),
    periods.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
  ).toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}
