/** Signing in and out, and who a request comes from. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addressOf } from '@promenade/domain/access/invitation';
import { type Role, appOf } from '@promenade/domain/access/roles';
import { IsNull, MoreThan } from 'typeorm';
import { Db, type SystemTx } from '../db/db.ts';
import { AccountEntity, HomeEntity, MembershipEntity, SignInEntity } from './access.entities.ts';
import type { Actor } from './actor.ts';
import { digestOf, hashPassword, isPassword } from './passwords.ts';

const HOURS_SIGNED_IN = 12;

@Injectable()
export class SignInService {
  /** Compared against when there is no such account, so that a wrong name takes as long as a wrong password. */
  private readonly nobody = hashPassword(randomBytes(16).toString('hex'));

  constructor(private readonly db: Db) {}

  /** A new secret for the cookie and who it stands for, or null when name and password do not fit together. */
  async signIn(email: string, password: string): Promise<{ token: string; actor: Actor } | null> {
    const found = await this.db.asSystem('look up a person signing in', null, async (tx) => {
      const account = await tx.em.findOneBy(AccountEntity, { email: addressOf(email) });
      const membership = account && (await tx.em.findOneBy(MembershipEntity, { accountId: account.id, endedAt: IsNull() }));
      return account && membership ? { account, membership } : null;
    });
    const fits = await isPassword(password, found?.account.passwordHash ?? (await this.nobody));
    if (!found || !fits) return null;
    return this.db.asSystem('sign in', found.membership.homeId, (tx) => this.begin(tx, found.account, found.membership));
  }

  /** Begins a session for somebody who has shown who they are. */
  async begin(tx: SystemTx, account: AccountEntity, membership: MembershipEntity): Promise<{ token: string; actor: Actor }> {
    const token = randomBytes(32).toString('base64url');
    await tx.em.insert(SignInEntity, {
      tokenDigest: digestOf(token), accountId: account.id, homeId: membership.homeId, membershipId: membership.id,
      at: tx.now, expiresAt: new Date(tx.now.getTime() + HOURS_SIGNED_IN * 3_600_000),
    });
    return { token, actor: await actorOf(tx, account, membership) };
  }

  async signOut(token: string): Promise<void> {
    await this.db.asSystem('sign out', null, (tx) => tx.em.delete(SignInEntity, { tokenDigest: digestOf(token) }));
  }

  /** Whoever holds this secret, or null: unknown, run out, or no longer of the home. */
  async whoHolds(token: string): Promise<Actor | null> {
    return this.db.asSystem('who is asking', null, async (tx) => {
      const held = await tx.em.findOneBy(SignInEntity, { tokenDigest: digestOf(token), expiresAt: MoreThan(tx.now) });
      if (!held) return null;
      const [account, membership] = [
        await tx.em.findOneBy(AccountEntity, { id: held.accountId }),
        await tx.em.findOneBy(MembershipEntity, { homeId: held.homeId, id: held.membershipId, endedAt: IsNull() }),
      ];
      return account && membership ? actorOf(tx, account, membership) : null;
    });
  }

  /** People of the demo home who can be tried; nobody in any other home. */
  async demoPeople(): Promise<{ name: string; email: string; about: string; opens: 'staff' | 'family' }[]> {
    return this.db.asSystem('list the demo people', null, async (tx) => {
      const rows = await tx.em.query<{ name: string; email: string; about: string; role: Role }[]>(
        `SELECT a.name, a.email, m.about, m.role FROM membership m
         JOIN home h ON h.id = m.home_id AND h.demo JOIN account a ON a.id = m.account_id
         WHERE m.ended_at IS NULL AND m.about <> '' ORDER BY m.id`,
      );
      return rows.map(({ role, ...person }) => ({ ...person, opens: appOf(role) }));
    });
  }
}

async function actorOf(tx: SystemTx, account: AccountEntity, membership: MembershipEntity): Promise<Actor> {
  const home = await tx.em.findOneByOrFail(HomeEntity, { id: membership.homeId });
  return {
    audience: membership.role === 'supporter' ? 'supporter' : 'staff',
    accountId: account.id, membershipId: membership.id, name: account.name, role: membership.role, homeId: home.id, zone: home.zone,
    staffId: membership.staffId, supporterId: membership.supporterId,
  };
}
