import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type DeliveryJson, deliveryFields, noticeApi } from '../../contract.ts';
import { momentOf } from '../moment.ts';
import { channelNames, kindNames, stateNames } from '../words.ts';
import { deliveryColumns } from './delivery-columns.tsx';
import '../notice.css';

const route = getRouteApi('/admin/outbox');
const labels = { kind: kindNames, channel: channelNames, state: stateNames };
const LOOK_AGAIN_MS = 5_000;
const idOf = ({ id }: DeliveryJson): string => id;
const nameOf = ({ target }: DeliveryJson): string => target;

/** How e-mails and web hooks fare, without what they say; what stopped waits for a decision. */
export function OutboxPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const listing = useListing({
    name: 'outbox',
    fields: deliveryFields,
    columns: deliveryColumns,
    labels,
    search,
    usualSort: { key: 'createdAt', descending: true },
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const deliveries = useQuery({
    ...queryFor(noticeApi.listDeliveries, { query: listing.query }),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_AGAIN_MS,
  });
  usePageTitle('发件箱');
  return (
    <div className="notice-page">
      <div className="notice-head">
        <h1>发件箱</h1>
        <Link to="/admin/notice">消息发送设置</Link>
      </div>
      <Figures />
      <Listing
        listing={listing}
        label="发件箱"
        answer={deliveries.data}
        error={deliveries.error}
        onRetry={() => void deliveries.refetch()}
        keyOf={idOf}
        nameOf={nameOf}
        searchHint="送往哪里"
        quick={['state']}
        empty={
          <Empty title="发件箱是空的">
            <p>设好发信服务器或网络钩子以后，要发出去的消息会出现在这里。</p>
          </Empty>
        }
      />
    </div>
  );
}

function Figures() {
  const { data } = useQuery({ ...queryFor(noticeApi.readOutboxState, {}), refetchInterval: LOOK_AGAIN_MS });
  if (data === undefined) return null;
  return (
    <p className="notice-figures">
      <span>
        等待 <b>{data.waiting}</b>
        {data.oldestWaiting !== null && ` 最早 ${momentOf(data.oldestWaiting)}`}
      </span>
      <span className={data.failed > 0 ? 'notice-bad' : ''}>
        失败 <b>{data.failed}</b>
      </span>
      <span className={data.uncertain > 0 ? 'notice-bad' : ''}>
        不知是否送达 <b>{data.uncertain}</b>
      </span>
      <span>
        今天送达 <b>{data.sentToday}</b>
      </span>
    </p>
  );
}
