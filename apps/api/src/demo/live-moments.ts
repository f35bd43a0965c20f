/** The evening before in the demo home: words put to an attendance, a need that was not met, and a moment that nobody had planned. */
import type { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@promenade/domain/shared/time';
import type { AttendanceEntity } from '../day/day.entities.ts';
import { momentIdeas } from '../day/said.reads.ts';
import { SaidService } from '../day/said.service.ts';
import { newId } from '../db/ids.ts';
import { type Past, at } from './live-past.ts';

type Row = Pick<AttendanceEntity, 'id' | 'sessionId' | 'residentId' | 'level' | 'mood' | 'engagement' | 'leftEarly'>;

const [WHO, EVENING] = ['jaspreet', '20:55'] as const;

/** Of people to whom nothing is owed, so that no promise is told otherwise than the content tells it. */
export async function recordTheEvening(app: INestApplicationContext, past: Past): Promise<void> {
  const said = app.get(SaidService);
  const day = addDays(past.today, -1);
  const tx = past.as(WHO, at(past, day, EVENING));
  const rows = await tx.em.query<Row[]>(
    `SELECT t.id, t.session_id AS "sessionId", t.resident_id AS "residentId", t.level, t.mood, t.engagement, t.left_early AS "leftEarly"
     FROM attendance t JOIN session s ON s.home_id = t.home_id AND s.id = t.session_id JOIN resident p ON p.home_id = t.home_id AND p.id = t.resident_id
     WHERE t.home_id = $1 AND s.starts_at >= $2 AND s.starts_at < $3 AND s.status = 'planned' AND p.status = 'living here'
       AND NOT EXISTS (SELECT 1 FROM promise o WHERE o.home_id = t.home_id AND o.resident_id = t.resident_id AND o.owed) ORDER BY p.preferred_name, s.starts_at, t.id`,
    [past.house.homeId, at(past, day, '00:00'), at(past, day, '23:59')],
  );
  const refused = rows.find(({ level }) => level === 'declined' || level === 'asleep or withdrawn' || level === 'watched');
  if (refused) {
    await said.record(tx, refused.sessionId, [{ ...refused, id: newId(), help: 'with a word', note: 'Came as far as the door. The room was loud today, so we sat by the window with tea instead.', correctsId: refused.id }], [],
      [{ id: newId(), residentId: refused.residentId, what: 'quiet', words: 'A smaller table, or the first ten minutes before the others come.' }]);
  }
  const withThem = rows.find(({ level, residentId }) => level === 'took part' && residentId !== refused?.residentId);
  const idea = withThem && (await momentIdeas(tx, withThem.residentId)).find(({ why }) => why === 'likes it');
  if (!idea) return;
  await said.recordMoment(tx, {
    id: newId(), attendanceId: newId(), residentId: withThem.residentId, activityId: idea.activityId, minutes: 20, endedAt: at(past, day, '18:40'), level: 'took part', mood: 'happy',
    note: 'Twenty minutes after supper, just the two of us. Talked the whole time.',
  });
}
