import { Modal } from 'antd';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../../platform/web/form/model.ts';
import type { DraftJson } from '../../../contract.ts';
import { changedValues } from '../item/changed-values.ts';
import { useWorkbench } from '../workbench-context.ts';

const fields: readonly Field[] = [
  { input: 'long', name: 'title', label: '标题', required: true, width: 6 },
  { input: 'text', name: 'docNumber', label: '发文字号', width: 3 },
  { input: 'text', name: 'issuer', label: '发文机关', width: 3 },
  { input: 'day', name: 'issuedOn', label: '成文日期', width: 2 },
  { input: 'day', name: 'validFrom', label: '施行日期', width: 2 },
  { input: 'day', name: 'validTo', label: '截止日期', width: 2 },
  { input: 'long', name: 'validityText', label: '有效期原话', width: 6 },
  { input: 'tags', name: 'addressees', label: '主送机关', width: 6 },
];

/** Corrects what the document says about itself. */
export function HeadDialog({ onClose }: { onClose(): void }) {
  const { version, actions } = useWorkbench();
  const initial = version.head as unknown as Values;
  return (
    <Modal open title="更正标题、文号、日期" width={680} footer={null} keyboard={false} onCancel={onClose}>
      <DataForm
        label="方案信息"
        fields={fields}
        initial={initial}
        submitText="保存"
        onSubmit={async (values) => {
          const changed = changedValues(initial, values) as Partial<DraftJson['head']>;
          if (Object.keys(changed).length > 0) await actions.correctHead(changed);
          onClose();
        }}
        onCancel={onClose}
      />
    </Modal>
  );
}
