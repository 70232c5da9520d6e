import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import type { Column } from '../../../../platform/web/list/model.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import {
  type IndicatorField,
  type IndicatorRowJson,
  indicatorApi,
  indicatorFields,
  indicatorLabels,
} from '../../contract.ts';
import './indicators.css';

const route = getRouteApi('/indicators');

/** Every indicator: what is measured, how it is added up, and who is asked about it. */
export function IndicatorsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('指标目录');
  const listing = useListing<IndicatorRowJson>({
    name: 'indicators',
    fields: indicatorFields,
    columns,
    labels: indicatorLabels,
    search,
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const indicators = useQuery({
    ...queryFor(indicatorApi.listIndicators, { query: listing.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page indicator-page">
      <h1>指标目录</h1>
      <Listing<IndicatorRowJson>
        listing={listing}
        label="指标"
        answer={indicators.data}
        error={indicators.error}
        onRetry={() => void indicators.refetch()}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        onOpen={({ id }) => void navigate({ to: '/indicators/$indicatorId', params: { indicatorId: id } })}
        searchHint="指标、口径或报数单位中的字"
        quick={['kind', 'frequency']}
        exportAddress={(query) => addressFor(indicatorApi.exportIndicators, undefined, query)}
        empty={
          <Empty title="还没有指标">
            <p>把指标写成内容包，检查通过、重启服务以后，就会出现在这里。写法见 docs/packs.md。</p>
          </Empty>
        }
      />
    </div>
  );
}

const column = (
  key: IndicatorField,
  rest: Omit<Column<IndicatorRowJson>, 'key' | 'title'>,
): Column<IndicatorRowJson> => ({ ...{ key, title: indicatorFields[key].title }, ...rest });

const columns: readonly Column<IndicatorRowJson>[] = [
  column('name', {
    width: 'minmax(200px, 1.2fr)',
    narrow: 'main',
    render: ({ id, name }) => (
      <Link to="/indicators/$indicatorId" params={{ indicatorId: id }}>
        {name}
      </Link>
    ),
  }),
  column('unit', { width: '96px', narrow: 'figure', render: ({ unit }) => unit }),
  column('kind', { width: '88px', render: ({ kind }) => indicatorLabels.kind?.[kind] }),
  column('measures', { width: '132px', render: ({ measures }) => indicatorLabels.measures?.[measures] }),
  column('frequency', { width: '104px', render: ({ frequency }) => indicatorLabels.frequency?.[frequency] }),
  column('direction', {
    width: '104px',
    hidden: true,
    render: ({ direction }) => indicatorLabels.direction?.[direction],
  }),
  column('source', { width: '120px', render: ({ source }) => source ?? '—' }),
  column('basis', { width: 'minmax(220px, 2fr)', render: ({ basis }) => basis ?? '—' }),
  column('id', { width: '180px', hidden: true, render: ({ id }) => id }),
  column('origin', { width: '140px', hidden: true, render: ({ origin }) => (origin === 'packs' ? '资料包' : origin) }),
];
