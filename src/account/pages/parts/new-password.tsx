import { useId, useState } from 'react';
import { say } from '../../../../platform/messages/index.ts';
import { checkPassword, type PasswordOwner } from '../../domain/password/rules.ts';
import { PlainField } from './plain-field.tsx';

/** What a new password must be, in a sentence. */
export const passwordRule =
  '至少 10 个字符，大写字母、小写字母、数字、符号中用到三类；或者 16 个字符以上，任意。里面不能有登录名和姓名。';

/** Judges the two fields of `NewPassword` before they are sent; a sentence, or null when nothing is wrong. */
export function wrongWithNew(values: Readonly<Record<string, string>>, owner: PasswordOwner): string | null {
  const judged = checkPassword(values.password ?? '', owner);
  if (!judged.ok) return judged.refusals.map(say).join('');
  return values.password === values.again ? null : '两次输入的密码不一样。请重新输入。';
}

/** A new password, typed twice, with the rules beside it from the first sign on. */
export function NewPassword({ owner, autoFocus }: { readonly owner: PasswordOwner; readonly autoFocus?: boolean }) {
  const [typed, setTyped] = useState('');
  const id = useId();
  const judged = typed === '' ? null : checkPassword(typed, owner);
  return (
    // The field keeps its value to itself; what is typed passes by here.
    <div
      onInput={(event) => {
        const input = event.target as HTMLInputElement;
        if (input.name === 'password') setTyped(input.value);
      }}
    >
      <PlainField
        name="password"
        label="新密码"
        autoComplete="new-password"
        secret
        help={passwordRule}
        {...(autoFocus && { autoFocus })}
      />
      <p id={id} className="account-judged" role="status" data-good={judged?.ok || undefined}>
        {judged === null ? '' : judged.ok ? '可以用' : say(judged.refusals[0] ?? { code: '' })}
      </p>
      <PlainField name="again" label="再输一次" autoComplete="new-password" secret />
    </div>
  );
}
