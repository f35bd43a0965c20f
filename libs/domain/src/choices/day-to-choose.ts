/** Options on the day: whether to go, and, when it is over, what changes. */
import { MINUTES_A_DAY } from '../shared/time.ts';
import type { Facts } from './facts.ts';
import { type Candidate, LEADS_NOWHERE, all, because } from './option.ts';
import { wentBadly } from './response.ts';
import { fromLiking, fromPast, nothing, sureFrom, together } from './weigh.ts';

/** What is asked about: the session that was named, or the next of today's that is not over. */
export function sessionOfToday(facts: Facts): Facts['coming'][number] | null {
  if (facts.subject.sessionId !== null) return facts.coming.find(({ id }) => id === facts.subject.sessionId) ?? null;
  return facts.coming.filter(({ span }) => span[0] < MINUTES_A_DAY && span[1] > facts.minute).toSorted((a, b) => a.span[0] - b.span[0])[0] ?? null;
}

/** A session that was named and of which it is on record how it went. */
export function attendedOf(facts: Facts): Facts['past'][number] | null {
  return facts.subject.sessionId === null ? null : (facts.past.findLast(({ sessionId }) => sessionId === facts.subject.sessionId) ?? null);
}

const clock = (minute: number) => `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export function onTheDay(facts: Facts): Candidate[] {
  const after = attendedOf(facts);
  if (after) return afterwards(after, facts);
  const session = sessionOfToday(facts);
  const activity = facts.activities.find(({ id }) => id === session?.activityId);
  if (!session || !activity) return [];
  const past = facts.past.filter(({ activityId }) => activityId === activity.id);
  const planned = because(`It is in your day: ${activity.name}, from ${clock(session.span[0])} to ${clock(session.span[1])}.`, { kind: 'session', id: session.id });
  const [liking, before] = [fromLiking(activity.id, facts), fromPast(past)];
  const declines = { ...LEADS_NOWHERE, to: 'declined', sessionId: session.id, activityId: activity.id } as const;
  const isOut = activity.setting === 'out';
  const bad = past.filter(wentBadly);
  const staff = facts.staff.find((each) => session.staffIds.includes(each.id) && each.liking?.kind === 'prefers');
  const company = staff?.liking ? { parts: [{ name: 'who goes with you', points: 6 }], reasons: [because(`${staff.name}, whom you like, is with you.`, { kind: 'staff preference', id: staff.liking.id })], drawbacks: [] } : nothing;
  return [
    {
      key: `go:${session.id}`, title: `Yes: ${activity.name}`, picture: activity.picture, isOut, family: 'going',
      ...together({ parts: [{ name: 'it is planned', points: 10 }], reasons: [planned], drawbacks: [] }, liking, before, company, { ...nothing, drawbacks: isOut ? ['Once you are out, coming back early takes somebody with you.'] : [] }),
      sure: sureFrom(past, liking.reasons.length > 0),
      takes: { activityId: activity.id, costPence: activity.costPence, venueId: isOut ? activity.venueId : null, staffIds: session.staffIds, residentIds: session.residentIds, span: session.span, sessionId: session.id }, leads: LEADS_NOWHERE,
    },
    {
      key: `later:${session.id}`, title: 'Not today, another day', picture: 'sun', isOut: false, family: 'another day',
      ...together({ parts: [{ name: 'it can be had again', points: 4 + Math.round(liking.parts.reduce((sum, part) => sum + part.points, 0) / 4) }], reasons: [planned, ...liking.reasons.slice(0, 1)], drawbacks: ['Another day has to be found first.'] }),
      sure: { sureness: 'fairly sure', why: 'It can be wished for again; when is not known yet.' }, takes: { activityId: activity.id }, leads: { ...declines, words: `${activity.name}, another day` },
    },
    {
      key: `stay:${session.id}`, title: 'No, I stay here', picture: 'armchair', isOut: false, family: 'staying',
      ...together({ parts: [{ name: 'it did not go well before', points: 3 * Math.min(4, bad.length) }], reasons: [planned, ...(bad.length > 0 ? [because(bad.length === 1 ? 'It did not go well once.' : `It did not go well ${bad.length} times.`, ...all('attendance', bad))] : [])], drawbacks: ['You would miss it this time. That is all right.'] }),
      sure: { sureness: 'sure', why: 'It is yours to say no, and nobody needs a reason.' }, takes: {}, leads: declines,
    },
  ];
}

function afterwards(attended: Facts['past'][number], facts: Facts): Candidate[] {
  const activity = facts.activities.find(({ id }) => id === attended.activityId);
  if (!activity) return [];
  const was = because(`This is how it was put down: you ${attended.level === 'took part' ? 'took part' : attended.level === 'joined in a little' ? 'joined in a little' : `were ${attended.level}`}${attended.mood ? `, and looked ${attended.mood}` : ''}.`, { kind: 'attendance', id: attended.id });
  const past = facts.past.filter(({ activityId }) => activityId === activity.id);
  const isGood = !wentBadly(attended);
  const option = (key: string, title: string, picture: string, points: number, drawback: string, leads: Candidate['leads'], takes: Candidate['takes']): Candidate => ({
    key: `${key}:${attended.sessionId}`, title, picture, isOut: activity.setting === 'out', family: key,
    ...together({ parts: [{ name: 'how it was today', points }], reasons: [was], drawbacks: [] }, { ...fromPast(past), parts: [] }, { ...nothing, drawbacks: [drawback] }),
    sure: sureFrom(past, false), takes, leads,
  });
  const again = { ...LEADS_NOWHERE, to: 'wish', activityId: activity.id } as const;
  const takes = { activityId: activity.id, costPence: activity.costPence };
  return [
    option('again', 'The same again', activity.picture, isGood ? 10 : 2, 'It may not be on again at once.', { ...again, words: `${activity.name}, again` }, takes),
    option('changed', 'Again, but differently', 'wrench', 5, 'Somebody has to ask you what should be different.', { ...again, words: `${activity.name}, but differently: ask what` }, takes),
    option('enough', 'Not this again', 'armchair', isGood ? 1 : 9, 'If you change your mind, say so.', LEADS_NOWHERE, {}),
  ];
}
