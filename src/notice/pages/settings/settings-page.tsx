import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { keyOf, queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type NoticeSettingsJson, noticeApi } from '../../contract.ts';
import { GeneralCard } from './general-card.tsx';
import { Hooks } from './hooks.tsx';
import { MailCard } from './mail-card.tsx';
import '../notice.css';

/** How messages leave the house: mail server, links, web hooks. */
export function SettingsPage() {
  const client = useQueryClient();
  const settings = useQuery(queryFor(noticeApi.readSettings, {}));
  usePageTitle('消息发送');
  if (settings.error && settings.data === undefined)
    return <Failure error={settings.error} onRetry={() => void settings.refetch()} />;
  if (settings.data === undefined) return <Waiting lines={8} />;
  const saved = (next: NoticeSettingsJson): void => {
    client.setQueryData(keyOf(noticeApi.readSettings), next);
    notify('已经保存。');
  };
  const { data } = settings;
  return (
    <div className="notice-page notice-narrow">
      <div className="notice-head">
        <h1>消息发送</h1>
        <Link to="/admin/outbox">发件箱</Link>
      </div>
      <p>消息总在系统内送达。这里设定还怎样送出去。改动和试发都记入审计日志；密码和密钥加密保存，不再显示。</p>
      <h2>发信服务器</h2>
      <MailCard settings={data} onSaved={saved} />
      <h2>链接和范围</h2>
      <GeneralCard settings={data} onSaved={saved} />
      <h2>网络钩子</h2>
      <Hooks settings={data} onSaved={saved} />
    </div>
  );
}
