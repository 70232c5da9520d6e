import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { permissions } from '../../../access/domain/index.ts';
import { organisationApi, type RoleJson } from '../../contract.ts';
import { useRefresh } from '../parts/refresh.ts';
import { RoleDialog } from './role-dialog.tsx';
import { scopeWords } from './words.ts';
import '../parts/parts.css';
import './roles.css';

/** What roles there are, what each allows, and over what it holds. */
export function RolesPage() {
  usePageTitle('角色');
  const roles = useQuery(queryFor(organisationApi.listRoles, {}));
  const mayChange = useMay('access.role');
  const [open, setOpen] = useState<RoleJson | 'new' | null>(null);
  const refresh = useRefresh();
  const remove = async (role: RoleJson): Promise<void> => {
    try {
      await send(organisationApi.removeRole, { params: { id: role.id } });
      notify(`角色「${role.name}」已删去。`);
      refresh();
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    }
  };
  return (
    <div className="page org-page">
      <h1>角色</h1>
      <p className="org-faint">现成的角色不能改。三类管理员的权限互不相容，也不和业务权限放在一个角色里。</p>
      {mayChange && (
        <div className="org-buttons">
          <Button type="primary" onClick={() => setOpen('new')}>
            新增角色
          </Button>
        </div>
      )}
      {roles.error !== null && roles.data === undefined && (
        <Failure error={roles.error} onRetry={() => void roles.refetch()} />
      )}
      {roles.data === undefined && roles.error === null && <Waiting />}
      <ul className="role-cards">
        {(roles.data?.roles ?? []).map((role) => (
          <li key={role.id}>
            <h2>
              {role.name} {!role.builtIn && <span className="org-tag">自定</span>}
            </h2>
            <p className="org-faint">
              {scopeWords[role.scope]}；{role.posts === 0 ? '还没有岗位用它' : `${role.posts} 个岗位用它`}
            </p>
            {role.note !== '' && <p>{role.note}</p>}
            <p className="role-permissions">
              {role.permissions.map((permission) => (
                <span key={permission} className="org-tag">
                  {permissions[permission].name}
                </span>
              ))}
            </p>
            {mayChange && !role.builtIn && (
              <div className="org-buttons">
                <Button onClick={() => setOpen(role)}>修改</Button>
                <Popconfirm
                  title={`删去角色「${role.name}」？`}
                  okText="删去"
                  cancelText="不"
                  onConfirm={() => remove(role)}
                >
                  <Button danger>删去</Button>
                </Popconfirm>
              </div>
            )}
          </li>
        ))}
      </ul>
      {open !== null && <RoleDialog role={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  );
}
