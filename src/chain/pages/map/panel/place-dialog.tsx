import { Button, Modal } from 'antd';
import { useState } from 'react';
import { send } from '../../../../../platform/web/api.ts';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import type { Field } from '../../../../../platform/web/form/model.ts';
import { type ChainMapJson, chainMapApi, type PlacedJson } from '../../../contract/map.ts';

interface Props {
  readonly map: Pick<ChainMapJson, 'chainId' | 'nodes' | 'stages'>;
  readonly placed: Pick<PlacedJson, 'enterpriseId' | 'enterprise' | 'by' | 'node' | 'reason'>;
  /** The node that it was dropped on. */
  readonly node?: string | undefined;
  onDone(): void;
  onClose(): void;
}

/** Where no node is meant; ids of packs hold no blanks. */
const none = 'not on this chain';

/** A person says where an enterprise belongs, and why; or gives it back to the rule. */
export function PlaceDialog({ map, placed, node, onDone, onClose }: Props) {
  const [releasing, setReleasing] = useState(false);
  const params = { chainId: map.chainId, enterpriseId: placed.enterpriseId };
  const stageName = new Map(map.stages.map(({ id, name }) => [id, name]));
  const reason: Field = { input: 'long', name: 'reason', label: '理由', required: true, most: 500 };
  const fields: readonly Field[] = releasing
    ? [reason]
    : [
        {
          ...{ input: 'choice', name: 'node', label: '环节', required: true },
          options: [
            ...map.nodes.map(({ id, name, stage }) => ({
              value: id,
              label: `${stageName.get(stage) ?? ''} › ${name}`,
            })),
            { value: none, label: '不属于本链' },
          ],
        },
        reason,
      ];
  const label = releasing ? '交还规则' : '改环节';
  return (
    <Modal open title={`${placed.enterprise}：${label}`} footer={null} onCancel={onClose} width={560} destroyOnHidden>
      <p className="cm-now">
        现在：{placed.node?.name ?? '不属于本链'}。{placed.reason}
      </p>
      <DataForm
        key={label}
        label={label}
        fields={fields}
        initial={{ node: node ?? placed.node?.id }}
        submitText="保存"
        onCancel={onClose}
        onSubmit={async (values) => {
          const why = String(values.reason);
          if (releasing) await send(chainMapApi.releasePlace, { params, body: { reason: why } });
          else {
            const nodeId = values.node === none ? null : String(values.node);
            await send(chainMapApi.placeEnterprise, { params, body: { nodeId, reason: why } });
          }
          notify(releasing ? '已交还规则。' : '已改，企业的主要环节随之更新。');
          onDone();
        }}
      >
        {placed.by === 'person' && !releasing && (
          <Button type="link" onClick={() => setReleasing(true)}>
            不再人工核定，交还规则
          </Button>
        )}
      </DataForm>
    </Modal>
  );
}
