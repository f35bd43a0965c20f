/** Letting somebody in: a link from the manager, a password of their own, and they are signed in. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type AcceptReason, type Invitee, type InviteReason, addressOf, isStaffRole, isStanding, mayChoosePassword, mayComeIn, mayInvite, validUntil,
} from '@promenade/domain/access/invitation';
import { appOf } from '@promenade/domain/access/roles';
import type { Reason } from '@promenade/domain/shared/decision';
import { type Day, dayIn } from '@promenade/domain/shared/time';
import { IsNull } from 'typeorm';
import { Db, type SystemTx, brokenConstraint } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { NotFound } from '../graphql/errors.ts';
import { AccountEntity, HomeEntity, InvitationEntity, MembershipEntity } from './access.entities.ts';
import type { InvitationLinkType, InvitationType, SignInStandingType } from './access.graphql.ts';
import type { Actor } from './actor.ts';
import { digestOf, hashPassword } from './passwords.ts';
import { SignInService } from './sign-in.service.ts';

/** Whom to let in, as what and with which address. */
export type Wanted = { readonly kind: 'staff' | 'supporter'; readonly id: string; readonly role: string; readonly email: string };
type Reasons<Code extends string> = { readonly reasons: readonly Reason<Code>[] };

const CODE_BYTES = 24; // 192 bits

@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Db,
    private readonly signIns: SignInService,
  ) {}

  /** A new link for one person, told this once; an earlier one that was not used ends. `madeBy` is an account. */
  invite(homeId: string, madeBy: string | null, wanted: Wanted): Promise<InvitationLinkType | Reasons<InviteReason>> {
    return this.db.asSystem('invite somebody to sign in', homeId, async (tx) => {
      const person = await personIn(tx, homeId, wanted, 'locked');
      if (!person) throw new NotFound('This person');
      const email = addressOf(wanted.email);
      const decision = mayInvite(person, { address: email, role: wanted.role, isAddressInUse: await isInUse(tx, homeId, email) }, await todayIn(tx, homeId));
      if (!decision.allowed) return decision;
      const code = randomBytes(CODE_BYTES).toString('base64url');
      const role = isStaffRole(wanted.role) ? wanted.role : 'supporter';
      const whose = wanted.kind === 'staff' ? { staffId: wanted.id } : { supporterId: wanted.id };
      const expiresAt = validUntil(tx.now);
      await tx.em.update(InvitationEntity, { homeId, ...whose, usedAt: IsNull(), endedAt: IsNull() }, { endedAt: tx.now });
      await tx.em.insert(InvitationEntity, {
        homeId, id: newId(), codeDigest: digestOf(code), staffId: null, supporterId: null, ...whose, role, email, madeAt: tx.now, madeBy, expiresAt, usedAt: null, endedAt: null,
      });
      return { path: `${appOf(role) === 'family' ? '/family' : ''}/welcome/${code}`, name: person.name, email, expiresAt };
    });
  }

  /** What a link says, or null: wrong, used, replaced, run out, or for somebody who may not come in any more. */
  read(code: string): Promise<InvitationType | null> {
    return this.db.asSystem('read an invitation', null, async (tx) => {
      const found = await standing(tx, code);
      if (!found) return null;
      const { name: homeName } = await tx.em.findOneByOrFail(HomeEntity, { id: found.invitation.homeId });
      return { name: found.person.name, homeName, email: found.invitation.email, opens: appOf(found.invitation.role) };
    });
  }

  /** Makes the account and signs in. Two at once with the same link make one account. */
  async accept(code: string, password: string): Promise<{ token: string; actor: Actor } | Reasons<AcceptReason>> {
    const found = await this.db.asSystem('look up an invitation', null, (tx) => standing(tx, code));
    if (!found) return { reasons: [{ code: 'NO_LONGER_GOOD' }] };
    const { homeId, email } = found.invitation;
    const decision = mayChoosePassword(password, email);
    if (!decision.allowed) return decision;
    const passwordHash = await hashPassword(password);
    try {
      return await this.db.asSystem('let somebody in', homeId, (tx) => this.letIn(tx, code, passwordHash));
    } catch (error) {
      if (brokenConstraint(error) !== 'ix_account_email') throw error;
      return { reasons: [{ code: 'ADDRESS_KNOWN', about: email }] };
    }
  }

  private async letIn(tx: SystemTx, code: string, passwordHash: string): Promise<{ token: string; actor: Actor } | Reasons<AcceptReason>> {
    // Locked: of two who come with the same link, the second waits and finds it used.
    const found = await standing(tx, code, 'locked');
    if (!found) return { reasons: [{ code: 'NO_LONGER_GOOD' }] };
    const { invitation, person } = found;
    if (await tx.em.existsBy(AccountEntity, { email: invitation.email })) return { reasons: [{ code: 'ADDRESS_KNOWN', about: invitation.email }] };
    const account: AccountEntity = { id: newId(), email: invitation.email, name: person.name, passwordHash, createdAt: tx.now };
    const membership: MembershipEntity = {
      homeId: invitation.homeId, id: newId(), accountId: account.id, role: invitation.role, staffId: invitation.staffId, supporterId: invitation.supporterId, about: '', endedAt: null,
    };
    await tx.em.insert(AccountEntity, account);
    await tx.em.insert(MembershipEntity, membership);
    await tx.em.update(InvitationEntity, { homeId: invitation.homeId, id: invitation.id }, { usedAt: tx.now });
    return this.signIns.begin(tx, account, membership);
  }

  /** Everyone of a home who could be let in, and how it stands. */
  standings(homeId: string): Promise<SignInStandingType[]> {
    return this.db.asSystem('list who can sign in', homeId, async (tx) => tx.em.query<SignInStandingType[]>(STANDINGS, [homeId, tx.now, await todayIn(tx, homeId)]));
  }
}

