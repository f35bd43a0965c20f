/** The people of the demo: who they are, what they would like, who is in their circle and what each of them may see. */
import { type Day, addDays } from '@promenade/domain/shared/time';
import type { SharedKind } from '@promenade/domain/circle/sharing';
import { CircleMemberEntity, SharingConsentEntity, SupporterEntity } from '../circle/circle.entities.ts';
import type { SystemTx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { AuthorityEntity, AvoidanceEntity, InterestEntity, LifeFactEntity, OutcomeEntity, ResidentEntity, RoutineEntity } from '../people/people.entities.ts';
import { WishEntity } from '../promises/promises.entities.ts';
import { AssistanceEntity, LadderTaskEntity } from '../reablement/reablement.entities.ts';
import { StaffPreferenceEntity } from '../staff/staff.entities.ts';
import type { ResidentContent, SupporterContent } from './content.ts';
import { type House, idsFor, of } from './lay-house.ts';
import { teaTask } from './tea-task.ts';

export type People = {
  readonly resident: ReadonlyMap<string, string>;
  /** Supporters by e-mail address. */
  readonly supporter: ReadonlyMap<string, string>;
  /** Life facts by 'resident key/position'. */
  readonly fact: ReadonlyMap<string, string>;
};

/** Stands for the home itself where a record says who entered it: nobody of the demo was there. */
export const NOBODY = '00000000-0000-7000-8000-000000000000';

const FUNDING: Record<ResidentContent['funding'], string | null> = { self: 'self', council: 'council', NHS: 'NHS', mixed: 'mixed', 'not known': null };

export async function layDownPeople(tx: SystemTx, house: House, who: readonly ResidentContent[], today: Day): Promise<People> {
  const { homeId } = house;
  const resident = idsFor(who);
  const fact = new Map<string, string>();
  const supporter = new Map<string, string>();
  await tx.em.insert(ResidentEntity, who.map((person) => residentRow(house, of(resident, person.key), person, today, tx.now)));
  for (const person of who) {
    const residentId = of(resident, person.key);
    person.lifeFacts.forEach((_, at) => fact.set(`${person.key}/${at}`, newId()));
    const factOf = (at: number | undefined) => (at === undefined ? null : (fact.get(`${person.key}/${at}`) ?? null));
    const entered = { recordedBy: NOBODY, recordedAt: tx.now };
    await tx.em.insert(LifeFactEntity, person.lifeFacts.map((each, at) => ({
      homeId, id: of(fact, `${person.key}/${at}`), residentId, words: each.words, whenWords: each.when, theme: each.theme, toldBy: each.toldBy,
      toldHow: each.toldHow, sensitive: each.sensitive ?? false, ...entered,
    })));
    await tx.em.insert(RoutineEntity, person.routines.map((each) => ({
      homeId, id: newId(), residentId, what: each.what, activityId: each.activity ? of(house.activity, each.activity) : null, lifeFactId: factOf(each.fact),
      days: [...each.days], fromTime: each.from, toTime: each.to, why: each.why, whenMissed: each.whenMissed, help: each.help, needs: each.needs,
      protected: each.protected, weight: 1, since: addDays(today, -60), endedOn: null, ...entered,
    })));
    await tx.em.insert(WishEntity, person.wishes.map((each) => ({
      homeId, id: newId(), residentId, words: each.words, activityId: each.activity ? of(house.activity, each.activity) : null,
      level: each.level === 'watch' ? ('watching' as const) : ('taking part' as const), lifeFactId: factOf(each.fact), raisedBy: person.preferredName, raisedAt: tx.now,
      answer: null, answerWords: null, answeredBy: null, answeredAt: null,
    })));
    await tx.em.insert(OutcomeEntity, person.outcomes.map((each) => ({
      homeId, id: newId(), residentId, words: each.words, why: each.why, measure: each.measure ?? null, byDate: addDays(today, each.byDaysFromNow), endedOn: null, ...entered,
    })));
    await tx.em.insert(InterestEntity, person.interests.map((each) => ({
      homeId, id: newId(), residentId, activityId: of(house.activity, each.activity), value: each.value, because: each.because, lifeFactId: null,
    })));
    await tx.em.insert(StaffPreferenceEntity, [
      ...person.likesStaff.map((key) => ({ homeId, id: newId(), residentId, staffId: of(house.staff, key), kind: 'prefers' as const })),
      ...person.declinesStaff.map((key) => ({ homeId, id: newId(), residentId, staffId: of(house.staff, key), kind: 'declines' as const })),
    ]);
    const avoided = person.avoids.filter((key) => resident.has(key));
    await tx.em.insert(AvoidanceEntity, avoided.map((key) => ({ homeId, id: newId(), residentId, otherId: of(resident, key) })));
    for (const each of person.supporters) {
      const id = await layDownSupporter(tx, homeId, residentId, person, each, today);
      if (each.email) supporter.set(each.email, id);
    }
  }
  const peggy = resident.get(teaTask.resident);
  if (peggy) await layDownTea(tx, homeId, peggy, today);
  return { resident, supporter, fact };
}

function residentRow(house: House, id: string, person: ResidentContent, today: Day, now: Date): ResidentEntity {
  return {
    homeId: house.homeId, id, title: person.title, givenName: person.givenName, familyName: person.familyName, preferredName: person.preferredName,
    born: person.born, room: person.room, movedIn: 'on' in person.movedIn ? person.movedIn.on : addDays(today, -person.movedIn.daysAgo),
    status: 'living here', shortStay: person.key === 'peggy', funding: FUNDING[person.funding], wheelchair: person.wheelchair, mobility: null,
    transfers: person.transfers, supportInStaff: person.supportIn.staff, supportInResidents: person.supportIn.residents,
    supportOutStaff: person.supportOut.staff, supportOutResidents: person.supportOut.residents, communication: person.communication,
    namedWorkerId: person.namedWorker ? of(house.staff, person.namedWorker) : null, targetPerWeek: person.targetPerWeek, maxPerDay: person.maxPerDay,
    weeklyBudgetPence: person.weeklyBudget, riskOut: person.risk?.[0] ?? null, riskDo: person.risk?.[1] ?? null,
    photoConsent: person.photoConsent === 'family only' ? 'conditional' : person.photoConsent,
    photoConsentWords: person.photoConsent === 'family only' ? 'For the family only.' : null, recordedAt: now,
  };
}

async function layDownSupporter(tx: SystemTx, homeId: string, residentId: string, person: ResidentContent, supporter: SupporterContent, today: Day): Promise<string> {
  const id = newId();
  await tx.em.insert(SupporterEntity, { homeId, id, name: supporter.name, email: supporter.email, phone: null });
  await tx.em.insert(CircleMemberEntity, { homeId, id: newId(), residentId, supporterId: id, relation: supporter.relation });
  const { authority } = supporter;
  await tx.em.insert(AuthorityEntity, (authority?.areas ?? []).map((area) => ({
    homeId, id: newId(), residentId, area, kind: authority?.kind ?? '', supporterId: id, words: `${supporter.name}, ${authority?.kind} for ${area}`,
    documentSeen: authority?.documentSeen ? (authority.kind === 'deputy' ? 'Order of the Court of Protection' : 'Registered lasting power of attorney') : null,
    seenBy: null, seenOn: authority?.documentSeen ? addDays(today, -50) : null, untilDate: null,
    power: area === 'money' ? 'property and affairs' : 'health and welfare', actsEarly: area === 'money' && authority?.kind === 'attorney' ? true : null, seenByName: authority?.documentSeen ? 'Karen Whitfield' : null,
  })));
  const kinds = supporter.sees.map((kind): SharedKind => (kind === 'life-story' ? 'life story' : kind));
  const progress: SharedKind[] = kinds.includes('attendance') ? ['progress'] : [];
  await tx.em.insert(SharingConsentEntity, [...kinds, ...progress].map((kind) => ({
    homeId, id: newId(), residentId, supporterId: id, kind, givenAt: tx.now, givenBy: authority ? `${supporter.name}, ${authority.kind}` : person.preferredName,
    recordedBy: NOBODY, withdrawnAt: null, withdrawnBy: null,
  })));
  return id;
}

async function layDownTea(tx: SystemTx, homeId: string, residentId: string, today: Day): Promise<void> {
  const outcome = await tx.em.findOneBy(OutcomeEntity, { homeId, residentId });
  const taskId = newId();
  const start = Math.max(...teaTask.history.map(({ daysAgo }) => daysAgo));
  await tx.em.insert(LadderTaskEntity, {
    homeId, id: taskId, residentId, outcomeId: outcome?.id ?? null, name: teaTask.words, startedOn: addDays(today, -start), startRung: teaTask.startRung,
    hopedOn: outcome?.byDate ?? addDays(today, 28), hopedRung: teaTask.hopedRung, endedOn: null, libraryKey: 'tea', aid: 'Kettle tipper',
  });
  await tx.em.insert(AssistanceEntity, teaTask.history.map(({ daysAgo, rung, words }) => {
    const at = new Date(`${addDays(today, -daysAgo)}T15:40:00Z`);
    return { homeId, id: newId(), residentId, taskId, rung, at, note: words ?? null, recordedBy: NOBODY, recordedByName: 'Niamh O’Brien', recordedAt: at };
  }));
}
