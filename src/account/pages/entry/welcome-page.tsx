import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { accountApi, type SessionJson } from '../../contract.ts';
import { momentOf } from '../parts/moment.ts';
import { NewPassword, wrongWithNew } from '../parts/new-password.tsx';
import { PlainField } from '../parts/plain-field.tsx';
import { PlainForm } from '../parts/plain-form.tsx';
import { EntryCard } from './entry-card.tsx';
import { goOn } from './go-on.ts';
import { SecondFactorStep } from './second-factor-step.tsx';

/** Where a one-time link leads: its holder sets a password and is in. The secret stands behind `#`, never sent with the address. */
export function WelcomePage() {
  usePageTitle('设定密码');
  const [link] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [half, setHalf] = useState<SessionJson | null>(null);
  const found = useQuery({
    queryKey: ['link', link],
    queryFn: () => send(accountApi.readLink, { body: { link } }),
    enabled: link.length >= 20,
    retry: false,
    gcTime: 0,
  });
  const arrive = (session: SessionJson): void =>
    session.state === 'second-factor' ? setHalf(session) : goOn(session, '/');

  if (half !== null)
    return (
      <EntryCard title="密码已设定" lead="这个账号绑定了动态口令：请输入手机上现在显示的六位数字。">
        <SecondFactorStep onIn={arrive} onBack={() => location.assign('/login')} />
      </EntryCard>
    );
  if (link.length < 20 || found.error)
    return (
      <EntryCard title="链接不能用">
        <p role="alert">
          {link.length < 20
            ? '这个链接不完整，可能复制时少了一段。请从头到尾重新复制，或向系统管理员要一个新的。'
            : sentencesOf(found.error).join('')}
        </p>
        <p>
          <a href="/login">去登录页</a>
        </p>
      </EntryCard>
    );
  if (found.data === undefined)
    return (
      <EntryCard title="设定密码">
        <Waiting lines={3} />
      </EntryCard>
    );
  const { login, personName, expiresAt, firstTime } = found.data;
  const owner = { login, personName };
  return (
    <EntryCard
      title={firstTime ? `${personName}，欢迎` : `${personName}，重设密码`}
      lead={`链接在 ${momentOf(expiresAt)} 前有效，只能用一次。设定后这个账号在别处的登录会退出。`}
    >
      <PlainForm
        label="设定密码"
        submitText="设定并登录"
        check={(values) => wrongWithNew(values, owner)}
        onSubmit={async ({ password = '' }) => arrive(await send(accountApi.redeemLink, { body: { link, password } }))}
      >
        <PlainField name="login" label="登录名" autoComplete="username" defaultValue={login} readOnly />
        <NewPassword owner={owner} autoFocus />
      </PlainForm>
    </EntryCard>
  );
}
