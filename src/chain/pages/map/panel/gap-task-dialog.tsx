import { Modal } from 'antd';
import { send } from '../../../../../platform/web/api.ts';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import type { Field } from '../../../../../platform/web/form/model.ts';
import { chainMapApi } from '../../../contract/map.ts';
import type { GapProps } from './gap-entry-dialog.tsx';

const fields: readonly Field[] = [
  { input: 'text', name: 'title', label: '任务', required: true, most: 200 },
  { input: 'long', name: 'words', label: '要求', most: 2000 },
  { input: 'pick', name: 'unitId', label: '责任单位', of: 'unit', width: 3, required: true },
  { input: 'day', name: 'dueOn', label: '完成时限', width: 3, required: true },
];

/** A gap is given to a unit as a task, with the figures that say why. */
export const GapTaskDialog = ({ map, node, onDone, onClose }: GapProps) => (
  <Modal open title={`${node.name}：立为任务`} footer={null} onCancel={onClose} width={600} destroyOnHidden>
    <DataForm
      label="立为任务"
      fields={fields}
      initial={{ title: `补上${map.chainName}的${node.name}环节`, words: node.standing.reason }}
      submitText="立为任务"
      onCancel={onClose}
      onSubmit={async (values) => {
        await send(chainMapApi.addGapTask, {
          params: { chainId: map.chainId, nodeId: node.id },
          body: {
            ...{ title: String(values.title), words: String(values.words ?? '') },
            ...{ unitId: String(values.unitId), dueOn: String(values.dueOn) },
          },
        });
        notify('已立为任务，责任单位会收到。');
        onDone();
      }}
    />
  </Modal>
);
