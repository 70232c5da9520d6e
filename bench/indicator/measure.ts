import { setTimeout as pause } from 'node:timers/promises';
import { type FigureCity, fillFigureCity } from '../../platform/db/testing/figure-city.ts';
import { heapPending, openBare, pendingLeft, withBareTable } from '../../platform/db/testing/figure-rows.ts';
import { startEmpty } from '../load/server.ts';
import { type Asked, cell, enter, exportPages, figures, healthy, matrix, pivot, pivots, run } from './asks.ts';
import { type Filled, fillFigures, firmsFor, rowsOf } from './fill.ts';

export interface IndicatorsOptions {
  /** Sizes in figures, each reached from the one before. */
  readonly sizes: readonly number[];
  /** How long each kind of request is measured. */
  readonly seconds: number;
  readonly writers: number;
}

export interface SizeResult {
  readonly rows: number;
  readonly filled: Filled;
  /** p95 in milliseconds of `select 1` and of a bare insert through a pool like the server's own. */
  readonly base: { readonly select: number; readonly insert: number };
  readonly asked: readonly Asked[];
  /** Differences folded in a second. */
  readonly folding: number;
}

const exporters = 5;

/** Reads and writes at each size on a server of its own, with row-level security as always. */
export async function measureIndicators(
  { sizes, seconds, writers }: IndicatorsOptions,
  tell: (line: string) => void,
): Promise<SizeResult[]> {
  const server = await startEmpty(tell);
  try {
    const city = await fillFigureCity(server.ownerAddress, writers);
    const results: SizeResult[] = [];
    let firms = 0;
    for (const size of sizes) {
      const to = firmsFor(size);
      const filled = await fillFigures(server.ownerAddress, firms, to, tell);
      firms = to;
      const measured = await measureSize(server, city, { seconds, writers, mark: `S${size}`, tell });
      results.push({ rows: rowsOf(to), filled, ...measured });
    }
    return results;
  } finally {
    await server.stop();
  }
}

interface SizeOptions {
  readonly seconds: number;
  readonly writers: number;
  /** What the figures that are entered are called, so that each is new. */
  readonly mark: string;
  readonly tell: (line: string) => void;
}

/** Every kind of request on a server that is filled. */
export async function measureSize(
  { address, ownerAddress }: { readonly address: string; readonly ownerAddress: string },
  city: FigureCity,
  options: SizeOptions,
): Promise<Omit<SizeResult, 'rows' | 'filled'>> {
  const base = await baseline(ownerAddress, options.writers);
  const asked = await askAll(address, city, options);
  return { base, asked, folding: await foldingRate(ownerAddress, options.tell) };
}

async function askAll(
  address: string,
  city: FigureCity,
  {
    seconds,
    writers,
    mark,
    tell,
  }: {
    readonly seconds: number;
    readonly writers: number;
    readonly mark: string;
    readonly tell: (line: string) => void;
  },
): Promise<Asked[]> {
  const { office, finance } = city;
  const reading = { people: exporters, seconds, every: 1000 };
  const kinds = [
    { ...reading, name: '对照：/healthz', ask: healthy(address), every: 20 },
    { ...reading, name: '整棵树两年导出，一页 1000 行', ask: exportPages(address, city), every: 0 },
    ...pivots.map(([name, spec]) => ({ ...reading, name: `透视表：${name}`, ask: pivot(address, office, spec) })),
    { ...reading, name: '透视表：县 × 月（有遮盖的读者）', ask: pivot(address, finance, pivots[0]?.[1] as never) },
    { ...reading, name: '矩阵', ask: matrix(address, office) },
    { ...reading, name: '矩阵（有遮盖的读者）', ask: matrix(address, finance) },
    { ...reading, name: '一格的来历（全市）', ask: cell(address, office) },
    { ...reading, name: '一格里的一笔笔数（全市）', ask: figures(address, office) },
    { ...reading, name: `录入一个数，${writers} 人各每秒一个`, people: writers, ask: enter(address, city, `${mark}a`) },
    {
      ...reading,
      name: `录入一个数，${writers} 人不停`,
      people: writers,
      every: 0,
      ask: enter(address, city, `${mark}b`),
    },
  ];
  const asked: Asked[] = [];
  for (const kind of kinds) {
    tell(`${kind.name}……`);
    // Every kind once before it is measured: the first of a morning is not what a day is like.
    await run({ ...kind, seconds: Math.max(2, seconds / 5), ask: (person, turn) => kind.ask(person, turn + 100_000) });
    asked.push(await run(kind));
  }
  return asked;
}

/** `select 1` by one, and a bare insert by so many at once, through a pool like the server's. */
async function baseline(ownerAddress: string, writers: number): Promise<SizeResult['base']> {
  const bare = await openBare(ownerAddress);
  const one = { name: '', seconds: 3 };
  try {
    const select = await run({ ...one, people: 1, every: 0, ask: () => bare.ask('select 1') });
    const insert = await withBareTable(ownerAddress, (put) =>
      run({ ...one, people: writers, every: 1000, ask: () => bare.ask(put) }),
    );
    return { select: select.times.p95, insert: insert.times.p95 };
  } finally {
    await bare.close();
  }
}

const foldedPairs = 50_000;

/** How quickly the server folds a heap of differences that came at once. */
async function foldingRate(ownerAddress: string, tell: (line: string) => void): Promise<number> {
  tell('收拢……');
  const untilNone = async (every: number): Promise<void> => {
    while ((await pendingLeft(ownerAddress)) > 0) await pause(every);
  };
  await untilNone(200);
  await heapPending(ownerAddress, foldedPairs);
  const many = await pendingLeft(ownerAddress);
  const began = performance.now();
  await untilNone(50);
  return many / ((performance.now() - began) / 1000);
}
