import { SHARED_KINDS, type SharedKind } from '../circle/sharing.ts';
import { type EntryContent, type PromiseEntry, foldPromise } from '../promises/promise.ts';
import { figuresOf, sayOpening } from './headline.ts';
import { type Reading, disputeStanding, sayEntry, standing } from './promise-words.ts';

const made: EntryContent = {
  kind: 'made', residentId: 'steven', words: 'A swim, in the water', activityId: null, level: 'taking part', dueOn: '2026-11-27',
  madeBy: 'Siân Pritchard', madeTo: 'Steven', lifeFactId: null, wishId: null, found: 'Dean drives',
};
const chain = (...contents: EntryContent[]): PromiseEntry[] => contents.map((content, n) => ({ seq: n + 1, at: new Date(`2026-11-2${n}T10:00:00Z`), kind: content.kind, content }));
const reads = (today: string, ...kinds: SharedKind[]): Reading => ({ person: 'Steven', today, zone: 'Europe/London', sees: new Set(kinds.length > 0 ? kinds : SHARED_KINDS), accountId: 'mark', holidays: new Set(['2026-12-25', '2026-12-28']) });
const on = (today: string, contents: EntryContent[], ...kinds: SharedKind[]) => standing(foldPromise(chain(...contents)), chain(...contents), reads(today, ...kinds));
const watched: EntryContent = { kind: 'attended', sessionId: 's', level: 'watched', leftEarly: false, recordedBy: 'Siân Pritchard' };
const scheduled: EntryContent = { kind: 'scheduled', sessionId: 's', when: 'Thursday 26 November, 14:30', by: 'Siân Pritchard' };

describe('what a promise has come to', () => {
  it('says when it will be kept, and the planned time only to those who may see plans', () => {
    expect(on('2026-11-24', [made]).words).toBe('To be kept by Friday 27 November.');
    expect(on('2026-11-24', [made, scheduled]).words).toBe('Planned for Thursday 26 November, 14:30.');
    expect(on('2026-11-24', [made, scheduled], 'promises').words).toBe('A time is planned.');
  });

  it('does not call watching a swim', () => {
    expect(on('2026-11-26', [made, scheduled, watched])).toMatchObject({ mark: 'partly', words: 'Watched, did not take part. Still owed.' });
    const declined: EntryContent = { kind: 'attended', sessionId: 'later', level: 'declined', leftEarly: false, recordedBy: 'Siân Pritchard' };
    expect(on('2026-11-26', [made, watched, declined]).words).toBe('Watched, did not take part. Still owed.');
    expect(on('2026-11-26', [made, scheduled, watched], 'promises', 'plan').words).toBe('Partly kept. Still owed.');
  });

  it('says that nobody has said why, until somebody has', () => {
    expect(on('2026-11-28', [made])).toMatchObject({ mark: 'unexplained', words: 'It was due on Friday 27 November. Nobody has said why yet. Still owed.', reason: null });
    const fell: EntryContent = { kind: 'fell through', sessionId: null, words: '', by: 'Siân Pritchard' };
    const why: EntryContent = { kind: 'explained', reason: 'no driver', words: 'Dean was ill.', answers: 'Siân Pritchard', newDate: '2026-12-04', whyNoDate: null, by: 'Siân Pritchard' };
    expect(on('2026-11-27', [made, fell]).mark).toBe('unexplained');
    expect(on('2026-11-28', [made, fell, why])).toMatchObject({ mark: 'made', reason: 'There was no driver. Dean was ill.', answers: 'Siân Pritchard', newDate: '2026-12-04' });
  });
});

