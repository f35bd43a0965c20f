/** The first home without the demo: a home, its manager, and a link for the manager to come in with. */
import type { INestApplicationContext } from '@nestjs/common';
import { INVITE_WORDS, addressOf, isAddress } from '@promenade/domain/access/invitation';
import { sayReason } from '@promenade/domain/shared/decision';
import { AccountEntity, HomeEntity } from './access/access.entities.ts';
import { InvitationsService } from './access/invitations.service.ts';
import { Db, type SystemTx } from './db/db.ts';
import { newId } from './db/ids.ts';
import { StaffEntity } from './staff/staff.entities.ts';

/** Homes are in England for now; their clock is London's. */
const ZONE = 'Europe/London';
const LONGEST = 200;

export type NewHome = { readonly name: string; readonly manager: string; readonly email: string };
/** What came of it: a path to hand over, or sentences that say what to do. */
export type NewHomeMade = { readonly path: string; readonly expiresAt: Date; readonly isNew: boolean } | { readonly sentences: readonly string[] };

/** Asked again for the same home and manager, it makes a new link for them: the first may have been lost. */
export async function newHome(app: INestApplicationContext, wanted: NewHome): Promise<NewHomeMade> {
  const [name, manager] = [plain(wanted.name), plain(wanted.manager)];
  const sentences = wrongWith({ name, manager, email: wanted.email });
  if (sentences.length > 0) return { sentences };
  const db = app.get(Db);
  const there = await db.asSystem('look for a home by name', null, (tx) => managerOf(tx, name, manager));
  if (there && there.staffId === null) return { sentences: [`There is a home called ${name} already, and nobody called ${manager} works there. Choose another name for the home, or write the manager’s name as it is there.`] };
  if (!there && (await isKnown(db, wanted.email))) return { sentences: [`There is a sign-in for ${addressOf(wanted.email)} already. Give another address for the manager of ${name}.`] };
  const [homeId, staffId] = there?.staffId ? [there.homeId, there.staffId] : await make(db, name, manager);
  const made = await app.get(InvitationsService).invite(homeId, null, { kind: 'staff', id: staffId, role: 'manager', email: wanted.email });
  if ('reasons' in made) return { sentences: made.reasons.map((reason) => sayReason(INVITE_WORDS, reason)) };
  return { path: made.path, expiresAt: made.expiresAt, isNew: !there };
}

const plain = (text: string) => text.replaceAll(/[\s\p{C}]+/gu, ' ').trim();

function wrongWith({ name, manager, email }: NewHome): string[] {
  return [
    !name && 'Give the name of the home: --name "Rowan Lodge".',
    !manager && 'Give the name of its manager: --manager "Ada Bell".',
    (name.length > LONGEST || manager.length > LONGEST) && `Names have at most ${LONGEST} letters.`,
    !email.trim() ? 'Give the manager’s e-mail address: --email ada@example.org.' : !isAddress(addressOf(email)) && `“${email.slice(0, 60)}” is not an e-mail address. Write one such as ada@example.org.`,
  ].filter((sentence): sentence is string => Boolean(sentence));
}

/** The home of this name, and who of this name works there; null when there is no such home. */
async function managerOf(tx: SystemTx, name: string, manager: string): Promise<{ homeId: string; staffId: string | null } | null> {
  const [row] = await tx.em.query<{ homeId: string; staffId: string | null }[]>(
    `SELECT h.id AS "homeId", s.id AS "staffId" FROM home h
     LEFT JOIN staff s ON s.home_id = h.id AND lower(trim(s.given_name || ' ' || s.family_name)) = lower($2)
     WHERE lower(h.name) = lower($1) ORDER BY s.left_on IS NOT NULL, s.id, h.id LIMIT 1`,
    [name, manager],
  );
  return row ?? null;
}

function isKnown(db: Db, email: string): Promise<boolean> {
  return db.asSystem('look for an account', null, (tx) => tx.em.existsBy(AccountEntity, { email: addressOf(email) }));
}

async function make(db: Db, name: string, manager: string): Promise<[homeId: string, staffId: string]> {
  const [homeId, staffId] = [newId(), newId()];
  const [givenName = manager, ...rest] = manager.split(' ');
  await db.asSystem('make a home', homeId, async (tx) => {
    await tx.em.insert(HomeEntity, { id: homeId, name, zone: ZONE, demo: false, createdAt: tx.now });
    await tx.em.insert(StaffEntity, {
      homeId, id: staffId, givenName, familyName: rest.join(' '), jobTitle: 'Manager', employeeNo: null, skills: [], licences: [], agency: false, care: false, interests: [], leftOn: null,
    });
  });
  return [homeId, staffId];
}
