/** Lays the demo home down in the database: the same home every time, with its dates set around today. */
import type { INestApplicationContext } from '@nestjs/common';
import { dayIn } from '@promenade/domain/shared/time';
import { HomeEntity } from '../access/access.entities.ts';
import { Db } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { chestnutHouse } from './house.ts';
import { layDownAboutMe } from './lay-about-me.ts';
import { layDownDecisions } from './lay-decisions.ts';
import { layDownGoals } from './lay-goals.ts';
import { layDownEpisodes } from './lay-episodes.ts';
import { layDownHouse } from './lay-house.ts';
import { layDownLadders } from './lay-ladders.ts';
import { layDownLife } from './lay-life.ts';
import { layDownPeople } from './lay-people.ts';
import { layDownServing } from './lay-serving.ts';
import { layDownSupport } from './lay-support.ts';
import { layDownSignIns } from './lay-sign-ins.ts';
import { livePast } from './live-past.ts';
import { residents } from './residents.ts';

export const DEMO_PASSWORD = 'demo';

/** Makes the demo home when there is no home yet, and says whether it did. All of it, or nothing. */
export async function seedDemo(app: INestApplicationContext): Promise<boolean> {
  const db = app.get(Db);
  const isFirst = await db.asSystem('look for a home', null, async (tx) => (await tx.em.count(HomeEntity)) === 0);
  if (!isFirst) return false;
  const homeId = newId();
  await db.asSystem('make the demo home', homeId, async (tx) => {
    const today = dayIn(chestnutHouse.zone, tx.now);
    const house = await layDownHouse(tx, homeId, today, { rota: true });
    const people = await layDownPeople(tx, house, residents, today);
    await layDownAboutMe(tx, house, people, today);
    await layDownSignIns(tx, house, people, DEMO_PASSWORD);
    await layDownDecisions(app, tx, house, people, today);
    await livePast(app, tx, house, people, today);
    await layDownLife(app, tx, house, people, today);
    await layDownEpisodes(app, tx, house, people, today);
    await layDownGoals(app, tx, house, people, today);
    await layDownLadders(app, tx, house, people, today);
    await layDownServing(app, tx, house, people, today);
    await layDownSupport(app, tx, house, people, today);
  });
  return true;
}
