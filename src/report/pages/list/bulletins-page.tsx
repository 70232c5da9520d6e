import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import {
  type BulletinBox,
  type BulletinRowJson,
  bulletinBoxes,
  bulletinFields,
  bulletinLabels,
  reportApi,
} from '../../contract.ts';
import { bulletinColumns } from './bulletin-columns.tsx';
import '../bulletins.css';

const route = getRouteApi('/bulletins');
const panel = 'bulletin-box';
const picks = { region: 'region', chain: 'chain' } as const;
const boxNames: Readonly<Record<BulletinBox, string>> = {
  all: '全部',
  draft: '起草中',
  review: '待签发',
  signed: '已签发',
  out: '已发出',
  withdrawn: '已作废',
};

/** Bulletins, briefings, ledgers, lists of duties and letters, by where they are in their life. */
export function BulletinsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('通报简报');
  const box: BulletinBox = search.box ?? 'all';
  const kept = box === 'all' ? {} : { box };
  const listing = useListing<BulletinRowJson>({
    ...{ name: 'bulletins', fields: bulletinFields, columns: bulletinColumns, labels: bulletinLabels, picks, search },
    onSearch: (next, replace) => void navigate({ search: { ...next, ...kept }, replace }),
  });
  const found = useQuery({
    ...queryFor(reportApi.listBulletins, { query: { ...listing.query, box } }),
    placeholderData: keepPreviousData,
  });
  const counts = useQuery(queryFor(reportApi.countBulletins, {}));
  const may = counts.data?.may;
  const shown = bulletinBoxes.filter((key) => may?.write === true || key === 'all');
  return (
    <div className="page bulletins-page">
      <div className="bulletins-head">
        <h1>通报简报</h1>
        {may?.write === true && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden="true" />}
            onClick={() => void navigate({ to: '/bulletins/new' })}
          >
            写文稿
          </Button>
        )}
      </div>
      <p className="bulletins-under">
        文稿由冻结的调度自动写成，每个数都能点开看来历。改好以后由另一个人签发、编号、发送、归档。
      </p>
      {shown.length > 1 && (
        <Tabs
          label="通报简报"
          tabs={shown.map((key) => ({ key, title: boxNames[key], ...countOf(key, counts.data?.counts) }))}
          chosen={box}
          onChoose={(key) => void navigate({ search: key === 'all' ? {} : { box: key } })}
          panel={panel}
        />
      )}
      <div id={panel} {...(shown.length > 1 && { role: 'tabpanel', 'aria-labelledby': `${panel}-${box}` })}>
        <Listing
          listing={listing}
          label="通报简报"
          answer={found.data}
          error={found.error}
          onRetry={() => void found.refetch()}
          keyOf={({ id }) => id}
          nameOf={({ title }) => title}
          onOpen={({ id }) => void navigate({ to: '/bulletins/$bulletinId', params: { bulletinId: id } })}
          searchHint="标题、文号或单位中的字"
          quick={['kind']}
          exportAddress={(query) => addressFor(reportApi.exportBulletins, undefined, { ...query, box })}
          empty={
            <Empty title={box === 'all' ? '还没有文稿' : `没有${boxNames[box]}的文稿`}>
              <p>
                {may?.write === true
                  ? '调度冻结以后，点“写文稿”就能生成通报、简报、台账、责任清单和督办函。'
                  : '发给您的单位和您能看的文稿会列在这里。'}
              </p>
            </Empty>
          }
        />
      </div>
    </div>
  );
}

function countOf(
  box: BulletinBox,
  counts: readonly { readonly state: string; readonly count: number }[] | undefined,
): { readonly count?: number } {
  if (counts === undefined || box === 'all') return {};
  const states = box === 'out' ? ['sent', 'archived'] : [box];
  return { count: counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0) };
}
