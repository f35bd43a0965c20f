import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';
import { BeliefsService } from './beliefs.service.ts';
import { FamilyGoalsType, ScoreGoalAsFamilyInput, ScoreGoalAsFamilyResult } from './scales-family.graphql.ts';
import { FamilyGoalsService } from './scales-family.service.ts';
import {
  ConfidenceToTalkAboutType, DraftGoalInput, DraftGoalResult, GoalsOfPersonType, NoteTalkInput, NoteTalkResult, SayBeliefInput, SayBeliefResult, ScoreGoalInput, ScoreGoalResult, WriteGoalInput, WriteGoalResult,
} from './scales.graphql.ts';
import { confidenceToTalkAbout, goalsOf } from './scales.reads.ts';
import { ScalesService } from './scales.service.ts';

@Resolver()
export class ScalesResolver {
  constructor(
    private readonly db: Db,
    private readonly scales: ScalesService,
    private readonly beliefs: BeliefsService,
    private readonly families: FamilyGoalsService,
  ) {}

  @Query(() => GoalsOfPersonType, { description: 'How one person’s outcomes are measured, with the score for professionals and its working.' })
  @Access('reablement.read')
  async goalsOf(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<GoalsOfPersonType> {
    return goalsOf(await asking.read(), residentId);
  }

  @Query(() => [ConfidenceToTalkAboutType], { description: 'Who grows less sure of something while nobody has talked about it; the longest ago first.' })
  @Access('reablement.read')
  async confidenceToTalkAbout(@Asks() asking: Asking): Promise<ConfidenceToTalkAboutType[]> {
    return confidenceToTalkAbout(await asking.read());
  }

  @Mutation(() => WriteGoalResult, { description: 'Writes the five levels of an outcome; those before stay readable.' })
  @Access('reablement.write')
  writeGoal(@Asks() asking: Asking, @Args('input') input: WriteGoalInput): Promise<GoalsOfPersonType | Refused> {
    return this.db.write(asking.actor, (tx) => this.scales.write(tx, input));
  }

  @Mutation(() => DraftGoalResult, { description: 'Puts levels aside as far as they are written.' })
  @Access('reablement.write')
  draftGoal(@Asks() asking: Asking, @Args('input') input: DraftGoalInput): Promise<GoalsOfPersonType | Refused> {
    return this.db.write(asking.actor, (tx) => this.scales.draft(tx, input));
  }

  @Mutation(() => ScoreGoalResult, { description: 'Says which level is reached, in the view of the person, their family or staff.' })
  @Access('reablement.write')
  scoreGoal(@Asks() asking: Asking, @Args('input') input: ScoreGoalInput): Promise<GoalsOfPersonType | Refused> {
    return this.db.write(asking.actor, (tx) => this.scales.score(tx, input));
  }

  @Mutation(() => SayBeliefResult, { description: 'How much an outcome matters to the person and how sure they are of it, from 1 to 10, as they say.' })
  @Access('reablement.write')
  sayBelief(@Asks() asking: Asking, @Args('input') input: SayBeliefInput): Promise<GoalsOfPersonType | Refused> {
    return this.db.write(asking.actor, (tx) => this.beliefs.say(tx, input));
  }

  @Mutation(() => NoteTalkResult, { description: 'What the person said when somebody talked with them about how sure they are.' })
  @Access('reablement.write')
  noteTalk(@Asks() asking: Asking, @Args('input') input: NoteTalkInput): Promise<GoalsOfPersonType | Refused> {
    return this.db.write(asking.actor, (tx) => this.beliefs.noteTalk(tx, input));
  }

  @Query(() => FamilyGoalsType, { description: 'What their person wants, its five levels and which of them each says is reached: in sentences, by consent.' })
  @Access('family.read')
  async familyGoals(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<FamilyGoalsType> {
    return this.families.of(await asking.read(), residentId);
  }

  @Mutation(() => ScoreGoalAsFamilyResult, { description: 'A supporter says which level they see reached, in their own name.' })
  @Access('family.write')
  scoreGoalAsFamily(@Asks() asking: Asking, @Args('input') input: ScoreGoalAsFamilyInput): Promise<FamilyGoalsType | Refused> {
    return this.db.write(asking.actor, (tx) => this.families.score(tx, input));
  }
}
