import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planApi } from '../../src/plan/contract.ts';
import { openTestApi, type TestApi } from './api.ts';

const document = readFileSync(join(import.meta.dirname, '..', '..', 'packs', 'linjiang-tasks-2025', 'document.txt'));
const stranger = { planId: '0000000000' };

let api: TestApi;
let plan: { planId: string };
beforeAll(async () => {
  api = await openTestApi();
  plan = { planId: (await api.upload({ name: '方案.txt', content: document })).body.planIds[0]! };
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
});

const edit = (body: unknown, params: object = plan) =>
  api.refused(planApi.correctItem, { params: { itemId: 'I1', ...params }, body });

describe('what does not fit the contract', () => {
  test.each([
    ['no revision', { content: {} }, '400 field-missing'],
    ['a revision in words', { revision: '一' }, '400 type-wrong'],
    ['an unknown field', { revision: 1, more: 1 }, '400 field-unexpected'],
    ['an unknown review', { revision: 1, review: 'good' }, '400 value-not-listed'],
    ['the zero sign', { revision: 1, content: { name: 'a\u0000b' } }, '400 text-unstorable'],
    ['half a pair', { revision: 1, content: { name: '\ud800' } }, '400 text-unstorable'],
    ['content of another kind', { revision: 1, content: { units: ['市工信局'] } }, '400 field-unexpected'],
    ['a list', [], '400 type-wrong'],
  ])('%s', async (_name, body, expected) => {
    const draft = await api.call(planApi.readDraft, { params: plan });
    const itemId = draft.items.find((item) => item.kind === 'indicator')!.id;
    expect(await edit(body, { ...plan, itemId })).toBe(expected);
  });

  test.each([
    ['broken JSON', 'application/json', '{"revision":', '400 json-unreadable'],
    ['another type', 'text/plain', 'hello', '415 media-type-unsupported'],
    ['nothing', 'application/json', '', '400 json-unreadable'],
  ])('%s', async (_name, type, payload, expected) => {
    const url = `/api/v1/plans/${plan.planId}/undo`;
    const answer = await api.app.inject({ method: 'POST', url, headers: { 'content-type': type }, payload });
    expect(`${answer.statusCode} ${answer.json().refusals[0].code}`).toBe(expected);
  });

  test('a body of five megabytes and parameters out of form', async () => {
    expect(await edit({ revision: 1, content: { name: 'x'.repeat(5 * 1024 * 1024) } })).toBe('413 too-large');
    expect(await api.refused(planApi.readPlan, { params: { planId: "1' or 1=1" } })).toBe('400 form-wrong');
    expect(await api.refused(planApi.readEdition, { params: { ...plan, number: 1e30 } })).toMatch(/^400/);
    expect(await api.refused(planApi.listPlans, { query: { page: 0 } })).toBe('400 value-out-of-bounds');
  });
});

