/**
 * The order of the modules, in the API and in the domain: each may import those on lines above it, never one below or
 * beside it on its own line. Lint zones and architecture tests are made from this list.
 */
export const MODULE_ORDER = [
  ['shared'],
  ['access'],
  ['changes'],
  ['media'],
  ['people'],
  ['circle'],
  ['venues', 'staff', 'transport'],
  ['library'],
  ['promises', 'reablement', 'budgets'],
  ['planning'],
  ['rechecks'],
  ['day', 'rounds'],
  ['handover'],
  ['taper'],
  ['episodes'],
  ['choices'],
  ['prints'],
  ['concerns'],
  ['kept', 'progress'],
  ['asks'],
  ['insight', 'interchange', 'family', 'own'],
  ['outward'],
];

/** Every module that a module may not import. */
export function forbiddenFor(module) {
  const line = MODULE_ORDER.findIndex((names) => names.includes(module));
  return MODULE_ORDER.slice(line).flat().filter((name) => name !== module);
}
