import type { SheetContent } from '../../../../platform/workbook/index.ts';
import type { Actor } from '../../../access/index.ts';
import { mapOn } from '../../domain/index.ts';
import { listPlacedRows, type StoredChain } from '../../store.ts';
import { type ChainDeps, today } from '../deps.ts';
import { figureYear } from './map-of.ts';
import { readChainMap, readChainRegions } from './read-map.ts';

/** Enterprises that the sheet of places has at most; the list itself has all. */
const most = 5_000;
const states = { strong: '强', fair: '一般', weak: '弱', missing: '断点', unknown: '不能断定' } as const;

const columns = (...wanted: readonly (readonly [string, number])[]) =>
  wanted.map(([title, width]) => ({ title, width }));

/** The sheets of a workbook that come of the map of a chain, within what the actor sees; none where no pack draws it. */
export async function mapSheets(actor: Actor, chain: StoredChain, deps: ChainDeps): Promise<SheetContent[]> {
  if (mapOn(deps.maps, chain.id, today(deps)) === undefined) return [];
  const chainId = chain.id;
  const map = await readChainMap(actor, { chainId }, deps);
  const { regions } = await readChainRegions(actor, { chainId }, deps);
  const nameOf = new Map(map.nodes.map(({ id, name }) => [id, name]));
  const stageOf = new Map(map.stages.map(({ id, name }) => [id, name]));
  const named = (id: string) => nameOf.get(id) ?? id;
  const placed = await listPlacedRows(deps.db, {
    ...{ chainId, year: figureYear(deps), words: [], filter: { node: { blank: false } } },
    ...{ sort: [{ key: 'node', descending: false }], limit: most, offset: 0 },
  });
  return [
    {
      name: '产业链图',
      columns: columns(
        ['列', 12],
        ['环节', 28],
        ['主链或配套', 12],
        ['企业（户）', 12],
        ['规上（户）', 12],
        [`${map.year}年产值（万元）`, 20],
        ['从业人员（人）', 16],
        ['下游需要（万元，推算）', 22],
        ['本地供给率（推算）', 18],
        ['强弱', 10],
        ['为什么', 70],
      ),
      rows: map.nodes.map(({ name, stage, kind, standing: s }) => [
        ...[stageOf.get(stage) ?? stage, name, kind === 'main' ? '主链' : '配套', s.enterprises, s.aboveScale],
        ...[s.output, s.employees, s.need, s.localRate, states[s.state], s.reason],
      ]),
    },
    {
      name: '上下游',
      columns: columns(['上游', 28], ['下游', 28], ['流过什么', 24], ['下游每元产值要多少', 20]),
      rows: map.links.map(({ from, to, flows, need }) => [named(from), named(to), flows, need]),
    },
    {
      name: '技术路线和应用领域',
      columns: columns(['环节', 28], ['技术路线', 60], ['应用领域', 60]),
      rows: map.nodes.map(({ name, technologies, applications }) => [
        name,
        technologies.join('、'),
        applications.join('、'),
      ]),
    },
    {
      name: '区域分布',
      columns: columns(['地区', 16], ['环节', 28], ['企业（户）', 12], ['产值（万元）', 16]),
      rows: regions.flatMap(({ regionName, nodes }) =>
        nodes.map(({ nodeId, enterprises, output }) => [regionName, named(nodeId), enterprises, output]),
      ),
    },
    {
      name: '环节里的企业',
      columns: columns(
        ['环节', 28],
        ['企业', 36],
        ['地区', 14],
        ['产值（万元）', 16],
        ['从业人员（人）', 16],
        ['怎样定的', 12],
        ['理由', 70],
      ),
      rows: placed.rows.map((row) => [
        ...[row.nodeId === null ? null : named(row.nodeId), row.enterprise, row.region, row.output, row.employees],
        ...[row.by === 'person' ? '人工' : '规则', row.reason],
      ]),
    },
  ];
}
