import { useQuery } from '@tanstack/react-query';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { useSession } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { accountApi } from '../../contract.ts';
import { PasswordPart } from './password-part.tsx';
import { PostsPart } from './posts-part.tsx';
import { ProofProvider } from './proof.tsx';
import { SecondFactorPart } from './second-factor-part.tsx';
import { SessionsPart } from './sessions-part.tsx';
import '../parts/parts.css';
import './me.css';

const due = {
  'password-due': '要先设定新密码，其他页面才能打开。',
  'second-factor-due': '您的岗位要用动态口令登录。请先绑定验证器，其他页面才能打开。',
} as const;

/** One's own account: password, second factor, where one is logged in, as what one may act. */
export function MePage() {
  usePageTitle('我的账号');
  const session = useSession();
  const account = useQuery(queryFor(accountApi.readOwnAccount, {}));
  if (account.data === undefined)
    return (
      <div className="me">
        {account.error ? <Failure error={account.error} onRetry={() => void account.refetch()} /> : <Waiting />}
      </div>
    );
  const own = account.data;
  const state = session?.state;
  const isDue = state === 'password-due' || state === 'second-factor-due';
  return (
    <div className="me">
      <h1>我的账号</h1>
      <p className="me-who">
        {own.personName}，登录名 {own.login}
      </p>
      {isDue && (
        <p className="me-due" role="alert">
          {due[state]}
        </p>
      )}
      <ProofProvider hasPassword={own.passwordSetAt !== null}>
        <PasswordPart own={own} due={state === 'password-due'} />
        {state !== 'password-due' && <SecondFactorPart own={own} due={state === 'second-factor-due'} />}
        {!isDue && <SessionsPart own={own} />}
        {!isDue && <PostsPart />}
      </ProofProvider>
    </div>
  );
}
