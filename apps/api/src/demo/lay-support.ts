/** Three support plans: Peggy's eight weeks on the way home, Rosemary's, which is held, and George's, which was stopped when he needed more help again. */
import type { INestApplicationContext } from '@nestjs/common';
import { type Day, addDays, instantAt, minuteOf, mondayOf } from '@promenade/domain/shared/time';
import { RoutineDayEntity } from '../day/day.entities.ts';
import type { SystemTx, Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Refused } from '../graphql/refused.graphql.ts';
import { OutcomeEntity, RoutineEntity } from '../people/people.entities.ts';
import { RoutineSupportEntity } from '../reablement/support-plan.entities.ts';
import { TaperService } from '../taper/taper.service.ts';
import { type House, of } from './lay-house.ts';
import { NOBODY, type People } from './lay-people.ts';
import { chance } from './live-days.ts';

type HelpContent = { routine: string; /** Minutes each time, from so many weeks after the plan began on. */ minutes: readonly (readonly [week: number, minutes: number])[] };
type PlanContent = {
  resident: string; by: string; shape: 'stepped' | 'straight' | 'held'; weeks: number; stepWeeks: number; goal: number; why: string; say: string; outcome: string | null;
  lines: readonly { kind: string; what: string; minutes: number; residents: number }[];
  help: readonly HelpContent[];
  /** Routines that begin with the plan, and were kept nearly every day. */
  routines: readonly { what: string; from: string; to: string; why: string; help: string }[];
};

const WEEKS_AGO = 3;

const plans: readonly PlanContent[] = [
  {
    resident: 'peggy', by: 'Karen Whitfield', shape: 'stepped', weeks: 8, stepWeeks: 2, goal: 540, outcome: 'I am home by Christmas and managing.',
    why: 'What she does herself is not done for her: at Beck Lane there is nobody to do it.', say: 'Take it away a bit at a time and I shall hardly notice. Leave me the quiz.',
    lines: [
      { kind: 'one to one', what: 'Washing and dressing', minutes: 280, residents: 1 }, { kind: 'one to one', what: 'Getting to bed', minutes: 140, residents: 1 }, { kind: 'shared', what: 'The kitchen, the gym and the quiz', minutes: 510, residents: 4 },
    ],
    routines: [
      { what: 'Washes and dresses, as much as she can herself', from: '07:45', to: '08:45', why: 'At Beck Lane there is nobody to do up a zip.', help: 'Within reach, hands behind the back.' },
      { what: 'To bed by her own way', from: '21:15', to: '22:00', why: 'She has always read till ten.', help: 'One person on the stairs side.' },
    ],
    help: [{ routine: 'Washes and dresses', minutes: [[0, 40], [1, 35], [2, 25], [3, 20]] }, { routine: 'To bed', minutes: [[0, 20], [2, 15], [3, 10]] }],
  },
  {
    resident: 'rosemary', by: 'Karen Whitfield', shape: 'held', weeks: 12, stepWeeks: 2, goal: 0, outcome: null, why: 'So that somebody is with her, unhurried, every day.', say: 'She pressed Ruth’s hand for yes.',
    lines: [{ kind: 'one to one', what: 'A hand in hers, flowers, rose oil', minutes: 210, residents: 1 }, { kind: 'two to one', what: 'Turning and washing', minutes: 420, residents: 1 }], routines: [], help: [],
  },
  {
    resident: 'george', by: 'Siân Pritchard', shape: 'straight', weeks: 6, stepWeeks: 2, goal: 560, outcome: null, why: 'He dressed himself nearly every morning in the autumn.', say: 'I can put my own boots on.',
    lines: [{ kind: 'one to one', what: 'Boots and trousers', minutes: 140, residents: 1 }, { kind: 'shared', what: 'Company, mostly out of doors', minutes: 520, residents: 4 }], routines: [],
    help: [{ routine: 'Out of doors before breakfast', minutes: [[0, 10], [1, 10], [2, 15]] }],
  },
];

export async function layDownSupport(app: INestApplicationContext, tx: SystemTx, { homeId, zone }: House, people: People, today: Day): Promise<void> {
  const taper = app.get(TaperService);
  const began = addDays(mondayOf(today), -7 * WEEKS_AGO);
  const as = (name: string, day: Day): Tx => ({
    ...tx, now: instantAt(zone, day, minuteOf('09:30')), actor: { audience: 'staff', accountId: NOBODY, membershipId: NOBODY, name, role: 'coordinator', homeId, zone, staffId: null, supporterId: null },
  });
  for (const { resident, by, outcome, lines, shape, weeks, stepWeeks, goal, why, say, routines, help } of plans) {
    const residentId = of(people.resident, resident);
    const start = lines.reduce((sum, { minutes }) => sum + minutes, 0);
    for (const each of routines) await keep(tx, { homeId, residentId, began, today, now: as(by, began).now }, each);
    const served = outcome === null ? null : await tx.em.findOneBy(OutcomeEntity, { homeId, residentId, words: outcome });
    const made = await taper.make(as(by, began), { id: newId(), residentId, lines: [...lines], shape, startsOn: began, weeks, stepWeeks, goalMinutes: shape === 'held' ? start : goal, hourlyPence: 1575, why, say, outcomeId: served?.id ?? null });
    if (made instanceof Refused) throw new Error(`the demo content is refused: ${made.reasons.map(({ message }) => message).join(' ')}`);
    const own = await tx.em.findBy(RoutineEntity, { homeId, residentId });
    for (const { routine, minutes } of help) {
      const routineId = own.find(({ what }) => what.startsWith(routine))?.id;
      if (!routineId) throw new Error(`the demo content names the routine "${routine}", which ${resident} does not have`);
      for (const [week, each] of minutes) {
        const since = addDays(began, 7 * week);
        if (since <= today) await tx.em.insert(RoutineSupportEntity, { homeId, id: newId(), residentId, routineId, minutes: each, staff: 1, since, recordedBy: NOBODY, recordedByName: 'Niamh O’Brien', recordedAt: as('Niamh O’Brien', since).now });
      }
    }
  }
  await taper.settle({ em: tx.em, now: tx.now, actor: { homeId, zone } }, plans.map(({ resident }) => of(people.resident, resident)));
}

type Keeping = { homeId: string; residentId: string; began: Day; today: Day; now: Date };

async function keep(tx: SystemTx, { homeId, residentId, began, today, now }: Keeping, { what, from, to, why, help }: PlanContent['routines'][number]): Promise<void> {
  const routine: RoutineEntity = {
    homeId, id: newId(), residentId, what, activityId: null, lifeFactId: null, days: [1, 2, 3, 4, 5, 6, 7], fromTime: from, toTime: to, why, whenMissed: '', help, needs: 'respect', protected: false, weight: 1, since: began, endedOn: null, recordedBy: NOBODY, recordedAt: now,
  };
  await tx.em.insert(RoutineEntity, routine);
  const days: RoutineDayEntity[] = [];
  for (let day = began; day < today; day = addDays(day, 1)) {
    const isMissed = chance(`${day} ${what}`) < 0.06;
    days.push({ homeId, id: newId(), routineId: routine.id, residentId, day, state: isMissed ? 'missed' : 'honoured', reason: isMissed ? 'The morning ran late.' : null, correctsId: null, recordedBy: NOBODY, recordedByName: 'Niamh O’Brien', recordedAt: now });
  }
  if (days.length > 0) await tx.em.insert(RoutineDayEntity, days);
}
