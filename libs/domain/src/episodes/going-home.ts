/** *Could go home?*: what going home takes, what of it is there, and what is missing with whose turn it is. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, sayDay } from '../shared/time.ts';
import { inWords, isBlank } from '../shared/words.ts';

export const HOME_STATES = ['there', 'missing', 'not needed'] as const;
export type HomeState = (typeof HOME_STATES)[number];

/** What going home takes: asked one by one. `tasks` are words of daily tasks on the ladder that tell something of it; `rung` is what it takes. */
export const HOME_TOPICS = [
  { topic: 'wish', name: 'What they want themselves', ask: 'Do they want to go home, and what worries them?', short: 'the wish to go', tasks: [], rung: 6 },
  { topic: 'stairs', name: 'Stairs and steps', ask: 'The stairs at home, and the step at the door.', short: 'the stairs', tasks: ['stair'], rung: 5 },
  { topic: 'bed and chair', name: 'Getting out of bed and a chair', ask: 'From their own bed and chair, which may be lower.', short: 'getting out of bed and a chair', tasks: ['chair', 'bed'], rung: 6 },
  { topic: 'toilet at night', name: 'The toilet at night', ask: 'Getting there in the dark, and back.', short: 'the toilet at night', tasks: ['toilet'], rung: 6 },
  { topic: 'washing and dressing', name: 'Washing and dressing', ask: 'With the bath or shower they have at home.', short: 'washing and dressing', tasks: ['wash', 'dress'], rung: 6 },
  { topic: 'a drink and a meal', name: 'A drink and a meal', ask: 'Making it, and carrying it to where they sit.', short: 'making a drink and a meal', tasks: ['tea', 'kettle', 'meal', 'drink', 'breakfast'], rung: 6 },
  { topic: 'medicines', name: 'Medicines', ask: 'Knowing which and when, and getting them open.', short: 'medicines', tasks: ['medicine', 'tablet'], rung: 6 },
  { topic: 'keys and heating', name: 'Keys, heating and food in the house', ask: 'Who has the keys, whether it is warm, what is in the fridge.', short: 'keys and heating', tasks: [], rung: 6 },
  { topic: 'calling in', name: 'Somebody calling in', ask: 'Who, how often, and from which day.', short: 'somebody calling in', tasks: [], rung: 6 },
  { topic: 'equipment', name: 'Equipment at home', ask: 'Rails, a raised seat, an alarm: ordered, delivered, fitted.', short: 'equipment at home', tasks: [], rung: 6 },
  { topic: 'getting help', name: 'Getting help when something is wrong', ask: 'The telephone, an alarm, a neighbour.', short: 'a way to get help', tasks: ['phon'], rung: 6 },
] as const;
export type HomeTopic = (typeof HOME_TOPICS)[number]['topic'];

export type HomeReason = 'NOT_A_TOPIC' | 'NOT_A_STATE' | 'HOME_NO_WORDS' | 'MISSING_NO_OWNER' | 'MISSING_NO_DAY' | 'DAY_PAST';
export const HOME_WORDS: Words<HomeReason> = {
  NOT_A_TOPIC: () => 'Choose one of the things that going home takes.',
  NOT_A_STATE: () => 'Choose whether it is there, missing, or not needed.',
  HOME_NO_WORDS: () => 'Say in a few words how it is.',
  MISSING_NO_OWNER: () => 'Say who sees to what is missing.',
  MISSING_NO_DAY: () => 'Say by which day it is seen to.',
  DAY_PAST: () => 'That day has gone by. Choose a day from today on.',
};

export function maySayHome(draft: { readonly topic: string; readonly state: string; readonly words: string; readonly owner: string | null; readonly byDate: Day | null }, today: Day): Decision<HomeReason> {
  const isMissing = draft.state === 'missing';
  return decide<HomeReason>([
    !HOME_TOPICS.some(({ topic }) => topic === draft.topic) && { code: 'NOT_A_TOPIC' },
    !(HOME_STATES as readonly string[]).includes(draft.state) && { code: 'NOT_A_STATE' },
    isBlank(draft.words) && { code: 'HOME_NO_WORDS' },
    isMissing && isBlank(draft.owner) && { code: 'MISSING_NO_OWNER' },
    isMissing && draft.byDate === null && { code: 'MISSING_NO_DAY' },
    draft.byDate !== null && draft.byDate < today && { code: 'DAY_PAST' },
  ]);
}

type Seen = { readonly topic: string; readonly state: HomeState; readonly owner: string | null; readonly byDate: Day | null };

/** More than so many are counted, not named. */
const FEW = 3;

/** 'Ken could go home when this is there: the stairs and equipment at home. Not asked yet: medicines.' */
export function sayGoingHome(name: string, seen: readonly Seen[]): string {
  const of = (topic: string) => seen.find((each) => each.topic === topic);
  const missing = HOME_TOPICS.filter(({ topic }) => of(topic)?.state === 'missing');
  const unasked = HOME_TOPICS.filter(({ topic }) => of(topic) === undefined);
  if (unasked.length === HOME_TOPICS.length) return `Nobody has asked yet what it takes for ${name} to go home.`;
  const rest = unasked.length === 0 ? '' : ` Not asked yet: ${unasked.length > FEW ? `${unasked.length} things` : inWords(unasked.map(({ short }) => short))}.`;
  if (missing.length > 0) return `${name} could go home when this is there: ${inWords(missing.map(({ short }) => short))}.${rest}`;
  return unasked.length === 0 ? `${name} could go home: nothing is missing.` : `Nothing is known to be missing for ${name} to go home.${rest}`;
}

/** 'The stairs: Dean Hughes, by Friday 27 November.' */
export function sayMissing({ topic, owner, byDate }: Seen): string {
  const short = HOME_TOPICS.find((each) => each.topic === topic)?.short ?? topic;
  return `${short.charAt(0).toUpperCase()}${short.slice(1)}: ${owner ?? 'nobody yet'}${byDate ? `, by ${sayDay(byDate)}` : ''}.`;
}

type Task = { readonly id: string; readonly name: string; readonly lately: readonly number[] };

/** The task on the ladder that tells most of a topic, going by its name. */
export function taskFor<Of extends { readonly name: string }>(topic: string, tasks: readonly Of[]): Of | null {
  const known: readonly string[] = HOME_TOPICS.find((each) => each.topic === topic)?.tasks ?? [];
  return tasks.find(({ name }) => known.some((word) => name.toLowerCase().includes(word))) ?? null;
}

const LATELY = 3;

/** The last three days with a tap were all at what home takes: worth asking whether it is there. Never decided by a figure. */
export function suggestThere(topic: string, task: Task, state: HomeState | null): string | null {
  const needed = HOME_TOPICS.find((each) => each.topic === topic)?.rung;
  const last = task.lately.slice(-LATELY);
  if (needed === undefined || state === 'there' || state === 'not needed' || last.length < LATELY || last.some((rung) => rung < needed)) return null;
  return `“${task.name}” went ${needed === 6 ? 'without help' : 'with nobody closer than nearby'} the last ${LATELY} times it was recorded. Is it there now?`;
}
