import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import type { Column } from '../../../../platform/web/list/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { collectionApi, type SheetRowJson, sheetFields, sheetLabels } from '../../contract.ts';
import { sheetStateNames } from '../../domain/sheet/model.ts';
import { momentWords } from '../cell/moment.ts';
import type { SheetsSearch } from './address.ts';
import { ByAndWhen, Punctuality } from './punctuality.tsx';
import '../sheet/sheet.css';
import '../library/indicators.css';

const route = getRouteApi('/sheets');
const panel = 'sheets-panel';

/** Reports to be filled in, those that wait for a look, and all in reach. */
export function SheetsPage() {
  const { scope, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const [mayEnter, mayReview] = [useMay('indicator.enter'), useMay('indicator.review')];
  usePageTitle('填报');
  const tabs = [
    ...(mayEnter ? [{ key: 'mine', title: '我的填报' } as const] : []),
    ...(mayReview ? [{ key: 'review', title: '待我审核' } as const] : []),
    { key: 'all', title: '全部' } as const,
  ];
  const shown = scope ?? tabs[0]?.key ?? 'all';
  const kept: Pick<SheetsSearch, 'scope'> = scope === undefined ? {} : { scope };
  const listing = useListing<SheetRowJson>({
    name: 'sheets',
    fields: sheetFields,
    columns,
    labels: sheetLabels,
    search,
    onSearch: (next, replace) => void navigate({ search: { ...next, ...kept }, replace }),
  });
  const query = { ...listing.query, scope: shown };
  const sheets = useQuery({
    ...queryFor(collectionApi.listSheets, { query }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page indicator-page">
      <h1>填报</h1>
      <Tabs
        label="看哪些"
        tabs={tabs}
        chosen={shown}
        onChoose={(key) => void navigate({ search: key === 'mine' ? {} : { scope: key } })}
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${shown}`}>
        <Listing<SheetRowJson>
          listing={listing}
          label="填报"
          answer={sheets.data}
          error={sheets.error}
          onRetry={() => void sheets.refetch()}
          keyOf={({ id }) => id}
          nameOf={({ formName, period, unitName }) => `${formName} ${period} ${unitName}`}
          onOpen={({ id }) => void navigate({ to: '/sheets/$sheetId', params: { sheetId: id } })}
          searchHint="填报表、单位中的字"
          quick={['state', 'punctuality']}
          exportAddress={(asked) => addressFor(collectionApi.exportSheets, undefined, { ...asked, scope: shown })}
          empty={<Nothing scope={shown} />}
        />
      </div>
    </div>
  );
}

const Nothing = ({ scope }: { readonly scope: 'mine' | 'review' | 'all' }) =>
  scope === 'review' ? (
    <Empty title="没有等您审核的表">
      <p>单位报送以后会出现在这里，工作台上也有待办。</p>
    </Empty>
  ) : (
    <Empty title="没有要填的表">
      <p>填报表到了开始填报的那一天，会出现在这里，工作台上也有待办。</p>
    </Empty>
  );

const columns: readonly Column<SheetRowJson>[] = [
  {
    ...{ key: 'form', title: '填报表', width: 'minmax(200px, 1.4fr)', narrow: 'main' },
    render: ({ id, formName, unitName }) => (
      <div className="sheet-name">
        <Link to="/sheets/$sheetId" params={{ sheetId: id }}>
          {formName}
        </Link>
        <small>{unitName}</small>
      </div>
    ),
  },
  { key: 'period', title: '期间', width: '92px', render: ({ period }) => period },
  { key: 'unit', title: '填报单位', width: 'minmax(160px, 1fr)', hidden: true, render: ({ unitName }) => unitName },
  { key: 'region', title: '地区', width: '120px', render: ({ regionName }) => regionName ?? '—' },
  {
    ...{ key: 'state', title: '状态', width: '104px', narrow: 'figure' },
    render: ({ state }) => <span className={`sheet-state sheet-state-${state}`}>{sheetStateNames[state]}</span>,
  },
  {
    ...{ key: 'share', title: '已填', width: '76px', align: 'end' },
    render: ({ share }) => `${share}%`,
  },
  {
    ...{ key: 'dueOn', title: '截止日', width: '136px' },
    render: (row) => (
      <>
        {row.extendedTo ?? row.dueOn}
        {row.punctuality === 'late' && (
          <>
            {' '}
            <Punctuality row={row} />
          </>
        )}
      </>
    ),
  },
  {
    key: 'punctuality',
    title: '时限',
    width: '92px',
    hidden: true,
    render: (row) => <Punctuality row={row} />,
  },
  {
    ...{ key: 'extension', title: '延期', width: '92px', hidden: true },
    render: ({ extension }) => sheetLabels.extension?.[extension],
  },
  {
    ...{ key: 'submittedOn', title: '报送', width: '190px' },
    render: ({ submittedAt, submittedBy }) =>
      submittedAt === null ? '—' : <ByAndWhen by={submittedBy} when={momentWords(submittedAt)} />,
  },
  {
    ...{ key: 'lastActivity', title: '最近动态', width: '170px', hidden: true },
    render: ({ lastActivityAt }) => (lastActivityAt === null ? '—' : momentWords(lastActivityAt)),
  },
  {
    ...{ key: 'urgedAt', title: '最近催报', width: '170px', hidden: true },
    render: ({ urgedAt, urgedTimes }) => (urgedAt === null ? '—' : `${momentWords(urgedAt)}（${urgedTimes} 次）`),
  },
];
