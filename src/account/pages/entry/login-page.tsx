import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { say } from '../../../../platform/messages/index.ts';
import { addressFor, queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { accountApi, type SessionJson } from '../../contract.ts';
import { PlainField } from '../parts/plain-field.tsx';
import { PlainForm } from '../parts/plain-form.tsx';
import { EntryCard } from './entry-card.tsx';
import { goOn, pageAfter } from './go-on.ts';
import { SecondFactorStep } from './second-factor-step.tsx';

const route = getRouteApi('/login');

/** The way in: login and password, then the code where one is bound; or single sign-on. */
export function LoginPage() {
  const { next, refused } = route.useSearch();
  usePageTitle('登录');
  const session = useQuery({ ...queryFor(accountApi.readSession, {}), gcTime: 0 });
  const [step, setStep] = useState<SessionJson | null>(null);
  const now = step ?? session.data;
  const isIn = now !== undefined && now.person !== null;
  useEffect(() => {
    if (isIn) goOn(now, next);
  }, [isIn, now, next]);

  if (now === undefined || isIn)
    return (
      <EntryCard title="登录经纬">
        {session.error ? (
          <Failure error={session.error} onRetry={() => void session.refetch()} />
        ) : (
          <Waiting lines={3} />
        )}
      </EntryCard>
    );
  if (now.state === 'second-factor')
    return (
      <EntryCard title="第二步：动态口令" lead="打开手机上的验证器，输入现在显示的六位数字。">
        <SecondFactorStep
          onIn={setStep}
          onBack={() => void send(accountApi.logout, {}).then(setStep, () => location.reload())}
        />
      </EntryCard>
    );
  return (
    <EntryCard title="登录经纬" lead="产业链行动方案的运行平台">
      <PlainForm
        label="登录"
        submitText="登录"
        before={reasonOf(refused)}
        check={({ login, password }) => (login?.trim() && password ? null : '请输入登录名和密码。')}
        onSubmit={async ({ login = '', password = '' }) => {
          setStep(await send(accountApi.login, { body: { login: login.trim(), password } }));
        }}
      >
        <PlainField name="login" label="登录名" autoComplete="username" autoFocus />
        <PlainField name="password" label="密码" autoComplete="current-password" secret />
      </PlainForm>
      {now.signOn !== null && (
        <>
          <div className="entry-or">或者</div>
          <Button block size="large" href={addressFor(accountApi.startSignOn, undefined, { next: pageAfter(next) })}>
            用{now.signOn.name}登录
          </Button>
        </>
      )}
      <p className="entry-note">
        <a href="/public/entitlements">不登录，先看看我能拿什么</a>
      </p>
      <p className="entry-note">
        {now.demo
          ? '这是演示：登录名和密码印在启动服务的窗口里。'
          : '没有账号，或者忘了密码，请找本单位的系统管理员要一次性链接。'}
      </p>
    </EntryCard>
  );
}

/** Only what a way in may be refused for: the address may say anything. */
const reasonOf = (code: string | undefined): string | null =>
  code !== undefined && /^(?:sign-on-[a-z]+|account-disabled)$/.test(code) ? say({ code }) : null;
