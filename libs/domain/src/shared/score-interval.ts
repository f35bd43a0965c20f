/** How far a share that was counted a few times can be trusted. */

/** The 97.5th percentile of the normal distribution, for intervals of 95 %. */
const Z = 1.959_963_984_540_054;

/**
 * The interval in which the true share lies (95 %), from 0 to 1, for `of` of `times`: Wilson's score method without
 * continuity correction, which stays honest for few and at none or all. From 0 to 1 when there were none.
 * Wilson, E. B. (1927), Journal of the American Statistical Association 22: 209–212; method 3 in Newcombe, R. G. (1998),
 * Statistics in Medicine 17: 857–872.
 */
export function scoreInterval(of: number, times: number): { readonly low: number; readonly high: number } {
  if (times === 0) return { low: 0, high: 1 };
  const centre = 2 * of + Z ** 2;
  const reach = Z * Math.sqrt(Z ** 2 + 4 * of * (1 - of / times));
  const whole = 2 * (times + Z ** 2);
  // At none and at all the bound is the end itself, which rounding would miss by a hair.
  return { low: of === 0 ? 0 : Math.max(0, (centre - reach) / whole), high: of === times ? 1 : Math.min(1, (centre + reach) / whole) };
}
