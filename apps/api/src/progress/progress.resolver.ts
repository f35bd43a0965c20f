import { Args, Query, Resolver } from '@nestjs/graphql';
import { MEASURES, type MeasureKey, isMeasure, rateOf } from '@promenade/domain/progress/measures';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import type { Tx } from '../db/db.ts';
import { reviewsDue } from '../episodes/episodes.reads.ts';
import { Invalid } from '../graphql/errors.ts';
import { countedFor } from './measures.reads.ts';
import { HomeProgressType, MeasureListType, type MeasureLineType, type ProgressMeasureType } from './progress.graphql.ts';
import { everybody, goingNow, outcomesAhead } from './progress.reads.ts';
import { sharesOf } from './share.reads.ts';

/** Nobody written off: who is without an outcome, what nothing serves, what really happened, and the measures with their lists. */
@Resolver()
export class ProgressResolver {
  @Query(() => HomeProgressType)
  @Access('reablement.read')
  async homeProgress(@Asks() asking: Asking): Promise<HomeProgressType> {
    const tx = await asking.read();
    const { livingHere, without } = await everybody(tx);
    const { all, idle } = await outcomesAhead(tx);
    const going = await goingNow(tx);
    const measures: ProgressMeasureType[] = [];
    for (const { key } of MEASURES) measures.push((await measured(tx, key)).measure);
    return {
      today: await asking.today(), livingHere: livingHere.length, without, outcomes: all.length, idle, measures, reviewsDue: (await reviewsDue(tx)).length, ...(await sharesOf(tx, livingHere)),
      going: going.filter((each) => each.going === 'rising' || each.going === 'falling'), tooFewToSay: going.filter((each) => each.going === 'too few to say').length,
    };
  }

  @Query(() => MeasureListType, { description: 'The list behind the number of a measure.' })
  @Access('reablement.read')
  async measureList(@Asks() asking: Asking, @Args('key') key: string): Promise<MeasureListType> {
    if (!isMeasure(key)) throw new Invalid('There is no such measure. Open the page again and choose one.');
    return measured(await asking.read(), key);
  }
}

async function measured(tx: Tx, key: MeasureKey): Promise<{ measure: ProgressMeasureType; lines: MeasureLineType[] }> {
  const lines = await countedFor(tx, key);
  const { source = '', title = '', rule = '' } = MEASURES.find((each) => each.key === key) ?? {};
  return { measure: { key, source, title, rule, ...rateOf(lines) }, lines };
}
