import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountDeps, accountGate } from '../../apps/server/account.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { addressOf } from '../../platform/http/client.ts';
import type { Endpoint } from '../../platform/http/endpoint.ts';
import { newId } from '../../platform/ids/index.ts';
import { isPermission } from '../../src/access/index.ts';
import { accountApi } from '../../src/account/contract.ts';
import type { PlanDeps, PlanTables } from '../../src/plan/index.ts';
import { type Browser, fillAccounts, goodPassword, loginOf, openBrowser } from '../account/world.ts';
import { openTestApi, type TestApi } from '../server/api.ts';
import { allEndpoints } from './contracts.ts';
import { fillOrganisation, roles } from './organisation.ts';

/** The whole server with real sessions, attacked on every route of every contract. */
const endpoints = await allEndpoints();
const changes = endpoints.filter(({ endpoint }) => endpoint.method !== 'GET');
let database: TestDatabase<PlanTables>;
let api: TestApi;
const browsers = new Map<string, Browser>();

beforeAll(async () => {
  database = await testDatabase();
  await fillOrganisation(database.owner);
  const plan = { db: database.db, clock: systemClock, newId } as unknown as PlanDeps;
  const faults: unknown[] = [];
  const account = accountDeps({ plan, demo: true, noteFault: (_number, cause) => void faults.push(cause) });
  await fillAccounts(account);
  api = await openTestApi(null, {}, { database, gate: await accountGate(account, null), account });
  for (const { id } of roles) {
    const browser = openBrowser(api.app, {});
    await browser.call(accountApi.login, { body: { login: loginOf(id), password: goodPassword } });
    browsers.set(id, browser);
  }
});
afterAll(async () => {
  await api.close();
  await database.close();
});

const pathOf = (endpoint: Endpoint, value = '0000000000'): string => {
  const params = Object.fromEntries([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => [name, value]));
  return addressOf('', endpoint, params, undefined);
};
const cookieOf = (browser: Browser): string => [...browser.cookies].map((pair) => pair.join('=')).join('; ');
/** A role that the gate would let through to this route. */
const roleFor = ({ permission }: Endpoint): string =>
  roles.find((role) => !isPermission(permission) || role.permissions.includes(permission))?.id ?? '';
const codeOf = (answer: { statusCode: number; json: () => { refusals?: { code: string }[] } }): string =>
  `${answer.statusCode} ${answer.statusCode < 400 ? '' : answer.json().refusals?.[0]?.code}`.trim();

describe.each(changes)('$name', ({ endpoint }) => {
  const ask = (headers: Record<string, string>) =>
    api.app.inject({
      method: endpoint.method,
      url: pathOf(endpoint),
      headers,
      ...(endpoint.body !== undefined && { payload: {} }),
    });

  test('a page of another site can do nothing with the session', async () => {
    const browser = browsers.get(roleFor(endpoint))!;
    const [cookie, token] = [cookieOf(browser), browser.csrf ?? ''];
    expect(codeOf(await ask({ cookie, 'x-csrf-token': token, origin: 'https://evil.example' }))).toBe(
      '403 origin-foreign',
    );
    expect(codeOf(await ask({ cookie, 'x-csrf-token': token, 'sec-fetch-site': 'cross-site' }))).toBe(
      '403 origin-foreign',
    );
    if (endpoint.permission === 'anyone') return;
    expect(codeOf(await ask({ cookie }))).toBe('403 csrf-wrong');
    const other = [...browsers.values()].find((one) => one !== browser)?.csrf ?? '';
    expect(codeOf(await ask({ cookie, 'x-csrf-token': other }))).toBe('403 csrf-wrong');
    expect(codeOf(await ask({ cookie: `${cookie}; ${cookie}`, 'x-csrf-token': token }))).toBe('401 not-signed-in');
    expect(codeOf(await ask({ cookie: 'jw_session=forged', 'x-csrf-token': token }))).toBe('401 not-signed-in');
  });
});

const hostile = [
  "' or '1'='1",
  "'; drop table plan; --",
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '\u0000',
  '\ud800',
  '%',
  '_'.repeat(199),
  '{"$gt":""}',
  '__proto__',
  '-1',
  '1e309',
  '９９９',
] as const;

describe.each(endpoints.filter(({ name }) => !['accountApi.logout', 'accountApi.endSessions'].includes(name)))(
  '$name',
  ({ endpoint }) => {
    test('hostile words in address, query and body are refused in words, never a fault', async () => {
      const browser = browsers.get(roleFor(endpoint))!;
      const headers = { cookie: cookieOf(browser), 'x-csrf-token': browser.csrf ?? '' };
      const names = Object.keys((endpoint.query as { properties?: object } | undefined)?.properties ?? { text: 1 });
      const fields = Object.keys((endpoint.body as { properties?: object } | undefined)?.properties ?? { x: 1 });
      for (const word of hostile) {
        const query = new URLSearchParams(names.map((name) => [name, word.toWellFormed()]));
        const payload = Object.fromEntries(
          [...fields, '__proto__', 'constructor', 'isAdmin'].map((name) => [name, word]),
        );
        const url = `${pathOf(endpoint, word.toWellFormed())}?${query}`;
        const body = endpoint.method === 'GET' ? {} : { payload: JSON.stringify(payload) };
        const type = endpoint.method === 'GET' ? {} : { 'content-type': 'application/json' };
        const answer = await api.app.inject({
          method: endpoint.method,
          url,
          headers: { ...headers, ...type },
          ...body,
        });
        expect(answer.statusCode, `${word}: ${answer.body.slice(0, 300)}`).toBeLessThan(500);
        expect(answer.body).not.toMatch(/root:x:0|node_modules|syntax error at/);
      }
    });
  },
);

test('no fault of ours came up', () => {
  expect(api.faults).toEqual([]);
});

describe('bodies', () => {
  test.each(endpoints.filter(({ endpoint }) => endpoint.body !== undefined || endpoint.query !== undefined))(
    '$name takes no field that it does not name',
    ({ endpoint }) => {
      expect(openObjects(endpoint.body, 'body')).toEqual([]);
      expect(openObjects(endpoint.query, 'query')).toEqual([]);
      expect(openObjects(endpoint.params, 'params')).toEqual([]);
    },
  );
  test('a body over the limit is cut off', async () => {
    const browser = browsers.get('chain-office')!;
    const answer = await api.app.inject({
      method: 'POST',
      url: '/api/v1/session/post',
      headers: { cookie: cookieOf(browser), 'x-csrf-token': browser.csrf ?? '', 'content-type': 'application/json' },
      payload: JSON.stringify({ postId: 'x'.repeat(5 * 1024 * 1024) }),
    });
    expect(codeOf(answer)).toBe('413 too-large');
  });
});

/** Places of a schema where an object lets any field in; records with a pattern for their keys are named on purpose. */
function openObjects(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, properties, additionalProperties, ...rest } = schema as Record<string, unknown>;
  const open = type === 'object' && properties !== undefined && additionalProperties !== false ? [at] : [];
  const inner = [
    ...Object.entries((properties ?? {}) as Record<string, unknown>),
    ...['items', 'anyOf', 'oneOf', 'allOf', 'patternProperties'].flatMap((key) =>
      typeof rest[key] === 'object' && rest[key] !== null
        ? key === 'items'
          ? [[key, rest[key]] as [string, unknown]]
          : Object.entries(rest[key] as Record<string, unknown>)
        : [],
    ),
  ];
  return [...open, ...inner.flatMap(([name, value]) => openObjects(value, `${at}.${name}`))];
}
