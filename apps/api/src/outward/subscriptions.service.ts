/** What goes to supporters by itself: calendars and weekly e-mails, as they and the manager see and end them. */
import { Injectable } from '@nestjs/common';
import { asText } from '@promenade/domain/outward/letter';
import { type DigestState, WEEKLY_WORDS, mayHaveWeekly, mayPause, nextDigest } from '@promenade/domain/outward/sending';
import { DIGEST_KINDS } from '@promenade/domain/outward/digest';
import { type Day, dayIn } from '@promenade/domain/shared/time';
import { IsNull } from 'typeorm';
import { HomeEntity } from '../access/access.entities.ts';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { type PersonRow, peopleOf } from '../family/family.reads.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { DigestComposingService } from './digest-composing.service.ts';
import { Mailer } from './mailer.ts';
import { CalendarLinkEntity, DigestSubscriptionEntity } from './outward.entities.ts';
import type { CalendarLinkType, DigestPreviewType, OutwardLineType, SubscriptionsType, WeeklyDigestType } from './outward.graphql.ts';

@Injectable()
export class SubscriptionsService {
  constructor(
    private readonly mailer: Mailer,
    private readonly composing: DigestComposingService,
  ) {}

  /** A supporter's own. */
  async subscriptions(tx: Tx): Promise<SubscriptionsType> {
    const people = await peopleOf(tx);
    const home = await tx.em.findOneByOrFail(HomeEntity, { id: tx.actor.homeId });
    const { calendars, digests } = await this.standing(tx, tx.actor.supporterId);
    const own = <Row extends { residentId: string }>(rows: readonly Row[], { id }: PersonRow) => rows.find(({ residentId }) => residentId === id) ?? null;
    return {
      canMail: this.mailer.settings !== null, mailsTo: await addressOf(tx), home: home.name,
      people: people.map((person) => ({
        personId: person.id, person: person.name, calendar: own(calendars, person), digest: own(digests, person),
        hasCalendar: person.sees.some((kind) => kind === 'plan' || kind === 'promises'), hasDigest: person.sees.some((kind) => DIGEST_KINDS.includes(kind)),
      })),
    };
  }

  /** Starts the weekly e-mail about a person, or moves it to another time. Asked again with the same, nothing changes. */
  async start(tx: Tx, residentId: string, weekday: number, atTime: string): Promise<SubscriptionsType | Refused> {
    const person = await personOf(tx, residentId);
    const home = await tx.em.findOneByOrFail(HomeEntity, { id: tx.actor.homeId });
    const decision = mayHaveWeekly({ weekday, atTime, canMail: this.mailer.settings !== null, home: home.name, person: person.name, sharesAnything: person.sees.some((kind) => DIGEST_KINDS.includes(kind)) });
    if (!decision.allowed) return refused(WEEKLY_WORDS, decision.reasons);
    const before = await activeOf(tx, residentId);
    if (before?.weekday !== weekday || before.atTime !== atTime) await this.replace(tx, residentId, { weekday, atTime, pausedUntil: before?.pausedUntil ?? null });
    return this.subscriptions(tx);
  }

  /** No e-mail before that day; null ends the pause. */
  async pause(tx: Tx, residentId: string, until: Day | null): Promise<SubscriptionsType | Refused> {
    const before = await activeOf(tx, residentId);
    if (!before) throw new NotFound('This weekly e-mail');
    const decision = mayPause(until, dayIn(tx.actor.zone, tx.now));
    if (!decision.allowed) return refused(WEEKLY_WORDS, decision.reasons);
    await this.replace(tx, residentId, { weekday: before.weekday, atTime: before.atTime, pausedUntil: until });
    return this.subscriptions(tx);
  }

  async stop(tx: Tx, residentId: string): Promise<void> {
    await tx.em.update(DigestSubscriptionEntity, { homeId: tx.actor.homeId, supporterId: tx.actor.supporterId ?? '', residentId, endedAt: IsNull() }, { endedAt: tx.now, endedByName: tx.actor.name });
  }

  /** The e-mail as it would be sent now, word for word but for the links; null when nothing would be in it. */
  async preview(tx: Tx, residentId: string): Promise<DigestPreviewType | null> {
    await personOf(tx, residentId);
    const { home, person, digest, head } = await this.composing.compose(tx, residentId);
    if (!digest) return null;
    return { subject: digest.subject, text: asText({ home, person, supporter: tx.actor.name, digest, head, appUrl: null, checkUrl: null, stopUrl: null }, Infinity) };
  }

