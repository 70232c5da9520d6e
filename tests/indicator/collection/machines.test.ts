import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerOf } from '../../../platform/http/endpoint.ts';
import { collectionApi as api } from '../../../src/indicator/contract.ts';
import {
  type CollectionWorld,
  clerk,
  formContent,
  lastMonth,
  office,
  openCollectionWorld,
  reviewer,
  whole,
} from './world.ts';

let world: CollectionWorld;
let token: string;
let machineId: string;
beforeAll(async () => {
  world = await openCollectionWorld();
  const made = await world.as(office, api.createMachine, { body: { name: '财务系统', postId: clerk, days: 30 } });
  token = made.token;
  machineId = made.machine.id;
});
afterAll(() => world.close());

type Put = AnswerOf<typeof api.putFigures>;
const send = async (body: object, bearer = token) => {
  const answer = await world.api.app.inject({
    ...{ method: 'PUT', url: '/api/v1/figures', payload: body },
    headers: { authorization: `Bearer ${bearer}` },
  });
  const json = answer.json<Put & { refusals?: { code: string }[] }>();
  return { status: answer.statusCode, json, codes: json.refusals?.map(({ code }) => code) ?? [] };
};
const codes = ({ json }: { json: Put }) =>
  json.answers.map((each) => (each.state === 'refused' ? each.refusals.map(({ code }) => code).join(' ') : each.state));
const figure = (value: number | null, more: object = {}) => ({
  indicatorId: 'output',
  period: lastMonth,
  value,
  ...more,
});

describe('a batch with a token', () => {
  test('is taken figure by figure: what is right is saved, what is wrong says why', async () => {
    const answer = await send({
      key: 'batch-0001',
      figures: [
        figure(20_000),
        figure(1, { indicatorId: 'none' }),
        figure(200_000_000, { indicatorId: 'home' }),
        figure(null, { indicatorId: 'export' }),
        figure(5, { indicatorId: 'export', period: '2025' }),
        figure(5, { indicatorId: 'export', period: '2098-01' }),
        figure(5, { indicatorId: 'rate' }),
        figure(30_000),
        figure(5, { indicatorId: 'export', chainId: 'nothing' }),
      ],
    });
    expect(answer.status).toBe(200);
    expect(codes(answer)).toEqual([
      ...['saved', 'indicator-missing', 'figure-refused', 'figure-refused', 'figure-period-length'],
      ...['figure-period-future', 'form-column-reckoned', 'figure-twice', 'chain-unknown'],
    ]);
    expect(answer.json).toMatchObject({ repeated: false, saved: 1, refused: 8 });
  });
  test('sent again answers the same and does nothing twice; another one under its key is refused', async () => {
    const body = { key: 'batch-0002', figures: [figure(21_000)] };
    expect((await send(body)).json).toMatchObject({ repeated: false, saved: 1 });
    const both = await Promise.all([send(body), send(body)]);
    for (const each of both) expect(each.json).toMatchObject({ repeated: true, saved: 1, answers: [{ revision: 2 }] });
    expect((await send({ ...body, figures: [figure(22_000)] })).codes).toEqual(['figures-key-used']);
  });
  test('the same batch twice at once counts once', async () => {
    const body = { key: 'batch-at-once', figures: [figure(21_500)] };
    const both = await Promise.all([send(body), send(body), send(body)]);
    expect(both.map(({ json }) => json.repeated).toSorted()).toEqual([false, true, true]);
    for (const { json } of both) expect(json.answers).toEqual(both[0]?.json.answers);
  });
  test('upon a revision that is no longer the newest it is refused', async () => {
    expect(codes(await send({ key: 'batch-0003', figures: [figure(1, { seen: 1, reason: '试' })] }))).toEqual([
      'figure-changed',
    ]);
  });
  test('stands in the history under the name of the machine', async () => {
    const query = { indicatorId: 'output', period: lastMonth, unitId: 'own' };
    const { versions } = await world.as(clerk, api.readFigureHistory, { query });
    expect(versions[0]).toMatchObject({ by: { name: '接口 财务系统' }, vintage: 'preliminary' });
    expect(await world.wrong([lastMonth])).toEqual([]);
  });
  test('a unit beyond the post’s reach is refused', async () => {
    expect(codes(await send({ key: 'batch-0004', unitId: 'foreign', figures: [figure(1)] }))).toEqual([
      'figures-beyond-reach',
    ]);
    expect((await send({ key: 'batch-0005', unitId: 'nobody', figures: [figure(1)] })).codes).toEqual(['unit-unknown']);
  });
});

