import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Fault, Field, Values } from '../../../../platform/web/form/model.ts';

interface Props {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly initial?: Values;
  readonly width?: number;
  readonly submitText?: string;
  /** Said when it is done; left out: 已保存。 */
  readonly done?: string;
  readonly children?: ReactNode;
  check?(values: Values): readonly Fault[];
  onSubmit(values: Values): Promise<void>;
  onClose(): void;
}

/** A window with one form: it saves, says so and goes. */
export function FormDialog({ title, initial = {}, width = 560, submitText = '保存', done, ...props }: Props) {
  const { fields, children, check, onSubmit, onClose } = props;
  return (
    <Modal open title={title} footer={null} onCancel={onClose} width={width} destroyOnHidden>
      <DataForm
        label={title}
        fields={fields}
        initial={initial}
        {...(check && { check })}
        submitText={submitText}
        onCancel={onClose}
        onSubmit={async (values) => {
          await onSubmit(values);
          notify(done ?? '已保存。');
          onClose();
        }}
      >
        {children}
      </DataForm>
    </Modal>
  );
}

export const reasonField: Field = { input: 'long', name: 'reason', label: '理由', required: true, most: 500 };
/** What a form holds, as text; empty is nothing. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
export const textOrNull = (value: unknown): string | null => (textIn(value) === '' ? null : textIn(value));
