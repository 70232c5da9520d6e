import { Button, Modal } from 'antd';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { ApiRefused, send } from '../../../../platform/web/api.ts';
import { accountApi } from '../../contract.ts';
import { PlainField } from '../parts/plain-field.tsx';
import { PlainForm } from '../parts/plain-form.tsx';

/** Does something that may need a fresh proof of identity: asks for the password where it does, then does it. */
export type WithProof = (work: () => Promise<void>) => Promise<void>;

const ProofContext = createContext<WithProof>((work) => work());
export const useProof = (): WithProof => useContext(ProofContext);

interface Asked {
  again(): void;
  giveUp(cause: unknown): void;
  readonly cause: unknown;
}

export function ProofProvider({
  hasPassword,
  children,
}: {
  readonly hasPassword: boolean;
  readonly children: ReactNode;
}) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const withProof: WithProof = async (work) => {
    try {
      await work();
    } catch (cause) {
      if (!isProofNeeded(cause)) throw cause;
      await new Promise<void>((resolve, reject) => setAsked({ again: resolve, giveUp: reject, cause }));
      await work();
    }
  };
  const close = (): void => {
    asked?.giveUp(asked.cause);
    setAsked(null);
  };
  return (
    <ProofContext value={withProof}>
      {children}
      <Modal open={asked !== null} title="请确认是本人" footer={null} onCancel={close} destroyOnHidden width={420}>
        {hasPassword ? (
          <PlainForm
            label="确认是本人"
            submitText="继续"
            onCancel={close}
            check={({ password }) => (password ? null : '请输入现在的密码。')}
            onSubmit={async ({ password = '' }) => {
              await send(accountApi.prove, { body: { password } });
              asked?.again();
              setAsked(null);
            }}
          >
            <PlainField name="password" label="现在的密码" autoComplete="current-password" secret autoFocus />
          </PlainForm>
        ) : (
          <>
            <p>您没有设密码，只能重新登录来确认：退出后再用统一身份认证登录，十分钟内回到这里办理。</p>
            <Button onClick={close}>知道了</Button>
          </>
        )}
      </Modal>
    </ProofContext>
  );
}

const isProofNeeded = (cause: unknown): boolean =>
  cause instanceof ApiRefused && cause.refusals.some(({ code }) => code === 'proof-needed');
