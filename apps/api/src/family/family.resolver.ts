import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { FamilySharingService } from './family-sharing.service.ts';
import {
  ConfirmPromiseResult, DisputePromiseResult, FamilyPromisePageType, FamilySharingType, FamilyType, WithdrawAsRepresentativeResult,
} from './family.graphql.ts';
import { FamilyService } from './family.service.ts';

const Id = { type: () => IdScalar };
const Words = { type: () => WordsScalar };

@Resolver()
export class FamilyResolver {
  constructor(
    private readonly db: Db,
    private readonly families: FamilyService,
    private readonly sharing: FamilySharingService,
  ) {}

  @Query(() => FamilyType, { description: 'Everything a supporter may see of their people.' })
  @Access('family.read')
  async family(@Asks() asking: Asking): Promise<FamilyType> {
    return this.families.family(await asking.read());
  }

  @Query(() => FamilyPromisePageType)
  @Access('family.read')
  async familyPromise(@Asks() asking: Asking, @Args('id', Id) id: string): Promise<FamilyPromisePageType> {
    return this.families.promisePage(await asking.read(), id);
  }

  @Query(() => FamilySharingType)
  @Access('family.read')
  async familySharing(@Asks() asking: Asking, @Args('residentId', Id) residentId: string): Promise<FamilySharingType> {
    return this.sharing.sharing(await asking.read(), residentId);
  }

  @Mutation(() => ConfirmPromiseResult)
  @Access('family.write')
  confirmPromise(@Asks() asking: Asking, @Args('id', Id) id: string, @Args('words', Words) words: string): Promise<FamilyPromisePageType | Refused> {
    return this.db.write(asking.actor, (tx) => this.families.say(tx, id, 'confirmed', words));
  }

  @Mutation(() => DisputePromiseResult)
  @Access('family.write')
  disputePromise(@Asks() asking: Asking, @Args('id', Id) id: string, @Args('words', Words) words: string): Promise<FamilyPromisePageType | Refused> {
    return this.db.write(asking.actor, (tx) => this.families.say(tx, id, 'disputed', words));
  }

  @Mutation(() => WithdrawAsRepresentativeResult)
  @Access('family.write')
  withdrawSharingAsRepresentative(
    @Asks() asking: Asking, @Args('residentId', Id) residentId: string, @Args('supporterId', Id) supporterId: string, @Args('kind', Words) kind: string, @Args('words', Words) words: string,
  ): Promise<FamilySharingType | Refused> {
    return this.db.write(asking.actor, (tx) => this.sharing.withdraw(tx, { residentId, supporterId, kind, words }));
  }
}