describe('what the plan refuses', () => {
  test('foreign ids', async () => {
    expect(await api.refused(planApi.readPlan, { params: stranger })).toBe('404 plan-unknown');
    expect(await api.refused(planApi.readDraft, { params: stranger })).toBe('404 plan-unknown');
    expect(await api.refused(planApi.readHistory, { params: stranger })).toBe('404 plan-unknown');
    expect(await edit({ revision: 1 }, stranger)).toBe('404 plan-unknown');
    expect(await edit({ revision: 1, review: 'confirmed' }, { ...plan, itemId: 'I9999' })).toBe('404 item-unknown');
    expect(await api.refused(planApi.readEdition, { params: { ...plan, number: 1 } })).toBe('404 edition-unknown');
    expect(await api.refused(planApi.readImport, { params: { importId: '0000000000' } })).toBe('404 import-unknown');
    const finding = {
      params: { ...plan, findingId: 'sum@1-2' },
      body: { revision: 1, state: 'dismissed', reason: '无误' },
    };
    expect(await api.refused(planApi.setFinding, finding)).toBe('404 finding-unknown');
  });

  test('an old revision is told what happened since', async () => {
    const draft = await api.call(planApi.readDraft, { params: plan });
    const [first] = draft.items;
    const body = { revision: draft.revision, review: 'confirmed' } as const;
    await api.call(planApi.correctItem, { params: { ...plan, itemId: first!.id }, body });
    const url = `/api/v1/plans/${plan.planId}/items/${first!.id}`;
    const answer = await api.app.inject({ method: 'PATCH', url, payload: body });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({
      refusals: [{ code: 'revision-conflict', given: draft.revision, limit: draft.revision + 1 }],
      revision: draft.revision + 1,
      changes: [
        {
          action: 'review-items',
          items: [{ itemId: first!.id, fields: [{ field: 'review', from: 'unreviewed', to: 'confirmed' }] }],
        },
      ],
    });
  });

  test('a published edition: no change, no second publication', async () => {
    const { body } = await api.upload({ name: '方案.txt', content: document });
    const params = { planId: body.planIds[0]! };
    await api.call(planApi.publishPlan, { params, body: { revision: 1, acknowledge: '照原文发布' } });
    expect(await api.refused(planApi.publishPlan, { params, body: { revision: 1 } })).toBe('409 revision-conflict');
    expect(await api.refused(planApi.publishPlan, { params, body: { revision: 2 } })).toBe('409 draft-missing');
    expect(await edit({ revision: 2, review: 'confirmed' }, params)).toBe('409 draft-missing');
    expect(await api.refused(planApi.restoreDraft, { params, body: { revision: 2 } })).toBe('409 nothing-to-restore');
  });
});

describe('what an upload refuses', () => {
  const codes = async (file: Parameters<TestApi['upload']>[0]) => {
    const { status, body } = await api.upload(file);
    return `${status} ${body.refusals[0]?.code}`;
  };
  test.each([
    ['nothing in it', '方案.txt', '', '422 empty'],
    ['a program', '方案.exe', 'MZ', '415 unsupported'],
    ['a wrong name', '方案.docx', '只是文字，不是压缩包', '415 wrong-extension'],
    ['no name', '', '文字', '415 unsupported'],
  ])('%s', async (_what, name, content, expected) => {
    expect(await codes({ name, content })).toBe(expected);
  });

  test('no file, no form, a field that does not belong, a plan that is none', async () => {
    const boundary = 'x'.repeat(20);
    const noFile = await api.app.inject({
      method: 'POST',
      url: '/api/v1/imports',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `--${boundary}--\r\n`,
    });
    expect(noFile.json().refusals[0].code).toBe('file-missing');
    expect((await api.app.inject({ method: 'POST', url: '/api/v1/imports', payload: {} })).statusCode).toBe(415);
    expect(await codes({ name: '方案.txt', content: document, fields: { more: '1' } })).toBe('400 field-unexpected');
    expect(await codes({ name: '方案.txt', content: document, fields: { asEditionOf: 'x' } })).toBe('400 form-wrong');
    expect(
      await codes({
        name: '方案.txt',
        content: document,
        fields: { asEditionOf: '0000000000' },
      }),
    ).toBe('404 plan-unknown');
  });

  test('fifty-one megabytes, and the server lives on', async () => {
    expect(await codes({ name: '方案.txt', content: Buffer.alloc(51 * 1024 * 1024, 0x61) })).toBe('413 too-large');
    expect((await api.app.inject({ url: '/readyz' })).json()).toEqual({ ready: true });
  });

  test('a crowd of uploads at once is done one after the other; only the overflow is told to come again', async () => {
    const crowd = Array.from({ length: 40 }, () => api.upload({ name: '空.txt', content: '' }));
    const told = (await Promise.all(crowd)).map(({ status }) => status);
    expect(told.filter((status) => status === 422).length).toBeGreaterThanOrEqual(32);
    expect(told.every((status) => status === 422 || status === 503)).toBe(true);
    expect(await codes({ name: '空.txt', content: '' })).toBe('422 empty');
  });

  test('a refused upload leaves nothing behind', async () => {
    const before = await api.database.owner.selectFrom('source_file').select('id').execute();
    await api.upload({ name: '方案.docx', content: 'PK\u0003\u0004broken' });
    expect(await api.database.owner.selectFrom('source_file').select('id').execute()).toHaveLength(before.length);
  });
});
