import type { SharedKind } from '../circle/sharing.ts';
import { SHARED_KINDS } from '../circle/sharing.ts';
import { type CalendarItem, type KnownEntry, goneItem, keepUp, promiseItem, sessionItem } from './calendar.ts';

const swim = (more: Partial<Parameters<typeof sessionItem>[1]> = {}) => sessionItem('Steven', {
  id: 'swim', activityId: 'swimming', startsAt: new Date('2026-11-26T14:30:00Z'), endsAt: new Date('2026-11-26T16:00:00Z'), status: 'planned', what: 'Swimming', where: 'Riverside Pool', staff: ['Siân', 'Dean'], ...more,
});
const asGone = (entry: KnownEntry) => goneItem('Steven', 'Swimming', entry);
const at = (now: string, known: readonly KnownEntry[], items: readonly CalendarItem[], sees: readonly SharedKind[] = SHARED_KINDS) =>
  keepUp(known, items, { sees: new Set(sees), now: new Date(now), digestOf: (text) => text, asGone });
const entries = (kept: ReturnType<typeof at>) => kept.map(({ entry }) => entry);

describe('what a calendar is given', () => {
  const first = at('2026-11-24T09:00:00Z', [], [swim()]);

  it('is the same the next time while nothing changes', () => {
    const again = at('2026-11-25T09:00:00Z', entries(first), [swim()]);
    expect(again).toEqual([{ item: swim(), entry: first[0]?.entry, isChanged: false }]);
    expect(first[0]).toMatchObject({ isChanged: true, entry: { sequence: 0, changedAt: new Date('2026-11-24T09:00:00Z') } });
  });

  it('counts one up for a change, says when, and keeps what it is known by', () => {
    const moved = at('2026-11-25T09:00:00Z', entries(first), [swim({ startsAt: new Date('2026-11-27T10:00:00Z'), endsAt: new Date('2026-11-27T11:30:00Z') })]);
    expect(entries(moved)).toEqual([expect.objectContaining({ subjectId: 'swim', sequence: 1, changedAt: new Date('2026-11-25T09:00:00Z'), startsAt: new Date('2026-11-27T10:00:00Z') })]);
  });

  it('calls off what is no longer planned, once, and takes it up again', () => {
    const off = at('2026-11-25T09:00:00Z', entries(first), []);
    expect(off[0]).toMatchObject({ item: { title: 'Steven: Swimming (will not take place)', isOff: true, where: null, notes: '' }, entry: { sequence: 1, isOff: true } });
    const still = at('2026-11-26T09:00:00Z', entries(off), []);
    expect(still[0]).toMatchObject({ isChanged: false, entry: { sequence: 1 } });
    expect(at('2026-11-26T09:05:00Z', entries(still), [swim()])[0]).toMatchObject({ item: { isOff: false }, entry: { sequence: 2 } });
  });

  it('keeps what was called off for four weeks', () => {
    const off = entries(at('2026-11-25T09:00:00Z', entries(first), []));
    expect(at('2026-12-24T14:00:00Z', off, [])).toHaveLength(1);
    expect(at('2026-12-25T14:00:00Z', off, [])).toEqual([]);
  });

  it('says nothing of a kind that is not shared, not even that something was called off', () => {
    expect(at('2026-11-25T09:00:00Z', entries(first), [], ['promises'])).toEqual([]);
    expect(at('2026-11-25T09:00:00Z', entries(first), [swim()], ['promises'])).toEqual([]);
  });

  it('is the whole day by which a promise is to be kept, and tells when it was let go', () => {
    const promise = { id: 'p', words: 'A swim, in the water', dueOn: '2026-11-27', madeBy: 'Siân Pritchard', madeOn: '2026-11-20', state: 'made' };
    expect(promiseItem('Steven', promise)).toMatchObject({ isAllDay: true, title: 'Promised to Steven: A swim, in the water', startsAt: new Date('2026-11-27T00:00:00Z'), endsAt: new Date('2026-11-28T00:00:00Z'), isOff: false });
    expect(promiseItem('Steven', { ...promise, state: 'released' })).toMatchObject({ title: 'Let go by Steven: A swim, in the water', isOff: true, notes: '' });
    expect(promiseItem('Steven', { ...promise, state: 'kept' }).title).toBe('Kept for Steven: A swim, in the water');
  });
});
