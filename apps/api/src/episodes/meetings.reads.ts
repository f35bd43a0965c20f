/** Times kept free for reviews, with whom, and what has come between since. */
import { clockIn, dayIn, sayDay } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import type { MeetingType } from './reviews.graphql.ts';

type Row = Omit<MeetingType, 'trouble' | 'staff'> & { status: string; staff: { id: string; name: string; off: string | null }[]; isAway: boolean };

/** Those still to come; of one person, or of everybody. */
export async function meetingsOf(tx: Tx, residentId: string | null): Promise<MeetingType[]> {
  const { homeId, zone } = tx.actor;
  const rows = await tx.em.query<Row[]>(
    `SELECT m.id, m.resident_id AS "residentId", r.preferred_name AS "residentName", r.status, s.starts_at AS "startsAt", s.ends_at AS "endsAt", m.place, m.family,
       EXISTS (SELECT 1 FROM away_time w WHERE w.home_id = m.home_id AND w.resident_id = m.resident_id AND w.starts_at < s.ends_at AND w.ends_at > s.starts_at AND w.ended_at IS NULL) AS "isAway",
       coalesce((SELECT json_agg(json_build_object('id', f.id, 'name', trim(f.given_name || ' ' || f.family_name), 'off',
           (SELECT a.kind FROM absence a WHERE a.home_id = f.home_id AND a.staff_id = f.id AND a.starts_at < s.ends_at AND a.ends_at > s.starts_at AND a.ended_at IS NULL LIMIT 1)) ORDER BY f.given_name, f.id)
         FROM booking b JOIN staff f ON f.home_id = b.home_id AND f.id = b.staff_id WHERE b.home_id = s.home_id AND b.session_id = s.id), '[]') AS staff
     FROM review_meeting m JOIN session s ON s.home_id = m.home_id AND s.id = m.session_id JOIN resident r ON r.home_id = m.home_id AND r.id = m.resident_id
     WHERE m.home_id = $1 AND ($2::uuid IS NULL OR m.resident_id = $2) AND s.status = 'planned' AND s.ends_at > $3 ORDER BY s.starts_at, s.id`, [homeId, residentId, tx.now]);
  return rows.map(({ staff, status, isAway, ...rest }): MeetingType => {
    const when = `on ${sayDay(dayIn(zone, rest.startsAt))} at ${clockIn(zone, rest.startsAt)}`;
    return {
      ...rest, staff: staff.map(({ id, name }) => ({ id, name })),
      trouble: [
        ...(status === 'living here' ? [] : [`${rest.residentName} is not here at the moment. Choose another time once they are back.`]), ...(isAway ? [`${rest.residentName} is not free ${when} any more. Choose another time.`] : []),
        ...staff.filter(({ off }) => off !== null).map(({ name }) => `${name} is off ${when} now. Call it off and choose again, with somebody else or at another time.`),
      ],
    };
  });
}
