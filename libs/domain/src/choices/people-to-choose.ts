/** Options among people: who helps me plan, who supports me, and who I go with. */
import { MINUTES_A_DAY, addDays, sayDay } from '../shared/time.ts';
import { SESSIONS_TO_BE_KNOWN, isKnown } from './activities-to-choose.ts';
import type { Facts, KnownStaff } from './facts.ts';
import { type Candidate, LEADS_NOWHERE, all, because } from './option.ts';
import { sayTimes, wentWell } from './response.ts';
import { type Evidence, fromChosen, fromPast, nothing, sureFrom, together } from './weigh.ts';

const withStaff = (id: string, facts: Facts) => facts.past.filter(({ staffIds }) => staffIds.includes(id));
const WORTH_SHARING = 50;

/** What speaks for a member of staff: being liked, the sessions together, and an interest both have. */
function fromKnowing(member: KnownStaff, facts: Facts): Evidence {
  const past = withStaff(member.id, facts);
  const shared = facts.interests.find(({ activityId, value }) => {
    const activity = facts.activities.find(({ id }) => id === activityId);
    return value >= WORTH_SHARING && activity && member.interests.some((interest) => activity.kind === interest.toLowerCase() || activity.name.toLowerCase().includes(interest.toLowerCase()));
  });
  const both = facts.activities.find(({ id }) => id === shared?.activityId);
  return together(
    { parts: [{ name: 'you like them', points: member.liking?.kind === 'prefers' ? 30 : 0 }], reasons: member.liking?.kind === 'prefers' ? [because('It is on record that you like them.', { kind: 'staff preference', id: member.liking.id })] : [], drawbacks: [] },
    { parts: [{ name: 'you know them', points: Math.min(16, 2 * past.length) }], reasons: isKnown(member, facts) ? [because(`You have been in ${past.length} sessions together.`, ...all('attendance', past))] : [], drawbacks: [] },
    fromPast(past, 'Being together'),
    shared && both ? { parts: [{ name: 'you share an interest', points: 4 }], reasons: [because(`You both like this: ${both.name}.`, { kind: 'staff', id: member.id }, { kind: 'interest', id: shared.id })], drawbacks: [] } : nothing,
  );
}

function knowing(member: KnownStaff, facts: Facts): string[] {
  if (member.agency && !isKnown(member, facts)) return ['They come from an agency, and you do not know each other yet.'];
  return isKnown(member, facts) || member.liking ? [] : [`You have not had ${SESSIONS_TO_BE_KNOWN} sessions together yet, so you would be introduced first.`];
}

function nextShift(member: KnownStaff, facts: Facts) {
  return member.shifts.filter(({ span }) => span[1] > facts.minute).toSorted((a, b) => a.span[0] - b.span[0])[0] ?? null;
}

function fromShift(member: KnownStaff, facts: Facts): Evidence {
  const shift = nextShift(member, facts);
  if (!shift) return { ...nothing, drawbacks: ['They are not on the rota of the next days.'] };
  const day = Math.max(0, Math.floor(shift.span[0] / MINUTES_A_DAY));
  const when = day === 0 ? 'today' : `on ${sayDay(addDays(facts.today, day))}`;
  return { parts: [{ name: 'how soon they are here', points: 6 - day }], reasons: [because(`They are on shift ${when}.`, { kind: 'shift', id: shift.id })], drawbacks: day > 0 ? [`They are not here before ${sayDay(addDays(facts.today, day))}.`] : [] };
}

export function whoSupports(facts: Facts): Candidate[] {
  return facts.staff.flatMap((member): Candidate[] => {
    if (!nextShift(member, facts) && member.liking === null) return [];
    const key = `staff:${member.id}`;
    const past = withStaff(member.id, facts);
    return [{
      key, title: member.name, picture: 'handshake', isOut: false, family: member.liking ? 'liked' : isKnown(member, facts) ? 'known' : 'new',
      ...together({ ...nothing, drawbacks: knowing(member, facts) }, fromKnowing(member, facts), fromChosen('who', key, facts), fromShift(member, facts)),
      sure: sureFrom(past, member.liking?.kind === 'prefers'), takes: { staffIds: [member.id] },
      leads: { ...LEADS_NOWHERE, to: 'staff preference', staffId: member.id },
    }];
  });
}