type Locked = 'locked' | 'as it is';

/** The invitation of a code and whom it is for, while it opens the door. */
async function standing(tx: SystemTx, code: string, locked: Locked = 'as it is'): Promise<{ invitation: InvitationEntity; person: Invitee } | null> {
  const where = { codeDigest: digestOf(code) };
  const invitation = await tx.em.findOne(InvitationEntity, locked === 'locked' ? { where, lock: { mode: 'pessimistic_write' } } : { where });
  if (!invitation || !isStanding(invitation, tx.now)) return null;
  const { homeId, staffId, supporterId } = invitation;
  const person = await personIn(tx, homeId, staffId ? { kind: 'staff', id: staffId } : { kind: 'supporter', id: supporterId ?? '' });
  return person && mayComeIn(person, await todayIn(tx, homeId)).allowed ? { invitation, person } : null;
}

async function todayIn(tx: SystemTx, homeId: string): Promise<Day> {
  return dayIn((await tx.em.findOneByOrFail(HomeEntity, { id: homeId })).zone, tx.now);
}

async function isInUse(tx: SystemTx, homeId: string, email: string): Promise<boolean> {
  const account = await tx.em.findOneBy(AccountEntity, { email });
  return account !== null && tx.em.existsBy(MembershipEntity, { homeId, accountId: account.id, endedAt: IsNull() });
}

// Staff and circles are modules above this one: what is needed of them is asked of their tables.
const PERSON = {
  staff: `SELECT trim(p.given_name || ' ' || p.family_name) AS name, p.left_on::text AS "leftOn", 0 AS circles,
            EXISTS (SELECT 1 FROM membership m WHERE m.home_id = p.home_id AND m.staff_id = p.id AND m.ended_at IS NULL) AS "hasSignIn"
          FROM staff p WHERE p.home_id = $1 AND p.id = $2`,
  supporter: `SELECT p.name, NULL AS "leftOn", (SELECT count(*)::int FROM circle_member c WHERE c.home_id = p.home_id AND c.supporter_id = p.id) AS circles,
                EXISTS (SELECT 1 FROM membership m WHERE m.home_id = p.home_id AND m.supporter_id = p.id AND m.ended_at IS NULL) AS "hasSignIn"
              FROM supporter p WHERE p.home_id = $1 AND p.id = $2`,
} as const;

async function personIn(tx: SystemTx, homeId: string, { kind, id }: Pick<Wanted, 'kind' | 'id'>, locked: Locked = 'as it is'): Promise<Invitee | null> {
  const [row] = await tx.em.query<{ name: string; leftOn: Day | null; circles: number; hasSignIn: boolean }[]>(
    `${PERSON[kind]}${locked === 'locked' ? ' FOR NO KEY UPDATE OF p' : ''}`, [homeId, id]);
  if (!row) return null;
  const { name, hasSignIn, leftOn, circles } = row;
  return kind === 'staff' ? { kind, name, hasSignIn, leftOn } : { kind, name, hasSignIn, circles };
}

/** $1 home, $2 now, $3 the home's day. Those who cannot sign in yet come first. */
const STANDINGS = `
  WITH people AS (
    SELECT 'staff' AS opens, s.id, trim(s.given_name || ' ' || s.family_name) AS name, s.job_title AS about, NULL AS email
    FROM staff s WHERE s.home_id = $1 AND (s.left_on IS NULL OR s.left_on > $3)
    UNION ALL
    SELECT 'family', p.id, p.name, string_agg(c.relation || ' of ' || r.preferred_name, ', ' ORDER BY r.preferred_name), p.email
    FROM supporter p JOIN circle_member c ON c.home_id = p.home_id AND c.supporter_id = p.id JOIN resident r ON r.home_id = c.home_id AND r.id = c.resident_id
    WHERE p.home_id = $1 GROUP BY p.id, p.name, p.email)
  SELECT people.id, people.name, people.about, people.opens, coalesce(held.email, waiting.email, people.email) AS email,
    coalesce(held.role, waiting.role) AS role, held.email IS NOT NULL AS "hasSignIn", CASE WHEN held.email IS NULL THEN waiting.expires_at END AS "invitedUntil"
  FROM people
  LEFT JOIN LATERAL (SELECT a.email, m.role FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.home_id = $1 AND m.ended_at IS NULL AND people.id IN (m.staff_id, m.supporter_id) ORDER BY m.id LIMIT 1) held ON true
  LEFT JOIN LATERAL (SELECT i.email, i.role, i.expires_at FROM invitation i
    WHERE i.home_id = $1 AND i.used_at IS NULL AND i.ended_at IS NULL AND i.expires_at > $2 AND people.id IN (i.staff_id, i.supporter_id) LIMIT 1) waiting ON true
  ORDER BY held.email IS NOT NULL, people.name, people.id`;
