/** Somebody comes to live here: the few things that must be known on the day. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, addDays } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';
import { readsAsItLooks } from './about-me.ts';

export type ArrivalDraft = { readonly givenName: string; readonly familyName: string; readonly preferredName: string | null; readonly room: string | null; readonly movedIn: Day };
type Lives = { readonly givenName: string; readonly familyName: string; readonly room: string | null };

export type ArrivalReason = 'NAME_MISSING' | 'NAME_TOO_LONG' | 'NAME_UNREADABLE' | 'MOVED_IN_FAR_OFF' | 'LIVES_HERE';

export const ARRIVAL_WORDS: Words<ArrivalReason> = {
  NAME_MISSING: () => 'Write a first name and a family name.',
  NAME_TOO_LONG: () => 'That is too long for a name or a room. Write it shorter.',
  NAME_UNREADABLE: () => 'There are signs in this name that nobody can see and that change how it reads. Type it afresh.',
  MOVED_IN_FAR_OFF: () => 'That day is more than a month away. Add them nearer the time, or check the date.',
  LIVES_HERE: (about) => `${about} lives here already. Open their page instead; if it is somebody else of the same name, give them a different room.`,
};

const NAME_MOST = 80;
const AHEAD = 31;

const same = (a: string | null, b: string | null) => (a ?? '').trim().toLowerCase() === (b ?? '').trim().toLowerCase();

/** Whether somebody can be added. Two people may share a name or a room, though hardly both. */
export function mayArrive(draft: ArrivalDraft, living: readonly Lives[], today: Day): Decision<ArrivalReason> {
  const texts = [draft.givenName, draft.familyName, draft.preferredName ?? '', draft.room ?? ''];
  const twin = living.find((each) => same(each.givenName, draft.givenName) && same(each.familyName, draft.familyName) && same(each.room, draft.room));
  return decide<ArrivalReason>([
    (isBlank(draft.givenName) || isBlank(draft.familyName)) && { code: 'NAME_MISSING' },
    texts.some((each) => each.trim().length > NAME_MOST) && { code: 'NAME_TOO_LONG' },
    !texts.every((each) => readsAsItLooks(each) && !/[\r\n]/.test(each)) && { code: 'NAME_UNREADABLE' },
    draft.movedIn > addDays(today, AHEAD) && { code: 'MOVED_IN_FAR_OFF' },
    twin !== undefined && !isBlank(draft.givenName) && { code: 'LIVES_HERE', about: `${twin.givenName} ${twin.familyName}` },
  ]);
}
