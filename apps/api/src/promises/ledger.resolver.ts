import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ADVICE } from '@promenade/domain/promises/ledger-advice';
import { Access, Asks } from '../access/access.decorator.ts';
import { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';
import { residentLoader } from '../people/people.resolver.ts';
import type { LedgerErasureEntity } from './ledger.entities.ts';
import { LedgerErasureService } from './ledger-erasure.service.ts';
import { ErasableWords, EraseWordsInput, EraseWordsResult, LedgerCheck, LedgerErasureType } from './ledger.graphql.ts';
import { readLedger } from './ledger-reading.ts';

@Resolver(() => LedgerErasureType)
export class LedgerResolver {
  constructor(
    private readonly db: Db,
    private readonly erasing: LedgerErasureService,
  ) {}

  @Query(() => LedgerCheck, { description: 'Recomputes the whole ledger of the home.' })
  @Access('promise.read')
  async ledgerCheck(@Asks() asking: Asking): Promise<LedgerCheck> {
    const tx = await asking.read();
    const { homeId } = tx.actor;
    const { head, breaks, ...verdict } = await readLedger((sql, values) => tx.em.query(sql, values), homeId);
    return { ...verdict, homeId, headSeq: head?.seq ?? 0, headHash: head?.hash ?? null, breaks: breaks.map((each) => ({ ...each, advice: ADVICE[each.kind] })) };
  }

  @Query(() => [LedgerErasureType], { description: 'What was erased from the ledger and why, the latest first.' })
  @Access('ledger.erase')
  async ledgerErasures(@Asks() asking: Asking): Promise<LedgerErasureEntity[]> {
    return this.erasing.erasures(await asking.read());
  }

  @Query(() => [ErasableWords], { description: 'Everything in the ledger about a person that still has words.' })
  @Access('ledger.erase')
  async erasableWords(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<ErasableWords[]> {
    return this.erasing.erasable(await asking.read(), residentId);
  }

  @Mutation(() => EraseWordsResult, { description: 'Removes words from the ledger where the law says so. That they were said, and that they were erased, stays.' })
  @Access('ledger.erase')
  eraseWords(@Asks() asking: Asking, @Args('input') input: EraseWordsInput): Promise<LedgerErasureEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.erasing.erase(tx, input));
  }

  @ResolveField(() => String)
  async residentName(@Parent() { residentId }: LedgerErasureEntity, @Asks() asking: Asking): Promise<string> {
    return (await residentLoader(asking).load(residentId))?.preferredName ?? '';
  }

  @ResolveField(() => [Int], { description: 'The entries whose words are gone.' })
  async seqs(@Parent() { id }: LedgerErasureEntity, @Asks() asking: Asking): Promise<number[]> {
    const rows = await asking.listLoader('ledger: erased', (tx, ids) => tx.em.query<{ id: string; seq: number }[]>(
      `SELECT c.content ->> 'erasureId' AS id, jsonb_array_elements(c.content -> 'seqs')::int AS seq FROM ledger_entry e JOIN ledger_content c ON c.home_id = e.home_id AND c.id = e.id
       WHERE e.home_id = $1 AND e.kind = 'erased' AND c.content ->> 'erasureId' = ANY ($2) ORDER BY 2`, [tx.actor.homeId, ids]), (row) => row.id).load(id);
    return rows.map(({ seq }) => seq);
  }
}
