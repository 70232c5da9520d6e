import { Link } from '@tanstack/react-router';
import { Light } from '../../../../platform/web/chart/light.tsx';
import type { Column } from '../../../../platform/web/list/model.ts';
import type { OwedRowJson } from '../../contract.ts';
import { roleNames } from '../../domain/index.ts';
import { Due } from '../parts/due.tsx';
import { DutyStateTag } from '../parts/state-tag.tsx';

const title: Column<OwedRowJson> = {
  ...{ key: 'title', title: '任务', width: 'minmax(260px, 2fr)', narrow: 'main' },
  render: ({ taskId, title: name, part, reason }) => (
    <span className="tasks-name">
      <Link to="/tasks/$taskId" params={{ taskId }}>
        {name}
      </Link>
      <small>{part === null ? reason : `${part}。${reason}`}</small>
    </span>
  ),
};
const light: Column<OwedRowJson> = {
  ...{ key: 'light', title: '灯', width: '88px', narrow: 'figure' },
  render: ({ light: colour }) => <Light colour={colour} />,
};
const due: Column<OwedRowJson> = {
  ...{ key: 'dueOn', title: '时限', width: '120px' },
  render: ({ firstDueOn, dueOn }) => <Due first={firstDueOn} now={dueOn} />,
};
const state: Column<OwedRowJson> = {
  ...{ key: 'state', title: '状态', width: '92px' },
  render: ({ state: now }) => <DutyStateTag state={now} />,
};
const reported: Column<OwedRowJson> = {
  ...{ key: 'reportedOn', title: '最近报告', width: '112px' },
  render: ({ reportedOn }) => reportedOn ?? '—',
};
const source: Column<OwedRowJson> = {
  ...{ key: 'source', title: '来自', width: 'minmax(130px, 1fr)' },
  render: ({ source: name }) => name,
};

/** How the unit comes to be owed it. */
const byNames = { own: '', lead: '我们牵头', kept: '我们立项', handed: '我们分解' } as const;

const ours: readonly Column<OwedRowJson>[] = [
  title,
  light,
  due,
  {
    ...{ key: 'role', title: '分工', width: 'minmax(110px, 1fr)' },
    render: ({ role, lead }) => (lead === null ? roleNames[role] : `${roleNames[role]}${lead}`),
  },
  state,
  reported,
  source,
];
const theirs: readonly Column<OwedRowJson>[] = [
  title,
  light,
  due,
  {
    ...{ key: 'unit', title: '谁欠', width: 'minmax(150px, 1fr)' },
    render: ({ unit, role }) => (
      <>
        {unit.id === null ? (
          unit.name
        ) : (
          <Link to="/units/$unitId/tasks" params={{ unitId: unit.id }} search={{}}>
            {unit.name}
          </Link>
        )}
        <small className="pale"> {roleNames[role]}</small>
      </>
    ),
  },
  { key: 'by', title: '为什么', width: '88px', render: ({ by }) => byNames[by] },
  state,
  reported,
];

export const owedColumns = (side: 'owes' | 'theirs'): readonly Column<OwedRowJson>[] =>
  side === 'owes' ? ours : theirs;
