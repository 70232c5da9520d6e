import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../apps/server/app.ts';
import { noteIn } from '../../apps/server/faults.ts';
import { openUnderstanding } from '../../apps/server/understanding.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { gateFor } from '../../platform/http/gate.ts';
import { newId } from '../../platform/ids/index.ts';
import { openLog } from '../../platform/log/index.ts';
import { openMetrics } from '../../platform/metrics/index.ts';
import { localOperator } from '../../src/access/index.ts';
import type { PlanTables } from '../../src/plan/index.ts';
import { allEndpoints } from '../access/contracts.ts';

/** Log, figures and names of a server that listens. */
let database: TestDatabase<PlanTables>;
const understanding = openUnderstanding();
const lines: string[] = [];
const endpoints = (await allEndpoints()).map(({ endpoint }) => endpoint);
const person = { ...localOperator, id: 'u7', name: '欧阳临江' };

async function appWith(edge: { trustedProxies?: string[]; publicUrl?: string; token?: string; addresses?: string[] }) {
  const log = openLog({ level: 'debug', clock: systemClock, readable: false, write: (line) => lines.push(line) });
  return buildApp({
    plan: { db: database.db, clock: systemClock, newId, understanding },
    gate: gateFor(person),
    webFolder: null,
    onlyThisMachine: true,
    noteFault: noteIn(log),
    edge: {
      publicUrl: edge.publicUrl ?? null,
      trustedProxies: edge.trustedProxies ?? null,
      log,
      metrics: openMetrics(),
      metricsReaders: { token: edge.token ?? null, addresses: edge.addresses ?? null },
    },
  });
}

beforeAll(async () => {
  database = await testDatabase<PlanTables>();
});
afterAll(async () => {
  await understanding.close();
  await database.close();
});

/** What people type and send, and what is theirs: none of it may stand in a log. */
const personal = {
  name: '欧阳临江',
  phone: '13870001234',
  number: '360111199001011234',
  token: 'c2VjcmV0LXRva2VuLW9mLWE',
  mail: 'ouyang@example.gov.cn',
};

describe('the log', () => {
  test('tells of every route what was asked and how it went, and nothing of whom or what', async () => {
    lines.length = 0;
    const app = await appWith({});
    const all = Object.values(personal).join(' ');
    for (const { method, path } of endpoints) {
      const url = `/api/v1${path.replace(/:\w+/g, encodeURIComponent(personal.phone))}?text=${encodeURIComponent(all)}`;
      const headers = {
        cookie: `jw_session=${personal.token}`,
        authorization: `Bearer ${personal.token}`,
        'x-csrf-token': personal.token,
        'user-agent': personal.mail,
        referer: `http://localhost/${personal.number}`,
      };
      await app.inject({
        method,
        url,
        headers,
        ...(method !== 'GET' && { payload: { note: all, title: all, ...personal } }),
      });
    }
    await app.inject({ url: `/${encodeURIComponent(all)}?x=${personal.phone}` });
    await app.inject({ url: `/api/v1/plans/${encodeURIComponent(all)}/none` });
    await app.close();
    const text = lines.join('');
    expect(lines.length).toBe(endpoints.length + 2);
    for (const secret of Object.values(personal)) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(encodeURIComponent(secret));
    }
    const [first] = lines.map((line) => JSON.parse(line));
    expect(first).toMatchObject({ level: 'info', event: 'request', person: 'u7', request: expect.any(String) });
    for (const line of lines)
      expect(
        Object.keys(JSON.parse(line)).filter(
          (name) => !/^(time|level|event|request|method|route|status|ms|person)$/.test(name),
        ),
      ).toEqual([]);
  });

  test('a fault has the number that the person was told, its kind and place, and no words of the person', async () => {
    lines.length = 0;
    const app = await appWith({});
    app.get('/broken', async () => {
      throw Object.assign(new Error(`no such person "${personal.name}" ${personal.phone}`), {
        detail: personal.number,
      });
    });
    const answer = await app.inject({ url: '/broken' });
    await app.close();
    const [refusal] = answer.json().refusals;
    const told = lines.map((line) => JSON.parse(line)).find(({ event }) => event === 'fault');
    expect(told).toMatchObject({ level: 'error', request: refusal.given, error: 'Error', words: 'no such person … …' });
    expect(told.stack[0]).toContain('watch.test.ts');
    expect(lines.join('')).not.toMatch(/欧阳|1387|3601/);
  });
});

describe('the figures', () => {
  test('count answers by pattern, and rows by state', async () => {
    const app = await appWith({});
    for (let times = 0; times < 3; times += 1) await app.inject({ url: `/api/v1/plans/${newId()}` });
    const text = (await app.inject({ url: '/metrics' })).body;
    expect(text).toContain('jingwei_http_requests_total{method="GET",route="/api/v1/plans/:planId",status="404"} 3');
    expect(text).toContain('jingwei_http_request_seconds_count{method="GET",route="/api/v1/plans/:planId"} 3');
    expect(text).toMatch(/^jingwei_rows\{what="audit",state="entries"\} \d+$/m);
    expect(text).toMatch(/^jingwei_rows\{what="sessions",state="open"\} 0$/m);
    expect(text).toMatch(/^jingwei_db_connections\{state="waiting"\} 0$/m);
    await app.close();
  });

  test('are for this machine, listed addresses and those with the token', async () => {
    const app = await appWith({ token: 'a token of sixteen', addresses: ['10.8.0.0/24'] });
    const from = async (remoteAddress: string, headers = {}) =>
      (await app.inject({ url: '/metrics', remoteAddress, headers: { host: 'jingwei:7140', ...headers } })).statusCode;
    expect(await from('127.0.0.1')).toBe(200);
    expect(await from('10.8.0.9')).toBe(200);
    expect(await from('10.9.0.9')).toBe(403);
    expect(await from('10.9.0.9', { authorization: 'Bearer a token of sixteen' })).toBe(200);
    expect(await from('10.9.0.9', { authorization: 'Bearer a token of sixteem' })).toBe(403);
    expect(await from('127.0.0.1', { 'x-forwarded-for': '10.9.0.9' })).toBe(403);
    await app.close();
  });

  test('behind a proxy that we know, the caller is whom it tells', async () => {
    const app = await appWith({ trustedProxies: ['127.0.0.1'] });
    const from = async (headers: Record<string, string>) => (await app.inject({ url: '/metrics', headers })).statusCode;
    expect(await from({ 'x-forwarded-for': '203.0.113.9' })).toBe(403);
    expect(await from({ 'x-forwarded-for': '127.0.0.1' })).toBe(200);
    await app.close();
  });
});

test('with a public address that name is ours, over https for good; others are refused', async () => {
  const app = await appWith({ publicUrl: 'https://jingwei.example.gov.cn' });
  const ask = (host: string, origin?: string) =>
    app.inject({ method: 'POST', url: '/api/v1/imports', headers: { host, ...(origin && { origin }) } });
  const own = await ask('jingwei.example.gov.cn', 'https://jingwei.example.gov.cn');
  expect([own.statusCode, own.headers['strict-transport-security']]).toEqual([
    415,
    'max-age=31536000; includeSubDomains',
  ]);
  expect((await ask('127.0.0.1:7140')).statusCode).toBe(415);
  expect((await ask('evil.example')).statusCode).toBe(403);
  expect((await ask('jingwei.example.gov.cn', 'https://evil.example')).statusCode).toBe(403);
  await app.close();
});
