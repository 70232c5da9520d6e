import { Modal } from 'antd';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';

interface Props {
  readonly title: string;
  /** What will happen. */
  readonly words: string;
  readonly submitText: string;
  onReason(reason: string): Promise<void>;
  onClose(): void;
}

/** Asks why, before something is done that the log keeps with its reason. */
export const ReasonDialog = ({ title, words, submitText, onReason, onClose }: Props) => (
  <Modal open title={title} footer={null} onCancel={onClose} width={520} destroyOnHidden>
    <p>{words}</p>
    <DataForm
      label={title}
      fields={[{ input: 'long', name: 'reason', label: '理由', required: true, most: 500 }]}
      initial={{}}
      submitText={submitText}
      onCancel={onClose}
      onSubmit={async ({ reason }) => onReason(String(reason))}
    />
  </Modal>
);
