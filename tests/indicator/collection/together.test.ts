import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asSystem } from '../../../platform/db/index.ts';
import { collectionApi as api } from '../../../src/indicator/contract.ts';
import { keepTotals } from '../../../src/indicator/routes.ts';
import { readCells } from '../../../src/indicator/store.ts';
import { regions } from '../../access/organisation.ts';
import { type CollectionWorld, clerk, formContent, lastMonth, openCollectionWorld } from './world.ts';

/** Fifty people write at once: half of them on one big sheet, the others on sheets of their own, which they hand in. */
const writers = 25;
const rounds = 6;
const unitIds = Array.from({ length: writers }, (_, at) => `town-${at}`);

let world: CollectionWorld;
beforeAll(async () => {
  world = await openCollectionWorld();
  const { owner } = world.database;
  for (const id of unitIds) {
    await sql`insert into unit (id, name, kind, region_id, parent) values (${id}, ${id}, 'town', ${regions.town}, null)`.execute(
      owner,
    );
    await sql`insert into unit_closure (ancestor, descendant) values (${id}, ${id})`.execute(owner);
  }
});
afterAll(() => world.close());

test('nothing acknowledged is lost, every figure counts once, and the sums are those of a recount', async () => {
  for (let at = 0; at < 20; at += 1)
    await world.as(clerk, api.addToRoster, {
      body: {
        unitId: 'own',
        enterpriseId: `E${at}`,
        name: `企业${at}`,
        chainId: 'lj-textile',
        from: '2026-01',
        until: null,
      },
    });
  const own = await world.open(formContent({ name: '各镇', units: unitIds }), 'city-office');
  const shared = (await world.sheetOf(await world.open(formContent({ name: '一张大表', rows: 'enterprises' })))).sheet
    .id;
  const ids = new Map<string, string>();
  const { rows } = await world.as('city-office', api.listSheets, { query: { formId: own, pageSize: 200 } });
  for (const row of rows) ids.set(row.unitId, row.id);
  expect(ids.size).toBe(writers);

  /** What the server said is saved, by cell: the newest revision with its value. */
  const acknowledged = new Map<string, { revision: number; value: number | null }>();
  let conflicts = 0;
  const onShared = async (writer: number): Promise<void> => {
    const seen = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const cells = Array.from({ length: 5 }, (_, at) => ({
        ...{ row: `E${(writer * 3 + at + round) % 20}`, indicatorId: 'home', reason: null, note: null },
        value: writer * 1000 + round * 10 + at,
      })).map((cell) => ({ ...cell, revision: seen.get(cell.row) ?? 0 }));
      const { answers } = await world.as(clerk, api.saveCells, { params: { sheetId: shared }, body: { cells } });
      answers.forEach((answer, at) => {
        if (answer.state === 'refused') throw new Error(JSON.stringify(answer));
        seen.set(answer.row, answer.revision);
        if (answer.state === 'conflict') conflicts += 1;
        else {
          const stands = acknowledged.get(answer.row);
          const value = cells[at]?.value ?? null;
          if ((stands?.revision ?? 0) < answer.revision)
            acknowledged.set(answer.row, { revision: answer.revision, value });
        }
      });
    }
  };
  const expected = new Map<string, number>();
  const onOwn = async (writer: number): Promise<void> => {
    const unitId = `town-${writer}`;
    const sheetId = ids.get(unitId) ?? '';
    const params = { sheetId };
    for (let round = 0; round < 3; round += 1) {
      const output = 10_000 + writer * 100 + round;
      await world.fill('city-office', sheetId, [
        ['unit', 'output', output],
        ['unit', 'export', 4_000],
        ['unit', 'home', output - 4_000],
      ]);
      const { revision } = await world.as('city-office', api.readSheetRow, { params });
      const row = await world.as('city-office', api.submitSheet, { params, body: { revision } });
      expected.set(unitId, output);
      if (round < 2) await world.as('city-office', api.withdrawSheet, { params, body: { revision: row.revision } });
      if (writer % 5 === 0) await asSystem(() => keepTotals(world.deps));
    }
  };
  await Promise.all(unitIds.flatMap((_, writer) => [onShared(writer), onOwn(writer)]));

  expect(conflicts).toBeGreaterThan(0);
  const { cells } = await world.as(clerk, api.readSheet, { params: { sheetId: shared } });
  for (const [row, { revision, value }] of acknowledged)
    expect(cells.find((cell) => cell.row === row)).toMatchObject({ revision, value });
  const asked = { indicators: ['output', 'large'], periods: [lastMonth], places: [regions.city], chains: [''] };
  const sums = await asSystem(() => readCells(world.deps.db, { ...asked, axis: 'region' }));
  expect(sums.find(({ indicatorId }) => indicatorId === 'output')?.total).toBe(
    BigInt([...expected.values()].reduce((sum, value) => sum + value, 0)),
  );
  expect(await world.wrong([lastMonth])).toEqual([]);
  const board = await world.as('city-office', api.readBoard, { params: { formId: own }, query: {} });
  expect(board.counts).toMatchObject({ units: writers, submitted: writers, filled: writers * 2, wanted: writers * 2 });
  expect(world.faults).toEqual([]);
}, 120_000);

test('of many units that hand in the same enterprises in the same instant one counts', async () => {
  const together = unitIds.slice(0, 12);
  const firms = Array.from({ length: 12 }, (_, at) => `S${at}`);
  for (const unitId of together)
    for (const id of firms)
      await world.as('city-office', api.addToRoster, {
        body: { unitId, enterpriseId: id, name: `企业${id}`, chainId: 'lj-textile', from: '2026-01', until: null },
      });
  const formId = await world.open(
    formContent({ name: '十二家都报', rows: 'enterprises', units: together }),
    'city-office',
  );
  const { rows } = await world.as('city-office', api.listSheets, { query: { formId, pageSize: 200 } });
  const total = async () =>
    (await asSystem(() =>
      readCells(world.deps.db, {
        ...{ indicators: ['home'], periods: [lastMonth], places: [regions.city], chains: [''], axis: 'region' },
      }),
    ).then(([cell]) => cell?.total)) ?? 0n;
  const before = await total();
  for (const { id } of rows)
    await world.fill(
      'city-office',
      id,
      firms.flatMap((firm) => [
        [firm, 'output', 5_000],
        [firm, 'export', 1_000],
        [firm, 'home', 4_000],
      ]),
    );
  await Promise.all(
    rows.map(async ({ id }) => {
      const params = { sheetId: id };
      const { revision } = await world.as('city-office', api.readSheetRow, { params });
      await world.as('city-office', api.submitSheet, { params, body: { revision } });
    }),
  );
  expect((await total()) - before).toBe(BigInt(firms.length * 4_000));
  expect(await world.wrong([lastMonth])).toEqual([]);
  expect(world.faults).toEqual([]);
});
