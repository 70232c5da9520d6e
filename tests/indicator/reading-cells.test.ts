import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSystem } from '../../platform/db/index.ts';
import { verifyTotals } from '../../src/indicator/commands/verify-totals.ts';
import { type CellRowJson, type PivotSpec, readingApi } from '../../src/indicator/contract.ts';
import { periodsBetween } from '../../src/kernel/index.ts';
import {
  chains,
  figure,
  openReadingWorld,
  type ReadingWorld,
  regions,
  towns,
  townUnit,
  units,
} from './reading-world.ts';

/** What is behind a cell, the whole tree as rows, and that every path to a total gives the same one. */

let world: ReadingWorld;
const office = 'city-office';
const months = periodsBetween('2024', '2025', 'month').filter((month) => month <= '2025-07');
const before = '2025-08-01T00:00:00.000Z';
const after = '2025-09-01T00:00:00.000Z';

const firmsOf = (town: string, chain: string): number =>
  3 + ((town.length * 7 + chain.length + Number(town.slice(-2))) % 3);
const reportedOf = (indicator: string, month: string, firm: number): number =>
  (indicator.length * 10 + firm) * (1 + Number(month.slice(5))) + Number(month.slice(3, 4));

beforeAll(async () => {
  world = await openReadingWorld();
  const entries = towns.flatMap((town) =>
    ['', chains.textile, chains.garment, chains.food].flatMap((chain) =>
      months.flatMap((period) =>
        ['output', 'revenue', 'staff', 'largest'].flatMap((indicator) =>
          Array.from({ length: firmsOf(town, chain) }, (_, firm) =>
            figure({
              ...{ indicator, period, town, chain, firm: `${town}${chain}${firm}` },
              value: reportedOf(indicator, period, firm),
            }),
          ),
        ),
      ),
    ),
  );
  await world.save(entries, before);
  await world.fold();
});
afterAll(() => world?.close());

const spec = (change: Partial<PivotSpec>): PivotSpec => ({
  ...{ rows: ['place'], columns: ['period'], measures: ['value'], indicators: ['output'], axis: 'region', place: null },
  ...{
    periods: { from: '2024-01', to: '2025-07', length: 'month' },
    depth: 'children',
    chains: [],
    top: null,
    sort: null,
  },
  totals: false,
  ...change,
});
const values = async (change: Partial<PivotSpec>): Promise<Map<string, bigint>> => {
  const query = { spec: JSON.stringify(spec(change)), pageSize: 200 };
  const { rows, columns } = await world.ask(office, readingApi.readPivot, { query });
  const found = new Map<string, bigint>();
  for (const row of rows)
    for (const [at, cell] of row.cells.entries()) {
      const keys = [...row.keys, ...(columns[at]?.keys ?? [])].map(({ id }) => id).join(' ');
      found.set(keys, BigInt(cell.value?.value ?? 0));
    }
  return found;
};
const sum = (all: Iterable<bigint>): bigint => [...all].reduce((whole, each) => whole + each, 0n);
const whole = async (change: Partial<PivotSpec>): Promise<bigint> => sum((await values(change)).values());

