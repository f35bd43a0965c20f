/** Who decided what in the demo home, by the real services: a decision with support, one by an attorney, and views that were heard. */
import type { INestApplicationContext } from '@nestjs/common';
import { type Day, addDays, instantAt, minuteOf } from '@promenade/domain/shared/time';
import { CircleMemberEntity } from '../circle/circle.entities.ts';
import { DecisionsService } from '../circle/decisions.service.ts';
import type { SystemTx, Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Refused } from '../graphql/refused.graphql.ts';
import { OutcomesService } from '../people/outcomes.service.ts';
import { OutcomeEntity } from '../people/people.entities.ts';
import { type House, of } from './lay-house.ts';
import { type People, NOBODY } from './lay-people.ts';

const ALONE = 'Setting off alone for the sorting office';

export async function layDownDecisions(app: INestApplicationContext, system: SystemTx, house: House, people: People, today: Day): Promise<void> {
  const { homeId, zone } = house;
  const actor: Tx['actor'] = { audience: 'staff', accountId: NOBODY, membershipId: NOBODY, name: 'Karen Whitfield', role: 'manager', homeId, zone, staffId: null, supporterId: null };
  const tx: Tx = { ...system, actor, now: instantAt(zone, addDays(today, -6), minuteOf('11:20')) };
  const decisions = app.get(DecisionsService);
  const residentId = of(people.resident, 'bob');
  const daughter = await tx.em.findOneByOrFail(CircleMemberEntity, { homeId, residentId, relation: 'daughter' });
  const outings = { residentId, area: 'outings and risk' };
  done(await decisions.recordCapacity(tx, {
    id: newId(), ...outings, matter: ALONE, able: false, helpTried: 'Twice before noon, with the map of his old round and with Dean, whom he trusts.',
    why: 'He knew the way. He could not keep in mind that the office has closed, nor what he would do when he found it so.', notBecauseUnwise: true, untilDate: addDays(today, 110),
  }));
  done(await decisions.decide(tx, {
    id: newId(), ...outings, matter: ALONE, what: 'He walks the round with somebody, the dog in front', right: 'attorney', bySupporterId: daughter.supporterId, said: 'He needs his round. I would not have him sit indoors for my peace of mind.',
  }));
  done(await decisions.hear(tx, { id: newId(), ...outings, supporterId: null, about: 'Walking the round', words: 'I know the way. I have walked it since before you were born.' }));
  done(await decisions.decide(tx, { id: newId(), residentId, area: 'daily activities', what: 'No bowls on Sundays', right: 'with support', said: '“Sunday I read the paper.” Shown the two pictures, he took the paper.' }));
  const outcome = await tx.em.findOneBy(OutcomeEntity, { homeId, residentId });
  if (outcome) done(await app.get(OutcomesService).addStep(tx, { id: newId(), outcomeId: outcome.id, kind: 'step', words: 'The same person walks with him on Mondays and Thursdays', who: 'Dean Harvey', byDate: null }));
}

function done(answer: object): void {
  if (answer instanceof Refused) throw new Error(`the demo may not decide: ${answer.reasons.map(({ message }) => message).join(' ')}`);
}
