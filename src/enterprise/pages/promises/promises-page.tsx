import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Pagination } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { enterpriseApi, type PromiseBox, promiseBoxes, promiseBoxNames } from '../../contract.ts';
import { PromiseCard } from './promise-card.tsx';

const route = getRouteApi('/enterprises/promises');
const panel = 'promise-box';
const pageSize = 20;

/** Promises that a unit has to do with, or that enterprises in reach made and were made; the first days first. */
export function PromisesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('双方承诺');
  const { promiseId, page = 1 } = search;
  const box: PromiseBox = search.box ?? 'open';
  const list = useQuery({
    ...queryFor(enterpriseApi.listPromises, { query: { box, page, pageSize } }),
    placeholderData: keepPreviousData,
  });
  const one = useQuery({
    ...queryFor(enterpriseApi.listPromises, { query: { box: 'all', promiseId: promiseId ?? '' } }),
    enabled: promiseId !== undefined,
  });
  const [meant] = one.data?.promises ?? [];
  const others = list.data?.promises.filter(({ id }) => id !== meant?.id) ?? [];
  return (
    <div className="page page-narrow">
      <h1>双方承诺</h1>
      {one.error && <Failure error={one.error} />}
      {meant !== undefined && (
        <ul className="promises">
          <PromiseCard key={meant.revision} promise={meant} enterprise={null} />
        </ul>
      )}
      <Tabs
        label="哪些承诺"
        tabs={promiseBoxes.map((key) => ({ key, title: promiseBoxNames[key] }))}
        chosen={box}
        onChoose={(key) => void navigate({ search: key === 'open' ? {} : { box: key as PromiseBox } })}
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${box}`}>
        {list.error && list.data === undefined ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : list.data === undefined ? (
          <Waiting lines={6} />
        ) : others.length === 0 && meant === undefined ? (
          <Empty title={`没有${box === 'all' ? '' : promiseBoxNames[box]}承诺`}>
            <p>政府和企业的承诺在企业档案的“双方承诺”里登记。</p>
          </Empty>
        ) : (
          <>
            <ul className="promises">
              {others.map((promise) => (
                <PromiseCard key={`${promise.id} ${promise.revision}`} promise={promise} enterprise={null} />
              ))}
            </ul>
            {list.data.total > pageSize && (
              <Pagination
                current={page}
                pageSize={pageSize}
                total={list.data.total}
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
