/** Three people whose outcomes are measured: Peggy on the way home and less sure of it, Bob out every day, and Rosemary, for whom nothing has to be reached. */
import type { INestApplicationContext } from '@nestjs/common';
import type { Rater } from '@promenade/domain/reablement/goal-raters';
import { type Day, addDays, instantAt, minuteOf } from '@promenade/domain/shared/time';
import type { SystemTx, Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Refused } from '../graphql/refused.graphql.ts';
import { OutcomesService } from '../people/outcomes.service.ts';
import { OutcomeEntity } from '../people/people.entities.ts';
import { LifePhaseEntity } from '../people/support.entities.ts';
import { BeliefsService } from '../reablement/beliefs.service.ts';
import { ScalesService } from '../reablement/scales.service.ts';
import { type House, of } from './lay-house.ts';
import { NOBODY, type People } from './lay-people.ts';

type Said = { daysAgo: number; rater: Rater; who?: string; by: string; attained: number; words?: string };
type Believed = { daysAgo: number; importance: number; confidence: number; by: string; words?: string };
type GoalContent = {
  resident: string; by: string; writtenDaysAgo: number; levels: readonly string[]; baseline: number; importance: number | null; difficulty: number | null; isDated: boolean; writtenWith: string;
  stages: readonly { words: string; byDaysFromNow: number; isDone: boolean }[]; said: readonly Said[]; believed: readonly Believed[];
};

const goals: readonly GoalContent[] = [
  {
    resident: 'peggy', by: 'Niamh O’Brien', writtenDaysAgo: 34, baseline: -2, importance: 3, difficulty: 3, isDated: true,
    writtenWith: 'Peggy counted the stairs herself, and said where the rail is.',
    levels: ['I cannot do one stair.', 'I go up three stairs with two rails and a hand on my back.', 'I go up all thirteen with the rail and somebody behind me.', 'I go up and down all thirteen alone, by day.', 'I go up and down at any hour, with a book under my arm.'],
    stages: [{ words: 'Three stairs in the physiotherapy room', byDaysFromNow: -12, isDone: true }, { words: 'The first flight, to the landing', byDaysFromNow: 6, isDone: false }, { words: 'One afternoon in her own house', byDaysFromNow: 19, isDone: false }],
    said: [
      { daysAgo: 27, rater: 'staff', by: 'Niamh O’Brien', attained: -2 }, { daysAgo: 27, rater: 'person', by: 'Niamh O’Brien', attained: -1, words: 'I could have done two if you had let me.' },
      { daysAgo: 13, rater: 'staff', by: 'Callum Frost', attained: -1 }, { daysAgo: 13, rater: 'person', by: 'Callum Frost', attained: 0, words: 'Thirteen is only a number.' },
      { daysAgo: 4, rater: 'family', who: 'Claire Dunne', by: 'Niamh O’Brien', attained: -1, words: 'She holds the rail with both hands when she thinks I am not looking.' },
      { daysAgo: 3, rater: 'person', by: 'Niamh O’Brien', attained: 0 }, { daysAgo: 3, rater: 'staff', by: 'Niamh O’Brien', attained: -1, words: 'Three stairs twice, the hand hardly needed.' },
    ],
    believed: [
      { daysAgo: 34, importance: 10, confidence: 9, by: 'Niamh O’Brien', words: 'It is my house.' }, { daysAgo: 20, importance: 10, confidence: 7, by: 'Callum Frost' },
      { daysAgo: 6, importance: 10, confidence: 5, by: 'Niamh O’Brien', words: 'What if I fall and nobody hears?' },
    ],
  },
  {
    resident: 'bob', by: 'Dean Hughes', writtenDaysAgo: 30, baseline: -1, importance: 3, difficulty: 2, isDated: true,
    writtenWith: 'Bob said how many. Janet said what counts as a walk.',
    levels: ['I am out on one day of the week or none.', 'I am out on two or three days of the week.', 'I am out on five days of the week.', 'I am out on six days of the week.', 'I am out every single day, and come back for my tea.'],
    stages: [],
    said: [
      { daysAgo: 22, rater: 'staff', by: 'Dean Hughes', attained: -1 }, { daysAgo: 8, rater: 'staff', by: 'Dean Hughes', attained: 0 }, { daysAgo: 8, rater: 'person', by: 'Dean Hughes', attained: -1, words: 'Not in the rain, I was not.' },
      { daysAgo: 5, rater: 'family', who: 'Janet Ellison', by: 'Dean Hughes', attained: 0 },
    ],
    believed: [{ daysAgo: 30, importance: 9, confidence: 6, by: 'Dean Hughes' }, { daysAgo: 8, importance: 9, confidence: 7, by: 'Dean Hughes', words: 'If somebody has their coat on.' }],
  },
  {
    resident: 'rosemary', by: 'Ruth Odhiambo', writtenDaysAgo: 18, baseline: -1, importance: null, difficulty: null, isDated: false,
    writtenWith: 'Rosemary pressed Ruth’s hand for yes, level by level. Philippa was there.',
    levels: ['I frown or fret at the sheet for most of an hour.', 'I fret when I am turned, and rest within half an hour.', 'I rest within ten minutes of being turned, with somebody’s hand in mine and flowers in sight.', 'I am turned without a frown.', 'I open my eyes for the flowers and press back.'],
    stages: [],
    said: [{ daysAgo: 9, rater: 'staff', by: 'Ruth Odhiambo', attained: -1 }, { daysAgo: 2, rater: 'family', who: 'Philippa Fairclough', by: 'Ruth Odhiambo', attained: 0, words: 'She looked at the freesias.' }, { daysAgo: 2, rater: 'staff', by: 'Ruth Odhiambo', attained: 0 }],
    believed: [],
  },
];

