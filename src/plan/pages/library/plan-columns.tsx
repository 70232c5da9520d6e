import { Link } from '@tanstack/react-router';
import type { Column } from '../../../../platform/web/list/model.ts';
import { type PlanField, type PlanRowJson, planFields } from '../../contract.ts';
import { dayOf, figure, momentOf } from '../wording/figures.ts';
import { SeverityCounts } from './severity-counts.tsx';
import { StatusTag } from './status-tag.tsx';

type Rest = Omit<Column<PlanRowJson>, 'key' | 'title'>;
const column = (key: PlanField, rest: Rest): Column<PlanRowJson> => ({ key, title: planFields[key].title, ...rest });

type Counted = 'indicators' | 'tasks' | 'clauses' | 'tables' | 'unreviewed' | 'errors' | 'warnings';
const count = (key: Counted, more: Partial<Rest> = {}): Column<PlanRowJson> =>
  column(key, { width: '68px', align: 'end', render: ({ counts }) => <Count value={counts[key]} />, ...more });

/** A nought says little: it is pale, and left out where room is scarce. */
const Count = ({ value }: { readonly value: number }) => (
  <span className={value === 0 ? 'nought' : ''}>{figure(value)}</span>
);

/** Everything that the list of plans can show; some only when a person chooses it. */
export const planColumns: readonly Column<PlanRowJson>[] = [
  column('title', {
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
  }),
  column('status', { width: '124px', narrow: 'figure', render: (plan) => <StatusTag plan={plan} /> }),
  column('docNumber', { width: '190px', hidden: true, render: ({ docNumber }) => docNumber }),
  column('issuer', { width: '190px', hidden: true, render: ({ issuer }) => issuer }),
  column('region', { width: '110px', hidden: true, render: ({ regionName }) => regionName }),
  column('unit', { width: '180px', hidden: true, render: ({ unitName }) => unitName }),
  column('chain', { width: '120px', hidden: true, render: ({ chainName }) => chainName }),
  column('issuedOn', { width: '128px', render: ({ issuedOn }) => dayOf(issuedOn) }),
  column('validTo', { width: '132px', render: ({ validTo }) => dayOf(validTo) }),
  count('indicators'),
  count('tasks'),
  count('clauses'),
  count('tables'),
  count('unreviewed'),
  column('findings', { width: '150px', render: ({ counts }) => <SeverityCounts counts={counts} /> }),
  count('errors', { width: '96px', hidden: true }),
  count('warnings', { width: '96px', hidden: true }),
  column('updatedAt', { width: '160px', hidden: true, render: ({ updatedAt }) => momentOf(updatedAt) }),
];
