import { describe, expect, test } from 'vitest';
import type { Permission } from '../../../access/domain/index.ts';
import { settledScope } from './grant.ts';
import { checkAdministrators, checkSeparation, type Holding } from './separation.ts';

const today = '2025-06-01';
const roles = {
  system: ['organisation.write', 'account.manage'],
  security: ['access.grant', 'organisation.read'],
  audit: ['audit.read'],
  business: ['plan.read', 'organisation.read'],
} as const satisfies Record<string, readonly Permission[]>;
const holding = (personId: string, role: keyof typeof roles, more: Partial<Holding> = {}): Holding => ({
  ...{ postId: `${personId}-${role}`, personId, personName: personId, roleName: role, permissions: roles[role] },
  ...{ deputy: false, validFrom: null, validTo: null },
  ...more,
});
const separation = (...held: Holding[]) => checkSeparation(held, today).map(({ given, limit }) => `${limit}: ${given}`);
const left = (before: Holding[], after: Holding[]) =>
  checkAdministrators(before, after, today).map(({ given }) => given);

describe('separation of duties', () => {
  test('several posts of one kind go together, for different people nothing matters', () => {
    expect(separation(holding('a', 'business'), holding('a', 'business'), holding('b', 'system'))).toEqual([]);
  });

  test.each([
    ['system', 'security'],
    ['security', 'audit'],
    ['audit', 'system'],
    ['system', 'business'],
    ['audit', 'business'],
  ] as const)('%s and %s may not be one person, deputies included', (one, other) => {
    expect(separation(holding('a', one), holding('a', other))).toEqual([`a: ${one}、${other}`]);
    expect(separation(holding('a', one), holding('a', other, { deputy: true }))).toHaveLength(1);
  });

  test('what is over does not count, what is to come does', () => {
    expect(separation(holding('a', 'system'), holding('a', 'audit', { validTo: today }))).toEqual([]);
    expect(separation(holding('a', 'system'), holding('a', 'audit', { validFrom: '2025-07-01' }))).toHaveLength(1);
  });
});

describe('administrators', () => {
  const all = [holding('a', 'system'), holding('b', 'security'), holding('c', 'audit')];

  test('the last of each stays', () => {
    expect(left(all, all.slice(1))).toEqual(['system']);
    expect(left(all, [])).toEqual(['system', 'security', 'audit']);
    expect(left([...all, holding('d', 'system')], all.slice(1))).toEqual(['system']);
    expect(left([...all, holding('d', 'system')], [...all.slice(1), holding('d', 'system')])).toEqual([]);
  });

  test('one who ends, has not begun, or only deputises does not take the place', () => {
    for (const more of [{ validTo: '2025-07-01' }, { validFrom: '2025-07-01' }, { deputy: true }])
      expect(left(all, [holding('d', 'system', more), ...all.slice(1)])).toEqual(['system']);
  });

  test('what was missing before is nobody’s fault', () => expect(left([], [])).toEqual([]));
});

describe('the scope of a grant', () => {
  test('a role over regions takes that of the unit unless another is named', () => {
    expect(settledScope('region', { region: null, chains: ['c', 'c'] }, '990100').scope).toEqual({
      region: '990100',
      chains: ['c'],
    });
    expect(settledScope('region', { region: '990103', chains: [] }, '990100').scope.region).toBe('990103');
  });

  test.each([
    ['unit', { region: '990100', chains: ['c'] }, ['grant-region-needless']],
    ['published', { region: null, chains: ['c'] }, ['grant-chains-needless']],
    ['installation', { region: '990100', chains: ['c'] }, ['grant-region-needless', 'grant-chains-needless']],
    ['unit', { region: null, chains: ['c'] }, []],
  ] as const)('%s with %j', (scope, given, wanted) => {
    expect(settledScope(scope, given, '990100').refusals.map(({ code }) => code)).toEqual(wanted);
  });
});
