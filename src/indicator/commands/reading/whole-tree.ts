import type { CellValue } from '../../../../platform/workbook/csv.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { firstDay, lastDay, periodsBetween, RefusalError } from '../../../kernel/index.ts';
import type { CellPageJson, CellRowJson } from '../../contract/reading-api.ts';
import type { Definition } from '../../domain/definition.ts';
import { usualLeast } from '../../domain/suppress/suppress.ts';
import { readBelow, readChains, readTop } from '../../store/reading/places.ts';
import { type CellKey, readWholeTree } from '../../store/reading/whole-tree.ts';
import { type Cell, type IndicatorDb, readDefinitions } from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { type Sight, sightOf } from './sight.ts';
import { cellReached, standAt } from './standpoint.ts';

const mostYears = 5;
const usualPage = 1000;

export interface WholeTreeQuery {
  readonly from: string;
  readonly to: string;
  readonly indicators?: string | undefined;
  readonly place?: string | undefined;
  readonly chains?: 'all' | 'each' | undefined;
}

interface Opened {
  readonly definitions: readonly Definition[];
  readonly periods: readonly string[];
  readonly regions: readonly string[] | null;
  readonly onlyAll: boolean;
}

/** One page of the sums of every region, indicator, period and chain in reach, in the order of their keys. */
export async function exportCells(
  actor: Actor,
  query: WholeTreeQuery & { readonly after?: string | undefined; readonly limit?: number | undefined },
  deps: IndicatorDeps,
): Promise<CellPageJson> {
  permit(actor, 'indicator.read');
  const opened = await openTree(actor, query, deps);
  return readPage(actor, deps.db, opened, keyOf(query.after), query.limit ?? usualPage);
}

/** The same as rows of a file, page after page. `read` keeps on whose behalf it is asked. */
export async function* cellsSheet(
  actor: Actor,
  query: WholeTreeQuery,
  deps: IndicatorDeps,
  read: <T>(work: () => Promise<T>) => Promise<T>,
): AsyncGenerator<CellValue[][]> {
  permit(actor, 'indicator.read');
  const opened = await read(() => openTree(actor, query, deps));
  const names = await read(() => namesOf(deps, opened));
  const decimals = new Map(opened.definitions.map((each) => [each.id, each]));
  for (let after: CellKey | null = null; ; ) {
    const at: CellKey | null = after;
    const page: CellPageJson = await read(() => readPage(actor, deps.db, opened, at, 5000));
    yield page.rows.map((row) => rowOf(row, decimals.get(row.indicatorId), names));
    if (page.next === null) return;
    after = keyOf(page.next);
  }
}

export const cellsColumns = ['指标', '单位', '时期', '地区代码', '地区', '产业链', '数值', '笔数', '企业数'].map(
  (title) => ({
    title,
    width: 18,
  }),
);

function rowOf(row: CellRowJson, definition: Definition | undefined, names: Names): CellValue[] {
  const { indicatorId, period, regionId, chainId, hidden, total, figures, firms } = row;
  const told = (value: CellValue): CellValue => (hidden === null ? value : '不公开');
  const number = total === null ? null : Number(total) / 10 ** (definition?.decimals ?? 0);
  return [
    ...[
      definition?.name ?? indicatorId,
      definition?.unit ?? '',
      period,
      regionId,
      names.regions.get(regionId) ?? regionId,
    ],
    ...[chainId === '' ? '全部' : (names.chains.get(chainId) ?? chainId), told(number), told(figures), told(firms)],
  ];
}

interface Names {
  readonly regions: ReadonlyMap<string, string>;
  readonly chains: ReadonlyMap<string, string>;
}

async function namesOf({ db }: IndicatorDeps, { periods }: Opened): Promise<Names> {
  const day = lastDay(periods.at(-1) ?? '');
  const [place, chains] = await Promise.all([readTop(db, day), readChains(db, day)]);
  const regions = place === null ? [] : await readBelow(db, 'region', place, day);
  return {
    regions: new Map(regions.map(({ id, name }) => [id, name])),
    chains: new Map(chains.map(({ id, name }) => [id, name])),
  };
}

