import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { organisationDeps, seedDemoOrganisation } from '../../apps/server/organisation.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { readWorkbook } from '../../platform/files/index.ts';
import { addressOf } from '../../platform/http/client.ts';
import type { Endpoint } from '../../platform/http/endpoint.ts';
import { newId } from '../../platform/ids/index.ts';
import { writeForm } from '../../platform/workbook/index.ts';
import { organisationApi } from '../../src/organisation/contract.ts';
import { sheetSpecs } from '../../src/organisation/index.ts';
import type { PlanTables } from '../../src/plan/index.ts';
import { byHeader } from '../access/gate.ts';
import { openTestApi, type TestApi } from './api.ts';

let database: TestDatabase<PlanTables>;
let api: TestApi;
beforeAll(async () => {
  database = await testDatabase<PlanTables>();
  await seedDemoOrganisation(organisationDeps({ db: database.db, clock: systemClock, newId }));
  api = await openTestApi(null, {}, { database, gate: byHeader(database.db as never) });
});
afterAll(async () => {
  await api?.close();
  await database?.close();
});

/** Comes in as the holder of a demo post; people bear the name of their first post. */
const as = (post: string, person = `p-${post}`) => ({ headers: { 'x-post': post, 'x-person': person } });
const system = as('system-admin', 'p-system');
const security = as('security-admin', 'p-security');
const office = as('lj-office');

const upload = async (
  endpoint: Endpoint,
  bytes: Uint8Array,
  fields: Readonly<Record<string, string>> = {},
  name = '机构.xlsx',
) => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  const sent = new Response(form);
  const headers = { 'content-type': sent.headers.get('content-type') ?? '', ...system.headers };
  return api.app.inject({
    method: 'POST',
    url: addressOf('', endpoint, undefined, undefined),
    headers,
    payload: Buffer.from(await sent.arrayBuffer()),
  });
};
const units = (...rows: (string | null)[][]) =>
  writeForm([{ spec: sheetSpecs.unit, rows }], { name: '填写说明', lines: [] });

