import { AuthorityEntity } from '../../apps/api/src/people/people.entities.ts';
import type { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

type Said = { residentId: string; supporterId: string; right: string; bySupporterId?: string; words: string };
type Supporter = { id: string; name: string; decides: string[]; sharing: { kind: string; isShared: boolean; givenBy: string | null; ifWithdrawn: string }[] };
type Circle = { name: string; supporters: Supporter[]; whoDecides: { area: string; words: string }[]; authorities: { area: string; documentSeen: string | null }[]; past: string[]; reasons?: { code: string; message: string }[] };

const CIRCLE = '... on Circle { name supporters { id name decides sharing { kind isShared givenBy ifWithdrawn } } whoDecides { area words } authorities { area documentSeen } past }';
const ANSWER = `{ ${CIRCLE} ... on Refused { reasons { code message } } }`;
const SEE = `query ($residentId: Id!) { circle(residentId: $residentId) { ${CIRCLE} } }`;
const GIVE = `mutation ($input: GiveSharingInput!) { answer: giveSharing(input: $input) ${ANSWER} }`;
const WITHDRAW = `mutation ($input: WithdrawSharingInput!) { answer: withdrawSharing(input: $input) ${ANSWER} }`;
const ADD = `mutation ($input: AddSupporterInput!) { answer: addSupporter(input: $input) ${ANSWER} }`;
const RECORD = `mutation ($input: RecordAuthorityInput!) { answer: recordAuthority(input: $input) ${ANSWER} }`;

describe('a circle', () => {
  let world: World;
  let home: Home;
  let karen: Person;
  let steven: ResidentEntity;
  let mark: Person;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-24T09:00:00Z' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    home = await world.home();
    karen = await home.worker('Karen Whitfield', 'manager');
    steven = await home.resident('Steven Marlow');
    mark = await home.supporter('Mark Marlow', steven, 'father', []);
  });

  const tell = async (mutation: string, input: object, who = karen) => (await who.gets<{ answer: Circle }>(mutation, { input })).answer;
  const said = (more: Partial<Said> = {}): Said => ({ residentId: steven.id, supporterId: mark.actor.supporterId ?? '', right: 'the person', words: 'Nodded at the picture of Mark.', ...more });
  const shared = ({ supporters }: Circle, name = 'Mark Marlow') => supporters.find((each) => each.name === name)?.sharing.filter(({ isShared }) => isShared).map(({ kind }) => kind);
  const deputy = (more: Partial<AuthorityEntity> = {}) => home.insert(AuthorityEntity, {
    homeId: home.id, id: newId(), residentId: steven.id, area: 'sharing', kind: 'deputy', supporterId: mark.actor.supporterId, words: 'Deputy', documentSeen: 'Court order', seenBy: null, seenOn: '2026-01-12', untilDate: null, ...more,
  });

  it('is shared with by the person, kind by kind, and by nobody else', async () => {
    expect(shared(await karen.gets<{ circle: Circle }>(SEE, { residentId: steven.id }).then(({ circle }) => circle))).toEqual([]);
    const answer = await tell(GIVE, { ...said(), kinds: ['promises', 'plan', 'promises'] });
    expect(shared(answer)).toEqual(['promises', 'plan']);
    expect(answer.supporters[0]?.sharing[0]).toMatchObject({ givenBy: 'Steven: Nodded at the picture of Mark.' });
    expect(shared(await tell(GIVE, { ...said(), kinds: ['promises'] }))).toEqual(['promises', 'plan']);
  });

  it('says what withdrawing will do, does it, and keeps that it was shared', async () => {
    await tell(GIVE, { ...said(), kinds: ['promises', 'photos'] });
    const { circle } = await karen.gets<{ circle: Circle }>(SEE, { residentId: steven.id });
    expect(circle.supporters[0]?.sharing.find(({ kind }) => kind === 'photos')?.ifWithdrawn).toContain('Mark Marlow will no longer see photos and recordings. It takes effect at once.');
    const answer = await tell(WITHDRAW, { ...said({ words: 'Turned away.' }), kind: 'photos' });
    expect(shared(answer)).toEqual(['promises']);
    expect(answer.past).toEqual(['Photos, with Mark Marlow, from Tuesday 24 November to Tuesday 24 November. Given by Steven: Nodded at the picture of Mark. Withdrawn by Steven: Turned away. Recorded by Karen Whitfield.']);
  });

  it('lets no next of kin decide, and no deputy whose order nobody saw', async () => {
    const byMark = { right: 'deputy', bySupporterId: mark.actor.supporterId ?? '' };
    const kin = await tell(GIVE, { ...said(byMark), kinds: ['promises'] });
    expect(kin.reasons).toEqual([{ code: 'NO_AUTHORITY', message: expect.stringContaining('Mark Marlow is on record as father. That is a close tie, but it gives no power to decide') as string }]);
    await deputy({ documentSeen: null });
    expect((await tell(GIVE, { ...said(byMark), kinds: ['promises'] })).reasons?.[0]?.code).toBe('DOCUMENT_NOT_SEEN');
    const seen = await tell(RECORD, { id: newId(), residentId: steven.id, area: 'sharing', kind: 'deputy', supporterId: byMark.bySupporterId, words: 'Court of Protection', documentSeen: 'Order of 3 May 2024' });
    expect(seen.authorities).toEqual([{ area: 'sharing', documentSeen: 'Order of 3 May 2024' }]);
    expect(seen.supporters[0]?.decides).toEqual(['sharing']);
    expect(shared(await tell(GIVE, { ...said(byMark), kinds: ['promises'] }))).toEqual(['promises']);
  });

  it('hears a deputy for sharing and no longer one whose order ran out; the person can still withdraw', async () => {
    await deputy({ untilDate: '2026-11-24' });
    expect((await tell(GIVE, { ...said(), kinds: ['plan'] })).reasons?.[0]?.code).toBe('SOMEBODY_ELSE_DECIDES');
    const byMark = { right: 'attorney', bySupporterId: mark.actor.supporterId ?? '' };
    const given = await tell(GIVE, { ...said(byMark), kinds: ['plan'] });
    expect(given.supporters[0]?.sharing.find(({ kind }) => kind === 'plan')?.givenBy).toBe('Mark Marlow, deputy: Nodded at the picture of Mark.');
    expect(shared(await tell(WITHDRAW, { ...said({ words: 'Pushed the tablet away.' }), kind: 'plan' }))).toEqual([]);
    world.clock.set('2026-11-25T09:00:00Z');
    expect((await tell(GIVE, { ...said(byMark), kinds: ['plan'] })).reasons?.[0]?.code).toBe('AUTHORITY_RAN_OUT');
    world.clock.set('2026-11-24T09:00:00Z');
  });

  it('takes in a new supporter once, who sees nothing yet', async () => {
    const input = { id: newId(), residentId: steven.id, name: ' Janet Ellison ', relation: 'friend', email: 'Janet@Example.org' };
    await tell(ADD, input);
    const answer = await tell(ADD, input);
    expect(answer.supporters.map(({ name }) => name)).toEqual(['Janet Ellison', 'Mark Marlow']);
    expect(shared(answer, 'Janet Ellison')).toEqual([]);
    expect((await tell(ADD, { ...input, id: newId(), name: ' ' })).reasons?.[0]?.message).toBe('Write the name of the person.');
  });

  it('wants to know how it was said, and who was asked before deciding in somebody’s best interests', async () => {
    expect((await tell(GIVE, { ...said({ words: ' ' }), kinds: [] })).reasons?.map(({ code }) => code)).toEqual(['NO_KINDS', 'NO_WORDS']);
    expect((await tell(GIVE, { ...said({ right: 'best interests' }), kinds: ['plan'] })).reasons?.[0]?.code).toBe('NO_BEST_INTERESTS_DECISION');
    const meeting = { id: newId(), residentId: steven.id, area: 'sharing', kind: 'best interests', words: 'Mark, Siân and the GP; his wish to have his father near.' };
    expect((await tell(RECORD, meeting)).reasons?.[0]?.code).toBe('STEP_BY_STEP');
    const about = { residentId: steven.id, area: 'sharing', matter: 'Sharing plans with Mark', untilDate: '2027-05-24' };
    const step = (mutation: string, input: object) => karen.gets<{ answer: { __typename: string } }>(`mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { answer: ${mutation}(input: $input) { __typename } }`.replace('DecideInBestInterestsInput', 'BestInterestsInput'), { input: { id: newId(), ...about, ...input } });
    expect(await step('recordCapacity', { able: false, helpTried: 'Photos of Mark.', why: 'He did not keep it in mind.', notBecauseUnwise: true })).toEqual({ answer: { __typename: 'Deciding' } });
    expect(await step('decideInBestInterests', { decision: 'Mark sees the week.', consulted: 'Mark, Siân and the GP', weighed: 'His wish to have his father near.', lessRestrictive: 'By telephone: not enough.', couldWait: 'No.' })).toEqual({ answer: { __typename: 'Deciding' } });
    expect(shared(await tell(GIVE, { ...said({ right: 'best interests' }), matter: about.matter, kinds: ['plan'] }))).toEqual(['plan']);
    const byMark = { ...said({ right: 'attorney', bySupporterId: mark.actor.supporterId ?? '', words: 'I want it all.' }), kinds: ['photos'] };
    expect((await tell(GIVE, byMark)).reasons?.[0]?.code).toBe('NO_AUTHORITY');
    expect(await world.look('SELECT whose, about, words FROM view_heard WHERE home_id = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1', [home.id])).toEqual([{ whose: 'Mark Marlow', about: 'Sharing with Mark Marlow', words: 'I want it all.' }]);
  });

  it('is seen by carers and changed by managers of this home only', async () => {
    const ada = await home.worker('Ada Bell', 'carer');
    const elsewhere = await (await world.home('Oak House')).worker('Olga Oak', 'manager');
    expect((await ada.gets<{ circle: Circle }>(SEE, { residentId: steven.id })).circle.name).toBe('Steven');
    expect((await ada.asks(GIVE, { input: { ...said(), kinds: ['plan'] } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await elsewhere.asks(SEE, { residentId: steven.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await elsewhere.asks(GIVE, { input: { ...said(), kinds: ['plan'] } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const stranger = await home.supporter('Zoe Stranger', await home.resident('Bob Ellison'), 'daughter');
    expect((await karen.asks(GIVE, { input: { ...said({ supporterId: stranger.actor.supporterId ?? '' }), kinds: ['plan'] } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await karen.asks(GIVE, { input: { ...said(), kinds: ['everything'] } })).errors?.[0]?.extensions.code).toBe('INVALID');
  });
});