const said = <T>(answer: T | Refused): T => {
  if (answer instanceof Refused) throw new Error(`the demo content is refused: ${answer.reasons.map(({ message }) => message).join(' ')}`);
  return answer;
};

export async function layDownGoals(app: INestApplicationContext, tx: SystemTx, { homeId, zone }: House, people: People, today: Day): Promise<void> {
  const as = (name: string, daysAgo: number, time = '14:00'): Tx => ({
    ...tx, now: instantAt(zone, addDays(today, -daysAgo), minuteOf(time)), actor: { audience: 'staff', accountId: NOBODY, membershipId: NOBODY, name, role: 'coordinator', homeId, zone, staffId: null, supporterId: null },
  });
  // What matters to Rosemary now is said before anything is written, so that nothing is expected of her.
  await tx.em.insert(LifePhaseEntity, {
    homeId, id: newId(), residentId: of(people.resident, 'rosemary'), phase: 'comfort and connection', words: 'Rosemary pressed Ruth’s hand for “rest now”. Philippa Fairclough decides with her, and says the same.',
    recordedBy: NOBODY, recordedByName: 'Ruth Odhiambo', recordedAt: as('Ruth Odhiambo', 40).now,
  });
  const [scales, beliefs, outcomes] = [app.get(ScalesService), app.get(BeliefsService), app.get(OutcomesService)];
  for (const goal of goals) {
    const outcome = await tx.em.findOneBy(OutcomeEntity, { homeId, residentId: of(people.resident, goal.resident) });
    if (!outcome) continue;
    const { id: outcomeId } = outcome;
    const scaleId = newId();
    const { levels, baseline, importance, difficulty, writtenWith } = goal;
    said(await scales.write(as(goal.by, goal.writtenDaysAgo), { id: scaleId, outcomeId, levels: [...levels], baseline, importance, difficulty, byDay: goal.isDated ? outcome.byDate : null, writtenWith }));
    for (const { daysAgo, rater, who, by, attained, words } of goal.said) {
      said(await scales.add(as(by, daysAgo), outcome, { id: newId(), outcomeId, scaleId, attained, words: words ?? null }, { rater, raterName: rater === 'staff' ? by : (who ?? goal.resident.replace(/^./, (letter) => letter.toUpperCase())) }));
    }
    for (const { daysAgo, by, ...answer } of goal.believed) said(await beliefs.say(as(by, daysAgo, '15:00'), { id: newId(), outcomeId, ...answer }));
    for (const { words, byDaysFromNow, isDone } of goal.stages) {
      const id = newId();
      said(await outcomes.addStep(as(goal.by, goal.writtenDaysAgo), { id, outcomeId, kind: 'stage goal', words, who: null, byDate: addDays(today, byDaysFromNow) }));
      if (isDone) said(await outcomes.finishStep(as(goal.by, 13), id));
    }
  }
}
