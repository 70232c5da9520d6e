import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { type EnterpriseJson, enterpriseApi } from '../../contract.ts';
import { today } from '../parts/words.ts';
import { RequestCard } from '../request/request-card.tsx';
import { toDoOf } from './to-do.ts';

/** What it should see to, and what it has asked for. */
export function Asked({ enterprise, own }: { readonly enterprise: EnterpriseJson; readonly own: boolean }) {
  const todo = enterprise.asOf === null ? toDoOf(enterprise, today()) : [];
  const query = { enterpriseId: enterprise.id, box: 'all' as const, pageSize: own ? 10 : 3 };
  const requests = useQuery(queryFor(enterpriseApi.listRequests, { query }));
  const rows = requests.data?.rows ?? [];
  return (
    <>
      {todo.length === 0 ? (
        <p className="pale">档案齐全，没有快到期的称号。</p>
      ) : (
        <ul className="enterprise-todo">
          {todo.map(({ key, words, by, urgent }) => (
            <li key={key} {...(urgent && { 'data-urgent': '' })}>
              <span>{words}</span>
              {by !== null && <small>{by < today() ? `${by} 已过` : `${by} 以前`}</small>}
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <>
          <h3>变更申请</h3>
          {rows.map((request) => (
            <RequestCard key={request.id} request={request} named={false} />
          ))}
          {!own && (requests.data?.total ?? 0) > rows.length && (
            <Link to="/enterprises/requests" search={{ box: 'all', enterpriseId: enterprise.id }}>
              全部 {requests.data?.total} 份
            </Link>
          )}
        </>
      )}
    </>
  );
}
