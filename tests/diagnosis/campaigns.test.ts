import exceljs from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asSystem } from '../../platform/db/index.ts';
import { addressOf } from '../../platform/http/client.ts';
import { diagnosisApi } from '../../src/diagnosis/contract.ts';
import { loadDiagnosisServer } from '../../src/diagnosis/index.ts';
import { workApi } from '../../src/work/contract.ts';
import {
  chief,
  city,
  company,
  daysAgo,
  type EnterpriseWorld,
  headersOf,
  office,
  openEnterpriseWorld,
  today,
} from '../enterprise/register/world.ts';
import { fillOne, finish, type Own, registerOwn, submit } from './world.ts';

let world: EnterpriseWorld;
let own: Own;
const others: string[] = [];
beforeAll(async () => {
  world = await openEnterpriseWorld();
  own = await registerOwn(world);
  for (const scale of ['small', 'micro'] as const) {
    const { id } = await world.register(office, { industry: '1711', scale, chainId: 'lj-textile' });
    others.push(id);
  }
  await world.register(office, { industry: '5180', scale: 'small' });
});
afterAll(() => world.close());

const round = (more: object = {}) => ({
  ...{
    name: '纺织企业全覆盖诊断',
    regionId: '990103',
    questionnaireId: 'sme-index',
    industries: ['17', '18'],
    scales: [],
  },
  ...{ beginsOn: today, dueOn: daysAgo(-30), note: '' },
  ...more,
});

test('a round of nobody, of days that run backwards, or beyond reach is refused', async () => {
  const refused = (more: object, post = office) =>
    world.refused(post, diagnosisApi.createCampaign, { body: round(more) });
  expect(await refused({ industries: ['99'] })).toMatch(/diagnosis-campaign-none/);
  expect(await refused({ dueOn: daysAgo(1) })).toMatch(/diagnosis-campaign-days/);
  expect(await refused({ regionId: '990102' })).toMatch(/diagnosis-beyond-reach/);
  expect(await refused({ questionnaireId: 'none' })).toMatch(/diagnosis-form-none/);
  expect(await refused({}, chief)).toBe('403 not-allowed');
});

test('a round asks each enterprise through its own unit, and tells how far it is', async () => {
  const board = await world.ask(office, diagnosisApi.createCampaign, { body: round() });
  const params = { campaignId: board.campaign.id };
  expect(board.campaign).toMatchObject({ all: 3, none: 3, filling: 0, inspected: 0, overdue: false, mayManage: true });
  expect(board.chains.map(({ name, all }) => [name, all])).toEqual([['lj-textile', 3]]);
  const todo = await world.ask(company, workApi.listWork, { query: { box: 'todo' } });
  expect(todo.rows.map(({ title }) => title)).toContain('做数字化诊断：纺织企业全覆盖诊断');

  expect(await world.ask(office, diagnosisApi.remind, { params })).toEqual({ reminded: 1, unreachable: 2 });
  expect(await world.ask(office, diagnosisApi.remind, { params })).toEqual({ reminded: 0, unreachable: 2 });

  const sheet = await fillOne(world, own.id, true);
  const half = (await world.ask(office, diagnosisApi.readCampaign, { params })).campaign;
  expect(half).toMatchObject({ none: 2, filling: 1 });
  await submit(world, sheet.id);
  await finish(world, sheet.id);
  const after = await world.ask(city, diagnosisApi.readCampaign, { params });
  expect(after.campaign).toMatchObject({ none: 2, filling: 0, submitted: 0, inspected: 1 });
  expect(after.regions[0]).toMatchObject({ key: '990103', all: 3, levels: [{ level: 4, name: '四级', count: 1 }] });
  const left = await world.ask(company, workApi.listWork, { query: { box: 'todo' } });
  expect(left.rows.map(({ title }) => title)).not.toContain('做数字化诊断：纺织企业全覆盖诊断');

  const waiting = await world.ask(office, diagnosisApi.listDuties, { params, query: { state: 'none' } });
  expect(waiting).toMatchObject({ total: 2, rows: [{ state: 'none', reachable: false }, { state: 'none' }] });
  const url = addressOf('', diagnosisApi.exportCampaign, params, undefined);
  const file = await world.api.app.inject({ url, headers: headersOf(office) });
  const book = new exceljs.Workbook();
  await book.xlsx.load(file.rawPayload as never);
  expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['按地区', 2],
    ['按产业链', 2],
    ['企业', 4],
  ]);
  expect(book.getWorksheet('按地区')?.getRow(2).getCell(7).value).toBe(33);

  const narrowed = await world.ask(office, diagnosisApi.listDuties, { params, query: { chainId: 'lj-food' } });
  expect(narrowed.total).toBe(0);

  const closed = await world.ask(office, diagnosisApi.closeCampaign, {
    params,
    body: { revision: board.campaign.revision },
  });
  expect(closed.campaign.closedAt).not.toBeNull();
  expect(await world.refused(office, diagnosisApi.remind, { params })).toMatch(/diagnosis-campaign-closed/);
});

