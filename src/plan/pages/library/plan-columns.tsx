import { Link } from '@tanstack/react-router';
import type { Column } from '../../../../platform/web/list/model.ts';
import type { PlanSummaryJson } from '../../contract.ts';
import { dayOf, figure } from '../wording/figures.ts';
import { SeverityCounts } from './severity-counts.tsx';
import { StatusTag } from './status-tag.tsx';

const count = (key: 'indicators' | 'tasks' | 'clauses' | 'tables', title: string): Column<PlanSummaryJson> => ({
  key,
  title,
  width: '64px',
  align: 'end',
  render: ({ counts }) => <Count value={counts[key]} />,
});

/** A nought says little: it is pale, and left out where room is scarce. */
const Count = ({ value }: { readonly value: number }) => (
  <span className={value === 0 ? 'nought' : ''}>{figure(value)}</span>
);

/** What the first page shows of a plan. */
export const planColumns: readonly Column<PlanSummaryJson>[] = [
  {
    key: 'title',
    title: '方案',
    width: 'minmax(280px, 1fr)',
    narrow: 'main',
    render: (plan) => (
      <div className="plan-name">
        <Link to="/plans/$planId" params={{ planId: plan.id }}>
          {plan.title ?? `（没有读出标题）${plan.fileName}`}
        </Link>
        <span>{[plan.docNumber, plan.issuer].filter(Boolean).join(' · ')}</span>
      </div>
    ),
  },
  { key: 'status', title: '状态', width: '124px', narrow: 'figure', render: (plan) => <StatusTag plan={plan} /> },
  { key: 'issuedOn', title: '成文日期', width: '128px', render: ({ issuedOn }) => dayOf(issuedOn) },
  { key: 'valid', title: '有效期至', width: '132px', render: ({ validTo }) => dayOf(validTo) },
  count('indicators', '指标'),
  count('tasks', '任务'),
  count('clauses', '条款'),
  count('tables', '表格'),
  {
    key: 'unreviewed',
    title: '待核',
    width: '64px',
    align: 'end',
    render: ({ counts }) => <Count value={counts.unreviewed} />,
  },
  { key: 'findings', title: '体检', width: '150px', render: ({ counts }) => <SeverityCounts counts={counts} /> },
];
