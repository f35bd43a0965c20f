/** Calendar links: made, shown once, ended; and what a calendar program gets behind one. */
import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type CalendarItem, DAYS_BACK, type KeptEntry, goneItem, keepUp, promiseItem, sessionItem } from '@promenade/domain/outward/calendar';
import { SHARED_KINDS, type SharedKind } from '@promenade/domain/circle/sharing';
import { dayIn } from '@promenade/domain/shared/time';
import { IsNull } from 'typeorm';
import { Db, type SystemTx, type Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { type PersonRow, peopleOf, promisesOf } from '../family/family.reads.ts';
import { NotFound } from '../graphql/errors.ts';
import { type AsSupporter, asSupporter } from './as-supporter.ts';
import { icsOf } from './ics.ts';
import { CalendarEntryEntity, CalendarLinkEntity } from './outward.entities.ts';

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const SECRET_BYTES = 24; // 192 bits

type Seen = { readonly person: PersonRow | null; readonly sees: ReadonlySet<SharedKind>; readonly items: readonly CalendarItem[] };

@Injectable()
export class CalendarService {
  constructor(private readonly db: Db) {}

  /** A new link, told this once; an earlier one for the same person ends. */
  async make(tx: Tx, residentId: string): Promise<string> {
    const { homeId, supporterId } = tx.actor;
    if (!(await peopleOf(tx)).some(({ id }) => id === residentId)) throw new NotFound('This person');
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    await this.end(tx, residentId);
    await tx.em.insert(CalendarLinkEntity, { homeId, id: newId(), supporterId: supporterId ?? '', residentId, secretDigest: sha256(secret), madeAt: tx.now, lastUsedAt: null, endedAt: null, endedByName: null });
    return `/calendar/${secret}.ics`;
  }

  /** From the next request on, whoever holds the link finds nothing there. */
  async end(tx: Tx, residentId: string): Promise<void> {
    await tx.em.update(CalendarLinkEntity, { homeId: tx.actor.homeId, supporterId: tx.actor.supporterId ?? '', residentId, endedAt: IsNull() }, { endedAt: tx.now, endedByName: tx.actor.name });
  }

  /** The calendar behind a secret as it is now, or null: there is none, and nothing more is said. */
  async behind(secret: string): Promise<string | null> {
    const held = await this.db.asSystem('a calendar is asked for', null, async (tx) => {
      const link = await tx.em.findOneBy(CalendarLinkEntity, { secretDigest: sha256(secret), endedAt: IsNull() });
      const supporter = link && (await asSupporter(tx, link.homeId, link.supporterId));
      return link && supporter?.email ? { link, supporter } : null;
    });
    if (!held) return null;
    const seen = await this.db.read(held.supporter.actor, (tx) => see(tx, held.link.residentId, held.supporter));
    const kept = await this.db.asSystem('a calendar is given', held.link.homeId, (tx) => this.keep(tx, held.link, seen));
    return icsOf({ name: seen.person ? `${seen.person.name} at ${held.supporter.home}` : 'Promenade', residentId: held.link.residentId, kept });
  }

  /** Writes down what is given, so that the next time a change can be told from what stayed. */
  private async keep(tx: SystemTx, { homeId, id: linkId }: CalendarLinkEntity, { person, sees, items }: Seen): Promise<KeptEntry[]> {
    // Held, so that two requests at once do not both count one change.
    await tx.em.findOne(CalendarLinkEntity, { where: { homeId, id: linkId }, lock: { mode: 'pessimistic_write' } });
    await tx.em.update(CalendarLinkEntity, { homeId, id: linkId }, { lastUsedAt: tx.now });
    if (!person) return [];
    const known = await tx.em.findBy(CalendarEntryEntity, { homeId, linkId });
    const names = new Map((await tx.em.query<{ id: string; name: string }[]>('SELECT id, name FROM activity WHERE home_id = $1 AND id = ANY($2)', [homeId, known.flatMap(({ activityId }) => activityId ?? [])])).map(({ id, name }) => [id, name]));
    const kept = keepUp(known, items, { sees, now: tx.now, digestOf: sha256, asGone: (entry) => goneItem(person.name, names.get(entry.activityId ?? '') ?? 'Something planned', entry) });
    for (const { entry, isChanged } of kept) {
      const before = known.find(({ subjectId }) => subjectId === entry.subjectId);
      if (isChanged) await tx.em.save(CalendarEntryEntity, { ...entry, homeId, linkId, id: before?.id ?? newId() });
    }
    return kept;
  }
}

/** What the supporter may see of the person at this moment, for a calendar. */
async function see(tx: Tx, residentId: string, { home }: AsSupporter): Promise<Seen> {
  const person = (await peopleOf(tx)).find(({ id }) => id === residentId) ?? null;
  // After a death nothing is said of plans any more.
  if (!person || person.status === 'died') return { person: null, sees: new Set(), items: [] };
  const sees = new Set(SHARED_KINDS.filter((kind) => person.sees.includes(kind)));
  const since = new Date(tx.now.getTime() - DAYS_BACK * 86_400_000);
  const sessions = sees.has('plan') ? await sessionsOf(tx, residentId, since) : [];
  const promises = sees.has('promises') ? (await promisesOf(tx, [residentId])).filter(({ dueOn }) => dueOn >= dayIn(tx.actor.zone, since)) : [];
  return {
    person, sees,
    items: [
      ...sessions.map((session) => sessionItem(person.name, { ...session, where: session.where ?? (session.setting === 'home' ? home : null) })),
      ...promises.map(({ id, words, dueOn, madeBy, madeAt, state }) => promiseItem(person.name, { id, words, dueOn, madeBy, madeOn: dayIn(tx.actor.zone, madeAt), state })),
    ],
  };
}

type SessionForCalendar = { id: string; activityId: string; startsAt: Date; endsAt: Date; status: string; what: string; where: string | null; setting: string; staff: string[] };

/** What a resident is booked for since an instant, each under the id people first knew it by. */
function sessionsOf(tx: Tx, residentId: string, since: Date): Promise<SessionForCalendar[]> {
  return tx.em.query<SessionForCalendar[]>(
    `SELECT DISTINCT ON (coalesce(s.first_id, s.id)) coalesce(s.first_id, s.id) AS id, s.activity_id AS "activityId", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.status, a.name AS what, v.name AS where, a.setting,
            coalesce((SELECT array_agg(DISTINCT CASE WHEN st.agency THEN 'somebody from an agency' ELSE st.given_name END) FROM booking g JOIN staff st ON st.home_id = g.home_id AND st.id = g.staff_id
                      WHERE g.home_id = s.home_id AND g.session_id = s.id), '{}') AS staff
     FROM booking b JOIN session s ON s.home_id = b.home_id AND s.id = b.session_id
     JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id LEFT JOIN venue v ON v.home_id = a.home_id AND v.id = a.venue_id
     WHERE b.home_id = $1 AND b.resident_id = $2 AND s.starts_at >= $3
     ORDER BY coalesce(s.first_id, s.id), (s.status = 'planned') DESC, s.starts_at DESC, s.id`,
    [tx.actor.homeId, residentId, since],
  );
}
