import { mayWriteGoal } from './attainment.ts';
import { GOAL_EXAMPLES } from './goal-examples.ts';
import { type GoalDraft, hintsOn, vagueWordIn } from './goal-hints.ts';

const TODAY = '2026-11-24';
const LEVELS = ['I stay in my chair all week.', 'I walk to the door with a hand to hold.', 'I walk to the gate with somebody near.', 'I walk to the gate alone.', 'I walk to the shop alone.'];
const draft = (more: Partial<GoalDraft> = {}): GoalDraft => ({ levels: LEVELS, baseline: -1, byDay: '2027-01-15', comfort: false, ...more });
const codesOf = (more: Partial<GoalDraft> = {}) => hintsOn(draft(more), TODAY).map(({ code, level }) => (level === null ? code : `${code} ${level}`));

describe('help with the five levels', () => {
  it('has nothing to say of levels that can be seen and told apart', () => {
    expect(codesOf()).toEqual([]);
    expect(codesOf({ levels: ['', '', '', '', ''], byDay: null })).toEqual([]);
  });

  it('asks what would be seen where a word is read differently by everyone', () => {
    expect(codesOf({ levels: LEVELS.with(3, 'My balance is better') })).toEqual(['CANNOT_BE_SEEN 3']);
    expect(['Goes out more often', 'Sees friends more often: three times a week', 'Copes', 'Feels improved', 'Is happy and sings', 'Is settled for two hours'].map(vagueWordIn)).toEqual([null, null, 'copes', 'improved', null, null]);
    expect(vagueWordIn('Out of the room more often')).toBe('more often');
  });

  it('sees two levels that are nearly one, and not two that a number tells apart', () => {
    expect(codesOf({ levels: LEVELS.with(3, 'I walk to my gate, and somebody is near') })).toEqual(['ALIKE 3']);
    expect(codesOf({ levels: LEVELS.with(3, 'I walk to the gate, with somebody near me.') })).toEqual(['ALIKE 3']);
    expect(codesOf({ levels: LEVELS.with(3, 'I walk to the gate with somebody watching from indoors') })).toEqual([]);
    expect(codesOf({ levels: ['No walks', 'One walk in the week', 'Two walks in the week', 'Three walks in the week', 'Four walks in the week'] })).toEqual([]);
  });

  it('asks about numbers that turn round, days, bad days and being there already', () => {
    expect(codesOf({ levels: ['No walks', 'Two walks', 'Four walks', 'Three walks', 'Five walks'] })).toEqual(['NUMBERS_TURN']);
    expect(codesOf({ byDay: null })).toEqual(['NO_DAY']);
    expect(codesOf({ byDay: null, comfort: true })).toEqual([]);
    expect(codesOf({ byDay: '2026-11-01' })).toEqual(['DAY_GONE']);
    expect(codesOf({ byDay: '2026-11-27' })).toEqual(['DAY_SOON']);
    expect(codesOf({ baseline: 0 })).toEqual(['THERE_ALREADY']);
    expect(codesOf({ baseline: 0, comfort: true })).toEqual([]);
    expect(codesOf({ levels: LEVELS.with(2, 'I always walk to the gate') })).toEqual(['NO_BAD_DAY 2']);
  });

  it('never refuses: what is suggested may be saved all the same', () => {
    const levels = ['I cope', 'I do it better', 'I always do it well', 'I improve', 'I am confident'];
    expect(hintsOn(draft({ levels, byDay: null }), TODAY).length).toBeGreaterThan(4);
    expect(mayWriteGoal(levels, -1, null, null)).toEqual({ allowed: true });
  });
});

describe('the worked examples', () => {
  it('are many, of many kinds, comfort among them, and each has a name of its own', () => {
    expect(GOAL_EXAMPLES.length).toBeGreaterThanOrEqual(12);
    expect(GOAL_EXAMPLES.filter(({ comfort }) => comfort).length).toBeGreaterThanOrEqual(4);
    expect(new Set(GOAL_EXAMPLES.map(({ key }) => key)).size).toBe(GOAL_EXAMPLES.length);
  });

  it.each(GOAL_EXAMPLES.map((example) => [example.about, example] as const))('“%s” does as it advises', (_, { levels, baseline, comfort }) => {
    expect(hintsOn({ levels, baseline, comfort, byDay: '2027-01-15' }, TODAY)).toEqual([]);
    expect(mayWriteGoal(levels, baseline, null, null, comfort)).toEqual({ allowed: true });
  });
});
