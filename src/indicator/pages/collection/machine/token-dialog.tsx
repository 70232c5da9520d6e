import { Button, Input, Modal } from 'antd';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';

interface Props {
  readonly name: string;
  readonly token: string;
  onClose(): void;
}

/** The token, which nobody can read again. */
export function TokenDialog({ name, token, onClose }: Props) {
  const copy = (): void =>
    void navigator.clipboard.writeText(token).then(
      () => notify('令牌已复制。'),
      () => notify('浏览器不让复制，请选中令牌自己复制。', { tone: 'bad' }),
    );
  return (
    <Modal
      open
      title={`「${name}」的令牌`}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={onClose}>已经存好，关闭</Button>
          <Button type="primary" autoFocus onClick={copy}>
            复制令牌
          </Button>
        </>
      }
    >
      <p>
        <b>只显示这一次。</b>关闭以后谁也看不到了，丢了就作废重办。
      </p>
      <Input.TextArea
        readOnly
        autoSize
        value={token}
        aria-label="令牌"
        className="machine-token"
        onFocus={({ target }) => target.select()}
      />
    </Modal>
  );
}
