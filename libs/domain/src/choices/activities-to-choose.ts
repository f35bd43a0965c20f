/** Options among activities and places: what I do, where and how we get there, and when. */
import { type Span, MINUTES_A_DAY, addDays, minuteOf, overlaps, sayDay, spansOf } from '../shared/time.ts';
import { DAYS_AHEAD } from './admit.ts';
import type { Facts, KnownActivity, KnownStaff, KnownVenue } from './facts.ts';
import { type Candidate, LEADS_NOWHERE, because } from './option.ts';
import { type Evidence, fromChosen, fromCost, fromLiking, fromPast, nothing, sureFrom, together } from './weigh.ts';

const pastOf = (activityId: string, facts: Facts) => facts.past.filter((each) => each.activityId === activityId);
const venueOf = ({ venueId }: KnownActivity, facts: Facts) => facts.venues.find(({ id }) => id === venueId) ?? null;
/** An interest of nought says that it is nothing for them. */
const isNothingFor = (activityId: string, facts: Facts) => facts.interests.some((each) => each.activityId === activityId && each.value === 0);

/** A cost or a choice before is no reason to begin with: something else on record must speak for it. */
function speaksFor(activity: KnownActivity, facts: Facts): { liking: Evidence; past: Evidence } | null {
  if (isNothingFor(activity.id, facts)) return null;
  const [liking, past] = [fromLiking(activity.id, facts), fromPast(pastOf(activity.id, facts))];
  return liking.reasons.length + past.reasons.length > 0 ? { liking, past } : null;
}

export function whatToDo(facts: Facts): Candidate[] {
  return facts.activities.flatMap((activity): Candidate[] => {
    const evidence = speaksFor(activity, facts);
    if (!evidence) return [];
    const key = `activity:${activity.id}`;
    const venue = venueOf(activity, facts);
    const far = venue && venue.driveMinutes >= 25 && activity.setting === 'out' ? [`It is ${venue.driveMinutes} minutes away by road.`] : [];
    return [{
      key, title: activity.name, picture: activity.picture, isOut: activity.setting === 'out', family: activity.kind,
      ...together(evidence.liking, evidence.past, fromChosen('what', key, facts), fromCost(activity, facts), { ...nothing, drawbacks: far },
        { ...nothing, drawbacks: pastOf(activity.id, facts).length === 0 ? ['You have not done it here yet, so nobody knows how it suits you.'] : [] }),
      sure: sureFrom(pastOf(activity.id, facts), evidence.liking.reasons.length > 0),
      takes: { activityId: activity.id, costPence: activity.costPence, venueId: activity.setting === 'out' ? activity.venueId : null },
      leads: { ...LEADS_NOWHERE, to: 'wish', words: activity.name, activityId: activity.id },
    }];
  });
}

/** Further than this is not called a walk. */
const LONGEST_WALK_MINUTES = 30;

export function whereToGo(facts: Facts): Candidate[] {
  return facts.venues.flatMap((venue) => {
    const outings = facts.activities.filter((each) => each.venueId === venue.id && each.setting === 'out' && !each.retired && (facts.subject.activityId === null || each.id === facts.subject.activityId));
    const [best] = outings.flatMap((activity) => {
      const evidence = speaksFor(activity, facts);
      return evidence ? [{ activity, evidence, points: together(evidence.liking, evidence.past).parts.reduce((sum, part) => sum + part.points, 0) }] : [];
    }).toSorted((a, b) => b.points - a.points || (a.activity.id < b.activity.id ? -1 : 1));
    return best ? waysTo(venue, best.activity, best.evidence, facts) : [];
  });
}

function waysTo(venue: KnownVenue, activity: KnownActivity, { liking, past }: { liking: Evidence; past: Evidence }, facts: Facts): Candidate[] {
  const way = (mode: 'on foot' | 'by road', minutes: number): Candidate => {
    const key = `venue:${venue.id}:${mode === 'on foot' ? 'walk' : 'road'}`;
    const record = { kind: 'venue', id: venue.id } as const;
    return {
      key, title: `${venue.name}, ${mode}`, picture: mode === 'on foot' ? 'footprints' : 'bus', isOut: true, family: mode,
      ...together(liking, past, fromChosen('where', key, facts), {
        parts: [{ name: 'how far it is', points: -Math.round(minutes / 5) }],
        reasons: [because(`It is for ${activity.name}, ${minutes} minutes away ${mode}.`, record), ...(venue.stepFree ? [because('You can get in without steps.', record)] : [])],
        drawbacks: [...(venue.stepFree === null && facts.person.usesWheelchairOut ? ['Nobody has checked yet whether a wheelchair gets in.'] : []), ...(mode === 'by road' ? ['It needs a driver and a seat; whether they are free is found out next.'] : ['It depends on the weather.']), ...(venue.changingPlace === false ? ['There is no changing place there.'] : [])],
      }, fromCost(activity, facts)),
      sure: sureFrom(pastOf(activity.id, facts), liking.reasons.length > 0),
      takes: { activityId: activity.id, costPence: activity.costPence, venueId: venue.id },
      leads: { ...LEADS_NOWHERE, to: 'wish', words: `${activity.name} at ${venue.name}, ${mode}`, activityId: activity.id },
    };
  };
  return [...(venue.walkMinutes !== null && venue.walkMinutes <= LONGEST_WALK_MINUTES ? [way('on foot', venue.walkMinutes)] : []), way('by road', venue.driveMinutes)];
}