describe('every path to a total gives the same one', () => {
  const self: Partial<PivotSpec> = { depth: 'self' };
  test('towns, districts and the city; chains and what has none', async () => {
    const city = await whole(self);
    expect(city).toBeGreaterThan(0n);
    expect(await whole({ depth: 'children' })).toBe(city);
    expect(await whole({ depth: 'town' })).toBe(city);
    expect(await whole({ rows: ['period'], columns: [] })).toBe(city);
    const byChain = await whole({ ...self, rows: ['chain'] });
    const { matrices } = await world.ask(office, readingApi.readMatrix, {
      query: { indicators: 'output', period: '2025-07' },
    });
    const of = (row: string) =>
      BigInt(
        matrices[0]?.cells.find((cell) => cell.row === row && cell.column === regions.city)?.reading?.actual.value ?? 0,
      );
    expect(of('-')).toBeGreaterThan(0n);
    expect(of(chains.textile) + of(chains.food) + of('-')).toBe(of(''));
    const none = await whole({
      ...self,
      rows: ['chain'],
      periods: { from: '2025-01', to: '2025-07', length: 'month' },
    });
    expect(none).toBe(of(chains.textile) + of(chains.food));
    expect(byChain).toBeLessThan(city);
  });

  test('months, quarters and years, of flows, cumulative figures and stocks', async () => {
    const at = (from: string, to: string, length: PivotSpec['periods']['length'], indicator: string) =>
      values({ ...self, indicators: [indicator], periods: { from, to, length } });
    const flows = await at('2024-01', '2024-12', 'month', 'output');
    const quarters = await at('2024-Q1', '2024-Q4', 'quarter', 'output');
    const [year] = (await at('2024', '2024', 'year', 'output')).values();
    expect(sum(flows.values())).toBe(year);
    expect(sum(quarters.values())).toBe(year);
    const sofar = await at('2024-01', '2024-12', 'month', 'revenue');
    const [revenue] = (await at('2024', '2024', 'year', 'revenue')).values();
    // A month of a cumulative figure is what came to it; together they are what December says.
    expect(sum(sofar.values())).toBe(revenue);
    const stocks = [...(await at('2024-01', '2024-12', 'month', 'staff')).values()];
    expect([...(await at('2024', '2024', 'year', 'staff')).values()]).toEqual(stocks.slice(-1));
  });

  test('the greatest of the parts is the greatest of the whole, and a ratio is one of sums', async () => {
    const parts = await values({ indicators: ['largest'], depth: 'town' });
    const greatest = await values({ indicators: ['largest'], depth: 'self' });
    for (const month of months) {
      const of = [...parts].filter(([key]) => key.endsWith(month)).map(([, value]) => value);
      expect(greatest.get(`${regions.city} ${month}`)).toBe(of.reduce((a, b) => (a > b ? a : b), 0n));
    }
    const one = { depth: 'self', periods: { from: '2025-07', to: '2025-07', length: 'month' } } as const;
    const [output = 0n] = (await values({ ...one })).values();
    const [staff = 1n] = (await values({ ...one, indicators: ['staff'] })).values();
    const [ratio] = (await values({ ...one, indicators: ['per-head'] })).values();
    expect(ratio).toBe((2n * output + staff) / (2n * staff));
  });

  test('the whole tree, page by page and in one piece, is what the pivot says', async () => {
    const rows: CellRowJson[] = [];
    for (let next: string | undefined; ; ) {
      const query = {
        from: '2024-01',
        to: '2025-12',
        limit: 50,
        indicators: 'output,staff',
        ...(next !== undefined && { after: next }),
      };
      const page = await world.ask(office, readingApi.exportCells, { query });
      expect(page.rows.length).toBeLessThanOrEqual(50);
      rows.push(...page.rows);
      if (page.next === null) break;
      next = page.next;
    }
    const keys = rows.map((row) => [row.indicatorId, row.regionId, row.chainId, row.period].join(' '));
    expect(new Set(keys).size).toBe(keys.length);
    // City, 2 districts, 5 towns × all and 3 chains × 19 months × 2 indicators.
    expect(rows).toHaveLength(8 * 4 * 19 * 2);
    const towns_ = await values({ depth: 'town' });
    for (const [key, value] of towns_) {
      const [place, month] = key.split(' ');
      const row = rows.find(
        ({ regionId, period, chainId, indicatorId }) =>
          regionId === place && period === month && chainId === '' && indicatorId === 'output',
      );
      expect(row?.total).toBe(String(value));
    }
    const file = await world.api.app.inject({
      ...{
        method: 'GET',
        url: '/api/v1/figures/export/file?from=2024-01&to=2025-12&indicators=output,staff&format=csv',
      },
      headers: { 'x-post': office, 'x-person': office },
    });
    expect(file.body.trimEnd().split('\r\n')).toHaveLength(rows.length + 1);
  });

  test('figures that no cell has yet are on the page where they belong', async () => {
    const query = { from: '2023-05', to: '2023-05', limit: 3 };
    const pages = async () => {
      const rows: CellRowJson[] = [];
      for (let next: string | null | undefined; next !== null; ) {
        const page: Awaited<ReturnType<typeof world.ask<typeof readingApi.exportCells>>> = await world.ask(
          office,
          readingApi.exportCells,
          {
            query: { ...query, ...(next !== undefined && { after: next }) },
          },
        );
        rows.push(...page.rows);
        next = page.next;
      }
      return rows;
    };
    await world.save(
      towns.map((town) => figure({ period: '2023-05', town, chain: chains.garment, firm: 'x', value: 5 })),
    );
    const unfolded = await pages();
    expect(unfolded.map(({ total }) => Number(total)).reduce((a, b) => a + b, 0)).toBe(5 * 3 * (5 + 5 + 5));
    await world.fold();
    expect(await pages()).toEqual(unfolded);
  });

  test.each([
    ['more years than at once', { from: '2010-01', to: '2025-12' }, '422 export-periods'],
    ['an end before the beginning', { from: '2025-01', to: '2024-12' }, '422 export-periods'],
    [
      'an indicator that there is none of',
      { from: '2025-01', to: '2025-02', indicators: 'none' },
      '404 indicator-missing',
    ],
    ['a page that there is not', { from: '2025-01', to: '2025-02', after: 'a~b' }, '400 form-wrong'],
    ['a place elsewhere', { from: '2025-01', to: '2025-02', place: '110000' }, '404 reading-place-missing'],
  ])('refuses %s', async (_, query, code) => {
    expect(await world.refused(office, readingApi.exportCells, { query })).toBe(code);
  });
});

