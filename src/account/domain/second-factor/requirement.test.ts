import { expect, test } from 'vitest';
import { needsSecondFactor } from './requirement.ts';

const clerk = { roleId: 'reporting-clerk', permissions: ['plan.read'] } as const;
const security = { roleId: 'security-admin', permissions: ['access.grant'] } as const;
const idle = { roleId: null, permissions: [] } as const;

test.each([
  ['a clerk', [clerk], [], true, false],
  ['a clerk whose role is named', [clerk], ['reporting-clerk'], true, true],
  ['an administrator', [security], [], true, true],
  ['an administrator of the demo', [security], [], false, false],
  ['an administrator of the demo whose role is named', [security], ['security-admin'], false, true],
  ['one of several posts is enough', [idle, clerk, security], [], true, true],
  ['a post without a role', [idle], ['reporting-clerk'], true, false],
  ['nobody', [], ['reporting-clerk'], true, false],
] as const)('%s', (_who, posts, roles, administrators, needed) => {
  expect(needsSecondFactor(posts, { roles, administrators })).toBe(needed);
});
