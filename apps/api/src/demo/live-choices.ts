/** What some people of the demo were asked and chose in the past weeks, and how those who know Steven read him. */
import type { INestApplicationContext } from '@nestjs/common';
import type { Point } from '@promenade/domain/choices/points';
import { addDays } from '@promenade/domain/shared/time';
import { ChoicesService } from '../choices/choices.service.ts';
import { ReadingsService } from '../choices/readings.service.ts';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { of } from './lay-house.ts';
import { type Past, at } from './live-past.ts';

type Chosen = { readonly resident: string; readonly asked: string; readonly daysAgo: number; readonly point: Point; readonly how: string; readonly title?: RegExp; readonly words?: string; readonly supporter?: string };

const CHOSEN: readonly Chosen[] = [
  { resident: 'bob', asked: 'dean', daysAgo: 12, point: 'what', how: 'picture', title: /bowls/i },
  { resident: 'bob', asked: 'dean', daysAgo: 6, point: 'who', how: 'spoken', title: /^Dean/ },
  { resident: 'bob', asked: 'dean', daysAgo: 2, point: 'helper', how: 'picture', title: /Janet/ },
  { resident: 'peggy', asked: 'niamh', daysAgo: 10, point: 'helper', how: 'spoken', title: /Claire/ },
  { resident: 'peggy', asked: 'niamh', daysAgo: 4, point: 'with', how: 'spoken', words: 'The bridge four, if they will have me back' },
  { resident: 'steven', asked: 'callum', daysAgo: 8, point: 'what', how: 'pointed', title: /swim/i },
  { resident: 'steven', asked: 'sian', daysAgo: 5, point: 'what', how: 'spoken', words: 'The gym, twice a week', supporter: 'mark@example.org' },
];

const READINGS = [
  { reader: 'sian', activity: 'choir', likes: 'likes it', signs: 'Hands on the piano lid before anybody plays, and he stays there.', knows: 'His named worker' },
  { reader: 'marisol', activity: 'choir', likes: 'does not mind it', signs: 'Still while they sing. He looks at the door when it is loud.', knows: 'On his corridor most afternoons' },
] as const;

export async function makeChoices(app: INestApplicationContext, past: Past): Promise<void> {
  const choices = app.get(ChoicesService);
  const readings = app.get(ReadingsService);
  for (const { resident, asked, daysAgo, point, how, title, words, supporter } of CHOSEN) {
    const tx = past.as(asked, at(past, addDays(past.today, -daysAgo), '10:45'));
    const offer = await choices.offer(tx, { id: newId(), residentId: of(past.people.resident, resident), point });
    if ('reasons' in offer) throw new Error(`the demo cannot ask “${resident}” about ${point}: ${JSON.stringify(offer.reasons)}`);
    const shown = Math.max(0, offer.threes.findIndex((three) => three.some((option) => title?.test(option.title))));
    const option = title && offer.threes[shown]?.find((each) => title.test(each.title));
    await choices.record(tx, {
      id: newId(), offerId: offer.id, shown: shown + 1, answer: option ? 'option' : words ? 'something else' : 'not now', key: option?.key ?? null, words: words ?? null,
      by: supporter ? 'supporter' : 'the person', supporterId: supporter ? of(past.people.supporter, supporter) : null, how, chosenAt: tx.now,
    });
  }
  const residentId = of(past.people.resident, 'steven');
  for (const { reader, activity, ...said } of READINGS) {
    await readings.record(inOwnName(past.as(reader, at(past, addDays(past.today, -3), '15:20'))), { id: newId(), residentId, activityId: of(past.house.activity, activity), answersId: null, ...said });
  }
}

/** Everybody of the demo records under one account that is nobody's; readers have to be told apart. */
function inOwnName(tx: Tx): Tx {
  return { ...tx, actor: { ...tx.actor, accountId: tx.actor.staffId ?? tx.actor.accountId } };
}
