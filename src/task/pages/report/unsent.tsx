import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { momentWords } from '../parts/today.ts';
import { useUnsent } from './use-unsent.ts';
import './report.css';

/** What this browser still holds: reports that were handed in without network, or that the server did not take. */
export function UnsentReports() {
  const { reports, busy, again } = useUnsent();
  if (reports.length === 0) return null;
  return (
    <section className="report-unsent" aria-label="未报送的进展">
      <p role="status">
        <b>未报送：{reports.length} 份进展</b>
        还在这台设备上。连上网络以后会自动报送。
      </p>
      <ul>
        {reports.map(({ key, taskId, dutyId, title, at, refused }) => (
          <li key={key}>
            <Link to="/tasks/$taskId/report" params={{ taskId }} search={{ duty: dutyId }}>
              {title}
            </Link>
            <small>{momentWords(at)}</small>
            {refused.length > 0 && <span className="report-refused">没有收下：{refused.join('')}</span>}
          </li>
        ))}
      </ul>
      <Button loading={busy} onClick={again}>
        现在报送
      </Button>
    </section>
  );
}
