/** Rows that many tests need and few care about. */
import { newId } from '../../apps/api/src/db/ids.ts';
import type { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';

/** An activity at home that anybody can do at any time. */
export function activityRow(homeId: string, { name, ...more }: Partial<ActivityEntity> & { name: string }): ActivityEntity {
  return {
    homeId, id: newId(), name, kind: 'physical', picture: 'star', setting: 'home', minutes: 60, groupMin: 1, groupMax: 12, baseStaff: 1, skills: {}, driverSupports: false,
    transport: null, venueId: null, costPence: 0, maxPerWeek: 7, hours: [], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '',
    watchFor: [], equipment: ['Towels'], respect: '', retiredOn: null, ...more,
  };
}