test('a figure that was approved is revised only with a note why', async () => {
  const formId = await world.open(formContent({ name: '接口之后' }));
  const { sheet, cells } = await world.sheetOf(formId);
  // What the machine wrote is filled in, and says where from.
  expect(cells).toMatchObject([
    { indicatorId: 'output', value: 21_500, from: { kind: 'machine', name: '接口 财务系统' } },
  ]);
  await world.fill(clerk, sheet.id, whole);
  const state = () => world.as(clerk, api.readSheetRow, { params: { sheetId: sheet.id } });
  const params = { sheetId: sheet.id };
  // Another figure than the machine's has to be explained.
  expect(await world.refused(clerk, api.submitSheet, { params, body: { revision: (await state()).revision } })).toBe(
    '422 sheet-unexplained',
  );
  await world.fill(clerk, sheet.id, [['unit', 'output', 12_000, '财务系统含税']]);
  await world.as(clerk, api.submitSheet, { params, body: { revision: (await state()).revision } });
  await world.as(reviewer, api.approveSheet, { params, body: { revision: (await state()).revision } });
  expect(codes(await send({ key: 'batch-0006', figures: [figure(12_100, { reason: '更正' })] }))).toEqual([
    'figure-final',
  ]);
  const noted = { key: 'batch-0007', figures: [figure(12_100, { reason: '更正', note: '企业来函更正' })] };
  expect((await send(noted)).json.answers).toMatchObject([{ state: 'saved', vintage: 'revised' }]);
  // What was approved is not quietly approved once more over another figure.
  await world.as(reviewer, api.reopenSheet, {
    params,
    body: { revision: (await state()).revision, reason: '核对', cells: [] },
  });
});

test('a token opens nothing else, and none that is wrong, expired or ended opens anything', async () => {
  const ask = (method: 'GET' | 'POST', url: string, bearer = token) =>
    world.api.app.inject({ method, url: `/api/v1${url}`, headers: { authorization: `Bearer ${bearer}` } });
  expect((await ask('GET', '/sheets')).statusCode).toBe(401);
  expect((await ask('GET', '/figures/history?indicatorId=output&period=2026-01&unitId=own')).statusCode).toBe(401);
  expect((await send({ key: 'batch-0008', figures: [figure(1)] }, 'x'.repeat(43))).codes).toEqual(['not-signed-in']);
  await sql`update machine_token set expires_on = current_date - 2 where id = ${machineId}`.execute(
    world.database.owner,
  );
  expect((await send({ key: 'batch-0009', figures: [figure(1)] })).codes).toEqual(['not-signed-in']);
  await sql`update machine_token set expires_on = current_date + 2 where id = ${machineId}`.execute(
    world.database.owner,
  );
  const { machines } = await world.as(office, api.listMachines, {});
  expect(machines).toMatchObject([{ id: machineId, state: 'valid', lastUsedAt: expect.any(String) }]);
  await world.as(office, api.revokeMachine, { params: { machineId } });
  expect((await send({ key: 'batch-0010', figures: [figure(1)] })).codes).toEqual(['not-signed-in']);
  expect(await world.refused(office, api.revokeMachine, { params: { machineId } })).toBe('409 machine-revoked');
  expect(await world.refused('city-office', api.revokeMachine, { params: { machineId: '0000000000' } })).toBe(
    '404 machine-unknown',
  );
});

test('a token is made for posts in reach that may fill in, and kept only as a digest', async () => {
  const create = (postId: string) =>
    world.refused(office, api.createMachine, { body: { name: '甲', postId, days: 1 } });
  expect(await create('post-reviewer')).toBe('422 machine-post');
  expect(await create('city-office')).toBe('422 machine-post');
  expect(await world.refused(clerk, api.listMachines, {})).toBe('403 not-allowed');
  const { rows } = await sql<{ text: string }>`select m::text as text from machine_token m`.execute(
    world.database.owner,
  );
  expect(rows.some(({ text }) => text.includes(token))).toBe(false);
});

test('too many in a second are slowed down', async () => {
  const many = await Promise.all(
    Array.from({ length: 120 }, (_, at) => send({ key: `flood-${at}-x`, figures: [figure(1)] }, 'y'.repeat(43))),
  );
  expect(many.some(({ codes: refused }) => refused.includes('too-many-requests'))).toBe(true);
});

test('no fault of our own was noted', () => expect(world.faults).toEqual([]));
