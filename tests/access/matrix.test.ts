import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { addressOf } from '../../platform/http/client.ts';
import type { Endpoint } from '../../platform/http/endpoint.ts';
import { isPermission, permissions, type Role } from '../../src/access/index.ts';
import type { PlanTables } from '../../src/plan/index.ts';
import { openTestApi, type TestApi } from '../server/api.ts';
import { allEndpoints } from './contracts.ts';
import { byHeader } from './gate.ts';
import { fillOrganisation, personOf, postOf, roles } from './organisation.ts';

/**
 * Every route of every contract × every ready-made role and nobody at all: let through or refused, as the contract's
 * permission and the role's list of permissions say. What a role then sees of own and foreign records is asked in the
 * tests beside this one, for each route that names a record.
 */
const endpoints = await allEndpoints();
let database: TestDatabase<PlanTables>;
let api: TestApi;
beforeAll(async () => {
  database = await testDatabase();
  await fillOrganisation(database.owner);
  api = await openTestApi(null, {}, { database, gate: byHeader(database.db as never) });
});
afterAll(async () => {
  await api.close();
  await database.close();
});

const ask = async (endpoint: Endpoint, headers: Record<string, string>): Promise<string> => {
  const params = Object.fromEntries([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => [name, '0000000000']));
  const url = addressOf('', endpoint, params, undefined);
  const answer = await api.app.inject({ method: endpoint.method, url, headers });
  const code = answer.statusCode < 400 ? '' : ` ${answer.json().refusals?.[0]?.code}`;
  return `${answer.statusCode}${code}`;
};

/** Which answer a role is to get, and why. */
function expected({ permission }: Endpoint, role: Role): { readonly let: 'in' | 'not'; readonly why: string } {
  if (!isPermission(permission)) return { let: 'in', why: permission === 'anyone' ? '谁都可以' : '登录就可以' };
  const has = role.permissions.includes(permission);
  return { let: has ? 'in' : 'not', why: `${role.name}${has ? '有' : '没有'}「${permissions[permission].name}」` };
}

test('the contracts hold routes of every slice that has any', () => {
  expect(new Set(endpoints.map(({ slice }) => slice)).size).toBeGreaterThanOrEqual(6);
  expect(endpoints.length).toBeGreaterThan(60);
});

describe.each(endpoints.map((each) => ({ ...each, asks: each.endpoint.permission })))(
  '$name asks for $asks',
  ({ endpoint, slice }) => {
    test('nobody', async () => {
      const answer = await ask(endpoint, {});
      if (endpoint.permission === 'anyone') expect(answer).not.toMatch(/not-signed-in|^5/);
      else expect(answer).toBe('401 not-signed-in');
    });
    test.each(roles.map((role) => ({ role, ...expected(endpoint, role) })))(
      '$role.id: $why',
      async ({ role, let: wanted }) => {
        const answer = await ask(endpoint, { 'x-post': postOf(role.id), 'x-person': personOf(role.id) });
        if (wanted === 'not') expect(answer).toBe('403 not-allowed');
        // Without a session there is none to be ended and no account to be changed: the account slice says so itself.
        else if (answer === '401 not-signed-in') expect([slice, endpoint.permission]).toEqual(['account', 'signed-in']);
        else expect(answer).not.toMatch(/not-signed-in|not-allowed|^5/);
      },
    );
  },
);

test('no role mixes the administrators with each other or with business', () => {
  const kindsOf = (role: Role) => new Set(role.permissions.map((permission) => permissions[permission].kind));
  for (const role of roles) {
    const kinds = [...kindsOf(role)].filter((kind) => !['common', 'administrator'].includes(kind));
    expect(kinds, role.id).toHaveLength(1);
  }
  expect(roles.filter((role) => kindsOf(role).has('audit')).map(({ id }) => id)).toEqual(['audit-admin']);
});
