/** What follows from an answer: a wish, something to work towards, a liking, or a no on the day. The smallest true thing. */
import { Injectable } from '@nestjs/common';
import type { Option } from '@promenade/domain/choices/option';
import { IsNull } from 'typeorm';
import { AttendanceEntity } from '../day/day.entities.ts';
import { DayService } from '../day/day.service.ts';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Refused } from '../graphql/refused.graphql.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { PeopleService } from '../people/people.service.ts';
import { WishEntity } from '../promises/promises.entities.ts';
import { WishesService } from '../promises/wishes.service.ts';
import { StaffPreferenceEntity } from '../staff/staff.entities.ts';
import type { ChoiceEntity, ChoiceOfferEntity } from './choices.entities.ts';

export type Answered = { readonly resident: ResidentEntity; readonly offer: ChoiceOfferEntity; readonly option: Option | null; readonly choice: Omit<ChoiceEntity, 'ledTo' | 'ledToId'> };
export type Led = { readonly to: string; readonly id: string | null };

const NOWHERE: Led = { to: 'nothing', id: null };

@Injectable()
export class LeadsService {
  constructor(
    private readonly people: PeopleService,
    private readonly wishes: WishesService,
    private readonly day: DayService,
  ) {}

  /** Nothing follows from what was only heard; from a reading at most a wish, in the name of whoever read. */
  async follow(tx: Tx, answered: Answered): Promise<Led> {
    const { option, choice } = answered;
    if (choice.standing === 'heard' || choice.answer === 'not now') return NOWHERE;
    if (choice.answer === 'something else') return this.somethingElse(tx, answered);
    if (!option) return NOWHERE;
    if (choice.standing === 'read') return option.leads.to === 'wish' ? this.wish(tx, answered, option.leads.words, option.leads.activityId) : NOWHERE;
    switch (option.leads.to) {
      case 'wish': return this.wish(tx, answered, option.leads.words, option.leads.activityId);
      case 'outcome': return this.outcome(tx, answered, option.leads.words);
      case 'staff preference': return this.liking(tx, answered, option.leads.staffId);
      case 'named worker': return this.namedWorker(tx, answered, option.leads.staffId);
      case 'declined': return this.declined(tx, answered, option);
      case 'nothing': return NOWHERE;
    }
  }

  private async somethingElse(tx: Tx, answered: Answered): Promise<Led> {
    const { point, words, standing } = answered.choice;
    if (!words) return NOWHERE;
    if (point === 'outcomes' && standing === 'decided') return this.outcome(tx, answered, words);
    return point === 'what' || point === 'when' || point === 'where' ? this.wish(tx, answered, words, null) : NOWHERE;
  }

  /** The same wish is not caught twice: one that waits for its answer already is pointed at. */
  private async wish(tx: Tx, { resident, choice }: Answered, words: string, activityId: string | null): Promise<Led> {
    const open = await tx.em.findBy(WishEntity, { homeId: tx.actor.homeId, residentId: resident.id, answer: IsNull() });
    const same = open.find((wish) => wish.words === words || (choice.point === 'what' && activityId !== null && wish.activityId === activityId));
    if (same) return { to: 'wish before', id: same.id };
    const raisedBy = choice.answeredBy === 'the person' ? null : choice.answeredBy === 'reading' ? `${choice.answeredByName}, from how ${resident.preferredName} responds` : choice.answeredByName;
    const wish = await this.wishes.catch(tx, { id: newId(), residentId: resident.id, words, activityId, level: 'taking part', lifeFactId: null, raisedBy });
    return wish instanceof Refused ? NOWHERE : { to: 'wish', id: wish.id };
  }

  private async outcome(tx: Tx, { resident, choice }: Answered, words: string): Promise<Led> {
    const outcome = await this.people.createOutcome(tx, { id: newId(), residentId: resident.id, words, why: `Chosen as what matters most, ${choice.byRight === 'the person' || choice.byRight === 'with support' ? `by ${resident.preferredName}` : `for ${resident.preferredName} by ${choice.answeredByName}`}.` });
    return outcome instanceof Refused ? NOWHERE : { to: 'outcome', id: outcome.id };
  }

  private async liking(tx: Tx, { resident }: Answered, staffId: string | null): Promise<Led> {
    if (!staffId) return NOWHERE;
    const key = { homeId: tx.actor.homeId, residentId: resident.id, staffId };
    await tx.em.createQueryBuilder().insert().into(StaffPreferenceEntity).values({ ...key, id: newId(), kind: 'prefers' }).orIgnore().execute();
    const row = await tx.em.findOneByOrFail(StaffPreferenceEntity, key);
    return row.kind === 'prefers' ? { to: 'staff preference', id: row.id } : NOWHERE;
  }

  /** Whoever helps to plan is read from the receipts. Where nobody answers for the person yet, they now do. */
  private async namedWorker(tx: Tx, { resident }: Answered, staffId: string | null): Promise<Led> {
    if (!staffId || resident.namedWorkerId !== null) return NOWHERE;
    const { affected } = await tx.em.update(ResidentEntity, { homeId: tx.actor.homeId, id: resident.id, namedWorkerId: IsNull() }, { namedWorkerId: staffId });
    return affected === 1 ? { to: 'named worker', id: staffId } : NOWHERE;
  }

  /** Said no on the day: put down as declined where nothing is on record of it yet; another day becomes a wish as well. */
  private async declined(tx: Tx, answered: Answered, { leads }: Option): Promise<Led> {
    const { homeId } = tx.actor;
    const { resident, choice } = answered;
    if (leads.words !== '') await this.wish(tx, answered, leads.words, leads.activityId);
    if (!leads.sessionId || (await tx.em.existsBy(AttendanceEntity, { homeId, sessionId: leads.sessionId, residentId: resident.id }))) return NOWHERE;
    const id = newId();
    const said = await this.day.recordAttendances(tx, leads.sessionId, [{ id, residentId: resident.id, level: 'declined', mood: null, engagement: null, leftEarly: false, note: `Chosen when asked (${choice.how}).`, correctsId: null }]);
    return said instanceof Refused ? NOWHERE : { to: 'declined', id };
  }
}
