import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { entryFields } from '../../contract/fields.ts';
import { auditApi, type EntryRowJson } from '../../contract.ts';
import { actions } from '../../domain/actions.ts';
import { outcomeName } from '../../domain/entry.ts';
import { recordKinds } from '../../domain/note.ts';
import { CheckPanel } from './check-panel.tsx';
import { logColumns } from './log-columns.tsx';
import '../audit.css';

const route = getRouteApi('/admin/audit');
const words = { labels: { action: actions, kind: recordKinds, outcome: outcomeName } };
const keyOf = ({ seq }: EntryRowJson): string => String(seq);
const nameOf = ({ seq }: EntryRowJson): string => `第 ${seq} 条`;

/** Who did what, when and on what ground; and whether anybody has touched the record of it. */
export function LogPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayExport = useMay('audit.export');
  const listing = useListing({
    name: 'audit',
    fields: entryFields,
    columns: logColumns,
    ...words,
    search,
    usualSort: { key: 'seq', descending: true },
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const entries = useQuery({
    ...queryFor(auditApi.listEntries, { query: listing.query }),
    placeholderData: keepPreviousData,
  });
  usePageTitle('审计日志');
  return (
    <div className="page audit">
      <h1>审计日志</h1>
      {mayExport && <CheckPanel />}
      <Listing
        listing={listing}
        label="审计日志"
        answer={entries.data}
        error={entries.error}
        onRetry={() => void entries.refetch()}
        keyOf={keyOf}
        nameOf={nameOf}
        onOpen={({ seq }) => void navigate({ to: '/admin/audit/$seq', params: { seq: String(seq) } })}
        searchHint="对象、人员、单位或理由中的字"
        quick={['action', 'outcome']}
        {...(mayExport && {
          exportAddress: (query: object) => addressFor(auditApi.exportEntries, undefined, query),
        })}
        empty={
          <Empty title="还没有日志">
            <p>有人登录、改动或被拒绝以后，就会出现在这里。</p>
          </Empty>
        }
      />
    </div>
  );
}
