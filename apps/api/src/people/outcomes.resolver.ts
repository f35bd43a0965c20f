import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';
import {
  AddOutcomeStepInput, AddOutcomeStepResult, FinishOutcomeStepResult, OutcomeToLookAtType, OutcomesOfPersonType, ReviewOutcomeInput, ReviewOutcomeResult, ServeOutcomeInput, ServeOutcomeResult,
} from './outcomes.graphql.ts';
import { outcomesOf, outcomesToLookAt } from './outcomes.reads.ts';
import { OutcomesService } from './outcomes.service.ts';

@Resolver()
export class OutcomesResolver {
  constructor(
    private readonly db: Db,
    private readonly outcomes: OutcomesService,
  ) {}

  @Query(() => OutcomesOfPersonType, { description: 'What one person wants to be true, the way there, and every look at it.' })
  @Access('people.read')
  async outcomesOf(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<OutcomesOfPersonType> {
    return outcomesOf(await asking.read(), residentId);
  }

  @Query(() => [OutcomeToLookAtType], { description: 'Who has no outcome, and whose is to be looked at; whoever waited longest first.' })
  @Access('people.read')
  async outcomesToLookAt(@Asks() asking: Asking): Promise<OutcomeToLookAtType[]> {
    return outcomesToLookAt(await asking.read());
  }

  @Mutation(() => AddOutcomeStepResult)
  @Access('people.write')
  addOutcomeStep(@Asks() asking: Asking, @Args('input') input: AddOutcomeStepInput): Promise<OutcomesOfPersonType | Refused> {
    return this.db.write(asking.actor, (tx) => this.outcomes.addStep(tx, input));
  }

  @Mutation(() => FinishOutcomeStepResult)
  @Access('people.write')
  finishOutcomeStep(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<OutcomesOfPersonType | Refused> {
    return this.db.write(asking.actor, (tx) => this.outcomes.finishStep(tx, id));
  }

  @Mutation(() => ServeOutcomeResult, { description: 'Says that an activity serves an outcome.' })
  @Access('people.write')
  serveOutcome(@Asks() asking: Asking, @Args('input') input: ServeOutcomeInput): Promise<OutcomesOfPersonType | Refused> {
    return this.db.write(asking.actor, (tx) => this.outcomes.serve(tx, input));
  }

  @Mutation(() => ReviewOutcomeResult, { description: 'A look at an outcome: reached, go on, change or stop, with the person’s say.' })
  @Access('people.write')
  reviewOutcome(@Asks() asking: Asking, @Args('input') input: ReviewOutcomeInput): Promise<OutcomesOfPersonType | Refused> {
    return this.db.write(asking.actor, (tx) => this.outcomes.review(tx, input));
  }
}
