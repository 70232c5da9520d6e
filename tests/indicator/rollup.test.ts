import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSystem } from '../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import type { Definition } from '../../src/indicator/domain/definition.ts';
import type { FigureKey } from '../../src/indicator/domain/figure.ts';
import {
  type Entry,
  foldPending,
  type IndicatorTables,
  readCells,
  recordFigures,
  recount,
  wrongPeriods,
} from '../../src/indicator/store.ts';
import { lastDay } from '../../src/kernel/index.ts';

/** Roll-ups against a recount that knows nothing of cells: every figure is walked up its trees, one by one. */

const regions = ['990000', '990100', '990101', '990102', '990103', '990200', '990201'];
/** Who is under whom, until the end of March and from April on: 990103 moves from the one city to the other. */
const parentsBefore = new Map([
  ['990100', '990000'],
  ['990200', '990000'],
  ['990101', '990100'],
  ['990102', '990100'],
  ['990103', '990100'],
  ['990201', '990200'],
]);
const parentsAfter = new Map(parentsBefore).set('990103', '990200');
const moved = '2025-04-01';
const parentsOn = (day: string) => (day < moved ? parentsBefore : parentsAfter);

const units = new Map([
  ['u1', null],
  ['u2', 'u1'],
  ['u3', 'u1'],
  ['u4', null],
]);
const chains = new Map([
  ['textile', null],
  ['dyeing', 'textile'],
  ['food', null],
]);
const periods = ['2025-02', '2025-03', '2025-04', '2025-Q1', '2025'];
const indicators = ['revenue', 'staff'];
const above2000: Definition = {
  ...{ id: 'large', name: '规模以上企业', unit: '家', decimals: 0, measures: 'stock', direction: 'up' },
  of: { kind: 'count', of: 'revenue', op: '>=', value: 2000 },
  ...{ frequency: 'month', bases: [], source: null, low: null, high: null },
};

function* upwards(id: string, parents: ReadonlyMap<string, string | null>): Generator<string> {
  for (let at: string | null | undefined = id; at != null; at = parents.get(at)) yield at;
}

let database: TestDatabase<IndicatorTables>;
beforeAll(async () => {
  database = await testDatabase<IndicatorTables>();
  const { owner } = database;
  await sql`insert into region (code, level) select unnest(${regions}::text[]), 'county'`.execute(owner);
  for (const [from, to, parents] of [
    ['-infinity', moved, parentsBefore],
    [moved, 'infinity', parentsAfter],
  ] as const)
    for (const region of regions)
      for (const ancestor of upwards(region, parents))
        await sql`insert into region_closure values (${ancestor}, ${region}, ${from}::date, ${to}::date)`.execute(
          owner,
        );
  for (const [id, parent] of units)
    await sql`insert into unit (id, name, kind, region_id, parent) values (${id}, ${id}, 'town', '990101', ${parent})`.execute(
      owner,
    );
  for (const [id] of units)
    for (const ancestor of upwards(id, units))
      await sql`insert into unit_closure values (${ancestor}, ${id})`.execute(owner);
  for (const [id, parent] of chains)
    await sql`insert into chain (id, name, region_id, parent) values (${id}, ${id}, '990000', ${parent})`.execute(
      owner,
    );
  for (const [id] of chains)
    for (const ancestor of upwards(id, chains))
      await sql`insert into chain_closure values (${ancestor}, ${id})`.execute(owner);
  for (const id of [...indicators, above2000.id])
    await sql`insert into indicator (id, definition, origin, created_at)
      values (${id}, ${JSON.stringify(id === above2000.id ? above2000 : { of: { kind: 'sum' } })}, 'test', now())`.execute(
      owner,
    );
});
afterAll(() => database?.close());

