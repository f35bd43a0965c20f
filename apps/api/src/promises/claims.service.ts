/** What the home advertises, held against what happened: each week with the sessions its number is made of. */
import { Injectable } from '@nestjs/common';
import { CLAIM_WORDS, type Claim, type ClaimDraft, type ClaimWeek, type Held, claimWeek, claimWeeks, mayClaim, mayEndClaim, mayExplainWeek } from '@promenade/domain/promises/claim';
import type { NotRunReason } from '@promenade/domain/promises/happened';
import { type Day, addDays, dayIn, instantAt } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Conflict, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { ActivityEntity } from '../library/library.entities.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { ClaimEndEntity, ClaimEntity, ClaimWeekEntity } from './standing.entities.ts';

/** Weeks that a page shows; earlier ones stay in the records. */
const WEEKS = 8;

/** A session with when it was and what it is called, for the list behind a number. */
export type HeldSession = Held & { readonly startsAt: Date; readonly activityName: string };
export type ClaimWithWeeks = ClaimEntity & { readonly end: ClaimEndEntity | null; readonly weeks: readonly (ClaimWeek & { readonly said: ClaimWeekEntity | null })[] };
export type Claims = { readonly claims: readonly ClaimWithWeeks[]; readonly sessions: ReadonlyMap<string, HeldSession>; readonly names: ReadonlyMap<string, string>; readonly activities: ReadonlyMap<string, string> };
export type WeekSaid = { claimId: string; weekStarts: Day; reason: string; words: string; answers: string };

@Injectable()
export class ClaimsService {
  /** Everything that is or was advertised, each with its last weeks: as many statements for one as for many. */
  async all(tx: Tx): Promise<Claims> {
    const { homeId, zone } = tx.actor;
    const today = dayIn(zone, tx.now);
    const claims = await tx.em.find(ClaimEntity, { where: { homeId }, order: { recordedAt: 'ASC', id: 'ASC' } });
    const ends = new Map((await tx.em.findBy(ClaimEndEntity, { homeId })).map((end) => [end.claimId, end]));
    const termsOf = (claim: ClaimEntity): Claim => Object.assign({}, claim, { endedOn: ends.get(claim.id)?.endedOn ?? null });
    const weeks = new Map(claims.map((claim) => [claim.id, claimWeeks(termsOf(claim), today, WEEKS)]));
    const first = [...weeks.values()].flat().toSorted()[0];
    const sessions = first === undefined ? [] : await this.heldSince(tx, first);
    const residents = await tx.em.find(ResidentEntity, { where: { homeId }, order: { preferredName: 'ASC', id: 'ASC' } });
    const said = await tx.em.find(ClaimWeekEntity, { where: { homeId }, order: { recordedAt: 'ASC', id: 'ASC' } });
    const saidOf = (claimId: string, week: Day) => said.findLast((each) => each.claimId === claimId && each.weekStarts === week) ?? null;
    const living = (week: Day) => residents.filter(({ status, movedIn }) => status === 'living here' && (movedIn === null || movedIn <= week)).map(({ id }) => id);
    const activities = await tx.em.find(ActivityEntity, { where: { homeId }, select: { homeId: true, id: true, name: true } });
    return {
      claims: claims.map((claim) => Object.assign({}, claim, {
        end: ends.get(claim.id) ?? null,
        weeks: (weeks.get(claim.id) ?? []).map((week) => ({ ...claimWeek(termsOf(claim), sessions, living(week), week, today), said: saidOf(claim.id, week) })),
      })),
      sessions: new Map(sessions.map((session) => [session.sessionId, session])),
      names: new Map(residents.map(({ id, preferredName }) => [id, preferredName])),
      activities: new Map(activities.map(({ id, name }) => [id, name])),
    };
  }

