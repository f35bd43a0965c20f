/** How many staff a group of residents needs together, exactly. */
import type { Activity, Ratio, Resident } from './problem.ts';

/** The ratio that counts where the activity takes place. */
export function ratioFor(resident: Resident, activity: Pick<Activity, 'setting'>): Ratio {
  return activity.setting === 'home' ? resident.supportIn : resident.supportOut;
}

/** Whether someone needs a person of their own, or more: a ratio of at least one to one. */
export function isDedicated(ratio: Ratio): boolean {
  return ratio.staff >= ratio.residents;
}

/**
 * Staff needed by people with these ratios. Nobody's own person is shared: `{1,1}` and three times `{1,4}` → 2.
 * Fractions are added as fractions, for a tenth added ten times must be one.
 */
export function staffNeeded(ratios: readonly Ratio[]): number {
  return wholeSum(ratios.filter(isDedicated)) + wholeSum(ratios.filter((ratio) => !isDedicated(ratio)));
}

/** The sum of staff/residents, rounded up to whole people. */
function wholeSum(ratios: readonly Ratio[]): number {
  let above = 0n;
  let below = 1n;
  for (const { staff, residents } of ratios) {
    above = above * BigInt(residents) + BigInt(staff) * below;
    below *= BigInt(residents);
    const shared = commonFactor(above, below);
    above /= shared;
    below /= shared;
  }
  return Number((above + below - 1n) / below);
}

function commonFactor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonFactor(b, a % b);
}