describe('lists and records answer as the contract says', () => {
  test('regions, today and on a day', async () => {
    const { regions } = await api.call(organisationApi.listRegions, { query: { parent: 'top' }, ...office });
    expect(regions.map(({ name }) => name)).toEqual(['江西省', '湖南省', '东澜省']);
    const then = await api.call(organisationApi.listRegions, {
      query: { parent: '360100', day: '2014-06-01' },
      ...office,
    });
    expect(then.regions.map(({ name }) => name)).toContain('新建县');
    const now = await api.call(organisationApi.listRegions, { query: { parent: '360100' }, ...office });
    expect(now.regions.map(({ name }) => name)).not.toContain('新建县');
    expect(
      (await api.call(organisationApi.readRegion, { params: { code: '360105' }, ...office })).terms[0]?.successor,
    ).toBe('360113');
    expect(await api.refused(organisationApi.listRegions, { query: { day: '2025-02-30' }, ...office })).toBe(
      '422 day-unknown',
    );
    expect(await api.refused(organisationApi.readRegion, { params: { code: '999999' }, ...office })).toBe(
      '404 region-unknown',
    );
  });

  test('units, chains, people, posts, grants, roles', async () => {
    const found = await api.call(organisationApi.listUnits, { query: { text: '市工信局', pageSize: 1 }, ...office });
    expect(found).toMatchObject({ total: 2, capped: false, page: 1, pageSize: 1 });
    expect((await api.call(organisationApi.readUnit, { params: { id: 'lj-gxj' }, ...office })).name).toBe(
      '临江市工业和信息化局',
    );
    expect((await api.call(organisationApi.listChains, { query: {}, ...office })).total).toBeGreaterThan(30);
    expect((await api.call(organisationApi.readChain, { params: { id: 'lj-textile' }, ...office })).regionName).toBe(
      '临江市',
    );
    const people = await api.call(organisationApi.listPeople, { query: { pageSize: 200 }, ...office });
    for (const { phone } of people.rows) expect(phone).toMatch(/^199\*{4}\d{4}$/);
    expect((await api.call(organisationApi.readPerson, { params: { id: 'p-lj-office' }, ...office })).posts).toContain(
      '副局长',
    );
    expect((await api.call(organisationApi.listPosts, { query: { unitId: 'lj-gxj' }, ...office })).total).toBe(3);
    expect(
      (await api.call(organisationApi.listGrants, { query: {}, ...security })).rows.every(
        ({ grant }) => grant === 'granted',
      ),
    ).toBe(true);
    expect((await api.call(organisationApi.listRoles, security)).roles).toHaveLength(12);
    expect((await api.call(organisationApi.listOwnPosts, office)).rows).toHaveLength(2);
    expect((await api.call(organisationApi.findDeputies, { query: { text: '副主任' }, ...office })).people[0]?.id).toBe(
      'p-lj-office-2',
    );
  });

  test('what a post holds is hidden from those who may not know, and people of other places from everybody below', async () => {
    const posts = await api.call(organisationApi.listPosts, { query: { pageSize: 200 }, ...as('lz-clerk') });
    expect(new Set(posts.rows.map(({ grant }) => grant))).toEqual(new Set(['none', 'granted']));
    expect(posts.rows.filter(({ grant }) => grant !== 'none').map(({ id }) => id)).toEqual(['lz-clerk']);
    expect(posts.rows.some(({ region }) => region === '990102')).toBe(false);
    expect(await api.refused(organisationApi.readPerson, { params: { id: 'p-wj-clerk' }, ...as('lz-clerk') })).toBe(
      '404 person-unknown',
    );
  });

  test('bad requests are refused by field', async () => {
    const filter = JSON.stringify({ secret: { has: 'x' } });
    expect(await api.refused(organisationApi.listUnits, { query: { filter }, ...office })).toBe('400 field-unexpected');
    expect(await api.refused(organisationApi.listUnits, { query: { sort: 'phone' } as never, ...office })).toBe(
      '400 form-wrong',
    );
    const body = {
      name: '某局',
      kind: 'department',
      region: '990100',
      parent: null,
      aliases: [],
      creditCode: null,
      bankAccount: null,
      validFrom: null,
      validTo: null,
      successor: null,
      note: '',
      id: 'lj-gxj',
    };
    expect(await api.refused(organisationApi.addUnit, { body, ...system })).toBe('400 field-unexpected');
    const grants = [{ postId: 'lj-clerk', roleId: 'finance', region: null, chains: [], state: 'granted' }];
    expect(await api.refused(organisationApi.proposeGrants, { body: { grants }, ...system })).toBe(
      '400 field-unexpected',
    );
  });
});

describe('changes', () => {
  test('a unit and a chain are added and saved; the saved version is the one that was seen', async () => {
    const fields = {
      name: '临江市丝绸研究所',
      kind: 'institution' as const,
      region: '990100',
      parent: 'lj-gxj',
      aliases: [] as string[],
      creditCode: null,
      bankAccount: null,
      validFrom: null,
      validTo: null,
      successor: null,
      note: '',
    };
    const { id } = await api.call(organisationApi.addUnit, { body: fields, ...system });
    const { version } = await api.call(organisationApi.readUnit, { params: { id }, ...system });
    const body = { ...fields, aliases: ['丝研所'], version };
    await api.call(organisationApi.saveUnit, { params: { id }, body, ...system });
    expect(await api.refused(organisationApi.saveUnit, { params: { id }, body, ...system })).toBe('409 record-changed');
    const chain = {
      name: '丝绸产业链',
      region: '990100',
      parent: 'lj-textile',
      aliases: [],
      validFrom: null,
      validTo: null,
    };
    expect((await api.call(organisationApi.addChain, { body: chain, ...system })).id).toMatch(/^[0-9a-z]{10}$/);
  });

  test('a sensitive value is shown with a reason, and never without', async () => {
    const params = { id: 'p-lj-office' };
    const shown = await api.call(organisationApi.revealPerson, {
      params,
      body: { field: 'phone', reason: '联系本人' },
      ...system,
    });
    expect(shown.value).toMatch(/^1990000\d{4}$/);
    expect(await api.refused(organisationApi.revealPerson, { params, body: { field: 'phone' }, ...system })).toBe(
      '400 field-missing',
    );
    expect(
      await api.refused(organisationApi.revealPerson, {
        params,
        body: { field: 'phone', reason: '看看' },
        ...security,
      }),
    ).toBe('403 not-allowed');
  });

  test('the last administrator stays', async () => {
    const body = { postIds: ['audit-admin'], reason: '试一试' };
    expect(await api.refused(organisationApi.withdrawGrants, { body, ...security })).toBe('409 last-administrator');
  });
});

