import { send } from '../../../../platform/web/api.ts';
import { accountApi } from '../../contract.ts';
import { PlainField } from '../parts/plain-field.tsx';
import { PlainForm } from '../parts/plain-form.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { useProof } from './proof.tsx';

interface Props {
  readonly secret: string;
  readonly uri: string;
  onBound(codes: readonly string[]): void;
  onCancel(): void;
}

/** In fours, to be typed by hand where a camera is no use. */
const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** The QR code for the authenticator, and its first code in return. */
export function Enrolment({ secret, uri, onBound, onCancel }: Props) {
  const withProof = useProof();
  return (
    <div className="me-enrol">
      <QrCode text={uri} label="绑定用的二维码" />
      <div>
        <ol>
          <li>在手机上打开验证器（各种遵循 TOTP 的验证器都可以），扫二维码。</li>
          <li>
            不能扫码时，手工输入密钥：<span className="account-secret">{inFours(secret)}</span>
          </li>
          <li>输入验证器现在显示的六位数字。</li>
        </ol>
        <PlainForm
          label="绑定验证器"
          submitText="绑定"
          onCancel={onCancel}
          check={({ code }) => (code?.trim() ? null : '请输入六位数字。')}
          onSubmit={({ code = '' }) =>
            withProof(async () => onBound((await send(accountApi.confirmSecondFactor, { body: { code } })).codes))
          }
        >
          <PlainField name="code" label="验证器显示的数字" autoComplete="one-time-code" digits autoFocus />
        </PlainForm>
      </div>
    </div>
  );
}
