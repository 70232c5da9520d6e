import { Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { accountApi, type SessionJson } from '../../contract.ts';
import { PlainField } from '../parts/plain-field.tsx';
import { PlainForm } from '../parts/plain-form.tsx';

interface Props {
  onIn(session: SessionJson): void;
  /** Back to login and password. */
  onBack(): void;
}

/** The code of the authenticator, or one of the recovery codes where the telephone is gone. */
export function SecondFactorStep({ onIn, onBack }: Props) {
  const [recovery, setRecovery] = useState(false);
  return (
    <>
      <PlainForm
        key={String(recovery)}
        label="第二步"
        submitText="继续"
        onCancel={onBack}
        check={({ code }) => (code?.trim() ? null : recovery ? '请输入一个恢复码。' : '请输入六位数字。')}
        onSubmit={async ({ code = '' }) => onIn(await send(accountApi.giveSecondFactor, { body: { code } }))}
      >
        {recovery ? (
          <PlainField
            name="code"
            label="恢复码"
            autoComplete="off"
            autoFocus
            help="绑定时保存的十个恢复码中的一个，形如 a1b2c-d3e4f-g5h6j，每个只能用一次。"
          />
        ) : (
          <PlainField name="code" label="动态口令" autoComplete="one-time-code" digits autoFocus />
        )}
      </PlainForm>
      <p className="entry-note">
        <Button type="link" size="small" onClick={() => setRecovery(!recovery)}>
          {recovery ? '改用验证器' : '手机不在身边？用恢复码'}
        </Button>
      </p>
    </>
  );
}
