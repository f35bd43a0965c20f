import { Injectable } from '@nestjs/common';
import { sayRoomMove } from '@promenade/domain/people/life-change';
import { FACT_WORDS, mayKeepFact, tidyWords } from '@promenade/domain/people/life-story';
import { OUTCOME_WORDS, mayWriteOutcome } from '@promenade/domain/people/outcome';
import { END_WORDS, mayEnd } from '@promenade/domain/people/routine';
import { SUPPORT_WORDS, maySupportBe, maySupportSay, saySupport } from '@promenade/domain/people/support';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import { noteChange } from '../changes/changes.ts';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Conflict, Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import type { AddLifeFactInput, CreateOutcomeInput, EditBasicsInput, EditSupportInput } from './people-inputs.graphql.ts';
import { LifeChangeEntity } from './life-change.entities.ts';
import { noteMediaConsent } from './media-consent.ts';
import { noteSupport, supportKept } from './support-versions.ts';
import { LifeFactEntity, OutcomeEntity, ResidentEntity, type Wheelchair } from './people.entities.ts';

const WHEELCHAIR: readonly Wheelchair[] = ['never', 'out', 'always'];
const PAYERS = ['self', 'council', 'NHS', 'mixed'];
const PHOTOS: readonly ResidentEntity['photoConsent'][] = ['yes', 'no', 'conditional', 'not asked'];

@Injectable()
export class PeopleService {
  /** The resident, or NotFound. */
  async resident(tx: Tx, id: string): Promise<ResidentEntity> {
    const resident = await tx.em.findOneBy(ResidentEntity, { homeId: tx.actor.homeId, id });
    if (!resident) throw new NotFound('This person');
    return resident;
  }

  /** A life fact of this resident, or NotFound; null when none is named. */
  async factOf(tx: Tx, residentId: string, id: string | null | undefined): Promise<LifeFactEntity | null> {
    if (!id) return null;
    const fact = await tx.em.findOneBy(LifeFactEntity, { homeId: tx.actor.homeId, residentId, id });
    if (!fact) throw new NotFound('This memory');
    return fact;
  }

  async addLifeFact(tx: Tx, input: AddLifeFactInput): Promise<LifeFactEntity | Refused> {
    await this.resident(tx, input.residentId);
    const [words, whenWords, theme, toldBy] = [tidyWords(input.words), wordsOrNull(tidyWords(input.whenWords ?? '')), tidyWords(input.theme) || 'home', tidyWords(input.toldBy)];
    const decision = mayKeepFact({ words, whenWords, theme, toldBy, toldHow: input.toldHow });
    if (!decision.allowed) return refused(FACT_WORDS, decision.reasons);
    // A second sending may come after somebody has put it better: then it is one of its versions that says the same.
    const earlier = await tx.em.query<{ words: string }[]>('SELECT words FROM life_fact_version WHERE home_id = $1 AND life_fact_id = $2', [tx.actor.homeId, input.id]);
    return this.once(tx, LifeFactEntity, {
      homeId: tx.actor.homeId, id: input.id, residentId: input.residentId, words, whenWords, theme, toldBy, toldHow: input.toldHow as LifeFactEntity['toldHow'], sensitive: input.sensitive,
      recordedBy: tx.actor.accountId, recordedByName: tx.actor.name, recordedAt: tx.now,
    }, (before) => before.residentId === input.residentId && [before, ...earlier].some((each) => each.words === words));
  }

  async createOutcome(tx: Tx, input: CreateOutcomeInput): Promise<OutcomeEntity | Refused> {
    await this.resident(tx, input.residentId);
    const byDate = input.byDate ?? null;
    const { importance = null, reviewOn = null } = input;
    const decision = mayWriteOutcome({ words: input.words, why: input.why, byDate, importance, reviewOn }, dayIn(tx.actor.zone, tx.now));
    if (!decision.allowed) return refused(OUTCOME_WORDS, decision.reasons);
    return this.once(tx, OutcomeEntity, {
      homeId: tx.actor.homeId, id: input.id, residentId: input.residentId, words: input.words.trim(), why: input.why.trim(), measure: wordsOrNull(input.measure),
      byDate, endedOn: null, importance, reviewOn, whoHelps: wordsOrNull(input.whoHelps), comfort: input.comfort ?? false, recordedBy: tx.actor.accountId, recordedAt: tx.now,
    }, (before) => before.residentId === input.residentId && before.words === input.words.trim());
  }

  async endOutcome(tx: Tx, id: string, on: string): Promise<OutcomeEntity | Refused> {
    const outcome = await tx.em.findOne(OutcomeEntity, { where: { homeId: tx.actor.homeId, id }, lock: { mode: 'pessimistic_write' } });
    if (!outcome) throw new NotFound('This outcome');
    const since = dayIn(tx.actor.zone, outcome.recordedAt);
    const decision = mayEnd({ since, endedOn: outcome.endedOn }, on, sayDay(since));
    if (!decision.allowed) return refused(END_WORDS, decision.reasons);
    return tx.em.save(Object.assign(outcome, { endedOn: on }));
  }

