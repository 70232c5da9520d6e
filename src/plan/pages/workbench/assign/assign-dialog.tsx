import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { keyOf, send } from '../../../../../platform/web/api.ts';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import type { Field } from '../../../../../platform/web/form/model.ts';
import { planApi } from '../../../contract.ts';
import { readAnewAfterConflict } from '../draft/draft-queue.ts';
import { useWorkbench } from '../workbench-context.ts';

const fields: readonly Field[] = [
  {
    input: 'pick',
    of: 'region',
    name: 'regionId',
    label: '地区',
    width: 6,
    help: '管这个地区的岗位能看到它；发布以后，这个地区和下级的岗位都能看到已发布的版次。',
  },
  { input: 'pick', of: 'unit', name: 'unitId', label: '单位', width: 6, help: '这个单位的岗位能看到它。' },
  {
    input: 'pick',
    of: 'chain',
    name: 'chainId',
    label: '产业链',
    width: 6,
    help: '在这个地区管这条链的岗位能看到它。不属于哪一条链就留空。',
  },
];

/** Says to whom a plan belongs, and with that who sees it. */
export function AssignDialog({ onClose }: { onClose(): void }) {
  const { plan, version } = useWorkbench();
  const client = useQueryClient();
  const assign = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    const params = { planId: plan.id };
    const id = (name: string): string | null => (typeof values[name] === 'string' && values[name]) || null;
    const place = { regionId: id('regionId'), unitId: id('unitId'), chainId: id('chainId') };
    const revision = version.draft?.revision ?? plan.revision;
    try {
      const detail = await send(planApi.assignPlan, { params, body: { revision, ...place } });
      client.setQueryData(keyOf(planApi.readPlan, params), detail);
      void client.invalidateQueries({ queryKey: keyOf(planApi.listPlans) });
      await client.invalidateQueries({ queryKey: keyOf(planApi.readDraft, params) });
    } catch (error) {
      await readAnewAfterConflict(client, plan.id, error);
      throw error;
    }
    notify('归属已变更');
    onClose();
  };
  return (
    <Modal open title="变更归属" width={560} footer={null} keyboard={false} onCancel={onClose}>
      <DataForm
        label="归属"
        fields={fields}
        initial={{ ...plan.place }}
        submitText="保存"
        onSubmit={assign}
        onCancel={onClose}
      />
    </Modal>
  );
}
