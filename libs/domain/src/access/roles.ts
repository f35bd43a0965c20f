/** Which role may call which operation: the whole policy as one table. */

export const ROLES = ['carer', 'coordinator', 'manager', 'supporter'] as const;
export type Role = (typeof ROLES)[number];

const STAFF: readonly Role[] = ['carer', 'coordinator', 'manager'];
const PLANNERS: readonly Role[] = ['coordinator', 'manager'];
const MANAGER: readonly Role[] = ['manager'];
const SUPPORTER: readonly Role[] = ['supporter'];

/** Which of the two apps is theirs. */
export function appOf(role: Role): 'staff' | 'family' {
  return role === 'supporter' ? 'family' : 'staff';
}

/** Permission → roles. What is not listed here is refused to everyone. */
export const PERMISSIONS = {
  'change.read': STAFF,
  'change.record': STAFF,
  'people.read': STAFF,
  'people.write': STAFF,
  /** Sensitive memories and the story behind a topic to avoid; a named worker reads those of their own people as well. */
  'sensitive.read': PLANNERS,
  'authority.write': MANAGER,
  'circle.write': MANAGER,
  'decision.record': STAFF,
  /** Row policies and consent decide which ones. */
  'media.read': ROLES,
  'media.write': ROLES,
  'media.erase': MANAGER,
  'status.write': PLANNERS,
  'library.read': STAFF,
  'library.write': STAFF,
  /** What the home plans with: taking up, retiring, bringing back. */
  'library.offer': PLANNERS,
  'venue.check': STAFF,
  'venue.write': PLANNERS,
  'staff.read': STAFF,
  'staff.write': PLANNERS,
  'plan.read': STAFF,
  'plan.write': PLANNERS,
  'plan.publish': PLANNERS,
  'plan.go': STAFF,
  'wish.write': STAFF,
  'promise.read': STAFF,
  'promise.make': STAFF,
  'promise.explain': STAFF,
  'promise.release': MANAGER,
  /** What the home advertises, and why a week fell short of it. */
  'claim.write': MANAGER,
  /** What waits for the manager, and what has gone to the group. */
  'escalation.read': MANAGER,
  /** Words leave the ledger only where the law says so. */
  'ledger.erase': MANAGER,
  'choice.read': STAFF,
  'choice.write': STAFF,
  'day.read': STAFF,
  'day.record': STAFF,
  'round.read': STAFF,
  'round.record': STAFF,
  'handover.read': STAFF,
  'handover.write': STAFF,
  'reablement.read': STAFF,
  'reablement.write': STAFF,
  /** How much support somebody has, and how it becomes less. Stopping that is for everybody who works here. */
  'taper.write': PLANNERS,
  'import': MANAGER,
  'access.invite': MANAGER,
  /** Calendar links and weekly e-mails of supporters: see which there are and end them. */
  'outward.manage': MANAGER,
  /** What a supporter may see, on paper for them. */
  'outward.print': PLANNERS,
  /** What families ask, when they come and what they tell: for everybody who works here. */
  'family.heed': STAFF,
  /** What a first answer did not answer. */
  'family.reply': MANAGER,
  'family.read': SUPPORTER,
  'family.write': SUPPORTER,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export function mayDo(role: Role, permission: Permission): boolean {
  return PERMISSIONS[permission].includes(role);
}

/** Everything a role may call, for a screen to show what can be done. */
export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => mayDo(role, permission));
}
