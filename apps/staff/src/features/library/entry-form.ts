import type { VariablesOf } from 'gql.tada';
import type { EntryPage } from './activity-page.tsx';
import type { saveDocument } from './library.graphql.ts';

export type EntryInput = VariablesOf<typeof saveDocument>['input'];

/** The form as it is typed: numbers and lists are text until they are sent. */
export type Draft = {
  name: string; kind: string; picture: string; why: string; setting: string; reach: string; transport: string; atBedside: boolean; venueId: string; roomIds: string[]; placeWords: string; staffWords: string;
  minutes: string; groupMin: string; groupMax: string; baseStaff: string; cost: string; often: string; from: string; to: string; days: number[]; skills: string;
  steps: string; equipment: string; plansIt: string; stepByStep: string; joinsThroughSenses: string; respondsToTouchAndSound: string; watchFor: string; respect: string; goodDay: string; badDay: string;
  seasons: string[]; speaksTo: string; changeWhy: string;
};

export const EMPTY: Draft = {
  name: '', kind: 'social', picture: 'star', why: '', setting: 'home', reach: 'sitting', transport: 'vehicle', atBedside: false, venueId: 'none', roomIds: [], placeWords: '', staffWords: '',
  minutes: '45', groupMin: '1', groupMax: '4', baseStaff: '1', cost: '0', often: '2', from: '10:00', to: '16:30', days: [1, 2, 3, 4, 5, 6, 7], skills: '',
  steps: '', equipment: '', plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '', watchFor: '', respect: '', goodDay: '', badDay: '', seasons: [], speaksTo: '', changeWhy: '',
};

const linesOf = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
const numberOf = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : -1);
const penceOf = (text: string) => (/^\d{1,4}([.,]\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text.trim().replace(',', '.')) * 100) : -1);

/** What is sent. A number that is none becomes one the house refuses with a sentence. */
export function inputOf(draft: Draft, { id, activityId, hours, isDraft }: { id: string; activityId: string | null; hours: EntryPage['hours']; isDraft: boolean }): EntryInput {
  const { from, to, days, cost, often, transport, venueId, skills, plansIt, stepByStep, joinsThroughSenses, respondsToTouchAndSound, ...rest } = draft;
  const [first] = hours;
  // Hours of several stretches are kept as they are until somebody changes the first of them.
  const same = first && first.from === from && first.to === to && first.days.join() === days.join();
  return {
    ...rest, id, activityId, draft: isDraft, transport: draft.setting === 'out' ? transport : null, venueId: draft.setting === 'out' && venueId !== 'none' ? venueId : null,
    roomIds: draft.setting === 'home' ? draft.roomIds : [], minutes: numberOf(draft.minutes), groupMin: numberOf(draft.groupMin), groupMax: numberOf(draft.groupMax), baseStaff: numberOf(draft.baseStaff),
    costPence: penceOf(cost), maxPerWeek: numberOf(often), hours: same ? hours.map((each) => ({ ...each })) : [{ days, from, to }], skills: linesOf(skills).map((skill) => ({ skill, staff: 1 })),
    steps: linesOf(draft.steps), equipment: linesOf(draft.equipment), watchFor: linesOf(draft.watchFor), speaksTo: linesOf(draft.speaksTo),
    adapt: { plansIt, stepByStep, joinsThroughSenses, respondsToTouchAndSound }, changeWhy: draft.changeWhy || null,
  };
}

export type Saved = Pick<EntryInput, 'name' | 'kind' | 'picture' | 'why' | 'setting' | 'reach' | 'transport' | 'atBedside' | 'venueId' | 'roomIds' | 'placeWords' | 'staffWords' | 'minutes' | 'groupMin' | 'groupMax' | 'baseStaff' | 'costPence' | 'maxPerWeek' | 'hours' | 'skills' | 'steps' | 'equipment' | 'adapt' | 'watchFor' | 'respect' | 'goodDay' | 'badDay' | 'seasons' | 'speaksTo' | 'changeWhy'>;

/** The form of what was sent before: a draft goes on where it was left. */
export function draftOf(saved: Saved): Draft {
  const [first] = saved.hours;
  const number = (value: number) => (value < 0 ? '' : String(value));
  const { name, kind, picture, why, setting, reach, atBedside, placeWords, staffWords, respect, goodDay, badDay, adapt } = saved;
  return {
    name, kind, picture, why, setting, reach, atBedside, placeWords, staffWords, respect, goodDay, badDay, ...adapt, transport: saved.transport ?? 'vehicle', venueId: saved.venueId ?? 'none', roomIds: [...saved.roomIds],
    minutes: number(saved.minutes), groupMin: number(saved.groupMin), groupMax: number(saved.groupMax), baseStaff: number(saved.baseStaff), cost: saved.costPence < 0 ? '' : String(saved.costPence / 100), often: number(saved.maxPerWeek),
    from: first?.from ?? '10:00', to: first?.to ?? '16:30', days: [...(first?.days ?? [])], skills: saved.skills.map(({ skill }) => skill).join('\n'), steps: saved.steps.join('\n'), equipment: saved.equipment.join('\n'),
    watchFor: saved.watchFor.join('\n'), seasons: [...saved.seasons], speaksTo: saved.speaksTo.join('\n'), changeWhy: saved.changeWhy ?? '',
  };
}

/** The form of an entry as it stands. */
export function draftOfPage({ entry, kit, skillsNeeded, ...page }: EntryPage): Draft {
  const { name, kind, picture, why, setting, minutes, groupMin, groupMax, costPence } = entry;
  return draftOf({ ...page, name, kind, picture, why, setting, minutes, groupMin, groupMax, costPence, skills: skillsNeeded, equipment: kit.map(({ item }) => item), changeWhy: null });
}