describe('behind a cell', () => {
  const town = regions.town;
  const asked = { indicator: 'output', period: '2025-07', place: town };

  test('stand its parts, its basis, its periods, and what the place reports itself', async () => {
    await world.save([
      figure({ period: '2025-07', town, value: 999_999, role: 'own' }),
      figure({ period: '2025-06', town, value: 7, role: 'own' }),
    ]);
    const cell = await world.ask(office, readingApi.readCell, { query: { ...asked, by: 'chain' } });
    expect(cell).toMatchObject({ basis: { id: 'b1' }, hidden: null, mayFigures: true, at: null });
    expect(cell.parts.map(({ heading }) => heading.id)).toEqual([chains.food, chains.textile]);
    expect(cell.own.map(({ value, unit }) => [value, unit.id])).toEqual([
      [7, townUnit(town)],
      [999_999, townUnit(town)],
    ]);
    expect(cell.reading?.own?.amount.missing).toEqual(periodsBetween('2025-01', '2025-05', 'month'));
    expect(cell.series.map(({ period }) => period)).toEqual(months.filter((month) => month >= '2024-01'));
    // The way through the year is learned from the district: the town has one year before this one, as has the district.
    expect(cell.reading?.path).toMatchObject({ kind: 'linear', learnedFrom: null });
  });

  test('stands how it was at a moment, and what its base was when it was first published', async () => {
    const read = async (at?: string) => {
      const query = { ...asked, ...(at !== undefined && { at }) };
      return (await world.ask(office, readingApi.readCell, { query })).reading;
    };
    const first = await read();
    const [then = ''] = [first?.actual.value];
    const changed = figure({
      period: '2025-03',
      town,
      chain: chains.food,
      firm: `${town}${chains.food}0`,
      value: 1,
      seen: 1,
      vintage: 'revised',
    });
    const base = figure({
      period: '2024-03',
      town,
      chain: chains.food,
      firm: `${town}${chains.food}0`,
      value: 2,
      seen: 1,
      vintage: 'revised',
    });
    await world.save([changed, base], after);
    const now = await read();
    expect(now?.actual.value).not.toBe(then);
    expect((await read(after))?.actual.value).toBe(now?.actual.value);
    expect((await read('2025-08-15T00:00:00.000Z'))?.actual.value).toBe(then);
    expect((await read('2025-07-01T00:00:00.000Z'))?.actual.value).toBeNull();
    const restated = now?.growth?.toDate.remarks.find(({ code }) => code === 'base-restated');
    expect(Number(restated?.before)).toBe(Number(restated?.now) + reportedOf('output', '2024-03', 0) - 2);
    expect(now?.actual.vintages.revised).toBe(1);
  });

  test('stand the figures, with who saved them, and each with all its versions', async () => {
    const list = await world.ask(office, readingApi.listCellFigures, {
      query: { ...asked, sort: 'revision', pageSize: 200 },
    });
    const firms = ['', chains.textile, chains.garment, chains.food]
      .map((chain) => firmsOf(town, chain))
      .reduce((a, b) => a + b, 0);
    expect(list.total).toBe(firms * 7);
    const last = list.rows.at(-1);
    expect(last).toMatchObject({
      revision: 2,
      vintage: 'revised',
      reportedBy: '填报员',
      changedBy: '填报员',
      value: 1,
    });
    const versions = await world.ask(office, readingApi.readFigure, { params: { figureId: last?.id ?? '' } });
    expect(versions.versions.map(({ revision, savedAt }) => [revision, savedAt])).toEqual([
      [2, after],
      [1, before],
    ]);
    const found = await world.ask(office, readingApi.listCellFigures, {
      query: { ...asked, filter: JSON.stringify({ value: { to: 1 }, vintage: { in: ['revised'] } }) },
    });
    expect(found.total).toBe(1);
  });

  test('stand no single enterprises, moments or versions for whoever may not see small groups', async () => {
    const district = { ...asked, place: regions.district };
    const post = 'post-finance';
    expect(await world.refused(post, readingApi.listCellFigures, { query: district })).toBe('403 detail-needed');
    expect(await world.refused(post, readingApi.readCell, { query: { ...district, at: before } })).toBe(
      '403 detail-needed',
    );
    expect(await world.refused(post, readingApi.readFigure, { params: { figureId: '1' } })).toBe('403 detail-needed');
    const cell = await world.ask(post, readingApi.readCell, { query: district });
    expect(cell.mayFigures).toBe(false);
    expect(cell.reading?.growth?.toDate.remarks.some(({ code }) => code === 'base-restated')).toBe(false);
  });

  test.each([
    ['a region elsewhere', 'post-finance', { place: regions.sister }, '404 reading-place-missing'],
    ['the city above', 'post-finance', { place: regions.city }, '404 reading-place-missing'],
    [
      'a unit elsewhere',
      'post-lead-unit',
      { axis: 'unit' as const, place: units.foreign },
      '404 reading-place-missing',
    ],
    [
      'a chain beyond the grant',
      'chain-chief-textile',
      { place: regions.district, chain: chains.food },
      '404 reading-chain-missing',
    ],
    ['an indicator that there is none of', office, { indicator: 'nothing' }, '404 indicator-missing'],
  ])('refuses %s', async (_, post, change, code) => {
    expect(await world.refused(post, readingApi.readCell, { query: { ...asked, ...change } })).toBe(code);
  });

  test('a chief of one chain sees it and what is below it, and no sum of all', async () => {
    const { matrices } = await world.ask('chain-chief-textile', readingApi.readMatrix, {
      query: { indicators: 'output', period: '2025-07' },
    });
    expect(matrices[0]?.rows.map(({ id }) => id)).toEqual([chains.textile]);
    expect(matrices[0]?.cells.every(({ reading }) => reading?.actual.value !== null)).toBe(true);
  });

  test('a unit reads its own and what is below it', async () => {
    await world.save([
      figure({ period: '2025-07', unit: units.own, value: 40, region: regions.district }),
      figure({ period: '2025-07', unit: units.below, value: 2, region: regions.town }),
    ]);
    const { place, matrices } = await world.ask('post-lead-unit', readingApi.readMatrix, {
      query: { indicators: 'output', period: '2025-07' },
    });
    expect(place).toMatchObject({ axis: 'unit', id: units.own });
    const of = (column: string) =>
      matrices[0]?.cells.find((cell) => cell.row === '' && cell.column === column)?.reading?.current?.value;
    expect([of(units.own), of(units.below), of('-')]).toEqual(['42', '2', '40']);
  });
});

test('sums that were changed from outside are found and mended', async () => {
  const db = world.database.owner as never;
  const check = (repair: boolean) => asSystem(() => verifyTotals({ db }, { periods: null, repair }));
  await world.fold();
  expect((await check(false)).filter(({ wrong }) => wrong)).toEqual([]);
  await sql`update rollup_cell set final = final + 1 where period = '2025-02' and chain_id = ''`.execute(
    world.database.owner,
  );
  expect((await check(true)).filter(({ wrong }) => wrong).map(({ period }) => period)).toEqual(['2025-02']);
  expect((await check(false)).filter(({ wrong }) => wrong)).toEqual([]);
});
