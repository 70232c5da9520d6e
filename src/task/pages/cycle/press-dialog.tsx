import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { dispatchApi, type PressedJson, type ProposalRowJson } from '../../contract.ts';
import type { UrgingStep } from '../../domain/index.ts';

interface Props {
  readonly step: UrgingStep;
  readonly rows: readonly ProposalRowJson[];
  onPressed(): void;
  onClose(): void;
}

const titles: Readonly<Record<UrgingStep, (count: number) => string>> = {
  urge: (count) => `催办 ${count} 份责任`,
  supervise: (count) => `发 ${count} 份督办函`,
  escalate: (count) => `把 ${count} 份责任报链长`,
};
const usualWords: Readonly<Record<UrgingStep, string>> = {
  urge: '请抓紧办理，有困难请及时说明。',
  supervise: '请说明没有按期办结的原因，提出办结的措施和时间，按期复函。',
  escalate: '多次催办没有办结，请链长过问。',
};

/** Asks after some duties at once, and says which were and which could not be, each with the reason. */
export function PressDialog({ step, rows, onPressed, onClose }: Props) {
  const [answer, setAnswer] = useState<PressedJson | null>(null);
  const duties = rows.map(({ taskId, dutyId, revision }) => ({ taskId, dutyId, revision }));
  const press = async (values: Values): Promise<void> => {
    const words = String(values.words ?? '');
    const body =
      step === 'urge'
        ? { step, duties, words }
        : step === 'supervise'
          ? { step, duties, words, replyBy: String(values.replyBy ?? '') }
          : { step, duties, words, postId: String(values.postId ?? '') };
    setAnswer(await send(dispatchApi.pressDuties, { body }));
    onPressed();
  };
  return (
    <Modal open title={answer === null ? titles[step](rows.length) : '办理结果'} footer={null} onCancel={onClose}>
      {answer !== null ? (
        <Outcome answer={answer} onClose={onClose} />
      ) : step === 'escalate' ? (
        <WithChief rows={rows} onSubmit={press} onClose={onClose} />
      ) : (
        <PressForm step={step} rows={rows} more={[]} onSubmit={press} onClose={onClose} />
      )}
    </Modal>
  );
}

interface FormProps {
  readonly step: UrgingStep;
  readonly rows: readonly ProposalRowJson[];
  readonly more: readonly Field[];
  onSubmit(values: Values): Promise<void>;
  onClose(): void;
}

function PressForm({ step, rows, more, onSubmit, onClose }: FormProps) {
  const replies = rows.flatMap(({ replyBy }) => replyBy ?? []).sort();
  const fields: Field[] = [
    ...more,
    ...(step === 'supervise'
      ? [{ input: 'day', name: 'replyBy', label: '复函期限', required: true, width: 3 } as const]
      : []),
    { input: 'long', name: 'words', label: '写给单位的话', required: true, most: 2000 },
  ];
  return (
    <>
      {step === 'supervise' && <p>每份函各取一个文号，代字在调度设置里。单位要在期限以前复函。</p>}
      <DataForm
        label={titles[step](rows.length)}
        fields={fields}
        initial={{ words: usualWords[step], replyBy: replies.at(-1) }}
        submitText={step === 'urge' ? '催办' : step === 'supervise' ? '发督办函' : '报链长'}
        onSubmit={onSubmit}
        onCancel={onClose}
      />
    </>
  );
}

/** The chief is one that all of the tasks have. */
function WithChief({ rows, onSubmit, onClose }: Pick<FormProps, 'rows' | 'onSubmit' | 'onClose'>) {
  const taskIds = [...new Set(rows.map(({ taskId }) => taskId))].join(',');
  const chiefs = useQuery(queryFor(dispatchApi.findDispatchChiefs, { query: { taskIds } }));
  if (chiefs.error !== null) return <Failure error={chiefs.error} onRetry={() => void chiefs.refetch()} />;
  if (chiefs.data === undefined) return <Waiting lines={3} />;
  const options = chiefs.data.chiefs.map(({ postId, name }) => ({ value: postId, label: name }));
  if (options.length === 0)
    return <p>没有一位链长管得着全部选中的任务。请按产业链分几次报，或者请管理员给链长的岗位授权。</p>;
  const field: Field = { input: 'choice', name: 'postId', label: '报给', required: true, width: 6, options };
  return <PressForm step="escalate" rows={rows} more={[field]} onSubmit={onSubmit} onClose={onClose} />;
}

const Outcome = ({ answer: { done, refused }, onClose }: { readonly answer: PressedJson; onClose(): void }) => {
  const numbers = done.flatMap(({ number }) => number ?? []);
  return (
    <div role="status">
      <p>{done.length === 0 ? '一份也没有办成。' : `办了 ${done.length} 份。`}</p>
      {numbers.length > 0 && <p>文号：{numbers.join('、')}。</p>}
      {refused.length > 0 && (
        <>
          <p>没有办的 {refused.length} 份：</p>
          <ul className="press-refused">
            {refused.map(({ taskId, dutyId, title, why }) => (
              <li key={`${taskId}.${dutyId}`}>
                <b>{title}</b>
                <span>{why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="cycle-actions">
        <Button type="primary" autoFocus onClick={onClose}>
          知道了
        </Button>
      </p>
    </div>
  );
};
