/** A supporter as one who asks: what the house sends out is read with their eyes, and with nobody else's. */
import type { Actor } from '../access/actor.ts';
import type { SystemTx } from '../db/db.ts';

export type AsSupporter = { readonly actor: Actor; readonly home: string; /** The address they sign in with; null for somebody without a sign-in. */ readonly email: string | null };

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Null when there is no such supporter in the home. Whoever has no sign-in, or whose sign-in has ended, has no `email`. */
export async function asSupporter(tx: SystemTx, homeId: string, supporterId: string): Promise<AsSupporter | null> {
  const [row] = await tx.em.query<{ home: string; zone: string; name: string; accountId: string | null; membershipId: string | null; email: string | null }[]>(
    `SELECT h.name AS home, h.zone, s.name, m.account_id AS "accountId", m.id AS "membershipId", a.email
     FROM supporter s JOIN home h ON h.id = s.home_id
     LEFT JOIN membership m ON m.home_id = s.home_id AND m.supporter_id = s.id AND m.role = 'supporter' AND m.ended_at IS NULL
     LEFT JOIN account a ON a.id = m.account_id
     WHERE s.home_id = $1 AND s.id = $2 ORDER BY m.id LIMIT 1`, [homeId, supporterId]);
  if (!row) return null;
  const { home, zone, name, accountId, membershipId, email } = row;
  return { home, email, actor: { audience: 'supporter', role: 'supporter', accountId: accountId ?? NOBODY, membershipId: membershipId ?? NOBODY, name, homeId, zone, staffId: null, supporterId } };
}
