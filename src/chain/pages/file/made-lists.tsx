import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { List } from '../../../../platform/web/list/list.tsx';
import type { Column } from '../../../../platform/web/list/model.ts';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { collectionApi, type RosterRowJson } from '../../../indicator/contract.ts';
import { type ProjectRowJson, projectApi } from '../../../project/contract.ts';
import { chainMapApi, type PlacedJson } from '../../contract/map.ts';
import { outputText } from '../map/words.ts';

/** Lines of a list that is made of registered data; the rest is on its own page. */
const most = 20;
const ofChain = (chainId: string) => ({ filter: JSON.stringify({ chain: { in: [chainId] } }), pageSize: most });

/** Enterprises on the map of the chain; where none is on it yet, those that report for the chain. */
export function EnterpriseList({ chainId }: { readonly chainId: string }) {
  const filter = JSON.stringify({ node: { blank: false } });
  const placed = useQuery(
    queryFor(chainMapApi.listPlaced, {
      params: { chainId },
      query: { filter, sort: 'node,enterprise', pageSize: most },
    }),
  );
  // A chain without a map refuses; then there is the roster.
  if (placed.isPending) return <Waiting />;
  if (placed.data === undefined || placed.data.total === 0) return <ReportingList chainId={chainId} />;
  return (
    <>
      <List
        label="重点企业"
        rows={placed.data.rows}
        columns={placedColumns}
        keyOf={({ enterpriseId }) => enterpriseId}
        nameOf={({ enterprise }) => enterprise}
        empty={null}
      />
      {placed.data.total > most && (
        <p>
          <Link to="/chain-map" search={{ chain: chainId, as: 'list' }}>
            在图谱上看全部 {placed.data.total} 家
          </Link>
        </p>
      )}
    </>
  );
}

const placedColumns: readonly Column<PlacedJson>[] = [
  {
    ...{ key: 'enterprise', title: '企业', width: 'minmax(200px, 1.4fr)', narrow: 'main' },
    render: ({ enterpriseId, enterprise }) => (
      <Link to="/enterprises/$enterpriseId" params={{ enterpriseId }}>
        {enterprise}
      </Link>
    ),
  },
  { key: 'node', title: '环节', width: 'minmax(140px, 1fr)', render: ({ node }) => node?.name ?? '不属于本链' },
  { key: 'region', title: '地区', width: '120px', render: ({ region }) => region },
  {
    ...{ key: 'output', title: '产值', width: '130px', align: 'end', narrow: 'figure' },
    render: ({ output }) => outputText(output),
  },
];

function ReportingList({ chainId }: { readonly chainId: string }) {
  const roster = useQuery(queryFor(collectionApi.listRoster, { query: ofChain(chainId) }));
  return (
    <>
      <List
        label="重点企业"
        rows={roster.data?.rows}
        error={roster.error}
        onRetry={() => void roster.refetch()}
        columns={enterpriseColumns}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        empty={
          <Empty title="填报名录里还没有这条链的企业">
            <p>在“指标 › 填报名录”里登记，就出现在这里。</p>
          </Empty>
        }
      />
      {roster.data !== undefined && roster.data.total > most && (
        <p>
          <Link to="/roster" search={{ filter: { chain: { in: [chainId] } } }}>
            看全部 {roster.data.total} 家
          </Link>
        </p>
      )}
    </>
  );
}

const enterpriseColumns: readonly Column<RosterRowJson>[] = [
  { ...{ key: 'name', title: '企业', width: 'minmax(200px, 1.4fr)', narrow: 'main' }, render: ({ name }) => name },
  { key: 'region', title: '地区', width: '120px', render: ({ regionName }) => regionName },
  { key: 'unit', title: '填报单位', width: 'minmax(140px, 1fr)', render: ({ unitName }) => unitName },
  { key: 'from', title: '从哪个月起', width: '120px', render: ({ from }) => from },
];

/** Projects of the chain, the largest first. */
export function ProjectList({ chainId }: { readonly chainId: string }) {
  const projects = useQuery(queryFor(projectApi.listProjects, { query: ofChain(chainId) }));
  return (
    <>
      <List
        label="重点项目"
        rows={projects.data?.rows}
        error={projects.error}
        onRetry={() => void projects.refetch()}
        columns={projectColumns}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        empty={
          <Empty title="还没有这条链的项目">
            <p>在“调度 › 项目”里登记，就出现在这里。</p>
          </Empty>
        }
      />
      {projects.data !== undefined && projects.data.total > most && (
        <p>
          <Link to="/projects" search={{ filter: { chain: { in: [chainId] } } }}>
            看全部 {projects.data.total} 个
          </Link>
        </p>
      )}
    </>
  );
}

const projectColumns: readonly Column<ProjectRowJson>[] = [
  {
    ...{ key: 'name', title: '项目', width: 'minmax(220px, 1.6fr)', narrow: 'main' },
    render: ({ id, name }) => (
      <Link to="/projects/$projectId" params={{ projectId: id }}>
        {name}
      </Link>
    ),
  },
  { key: 'enterprise', title: '企业', width: 'minmax(160px, 1fr)', render: ({ enterprise }) => enterprise },
  { key: 'region', title: '地区', width: '110px', render: ({ region }) => region.name },
  {
    ...{ key: 'total', title: '总投资', width: '130px', align: 'end', narrow: 'figure' },
    render: ({ totalFen }) => <Amount fen={Number(totalFen)} />,
  },
];
