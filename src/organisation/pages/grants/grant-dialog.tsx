import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { organisationApi, type PostJson, type RoleJson } from '../../contract.ts';
import { useRefresh } from '../parts/refresh.ts';
import { GrantTag } from '../parts/tags.tsx';

interface Props {
  readonly post: PostJson;
  onClose(): void;
  onWithdraw(post: PostJson): void;
}

/** What one post may do: a role and where it holds. The security administrator grants, others may only propose. */
export function GrantDialog({ post, onClose, onWithdraw }: Props) {
  const roles = useQuery(queryFor(organisationApi.listRoles, {}));
  const mayGrant = useMay('access.grant');
  const refresh = useRefresh();
  const done = (words: string): void => {
    notify(words);
    refresh();
    onClose();
  };
  const submit = async (values: Values): Promise<void> => {
    const scope = roles.data?.roles.find(({ id }) => id === values.roleId)?.scope;
    const grant = {
      postId: post.id,
      roleId: String(values.roleId),
      region: scope === 'region' ? ((values.region as string | null) ?? null) : null,
      chains: scope === 'region' || scope === 'unit' ? ((values.chains as string[] | null) ?? []) : [],
    };
    await send(mayGrant ? organisationApi.grantPosts : organisationApi.proposeGrants, { body: { grants: [grant] } });
    done(mayGrant ? '已授权。' : '已提出建议，等安全管理员确认。');
  };
  const proposed = post.grant === 'proposed';
  return (
    <Modal
      open
      title={`${post.person}，${post.unit} ${post.title}`}
      footer={null}
      onCancel={onClose}
      width={600}
      destroyOnHidden
    >
      <p>
        <GrantTag state={post.grant} /> {post.role}
        {post.grantRegionName !== null && `，管 ${post.grantRegionName} 及以下`}
        {post.chainNames.length > 0 && `，只管${post.chainNames.join('、')}`}
      </p>
      {mayGrant && (proposed || post.grant === 'granted') && (
        <div className="org-buttons">
          {proposed && (
            <Button
              type="primary"
              onClick={() =>
                void send(organisationApi.confirmGrants, { body: { postIds: [post.id] } }).then(() =>
                  done('已确认授权。'),
                )
              }
            >
              确认建议
            </Button>
          )}
          <Button danger onClick={() => onWithdraw(post)}>
            {proposed ? '不同意' : '收回授权'}
          </Button>
        </div>
      )}
      {roles.error !== null && <Failure error={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.data === undefined ? (
        roles.error === null && <Waiting lines={4} />
      ) : (
        <DataForm
          label="授权"
          fields={formOf(roles.data.roles)}
          initial={{ roleId: post.roleId, region: post.grantRegion, chains: post.chains }}
          submitText={mayGrant ? '授权' : '提出建议'}
          onCancel={onClose}
          onSubmit={submit}
        />
      )}
    </Modal>
  );
}

function formOf(roles: readonly RoleJson[]): readonly Field[] {
  const scopeOf = (values: Values) => roles.find(({ id }) => id === values.roleId)?.scope;
  return [
    {
      input: 'choice',
      name: 'roleId',
      label: '角色',
      required: true,
      options: roles.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      ...{ input: 'pick', name: 'region', label: '管哪个地区及以下', of: 'region', help: '空着为单位所在的地区。' },
      shown: (values) => scopeOf(values) === 'region',
    },
    {
      ...{ input: 'pick', name: 'chains', label: '只管这些产业链', of: 'chain', several: true, help: '空着为全部。' },
      shown: (values) => ['region', 'unit'].includes(scopeOf(values) ?? ''),
    },
  ];
}
