import { Modal } from 'antd';
import { send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field } from '../../../../platform/web/form/model.ts';
import { type ChainEntryJson, chainApi } from '../../contract.ts';

interface Props {
  readonly where: { readonly chainId: string; readonly listId: string };
  /** Null: a new one. */
  readonly entry: ChainEntryJson | null;
  onDone(): void;
  onClose(): void;
}

const fields: readonly Field[] = [
  { input: 'text', name: 'name', label: '名称', required: true, most: 200 },
  { input: 'long', name: 'words', label: '说明', most: 2000 },
  { input: 'text', name: 'owner', label: '谁负责', width: 3, most: 120 },
  { input: 'day', name: 'dueOn', label: '时限', width: 3 },
];
const settled: Field = { input: 'day', name: 'settledOn', label: '哪天办结', width: 3, help: '不写就是还没有办结。' };

/** One line of a list. */
export const EntryDialog = ({ where, entry, onDone, onClose }: Props) => (
  <Modal
    open
    title={entry === null ? '加一条' : '改这一条'}
    footer={null}
    onCancel={onClose}
    width={600}
    destroyOnHidden
  >
    <DataForm
      label={entry === null ? '加一条' : '改这一条'}
      fields={entry === null ? fields : [...fields, settled]}
      initial={entry ?? {}}
      submitText="保存"
      onCancel={onClose}
      onSubmit={async (values) => {
        const line = {
          ...{ name: String(values.name), words: text(values.words) ?? '', owner: text(values.owner) ?? '' },
          dueOn: text(values.dueOn),
        };
        if (entry === null) await send(chainApi.addEntry, { params: where, body: line });
        else
          await send(chainApi.changeEntry, {
            params: { ...where, entryId: entry.id },
            body: { ...line, revision: entry.revision, settledOn: text(values.settledOn) },
          });
        notify('已保存。');
        onDone();
      }}
    />
  </Modal>
);

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
