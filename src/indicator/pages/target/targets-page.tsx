import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import type { Column } from '../../../../platform/web/list/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type TargetField, type TargetRowJson, targetApi, targetFields, targetLabels } from '../../contract.ts';
import { amount, said, whereWords } from './words.ts';
import './targets.css';

const route = getRouteApi('/targets');

/** Every target in force: what plans set, what was handed down, and what of it is not yet. */
export function TargetsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('目标分解');
  const mayLoad = useMay('indicator.target');
  const listing = useListing<TargetRowJson>({
    name: 'targets',
    fields: targetFields,
    columns,
    labels: targetLabels,
    search,
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const targets = useQuery({
    ...queryFor(targetApi.listTargets, { query: listing.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page target-page">
      <div className="target-head">
        <h1>目标分解</h1>
        {mayLoad && (
          <Button type="primary" onClick={() => void navigate({ to: '/targets/load', search: {} })}>
            从方案载入目标
          </Button>
        )}
      </div>
      <Listing<TargetRowJson>
        listing={listing}
        label="目标"
        answer={targets.data}
        error={targets.error}
        onRetry={() => void targets.refetch()}
        keyOf={({ id }) => id}
        nameOf={(row) => `${whereWords(row)} ${row.indicator} ${said(row)}`}
        onOpen={({ id }) => void navigate({ to: '/targets/$targetId', params: { targetId: id } })}
        searchHint="指标、地区、产业链或方案中的字"
        quick={['handed', 'origin']}
        exportAddress={(query) => addressFor(targetApi.exportTargets, undefined, query)}
        empty={
          <Empty title="还没有目标">
            <p>方案发布以后，把里面的指标和目标表载入成目标，就能分解、下达，并和实绩比。</p>
          </Empty>
        }
      />
    </div>
  );
}

const column = (key: TargetField, rest: Omit<Column<TargetRowJson>, 'key' | 'title'>): Column<TargetRowJson> => ({
  ...{ key, title: targetFields[key].title },
  ...rest,
});

const columns: readonly Column<TargetRowJson>[] = [
  column('indicator', {
    width: 'minmax(150px, 1fr)',
    narrow: 'main',
    render: ({ id, indicator }) => (
      <Link to="/targets/$targetId" params={{ targetId: id }}>
        {indicator}
      </Link>
    ),
  }),
  column('year', { width: '72px', align: 'end', render: ({ period }) => period.slice(0, 4) }),
  column('region', { width: '110px', render: ({ place }) => place.regionName }),
  column('chain', { width: '150px', render: ({ place }) => place.chainName ?? '—' }),
  column('unit', {
    width: '140px',
    hidden: true,
    render: ({ place, enterprise }) => enterprise ?? place.unitName ?? '—',
  }),
  column('mode', { width: '76px', hidden: true, render: ({ mode }) => targetLabels.mode?.[mode] }),
  column('value', {
    width: '150px',
    align: 'end',
    narrow: 'figure',
    render: (row) => said(row).replace(/^\d{4} 年/u, ''),
  }),
  column('handed', {
    width: '96px',
    render: ({ handed }) => (
      <span className={handed === 'none' || handed === 'partly' || handed === 'looser' ? 'target-red' : undefined}>
        {targetLabels.handed?.[handed]}
      </span>
    ),
  }),
  column('rest', {
    width: '116px',
    align: 'end',
    render: (row) =>
      row.rest === null ? (
        '—'
      ) : (
        <span className={row.rest === 0 ? undefined : 'target-red'}>{amount(row.rest, row)}</span>
      ),
  }),
  column('origin', { width: '96px', render: ({ origin }) => targetLabels.origin?.[origin] }),
  column('plan', { width: 'minmax(200px, 2.4fr)', render: ({ plan }) => plan ?? '—' }),
  column('edition', { width: '72px', align: 'end', hidden: true, render: ({ edition }) => `第${edition}版` }),
];
