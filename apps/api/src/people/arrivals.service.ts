/** Somebody comes to live here, with the little that is known on the day. */
import { Injectable } from '@nestjs/common';
import { ARRIVAL_WORDS, mayArrive } from '@promenade/domain/people/arrival';
import { USUAL_SUPPORT } from '@promenade/domain/people/profile';
import { dayIn } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import { In, Not } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import type { AddResidentInput } from './arrivals.graphql.ts';
import { ResidentEntity } from './people.entities.ts';
import { PeopleService } from './people.service.ts';

@Injectable()
export class ArrivalsService {
  constructor(private readonly people: PeopleService) {}

  async add(tx: Tx, input: AddResidentInput): Promise<ResidentEntity | Refused> {
    const { homeId, zone } = tx.actor;
    const today = dayIn(zone, tx.now);
    const arrival = { givenName: input.givenName.trim(), familyName: input.familyName.trim(), preferredName: wordsOrNull(input.preferredName), room: wordsOrNull(input.room), movedIn: input.movedIn ?? today };
    // One home's arrivals one after another: two tablets do not add the same person twice.
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtext('arrivals ' || $1))`, [homeId]);
    const living = await tx.em.findBy(ResidentEntity, { homeId, id: Not(input.id), status: Not(In(['moved out', 'died'])) });
    const decision = mayArrive(arrival, living, today);
    if (!decision.allowed) return refused(ARRIVAL_WORDS, decision.reasons);
    return this.people.once(tx, ResidentEntity, {
      homeId, id: input.id, title: '', ...arrival, preferredName: arrival.preferredName ?? arrival.givenName, born: null, status: 'living here', shortStay: false,
      funding: null, wheelchair: 'never', mobility: null, transfers: null, communication: null, namedWorkerId: null,
      ...USUAL_SUPPORT, targetPerWeek: 5, maxPerDay: 2, weeklyBudgetPence: null, riskOut: null, riskDo: null, photoConsent: 'not asked', photoConsentWords: null, recordedAt: tx.now,
    }, (before) => before.givenName === arrival.givenName && before.familyName === arrival.familyName);
  }
}
