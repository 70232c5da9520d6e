import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { accountApi, type OwnAccountJson } from '../../contract.ts';
import { momentOf } from '../parts/moment.ts';
import { Enrolment } from './enrolment.tsx';
import { useProof } from './proof.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useRefresh } from './refresh.ts';

interface Props {
  readonly own: OwnAccountJson;
  readonly due: boolean;
}

/** The authenticator: to bind one, to take it away, and the codes for the day on which the telephone is lost. */
export function SecondFactorPart({ own: { login, secondFactor }, due }: Props) {
  const [secret, setSecret] = useState<{ secret: string; uri: string } | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const withProof = useProof();
  const refresh = useRefresh();
  const tell = (work: () => Promise<void>) => () =>
    void withProof(work).catch((error: unknown) => notify(sentencesOf(error).join(''), { tone: 'bad' }));

  const begin = tell(async () => setSecret(await send(accountApi.beginSecondFactor, {})));
  const renew = tell(async () => {
    setCodes((await send(accountApi.renewRecoveryCodes, {})).codes);
    await refresh();
  });
  const remove = tell(async () => {
    await send(accountApi.removeSecondFactor, {});
    await refresh();
    notify('动态口令已取消。');
  });

  return (
    <section className="me-part" aria-label="动态口令">
      <h2>动态口令</h2>
      {codes !== null ? (
        <RecoveryCodes
          codes={codes}
          login={login}
          onKept={() => {
            setCodes(null);
            void refresh();
          }}
        />
      ) : secret !== null ? (
        <Enrolment
          secret={secret.secret}
          uri={secret.uri}
          onBound={(made) => {
            setSecret(null);
            setCodes(made);
          }}
          onCancel={() => setSecret(null)}
        />
      ) : secondFactor.boundAt === null ? (
        <>
          <p>
            登录时除密码外，再输手机上验证器显示的六位数字。别人知道了密码也进不来。
            {due && (
              <span className="me-tag" data-tone="warning">
                必须绑定
              </span>
            )}
          </p>
          <Button type={due ? 'primary' : 'default'} onClick={begin}>
            绑定验证器
          </Button>
        </>
      ) : (
        <>
          <p>
            <span className="me-tag">已绑定</span> {momentOf(secondFactor.boundAt)} 绑定。还有{' '}
            {secondFactor.recoveryCodesLeft} 个恢复码没有用过。
          </p>
          <div className="me-buttons">
            <Popconfirm title="旧的恢复码会全部作废，继续吗？" okText="换一套" cancelText="不换" onConfirm={renew}>
              <Button>换一套恢复码</Button>
            </Popconfirm>
            {!secondFactor.required && (
              <Popconfirm
                title="以后登录只凭密码，继续吗？"
                okText="取消动态口令"
                cancelText="不取消"
                onConfirm={remove}
              >
                <Button danger>取消动态口令</Button>
              </Popconfirm>
            )}
          </div>
          {secondFactor.required && (
            <p className="account-help">您的岗位必须用动态口令。换手机时请找安全管理员重置。</p>
          )}
        </>
      )}
    </section>
  );
}