describe('the history of a promise', () => {
  const say = (content: EntryContent | null, by: string | null, ...kinds: SharedKind[]) =>
    sayEntry({ seq: 2, at: new Date('2026-11-24T10:00:00Z'), kind: content?.kind ?? 'disputed', content, byAccountId: by }, reads('2026-11-24', ...kinds));

  it('is told in sentences, with only what may be seen', () => {
    expect(say(made, null)).toBe('Siân Pritchard promised Steven: “A swim, in the water”, taking part, by Friday 27 November.');
    expect(say(watched, null)).toBe('Steven watched, and did not take part. Siân Pritchard wrote it down.');
    expect(say(watched, null, 'promises')).toBe('What happened in the session was written down.');
    expect(say(null, null)).toContain('erased');
  });

  it('keeps the words of others in the circle to themselves', () => {
    const disputed: EntryContent = { kind: 'disputed', by: 'Janet', words: 'He was not there.' };
    expect(say(disputed, 'mark')).toBe('You said that it was not so: “He was not there.” The manager is to answer by Tuesday 1 December.');
    expect(say(disputed, 'somebody')).not.toContain('He was not there');
  });

  it('gives the manager five working days, and says when nobody answered and where it has gone', () => {
    const said: EntryContent = { kind: 'disputed', by: 'Mark', words: 'He was not there.' };
    const at = (day: string, entries: EntryContent[], on: string) => disputeStanding(entries.map((content, n) => ({ seq: n + 1, at: new Date(`${on}T10:0${n}:00Z`), kind: content.kind, content })), reads(day));
    expect(at('2026-11-24', [made], '2026-11-24')).toBeNull();
    expect(at('2026-12-01', [made, said], '2026-11-24')).toEqual({ state: 'waiting', answerBy: '2026-12-01', words: 'The manager is to answer by Tuesday 1 December.' });
    expect(at('2026-12-23', [made, said], '2026-12-23')?.answerBy).toBe('2027-01-01');
    expect(at('2026-12-02', [made, said], '2026-11-24')).toMatchObject({ state: 'overdue', words: 'The manager was to answer by Tuesday 1 December, and has not. It goes to the group.' });
    const gone: EntryContent = { kind: 'escalated', to: 'group', because: { dispute: 2 }, words: 'Disputed, and not answered.' };
    expect(at('2026-12-02', [made, said, gone], '2026-11-24')?.words).toContain('It has gone to the group.');
    expect(at('2026-12-02', [made, said, { kind: 'answered', by: 'Karen', words: 'He was.' }], '2026-11-24')).toMatchObject({ state: 'answered', words: 'The manager answered on Tuesday 24 November.' });
  });
});

describe('the first words of the page', () => {
  const figures = (today: string, ...promises: EntryContent[][]) => figuresOf(promises.map((each) => foldPromise(chain(...each))), today);
  const all = new Set(SHARED_KINDS);

  it('say what is owed first', () => {
    expect(sayOpening('Steven', 'living here', figures('2026-11-28', [made], [made, watched]), all, 'Next: Choir.')).toEqual({
      headline: 'Two promises to Steven are still open.', lead: 'Their days have passed, and nobody has said why. Next: Choir.',
    });
    expect(sayOpening('Steven', 'living here', figures('2026-11-24', [made]), all, null).headline).toBe('One promise to Steven is still open.');
    expect(sayOpening('Steven', 'living here', figures('2026-11-24'), all, null).headline).toBe('Nothing has been promised to Steven yet.');
  });

  it('say nothing of promises to those who may not see them, and nothing cheerful after a death', () => {
    expect(sayOpening('Steven', 'living here', null, new Set(), null)).toEqual({ headline: 'Steven’s page', lead: '' });
    expect(sayOpening('Steven', 'died', figures('2026-11-28', [made]), all, null).headline).toBe('We are thinking of you and of Steven.');
  });

  it('count what is open and what nobody has explained', () => {
    expect(figures('2026-11-24', [made], [made, watched])).toEqual({ made: 2, owed: 2, unexplained: 0 });
    expect(figures('2026-11-28', [made], [made, watched])).toEqual({ made: 2, owed: 2, unexplained: 2 });
  });
});
