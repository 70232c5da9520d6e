import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyApi } from '../../src/policy/contract.ts';
import { compilePolicy, FactTable } from '../../src/policy/domain/index.ts';
import { openTestApi, type TestApi } from '../server/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi(null, {}, { gate: { admit: async () => null, refused: async () => undefined } });
});
afterAll(() => api.close());

test('anybody is given every policy as rules that compile where he is, and no worked example', async () => {
  const { facts, policies, on } = await api.call(policyApi.readOffer, {});
  expect(policies.length).toBeGreaterThanOrEqual(5);
  const table = new FactTable(facts);
  for (const { hash, content } of policies) {
    expect(compilePolicy(content, table, { hash, on: '2025-06-30' }).faults, content.id).toEqual([]);
    expect(content.clauses.flatMap(({ examples }) => examples)).toEqual([]);
  }
  expect(on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('nobody who is unknown may try a policy out', async () => {
  const params = { policyId: 'hunan-textile-2023' };
  expect(await api.refused(policyApi.readFigures, { params })).toBe('401 not-signed-in');
  expect(await api.refused(policyApi.tryPolicy, { params, query: { on: '2025-12-31' } })).toBe('401 not-signed-in');
});