  async editSupport(tx: Tx, input: EditSupportInput): Promise<ResidentEntity | Refused> {
    const resident = await this.resident(tx, input.residentId);
    const wheelchair = WHEELCHAIR.find((each) => each === input.wheelchair);
    if (!wheelchair) throw new Invalid('Choose whether they use a wheelchair never, when out, or always.');
    const decision = maySupportBe({ staff: input.inStaff, residents: input.inResidents }, { staff: input.outStaff, residents: input.outResidents });
    if (!decision.allowed) return refused(SUPPORT_WORDS, decision.reasons);
    const kept = await supportKept(tx, resident.id, input);
    const said = maySupportSay({ riskOut: wordsOrNull(input.riskOut), riskDo: wordsOrNull(input.riskDo), style: kept.style });
    if (!said.allowed) return refused(SUPPORT_WORDS, said.reasons);
    if (!kept.hasVersions) await noteSupport(tx, resident, { hoist: null, bring: null, style: null }, { recordedByName: 'As it came to the home', recordedAt: resident.recordedAt, why: null });
    const before = planningNeeds(resident);
    const after = await this.change(tx, resident, {
      supportInStaff: input.inStaff, supportInResidents: input.inResidents, supportOutStaff: input.outStaff,
      supportOutResidents: input.outResidents, wheelchair, transfers: wordsOrNull(input.transfers), communication: wordsOrNull(input.communication),
      riskOut: wordsOrNull(input.riskOut), riskDo: wordsOrNull(input.riskDo),
    });
    await noteSupport(tx, after, kept, { recordedByName: tx.actor.name, recordedAt: tx.now, why: wordsOrNull(input.why) });
    if (planningNeeds(after) !== before) await noteChange(tx, { kind: 'support changed', residentId: after.id, startsAt: tx.now, words: `${after.preferredName} needs other support: ${planningNeeds(after)}` });
    return after;
  }

  async editBasics(tx: Tx, input: EditBasicsInput): Promise<ResidentEntity> {
    const resident = await this.resident(tx, input.residentId);
    const photoConsent = PHOTOS.find((each) => each === input.photoConsent);
    if (!photoConsent) throw new Invalid('Choose what was agreed about photos: yes, no, with a condition, or not asked.');
    if (input.preferredName.trim() === '') throw new Invalid('Write what they like to be called.');
    if (input.born && input.born >= dayIn(tx.actor.zone, tx.now)) throw new Invalid('That date of birth has not been yet. Check the year.');
    if (photoConsent === 'conditional' && !wordsOrNull(input.photoConsentWords)) throw new Invalid('Write down the condition that was agreed about photos.');
    if (!input.namedWorkerId && resident.namedWorkerId) throw new Invalid('Somebody always answers for a person by name. Choose who does from now on.');
    if (input.funding && !PAYERS.includes(input.funding)) throw new Invalid(`Choose who pays: ${PAYERS.join(', ')}.`);
    if (photoConsent !== 'not asked' && (photoConsent !== resident.photoConsent || wordsOrNull(input.photoConsentWords) !== resident.photoConsentWords)) {
      await noteMediaConsent(tx, { residentId: resident.id, kind: 'photos', answer: photoConsent, condition: input.photoConsentWords ?? null, decidedBy: `${resident.preferredName}, as told to ${tx.actor.name}.` });
    }
    const moved = sayRoomMove(resident.room, wordsOrNull(input.room));
    if (moved !== null) await this.noteRoomMove(tx, resident, moved);
    const particulars = {
      ...(input.pronouns === undefined ? {} : { pronouns: wordsOrNull(input.pronouns) }), ...(input.funding === undefined ? {} : { funding: wordsOrNull(input.funding) }),
      ...(input.languages === undefined ? {} : { languages: input.languages?.map((each) => each.trim()).filter((each) => each !== '') ?? null }),
    };
    return this.change(tx, resident, {
      ...particulars, preferredName: input.preferredName.trim(), born: input.born ?? null, room: wordsOrNull(input.room), namedWorkerId: input.namedWorkerId ?? null,
      photoConsent, photoConsentWords: wordsOrNull(input.photoConsentWords),
    });
  }

  /** Another room is a turn in somebody's life: a review falls due. */
  private async noteRoomMove(tx: Tx, { homeId, id: residentId }: ResidentEntity, words: string): Promise<void> {
    await tx.em.insert(LifeChangeEntity, { homeId, id: newId(), residentId, kind: 'room move', words, onDay: dayIn(tx.actor.zone, tx.now), undoesId: null, recordedBy: tx.actor.accountId, recordedByName: tx.actor.name, recordedAt: tx.now });
  }

  /** Writes only what changed, so that two people who change different things keep both. */
  private async change(tx: Tx, resident: ResidentEntity, to: Partial<ResidentEntity>): Promise<ResidentEntity> {
    await tx.em.update(ResidentEntity, { homeId: resident.homeId, id: resident.id }, to);
    return Object.assign(resident, to);
  }

  /** Inserts a row whose id the device made: the same row again is the same answer, another under its id is refused. */
  async once<Row extends { homeId: string; id: string }>(tx: Tx, table: new () => Row, row: Row, isSame: (before: Row) => boolean): Promise<Row> {
    const written = await tx.em.createQueryBuilder().insert().into(table).values(row as never).orIgnore().returning('id').execute();
    if ((written.raw as unknown[]).length > 0) return row;
    const before = await tx.em.findOneBy(table, { homeId: row.homeId, id: row.id } as never);
    if (!before || !isSame(before)) throw new Conflict('Something else was saved under this entry already. Open the page again and write it once more.');
    return before;
  }
}

const IN_WHEELCHAIR: Readonly<Record<Wheelchair, string>> = { never: '', out: ' In a wheelchair when out.', always: ' In a wheelchair.' };

/** What of somebody's support a plan turns on, in words. */
function planningNeeds(row: ResidentEntity): string {
  return `${saySupport({ staff: row.supportInStaff, residents: row.supportInResidents }, { staff: row.supportOutStaff, residents: row.supportOutResidents })}${IN_WHEELCHAIR[row.wheelchair]}`;
}
