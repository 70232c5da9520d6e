import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../platform/files/index.ts';
import { addressOf } from '../../../platform/http/client.ts';
import type { Endpoint } from '../../../platform/http/endpoint.ts';
import { csvLine } from '../../../platform/workbook/csv.ts';
import { writeWorkbook } from '../../../platform/workbook/index.ts';
import { collectionApi as api, type ImportCheckJson } from '../../../src/indicator/contract.ts';
import { shifted } from '../../../src/kernel/index.ts';
import { type CollectionWorld, clerk, formContent, lastMonth, office, openCollectionWorld, reviewer } from './world.ts';

let world: CollectionWorld;
beforeAll(async () => {
  world = await openCollectionWorld();
});
afterAll(() => world.close());

const entry = (enterpriseId: string, changes: object = {}) => ({
  ...{
    unitId: 'own',
    enterpriseId,
    name: `企业${enterpriseId}`,
    chainId: 'lj-textile',
    from: '2026-01',
    until: null,
    ...changes,
  },
});
async function upload<A>(
  post: string,
  endpoint: Endpoint,
  file: { name: string; content: Buffer | string },
  more: { sheetId?: string; fingerprint?: string } = {},
) {
  const form = new FormData();
  if (more.fingerprint !== undefined) form.set('fingerprint', more.fingerprint);
  form.set('file', new Blob([new Uint8Array(Buffer.from(file.content))]), file.name);
  const sent = new Response(form);
  const answer = await world.api.app.inject({
    ...{
      method: 'POST',
      url: addressOf('', endpoint, more.sheetId === undefined ? undefined : { sheetId: more.sheetId }, undefined),
    },
    headers: {
      'content-type': sent.headers.get('content-type') ?? '',
      ...{ 'x-post': post, 'x-person': post.replace(/^post-/u, 'person-') },
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  return { status: answer.statusCode, json: answer.json<A & { refusals?: { code: string }[] }>() };
}
const asCsv = (...lines: (string | null)[][]) => ({ name: '名录.csv', content: lines.map(csvLine).join('') });
const head = ['企业编号', '企业名称', '填报单位', '产业链', '从哪个月起', '报到哪个月'];
const check = (file: { name: string; content: Buffer | string }, post = clerk) =>
  upload<ImportCheckJson>(post, api.checkRosterImport, file);
const rowsOf = async (sheetId: string) =>
  (await world.as(clerk, api.readSheet, { params: { sheetId } })).rows.map(({ key }) => key);

describe('the roster of a unit', () => {
  test('an enterprise is added once at a time, for a unit and a chain in reach', async () => {
    await world.as(clerk, api.addToRoster, { body: entry('E1') });
    const add = (body: object, post = clerk) => world.refused(post, api.addToRoster, { body });
    expect(await add(entry('E1'))).toBe('409 roster-overlaps');
    expect(await add(entry('E2', { until: '2025-01' }))).toBe('422 roster-months');
    expect(await add(entry('E2', { chainId: 'nothing' }))).toBe('404 chain-unknown');
    expect(await add(entry('E2', { unitId: 'foreign' }))).toBe('403 roster-beyond-reach');
    expect(await add(entry('E2'), reviewer)).toBe('403 not-allowed');
  });

  test('sheets that are open follow it; a row in which something was written stays', async () => {
    const form = formContent({ name: '企业月报', rows: 'enterprises' });
    const formId = await world.open(form);
    const { sheet, rows } = await world.sheetOf(formId);
    expect(rows).toMatchObject([{ key: 'E1', chainId: 'lj-textile' }]);
    const [added, written] = [
      await world.as(clerk, api.addToRoster, { body: entry('E2') }),
      await world.as(clerk, api.addToRoster, { body: entry('E3') }),
    ];
    expect(await rowsOf(sheet.id)).toEqual(['E1', 'E2', 'E3']);
    await world.fill(clerk, sheet.id, [['E3', 'output', 100]]);
    const before = shifted(lastMonth, -1);
    for (const { id, revision } of [added, written])
      await world.as(clerk, api.endInRoster, { params: { rosterId: id }, body: { revision, until: before } });
    expect(await rowsOf(sheet.id)).toEqual(['E1', 'E3']);
    const { total } = await world.as(clerk, api.listRoster, {
      query: { filter: JSON.stringify({ until: { blank: false } }) },
    });
    expect(total).toBe(2);
    const stale = { params: { rosterId: added.id }, body: { revision: 1, until: null } };
    expect(await world.refused(clerk, api.endInRoster, stale)).toBe('409 record-changed');
  });

  test('a file is told cell by cell what is wrong with it, and then does nothing', async () => {
    const file = asCsv(
      head,
      ['E 9', '坏编号', '', 'lj-textile', '2026-01', ''],
      ['E8', '', '', '', '', ''],
      ['E7', '别家', '单位foreign', '', '2026-01', ''],
      ['E6', '没有的链', '', '没有', '一月', '2026-13'],
      ['E1', '重叠', '', 'lj-textile', '2026-05', ''],
    );
    const { status, json } = await check(file);
    expect(status).toBe(200);
    expect(json.faults.map(({ row, column, code }) => [row, column, code])).toEqual(
      expect.arrayContaining([
        [2, '企业编号', 'roster-id'],
        [3, '企业名称', 'cell-empty'],
        [4, '填报单位', 'roster-beyond-reach'],
        [5, '产业链', 'roster-chain-unknown'],
        [5, '从哪个月起', 'roster-not-a-month'],
        [5, '报到哪个月', 'roster-not-a-month'],
        [6, '从哪个月起', 'roster-overlaps'],
      ]),
    );
    for (const { message } of json.faults) expect(message).toMatch(/。$/u);
    const done = await upload(clerk, api.importRoster, file, { fingerprint: json.fingerprint });
    expect(done.json.refusals?.map(({ code }) => code)).toEqual(['import-faulty']);
  });

  test('a file that is right is carried out whole, once, and not after something changed', async () => {
    const file = asCsv(
      head,
      ['F1', '甲', '单位own', 'lj-food', '2026年1月', ''],
      ['F2', '乙', '', '', '2026/02/01', '2026-06'],
    );
    const { json } = await check(file);
    expect(json).toMatchObject({ faultCount: 0, counts: [{ added: 2, changed: 0 }], rows: 2 });
    await world.as(clerk, api.addToRoster, { body: entry('F9') });
    const stale = await upload(clerk, api.importRoster, file, { fingerprint: json.fingerprint });
    expect(stale.json.refusals?.map(({ code }) => code)).toEqual(['figures-import-stale']);
    const again = await check(file);
    const done = await upload<{ added: number }>(clerk, api.importRoster, file, {
      fingerprint: again.json.fingerprint,
    });
    expect([done.status, done.json.added]).toEqual([201, 2]);
    const { json: nothing } = await check(file);
    expect(nothing.counts).toMatchObject([{ added: 0, changed: 0, ended: 0 }]);
    const { rows } = await world.as(clerk, api.listRoster, { query: { text: 'F2' } });
    expect(rows).toMatchObject([{ from: '2026-02', until: '2026-06', chainId: null }]);
  });

  test('its export can be imported again; hostile files are refused', async () => {
    const { status, body } = await world.text(clerk, '/roster/export?format=csv');
    expect(status).toBe(200);
    const renamed = body.replace('企业,', '企业名称,').replace('地区,', '');
    expect(renamed.length).toBeGreaterThan(100);
    expect((await check({ name: '坏.xlsx', content: 'PK nothing' })).status).toBe(415);
    expect((await check({ name: '空.csv', content: '' })).json.faults.length).toBeGreaterThan(0);
    const book = await writeWorkbook([
      { name: '别的', columns: [{ title: '甲', width: 5 }], rows: [['1']] },
      { name: '乙', columns: [{ title: '甲', width: 5 }], rows: [] },
    ]);
    expect((await check({ name: '别的.xlsx', content: book })).json.refusals?.map(({ code }) => code)).toEqual([
      'roster-sheet-missing',
    ]);
  });
});

describe('a sheet as a file', () => {
  let sheetId: string;
  let file: Buffer;
  const cellsOf = async (sheet: string) => (await world.as(clerk, api.readSheet, { params: { sheetId: sheet } })).cells;
  beforeAll(async () => {
    const formId = await world.open(formContent({ name: '导入导出', rows: 'enterprises' }));
    sheetId = (await world.sheetOf(formId)).sheet.id;
    await world.fill(clerk, sheetId, [
      ['E1', 'output', 12_345],
      ['E1', 'export', null, '没有出口'],
    ]);
    const answer = await world.api.app.inject({
      url: `/api/v1/sheets/${sheetId}/file`,
      headers: { 'x-post': clerk, 'x-person': 'person-reporting-clerk' },
    });
    file = answer.rawPayload;
  });
  /** The same file with other cells, by the key of the row and the column. */
  const edited = async (
    changes: Readonly<Record<string, string | number>>,
  ): Promise<{ name: string; content: Buffer }> => {
    const { default: exceljs } = await import('exceljs');
    const book = new exceljs.Workbook();
    await book.xlsx.load(file as unknown as ArrayBuffer);
    const sheet = book.worksheets[0];
    if (sheet === undefined) throw new Error('no sheet');
    const columns = sheet.getRow(1).values as (string | undefined)[];
    sheet.eachRow((row, number) => {
      for (const [key, value] of Object.entries(changes)) {
        const [rowKey, column] = key.split(' ');
        if (number > 3 && row.getCell(1).value === rowKey) row.getCell(columns.indexOf(column)).value = value;
      }
    });
    return { name: '表.xlsx', content: Buffer.from(await book.xlsx.writeBuffer()) };
  };

  test('has headings with units, keys in a hidden row, and what is filled in', async () => {
    const [sheet] = await readWorkbook('表.xlsx', file);
    expect(sheet?.rows[0]?.cells[0]).toBe(`jingwei-sheet ${sheetId}`);
    expect(sheet?.rows.find(({ row }) => row === 3)?.cells.slice(1)).toEqual([
      '企业',
      '编号',
      '产值（万元）',
      '出口（万元）',
      '内销（万元）',
    ]);
    expect(sheet?.rows.find(({ cells }) => cells[0] === 'E1')?.cells.slice(3)).toEqual(['123.45', '无：没有出口']);
  });
  test('unchanged it changes nothing; changed it says what, and then all of it is there', async () => {
    const none = await upload<ImportCheckJson>(
      clerk,
      api.checkSheetImport,
      { name: '表.xlsx', content: file },
      { sheetId },
    );
    expect(none.json).toMatchObject({ faultCount: 0, counts: [{ added: 0, changed: 0 }] });
    const sent = await edited({ 'E1 output': 200.5, 'E1 home': '1,000', 'F1 export': '无：停产' });
    const { json } = await upload<ImportCheckJson>(clerk, api.checkSheetImport, sent, { sheetId });
    expect(json.counts).toMatchObject([{ added: 2, changed: 1 }]);
    expect(json.differences.find(({ key }) => key === 'E1')?.changes).toContainEqual({
      field: '产值（万元）',
      before: '123.45',
      after: '200.5',
    });
    const done = await upload<{ saved: number }>(clerk, api.importSheet, sent, {
      sheetId,
      fingerprint: json.fingerprint,
    });
    expect([done.status, done.json.saved]).toEqual([200, 3]);
    const cells = await cellsOf(sheetId);
    expect(cells.find(({ row, indicatorId }) => row === 'E1' && indicatorId === 'home')).toMatchObject({
      value: 100_000,
      revision: 1,
    });
    const again = await upload(clerk, api.importSheet, sent, { sheetId, fingerprint: json.fingerprint });
    expect(again.json.refusals?.map(({ code }) => code)).toEqual(['figures-import-stale']);
  });
  test('with anything wrong in it nothing is saved, and each cell is told', async () => {
    const before = await cellsOf(sheetId);
    const sent = await edited({ 'E1 output': '约三百', 'F1 output': 1.234, 'E1 export': '无', 'F1 home': 5 });
    const { json } = await upload<ImportCheckJson>(clerk, api.checkSheetImport, sent, { sheetId });
    expect(json.faults.map(({ column, code }) => [column, code]).toSorted()).toEqual([
      ['产值（万元）', 'cell-not-a-number'],
      ['产值（万元）', 'figure-too-fine'],
      ['出口（万元）', 'figure-none-why'],
    ]);
    const done = await upload(clerk, api.importSheet, sent, { sheetId, fingerprint: json.fingerprint });
    expect(done.json.refusals?.map(({ code }) => code)).toEqual(['import-faulty']);
    expect(await cellsOf(sheetId)).toEqual(before);
  });
  test('that of another sheet is refused, and so is a file that is none', async () => {
    const other = (await world.sheetOf(await world.open(formContent({ name: '另一张', rows: 'enterprises' })))).sheet
      .id;
    const codes = async (content: Buffer) =>
      (await upload(clerk, api.checkSheetImport, { name: '表.xlsx', content }, { sheetId: other })).json.refusals?.map(
        ({ code }) => code,
      );
    expect(await codes(file)).toEqual(['sheet-file-other']);
    const plain = await writeWorkbook([{ name: '表', columns: [{ title: '甲', width: 5 }], rows: [['1']] }]);
    expect(await codes(plain)).toEqual(['sheet-file-strange']);
  });
});

test('an enterprise’s figures are not for everybody who reads indicators', async () => {
  const formId = await world.open(formContent({ name: '保密', rows: 'enterprises' }));
  const { sheet } = await world.sheetOf(formId);
  expect(await world.refused('post-finance', api.readSheet, { params: { sheetId: sheet.id } })).toBe('403 not-allowed');
  const query = { indicatorId: 'output', period: lastMonth, unitId: 'own', enterpriseId: 'E1' };
  expect(await world.refused('post-finance', api.readFigureHistory, { query })).toBe('403 not-allowed');
  expect(await world.refused(office, api.readFigureHistory, { query })).toBe('404 figure-unknown');
});

test('no fault of our own was noted', () => expect(world.faults).toEqual([]));
