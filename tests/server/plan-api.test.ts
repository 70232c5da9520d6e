import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DraftJson, planApi } from '../../src/plan/contract.ts';
import { openTestApi, type TestApi } from './api.ts';

const packs = join(import.meta.dirname, '..', '..', 'packs');
const seeded = readFileSync(join(packs, 'linjiang-seeded-faults', 'document.md'));
const tasks = readFileSync(join(packs, 'linjiang-tasks-2025', 'document.txt'));

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
});

async function importText(content: string | Buffer, name = '方案.txt'): Promise<DraftJson> {
  const { status, body } = await api.upload({ name, content });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return api.call(planApi.readDraft, { params: { planId: body.planIds[0]! } });
}
const revisionOf = async (planId: string) => (await api.call(planApi.readPlan, { params: { planId } })).revision;
const publish = async (planId: string) =>
  api.call(planApi.publishPlan, {
    params: { planId },
    body: { revision: await revisionOf(planId), acknowledge: '照原文发布' },
  });

describe('from upload to edition', () => {
  test('a file becomes a draft whose items all stand in its text; the original comes back byte for byte', async () => {
    const draft = await importText(tasks, '分工方案.txt');
    expect(draft.source.fileName).toBe('分工方案.txt');
    expect(draft.items.filter((item) => item.kind === 'task').length).toBeGreaterThan(3);
    const { start, text } = draft.source;
    for (const { id, content } of draft.items) {
      const words = text.slice(content.start - start, content.end - start);
      expect(words.trim().length, id).toBeGreaterThan(0);
    }
    const original = await api.app.inject({ url: `/api/v1/plans/${draft.planId}/source` });
    expect(original.rawPayload.equals(tasks)).toBe(true);
    expect(original.headers['content-disposition']).toContain("filename*=UTF-8''%E5%88%86%E5%B7%A5");
  });

  test('a gazette becomes one draft for each of its documents', async () => {
    const { status, body } = await api.upload({
      name: '公报.txt',
      content: readFileSync(join(packs, 'linjiang-gazette-2025', 'document.txt')),
    });
    expect(status).toBe(201);
    expect(body.planIds.length).toBe(4);
    const again = await api.upload({
      name: '又一次.txt',
      content: readFileSync(join(packs, 'linjiang-gazette-2025', 'document.txt')),
    });
    expect(again.body.plans.map((plan) => plan.sameAs)).toEqual(body.planIds);
  });

  test('review, correct, publish, revise, compare', async () => {
    const { planId, items } = await importText(seeded, '方案.md');
    const indicator = items.find((item) => item.kind === 'indicator')!;
    const params = { planId, itemId: indicator.id };
    const corrected = await api.call(planApi.correctItem, { params, body: { revision: 1, content: { value: 12345 } } });
    expect(corrected).toMatchObject({
      revision: 2,
      changed: [{ id: indicator.id, review: 'corrected' }],
      undo: { action: 'correct-item' },
    });
    const undone = await api.call(planApi.undo, { params: { planId }, body: { revision: 2 } });
    expect(undone).toMatchObject({ revision: 3, undo: null, redo: { revision: 2 }, changed: [indicator] });
    const itemIds = items.map((item) => item.id);
    await api.call(planApi.reviewItems, { params: { planId }, body: { revision: 3, review: 'confirmed', itemIds } });
    expect(await publish(planId)).toMatchObject({ status: 'published', latestEdition: 1, counts: { unreviewed: 0 } });
    const edition = await api.call(planApi.readEdition, { params: { planId, number: 1 } });
    expect(edition.intact).toBe(true);
    await api.call(planApi.startDraft, {
      params: { planId },
      body: { revision: await revisionOf(planId), edition: 1 },
    });
    await api.call(planApi.deleteItem, { params, query: { revision: await revisionOf(planId) } });
    const diff = await api.call(planApi.diffEditions, { params: { planId }, query: { from: 1 } });
    expect(diff.counts).toMatchObject({ removed: 1, added: 0, changed: 0 });
    const { entries } = await api.call(planApi.readHistory, { params: { planId }, query: {} });
    expect(entries.map((entry) => entry.action)).toEqual([
      'delete-item',
      'start-draft',
      'publish',
      'review-items',
      'undo',
      'correct-item',
      'import',
    ]);
    expect(entries[5]?.items[0]?.fields).toContainEqual({
      field: 'value',
      from: (indicator.content as { value: number }).value,
      to: 12345,
    });
  });

  test('the seeded faults are found, each with an id, a place and a sentence', async () => {
    const { findings, counts, source } = await importText(seeded, '方案.md');
    expect(counts.errors).toBeGreaterThan(0);
    expect(new Set(findings.map((finding) => finding.id)).size).toBe(findings.length);
    for (const { start, end } of findings) expect(source.start <= start && end <= source.end).toBe(true);
  });
});

