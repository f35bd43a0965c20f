import { Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { In } from 'typeorm';
import { Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import type { Tx } from '../db/db.ts';
import { DayScalar, IdScalar } from '../graphql/scalars.ts';
import { ActivityEntity } from '../library/library.entities.ts';
import type { VenueEntity } from '../venues/venues.entities.ts';
import { VenueType } from '../venues/venues.graphql.ts';

@ObjectType('VenueOuting', { description: 'A session that was held at a place, or was to be.' })
export class VenueOutingType {
  @Field(() => IdScalar) sessionId: string;
  @Field() activityName: string;
  @Field(() => DayScalar) day: string;
  @Field({ description: "'3 took part, 1 watched', 'Did not run: no driver', 'Nobody has written down how it went'." }) words: string;
  @Field({ description: 'Somebody was there.' }) happened: boolean;
}

@ObjectType('VenueActivity', { description: 'Something that is done at a place, by name: the library says the rest.' })
export class VenueActivityType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field() picture: string;
}

type OutingRow = VenueOutingType & { venueId: string };
type Counted = { venueId: string; id: string; name: string; startsAt: Date; took: number; joined: number; watched: number; others: number; reason: string | null };

const MOST_OUTINGS = 8;

/** The last sessions at each of some places, in one statement; an attendance that was corrected does not count. */
async function outingsAt(tx: Tx, venueIds: readonly string[]): Promise<OutingRow[]> {
  const rows = await tx.em.query<Counted[]>(
    `SELECT o.* FROM unnest($2::uuid[]) AS venue(id) CROSS JOIN LATERAL (
       SELECT a.venue_id AS "venueId", s.id, a.name, s.starts_at AS "startsAt",
         count(t.id) FILTER (WHERE t.level = 'took part')::int AS took, count(t.id) FILTER (WHERE t.level = 'joined in a little')::int AS joined,
         count(t.id) FILTER (WHERE t.level = 'watched')::int AS watched, count(t.id) FILTER (WHERE t.level NOT IN ('took part', 'joined in a little', 'watched', 'not offered'))::int AS others,
         (SELECT CASE WHEN NOT n.ran THEN n.reason END FROM session_report n WHERE n.home_id = s.home_id AND n.session_id = s.id ORDER BY n.recorded_at DESC, n.id DESC LIMIT 1) AS reason
       FROM activity a JOIN session s ON s.home_id = a.home_id AND s.activity_id = a.id
       LEFT JOIN attendance t ON t.home_id = s.home_id AND t.session_id = s.id AND NOT EXISTS (SELECT 1 FROM attendance c WHERE c.home_id = t.home_id AND c.corrects_id = t.id)
       WHERE a.home_id = $1 AND a.venue_id = venue.id AND s.status <> 'cancelled' AND s.ends_at <= $3
       GROUP BY a.venue_id, s.home_id, s.id, a.name, s.starts_at ORDER BY s.starts_at DESC, s.id LIMIT ${MOST_OUTINGS}) o`, [tx.actor.homeId, [...venueIds], tx.now]);
  return rows.map(({ venueId, id, name, startsAt, reason, ...counts }) => ({
    venueId, sessionId: id, activityName: name, day: dayIn(tx.actor.zone, startsAt), happened: reason === null && counts.took + counts.joined + counts.watched > 0, words: sayHowItWent(reason, counts),
  }));
}

function sayHowItWent(reason: string | null, { took, joined, watched, others }: Pick<Counted, 'took' | 'joined' | 'watched' | 'others'>): string {
  if (reason !== null) return `Did not run: ${reason}`;
  const parts = [took > 0 && `${took} took part`, joined > 0 && `${joined} joined in a little`, watched > 0 && `${watched} watched`, others > 0 && `${others} declined, slept or withdrew`].filter((part) => part !== false);
  return parts.length === 0 ? 'Nobody has written down how it went' : parts.join(', ');
}

const outingsOf = (asking: Asking, venueId: string) => asking.listLoader<OutingRow>('venue outings', outingsAt, (row) => row.venueId).load(venueId);

/** What a place is used for: fields that need modules above the venues. */
@Resolver(() => VenueType)
export class VenueUsesResolver {
  @ResolveField(() => [VenueActivityType], { description: 'What is done there.' })
  activities(@Parent() venue: VenueEntity, @Asks() asking: Asking): Promise<ActivityEntity[]> {
    const offered = async (tx: Tx, ids: readonly string[]) => (await tx.em.find(ActivityEntity, { where: { homeId: tx.actor.homeId, venueId: In([...ids]) }, order: { name: 'ASC' } })).filter(({ retiredOn }) => retiredOn === null || retiredOn > dayIn(tx.actor.zone, tx.now));
    return asking.listLoader<ActivityEntity>('venue activities', offered, (row) => row.venueId ?? '').load(venue.id);
  }

  @ResolveField(() => [VenueOutingType], { description: 'The last sessions there, newest first.' })
  outings(@Parent() venue: VenueEntity, @Asks() asking: Asking): Promise<VenueOutingType[]> {
    return outingsOf(asking, venue.id);
  }

  @ResolveField(() => String, { description: 'When somebody was last there and how it went, from sessions; failing that, what was written.' })
  async lastVisited(@Parent() venue: VenueEntity, @Asks() asking: Asking): Promise<string> {
    const last = (await outingsOf(asking, venue.id)).find(({ happened }) => happened);
    return last ? `${last.activityName} on ${sayDay(last.day)}: ${last.words}.` : venue.lastVisited;
  }
}
