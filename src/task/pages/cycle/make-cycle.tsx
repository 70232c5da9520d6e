import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { dispatchApi, type ProposedCycleJson } from '../../contract.ts';

interface Props {
  onMade(cycleId: string): void;
  onClose(): void;
}

/** Plans a cycle by hand: one of those that may be wanted now, with the days that the rules give or others. */
export function MakeCycle({ onMade, onClose }: Props) {
  const client = useQueryClient();
  const proposed = useQuery(queryFor(dispatchApi.proposeCycles, { query: {} }));
  const free = (proposed.data?.cycles ?? []).filter(({ cycleId }) => cycleId === null);
  const make = async (values: Values): Promise<void> => {
    const own = values.own === true;
    const body = {
      period: String(values.period ?? ''),
      opensOn: own ? String(values.opensOn ?? '') : null,
      dueOn: own ? String(values.dueOn ?? '') : null,
    };
    const { id, name } = await send(dispatchApi.makeCycle, { body });
    notify(`${name}已安排。`);
    await client.invalidateQueries({ queryKey: keyOf(dispatchApi.listCycles) });
    await client.invalidateQueries({ queryKey: keyOf(dispatchApi.proposeCycles) });
    onMade(id);
  };
  return (
    <Modal open title="安排一轮调度" footer={null} onCancel={onClose}>
      {proposed.error !== null && <Failure error={proposed.error} onRetry={() => void proposed.refetch()} />}
      {proposed.isPending && <Waiting lines={4} />}
      {proposed.data !== undefined &&
        (free.length === 0 ? (
          <p>这个月、这一季和今年前后的调度都安排好了。</p>
        ) : (
          <DataForm
            label="安排一轮调度"
            fields={fieldsFor(free)}
            initial={{ period: free.find(({ why }) => why === null)?.period ?? free[0]?.period }}
            submitText="安排"
            onSubmit={make}
            onCancel={onClose}
          />
        ))}
    </Modal>
  );
}

function fieldsFor(free: readonly ProposedCycleJson[]): Field[] {
  const daysOf = ({ opensOn, dueOn }: ProposedCycleJson) =>
    opensOn === null || dueOn === null ? '排不出日期' : `${opensOn} 至 ${dueOn}`;
  const barred = free.find(({ why }) => why !== null);
  return [
    {
      ...{ input: 'choice', name: 'period', label: '哪一轮', required: true, width: 6 },
      options: free.map((each) => ({ value: each.period, label: `${each.name}（${daysOf(each)}）` })),
      help: '日期按调度设置和工作日历排出。',
    },
    {
      ...{ input: 'check', name: 'own', label: '日期', text: '自己定日期' },
      ...(barred !== undefined && { help: `${barred.name}：${barred.why ?? ''}` }),
    },
    { input: 'day', name: 'opensOn', label: '开始填报', width: 3, required: true, shown: ({ own }) => own === true },
    { input: 'day', name: 'dueOn', label: '截止', width: 3, required: true, shown: ({ own }) => own === true },
  ];
}
