/** Weekly digests on their way: owed as a row, tried one at a time, composed only when it is their turn. */
import { randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { asHtml, asText } from '@promenade/domain/outward/letter';
import { type DigestState, MAX_TRIES, TRY_MINUTES, afterFailure, digestDue } from '@promenade/domain/outward/sending';
import { checkAddress } from '@promenade/domain/promises/ledger-places';
import { dayIn } from '@promenade/domain/shared/time';
import { IsNull } from 'typeorm';
import { Db, type SystemTx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Jobs } from '../jobs/jobs.ts';
import { DIGEST_QUEUE } from '../jobs/queues.ts';
import { LedgerService } from '../promises/ledger.service.ts';
import { type AsSupporter, asSupporter } from './as-supporter.ts';
import { sha256 } from './calendar.service.ts';
import { type Composed, DigestComposingService } from './digest-composing.service.ts';
import { Mailer, NotTaken } from './mailer.ts';
import { DigestEntity, DigestSubscriptionEntity } from './outward.entities.ts';

export type DigestJob = { readonly homeId: string; readonly digestId: string; /** Which try this is: a later one has taken its place when the row counts more. */ readonly attempt: number };
type Begun = { readonly digest: DigestEntity; readonly supporter: AsSupporter & { email: string }; readonly stopSecret: string };
type Outcome = Partial<Pick<DigestEntity, 'lastError' | 'headSeq' | 'headHash' | 'nextAt'>> & { readonly state: DigestState };

/** Milliseconds between two looks at what is due. Every process looks; the rows decide who does what. */
const EVERY = 30_000;
const STOP_BYTES = 18; // 144 bits
const AT_ONCE = 100;

@Injectable()
export class DigestSendingService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Digests');
  private ticking: NodeJS.Timeout | null = null;

  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly composing: DigestComposingService,
    private readonly ledger: LedgerService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.mailer.settings) return;
    await this.jobs.work(DIGEST_QUEUE, (job) => this.try(job as DigestJob));
    this.ticking = setInterval(() => void this.tick().catch((error: unknown) => this.log.warn(`weekly digests could not be looked at: ${String(error)}`)), EVERY);
    this.ticking.unref();
  }

  onApplicationShutdown(): void {
    if (this.ticking) clearInterval(this.ticking);
  }

  /** Writes down every digest that has fallen due, once, and sends a job for each that is to be tried now. */
  async tick(): Promise<void> {
    await this.db.asSystem('weekly digests fall due', null, async (tx) => {
      await this.fallDue(tx);
      for (const { homeId, id, attempts } of await beginTries(tx)) {
        if (attempts > MAX_TRIES) await this.giveUp(tx, homeId, id);
        else await this.jobs.send(tx, DIGEST_QUEUE, { homeId, digestId: id, attempt: attempts } satisfies DigestJob);
      }
    });
  }

  /** One try of one digest. Whatever becomes of it, the row says so. */
  async try(job: DigestJob): Promise<void> {
    const begun = await this.db.asSystem('a weekly digest is sent', job.homeId, (tx) => this.begin(tx, job));
    if (!begun) return;
    const { digest, supporter } = begun;
    const composed = await this.db.read(supporter.actor, (tx) => this.composing.compose(tx, digest.residentId));
    if (!composed.digest) return this.settle(job, { state: 'not sent', lastError: 'Nothing was shared with them at that time.' });
    // Noted before it leaves: if the ledger is ever rewritten before it, the check shows that too.
    const head = composed.head && (await this.db.asSystem('the head of the ledger leaves the house', job.homeId, (tx) => this.ledger.noteHead(tx, `${supporter.actor.name}, weekly e-mail`)));
    try {
      await this.post(begun, { ...composed, head });
    } catch (error) {
      const isForGood = error instanceof NotTaken && error.isForGood;
      const message = error instanceof Error ? error.message : String(error);
      return this.settleAt(job, (now) => ({ ...afterFailure(job.attempt, isForGood, now), lastError: message }));
    }
    await this.settle(job, { state: 'sent', lastError: null, headSeq: head?.seq ?? null, headHash: head?.hash ?? null });
  }

  /** Subscriptions whose time has come get a row for the week, unless there is one already. */
  private async fallDue(tx: SystemTx): Promise<void> {
    const subscriptions = await tx.em.query<(DigestSubscriptionEntity & { zone: string })[]>(
      `SELECT s.home_id AS "homeId", s.id, s.supporter_id AS "supporterId", s.resident_id AS "residentId", s.weekday, s.at_time AS "atTime", s.started_at AS "startedAt", s.paused_until::text AS "pausedUntil", h.zone
       FROM digest_subscription s JOIN home h ON h.id = s.home_id WHERE s.ended_at IS NULL`);
    for (const { zone, homeId, id: subscriptionId, supporterId, residentId, ...weekly } of subscriptions) {
      const due = digestDue(weekly, zone, tx.now);
      if (!due) continue;
      await tx.em.createQueryBuilder().insert().into(DigestEntity).values({
        homeId, id: newId(), subscriptionId, supporterId, residentId, ...due, state: 'waiting', attempts: 0, nextAt: tx.now, lastError: null, stopDigests: [], settledAt: null, headSeq: null, headHash: null,
      }).orIgnore().execute();
    }
  }

  /** The try is written down before anybody is asked to take the mail. Null: nothing is to be sent any more, or not by this job. */
  private async begin(tx: SystemTx, { homeId, digestId, attempt }: DigestJob): Promise<Begun | null> {
    const digest = await tx.em.findOne(DigestEntity, { where: { homeId, id: digestId }, lock: { mode: 'pessimistic_write' } });
    if (digest?.state !== 'waiting' || digest.attempts !== attempt) return null;
    const wanted = await tx.em.findOneBy(DigestSubscriptionEntity, { homeId, supporterId: digest.supporterId, residentId: digest.residentId, endedAt: IsNull() });
    const supporter = await asSupporter(tx, homeId, digest.supporterId);
    const isPaused = wanted?.pausedUntil ? wanted.pausedUntil > dayIn(supporter?.actor.zone ?? 'UTC', tx.now) : false;
    const why = !wanted ? 'They stopped the weekly e-mail.' : isPaused ? 'They paused the weekly e-mail.' : !supporter?.email ? 'They can no longer sign in.' : null;
    if (why !== null || !supporter?.email) {
      await tx.em.update(DigestEntity, { homeId, id: digestId }, { state: 'not sent', lastError: why, settledAt: tx.now });
      return null;
    }
    const stopSecret = randomBytes(STOP_BYTES).toString('base64url');
    await tx.em.update(DigestEntity, { homeId, id: digestId }, { stopDigests: [...digest.stopDigests, sha256(stopSecret)] });
    return { digest, supporter: { ...supporter, email: supporter.email }, stopSecret };
  }

  private async post({ digest, supporter, stopSecret }: Begun, { home, person, digest: words, head }: Composed): Promise<void> {
    const address = this.mailer.settings?.address ?? '';
    if (!words) return;
    const letter = {
      home, person, supporter: supporter.actor.name, digest: words, head, appUrl: `${address}/family/`, stopUrl: `${address}/stop/${digest.id}.${stopSecret}`,
      checkUrl: head && checkAddress(address, { home: digest.homeId, ...head }),
    };
    await this.mailer.send({ id: digest.id, to: supporter.email, subject: words.subject, text: asText(letter), html: asHtml(letter), stopUrl: letter.stopUrl });
  }

  private settle(job: DigestJob, outcome: Outcome): Promise<void> {
    return this.settleAt(job, () => outcome);
  }

  private async settleAt({ homeId, digestId, attempt }: DigestJob, outcomeAt: (now: Date) => Outcome): Promise<void> {
    await this.db.asSystem('what became of a weekly digest', homeId, async (tx) => {
      const outcome = outcomeAt(tx.now);
      await tx.em.update(DigestEntity, { homeId, id: digestId, attempts: attempt, state: 'waiting' }, { ...outcome, settledAt: outcome.state === 'waiting' ? null : tx.now });
    });
  }

  private async giveUp(tx: SystemTx, homeId: string, id: string): Promise<void> {
    await tx.em.update(DigestEntity, { homeId, id }, { state: 'given up', attempts: MAX_TRIES, settledAt: tx.now });
  }
}

/** Counts a try of every digest whose turn has come, whichever process looks first; until `TRY_MINUTES` later nobody else does. */
async function beginTries(tx: SystemTx): Promise<{ homeId: string; id: string; attempts: number }[]> {
  const [rows] = await tx.em.query<[{ homeId: string; id: string; attempts: number }[], number]>(
    `UPDATE digest SET attempts = attempts + 1, next_at = $1::timestamptz + make_interval(mins => $2)
     WHERE (home_id, id) IN (SELECT home_id, id FROM digest WHERE state = 'waiting' AND next_at <= $1 ORDER BY next_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING home_id AS "homeId", id, attempts`, [tx.now, TRY_MINUTES, AT_ONCE]);
  return rows;
}
