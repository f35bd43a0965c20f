import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { isSupportSaid, profileSteps } from '@promenade/domain/people/profile';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { AddResidentInput, AddResidentResult, ProfileStepType } from './arrivals.graphql.ts';
import { ArrivalsService } from './arrivals.service.ts';
import type { ResidentEntity } from './people.entities.ts';
import { ResidentType } from './people.graphql.ts';
import { type InShort, inShort, profilesSoFar } from './profile.reads.ts';

@Resolver(() => ResidentType)
export class ArrivalsResolver {
  constructor(
    private readonly db: Db,
    private readonly arrivals: ArrivalsService,
  ) {}

  @Mutation(() => AddResidentResult)
  @Access('people.write')
  addResident(@Asks() asking: Asking, @Args('input') input: AddResidentInput): Promise<ResidentEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.arrivals.add(tx, input));
  }

  @ResolveField(() => [ProfileStepType], { description: 'The way to a useful profile, step by step.' })
  async profileSteps(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<ProfileStepType[]> {
    const so = await asking.loader('profilesSoFar', profilesSoFar, (each) => each.residentId).load(row.id);
    return so ? profileSteps({ ...so, name: row.preferredName, supportSaid: isSupportSaid(row, so.supportVersions) }) : [];
  }

  @ResolveField(() => String, { nullable: true, description: 'What is most important to them, as it stands under About me; what is sensitive is left to that page.' })
  async mattersMost(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<string | null> {
    return said(await inShortOf(asking, row.id), 'important');
  }

  @ResolveField(() => String, { nullable: true, description: 'What to do and what to leave alone, as it stands under About me.' })
  async pleaseNote(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<string | null> {
    return said(await inShortOf(asking, row.id), 'please');
  }
}

function inShortOf(asking: Asking, residentId: string): Promise<InShort[]> {
  return asking.listLoader<InShort>('aboutMeInShort', inShort, (each) => each.residentId).load(residentId);
}

const said = (all: readonly InShort[], heading: string) => all.find((each) => each.heading === heading)?.text ?? null;