describe('lists', () => {
  test('pages, status and words; a sign of SQL is only a sign', async () => {
    const { planId } = await importText(
      '关于印发《临江市一百%达标行动方案》的通知\n\n一、目标\n到2027年，达标企业100家。\n',
      '达标.txt',
    );
    const all = await api.call(planApi.listPlans, { query: { pageSize: 1 } });
    expect(all.plans).toHaveLength(1);
    expect(all.total).toBeGreaterThan(1);
    const found = await api.call(planApi.listPlans, { query: { text: '临江市 一百%达标' } });
    expect(found.plans.map((plan) => plan.id)).toEqual([planId]);
    expect((await api.call(planApi.listPlans, { query: { text: "_%' or 1=1 --" } })).total).toBe(0);
    expect((await api.call(planApi.listPlans, { query: { status: 'discarded' } })).total).toBe(0);
    await api.call(planApi.discardDraft, { params: { planId }, query: { revision: 1 } });
    expect((await api.call(planApi.listPlans, { query: { status: 'discarded' } })).plans[0]?.id).toBe(planId);
  });
});

describe('exports', () => {
  test('a workbook with frozen headers, and numbers as numbers', async () => {
    const draft = await importText(tasks, '任务.txt');
    const answer = await api.app.inject({ url: `/api/v1/plans/${draft.planId}/export?format=xlsx` });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(answer.rawPayload.buffer.slice(answer.rawPayload.byteOffset) as ArrayBuffer);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      '指标',
      '任务',
      '奖补条款',
      '表格',
      '体检',
      '出处',
    ]);
    const sheet = workbook.getWorksheet('任务')!;
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.getRow(1).getCell(6).value).toBe('责任单位');
    expect(sheet.rowCount).toBe(1 + draft.counts.tasks);
    expect(typeof sheet.getRow(2).getCell(sheet.columnCount).value).toBe('number');
    expect(sheet.getRow(1).getCell(1).font.bold).toBe(true);
  });

  test('Markdown and JSON, of the draft or of an edition', async () => {
    const { planId, head } = await importText(tasks);
    const ask = (query: string) => api.app.inject({ url: `/api/v1/plans/${planId}/export?${query}` });
    expect((await ask('format=md')).body).toContain(`# ${head.title}`);
    await publish(planId);
    const json = await ask('format=json&edition=1');
    expect(json.json()).toMatchObject({ number: 1, intact: true });
    expect(json.headers['content-disposition']).toContain(encodeURIComponent('第1版.json'));
    expect((await ask('format=md&draft=true')).statusCode).toBe(409);
    expect((await ask('format=csv')).statusCode).toBe(400);
  });
});

describe('progress of an import', () => {
  test('with respond-async the answer comes at once and the events lead to the end', async () => {
    const headers = { prefer: 'respond-async' };
    const { status, body, location } = await api.upload({ name: '方案.txt', content: tasks, headers });
    expect([status, location]).toEqual([202, `/api/v1/imports/${body.id}`]);
    const events = await api.app.inject({ url: `${location}/events` });
    expect(events.headers['content-type']).toContain('text/event-stream');
    const states = events.body
      .trim()
      .split('\n\n')
      .map((line) => JSON.parse(line.slice('data: '.length)).state);
    expect(states.at(-1)).toBe('done');
    const done = await api.call(planApi.readImport, { params: { importId: body.id } });
    expect(done.planIds).toHaveLength(1);
  });

  test('a refused file is refused there too, with its sentence', async () => {
    const headers = { prefer: 'respond-async' };
    const { body, location } = await api.upload({ name: '空.txt', content: '', headers });
    await api.app.inject({ url: `${location}/events` });
    const job = await api.call(planApi.readImport, { params: { importId: body.id } });
    expect(job).toMatchObject({ state: 'refused', planIds: [], refusals: [{ code: 'empty' }] });
    expect(job.refusals[0]?.message).toContain('空.txt');
  });
});
