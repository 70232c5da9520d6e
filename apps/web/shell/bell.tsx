import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryFor } from '../../../platform/web/api.ts';
import { noticeApi } from '../../../src/notice/contract.ts';

const ASK_MS = 30_000;
const MOST_SHOWN = 99;

/** The way to the messages, with how many are unread. */
export function Bell() {
  const { data } = useQuery({ ...queryFor(noticeApi.readUnread, {}), refetchInterval: ASK_MS, staleTime: ASK_MS });
  const unread = data?.unread ?? 0;
  return (
    <Link
      to={'/messages' as string}
      className="shell-tool shell-bell"
      aria-label={unread === 0 ? '消息，没有未读' : `消息，${unread} 条未读`}
    >
      <BellOutlined aria-hidden="true" />
      {unread > 0 && <b aria-hidden="true">{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</b>}
    </Link>
  );
}
