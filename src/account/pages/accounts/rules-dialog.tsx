import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Modal, Select } from 'antd';
import { useState } from 'react';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure, Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { type AccountRules, accountApi } from '../../contract.ts';

interface Props {
  onChanged(): void;
  onClose(): void;
}

const spans = [
  { value: 0, label: '不要求定期改' },
  { value: 90, label: '90 天' },
  { value: 180, label: '180 天' },
  { value: 365, label: '一年' },
];

/** Which roles must have a second factor, and how long passwords stay good. */
export function RulesDialog({ onChanged, onClose }: Props) {
  const client = useQueryClient();
  const rules = useQuery({ ...queryFor(accountApi.readAccountRules, {}), staleTime: 0 });
  const roles = useQuery(queryFor(accountApi.listRoleNames, {}));
  const [changed, setChanged] = useState<AccountRules | null>(null);
  const [error, setError] = useState<unknown>(null);
  const shown = changed ?? rules.data;
  const failed = rules.error ?? roles.error;

  const save = async (): Promise<void> => {
    if (changed === null) return onClose();
    try {
      const saved = await send(accountApi.setAccountRules, { body: changed });
      client.setQueryData(keyOf(accountApi.readAccountRules), saved);
      notify('安全规则已改，从每个人的下一次操作起生效。');
      onChanged();
      onClose();
    } catch (cause) {
      setError(cause);
    }
  };

  return (
    <Modal
      open
      title="账号的安全规则"
      width={620}
      okText="保存"
      cancelText="取消"
      onCancel={onClose}
      onOk={() => void save()}
    >
      {failed ? (
        <Failure error={failed} onRetry={() => void Promise.all([rules.refetch(), roles.refetch()])} />
      ) : shown === undefined || roles.data === undefined ? (
        <Waiting lines={4} />
      ) : (
        <>
          <p>这些角色的人必须绑定动态口令，没有绑定的下次操作时就要绑定。三名管理员总是必须的。</p>
          <Checkbox.Group
            className="accounts-roles"
            value={[...shown.secondFactorRoles]}
            options={roles.data.roles.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(picked) => setChanged({ ...shown, secondFactorRoles: picked })}
          />
          <p>
            <label htmlFor="rules-days">密码用多久后要改</label>{' '}
            <Select
              id="rules-days"
              value={shown.passwordDays ?? 0}
              options={
                spans.some(({ value }) => value === (shown.passwordDays ?? 0))
                  ? spans
                  : [...spans, { value: shown.passwordDays ?? 0, label: `${shown.passwordDays} 天` }]
              }
              onChange={(days) => setChanged({ ...shown, passwordDays: days === 0 ? null : days })}
              style={{ minWidth: 140 }}
            />
          </p>
          <Refusals sentences={error === null ? [] : sentencesOf(error)} />
        </>
      )}
    </Modal>
  );
}
