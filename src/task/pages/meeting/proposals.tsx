import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { List } from '../../../../platform/web/list/list.tsx';
import type { Column } from '../../../../platform/web/list/model.ts';
import { meetingApi, type ProposedJson } from '../../contract.ts';
import { meetingItemKinds } from '../../domain/index.ts';
import '../list/tasks.css';

interface Props {
  readonly meetingId: string;
  onAdd(entries: readonly Pick<ProposedJson, 'kind' | 'taskId' | 'dutyId'>[]): Promise<void>;
}

const keyOf = ({ kind, taskId, dutyId }: ProposedJson): string => `${kind} ${taskId} ${dutyId}`;

/** What could still be talked about: ticked, then put on the agenda. */
export function Proposals({ meetingId, onAdd }: Props) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const found = useQuery(queryFor(meetingApi.proposeAgenda, { params: { meetingId } }));
  const rows = found.data?.proposals;
  const chosen = rows?.filter((row) => ticked.has(keyOf(row))) ?? [];
  const add = async (): Promise<void> => {
    // A duty is talked about once, whatever the reasons.
    const once = [...new Map(chosen.map((row) => [`${row.taskId} ${row.dutyId}`, row])).values()];
    await onAdd(once.map(({ kind, taskId, dutyId }) => ({ kind, taskId, dutyId })));
    setTicked(new Set());
  };
  return (
    <section className="meeting-proposals" aria-labelledby="proposals">
      <h2 id="proposals">还可以议的</h2>
      {chosen.length > 0 && (
        <p>
          <Button type="primary" onClick={() => void add()}>
            列入议程 {chosen.length} 项
          </Button>
        </p>
      )}
      <List<ProposedJson>
        label="还可以议的"
        rows={rows}
        error={found.error}
        onRetry={() => void found.refetch()}
        columns={columns}
        keyOf={keyOf}
        nameOf={({ title }) => title}
        ticked={ticked}
        onTick={setTicked}
        empty={
          <Empty title="没有别的要议">
            <p>红灯、退回、求助、延期申请都在议程里了，或者没有。</p>
          </Empty>
        }
      />
      {found.data?.capped === true && <p className="pale">只列出最急的 200 项。</p>}
    </section>
  );
}

const columns: readonly Column<ProposedJson>[] = [
  {
    ...{ key: 'title', title: '任务', width: 'minmax(240px, 2fr)', narrow: 'main' },
    render: ({ taskId, title, why }) => (
      <span className="tasks-name">
        <Link to="/tasks/$taskId" params={{ taskId }}>
          {title}
        </Link>
        <small>{why}</small>
      </span>
    ),
  },
  { key: 'kind', title: '原因', width: '92px', narrow: 'figure', render: ({ kind }) => meetingItemKinds[kind] },
  { key: 'unit', title: '单位', width: 'minmax(150px, 1fr)', render: ({ unit }) => unit },
  { key: 'light', title: '灯', width: '88px', render: ({ light }) => <Light colour={light} /> },
  { key: 'dueOn', title: '时限', width: '112px', render: ({ dueOn }) => dueOn ?? '—' },
];
