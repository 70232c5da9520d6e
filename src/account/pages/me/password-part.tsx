import { Button } from 'antd';
import { useState } from 'react';
import { ApiRefused, send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { accountApi, type OwnAccountJson } from '../../contract.ts';
import { momentOf } from '../parts/moment.ts';
import { NewPassword, wrongWithNew } from '../parts/new-password.tsx';
import { PlainField } from '../parts/plain-field.tsx';
import { PlainForm } from '../parts/plain-form.tsx';
import { useRefresh } from './refresh.ts';

interface Props {
  readonly own: OwnAccountJson;
  /** True when nothing else works until it is changed. */
  readonly due: boolean;
}

/** How old the password is, and a new one. */
export function PasswordPart({ own, due }: Props) {
  const [open, setOpen] = useState(false);
  // A password that is due was given a moment ago, at the login; after ten minutes it is asked for again.
  const [askCurrent, setAskCurrent] = useState(!due && own.passwordSetAt !== null);
  const refresh = useRefresh();
  const change = async ({ current, password = '' }: Readonly<Record<string, string>>): Promise<void> => {
    const body = { next: password, ...(current !== undefined && { current }) };
    try {
      await send(accountApi.changePassword, { body });
    } catch (error) {
      if (error instanceof ApiRefused && error.refusals[0]?.code === 'field-missing') setAskCurrent(true);
      throw error;
    }
    await refresh();
    setOpen(false);
    notify('密码已改，别处的登录已退出。');
  };
  return (
    <section className="me-part" aria-label="密码">
      <h2>密码</h2>
      <p>
        {own.passwordSetAt === null ? '没有设密码，只用统一身份认证登录。' : `${momentOf(own.passwordSetAt)} 设定。`}
        {own.passwordDueAt !== null && `${momentOf(own.passwordDueAt)} 前要再改。`}
      </p>
      {open || due ? (
        <PlainForm
          label="改密码"
          submitText="改密码"
          {...(!due && { onCancel: () => setOpen(false) })}
          check={(values) => (askCurrent && !values.current ? '请输入现在的密码。' : wrongWithNew(values, own))}
          onSubmit={change}
        >
          <input type="hidden" name="login" autoComplete="username" value={own.login} readOnly />
          {askCurrent && (
            <PlainField name="current" label="现在的密码" autoComplete="current-password" secret autoFocus />
          )}
          <NewPassword owner={own} autoFocus={!askCurrent} />
        </PlainForm>
      ) : (
        <Button onClick={() => setOpen(true)}>{own.passwordSetAt === null ? '设定密码' : '改密码'}</Button>
      )}
    </section>
  );
}
