import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type WorkRowJson, workApi, workFields } from '../../contract.ts';
import { stateNames, workKinds } from '../../domain/index.ts';
import type { Box } from '../index.ts';
import { boxNames } from '../wording/words.ts';
import { workColumns } from './work-columns.tsx';

const route = getRouteApi('/work');
const labels = { state: stateNames, kind: workKinds, importance: { normal: '一般', high: '重要' } };
const idOf = ({ id }: WorkRowJson): string => id;
const nameOf = ({ title }: WorkRowJson): string => title;
const panel = 'work-box';

/** All work, box by box. */
export function WorkPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const assigns = useMay('work.assign');
  const { box = 'todo', due } = search;
  const listing = useListing({
    name: 'work',
    fields: workFields,
    columns: workColumns,
    labels,
    search,
    onSearch: (next, replace) => void navigate({ search: { ...next, box, ...(due && { due }) }, replace }),
  });
  const which = { box, ...(due && { due }) };
  const items = useQuery({
    ...queryFor(workApi.listWork, { query: { ...listing.query, ...which } }),
    placeholderData: keepPreviousData,
  });
  usePageTitle('全部事项');
  const shown = (Object.keys(boxNames) as Box[]).filter((key) => key !== 'scope' || assigns);
  return (
    <div className="page work-page">
      <div className="work-head">
        <h1>全部事项</h1>
        {assigns && (
          <Button type="primary" onClick={() => void navigate({ to: '/give' })}>
            交办事项
          </Button>
        )}
      </div>
      <Tabs
        label="事项"
        tabs={shown.map((key) => ({ key, title: boxNames[key] }))}
        chosen={box}
        onChoose={(key) => void navigate({ search: { box: key, ...(due && { due }) } })}
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-label={boxNames[box]}>
        <Listing
          listing={listing}
          label={boxNames[box]}
          answer={items.data}
          error={items.error}
          onRetry={() => void items.refetch()}
          keyOf={idOf}
          nameOf={nameOf}
          onOpen={({ id }) => void navigate({ to: '/work/$workId', params: { workId: id } })}
          searchHint="事项、承办、交办人中的字"
          quick={['state']}
          exportAddress={(query) => addressFor(workApi.exportWork, undefined, { ...query, ...which })}
          tools={
            <Select
              aria-label="期限"
              value={due ?? ''}
              onChange={(value) =>
                void navigate({ search: { ...search, due: value === '' ? undefined : value } as never })
              }
              options={[
                { value: '', label: '不限期限' },
                { value: 'week', label: '本周到期' },
                { value: 'overdue', label: '已逾期' },
              ]}
            />
          }
          empty={<Nothing box={box} />}
        />
      </div>
    </div>
  );
}

const hints: Readonly<Record<Box, string>> = {
  todo: '交办给您、您的岗位或单位的事项，会出现在这里。',
  done: '办结和退回的事项，会出现在这里。',
  given: '您交办的事项和它们的进展，会出现在这里。',
  copied: '抄送给您、您的岗位或单位的事项，会出现在这里。',
  scope: '本范围内各单位的事项，会出现在这里。',
};

export const Nothing = ({ box }: { readonly box: Box }) => (
  <Empty title={`没有${box === 'scope' ? '事项' : `${boxNames[box]}的事项`}`}>
    <p>{hints[box]}</p>
  </Empty>
);
