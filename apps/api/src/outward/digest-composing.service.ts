/** Puts a digest together from what a supporter may see at this moment, read through their own row policies. */
import { Injectable } from '@nestjs/common';
import { type Digest, DIGEST_DAYS, composeDigest, isAnythingShared } from '@promenade/domain/outward/digest';
import type { SentHead } from '@promenade/domain/outward/letter';
import { addDays } from '@promenade/domain/shared/time';
import { HomeEntity } from '../access/access.entities.ts';
import type { Tx } from '../db/db.ts';
import { peopleOf } from '../family/family.reads.ts';
import { FamilyService } from '../family/family.service.ts';
import { LedgerService } from '../promises/ledger.service.ts';

/** `digest` is null when nothing is shared, and then the person may have no name either; `head` when promises are not. */
export type Composed = { readonly home: string; readonly person: string; readonly digest: Digest | null; readonly head: SentHead | null };

@Injectable()
export class DigestComposingService {
  constructor(
    private readonly families: FamilyService,
    private readonly ledger: LedgerService,
  ) {}

  async compose(tx: Tx, residentId: string): Promise<Composed> {
    const home = await tx.em.findOneByOrFail(HomeEntity, { id: tx.actor.homeId });
    const row = (await peopleOf(tx)).find(({ id }) => id === residentId);
    const { today, people } = await this.families.family(tx);
    const page = people.find(({ id }) => id === residentId);
    if (!row || !page || !isAnythingShared(page)) return { home: home.name, person: row?.name ?? '', digest: null, head: null };
    const lately = (page.promises ?? []).filter(({ mark, dueOn }) => (mark === 'kept' || mark === 'partly') && dueOn >= addDays(today, -2 * DIGEST_DAYS));
    const said = await saidOf(tx, lately.map(({ id }) => id));
    const digest = composeDigest({
      home: home.name, person: page.name, today, headline: page.headline, lead: page.lead, isGone: row.status === 'died',
      promises: page.promises, planned: page.planned, changed: page.changed, happened: page.happened, figures: page.figures?.words ?? null,
      awaiting: lately.flatMap(({ id }) => (said.has(id) ? [] : [id])), notShared: page.notShared,
    });
    return { home: home.name, person: page.name, digest, head: page.promises === null ? null : await this.ledger.head(tx) };
  }
}

/** Promises of which the supporter has said something. */
async function saidOf(tx: Tx, promiseIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.em.query<{ id: string }[]>(
    `SELECT DISTINCT promise_id AS id FROM ledger_entry WHERE home_id = $1 AND promise_id = ANY($2) AND kind IN ('confirmed', 'disputed') AND by_account_id = $3`,
    [tx.actor.homeId, promiseIds, tx.actor.accountId]);
  return new Set(rows.map(({ id }) => id));
}
