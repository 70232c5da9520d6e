import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readingApi } from '../../src/indicator/contract.ts';
import { chains, figure, openReadingWorld, type ReadingWorld, regions, towns, townUnit } from './reading-world.ts';

/** Who owes the figures of a cell, and who approved them, by the forms that ask for them. */

let world: ReadingWorld;
beforeAll(async () => {
  world = await openReadingWorld();
});
afterAll(() => world?.close());

const office = 'city-office';
const before = '2025-08-01T00:00:00.000Z';
const after = '2025-09-01T00:00:00.000Z';

test('a cell says how many owe a figure and how many have not handed it in, by chain too', async () => {
  const { owner } = world.database;
  const content = { role: 'part', columns: [{ indicatorId: 'tax', required: true }] };
  await sql`insert into form (id, revision, state, content, content_revision, created_at, created_by, changed_at, changed_by)
    values ('f1', 1, 'open', ${JSON.stringify({ ...content, name: '税收', frequency: 'quarter', rows: 'chains', firstPeriod: '2025-Q1' })},
      1, now(), 'x', now(), 'x')`.execute(owner);
  await sql`insert into form_version values ('f1', 1, ${JSON.stringify(content)})`.execute(owner);
  await sql`insert into form_period values ('f1', '2025-Q1', '2025-03-31', 1, '2025-04-01', '2025-04-10')`.execute(
    owner,
  );
  for (const [at, town] of towns.slice(0, 3).entries()) {
    await sql`insert into sheet (id, revision, form_id, content_revision, period, unit_id, region_id, state, opens_on, due_on, submitted_at)
      values (${`s${at}`}, 1, 'f1', 1, '2025-Q1', ${townUnit(town)}, ${town}, 'open', '2025-04-01', '2025-04-10',
        ${at === 0 ? before : null})`.execute(owner);
    for (const chain of at === 1 ? [chains.food] : [chains.garment, chains.food])
      await sql`insert into sheet_row (sheet_id, row_key, place, title, enterprise_id, figure_chain, region_id, unit_id)
        values (${`s${at}`}, ${chain}, 1, ${chain}, '', ${chain}, ${town}, ${townUnit(town)})`.execute(owner);
  }
  await world.save([figure({ indicator: 'tax', period: '2025-Q1', town: towns[0], chain: chains.garment, value: 8 })]);
  await sql`update sheet set state = 'approved', approved_by = '审核员', approved_at = ${after} where id = 's0'`.execute(
    owner,
  );
  await sql`insert into sheet_cell (sheet_id, row_key, indicator_id, revision, value, recorded, saved_at, by_id, by_name, region_id, unit_id)
    values ('s0', ${chains.garment}, 'tax', 1, 8, 1, now(), 'x', 'x', ${towns[0]}, ${townUnit(towns[0])})`.execute(
    owner,
  );
  const behind = await world.ask(office, readingApi.listCellFigures, {
    query: { indicator: 'tax', period: '2025-Q1', place: towns[0] },
  });
  expect(behind.rows).toMatchObject([{ value: 8, approvedBy: '审核员', approvedAt: after }]);
  const query = { indicators: 'tax', period: '2025-Q1' };
  const { matrices } = await world.ask(office, readingApi.readMatrix, { query });
  const of = (row: string) =>
    matrices[0]?.cells.find((cell) => cell.row === row && cell.column === regions.city)?.reading?.actual.reporters;
  expect(of('')).toEqual({ expected: 3, missing: 2, periods: ['2025-Q1'] });
  expect(of(chains.textile)).toEqual({ expected: 2, missing: 1, periods: ['2025-Q1'] });
});
