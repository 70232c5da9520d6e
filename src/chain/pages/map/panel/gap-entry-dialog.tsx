import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { queryFor, send } from '../../../../../platform/web/api.ts';
import { Waiting } from '../../../../../platform/web/feedback/empty.tsx';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import type { Field } from '../../../../../platform/web/form/model.ts';
import { type ChainMapJson, type ChainMapNodeJson, chainMapApi } from '../../../contract/map.ts';
import { chainApi } from '../../../contract.ts';

export interface GapProps {
  readonly map: ChainMapJson;
  readonly node: ChainMapNodeJson;
  onDone(): void;
  onClose(): void;
}

/** A gap becomes a line of a list that people keep: a target of investment promotion, a weak link. */
export function GapEntryDialog({ map, node, onDone, onClose }: GapProps) {
  const { chainId } = map;
  const file = useQuery(queryFor(chainApi.readChainFile, { params: { chainId }, query: {} }));
  const lists = file.data?.lists.filter(({ of }) => of === 'entries') ?? [];
  const fields: readonly Field[] = [
    {
      ...{ input: 'choice', name: 'listId', label: '列入哪张清单', required: true },
      options: lists.map(({ id, name }) => ({ value: id, label: name })),
    },
    { input: 'text', name: 'name', label: '名称', required: true, most: 200 },
    { input: 'long', name: 'words', label: '说明', most: 2000 },
    { input: 'text', name: 'owner', label: '谁负责', width: 3, most: 120 },
    { input: 'day', name: 'dueOn', label: '时限', width: 3 },
  ];
  return (
    <Modal open title={`${node.name}：列入招商目标`} footer={null} onCancel={onClose} width={600} destroyOnHidden>
      {file.data === undefined ? (
        <Waiting lines={4} />
      ) : (
        <DataForm
          label="列入招商目标"
          fields={fields}
          initial={{
            listId: (lists.find(({ id }) => id === 'needs') ?? lists.at(-1))?.id,
            name: `招引${node.name}企业`,
            words: node.standing.reason,
          }}
          submitText="列入"
          onCancel={onClose}
          onSubmit={async (values) => {
            const body = {
              ...{ listId: String(values.listId), name: String(values.name), words: String(values.words ?? '') },
              ...{ owner: String(values.owner ?? ''), dueOn: typeof values.dueOn === 'string' ? values.dueOn : null },
            };
            await send(chainMapApi.addGapEntry, { params: { chainId, nodeId: node.id }, body });
            notify('已列入清单。');
            onDone();
          }}
        />
      )}
    </Modal>
  );
}
