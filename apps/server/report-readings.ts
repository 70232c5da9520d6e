import type { Actor } from '../../src/access/index.ts';
import { type IndicatorDeps, loadIndicatorServer, vintageNames } from '../../src/indicator/index.ts';
import { RefusalError, yearOf } from '../../src/kernel/index.ts';
import type { ReadingFact, ReadReadings } from '../../src/report/index.ts';

/** Indicators that one paper speaks of at most, and people that are named behind one of them. */
const mostIndicators = 16;
const atOnce = 8;
const mostNamed = 10;

/**
 * Reads the indicators for which a place has a target of the year, of one chain or of all, as the matrix shows them at the end of a period. What may not be
 * shown because too few enterprises report it is left out, like what cannot be read there.
 */
export const readingsFor =
  (deps: IndicatorDeps): ReadReadings =>
  async (actor, { regionId, chainId, period }) => {
    if (!actor.permissions.has('indicator.read')) return [];
    const server = await loadIndicatorServer();
    const in_ = (value: string) => ({ in: [value] });
    const filter = { region: in_(regionId), ...(chainId !== null && { chain: in_(chainId) }) };
    const request = { words: [], filter, sort: [], page: 1, pageSize: 200, offset: 0 };
    const { rows } = await server.findTargets(actor, { year: yearOf(period) }, request, deps);
    const own = rows.filter(({ place }) => place.regionId === regionId && (place.unitId ?? '') === '');
    const pairs = new Map(
      own.map(({ indicatorId, place }) => [`${indicatorId} ${place.chainId ?? ''}`, { indicatorId, place }]),
    );
    const byChain = Map.groupBy([...pairs.values()].slice(0, mostIndicators), ({ place }) => place.chainId ?? '');
    const facts: ReadingFact[] = [];
    for (const [chain, some] of byChain)
      for (let at = 0; at < some.length; at += atOnce) {
        const ids = some.slice(at, at + atOnce).map(({ indicatorId }) => indicatorId);
        facts.push(
          ...(await readSome(server, actor, ids, { regionId, chainId: chain === '' ? null : chain, period }, deps)),
        );
      }
    return facts;
  };

type Server = Awaited<ReturnType<typeof loadIndicatorServer>>;
type Place = Parameters<ReadReadings>[1];

async function readSome(
  server: Server,
  actor: Actor,
  ids: readonly string[],
  { regionId, chainId, period }: Place,
  deps: IndicatorDeps,
): Promise<ReadingFact[]> {
  const query = { indicators: ids.join(','), period, axis: 'region', place: regionId } as const;
  const found = await orNothing(() =>
    server.readMatrices(actor, { ...query, ...(chainId !== null && { chains: chainId }) }, deps),
  );
  if (found === null) return [];
  const facts: ReadingFact[] = [];
  for (const { indicator, rows, cells } of found.matrices) {
    const cell = cells.find(({ row, column }) => row === (chainId ?? '') && column === regionId);
    const reading = cell?.reading ?? null;
    if (reading === null || cell?.hidden != null) continue;
    const { actual, growth, main, light } = reading;
    const people = await peopleBehind(server, actor, { regionId, chainId, period, indicator: indicator.id }, deps);
    facts.push({
      ...{ indicatorId: indicator.id, name: indicator.name, unit: indicator.unit, decimals: indicator.decimals },
      ...{ period, regionId, regionName: found.place.name, chainId },
      chainName: chainId === null ? null : (rows.find(({ id }) => id === chainId)?.name ?? chainId),
      value: whole(actual.value),
      growthPermille: permilleOf(growth?.toDate.thin === null ? growth.toDate.rate : null),
      target:
        main === null || whole(main.goal) === null
          ? null
          : {
              ...{ id: main.id, value: whole(main.goal) ?? 0, reachedPermille: permilleOf(main.share) },
              light: light.light,
            },
      vintages: (['preliminary', 'revised', 'final'] as const)
        .filter((vintage) => actual.vintages[vintage] > 0)
        .map((vintage) => vintageNames[vintage]),
      ...people,
    });
  }
  return facts;
}

/** Who reported the figures behind a cell and who approved them, where the actor may know. */
async function peopleBehind(
  server: Server,
  actor: Actor,
  { regionId, chainId, ...query }: Place & { readonly indicator: string },
  deps: IndicatorDeps,
): Promise<Pick<ReadingFact, 'reportedBy' | 'approvedBy'>> {
  const request = { words: [], filter: {}, sort: [], page: 1, pageSize: 200, offset: 0 };
  const asked = { ...query, axis: 'region', place: regionId, ...(chainId !== null && { chain: chainId }) } as const;
  const found = await orNothing(() => server.figuresOfCell(actor, asked, request, deps));
  const some = (all: readonly (string | null)[]) =>
    [...new Set(all)].filter((each) => each !== null && each !== '').slice(0, mostNamed) as string[];
  const rows = found?.rows ?? [];
  return { reportedBy: some(rows.map((row) => row.reportedBy)), approvedBy: some(rows.map((row) => row.approvedBy)) };
}

/** What may not be read is not there. */
async function orNothing<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof RefusalError) return null;
    throw cause;
  }
}

/** A figure that a number of JSON holds exactly. */
function whole(text: string | null): number | null {
  const value = text === null ? Number.NaN : Number(text);
  return Number.isSafeInteger(value) ? value : null;
}

/** Millionths as tenths of a percent, half away from zero. */
const permilleOf = (rate: number | null): number | null =>
  rate === null ? null : Math.sign(rate) * Math.floor((Math.abs(rate) + 500) / 1000);
