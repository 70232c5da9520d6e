import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useEffect } from 'react';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type MessageJson, messageFields, noticeApi } from '../../contract.ts';
import { importanceNames, kindNames } from '../words.ts';
import { messageColumns } from './message-columns.tsx';
import { MessageDialog } from './message-dialog.tsx';
import '../notice.css';

const route = getRouteApi('/messages');
const labels = { kind: kindNames, importance: importanceNames };
const idOf = ({ id }: MessageJson): string => id;
const nameOf = ({ title }: MessageJson): string => title;

/** One's own messages; opening one marks it as read. */
export function MessagesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { unread, at } = search;
  const more = unread === true ? ({ unread } as const) : {};
  const listing = useListing({
    name: 'messages',
    fields: messageFields,
    columns: messageColumns,
    labels,
    search,
    usualSort: { key: 'at', descending: true },
    onSearch: (next, replace) => void navigate({ search: { ...next, ...more }, replace }),
  });
  const messages = useQuery({
    ...queryFor(noticeApi.listMessages, { query: { ...listing.query, ...more } }),
    placeholderData: keepPreviousData,
  });
  usePageTitle('消息');
  const { read, readAll } = useReading();
  const open = messages.data?.rows.find(({ id }) => id === at);
  const isNew = open !== undefined && open.readAt === null;
  useEffect(() => {
    if (isNew && at !== undefined) read(at);
  }, [isNew, at, read]);
  return (
    <div className="notice-page">
      <div className="notice-head">
        <h1>消息</h1>
        <Link to="/messages/mail">邮件提醒</Link>
      </div>
      <Listing
        listing={listing}
        label="消息"
        answer={messages.data}
        error={messages.error}
        onRetry={() => void messages.refetch()}
        keyOf={idOf}
        nameOf={nameOf}
        onOpen={({ id }) => void navigate({ search: { ...search, at: id } })}
        searchHint="标题和内容中的字"
        quick={['kind']}
        rowClass={({ readAt }) => (readAt === null ? 'notice-unread' : '')}
        tools={
          <>
            <Checkbox
              checked={unread === true}
              onChange={({ target }) =>
                void navigate({ search: { ...search, page: undefined, unread: target.checked || undefined } as never })
              }
            >
              只看未读
            </Checkbox>
            <Button onClick={readAll}>全部记为已读</Button>
          </>
        }
        empty={
          <Empty title={unread === true ? '没有未读的消息' : '还没有消息'}>
            <p>有人交办、催办、答复，或者方案发布时，会在这里告诉您。</p>
          </Empty>
        }
      />
      {open !== undefined && (
        <MessageDialog
          message={open}
          onClose={() => {
            const { at: _at, ...rest } = search;
            void navigate({ search: rest });
          }}
        />
      )}
    </div>
  );
}

/** Marks messages as read, and has the list and the figure at the bell read anew. */
function useReading(): { read(id: string): void; readAll(): void } {
  const client = useQueryClient();
  const after = ({ unread }: { readonly unread: number }): void => {
    client.setQueryData(keyOf(noticeApi.readUnread), { unread });
    void client.invalidateQueries({ queryKey: keyOf(noticeApi.listMessages) });
  };
  return {
    // What could not be marked stays unread, and is marked when it is opened again.
    read: (id) => void send(noticeApi.markRead, { body: { ids: [id] } }).then(after, () => undefined),
    readAll: () => void send(noticeApi.markAllRead, {}).then(after, () => undefined),
  };
}
