import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../../platform/http/client.ts';
import { reportApi as api } from '../../src/report/contract.ts';
import { postOf } from '../access/organisation.ts';
import { openReportWorld } from './world.ts';

let world: Awaited<ReturnType<typeof openReportWorld>>;
const office = postOf('chain-office');
const chief = postOf('chain-chief');
const kind = 'bulletin';
const cycleId = 'cycle-2025-09';

beforeAll(async () => {
  world = await openReportWorld();
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const compose = (more: object = {}) =>
  world.as(office, api.composeBulletin, { body: { kind, cycleId, sign: '临链办通', ...more } });
const paramsOf = ({ id }: { readonly id: string }) => ({ bulletinId: id });

describe('templates and files', () => {
  const upload = async (post: string, name: string, content: Buffer, fields: Record<string, string>) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set('file', new Blob([new Uint8Array(content)]), name);
    const sent = new Response(form);
    const answer = await world.api.app.inject({
      ...{ method: 'POST', url: addressOf('', api.uploadTemplate, undefined, undefined) },
      headers: {
        'content-type': sent.headers.get('content-type') ?? '',
        ...{ 'x-post': post, 'x-person': post.replace(/^post-/u, 'person-') },
      },
      payload: Buffer.from(await sent.arrayBuffer()),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const usual = async (): Promise<Buffer> => {
    const url = addressOf('', api.downloadUsualTemplate, { kind }, undefined);
    const answer = await world.api.app.inject({
      url,
      headers: { 'x-post': office, 'x-person': 'person-chain-office' },
    });
    expect(answer.statusCode).toBe(200);
    return answer.rawPayload;
  };

  test('the template that comes along can be uploaded again, has versions, and fills a paper', async () => {
    const bytes = await usual();
    const first = await upload(office, '通报模板.docx', bytes, { kind, name: '本办通报', note: '初版' });
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    const second = await upload(office, '通报模板2.docx', bytes, { kind, name: '', templateId: first.body.id });
    expect(second.body.versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    const paper = await compose({ templateId: first.body.id });
    expect(paper.template).toMatchObject({ name: '本办通报', version: 2 });
    const params = paramsOf(paper);
    await world.as(office, api.makeFile, { params, body: { kind: 'docx' } });
    await expect
      .poll(
        async () =>
          (await world.as(office, api.readFiles, { params })).files.map(({ state, refusals }) => [state, refusals]),
        {
          timeout: 60_000,
        },
      )
      .toEqual([['ready', []]]);
    expect(await world.refused(office, api.makeFile, { params, body: { kind: 'xlsx' } })).toBe('422 bulletin-no-table');
    const changed = await world.as(office, api.changeTemplate, {
      params: { templateId: first.body.id },
      body: { revision: second.body.revision, current: 1, retired: true },
    });
    expect(changed).toMatchObject({ current: 1, retired: true });
    expect(
      await world.refused(office, api.composeBulletin, {
        body: { kind, cycleId, sign: '临链办通', templateId: first.body.id },
      }),
    ).toBe('404 bulletin-template-unknown');
  });

  test('what is no Word file is refused and nothing is kept', async () => {
    const before = (await world.as(office, api.listTemplates, {})).templates.length;
    const bad = await upload(office, '模板.docx', Buffer.from('not a word file'), { kind, name: '坏的' });
    expect(bad.status).toBeGreaterThanOrEqual(400);
    expect(bad.status).toBeLessThan(500);
    expect((await world.as(office, api.listTemplates, {})).templates).toHaveLength(before);
    expect((await upload(chief, '模板.docx', await usual(), { kind, name: '链长的' })).status).toBe(403);
  });

  test('fields are listed with their present values', async () => {
    const paper = await compose();
    const { fields, bulletin } = await world.as(office, api.readFields, { query: { bulletinId: paper.id } });
    expect(bulletin?.id).toBe(paper.id);
    const value = (name: string) => fields.find((field) => field.name === name)?.value;
    expect([value('标题'), value('红灯数'), value('期别'), value('有红灯')]).toEqual([
      paper.title,
      '1',
      '2025年9月',
      '是',
    ]);
    expect(fields.find(({ name }) => name === '排名')?.value).toBe('2 行');
  });

  test('a ledger is a workbook as well', async () => {
    const ledger = await compose({ kind: 'ledger', sign: '台账' });
    const params = paramsOf(ledger);
    await world.as(office, api.makeFile, { params, body: { kind: 'xlsx' } });
    await expect
      .poll(async () => (await world.as(office, api.readFiles, { params })).files.map(({ state }) => state), {
        timeout: 60_000,
      })
      .toEqual(['ready']);
  });
});
