import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { addressFor, queryFor } from '../../../../../platform/web/api.ts';
import { Empty } from '../../../../../platform/web/feedback/empty.tsx';
import { Listing } from '../../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../../platform/web/list/listing/use-listing.ts';
import type { Column } from '../../../../../platform/web/list/model.ts';
import { useMay } from '../../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../../platform/web/shell/title.ts';
import {
  collectionApi,
  type FormRowJson,
  formFields,
  formLabels,
  formStateNames,
  frequencyNames,
  rowKindNames,
} from '../../../contract.ts';
import { momentWords } from '../../cell/moment.ts';
import '../../library/indicators.css';
import './forms.css';

const route = getRouteApi('/forms');

/** Every form that is in reach: what is asked, of how many, how often. */
export function FormsPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const mayDefine = useMay('indicator.define');
  usePageTitle('填报表');
  const listing = useListing<FormRowJson>({
    name: 'forms',
    fields: formFields,
    columns,
    labels: formLabels,
    search,
    onSearch: (next, replace) => void navigate({ to: '/forms', search: next, replace }),
  });
  const forms = useQuery({
    ...queryFor(collectionApi.listForms, { query: listing.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page indicator-page">
      <h1>填报表</h1>
      <Listing<FormRowJson>
        listing={listing}
        label="填报表"
        answer={forms.data}
        error={forms.error}
        onRetry={() => void forms.refetch()}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        onOpen={({ id }) => void navigate({ to: '/forms/$formId', params: { formId: id } })}
        searchHint="填报表名称中的字"
        quick={['state']}
        exportAddress={(query) => addressFor(collectionApi.exportForms, undefined, query)}
        tools={
          mayDefine && (
            <Button type="primary" onClick={() => void navigate({ to: '/forms/new' })}>
              新建填报表
            </Button>
          )
        }
        empty={
          <Empty title="还没有填报表">
            <p>
              {mayDefine
                ? '选好指标和填报单位，定好日子，启用以后各单位每期都会有一张要填的表。'
                : '链办建了填报表以后，会出现在这里。'}
            </p>
          </Empty>
        }
      />
    </div>
  );
}

const columns: readonly Column<FormRowJson>[] = [
  {
    ...{ key: 'name', title: '填报表', width: 'minmax(220px, 1.6fr)', narrow: 'main' },
    render: ({ id, name }) => (
      <Link to="/forms/$formId" params={{ formId: id }}>
        {name}
      </Link>
    ),
  },
  {
    ...{ key: 'state', title: '状态', width: '96px', narrow: 'figure' },
    render: ({ state }) => <span className={`form-state form-state-${state}`}>{formStateNames[state]}</span>,
  },
  { key: 'frequency', title: '多久报一次', width: '112px', render: ({ frequency }) => frequencyNames[frequency] },
  { key: 'rows', title: '行', width: '176px', render: ({ rows }) => rowKindNames[rows] },
  { ...{ key: 'columns', title: '指标', width: '84px', align: 'end' }, render: ({ columns: n }) => `${n} 个` },
  { ...{ key: 'units', title: '单位', width: '84px', align: 'end' }, render: ({ units }) => `${units} 个` },
  { key: 'owner', title: '制表单位', width: 'minmax(140px, 1fr)', render: ({ owner }) => owner ?? '—' },
  { ...{ key: 'chain', title: '产业链', width: '120px', hidden: true }, render: ({ chain }) => chain ?? '—' },
  { ...{ key: 'firstPeriod', title: '从哪一期起', width: '112px' }, render: ({ firstPeriod }) => firstPeriod },
  {
    ...{ key: 'changedAt', title: '修改时间', width: '170px', hidden: true },
    render: ({ changedAt }) => momentWords(changedAt),
  },
  {
    ...{ key: 'progress', title: '进度', width: '88px' },
    render: ({ id, state }) =>
      state === 'draft' ? (
        '—'
      ) : (
        <Link to="/forms/$formId/progress" params={{ formId: id }} search={{}}>
          看进度
        </Link>
      ),
  },
];