function diceOf(seed: number): (most: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

type Dice = ReturnType<typeof diceOf>;
const pick = <T>(dice: Dice, of: readonly T[]): T => of[dice(of.length)] as T;

function keyOf(dice: Dice): FigureKey {
  return {
    ...{ indicatorId: pick(dice, indicators), period: pick(dice, periods), unitId: pick(dice, [...units.keys()]) },
    enterpriseId: dice(2) === 0 ? `e${dice(4)}` : '',
    chainId: pick(dice, ['', ...chains.keys()]),
    role: dice(6) === 0 ? 'own' : 'part',
  };
}

interface Known {
  readonly key: FigureKey;
  readonly regionId: string;
  readonly revision: number;
  readonly value: number | null;
}
const textOf = (key: FigureKey): string => JSON.stringify(Object.values(key));

function entryOf(dice: Dice, key: FigureKey, known: ReadonlyMap<string, Known>): Entry {
  const value = dice(8) === 0 ? null : pick(dice, [dice(5000), 0, -dice(300), 2000, 1999, 9_007_199_254_740_991]);
  return {
    key,
    figure: { value, reason: value === null ? '停产' : null, vintage: pick(dice, ['preliminary', 'revised', 'final']) },
    regionId: pick(dice, regions),
    seen: known.get(textOf(key))?.revision ?? 0,
    note: null,
  };
}

const by = { id: 'p', name: '填报员' };
const at = '2025-05-01T08:00:00.000Z';
const system = <T>(work: () => Promise<T>): Promise<T> => asSystem(work);
const save = (entries: readonly Entry[]) =>
  system(() => database.db.transaction().execute((db) => recordFigures(db, entries, [above2000], by, at)));

async function saveSome(dice: Dice, known: Map<string, Known>): Promise<void> {
  const keys = new Map(Array.from({ length: 1 + dice(12) }, () => keyOf(dice)).map((key) => [textOf(key), key]));
  const recorded = await save([...keys.values()].map((key) => entryOf(dice, key, known)));
  if (!recorded.ok) throw new Error('stale');
  for (const { entry, after } of recorded.saved)
    known.set(textOf(entry.key), {
      ...{ key: entry.key, regionId: after.regionId, revision: after.revision, value: after.figure.value },
    });
}

interface Sum {
  total: bigint;
  figures: number;
  firms: number;
}

/** Every cell of both axes, by walking up from each figure. */
function expected(known: Iterable<Known>): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  const add = (cell: readonly string[], value: bigint, firm: boolean) => {
    const text = cell.join(' ');
    const sum = sums.get(text) ?? { total: 0n, figures: 0, firms: 0 };
    sums.set(text, { total: sum.total + value, figures: sum.figures + 1, firms: sum.firms + (firm ? 1 : 0) });
  };
  for (const { key, regionId, value } of known) {
    if (key.role === 'own' || value === null) continue;
    const firm = key.enterpriseId !== '';
    const places = [
      ...[...upwards(regionId, parentsOn(lastDay(key.period)))].map((place) => ['region', place] as const),
      ...[...upwards(key.unitId, units)].map((place) => ['unit', place] as const),
    ];
    const inChains = ['', ...(key.chainId === '' ? [] : upwards(key.chainId, chains))];
    for (const [axis, place] of places)
      for (const chain of inChains) {
        add([key.indicatorId, key.period, axis, place, chain], BigInt(value), firm);
        if (key.indicatorId === 'revenue' && firm && value >= 2000)
          add([above2000.id, key.period, axis, place, chain], 1n, true);
      }
  }
  return sums;
}

async function read(): Promise<Map<string, Sum>> {
  const found = new Map<string, Sum>();
  for (const axis of ['region', 'unit'] as const) {
    const cells = await system(() =>
      readCells(database.db, {
        ...{ indicators: [...indicators, above2000.id], periods, axis, chains: ['', ...chains.keys()] },
        places: axis === 'region' ? regions : [...units.keys()],
      }),
    );
    for (const { indicatorId, period, placeId, chainId, total, figures, firms } of cells)
      found.set([indicatorId, period, axis, placeId, chainId].join(' '), { total, figures, firms });
  }
  return found;
}

const clear = () => sql`truncate observation, observation_version, rollup_pending, rollup_cell`.execute(database.owner);
const fold = () => system(() => foldPending(database.db));

