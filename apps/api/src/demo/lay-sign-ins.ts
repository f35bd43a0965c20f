/** Accounts for the people of the demo who can be tried. */
import { AccountEntity, MembershipEntity } from '../access/access.entities.ts';
import { hashPassword } from '../access/passwords.ts';
import type { SystemTx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import type { Role } from '@promenade/domain/access/roles';
import { type House, of } from './lay-house.ts';
import type { People } from './lay-people.ts';
import { demoPeople } from './people.ts';
import { staff } from './staff.ts';

const ROLES: Record<(typeof staff)[number]['role'], Role> = { manager: 'manager', coordinator: 'coordinator', carer: 'carer', senior: 'carer', night: 'carer', other: 'carer' };

export async function layDownSignIns(tx: SystemTx, house: House, people: People, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  for (const person of demoPeople) {
    const supporterId = 'supporterOf' in person.as ? people.supporter.get(person.email) : undefined;
    if ('supporterOf' in person.as && !supporterId) continue;
    const worker = 'staff' in person.as ? person.as.staff : null;
    const accountId = newId();
    await tx.em.insert(AccountEntity, { id: accountId, email: person.email, name: person.name, passwordHash, createdAt: tx.now });
    await tx.em.insert(MembershipEntity, {
      homeId: house.homeId, id: newId(), accountId, role: worker ? ROLES[staff.find(({ key }) => key === worker)?.role ?? 'other'] : 'supporter',
      staffId: worker ? of(house.staff, worker) : null, supporterId: supporterId ?? null, about: person.about, endedAt: null,
    });
  }
}
