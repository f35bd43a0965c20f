/** Which promises are at risk, why, and who must act: tested against the records as they are whenever it is asked. */
import { Injectable } from '@nestjs/common';
import { risksOf } from '@promenade/domain/promises/risk';
import { sayActing, whoMustAct } from '@promenade/domain/rechecks/who-acts';
import { dayIn, instantAt } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import type { PromiseEntity } from '../promises/promises.entities.ts';
import type { BrokenFindingType } from './rechecks.graphql.ts';
import { RechecksService } from './rechecks.service.ts';

export type AtRisk = { readonly id: string; readonly risks: readonly BrokenFindingType[]; readonly mustAct: string | null };

const MINUTES_A_DAY = 1440;
const unknown = (words: string): BrokenFindingType => ({ words, since: null, because: null, saidBy: null });

@Injectable()
export class PromiseRisksService {
  constructor(private readonly rechecks: RechecksService) {}

  /** Those of these promises that are at risk. The published weeks are tested once, and only when one of them holds a session. */
  async of(tx: Tx, promises: readonly PromiseEntity[]): Promise<AtRisk[]> {
    const owed = promises.filter(({ owed: isOwed, paused }) => isOwed && !paused);
    const planned = owed.some(({ sessionId }) => sessionId !== null);
    const broken = new Map((planned ? await this.rechecks.look(tx) : []).flatMap(({ sessions }) => sessions).map((session) => [session.id, session]));
    const takenOut = await this.takenOut(tx, owed.filter(({ sessionId }) => sessionId === null));
    const today = dayIn(tx.actor.zone, tx.now);
    const found = owed.flatMap((promise) => {
      const session = promise.sessionId === null ? undefined : broken.get(promise.sessionId);
      const words = risksOf(promise, { broken: session?.findings.map((finding) => finding.words) ?? [], takenOut: takenOut.get(promise.id) ?? null }, today);
      if (words.length === 0) return [];
      return [{ promise, mustAct: session?.mustAct ?? null, isBroken: session !== undefined, risks: words.map((each) => session?.findings.find((finding) => finding.words === each) ?? unknown(each)) }];
    });
    const planners = found.some(({ isBroken }) => !isBroken) ? await this.rechecks.planners(tx) : [];
    return found.map(({ promise: { id, dueOn }, risks, mustAct, isBroken }) => {
      const acting = isBroken ? null : whoMustAct(planners, tx.now, instantAt(tx.actor.zone, dueOn, MINUTES_A_DAY));
      return { id, risks, mustAct: isBroken ? mustAct : acting && sayActing(acting) };
    });
  }

  /** Why those whose last word about the plan is that they were taken out of it were. */
  private async takenOut(tx: Tx, promises: readonly PromiseEntity[]): Promise<ReadonlyMap<string, string>> {
    if (promises.length === 0) return new Map();
    const rows = await tx.em.query<{ id: string; kind: string; why: string | null }[]>(
      `SELECT DISTINCT ON (e.promise_id) e.promise_id AS id, e.kind, c.content ->> 'why' AS why
       FROM ledger_entry e LEFT JOIN ledger_content c ON c.home_id = e.home_id AND c.id = e.id
       WHERE e.home_id = $1 AND e.promise_id = ANY($2::uuid[]) AND e.kind IN ('scheduled', 'unscheduled', 'attended', 'explained', 'fell through')
       ORDER BY e.promise_id, e.seq DESC`, [tx.actor.homeId, promises.map(({ id }) => id)]);
    return new Map(rows.filter(({ kind }) => kind === 'unscheduled').map(({ id, why }) => [id, why ?? 'nobody wrote down why']));
  }
}
