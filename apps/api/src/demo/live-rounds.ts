/** Two weeks of rounds in the demo home, and how its shifts handed over to one another. */
import type { INestApplicationContext } from '@nestjs/common';
import type { LookState } from '@promenade/domain/rounds/round';
import { type Day, addDays, daysBetween, weekdayOf } from '@promenade/domain/shared/time';
import { insertAll } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { HandoverService } from '../handover/handover.service.ts';
import { RoundEndEntity, RoundEntity, RoundLookEntity } from '../rounds/rounds.entities.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import { of } from './lay-house.ts';
import { NOBODY } from './lay-people.ts';
import { chance } from './live-days.ts';
import { type Past, at } from './live-past.ts';

const DAYS = 14;

/** Which room when, and by whom: now and then one is left out, as in life. */
const ROUNDS = [
  { room: 'lounge', time: '10:40', by: 'femi', of: 9, lively: 0.5 }, { room: 'lounge', time: '15:20', by: 'jaspreet', of: 8, lively: 0.58 },
  { room: 'dining-room', time: '12:25', by: 'dean', of: 7, lively: 0.66 }, { room: 'garden-room', time: '14:10', by: 'femi', of: 6, lively: 0.62 }, { room: 'lounge', time: '19:30', by: 'dean', of: 8, lively: 0.34 },
] as const;
/** Those who are mostly where the others are not. */
const SELDOM_THERE = 0.45;

type Person = { readonly id: string; readonly name: string };

export async function goRound(app: INestApplicationContext, past: Past): Promise<void> {
  const tx = past.as('femi', at(past, past.today, '00:00'));
  const { homeId } = past.house;
  const people = await tx.em.query<Person[]>(`SELECT id, preferred_name AS name FROM resident WHERE home_id = $1 AND status = 'living here' ORDER BY preferred_name`, [homeId]);
  const rounds: RoundEntity[] = [];
  const looks: RoundLookEntity[] = [];
  const ends: RoundEndEntity[] = [];
  for (let day = addDays(past.today, -DAYS); day < past.today; day = addDays(day, 1)) {
    for (const [n, { room, time, by, of: most, lively }] of ROUNDS.entries()) {
      if (chance(`${n} ${weekdayOf(day)} ${daysBetween('2026-01-05', day)}`) < 0.4) continue;
      const { actor, now } = past.as(by, at(past, day, time));
      const recorded = { recordedBy: NOBODY, recordedByName: actor.name, recordedAt: now };
      const id = newId();
      const seen = people.filter(({ name }) => chance(`${name} ${room}`) > SELDOM_THERE && chance(`${name} ${day} ${time}`) > 0.25).slice(0, most);
      const isWhole = chance(`stopped ${day} ${time}`) > 0.08;
      rounds.push({ homeId, id, roomId: of(past.house.room, room), beganAt: now, ...recorded });
      looks.push(...seen.slice(0, isWhole ? most : 3).map(({ id: residentId, name }, place): RoundLookEntity => (
        { homeId, id: newId(), roundId: id, residentId, state: stateOf(name, day, time, lively), at: new Date(now.getTime() + place * 6_000), correctsId: null, ...recorded })));
      ends.push({ homeId, id: newId(), roundId: id, whole: isWhole, endedAt: new Date(now.getTime() + 90_000), ...recorded });
    }
  }
  await insertAll(tx, RoundEntity, rounds);
  await insertAll(tx, RoundLookEntity, looks);
  await insertAll(tx, RoundEndEntity, ends);
  for (const look of looks.filter(({ state }) => state === 'distressed')) await answered(app, past, look);
}

function stateOf(name: string, day: Day, time: string, lively: number): LookState {
  const [dice, kind] = [chance(`${name} ${time} ${day}`), chance(`which ${name} ${day} ${time}`)];
  if (dice < 0.02) return 'distressed';
  const own = lively + (chance(`${name} by nature`) - 0.5) * 0.4;
  if (dice < own) return kind < 0.4 ? 'active' : 'engaged';
  return kind < (time > '13:00' && time < '16:00' ? 0.45 : 0.25) ? 'asleep' : 'passive';
}

async function answered(app: INestApplicationContext, past: Past, { id: lookId, residentId, recordedAt }: RoundLookEntity): Promise<void> {
  const said = chance(residentId) < 0.7 ? { kind: 'done', words: 'Sat with them' } : { kind: 'handover', words: 'Please look in on them.' };
  await app.get(RoundsService).answer(past.as('femi', new Date(recordedAt.getTime() + 240_000)), { id: newId(), lookId, ...said });
}

/** The evening of the day before today: the late shift hands over, the night reads it and leaves words of its own. */
export async function handOver(app: INestApplicationContext, past: Past, day: Day): Promise<void> {
  const handovers = app.get(HandoverService);
  const when = (time: string) => at(past, day, time);
  const as = (key: string, time: string) => {
    const tx = past.as(key, when(time));
    return { ...tx, actor: { ...tx.actor, accountId: newId() } };
  };
  const note = { residentId: null, urgent: false, sensitive: false, correctsId: null };
  const is = (key: string) => of(past.people.resident, key);
  await handovers.note(as('dean', '13:20'), { ...note, id: newId(), words: 'The speaker in the garden room wants new batteries; there are some in the second drawer.' });
  await handovers.give(as('dean', '13:55'), newId());
  for (const [key, time] of [['jaspreet', '14:04'], ['femi', '14:11']] as const) await handovers.read(as(key, time), { id: newId(), handoverId: null });
  await handovers.note(as('jaspreet', '19:40'), { ...note, id: newId(), urgent: true, residentId: is('bob'), words: 'His cap is on the hook by the front door again. He looked for it at tea.' });
  await handovers.give(as('jaspreet', '20:55'), newId());
  await handovers.read(as('dean', '21:02'), { id: newId(), handoverId: null });
  await handovers.note(as('dean', '23:20'), { ...note, id: newId(), urgent: true, words: 'The lift stopped between floors at ten to eleven. The engineer comes at nine; use the back stairs with two until then.' });
  await handovers.note(as('dean', '23:30'), { ...note, id: newId(), words: 'The kitchen has put soup by for whoever missed supper.' });
}
