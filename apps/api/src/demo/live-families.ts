/** What the families of the demo asked, when they come and what they told, and a photo from the lane. */
import { createHash } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { addDays, instantAt, minuteOf, weekdayOf } from '@promenade/domain/shared/time';
import { AccountEntity } from '../access/access.entities.ts';
import { AsksService } from '../asks/asks.service.ts';
import { ToldService } from '../asks/told.service.ts';
import { VisitsService } from '../asks/visits.service.ts';
import { SessionMediaEntity } from '../day/day.entities.ts';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Refused } from '../graphql/refused.graphql.ts';
import { MediaPersonEntity } from '../media/media.entities.ts';
import { MediaService } from '../media/media.service.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { of } from './lay-house.ts';
import { type Past, at } from './live-past.ts';
import { paintedPhoto } from './painted.ts';

function must<T>(answer: T | Refused): T {
  if (answer instanceof Refused) throw new Error(`the demo content is refused: ${answer.reasons.map(({ message }) => message).join(' ')}`);
  return answer;
}

/** Bob's daughter and Steven's father; nothing where either of them has no account. */
export async function askAndTell(app: INestApplicationContext, past: Past): Promise<void> {
  const asks = app.get(AsksService);
  const day = (ago: number, time: string) => at(past, addDays(past.today, -ago), time);
  const janet = await supporter(past, 'janet@example.org', 'Janet Ellison');
  const mark = await supporter(past, 'mark@example.org', 'Mark Marlow');
  const [bob, steven] = [of(past.people.resident, 'bob'), of(past.people.resident, 'steven')];
  if (janet) {
    const answered = must(await asks.ask(janet(day(12, '20:10')), { id: newId(), residentId: bob, words: 'Does he still have the photo of Meg by his bed? It was not on the shelf when we spoke on the screen.', isWish: false }));
    must(await asks.answer(past.as('dean', day(10, '14:20')), { id: newId(), askId: answered.id, words: 'It is in his coat pocket. He takes it out on the walk and puts it back himself. We have put a second one by the bed.' }));
    must(await asks.ask(janet(day(1, '19:45')), { id: newId(), residentId: bob, words: 'Could somebody ring me on the screen after his walk on Sundays? Afternoons are best for him.', isWish: false }));
    const sunday = addDays(past.today, 7 - (weekdayOf(past.today) % 7));
    must(await app.get(VisitsService).say(janet(day(2, '21:00')), { id: newId(), residentId: bob, day: sunday, from: '14:00', to: '16:00', repeats: 'every two weeks', until: null, words: 'I bring the dog next door’s boy walks. She is very calm.' }));
    must(await app.get(ToldService).tell(janet(day(5, '20:30')), { id: newId(), residentId: bob, memoryId: null, words: 'Meg waited for him at the gate at half past four, whatever the weather. He never once had to call her.', whenWords: 'in the seventies', mediaId: null }));
    await photoFromTheLane(app, past);
  }
  if (mark) {
    must(await asks.ask(mark(day(3, '08:15')), { id: newId(), residentId: steven, words: 'He would like to hear the brass band from close by, not from the back row.', isWish: true }));
  }
}

/** The unit of work as if this supporter asked at that time; null where they have no account or are in nobody's circle. */
async function supporter(past: Past, email: string, name: string): Promise<((now: Date) => Tx) | null> {
  const tx = past.as('sian', at(past, past.today, '09:00'));
  const account = await tx.em.findOneBy(AccountEntity, { email });
  const supporterId = past.people.supporter.get(email);
  if (!account || !supporterId) return null;
  return (now) => ({ ...tx, now, actor: { ...tx.actor, audience: 'supporter', accountId: account.id, name, role: 'supporter', staffId: null, supporterId } });
}

/** A photo of the newest walk that Bob took part in, if he agrees to photos. */
async function photoFromTheLane(app: INestApplicationContext, past: Past): Promise<void> {
  const media = app.get(MediaService);
  const residentId = of(past.people.resident, 'bob');
  const tx = past.as('dean', instantAt(past.house.zone, past.today, minuteOf('07:30')));
  const { homeId, accountId, name } = tx.actor;
  const bob = await tx.em.findOneByOrFail(ResidentEntity, { homeId, id: residentId });
  const [walk] = await tx.em.query<{ id: string; at: Date }[]>(
    `SELECT s.id, s.ends_at AS at FROM attendance a JOIN session s ON s.home_id = a.home_id AND s.id = a.session_id JOIN activity y ON y.home_id = s.home_id AND y.id = s.activity_id
     WHERE a.home_id = $1 AND a.resident_id = $2 AND a.level = 'took part' ORDER BY y.id = $3 DESC, s.starts_at DESC LIMIT 1`, [homeId, residentId, of(past.house.activity, 'dog-walk')],
  );
  if (!walk || (bob.photoConsent !== 'yes' && bob.photoConsent !== 'conditional')) return;
  const file = await paintedPhoto(0.3);
  const prepared = await media.keep(await media.examine(file, createHash('sha256').update(file).digest('hex')));
  const then = { ...tx, now: walk.at };
  const { id } = await media.write(then, { id: newId(), residentId, fileName: 'the-lane.jpg' }, prepared);
  const common = { homeId, mediaId: id };
  await tx.em.insert(SessionMediaEntity, { ...common, id: newId(), sessionId: walk.id, words: 'The lane, where he stops to look back.', recordedBy: accountId, recordedByName: name, recordedAt: walk.at });
  await tx.em.insert(MediaPersonEntity, { ...common, id: newId(), residentId });
}
