import { Modal } from 'antd';
import { say } from '../../../../platform/messages/index.ts';
import { send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Fault, Field, Values } from '../../../../platform/web/form/model.ts';
import { checkRole, permissions, type ScopeKind } from '../../../access/domain/index.ts';
import { organisationApi, type RoleJson } from '../../contract.ts';
import { useRefresh } from '../parts/refresh.ts';
import { scopeWords } from './words.ts';

const form: readonly Field[] = [
  { input: 'text', name: 'name', label: '名称', required: true, most: 40, width: 3 },
  {
    input: 'choice',
    name: 'scope',
    label: '范围',
    required: true,
    width: 3,
    options: Object.entries(scopeWords).map(([value, label]) => ({ value, label })),
  },
  {
    input: 'several',
    name: 'permissions',
    label: '权限',
    options: Object.entries(permissions).map(([value, { name }]) => ({ value, label: name })),
  },
  { input: 'long', name: 'note', label: '说明', most: 300 },
];

/** A role of one's own. What may not stand together is told before it is sent. */
export function RoleDialog({ role, onClose }: { readonly role: RoleJson | null; onClose(): void }) {
  const refresh = useRefresh();
  return (
    <Modal
      open
      title={role === null ? '新增角色' : `修改角色「${role.name}」`}
      footer={null}
      onCancel={onClose}
      width={640}
      destroyOnHidden
    >
      <DataForm
        label="角色"
        fields={form}
        initial={role === null ? { scope: 'unit', permissions: [] } : { ...role }}
        check={faultsOf}
        submitText="保存"
        onCancel={onClose}
        onSubmit={async (values) => {
          const { name, scope, permissions: chosen, note } = values;
          const body = { name, scope, permissions: chosen, note: note ?? '' } as Pick<
            RoleJson,
            'name' | 'scope' | 'permissions' | 'note'
          >;
          if (role === null) await send(organisationApi.addRole, { body });
          else await send(organisationApi.saveRole, { params: { id: role.id }, body });
          notify('角色已保存。');
          refresh();
          onClose();
        }}
      />
    </Modal>
  );
}

function faultsOf({ scope, permissions: chosen }: Values): readonly Fault[] {
  const checked = checkRole(scope as ScopeKind, (chosen as string[]) ?? []);
  return checked.ok ? [] : checked.refusals.map((refusal) => ({ name: refusal.field ?? null, sentence: say(refusal) }));
}
