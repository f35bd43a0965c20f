/** Who decides what for one person, as one answer: a handful of flat statements, however much was decided. */
import { AREAS, NEXT_OF_KIN } from '@promenade/domain/people/authority';
import { NEVER_FOR_ANOTHER, PRINCIPLES, capacityFor } from '@promenade/domain/circle/capacity';
import { saySoon, sayStanding, sayWhatRight } from '@promenade/domain/circle/rights-in-words';
import { sayWhoMayDecide, stands } from '@promenade/domain/circle/who-decides';
import { MEDIA_KINDS } from '@promenade/domain/people/media-consent';
import { type Day, dayIn, sayDay } from '@promenade/domain/shared/time';
import { IsNull } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { BestInterestsEntity, type CapacityViewEntity, DecisionMadeEntity, MediaConsentEntity, StandInEntity, ViewHeardEntity } from '../people/decisions.entities.ts';
import { AuthorityEntity, type ResidentEntity } from '../people/people.entities.ts';
import { type Member, membersOf, residentIn, viewsOf } from './circle.reads.ts';
import type { CapacityFoundType, DecidingType, MediaConsentType, MoneyDecisionType, RightOnRecordType } from './decisions.graphql.ts';

type Read = { readonly person: ResidentEntity; readonly members: readonly Member[]; readonly today: Day; readonly zone: string };

export async function decidingOf(tx: Tx, residentId: string): Promise<DecidingType> {
  const mine = { homeId: tx.actor.homeId, residentId };
  const latest = { where: mine, order: { recordedAt: 'DESC', id: 'DESC' } } as const;
  const read: Read = { person: await residentIn(tx, residentId), members: await membersOf(tx, residentId), today: dayIn(tx.actor.zone, tx.now), zone: tx.actor.zone };
  const all = (await tx.em.find(AuthorityEntity, { where: mine, order: { area: 'ASC', id: 'ASC' } })).map((each) => Object.assign({}, each, { supporterName: nameOf(read, each.supporterId) }));
  const standing = all.filter(({ supersededAt }) => !supersededAt);
  const [views, steps, media] = [await viewsOf(tx, residentId), await tx.em.findBy(BestInterestsEntity, mine), await tx.em.find(MediaConsentEntity, latest)];
  const heard = await tx.em.find(ViewHeardEntity, latest);
  const { preferredName: name } = read.person;
  return {
    residentId, name, principles: PRINCIPLES.map((each) => ({ ...each })), nextOfKin: NEXT_OF_KIN, neverForAnother: NEVER_FOR_ANOTHER,
    areas: AREAS.map((area) => ({
      area, words: sayWhoMayDecide(name, area, standing, read.today),
      rights: standing.filter((each) => each.area === area).map((each) => rightOf(each, steps, read)),
      capacity: views.filter((each) => each.area === area).toReversed().map((each) => foundOf(each, views, read)),
    })),
    soon: saySoon(standing, views, name, read.today),
    media: MEDIA_KINDS.map((kind) => mediaOf(kind, media.filter((each) => each.kind === kind), read)),
    decisions: (await decisionsOf(tx, residentId)).map((each) => Object.assign({}, each, { heard: heard.filter(({ decisionId }) => decisionId === each.id) })),
    heard: heard.filter(({ decisionId }) => decisionId === null),
    before: all.filter(({ supersededAt }) => supersededAt).toSorted((a, b) => Number(b.supersededAt) - Number(a.supersededAt))
      .map((each) => `${each.area}: ${sayWhatRight(each, name)} On record until ${each.supersededAt ? sayDay(dayIn(read.zone, each.supersededAt)) : ''}.`),
    circle: read.members.map(({ id, name: called, relation }) => ({ id, name: called, relation })),
    standIns: await tx.em.find(StandInEntity, { where: { ...mine, endedAt: IsNull() }, order: { recordedAt: 'DESC', id: 'DESC' } }),
  };
}

const nameOf = ({ members }: Read, id: string | null) => members.find((each) => each.id === id)?.name ?? null;

