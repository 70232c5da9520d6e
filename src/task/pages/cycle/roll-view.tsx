import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import type { Selection } from '../../../../platform/web/list/listing/selection.ts';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import type { Column } from '../../../../platform/web/list/model.ts';
import {
  type CycleJson,
  dispatchApi,
  dispatchLabels,
  type RollRowJson,
  rollFields,
  rollStateNames,
} from '../../contract.ts';
import { RemindDialog } from './remind-dialog.tsx';

const route = getRouteApi('/dispatch/$cycleId');

const columns: readonly Column<RollRowJson>[] = [
  {
    ...{ key: 'unit', title: '单位', width: 'minmax(200px, 1.6fr)', narrow: 'main' },
    render: (row) => (
      <span className="roll-unit">
        <UnitLink unit={row.unit} />
        <Waiting row={row} />
      </span>
    ),
  },
  {
    ...{ key: 'state', title: '情况', width: '104px', narrow: 'figure' },
    render: ({ state }) => <span className={`roll-state roll-state-${state}`}>{rollStateNames[state]}</span>,
  },
  { ...{ key: 'asked', title: '应报（项）', width: '100px', align: 'end' }, render: ({ asked }) => asked },
  { ...{ key: 'reported', title: '已报（项）', width: '100px', align: 'end' }, render: ({ reported }) => reported },
  { ...{ key: 'late', title: '迟报（项）', width: '100px', align: 'end' }, render: ({ late }) => late },
  { ...{ key: 'missing', title: '没有报（项）', width: '116px', align: 'end' }, render: ({ missing }) => missing },
  { key: 'remindedOn', title: '最近提醒', width: '116px', render: ({ remindedOn }) => remindedOn ?? '—' },
];

/** The page of what a unit owes; a name that is no unit of the register has none. */
export const UnitLink = ({ unit }: { readonly unit: RollRowJson['unit'] }) =>
  unit.id === null ? (
    <span>{unit.name}</span>
  ) : (
    <Link to="/units/$unitId/tasks" params={{ unitId: unit.id }} search={{}}>
      {unit.name}
    </Link>
  );

/** What has not come, each leading to its task. */
function Waiting({ row: { waiting, missing } }: { readonly row: RollRowJson }) {
  if (missing === 0) return null;
  return (
    <details className="roll-waiting">
      <summary>看没有报的 {missing} 项</summary>
      <ul>
        {waiting.map(({ taskId, dutyId, title, dueOn }) => (
          <li key={`${taskId}.${dutyId}`}>
            <Link to="/tasks/$taskId" params={{ taskId }}>
              {title}
            </Link>
            {dueOn !== null && <small>时限 {dueOn}</small>}
          </li>
        ))}
        {missing > waiting.length && <li>还有 {missing - waiting.length} 项。</li>}
      </ul>
    </details>
  );
}

/** Who has reported and who has not; those who have not can be reminded, ticked ones or all. */
export function RollView({ cycle }: { readonly cycle: CycleJson }) {
  const { of: _of, unit: _unit, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const [reminding, setReminding] = useState<readonly string[] | null>(null);
  const params = { cycleId: cycle.id };
  const listing = useListing<RollRowJson>({
    name: 'cycle-roll',
    fields: rollFields,
    columns,
    labels: dispatchLabels.roll,
    search,
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const roll = useQuery({
    ...queryFor(dispatchApi.listRoll, { params, query: listing.query }),
    placeholderData: keepPreviousData,
  });
  const remind = (selection: Selection): void => {
    if (selection.kind !== 'some') notify('全部提醒请用上面的“提醒没有报的”。', { tone: 'bad' });
    else setReminding([...selection.ids]);
  };
  return (
    <>
      <Listing<RollRowJson>
        listing={listing}
        label="各单位的报送"
        answer={roll.data}
        error={roll.error}
        onRetry={() => void roll.refetch()}
        keyOf={({ id }) => id}
        nameOf={({ unit }) => unit.name}
        searchHint="单位名称中的字"
        quick={['state']}
        exportAddress={(parts) => addressFor(dispatchApi.exportRoll, params, parts)}
        {...(cycle.may.remind.may && {
          actions: (selection: Selection) => (
            <Button type="primary" onClick={() => remind(selection)}>
              提醒选中的
            </Button>
          ),
        })}
        empty={
          <Empty title="没有要报的单位">
            <p>这一轮没有已下达、还没有办结的任务，或者都不在您的范围里。</p>
          </Empty>
        }
      />
      {reminding !== null && <RemindDialog cycle={cycle} unitIds={reminding} onClose={() => setReminding(null)} />}
    </>
  );
}
