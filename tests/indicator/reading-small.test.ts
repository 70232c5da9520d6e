import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type AmountJson,
  type ChangeJson,
  type PivotCellJson,
  type PivotSpec,
  readingApi,
} from '../../src/indicator/contract.ts';
import { periodsBetween } from '../../src/kernel/index.ts';
import { LinearSight } from './linear-sight.ts';
import { chains, figure, openReadingWorld, type ReadingWorld, regions, towns } from './reading-world.ts';

/**
 * Somebody who may not see small groups asks everything that can be asked, in all ways, and adds and subtracts what he is told. He
 * must not find the sum of one or two enterprises. Somebody who may see them finds every one by the same adding.
 */

let world: ReadingWorld;
beforeAll(async () => {
  world = await openReadingWorld();
});
afterAll(() => world?.close());

const parents: Readonly<Record<string, string>> = {
  [regions.district]: regions.city,
  [regions.sister]: regions.city,
  ...Object.fromEntries(towns.map((town) => [town, town.slice(0, 6)])),
};
const places = [regions.city, regions.district, regions.sister, ...towns];
const chainParents: Readonly<Record<string, string>> = { [chains.garment]: chains.textile };
const leafChains = ['', chains.textile, chains.garment, chains.food];
const years = ['2024', '2025'] as const;
const lastMonth = 4;
const monthsOf = (year: string) => periodsBetween(`${year}-01`, `${year}-0${lastMonth}`, 'month');

function dice(seed: number): (most: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

/** Enterprises in one place and one chain that report every month, in a month now and then not. */
interface Group {
  readonly place: string;
  readonly chain: string;
  readonly month: string;
  readonly firms: number;
}

async function fill(seed: number): Promise<Group[]> {
  await sql`truncate observation, observation_version, rollup_pending, rollup_cell, rollup_shape`.execute(
    world.database.owner,
  );
  const roll = dice(seed);
  const groups: Group[] = [];
  const entries = [];
  for (const place of places) {
    const isTown = towns.some((town) => town === place);
    for (const chain of leafChains) {
      const usual = isTown ? ([0, 1, 2, 3, 4, 7][roll(6)] ?? 0) : roll(5) === 0 ? 1 + roll(3) : 0;
      for (const month of years.flatMap(monthsOf)) {
        const firms = roll(9) === 0 ? roll(usual + 1) : usual;
        if (firms > 0) groups.push({ place, chain, month, firms });
        for (let firm = 0; firm < firms; firm += 1)
          entries.push(
            figure({
              ...{ period: month, chain, firm: `${place}-${chain}-${firm}`, value: 1 + roll(900) },
              ...{ unit: `tu-${towns[0]}`, region: place },
            }),
          );
      }
    }
  }
  await world.save(entries);
  if (seed % 2 === 0) await world.fold();
  return groups;
}

const within = (id: string, top: string, above: Readonly<Record<string, string>>): boolean =>
  id === top || (above[id] !== undefined && within(above[id] ?? '', top, above));

/** Unknowns: what the groups come to in each month. Everything else is a sum of them. */
class World {
  readonly groups: readonly Group[];
  constructor(groups: readonly Group[]) {
    this.groups = groups;
  }

  of(place: string, chain: string, months: readonly string[]): Group[] {
    return this.groups.filter(
      (group) =>
        within(group.place, place, parents) &&
        (chain === '' || within(group.chain, chain, chainParents)) &&
        months.includes(group.month),
    );
  }

  sum(place: string, chain: string, months: readonly string[], sign = 1): Map<string, number> {
    return new Map(this.of(place, chain, months).map((group) => [name(group), sign]));
  }
}
const name = ({ place, chain, month }: Group): string => `${place} ${chain} ${month}`;

function joined(...sums: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const sum of sums) for (const [key, value] of sum) all.set(key, (all.get(key) ?? 0) + value);
  return all;
}

