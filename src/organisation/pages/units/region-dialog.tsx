import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { organisationApi, type RegionJson } from '../../contract.ts';
import { regionLevels } from '../../domain/model.ts';
import { periodOf } from '../parts/period.ts';
import { useRefresh } from '../parts/refresh.ts';

interface Props {
  /** Null for a new one. */
  readonly code: string | null;
  /** The region above a new one. */
  readonly above?: string | null;
  onClose(): void;
}

type Term = RegionJson['terms'][number];
type Step = 'look' | 'rename' | 'change' | 'end';

const term: readonly Field[] = [
  { input: 'text', name: 'name', label: '名称', required: true, most: 40, width: 3 },
  { input: 'pick', name: 'parent', label: '上级地区', of: 'region', width: 3 },
  { input: 'tags', name: 'aliases', label: '别名' },
];
const levels = Object.entries(regionLevels).map(([value, label]) => ({ value, label }));
const fresh: readonly Field[] = [
  {
    input: 'text',
    name: 'code',
    label: '代码',
    required: true,
    most: 12,
    width: 3,
    help: '六位区划代码、九位乡镇代码，或自编代码，如 990100-Z01。',
  },
  { input: 'choice', name: 'level', label: '级别', required: true, options: levels, width: 3 },
  ...term,
  { input: 'day', name: 'validFrom', label: '生效日期', width: 3, help: '空着表示一直如此。' },
];

/** The course of a region, and its changes: another name or place from a day on, or its end. */
export function RegionDialog({ code, above = null, onClose }: Props) {
  const refresh = useRefresh();
  const [step, setStep] = useState<Step>('look');
  const mayWrite = useMay('organisation.write');
  const region = useQuery({
    ...queryFor(organisationApi.readRegion, { params: { code: code ?? '' } }),
    enabled: code !== null,
  });
  const save = async (
    target: string,
    body: { version?: string; level: RegionJson['level']; local: boolean; terms: Term[] },
  ) => {
    await send(organisationApi.saveRegion, { params: { code: target }, body });
    notify('地区已保存。');
    refresh();
    onClose();
  };
  const last = region.data?.terms.at(-1);
  return (
    <Modal
      open
      title={code === null ? '新增地区' : `${last?.name ?? ''} ${code}`}
      footer={null}
      onCancel={onClose}
      width={640}
      destroyOnHidden
    >
      {code === null && (
        <DataForm
          label="新增地区"
          fields={fresh}
          initial={{ parent: above, level: 'county', aliases: [] }}
          submitText="保存"
          onCancel={onClose}
          onSubmit={(values) => {
            const target = String(values.code);
            const terms = [
              {
                ...termIn(values),
                validTo: null,
                successor: null,
                validFrom: (values.validFrom as string | null) ?? null,
              },
            ];
            return save(target, { level: values.level as RegionJson['level'], local: target.includes('-'), terms });
          }}
        />
      )}
      {code !== null && region.error !== null && <Failure error={region.error} onRetry={() => void region.refetch()} />}
      {code !== null && region.data === undefined && region.error === null && <Waiting />}
      {code !== null && region.data !== undefined && last !== undefined && (
        <>
          <ul className="org-lines">
            {region.data.terms.map((each) => (
              <li key={each.validFrom ?? ''}>
                <span>
                  {each.name}
                  {each.parent !== null && <span className="org-faint">，属 {each.parent}</span>}
                </span>
                <span className="org-faint">{periodOf(each) || '一直如此'}</span>
                {each.successor !== null && <span className="org-faint">继任 {each.successor}</span>}
              </li>
            ))}
          </ul>
          {step === 'look' && mayWrite && (
            <div className="org-buttons">
              <Button onClick={() => setStep('rename')}>更正</Button>
              <Button onClick={() => setStep('change')}>从某一天起变更</Button>
              <Button danger onClick={() => setStep('end')}>
                撤销
              </Button>
            </div>
          )}
          {step !== 'look' && (
            <Change
              step={step}
              region={region.data}
              last={last}
              onCancel={() => setStep('look')}
              onSave={(terms) => save(code, { ...bare(region.data), terms })}
            />
          )}
        </>
      )}
    </Modal>
  );
}

const bare = ({ version, level, local }: RegionJson) => ({ version, level, local });
const termIn = (values: Values) => ({
  name: String(values.name),
  parent: (values.parent as string | null) ?? null,
  aliases: (values.aliases as string[]) ?? [],
});

interface ChangeProps {
  readonly step: Exclude<Step, 'look'>;
  readonly region: RegionJson;
  readonly last: Term;
  onCancel(): void;
  onSave(terms: Term[]): Promise<void>;
}

function Change({ step, region, last, onCancel, onSave }: ChangeProps) {
  const before = region.terms.slice(0, -1);
  const day = (label: string): Field => ({ input: 'day', name: 'day', label, required: true, width: 3 });
  const successor: Field = { input: 'pick', name: 'successor', label: '继任地区', of: 'region', width: 3 };
  const fields = { rename: term, change: [day('从哪一天起'), ...term], end: [day('失效日期'), successor] }[step];
  const submit = (values: Values): Promise<void> => {
    const from = String(values.day);
    if (step === 'rename') return onSave([...before, { ...last, ...termIn(values) }]);
    if (step === 'end')
      return onSave([...before, { ...last, validTo: from, successor: (values.successor as string | null) ?? null }]);
    return onSave([
      ...before,
      { ...last, validTo: from, successor: null },
      { ...last, ...termIn(values), validFrom: from, validTo: null, successor: null },
    ]);
  };
  const words = {
    rename: '更正现在这一段的名称、上级或别名，以前也跟着改。',
    change: '以前的报表仍按旧的名称和归属；从这一天起按新的。',
    end: '从这一天起不再有这个地区；以前的数据仍归原来的上级查看。',
  }[step];
  return (
    <>
      <p>{words}</p>
      <DataForm
        label="地区变更"
        fields={fields}
        initial={{ ...last }}
        submitText="保存"
        onCancel={onCancel}
        onSubmit={submit}
      />
    </>
  );
}
