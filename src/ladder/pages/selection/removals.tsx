import { useQuery } from '@tanstack/react-query';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { selectionApi } from '../../contract.ts';
import { RemovalTable } from './parts/removal-table.tsx';

/** Titles that are to be taken away, and what became of it. */
export function Removals() {
  const removals = useQuery(queryFor(selectionApi.listRemovals, {}));
  if (removals.error && removals.data === undefined)
    return <Failure error={removals.error} onRetry={() => void removals.refetch()} />;
  if (removals.data === undefined) return <Waiting lines={4} />;
  if (removals.data.rows.length === 0)
    return (
      <Empty title="没有要退出的称号">
        <p>在“称号复核”里找出不再够条件的，告知企业，到那一天称号就终止。</p>
      </Empty>
    );
  return <RemovalTable rows={removals.data.rows} />;
}
