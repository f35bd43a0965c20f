/** What the staff of Chestnut House wrote down about what worked, with the library's entries. */
import type { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@promenade/domain/shared/time';
import { EntriesService } from '../library/entries.service.ts';
import { newId } from '../db/ids.ts';
import { of } from './lay-house.ts';
import { type Past, at } from './live-past.ts';

type Said = { readonly activity: string; readonly by: string; readonly daysAgo: number; readonly kind: 'worked' | 'change'; readonly style: string | null; readonly words: string };

const notes: readonly Said[] = [
  { activity: 'dog-walk', by: 'dean', daysAgo: 9, kind: 'worked', style: 'stepByStep', words: 'Cap in the hand first. Once the cap is on he is already on his way.' },
  { activity: 'dog-walk', by: 'jaspreet', daysAgo: 4, kind: 'change', style: null, words: 'The gate by the bins sticks when it is wet. Go round by the front until it is planed.' },
  { activity: 'choir', by: 'femi', daysAgo: 12, kind: 'worked', style: 'joinsThroughSenses', words: 'Sitting with a hand flat on the piano lid brought in two people who had only listened before.' },
  { activity: 'make-tea', by: 'jaspreet', daysAgo: 6, kind: 'worked', style: 'stepByStep', words: 'Counting to ten under my breath before saying anything. Mostly I do not need to.' },
  { activity: 'brass-band', by: 'dean', daysAgo: 8, kind: 'worked', style: 'respondsToTouchAndSound', words: 'The same slow hymn tune first each time. The fingers begin before the second line.' },
];

export async function noteWhatWorked(app: INestApplicationContext, past: Past): Promise<void> {
  for (const { activity, by, daysAgo, kind, style, words } of notes) {
    const said = await app.get(EntriesService).note(past.as(by, at(past, addDays(past.today, -daysAgo), '17:10')), { id: newId(), activityId: of(past.house.activity, activity), kind, style, words });
    if ('reasons' in said) throw new Error(`${activity}: ${said.reasons.map(({ message }) => message).join(' ')}`);
  }
}
