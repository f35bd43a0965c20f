/** The activities Chestnut House offers: the shipped entries as the home uses them. */
import { SHIPPED_BY_KEY } from '../library/shipped/all.ts';
import { offered } from './activities-offered.ts';
import type { ActivityContent } from './content.ts';

export const activities: readonly ActivityContent[] = offered.map(({ key, own = {}, ...where }) => {
  const shipped = SHIPPED_BY_KEY.get(key);
  if (!shipped) throw new Error(`the demo offers "${key}", which the library does not hold`);
  return { ...shipped, ...own, ...where, ownFields: Object.keys(own) };
});
