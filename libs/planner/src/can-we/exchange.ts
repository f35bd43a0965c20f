/** Another crew, room or vehicle for a session that stands, so that a wish has what it takes and nobody loses anything. */
import type { Held } from '../facts.ts';
import type { Plan, Session } from '../problem.ts';
import type { Missing } from './missing.ts';
import type { Asking, Place, Spot } from './placing.ts';
import { lengthOf } from '../problem.ts';
import { overlaps } from '../span.ts';
import { groupAt } from './instead.ts';
import { gainOf } from './judging.ts';
import { placeAt } from './placing.ts';
import { standingOf } from './standing.ts';

/** How many exchanges are tried in full. They are offered when found; that there is none is claimed nowhere. */
const TRIES = 25;

/** Less than the least that anything costs. */
const NOTHING = 1e-9;

/** The place that one session makes by having others or another room, vehicle or driver; the best for everybody among those tried. */
export function exchangePlace(asking: Asking, spots: readonly Spot[]): Place | null {
  const { problem, plan } = asking.standing;
  let best: { readonly place: Place; readonly gain: number } | null = null;
  let tries = 0;
  for (const spot of spots) {
    for (const session of sessionsBeside(asking, spot)) {
      const place = placeAt(asking, spot, new Set([session.index]), NOTHING);
      if (!place) continue;
      tries += 1;
      const by = otherwise(asking, place, session);
      if (by) {
        const missing: Missing[] = [{ kind: 'exchange', session: session.index, activity: session.activity.id, start: session.span[0], by }];
        const gain = gainOf({ problem, plan, allowed: problem, next: withBoth(plan, place, session.index, by) });
        if (!best || gain > best.gain) best = { place: { ...place, missing, effort: 1.5 }, gain };
      }
      if (tries >= TRIES) return best?.place ?? null;
    }
  }
  return best?.place ?? null;
}

/** The sessions that hold somebody or something at that time: none of those that keep the person themselves away. */
function sessionsBeside({ standing, resident }: Asking, { activity, start, base }: Spot): Held[] {
  const span = [start, start + lengthOf(activity)] as const;
  return standing.facts.sessions.filter((session) => session !== base && !standing.pinned.has(session.index) && overlaps(session.span, span) && !session.residents.includes(resident));
}

/** The session with the same people at the same time, and whoever and whatever the place leaves; null when that cannot be. */
function otherwise({ standing }: Asking, place: Place, session: Held): Session | null {
  const { problem, plan } = standing;
  if (session.residents.some(({ id }) => place.session.residents.includes(id))) return null;
  const without = withBoth(plan, place, session.index, null);
  return groupAt(standingOf(problem, without), { activity: session.activity, start: session.span[0], base: null }, session.residents.map(({ id }) => id));
}

function withBoth(plan: Plan, { session, joins }: Place, index: number, by: Session | null): Plan {
  const sessions = plan.sessions.flatMap((one, i) => (i === index ? (by ?? []) : [i === joins ? session : one]));
  return { ...plan, sessions: joins === null ? [...sessions, session] : sessions };
}
