import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PivotSpec, readingApi } from '../../src/indicator/contract.ts';
import { chains, figure, openReadingWorld, type ReadingWorld, regions, towns, townUnit } from './reading-world.ts';

/** What is read through the API of a small city whose every number can be reckoned by head. */

let world: ReadingWorld;
const office = 'city-office';
const months = (year: string, last = 12): string[] =>
  Array.from({ length: last }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);

beforeAll(async () => {
  world = await openReadingWorld();
  const entries = [...months('2024'), ...months('2025', 6)].flatMap((period) =>
    towns.flatMap((town, t) =>
      [chains.textile, chains.garment, chains.food].flatMap((chain, c) =>
        Array.from({ length: 4 }, (_, firm) =>
          figure({
            ...{ period, town, chain, firm: `${town}-${c}-${firm}` },
            value: (t + 1) * 10 + c + firm + (period.startsWith('2025') ? 1 : 0),
            vintage: period > '2025-04' ? 'preliminary' : 'final',
          }),
        ),
      ),
    ),
  );
  await world.save(entries);
  await world.fold();
});
afterAll(() => world?.close());

/** 5 towns × 3 chains × 4 firms: Σ (10(t+1) + c + firm) a month, one more each in 2025. */
const perMonth2024 = 5 * 12 * 30 + 5 * 4 * 3 + 5 * 3 * 6;
const perMonth2025 = perMonth2024 + 60;

const spec = (change: Partial<PivotSpec>): PivotSpec => ({
  ...{ rows: ['place'], columns: ['period'], measures: ['value'], indicators: ['output'], axis: 'region' },
  ...{ periods: { from: '2025-01', to: '2025-06', length: 'month' }, place: null, depth: 'children', chains: [] },
  ...{ top: null, sort: null, totals: true },
  ...change,
});
const pivot = (change: Partial<PivotSpec>, post = office) =>
  world.ask(post, readingApi.readPivot, { query: { spec: JSON.stringify(spec(change)) } });

describe('the matrix', () => {
  test('has chains and districts, the year so far, growth with its base, and mixed vintages', async () => {
    const { place, matrices } = await world.ask(office, readingApi.readMatrix, { query: { indicators: 'output' } });
    expect(place).toMatchObject({ axis: 'region', id: regions.city, above: [{ id: regions.province }] });
    const [matrix] = matrices;
    expect(matrix).toMatchObject({ asOf: '2025-06', withheld: 0 });
    expect(matrix?.rows.map(({ id }) => id)).toEqual(['', chains.food, chains.textile]);
    expect(matrix?.columns.map(({ id }) => id)).toEqual([regions.city, regions.sister, regions.district]);
    const all = matrix?.cells.find(({ row, column }) => row === '' && column === regions.city)?.reading;
    expect(all?.actual).toMatchObject({ value: String(perMonth2025 * 6), figures: 360, firms: 60 });
    expect(all?.actual.vintages).toEqual({ preliminary: 120, revised: 0, final: 240 });
    const { toDate } = all?.growth ?? {};
    expect(toDate?.base).toMatchObject({ period: '2024', value: String(perMonth2024 * 6), bases: ['b1'] });
    expect(toDate?.remarks.map(({ code }) => code)).toContain('mixed-vintages');
    expect(toDate?.rate).toBe(Math.round((60 / perMonth2024) * 1_000_000));
  });
});