  /** Every supporter of the home to whom anything goes by itself, or did and ended in trouble. */
  async ofTheHome(tx: Tx): Promise<OutwardLineType[]> {
    const { calendars, digests } = await this.standing(tx, null);
    const pairs = await tx.em.query<{ supporterId: string; supporter: string; residentId: string; person: string }[]>(
      `SELECT s.id AS "supporterId", s.name AS supporter, r.id AS "residentId", r.preferred_name AS person
       FROM circle_member m JOIN supporter s ON s.home_id = m.home_id AND s.id = m.supporter_id JOIN resident r ON r.home_id = m.home_id AND r.id = m.resident_id
       WHERE m.home_id = $1 ORDER BY s.name, r.preferred_name, m.id`, [tx.actor.homeId]);
    const of = <Row extends { supporterId: string; residentId: string }>(rows: readonly Row[], pair: { supporterId: string; residentId: string }) =>
      rows.find(({ supporterId, residentId }) => supporterId === pair.supporterId && residentId === pair.residentId) ?? null;
    return pairs.map((pair) => ({ ...pair, calendar: of(calendars, pair), digest: of(digests, pair) })).filter(({ calendar, digest }) => calendar !== null || digest !== null);
  }

  /** Ends a calendar link, for the manager. */
  async endCalendar(tx: Tx, id: string): Promise<void> {
    await tx.em.update(CalendarLinkEntity, { homeId: tx.actor.homeId, id, endedAt: IsNull() }, { endedAt: tx.now, endedByName: tx.actor.name });
  }

  /** Ends a weekly e-mail, for the manager. */
  async endDigest(tx: Tx, id: string): Promise<void> {
    await tx.em.update(DigestSubscriptionEntity, { homeId: tx.actor.homeId, id, endedAt: IsNull() }, { endedAt: tx.now, endedByName: tx.actor.name });
  }

  private async replace(tx: Tx, residentId: string, weekly: Pick<DigestSubscriptionEntity, 'weekday' | 'atTime' | 'pausedUntil'>): Promise<void> {
    await this.stop(tx, residentId);
    await tx.em.insert(DigestSubscriptionEntity, { homeId: tx.actor.homeId, id: newId(), supporterId: tx.actor.supporterId ?? '', residentId, ...weekly, startedAt: tx.now, endedAt: null, endedByName: null });
  }

  /** What is on, for one supporter or for all of the home. */
  private async standing(tx: Tx, supporterId: string | null): Promise<{ calendars: (CalendarLinkType & Whose)[]; digests: (WeeklyDigestType & Whose)[] }> {
    const where = { homeId: tx.actor.homeId, endedAt: IsNull(), ...(supporterId ? { supporterId } : {}) };
    const weekly = await tx.em.find(DigestSubscriptionEntity, { where });
    const last = await tx.em.query<(Whose & { state: DigestState; settledAt: Date | null; lastError: string | null; lastSentAt: Date | null })[]>(
      `SELECT DISTINCT ON (supporter_id, resident_id) supporter_id AS "supporterId", resident_id AS "residentId", state, settled_at AS "settledAt", last_error AS "lastError",
              max(settled_at) FILTER (WHERE state = 'sent') OVER (PARTITION BY supporter_id, resident_id) AS "lastSentAt"
       FROM digest WHERE home_id = $1 ORDER BY supporter_id, resident_id, week_starts DESC`, [tx.actor.homeId]);
    return {
      calendars: await tx.em.find(CalendarLinkEntity, { where }),
      digests: weekly.map((one) => {
        const { id, supporterId: whose, residentId, weekday, atTime, pausedUntil } = one;
        const latest = last.find((each) => each.supporterId === one.supporterId && each.residentId === one.residentId);
        return { id, supporterId: whose, residentId, weekday, atTime, pausedUntil, nextAt: nextDigest(one, tx.actor.zone, tx.now), lastSentAt: latest?.lastSentAt ?? null, trouble: latest ? sayTrouble(latest) : null };
      }),
    };
  }
}

type Whose = { readonly supporterId: string; readonly residentId: string };

function sayTrouble({ state, lastError }: { state: DigestState; lastError: string | null }): string | null {
  if (state === 'given up') return `The last one could not be delivered, and we have stopped trying: ${lastError ?? 'the mail server did not answer.'}`;
  if (state === 'waiting' && lastError) return `The last one is still waiting for the mail server: ${lastError}`;
  return state === 'not sent' ? `The last one was not sent. ${lastError ?? ''}`.trim() : null;
}

async function addressOf(tx: Tx): Promise<string | null> {
  const [row] = await tx.em.query<{ address: string | null }[]>('SELECT own_address() AS address');
  return row?.address ?? null;
}

async function personOf(tx: Tx, residentId: string): Promise<PersonRow> {
  const person = (await peopleOf(tx)).find(({ id }) => id === residentId);
  if (!person) throw new NotFound('This person');
  return person;
}

function activeOf(tx: Tx, residentId: string): Promise<DigestSubscriptionEntity | null> {
  return tx.em.findOneBy(DigestSubscriptionEntity, { homeId: tx.actor.homeId, supporterId: tx.actor.supporterId ?? '', residentId, endedAt: IsNull() });
}
