import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { noticeApi } from '../../../notice/contract.ts';
import { momentOf } from '../wording/words.ts';

const MOST = 6;

/** The latest messages; unread ones say so. */
export function MessageCard() {
  const messages = useQuery(queryFor(noticeApi.listMessages, { query: { pageSize: MOST } }));
  return (
    <section className="desk-card" aria-labelledby="desk-messages">
      <h2 id="desk-messages">
        消息 <Link to="/messages">全部</Link>
      </h2>
      {messages.error && messages.data === undefined && (
        <Failure error={messages.error} onRetry={() => void messages.refetch()} />
      )}
      {messages.isPending && <Waiting lines={3} />}
      {messages.data?.rows.length === 0 && <p className="desk-nothing">还没有消息。</p>}
      <ul className="desk-lines desk-lines-short">
        {messages.data?.rows.map(({ id, title, at, readAt }) => (
          <li key={id}>
            <Link to="/messages" search={{ at: id }} className={readAt === null ? 'desk-unread' : ''}>
              {readAt === null && <span className="desk-new">未读</span>}
              {title}
            </Link>
            <span className="desk-due">{momentOf(at).slice(5)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
