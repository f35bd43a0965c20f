/** Where a home is and whose bank holidays it keeps. */
import type { Nation } from '@promenade/domain/venues/opening';
import type { Tx } from '../db/db.ts';
import { HomePlaceEntity } from './venues.entities.ts';

/** Until somebody says otherwise. */
const USUAL_NATION: Nation = 'England';

export function homePlace(em: Tx['em'], homeId: string): Promise<HomePlaceEntity | null> {
  return em.findOne(HomePlaceEntity, { where: { homeId }, order: { saidAt: 'DESC', id: 'DESC' } });
}

/** Whose bank holidays the home keeps: whoever may ask anything of the home may ask that. */
export async function nationOf(em: Tx['em'], homeId: string): Promise<Nation> {
  const [row] = await em.query<{ nation: Nation | null }[]>('SELECT home_nation($1) AS nation', [homeId]);
  return row?.nation ?? USUAL_NATION;
}