function rightOf(authority: AuthorityEntity & { supporterName: string | null }, steps: readonly BestInterestsEntity[], { person, today }: Read): RightOnRecordType {
  const { id, kind, matter = null, untilDate, supporterName: holder } = authority;
  const how = steps.find(({ authorityId }) => authorityId === id);
  return {
    id, kind, holder, matter: matter ?? null, untilDate, words: sayWhatRight(authority, person.preferredName), standing: sayStanding(authority, today), stands: stands(authority, today),
    steps: how ? [`Decided: ${how.decision}`, `Consulted: ${how.consulted}`, `Weighed: ${how.weighed}`, `Less restrictive ways: ${how.lessRestrictive}`, `Could it wait: ${how.couldWait}`, `Recorded by ${how.recordedByName}.`] : [],
  };
}

function foundOf(view: CapacityViewEntity, views: readonly CapacityViewEntity[], { person, today, zone }: Read): CapacityFoundType {
  const { id, area, matter, able, helpTried, why, untilDate } = view;
  const current = AREAS.some((each) => each === area && capacityFor({ matter, views }, each, today) === view);
  const when = `${sayDay(view.onDate)}, by ${view.recordedByName}`;
  return {
    id, area, matter, able, helpTried, why, untilDate, stands: current,
    words: able ? `${person.preferredName} can decide: ${matter} (${when}).` : `${person.preferredName} could not decide: ${matter} (${when}). It stands until ${sayDay(dayIn(zone, new Date(`${untilDate}T12:00:00Z`)))}.`,
  };
}

function mediaOf(kind: MediaConsentEntity['kind'], versions: readonly MediaConsentEntity[], { person, zone }: Read): MediaConsentType {
  const [latest, ...earlier] = versions;
  const answer = kind === 'photos' ? person.photoConsent : (latest?.answer ?? 'not asked');
  const condition = kind === 'photos' ? person.photoConsentWords : (latest?.condition ?? null);
  return {
    kind, answer, condition, decidedBy: latest ? `${latest.decidedBy} Recorded by ${latest.recordedByName} on ${sayDay(dayIn(zone, latest.recordedAt))}.` : null,
    before: earlier.map((each) => `${sayDay(dayIn(zone, each.recordedAt))}: ${each.answer}${each.condition ? ` (${each.condition})` : ''}. ${each.decidedBy}`),
  };
}

type Looked = DecisionMadeEntity & { secondLook: string | null };

/** What was decided, with who looked at it too where that is asked for. */
function decisionsOf(tx: Tx, residentId: string): Promise<Looked[]> {
  return tx.em.query<Looked[]>(
    `SELECT d.id, d.area, d.what, d.decided_by AS "decidedBy", d.right_words AS "rightWords", d.said, d.recorded_by_name AS "recordedByName", d.recorded_at AS "recordedAt",
            CASE WHEN l.id IS NOT NULL THEN l.looked_by_name || CASE WHEN l.is_well THEN ' looked at it too: ' ELSE ' looked at it and is not content: ' END || l.words
                 WHEN d.wants_second_look THEN 'Nobody else has looked at it yet.' END AS "secondLook"
     FROM decision_made d LEFT JOIN second_look l ON l.home_id = d.home_id AND l.decision_id = d.id
     WHERE d.home_id = $1 AND d.resident_id = $2 ORDER BY d.recorded_at DESC, d.id DESC`,
    [tx.actor.homeId, residentId],
  );
}

/** What supporters decided about money and nobody else has looked at. */
export function moneyToLookAt(tx: Tx): Promise<MoneyDecisionType[]> {
  return tx.em.query<MoneyDecisionType[]>(
    `SELECT d.id, d.resident_id AS "residentId", r.preferred_name AS person, d.what, d.decided_by AS "decidedBy", d.right_words AS "rightWords", d.said,
            d.recorded_by_name AS "recordedByName", d.recorded_at AS "recordedAt", d.recorded_by <> $2 AS "mayLook"
     FROM decision_made d JOIN resident r ON r.home_id = d.home_id AND r.id = d.resident_id
     WHERE d.home_id = $1 AND d.wants_second_look AND NOT EXISTS (SELECT 1 FROM second_look l WHERE l.home_id = d.home_id AND l.decision_id = d.id)
     ORDER BY d.recorded_at, d.id`,
    [tx.actor.homeId, tx.actor.accountId],
  );
}
