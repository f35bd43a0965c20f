/** Stays in the demo home: Peggy's, half way home and due to be looked at; George's, over and due to be looked back at; and turns in two more lives. */
import type { INestApplicationContext } from '@nestjs/common';
import { type Day, addDays, instantAt, minuteOf } from '@promenade/domain/shared/time';
import { IsNull } from 'typeorm';
import type { SystemTx, Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { EpisodesService } from '../episodes/episodes.service.ts';
import { SittingService } from '../episodes/sitting.service.ts';
import { Refused } from '../graphql/refused.graphql.ts';
import { OutcomeEntity } from '../people/people.entities.ts';
import { type House, of } from './lay-house.ts';
import { NOBODY, type People } from './lay-people.ts';

const said = <T>(answer: T | Refused): T => {
  if (answer instanceof Refused) throw new Error(`the demo content is refused: ${answer.reasons.map(({ message }) => message).join(' ')}`);
  return answer;
};

/** Days from today. */
const [BEGAN, REVIEWED, HOPED] = [-30, -14, 12];
/** A week and a bit over four weeks ago: the look back is due. */
const [OTHER_BEGAN, OTHER_ENDED] = [-75, -30];

const AT_HOME = [
  { topic: 'wish', state: 'there', words: '“It is my house.” Worried about the first night.' },
  { topic: 'stairs', state: 'missing', words: 'Seven of thirteen, with two rails.', owner: 'Niamh O’Brien, with the physiotherapist', byDay: 8 },
  { topic: 'a drink and a meal', state: 'there', words: 'Tea for two, with the trolley.' },
  { topic: 'medicines', state: 'there', words: 'From the weekly box, without a word from us.' },
  { topic: 'equipment', state: 'missing', words: 'The second rail is ordered, not fitted.', owner: 'Claire Dunne', byDay: 6 },
  { topic: 'keys and heating', state: 'not needed', words: 'Claire has been living there since October.' },
] as const;

export async function layDownEpisodes(app: INestApplicationContext, tx: SystemTx, house: House, people: People, today: Day): Promise<void> {
  const as = (name: string, day: number, time: string): Tx => ({
    ...tx, now: instantAt(house.zone, addDays(today, day), minuteOf(time)),
    actor: { audience: 'staff', accountId: NOBODY, membershipId: NOBODY, name, role: 'coordinator', homeId: house.homeId, zone: house.zone, staffId: null, supporterId: null },
  });
  const episodes = app.get(EpisodesService);
  const [peggy, george, vera, lily] = ['peggy', 'george', 'vera', 'lily'].map((key) => of(people.resident, key));
  if (!peggy || !george || !vera || !lily) return;
  await peggysStay(app, as, peggy, today);
  const id = newId();
  said(await episodes.start(as('Callum Frost', OTHER_BEGAN, '11:00'), {
    id, residentId: george, kind: 'living here', beganOn: addDays(today, OTHER_BEGAN), purpose: 'I want to walk to the greenhouse on my own two feet.', willProvide: 'Somebody beside him twice a day, and the frame at the right height.',
    willNotProvide: 'Nobody walks for him, and no wheelchair to the garden unless he asks.', discussedWith: 'George and Robert Appleyard', personSaid: 'Then we shall see who is quicker.', hopedEndOn: addDays(today, OTHER_ENDED),
  }));
  said(await episodes.writePlan(as('Callum Frost', OTHER_ENDED, '10:00'), {
    id: newId(), episodeId: id, myself: 'To the greenhouse and back, with the frame.', help: 'Somebody nearby on the step, whoever is on.', equipment: 'The frame, and the rail at the garden door.', whoToCall: 'Callum Frost, or whoever is in charge.',
    appointments: 'Nothing.', ifWorse: 'Say so the same day; the physiotherapist comes on Tuesdays.', say: 'Leave the door unlocked.',
  }));
  said(await episodes.end(as('Callum Frost', OTHER_ENDED, '10:20'), { id: newId(), episodeId: id, endedOn: addDays(today, OTHER_ENDED), result: 'reached', say: 'The leeks were waiting.', wentTo: 'lives here' }));
  said(await episodes.lifeChange(as('Dean Hughes', -9, '15:30'), { id: newId(), residentId: vera, kind: 'bereavement', words: 'Her sister Nell, in Leeds' }));
  said(await episodes.lifeChange(as('Dean Hughes', -3, '09:40'), { id: newId(), residentId: lily, kind: 'hospital', words: 'A morning at the eye clinic; home for lunch' }));
}

async function peggysStay(app: INestApplicationContext, as: (name: string, day: number, time: string) => Tx, residentId: string, today: Day): Promise<void> {
  const episodes = app.get(EpisodesService);
  const niamh = 'Niamh O’Brien';
  said(await episodes.start(as(niamh, BEGAN, '14:00'), {
    id: newId(), residentId, kind: 'short stay', referredOn: addDays(today, BEGAN - 2), referredBy: 'The orthopaedic ward', beganOn: addDays(today, BEGAN), purpose: 'I want my own front door, my own kettle and thirteen stairs behind me.',
    willProvide: 'Walking and stairs with somebody beside her every day, tea in the kitchen each morning, and a telephone call with Claire on Fridays. Six weeks.',
    willNotProvide: 'Nobody does for her what she can do, even when it is slow. The home does not alter her house: the council does.', discussedWith: 'Peggy and Claire Dunne', personSaid: 'Slow is all right. Home by Christmas is not up for discussion.', hopedEndOn: addDays(today, HOPED),
  }));
  for (const [n, { byDay, ...line }] of AT_HOME.map((each) => ({ owner: null, byDay: null, ...each })).entries()) {
    said(await episodes.sayHome(as(niamh, REVIEWED, `10:${String(10 + n)}`), { id: newId(), residentId, ...line, byDate: byDay === null ? null : addDays(today, byDay) }));
  }
  const then = as(niamh, REVIEWED, '11:00');
  const open = await then.em.findBy(OutcomeEntity, { homeId: then.actor.homeId, residentId, endedOn: IsNull() });
  said(await app.get(SittingService).hold(then, {
    id: newId(), residentId, present: 'Peggy, Claire, Niamh', say: 'I could do more if people stood further off.', enjoyed: 'The tea, and Winston’s stories over it. Less bingo.', supportSay: 'Somebody in the doorway instead of at her elbow. “At last.”',
    homeSay: 'The stairs and the rail, and then you will not see me for dust.', nextOn: today,
    results: open.map(({ id: outcomeId }) => ({ id: newId(), outcomeId, result: 'go on', say: 'I am getting there, and I know it.', nextOn: addDays(today, 7) })),
    actions: [{ what: 'Stand in the doorway at tea, not at the worktop', who: 'Everybody on mornings', byDate: addDays(today, REVIEWED + 1) }, { what: 'Ring the council about the second rail', who: 'Claire', byDate: addDays(today, REVIEWED + 7) }],
  }));
}
