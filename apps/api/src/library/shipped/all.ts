/** The whole library every home begins with, group by group. */
import { animalsActivities } from './animals.ts';
import { bedsideActivities } from './bedside.ts';
import { communityActivities } from './community.ts';
import { creativeActivities } from './creative.ts';
import { domesticActivities } from './domestic.ts';
import { intellectualActivities } from './intellectual.ts';
import { musicActivities } from './music.ts';
import { outdoorsActivities } from './outdoors.ts';
import { physicalActivities } from './physical.ts';
import { sensoryActivities } from './sensory.ts';
import type { ShippedActivity } from './shipped.ts';
import { socialActivities } from './social.ts';
import { spiritualActivities } from './spiritual.ts';

export const SHIPPED: readonly ShippedActivity[] = [
  ...physicalActivities, ...creativeActivities, ...socialActivities, ...spiritualActivities, ...domesticActivities, ...outdoorsActivities,
  ...musicActivities, ...sensoryActivities, ...intellectualActivities, ...communityActivities, ...animalsActivities, ...bedsideActivities,
];

export const SHIPPED_BY_KEY: ReadonlyMap<string, ShippedActivity> = new Map(SHIPPED.map((entry) => [entry.key, entry]));
