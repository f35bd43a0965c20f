import { applyChange, compareSessions, findPinned, mayPublish, newFindings } from './publish.ts';
import type { PlannedSession } from './week.ts';

const choir: PlannedSession = { activity: 'choir', start: 600, room: 'lounge', vehicles: [], staff: ['ada'], residents: ['bob', 'dot'] };
const told = (id: string, session: PlannedSession) => ({ id, ...session });
const draft = {
  zone: 'Europe/London', weekStarts: '2026-11-23', now: new Date('2026-11-20T09:00:00Z'), status: 'draft', isSolving: false,
  weekInWords: 'Monday 23 November', publishedMeanwhile: null, late: [], findings: [],
};

describe('publishing', () => {
  it('is for a legal draft of a week that is not over', () => {
    expect(mayPublish(draft)).toEqual({ allowed: true });
    const codes = (more: Partial<typeof draft> | { publishedMeanwhile: string }) => {
      const decision = mayPublish({ ...draft, ...more });
      return decision.allowed ? [] : decision.reasons.map(({ code }) => code);
    };
    expect(codes({ now: new Date('2026-11-30T00:00:00Z') })).toEqual(['WEEK_OVER']);
    expect(codes({ status: 'published' })).toEqual(['NOT_A_DRAFT']);
    expect(codes({ isSolving: true })).toEqual(['STILL_PLANNING']);
    expect(codes({ publishedMeanwhile: 'Sam Cole published this week on Tuesday' })).toEqual(['PUBLISHED_MEANWHILE']);
    expect(codes({ late: ['Choir'] as never, findings: ['Steven needs 2 staff.'] as never })).toEqual(['BEGINS_IN_THE_PAST', 'BREAKS_A_RULE']);
  });

  it('keeps what is the same, whatever the order of names', () => {
    const [change] = compareSessions([told('s1', choir)], [{ ...choir, residents: ['dot', 'bob'] }]);
    expect(change).toMatchObject({ kind: 'stays', told: { id: 's1' } });
  });

  it('tells a changed session from one taken away and a new one', () => {
    const changes = compareSessions([told('s1', choir), told('s2', { ...choir, start: 900 })], [{ ...choir, staff: ['sam'] }, { ...choir, start: 1000 }]);
    expect(changes.map(({ kind, told: one }) => [kind, one?.id ?? null])).toEqual([['changes', 's1'], ['cancelled', 's2'], ['new', null]]);
  });

  it('pairs sessions at the same time by the people in them', () => {
    const other = { ...choir, room: 'garden', residents: ['eve'], staff: ['sam'] };
    const changes = compareSessions([told('s1', choir), told('s2', other)], [other, { ...choir, residents: ['bob'] }]);
    expect(changes.map(({ kind, told: one, session }) => [kind, one?.id, session?.residents])).toEqual([['changes', 's1', ['bob']], ['stays', 's2', ['eve']]]);
  });
});

describe('changing a draft by hand', () => {
  const plan = { sessions: [choir, { ...choir, start: 900 }], pinned: [1] };

  it('keeps pins on their sessions while others come and go', () => {
    const added = applyChange(plan, { at: null, session: { ...choir, start: 300 }, pinned: true });
    expect([added.sessions.map(({ start }) => start), added.pinned]).toEqual([[300, 600, 900], [0, 2]]);
    expect(applyChange(plan, { at: 0, session: null, pinned: false })).toEqual({ sessions: [{ ...choir, start: 900 }], pinned: [0] });
    const moved = applyChange(plan, { at: 0, session: { ...choir, start: 1200 }, pinned: false });
    expect([moved.sessions.map(({ start }) => start), moved.pinned]).toEqual([[900, 1200], [0]]);
  });

  it('finds pins again in the plan made round them', () => {
    expect(findPinned([{ ...choir, start: 300 }, choir, choir], [choir, choir])).toEqual([1, 2]);
  });

  it('holds only what is new against it', () => {
    expect(newFindings(['a'], ['a', 'b', 'b'])).toEqual(['b']);
  });
});
