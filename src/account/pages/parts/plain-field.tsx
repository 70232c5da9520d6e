import { Input } from 'antd';
import { useId } from 'react';

interface Props {
  readonly name: string;
  readonly label: string;
  /** What the browser may fill in. */
  readonly autoComplete: 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'off';
  readonly secret?: boolean;
  readonly help?: string;
  readonly autoFocus?: boolean;
  readonly defaultValue?: string;
  readonly readOnly?: boolean;
  /** Digits on the keyboard of a telephone. */
  readonly digits?: boolean;
}

/** One field of a plain form, with its label above and what to know below. */
export function PlainField({ name, label, secret, help, digits, ...given }: Props) {
  const id = useId();
  const common = {
    id,
    name,
    size: 'large' as const,
    spellCheck: false,
    ...given,
    ...(help !== undefined && { 'aria-describedby': `${id}-help` }),
    ...(digits && { inputMode: 'numeric' as const }),
  };
  return (
    <div className="account-field">
      <label htmlFor={id}>{label}</label>
      {secret ? <Input.Password {...common} /> : <Input {...common} autoCapitalize="none" />}
      {help !== undefined && (
        <p id={`${id}-help`} className="account-help">
          {help}
        </p>
      )}
    </div>
  );
}
