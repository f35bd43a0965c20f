/** Vehicles off the road and back on it: each written down with who said so. */
import { Injectable } from '@nestjs/common';
import { whatHolds } from '@promenade/domain/changes/changed-fact';
import { addDays, dayIn, instantAt } from '@promenade/domain/shared/time';
import { OFF_ROAD_WORDS, mayTakeOffRoad, sayOffRoad } from '@promenade/domain/transport/off-road';
import type { ChangedFactEntity } from '../changes/changes.entities.ts';
import { changeToUndo, noteChange, saidBefore, takeBack } from '../changes/changes.ts';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { VehicleEntity, VehicleOffRoadEntity } from './transport.entities.ts';
import type { TakeOffRoadInput } from './transport.graphql.ts';

@Injectable()
export class TransportService {
  /** From now on, until a day has passed or somebody says that it is back. */
  async takeOffRoad(tx: Tx, { id, vehicleId, why, untilDay = null }: TakeOffRoadInput): Promise<ChangedFactEntity | Refused> {
    const { homeId, zone } = tx.actor;
    const vehicle = await this.held(tx, vehicleId);
    const before = await saidBefore(tx, id, { kind: 'vehicle off', vehicleId });
    if (before) return before;
    const off = whatHolds(await tx.em.findBy(VehicleOffRoadEntity, { homeId, vehicleId })).some(({ startsAt, endsAt }) => startsAt <= tx.now && (endsAt === null || endsAt > tx.now));
    const decision = mayTakeOffRoad({ name: vehicle.name, isOff: off }, why, untilDay, dayIn(zone, tx.now));
    if (!decision.allowed) return refused(OFF_ROAD_WORDS, decision.reasons);
    const endsAt = untilDay === null ? null : instantAt(zone, addDays(untilDay, 1), 0);
    const change = await noteChange(tx, { id, kind: 'vehicle off', vehicleId, startsAt: tx.now, endsAt, words: sayOffRoad(vehicle.name, why, untilDay) });
    await tx.em.insert(VehicleOffRoadEntity, { homeId, id: newId(), vehicleId, startsAt: tx.now, endsAt, why: why.trim(), changeId: change.id, endedAt: null });
    return change;
  }

  async backOnRoad(tx: Tx, changeId: string): Promise<ChangedFactEntity | Refused> {
    const change = await changeToUndo(tx, changeId, 'vehicle off');
    const { name } = await this.held(tx, change.vehicleId ?? '');
    return (await takeBack(tx, change, VehicleOffRoadEntity, { kind: 'vehicle back', words: `${name} is back on the road.` })) ?? refused(OFF_ROAD_WORDS, [{ code: 'NOT_OFF', about: name }]);
  }

  /** The vehicle, held until the unit of work ends. */
  private async held(tx: Tx, id: string): Promise<VehicleEntity> {
    const vehicle = await tx.em.findOne(VehicleEntity, { where: { homeId: tx.actor.homeId, id }, lock: { mode: 'pessimistic_write' } });
    if (!vehicle) throw new NotFound('This vehicle');
    return vehicle;
  }
}
