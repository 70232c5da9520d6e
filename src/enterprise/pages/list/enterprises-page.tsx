import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import {
  boxNames,
  type EnterpriseBox,
  type EnterpriseRowJson,
  enterpriseApi,
  enterpriseBoxes,
  enterpriseFields,
  enterpriseLabels,
} from '../../contract.ts';
import { mostCompared } from '../address.ts';
import { enterpriseColumns } from './columns.tsx';
import '../parts/enterprise.css';

const route = getRouteApi('/enterprises');
const panel = 'enterprise-box';

/** The register of enterprises: search, conditions, sums, export; ticked ones are set beside each other. */
export function EnterprisesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('企业名录');
  const box: EnterpriseBox = search.box ?? 'open';
  const own = search.box === undefined ? {} : { box: search.box };
  const listing = useListing<EnterpriseRowJson>({
    name: 'enterprises',
    fields: enterpriseFields,
    columns: enterpriseColumns,
    labels: enterpriseLabels,
    picks: { region: 'region', park: 'unit', chain: 'chain', title: 'title', tag: 'tag', industry: 'industry' },
    search,
    onSearch: (next, replace) => void navigate({ search: { ...next, ...own }, replace }),
  });
  const { text, filter } = listing.query;
  const rows = useQuery({
    ...queryFor(enterpriseApi.listEnterprises, { query: { ...listing.query, ...own } }),
    placeholderData: keepPreviousData,
  });
  const compare = (selection: typeof listing.selection): void => {
    const count = selection.kind === 'some' ? selection.ids.size : mostCompared + 1;
    if (selection.kind !== 'some' || count < 2 || count > mostCompared)
      notify(`选中 2 到 ${mostCompared} 家，再对比。`, { tone: 'bad' });
    else void navigate({ to: '/enterprises/compare', search: { ids: [...selection.ids].join() } });
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>企业名录</h1>
        <Tools />
      </div>
      <Tabs
        label="哪些企业"
        tabs={enterpriseBoxes.map((key) => ({ key, title: boxNames[key] }))}
        chosen={box}
        onChoose={(key) =>
          void navigate({ search: { ...search, page: undefined, box: key === 'open' ? undefined : key } as never })
        }
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${box}`}>
        <Totals query={{ ...(text && { text }), ...(filter && { filter }), ...own }} />
        <Listing
          listing={listing}
          label="企业"
          answer={rows.data}
          error={rows.error}
          onRetry={() => void rows.refetch()}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
          onOpen={({ id }) => void navigate({ to: '/enterprises/$enterpriseId', params: { enterpriseId: id } })}
          searchHint="名称、代码、地址、产品或法定代表人"
          quick={['scale']}
          exportAddress={(query) => addressFor(enterpriseApi.exportEnterprises, undefined, { ...query, ...own })}
          actions={(selection) => <Button onClick={() => compare(selection)}>对比</Button>}
          empty={<Nothing box={box} />}
        />
      </div>
    </div>
  );
}

function Tools() {
  const mayKeep = useMay('enterprise.keep');
  if (!mayKeep) return null;
  return (
    <nav className="page-buttons" aria-label="企业的其他页面">
      <Link to="/enterprises/new" className="page-new">
        登记企业
      </Link>
    </nav>
  );
}

interface TotalsQuery {
  readonly text?: string;
  readonly filter?: string;
  readonly box?: Exclude<EnterpriseBox, 'open'>;
}

/** How many the list finds, and what they come to. */
function Totals({ query }: { readonly query: TotalsQuery }) {
  const totals = useQuery({
    ...queryFor(enterpriseApi.totalEnterprises, { query }),
    placeholderData: keepPreviousData,
  });
  const all = totals.data?.all;
  const count = (value: number | undefined, unit: string): string =>
    value === undefined ? '…' : `${value.toLocaleString('zh-CN')} ${unit}`;
  return (
    <section aria-label="合计">
      <dl className="page-sums" aria-live="polite">
        <div>
          <dt>企业</dt>
          <dd>{count(all?.count, '家')}</dd>
        </div>
        <div>
          <dt>规上</dt>
          <dd>{count(all?.aboveScale, '家')}</dd>
        </div>
        <div>
          <dt>营业收入（最近一年）</dt>
          <dd>{all === undefined ? '…' : <Amount fen={all.revenueYuan * 100} />}</dd>
        </div>
        <div>
          <dt>从业人员</dt>
          <dd>{count(all?.employees, '人')}</dd>
        </div>
      </dl>
    </section>
  );
}

function Nothing({ box }: { readonly box: EnterpriseBox }) {
  const mayKeep = useMay('enterprise.keep');
  if (box !== 'open' && box !== 'all')
    return (
      <Empty title={`没有${boxNames[box]}的企业`}>
        <p>注销、吊销、迁出或合并以后列在这里。</p>
      </Empty>
    );
  return (
    <Empty title="还没有企业">
      <p>{mayKeep ? '逐家登记，或者用表格一次导入。' : '主管部门登记以后看得到。'}</p>
      {mayKeep && <Link to="/enterprises/new">登记企业</Link>}
    </Empty>
  );
}
