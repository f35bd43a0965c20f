/** Who sees what of a person, for whoever decides about sharing in the person's place; and withdrawing it. */
import { Injectable } from '@nestjs/common';
import { AUTHORITY_WORDS, type Decider, mayDecide, representationOf, sayDecidedBy } from '@promenade/domain/circle/who-decides';
import { type Decision, sayReason } from '@promenade/domain/shared/decision';
import { dayIn } from '@promenade/domain/shared/time';
import { IsNull } from 'typeorm';
import { SharingConsentEntity } from '../circle/circle.entities.ts';
import { authoritiesOf, viewsOf, circleOf } from '../circle/circle.reads.ts';
import { kindIn } from '../circle/circle.service.ts';
import { noteHeard } from '../circle/heard.ts';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import type { FamilySharingType } from './family.graphql.ts';
import { type PersonRow, peopleOf } from './family.reads.ts';

type Wanted = { residentId: string; supporterId: string; kind: string; words: string };

@Injectable()
export class FamilySharingService {
  /** All of it for whoever decides; for anybody else their own part, and why not more. */
  async sharing(tx: Tx, residentId: string): Promise<FamilySharingType> {
    const person = await this.personOf(tx, residentId);
    const decision = await this.decision(tx, person);
    const { supporters } = await circleOf(tx, residentId);
    const me = tx.actor.supporterId ?? '';
    return {
      personId: person.id, person: person.name, me, mayDecide: decision.allowed,
      reasons: decision.allowed ? [] : decision.reasons.map((reason) => sayReason(AUTHORITY_WORDS, reason)),
      // How to reach the others is theirs to say.
      supporters: supporters.filter(({ id }) => decision.allowed || id === me)
        .map(({ id, name, relation, email, phone, sharing, decides }) => ({ id, name, relation, email: id === me ? email : null, phone: id === me ? phone : null, sharing, decides })),
    };
  }

  /** From the next request on, that supporter sees nothing of this kind. */
  async withdraw(tx: Tx, { residentId, supporterId, kind, words }: Wanted): Promise<FamilySharingType | Refused> {
    const person = await this.personOf(tx, residentId);
    const decision = await this.decision(tx, person);
    const { supporters } = await circleOf(tx, residentId);
    if (!decision.allowed) {
      const whyNot = decision.reasons.map((reason) => sayReason(AUTHORITY_WORDS, reason)).join(' ');
      await noteHeard(tx, { residentId, supporterId: tx.actor.supporterId, whose: tx.actor.name, area: 'sharing', about: `Who sees ${kindIn(kind)}`, words: words.trim() || 'Wanted it to be seen no longer.', whyNot });
      return refused(AUTHORITY_WORDS, decision.reasons);
    }
    if (!supporters.some(({ id }) => id === supporterId)) throw new NotFound('This person of the circle');
    const right = representationOf(tx.actor.supporterId ?? '', 'sharing', await authoritiesOf(tx, residentId), dayIn(tx.actor.zone, tx.now)) ?? 'attorney';
    await tx.em.update(SharingConsentEntity,
      { homeId: tx.actor.homeId, residentId, supporterId, kind: kindIn(kind), withdrawnAt: IsNull() },
      { withdrawnAt: tx.now, withdrawnBy: sayDecidedBy({ right, person: person.name, supporterName: tx.actor.name }, words) });
    return this.sharing(tx, residentId);
  }

  private async personOf(tx: Tx, residentId: string): Promise<PersonRow> {
    const person = (await peopleOf(tx)).find(({ id }) => id === residentId);
    if (!person) throw new NotFound('This person');
    return person;
  }

  private async decision(tx: Tx, person: PersonRow): Promise<Decision<keyof typeof AUTHORITY_WORDS>> {
    const decider: Decider = { as: 'supporter', supporterId: tx.actor.supporterId ?? '', name: tx.actor.name, relation: person.relation };
    return mayDecide(decider, 'sharing', await authoritiesOf(tx, person.id), dayIn(tx.actor.zone, tx.now), { matter: null, views: await viewsOf(tx, person.id) });
  }
}