test('before a round ends, whoever has handed in nothing is reminded, once at each time', async () => {
  const body = round({ name: '下一轮', beginsOn: daysAgo(-1), dueOn: daysAgo(-30) });
  const { campaign } = await world.ask(office, diagnosisApi.createCampaign, { body });
  const { keepCampaigns } = await loadDiagnosisServer();
  const keepOn = (left: number) => {
    const clock = { now: () => `${daysAgo(left - 30)}T01:00:00.000Z` };
    return asSystem(() => keepCampaigns({ ...world.deps, db: world.deps.db as never, clock }));
  };
  const reminders: number[] = [];
  for (const left of [8, 7, 7, 5, 2, 1, 0, -1]) reminders.push(await keepOn(left));
  // Only one of the three has people here who can be told.
  expect(reminders).toEqual([0, 1, 0, 0, 1, 1, 0, 0]);
  const params = { campaignId: campaign.id };
  const { rows } = await world.ask(office, diagnosisApi.listDuties, { params });
  expect(rows.map(({ reminders: sent }) => sent).toSorted()).toEqual([0, 0, 3]);
  const { revision } = campaign;
  await world.ask(office, diagnosisApi.closeCampaign, { params, body: { revision } });
  expect(await keepOn(1)).toBe(0);
});

test('among others only a group of three or more is told of', async () => {
  const results: string[] = [];
  for (const id of others) {
    const sheet = await fillOne(world, id, false, office);
    await submit(world, sheet.id, office);
    await finish(world, sheet.id, city);
    results.push(sheet.id);
  }
  const peersOf = async () =>
    (
      await world.ask(company, diagnosisApi.readResult, {
        params: { diagnosisId: (await world.ask(company, diagnosisApi.listDiagnoses)).rows[0]?.id ?? '' },
      })
    ).peers;
  expect(await peersOf()).toBeNull();
  const third = await world.register(office, { industry: '1721', scale: 'small' });
  const sheet = await fillOne(world, third.id, false, office);
  await submit(world, sheet.id, office);
  await finish(world, sheet.id, city);
  const peers = await peersOf();
  expect(peers).toMatchObject({ alike: ['industry', 'region'], others: 3, below: 100 });
  expect(peers?.shares.map(({ id }) => id)).toEqual(['base', 'operation', 'management', 'effect']);
});

test('providers are kept by the office and seen by whose region they are for', async () => {
  const body = {
    name: '临江智造服务公司',
    regionId: '990103',
    sides: ['operation'],
    services: 'MES 实施',
    cases: '',
    contact: '0990-1234567',
  };
  const made = await world.ask(office, diagnosisApi.saveProvider, { body });
  expect(await world.refused(office, diagnosisApi.saveProvider, { body: { ...body, sides: ['nothing'] } })).toMatch(
    /diagnosis-side-unknown/,
  );
  const params = { providerId: made.id };
  const changed = await world.ask(office, diagnosisApi.changeProvider, {
    params,
    body: { ...body, name: '临江智造', revision: made.revision },
  });
  expect(
    await world.refused(office, diagnosisApi.changeProvider, { params, body: { ...body, revision: made.revision } }),
  ).toMatch(/record-changed/);
  const rows = await world.ask(company, diagnosisApi.listDiagnoses);
  const result = await world.ask(company, diagnosisApi.readResult, { params: { diagnosisId: rows.rows[0]?.id ?? '' } });
  expect(result.providers).toMatchObject([{ name: '临江智造', sides: ['operation'] }]);
  await world.ask(office, diagnosisApi.removeProvider, { params, body: { revision: changed.revision } });
  expect((await world.ask(office, diagnosisApi.listProviders)).rows).toEqual([]);
});
