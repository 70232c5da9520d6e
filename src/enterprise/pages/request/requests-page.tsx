import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Pagination } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { enterpriseApi, type RequestBox, requestBoxes } from '../../contract.ts';
import { RequestCard } from './request-card.tsx';
import '../parts/enterprise.css';

const route = getRouteApi('/enterprises/requests');
const panel = 'request-box';
const pageSize = 20;
const boxTitles: Readonly<Record<RequestBox, string>> = { open: '待核定', decided: '已办', all: '全部' };

/** What enterprises ask to have changed in their files. */
export function RequestsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('变更申请');
  const { enterpriseId, requestId, page = 1 } = search;
  const box: RequestBox = search.box ?? 'open';
  const query = { box, page, pageSize, ...(enterpriseId !== undefined && { enterpriseId }) };
  const requests = useQuery({
    ...queryFor(enterpriseApi.listRequests, { query }),
    placeholderData: keepPreviousData,
  });
  const one = useQuery({
    ...queryFor(enterpriseApi.readRequest, { params: { requestId: requestId ?? '' } }),
    enabled: requestId !== undefined,
  });
  const others = requests.data?.rows.filter(({ id }) => id !== one.data?.id) ?? [];
  return (
    <div className="page page-narrow">
      <h1>变更申请</h1>
      {one.error && <Failure error={one.error} />}
      {one.data !== undefined && <RequestCard key={one.data.revision} request={one.data} named />}
      <Tabs
        label="哪些申请"
        tabs={requestBoxes.map((key) => ({ key, title: boxTitles[key] }))}
        chosen={box}
        onChoose={(key) =>
          void navigate({
            search: { ...(enterpriseId && { enterpriseId }), ...(key !== 'open' && { box: key }) },
          })
        }
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${box}`}>
        {requests.error && requests.data === undefined ? (
          <Failure error={requests.error} onRetry={() => void requests.refetch()} />
        ) : requests.data === undefined ? (
          <Waiting lines={6} />
        ) : others.length === 0 && one.data === undefined ? (
          <Empty title={box === 'open' ? '没有等待核定的申请' : '还没有变更申请'}>
            <p>企业在“本企业”里申请变更以后，列在这里。</p>
          </Empty>
        ) : (
          <>
            {others.map((request) => (
              <RequestCard key={`${request.id} ${request.revision}`} request={request} named />
            ))}
            {requests.data.total > pageSize && (
              <Pagination
                current={page}
                pageSize={pageSize}
                total={requests.data.total}
                showSizeChanger={false}
                onChange={(next) => void navigate({ search: { ...search, page: next } })}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
}
