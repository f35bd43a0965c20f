/** Staff who are off, what they may drive, and whom a resident does not want: each written down with who said so. */
import { Injectable } from '@nestjs/common';
import { mayDo } from '@promenade/domain/access/roles';
import { whatHolds } from '@promenade/domain/changes/changed-fact';
import { OFF_KINDS, OFF_WORDS, type Off, isOffAlready, maySayOff, offPeriods, sayOff } from '@promenade/domain/staff/off';
import { addDays, dayIn, instantAt } from '@promenade/domain/shared/time';
import { LessThan, MoreThan } from 'typeorm';
import type { ChangedFactEntity } from '../changes/changes.entities.ts';
import { changeToUndo, noteChange, saidBefore, takeBack } from '../changes/changes.ts';
import { type Tx, insertAll } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { AbsenceEntity, ShiftEntity, StaffEntity, StaffPreferenceEntity } from './staff.entities.ts';
import type { SayStaffOffInput } from './staff.graphql.ts';

const LICENCES = ['B', 'D1'];

export const nameOf = ({ givenName, familyName }: Pick<StaffEntity, 'givenName' | 'familyName'>) => `${givenName} ${familyName}`.trim();

@Injectable()
export class StaffService {
  /** Somebody is off: today, until a day, or for these shifts. */
  async sayOff(tx: Tx, input: SayStaffOffInput): Promise<ChangedFactEntity | Refused> {
    const { homeId, zone, role, staffId: me } = tx.actor;
    const kind = OFF_KINDS.find((each) => each === input.kind);
    if (!kind) throw new Invalid(`Choose why they are off: ${OFF_KINDS.join(', ')}.`);
    const person = await this.held(tx, input.staffId);
    const before = await saidBefore(tx, input.id, { kind: 'staff off', staffId: person.id });
    if (before) return before;
    const today = dayIn(zone, tx.now);
    const off: Off = { kind, fromDay: input.fromDay ?? today, toDay: input.toDay ?? input.fromDay ?? today, shiftIds: input.shiftIds ?? null };
    const name = nameOf(person);
    const decision = maySayOff(off, { isSelf: me === person.id, plans: mayDo(role, 'plan.write'), name }, today, person.leftOn);
    if (!decision.allowed) return refused(OFF_WORDS, decision.reasons);
    const span = { startsAt: LessThan(instantAt(zone, addDays(off.toDay, 2), 0)), endsAt: MoreThan(tx.now) };
    const periods = offPeriods(zone, tx.now, off, await tx.em.find(ShiftEntity, { where: { homeId, staffId: person.id, ...span }, order: { startsAt: 'ASC' } }));
    const [first, last] = [periods[0], periods.at(-1)];
    if (!first || !last) return refused(OFF_WORDS, [{ code: 'SHIFT_OVER' }]);
    const holding = whatHolds(await tx.em.findBy(AbsenceEntity, { homeId, staffId: person.id, ...span }));
    if (isOffAlready(periods, holding)) return refused(OFF_WORDS, [{ code: 'OFF_ALREADY', about: name }]);
    const change = await noteChange(tx, { id: input.id, kind: 'staff off', staffId: person.id, startsAt: first.startsAt, endsAt: last.endsAt, words: sayOff(name, off, today) });
    await insertAll(tx, AbsenceEntity, periods.map((period): AbsenceEntity => ({ homeId, id: newId(), staffId: person.id, ...period, kind, note: '', changeId: change.id, endedAt: null })));
    return change;
  }

  /** Back earlier than was said. */
  async sayBack(tx: Tx, changeId: string): Promise<ChangedFactEntity | Refused> {
    const change = await changeToUndo(tx, changeId, 'staff off');
    const name = nameOf(await this.held(tx, change.staffId ?? ''));
    return (await takeBack(tx, change, AbsenceEntity, { kind: 'staff back', words: `${name} is back.` })) ?? refused(OFF_WORDS, [{ code: 'NOT_OFF', about: name }]);
  }

  async editLicences(tx: Tx, staffId: string, wanted: readonly string[]): Promise<StaffEntity> {
    const person = await this.held(tx, staffId);
    if (!wanted.every((each) => LICENCES.includes(each))) throw new Invalid(`Licences here are ${LICENCES.join(' and ')}: choose among them.`);
    const licences = LICENCES.filter((each) => wanted.includes(each));
    if (licences.join() === person.licences.toSorted().join()) return person;
    await tx.em.update(StaffEntity, { homeId: person.homeId, id: person.id }, { licences });
    const may = licences.length === 0 ? 'may drive nothing here any more' : `may drive ${licences.join(' and ')}`;
    await noteChange(tx, { kind: 'licences changed', staffId, startsAt: tx.now, words: `${nameOf(person)} ${may}.` });
    return Object.assign(person, { licences });
  }

  /** A resident does not want to be with somebody, or no longer minds. */
  async decline(tx: Tx, residentId: string, staffId: string, declines: boolean): Promise<StaffEntity> {
    const { homeId } = tx.actor;
    const person = await this.held(tx, staffId);
    const resident = await tx.em.findOneBy(ResidentEntity, { homeId, id: residentId });
    if (!resident) throw new NotFound('This person');
    const before = await tx.em.findOneBy(StaffPreferenceEntity, { homeId, residentId, staffId });
    if ((before?.kind === 'declines') === declines) return person;
    if (before) await tx.em.delete(StaffPreferenceEntity, { homeId, id: before.id });
    if (declines) await tx.em.insert(StaffPreferenceEntity, { homeId, id: newId(), residentId, staffId, kind: 'declines' });
    const words = `${resident.preferredName} ${declines ? 'does not want to be with' : 'no longer minds being with'} ${nameOf(person)}.`;
    await noteChange(tx, { kind: 'staff declined', staffId, residentId, startsAt: tx.now, words });
    return person;
  }

  /** The member of staff, held until the unit of work ends, so that two people do not say the same at once. */
  private async held(tx: Tx, id: string): Promise<StaffEntity> {
    const person = await tx.em.findOne(StaffEntity, { where: { homeId: tx.actor.homeId, id }, lock: { mode: 'pessimistic_write' } });
    if (!person) throw new NotFound('This member of staff');
    return person;
  }
}
