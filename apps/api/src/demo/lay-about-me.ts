/** What some people of the demo say of themselves, under the headings of About Me. */
import type { Heading, Whose } from '@promenade/domain/people/about-me';
import type { ToldHow } from '@promenade/domain/people/life-story';
import { type Day, addDays, instantAt } from '@promenade/domain/shared/time';
import { insertAll, type SystemTx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { AboutMeEntryEntity, AboutMeStatementEntity } from '../people/about-me.entities.ts';
import { chestnutHouse } from './house.ts';
import { type House, of } from './lay-house.ts';
import { NOBODY, type People } from './lay-people.ts';

type Line = {
  readonly heading: Heading;
  readonly text: string;
  readonly daysAgo: number;
  readonly saidBy: string;
  readonly whose?: Whose;
  readonly toldHow?: ToldHow;
  readonly onPoster?: boolean;
  readonly sensitive?: boolean;
};
type Said = { readonly resident: string; readonly supportedBy: string | null; readonly tookPart: boolean; readonly recordedByName: string; readonly lines: readonly Line[] };

const FAMILY = { whose: 'a supporter', toldHow: 'told by family' } as const;
const SEEN = { whose: 'staff', toldHow: 'observed' } as const;

const SAID: readonly Said[] = [
  {
    resident: 'bob', supportedBy: 'Janet Ellison, daughter. Read back to Bob line by line one morning.', tookPart: true, recordedByName: 'Dean Hughes',
    lines: [
      { heading: 'please', text: 'Tell me when it is nearly walk time.', daysAgo: 160, saidBy: 'Dean Hughes' },
      { heading: 'important', text: 'My walk before tea. I had a dog all my life.\nBeing out in the air, whatever it is doing.\nI was a postman. I like to know who lives where.', daysAgo: 40, saidBy: 'Dean Hughes', onPoster: true },
      { heading: 'people', text: 'Janet, my daughter. Ring her, not the neighbours.\nMeg, my dog.', daysAgo: 40, saidBy: 'Dean Hughes', onPoster: true },
      { heading: 'communication', text: 'Talk to me in the morning. I am sharp then.\nAfter four the words will not come. Wait, and give me two things to choose from.', daysAgo: 39, saidBy: 'Janet Ellison', ...FAMILY, onPoster: true },
      { heading: 'wellness', text: 'When he whistles he is content. Turning his ring on a Thursday, he is thinking of Jean: sit with him and say little.', daysAgo: 38, saidBy: 'Dean Hughes', ...SEEN, sensitive: true },
      { heading: 'please', text: 'Have my coat and stick ready at twenty past four.\nDo not stand in front of the door. Come with me.\nDo not talk to me before my first tea.', daysAgo: 12, saidBy: 'Dean Hughes', onPoster: true },
      { heading: 'support', text: 'I wash and dress by myself; put the clothes out in order.\nOutside I take my stick and one person.', daysAgo: 12, saidBy: 'Dean Hughes', onPoster: true },
      { heading: 'also', text: 'I played bowls for the Post Office. There is a cup in a box somewhere.', daysAgo: 12, saidBy: 'Dean Hughes' },
    ],
  },
  {
    resident: 'steven', supportedBy: 'Mark Marlow, father. Steven has no words: written from what he shows; he was there and chose the photographs.', tookPart: true, recordedByName: 'Siân Pritchard',
    lines: [
      { heading: 'important', text: 'Water. In the pool he laughs and turns by himself.\nAbba, and somebody to move with.', daysAgo: 70, saidBy: 'Mark Marlow', ...FAMILY, onPoster: true },
      { heading: 'communication', text: 'Right hand up is yes. Pushing away is no; stop then.\nShow him two photographs and wait for his hand. Count to ten.', daysAgo: 70, saidBy: 'Mark Marlow', ...FAMILY, onPoster: true },
      { heading: 'wellness', text: 'Biting his hand by mid-afternoon means the table was too loud. Headphones on, door half open.', daysAgo: 33, saidBy: 'Siân Pritchard', ...SEEN },
      { heading: 'please', text: 'Always two with him in the water, and the red pouch with you.\nDo not leave him waiting in a noisy corridor.', daysAgo: 33, saidBy: 'Mark Marlow', ...FAMILY, onPoster: true },
    ],
  },
  {
    resident: 'ifor', supportedBy: 'Eleri Bevan, daughter', tookPart: true, recordedByName: 'Siân Pritchard',
    lines: [
      { heading: 'important', text: 'Fy iaith. My language.\nChapel on Sunday, and to sing second tenor.', daysAgo: 55, saidBy: 'Siân Pritchard', onPoster: true },
      { heading: 'communication', text: 'Say bore da, and the rest will follow.\nWhen English goes, play Eleri’s recording.', daysAgo: 55, saidBy: 'Eleri Bevan', ...FAMILY, onPoster: true },
      { heading: 'support', text: 'A psalm at bedtime, in Welsh. Gwen or Siân.', daysAgo: 20, saidBy: 'Siân Pritchard' },
    ],
  },
];

/** Each line is an entry of its own, as it is when people write them one by one. */
export async function layDownAboutMe(tx: SystemTx, { homeId }: House, people: People, today: Day): Promise<void> {
  const entries: AboutMeEntryEntity[] = [];
  const statements: AboutMeStatementEntity[] = [];
  for (const { resident, supportedBy, tookPart, recordedByName, lines } of SAID) {
    const residentId = of(people.resident, resident);
    lines.forEach(({ heading, text, daysAgo, saidBy, whose = 'the person', toldHow = 'told us', onPoster = false, sensitive = false }, n) => {
      const [id, day] = [newId(), addDays(today, -daysAgo)];
      const at = instantAt(chestnutHouse.zone, day, 10 * 60 + n);
      entries.push({ homeId, id, residentId, writtenAt: at, supportedBy, tookPart, source: 'here', recordedBy: NOBODY, recordedByName, recordedAt: at });
      statements.push({ homeId, id, entryId: id, residentId, heading, text, mediaId: null, alt: null, codedSystem: null, codedCode: null, codedDisplay: null, whose, saidBy, toldHow, saidOn: day, onPoster, sensitive });
    });
  }
  await insertAll(tx, AboutMeEntryEntity, entries);
  await insertAll(tx, AboutMeStatementEntity, statements);
}
