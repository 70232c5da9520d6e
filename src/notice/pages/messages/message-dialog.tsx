import { useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import type { MessageJson } from '../../contract.ts';
import { momentOf } from '../moment.ts';
import { kindNames } from '../words.ts';

/** One message in full, with the way to what it is about. */
export function MessageDialog({ message, onClose }: { readonly message: MessageJson; onClose(): void }) {
  const navigate = useNavigate();
  const { title, text, kind, at, link } = message;
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={
        <>
          {link !== null && (
            <Button type="primary" onClick={() => void navigate({ to: link as string })}>
              去看看
            </Button>
          )}
          <Button onClick={onClose}>关闭</Button>
        </>
      }
    >
      <p className="notice-when">
        {kindNames[kind]} · {momentOf(at)}
      </p>
      {text !== '' && <p className="notice-text">{text}</p>}
    </Modal>
  );
}
