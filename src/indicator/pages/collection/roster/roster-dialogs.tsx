import { Modal } from 'antd';
import { send } from '../../../../../platform/web/api.ts';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import type { Fault, Field, Values } from '../../../../../platform/web/form/model.ts';
import { collectionApi, type RosterRowJson } from '../../../contract.ts';

interface Done {
  onDone(): void;
  onClose(): void;
}

const month = /^[12]\d{3}-(?:0[1-9]|1[0-2])$/;
const monthHelp = '写成 2026-03。';
const addFields: readonly Field[] = [
  { input: 'text', name: 'name', label: '企业名称', required: true, most: 200 },
  {
    ...{ input: 'text', name: 'enterpriseId', label: '企业编号', required: true, most: 80 },
    help: '一般是统一社会信用代码；同一家企业每次都用同一个。',
  },
  { input: 'pick', name: 'unitId', label: '由哪个单位填报', of: 'unit', required: true },
  { input: 'pick', name: 'chainId', label: '产业链', of: 'chain', help: '可以不选；选了就计入这条链。' },
  { input: 'text', name: 'from', label: '从哪个月起', width: 3, required: true, help: monthHelp, most: 7 },
  { input: 'text', name: 'until', label: '报到哪个月', width: 3, help: '不写就一直报。', most: 7 },
];

/** An enterprise that a unit reports from now on. */
export const AddDialog = ({ onDone, onClose }: Done) => (
  <Modal open title="加入企业" footer={null} onCancel={onClose} width={640} destroyOnHidden>
    <DataForm
      label="加入企业"
      fields={addFields}
      initial={{}}
      check={(values) => monthFaults(values, ['from', 'until'])}
      submitText="加入"
      onCancel={onClose}
      onSubmit={async ({ name, enterpriseId, unitId, chainId, from, until }) => {
        await send(collectionApi.addToRoster, {
          body: {
            ...{ name: String(name), enterpriseId: String(enterpriseId), unitId: String(unitId), from: String(from) },
            ...{ chainId: textOrNull(chainId), until: textOrNull(until) },
          },
        });
        notify(`${String(name)}已加入填报名录。`);
        onDone();
      }}
    />
  </Modal>
);

/** The last month that an enterprise is reported for; none: it goes on. */
export const EndDialog = ({ row, onDone, onClose }: Done & { readonly row: RosterRowJson }) => (
  <Modal open title={`${row.name}报到哪个月`} footer={null} onCancel={onClose} width={520} destroyOnHidden>
    <p>以后各期的表里没有这一行；已经报过的数都留着。</p>
    <DataForm
      label="报到哪个月"
      fields={[{ input: 'text', name: 'until', label: '最后一个月', help: `${monthHelp}不写就一直报下去。`, most: 7 }]}
      initial={{ until: row.until }}
      check={(values) => monthFaults(values, ['until'])}
      submitText="保存"
      onCancel={onClose}
      onSubmit={async ({ until }) => {
        const body = { revision: row.revision, until: textOrNull(until) };
        await send(collectionApi.endInRoster, { params: { rosterId: row.id }, body });
        notify('已保存。');
        onDone();
      }}
    />
  </Modal>
);

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const monthFaults = (values: Values, names: readonly string[]): Fault[] =>
  names.flatMap((name) => {
    const value = textOrNull(values[name]);
    return value === null || month.test(value) ? [] : [{ name, sentence: `“${value}”不是月份。${monthHelp}` }];
  });
