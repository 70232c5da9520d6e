import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { accountApi, type OpenSessionJson, type OwnAccountJson } from '../../contract.ts';
import { momentOf } from '../parts/moment.ts';
import { useRefresh } from './refresh.ts';

const methods = { password: '密码', 'sign-on': '统一身份认证', link: '一次性链接' } as const;

/** Where one is logged in; each can be ended from here. */
export function SessionsPart({ own }: { readonly own: OwnAccountJson }) {
  const sessions = useQuery(queryFor(accountApi.listSessions, {}));
  const refresh = useRefresh();
  const tell = (work: Promise<{ readonly ended: number }>): void =>
    void work.then(
      ({ ended }) => {
        notify(ended === 0 ? '它已经退出了。' : `已退出 ${ended} 处。`);
        void refresh();
      },
      (error: unknown) => notify(sentencesOf(error).join(''), { tone: 'bad' }),
    );
  const list = sessions.data?.sessions;
  return (
    <section className="me-part" aria-label="登录的地方">
      <h2>登录的地方</h2>
      {own.lastLoginAt !== null && (
        <p>
          最近一次登录：{momentOf(own.lastLoginAt)}，从 {own.lastLoginFrom}。不认识的请马上退出，并改密码。
        </p>
      )}
      {list === undefined ? (
        sessions.error ? (
          <Failure error={sessions.error} onRetry={() => void sessions.refetch()} />
        ) : (
          <Waiting lines={2} />
        )
      ) : (
        <>
          <ul className="me-places">
            {list.map((each) => (
              <Place
                key={each.id}
                session={each}
                onEnd={() => tell(send(accountApi.endSession, { params: { sessionId: each.id } }))}
              />
            ))}
          </ul>
          {list.length > 1 && <Button onClick={() => tell(send(accountApi.endSessions, {}))}>别处全部退出</Button>}
        </>
      )}
    </section>
  );
}

function Place({ session, onEnd }: { readonly session: OpenSessionJson; onEnd(): void }) {
  const { own, device, from, method, startedAt, seenAt } = session;
  return (
    <li>
      <b>{device}</b>
      <span>{from}</span>
      <small>
        {momentOf(startedAt)} 用{methods[method]}登录，{momentOf(seenAt)} 还在用
      </small>
      {own ? (
        <span className="me-tag">就是这里</span>
      ) : (
        <Button size="small" onClick={onEnd} aria-label={`退出 ${device}，${from}`}>
          退出
        </Button>
      )}
    </li>
  );
}
