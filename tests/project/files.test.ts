import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ProjectJson, projectApi } from '../../src/project/contract.ts';
import { sheetText } from './sheets.ts';
import {
  chief,
  clerk,
  daysAgo,
  headersOf,
  lead,
  monthsAgo,
  office,
  openProjectWorld,
  type ProjectWorld,
  today,
} from './world.ts';

let world: ProjectWorld;
let project: ProjectJson;
beforeAll(async () => {
  world = await openProjectWorld();
  project = await world.register(lead, {
    position: 'started',
    steps: [{ position: 'started', on: daysAgo(100), evidence: '施工许可证' }],
  });
});
afterAll(() => world.close());

/** A picture of so many points with nothing in it, with the size that it says of itself. */
function pngOf(width: number, height: number, seed = 0): Buffer {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(kind, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.writeUInt8(8, 8);
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    mark,
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(8, seed))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const add = (content: Buffer, fields: Record<string, string> = {}, name = '现场.png', post = lead) =>
  world.send(post, projectApi.addFile, { projectId: project.id }, { name, content, fields });
const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) =>
  `${status} ${(body.refusals as { code: string }[] | undefined)?.[0]?.code ?? ''}`;

test('a photograph is kept with its day and note, served only to be saved, and taken away with a reason', async () => {
  const sent = await add(pngOf(40, 30), { takenOn: daysAgo(3), note: '基坑' }, '../现场照片.png');
  expect(sent.status).toBe(201);
  const { files } = await world.ask(chief, projectApi.readProject, { params: { projectId: project.id } });
  expect(files).toMatchObject([
    { kind: 'photo', name: '现场照片.png', type: 'image/png', takenOn: daysAgo(3), note: '基坑' },
  ]);
  const fileId = files[0]?.id ?? '';
  const url = `/api/v1/projects/${project.id}/files/${fileId}`;
  const seen = await world.api.app.inject({ url, headers: headersOf(chief) });
  expect(seen.headers['content-type']).toBe('image/png');
  expect(seen.headers['content-disposition']).toMatch(/^attachment/);
  expect(seen.headers['x-content-type-options']).toBe('nosniff');
  expect(seen.rawPayload.equals(pngOf(40, 30))).toBe(true);
  expect(codeOf(await add(pngOf(40, 30)))).toBe('409 project-file-twice');
  const remove = { params: { projectId: project.id, fileId }, body: { reason: '拍错了' } };
  expect(await world.refused(chief, projectApi.removeFile, remove)).toBe('403 not-allowed');
  expect((await world.ask(lead, projectApi.removeFile, remove)).files).toEqual([]);
  expect(await world.refused(lead, projectApi.removeFile, remove)).toBe('404 project-file-unknown');
});

test.each([
  ['a page', Buffer.from('<html><script>alert(1)</script></html>'), {}, '415 project-photo-kind'],
  [
    'a picture of lines',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
    {},
    '415 project-photo-kind',
  ],
  ['nothing', Buffer.alloc(0), {}, '415 project-photo-kind'],
  ['a paper as photograph', Buffer.from('%PDF-1.7'), {}, '415 project-photo-kind'],
  ['a page as paper', Buffer.from('<html>%PDF-'), { kind: 'paper' }, '415 project-paper-kind'],
  ['a picture to fill a memory', pngOf(65_000, 65_000), {}, '422 project-photo-points'],
  ['tomorrow', pngOf(9, 9), { takenOn: daysAgo(-1) }, '422 project-day-future'],
  ['no day', pngOf(9, 9), { takenOn: '2025-02-30' }, '422 day-unknown'],
  ['a kind that there is not', pngOf(9, 9), { kind: 'film' }, '400 value-not-listed'],
  ['too much', Buffer.concat([pngOf(8, 8), Buffer.alloc(15 * 1024 * 1024)]), {}, '413 project-file-large'],
])('refuses %s', async (_what, content, fields, expected) => {
  expect(codeOf(await add(content, fields as Record<string, string>))).toBe(expected);
});

test('a paper shows what a step says; a reader sends none', async () => {
  expect(codeOf(await add(Buffer.from('%PDF-1.7 x'), { kind: 'paper' }, '验收.pdf', chief))).toBe('403 not-allowed');
  const sent = await add(Buffer.from('%PDF-1.7 x'), { kind: 'paper' }, '验收.pdf', clerk);
  const { revision, files } = sent.body as unknown as ProjectJson;
  const body = { revision, position: 'completed' as const, on: daysAgo(2), evidence: '验收意见书', note: '' };
  const params = { projectId: project.id };
  expect(await world.refused(lead, projectApi.stepProject, { params, body: { ...body, files: ['0000000000'] } })).toBe(
    '404 project-file-unknown',
  );
  const done = await world.ask(lead, projectApi.stepProject, {
    params,
    body: { ...body, files: [files[0]?.id ?? ''] },
  });
  expect(done.events.at(-1)?.files).toEqual([files[0]?.id]);
});

