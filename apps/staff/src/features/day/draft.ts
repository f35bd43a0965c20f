/** What is about to be said of one person. Its ids change with its words, so that sending the same again records once. */
import type { ResultOf } from 'gql.tada';
import type { AttendanceLevel, Mood } from '@promenade/domain/day/attendance';
import { asksForNeed } from '@promenade/domain/day/needs';
import { ownId } from '@promenade/ui/own-id.ts';
import type { sessionDocument } from './day.graphql.ts';

export type Recording = ResultOf<typeof sessionDocument>;
export type RecordedSession = Recording['daySession'];
export type RecordedPerson = RecordedSession['people'][number];
export type GroupPerson = Recording['sessionGroup'][number];
export type Said = RecordedPerson['said'][number];

/** Help given with a task: the aid when it was another than last time, and what was different when somebody says. */
export type Helped = { readonly id: string; readonly rung: number; readonly aid?: string; readonly reason?: string; readonly reasonId?: string };

export type Draft = {
  readonly id: string;
  readonly level: string;
  readonly mood: string | null;
  readonly engagement: string | null;
  readonly leftEarly: boolean;
  readonly help: string | null;
  readonly note: string;
  /** Help on the ladder, by task. */
  readonly rungs: Readonly<Record<string, Helped>>;
  /** Under this id it is said that nothing was unmet, when it is not said otherwise. */
  readonly nothingId: string;
  readonly need: { readonly id: string; readonly what: string; readonly words: string } | null;
};

/** What stands, or that they took part. */
export function draftOf({ said }: RecordedPerson): Draft {
  const last = said.at(-1);
  return { id: ownId(), level: last?.level ?? 'took part', mood: last?.mood ?? null, engagement: last?.engagement ?? null, leftEarly: last?.leftEarly ?? false, help: last?.help ?? null, note: last?.note ?? '', rungs: {}, nothingId: ownId(), need: null };
}

/** Whether the attendance itself says something other than what stands. */
export function isChanged(person: RecordedPerson, draft: Draft): boolean {
  const last = person.said.at(-1);
  if (!last) return true;
  return draft.level !== last.level || draft.mood !== last.mood || draft.engagement !== last.engagement || draft.leftEarly !== last.leftEarly || draft.help !== last.help || draft.note.trim() !== (last.note ?? '');
}

/** Whether there is anything to send for this person. */
export function hasNews(person: RecordedPerson, draft: Draft): boolean {
  return isChanged(person, draft) || draft.need !== null || Object.keys(draft.rungs).length > 0;
}

export function asksNeed(draft: Draft): boolean {
  return asksForNeed({ level: draft.level as AttendanceLevel, leftEarly: draft.leftEarly, mood: draft.mood as Mood | null });
}

/** Asked, not answered yet, here or before. */
export function needIsOpen(draft: Draft, group: GroupPerson | undefined): boolean {
  return asksNeed(draft) && draft.need === null && (group?.needs.length ?? 0) === 0;
}

export function entryOf(person: RecordedPerson, draft: Draft) {
  const { id, level, mood, engagement, leftEarly, help, note } = draft;
  return { id, residentId: person.residentId, level, mood, engagement, leftEarly, help, note: note.trim() || null, correctsId: person.said.at(-1)?.id ?? null };
}

/** The entries that were not right are corrected to say what the right one says. */
export function settlingOf(person: RecordedPerson, right: Said) {
  const wrong = person.said.find(({ level, leftEarly }) => level !== right.level || leftEarly !== right.leftEarly);
  if (!wrong) return [];
  const { level, mood, engagement, leftEarly, help, note } = right;
  return [{ id: ownId(), residentId: person.residentId, level, mood, engagement, leftEarly, help, note, correctsId: wrong.id }];
}

export function helpOf({ rungs }: Draft) {
  return Object.entries(rungs).map(([taskId, { id, rung, aid, reason, reasonId }]) => ({ id, taskId, rung, aid: aid ?? null, reason: reason ?? null, reasonId: reasonId ?? null }));
}
