import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { type DiagnosisProviderJson, diagnosisApi } from '../../contract.ts';

const text = (values: Values, name: string): string => (typeof values[name] === 'string' ? values[name] : '');

/** Who helps enterprises with it, as the offices know them. */
export function Providers() {
  const client = useQueryClient();
  const mayAdd = useMay('diagnosis.inspect');
  const [open, setOpen] = useState<DiagnosisProviderJson | 'new' | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const providers = useQuery(queryFor(diagnosisApi.listProviders, {}));
  if (providers.error && providers.data === undefined)
    return <Failure error={providers.error} onRetry={() => void providers.refetch()} />;
  if (providers.data === undefined) return <Waiting lines={4} />;
  const { rows, sides } = providers.data;
  const nameOf = (id: string): string => sides.find((side) => side.id === id)?.name ?? id;
  const done = async (words: string): Promise<void> => {
    setOpen(null);
    notify(words);
    await client.invalidateQueries({ queryKey: keyOf(diagnosisApi.listProviders) });
  };
  const fields: readonly Field[] = [
    { input: 'text', name: 'name', label: '名称', required: true, most: 80 },
    { input: 'pick', name: 'regionId', label: '服务地区', of: 'region', required: true },
    {
      ...{ input: 'several', name: 'sides', label: '能帮哪些方面', required: true },
      options: sides.map(({ id, name }) => ({ value: id, label: name })),
    },
    { input: 'long', name: 'services', label: '做什么', required: true, most: 500 },
    { input: 'long', name: 'cases', label: '做过的案例', most: 1000 },
    { input: 'text', name: 'contact', label: '联系方式', most: 200 },
  ];
  const save = async (values: Values): Promise<void> => {
    const body = {
      ...{ name: text(values, 'name'), regionId: text(values, 'regionId'), services: text(values, 'services') },
      sides: Array.isArray(values.sides) ? values.sides.map(String) : [],
      ...{ cases: text(values, 'cases'), contact: text(values, 'contact') },
    };
    if (open === 'new') await send(diagnosisApi.saveProvider, { body });
    else if (open !== null)
      await send(diagnosisApi.changeProvider, {
        params: { providerId: open.id },
        body: { ...body, revision: open.revision },
      });
    await done('已保存。');
  };
  const remove = async ({ id, revision }: DiagnosisProviderJson): Promise<void> => {
    setFault(null);
    try {
      await taken(id, revision);
    } catch (cause) {
      setFault(cause);
    }
  };
  const taken = async (id: string, revision: number): Promise<void> => {
    await send(diagnosisApi.removeProvider, { params: { providerId: id }, body: { revision } });
    await done('已撤下。');
  };
  return (
    <>
      {mayAdd && (
        <p>
          <Button type="primary" onClick={() => setOpen('new')}>
            登记服务商
          </Button>
        </p>
      )}
      {fault !== null && <Failure error={fault} onRetry={() => setFault(null)} />}
      {rows.length === 0 && (
        <Empty title="还没有服务商">
          <p>登记以后，企业在诊断结果里看得到。</p>
        </Empty>
      )}
      <ul className="diagnosis-cards">
        {rows.map((row) => (
          <li key={row.id} className="diagnosis-card">
            <h3>{row.name}</h3>
            <p>{row.services}</p>
            {row.cases !== '' && <p>案例：{row.cases}</p>}
            <p className="pale">
              {row.region.name}，帮{row.sides.map(nameOf).join('、')}
              {row.contact !== '' && `，${row.contact}`}
            </p>
            {row.mayManage && (
              <span className="page-buttons">
                <Button size="small" aria-label={`修改${row.name}`} onClick={() => setOpen(row)}>
                  修改
                </Button>
                <Popconfirm
                  title={`撤下${row.name}？企业在结果里就看不到了。`}
                  okText="撤下"
                  cancelText="不撤"
                  onConfirm={() => void remove(row)}
                >
                  <Button size="small" aria-label={`撤下${row.name}`}>
                    撤下
                  </Button>
                </Popconfirm>
              </span>
            )}
          </li>
        ))}
      </ul>
      <Modal open={open !== null} title="服务商" footer={null} onCancel={() => setOpen(null)} destroyOnHidden>
        <DataForm
          label="服务商"
          fields={fields}
          initial={open === null || open === 'new' ? {} : { ...open, regionId: open.region.id }}
          onSubmit={save}
          onCancel={() => setOpen(null)}
          submitText="保存"
        />
      </Modal>
    </>
  );
}