test('a list of projects: faults with their places, doubles, all of it or nothing', async () => {
  const head = '项目名称,企业,总投资（万元）,到了哪一步,到这一步的日期,凭据,计划年份,年度计划（万元）,管理单位';
  const good = `智能家纺项目,江岸家纺有限公司,6000,谋划,${today},备案 1,2026,1000,`;
  const bad = '缺总投资,某公司,,谋划,2025-13-01,备案,,,\n单位不对,某公司二,100,谋划,2025-01-01,备案,,,不存在的单位';
  const like = `功能性纱线3万吨项目,芦洲瑞缎纺织,12000,谋划,${today},备案 2,,,`;
  const check = (text: string) =>
    world.send(lead, projectApi.checkProjectImport, {}, { name: '项目清单.csv', content: Buffer.from(text) });
  const wrong = await check(`${head}\n${good}\n${bad}`);
  expect((wrong.body.faults as { row: number; code: string }[]).map(({ row, code }) => `${row} ${code}`)).toEqual([
    '3 cell-empty',
    '3 cell-not-a-day',
    '4 project-name-unknown',
  ]);
  const text = `${head}\n${good}\n${like}`;
  const ok = await check(text);
  expect(ok.body).toMatchObject({ faultCount: 0, counts: [{ added: 2, changed: 0 }] });
  expect((ok.body.doubles as { row: number }[]).map(({ row }) => row)).toEqual([3]);
  const run = (fingerprint: string, name = '项目清单.csv') =>
    world.send(lead, projectApi.importProjects, {}, { name, content: Buffer.from(text), fields: { fingerprint } });
  expect(codeOf(await run('0'))).toBe('409 project-import-stale');
  const done = await run(String(ok.body.fingerprint));
  expect([done.status, done.body]).toEqual([201, { added: 2, changed: 0, pairs: 1 }]);
  const again = await check(text);
  expect(again.body).toMatchObject({ counts: [{ added: 0, changed: 0 }] });
  const more = await check(`${head}\n${good.replace(',6000,', ',7000,')}`);
  expect(more.body).toMatchObject({ counts: [{ added: 0, changed: 1 }] });
  expect((await world.ask(lead, projectApi.listProjects, { query: { text: '智能家纺' } })).rows[0]).toMatchObject({
    yearPlanFen: 1_000_000_000,
  });
});

test('the sheet of a month comes back filled in; what is not the own is refused', async () => {
  const running = await world.register(lead, {
    facts: { ...project.content.facts, name: '冷链仓储项目', enterprise: '江岸冷链有限公司', site: '', scope: '冷库' },
    position: 'started',
    steps: [{ position: 'started', on: daysAgo(100), evidence: '施工许可证' }],
    seen: [project.id],
  });
  const month = monthsAgo(1);
  const answer = await world.api.app.inject({
    url: `/api/v1/project-months/sheet?month=${month}`,
    headers: headersOf(lead),
  });
  expect(await sheetText(answer.rawPayload)).toContain(running.id);
  const head = '项目编号,月份,本月完成（万元）,进展,存在问题,修改的理由';
  const check = (lines: string) =>
    world.send(
      lead,
      projectApi.checkMonthImport,
      {},
      { name: '月度投资.csv', content: Buffer.from(`${head}\n${lines}`) },
    );
  const wrong = await check(`0000000000,${month},1,,,\n${running.id},二月,1,,,\n${running.id},${month},-1,,,`);
  expect((wrong.body.faults as { code: string }[]).map(({ code }) => code)).toEqual([
    'project-unknown',
    'project-not-a-month',
    'project-not-a-sum',
  ]);
  const lines = `${running.id},${month},120.5,打桩,缺土方,\n${running.id},${monthsAgo(2)},0,,,`;
  const ok = await check(lines);
  expect(ok.body).toMatchObject({ faultCount: 0, counts: [{ added: 2 }] });
  const done = await world.send(
    lead,
    projectApi.importMonths,
    {},
    {
      name: '月度投资.csv',
      content: Buffer.from(`${head}\n${lines}`),
      fields: { fingerprint: String(ok.body.fingerprint) },
    },
  );
  expect(done.body).toEqual({ added: 2, changed: 0 });
  const now = await world.ask(office, projectApi.readProject, { params: { projectId: running.id } });
  expect(now.months.map(({ fen, problem }) => [fen, problem])).toEqual([
    [0, ''],
    [120_500_000, '缺土方'],
  ]);
});
