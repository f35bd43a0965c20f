/** Bob's life as the demo shows it: what matters to him, what is steered clear of, and how he is when his walk is missed. */
import type { INestApplicationContext } from '@nestjs/common';
import { type Day, addDays, instantAt, minuteOf } from '@promenade/domain/shared/time';
import { RoutineDayEntity } from '../day/day.entities.ts';
import type { SystemTx, Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Refused } from '../graphql/refused.graphql.ts';
import { BelongingService } from '../library/belonging.service.ts';
import { LifeStoryService } from '../people/life-story.service.ts';
import { OutcomeEntity, RoutineEntity } from '../people/people.entities.ts';
import { PreferencesService } from '../people/preferences.service.ts';
import { RoutinesService } from '../people/routines.service.ts';
import { WishesService } from '../promises/wishes.service.ts';
import { type House, of } from './lay-house.ts';
import { NOBODY, type People } from './lay-people.ts';

/** Days before today, in the weeks before the demo's own record begins. */
const [FIRST, LAST] = [46, 26];
const MISSED: Readonly<Record<number, string>> = { 43: 'The agency carer did not know of it.', 37: 'Two were off sick.', 32: 'The fire drill ran late.', 27: 'Nobody was free to go along.' };
const NOT_WANTED = [40, 30];
/** In those weeks: on which days he was distressed, when, how much and what was seen. */
const EARLY_NOTES: Readonly<Record<number, readonly [time: string, level: string, words: string]>> = {
  43: ['17:35', 'upset', 'At the front door, shouting for Meg. Did not eat.'], 37: ['18:05', 'upset', 'Tried both doors. Sat down when Dean walked the corridor with him.'],
  34: ['19:20', 'unsettled', 'Asking the time again and again.'], 27: ['17:50', 'very distressed', 'Shook the door and wept. Slept badly.'],
};
const LATER_WORDS = ['Tried the doors at tea time and would not sit.', 'Shouted at the person by the door.', 'Left his tea. “It is half past four,” he said.'];

const said = <T>(answer: T | Refused): T => {
  if (answer instanceof Refused) throw new Error(`the demo content is refused: ${answer.reasons.map(({ message }) => message).join(' ')}`);
  return answer;
};

export async function layDownLife(app: INestApplicationContext, tx: SystemTx, house: House, people: People, today: Day): Promise<void> {
  const { homeId, zone } = house;
  const residentId = people.resident.get('bob');
  if (!residentId) return;
  const as = (name: string, at: Date): Tx => ({
    ...tx, now: at, actor: { audience: 'staff', accountId: NOBODY, membershipId: NOBODY, name, role: 'coordinator', homeId, zone, staffId: null, supporterId: null },
  });
  const at = (day: Day, time: string) => instantAt(zone, day, minuteOf(time));
  await tellLife(app, as('Dean Hughes', at(addDays(today, -20), '11:00')), house, people, residentId);
  await tellPreferences(app, as('Dean Hughes', at(addDays(today, -18), '10:30')), residentId);
  const walk = await tx.em.findOneBy(RoutineEntity, { homeId, residentId, what: 'A walk before tea' });
  if (walk) await tellDistress(app, tx, as, at, walk, today);
}

