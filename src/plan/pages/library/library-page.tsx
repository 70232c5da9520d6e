import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { keyOf, queryFor } from '../../../../platform/web/api.ts';
import { useShortcuts } from '../../../../platform/web/shortcuts/registry.ts';
import { type PlanSummaryJson, planApi } from '../../contract.ts';
import type { PlanStatus } from '../../domain/model.ts';
import { DropZone } from '../upload/drop-zone.tsx';
import { UploadList } from '../upload/upload-list.tsx';
import { onUploadDone, upload } from '../upload/uploads.ts';
import { statusWord } from '../wording/words.ts';
import { PlanList } from './plan-list.tsx';
import { SearchBar } from './search-bar.tsx';
import './library.css';

const route = getRouteApi('/');
const PAGE_SIZE = 20;
const statusOf = (status: string | undefined): PlanStatus | undefined =>
  status !== undefined && Object.hasOwn(statusWord, status) ? (status as PlanStatus) : undefined;

/** The first page: bring documents in, and find the plans that came of them. */
export function LibraryPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const status = statusOf(search.status);
  const { text, page = 1 } = search;
  const query = { page, pageSize: PAGE_SIZE, ...(text && { text }), ...(status && { status }) };
  const plans = useQuery({ ...queryFor(planApi.listPlans, { query }), placeholderData: keepPreviousData });

  useEffect(() => onUploadDone(() => void client.invalidateQueries({ queryKey: keyOf(planApi.listPlans) })), [client]);
  useEffect(() => {
    document.title = '方案清单 · 经纬';
  }, []);
  useShortcuts('方案清单', [
    { keys: ['/'], label: '搜索', run: () => document.getElementById('plan-search')?.focus() },
    {
      keys: ['i'],
      label: '导入文件',
      run: () => document.querySelector<HTMLInputElement>('.drop-zone input')?.click(),
    },
  ]);

  const open = ({ id }: PlanSummaryJson) => void navigate({ to: '/plans/$planId', params: { planId: id } });
  return (
    <div className="library">
      <h1>方案清单</h1>
      <DropZone
        title="把公文拖到这里，或者选择文件"
        hint="Word、PDF、网页、文本、WPS、ODT、RTF，每个不超过 50 MB，可以一次几个。"
        onFiles={(files) => upload(files)}
      />
      <UploadList />
      <section className="library-plans" aria-label="方案">
        <SearchBar
          text={text ?? ''}
          status={status}
          onChange={(next) =>
            void navigate({ search: { ...search, ...next, page: undefined } as never, replace: true })
          }
        />
        <PlanList
          plans={plans.data?.plans}
          error={plans.error}
          onRetry={() => void plans.refetch()}
          filtered={Boolean(text) || status !== undefined}
          onOpen={open}
          paging={{
            page,
            pageSize: PAGE_SIZE,
            total: plans.data?.total ?? 0,
            onPage: (next) => void navigate({ search: { ...search, page: next } }),
          }}
        />
      </section>
    </div>
  );
}
