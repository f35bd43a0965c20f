/** What is never offered: whatever would break a consent, the budget, an avoidance, a protected routine or a no to somebody, or what is no longer there. */
import { type Span, overlaps, spansOf } from '../shared/time.ts';
import type { Facts } from './facts.ts';
import { type Takes, sayCost } from './option.ts';

/** How far ahead a time is offered: today and the six days after it. */
export const DAYS_AHEAD = 7;

/** Why it is left out, to follow a name: 'Swimming: it costs £6, and £4 of this week is left.'; null when nothing is in its way. */
export function whyLeftOut(takes: Takes, facts: Facts): string | null {
  return ofActivity(takes, facts) ?? ofMoney(takes, facts) ?? ofPlace(takes, facts) ?? ofPeople(takes, facts) ?? ofTime(takes, facts);
}

function ofActivity({ activityId }: Takes, facts: Facts): string | null {
  if (!activityId) return null;
  const activity = facts.activities.find(({ id }) => id === activityId);
  if (!activity || activity.retired) return 'it is no longer in the library.';
  return facts.shunned.includes(activityId) ? `it touches something that is to be avoided with ${facts.person.name}.` : null;
}

function ofMoney({ costPence = 0, sessionId }: Takes, { person }: Facts): string | null {
  if (costPence === 0 || person.leftPence === null) return null;
  // What a planned session costs is counted as spent already.
  const left = person.leftPence + (sessionId ? costPence : 0);
  return costPence > left ? `it costs ${sayCost(costPence)}, and ${sayCost(Math.max(0, left))} of this week’s money is left.` : null;
}

function ofPlace({ venueId }: Takes, facts: Facts): string | null {
  const venue = venueId ? facts.venues.find(({ id }) => id === venueId) : undefined;
  return venue && facts.person.usesWheelchairOut && venue.stepFree === false ? 'there are steps that a wheelchair cannot take.' : null;
}

function ofPeople({ staffIds = [], residentIds = [], supporterIds = [] }: Takes, facts: Facts): string | null {
  const declined = facts.staff.find(({ id, liking }) => staffIds.includes(id) && liking?.kind === 'declines');
  if (declined) return `${facts.person.name} has said no to ${declined.name}.`;
  if (facts.staff.some(({ id, left }) => left && staffIds.includes(id))) return 'they no longer work here.';
  const other = facts.residents.find(({ id, avoided, here }) => residentIds.includes(id) && (avoided || !here));
  if (other) return other.avoided ? `${facts.person.name} and ${other.name} are kept apart.` : `${other.name} is not here at the moment.`;
  const unseen = facts.supporters.find(({ id, consentId }) => supporterIds.includes(id) && consentId === null);
  return unseen ? `it has not been agreed that ${unseen.name} may see the plan.` : null;
}

function ofTime({ span, activityId, sessionId }: Takes, facts: Facts): string | null {
  if (!span) return null;
  const routine = facts.routines.find((each) => each.protected && !(activityId && each.activityId === activityId) && protectedSpans(each, facts).some((one) => overlaps(one, span)));
  if (routine) return `it falls into “${routine.what}”, which is protected.`;
  if (facts.away.some((each) => overlaps(each.span, span))) return 'something else is on record for that time.';
  const taken = facts.coming.some((each) => each.id !== sessionId && overlaps(each.span, span));
  return taken ? 'something else is planned for that time.' : null;
}

function protectedSpans(routine: Facts['routines'][number], { today }: Facts): Span[] {
  return spansOf([routine], today, DAYS_AHEAD + 1);
}
