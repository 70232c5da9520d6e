import { CloseOutlined } from '@ant-design/icons';
import type { PlanFinding } from '../../../domain/model.ts';
import { FindingDetail } from '../structure/finding-detail.tsx';
import { useWorkbench } from '../workbench-context.ts';

/** Below the paragraph: the finding that is looked at, in full. */
export function FindingNote({ finding }: { readonly finding: PlanFinding }) {
  const { change } = useWorkbench();
  return (
    <aside className={`finding-note finding-note-${finding.severity}`} aria-label="体检发现">
      <button
        type="button"
        className="finding-note-close"
        aria-label="收起"
        onClick={() => change({ do: 'look', id: null, from: 'document' })}
      >
        <CloseOutlined />
      </button>
      <FindingDetail finding={finding} brief />
    </aside>
  );
}
