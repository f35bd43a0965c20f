/// <reference lib="dom" />
/** Eight weeks after a hip operation, from the first conversation to home and the look back; and somebody near the end of life, for whom nothing becomes less. */
import type { Browser, Page } from 'playwright-core';
import { COOKIE } from '../../apps/api/src/access/cookie.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { type ResidentEntity, RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { addDays } from '../../libs/domain/src/shared/time.ts';
import type { Home, Person, World } from '../world/world.ts';
import { Visitor, openBrowser, openStage } from './stage.ts';

const LONG_TEST = 300_000;
const TABLET = { width: 820, height: 1180 };
const PHONE = { width: 360, height: 740 };
/** A Monday; the clocks go back in the fourth week. */
const BEGAN = '2026-10-05';

let browser: Browser;
let world: World;
let home: Home;
let karen: Person;
let ada: Person;
beforeAll(async () => {
  [browser, world] = [await openBrowser(), await openStage(`${BEGAN}T09:00:00Z`)];
  home = await world.home();
  [karen, ada] = [await home.worker('Karen Whitfield', 'manager'), await home.worker('Ada Bell', 'carer')];
}, LONG_TEST);
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function sits(who: Person, name: string, size: { width: number; height: number }, at = '/'): Promise<Visitor> {
  const visitor = await Visitor.comes(browser, world, name, size);
  await visitor.context.addCookies([{ name: COOKIE, value: who.token, url: world.url }]);
  await visitor.opens(at);
  return visitor;
}
const routineOf = (residentId: string, what: string, fromTime: string, toTime: string): RoutineEntity => ({
  homeId: home.id, id: newId(), residentId, what, activityId: null, lifeFactId: null, days: [1, 2, 3, 4, 5, 6, 7], fromTime, toTime, why: 'So it was always.', whenMissed: '', help: '', needs: 'respect', protected: true, weight: 1, since: '2026-01-01', endedOn: null,
  recordedBy: karen.actor.accountId, recordedAt: world.clock.now(),
});
/** The sheet over a page: filled, saved and gone. */
class Hands {
  constructor(readonly visitor: Visitor) {}
  get page(): Page { return this.visitor.page; }
  get sheet() { return this.page.getByRole('dialog'); }
  async at(when: string): Promise<void> { await this.visitor.waitsUntil(world, when); }
  async later(): Promise<void> { await this.at(new Date(world.clock.now().getTime() + 60_000).toISOString()); }
  /** What is said to a screen reader alone stands apart from what is seen. */
  named(name: string | RegExp): string | RegExp { return typeof name === 'string' ? new RegExp(`^${name.replaceAll(/[.?]/g, '\\$&').replace(': ', ' ?: ')}`) : name; }
  async press(name: string | RegExp): Promise<void> { await this.page.getByRole('button', { name: this.named(name) }).first().click(); }
  async writes(name: string, text: string): Promise<void> { await this.page.getByRole('textbox', { name: this.named(name) }).first().fill(text); }
  async fills(texts: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(texts)) await this.sheet.getByLabel(label).first().fill(text);
  }
  async chooses(name: string | RegExp): Promise<void> { await this.sheet.getByRole('radio', { name, exact: typeof name === 'string' }).first().check({ force: true }); }
  async saves(button = 'Save'): Promise<void> {
    await this.sheet.getByRole('button', { name: button, exact: true }).click();
    await this.sheet.waitFor({ state: 'detached' });
    await this.later();
  }
  async reads(text: string | RegExp): Promise<void> { await this.page.getByText(text).first().waitFor(); }
}

