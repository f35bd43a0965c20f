/** Residents who cannot come, and are free again: each written down with who said so. */
import { Injectable } from '@nestjs/common';
import { NOT_FREE_WORDS, type NotFree, type NotFreeKind, mayBeNotFree, notFreePeriod, sayNotFree } from '@promenade/domain/people/not-free';
import { dayIn } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import type { ChangedFactEntity } from '../changes/changes.entities.ts';
import { changeToUndo, noteChange, saidBefore, takeBack } from '../changes/changes.ts';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { AwayTimeEntity } from './people.entities.ts';
import type { SayNotFreeInput } from './people-inputs.graphql.ts';
import { PeopleService } from './people.service.ts';

@Injectable()
export class NotFreeService {
  constructor(private readonly people: PeopleService) {}

  async sayNotFree(tx: Tx, input: SayNotFreeInput): Promise<ChangedFactEntity | Refused> {
    const { homeId, zone } = tx.actor;
    const resident = await this.people.resident(tx, input.residentId);
    const before = await saidBefore(tx, input.id, { kind: 'resident off', residentId: resident.id });
    if (before) return before;
    const today = dayIn(zone, tx.now);
    const fromDay = input.fromDay ?? today;
    const wanted: NotFree = { kind: input.kind as NotFreeKind, fromDay, toDay: input.toDay ?? fromDay, fromTime: input.from ?? null, toTime: input.to ?? null, words: input.words };
    const decision = mayBeNotFree(wanted, zone, tx.now, today, { name: resident.preferredName, status: resident.status });
    if (!decision.allowed) return refused(NOT_FREE_WORDS, decision.reasons);
    const period = notFreePeriod(zone, tx.now, wanted);
    const change = await noteChange(tx, { id: input.id, kind: 'resident off', residentId: resident.id, ...period, words: sayNotFree(resident.preferredName, wanted, today) });
    await tx.em.insert(AwayTimeEntity, { homeId, id: newId(), residentId: resident.id, ...period, why: wordsOrNull(input.words) ?? wanted.kind, changeId: change.id, endedAt: null });
    return change;
  }

  async sayFreeAgain(tx: Tx, changeId: string): Promise<ChangedFactEntity | Refused> {
    const change = await changeToUndo(tx, changeId, 'resident off');
    const { preferredName: name } = await this.people.resident(tx, change.residentId ?? '');
    return (await takeBack(tx, change, AwayTimeEntity, { kind: 'resident back', words: `${name} is free again.` })) ?? refused(NOT_FREE_WORDS, [{ code: 'NOT_OFF', about: name }]);
  }
}
