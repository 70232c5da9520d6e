import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { keyOf, send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { type DiagnosisJson, diagnosisApi } from '../../contract.ts';

const fields: readonly Field[] = [
  {
    ...{ input: 'long', name: 'reason', label: '为什么放弃', required: true, most: 500 },
    help: '填过的回答不再能改，也不算数；放弃以后可以重新开始。',
  },
];

/** Gives up a draft, with the reason. */
export function DropDraft({ diagnosis }: { readonly diagnosis: DiagnosisJson }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const drop = async ({ reason }: Values): Promise<void> => {
    const params = { diagnosisId: diagnosis.id };
    await send(diagnosisApi.dropDiagnosis, { params, body: { reason: String(reason) } });
    notify('已放弃这份诊断。');
    for (const endpoint of [diagnosisApi.listDiagnoses, diagnosisApi.readProspect])
      await client.invalidateQueries({ queryKey: keyOf(endpoint) });
    const enterpriseId = diagnosis.enterprise.id;
    await navigate({ to: '/enterprises/$enterpriseId/diagnosis', params: { enterpriseId } });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>放弃这份草稿</Button>
      <Modal open={open} title="放弃这份诊断" footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <DataForm
          label="放弃这份诊断"
          fields={fields}
          initial={{}}
          onSubmit={drop}
          onCancel={() => setOpen(false)}
          submitText="放弃"
        />
      </Modal>
    </>
  );
}