describe('eight weeks after a hip operation', () => {
  let margaret: ResidentEntity;
  let ann: Person;
  let wash: RoutineEntity;
  let hands: Hands;
  const tasks: Record<string, string> = {};
  const of = (page: string) => `/people/${margaret.id}/${page}`;
  beforeAll(async () => {
    margaret = await home.resident('Margaret Hale', { shortStay: true, room: '9', movedIn: BEGAN, namedWorkerId: karen.actor.staffId, supportInStaff: 1, supportInResidents: 1 });
    ann = await home.supporter('Ann Hale', margaret, 'daughter', ['progress', 'promises', 'plan']);
    wash = routineOf(margaret.id, 'Washing and dressing', '07:30', '08:15');
    await home.insert(RoutineEntity, wash);
    hands = new Hands(await sits(karen, 'hip', TABLET, of('support')));
  }, LONG_TEST);

  /** A day as carers record it: her wash with how much help it took, and the stairs. */
  async function day(on: string, washing: number, stairs: number): Promise<void> {
    world.clock.set(`${on}T08:20:00Z`);
    const answer = await ada.gets<{ said: { __typename: string } }>('mutation ($input: RoutineDayInput!) { said: recordRoutine(input: $input) { __typename } }', {
      input: { id: newId(), routineId: wash.id, day: on, state: 'honoured', help: [{ id: newId(), taskId: tasks['wash'], rung: washing }] },
    });
    expect(answer.said.__typename).not.toBe('Refused');
    world.clock.set(`${on}T14:00:00Z`);
    await ada.gets('mutation ($input: AssistanceInput!) { recordAssistance(input: $input) { __typename } }', { input: { id: newId(), taskId: tasks['stairs'], rung: stairs } });
  }
  async function days(from: string, rungs: readonly (readonly [number, number])[]): Promise<void> {
    for (const [n, [washing, stairs]] of rungs.entries()) await day(addDays(from, n), washing, stairs);
  }
  const helpTakes = (minutes: number) => karen.gets('mutation ($input: SayRoutineHelpInput!) { sayRoutineHelp(input: $input) { residentId } }', { input: { id: newId(), routineId: wash.id, minutes, staff: 1 } });

  it('begins with what she wants, what is given and what is not, and what going home takes', async () => {
    await hands.press('Ask, and write it down');
    await hands.chooses(/^Getting stronger/);
    await hands.fills({ 'In their words': 'I want my own stairs back.' });
    await hands.saves();
    await hands.reads('Margaret wants to do more alone again.');
    await hands.visitor.opens(of('episode'));
    await hands.press('Start an episode');
    await hands.fills({
      'What it is for, in their own words': 'I want to climb the stairs to my own bed.', 'What we will give': 'Help with washing, and the stairs twice a day, for eight weeks.', 'What we will not give': 'Nobody sits with you at night.',
      'With whom you talked about it': 'Margaret and Ann', 'What the person said of it': 'That is fair.', 'The day it was asked for': '2026-10-04', 'Who asked for it': 'The hospital', 'Hoped to end on': '2026-11-29',
    });
    await hands.saves();
    await hands.reads('Day 1 of 56');
    for (const [topic, words] of [['Stairs and steps', 'Thirteen steps at home.'], ['Washing and dressing', 'The bath is too high.']] as const) {
      await hands.press(`How it is: ${topic}`);
      await hands.chooses('Missing');
      await hands.fills({ 'In a few words': words, 'Who sees to it': 'Karen Whitfield', 'By when': '2026-11-20' });
      await hands.saves();
    }
    await hands.reads(/^Margaret could go home when (this is|these are) there/);
    await hands.visitor.looks('first-day');
  }, LONG_TEST);

  it('has an outcome with five levels, tasks on the ladder, and a support plan that becomes less', async () => {
    await hands.visitor.opens(of('outcomes'));
    await hands.press('Add an outcome');
    await hands.fills({ 'In their own words': 'I sleep upstairs in my own bed', 'Why it matters to them': 'Forty years in that room.', 'How much it matters': '10', 'By when': '2026-11-29', 'When it is looked at again': '2026-11-29' });
    await hands.saves();
    await hands.press('Write the five levels');
    await hands.fills({
      'Much less than expected': 'I sleep downstairs and somebody lifts my legs.', 'Less than expected': 'I climb three steps with somebody holding on to me.', 'What we expect': 'I climb all thirteen steps with the rail.',
      'Better than expected': 'I climb them twice a day with the rail.', 'Much better than expected': 'I climb them twice a day with a tray in one hand.',
    });
    await hands.chooses(/^I climb three steps/);
    await hands.saves('Save the levels');
    await hands.visitor.opens(of('reablement'));
    for (const [key, name, find] of [['wash', 'Washing at the basin', 'Washing at the basin'], ['stairs', 'Stairs', 'stairs']] as const) {
      await hands.press('Begin a task');
      await hands.page.getByLabel('Find a task').fill(find);
      await hands.sheet.getByRole('button', { name: new RegExp(name, 'i') }).first().click();
      await hands.sheet.getByLabel('How it is now').selectOption('2');
      await hands.sheet.getByLabel('What is hoped for').selectOption('6');
      await hands.sheet.getByLabel('By when').fill('2026-11-29');
      await hands.sheet.getByLabel('Which outcome it is for').selectOption({ label: 'I sleep upstairs in my own bed' });
      if (key === 'wash') await hands.sheet.getByLabel('It comes up with').selectOption({ label: '07:30 Washing and dressing' });
      await hands.saves('Begin');
      tasks[key] = (await world.look<{ id: string }>('SELECT id FROM ladder_task WHERE resident_id = $1 ORDER BY id DESC LIMIT 1', [margaret.id]))[0]?.id ?? '';
    }
    await hands.visitor.opens(of('support-plan'));
    await hands.press('Make a plan');
    await hands.fills({ 'What for': 'Washing, dressing and the stairs', 'Minutes a week': '420' });
    await hands.chooses(/^Down in steps/);
    await hands.fills({ 'For how many weeks': '8', 'Minutes a week hoped for at the end': '60', 'What an hour of staff costs, in pounds': '18', 'Why': 'Home by the end of November.', 'What they say of it': 'Let me try.' });
    await hands.saves('Begin this plan');
    await hands.reads('From 420 minutes a week to 60 minutes in 8 weeks.');
    await helpTakes(60);
    await hands.visitor.looks('plan');
  }, LONG_TEST);

  it('is recorded day by day in ordinary care; what she does alone is left to her', async () => {
    await days(BEGAN, [[2, 1], [2, 2], [2, 2], [3, 2], [2, 2], [3, 2], [3, 2], [3, 2], [3, 3], [4, 3], [3, 3], [4, 3], [4, 3]]);
    // Saturday of the second week, on the carer's phone: one tap says the wash was as always, and how much help it took.
    world.clock.set('2026-10-18T07:40:00Z');
    const phone = new Hands(await sits(ada, 'hip-carer', PHONE, '/let-do'));
    await phone.reads('Margaret');
    await phone.reads(/Washing at the basin/);
    await phone.visitor.looks('let-do');
    await phone.visitor.opens('/');
    await phone.page.getByRole('group', { name: 'Washing at the basin: a step says that it was done' }).getByRole('button', { name: /^Prompts/ }).click();
    await phone.reads(/^Ada Bell, 08:40/);
    expect(await world.look(`SELECT d.state, g.rung FROM routine_day d JOIN assistance g ON g.routine_id = d.routine_id WHERE d.routine_id = $1 AND d.day = '2026-10-18' AND g.at >= '2026-10-18'`, [wash.id])).toEqual([{ state: 'honoured', rung: 4 }]);
    await phone.visitor.leaves();
  }, LONG_TEST);

  it('is looked at after two weeks, in one sitting', async () => {
    await hands.at('2026-10-19T10:00:00Z');
    await hands.visitor.opens('/reviews');
    await hands.reads('The first review with Margaret was set for Monday 19 October.');
    await hands.visitor.opens(of('review'));
    await hands.writes('How it goes, in their words', 'Sore, but I get on.');
    await hands.writes('What the person says of it: I sleep upstairs in my own bed', 'Not yet. Soon.');
    await hands.page.getByRole('radio', { name: /^Go on/ }).check({ force: true });
    await hands.writes('What they say of going home', 'I want to. The bath frightens me.');
    await hands.page.getByLabel('Next review', { exact: true }).fill('2026-11-16');
    await hands.press('Keep the review');
    await hands.reads('“Sore, but I get on.”');
    await hands.later();
  }, LONG_TEST);

  it('is stopped when less help hurts, and goes on only when she says so', async () => {
    await helpTakes(40);
    await days('2026-10-19', [[4, 3], [4, 3], [3, 2], [4, 3], [4, 3], [4, 4], [4, 3]]);
    await hands.at('2026-10-26T09:00:00Z');
    await hands.visitor.opens(of('support-plan'));
    await hands.press('Write down a fall');
    await hands.fills({ Day: '2026-10-25', Time: '06:30', Where: 'On the landing' });
    await hands.chooses('Hurt');
    await hands.fills({ 'What happened': 'She went up alone in the dark. A bruised wrist.' });
    await hands.saves('Write it down');
    await hands.reads('Margaret fell and was hurt on Sunday 25 October.');
    await hands.reads('Stopped. Somebody has to talk with them.');
    await hands.visitor.looks('stopped');
    await days('2026-10-27', [[3, 2], [4, 3], [4, 3], [4, 3], [4, 4], [4, 4]]);
    await hands.at('2026-11-02T09:00:00Z');
    await hands.visitor.opens(of('support-plan'));
    await hands.press('Answer');
    await hands.fills({ 'What they say': 'It was the light, not the legs. Go on.' });
    await hands.chooses(/^Go on/);
    await hands.saves('That is what happens');
    await hands.reads('“It was the light, not the legs. Go on.”');
  }, LONG_TEST);

  it('sets minutes free that are hers, and is seen by her daughter in words', async () => {
    await helpTakes(15);
    await days('2026-11-02', [[4, 4], [5, 4], [5, 4], [5, 5], [5, 4], [5, 5], [5, 5], [5, 5], [6, 5], [5, 5], [6, 5], [6, 6], [6, 5], [6, 5]]);
    await hands.at('2026-11-16T09:00:00Z');
    await hands.visitor.opens(of('support-plan'));
    await hands.page.getByText(/wish-minutes to spend/).waitFor();
    await hands.press('Something else');
    await hands.fills({ 'What for': 'The organ recital in the church', 'How many minutes': '60', 'What they said': 'Bach, if they let me choose.' });
    await hands.saves('That is what they chose');
    await hands.reads('60 for The organ recital in the church');
    await hands.visitor.looks('triangle');
    const family = new Hands(await sits(ann, 'hip-family', PHONE, `/family/people/${margaret.id}/progress`));
    await family.reads('How Margaret gets on');
    await family.reads('I sleep upstairs in my own bed');
    await family.press(/^How do you see it/);
    await family.page.getByRole('radio', { name: 'I climb three steps with somebody holding on to me.' }).check({ force: true });
    await family.press('This is how I see it');
    await family.reads('It is there, under your name.');
    expect(await family.page.locator('body').innerText()).not.toMatch(/T-score|\bT =|£/);
    await family.visitor.looks('progress');
    await family.visitor.leaves();
  }, LONG_TEST);

  it('reaches what she wanted; a review asks, everything it takes is there, and she goes home with a plan', async () => {
    await days('2026-11-16', [[6, 5], [6, 6], [6, 6], [6, 6], [6, 6], [6, 6], [6, 6]]);
    await hands.at('2026-11-23T10:00:00Z');
    await hands.visitor.opens(of('outcomes'));
    await hands.press('Say where it stands');
    await hands.chooses(/^Margaret/);
    await hands.chooses(/^I climb all thirteen steps/);
    await hands.saves();
    await hands.reads('Margaret sees it one level further on than Ann Hale');
    await hands.visitor.opens(of('my-progress'));
    await hands.reads('I climb all thirteen steps with the rail.');
    expect(await hands.page.getByRole('main').innerText()).not.toMatch(/\d+ ?%|−[12]|T-score/);
    await hands.visitor.looks('my-progress');
    await hands.visitor.opens(of('review'));
    await hands.reads('“I sleep upstairs in my own bed”: what was hoped for is reached.');
    await hands.writes('How it goes, in their words', 'I am ready.');
    await hands.writes('What the person says of it: I sleep upstairs in my own bed', 'Thirteen steps. I counted.');
    await hands.page.getByRole('radio', { name: /^Reached/ }).check({ force: true });
    await hands.writes('What they say of going home', 'On Sunday.');
    await hands.press('Keep the review');
    await hands.reads('“I am ready.”');
    await hands.later();
    for (const topic of ['What they want themselves', 'Stairs and steps', 'Getting out of bed', 'The toilet at night', 'Washing and dressing', 'A drink and a meal', 'Medicines', 'Keys, heating', 'Somebody calling in', 'Equipment at home', 'Getting help']) {
      await hands.press(`How it is: ${topic}`);
      await hands.chooses('There');
      await hands.fills({ 'In a few words': 'Seen to.' });
      await hands.saves();
    }
    await hands.reads('Margaret could go home: nothing is missing.');
    expect(await hands.page.getByText('What is missing, and whose turn it is').count()).toBe(0);
    await hands.press('Write the plan');
    await hands.fills({ 'What I do myself': 'Washing, dressing, the stairs.', 'What I need help with, and who gives it': 'Shopping: Ann.', 'Equipment': 'The rail.', 'Who to call': 'Ann, then the surgery.', 'Appointments': 'The clinic on 8 December.', 'If it gets worse': 'Ring the surgery the same day.', 'What the person says of the plan': 'That will do.' });
    await hands.saves();
    await hands.at('2026-11-29T10:00:00Z');
    await hands.visitor.opens(of('episode'));
    await hands.press('End the episode');
    await hands.fills({ 'What the person says of it': 'My own bed.' });
    await hands.chooses('Reached what was hoped for');
    await hands.sheet.getByLabel('Where they are now').selectOption('own home');
    await hands.saves();
    await hands.reads('Reached what was hoped for, Sunday 29 November');
    await hands.visitor.looks('ended');
  }, LONG_TEST);

  it('is looked back at four weeks after, at home, and counted as it was', async () => {
    const leaving = { residentId: margaret.id, to: 'moved out', on: '2026-11-29' };
    const { meaning } = await karen.gets<{ meaning: { consequences: string[] } }>('query ($residentId: Id!, $to: String!, $on: Day!) { meaning: statusMeaning(residentId: $residentId, to: $to, on: $on) { ... on StatusMeaning { consequences } } }', leaving);
    const { left } = await karen.gets<{ left: { toStatus: string } }>('mutation ($input: ChangeStatusInput!) { left: changeStatus(input: $input) { ... on StatusChange { toStatus } } }', { input: { id: newId(), ...leaving, seen: meaning.consequences } });
    expect(left.toStatus).toBe('moved out');
    await hands.at('2026-12-27T10:00:00Z');
    await hands.visitor.opens('/reviews');
    await hands.reads('Four weeks have gone by since Margaret’s stay ended: ask how it goes. Due since Sunday 27 December.');
    await hands.visitor.opens(of('episode'));
    await hands.press('Look back after 4 weeks');
    await hands.fills({ 'With whom, and how': 'Margaret, on the telephone', 'How it goes, in their words': 'Up and down twice a day.', 'What they still do': 'The stairs, and the wash.' });
    await hands.saves();
    await hands.reads('“Up and down twice a day.”');
    await hands.visitor.opens('/progress?part=measures');
    for (const title of ['What the service will and will not do was talked through', 'The stay began within two days', 'Own goals were agreed', 'A plan was agreed for when support ends']) await hands.page.getByRole('link', { name: `1 of 1: ${title}` }).waitFor();
    await hands.page.getByRole('link', { name: '1 of 1: A plan was agreed for when support ends' }).click();
    await hands.reads('Margaret');
    await hands.visitor.looks('measures');
    expect(hands.visitor.errors).toEqual([]);
    await hands.visitor.leaves();
  }, LONG_TEST);
});