describe('roll-ups', () => {
  test.each([1, 2, 3])(
    'are what a recount gives, corrected, taken back and folded at any moment (%i)',
    async (seed) => {
      await clear();
      const dice = diceOf(seed);
      const known = new Map<string, Known>();
      for (let round = 0; round < 12; round += 1) {
        await saveSome(dice, known);
        if (dice(3) === 0) await fold();
        expect(await read()).toEqual(expected(known.values()));
      }
      expect(expected(known.values()).size).toBeGreaterThan(50);
      expect(await system(() => wrongPeriods(database.db, periods))).toEqual([]);
    },
  );

  test('stay right while twelve write, one folds and one counts anew', async () => {
    await clear();
    let writing = true;
    const background = async (work: () => Promise<unknown>) => {
      while (writing) await work();
    };
    const all = new Map<string, Known>();
    const writers = Array.from({ length: 12 }, async (_, writer) => {
      const dice = diceOf(100 + writer);
      const own = new Map<string, Known>();
      for (let round = 0; round < 15; round += 1) {
        const key = { ...keyOf(dice), enterpriseId: `w${writer}-${dice(5)}` };
        const recorded = await save([entryOf(dice, key, own)]);
        if (!recorded.ok) throw new Error('stale');
        for (const { entry, after } of recorded.saved)
          own.set(textOf(entry.key), {
            ...{ key: entry.key, regionId: after.regionId, revision: after.revision, value: after.figure.value },
          });
      }
      for (const [text, each] of own) all.set(text, each);
    });
    const others = [background(fold), background(() => system(() => recount(database.db, periods)))];
    await Promise.all(writers);
    writing = false;
    await Promise.all(others);
    expect(await read()).toEqual(expected(all.values()));
    while ((await fold()) > 0);
    expect(await read()).toEqual(expected(all.values()));
    const { rows } = await sql<{ left: number }>`select count(*) as left from rollup_pending`.execute(database.owner);
    expect(rows).toEqual([{ left: 0 }]);
  });

  test('a cell that was changed from outside is found and counted anew', async () => {
    await clear();
    const known = new Map<string, Known>();
    await saveSome(diceOf(9), known);
    while ((await fold()) > 0);
    await sql`update rollup_cell set total = total + 1 where ctid = (select ctid from rollup_cell limit 1)`.execute(
      database.owner,
    );
    const wrong = await system(() => wrongPeriods(database.db, periods));
    expect(wrong).toHaveLength(1);
    await system(() => recount(database.db, wrong));
    expect(await read()).toEqual(expected(known.values()));
  });
});

describe('saving', () => {
  const key: FigureKey = {
    ...{ indicatorId: 'revenue', period: '2025-03', unitId: 'u2', enterpriseId: '', chainId: 'dyeing', role: 'part' },
  };
  const entry = (value: number | null, seen: number): Entry => ({
    ...{ key, regionId: null, seen, note: null },
    figure: { value, reason: value === null ? '停产' : null, vintage: 'preliminary' },
  });

  test('over what somebody else has saved since is refused with what stands there, and nothing is written', async () => {
    await clear();
    expect((await save([entry(10, 0)])).ok).toBe(true);
    expect((await save([entry(20, 1)])).ok).toBe(true);
    const other = { ...entry(5, 0), key: { ...key, chainId: 'food' } };
    const late = await save([other, entry(30, 1)]);
    expect(
      late.ok ? null : late.stale.map(({ entry: each, standing }) => [each.key.chainId, standing?.figure.value]),
    ).toEqual([['dyeing', 20]]);
    expect((await read()).get('revenue 2025-03 region 990000 ')?.total).toBe(20n);
  });

  test('of two who put the same new figure in at once one is refused', async () => {
    await clear();
    const both = await Promise.all([save([entry(1, 0)]), save([entry(2, 0)])]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  test('keeps every version, and none for what already stands', async () => {
    await clear();
    await save([entry(10, 0)]);
    await save([entry(10, 1)]);
    await save([entry(null, 1)]);
    await save([entry(0, 2)]);
    const { rows } =
      await sql<object>`select revision, value, reason from observation_version order by revision`.execute(
        database.owner,
      );
    expect(rows).toEqual([
      { revision: 1, value: 10, reason: null },
      { revision: 2, value: null, reason: '停产' },
      { revision: 3, value: 0, reason: null },
    ]);
    expect((await read()).get('revenue 2025-03 region 990000 ')).toEqual({ total: 0n, figures: 1, firms: 0 });
  });

  test('a unit that moved counts where it was in the period, also when it reports late', async () => {
    await clear();
    await sql`update unit set region_id = '990201' where id = 'u2'`.execute(database.owner);
    await sql`update unit_place set valid_from = '2025-03-15' where unit_id = 'u2' and valid_to = 'infinity'`.execute(
      database.owner,
    );
    await sql`update unit_place set valid_to = '2025-03-15' where unit_id = 'u2' and valid_from = '-infinity'`.execute(
      database.owner,
    );
    const february = { ...entry(7, 0), key: { ...key, period: '2025-02' } };
    await save([february, entry(9, 0)]);
    const cells = await read();
    expect(cells.get('revenue 2025-02 region 990101 ')?.total).toBe(7n);
    expect(cells.get('revenue 2025-02 region 990201 ')).toBeUndefined();
    expect(cells.get('revenue 2025-03 region 990201 ')?.total).toBe(9n);
  });
});
