import type { Role } from '@promenade/domain/access/roles';

/** Who is asking, in which home, and as what. A unit of work carries one; row-level security reads it. */
export type Actor = {
  readonly audience: 'staff' | 'supporter';
  readonly accountId: string;
  readonly membershipId: string;
  readonly name: string;
  readonly role: Role;
  readonly homeId: string;
  readonly zone: string;
  readonly staffId: string | null;
  readonly supporterId: string | null;
};