describe('near the end of life', () => {
  it('nothing becomes less: a plan that falls is held and said so, none can be made, and no more help is held against anybody', async () => {
    world.clock.set('2026-10-05T09:00:00Z');
    const rose = await home.resident('Rose Fair', { room: '3', namedWorkerId: ada.actor.staffId });
    const tea = routineOf(rose.id, 'Tea at four', '16:00', '16:30');
    await home.insert(RoutineEntity, tea);
    const of = (page: string) => `/people/${rose.id}/${page}`;
    const hands = new Hands(await sits(karen, 'rose', TABLET, of('support-plan')));
    await hands.press('Make a plan');
    await hands.fills({ 'What for': 'Getting about', 'Minutes a week': '300' });
    await hands.chooses(/^Straight down/);
    await hands.fills({ 'For how many weeks': '8', 'Minutes a week hoped for at the end': '60', 'What an hour of staff costs, in pounds': '18', 'Why': 'She walked well in summer.', 'What they say of it': 'We shall see.' });
    await hands.saves('Begin this plan');
    await hands.visitor.opens(of('reablement'));
    await hands.press('Begin a task');
    await hands.page.getByLabel('Find a task').fill('hot drink');
    await hands.sheet.getByRole('button', { name: 'Making a hot drink' }).first().click();
    await hands.sheet.getByLabel('How it is now').selectOption('5');
    await hands.sheet.getByLabel('What is hoped for').selectOption('6');
    await hands.sheet.getByLabel('By when').fill('2026-11-30');
    await hands.saves('Begin');
    const [task] = await world.look<{ id: string }>('SELECT id FROM ladder_task WHERE resident_id = $1', [rose.id]);
    for (let n = 0; n < 42; n += 1) {
      world.clock.set(`${addDays('2026-10-06', n)}T15:10:00Z`);
      await ada.gets('mutation ($input: AssistanceInput!) { recordAssistance(input: $input) { __typename } }', { input: { id: newId(), taskId: task?.id, rung: n < 28 ? 5 : 1 } });
      if (n !== 20) continue;
      // In the fourth week she says what she wants now, before her tea takes more help.
      await hands.at('2026-10-27T10:00:00Z');
      await hands.visitor.opens(of('support'));
      await hands.press('Ask, and write it down');
      await hands.chooses(/^Comfort and connection/);
      await hands.fills({ 'In their words': 'No more walking. Sit with me.' });
      await hands.saves();
      await hands.reads('Support for Rose is never made less.');
    }
    await hands.at('2026-11-17T10:00:00Z');
    await hands.visitor.opens(of('support-plan'));
    await hands.reads(/Rose wants comfort and connection since Tuesday 27 October/);
    const planned = await karen.gets<{ supportPlan: { weeks: { monday: string; planned: number }[] } }>('query ($id: Id!) { supportPlan(residentId: $id) { weeks { monday planned } } }', { id: rose.id });
    const since = planned.supportPlan.weeks.filter(({ monday }) => monday >= '2026-10-26').map((week) => week.planned);
    expect(new Set(since).size).toBe(1);
    await hands.visitor.looks('held');
    await hands.press('Answer');
    await hands.fills({ 'What they say': 'Just sit with me.' });
    await hands.sheet.getByRole('radio', { name: /^Hold/ }).waitFor();
    expect(await hands.sheet.getByRole('radio', { name: /^Go on/ }).count()).toBe(0);
    await hands.chooses(/^Go back/);
    await hands.saves('That is what happens');
    const refusal = await karen.gets<{ said: { __typename: string; reasons?: { message: string }[] } }>('mutation ($input: MakeSupportPlanInput!) { said: makeSupportPlan(input: $input) { __typename ... on Refused { reasons { message } } } }', {
      input: { id: newId(), residentId: rose.id, shape: 'straight', startsOn: '2026-11-23', weeks: 8, goalMinutes: 60, hourlyPence: 1800, why: 'To save.', say: 'No.', lines: [{ kind: 'one to one', what: 'Everything', minutes: 300 }] },
    });
    expect(refusal.said.__typename).toBe('Refused');
    expect(refusal.said.reasons?.map(({ message }) => message).join(' ')).toMatch(/comfort and connection/);

    await hands.visitor.opens(of('outcomes'));
    await hands.press('Add an outcome');
    await hands.fills({ 'In their own words': 'Somebody sits with me at tea', 'Why it matters to them': 'I like to hear the cups.' });
    await hands.sheet.getByLabel('Comfort and company').check({ force: true });
    await hands.saves();
    await hands.visitor.opens('/reviews');
    expect(await hands.page.getByText(/takes Rose more help/).count()).toBe(0);
    await hands.visitor.opens('/let-do');
    expect(await hands.page.getByRole('main').innerText()).not.toMatch(/Needing more help lately[^]*Rose/);
    await hands.visitor.opens('/progress');
    expect(await hands.page.getByRole('link', { name: 'Write one with Rose' }).count()).toBe(0);
    await hands.visitor.opens(of('my-progress'));
    await hands.reads('What matters to Rose');
    await hands.reads('Somebody sits with me at tea');
    expect(await hands.page.getByRole('main').innerText()).not.toMatch(/What comes next/);
    await hands.visitor.looks('my-progress');
    expect(hands.visitor.errors).toEqual([]);
    await hands.visitor.leaves();
  }, LONG_TEST);
});
