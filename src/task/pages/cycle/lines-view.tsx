import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import type { Column } from '../../../../platform/web/list/model.ts';
import { dispatchApi, dispatchLabels, type LineRowJson, lineFields, reportStateNames } from '../../contract.ts';
import { roleNames } from '../../domain/index.ts';
import { Due } from '../parts/due.tsx';
import { DutyStateTag } from '../parts/state-tag.tsx';
import { UnitLink } from './roll-view.tsx';

const route = getRouteApi('/dispatch/$cycleId');

const columns: readonly Column<LineRowJson>[] = [
  {
    ...{ key: 'title', title: '任务', width: 'minmax(240px, 2fr)', narrow: 'main' },
    render: ({ taskId, title, reason }) => (
      <span className="roll-unit">
        <Link to="/tasks/$taskId" params={{ taskId }}>
          {title}
        </Link>
        <small>{reason}</small>
      </span>
    ),
  },
  {
    ...{ key: 'light', title: '灯', width: '88px', narrow: 'figure' },
    render: ({ light }) => <Light colour={light} />,
  },
  { key: 'unit', title: '单位', width: 'minmax(140px, 1fr)', render: ({ unit }) => <UnitLink unit={unit} /> },
  { key: 'role', title: '分工', width: '72px', render: ({ role }) => roleNames[role] },
  { key: 'state', title: '状态', width: '96px', render: ({ state }) => <DutyStateTag state={state} /> },
  {
    ...{ key: 'dueOn', title: '时限', width: '116px' },
    render: ({ firstDueOn, dueOn }) => <Due first={firstDueOn} now={dueOn} />,
  },
  {
    ...{ key: 'report', title: '本期报告', width: 'minmax(140px, 1fr)' },
    render: ({ report, reportedOn, words }) => (
      <span className={`line-report line-report-${report}`}>
        {reportStateNames[report]}
        {reportedOn !== null && <small>{reportedOn}</small>}
        {words !== null && words !== '' && <small className="line-words">{words}</small>}
      </span>
    ),
  },
];

/** Every duty as it was frozen, of one unit or all. */
export function LinesView({ cycleId }: { readonly cycleId: string }) {
  const { of: _of, unit, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const params = { cycleId };
  const narrowed = unit === undefined ? {} : { unitId: unit };
  const kept = { of: 'lines' as const, ...(unit !== undefined && { unit }) };
  const listing = useListing<LineRowJson>({
    name: 'cycle-lines',
    fields: lineFields,
    columns,
    labels: dispatchLabels.line,
    search,
    onSearch: (next, replace) => void navigate({ search: { ...next, ...kept }, replace }),
  });
  const lines = useQuery({
    ...queryFor(dispatchApi.listLines, { params, query: { ...listing.query, ...narrowed } }),
    placeholderData: keepPreviousData,
  });
  const [first] = lines.data?.rows ?? [];
  return (
    <>
      {unit !== undefined && (
        <p className="cycle-words">
          只看{first === undefined ? '一个单位' : first.unit.name}的。
          <Button type="link" onClick={() => void navigate({ search: { of: 'lines' } })}>
            看全部
          </Button>
        </p>
      )}
      <Listing<LineRowJson>
        listing={listing}
        label="冻结的各项责任"
        answer={lines.data}
        error={lines.error}
        onRetry={() => void lines.refetch()}
        keyOf={({ id }) => id}
        nameOf={({ title, unit: { name } }) => `${title} ${name}`}
        onOpen={({ taskId }) => void navigate({ to: '/tasks/$taskId', params: { taskId } })}
        searchHint="任务、单位中的字"
        quick={['light', 'report']}
        exportAddress={(parts) => addressFor(dispatchApi.exportLines, params, { ...parts, ...narrowed })}
        empty={
          <Empty title="没有要评定的责任">
            <p>到截止日为止，没有下达任务。</p>
          </Empty>
        }
      />
    </>
  );
}
