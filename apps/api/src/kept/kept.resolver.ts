import { Args, Query, Resolver } from '@nestjs/graphql';
import { OUTCOMES } from '@promenade/domain/kept/came-due';
import { type Due, GROUPS, type Group, PERIODS, type Period, type Wanted, between, countUnder, daysOf, keysOf, listBehind, sayCount, sayKey, sayLeftOut } from '@promenade/domain/kept/rate';
import { sayDay } from '@promenade/domain/shared/time';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { type KeptCountType, KeptListType, KeptRateType } from './kept.graphql.ts';
import { type DueRow, duesBetween } from './kept.reads.ts';

const MOST_LINES = 200;
const whose = { type: () => IdScalar, nullable: true, defaultValue: null, description: 'Left out, it is the whole home.' };

/** How often promises are kept, and what is behind each number. */
@Resolver()
export class KeptResolver {
  @Query(() => KeptRateType)
  @Access('promise.read')
  async keptRate(@Asks() asking: Asking, @Args('residentId', whose) residentId: string | null, @Args('period', { description: "'4 weeks', '12 weeks' or 'year'." }) period: string): Promise<KeptRateType> {
    const { name, days, dues } = await this.found(asking, residentId, periodIn(period));
    const whole = countUnder(dues, 'all', 'all');
    const group = (by: Group) => keysOf(dues, by, days).map((key): KeptCountType => ({ key, name: nameOf(by, key), ...countUnder(dues, by, key) }));
    return {
      residentName: name, ...days, words: sayCount(whole), leftOut: sayLeftOut(whole), whole: { key: 'all', name: '', ...whole }, between: between(whole),
      weeks: group('week'), reasons: group('reason'), weekdays: group('weekday'), kinds: group('kind'), answers: group('answers'),
    };
  }

  @Query(() => KeptListType, { description: 'The list behind one number of the kept rate.' })
  @Access('promise.read')
  async keptList(
    @Asks() asking: Asking, @Args('residentId', whose) residentId: string | null, @Args('period') period: string,
    @Args('by', { description: "'all', 'week', 'reason', 'weekday', 'kind' or 'answers'." }) by: string, @Args('key', { type: () => WordsScalar }) key: string,
    @Args('outcome', { type: () => String, nullable: true, defaultValue: null, description: "One outcome, 'counted' or 'unexplained'; left out, all." }) outcome: string | null,
  ): Promise<KeptListType> {
    const wanted = wantedIn(by, key, outcome);
    const { dues } = await this.found(asking, residentId, periodIn(period));
    const lines = listBehind(dues, wanted) as DueRow[];
    return { total: lines.length, lines: lines.slice(0, MOST_LINES) };
  }

  private async found(asking: Asking, residentId: string | null, period: Period) {
    const tx = await asking.read();
    const resident = residentId === null ? null : await tx.em.findOneBy(ResidentEntity, { homeId: tx.actor.homeId, id: residentId });
    if (residentId !== null && !resident) throw new NotFound('This person');
    const days = daysOf(period, await asking.today());
    const dues: (DueRow & Due)[] = await duesBetween(tx, residentId === null ? null : [residentId], days);
    return { name: resident?.preferredName ?? null, days, dues };
  }
}

function nameOf(by: Group, key: string): string {
  return by === 'week' ? sayDay(key) : sayKey(by, key);
}

function periodIn(text: string): Period {
  const period = PERIODS.find((each) => each === text);
  if (!period) throw new Invalid('Choose 4 weeks, 12 weeks or a year.');
  return period;
}

function wantedIn(by: string, key: string, outcome: string | null): Wanted {
  const group = GROUPS.find((each) => each === by);
  const one = outcome === null ? null : ([...OUTCOMES, 'counted', 'unexplained'] as const).find((each) => each === outcome);
  if (!group || one === undefined) throw new Invalid('There is no such list. Open the page again and choose a number.');
  return { by: group, key, outcome: one };
}
