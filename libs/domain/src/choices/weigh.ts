/** What evidence is worth at every point alike: points for the ranking, sentences for the person, and how sure it makes us. */
import type { Facts, KnownActivity, Past } from './facts.ts';
import { type Because, type ScorePart, type Sure, all, because, sayCost } from './option.ts';
import { ENOUGH_TIMES, sayTimes, summedUp, wentWell } from './response.ts';

export type Evidence = { readonly parts: readonly ScorePart[]; readonly reasons: readonly Because[]; readonly drawbacks: readonly string[] };

/** At most so many points either way for how it went before. */
const MOST_FOR_PAST = 20;
const LATEST = 8;

/** How it went before, from the latest times. */
export function fromPast(past: readonly Past[], what = 'It'): Evidence {
  const latest = past.filter(({ level }) => level !== 'not offered').slice(-LATEST);
  const seen = summedUp(latest);
  if (seen.times === 0) return { parts: [], reasons: [], drawbacks: [] };
  const happy = seen.moods.happy > 0 ? `, and you looked happy ${sayTimes(seen.moods.happy)}` : '';
  const good = latest.filter(wentWell);
  return {
    parts: [{ name: 'how it went before', points: Math.max(-MOST_FOR_PAST, Math.min(MOST_FOR_PAST, 5 * (seen.well - seen.badly) + 2 * seen.moods.happy)) }],
    reasons: seen.well > 0 ? [because(seen.times === 1 ? `${what} went well the one time${happy}.` : `${what} went well ${seen.well} of the last ${seen.times} times${happy}.`, ...all('attendance', good))] : [],
    drawbacks: [
      ...(seen.declined > 0 ? [seen.times === 1 ? 'You said no the one time it was tried.' : `You said no ${sayTimes(seen.declined)} in the last ${seen.times} times.`] : []),
      ...(seen.moods.upset > 0 ? [seen.times === 1 ? 'You were upset the one time it was tried.' : `You were upset ${sayTimes(seen.moods.upset)} in the last ${seen.times} times.`] : []),
      ...(seen.watched > seen.well ? ['Mostly it came to watching only.'] : []),
    ],
  };
}

/** How sure we are: tried often and well, or said by the person or those who know them, or neither. */
export function sureFrom(past: readonly Past[], isSaid: boolean): Sure {
  const { times, well } = summedUp(past);
  if (times >= ENOUGH_TIMES && well >= times * 0.75) return { sureness: 'sure', why: `It was tried ${sayTimes(times)} and went well ${sayTimes(well)}.` };
  if (times >= ENOUGH_TIMES && well < times * 0.5) return { sureness: 'a guess', why: `It was tried ${sayTimes(times)} and went well ${well === 0 ? 'not once' : sayTimes(well)}.` };
  if (times > 0 && well > 0) return { sureness: 'fairly sure', why: `It was tried ${sayTimes(times)} so far.` };
  if (isSaid) return { sureness: 'fairly sure', why: times === 0 ? 'It is on record that it matters to you, and it has not been tried here yet.' : 'It is on record that it matters to you, and it did not go well yet.' };
  return { sureness: 'a guess', why: 'There is little on record to go by.' };
}

/** Why an activity would be for this person: what they wished, what it means to them, and what it came from. */
export function fromLiking(activityId: string, facts: Facts): Evidence {
  const interest = facts.interests.find((each) => each.activityId === activityId);
  const wish = facts.wishes.find((each) => each.activityId === activityId);
  const routine = facts.routines.find((each) => each.activityId === activityId);
  const outcome = facts.outcomes.find((each) => each.activityIds.includes(activityId));
  const fact = facts.lifeFacts.find(({ id }) => id === (interest?.lifeFactId ?? wish?.lifeFactId));
  const readings = facts.readings.filter((each) => each.activityId === activityId);
  const read = (likes: string) => readings.filter((each) => each.likes === likes);
  return {
    parts: [
      { name: 'what it means to you', points: interest ? Math.round(interest.value / 2) : 0 }, { name: 'you wished for it', points: wish ? 15 : 0 },
      { name: 'it belongs to your day', points: routine ? 10 : 0 }, { name: 'it serves what you work towards', points: outcome ? 12 : 0 },
      { name: 'how people read you', points: 5 * (Math.min(2, read('likes it').length) - Math.min(2, read('does not like it').length)) },
    ],
    reasons: [
      ...(wish ? [because(`You wished for it: “${wish.words}”`, { kind: 'wish', id: wish.id })] : []),
      ...(fact ? [because(`${fact.howKnown}: “${fact.words}”`, { kind: 'life fact', id: fact.id })] : []),
      ...(interest ? [because(`It is on record that it matters to you: ${interest.because}`, { kind: 'interest', id: interest.id })] : []),
      ...(outcome ? [because(`It serves what you work towards: “${outcome.words}”`, { kind: 'outcome', id: outcome.id })] : []),
      ...(routine ? [because(`It belongs to your day: ${routine.what}`, { kind: 'routine', id: routine.id })] : []),
      ...(read('likes it').length > 0 ? [because(`${read('likes it')[0]?.by ?? ''} reads you as liking it.`, ...all('reading', read('likes it')))] : []),
    ],
    drawbacks: read('does not like it').map(({ by }) => `${by} reads you as not liking it.`),
  };
}

/** What it costs against what is left. */
export function fromCost(activity: KnownActivity, { person }: Facts): Evidence {
  if (activity.costPence === 0) return { parts: [], reasons: [], drawbacks: [] };
  const left = person.leftPence;
  const words = left === null ? `It costs ${sayCost(activity.costPence)}.` : `It costs ${sayCost(activity.costPence)}; ${sayCost(Math.max(0, left))} of this week’s ${sayCost(person.weeklyPence ?? 0)} is left.`;
  const takesMost = left !== null && activity.costPence * 2 > left;
  return { parts: [], reasons: [because(words, { kind: 'activity', id: activity.id })], drawbacks: [takesMost ? 'It takes most of what is left for this week.' : `It costs ${sayCost(activity.costPence)}.`] };
}

/** What was chosen before at the same point. */
export function fromChosen(point: Facts['chosen'][number]['point'], key: string, { chosen }: Facts): Evidence {
  const before = chosen.filter((each) => each.point === point && each.key === key);
  if (before.length === 0) return { parts: [], reasons: [], drawbacks: [] };
  return { parts: [{ name: 'you chose it before', points: Math.min(6, 2 * before.length) }], reasons: [because(`You chose this ${sayTimes(before.length)} before.`, ...all('choice', before))], drawbacks: [] };
}

export function together(...evidence: readonly Evidence[]): Evidence {
  return { parts: evidence.flatMap(({ parts }) => parts), reasons: evidence.flatMap(({ reasons }) => reasons), drawbacks: evidence.flatMap(({ drawbacks }) => drawbacks) };
}

export const nothing: Evidence = { parts: [], reasons: [], drawbacks: [] };
