/** One true story, from the files a home hands over to what a father reads on his phone. */
import type { Browser, Page } from 'playwright-core';
import { type HandedOverName, handedOver } from '../world/handed-over.ts';
import type { World } from '../world/world.ts';
import { Visitor, openBrowser, openChestnutHouse } from './stage.ts';

const TABLET = { width: 820, height: 1180 };
const PHONE = { width: 360, height: 740 };
/** The rotas as they come, what has to be answered, and the button that takes them in. */
const ROTAS: readonly (readonly [file: HandedOverName, answers: readonly (readonly [RegExp, string])[], button: RegExp])[] = [
  ['rota-matrix.csv', [
    [/10-2 alt/, 'Yes, at work that day'], [/“E\/L”/, 'Both: 07:30 to 21:00'], [/Activities co-ord \(D1\)/, 'D1: minibus'],
    [/“Carer \/ driver \(B\)”/, 'B: cars and vehicles up to 8 passenger seats'], [/Carer \/ driver \(D1 101\)/, 'D1 (101): minibus, not for hire or reward'],
    [/T = training/, 'Yes: Ellie Marsh, Wednesday 25 November 2026, 14:00 to 16:00'],
  ], /Import 73 shifts/],
  ['rota-shifts.csv', [[/Marisol Santos/, 'No, leave it out']], /Import 53 shifts/],
];
const DOG_WALK = 'A walk with a dog (30 minutes)';
const SWIM = 'Swimming';

