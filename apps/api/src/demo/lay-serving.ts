/** What serves the outcomes of the demo home: activities that somebody said are on the way. Nora’s and Arthur’s wait for one, and Harold has no outcome yet. */
import type { INestApplicationContext } from '@nestjs/common';
import { type Day, addDays, instantAt, minuteOf } from '@promenade/domain/shared/time';
import type { SystemTx, Tx } from '../db/db.ts';
import { Refused } from '../graphql/refused.graphql.ts';
import { OutcomesService } from '../people/outcomes.service.ts';
import { OutcomeEntity } from '../people/people.entities.ts';
import { type House, of } from './lay-house.ts';
import { NOBODY, type People } from './lay-people.ts';

const SERVING: readonly (readonly [resident: string, wants: string, activity: string, because: string])[] = [
  ['bob', 'I go out', 'dog-walk', 'Fern will not let him stay in.'],
  ['steven', 'I am in the water', 'swimming', 'It is the water itself.'],
  ['dot', 'I am part of the chapel', 'chapel', 'Her pew, and the people in it.'],
  ['dot', 'I am part of the chapel', 'hymn-singing', 'She keeps the hymns by heart for Sunday.'],
  ['miss-carr', 'I walk to the library', 'library', 'The way there is the exercise.'],
  ['ted', 'I make something', 'mens-shed', 'There is a bench with his name on it.'],
  ['amina', 'My family eat', 'festival-cooking', 'She cooks, the others chop.'],
  ['len', 'Someone I know sits', 'brass-band', 'He answers it with his right hand.'],
  ['peggy', 'I am home by Christmas', 'gym', 'Stairs begin in the legs.'],
  ['peggy', 'I make my own tea', 'make-tea', 'Her own kettle, her own caddy.'],
  ['ifor', 'I hear my own language', 'choir', 'Two of the basses speak Welsh.'],
  ['joy', 'I cook for people', 'festival-cooking', 'They ask for seconds.'],
  ['kath', 'I have company', 'pub-lunch', 'A table of four that answers back.'],
  ['george', 'I grow something', 'allotment', 'The leeks are his.'],
  ['vera', 'My hands have work', 'baking', 'Dough settles her.'],
  ['winston', 'Chestnut House beats', 'dominoes', 'Practice, he says, and nerve.'],
  ['harbhajan', 'I serve food', 'festival-cooking', 'The ladle stands by his right hand.'],
  ['rosemary', 'I am comfortable', 'hand-massage', 'Somebody’s hand in hers, and rose oil.'],
  ['ken', 'I order my own pint', 'pub-lunch', 'The bar is where he practises.'],
  ['danuta', 'Christmas Eve', 'baking', 'The poppy-seed cake comes first.'],
  ['lily', 'I have three people', 'dominoes', 'Three of them learn mah-jong on the quiet.'],
  ['gemma', 'I move into my own flat', 'gym', 'Strong arms for the transfers.'],
  ['gemma', 'I move into my own flat', 'swimming', 'An hour of moving without the chair.'],
  ['mo', 'I sing a solo', 'choir', 'The second verse is hers.'],
];

export async function layDownServing(app: INestApplicationContext, system: SystemTx, { homeId, zone, activity }: House, people: People, today: Day): Promise<void> {
  const actor: Tx['actor'] = { audience: 'staff', accountId: NOBODY, membershipId: NOBODY, name: 'Jaspreet Kaur', role: 'coordinator', homeId, zone, staffId: null, supporterId: null };
  const tx: Tx = { ...system, actor, now: instantAt(zone, addDays(today, -3), minuteOf('16:10')) };
  const outcomes = await tx.em.findBy(OutcomeEntity, { homeId });
  for (const [resident, wants, serves, because] of SERVING) {
    const outcome = outcomes.find(({ residentId, words }) => residentId === people.resident.get(resident) && words.startsWith(wants));
    if (!outcome) throw new Error(`the demo content names an outcome of ${resident} that is not there: ${wants}`);
    const answer = await app.get(OutcomesService).serve(tx, { outcomeId: outcome.id, activityId: of(activity, serves), because });
    if (answer instanceof Refused) throw new Error(`the demo content is refused: ${answer.reasons.map(({ message }) => message).join(' ')}`);
  }
}
