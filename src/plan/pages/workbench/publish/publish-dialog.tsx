import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Modal } from 'antd';
import { keyOf, send } from '../../../../../platform/web/api.ts';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import type { Field } from '../../../../../platform/web/form/model.ts';
import { planApi } from '../../../contract.ts';
import { readAnewAfterConflict } from '../draft/draft-queue.ts';
import { useWorkbench } from '../workbench-context.ts';
import { Readiness } from './readiness.tsx';
import './publish.css';

const route = getRouteApi('/plans/$planId');

/** Makes the draft an edition that nobody can change any more, after showing what is still open. */
export function PublishDialog({ onClose }: { onClose(): void }) {
  const { plan, version } = useWorkbench();
  const client = useQueryClient();
  const here = route.useNavigate();
  const navigate = useNavigate();
  const { errors } = version.counts;
  const number = (plan.latestEdition ?? 0) + 1;
  const fields: readonly Field[] = [
    ...(errors === 0
      ? []
      : [
          {
            input: 'long',
            name: 'acknowledge',
            label: `仍有 ${errors} 处错误，照样发布的理由`,
            required: true,
            most: 500,
            help: '理由会与这一版一起留存。',
          } as const,
        ]),
    { input: 'long', name: 'note', label: '发布说明（可不填）', most: 500 },
  ];

  const publish = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    const params = { planId: plan.id };
    const words = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
    const revision = version.draft?.revision ?? plan.revision;
    const detail = await send(planApi.publishPlan, { params, body: { revision, ...words } }).catch(
      async (error: unknown) => {
        await readAnewAfterConflict(client, plan.id, error);
        throw error;
      },
    );
    client.setQueryData(keyOf(planApi.readPlan, params), detail);
    void client.invalidateQueries({ queryKey: keyOf(planApi.listPlans) });
    client.removeQueries({ queryKey: keyOf(planApi.readDraft, params) });
    onClose();
    await here({ search: { edition: number } });
    const compare = () =>
      void navigate({ to: '/plans/$planId/diff', params, search: { from: number - 1, to: number } });
    notify(`第${number}版已发布`, number > 1 ? { action: { label: `与第${number - 1}版比较`, run: compare } } : {});
  };

  return (
    <Modal open title={`发布第${number}版`} width={640} footer={null} keyboard={false} onCancel={onClose}>
      <Readiness onClose={onClose} />
      <DataForm
        label="发布"
        fields={fields}
        initial={{ note: '', acknowledge: '' }}
        submitText={`发布第${number}版`}
        onSubmit={publish}
        onCancel={onClose}
      />
    </Modal>
  );
}
