import { Modal } from 'antd';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../../platform/web/form/model.ts';

interface Props {
  readonly title: string;
  /** What it means, above the fields. */
  readonly words?: string;
  readonly fields: readonly Field[];
  readonly initial?: Values;
  readonly submitText: string;
  onSubmit(values: Values): Promise<void>;
  onClose(): void;
}

/** Asks for a few words and does something with them; what is refused is said in the window. */
export function AskDialog({ title, words, fields, initial = {}, submitText, onSubmit, onClose }: Props) {
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden>
      {words !== undefined && <p>{words}</p>}
      <DataForm
        label={title}
        fields={fields}
        initial={initial}
        onSubmit={async (values) => {
          await onSubmit(values);
          onClose();
        }}
        onCancel={onClose}
        submitText={submitText}
      />
    </Modal>
  );
}

export const reasonField: Field = { input: 'long', name: 'reason', label: '理由', required: true, most: 500 };
export const textIn = (values: Values, name: string): string =>
  typeof values[name] === 'string' ? (values[name] as string).trim() : '';
