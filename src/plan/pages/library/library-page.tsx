import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { addressFor, keyOf, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { useShortcuts } from '../../../../platform/web/shortcuts/registry.ts';
import { type PlanRowJson, planApi, planFields } from '../../contract.ts';
import { DropZone } from '../upload/drop-zone.tsx';
import { UploadList } from '../upload/upload-list.tsx';
import { onUploadDone, upload } from '../upload/uploads.ts';
import { statusWord } from '../wording/words.ts';
import { planColumns } from './plan-columns.tsx';
import './library.css';

const route = getRouteApi('/plans');
const words = { labels: { status: statusWord }, picks: { region: 'region', unit: 'unit', chain: 'chain' } } as const;
const idOf = (plan: PlanRowJson): string => plan.id;
const nameOf = (plan: PlanRowJson): string => plan.title ?? plan.fileName;
const chooseFile = (): void => document.querySelector<HTMLInputElement>('.drop-zone input')?.click();

/** Bring documents in, and find the plans that came of them. */
export function LibraryPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const mayImport = useMay('plan.draft');
  const mayExport = useMay('plan.export');
  const listing = useListing({
    name: 'plans',
    fields: planFields,
    columns: planColumns,
    ...words,
    search,
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const plans = useQuery({
    ...queryFor(planApi.listPlans, { query: listing.query }),
    placeholderData: keepPreviousData,
  });

  usePageTitle('方案清单');
  useEffect(() => onUploadDone(() => void client.invalidateQueries({ queryKey: keyOf(planApi.listPlans) })), [client]);
  useShortcuts('方案清单', [{ keys: ['i'], label: '导入文件', run: chooseFile, enabled: mayImport }]);

  const { data } = plans;
  return (
    <div className="page library">
      <h1>方案清单</h1>
      {mayImport && (
        <DropZone
          title="把公文拖到这里，或者选择文件"
          hint="Word、PDF、网页、文本、WPS、ODT、RTF，每个不超过 50 MB，可以一次几个。"
          onFiles={(files) => upload(files)}
        />
      )}
      <UploadList />
      <Listing
        listing={listing}
        label="方案"
        answer={data && { rows: data.plans, total: data.total, capped: data.capped }}
        error={plans.error}
        onRetry={() => void plans.refetch()}
        keyOf={idOf}
        nameOf={nameOf}
        onOpen={({ id }) => void navigate({ to: '/plans/$planId', params: { planId: id } })}
        searchHint="标题、文号或机关中的字"
        quick={['status']}
        {...(mayExport && {
          exportAddress: (query: object) => addressFor(planApi.exportPlans, undefined, query),
        })}
        empty={<NothingYet mayImport={mayImport} />}
      />
    </div>
  );
}

const NothingYet = ({ mayImport }: { readonly mayImport: boolean }) => (
  <Empty title="还没有方案">
    {mayImport ? (
      <>
        <p>把印发的行动方案拖到上面的框里，几秒钟后就能看到它的指标、任务和奖补条款。</p>
        <Button onClick={chooseFile}>选择文件</Button>
      </>
    ) : (
      <p>当前岗位的范围里还没有方案。如果应当有，请问牵头单位，或切换到别的岗位。</p>
    )}
  </Empty>
);
