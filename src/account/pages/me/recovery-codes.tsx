import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { notify } from '../../../../platform/web/feedback/toasts.ts';

interface Props {
  readonly codes: readonly string[];
  readonly login: string;
  onKept(): void;
}

/** The recovery codes, shown this once: to be copied, saved or printed before the page goes on. */
export function RecoveryCodes({ codes, login, onKept }: Props) {
  const [kept, setKept] = useState(false);
  const text = `经纬 恢复码 ${login}\n每个只能用一次\n\n${codes.join('\n')}\n`;
  const copy = (): void =>
    void navigator.clipboard.writeText(text).then(
      () => notify('恢复码已复制。'),
      () => notify('没有复制成功，请手工抄下来。', { tone: 'bad' }),
    );
  return (
    <div>
      <p role="alert">请现在保存这十个恢复码，它们只显示这一次。手机丢了，就靠它们登录；每个只能用一次。</p>
      <ul className="account-codes">
        {codes.map((code) => (
          <li key={code} className="account-secret">
            {code}
          </li>
        ))}
      </ul>
      <div className="me-buttons">
        <Button onClick={copy}>复制</Button>
        <Button href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download={`经纬恢复码-${login}.txt`}>
          存成文件
        </Button>
      </div>
      <p>
        <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
          我已经把恢复码保存在安全的地方
        </Checkbox>
      </p>
      <Button type="primary" disabled={!kept} onClick={onKept}>
        完成
      </Button>
    </div>
  );
}
