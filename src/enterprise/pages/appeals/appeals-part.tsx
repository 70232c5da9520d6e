import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { dayAt } from '../../../kernel/index.ts';
import { type EnterpriseJson, enterpriseApi } from '../../contract.ts';
import { type AppealKind, appealKindNames } from '../../domain/index.ts';
import { FormDialog, textIn } from '../parts/dialog.tsx';
import { AppealState } from './appeal-state.tsx';
import { appealsQuery, useTakeAppeal } from './use-appeal.ts';

/** What the enterprise asked for help with, and how that stands. */
export function AppealsPart({ enterprise, own }: { readonly enterprise: EnterpriseJson; readonly own: boolean }) {
  const { data, error, refetch } = useQuery(appealsQuery(enterprise.id));
  const [open, setOpen] = useState(false);
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={3} />;
  const { asOf, may } = enterprise;
  const rows = data.rows.filter(({ raisedAt }) => asOf === null || dayAt(raisedAt) <= asOf);
  return (
    <>
      {rows.length === 0 ? (
        <p className="pale">{own ? '遇到困难可以在这里提，会有单位答复。' : '没有提过诉求。'}</p>
      ) : (
        <table className="page-table">
          <thead>
            <tr>
              {['诉求', '类别', '状态', '办理单位', '期限', '提出'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td data-label="诉求">
                  <Link to="/enterprises/appeals/$appealId" params={{ appealId: row.id }}>
                    {row.title}
                  </Link>
                </td>
                <td data-label="类别">{appealKindNames[row.kind]}</td>
                <td data-label="状态">
                  <AppealState appeal={row} />
                </td>
                <td data-label="办理单位">{row.unit?.name ?? '—'}</td>
                <td data-label="期限">{row.dueOn ?? '—'}</td>
                <td data-label="提出">{dayAt(row.raisedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data.total > data.rows.length && <p className="pale">一共 {data.total} 件，这里列最近的。</p>}
      {asOf === null && (may.ask || may.keep) && (
        <p>
          <Button size="small" onClick={() => setOpen(true)}>
            {may.keep ? '替企业记诉求' : '提诉求'}
          </Button>
        </p>
      )}
      {open && <RaiseDialog enterprise={enterprise} onClose={() => setOpen(false)} />}
    </>
  );
}

const fields: readonly Field[] = [
  {
    ...{ input: 'choice', name: 'kind', label: '类别', required: true, width: 3 },
    options: Object.entries(appealKindNames).map(([value, label]) => ({ value, label })),
  },
  { input: 'check', name: 'urgent', label: '紧急', text: '很急，影响生产', width: 3 },
  { input: 'text', name: 'title', label: '诉求', required: true, most: 80 },
  { input: 'long', name: 'words', label: '具体情况', required: true, most: 2000, help: '什么困难，希望怎样解决。' },
];

function RaiseDialog({ enterprise, onClose }: { readonly enterprise: EnterpriseJson; onClose(): void }) {
  const take = useTakeAppeal();
  const asOffice = enterprise.may.keep;
  const submit = async (values: Values): Promise<void> => {
    const kind = textIn(values.kind) as AppealKind;
    const body = { kind, title: textIn(values.title), words: textIn(values.words), urgent: values.urgent === true };
    const endpoint = asOffice ? enterpriseApi.noteAppeal : enterpriseApi.raiseAppeal;
    take(await send(endpoint, { params: { enterpriseId: enterprise.id }, body }));
  };
  return (
    <FormDialog
      title={asOffice ? '替企业记诉求' : '提诉求'}
      fields={fields}
      initial={{ urgent: false }}
      submitText={asOffice ? '保存' : '提交'}
      done={asOffice ? '已记下，等分办。' : '已提交，分办以后会有单位答复。'}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
