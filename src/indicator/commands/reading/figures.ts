import { mostExported } from '../../../../platform/http/list-query.ts';
import type { ExportRequest, ListRequest } from '../../../../platform/http/list-request.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { lastDay, periodsBetween, RefusalError } from '../../../kernel/index.ts';
import type { FigureRowJson, FigureVersionsJson } from '../../contract/reading-api.ts';
import type { CellAsked } from '../../store/reading/behind.ts';
import { enterpriseNames } from '../../store/reading/enterprises.ts';
import {
  type FigureRow,
  listFigureIds,
  listFigures,
  readFigureRows,
  readVersions,
} from '../../store/reading/figures.ts';
import type { IndicatorDeps } from '../deps.ts';
import { chooseIndicators, leafDefinitions } from './catalogue.ts';
import type { CellQuery } from './cell.ts';
import { headJson } from './json.ts';
import { cellReached, standAt } from './standpoint.ts';

/**
 * The figures that a cell is made of: of what is put together over the year those of every period so far, of a cumulative figure
 * or a stock those of the last one. Only for those who may see single enterprises.
 */
export async function figuresOfCell(actor: Actor, query: CellQuery, request: ListRequest, deps: IndicatorDeps) {
  permit(actor, 'indicator.read');
  const asked = await askedOf(actor, query, deps);
  const { rows, total, capped } = await listFigures(deps.db, asked, request, request.pageSize, request.offset);
  return { rows: await inWords(deps, rows), total, capped, page: request.page, pageSize: request.pageSize };
}

/** The same as rows of a file: what is exported is decided at once. */
export async function figuresToExport(actor: Actor, query: CellQuery, request: ExportRequest, deps: IndicatorDeps) {
  permit(actor, 'indicator.read');
  const asked = await askedOf(actor, query, deps);
  const all = await listFigureIds(deps.db, asked, request, mostExported);
  const wanted = request.ids === null ? all : all.filter((id) => request.ids?.includes(String(id)));
  const ids = wanted.map(String).filter((id) => !request.except.includes(id));
  const read = async (some: readonly string[]) => inWords(deps, await readFigureRows(deps.db, some.map(Number)));
  return { ids, read };
}

async function askedOf(actor: Actor, query: CellQuery, { db }: IndicatorDeps): Promise<CellAsked> {
  if (!actor.permissions.has('indicator.detail'))
    throw new RefusalError({ code: 'detail-needed', field: 'indicator', given: null });
  const { definitions, catalogue } = await chooseIndicators(db, [query.indicator], 'indicator');
  const { axis, place } = await standAt(actor, db, { ...query, asOf: query.period });
  const chain = query.chain ?? '';
  if (!cellReached(actor, axis, place.id, chain))
    throw new RefusalError({ code: 'reading-chain-missing', field: 'chain', given: chain });
  const leaves = leafDefinitions(definitions, catalogue);
  const periods = leaves.flatMap(({ frequency, measures, of }) => {
    const steps = periodsBetween(query.period.slice(0, 4), query.period, frequency);
    const over = steps.filter((step) => lastDay(step) <= lastDay(query.period));
    return measures === 'flow' || of.kind === 'max' ? over : over.slice(-1);
  });
  // A count of enterprises is kept as a sum; what is behind it are the figures that it looks at.
  const indicators = leaves.map(({ id, of }) => (of.kind === 'count' ? of.of : id));
  return { indicators, periods: [...new Set(periods)], axis, place: place.id, chain };
}

async function inWords({ db }: IndicatorDeps, rows: readonly FigureRow[]): Promise<FigureRowJson[]> {
  const names = await enterpriseNames(db, [...new Set(rows.map(({ enterpriseId }) => enterpriseId))]);
  return rows.map((row) => ({
    ...{ id: String(row.id), indicatorId: row.indicatorId, period: row.period, value: row.value, reason: row.reason },
    enterprise:
      row.enterpriseId === '' ? null : { id: row.enterpriseId, name: names.get(row.enterpriseId) ?? row.enterpriseId },
    unit: { id: row.unitId, name: row.unitName },
    region: { id: row.regionId, name: row.regionName },
    chain: row.chainId === '' ? null : { id: row.chainId, name: row.chainName ?? row.chainId },
    ...{ vintage: row.vintage, revision: row.revision, savedAt: row.savedAt, note: row.note },
    ...{ reportedBy: row.reportedBy, reportedAt: row.reportedAt, changedBy: row.changedBy },
    ...{ approvedBy: row.approvedBy, approvedAt: row.approvedAt },
  }));
}

/** Every version of one figure. Refuses one that there is not, or that is not in reach, alike. */
export async function readFigure(actor: Actor, figureId: string, deps: IndicatorDeps): Promise<FigureVersionsJson> {
  permit(actor, 'indicator.read');
  if (!actor.permissions.has('indicator.detail'))
    throw new RefusalError({ code: 'detail-needed', field: 'figureId', given: figureId });
  const [row] = await readFigureRows(deps.db, [Number(figureId)]);
  if (row === undefined) throw new RefusalError({ code: 'figure-missing', field: 'figureId', given: figureId });
  const [figure] = await inWords(deps, [row]);
  const { definitions } = await chooseIndicators(deps.db, [row.indicatorId], 'indicator');
  const [definition] = definitions;
  if (figure === undefined || definition === undefined)
    throw new RefusalError({ code: 'figure-missing', field: 'figureId', given: figureId });
  return { figure, indicator: headJson(definition), versions: await readVersions(deps.db, row.id) };
}
