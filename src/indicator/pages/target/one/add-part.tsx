import { Modal } from 'antd';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import type { DraftPartJson, TargetJson } from '../../../contract.ts';

interface Props {
  readonly target: TargetJson;
  onAdd(part: DraftPartJson): Promise<void>;
  onClose(): void;
}

/** Adds a unit or an enterprise of the place to those that a target is divided among; it is saved with the draft. */
export function AddPart({ target, onAdd, onClose }: Props) {
  return (
    <Modal open title="加单位或企业" footer={null} onCancel={onClose}>
      <DataForm
        label="加单位或企业"
        fields={[
          {
            ...{ input: 'choice', name: 'kind', label: '分给', required: true },
            options: [
              { value: 'unit', label: '单位' },
              { value: 'enterprise', label: '企业' },
            ],
          },
          {
            input: 'pick',
            of: 'unit',
            name: 'unitId',
            label: '单位',
            shown: ({ kind }) => kind === 'unit',
            required: true,
          },
          {
            ...{ input: 'text', name: 'enterpriseId', label: '统一社会信用代码', most: 18, required: true },
            shown: ({ kind }) => kind === 'enterprise',
          },
          {
            ...{ input: 'text', name: 'enterpriseName', label: '企业名称', most: 120, required: true },
            shown: ({ kind }) => kind === 'enterprise',
          },
        ]}
        initial={{ kind: 'unit', unitId: null, enterpriseId: '', enterpriseName: '' }}
        submitText="加上"
        onCancel={onClose}
        onSubmit={async ({ kind, unitId, enterpriseId, enterpriseName }) => {
          const isUnit = kind === 'unit';
          await onAdd({
            ...{ regionId: target.place.regionId, unitId: isUnit ? String(unitId) : target.place.unitId },
            ...{
              enterpriseId: isUnit ? '' : String(enterpriseId),
              enterpriseName: isUnit ? '' : String(enterpriseName),
            },
            ...{ value: null, fixed: false },
          });
          onClose();
        }}
      />
    </Modal>
  );
}