describe('workbooks', () => {
  test('template, check, the marked file, commit, undo', async () => {
    const template = await api.app.inject({
      method: 'GET',
      url: addressOf('', organisationApi.organisationTemplate, undefined, undefined),
      ...system,
    });
    expect(template.headers['content-disposition']).toContain(encodeURIComponent('组织机构导入模板.xlsx'));
    expect((await readWorkbook('模板.xlsx', template.rawPayload)).length).toBe(7);

    const bad = await units([null, '甲局', '衙门', '临江市', null, null, null, null, null, null, null, null]);
    const found = await upload(organisationApi.checkImport, bad);
    expect(found.json()).toMatchObject({
      faultCount: 1,
      faults: [{ row: 2, column: '类型', code: 'cell-not-listed' }],
    });
    const marked = await upload(organisationApi.markImport, bad);
    expect((await readWorkbook('x.xlsx', marked.rawPayload))[1]?.rows[1]?.cells.at(-1)).toContain('不在列表里');

    const good = await units([null, '临江市甲局', '部门', '临江市', null, null, null, null, null, null, null, null]);
    const { fingerprint } = (await upload(organisationApi.checkImport, good)).json<{ fingerprint: string }>();
    expect((await upload(organisationApi.commitImport, good)).json()).toMatchObject({
      refusals: [{ code: 'import-stale' }],
    });
    const done = await upload(organisationApi.commitImport, good, { fingerprint });
    expect([done.statusCode, done.json<{ added: number }>().added]).toEqual([201, 1]);
    const { id } = done.json<{ id: string }>();
    const undone = await api.call(organisationApi.undoImport, {
      params: { id },
      body: { reason: '导错了' },
      ...system,
    });
    expect(undone.undoneBy).toBe('市系统管理员');
    expect((await api.call(organisationApi.listImports, { query: {}, ...system })).batches[0]?.id).toBe(id);
    expect(await api.refused(organisationApi.undoImport, { params: { id }, body: { reason: '再来' }, ...system })).toBe(
      '409 import-undone',
    );
  });

  test.each([
    ['名单.xlsx', Buffer.from('名称,类型'), '415 not-a-workbook'],
    ['空.xlsx', Buffer.alloc(0), '422 empty'],
  ])('%s is refused', async (name, bytes, wanted) => {
    const answer = await upload(organisationApi.checkImport, bytes, {}, name);
    expect(`${answer.statusCode} ${answer.json<{ refusals: { code: string }[] }>().refusals[0]?.code}`).toBe(wanted);
  });

  test('lists leave as sheets, of what is seen alone', async () => {
    const query = { format: 'xlsx' as const, columns: 'name,region', text: '工信局', sort: '-name' };
    const url = addressOf('', organisationApi.exportUnits, undefined, query);
    const answer = await api.app.inject({ method: 'GET', url, ...office });
    const [sheet] = await readWorkbook('单位.xlsx', answer.rawPayload);
    expect(sheet!.rows[0]!.cells).toEqual(['名称', '地区']);
    expect(sheet!.rows.length).toBe(8);
    const people = await api.app.inject({
      method: 'GET',
      url: addressOf('', organisationApi.exportPeople, undefined, { format: 'csv' }),
      ...as('lz-clerk'),
    });
    expect(people.body).not.toMatch(/1990000\d{4}/);
    expect(people.body).not.toContain('望江区工信局填报员');
  });
});

test('nothing of our own went wrong', () => expect(api.faults).toEqual([]));
