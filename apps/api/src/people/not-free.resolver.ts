import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import type { ChangedFactEntity } from '../changes/changes.entities.ts';
import { SayFreeAgainResult, SayNotFreeResult } from '../changes/changes.graphql.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';
import { NotFreeService } from './not-free.service.ts';
import { SayNotFreeInput } from './people-inputs.graphql.ts';

@Resolver()
export class NotFreeResolver {
  constructor(
    private readonly db: Db,
    private readonly notFree: NotFreeService,
  ) {}

  @Mutation(() => SayNotFreeResult, { description: 'A resident is unwell, away or at an appointment: nothing can be planned for them then.' })
  @Access('change.record')
  sayNotFree(@Asks() asking: Asking, @Args('input') input: SayNotFreeInput): Promise<ChangedFactEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.notFree.sayNotFree(tx, input));
  }

  @Mutation(() => SayFreeAgainResult)
  @Access('change.record')
  sayFreeAgain(@Asks() asking: Asking, @Args('changeId', { type: () => IdScalar }) changeId: string): Promise<ChangedFactEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.notFree.sayFreeAgain(tx, changeId));
  }
}
