import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { addressFor, keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import type { Selection } from '../../../../platform/web/list/listing/selection.ts';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import type { Column } from '../../../../platform/web/list/model.ts';
import { dispatchApi, dispatchLabels, type ProposalRowJson, proposalFields } from '../../contract.ts';
import { type UrgingStep, urgingNames, urgingSteps } from '../../domain/index.ts';
import { PressDialog } from './press-dialog.tsx';
import { UnitLink } from './roll-view.tsx';

const route = getRouteApi('/dispatch/urging');
const pageSize = 200;
/** As many as the server takes at once. */
const mostPressed = 200;

const columns: readonly Column<ProposalRowJson>[] = [
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
    ...{ key: 'step', title: '建议', width: '92px', narrow: 'figure' },
    render: ({ step }) => <span className={`urging-step urging-${step}`}>{urgingNames[step]}</span>,
  },
  { key: 'unit', title: '责任单位', width: 'minmax(140px, 1fr)', render: ({ unit }) => <UnitLink unit={unit} /> },
  { key: 'light', title: '灯', width: '88px', render: ({ light }) => <Light colour={light} /> },
  { key: 'dueOn', title: '时限', width: '112px', render: ({ dueOn }) => dueOn ?? '—' },
  {
    ...{ key: 'urgedTimes', title: '已催（次）', width: '100px', align: 'end' },
    render: ({ urgedTimes }) => urgedTimes,
  },
  { key: 'urgedOn', title: '最近催办', width: '112px', render: ({ urgedOn }) => urgedOn ?? '—' },
];

/** What the rules call for today; a person ticks and decides. */
export function ProposalsView() {
  const { of: _of, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [pressing, setPressing] = useState<{ step: UrgingStep; rows: readonly ProposalRowJson[] } | null>(null);
  const listing = useListing<ProposalRowJson>({
    name: 'proposals',
    fields: proposalFields,
    columns,
    labels: dispatchLabels.proposal,
    search,
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const proposals = useQuery({
    ...queryFor(dispatchApi.listProposals, { query: listing.query }),
    placeholderData: keepPreviousData,
  });
  // A row can be ticked only where it was shown: of those that are ticked nothing has to be asked again.
  const seen = useRef(new Map<string, ProposalRowJson>());
  const shown = proposals.data?.rows;
  useEffect(() => {
    for (const row of shown ?? []) seen.current.set(row.id, row);
  }, [shown]);
  const press = async (step: UrgingStep, selection: Selection): Promise<void> => {
    try {
      const rows = await ticked(selection, seen.current, listing.query);
      if (rows.length > mostPressed) notify(`一次最多办 ${mostPressed} 项，请分几次。`, { tone: 'bad' });
      else if (rows.length > 0) setPressing({ step, rows });
    } catch (error) {
      notify(sentencesOf(error).join(''), { tone: 'bad' });
    }
  };
  const fresh = async (): Promise<void> => {
    for (const endpoint of [dispatchApi.listProposals, dispatchApi.listLetters])
      await client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
  const why = proposals.data?.why ?? [];
  return (
    <>
      {why.length > 0 && <Refusals sentences={why} />}
      <Listing<ProposalRowJson>
        listing={listing}
        label="该催办的"
        answer={proposals.data}
        error={proposals.error}
        onRetry={() => void proposals.refetch()}
        keyOf={({ id }) => id}
        nameOf={({ title, unit, step }) => `${urgingNames[step]} ${unit.name} ${title}`}
        onOpen={({ taskId }) => void navigate({ to: '/tasks/$taskId', params: { taskId } })}
        searchHint="任务、单位、原因中的字"
        quick={['step', 'light']}
        exportAddress={(parts) => addressFor(dispatchApi.exportProposals, undefined, parts)}
        actions={(selection: Selection) =>
          urgingSteps.map((step) => (
            <Button
              key={step}
              type={step === 'urge' ? 'primary' : 'default'}
              onClick={() => void press(step, selection)}
            >
              {pressNames[step]}
            </Button>
          ))
        }
        empty={
          <Empty title="今天没有该催办的">
            <p>按调度设置里的催办规则，没有快到期、超期或者迟迟不签收的责任，或者刚刚催过。</p>
          </Empty>
        }
      />
      {pressing !== null && (
        <PressDialog
          step={pressing.step}
          rows={pressing.rows}
          onPressed={() => void fresh()}
          onClose={() => setPressing(null)}
        />
      )}
    </>
  );
}

const pressNames: Readonly<Record<UrgingStep, string>> = { urge: '催办', supervise: '发督办函', escalate: '报链长' };

type Query = NonNullable<Parameters<typeof queryFor<typeof dispatchApi.listProposals>>[1]['query']>;

/** The ticked rows; of “all that match but these” those that match are asked for, no more than can be done at once. */
async function ticked(
  selection: Selection,
  seen: ReadonlyMap<string, ProposalRowJson>,
  query: Query,
): Promise<ProposalRowJson[]> {
  if (selection.kind === 'some') return [...selection.ids].flatMap((id) => seen.get(id) ?? []);
  const rows: ProposalRowJson[] = [];
  for (let page = 1; rows.length <= mostPressed + selection.except.size; page += 1) {
    const answer = await send(dispatchApi.listProposals, { query: { ...query, page, pageSize } });
    rows.push(...answer.rows);
    if (answer.rows.length < pageSize) break;
  }
  return rows.filter(({ id }) => !selection.except.has(id));
}
