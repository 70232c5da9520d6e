import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { Empty } from '../../../../../platform/web/feedback/empty.tsx';
import { List } from '../../../../../platform/web/list/list.tsx';
import type { Column } from '../../../../../platform/web/list/model.ts';
import type { PlanFinding } from '../../../domain/model.ts';
import { SeverityBadge } from '../../wording/severity.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { FindingDetail } from './finding-detail.tsx';

const severityOrder = { error: 0, warning: 1, notice: 2 } as const;

const columns: readonly Column<PlanFinding>[] = [
  {
    key: 'severity',
    title: '轻重',
    width: '84px',
    narrow: 'figure',
    render: ({ severity }) => <SeverityBadge severity={severity} show="word" />,
    sortBy: ({ severity }) => severityOrder[severity],
  },
  { key: 'message', title: '发现', width: 'minmax(160px, 1fr)', narrow: 'main', render: ({ message }) => message },
];

const keyOf = (finding: PlanFinding): string => finding.id;
const nameOf = (finding: PlanFinding): string => finding.message;
const detail = (finding: PlanFinding) => <FindingDetail finding={finding} />;

/** What lint found in the document, and what people said about it. */
export function FindingList() {
  const { version, view, change } = useWorkbench();
  const looked = version.findings.find((finding) => finding.id === view.current?.id);
  const [dismissed, setDismissed] = useState(looked?.dismissed != null);
  const { open, closed } = useMemo(() => {
    return {
      open: version.findings.filter((finding) => finding.dismissed === null),
      closed: version.findings.filter((finding) => finding.dismissed !== null),
    };
  }, [version.findings]);
  return (
    <>
      <div className="filter-bar">
        <Segmented
          aria-label="体检发现"
          value={dismissed ? 'closed' : 'open'}
          options={[
            { value: 'open', label: `待处理 ${open.length}` },
            { value: 'closed', label: `已注明不必处理 ${closed.length}` },
          ]}
          onChange={(value) => setDismissed(value === 'closed')}
        />
      </div>
      <div className="item-list">
        <List
          label="体检发现"
          rows={dismissed ? closed : open}
          columns={columns}
          keyOf={keyOf}
          nameOf={nameOf}
          current={view.current?.id ?? null}
          onCurrent={(finding) => change({ do: 'look', id: finding.id, from: 'structure' })}
          detail={detail}
          fill
          empty={<Empty title={dismissed ? '没有注明过的发现' : '体检没有发现待处理的问题'} />}
        />
      </div>
    </>
  );
}
