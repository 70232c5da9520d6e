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
  const cycles = proposed.data?.cycles ?? [];
  const free = cycles.filter(({ cycleId }) => cycleId === null);
  const ofChain = cycles.filter(({ begun }) => !begun);
  const chains = ofChain.length === 0 ? [] : (proposed.data?.chains ?? []);
  const make = async (values: Values): Promise<void> => {
    const own = values.own === true;
    const chainId = values.scope === 'chain' ? String(values.chainId ?? '') : null;
    const body = {
      ...{ period: String((chainId === null ? values.period : values.chainPeriod) ?? ''), chainId },
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
        (free.length === 0 && chains.length === 0 ? (
          <p>这个月、这一季和今年前后的调度都安排好了。</p>
        ) : (
          <DataForm
            label="安排一轮调度"
            fields={fieldsFor(free, ofChain, chains)}
            initial={{
              scope: free.length === 0 ? 'chain' : 'all',
              ...{ period: first(free), chainPeriod: first(ofChain) },
            }}
            submitText="安排"
            onSubmit={make}
            onCancel={onClose}
          />
        ))}
    </Modal>
  );
}

const first = (some: readonly ProposedCycleJson[]): string | undefined =>
  (some.find(({ why }) => why === null) ?? some[0])?.period;

const isOfChain = ({ scope }: Values): boolean => scope === 'chain';

function fieldsFor(
  free: readonly ProposedCycleJson[],
  ofChain: readonly ProposedCycleJson[],
  chains: readonly { readonly id: string; readonly name: string }[],
): Field[] {
  const barred = [...free, ...ofChain].find(({ why }) => why !== null);
  const optionsOf = (some: readonly ProposedCycleJson[]) =>
    some.map((each) => ({ value: each.period, label: `${each.name}（${daysOf(each)}）` }));
  const help = '日期按调度设置和工作日历排出。';
  return [
    {
      ...{ input: 'choice', name: 'scope', label: '调度哪些任务', required: true, width: 6 },
      options: [
        ...(free.length === 0 ? [] : [{ value: 'all', label: '全部任务' }]),
        ...(chains.length === 0 ? [] : [{ value: 'chain', label: '只调度一条产业链' }]),
      ],
    },
    {
      ...{ input: 'choice', name: 'chainId', label: '产业链', required: true, width: 6, shown: isOfChain },
      options: chains.map(({ id, name }) => ({ value: id, label: name })),
      help: '这条链的任务单独填报、排名和冻结，不再列入同一期的全部任务调度。',
    },
    {
      ...{ input: 'choice', name: 'period', label: '哪一轮', required: true, width: 6, help },
      ...{ options: optionsOf(free), shown: (values) => !isOfChain(values) },
    },
    {
      ...{ input: 'choice', name: 'chainPeriod', label: '哪一轮', required: true, width: 6, help, shown: isOfChain },
      options: optionsOf(ofChain),
    },
    {
      ...{ input: 'check', name: 'own', label: '日期', text: '自己定日期' },
      ...(barred !== undefined && { help: `${barred.name}：${barred.why ?? ''}` }),
    },
    { input: 'day', name: 'opensOn', label: '开始填报', width: 3, required: true, shown: ({ own }) => own === true },
    { input: 'day', name: 'dueOn', label: '截止', width: 3, required: true, shown: ({ own }) => own === true },
  ];
}

const daysOf = ({ opensOn, dueOn }: ProposedCycleJson): string =>
  opensOn === null || dueOn === null ? '排不出日期' : `${opensOn} 至 ${dueOn}`;
