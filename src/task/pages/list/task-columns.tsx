import { Link } from '@tanstack/react-router';
import { Light } from '../../../../platform/web/chart/light.tsx';
import type { Column } from '../../../../platform/web/list/model.ts';
import { sourceNames, type TaskRowJson, taskKindNames } from '../../contract.ts';
import { Due } from '../parts/due.tsx';
import { SourceLink } from '../parts/source-link.tsx';
import { TaskStateTag } from '../parts/state-tag.tsx';

/** A row of the list of tasks: what, how it stands and why, who, by when. */
export const taskColumns: readonly Column<TaskRowJson>[] = [
  {
    ...{ key: 'title', title: '任务', width: 'minmax(260px, 2fr)', narrow: 'main' },
    render: (row) => (
      <span className="tasks-name">
        <Link to="/tasks/$taskId" params={{ taskId: row.id }}>
          {row.title}
        </Link>
        <small>{row.reason}</small>
        <TaskFlags row={row} />
      </span>
    ),
  },
  {
    ...{ key: 'light', title: '灯', width: '88px', narrow: 'figure' },
    render: ({ light }) => <Light colour={light} />,
  },
  { key: 'state', title: '状态', width: '88px', render: ({ state }) => <TaskStateTag state={state} /> },
  {
    ...{ key: 'lead', title: '牵头单位', width: 'minmax(150px, 1fr)' },
    render: ({ leads, cooperating }) => (
      <>
        {leads.map(({ name }) => name).join('、') || '—'}
        {cooperating > 0 && <small className="tasks-more">配合 {cooperating} 个</small>}
      </>
    ),
  },
  {
    ...{ key: 'dueOn', title: '时限', width: '112px' },
    render: ({ firstDueOn, dueOn }) => <Due first={firstDueOn} now={dueOn} />,
  },
  {
    ...{ key: 'progress', title: '完成（%）', width: '92px', align: 'end' },
    render: ({ progress }) => (progress === null ? '—' : Math.round(progress)),
  },
  {
    ...{ key: 'sourceName', title: '来自', width: 'minmax(140px, 1fr)' },
    render: ({ source }) => (
      <SourceLink source={source}>{source.kind === 'plan' ? source.name : source.words}</SourceLink>
    ),
  },
  { key: 'reportedOn', title: '最近报告', width: '112px', render: ({ reportedOn }) => reportedOn ?? '—' },
  {
    ...{ key: 'chain', title: '产业链', width: '140px', hidden: true },
    render: ({ chains }) => chains.map(({ name }) => name).join('、') || '—',
  },
  { key: 'region', title: '地区', width: '120px', hidden: true, render: ({ regionName }) => regionName },
  { key: 'source', title: '来源', width: '100px', hidden: true, render: ({ source }) => sourceNames[source.kind] },
  { key: 'kind', title: '种类', width: '108px', hidden: true, render: ({ kind }) => taskKindNames[kind] },
  { key: 'firstDueOn', title: '最初时限', width: '112px', hidden: true, render: ({ firstDueOn }) => firstDueOn ?? '—' },
  { key: 'createdOn', title: '立项日期', width: '112px', hidden: true, render: ({ createdOn }) => createdOn },
  { key: 'help', title: '求助', width: '72px', hidden: true, render: ({ help }) => (help ? '有' : '—') },
  { key: 'disputed', title: '有争议', width: '80px', hidden: true, render: ({ disputed }) => (disputed ? '有' : '—') },
];

type Flagged = Pick<TaskRowJson, 'disputed' | 'help' | 'extensionAsked' | 'doubts'>;

/** What somebody has to answer. */
export function TaskFlags({ row: { disputed, help, extensionAsked, doubts } }: { readonly row: Flagged }) {
  const flags = [
    ...(disputed ? ['有单位退回'] : []),
    ...(help ? ['求助'] : []),
    ...(extensionAsked ? ['申请延期'] : []),
    ...(doubts > 0 ? [`${doubts} 处待核对`] : []),
  ];
  if (flags.length === 0) return null;
  return (
    <span className="task-flags">
      {flags.map((flag) => (
        <b key={flag}>{flag}</b>
      ))}
    </span>
  );
}
