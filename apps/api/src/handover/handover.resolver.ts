import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';
import { AddHandoverNoteResult, GiveHandoverResult, HandoverNoteInput, type HandoverNoteKept, HandoverType, HandoversType, ReadHandoverInput } from './handover.graphql.ts';
import { HandoverService } from './handover.service.ts';

@Resolver()
export class HandoverResolver {
  constructor(
    private readonly db: Db,
    private readonly handovers: HandoverService,
  ) {}

  @Query(() => HandoversType, { name: 'handovers', description: 'What the next shift must know, made from the records since the last one.' })
  @Access('handover.read')
  async all(@Asks() asking: Asking): Promise<HandoversType> {
    return this.handovers.all(await asking.read());
  }

  @Query(() => HandoverType, { description: 'One that was given, as it was then.' })
  @Access('handover.read')
  async handover(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<HandoverType> {
    return this.handovers.one(await asking.read(), id);
  }

  @Mutation(() => AddHandoverNoteResult, { description: 'Words of one’s own for whoever comes next; an empty correction takes a note back.' })
  @Access('handover.write')
  addHandoverNote(@Asks() asking: Asking, @Args('input') input: HandoverNoteInput): Promise<HandoverNoteKept | Refused> {
    return this.db.write(asking.actor, (tx) => this.handovers.note(tx, input));
  }

  @Mutation(() => GiveHandoverResult, { description: 'Keeps what stands now for whoever comes next.' })
  @Access('handover.write')
  giveHandover(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<HandoverType | Refused> {
    return this.db.write(asking.actor, (tx) => this.handovers.give(tx, id));
  }

  @Mutation(() => HandoverType, { description: 'That whoever asks has read it: who and when.' })
  @Access('handover.write')
  readHandover(@Asks() asking: Asking, @Args('input') input: ReadHandoverInput): Promise<HandoverType> {
    return this.db.write(asking.actor, (tx) => this.handovers.read(tx, input));
  }
}
