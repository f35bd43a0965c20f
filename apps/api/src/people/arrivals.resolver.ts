import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { isSupportSaid, profileSteps } from '@promenade/domain/people/profile';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db, type Tx } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { AddResidentInput, AddResidentResult, ProfileStepType } from './arrivals.graphql.ts';
import { ArrivalsService } from './arrivals.service.ts';
import type { ResidentEntity } from './people.entities.ts';
import { ResidentType } from './people.graphql.ts';

type Counted = { residentId: string; importantSaid: boolean; supportVersions: number; factThemes: string[]; routineCount: number; outcomeCount: number };

/** How far each record has come; one statement for any number of people. */
function profilesSoFar(tx: Tx, residentIds: readonly string[]): Promise<Counted[]> {
  return tx.em.query(
    `SELECT r.id AS "residentId",
            coalesce((SELECT s.text IS NOT NULL OR s.media_id IS NOT NULL FROM about_me_statement s JOIN about_me_entry e ON e.home_id = s.home_id AND e.id = s.entry_id
               WHERE s.home_id = r.home_id AND s.resident_id = r.id AND s.heading = 'important' ORDER BY e.written_at DESC, s.id DESC LIMIT 1), false) AS "importantSaid",
            (SELECT count(*)::int FROM support_version v WHERE v.home_id = r.home_id AND v.resident_id = r.id) AS "supportVersions",
            coalesce((SELECT array_agg(f.theme) FROM life_fact f WHERE f.home_id = r.home_id AND f.resident_id = r.id), '{}') AS "factThemes",
            (SELECT count(*)::int FROM routine t WHERE t.home_id = r.home_id AND t.resident_id = r.id AND t.ended_on IS NULL) AS "routineCount",
            (SELECT count(*)::int FROM outcome o WHERE o.home_id = r.home_id AND o.resident_id = r.id AND o.ended_on IS NULL) AS "outcomeCount"
     FROM resident r WHERE r.home_id = $1 AND r.id = ANY($2)`,
    [tx.actor.homeId, residentIds],
  );
}

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
    return so ? profileSteps({ ...so, name: row.preferredName, supportSaid: isSupportSaid({ riskOut: row.riskOut, versions: so.supportVersions }) }) : [];
  }
}
