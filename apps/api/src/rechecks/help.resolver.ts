import { Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { helpState } from '@promenade/domain/rechecks/help';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { HelpService } from './help.service.ts';
import type { HelpSearchEntity } from './rechecks.entities.ts';
import { HelpSearchType } from './rechecks.graphql.ts';

@Resolver(() => HelpSearchType)
export class HelpResolver {
  constructor(
    private readonly db: Db,
    private readonly help: HelpService,
  ) {}

  @Query(() => HelpSearchType, { nullable: true, description: 'What would help most: the last search, with how far it has come.' })
  @Access('plan.write')
  async helpSearch(@Asks() asking: Asking): Promise<HelpSearchEntity | null> {
    return this.help.latest(await asking.read());
  }

  @Mutation(() => HelpSearchType, { description: 'Begins to look, or joins the search that is under way.' })
  @Access('plan.write')
  askWhatWouldHelp(@Asks() asking: Asking): Promise<HelpSearchEntity> {
    return this.db.write(asking.actor, (tx) => this.help.ask(tx));
  }

  @ResolveField(() => String, { description: "'waiting', 'running', 'done', 'failed' or 'interrupted'." })
  async state(@Parent() row: HelpSearchEntity, @Asks() asking: Asking): Promise<string> {
    return helpState(row, (await asking.read()).now);
  }
}