describe('the pivot', () => {
  test('by place and month has totals that are what the parts come to', async () => {
    const { rows, columns } = await pivot({ measures: ['value', 'share', 'rank'] });
    expect(columns.map(({ keys }) => keys[0]?.id)).toEqual(months('2025', 6));
    expect(rows.map(({ kind }) => kind)).toEqual(['plain', 'plain', 'total']);
    const values = rows.map(({ cells }) => cells.map(({ value }) => Number(value?.value)));
    expect(values[2]).toEqual(values[0]?.map((value, at) => value + (values[1]?.[at] ?? 0)));
    expect(rows[1]?.cells[0]).toMatchObject({ rank: { place: 2, worst: 2, of: 2 } });
    expect((rows[0]?.cells[0]?.share ?? 0) + (rows[1]?.cells[0]?.share ?? 0)).toBe(1_000_000);
  });

  test('the first of the towns, the rest as one, and both together the total', async () => {
    const { rows } = await pivot({ depth: 'leaves', top: 2, columns: [], measures: ['value'] });
    expect(rows.map(({ kind, members }) => [kind, members])).toEqual([
      ['plain', null],
      ['plain', null],
      ['rest', 3],
      ['total', null],
    ]);
    const [a = 0, b = 0, rest = 0, total] = rows.map(({ cells }) => Number(cells[0]?.value?.value));
    expect(a + b + rest).toBe(total);
  });

  test('the first of the enterprises, and all others as one', async () => {
    const { rows } = await pivot({ rows: ['enterprise'], columns: [], top: 3, measures: ['value', 'yearOnYear'] });
    expect(rows.map(({ kind, members }) => [kind, members])).toEqual([
      ...Array.from({ length: 3 }, () => ['plain', null]),
      ['rest', 57],
      ['total', null],
    ]);
    const values = rows.map(({ cells }) => Number(cells[0]?.value?.value));
    expect(values.slice(0, 4).reduce((sum, value) => sum + value, 0)).toBe(perMonth2025);
    expect(values[4]).toBe(perMonth2025);
  });

  test.each([
    ['an axis on both sides', { columns: ['place' as const] }, '422 pivot-axis-twice'],
    ['no period', { periods: { from: '2025-06', to: '2025-01', length: 'month' as const } }, '422 pivot-periods'],
    ['an indicator that there is none of', { indicators: ['nothing'] }, '404 indicator-missing'],
    ['a place elsewhere', { place: '110000' }, '404 reading-place-missing'],
    ['enterprises beside places', { rows: ['enterprise' as const, 'place' as const] }, '422 pivot-enterprise-alone'],
  ])('refuses %s', async (_, change, code) => {
    const query = { spec: JSON.stringify(spec(change)) };
    expect(await world.refused(office, readingApi.readPivot, { query })).toBe(code);
  });

  test('refuses enterprises to whoever may not see small groups, and what is no table', async () => {
    const query = { spec: JSON.stringify(spec({ rows: ['enterprise'] })) };
    expect(await world.refused('post-finance', readingApi.readPivot, { query })).toBe('403 detail-needed');
    expect(await world.refused(office, readingApi.readPivot, { query: { spec: '{' } })).toBe('400 form-wrong');
  });

  test('an enterprise is called as whoever reports for it calls it', async () => {
    const [town] = towns.toReversed();
    const first = async () => {
      const { rows } = await pivot({ rows: ['enterprise'], columns: [], top: 1, measures: ['value'] });
      return rows[0]?.keys[0];
    };
    const id = `${town}-2-3`;
    expect(await first()).toMatchObject({ id, name: id });
    for (const [nth, month] of ['2024-01', '2025-01'].entries())
      await sql`insert into roster (id, revision, unit_id, enterprise_id, name, region_id, from_month, changed_at, changed_by)
        values (${`roster-${nth}`}, 1, ${townUnit(town ?? '')}, ${id}, ${`江边纺织${month}`}, ${town}, ${month}, now(), '甲')`.execute(
        world.database.owner,
      );
    expect(await first()).toMatchObject({ id, name: '江边纺织2025-01' });
  });

  // The last of all: it adds a chain and a figure.
  test('a chain of another place is a row only where something of it was reported', async () => {
    const { owner } = world.database;
    await sql`insert into chain (id, name, region_id) values ('far-chain', '别处的链', ${regions.sister})`.execute(
      owner,
    );
    await sql`insert into chain_closure (ancestor, descendant) values ('far-chain', 'far-chain')`.execute(owner);
    const rows = async (from: string) => {
      const periods = { from, to: from, length: 'month' as const };
      const asked = await pivot({ rows: ['chain'], columns: [], periods });
      return asked.rows.map(({ keys }) => keys[0]?.id);
    };
    expect(await rows('2025-06')).toEqual([chains.food, chains.textile, '']);
    const one = { period: '2025-06', town: towns[0], chain: 'far-chain', firm: 'far-firm' };
    await world.save([figure({ ...one, value: 7, vintage: 'preliminary' })]);
    expect(await rows('2025-06')).toEqual([chains.food, chains.textile, 'far-chain', '']);
    expect(await rows('2025-05')).toEqual([chains.food, chains.textile, '']);
  });
});
