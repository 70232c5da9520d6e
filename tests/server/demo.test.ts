import { afterAll, beforeAll, expect, test } from 'vitest';
import { askApp } from '../../apps/server/ask-app.ts';
import { importDemo } from '../../apps/server/demo.ts';
import { readSourceBuffer } from '../../platform/files/index.ts';
import { planApi } from '../../src/plan/contract.ts';
import { openTestApi, type TestApi } from './api.ts';

let api: TestApi;
const said: string[] = [];
beforeAll(async () => {
  // As on a machine without LibreOffice: the old formats are passed over, and the rest is there.
  api = await openTestApi(null, { read: (name, bytes) => readSourceBuffer(name, bytes, { soffice: null }) });
  await importDemo(
    () => askApp(api.app),
    (line) => said.push(line),
  );
});
afterAll(() => api.close());

const plansCalled = async (text: string) =>
  (await api.call(planApi.listPlans, { query: { text, pageSize: 200 } })).plans;

test('the invented city is imported, reviewed and published, with parents and a second edition', async () => {
  const [textile] = await plansCalled('现代纺织产业提质升级三年行动方案');
  expect(textile).toMatchObject({ status: 'published', latestEdition: 2, counts: { unreviewed: 0 } });
  const planId = textile!.id;
  const diff = await api.call(planApi.diffEditions, { params: { planId }, query: { from: 1, to: 2 } });
  expect(diff.counts.same).toBeGreaterThan(0);
  expect(diff.counts.changed + diff.counts.added).toBeGreaterThan(0);
  const { parents, children } = await api.call(planApi.readPlan, { params: { planId } });
  expect(parents.map((parent) => parent.title)).toContain('东澜省制造业强链行动计划（2024—2027年）');
  expect(children.length).toBeGreaterThan(0);
});

test('the document with faults stays a draft to be tried', async () => {
  const [faulty] = await plansCalled('新型材料产业培育行动方案');
  expect(faulty).toMatchObject({ status: 'draft', latestEdition: null });
  expect(faulty!.counts.errors).toBeGreaterThan(0);
});

test('what cannot be read here is told, and a database with plans is left alone', async () => {
  expect(said.filter((line) => line.includes('LibreOffice'))).toHaveLength(4);
  expect(said.at(-1)).toMatch(/^演示资料已就绪/);
  const { total } = await api.call(planApi.listPlans, { query: {} });
  await importDemo(
    () => askApp(api.app),
    (line) => said.push(line),
  );
  expect((await api.call(planApi.listPlans, { query: {} })).total).toBe(total);
});
