import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { workApi } from '../../contract.ts';
import { WorkName } from '../list/work-columns.tsx';

const MOST = 8;
const days = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const dayName = (day: string): string => days[new Date(day).getUTCDay()] ?? '';

/** What is to be done by the end of this week. */
export function WeekCard() {
  const query = { box: 'todo', due: 'week', pageSize: MOST } as const;
  const items = useQuery(queryFor(workApi.listWork, { query }));
  return (
    <section className="desk-card" aria-labelledby="desk-week">
      <h2 id="desk-week">
        本周到期{' '}
        <Link to="/work" search={{ box: 'todo', due: 'week' }}>
          全部
        </Link>
      </h2>
      {items.error && items.data === undefined && <Failure error={items.error} onRetry={() => void items.refetch()} />}
      {items.isPending && <Waiting lines={3} />}
      {items.data?.rows.length === 0 && <p className="desk-nothing">本周没有到期的事项。</p>}
      <ul className="desk-lines desk-lines-short">
        {items.data?.rows.map((item) => (
          <li key={item.id}>
            <WorkName item={item} />
            <span className={item.overdue ? 'work-late' : 'desk-due'}>
              {item.dueOn !== null && `${dayName(item.dueOn)} ${item.dueOn.slice(5)}`}
              {item.overdue && ' 已逾期'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
