import { Modal } from 'antd';
import { send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { type ChainFileJson, chainApi } from '../../contract.ts';

interface Props {
  readonly file: ChainFileJson;
  onDone(): void;
  onClose(): void;
}

/** A meeting or visit that was held. */
export function ActDialog({ file, onDone, onClose }: Props) {
  const kinds = file.acts.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Modal open title="登记活动" footer={null} onCancel={onClose} width={640} destroyOnHidden>
      <DataForm
        label="登记活动"
        draft={`chain-act-${file.id}`}
        fields={[
          { input: 'choice', name: 'kind', label: '种类', width: 3, required: true, options: kinds },
          { input: 'day', name: 'on', label: '日期', width: 3, required: true },
          { input: 'text', name: 'by', label: '谁主持', width: 3, required: true, most: 60 },
          { input: 'text', name: 'place', label: '地点', width: 3, most: 120 },
          { input: 'text', name: 'subject', label: '主题', required: true, most: 300 },
          { input: 'long', name: 'found', label: '了解到什么、议定了什么', most: 2000 },
        ]}
        initial={{ kind: kinds.at(-1)?.value, by: file.content.chiefs[0]?.name }}
        submitText="登记"
        onCancel={onClose}
        onSubmit={async ({ kind, on, by, place, subject, found }) => {
          const words = (value: unknown): string => (typeof value === 'string' ? value : '');
          await send(chainApi.noteAct, {
            params: { chainId: file.id },
            body: {
              ...{ kind: words(kind), on: words(on), by: words(by) },
              ...{ place: words(place), subject: words(subject), found: words(found) },
            },
          });
          notify('已登记。');
          onDone();
        }}
      />
    </Modal>
  );
}
