// The activities of Chestnut House's own library, all kinds together.

import { kitchenActivities } from './activities-kitchen.ts';
import { movementActivities } from './activities-movement.ts';
import { musicActivities } from './activities-music.ts';
import { outdoorActivities } from './activities-outdoors.ts';
import { tableActivities } from './activities-table.ts';
import { townActivities } from './activities-town.ts';
import type { ActivityContent } from './content.ts';

export const activities: readonly ActivityContent[] = [
  ...movementActivities,
  ...musicActivities,
  ...kitchenActivities,
  ...outdoorActivities,
  ...townActivities,
  ...tableActivities,
];
