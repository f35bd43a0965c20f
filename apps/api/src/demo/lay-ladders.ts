/** Daily tasks on the ladder beside Peggy's tea: one who climbs, one who stands still, one who needs more help lately, one who does it alone, and one for whom comfort comes first. */
import type { INestApplicationContext } from '@nestjs/common';
import { type Day, addDays, instantAt, minuteOf } from '@promenade/domain/shared/time';
import type { SystemTx, Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Refused } from '../graphql/refused.graphql.ts';
import { RoutineEntity } from '../people/people.entities.ts';
import { AssistanceEntity, LadderTaskEntity } from '../reablement/reablement.entities.ts';
import { ReablementService } from '../reablement/reablement.service.ts';
import { type House, of } from './lay-house.ts';
import { NOBODY, type People } from './lay-people.ts';
import { teaTask } from './tea-task.ts';

type LadderContent = {
  resident: string; by: string; libraryKey: string; name: string; aid: string | null; startRung: number; hopedRung: number; hopedInDays: number;
  /** The routine it comes up with, by its words. */
  routine: string | null;
  at: string;
  /** One sign a day until yesterday: a rung, or a dot where nobody tapped. */
  days: string;
  /** Said of single days, counted back from today. */
  words?: Readonly<Record<number, string>>;
};

const WHO = ['Niamh O’Brien', 'Dean Hughes', 'Jaspreet Kaur', 'Callum Frost'] as const;

const ladders: readonly LadderContent[] = [
  {
    resident: 'peggy', by: 'Niamh O’Brien', libraryKey: 'stairs', name: 'Up and down the stairs', aid: 'Second rail', startRung: 1, hopedRung: 5, hopedInDays: 24, routine: null, at: '11:20',
    days: '1.11.2112.12.22122.2232.23.323.33', words: { 9: 'Three stairs twice, the hand hardly needed.', 1: 'Counted them aloud.' },
  },
  {
    resident: 'harbhajan', by: 'Dean Hughes', libraryKey: 'wash-at-basin', name: 'Washing before prayer', aid: 'Flannel mitt', startRung: 2, hopedRung: 4, hopedInDays: 20, routine: 'Turban tied and morning prayer', at: '07:40',
    days: '2223222.2232223222.22322222322.2232222322', words: { 5: 'Face and beard himself, as always.' },
  },
  {
    resident: 'george', by: 'Jaspreet Kaur', libraryKey: 'dress-lower', name: 'Boots and trousers', aid: 'Long shoehorn', startRung: 5, hopedRung: 5, hopedInDays: 40, routine: 'Out of doors before breakfast', at: '06:50',
    days: '5565556555655.55655555.554544434333', words: { 3: 'Hip stiff, would not say so.', 1: 'Sat on the bed longer than usual.' },
  },
  {
    resident: 'mo', by: 'Callum Frost', libraryKey: 'phone', name: 'Ringing Sheila', aid: 'Phone with pictures', startRung: 4, hopedRung: 6, hopedInDays: 10, routine: 'Telephones Sheila at nine', at: '21:00',
    days: '4545.55556566.665666656666',
  },
  { resident: 'rosemary', by: 'Jaspreet Kaur', libraryKey: 'drink', name: 'A sip of elderflower', aid: 'Cup with two handles', startRung: 2, hopedRung: 2, hopedInDays: 60, routine: null, at: '15:10', days: '2.322.2132.2' },
];

const said = <T>(answer: T | Refused): T => {
  if (answer instanceof Refused) throw new Error(`the demo content is refused: ${answer.reasons.map(({ message }) => message).join(' ')}`);
  return answer;
};

export async function layDownLadders(app: INestApplicationContext, tx: SystemTx, { homeId, zone }: House, people: People, today: Day): Promise<void> {
  const reablement = app.get(ReablementService);
  const at = (daysAgo: number, time: string) => instantAt(zone, addDays(today, -daysAgo), minuteOf(time));
  const as = (name: string, now: Date): Tx => ({ ...tx, now, actor: { audience: 'staff', accountId: NOBODY, membershipId: NOBODY, name, role: 'carer', homeId, zone, staffId: null, supporterId: null } });
  const routineOf = async (residentId: string, what: string | null) => (what ? ((await tx.em.findOneByOrFail(RoutineEntity, { homeId, residentId, what })).id) : null);
  for (const { resident, by, days, words = {}, hopedInDays, routine, at: time, ...task } of ladders) {
    const residentId = of(people.resident, resident);
    const routineId = await routineOf(residentId, routine);
    const { id } = said(await reablement.create(as(by, at(days.length, '10:00')), { ...task, id: newId(), residentId, outcomeId: null, guide: null, startedOn: null, hopedOn: addDays(today, hopedInDays), activityId: null, routineId }));
    await tx.em.insert(AssistanceEntity, Array.from(days).flatMap((rung, n): AssistanceEntity[] => {
      const daysAgo = days.length - n;
      const when = at(daysAgo, time);
      return rung === '.' ? [] : [{
        homeId, id: newId(), residentId, taskId: id, rung: Number(rung), at: when, note: words[daysAgo] ?? null, aid: task.aid, sessionId: null, routineId, recordedBy: NOBODY, recordedByName: WHO[n % WHO.length] ?? by, recordedAt: when,
      }];
    }));
  }
  await placeTea(reablement, tx, as('Niamh O’Brien', at(20, '12:00')), of(people.resident, teaTask.resident));
}

/** Peggy's tea comes up with her morning routine. */
async function placeTea(reablement: ReablementService, { em }: SystemTx, as: Tx, residentId: string): Promise<void> {
  const { homeId } = as.actor;
  const [tea, routine] = [await em.findOneBy(LadderTaskEntity, { homeId, residentId, name: teaTask.words }), await em.findOneBy(RoutineEntity, { homeId, residentId, what: 'Makes her own morning tea' })];
  if (tea && routine) said(await reablement.place(as, { id: newId(), taskId: tea.id, activityId: null, routineId: routine.id }));
}
