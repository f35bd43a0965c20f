/** The last three weeks of the demo home: planned by the real planner, published, lived and recorded by the real services. */
import type { INestApplicationContext } from '@nestjs/common';
import { type Day, addDays, daysBetween, instantAt, minuteOf, mondayOf, weekdayOf } from '@promenade/domain/shared/time';
import { solve } from '@promenade/planner/solve';
import type { Actor } from '../access/actor.ts';
import type { SystemTx, Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { PlanEntity } from '../planning/planning.entities.ts';
import { PublishingService } from '../planning/publishing.service.ts';
import { stateWeek } from '../planning/week-records.ts';
import { PromisesService } from '../promises/promises.service.ts';
import { activities } from './activities.ts';
import type { PastPromise } from './content.ts';
import { makeChoices } from './live-choices.ts';
import { askAndTell } from './live-families.ts';
import { recordDays } from './live-days.ts';
import { recordTheEvening } from './live-moments.ts';
import { promiseAgainAndAgain } from './live-standing.ts';
import { noteWhatWorked } from './live-notes.ts';
import { goRound, handOver } from './live-rounds.ts';
import { askQuestions } from './live-questions.ts';
import { type House, of } from './lay-house.ts';
import { type People, NOBODY } from './lay-people.ts';
import { past } from './past.ts';
import { residents } from './residents.ts';
import { staff } from './staff.ts';

const WEEKS = 3;
const SEARCH_STEPS = 1000;

/** One promise as it was lived: made once, and given a new date each time it was missed. */
export type Lived = { readonly first: PastPromise; readonly dues: readonly { readonly due: Day; readonly end: PastPromise['end'] }[]; id: string | null };

export type Past = {
  readonly house: House;
  readonly people: People;
  readonly today: Day;
  readonly promises: PromisesService;
  readonly lived: readonly Lived[];
  /** The unit of work as if somebody of the staff asked at that time. */
  as(staffKey: string, at: Date): Tx;
};

export async function livePast(app: INestApplicationContext, tx: SystemTx, house: House, people: People, today: Day): Promise<void> {
  const past: Past = { house, people, today, promises: app.get(PromisesService), lived: livedPromises(today), as: (key, at) => ({ ...tx, actor: actorOf(house, key), now: at }) };
  const monday = mondayOf(today);
  for (let day = addDays(monday, -7 * WEEKS - 3); day <= today; day = addDays(day, 1)) {
    await makePromises(past, day);
    // Each Friday the week to come is published; the one after this is left for whoever tries the demo.
    if (weekdayOf(day) === 5 && addDays(mondayOf(day), 7) <= monday) await publishWeek(app, past, addDays(mondayOf(day), 7), at(past, day, '15:00'));
    await explainMisses(past, day);
    if (day >= addDays(monday, -7 * WEEKS) && day < today) await recordDays(past, day);
    await endByWords(past, day);
    if (day === addDays(today, -1)) {
      await recordTheEvening(app, past);
      await goRound(app, past);
      await handOver(app, past, day);
    }
  }
  await promiseAgainAndAgain(app, past);
  await askQuestions(app, past);
  await makeChoices(app, past);
  await noteWhatWorked(app, past);
  await askAndTell(app, past);
}

export const at = ({ house }: Past, day: Day, time: string) => instantAt(house.zone, day, minuteOf(time));

function actorOf(house: House, key: string): Actor {
  const person = staff.find((one) => one.key === key);
  if (!person) throw new Error(`the demo content names "${key}", who does not work there`);
  return {
    audience: 'staff', accountId: NOBODY, membershipId: NOBODY, name: `${person.givenName} ${person.familyName}`, role: 'carer',
    homeId: house.homeId, zone: house.zone, staffId: of(house.staff, key), supporterId: null,
  };
}

/** Promises that were made again are one promise with a new date. */
function livedPromises(today: Day): Lived[] {
  const again = ({ end }: PastPromise) => (end && 'newDate' in end && end.newDate && 'again' in end.newDate ? end.newDate.again : null);
  const later = new Set(past.map(again));
  return past.filter(({ key }) => !later.has(key)).map((first) => {
    const dues: { due: Day; end: PastPromise['end'] }[] = [];
    let notBefore = addDays(today, -first.madeDaysAgo);
    for (let each: PastPromise | undefined = first; each; each = past.find(({ key }) => key === again(each))) {
      const due = onOpenDay(each, addDays(today, 'dueInDays' in each ? each.dueInDays : -each.dueDaysAgo), notBefore);
      dues.push({ due, end: each.end });
      notBefore = addDays(due, 2);
    }
    return { first, dues, id: null };
  });
}

/** The last day up to `due` on which the activity takes place at all; if that were too early, the first one after. */
function onOpenDay({ activity }: PastPromise, due: Day, notBefore: Day): Day {
  const open = new Set<number>(activities.find(({ key }) => key === activity)?.hours.flatMap(({ days }) => days) ?? [1, 2, 3, 4, 5, 6, 7]);
  let day = due;
  while (day >= notBefore && !open.has(weekdayOf(day))) day = addDays(day, -1);
  if (day < notBefore) day = notBefore;
  while (!open.has(weekdayOf(day))) day = addDays(day, 1);
  return day;
}

async function makePromises(past: Past, day: Day): Promise<void> {
  for (const lived of past.lived) {
    const { first } = lived;
    if (addDays(past.today, -first.madeDaysAgo) !== day) continue;
    const resident = residents.find(({ key }) => key === first.resident);
    const made = await past.promises.make(past.as(first.madeBy, at(past, day, '10:20')), {
      residentId: of(past.people.resident, first.resident), words: first.words, activityId: first.activity ? of(past.house.activity, first.activity) : null,
      level: first.level === 'watch' ? 'watching' : 'taking part', dueOn: lived.dues[0]?.due ?? day, madeTo: resident?.preferredName ?? '', lifeFactId: null, wishId: null,
      found: 'Looked at with the rota and the wheels of those weeks: there was a place for it.',
    });
    if ('reasons' in made) throw new Error(`${first.key}: ${made.reasons.map(({ message }) => message).join(' ')}`);
    lived.id = made.id;
  }
}

async function publishWeek(app: INestApplicationContext, past: Past, monday: Day, when: Date): Promise<void> {
  const tx = past.as('sian', when);
  const { homeId } = past.house;
  const week = await stateWeek(tx, { homeId, zone: past.house.zone }, monday);
  const { plan, score, parts } = solve(week.problem, { seed: daysBetween('2026-01-05', monday), steps: SEARCH_STEPS, now: () => 0 });
  const id = newId();
  await tx.em.insert(PlanEntity, {
    homeId, id, weekStarts: monday, name: 'The week', status: 'published', version: 1, sessions: [...plan.sessions], pinned: [], score, parts: { ...parts }, basedOn: null,
    search: null, createdBy: NOBODY, createdByName: tx.actor.name, createdAt: when, updatedAt: when, publishedBy: NOBODY, publishedByName: tx.actor.name, publishedAt: when,
  });
  await app.get(PublishingService).tell(tx, id, monday, week, plan.sessions, { plan: 'The week was planned.', telling: null });
}

/** On the morning after a promise fell due: why it was missed or only half kept, who answers, and when it will be. */
async function explainMisses(past: Past, day: Day): Promise<void> {
  for (const { first, dues, id } of past.lived) {
    for (const [position, { due, end }] of dues.entries()) {
      if (!id || !end || addDays(due, 1) !== day || !(end.how === 'not kept' || (end.how === 'partly' && end.stillOwed))) continue;
      const tx = past.as(end.how === 'not kept' ? end.answers : first.madeBy, at(past, day, '08:10'));
      const said = await past.promises.explain(tx, id, {
        reason: end.how === 'not kept' ? end.reason : 'not enough staff', words: end.words, answers: tx.actor.name, newDate: dues[position + 1]?.due ?? null,
        whyNoDate: end.newDate && 'whyNone' in end.newDate ? end.newDate.whyNone : null,
      });
      if ('reasons' in said) throw new Error(`${first.key}: ${said.reasons.map(({ message }) => message).join(' ')}`);
    }
  }
}

/** What people themselves said about a promise: that they no longer want it, or that half was enough. */
async function endByWords(past: Past, day: Day): Promise<void> {
  for (const { first, dues, id } of past.lived) {
    for (const { due, end } of dues) {
      const ending = id && end ? { promiseId: id, words: end.words, by: 'the person', supporterId: null } : null;
      const tx = past.as(first.madeBy, at(past, day, '20:50'));
      if (ending && end?.how === 'released' && addDays(past.today, -1) === day) await past.promises.release(tx, ending);
      if (ending && end?.how === 'partly' && !end.stillOwed && due === day) await past.promises.enough(tx, ending);
    }
  }
}
