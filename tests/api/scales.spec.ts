/** Outcomes measured: levels, three views, the score for professionals, how sure somebody is, and what a family may see and add. */
import { newId } from '../../apps/api/src/db/ids.ts';
import { LifePhaseEntity, OutcomeStepEntity } from '../../apps/api/src/people/support.entities.ts';
import { OutcomeEntity, type ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { SharingConsentEntity } from '../../apps/api/src/circle/circle.entities.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const SAYING = 'id rater raterName attained sentence on words isOwn isPutRight recordedByName';
const GOALS = `residentId name isComfort goals { outcomeId words comfort scale { id levels baseline importance difficulty byDay writtenWith recordedByName } earlier { id levels } draft { levels baseline }
  sayings { ${SAYING} } latest { ${SAYING} } agreement { kind words } beliefs { id on importance confidence words } fall talks { said then } }
  scores { rater baseline latest change latestWorking baselineWorking unsaid whyNot goals { words weight reached } }`;
const REFUSED = '... on Refused { reasons { code message } }';
const telling = (mutation: string, input: string) => `mutation ($input: ${input}!) { answer: ${mutation}(input: $input) { __typename ... on GoalsOfPerson { ${GOALS} } ${REFUSED} } }`;
const [WRITE, DRAFT, SCORE, BELIEF, TALK] = [telling('writeGoal', 'WriteGoalInput'), telling('draftGoal', 'DraftGoalInput'), telling('scoreGoal', 'ScoreGoalInput'), telling('sayBelief', 'SayBeliefInput'), telling('noteTalk', 'NoteTalkInput')];
const READ = `query ($id: Id!) { goalsOf(residentId: $id) { ${GOALS} } }`;
const FAMILY = 'residentId name notShared goals { outcomeId words scaleId levels reached { id rater who sentence on isYours words } }';
const FAMILY_READ = `query ($id: Id!) { familyGoals(residentId: $id) { ${FAMILY} } }`;
const FAMILY_SCORE = `mutation ($input: ScoreGoalAsFamilyInput!) { answer: scoreGoalAsFamily(input: $input) { __typename ... on FamilyGoals { ${FAMILY} } ${REFUSED} } }`;
const LEVELS = ['I stay in my chair.', 'I walk to the door.', 'I walk to the gate.', 'I walk to the shop.', 'I walk to the shop alone.'];

type Said = { id: string; rater: string; attained: number; sentence: string; isPutRight: boolean };
type Score = { rater: string; baseline: number | null; latest: number | null; change: number | null; latestWorking: string[]; whyNot: string | null; unsaid: string[] };
type Goals = { goals: { outcomeId: string; comfort: boolean; scale: { id: string; levels: string[] } | null; earlier: { id: string }[]; draft: { levels: string[] } | null; sayings: Said[]; latest: Said[]; agreement: { kind: string; words: string } | null; beliefs: object[]; fall: string | null }[]; scores: Score[] };
type Answer = Goals & { __typename: string; reasons: { code: string; message: string }[] };
type FamilyGoals = { notShared: string | null; goals: { scaleId: string; levels: string[]; reached: { id: string; who: string; sentence: string; isYours: boolean; words: string | null }[] }[] };

describe('outcomes measured', () => {
  let world: World;
  let home: Home;
  let ada: Person;
  let jean: ResidentEntity;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-11-24T09:00:00Z');
    home = await world.home();
    ada = await home.worker('Ada Bell', 'carer');
    jean = await home.resident('Jean Moss');
  });

  const later = () => world.clock.set(new Date(world.clock.now().getTime() + 60_000));
  async function outcome(words: string, more: Partial<OutcomeEntity> = {}): Promise<string> {
    later();
    const id = newId();
    await home.insert(OutcomeEntity, { homeId: home.id, id, residentId: jean.id, words, why: 'x', measure: null, byDate: null, endedOn: null, recordedBy: ada.actor.accountId, recordedAt: world.clock.now(), ...more });
    return id;
  }
  async function tells(text: string, input: object, who = ada): Promise<Answer> {
    later();
    return (await who.gets<{ answer: Answer }>(text, { input: { id: newId(), ...input } })).answer;
  }
  const writes = async (outcomeId: string, more: object = {}) => (await tells(WRITE, { outcomeId, levels: LEVELS, baseline: -1, ...more })).goals.find((each) => each.outcomeId === outcomeId)?.scale?.id ?? '';
  const codes = ({ reasons }: Answer) => reasons.map(({ code }) => code);
  const scoreIn = ({ scores }: Goals, rater = 'staff') => scores.find((each) => each.rater === rater);
  const goalsOf = async (who = ada) => (await who.gets<{ goalsOf: Goals }>(READ, { id: jean.id })).goalsOf;
  /** Goals of these weights, each said by staff to be at these levels. */
  async function scored(weights: readonly (readonly [importance: number, difficulty: number] | null)[], levels: readonly number[]): Promise<Score | undefined> {
    let answer: Answer | null = null;
    for (const [n, weight] of weights.entries()) {
      const outcomeId = await outcome(`Goal ${n}`);
      const scaleId = await writes(outcomeId, weight ? { importance: weight[0], difficulty: weight[1] } : {});
      answer = await tells(SCORE, { outcomeId, scaleId, rater: 'staff', attained: levels[n] });
    }
    return answer ? scoreIn(answer) : undefined;
  }

  it.each([
    [[null], [0], 50], [[null], [2], 70], [[null, null, null], [0, 1, 1], 59.13], [[null, null, null], [2, 2, 2], 77.39], [[null, null, null], [-2, -2, -2], 22.61], [[null, null, null], [-1, -1, -1], 36.31],
    [[null, null, null], [-2, -1, -1], 31.74], [[[3, 3], [2, 2], [1, 1]], [1, 0, -1], 57.09], [[null, null, null, null], [1, 1, 0, -1], 53.63], [[[3, 2], [3, 1]], [-1, -1], 37.95],
  ] as const)('the score of weights %j and levels %j is %d, over all open goals', async (weights, levels, score) => {
    expect((await scored(weights, levels))?.latest).toBe(score);
  });

  it('the score has its working, is apart for each view, compares with where the same goals began, and is not made up', async () => {
    expect((await goalsOf()).scores.map(({ whyNot }) => whyNot)).toEqual(Array(3).fill('There is no goal with a score yet, so there is nothing to compute.'));
    const nothing = await outcome('It counts nothing');
    const nothingScale = await writes(nothing, { importance: 0, difficulty: 3 });
    expect(scoreIn(await tells(SCORE, { outcomeId: nothing, scaleId: nothingScale, rater: 'staff', attained: 1 }))).toMatchObject({ latest: null, whyNot: 'Every goal counts nothing: its importance or its difficulty is 0. Give at least one goal a weight.' });
    const chapel = await outcome('I am part of chapel');
    const scaleId = await writes(chapel, { importance: 2, difficulty: 3, baseline: -2 });
    const answer = await tells(SCORE, { outcomeId: chapel, scaleId, rater: 'person', attained: 0 });
    expect(scoreIn(answer, 'person')).toMatchObject({ baseline: 30, latest: 50, change: 20, unsaid: ['It counts nothing'], latestWorking: ['Weight × level: 6 × 0 = 0', 'Squared weights: 6² = 36. All weights: 6', '√(0.7 × 36 + 0.3 × 6²) = 6', 'T = 50 + 10 × 0 ÷ 6 = 50.00'] });
    expect(scoreIn(answer, 'family')).toMatchObject({ latest: null, whyNot: 'Nothing is scored in this view yet. Say where each goal stands first.' });
    // An outcome that has ended is in it no longer.
    await world.asSystem(home.id, (tx) => tx.em.update(OutcomeEntity, { homeId: home.id, id: chapel }, { endedOn: '2026-11-24' }));
    expect(scoreIn(await goalsOf(), 'person')).toMatchObject({ latest: null });
  });

  it('levels are written in five sentences, put aside half done, and written anew with the old ones readable', async () => {
    const outcomeId = await outcome('I walk to the shop');
    expect((await tells(DRAFT, { outcomeId, levels: ['', '', 'I walk to the gate.', '', ''] })).goals[0]).toMatchObject({ scale: null, draft: { levels: ['', '', 'I walk to the gate.', '', ''] } });
    expect(codes(await tells(WRITE, { outcomeId, levels: LEVELS.with(4, ' '), baseline: 0, importance: 4 }))).toEqual(['LEVEL_NO_WORDS', 'NOT_A_BASELINE', 'NOT_A_RATING']);
    expect((await ada.asks(WRITE, { input: { id: newId(), outcomeId, levels: ['One'], baseline: -1 } })).errors?.[0]?.extensions.code).toBe('INVALID');
    expect((await goalsOf()).goals[0]?.scale).toBeNull();
    const input = { id: newId(), outcomeId, levels: LEVELS, baseline: -1, byDay: '2027-01-31', writtenWith: 'Jean chose the shop.' };
    for (let n = 0; n < 2; n += 1) expect((await tells(WRITE, input)).goals[0]).toMatchObject({ scale: { levels: LEVELS, recordedByName: 'Ada Bell' }, earlier: [], draft: null });
    expect((await ada.asks(WRITE, { input: { ...input, levels: LEVELS.with(2, 'Other') } })).errors?.[0]?.extensions.code).toBe('CONFLICT');
    await tells(SCORE, { outcomeId, scaleId: input.id, rater: 'staff', attained: 1 });
    const anew = await tells(WRITE, { outcomeId, levels: LEVELS.with(3, 'I walk to the library.'), baseline: -1 });
    // What was said of the old levels stays with them, and is not carried over to words nobody has looked at.
    expect(anew.goals[0]).toMatchObject({ earlier: [{ id: input.id, levels: LEVELS }], sayings: [{ sentence: 'I walk to the shop.' }], latest: [] });
    expect(codes(await tells(SCORE, { outcomeId, scaleId: input.id, rater: 'staff', attained: 1 }))).toEqual(['SCALE_REWRITTEN']);
    expect(await world.look('SELECT 1 FROM goal_scale WHERE outcome_id = $1', [outcomeId])).toHaveLength(2);
  });

  it('the person, each of the family and staff say for themselves what is reached; a correction is an entry of its own', async () => {
    const outcomeId = await outcome('I walk to the shop');
    expect(codes(await tells(SCORE, { outcomeId, scaleId: newId(), rater: 'staff', attained: 0 }))).toEqual(['NO_SCALE']);
    const scaleId = await writes(outcomeId);
    const about = { outcomeId, scaleId };
    const half = await tells(SCORE, { ...about, rater: 'staff', attained: -0.5 });
    expect(half.reasons).toMatchObject([{ code: 'PARTIAL', message: 'Half a level (−0.5) says that there was some progress. In a score it counts as −1: say −1.' }]);
    expect(codes(await tells(SCORE, { ...about, rater: 'doctor', attained: 3, on: '2026-11-25' }))).toEqual(['NOT_AN_ATTAINMENT', 'NOT_A_RATER', 'SCORED_TO_COME']);
    expect(codes(await tells(SCORE, { ...about, rater: 'staff', attained: 1, on: '2026-11-23' }))).toEqual(['SCORED_BEFORE']);
    expect(codes(await tells(SCORE, { ...about, rater: 'family', attained: 1 }))).toEqual(['RATER_NO_NAME']);
    expect((await goalsOf()).goals[0]?.sayings).toEqual([]);
    const wrong = newId();
    for (let n = 0; n < 2; n += 1) await tells(SCORE, { id: wrong, ...about, rater: 'staff', attained: 2 });
    await tells(SCORE, { ...about, rater: 'person', attained: 1, words: 'I can do it if nobody talks.' });
    await tells(SCORE, { ...about, rater: 'family', raterName: 'Mark', attained: -1 });
    const right = await tells(SCORE, { ...about, rater: 'staff', attained: 0, correctsId: wrong });
    expect(right.goals[0]?.latest).toMatchObject([
      { rater: 'person', raterName: 'Jean', sentence: 'I walk to the shop.', words: 'I can do it if nobody talks.', recordedByName: 'Ada Bell' },
      { rater: 'family', raterName: 'Mark', sentence: 'I walk to the door.' }, { rater: 'staff', raterName: 'Ada Bell', sentence: 'I walk to the gate.', recordedByName: 'Ada Bell' },
    ]);
    expect(right.goals[0]?.sayings.map(({ isPutRight }) => isPutRight)).toEqual([true, false, false, false]);
    expect(right.goals[0]?.agreement).toEqual({ kind: 'apart', words: 'Jean sees it 2 levels further on than Mark. Ask what each of them sees: it may be different at different times of day.' });
    expect(codes(await tells(SCORE, { ...about, rater: 'staff', attained: 1, correctsId: wrong }))).toEqual(['CORRECTED_ALREADY']);
    expect(await world.look('SELECT 1 FROM goal_score WHERE outcome_id = $1', [outcomeId])).toHaveLength(4);
  });

  it('comfort may be there already, and is in no score; so it is for somebody whose phase of life says so', async () => {
    const comfort = await outcome('Somebody sits with me', { comfort: true });
    const walking = await outcome('I walk to the shop');
    const [held, scaleId] = [await writes(comfort, { baseline: 0 }), await writes(walking)];
    await tells(SCORE, { outcomeId: comfort, scaleId: held, rater: 'staff', attained: 2 });
    expect(scoreIn(await tells(SCORE, { outcomeId: walking, scaleId, rater: 'staff', attained: 0 }))).toMatchObject({ latest: 50, unsaid: [] });
    await home.insert(LifePhaseEntity, { homeId: home.id, id: newId(), residentId: jean.id, phase: 'comfort and connection', words: 'Enough now.', recordedBy: ada.actor.accountId, recordedByName: 'Ada Bell', recordedAt: world.clock.now() });
    const now = await goalsOf();
    expect(now.goals.map((each) => each.comfort)).toEqual([true, true]);
    expect(scoreIn(now)).toMatchObject({ latest: null, whyNot: 'Every goal is one of comfort and connection. Those are not counted: they are there to be kept, not to be moved.' });
  });

  it('falling confidence asks for a conversation, which closes it until it falls again', async () => {
    const outcomeId = await outcome('I sleep at home');
    const answers = (confidence: number, on: string) => tells(BELIEF, { outcomeId, importance: 9, confidence, on });
    const toTalk = async (who = ada) => (await who.gets<{ list: { outcomeId: string; words: string }[] }>('{ list: confidenceToTalkAbout { outcomeId name outcomeWords words since namedWorker } }')).list;
    expect(codes(await tells(TALK, { outcomeId, said: ' ' }))).toEqual(['NO_BELIEF', 'NOTHING_SAID']);
    expect(codes(await answers(11, '2026-11-25'))).toEqual(['NOT_ONE_TO_TEN', 'BELIEF_TO_COME']);
    await answers(8, '2026-11-01');
    expect((await answers(7, '2026-11-08')).goals[0]?.fall).toBeNull();
    expect((await answers(5, '2026-11-15')).goals[0]?.fall).toMatch(/^Jean grows less sure: from 8 of 10 to 5 on /);
    expect(await toTalk()).toMatchObject([{ outcomeId, outcomeWords: 'I sleep at home', since: '2026-11-15' }]);
    expect((await tells(TALK, { outcomeId, said: 'The stairs frighten me.', then: 'The rail on the left is looked at.' })).goals[0]).toMatchObject({ fall: null, talks: [{ said: 'The stairs frighten me.' }] });
    expect(await toTalk()).toEqual([]);
    expect((await answers(5, '2026-11-18')).goals[0]?.fall).toBeNull();
    expect((await answers(2, '2026-11-22')).goals[0]?.fall).toMatch(/^Jean was at 5 of 10 and said 2 on .* bad day/);
    expect(await toTalk()).toHaveLength(1);
    await world.asSystem(home.id, (tx) => tx.em.update(OutcomeEntity, { homeId: home.id, id: outcomeId }, { endedOn: '2026-11-24' }));
    expect(await toTalk()).toEqual([]);
    expect(codes(await answers(5, '2026-11-24'))).toEqual(['BELIEF_ENDED']);
  });

  describe('a family', () => {
    let outcomeId: string;
    let scaleId: string;
    beforeEach(async () => {
      outcomeId = await outcome('I walk to the shop');
      scaleId = await writes(outcomeId, { importance: 3, difficulty: 3, writtenWith: 'SECRETLY' });
      await tells(SCORE, { outcomeId, scaleId, rater: 'staff', attained: 0, words: 'STAFFWORDS' });
      await tells(BELIEF, { outcomeId, importance: 9, confidence: 3, words: 'UNSURE' });
    });
    const reads = async (who: Person) => (await who.gets<{ familyGoals: FamilyGoals }>(FAMILY_READ, { id: jean.id })).familyGoals;
    const says = async (who: Person, attained: number, more: object = {}) => {
      later();
      return (await who.gets<{ answer: FamilyGoals & Answer }>(FAMILY_SCORE, { input: { id: newId(), outcomeId, scaleId, attained, ...more } })).answer;
    };

    it('with consent reads sentences and adds its own view, and never sees weights, scores or how sure she is', async () => {
      const mark = await home.supporter('Mark Moss', jean, 'son', ['progress']);
      const shown = await reads(mark);
      expect(shown).toMatchObject({ notShared: null, goals: [{ levels: LEVELS, reached: [{ who: 'Ada Bell', sentence: 'I walk to the gate.', words: null }] }] });
      expect(JSON.stringify(shown)).not.toMatch(/SECRETLY|STAFFWORDS|UNSURE|weight|score|importance/i);
      for (const text of [READ, '{ confidenceToTalkAbout { words } }', `query ($id: Id!) { outcomesOf(residentId: $id) { name } }`]) expect((await mark.asks(text, { id: jean.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await mark.asks(SCORE, { input: { id: newId(), outcomeId, scaleId, rater: 'staff', attained: 2 } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await says(mark, -0.5)).reasons).toMatchObject([{ code: 'PARTIAL' }]);
      const said = await says(mark, 1, { words: 'She came with me to the baker’s.' });
      const own = said.goals[0]?.reached.find(({ isYours }) => isYours);
      expect(own).toMatchObject({ who: 'Mark Moss', sentence: 'I walk to the shop.', words: 'She came with me to the baker’s.' });
      expect((await says(mark, -1, { correctsId: own?.id })).goals[0]?.reached.find(({ isYours }) => isYours)).toMatchObject({ sentence: 'I walk to the door.' });
      const forStaff = await goalsOf();
      expect(scoreIn(forStaff, 'family')).toMatchObject({ latest: 40 });
      // Staff write down what he says, and do not put his own entry right for him.
      expect(codes(await tells(SCORE, { outcomeId, scaleId, rater: 'family', raterName: 'Mark Moss', attained: 2, correctsId: forStaff.goals[0]?.latest.find(({ rater }) => rater === 'family')?.id }))).toEqual(['NOT_THEIR_SAYING']);
    });

    it('without consent reads the reason, adds nothing, and is shut out at once when it is withdrawn', async () => {
      const claire = await home.supporter('Claire Moss', jean, 'daughter', ['promises']);
      expect(await reads(claire)).toMatchObject({ notShared: 'Jean has not shared progress with you.', goals: [] });
      expect((await claire.asks(FAMILY_SCORE, { input: { id: newId(), outcomeId, scaleId, attained: 1 } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      const mark = await home.supporter('Mark Moss', jean, 'son', ['progress', 'promises']);
      expect((await says(mark, 1)).goals).toHaveLength(1);
      await world.asSystem(home.id, (tx) => tx.em.update(SharingConsentEntity, { supporterId: mark.actor.supporterId ?? '', kind: 'progress' }, { withdrawnAt: world.clock.now() }));
      expect((await reads(mark)).goals).toEqual([]);
      expect((await mark.asks(FAMILY_SCORE, { input: { id: newId(), outcomeId, scaleId, attained: 2 } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect(await world.look('SELECT 1 FROM goal_score WHERE rater = $1 AND outcome_id = $2', ['family', outcomeId])).toHaveLength(1);
    });

    it('cannot, past the code, write in another’s name or put right what is not theirs', async () => {
      const mark = await home.supporter('Mark Moss', jean, 'son', ['progress']);
      const staffs = (await goalsOf()).goals[0]?.latest[0]?.id;
      const insert = (more: { rater?: string; supporterId?: string | null; correctsId?: string | null }) => world.db.write(mark.actor, (tx) => tx.em.query(
        `INSERT INTO goal_score (home_id, id, resident_id, recorded_by, recorded_by_name, recorded_at, outcome_id, scale_id, scored_on, attained, rater, rater_name, supporter_id, corrects_id)
         VALUES ($1, $2, $3, $4, 'Mark', now(), $5, $6, '2026-11-24', 1, $7, 'Mark', $8, $9)`,
        [home.id, newId(), jean.id, mark.actor.accountId, outcomeId, scaleId, more.rater ?? 'family', more.supporterId === undefined ? mark.actor.supporterId : more.supporterId, more.correctsId ?? null]));
      for (const more of [{ rater: 'staff' }, { supporterId: null }, { correctsId: staffs }]) await expect(insert(more)).rejects.toThrow(/row-level security/);
      await insert({});
      for (const table of ['goal_draft', 'outcome_belief', 'belief_talk']) expect(await world.db.read(mark.actor, (tx) => tx.em.query(`SELECT 1 FROM ${table}`))).toEqual([]);
    });
  });

  it('belongs to its home', async () => {
    const outcomeId = await outcome('I walk to the shop');
    const scaleId = await writes(outcomeId);
    await home.insert(OutcomeStepEntity, { homeId: home.id, id: newId(), residentId: jean.id, outcomeId, kind: 'stage goal', words: 'To the gate', who: null, byDate: '2026-12-12', doneOn: null, doneByName: null, recordedBy: ada.actor.accountId, recordedAt: world.clock.now() });
    const olga = await (await world.home()).worker('Olga Oak', 'manager');
    for (const [text, input] of [[WRITE, { levels: LEVELS, baseline: -1 }], [DRAFT, { levels: LEVELS }], [SCORE, { scaleId, rater: 'staff', attained: 1 }], [BELIEF, { importance: 5, confidence: 5 }], [TALK, { said: 'x' }]] as const) {
      expect((await olga.asks(text, { input: { id: newId(), outcomeId, ...input } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    expect((await olga.asks(READ, { id: jean.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await goalsOf()).goals[0]).toMatchObject({ sayings: [], beliefs: [], earlier: [] });
  });
});
