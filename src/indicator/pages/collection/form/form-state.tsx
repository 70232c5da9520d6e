import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { send } from '../../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import { useMay } from '../../../../../platform/web/shell/session-context.ts';
import { collectionApi, type FormJson } from '../../../contract.ts';

interface Props {
  readonly form: FormJson;
  onChanged(form: FormJson): Promise<void>;
}

/** Opens, closes and copies a form, each after saying what will come of it. */
export function FormState({ form, onChanged }: Props) {
  const navigate = useNavigate();
  const mayCreate = useMay('indicator.define');
  const [asking, setAsking] = useState<'open' | 'closed' | 'copy' | null>(null);
  const params = { formId: form.id };
  const turning = useMutation({
    mutationFn: (state: 'open' | 'closed') =>
      send(collectionApi.setFormState, { params, body: { revision: form.revision, state } }),
    onSuccess: async (next) => {
      setAsking(null);
      await onChanged(next);
      notify(next.state === 'open' ? '填报表已启用。' : '填报表已停用。');
    },
  });
  const ask = (what: typeof asking): void => {
    turning.reset();
    setAsking(what);
  };
  return (
    <div className="form-buttons">
      {form.mayDefine && form.state !== 'open' && (
        <Button type="primary" onClick={() => ask('open')}>
          启用
        </Button>
      )}
      {form.periods.length > 0 && (
        <Button onClick={() => void navigate({ to: '/forms/$formId/progress', params, search: {} })}>看进度</Button>
      )}
      {mayCreate && <Button onClick={() => ask('copy')}>复制</Button>}
      {form.mayDefine && form.state === 'open' && <Button onClick={() => ask('closed')}>停用</Button>}
      {(asking === 'open' || asking === 'closed') && (
        <Modal
          open
          title={asking === 'open' ? `启用「${form.name}」` : `停用「${form.name}」`}
          onCancel={() => setAsking(null)}
          footer={
            <>
              <Button onClick={() => setAsking(null)}>取消</Button>
              <Button
                type="primary"
                danger={asking === 'closed'}
                loading={turning.isPending}
                onClick={() => turning.mutate(asking)}
              >
                {asking === 'open' ? '启用' : '停用'}
              </Button>
            </>
          }
        >
          {turning.error !== null && <Refusals sentences={sentencesOf(turning.error)} />}
          {asking === 'open' ? (
            <p>
              启用以后，{form.units.length} 个单位从 {form.firstPeriod} 起每期都有一张要填的表，到时候会收到待办和消息。
            </p>
          ) : (
            <p>停用以后不再生成新的表，也不再提醒。已经生成的表还能填完和审核，报过的数都在。随时可以再启用。</p>
          )}
        </Modal>
      )}
      {asking === 'copy' && (
        <Modal open title="复制填报表" footer={null} onCancel={() => setAsking(null)} destroyOnHidden>
          <p>指标、单位、时间和检查都照抄，新的一张是草稿。</p>
          <DataForm
            label="复制填报表"
            fields={[{ input: 'text', name: 'name', label: '新表的名称', required: true, most: 80 }]}
            initial={{ name: `${form.name.slice(0, 74)}（复制）` }}
            submitText="复制"
            onCancel={() => setAsking(null)}
            onSubmit={async ({ name }) => {
              const copy = await send(collectionApi.copyForm, { params, body: { name: String(name) } });
              setAsking(null);
              await onChanged(copy);
              notify('已复制，是草稿。');
              await navigate({ to: '/forms/$formId', params: { formId: copy.id } });
            }}
          />
        </Modal>
      )}
    </div>
  );
}
