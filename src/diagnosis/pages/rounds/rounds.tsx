import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { scaleNames, scales } from '../../../enterprise/domain/index.ts';
import { dayAt } from '../../../kernel/index.ts';
import { diagnosisApi } from '../../contract.ts';
import { CoverageBar, coverage } from './group-table.tsx';

const fields: readonly Field[] = [
  { input: 'text', name: 'name', label: '名称', required: true, most: 80 },
  { input: 'pick', name: 'regionId', label: '地区', of: 'region', required: true },
  { input: 'pick', name: 'chainId', label: '产业链', of: 'chain' },
  { input: 'tags', name: 'industries', label: '行业代码开头', help: '例如 17；不写就是所有行业' },
  {
    ...{ input: 'several', name: 'scales', label: '企业规模', help: '不选就是所有规模' },
    options: scales.map((value) => ({ value, label: scaleNames[value] })),
  },
  { input: 'day', name: 'beginsOn', label: '从哪天起', required: true },
  { input: 'day', name: 'dueOn', label: '到哪天止', required: true },
  { input: 'long', name: 'note', label: '说明', most: 1000 },
];
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Rounds in which all enterprises of a place are to be diagnosed. */
export function Rounds() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayBegin = useMay('diagnosis.inspect');
  const [open, setOpen] = useState(false);
  const rounds = useQuery(queryFor(diagnosisApi.listCampaigns, {}));
  if (rounds.error && rounds.data === undefined)
    return <Failure error={rounds.error} onRetry={() => void rounds.refetch()} />;
  if (rounds.data === undefined) return <Waiting lines={4} />;
  const begin = async (values: Values): Promise<void> => {
    const made = await send(diagnosisApi.createCampaign, {
      body: {
        ...{ name: String(values.name), regionId: String(values.regionId), questionnaireId: 'sme-index' },
        chainId: typeof values.chainId === 'string' && values.chainId !== '' ? values.chainId : null,
        ...{ industries: listOf(values.industries), scales: listOf(values.scales) as never },
        ...{ beginsOn: String(values.beginsOn), dueOn: String(values.dueOn) },
        note: typeof values.note === 'string' ? values.note : '',
      },
    });
    await client.invalidateQueries({ queryKey: keyOf(diagnosisApi.listCampaigns) });
    await navigate({ to: '/diagnosis-rounds/$campaignId', params: { campaignId: made.campaign.id } });
  };
  return (
    <>
      {mayBegin && (
        <p>
          <Button type="primary" onClick={() => setOpen(true)}>
            新建一轮
          </Button>
        </p>
      )}
      {rounds.data.rows.length === 0 && (
        <Empty title="还没有诊断任务">
          <p>新建一轮，符合条件的企业都会收到待办。</p>
        </Empty>
      )}
      <ul className="diagnosis-cards">
        {rounds.data.rows.map((round) => (
          <li key={round.id} className="diagnosis-card">
            <h3>
              <Link to="/diagnosis-rounds/$campaignId" params={{ campaignId: round.id }}>
                {round.name}
              </Link>
            </h3>
            <p>
              {round.region.name}
              {round.chain !== null && `，${round.chain.name}`}，{round.dueOn} 截止
              {round.closedAt !== null ? '，已结束' : round.overdue ? '，已逾期' : ''}
            </p>
            <CoverageBar percent={coverage(round)} />
            <p className="pale">
              已完成 {round.inspected} / {round.all} 家，待核验 {round.submitted}，填写中 {round.filling}，未开始{' '}
              {round.none}
            </p>
          </li>
        ))}
      </ul>
      <Modal open={open} title="新建一轮诊断" footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <DataForm
          label="新建一轮诊断"
          fields={fields}
          initial={{ beginsOn: dayAt(new Date().toISOString()) }}
          onSubmit={begin}
          onCancel={() => setOpen(false)}
          submitText="新建"
        />
      </Modal>
    </>
  );
}
