import { newId } from '../../apps/api/src/db/ids.ts';
import { AuthorityEntity, type ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

type Reasons = { code: string; message: string }[];
type Heard = { whose: string; area: string; about: string; words: string; whyNot: string | null; recordedByName: string };
type Right = { kind: string; words: string; standing: string; stands: boolean; steps: string[] };
type Deciding = {
  areas: { area: string; words: string; rights: Right[]; capacity: { matter: string; able: boolean; stands: boolean }[] }[];
  decisions: { id: string; what: string; decidedBy: string; rightWords: string; heard: Heard[]; secondLook: string | null }[];
  heard: Heard[]; soon: string[]; before: string[]; standIns: { name: string }[];
  media: { kind: string; answer: string; condition: string | null; decidedBy: string | null; before: string[] }[];
  reasons?: Reasons;
};

const HEARD = '{ whose area about words whyNot recordedByName }';
const DECIDING = `... on Deciding { areas { area words rights { kind words standing stands steps } capacity { matter able stands } }
  decisions { id what decidedBy rightWords heard ${HEARD} secondLook } heard ${HEARD} soon before media { kind answer condition decidedBy before } standIns { name } }`;
const SEE = `query ($residentId: Id!) { deciding(residentId: $residentId) { ${DECIDING} } }`;
const tells = (name: string, type: string) => `mutation ($input: ${type}!) { answer: ${name}(input: $input) { ${DECIDING} ... on Refused { reasons { code message } } } }`;
const [DECIDE, HEAR, CAPACITY, BEST, MEDIA, STAND_IN] = [tells('decide', 'DecideInput'), tells('hearView', 'HearViewInput'), tells('recordCapacity', 'RecordCapacityInput'), tells('decideInBestInterests', 'BestInterestsInput'), tells('agreeMedia', 'MediaConsentInput'), tells('standIn', 'StandInInput')];
const RECORD = 'mutation ($input: RecordAuthorityInput!) { answer: recordAuthority(input: $input) { ... on Circle { authorities { id area kind documentSeen } } ... on Refused { reasons { code message } } } }';
const SWIM = 'Swimming on Thursdays';

describe('deciding', () => {
  let world: World;
  let home: Home;
  let karen: Person;
  let steven: ResidentEntity;
  let mark: string;
  let janet: string;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-24T09:00:00Z' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-11-24T09:00:00Z');
    home = await world.home();
    karen = await home.worker('Karen Whitfield', 'manager');
    steven = await home.resident('Steven Marlow');
    mark = (await home.supporter('Mark Marlow', steven, 'father, next of kin', [])).actor.supporterId ?? '';
    janet = (await home.supporter('Janet Ellison', steven, 'sister', [])).actor.supporterId ?? '';
  });

  const tell = async (mutation: string, input: object, who = karen) => (await who.gets<{ answer: Deciding }>(mutation, { input })).answer;
  const see = async (who = karen) => (await who.gets<{ deciding: Deciding }>(SEE, { residentId: steven.id })).deciding;
  const decide = (more: object, who = karen) => tell(DECIDE, { id: newId(), residentId: steven.id, area: 'outings and risk', what: 'Not to go swimming', said: 'He is too fragile for it.', right: 'the person', ...more }, who);
  const found = (more: object = {}) => tell(CAPACITY, {
    id: newId(), residentId: steven.id, area: 'outings and risk', matter: SWIM, able: false, helpTried: 'Pictures of the pool, twice in the morning, with Gwen.', why: 'He did not keep it in mind until the pool was shown.',
    notBecauseUnwise: true, untilDate: '2027-02-24', ...more,
  });
  const holds = (more: Partial<AuthorityEntity>) => home.insert(AuthorityEntity, {
    homeId: home.id, id: newId(), residentId: steven.id, area: 'outings and risk', kind: 'attorney', supporterId: mark, words: '', documentSeen: 'Lasting power of attorney', seenBy: null, seenOn: '2026-01-12', untilDate: null, ...more,
  });
  const best = (more: object = {}) => tell(BEST, {
    id: newId(), residentId: steven.id, area: 'outings and risk', matter: SWIM, decision: 'He swims with two staff.', consulted: 'Steven with pictures; Mark; Dr Shah.', weighed: 'He laughs in water. He tires.', lessRestrictive: 'Paddling only: he turned away.',
    couldWait: 'No, the course starts on Thursday.', untilDate: '2026-12-31', ...more,
  });
  const codes = ({ reasons }: Deciding) => reasons?.map(({ code }) => code);

  it('is for the person, presumed able, and views of others are heard with it', async () => {
    const answer = await decide({ what: 'To go swimming', said: '“I want the water.”', heard: [{ supporterId: mark, words: 'I would rather he did not.' }] });
    expect(answer.decisions).toMatchObject([{ what: 'To go swimming', decidedBy: 'Steven', rightWords: 'their own decision', heard: [{ whose: 'Mark Marlow', words: 'I would rather he did not.', whyNot: null }] }]);
    expect(answer.heard).toEqual([]);
  });

  it('is not for a supporter without authority, whose view is heard in the same breath', async () => {
    const answer = await decide({ right: 'attorney', bySupporterId: mark });
    expect(answer.reasons).toEqual([{ code: 'NO_AUTHORITY', message: expect.stringContaining('Mark Marlow is on record as father, next of kin. That is a close tie, but it gives no power to decide') as string }]);
    const after = await see();
    expect(after.decisions).toEqual([]);
    expect(after.heard).toMatchObject([{ whose: 'Mark Marlow', area: 'outings and risk', about: 'Not to go swimming', words: 'He is too fragile for it.', recordedByName: 'Karen Whitfield' }]);
    expect(after.heard[0]?.whyNot).toContain('gives no power to decide');
  });

  it('of an outing is not for an attorney for money, whose view is heard', async () => {
    await holds({ area: 'money', power: 'property and affairs', actsEarly: true });
    const answer = await decide({ right: 'attorney', bySupporterId: mark });
    expect(answer.reasons).toEqual([{ code: 'OTHER_AREA', message: 'The authority on record is for money, and not for this.' }]);
    expect((await see()).heard).toMatchObject([{ whose: 'Mark Marlow', whyNot: 'The authority on record is for money, and not for this.' }]);
    // Even where somebody wrote the wrong area beside it.
    await holds({ power: 'property and affairs', actsEarly: true });
    expect(codes(await decide({ right: 'attorney', bySupporterId: mark }))).toEqual(['OTHER_POWER']);
    const money = await decide({ area: 'money', right: 'attorney', bySupporterId: mark, what: 'A new coat', said: 'He needs one.' });
    expect(money.decisions).toMatchObject([{ decidedBy: 'Mark Marlow', rightWords: 'attorney for money' }]);
  });

  it('rests on no best-interests decision that has run out, and what was said is heard', async () => {
    await found();
    expect(codes(await best())).toBeUndefined();
    expect((await decide({ right: 'best interests', matter: SWIM, what: 'To go on Thursday', said: 'As was decided.' })).decisions).toHaveLength(1);
    world.clock.set('2027-01-05T09:00:00Z');
    const answer = await decide({ right: 'best interests', matter: SWIM, what: 'To go again', said: 'As was decided.' });
    expect(answer.reasons).toEqual([{ code: 'REVIEW_IS_DUE', message: 'The best-interests decision was to be looked at again by Thursday 31 December. Review it first.' }]);
    const after = await see();
    expect(after.decisions).toHaveLength(1);
    expect(after.heard).toMatchObject([{ whose: 'Karen Whitfield', about: 'To go again', words: 'As was decided.' }]);
    expect(after.soon[0]).toContain('Ended on Thursday 31 December');
  });

  it('is for a health and welfare attorney only while the person cannot decide this very thing', async () => {
    await holds({ power: 'health and welfare' });
    const byMark = { right: 'attorney', bySupporterId: mark, matter: SWIM };
    expect(codes(await decide(byMark))).toEqual(['CAPACITY_PRESUMED']);
    await found();
    expect(codes(await decide({ ...byMark, matter: 'The choir' }))).toEqual(['CAPACITY_PRESUMED']);
    expect((await decide(byMark)).decisions[0]).toMatchObject({ decidedBy: 'Mark Marlow', rightWords: 'attorney for outings and risk' });
    expect(codes(await decide({ matter: SWIM, what: 'To swim', said: '“Water!”' }))).toEqual(['FOUND_UNABLE']);
    expect((await see()).heard[0]).toMatchObject({ whose: 'Steven', words: '“Water!”' });
    // Time-bound: when the view has run out, he is presumed able again.
    world.clock.set('2027-02-25T09:00:00Z');
    expect(codes(await decide(byMark))).toEqual(['CAPACITY_PRESUMED']);
    expect((await decide({ matter: SWIM, what: 'To swim', said: '“Water!”' })).decisions[0]).toMatchObject({ decidedBy: 'Steven' });
  });

  it('asks of a capacity view what the Act asks', async () => {
    expect(codes(await found({ helpTried: ' ', notBecauseUnwise: false, untilDate: null }))).toEqual(['NO_HELP_TRIED', 'UNWISE_NOT_WEIGHED', 'NO_END']);
    expect(codes(await found({ matter: '', why: '', untilDate: '2028-01-01' }))).toEqual(['NO_MATTER', 'NO_WHY', 'ENDS_TOO_LATE']);
    expect(codes(await best())).toEqual(['NOT_FOUND_UNABLE']);
    await found();
    expect(codes(await best({ consulted: '', weighed: '', lessRestrictive: '', couldWait: '', untilDate: null }))).toEqual(['NOBODY_CONSULTED', 'NOTHING_WEIGHED', 'NOT_LEAST_RESTRICTIVE', 'COULD_IT_WAIT', 'NO_REVIEW']);
    expect((await see()).areas.find(({ area }) => area === 'outings and risk')?.rights).toEqual([]);
    await found({ able: true, helpTried: '', why: 'He showed it clearly today.' });
    expect(codes(await best())).toEqual(['NOT_FOUND_UNABLE']);
    expect((await see()).areas.find(({ area }) => area === 'outings and risk')?.capacity).toEqual([{ matter: SWIM, able: true, stands: true }, { matter: SWIM, able: false, stands: false }]);
  });

  it('shows how a best-interests decision was come to, and keeps the one before', async () => {
    await found();
    await best();
    const second = await best({ decision: 'He swims with one staff member and a lifeguard.', untilDate: '2027-03-31' });
    const rights = second.areas.find(({ area }) => area === 'outings and risk')?.rights ?? [];
    expect(rights).toMatchObject([{ kind: 'best interests', stands: true, standing: 'To be looked at again by Wednesday 31 March.' }]);
    expect(rights[0]?.steps).toContain('Less restrictive ways: Paddling only: he turned away.');
    expect(second.before).toEqual([expect.stringContaining('He swims with two staff.')]);
    expect(codes(await decide({ matter: 'The choir', what: 'To sing', said: '“Yes.”' }))).toBeUndefined();
  });

  it('keeps the version before when a right is recorded anew, and refuses powers that do not reach', async () => {
    const input = { residentId: steven.id, area: 'money', kind: 'attorney', supporterId: mark, words: '', power: 'property and affairs', actsEarly: true };
    const record = async (more: object) => (await karen.gets<{ answer: { authorities?: { id: string }[]; reasons?: Reasons } }>(RECORD, { input: { ...input, id: newId(), ...more } })).answer;
    expect((await record({ power: null })).reasons?.map(({ code }) => code)).toEqual(['NO_POWER']);
    expect((await record({ area: 'outings and risk' })).reasons?.map(({ code }) => code)).toEqual(['POWER_ELSEWHERE']);
    expect((await record({ kind: 'best interests', supporterId: null })).reasons?.map(({ code }) => code)).toEqual(['STEP_BY_STEP']);
    await record({});
    expect((await record({ documentSeen: 'Registered LPA' })).authorities).toHaveLength(1);
    const after = await see();
    expect(after.areas.find(({ area }) => area === 'money')?.rights).toMatchObject([{ words: 'Mark Marlow, attorney for property and affairs, already now, as the person allowed.', standing: 'Registered LPA, seen by Karen Whitfield on Tuesday 24 November. No end is on record.', stands: true }]);
    expect(after.before).toEqual(['money: Mark Marlow, attorney for property and affairs, already now, as the person allowed. On record until Tuesday 24 November.']);
  });

  it('shows money that a supporter decided to a second pair of eyes', async () => {
    await holds({ area: 'money', power: 'property and affairs', actsEarly: true });
    const made = await decide({ area: 'money', right: 'attorney', bySupporterId: mark, what: 'Forty pounds a week to save', said: 'For a holiday.' });
    const own = await decide({ area: 'money', what: 'A paper each day', said: '“The Mirror.”' });
    expect(made.decisions[0]?.secondLook).toBe('Nobody else has looked at it yet.');
    expect(own.decisions[0]?.secondLook).toBeNull();
    const LEFT = '{ moneyToLookAt { id person mayLook } }';
    expect(await karen.gets(LEFT)).toMatchObject({ moneyToLookAt: [{ person: 'Steven', mayLook: false }] });
    const LOOK = 'mutation ($input: SecondLookInput!) { answer: lookAtMoney(input: $input) { ... on MoneyLookedAt { left { id } } ... on Refused { reasons { code } } } }';
    const input = { decisionId: made.decisions[0]?.id, isWell: true, words: 'I saw the savings book.' };
    expect((await karen.gets<{ answer: { reasons: Reasons } }>(LOOK, { input })).answer.reasons).toEqual([{ code: 'SAME_EYES' }]);
    const olu = await home.worker('Olu Adeyemi', 'manager');
    expect((await olu.gets<{ answer: object }>(LOOK, { input })).answer).toEqual({ left: [] });
    expect((await olu.gets<{ answer: { reasons: Reasons } }>(LOOK, { input })).answer.reasons).toEqual([{ code: 'LOOKED_AT_ALREADY' }]);
    expect((await see()).decisions.find(({ what }) => what.startsWith('Forty'))?.secondLook).toBe('Olu Adeyemi looked at it too: I saw the savings book.');
  });

  it('keeps consent to photos and recordings in versions, and a no counts at once', async () => {
    const agree = (more: object) => tell(MEDIA, { id: newId(), residentId: steven.id, kind: 'photos', answer: 'yes', right: 'the person', words: 'Smiled at the camera.', ...more });
    const photoColumn = async () => (await world.look<{ photo_consent: string; photo_consent_words: string | null }>('SELECT photo_consent, photo_consent_words FROM resident WHERE id = $1', [steven.id]))[0];
    await agree({ answer: 'conditional', condition: 'For the family only.' });
    expect(await photoColumn()).toEqual({ photo_consent: 'conditional', photo_consent_words: 'For the family only.' });
    expect(codes(await agree({ right: 'attorney', bySupporterId: janet }))).toEqual(['NO_AUTHORITY']);
    const after = await agree({ answer: 'no', words: '' });
    expect(await photoColumn()).toEqual({ photo_consent: 'no', photo_consent_words: null });
    expect(after.media).toMatchObject([{ kind: 'photos', answer: 'no', before: [expect.stringContaining('conditional (For the family only.)')] }, { kind: 'audio', answer: 'not asked', before: [] }]);
    expect(after.heard).toMatchObject([{ whose: 'Janet Ellison', about: 'Photos: yes' }]);
    expect(codes(await agree({ answer: 'conditional', words: '' }))).toEqual(['NO_CONDITION', 'NOTHING_SAID']);
    // The person's own no needs nobody's leave, whoever decides otherwise.
    await holds({ area: 'photos and audio', kind: 'deputy' });
    expect(codes(await agree({ kind: 'audio' }))).toEqual(['SOMEBODY_ELSE_DECIDES']);
    expect((await agree({ kind: 'audio', answer: 'no' })).media[1]).toMatchObject({ kind: 'audio', answer: 'no' });
  });

  it('hears a view once, and lets somebody stand in for whoever has nobody', async () => {
    const input = { id: newId(), residentId: steven.id, supporterId: janet, area: 'daily activities', about: 'Bedtime', words: 'He always stayed up for the news.' };
    await tell(HEAR, input);
    expect((await tell(HEAR, input)).heard).toMatchObject([{ whose: 'Janet Ellison', about: 'Bedtime' }]);
    expect(codes(await tell(STAND_IN, { id: newId(), residentId: steven.id, kind: 'neighbour', name: 'Joe' }))).toEqual(['NO_STAND_IN']);
    expect((await tell(STAND_IN, { id: newId(), residentId: steven.id, kind: 'advocate', name: 'Rita Moss, Voice First' })).standIns).toEqual([{ name: 'Rita Moss, Voice First' }]);
  });

  it('is read by carers, and by nobody of another home', async () => {
    const ada = await home.worker('Ada Bell', 'carer');
    const elsewhere = await (await world.home('Oak House')).worker('Olga Oak', 'manager');
    expect((await see(ada)).areas).toHaveLength(5);
    expect((await ada.asks(BEST, { input: { id: newId(), residentId: steven.id, area: 'money', matter: 'x', decision: 'x', consulted: 'x', weighed: 'x', lessRestrictive: 'x', couldWait: 'x' } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await elsewhere.asks(SEE, { residentId: steven.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await elsewhere.asks(DECIDE, { input: { id: newId(), residentId: steven.id, area: 'money', what: 'x', said: 'x', right: 'the person' } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await karen.asks(DECIDE, { input: { id: newId(), residentId: steven.id, area: 'everything', what: 'x', said: 'x', right: 'the person' } })).errors?.[0]?.extensions.code).toBe('INVALID');
  });
});