const PARTS_OF_THE_DAY = [{ name: 'morning', from: '10:00', picture: 'sun' }, { name: 'afternoon', from: '14:00', picture: 'coffee' }, { name: 'evening', from: '18:00', picture: 'moon' }] as const;
type PartOfDay = (typeof PARTS_OF_THE_DAY)[number];
const NOON = 720;
const EVENING = 1020;
const partOf = (minute: number): PartOfDay['name'] => (minute < NOON ? 'morning' : minute < EVENING ? 'afternoon' : 'evening');
const WITHOUT_ACTIVITY_MINUTES = 60;
/** There is time to get ready. */
const NOTICE_MINUTES = 30;

export function whenToGo(facts: Facts): Candidate[] {
  const activity = facts.activities.find(({ id }) => id === facts.subject.activityId) ?? null;
  const venue = activity?.setting === 'out' ? venueOf(activity, facts) : null;
  const minutes = (activity?.minutes ?? WITHOUT_ACTIVITY_MINUTES) + 2 * (venue?.driveMinutes ?? 0);
  const windows = Array.from({ length: DAYS_AHEAD }, (_, offset) => PARTS_OF_THE_DAY.map((part) => ({ offset, part }))).flat();
  return windows.flatMap(({ offset, part }): Candidate[] => {
    const start = offset * MINUTES_A_DAY + minuteOf(part.from);
    const span: Span = [start, start + minutes];
    if (start < facts.minute + NOTICE_MINUTES || !isWithin(span, activity?.hours ?? [], facts) || !isWithin(span, venue?.hours ?? [], facts)) return [];
    const evidence = together(whoIsOn(span, facts), fromPast(facts.past.filter(({ from, activityId }) => partOf(minuteOf(from)) === part.name && (activity === null || activityId === activity.id)), `The ${part.name}`), openThen(venue));
    if (evidence.reasons.length === 0) return [];
    const day = addDays(facts.today, offset);
    const key = `when:${day} ${part.from}`;
    const soft = facts.routines.find((each) => !each.protected && spansOf([each], facts.today, DAYS_AHEAD).some((one) => overlaps(one, span)));
    return [{
      key, title: offset === 0 ? `This ${part.name}` : `${sayDay(day).split(' ')[0] ?? ''} ${part.name}`, picture: part.picture, isOut: activity?.setting === 'out', family: part.name,
      ...together(evidence, fromChosen('when', key, facts), { parts: [{ name: 'how soon it is', points: -offset }, { name: 'what usually is then', points: soft ? -8 : 0 }], reasons: [], drawbacks: soft ? [`It is when you usually have this: ${soft.what}.`] : [] }),
      sure: offset === 0 ? { sureness: 'fairly sure', why: 'The rota of today is known; somebody may still be needed elsewhere.' } : { sureness: 'a guess', why: 'The rota may still change before then.' },
      takes: { activityId: activity?.id ?? null, costPence: activity?.costPence ?? 0, venueId: venue?.id ?? null, span },
      leads: { ...LEADS_NOWHERE, to: 'wish', words: `${activity?.name ?? 'Something to do'} on ${sayDay(day)}, from ${part.from}`, activityId: activity?.id ?? null },
    }];
  });
}

function isWithin([from, to]: Span, hours: KnownActivity['hours'], { today }: Facts): boolean {
  return hours.length === 0 || spansOf(hours, today, DAYS_AHEAD).some(([opens, closes]) => opens <= from && to <= closes);
}

/** Only asked for a time that lies within its hours. */
function openThen(venue: KnownVenue | null): Evidence {
  if (!venue || venue.hours.length === 0) return nothing;
  return { ...nothing, reasons: [because(`${venue.name} is open then.`, { kind: 'venue', id: venue.id })] };
}

/** Who of those the person likes or knows is on shift all the while. */
function whoIsOn([from, to]: Span, facts: Facts): Evidence {
  const on = facts.staff.flatMap((member) => {
    const shift = member.shifts.find(({ span }) => span[0] <= from && to <= span[1]);
    return shift && !member.left && member.liking?.kind !== 'declines' ? [{ member, shift }] : [];
  });
  const liked = on.filter(({ member }) => member.liking?.kind === 'prefers');
  const known = on.filter(({ member }) => member.liking === null && isKnown(member, facts));
  const [first] = liked.length > 0 ? liked : known;
  if (!first) return { ...nothing, drawbacks: ['Nobody whom you know well is on shift then.'] };
  return {
    parts: [{ name: 'who is on shift', points: liked.length > 0 ? 20 : 10 }],
    reasons: [because(`${first.member.name}, whom you ${liked.length > 0 ? 'like' : 'know'}, is on shift then.`, { kind: 'shift', id: first.shift.id })], drawbacks: [],
  };
}

/** Two sessions together, and they know each other. */
export const SESSIONS_TO_BE_KNOWN = 2;

export function isKnown({ id }: KnownStaff, facts: Facts): boolean {
  return facts.past.filter(({ staffIds }) => staffIds.includes(id)).length >= SESSIONS_TO_BE_KNOWN;
}
