import type { EntryContent } from '../../libs/domain/src/promises/promise.ts';
import { SharingConsentEntity } from '../../apps/api/src/circle/circle.entities.ts';
import { AttendanceEntity, RoutineDayEntity } from '../../apps/api/src/day/day.entities.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { AuthorityEntity, type ResidentEntity, RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { LedgerService } from '../../apps/api/src/promises/ledger.service.ts';
import { VenueEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

type Promised = { id: string; words: string; madeBy: string; dueOn: string; mark: string; stateWords: string; isOwed: boolean; isUnexplained: boolean; reason: string | null; answers: string | null; newDate: string | null };
type PersonPage = {
  id: string; name: string; headline: string; lead: string; notShared: string[]; decidesSharing: boolean;
  promises: Promised[] | null; planned: { day: string; from: string; what: string; where: string; staff: string[] }[] | null;
  happened: { what: string; words: string; note: string | null; saidBy: string }[] | null; figures: { words: string; reasons: { words: string; times: number }[] } | null;
};
type PromisePage = { promise: Promised; history: { kind: string; sentence: string; hash: string }[]; head: { entries: number; hash: string }; reasons?: { code: string; message: string }[] };
type Sharing = { mayDecide: boolean; reasons: unknown[]; supporters: { id: string; name: string; email: string | null; sharing: { kind: string; isShared: boolean }[] }[] };

const PROMISE = 'id words madeBy dueOn mark stateWords isOwed isUnexplained reason answers newDate';
const FAMILY = `{ family { today head { entries hash } people { id name headline lead notShared decidesSharing promises { ${PROMISE} } planned { day from to what where staff status }
  happened { day from what words note saidBy saidAt } figures { words made kept partlyKept owed unexplained reasons { words times } } } } }`;
const PAGE = `person promise { ${PROMISE} } history { kind sentence hash at place } head { entries hash }`;
const ONE = `query ($id: Id!) { familyPromise(id: $id) { ${PAGE} } }`;
const say = (mutation: string) => `mutation ($id: Id!, $words: Words!) { answer: ${mutation}(id: $id, words: $words) { ... on FamilyPromisePage { ${PAGE} } ... on Refused { reasons { code message } } } }`;
const SHARING = 'mayDecide reasons supporters { id name email sharing { kind isShared } }';
const WITHDRAW = `mutation ($residentId: Id!, $supporterId: Id!, $kind: Words!, $words: Words!) { answer: withdrawSharingAsRepresentative(residentId: $residentId, supporterId: $supporterId, kind: $kind, words: $words) {
  ... on FamilySharing { ${SHARING.replace('reasons', 'why: reasons')} } ... on Refused { reasons { code message } } } }`;

describe('a family', () => {
  let world: World;
  let home: Home;
  let sian: Person;
  let steven: ResidentEntity;
  let mark: Person;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-24T09:00:00Z' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-11-24T09:00:00Z');
    home = await world.home();
    sian = await home.worker('Siân Pritchard', 'coordinator');
    steven = await home.resident('Steven Marlow');
    mark = await home.supporter('Mark Marlow', steven, 'father');
  });

  const append = (id: string, content: EntryContent) => world.db.write(sian.actor, (tx) => world.app.get(LedgerService).append(tx, id, content));
  async function promise(words: string, dueOn: string, resident = steven): Promise<string> {
    const id = newId();
    await append(id, { kind: 'made', residentId: resident.id, words, activityId: null, level: 'taking part', dueOn, madeBy: 'Siân Pritchard', madeTo: resident.preferredName, lifeFactId: null, wishId: null, found: 'Dean drives.' });
    return id;
  }
  /** A swim at a pool that a resident and Siân are booked for. */
  async function swim(at: string, resident = steven): Promise<string> {
    const [activityId, venueId, id] = [newId(), newId(), newId()];
    const [startsAt, endsAt] = [new Date(at), new Date(Date.parse(at) + 5_400_000)];
    await home.insert(VenueEntity, { homeId: home.id, id: venueId, name: 'Riverside Pool', address: '', phone: null, lat: 0, lon: 0, driveMinutes: 10, walkMinutes: null, hours: [], price: '', lastVisited: '', access: { stepFree: true, hoist: true, changingPlace: true, quietHours: null, parking: '', welcome: '' } });
    await home.insert(ActivityEntity, {
      homeId: home.id, id: activityId, name: 'Swimming', kind: 'physical', picture: 'waves', setting: 'out', minutes: 60, groupMin: 1, groupMax: 2, baseStaff: 1, skills: {}, driverSupports: true, transport: 'vehicle', venueId,
      costPence: 0, maxPerWeek: 2, hours: [], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null,
    });
    await home.insert(SessionEntity, { homeId: home.id, id, planId: null, activityId, startsAt, endsAt, status: 'planned', cancelledWhy: null });
    const booking = { homeId: home.id, sessionId: id, startsAt, endsAt, residentId: null, staffId: null, vehicleId: null, roomId: null, driverId: null };
    await home.insert(BookingEntity, [{ ...booking, id: newId(), role: 'resident' as const, residentId: resident.id }, { ...booking, id: newId(), role: 'staff' as const, staffId: sian.actor.staffId }]);
    return id;
  }
  const attend = (sessionId: string, more: Partial<AttendanceEntity> = {}) => home.insert(AttendanceEntity, {
    homeId: home.id, id: newId(), sessionId, residentId: steven.id, level: 'watched', mood: 'flat', engagement: null, leftEarly: false, note: 'The hoist at the pool was broken.', correctsId: null,
    recordedBy: sian.actor.accountId, recordedByName: 'Siân Pritchard', recordedAt: world.clock.now(), ...more,
  });
  const deputy = (more: Partial<AuthorityEntity> = {}) => home.insert(AuthorityEntity, {
    homeId: home.id, id: newId(), residentId: steven.id, area: 'sharing', kind: 'deputy', supporterId: mark.actor.supporterId, words: '', documentSeen: 'Court order', seenBy: null, seenOn: '2026-01-12', untilDate: null, ...more,
  });
  const page = async (who = mark) => (await who.gets<{ family: { people: PersonPage[] } }>(FAMILY)).family.people;
  const steven_ = async (who = mark) => (await page(who))[0] ?? fail();
  const fail = (): never => {
    throw new Error('Steven is not there');
  };

  it('reads what was promised, what happened and what is owed, the owed ones first', async () => {
    const session = await swim('2026-11-23T14:30:00Z');
    const kept = await promise('A haircut', '2026-11-30');
    const owed = await promise('A swim, in the water', '2026-11-23');
    await append(kept, { kind: 'attended', sessionId: newId(), level: 'took part', leftEarly: false, recordedBy: 'Siân Pritchard' });
    await append(owed, { kind: 'scheduled', sessionId: session, when: 'Monday 23 November, 14:30', by: 'Siân Pritchard' });
    await attend(session);
    await append(owed, { kind: 'attended', sessionId: session, level: 'watched', leftEarly: false, recordedBy: 'Siân Pritchard' });
    await swim('2026-11-26T14:30:00Z');
    const person = await steven_();
    expect(person).toMatchObject({ headline: 'One promise to Steven is still open.', lead: 'Its day has passed, and nobody has said why. Next: Swimming, Thursday 26 November, 14:30.', notShared: [] });
    expect(person.promises?.map(({ words, stateWords }) => [words, stateWords])).toEqual([
      ['A swim, in the water', 'Watched, did not take part. It was due on Monday 23 November. Nobody has said why yet. Still owed.'],
      ['A haircut', 'Kept.'],
    ]);
    expect(person.planned).toEqual([{ day: '2026-11-26', from: '14:30', to: '16:00', what: 'Swimming', where: 'Riverside Pool', staff: ['Siân'], status: 'planned' }]);
    expect(person.happened).toEqual([expect.objectContaining({ what: 'Swimming', words: 'Steven watched, and did not take part. Steven seemed a little flat.', note: 'The hoist at the pool was broken.', saidBy: 'Siân Pritchard' })]);
    expect(person.figures).toMatchObject({ words: 'Promises came due twice, and once they were kept. Once only a part was.', owed: 1, unexplained: 1 });

    await append(owed, { kind: 'explained', reason: 'other', words: 'The hoist was broken.', answers: 'Karen Whitfield', newDate: '2026-11-26', whyNoDate: null, by: 'Siân Pritchard' });
    expect((await steven_()).promises?.[0]).toMatchObject({ isUnexplained: false, reason: 'The hoist was broken.', answers: 'Karen Whitfield', newDate: '2026-11-26' });
  });

  it('reads the correction, not what was corrected, and whether the walk was walked', async () => {
    const [session, wrong, routineId] = [await swim('2026-11-23T14:30:00Z'), newId(), newId()];
    await attend(session, { id: wrong });
    await attend(session, { level: 'took part', mood: 'happy', note: null, correctsId: wrong });
    await home.insert(RoutineEntity, { homeId: home.id, id: routineId, residentId: steven.id, what: 'A walk before supper', activityId: null, lifeFactId: null, days: [1], fromTime: '16:30', toTime: '17:00', why: '', whenMissed: '', help: '', needs: 'session', protected: true, weight: 1, since: '2026-01-01', endedOn: null, recordedBy: sian.actor.accountId, recordedAt: world.clock.now() });
    await home.insert(RoutineDayEntity, { homeId: home.id, id: newId(), routineId, residentId: steven.id, day: '2026-11-23', state: 'missed', reason: 'Nobody to go with.', correctsId: null, recordedBy: sian.actor.accountId, recordedByName: 'Siân Pritchard', recordedAt: world.clock.now() });
    expect((await steven_()).happened?.map(({ what, words, note }) => [what, words, note])).toEqual([
      ['A walk before supper', 'It was missed.', 'Nobody to go with.'],
      ['Swimming', 'Steven took part. Steven seemed happy.', null],
    ]);
  });

  it('reads the history of a promise in sentences, each with its hash, and adds its own word to the chain', async () => {
    const id = await promise('A swim, in the water', '2026-11-27');
    const before = (await mark.gets<{ familyPromise: PromisePage }>(ONE, { id })).familyPromise;
    expect(before.history.map(({ sentence }) => sentence)).toEqual(['Siân Pritchard promised Steven: “A swim, in the water”, taking part, by Friday 27 November.']);
    const { answer } = await mark.gets<{ answer: PromisePage }>(say('confirmPromise'), { id, words: 'Dad told me.' });
    await mark.gets(say('confirmPromise'), { id, words: 'Dad told me.' });
    expect(answer.head.entries).toBe(before.head.entries + 1);
    expect(answer.history.at(-1)).toMatchObject({ kind: 'confirmed', sentence: 'You confirmed it: “Dad told me.”', hash: answer.head.hash });
    expect((await mark.gets<{ answer: PromisePage }>(say('disputePromise'), { id, words: ' ' })).answer.reasons?.[0]?.code).toBe('NO_WORDS');
    const disputed = (await mark.gets<{ answer: PromisePage }>(say('disputePromise'), { id, words: 'He only watched' })).answer;
    expect(disputed.history.map(({ kind }) => kind)).toEqual(['made', 'confirmed', 'disputed']);
    expect(disputed.promise.isOwed).toBe(true);
    const sister = await home.supporter('Ann Marlow', steven, 'sister', ['promises']);
    expect((await sister.gets<{ familyPromise: PromisePage }>(ONE, { id })).familyPromise.history.at(-1)?.sentence).toBe('Somebody else close to Steven said that it was not so. The manager is to answer by Tuesday 1 December.');
  });

  it('sees nothing of anybody else, nor of a promise that is not shared', async () => {
    const bob = await home.resident('Bob Ellison');
    const [his, hers] = [await promise('A dog to meet', '2026-11-27', bob), await promise('A swim', '2026-11-27')];
    const janet = await home.supporter('Janet Ellison', bob, 'daughter', ['plan']);
    expect((await page()).map(({ name }) => name)).toEqual(['Steven']);
    expect((await mark.asks(ONE, { id: his })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await mark.asks(say('confirmPromise'), { id: his, words: '' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await janet.asks(ONE, { id: his })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await mark.gets<{ familyPromise: PromisePage }>(ONE, { id: hers })).familyPromise.promise.words).toBe('A swim');
    expect(await steven_(janet)).toMatchObject({ name: 'Bob', promises: null, figures: null, happened: null, planned: [], notShared: ['Bob has not shared promises with you.', 'Bob has not shared what happens day by day with you.'] });
    expect((await sian.asks(FAMILY)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it.each([
    ['promises', (person: PersonPage) => person.promises?.length],
    ['plan', (person: PersonPage) => person.planned?.length],
    ['attendance', (person: PersonPage) => person.happened?.length],
  ] as const)('sees nothing of %s from the very next request after it is withdrawn', async (kind, seen) => {
    const [past, coming] = [await swim('2026-11-23T14:30:00Z'), await swim('2026-11-26T11:15:00Z')];
    const id = await promise('A swim, in the water', '2026-11-27');
    await append(id, { kind: 'attended', sessionId: past, level: 'watched', leftEarly: false, recordedBy: 'Siân Pritchard' });
    await append(id, { kind: 'scheduled', sessionId: coming, when: 'Thursday 26 November, 11:15', by: 'Siân Pritchard' });
    await attend(past);
    await deputy();
    const ann = await home.supporter('Ann Marlow', steven, 'sister');
    expect(seen(await steven_(ann))).toBe(1);
    const { answer } = await mark.gets<{ answer: Sharing }>(WITHDRAW, { residentId: steven.id, supporterId: ann.actor.supporterId, kind, words: 'She asked not to be told.' });
    expect(answer.supporters.find(({ name }) => name === 'Ann Marlow')?.sharing.find((each) => each.kind === kind)?.isShared).toBe(false);
    const after = await steven_(ann);
    expect(seen(after)).toBeUndefined();
    const told = JSON.stringify([after, await ann.asks(ONE, { id })]);
    if (kind === 'promises') expect(told).not.toContain('in the water');
    if (kind === 'plan') expect(told).not.toContain('11:15');
    if (kind === 'attendance') expect(told).not.toMatch(/watched|hoist/i);
    expect(seen(await steven_())).toBe(1);
  });

  it('decides about sharing only as attorney or deputy for it, and is told why not', async () => {
    const ann = await home.supporter('Ann Marlow', steven, 'sister');
    const sharing = async (who: Person) => (await who.gets<{ familySharing: Sharing }>(`query ($residentId: Id!) { familySharing(residentId: $residentId) { ${SHARING} } }`, { residentId: steven.id })).familySharing;
    const withdraw = { residentId: steven.id, supporterId: ann.actor.supporterId, kind: 'plan', words: 'No.' };
    expect(await sharing(mark)).toMatchObject({ mayDecide: false, reasons: [expect.stringContaining('gives no power to decide')], supporters: [{ name: 'Mark Marlow' }] });
    expect((await mark.gets<{ answer: PromisePage }>(WITHDRAW, withdraw)).answer.reasons?.[0]?.code).toBe('NO_AUTHORITY');
    // Heard all the same, in his own name, for those who decide.
    expect(await world.look('SELECT whose, area, words FROM view_heard WHERE home_id = $1', [home.id])).toEqual([{ whose: 'Mark Marlow', area: 'sharing', words: 'No.' }]);
    await deputy({ documentSeen: null });
    expect((await mark.gets<{ answer: PromisePage }>(WITHDRAW, withdraw)).answer.reasons?.[0]).toEqual({ code: 'DOCUMENT_NOT_SEEN', message: 'The home has not seen the document that makes Mark Marlow a deputy. Show it to the manager, who records it, and try again.' });
    expect((await steven_(ann)).planned).toEqual([]);
    await deputy();
    expect((await sharing(mark)).supporters.map(({ name }) => name)).toEqual(['Ann Marlow', 'Mark Marlow']);
    expect((await sharing(ann)).supporters.map(({ name }) => name)).toEqual(['Ann Marlow']);
    expect((await steven_()).decidesSharing).toBe(true);
    await mark.gets(WITHDRAW, withdraw);
    expect((await steven_(ann)).planned).toBeNull();
    expect(await world.look('SELECT withdrawn_by FROM sharing_consent WHERE home_id = $1 AND withdrawn_at IS NOT NULL', [home.id])).toEqual([{ withdrawn_by: 'Mark Marlow, deputy: No.' }]);
    world.clock.set('2027-11-25T09:00:00Z');
    await world.look(`UPDATE authority SET until_date = '2027-11-24' WHERE home_id = $1`, [home.id]);
    expect((await mark.gets<{ answer: PromisePage }>(WITHDRAW, { ...withdraw, kind: 'promises' })).answer.reasons?.[0]?.code).toBe('AUTHORITY_RAN_OUT');
  });

  it('is bound by the database itself, whatever the code asks', async () => {
    const bob = await home.resident('Bob Ellison');
    const janet = await home.supporter('Janet Ellison', bob, 'daughter');
    await promise('A dog to meet', '2026-11-27', bob);
    await swim('2026-11-26T14:30:00Z', bob);
    const rows = (who: Person) => world.db.read(who.actor, async (tx) => {
      const counts: Record<string, number> = {};
      for (const table of ['resident', 'promise', 'ledger_entry', 'ledger_content', 'booking', 'session', 'staff', 'supporter', 'circle_member', 'sharing_consent', 'vehicle', 'plan', 'shift', 'authority']) {
        counts[table] = Number((await tx.em.query<{ count: string }[]>(`SELECT count(*) FROM ${table}`))[0]?.count);
      }
      return counts;
    });
    expect(await rows(mark)).toEqual({ resident: 1, promise: 0, ledger_entry: 0, ledger_content: 0, booking: 0, session: 0, staff: 0, supporter: 1, circle_member: 1, sharing_consent: 6, vehicle: 0, plan: 0, shift: 0, authority: 0 });
    expect(await rows(janet)).toMatchObject({ resident: 1, promise: 1, ledger_entry: 1, ledger_content: 1, booking: 2, session: 1, staff: 1 });
    const write = (sql: string, values: unknown[]) => world.db.write(mark.actor, (tx) => tx.em.query(sql, values));
    await write('UPDATE sharing_consent SET withdrawn_at = now() WHERE resident_id = $1', [bob.id]);
    await write('DELETE FROM sharing_consent WHERE home_id = $1', [home.id]);
    await write('UPDATE resident SET given_name = $2 WHERE home_id = $1', [home.id, 'x']);
    await expect(write('INSERT INTO sharing_consent SELECT home_id, gen_random_uuid(), $2, supporter_id, kind, given_at, given_by, recorded_by, NULL, NULL FROM sharing_consent WHERE home_id = $1', [home.id, bob.id])).rejects.toThrow('row-level security');
    const kept = await world.look<{ count: string }>('SELECT count(*) FROM sharing_consent WHERE home_id = $1 AND withdrawn_at IS NULL', [home.id]);
    expect(Number(kept[0]?.count)).toBe(12);
    expect(await world.db.read(mark.actor, (tx) => tx.em.countBy(SharingConsentEntity, { homeId: home.id }))).toBe(6);
  });
});