async function tellLife(app: INestApplicationContext, tx: Tx, house: House, people: People, residentId: string): Promise<void> {
  const story = app.get(LifeStoryService);
  const { homeId } = house;
  said(await story.editFact(tx, {
    id: newId(), lifeFactId: of(people.fact, 'bob/4'), words: 'Whistles when he is content, always the same march. It is “Slaidburn”, which the Post Office band played.',
    whenWords: 'since the seventies', theme: 'music', toldBy: 'Janet Ellison', toldHow: 'told by family', sensitive: false,
  }));
  const outcome = await tx.em.findOneBy(OutcomeEntity, { homeId, residentId });
  if (outcome) await story.useForOutcome(tx, of(people.fact, 'bob/0'), outcome.id);
  const hymns = house.activity.get('hymn-singing');
  said(await story.avoid(tx, {
    id: newId(), residentId, lifeFactId: of(people.fact, 'bob/3'), words: 'Hymns, above all “Abide with Me”', why: 'It was sung for Jean in March 2019. He leaves the room and will not be spoken to.',
    instead: 'Walk with him. The Tenter Lane round is safe ground.', activityIds: hymns ? [hymns] : [], kinds: [], toldBy: 'Janet Ellison', toldHow: 'told by family',
  }));
  said(await app.get(BelongingService).createRoutine(tx, {
    id: newId(), residentId, lifeFactId: null, activityId: null, what: 'Janet rings', days: [7], repeats: 'every second week', from: '18:00', to: '18:30', why: 'She works away every other weekend, and rings when she is home.',
    whenMissed: 'He thinks something has happened to her.', help: 'The telephone in his own room, door closed.', needs: 'respect', protected: true,
  }));
}

async function tellPreferences(app: INestApplicationContext, tx: Tx, residentId: string): Promise<void> {
  const preferences = app.get(PreferencesService);
  const answer = async (item: string, how: string, more: { words?: string; barrier?: string; asks?: string } = {}) =>
    said(await preferences.answer(tx, { id: newId(), residentId, item, answer: how, answeredBy: 'Bob', toldHow: 'told us', ...more }));
  await answer('F0400A', 'somewhat important');
  await answer('F0400E', 'not very important');
  await answer('F0500A', 'not very important', { words: 'The Post for the bowls, that is all.' });
  await answer('F0500C', 'very important', { words: 'I have never been without a dog.' });
  await answer(`own-${newId()}`, 'very important', { asks: 'A pot of tea to himself before anybody talks' });
  const { items } = await answer('F0500G', 'important, but cannot or no choice', { words: 'I go when somebody comes. They do not always come.', barrier: 'On some days nobody is free at half past four to walk with him.' });
  const barrier = items.find(({ item }) => item === 'F0500G')?.barrier;
  if (barrier) said(await app.get(WishesService).catchFromBarrier(tx, barrier.id, newId(), 'Somebody named for his walk on every shift, so that it never depends on who is free.', null));
}

type As = (name: string, at: Date) => Tx;
type At = (day: Day, time: string) => Date;

async function tellDistress(app: INestApplicationContext, tx: SystemTx, as: As, at: At, walk: RoutineEntity, today: Day): Promise<void> {
  const { homeId, residentId, id: routineId } = walk;
  const note = async (day: Day, [time, level, words]: readonly [string, string, string]) => {
    const when = at(day, time);
    said(await app.get(RoutinesService).noteDistress(as('Jaspreet Kaur', when), { id: newId(), residentId, routineId, at: when, level, words }));
  };
  for (let ago = FIRST; ago >= LAST; ago -= 1) {
    const day = addDays(today, -ago);
    const reason = MISSED[ago] ?? null;
    const state = reason ? ('missed' as const) : NOT_WANTED.includes(ago) ? ('not wanted' as const) : ('honoured' as const);
    await tx.em.insert(RoutineDayEntity, { homeId, id: newId(), routineId, residentId, day, state, reason, correctsId: null, recordedBy: NOBODY, recordedByName: 'Jaspreet Kaur', recordedAt: at(day, '20:45') });
    const early = EARLY_NOTES[ago];
    if (early) await note(day, early);
  }
  // The weeks that were really planned and lived: distressed after three of four missed walks, and once where all went well.
  const lived = await tx.em.find(RoutineDayEntity, { where: { homeId, routineId }, order: { day: 'ASC' } });
  const later = lived.filter(({ day }) => day > addDays(today, -LAST));
  for (const [n, { day }] of later.filter(({ state }) => state === 'missed').entries()) {
    if (n % 4 !== 3) await note(day, ['17:45', 'upset', LATER_WORDS[n % LATER_WORDS.length] ?? '']);
  }
  const kept = later.filter(({ state }) => state === 'honoured')[5];
  if (kept) await note(kept.day, ['18:30', 'unsettled', 'Looking for his stick.']);
}