const steps = (period: string): string[] => periodsBetween(period, period, 'month');
const toDate = (period: string): string[] => {
  const last = steps(period).at(-1) ?? period;
  return periodsBetween(`${period.slice(0, 4)}-01`, last, 'month');
};
const yearBefore = (period: string): string => `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;

/** Takes in whatever an answer tells. `sumOf`: what a cell is over some months. */
class Reader {
  readonly sight = new LinearSight();
  told = 0;
  hidden = 0;
  private readonly seen = new Set<string>();

  learn(value: string | null | undefined, sum: ReadonlyMap<string, number>): void {
    if (value === null || value === undefined) return;
    this.told += 1;
    const key = JSON.stringify([...sum].toSorted());
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.sight.learn(sum);
  }

  amount(amount: AmountJson | null | undefined, sumOf: (months: readonly string[]) => Map<string, number>): void {
    if (amount === null || amount === undefined || amount.through === null) return;
    const from = steps(amount.period)[0] ?? '';
    this.learn(amount.value, sumOf(periodsBetween(from, amount.through, 'month')));
  }

  /** A rate with its figure tells the base, and the other way round. */
  change(
    change: ChangeJson | null | undefined,
    sumOf: (months: readonly string[]) => Map<string, number>,
    [figure, base]: readonly [readonly string[], readonly string[]],
  ): void {
    if (change === null || change === undefined) return;
    this.learn(change.figure.value, sumOf(figure));
    this.learn(change.base.value, sumOf(base));
    if (change.rate === null && change.difference === null) return;
    this.learn('', sumOf(figure));
    this.learn('', sumOf(base));
  }
}

const growthSpans = (period: string) => ({
  yearOnYear: [steps(period), steps(yearBefore(period))] as const,
  onLastPeriod: [steps(period), lastOf(period)] as const,
  toDate: [toDate(period), toDate(yearBefore(period))] as const,
});
function lastOf(period: string): string[] {
  const [first = ''] = steps(period);
  const before = periodsBetween(`${Number(first.slice(0, 4)) - 1}-01`, first, 'month');
  return before.slice(-1 - steps(period).length, -1);
}

async function askEverything(post: string, known: World): Promise<Reader> {
  const reader = new Reader();
  await askExport(post, known, reader);
  await askMatrices(post, known, reader);
  await askPivots(post, known, reader);
  await askCells(post, known, reader);
  return reader;
}

async function askExport(post: string, known: World, reader: Reader): Promise<void> {
  for (let after: string | undefined; ; ) {
    const query = {
      from: '2024-01',
      to: '2025-12',
      indicators: 'output',
      limit: 7,
      ...(after !== undefined && { after }),
    };
    const page = await world.ask(post, readingApi.exportCells, { query });
    for (const { period, regionId, chainId, total, hidden } of page.rows) {
      if (hidden !== null) reader.hidden += 1;
      reader.learn(total, known.sum(regionId, chainId, steps(period)));
    }
    if (page.next === null) return;
    after = page.next;
  }
}

async function askMatrices(post: string, known: World, reader: Reader): Promise<void> {
  for (const place of [regions.city, regions.district, regions.sister, towns[0]])
    for (const period of ['2024-04', '2025-01', '2025-03', '2025-04', '2025'])
      for (const chosen of [undefined, `${chains.textile},${chains.garment}`]) {
        const query = { indicators: 'output', place, period, ...(chosen !== undefined && { chains: chosen }) };
        const { matrices } = await world.ask(post, readingApi.readMatrix, { query });
        const [matrix] = matrices;
        if (matrix === undefined) throw new Error('no matrix');
        const topChains = matrix.rows
          .filter((row) => row.id !== '' && row.parent === '' && row.id !== '-')
          .map(({ id }) => id);
        const children = matrix.columns
          .filter((column) => column.parent === place && column.id !== '-')
          .map(({ id }) => id);
        const across = (row: string, column: string, months: readonly string[], sign = 1): Map<string, number> =>
          row === '-'
            ? joined(across('', column, months, sign), ...topChains.map((each) => across(each, column, months, -sign)))
            : column === '-'
              ? joined(across(row, place, months, sign), ...children.map((each) => across(row, each, months, -sign)))
              : known.sum(column, row, months, sign);
        for (const { row, column, reading } of matrix.cells) {
          if (reading === null) continue;
          const sumOf = (months: readonly string[]) => across(row, column, months);
          reader.amount(reading.actual, sumOf);
          reader.amount(reading.current, sumOf);
          const spans = growthSpans(reading.step ?? period);
          reader.change(reading.growth?.toDate, sumOf, spans.toDate);
          reader.change(reading.growth?.yearOnYear, sumOf, spans.yearOnYear);
          reader.change(reading.growth?.onLastPeriod, sumOf, spans.onLastPeriod);
          if (reading.forecast.value !== null) reader.learn('', sumOf(toDate(reading.step ?? period)));
        }
      }
}

const spec = (change: Partial<PivotSpec>): PivotSpec => ({
  ...{ rows: ['place'], columns: ['period'], indicators: ['output'], axis: 'region', place: null, depth: 'children' },
  measures: ['value', 'toDate', 'yearOnYear', 'onLastPeriod', 'toDateChange', 'share', 'rank'],
  ...{ periods: { from: '2025-01', to: '2025-04', length: 'month' }, chains: [], top: null, sort: null, totals: true },
  ...change,
});
const tables: readonly Partial<PivotSpec>[] = [
  { depth: 'leaves' },
  { depth: 'leaves', top: 2 },
  { depth: 'leaves', top: 1, columns: [], sort: { measure: 'value', column: 0, descending: false } },
  { rows: ['chain', 'place'], depth: 'town' },
  { rows: ['place', 'chain'], top: 1 },
  { rows: ['chain'], columns: ['place'], chains: [chains.textile, chains.garment, chains.food], depth: 'leaves' },
  { rows: ['place'], depth: 'county', periods: { from: '2024-Q1', to: '2025-Q2', length: 'quarter' } },
  { rows: ['place', 'chain'], depth: 'leaves', periods: { from: '2024', to: '2025', length: 'year' } },
  { place: regions.district, depth: 'leaves', rows: ['place', 'chain'] },
  { place: regions.sister, rows: ['chain', 'place'], top: 1 },
  { depth: 'self', rows: ['chain'], totals: false },
];

async function askPivots(post: string, known: World, reader: Reader): Promise<void> {
  for (const change of tables) {
    const asked = spec(change);
    const place = asked.place ?? regions.city;
    for (let page = 1; ; page += 1) {
      const query = { spec: JSON.stringify(asked), page, pageSize: 9 };
      const answer = await world.ask(post, readingApi.readPivot, { query });
      const whole = await allRows(post, asked);
      for (const row of answer.rows)
        for (const [at, cell] of row.cells.entries()) {
          const column = answer.columns[at];
          const keys = [...row.keys, ...(column?.keys ?? [])];
          const at_ = (axis: string) => keys.find((key) => key.axis === axis)?.id;
          const rest = row.kind === 'rest' ? { axis: row.keys.at(-1)?.axis ?? '', top: topOf(whole, row.keys) } : null;
          const sumOf = (months: readonly string[]) => sumOfCell(known, { at: at_, place, rest }, months);
          const period = at_('period') ?? asked.periods.to;
          takeCell(reader, cell, sumOf, period);
        }
      if (page * answer.pageSize >= answer.total) break;
    }
  }
}

type Keys = readonly { readonly axis: string; readonly id: string }[];

async function allRows(post: string, asked: PivotSpec): Promise<readonly { kind: string; keys: Keys }[]> {
  const { rows } = await world.ask(post, readingApi.readPivot, {
    query: { spec: JSON.stringify(asked), pageSize: 200 },
  });
  return rows;
}

const topOf = (rows: readonly { kind: string; keys: Keys }[], keys: Keys): string[] =>
  rows
    .filter(({ kind, keys: other }) => kind !== 'rest' && sameGroup(other, keys) && !isTotal(other))
    .map(({ keys: other }) => other.at(-1)?.id ?? '');
const sameGroup = (a: Keys, b: Keys): boolean => JSON.stringify(a.slice(0, -1)) === JSON.stringify(b.slice(0, -1));
const isTotal = (keys: Keys): boolean => {
  const last = keys.at(-1);
  return (
    last?.id === '' ||
    (last?.axis === 'place' &&
      [regions.city, regions.district, regions.sister].includes(last.id as never) &&
      keys.length > 0 &&
      'name' in last &&
      last.name === '合计')
  );
};

function sumOfCell(
  known: World,
  {
    at,
    place,
    rest,
  }: { at: (axis: string) => string | undefined; place: string; rest: { axis: string; top: readonly string[] } | null },
  months: readonly string[],
): Map<string, number> {
  const spot = { place: at('place') ?? place, chain: at('chain') ?? '' };
  if (rest === null) return known.sum(spot.place, spot.chain, months);
  const one = (change: Partial<typeof spot>, sign: number) => {
    const { place: p, chain: c } = { ...spot, ...change };
    return known.sum(p, c, months, sign);
  };
  return rest.axis === 'place'
    ? joined(one({ place }, 1), ...rest.top.map((each) => one({ place: each }, -1)))
    : joined(one({ chain: '' }, 1), ...rest.top.map((each) => one({ chain: each }, -1)));
}

function takeCell(
  reader: Reader,
  cell: PivotCellJson,
  sumOf: (months: readonly string[]) => Map<string, number>,
  period: string,
): void {
  if (cell.hidden !== null) reader.hidden += 1;
  reader.amount(cell.value, sumOf);
  reader.amount(cell.toDate, sumOf);
  const spans = growthSpans(period);
  reader.change(cell.yearOnYear, sumOf, spans.yearOnYear);
  reader.change(cell.onLastPeriod, sumOf, spans.onLastPeriod);
  reader.change(cell.toDateChange, sumOf, spans.toDate);
  if (cell.share !== null && cell.share !== undefined) reader.learn('', sumOf(steps(period)));
}

async function askCells(post: string, known: World, reader: Reader): Promise<void> {
  for (const place of places)
    for (const chain of [undefined, chains.textile, chains.food])
      for (const by of ['place', 'chain'] as const) {
        const query = { indicator: 'output', period: '2025-04', place, by, ...(chain !== undefined && { chain }) };
        const cell = await world.ask(post, readingApi.readCell, { query });
        const sumOf = (months: readonly string[]) => known.sum(place, chain ?? '', months);
        reader.amount(cell.reading?.actual, sumOf);
        for (const { period, value } of cell.series) reader.learn(value, sumOf(steps(period)));
        for (const { heading, actual, share } of cell.parts) {
          const of = (months: readonly string[]) =>
            by === 'place' ? known.sum(heading.id, chain ?? '', months) : known.sum(place, heading.id, months);
          reader.amount(actual, of);
          if (share !== null) reader.learn('', of(toDate('2025-04')));
        }
      }
}

/** Every cell of one or two enterprises, in a month or a year so far. */
function* smallCells(known: World): Generator<{ readonly what: string; readonly sum: Map<string, number> }> {
  for (const place of places)
    for (const chain of leafChains)
      for (const month of years.flatMap(monthsOf)) {
        const groups = known.of(place, chain, [month]);
        const firms = groups.reduce((all, group) => all + group.firms, 0);
        if (firms === 0 || firms > 2) continue;
        yield { what: `${place} ${chain} ${month}`, sum: known.sum(place, chain, [month]) };
        // What stands in one place and one chain by itself, without those below.
        for (const group of groups) yield { what: `only ${name(group)}`, sum: new Map([[name(group), 1]]) };
      }
}

test.each([1, 2, 3])(
  'no answer, nor all of them together, tells of one or two enterprises (%i)',
  async (seed) => {
    const known = new World(await fill(seed));
    const finance = await askEverything('city-finance', known);
    expect(finance.told).toBeGreaterThan(300);
    expect(finance.hidden).toBeGreaterThan(20);
    const found = [...smallCells(known)].filter(({ sum }) => finance.sight.knows(sum)).map(({ what }) => what);
    expect(found).toEqual([]);
  },
  120_000,
);

test('whoever may see small groups is told every one of them, by the same questions', async () => {
  const known = new World(await fill(4));
  const office = await askEverything('city-office', known);
  expect(office.hidden).toBe(0);
  const cells = [...smallCells(known)].filter(({ what }) => !what.startsWith('only'));
  expect(cells.length).toBeGreaterThan(20);
  expect(cells.filter(({ sum }) => !office.sight.knows(sum)).map(({ what }) => what)).toEqual([]);
}, 120_000);
