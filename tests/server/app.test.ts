import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTemporaryFolder } from '../../platform/db/testing/index.ts';
import { planApi } from '../../src/plan/contract.ts';
import { openTestApi, type TestApi } from './api.ts';

const web = openTemporaryFolder('web');
mkdirSync(join(web, 'assets'));
writeFileSync(join(web, 'index.html'), '<!doctype html><title>经纬</title>');
writeFileSync(join(web, 'assets', 'app-1a2b.js'), 'export {};');

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi(web);
});
afterAll(async () => {
  await api.close();
  rmSync(web, { recursive: true, force: true });
});

describe('pages', () => {
  test.each(['/', '/plans/abc', '/plans/abc/editions/1?item=I1'])('%s gives the first page', async (url) => {
    const page = await api.app.inject({ url });
    expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(page.body).toContain('经纬');
  });
  test('files with a hash may be kept, missing ones are missing', async () => {
    const script = await api.app.inject({ url: '/assets/app-1a2b.js' });
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await api.app.inject({ url: '/assets/gone.js' })).statusCode).toBe(404);
    expect((await api.app.inject({ url: '/../package.json' })).statusCode).toBe(404);
    expect((await api.app.inject({ url: '/%2e%2e/%2e%2e/etc/passwd' })).body).not.toContain('root:');
  });
});

describe('safety', () => {
  test('every answer carries the policy; the API is never kept', async () => {
    for (const url of ['/', '/api/v1/plans', '/api/v1/none', '/assets/app-1a2b.js']) {
      const { headers } = await api.app.inject({ url });
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    expect((await api.app.inject({ url: '/api/v1/plans' })).headers['cache-control']).toBe('no-store');
  });
  test.each([
    ['a name that is not ours', { host: 'evil.example' }, 'GET'],
    ['another origin', { host: 'localhost:7140', origin: 'http://evil.example' }, 'POST'],
    ['another port', { host: 'localhost:7140', origin: 'http://localhost:9999' }, 'POST'],
    ['a sandboxed page', { host: 'localhost:7140', origin: 'null' }, 'POST'],
  ] as const)('%s is refused', async (_what, headers, method) => {
    const answer = await api.app.inject({ method, url: '/api/v1/imports', headers });
    expect(answer.statusCode).toBe(403);
    expect(answer.json().refusals[0].code).toBe('origin-foreign');
  });
  test('our own origin is not', async () => {
    const headers = { host: 'localhost:7140', origin: 'http://localhost:7140', 'sec-fetch-site': 'same-origin' };
    expect((await api.app.inject({ method: 'POST', url: '/api/v1/imports', headers })).statusCode).toBe(415);
  });
  test.each(['/%E0%A4%A', `/api/v1/plans/${'x'.repeat(500)}`])('an address that is none: %s', async (url) => {
    const answer = await api.app.inject({ url });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.json().refusals[0].message).toMatch(/。$/);
  });
  test('an unknown address is told in a sentence', async () => {
    const answer = await api.app.inject({ url: '/api/v1/none' });
    expect(answer.statusCode).toBe(404);
    expect(answer.json().refusals[0].message).toContain('/api/v1/none');
  });
});

test('the API describes itself: every endpoint of the contract, with its schemas', async () => {
  const api31 = (await api.app.inject({ url: '/api/openapi.json' })).json();
  expect(api31.openapi).toBe('3.1.0');
  for (const { path, method, summary } of Object.values(planApi)) {
    const described = api31.paths[`/api/v1${path.replace(/:(\w+)/g, '{$1}')}`]?.[method.toLowerCase()];
    expect(described?.summary, path).toBe(summary);
  }
  const body = api31.paths['/api/v1/plans/{planId}/items'].post.requestBody.content['application/json'].schema;
  expect(Object.keys(body.properties)).toContain('kind');
});

test('alive and ready; without its database not ready, and told so without a trace of the code', async () => {
  expect((await api.app.inject({ url: '/healthz' })).json()).toEqual({ alive: true });
  expect((await api.app.inject({ url: '/readyz' })).statusCode).toBe(200);
  const other = await openTestApi();
  expect((await other.app.inject({ url: '/readyz' })).statusCode).toBe(200);
  await other.database.db.destroy();
  expect((await other.app.inject({ url: '/readyz' })).statusCode).toBe(503);
  const answer = await other.app.inject({ url: '/api/v1/plans' });
  expect(answer.statusCode).toBeGreaterThanOrEqual(500);
  expect(answer.json().refusals[0].message).toMatch(/。$/);
  expect(answer.body).not.toMatch(/\.ts|node_modules|at /);
  await other.app.close();
});