async function openTree(actor: Actor, query: WholeTreeQuery, deps: IndicatorDeps): Promise<Opened> {
  const years = Number(query.to.slice(0, 4)) - Number(query.from.slice(0, 4)) + 1;
  if (years < 1 || years > mostYears)
    throw new RefusalError({ code: 'export-periods', field: 'to', given: query.to, limit: mostYears });
  const stored = (await readDefinitions(deps.db)).map(({ definition }) => definition);
  const asked = query.indicators?.split(',');
  const unknown = asked?.find((id) => !stored.some((definition) => definition.id === id));
  if (unknown !== undefined) throw new RefusalError({ code: 'indicator-missing', field: 'indicators', given: unknown });
  const definitions = stored.filter(({ id }) => asked === undefined || asked.includes(id));
  const [first, last] = [firstDay(query.from), lastDay(query.to)];
  const periods = (['month', 'quarter', 'year'] as const)
    .flatMap((length) => periodsBetween(query.from.slice(0, 4), query.to.slice(0, 4), length))
    .filter((period) => firstDay(period) >= first && lastDay(period) <= last);
  const regions = query.place === undefined ? null : await placesBelow(actor, query.place, deps);
  return { definitions, periods, regions, onlyAll: query.chains === 'all' };
}

async function placesBelow(actor: Actor, place: string, deps: IndicatorDeps): Promise<string[]> {
  const asOf = today(deps).slice(0, 7);
  await standAt(actor, deps.db, { axis: 'region', place, asOf });
  return (await readBelow(deps.db, 'region', place, lastDay(asOf))).map(({ id }) => id);
}

async function readPage(
  actor: Actor,
  db: IndicatorDb,
  { definitions, periods, regions, onlyAll }: Opened,
  after: CellKey | null,
  limit: number,
): Promise<CellPageJson> {
  const indicators = definitions.map(({ id }) => id).toSorted();
  const cells = await readWholeTree(db, { indicators, periods, regions, onlyAll, after, limit });
  const seen = definitions.filter(({ id }) => cells.some(({ indicatorId }) => indicatorId === id));
  const years = [...new Set(cells.map(({ period }) => period.slice(0, 4)))];
  const sight = await sightOf(actor, db, seen, years, 'region');
  const last = cells.at(-1);
  // What is pending is spread over everything above it, in reach or not.
  const isTold = ({ figures, placeId, chainId }: Cell) =>
    figures !== 0 && cellReached(actor, 'region', placeId, chainId);
  return {
    // What was taken back is no row; its key still counts for where the page ends. A greatest is no sum: it is read as a cell.
    rows: cells.filter(isTold).map((cell) => rowJson(cell, sight, definitions)),
    next: cells.length < limit || last === undefined ? null : textOf(last),
  };
}

function rowJson(cell: Cell, sight: Sight, definitions: readonly Definition[]): CellRowJson {
  const { indicatorId, period, placeId, chainId, total, figures, firms } = cell;
  const isSmall = !sight.mayDetail && firms > 0 && firms < usualLeast;
  const hidden = isSmall ? 'small' : sight.hidden(indicatorId, placeId, chainId, period.slice(0, 4));
  const key = { indicatorId, period, regionId: placeId, chainId, hidden };
  if (hidden !== null) return { ...key, total: null, figures: null, firms: null };
  const isMax = definitions.some(({ id, of }) => id === indicatorId && of.kind === 'max');
  return { ...key, total: isMax ? null : String(total), figures, firms };
}

const textOf = ({ indicatorId, placeId, chainId, period }: Cell): string =>
  [indicatorId, placeId, chainId, period].map(encodeURIComponent).join('~');

function keyOf(text: string | undefined): CellKey | null {
  if (text === undefined) return null;
  const [indicatorId, regionId, chainId, period, ...more] = text.split('~').map(decoded);
  if (
    indicatorId === undefined ||
    regionId === undefined ||
    chainId === undefined ||
    period === undefined ||
    more.length > 0
  )
    throw new RefusalError({ code: 'form-wrong', field: 'after', given: text.slice(0, 80), limit: null });
  return { indicatorId, regionId, chainId, period };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