  async add(tx: Tx, id: string, draft: ClaimDraft): Promise<ClaimEntity | Refused> {
    const { homeId, accountId: recordedBy, name: recordedByName, zone } = tx.actor;
    const decision = mayClaim(draft, dayIn(zone, tx.now));
    if (!decision.allowed) return refused(CLAIM_WORDS, decision.reasons);
    const row = { ...draft, homeId, id, words: draft.words.trim(), recordedBy, recordedByName, recordedAt: tx.now } as ClaimEntity;
    await tx.em.createQueryBuilder().insert().into(ClaimEntity).values(row).orIgnore().execute();
    const there = await this.byId(tx, id);
    if (there.words !== row.words) throw new Conflict('Something else was saved under this entry already. Open the page again and write it once more.');
    return there;
  }

  async end(tx: Tx, claimId: string, on: Day, words: string): Promise<ClaimEntity | Refused> {
    const { homeId, accountId: recordedBy, name: recordedByName } = tx.actor;
    const claim = await this.byId(tx, claimId);
    const before = await tx.em.findOneBy(ClaimEndEntity, { homeId, claimId });
    const decision = mayEndClaim({ since: claim.since, endedOn: before?.endedOn ?? null }, on, words);
    if (!decision.allowed) return refused(CLAIM_WORDS, decision.reasons);
    await tx.em.insert(ClaimEndEntity, { homeId, id: newId(), claimId, endedOn: on, words: words.trim(), recordedBy, recordedByName, recordedAt: tx.now });
    return claim;
  }

  /** Why a week fell short. A later word does not take the earlier one away. */
  async explain(tx: Tx, { claimId, weekStarts, ...said }: WeekSaid): Promise<ClaimEntity | Refused> {
    const { homeId, accountId: recordedBy, name: recordedByName } = tx.actor;
    const claim = (await this.all(tx)).claims.find(({ id }) => id === claimId);
    if (!claim) throw new NotFound('What is advertised');
    const week = claim.weeks.find((each) => each.weekStarts === weekStarts) ?? { isShort: false };
    const decision = mayExplainWeek(week, said);
    if (!decision.allowed) return refused(CLAIM_WORDS, decision.reasons);
    await tx.em.insert(ClaimWeekEntity, { homeId, id: newId(), claimId, weekStarts, reason: said.reason as NotRunReason, words: said.words.trim(), answers: said.answers.trim(), recordedBy, recordedByName, recordedAt: tx.now });
    return this.byId(tx, claimId);
  }

  async byId(tx: Tx, id: string): Promise<ClaimEntity> {
    const claim = await tx.em.findOneBy(ClaimEntity, { homeId: tx.actor.homeId, id });
    if (!claim) throw new NotFound('What is advertised');
    return claim;
  }

  /** Sessions since a day that took place, with those who took part or joined in a little, as it was last recorded. */
  private async heldSince(tx: Tx, first: Day): Promise<HeldSession[]> {
    const { homeId, zone } = tx.actor;
    const rows = await tx.em.query<(Omit<HeldSession, 'day'>)[]>(
      `SELECT s.id AS "sessionId", s.starts_at AS "startsAt", a.id AS "activityId", a.name AS "activityName", a.setting, array_agg(DISTINCT t.resident_id) AS "residentIds"
       FROM session s JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id JOIN attendance t ON t.home_id = s.home_id AND t.session_id = s.id
       WHERE s.home_id = $1 AND s.starts_at >= $2 AND s.starts_at <= $3 AND t.level IN ('took part', 'joined in a little')
         AND NOT EXISTS (SELECT 1 FROM attendance c WHERE c.home_id = t.home_id AND c.corrects_id = t.id)
       GROUP BY s.id, s.starts_at, a.id, a.name, a.setting ORDER BY s.starts_at, s.id`, [homeId, instantAt(zone, first, 0), tx.now]);
    return rows.map((row) => ({ ...row, day: dayIn(zone, row.startsAt) }));
  }
}

/** Weeks that fell short of what is advertised and that nobody has explained, the latest first. */
export function unexplainedWeeks({ claims }: Claims): { claim: ClaimWithWeeks; week: ClaimWithWeeks['weeks'][number]; since: Day }[] {
  return claims.flatMap((claim) => claim.weeks.filter(({ isShort, said }) => isShort && said === null).map((week) => ({ claim, week, since: addDays(week.weekStarts, 7) })))
    .toSorted((a, b) => b.since.localeCompare(a.since));
}
