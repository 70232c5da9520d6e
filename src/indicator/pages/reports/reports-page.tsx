import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type ReportJson, readingApi } from '../../contract/reading-api.ts';
import { ReportCard } from './report-card.tsx';
import './reports.css';

/** With more than these, a box finds them by name. */
const many = 8;

/** Saved tables: one's own, and those that others share. */
export function ReportsPage() {
  usePageTitle('报表');
  const answer = useQuery(queryFor(readingApi.listReports, {}));
  const [words, setWords] = useState('');
  if (answer.error && answer.data === undefined)
    return <Failure error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Waiting lines={8} />;
  const { reports } = answer.data;
  const found = reports.filter(({ name, owner }) =>
    [name, owner.name, owner.unit].some((text) => text.includes(words.trim())),
  );
  return (
    <div className="page indicator-page reports-page">
      <h1>报表</h1>
      {reports.length === 0 ? (
        <Empty title="还没有保存的报表">
          <p>
            在<Link to="/analysis">分析</Link>或<Link to="/matrix">经纬矩阵</Link>
            里调好一张表，点“保存”。可以共享给本单位、本地区，也可以定时生成 Excel。
          </p>
        </Empty>
      ) : (
        <>
          {reports.length > many && (
            <Input
              type="search"
              aria-label="查找报表"
              placeholder="名称、保存人中的字"
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          )}
          <Part title="我的" reports={found.filter(({ mine }) => mine)} />
          <Part title="别人共享的" reports={found.filter(({ mine }) => !mine)} />
          {found.length === 0 && <p className="pale">没有找到。</p>}
        </>
      )}
    </div>
  );
}

function Part({ title, reports }: { readonly title: string; readonly reports: readonly ReportJson[] }) {
  if (reports.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>
        {title} <small>{reports.length}</small>
      </h2>
      <div className="report-list">
        {reports.map((report) => (
          <ReportCard key={report.id} report={report} />
        ))}
      </div>
    </section>
  );
}

const route = getRouteApi('/reports/$reportId');

/** One saved table, where a message about it leads. */
export function ReportPage() {
  const { reportId } = route.useParams();
  const navigate = route.useNavigate();
  const answer = useQuery(queryFor(readingApi.readReport, { params: { reportId } }));
  usePageTitle(answer.data?.name ?? '报表');
  if (answer.error) return <Failure error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Waiting lines={6} />;
  return (
    <div className="page indicator-page reports-page">
      <ReportCard report={answer.data} alone onGone={() => void navigate({ to: '/reports' })} />
    </div>
  );
}