export function whoHelps(facts: Facts): Candidate[] {
  const staff = facts.staff.flatMap((member): Candidate[] => {
    const isNamed = member.id === facts.person.namedWorkerId;
    if (!isNamed && member.liking?.kind !== 'prefers' && !isKnown(member, facts)) return [];
    const key = `staff:${member.id}`;
    return [{
      key, title: member.name, picture: 'handshake', isOut: false, family: 'staff',
      ...together(isNamed ? { parts: [{ name: 'your named worker', points: 15 }], reasons: [because('They are your named worker.', { kind: 'resident', id: facts.person.id })], drawbacks: [] } : nothing,
        fromKnowing(member, facts), fromChosen('helper', key, facts), { ...fromShift(member, facts), parts: [] }),
      sure: sureFrom(withStaff(member.id, facts), isNamed || member.liking !== null), takes: { staffIds: [member.id] },
      leads: { ...LEADS_NOWHERE, to: 'named worker', staffId: member.id },
    }];
  });
  return [...staff, ...facts.supporters.map((supporter): Candidate => {
    const key = `supporter:${supporter.id}`;
    return {
      key, title: `${supporter.name}, your ${supporter.relation}`, picture: 'heart', isOut: false, family: 'circle',
      ...together(ofCircle(supporter), fromChosen('helper', key, facts), { ...nothing, drawbacks: ['They are not always here. Helping you plan does not mean deciding for you.'] }),
      sure: { sureness: 'a guess', why: 'It is on record that they are close to you; whether they have the time is not.' },
      takes: { supporterIds: [supporter.id] }, leads: LEADS_NOWHERE,
    };
  })];
}

function ofCircle({ relation, memberId, consentId }: Facts['supporters'][number]): Evidence {
  return {
    parts: [{ name: 'they are in your circle', points: 18 }], drawbacks: [],
    reasons: [because(`They are your ${relation}.`, { kind: 'circle member', id: memberId }), ...(consentId ? [because('You agreed that they see your plan.', { kind: 'sharing consent', id: consentId })] : [])],
  };
}

export function whoWith(facts: Facts): Candidate[] {
  const residents = facts.residents.flatMap((other): Candidate[] => {
    const past = facts.past.filter(({ residentIds }) => residentIds.includes(other.id));
    const well = past.filter(wentWell);
    if (well.length === 0) return [];
    const key = `resident:${other.id}`;
    return [{
      key, title: other.name, picture: 'users', isOut: false, family: 'somebody who lives here',
      ...together({ parts: [{ name: 'sessions together', points: Math.min(20, 2 * well.length) }], reasons: [because(`You were in ${sayTimes(past.length) === 'once' ? 'one session' : `${past.length} sessions`} together, and it went well ${sayTimes(well.length)}.`, ...all('attendance', well))], drawbacks: [] },
        { ...fromPast(past), reasons: [] }, fromChosen('with', key, facts), { ...nothing, drawbacks: ['They choose too, so they are asked first.'] }),
      sure: sureFrom(past, false), takes: { residentIds: [other.id] }, leads: LEADS_NOWHERE,
    }];
  });
  const family = facts.supporters.map((supporter): Candidate => {
    const key = `supporter:${supporter.id}`;
    return {
      key, title: `${supporter.name}, your ${supporter.relation}`, picture: 'heart', isOut: false, family: 'family and friends',
      ...together(ofCircle(supporter), fromChosen('with', key, facts), { ...nothing, drawbacks: ['They need to be asked when they can come.'] }),
      sure: { sureness: 'fairly sure', why: 'It is on record that they are close to you.' }, takes: { supporterIds: [supporter.id] }, leads: LEADS_NOWHERE,
    };
  });
  const alone = facts.staff.filter(({ liking, left }) => liking?.kind === 'prefers' && !left).map((member): Candidate => {
    const key = `staff:${member.id}`;
    return {
      key, title: `Just ${member.name} and you`, picture: 'handshake', isOut: false, family: 'staff alone',
      ...together(fromKnowing(member, facts), fromChosen('with', key, facts), { ...nothing, drawbacks: ['It takes one member of staff for you alone, so it may have to wait.'] }),
      sure: sureFrom(withStaff(member.id, facts), true), takes: { staffIds: [member.id] }, leads: LEADS_NOWHERE,
    };
  });
  return [...residents, ...family, ...alone];
}
