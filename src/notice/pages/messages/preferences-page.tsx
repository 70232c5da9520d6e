import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { noticeApi, type PreferencesJson } from '../../contract.ts';
import { noticeKinds } from '../../domain/index.ts';
import '../notice.css';

/** Which messages also go to one's e-mail. */
export function PreferencesPage() {
  const client = useQueryClient();
  const preferences = useQuery(queryFor(noticeApi.readPreferences, {}));
  usePageTitle('邮件提醒');
  if (preferences.error) return <Failure error={preferences.error} onRetry={() => void preferences.refetch()} />;
  if (preferences.data === undefined) return <Waiting />;
  const { address, mailWorks, kinds } = preferences.data;
  const set = async (changed: PreferencesJson['kinds'][number]): Promise<void> => {
    try {
      const next = await send(noticeApi.setPreferences, { body: { kinds: [changed] } });
      client.setQueryData(keyOf(noticeApi.readPreferences), next);
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    }
  };
  return (
    <div className="notice-page notice-narrow">
      <h1>邮件提醒</h1>
      <p>{address === null ? '您还没有登记邮箱，请找系统管理员补上。' : `发到 ${address}。`}</p>
      {!mailWorks && <p className="notice-warning">系统管理员还没有开通邮件发送，下面的选择在开通以后起作用。</p>}
      <p>所有消息都在「消息」页里。下面勾选的，同时发到邮箱：</p>
      <ul className="notice-kinds">
        {kinds.map(({ kind, mail }) => (
          <li key={kind}>
            <Checkbox checked={mail} onChange={({ target }) => void set({ kind, mail: target.checked })}>
              {noticeKinds[kind].name}
            </Checkbox>
            <small>{noticeKinds[kind].note}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
