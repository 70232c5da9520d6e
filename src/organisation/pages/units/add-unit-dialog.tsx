import { Modal } from 'antd';
import { send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { organisationApi } from '../../contract.ts';
import { useRefresh } from '../parts/refresh.ts';
import { unitBody, unitForm } from './unit-form.ts';

interface Props {
  /** Filled in already. */
  readonly region: string | null;
  onClose(): void;
}

export function AddUnitDialog({ region, onClose }: Props) {
  const refresh = useRefresh();
  return (
    <Modal open title="新增单位" footer={null} onCancel={onClose} width={720} destroyOnHidden>
      <DataForm
        label="新增单位"
        fields={unitForm}
        initial={{ region, kind: 'department', aliases: [] }}
        submitText="保存"
        onCancel={onClose}
        onSubmit={async (values) => {
          await send(organisationApi.addUnit, { body: unitBody(values) });
          notify('单位已新增。');
          refresh();
          onClose();
        }}
      />
    </Modal>
  );
}
