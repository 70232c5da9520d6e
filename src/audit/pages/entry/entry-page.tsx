import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { auditApi, type EntryDetailJson } from '../../contract.ts';
import { actionName } from '../../domain/actions.ts';
import { OutcomeTag } from '../outcome-tag.tsx';
import { ChangesTable } from './changes-table.tsx';
import { Facts } from './facts.tsx';
import '../audit.css';

const route = getRouteApi('/admin/audit/$seq');

/** One entry of the log: who, as which post, when, where from, which record, what before and after. */
export function EntryPage() {
  const seq = Number(route.useParams().seq);
  const entry = useQuery(queryFor(auditApi.readEntry, { params: { seq } }));
  usePageTitle(`第 ${seq} 条`);
  if (entry.error) return <Failure error={entry.error} onRetry={() => void entry.refetch()} />;
  if (entry.data === undefined) return <Waiting lines={8} />;
  return <Entry entry={entry.data} />;
}

function Entry({ entry }: { readonly entry: EntryDetailJson }) {
  const { seq, action, outcome, refusals, changes } = entry;
  return (
    <article className="page audit audit-entry">
      <h1>
        {actionName(action)} <OutcomeTag outcome={outcome} />
      </h1>
      <Facts entry={entry} />
      {refusals.length > 0 && (
        <section>
          <h2>为什么被拒绝</h2>
          <ul>
            {refusals.map(({ code, message }) => (
              <li key={`${code} ${message}`}>{message}</li>
            ))}
          </ul>
        </section>
      )}
      <ChangesTable changes={changes} />
      <nav className="audit-near" aria-label="前后的日志">
        {seq > 1 && (
          <Link to="/admin/audit/$seq" params={{ seq: String(seq - 1) }}>
            ‹ 第 {seq - 1} 条
          </Link>
        )}
        <Link to="/admin/audit">全部日志</Link>
        <Link to="/admin/audit/$seq" params={{ seq: String(seq + 1) }}>
          第 {seq + 1} 条 ›
        </Link>
      </nav>
    </article>
  );
}