describe('Chestnut House, the week of 23 November 2026', () => {
  let world: World;
  let browser: Browser;
  let karen: Visitor;
  beforeAll(async () => {
    [{ world }, browser] = await Promise.all([openChestnutHouse('2026-11-20T09:00:00Z'), openBrowser()]);
    karen = await Visitor.arrives(browser, world, 'karen', 'karen.whitfield@example.org', TABLET);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  async function hands(page: Page, name: HandedOverName): Promise<void> {
    await karen.opens('/import');
    await page.locator('input[type=file]').setInputFiles(handedOver(name).path);
    await page.getByRole('heading', { name: 'What will be done' }).waitFor();
  }

  it('1. imports the people and two weeks of rota, after a look at what was understood', async () => {
    const { page } = karen;
    await karen.opens('/import');
    await karen.looks('1-import');
    await hands(page, 'residents.csv');
    await karen.looks('1-import-residents');
    await page.getByText('30/02/1940').first().waitFor();
    const answer = async (question: RegExp, option: string) => {
      await page.getByLabel(question).selectOption({ label: option });
      await page.getByLabel(question).and(page.locator(':not([disabled])')).waitFor();
    };
    await answer(/^Leonard Whitehead.*wheelchair/, 'Always');
    await answer(/^Margaret Dunne.*wheelchair/, 'No');
    await answer(/date of birth of Harold Simms/, 'Yes, 1 March 1937');
    await answer(/^Harold Simms.*wheelchair/, 'No');
    await answer(/both put in room 8/, 'No, it is the room of Margaret Dunne');
    await answer(/what may Mark Marlow decide/, 'Both');
    await page.getByRole('button', { name: 'Import 10 people' }).click();
    await page.getByText('Done', { exact: true }).waitFor();
    for (const [rota, answers, button] of ROTAS) {
      await hands(page, rota);
      for (const [question, option] of answers) await answer(question, option);
      await karen.looks(`1-import-${rota}`);
      await page.getByRole('button', { name: button }).click();
      await page.getByText('Done', { exact: true }).waitFor();
    }
  });

  it('2. writes down who they are: Bob’s walk, Steven’s swim, Peggy’s tea', async () => {
    const { page } = karen;
    await karen.opens('/people');
    await karen.looks('2-people');
    await page.getByRole('link', { name: /Bob/ }).first().click();
    await page.getByRole('heading', { name: /Bob/ }).first().waitFor();
    const walk = page.getByRole('listitem').filter({ hasText: 'WALK 16:30 before tea' });
    await walk.getByRole('button', { name: 'Make it a routine' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('What', { exact: true }).fill('A walk before tea');
    await form.getByLabel('Activity').selectOption({ label: DOG_WALK });
    await form.getByLabel('To', { exact: true }).fill('17:15');
    await form.getByLabel('Why it matters').fill('He walked Meg before tea for forty years.');
    await form.getByLabel('What happens when it is missed').fill('He gets agitated and tries the doors.');
    await form.getByLabel('What help it takes').fill('One person, and his coat and stick ready.');
    await karen.looks('2-routine-form');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Protected time').waitFor();
    await page.getByText('Led to: A walk before tea (routine)').waitFor();
    await karen.looks('2-bob');

    await karen.opens('/people');
    await page.getByRole('link', { name: /Steven/ }).first().click();
    await page.getByText('2 staff to 1 person').first().waitFor();
    await page.getByText('To swim every week - IN the water').waitFor();
    await karen.looks('2-steven');

    await karen.opens('/people');
    await page.getByRole('link', { name: /Peggy/ }).first().click();
    await page.getByRole('button', { name: 'Add an outcome' }).click();
    await page.getByLabel('In their own words').fill('Home by Christmas, and I make my own tea.');
    await page.getByLabel('Why it matters').fill('I ran the post office. I am not done yet.');
    await page.getByLabel('By when').fill('2026-12-20');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Home by Christmas, and I make my own tea.').waitFor();
    await karen.looks('2-peggy');
  });

  it('3. asks “can we?” before anything is promised, and promises Steven his swim', async () => {
    const { page } = karen;
    await karen.opens('/can-we');
    await page.getByLabel('For whom').selectOption({ label: 'Steven Marlow, room 2' });
    await page.getByLabel('What would they like').selectOption({ label: SWIM });
    await page.getByRole('heading', { name: 'Yes, Steven can' }).waitFor();
    await page.getByText('Steven needs 2:1 support when out').first().waitFor();
    await page.getByText(/drives .* wheelchair bay free for Steven/).first().waitFor();
    await karen.looks('3-can-we');
    await page.getByRole('button', { name: 'Promise it' }).first().click();
    await page.getByLabel('What you promise, in your words').fill('A swim, in the water');
    await page.getByText('You, Karen Whitfield, answer for it until it is kept.').waitFor();
    await karen.looks('3-promise');
    await page.getByRole('dialog').getByRole('button', { name: 'Promise it' }).click();
    await page.getByText(/^Promised for/).waitFor();
    await karen.looks('3-promised');
    await promises('Miss Carr, room 4', 'A visit to the library', 'The library, by herself at the front');

    // Sunday mornings have nobody who drives, in either week of the rota.
    await karen.opens('/can-we');
    await page.getByLabel('For whom').selectOption({ label: 'Dot Lumley, room 3' });
    await page.getByLabel('What would they like').selectOption({ label: 'Sunday service at Zion' });
    await page.getByRole('heading', { name: /^(Yes,|Not as things are)/ }).waitFor();
    await karen.looks('3-can-we-no');
  });

  it('4. plans the week while watching, changes it by hand, and publishes it once', async () => {
    const sian = await Visitor.arrives(browser, world, 'sian', 'sian.pritchard@example.org', TABLET);
    const femi = await Visitor.arrives(browser, world, 'femi', 'femi.bello@example.org', TABLET);
    const { page } = sian;
    await sian.opens('/plan');
    await sian.looks('4-weeks');
    await page.getByRole('link', { name: 'Open the draft' }).first().click();
    await page.getByRole('button', { name: 'Plan the rest' }).waitFor();
    await sian.looks('4-draft');
    await page.getByRole('button', { name: 'Plan the rest' }).click();
    await page.getByText('The planner is looking for a better week').waitFor();
    await page.getByText('Chestnut choir').first().waitFor();
    await sian.looks('4-solving');
    await page.getByRole('button', { name: 'Stop here' }).click();
    await page.getByText(/^Stopped/).waitFor();
    await sian.looks('4-planned');

    await page.getByRole('button', { name: /Swimming/ }).first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('This works.').waitFor();
    await sheet.getByRole('group', { name: 'Staff who go along' }).getByRole('checkbox', { checked: true }).first().uncheck({ force: true });
    await sheet.getByText('As it is, this would not work').waitFor();
    await sheet.getByText(/Steven/).filter({ hasText: /2/ }).first().waitFor();
    await sian.looks('4-would-break');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });

    await femi.page.goto(page.url());
    await femi.page.getByRole('button', { name: 'Publish' }).waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await sian.looks('4-publish');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published. Everyone has been told.').waitFor();
    await sian.looks('4-published');

    await femi.page.getByRole('button', { name: 'Publish' }).click();
    await femi.page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await femi.page.getByRole('alert').getByText(/Siân Pritchard published this plan/).waitFor();
    await femi.looks('4-refused');
    expect(await doubleBookings()).toEqual([]);
    await femi.leaves();
    await sian.leaves();
  });

  it('5. records the day: the choir in one go, Bob’s walk, and Steven who only watched', async () => {
    const [swim, choir, library] = [await sessionOf('Swimming'), await sessionOf('Chestnut choir'), await sessionOf('A visit to the library')];
    world.clock.set(swim.ends_at);
    const monday = await Visitor.arrives(browser, world, 'jaspreet', 'jaspreet.kaur@example.org', TABLET);
    await monday.looks('5-monday');
    await monday.page.getByRole('link', { name: 'Record: Swimming' }).click();
    await monday.page.getByRole('group', { name: 'Steven' }).getByRole('button', { name: 'Watched' }).click();
    await monday.looks('5-swim');
    await monday.page.getByRole('button', { name: 'Save for' }).click();
    await monday.page.getByText(/^Recorded for/).waitFor();
    await monday.waitsUntil(world, '2026-11-23T17:20:00Z');
    await monday.opens('/');
    const walk = monday.page.getByRole('group', { name: 'Bob: A walk before tea' });
    await walk.getByRole('button', { name: 'Honoured' }).click();
    await walk.waitFor({ state: 'hidden' });
    await monday.page.getByText(/other routines today/).click();
    await walk.getByRole('button', { name: 'Honoured', pressed: true }).waitFor();
    await monday.looks('5-evening');
    await monday.leaves();

    world.clock.set(choir.ends_at);
    const singing = await Visitor.arrives(browser, world, 'jaspreet', 'jaspreet.kaur@example.org', TABLET);
    await singing.page.getByRole('link', { name: 'Record: Chestnut choir' }).click();
    const singers = singing.page.getByRole('listitem').getByRole('group');
    await singers.nth(0).getByRole('button', { name: 'Watched' }).click();
    await singers.nth(1).getByRole('button', { name: 'Declined' }).click();
    await singing.looks('5-choir');
    await singing.page.getByRole('button', { name: 'Save for' }).click();
    await singing.page.getByRole('dialog', { name: 'Before you go' }).getByRole('button', { name: 'Nothing was unmet: save' }).click();
    await singing.page.getByText(/^Recorded for/).waitFor();
    await singing.leaves();
    expect(await world.look(
      `SELECT t.level, count(*)::int AS n FROM attendance t JOIN session s ON s.id = t.session_id JOIN activity a ON a.id = s.activity_id WHERE a.name = 'Chestnut choir' AND t.level <> 'took part' GROUP BY 1 ORDER BY 1`,
    )).toEqual([{ level: 'declined', n: 1 }, { level: 'watched', n: 1 }]);

    world.clock.set(library.ends_at);
    const fallen = await Visitor.arrives(browser, world, 'jaspreet', 'jaspreet.kaur@example.org', TABLET);
    await fallen.page.getByRole('link', { name: 'Record: A visit to the library' }).click();
    await fallen.page.getByRole('button', { name: 'It did not take place' }).click();
    const dialog = fallen.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Record that it did not take place' }).click();
    await dialog.getByText('Choose from the list why it did not take place.').waitFor();
    await dialog.getByLabel('Not enough staff').check({ force: true });
    await dialog.getByLabel('Who answers for it?').fill('Karen Whitfield');
    await fallen.looks('5-not-run');
    await dialog.getByRole('button', { name: 'Record that it did not take place' }).click();
    await dialog.waitFor({ state: 'detached' });
    await fallen.leaves();
  });

  it('6. holds everyone to what was promised', async () => {
    world.clock.set('2026-11-29T10:00:00Z');
    await karen.leaves();
    karen = await Visitor.arrives(browser, world, 'karen', 'karen.whitfield@example.org', TABLET);
    const { page } = karen;
    await karen.opens('/promises');
    await karen.looks('6-promises');
    await page.getByRole('link', { name: /A swim, in the water/ }).click();
    await page.getByText('Partly kept').first().waitFor();
    await page.getByText('Watched. That keeps only a part of it: it is still owed.').waitFor();
    await page.getByText('Nobody has said yet why this was not kept.').waitFor();
    await karen.looks('6-swim');

    await karen.opens('/promises');
    await page.getByRole('link', { name: /The library/ }).click();
    await page.getByText('Nobody has said yet why this was not kept.').waitFor();
    await page.getByRole('button', { name: 'Say why' }).click();
    await page.getByRole('button', { name: 'Save the reason' }).click();
    await page.getByText('Choose a reason from the list.').waitFor();
    await page.getByText('Say who answers for this: a name that the person can ask.').waitFor();
    await page.getByText('Choose a new date, or say why there is none yet.').waitFor();
    await karen.looks('6-explain-refused');
    await page.getByRole('radio', { name: 'Not enough staff' }).check({ force: true });
    await page.getByLabel('Who answers for it?').fill('Karen Whitfield');
    await page.getByLabel('New date', { exact: true }).fill('2026-12-04');
    await page.getByRole('button', { name: 'Save the reason' }).click();
    await page.getByText('Nobody has said yet why this was not kept.').waitFor({ state: 'detached' });
    await karen.looks('6-explained');
  });

  it('7. tells Steven’s father on his phone, and stops telling his aunt at once when his father says so', async () => {
    const { page } = karen;
    await karen.opens('/people');
    await page.getByRole('link', { name: /Steven/ }).first().click();
    await page.waitForURL(/people\/[0-9a-f-]+$/);
    const circle = `${new URL(page.url()).pathname}/circle`;
    await karen.opens(circle);
    await karen.looks('7-circle');

    // The order of the court, once somebody here has seen it, lets Mark decide in Steven's place.
    await page.getByRole('button', { name: 'Record who decides' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('By what right').selectOption({ label: 'A deputy of the court' });
    await form.getByLabel('Who holds it').selectOption({ label: 'Mark Marlow' });
    await form.getByLabel('Which document did you see?').fill('Order of the Court of Protection, 3 February 2026');
    await karen.looks('7-authority');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Add somebody' }).click();
    await form.getByLabel('Name').fill('Jean Marlow');
    await form.getByLabel('What they are to the person').fill('aunt');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    for (const name of ['Mark Marlow', 'Jean Marlow']) {
      for (const kind of ['Promises', 'What happened']) await share(page, name, kind);
    }
    await karen.looks('7-shared');

    const mark = await letIn('Mark Marlow', 'mark@example.org', circle);
    const jean = await letIn('Jean Marlow', 'jean@example.org', circle);
    await mark.page.getByText('A swim, in the water').first().waitFor();
    await mark.page.getByText(/still owed|Still owed/).first().waitFor();
    await mark.looks('7-father');
    expect(await mark.page.getByRole('main').innerText()).not.toMatch(/Bob|Peggy|library/i);
    await mark.page.getByRole('link', { name: /A swim, in the water/ }).click();
    await mark.page.getByText(/Watched/).first().waitFor();
    await mark.looks('7-promise');

    await jean.page.getByText('A swim, in the water').first().waitFor();
    await mark.opens('/family/');
    await mark.page.getByRole('link', { name: 'Who sees what of Steven' }).click();
    await mark.page.getByRole('button', { name: 'Stop sharing promises with Jean Marlow' }).click();
    await mark.looks('7-withdraw');
    await mark.page.getByRole('button', { name: 'Yes, stop sharing' }).click();
    await mark.page.getByText('Jean Marlow no longer sees it.').waitFor();
    await jean.page.reload();
    await jean.page.getByRole('main').waitFor();
    await jean.looks('7-aunt');
    expect(await jean.page.getByRole('main').innerText()).not.toContain('A swim, in the water');
    await mark.opens('/family/');
    await mark.page.getByText('A swim, in the water').first().waitFor();
    await mark.leaves();
    await jean.leaves();
  });

  it('8. records help with Peggy’s tea in one tap, drawn against what was hoped for', async () => {
    const { page } = karen;
    await karen.opens('/people');
    await page.getByRole('link', { name: /Peggy/ }).first().click();
    await page.waitForURL(/people\/[0-9a-f-]+$/);
    const at = `${new URL(page.url()).pathname}/reablement`;
    await karen.opens(at);
    await page.getByRole('button', { name: 'Begin a task' }).first().click();
    const form = page.getByRole('dialog');
    await karen.looks('8-form');
    await form.getByRole('button', { name: 'Making a hot drink' }).click();
    await form.getByLabel('What is the task?').fill('Make a cup of tea');
    await form.getByLabel('How it is now').selectOption({ label: 'One person with me' });
    await form.getByLabel('What is hoped for').selectOption({ label: 'On my own' });
    await form.getByLabel('By when').fill('2026-12-20');
    await form.getByRole('button', { name: 'Begin', exact: true }).click();
    await form.waitFor({ state: 'detached' });

    for (const [day, rung] of [['2026-11-30', 'One person with me'], ['2026-12-01', 'A touch or set-up'], ['2026-12-02', 'Prompts']] as const) {
      world.clock.set(`${day}T15:40:00Z`);
      const niamh = await Visitor.arrives(browser, world, 'jaspreet', 'jaspreet.kaur@example.org', TABLET);
      const tea = niamh.page.getByRole('listitem').filter({ hasText: 'Make a cup of tea' });
      await tea.getByRole('button', { name: rung }).click();
      await niamh.page.getByText(/^Recorded:/).waitFor();
      await niamh.leaves();
    }
    karen = await Visitor.arrives(browser, world, 'karen', 'karen.whitfield@example.org', TABLET, at);
    await karen.page.getByText('Hoped for: on my own by Sunday 20 December.').waitFor();
    await karen.looks('8-trend');
  });

  /** Asks whether it can be done, and promises the first place. */
  async function promises(who: string, what: string, words: string): Promise<void> {
    const { page } = karen;
    await karen.opens('/can-we');
    await page.getByLabel('For whom').selectOption({ label: who });
    await page.getByLabel('What would they like').selectOption({ label: what });
    await page.getByRole('button', { name: 'Promise it' }).first().click();
    await page.getByLabel('What you promise, in your words').fill(words);
    await page.getByRole('dialog').getByRole('button', { name: 'Promise it' }).click();
    await page.getByText(/^Promised for/).waitFor();
  }

  /** The manager records that the deputy agreed to share one kind of information with a supporter. */
  async function share(page: Page, name: string, kind: string): Promise<void> {
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
    await card.getByRole('button', { name: new RegExp(kind, 'i') }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Who decided this').selectOption({ label: 'Mark Marlow' });
    await form.getByLabel('How it was said or shown').fill('He said so on the telephone.');
    await form.getByRole('button', { name: 'Share', exact: true }).click();
    await form.waitFor({ state: 'detached' });
  }

  /** A supporter gets a link from the manager, and opens it on their own phone. */
  async function letIn(name: string, email: string, circle: string): Promise<Visitor> {
    await karen.opens(circle);
    await karen.page.getByRole('link', { name: `Invite to sign in ${name}` }).click();
    await karen.page.getByLabel('E-mail').fill(email);
    await karen.page.getByRole('button', { name: 'Make a link' }).click();
    const link = await karen.page.getByLabel('Link', { exact: true }).inputValue();
    const phone = await Visitor.comes(browser, world, name.split(' ')[0]?.toLowerCase() ?? name, PHONE);
    await phone.opens(new URL(link).pathname);
    await phone.page.getByLabel('Choose a password').fill('three brown hens');
    await phone.page.getByRole('button', { name: 'Save and sign in' }).click();
    await phone.page.getByText('Steven').first().waitFor();
    return phone;
  }

  async function sessionOf(activity: string): Promise<{ starts_at: Date; ends_at: Date }> {
    const [session] = await world.look<{ starts_at: Date; ends_at: Date }>(
      `SELECT s.starts_at, s.ends_at FROM session s JOIN activity a ON a.id = s.activity_id WHERE a.name = $1 AND s.status = 'planned' ORDER BY s.starts_at LIMIT 1`, [activity]);
    if (!session) throw new Error(`no session of ${activity} was planned`);
    return session;
  }

  /** Anyone or anything in two places at once, straight from the table. */
  function doubleBookings(): Promise<unknown[]> {
    return world.look(`SELECT a.id FROM booking a JOIN booking b ON a.home_id = b.home_id AND a.id < b.id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
      AND (a.resident_id = b.resident_id OR a.staff_id = b.staff_id OR a.vehicle_id = b.vehicle_id OR a.room_id = b.room_id)`);
  }
});
