import { Modal } from 'antd';
import { send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { type ChainContentJson, type ChainFileJson, chainApi } from '../../contract.ts';

interface Props {
  readonly file: ChainFileJson;
  onDone(): void;
  onClose(): void;
}

const fields: readonly Field[] = [
  {
    ...{ input: 'tags', name: 'chiefs', label: '链长' },
    help: '一位一项，姓名和职务之间用空格隔开，例如“王某 副市长”。',
  },
  { input: 'pick', name: 'leadUnit', label: '牵头单位', of: 'unit', width: 3 },
  { input: 'text', name: 'office', label: '链长制办公室', width: 3, most: 200 },
  { input: 'text', name: 'association', label: '行业协会', width: 3, most: 120 },
  { input: 'text', name: 'contact', label: '协会联系人', width: 3, most: 120 },
  { input: 'tags', name: 'places', label: '主要承载地' },
  { input: 'long', name: 'note', label: '说明', most: 2000 },
];

/** Who runs the chain. */
export const FileDialog = ({ file, onDone, onClose }: Props) => (
  <Modal open title={`${file.name}的档案`} footer={null} onCancel={onClose} width={680} destroyOnHidden>
    <DataForm
      label="产业链档案"
      fields={fields}
      initial={typedOf(file.content)}
      submitText="保存"
      onCancel={onClose}
      onSubmit={async (values) => {
        const body = { revision: file.revision, content: contentOf(values) };
        await send(chainApi.saveChainFile, { params: { chainId: file.id }, body });
        notify('已保存。');
        onDone();
      }}
    />
  </Modal>
);

const typedOf = ({ chiefs, leadUnit, association, ...rest }: ChainContentJson): Values => ({
  ...rest,
  chiefs: chiefs.map(({ name, title }) => `${name} ${title}`.trim()),
  leadUnit: leadUnit?.id,
  association: association?.name,
  contact: association?.contact,
});

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function contentOf(values: Values): ChainContentJson {
  const [leadUnit, association] = [text(values.leadUnit), text(values.association)];
  return {
    chiefs: texts(values.chiefs).map((typed) => {
      const [name = '', ...title] = typed.trim().split(/\s+/u);
      return { name, title: title.join(' ') };
    }),
    // Its name is taken from the register.
    leadUnit: leadUnit === null ? null : { id: leadUnit, name: leadUnit },
    association: association === null ? null : { name: association, contact: text(values.contact) ?? '' },
    ...{ office: text(values.office), places: texts(values.places), note: text(values.note) },
  };
}
