import { PERMISSIONS, ROLES, appOf, mayDo, permissionsOf } from './roles.ts';

describe('roles', () => {
  it('leave no permission without a role', () => {
    for (const [permission, roles] of Object.entries(PERMISSIONS)) expect([permission, roles.length]).not.toEqual([permission, 0]);
  });

  it('leave no role without a permission', () => {
    for (const role of ROLES) expect(permissionsOf(role)).not.toEqual([]);
  });

  it('let a supporter do nothing but what is made for supporters', () => {
    expect(permissionsOf('supporter')).toEqual(['media.read', 'media.write', 'family.read', 'family.write']);
  });

  it('lead staff to the staff app, and supporters to the family’s', () => {
    expect(ROLES.map(appOf)).toEqual(['staff', 'staff', 'staff', 'family']);
  });

  it('leave importing and releasing to the manager', () => {
    expect(mayDo('coordinator', 'import')).toBe(false);
    expect(mayDo('carer', 'promise.release')).toBe(false);
    expect(mayDo('manager', 'import')).toBe(true);
  });
});
